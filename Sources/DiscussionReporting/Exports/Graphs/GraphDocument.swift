public import DiscussionModel

/// Writes one graph, in one file or more, from a stream of analyses.
///
/// One discussion gives a graph whose node ids are the ids of its commenters or comments. Several
/// become parts of one graph, with node ids `<discussion>/<commenter or comment>`. Commenters are
/// never joined across discussions.
///
///     var document = GraphDocument(as: .dot, of: .commenters)
///     for analysis in analyses { document.append(analysis) { file, text in files[file] += text } }
///     document.finish { file, text in files[file] += text }
///
/// Each call hands on the next pieces of each file, with the place of the file in
/// `GraphForm.endings`. A piece has at most some 64 KB, and the text of one node or edge more. What
/// takes them must leave the document alone meanwhile; when it throws, the document is of no use.
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

    /// Hands on what the next analysis adds; nothing for the first, which waits for what follows.
    ///
    /// - Parameters:
    ///   - analysis: the next one.
    ///   - write: takes the place of a file and its next piece.
    /// - Throws: what `write` throws.
    public mutating func append(
        _ analysis: Analysis, _ write: (Int, String) throws -> Void
    ) rethrows {
        let whole =
            switch subject {
            case .commenters: ExportedGraph(commentersOf: analysis)
            case .comments: ExportedGraph(commentsOf: analysis)
            }
        let graph = filter.part(of: whole)
        if !isOpen {
            guard let first else {
                self.first = graph
                return
            }
            self.first = nil
            isOpen = true
            try open(with: nil, write)
            try add(first, write)
        }
        try add(graph, write)
    }

    /// Hands on the rest of each file, with its last line end. The document takes nothing after it.
    ///
    /// - Parameter write: takes the place of a file and its next piece.
    /// - Throws: what `write` throws.
    public mutating func finish(_ write: (Int, String) throws -> Void) rethrows {
        if !isOpen {
            let only = first
            first = nil
            try open(with: only, write)
            if let only { try add(only, write) }
        }
        for file in writers.indices { try writers[file].writeClosing { try write(file, $0) } }
    }

    /// The whole files of a graph.
    public static func texts(
        of analyses: some Sequence<Analysis>, as form: GraphForm = .dot,
        of subject: GraphSubject = .commenters, keeping filter: GraphFilter = GraphFilter()
    ) -> [String] {
        var document = GraphDocument(as: form, of: subject, keeping: filter)
        var texts = form.endings.map { _ in "" }
        for analysis in analyses { document.append(analysis) { texts[$0] += $1 } }
        document.finish { texts[$0] += $1 }
        return texts
    }

    private mutating func open(
        with only: ExportedGraph?, _ write: (Int, String) throws -> Void
    ) rethrows {
        for file in writers.indices {
            try write(file, writers[file].opening(of: only, isCombined: isOpen))
        }
    }

    private mutating func add(
        _ graph: ExportedGraph, _ write: (Int, String) throws -> Void
    ) rethrows {
        for file in writers.indices {
            try writers[file].writeBody(of: graph) { try write(file, $0) }
        }
    }
}
