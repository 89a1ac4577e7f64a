import DiscussionModel

/// What the pictures of a graph mean: a sentence for each thing that occurs in it, and none for
/// others.
struct DOTLegend {
    private let subject: GraphSubject
    private var hasNodes = false
    private var hasEdges = false
    private var nodeLooks: Set<ExportedGraph.Node.Look> = []
    private var edgeLooks: Set<ExportedGraph.Edge.Look> = []
    private var stances: Set<Stance.Label> = []
    private var hasPlainEdges = false
    private var hasPaleEdges = false
    private var hasSizes = false
    private var hasCamps = false
    private var isCombined = false

    init(of subject: GraphSubject) {
        self.subject = subject
    }

    /// Notes what occurs in a graph, which may be one of several.
    mutating func add(_ graph: ExportedGraph, isCombined: Bool) {
        self.isCombined = isCombined
        for node in graph.nodes {
            hasNodes = true
            nodeLooks.insert(node.look)
            if node.camp != nil { hasCamps = true }
            if node.look != .article, node.size > 0 { hasSizes = true }
        }
        for edge in graph.edges {
            hasEdges = true
            edgeLooks.insert(edge.look)
            if edge.isPale { hasPaleEdges = true }
            if let stance = edge.stance, stance != .neutral {
                stances.insert(stance)
            } else {
                hasPlainEdges = true
            }
        }
    }

    /// The sentences, a few on a line.
    var lines: [String] {
        let lines =
            switch subject {
            case .commenters: [replies, stances(of: "more replies"), people, camps]
            case .comments: [answers, stances(of: "the comment"), comments, camps]
            }
        return lines.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
    }

    private var replies: [String] {
        [
            hasEdges
                ? "An arrow runs from who replies to who is addressed; the thicker, the more replies."
                : nil,
            edgeLooks.contains(.withoutReply) ? "Dotted: named or quoted without a reply." : nil,
        ].compactMap { $0 }
    }

    private var answers: [String] {
        [
            hasEdges ? "An arrow runs from the comment that replies to what it answers." : nil,
            edgeLooks.contains(.unsure) ? "Dotted and pale: less sure than \(Self.percent)." : nil,
            edgeLooks.contains(.further) ? "Dashed: a further comment that is answered." : nil,
        ].compactMap { $0 }
    }

    /// Head and colour tell a stance, so that one suffices.
    private func stances(of subject: String) -> [String] {
        let isPlural = self.subject == .commenters
        return [
            stances.contains(.disagree)
                ? "A bar at the tip, red: \(subject) \(isPlural ? "disagree than agree" : "disagrees")."
                : nil,
            stances.contains(.agree)
                ? "A dot at the tip, blue: \(subject) \(isPlural ? "agree than disagree" : "agrees")."
                : nil,
            hasPaleEdges
                ? "Thin and pale with a bar or dot: that is less sure than \(Self.percent)." : nil,
            hasPlainEdges && !stances.isEmpty ? "A plain tip: neither, or not judged." : nil,
        ].compactMap { $0 }
    }

    private var people: [String] {
        [
            hasNodes ? "The larger a name, the more comments." : nil,
            nodeLooks.contains(.articleAuthor) ? "Orange frame: the article's author." : nil,
            nodeLooks.contains(.addressedOnly) ? "White: addressed without commenting." : nil,
        ].compactMap { $0 }
    }

    private var comments: [String] {
        [
            hasSizes ? "The larger a box, the more comments answer it." : nil,
            nodeLooks.contains(.article) || nodeLooks.contains(.articleAuthor)
                ? "Orange frame: the article and its author." : nil,
            nodeLooks.contains(.ghost) ? "Dashed box: a comment that is missing." : nil,
        ].compactMap { $0 }
    }

    private var camps: [String] {
        guard hasCamps else { return [] }
        let camp = isCombined ? "the camp in this discussion" : "the camp"
        return [
            "The number after a name and the colour of its box: \(camp). No number: in no camp."
        ]
    }

    private static let percent = "\(Int((ExportedGraph.sureConfidence * 100).rounded())) %"
}
