public import DiscussionModel

/// Writes one graph document from a stream of analyses.
///
/// One discussion gives a graph whose node ids are the ids of its commenters or comments. Several
/// become parts of one graph, with node ids `<discussion>/<commenter or comment>`. Commenters are
/// never joined across discussions.
///
///     var document = GraphDocument(as: .dot, of: .commenters)
///     for analysis in analyses { write(document.append(analysis)) }
///     write(document.finish())
public struct GraphDocument {
    private let subject: GraphSubject
    private let kinds: Set<GraphEdgeKind>
    private var writer: any GraphFormat
    /// The first graph, held back until it is known whether another follows.
    private var first: ExportedGraph?
    private var isOpen = false

    /// Creates a document.
    ///
    /// - Parameter edges: What makes an edge between commenters. An edge always carries all counts;
    ///   a comment graph has all its replies whatever is given here.
    public init(
        as form: GraphForm = .dot, of subject: GraphSubject = .commenters,
        edges: Set<GraphEdgeKind> = [.reply]
    ) {
        self.subject = subject
        kinds = edges
        writer = form.writer(of: subject)
    }

    /// The text that the next analysis adds; empty for the first, which waits for what follows.
    public mutating func append(_ analysis: Analysis) -> String {
        let graph =
            switch subject {
            case .commenters: ExportedGraph(commentersOf: analysis, edges: kinds)
            case .comments: ExportedGraph(commentsOf: analysis)
            }
        if isOpen { return writer.body(of: graph) }
        guard let first else {
            self.first = graph
            return ""
        }
        self.first = nil
        isOpen = true
        return writer.opening(of: nil, isCombined: true) + writer.body(of: first)
            + writer.body(of: graph)
    }

    /// The rest of the document, with its last line end. The document takes nothing after it.
    public mutating func finish() -> String {
        if isOpen { return writer.closing() }
        let only = first
        first = nil
        return writer.opening(of: only, isCombined: false)
            + (only.map { writer.body(of: $0) } ?? "") + writer.closing()
    }

    /// A whole document.
    public static func text(
        of analyses: some Sequence<Analysis>, as form: GraphForm = .dot,
        of subject: GraphSubject = .commenters, edges: Set<GraphEdgeKind> = [.reply]
    ) -> String {
        var document = GraphDocument(as: form, of: subject, edges: edges)
        var text = ""
        for analysis in analyses { text += document.append(analysis) }
        return text + document.finish()
    }
}
