import ArgumentParser
import Rejoinder

/// Which part of a graph is written.
struct GraphFilterOptions: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            """
            What makes an edge: at least one of any of these. May be given more than once. Without \
            it replies between commenters, and all edges between comments.
            """,
            valueName: "reply,mention,quotation"),
        transform: Self.kinds)
    var edges: [Set<GraphEdgeKind>] = []

    @Option(
        help: ArgumentHelp(
            "Leave out edges that stand for fewer replies than this.", valueName: "n"),
        transform: Self.count)
    var minWeight: Int?

    @Option(
        help: ArgumentHelp(
            "Leave out who wrote fewer comments than this, or the comments of those.",
            valueName: "n"),
        transform: Self.count)
    var minComments: Int?

    @Option(
        help: ArgumentHelp(
            "Leave out all but the largest part that hangs together, of each discussion.",
            valueName: "largest"),
        transform: Self.component)
    var component: GraphComponent?

    /// What the options say.
    var filter: GraphFilter {
        GraphFilter(
            edges: edges.isEmpty ? nil : edges.reduce([]) { $0.union($1) },
            minWeight: minWeight ?? 0, minComments: minComments ?? 0, component: component)
    }

    // What is thrown here stands behind "The value … is invalid for …:".

    private static func kinds(_ argument: String) throws -> Set<GraphEdgeKind> {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let kinds = names.compactMap { GraphEdgeKind(rawValue: String($0)) }
        guard kinds.count == names.count else {
            let all = GraphEdgeKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("name one or more of \(all), with commas between them.")
        }
        return Set(kinds)
    }

    private static func count(_ argument: String) throws -> Int {
        guard let count = Int(argument), count >= 0 else {
            throw ValidationError("give a whole number of 0 or more.")
        }
        return count
    }

    private static func component(_ argument: String) throws -> GraphComponent {
        guard let component = GraphComponent(rawValue: argument) else {
            let all = GraphComponent.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is only: \(all).")
        }
        return component
    }
}
