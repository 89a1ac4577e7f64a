public import DiscussionModel
import Foundation

/// Reads what a user named, discussion after discussion; an input that cannot be read gives its
/// error in its place and the rest goes on.
///
/// What is packed is unpacked on the way, inputs that belong together are read together, and pages
/// of one comment section become one discussion.
///
/// ```swift
/// for result in try DiscussionReader(inputs: ["page.txt", "dump/", "more.zip"]) {
///     print(try result.get().comments.count)
/// }
/// ```
public struct DiscussionReader: Sequence, IteratorProtocol {
    private var inputs: InputQueue
    private let format: (any DiscussionFormat)?
    private let options: ReadingOptions
    private var stream: (any DiscussionStream)?
    private var current: OpenInput?
    private var currentReadsPages = false
    private var readsLinesAlone = false
    private var isFirstOfInput = false
    private var joiner: PageJoiner
    private var isAtEnd = false
    /// The ids that were given, by their hashes; and how often those that came again.
    private var usedIDs = HashSet64()
    private var repeats: [String: Int] = [:]
    private var finishedBytes = 0

    /// Creates a reader of files, folders (their files sorted, recursively, without hidden entries
    /// and links), archives, and `-` for standard input.
    ///
    /// - Throws: `ReadingError` of code `unknownFormat` when the options name no format there is; why
    ///   a description of a site that they name cannot be used.
    public init(inputs: [String], options: ReadingOptions = ReadingOptions()) throws(ReadingError) {
        self.options = options
        format = try Self.format(named: options.format)
        for file in options.siteFiles { _ = try SiteLibrary.description(inFile: file) }
        self.inputs = InputQueue(inputs, format: format, options: options, putsTogether: true)
        joiner = PageJoiner(options.joining)
    }

    /// The bytes of the inputs that were read, of the present one by the share of its discussions
    /// that were taken.
    public var bytesDone: Int {
        finishedBytes + (current?.bytesTaken(share: stream?.share ?? 0) ?? 0)
    }

    /// The bytes of all files that inputs name; `nil` where that cannot be known beforehand, as of
    /// standard input. What cannot be looked at counts nothing.
    ///
    /// - Complexity: O(f) in the files, each of which is looked up.
    public static func bytes(ofInputs inputs: [String]) -> Int? {
        var sum = 0
        for case .success(let source) in InputList(inputs) {
            if source == .standardInput { return nil }
            for path in source.paths {
                var status = stat()
                guard stat(path, &status) == 0 else { continue }
                guard status.st_mode & S_IFMT == S_IFREG else { return nil }
                sum += Int(status.st_size)
            }
        }
        return sum
    }

    /// The format that was asked for by name, or `nil` where none was.
    ///
    /// - Throws: `ReadingError` of code `unknownFormat` that names those there are.
    static func format(named name: String?) throws(ReadingError) -> (any DiscussionFormat)? {
        guard let name else { return nil }
        if let format = FormatRegistry.format(named: name) { return format }
        let names = FormatRegistry.all.map(\.name).joined(separator: ", ")
        throw ReadingError(
            .unknownFormat, file: "--format \(name)", problem: "there is no format of that name",
            advice: "the formats are \(names)")
    }

    /// The next discussion or error, or `nil` when everything was read. The ids of the discussions
    /// are unique: of equal ones the second gets `-2` behind it. Only lines that are read alone keep
    /// theirs.
    ///
    /// A page may have to wait for the pages behind it, of which about 64 MB are held; discussions
    /// of a stream of anything but pages wait for nothing.
    public mutating func next() -> Result<Discussion, ReadingError>? {
        while true {
            switch joiner.next() {
            case .success(var discussion)?:
                if !readsLinesAlone { discussion.id = unused(discussion.id) }
                return .success(discussion)
            case .failure(let error)?:
                return .failure(error)
            case nil:
                if isAtEnd { return nil }
                readOn()
            }
        }
    }

