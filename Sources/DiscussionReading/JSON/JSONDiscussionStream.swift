import DiscussionModel

/// What makes discussions of the JSON documents of one input and its companions.
///
/// A reference, because documents add to what was read before.
protocol JSONDiscussions: AnyObject {
    /// What an input has to hold, for the error where nothing of it is there.
    var expectation: String { get }

    /// What is wrong with records inside the document read last; the stream empties it.
    var problems: [String] { get set }

    /// Takes a document.
    ///
    /// - Parameter line: its 1-based line where the input has one document a line.
    /// - Returns: the discussions that are whole with it.
    /// - Throws: `JSONParser.Failure` where the document is nothing of this format.
    func read(_ root: JSONValue, line: Int?) throws -> [Discussion]

    /// The discussions whose parts may lie in several documents.
    func finish() throws -> [Discussion]
}

/// The discussions of an input of JSON documents, read as they are asked for.
struct JSONDiscussionStream: DiscussionStream {
    private let input: OpenInput
    private let options: ReadingOptions
    private let discussions: any JSONDiscussions
    private var documents: JSONDocuments
    private var companions: ArraySlice<OpenInput>
    private var findings: [Finding] = []
    private var ready: ArraySlice<Discussion> = []
    /// The discussion before, which waits until it is known whether it is the last one: that one
    /// carries what there is to say of the whole input.
    private var held: Discussion?
    private var isFinished = false
    private var wasAnything = false

    var share: Double { isFinished ? 1 : documents.share }

    init(_ input: OpenInput, options: ReadingOptions, discussions: any JSONDiscussions) throws {
        self.input = input
        self.options = options
        self.discussions = discussions
        documents = try JSONDocuments(input, options: options)
        companions = input.companions[...]
    }

    mutating func next() throws -> Discussion? {
        while true {
            if let discussion = ready.popFirst() {
                wasAnything = true
                guard let previous = held else {
                    held = discussion
                    continue
                }
                held = discussion
                return previous
            }
            if isFinished { return try last() }
            let read = try documents.next { [discussions] root, line in
                try discussions.read(root, line: line)
            }
            for problem in discussions.problems { try documents.warn(problem, line: nil) }
            discussions.problems = []
            if let read {
                ready = read[...]
                continue
            }
            findings += documents.breaks + documents.warnings.findings
            if let companion = companions.popFirst() {
                documents = try JSONDocuments(companion, options: options)
            } else {
                ready = try discussions.finish()[...]
                isFinished = true
            }
        }
    }

    private mutating func last() throws -> Discussion? {
        if var last = held {
            held = nil
            last.findings = findings + last.findings
            return last
        }
        if wasAnything { return nil }
        let reason = findings.first.map { ": " + $0.message } ?? ""
        throw ReadingError(
            .malformed, file: input.name, line: findings.first?.line,
            problem: "there is no discussion in it\(reason)",
            advice: "expected \(discussions.expectation)")
    }
}
