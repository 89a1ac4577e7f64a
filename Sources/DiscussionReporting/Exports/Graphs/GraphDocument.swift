public import DiscussionModel

/// Writes one graph, in one file or more, from a stream of analyses.
///
/// One discussion gives a graph whose node ids are the ids of its commenters or comments. Several
/// become parts of one graph, with node ids `<discussion>/<commenter or comment>`. Commenters are
/// never joined across discussions.
///
///     var document = GraphDocument(as: .dot, of: .commenters)
///     for analysis in analyses { write(document.append(analysis)) }
///     write(document.finish())
///
/// Each call gives one text for each file of the form, in the order of `GraphForm.endings`.
public struct GraphDocument {
    private let subject: GraphSubject
    private let filter: GraphFilter
    private var writers: [any GraphFormat]
    /// The first graph, held back until it is known whether another follows.
    private var first: ExportedGraph?
    private var isOpen = false

    /// Creates a document.
    ///
    /// - Parameters:
    ///   - form: For which program it is written.
    ///   - subject: What the nodes are.
    ///   - filter: Which part of each graph is written.
    public init(
        as form: GraphForm = .dot, of subject: GraphSubject = .commenters,
        keeping filter: GraphFilter = GraphFilter()
    ) {
        self.subject = subject
        self.filter = filter
        writers = form.files.map { $0.writer(subject) }
    }

    /// The texts that the next analysis adds; empty for the first, which waits for what follows.
    public mutating func append(_ analysis: Analysis) -> [String] {
        let whole =
            switch subject {
            case .commenters: ExportedGraph(commentersOf: analysis)
            case .comments: ExportedGraph(commentsOf: analysis)
            }
        let graph = filter.part(of: whole)
        if isOpen { return eachWriter { $0.body(of: graph) } }
        guard let first else {
            self.first = graph
            return writers.map { _ in "" }
        }
        self.first = nil
        isOpen = true
        return eachWriter { writer in
            writer.opening(of: nil, isCombined: true) + writer.body(of: first)
                + writer.body(of: graph)
        }
    }

    /// The rest of each file, with its last line end. The document takes nothing after it.
    public mutating func finish() -> [String] {
        if isOpen { return eachWriter { $0.closing() } }
        let only = first
        first = nil
        return eachWriter { writer in
            writer.opening(of: only, isCombined: false)
                + (only.map { writer.body(of: $0) } ?? "") + writer.closing()
        }
    }

    /// The whole files of a graph.
    public static func texts(
        of analyses: some Sequence<Analysis>, as form: GraphForm = .dot,
        of subject: GraphSubject = .commenters, keeping filter: GraphFilter = GraphFilter()
    ) -> [String] {
        var document = GraphDocument(as: form, of: subject, keeping: filter)
        var texts = form.endings.map { _ in "" }
        func add(_ pieces: [String]) {
            for (index, piece) in pieces.enumerated() { texts[index] += piece }
        }
        for analysis in analyses { add(document.append(analysis)) }
        add(document.finish())
        return texts
    }

    private mutating func eachWriter(_ body: (inout any GraphFormat) -> String) -> [String] {
        writers.indices.map { body(&writers[$0]) }
    }
}