    /// Reads a discussion, or opens the next input.
    private mutating func readOn() {
        guard stream == nil else { return readStream() }
        guard let result = inputs.next() else {
            isAtEnd = true
            joiner.flush()
            return
        }
        do {
            let input = try result.get()
            let (stream, format) = try Self.stream(of: input, format: format, options: options)
            current = input
            self.stream = stream
            currentReadsPages = format.readsPages || options.joining == .always
            readsLinesAlone = Self.readsLinesAlone(input, format, options)
            isFirstOfInput = true
            // Whoever writes into the stream may wait for the answer to what was written.
            if input.name == "-" && !format.readsPages { joiner.flush() }
        } catch {
            let name = (try? result.get().name) ?? "-"
            // What is damaged cannot be expected to be recognised.
            let damage = (try? result.get())?.damage
            joiner.add(.failure(damage ?? Self.readingError(error, file: name)))
        }
    }

    private mutating func readStream() {
        guard let input = current, let first = nextOfStream(input) else { return finishInput() }
        guard currentReadsPages, isFirstOfInput else {
            isFirstOfInput = false
            joiner.add(first)
            return
        }
        isFirstOfInput = false
        // What holds several discussions is an export, in which each is whole.
        let second = stream == nil ? nil : nextOfStream(input)
        if case .success(let page) = first, second == nil {
            joiner.add(page: page, stem: input.stem)
        } else {
            joiner.add(first)
            if let second { joiner.add(second) }
        }
        if second == nil { finishInput() }
    }

    private mutating func finishInput() {
        if let damage = current?.damage { joiner.add(.failure(damage)) }
        finishedBytes += current?.bytesTaken(share: 1) ?? 0
        for companion in current?.companions ?? [] {
            if let damage = companion.damage { joiner.add(.failure(damage)) }
            finishedBytes += companion.bytesTaken(share: 1)
        }
        stream = nil
        current = nil
    }

    private mutating func nextOfStream(
        _ input: OpenInput
    ) -> Result<Discussion, ReadingError>? {
        guard var rest = stream else { return nil }
        stream = nil
        do {
            guard var discussion = try rest.next() else { return nil }
            stream = rest
            discussion.findings = input.findings + discussion.findings
            input.findings = []
            discussion = LengthLimits.applied(options, to: discussion)
            return .success(discussion)
        } catch {
            // Where the input is cut off, that is why.
            if input.damage != nil { return nil }
            let error = Self.readingError(error, file: input.name)
            if error.isOfOneRecord { stream = rest }
            return .failure(error)
        }
    }

    private mutating func unused(_ id: String) -> String {
        if isUnused(id) { return id }
        var count = repeats[id] ?? 1
        var renamed: String
        repeat {
            count += 1
            renamed = "\(id)-\(count)"
        } while !isUnused(renamed)
        repeats[id] = count
        return renamed
    }

    private mutating func isUnused(_ id: String) -> Bool {
        usedIDs.insert(StableHash.mixed(StableHash.adding(id)))
    }

    /// Any error as one that names its input.
    static func readingError(_ error: any Error, file: String) -> ReadingError {
        error as? ReadingError
            ?? ReadingError(
                .unreadable, file: file, problem: "it cannot be read (\(error))",
                advice: "check that it is a file and that you may read it")
    }

    private static func readsLinesAlone(
        _ input: OpenInput, _ format: any DiscussionFormat, _ options: ReadingOptions
    ) -> Bool {
        options.readsLinesAlone && format.readsLineByLine && input.name == "-"
    }

    /// Opens an input in the format that was asked for, else in the one that recognises it.
    static func stream(
        of input: OpenInput, format: (any DiscussionFormat)?, options: ReadingOptions
    ) throws -> (any DiscussionStream, any DiscussionFormat) {
        // Lines without text, or that are no text, are told one by one.
        if let format, readsLinesAlone(input, format, options) {
            return (try format.discussions(in: input, options: options), format)
        }
        let head = try input.head()
        try InputCheck.refuse(head, name: input.name)
        guard let format = format ?? FormatRegistry.format(for: head, options: options) else {
            throw ReadingError(
                .unrecognized, file: input.name, problem: "no format recognises it",
                advice: "name one with --format; `rejoinder formats` lists them")
        }
        return (try format.discussions(in: input, options: options), format)
    }
}
