public import ArgumentParser
public import Rejoinder

/// `rejoinder graph`: who replies to whom as a graph file.
struct GraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Write who replies to whom as a graph.",
        discussion: """
            Several discussions become one graph, or with a folder after -o one file each.

            EXAMPLES
              rejoinder graph page.txt | dot -Tsvg -o page.svg
              rejoinder graph --db pages.sqlite --of comments -o graphs/
            """)

    @OptionGroup var source: SourceOptions

    @OptionGroup var camps: CampOptions

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form of the graph file.", valueName: "dot|json"))
    var form: GraphForm = .dot

    @Option(
        name: .customLong("of"),
        help: ArgumentHelp("What the nodes are.", valueName: "commenters|comments"))
    var nodes: GraphSubject = .commenters

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try camps.requireInputs(db: source.db)
    }

    func run() async throws {
        let run = AnalysisRun(
            input: source.input, camps: camps.camps, db: source.db, output: output)
        let status =
            if case .folder(let path) = output.target {
                try await writeFiles(of: run, into: path)
            } else {
                try await writeOne(of: run, to: output.target.open())
            }
        if status != .done { throw status }
    }

    private func writeOne(of run: AnalysisRun, to target: TextOutput) async throws -> ExitStatus {
        var document = GraphDocument(as: form, of: nodes)
        var isEmpty = true
        let status = try await run.forEachAnalysis {
            isEmpty = false
            try target.write(document.append($0))
        }
        // Where nothing could be read there is nothing to draw.
        if !isEmpty || status == .done { try target.write(document.finish()) }
        try target.flush()
        return status
    }

    private func writeFiles(of run: AnalysisRun, into path: String) async throws -> ExitStatus {
        var folder = try OutputFolder(path: path, ending: "." + form.rawValue)
        return try await run.forEachAnalysis { analysis in
            let file = try folder.open(discussion: analysis.discussion.id)
            try file.write(GraphDocument.text(of: [analysis], as: form, of: nodes))
            try file.flush()
        }
    }
}

extension GraphForm: ExpressibleByArgument {}

extension GraphSubject: ExpressibleByArgument {}
