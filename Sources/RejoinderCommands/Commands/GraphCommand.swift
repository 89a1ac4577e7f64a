public import ArgumentParser
public import Rejoinder

/// `rejoinder graph`: who replies to whom as a graph file.
struct GraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Write who replies to whom as a graph.",
        discussion: """
            An arrow runs from who replies to who is addressed. Several discussions become one \
            graph, or with a folder after -o one each. Tables for Gephi are two files, of nodes and \
            of edges.

            FORMS
            \(GraphForm.allCases.map { "  \($0.name): \($0.purpose)" }.joined(separator: "\n"))

            EXAMPLES
              rejoinder graph page.txt | dot -Tsvg -o page.svg
              rejoinder graph --db pages.sqlite --of comments -o graphs/
              rejoinder graph page.txt --as gexf --component largest -o page.gexf
              rejoinder graph pages/ --as gephi --edges reply,mention -o tables/
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var source: SourceOptions

    @OptionGroup var camps: CampOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The form of the graph.",
            valueName: GraphForm.allCases.map(\.name).joined(separator: "|")))
    var form: GraphForm = .dot

    @Option(
        name: .customLong("of"),
        help: ArgumentHelp("What the nodes are.", valueName: "commenters|comments"))
    var nodes: GraphSubject = .commenters

    @OptionGroup var filter: GraphFilterOptions

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try source.requireEither(or: input)
        try output.requireApart(from: input.paths + [source.db])
        try camps.requireInputs(db: source.db)
        if form.endings.count > 1, output.target == .standardOutput {
            throw ValidationError(
                "--as \(form.name) writes \(form.endings.count) files:"
                    + " name a folder or a file with -o.")
        }
    }

    func run() async throws {
        let run = AnalysisRun(
            input: input, camps: camps.camps, db: source.db, output: output, summarizer: .silent)
        let status =
            if case .folder(let path) = output.target {
                try await writeEach(of: run, into: path)
            } else {
                try await writeOne(of: run, to: openFiles())
            }
        if status != .done { throw status }
    }

    /// Opens one file for each of the form. Where they are several, their names are the one after
    /// `-o` with different endings.
    private func openFiles() throws -> [TextOutput] {
        guard form.endings.count > 1, case .file(let path) = output.target else {
            return [try output.target.open(forData: true)]
        }
        let stem = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
        return try form.endings.map { try TextOutput(path: stem + $0) }
    }

    private func writeOne(of run: AnalysisRun, to files: [TextOutput]) async throws -> ExitStatus {
        var document = GraphDocument(as: form, of: nodes, keeping: filter.filter)
        var isEmpty = true
        let status = try await run.forEachAnalysis { analysis in
            isEmpty = false
            try document.append(analysis) { try files[$0].write($1) }
        }
        // Where nothing could be read there is nothing to draw.
        if !isEmpty || status == .done { try document.finish { try files[$0].write($1) } }
        for file in files { try file.finish(status) }
        return status
    }

    private func writeEach(of run: AnalysisRun, into path: String) async throws -> ExitStatus {
        var folder = try OutputFolder(path: path)
        return try await run.forEachAnalysis { analysis in
            let files = try folder.open(
                discussion: analysis.discussion.id, endings: form.endings)
            var document = GraphDocument(as: form, of: nodes, keeping: filter.filter)
            try document.append(analysis) { try files[$0].write($1) }
            try document.finish { try files[$0].write($1) }
            for file in files { try file.finish() }
        }
    }
}

extension GraphForm: ExpressibleByArgument {
    /// Understands the name of a form.
    public init?(argument: String) { self.init(name: argument) }

    /// What the help says of the default.
    public var defaultValueDescription: String { name }

    /// The names that there are.
    public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension GraphSubject: ExpressibleByArgument {}
