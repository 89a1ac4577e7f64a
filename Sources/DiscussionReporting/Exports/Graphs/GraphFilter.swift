import GraphAlgorithms

/// Which part of a graph is written, whatever the form.
///
/// Edges are chosen first, by what they stand for and by their weight, then nodes by the comments
/// of their commenter; then, of what is left, the component. In a commenter graph, who has not
/// commented is left out where no edge that is left leads there. The attributes of nodes stay those
/// of the whole discussion.
public struct GraphFilter: Hashable, Sendable {
    /// What makes an edge: at least one of any of these; `nil` for replies between commenters, and
    /// for all edges between comments.
    public var edges: Set<GraphEdgeKind>?
    /// The least `weight` of an edge, which counts replies.
    public var minWeight: Int
    /// The least number of comments by a commenter, or by who wrote a comment. The article stays in
    /// a graph of comments.
    public var minComments: Int
    /// The component that is kept; `nil` for all.
    public var component: GraphComponent?

    /// Creates a filter, by default one that leaves out nothing but edges without a reply between
    /// commenters.
    public init(
        edges: Set<GraphEdgeKind>? = nil, minWeight: Int = 0, minComments: Int = 0,
        component: GraphComponent? = nil
    ) {
        self.edges = edges
        self.minWeight = minWeight
        self.minComments = minComments
        self.component = component
    }

    /// The part of a graph that passes.
    ///
    /// - Complexity: O(n + e), nearly.
    func part(of graph: ExportedGraph) -> ExportedGraph {
        let kinds = edges ?? (graph.subject == .commenters ? [.reply] : nil)
        var kept = graph
        kept.edges = graph.edges.filter { edge in
            let isOfKind = kinds?.contains { (edge.integer($0.rawValue) ?? 0) > 0 } ?? true
            return isOfKind && (edge.integer("weight") ?? 0) >= minWeight
        }
        kept = kept.keeping(kept.nodes.map { ($0.personComments ?? minComments) >= minComments })
        var isAddressed = kept.nodes.map { _ in false }
        for edge in kept.edges { isAddressed[edge.to] = true }
        kept = kept.keeping(zip(kept.nodes, isAddressed).map { $0.isShownAlone || $1 })
        switch component {
        case nil: return kept
        case .largest: return kept.keeping(kept.isInLargestComponent)
        }
    }
}

/// A component of a graph: nodes that are joined to each other, whichever way the edges point, and
/// to no others.
public enum GraphComponent: String, Hashable, Sendable, CaseIterable {
    /// The one with the most nodes; of equals, the one of the first node. Of several discussions
    /// each keeps its own.
    case largest
}

/// What makes an edge. The raw values are the names of the attributes that count them.
public enum GraphEdgeKind: String, Hashable, Sendable, CaseIterable {
    /// At least one reply.
    case reply
    /// At least one mention.
    case mention
    /// At least one quotation.
    case quotation
}

extension ExportedGraph {
    /// The graph of the nodes that are marked, and of the edges between them.
    fileprivate func keeping(_ isKept: [Bool]) -> ExportedGraph {
        if isKept.allSatisfy({ $0 }) { return self }
        var places = isKept.map { _ in 0 }
        var graph = self
        graph.nodes = []
        for (index, node) in nodes.enumerated() where isKept[index] {
            places[index] = graph.nodes.count
            graph.nodes.append(node)
        }
        graph.edges = edges.filter { isKept[$0.from] && isKept[$0.to] }.map { edge in
            var edge = edge
            edge.from = places[edge.from]
            edge.to = places[edge.to]
            return edge
        }
        return graph
    }

    /// Per node: whether it is in the largest component.
    fileprivate var isInLargestComponent: [Bool] {
        let parts = DirectedGraph(
            nodeCount: nodes.count, edges: edges.map { .init(from: $0.from, to: $0.to) }
        ).parts
        var sizes = parts.map { _ in 0 }
        for first in parts { sizes[first] += 1 }
        let largest = sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) }
        return parts.map { $0 == largest }
    }
}
