/// A place in a drawing.
struct MapPoint: Hashable {
    var x: Double
    var y: Double
}

/// Where the shapes and labels of a map stand.
struct MapPlacement {
    /// Where a label stands and how it is anchored.
    struct Label {
        var x: Double
        var y: Double
        var anchor: String
        /// Whether there was room; else it shows on demand.
        var isShown: Bool
    }

    /// The width of one column of a label, and the height of a line, at 12 units.
    private static let columnWidth = 6.6
    private static let lineHeight = 13.0
    private static let margin = 26.0

    let width: Double
    let height: Double
    let points: [MapPoint]
    let labels: [Label]

    /// - Parameters:
    ///   - radii: per node.
    ///   - labels: per node.
    ///   - edges: two nodes and the weight between them.
    init(radii: [Double], labels: [String], edges: [(Int, Int, Double)]) {
        let count = radii.count
        let raw = MapLayout.points(nodeCount: count, edges: edges)
        let width = 780.0
        let height = max(240, min(740, 150 + 66 * Double(count).squareRoot() + Double(count)))
        var points = Self.fitted(Self.spread(raw), width: width, height: height)
        Self.separate(&points, radii: radii, width: width, height: height)
        self.width = width
        self.height = height
        self.points = points
        self.labels = Self.labels(labels, points: points, radii: radii, width: width)
    }

    /// Moves points apart along each axis towards equal steps, half the way, in their order: one who
    /// stands far off would press all others together.
    private static func spread(_ points: [MapPoint]) -> [MapPoint] {
        guard points.count > 2 else { return points }
        func evened(_ places: [Double]) -> [Double] {
            let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
            let (low, high) = (places[order[0]], places[order[order.count - 1]])
            var moved = places
            for (rank, index) in order.enumerated() {
                let even = low + (high - low) * Double(rank) / Double(order.count - 1)
                moved[index] = (places[index] + even) / 2
            }
            return moved
        }
        return zip(evened(points.map(\.x)), evened(points.map(\.y))).map { MapPoint(x: $0, y: $1) }
    }

    private static func fitted(
        _ points: [MapPoint], width: Double, height: Double
    ) -> [MapPoint] {
        guard let first = points.first else { return [] }
        var (low, high) = (first, first)
        for point in points {
            low = MapPoint(x: min(low.x, point.x), y: min(low.y, point.y))
            high = MapPoint(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        // Names stand beside the shapes and need room at the sides.
        let (left, top) = (margin + 60, margin + 6)
        let scaleX = (width - 2 * left) / max(1e-9, high.x - low.x)
        let scaleY = (height - 2 * top) / max(1e-9, high.y - low.y)
        return points.map {
            MapPoint(
                x: high.x > low.x ? left + ($0.x - low.x) * scaleX : width / 2,
                y: high.y > low.y ? top + ($0.y - low.y) * scaleY : height / 2)
        }
    }

    /// Pushes shapes apart that would touch, a little at a time and always in the same order.
    private static func separate(
        _ points: inout [MapPoint], radii: [Double], width: Double, height: Double
    ) {
        for _ in 0..<60 {
            var isMoved = false
            for a in points.indices {
                for b in points.indices.dropFirst(a + 1) {
                    let wanted = radii[a] + radii[b] + 12
                    let (dx, dy) = (points[b].x - points[a].x, points[b].y - points[a].y)
                    let distance = (dx * dx + dy * dy).squareRoot()
                    guard distance < wanted else { continue }
                    isMoved = true
                    let push = (wanted - distance) / 2
                    let (ux, uy) =
                        distance > 1e-6
                        ? (dx / distance, dy / distance) : (a % 2 == 0 ? (1, 0) : (0, 1))
                    points[a].x -= ux * push
                    points[a].y -= uy * push
                    points[b].x += ux * push
                    points[b].y += uy * push
                }
            }
            for index in points.indices {
                let room = margin + radii[index] - 8
                points[index].x = min(width - room, max(room, points[index].x))
                points[index].y = min(height - room, max(room, points[index].y))
            }
            if !isMoved { return }
        }
    }

    private struct Box {
        var (left, top, right, bottom): (Double, Double, Double, Double)

        func overlap(with other: Box) -> Double {
            let x = min(right, other.right) - max(left, other.left)
            let y = min(bottom, other.bottom) - max(top, other.top)
            return x > 0 && y > 0 ? x * y : 0
        }
    }

    /// Each label beside, under or over its shape, where it covers least; hidden where it would
    /// cover much. Nodes come by falling strength, so the strongest choose first.
    private static func labels(
        _ labels: [String], points: [MapPoint], radii: [Double], width: Double
    ) -> [Label] {
        let shapes = points.indices.map { index in
            let (point, r) = (points[index], radii[index])
            return Box(
                left: point.x - r, top: point.y - r, right: point.x + r, bottom: point.y + r)
        }
        var placed: [Box] = []
        return labels.indices.map { index in
            let (point, r) = (points[index], radii[index])
            let length = Double(DisplayWidth.of(labels[index])) * columnWidth
            let half = lineHeight / 2
            let places: [(box: Box, label: Label)] = [
                (point.x + r + 4, point.y, "start"), (point.x - r - 4, point.y, "end"),
                (point.x, point.y + r + half + 2, "middle"),
                (point.x, point.y - r - half - 2, "middle"),
            ].map { x, y, anchor in
                let left = anchor == "start" ? x : anchor == "end" ? x - length : x - length / 2
                return (
                    Box(left: left, top: y - half, right: left + length, bottom: y + half),
                    Label(x: x, y: y + 4, anchor: anchor, isShown: true)
                )
            }
            var best: (cost: Double, box: Box, label: Label)?
            for (box, label) in places {
                var cost = box.left < 2 || box.right > width - 2 ? length * lineHeight : 0
                for (other, shape) in shapes.enumerated() where other != index {
                    cost += 0.7 * box.overlap(with: shape)
                }
                for other in placed { cost += box.overlap(with: other) }
                if best == nil || cost < (best?.cost ?? 0) - 1e-9 { best = (cost, box, label) }
            }
            guard var best else { return Label(x: 0, y: 0, anchor: "middle", isShown: false) }
            if best.cost > 0.12 * length * lineHeight {
                best.label.isShown = false
            } else {
                placed.append(best.box)
            }
            return best.label
        }
    }
}
