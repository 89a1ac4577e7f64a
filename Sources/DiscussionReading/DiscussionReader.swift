public import DiscussionModel
import Foundation

/// Reads what a user named, discussion after discussion; an input that cannot be read gives its
/// error in its place and the rest goes on.
///
/// ```swift
/// for result in try DiscussionReader(inputs: ["page.txt", "dump/"]) {
///     print(try result.get().comments.count)
/// }
/// ```
public struct DiscussionReader: Sequence, IteratorProtocol {
    private var inputs: InputList
    private let format: (any DiscussionFormat)?
    private let options: ReadingOptions
    private var stream: (any DiscussionStream)?
    private var current: OpenInput?
    private var usedIDs: [String: Int] = [:]
    private var finishedBytes = 0

    /// Creates a reader of files, folders (their files sorted, recursively, without hidden entries
    /// and links) and `-` for standard input.
    ///
    /// - Throws: `ReadingError` of code `unknownFormat` when the options name no format there is.
    public init(inputs: [String], options: ReadingOptions = ReadingOptions()) throws(ReadingError) {
        self.inputs = InputList(inputs)
        self.options = options
        format = try Self.format(named: options.format)
    }

    /// The bytes of the inputs whose discussions were handed out, of the present one by its share.
    public var bytesDone: Int {
        guard let current else { return finishedBytes }
        return finishedBytes + Int(Double(current.size) * (stream?.share ?? 0))
    }

    /// The bytes of all files that inputs name; `nil` where that cannot be known beforehand, as of
    /// standard input. What cannot be looked at counts nothing.
    ///
    /// - Complexity: O(f) in the files, each of which is looked up.
    public static func bytes(ofInputs inputs: [String]) -> Int? {
        var sum = 0
        for case .success(let source) in InputList(inputs) {
            guard case .file(let path) = source else { return nil }
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            guard status.st_mode & S_IFMT == S_IFREG else { return nil }
            sum += Int(status.st_size)
        }
        return sum
    }

    static func format(named name: String?) throws(ReadingError) -> (any DiscussionFormat)? {
        guard let name else { return nil }
        if let format = FormatRegistry.format(named: name) { return format }
        let names = FormatRegistry.all.map(\.name).joined(separator: ", ")
        throw ReadingError(
            .unknownFormat, file: "--format \(name)", problem: "there is no format of that name",
            advice: "the formats are \(names)")
    }

    /// The next discussion or error, or `nil` when everything was read. The ids of the discussions
    /// are unique: of equal ones the second gets `-2` behind it.
    public mutating func next() -> Result<Discussion, ReadingError>? {
        while true {
            if let result = nextOfStream() { return result }
            finishedBytes += current?.size ?? 0
            current = nil
            guard let source = inputs.next() else { return nil }
            do {
                let input = try OpenInput(source.get())
                stream = try Self.stream(of: input, format: format, options: options)
                current = input
            } catch {
                return .failure(Self.readingError(error, file: (try? source.get().name) ?? "-"))
            }
        }
    }

    private mutating func nextOfStream() -> Result<Discussion, ReadingError>? {
        guard var rest = stream else { return nil }
        stream = nil
        do {
            guard var discussion = try rest.next() else { return nil }
            stream = rest
            discussion.id = unused(discussion.id)
            return .success(discussion)
        } catch {
            return .failure(Self.readingError(error, file: current?.name ?? "-"))
        }
    }

    private mutating func unused(_ id: String) -> String {
        guard var count = usedIDs[id] else {
            usedIDs[id] = 1
            return id
        }
        var renamed = id
        while usedIDs[renamed] != nil {
            count += 1
            renamed = "\(id)-\(count)"
        }
        usedIDs[id] = count
        usedIDs[renamed] = 1
        return renamed
    }

    static func readingError(_ error: any Error, file: String) -> ReadingError {
        error as? ReadingError
            ?? ReadingError(
                .unreadable, file: file, problem: "it cannot be read (\(error))",
                advice: "check that it is a file and that you may read it")
    }

    /// Opens an input in the format that was asked for, else in the one that recognises it.
    static func stream(
        of input: OpenInput, format: (any DiscussionFormat)?, options: ReadingOptions
    ) throws -> any DiscussionStream {
        let head = try input.head()
        try InputCheck.refuse(head, name: input.name)
        guard let format = format ?? FormatRegistry.format(recognizing: head) else {
            throw ReadingError(
                .unrecognized, file: input.name, problem: "no format recognises it",
                advice: "name one with --format; `rejoinder formats` lists them")
        }
        return try format.discussions(in: input, options: options)
    }
}
