import DiscussionModel

/// The map of who replies to whom as SVG.
struct MapDrawing {
    /// Up to how many commenters all are drawn, and how many of more.
    static let bound = 150
    static let core = 80
    /// How many lines are drawn at most, the heaviest.
    static let lineLimit = 400

    let shown: ReportedDiscussion
    let map: CommenterMap
    private let pairs: ArraySlice<CommenterMap.Pair>
    private let placement: MapPlacement

    init(_ shown: ReportedDiscussion) {
        self.shown = shown
        map = CommenterMap(shown, bound: Self.bound, core: Self.core)
        pairs = map.pairs.prefix(min(Self.lineLimit, 4 * max(30, map.nodes.count)))
        let labels = map.nodes.map { [map] in Self.label(of: $0, in: map, shown) }
        placement = MapPlacement(
            radii: map.nodes.map(Self.radius), labels: labels,
            edges: pairs.map { pair in
                (pair.first, pair.second, Double(pair.replies))
            })
    }

    private static func radius(of node: CommenterMap.Node) -> Double {
        let comments = Double(max(1, node.comments))
        return node.isGathered ? 22 : min(20, 4.5 + 2.2 * comments.squareRoot())
    }

    private static func label(
        of node: CommenterMap.Node, in map: CommenterMap, _ shown: ReportedDiscussion
    ) -> String {
        DisplayWidth.fitted(map.name(of: node, in: shown), to: 22)
    }

    /// The drawing; `nil` where nobody answers anybody.
    var node: HTMLNode? {
        guard !map.pairs.isEmpty else { return nil }
        let (width, height) = (placement.width, placement.height)
        return HTMLNode(
            .svg, .class("map"), .set(.role, "img"), .set(.ariaLabel, summary),
            .set(
                .viewBox, "0 0 \(DrawnNumber.text(width)) \(DrawnNumber.text(height))"),
            .set(.width, width), .set(.height, height)
        ) {
            HTMLNode(.g, .class("lines")) {
                // The heaviest last, on top.
                for pair in pairs.reversed() { line(pair) }
            }
            HTMLNode(.g, .class("people")) {
                for index in map.nodes.indices { person(index) }
            }
        }
    }

    private var summary: String {
        "Map of \(ReportWords.count(map.nodes.count, "commenter")) and "
            + "\(ReportWords.count(pairs.count, "pair")) who answer each other. "
            + "The table below says the same."
    }

    private func line(_ pair: CommenterMap.Pair) -> HTMLNode {
        let (a, b) = (placement.points[pair.first], placement.points[pair.second])
        let width = min(9, 0.9 + 1.15 * Double(pair.replies).squareRoot())
        let faint = map.nodes[pair.first].isGathered || map.nodes[pair.second].isGathered
        return HTMLNode(
            .g, .class("pair \(pair.tone)\(faint ? " faint" : "")"), .set(.dataFrom, pair.first),
            .set(.dataTo, pair.second)
        ) {
            HTMLNode(.title) {
                let names = [pair.first, pair.second].map { map.name(of: map.nodes[$0], in: shown) }
                "\(names[0]) → \(names[1]): \(pair.forward), back: \(pair.backward)"
            }
            HTMLNode(
                .line, .class("line"), .set(.x1, a.x), .set(.y1, a.y), .set(.x2, b.x),
                .set(.y2, b.y), .set(.strokeWidth, width))
            if pair.forward > 0 { arrow(from: a, to: b, radius: radius(pair.second), width) }
            if pair.backward > 0 { arrow(from: b, to: a, radius: radius(pair.first), width) }
            HTMLNode(
                .line, .class("touch"), .set(.x1, a.x), .set(.y1, a.y), .set(.x2, b.x),
                .set(.y2, b.y))
        }
    }

    private func radius(_ node: Int) -> Double { Self.radius(of: map.nodes[node]) }

    /// A head that ends at the rim of who is answered.
    private func arrow(
        from a: MapPoint, to b: MapPoint, radius: Double, _ width: Double
    ) -> HTMLNode? {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > radius + 8 else { return nil }
        let (ux, uy) = (dx / length, dy / length)
        let size = 4.5 + width
        let tip = MapPoint(x: b.x - ux * (radius + 1.5), y: b.y - uy * (radius + 1.5))
        let base = MapPoint(x: tip.x - ux * size * 1.25, y: tip.y - uy * size * 1.25)
        let (wx, wy) = (-uy * size * 0.55, ux * size * 0.55)
        let points = [
            tip, MapPoint(x: base.x + wx, y: base.y + wy),
            MapPoint(x: base.x - wx, y: base.y - wy),
        ]
        let words = points.map { DrawnNumber.text($0.x) + " " + DrawnNumber.text($0.y) }
        return HTMLNode(.path, .class("head"), .set(.d, "M" + words.joined(separator: "L") + "Z"))
    }

    private func person(_ index: Int) -> HTMLNode {
        let node = map.nodes[index]
        let point = placement.points[index]
        let label = placement.labels[index]
        let gathered = node.isGathered ? " gathered" : ""
        let quiet = label.isShown ? "" : " quiet"
        let commenters = node.commenters.map(String.init).joined(separator: " ")
        return HTMLNode(
            .g, .class("person \(CampMark.className(of: node.camp))\(gathered)\(quiet)"),
            .set(.dataNode, index), .set(.dataValue, commenters)
        ) {
            HTMLNode(.title) { title(of: node) }
            HTMLNode(
                .path, .class("shape"),
                .set(
                    .d, CampMark.path(of: node.camp, x: point.x, y: point.y, r: radius(index))))
            HTMLNode(
                .drawnText, .class("label"), .set(.x, label.x), .set(.y, label.y),
                .set(.textAnchor, label.anchor)
            ) { Self.label(of: node, in: map, shown) }
        }
    }

    private func title(of node: CommenterMap.Node) -> String {
        let camp = node.camp > 0 ? ", camp \(node.camp)" : ""
        return "\(map.name(of: node, in: shown))\(camp): "
            + "\(ReportWords.count(node.comments, "comment")), "
            + "\(ReportWords.count(node.strength, "reply", "replies")) sent and received"
    }

    /// What is left out, in words; empty where all is drawn.
    var omissions: String {
        var words: [String] = []
        if map.gatheredCount > 0 {
            words.append(
                "Drawn one by one are the \(Self.core) commenters who exchange most replies; "
                    + "\(ReportWords.number(map.gatheredCount)) others are gathered by camp.")
        }
        if pairs.count < map.pairs.count {
            words.append(
                "Of \(ReportWords.number(map.pairs.count)) pairs the "
                    + "\(ReportWords.number(pairs.count)) with the most replies have a line.")
        }
        if map.aloneCount > 0 {
            words.append(
                "\(ReportWords.count(map.aloneCount, "commenter")) neither answer another "
                    + "nor are answered, and are left out.")
        }
        return words.joined(separator: " ")
    }
}
