import DiscussionModel
import Foundation

/// The inputs of a run: found, opened, unpacked, and those that belong together put together.
struct InputQueue: IteratorProtocol {
    /// How many inputs of one archive are looked at before the first of them is read.
    private static let maximumLookAhead = 200_000

    /// How many other entries may stand among the files of a corpus.
    private static let maximumStrangers = 16

    private enum Waiting {
        /// Not opened, or closed again; with what it was seen to be where it was looked at.
        case source(InputSource, seen: Seen?)
        case failure(ReadingError)
    }

    /// What an input was seen to be before its turn.
    private struct Seen: Equatable {
        /// The name of its format; empty where none recognises it.
        var format: String
        /// What it has in common with its companions.
        var key: String?
    }

    private var list: InputList
    private let format: (any DiscussionFormat)?
    private let options: ReadingOptions
    /// Whether formats may take further inputs of the run as companions.
    private let putsTogether: Bool
    /// What was found before its turn.
    private var waiting: ArraySlice<Waiting> = []
    /// What is being unpacked.
    private var present: UnpackedInputs?
    /// Entries of the present archive that were looked at before their turn.
    private var entries: ArraySlice<Result<OpenInput, ReadingError>> = []

    /// - Parameter format: the format of all inputs; `nil` where each is to be recognised.
    init(
        _ names: [String], format: (any DiscussionFormat)?, options: ReadingOptions,
        putsTogether: Bool
    ) {
        list = InputList(names)
        self.format = format
        self.options = options
        self.putsTogether = putsTogether
    }

    /// The next input or error, or `nil` at the end.
    mutating func next() -> Result<OpenInput, ReadingError>? {
        while true {
            if let result = nextEntry() {
                guard case .success(let input) = result else { return result }
                do {
                    return .success(try together(input))
                } catch {
                    return .failure(DiscussionReader.readingError(error, file: input.name))
                }
            }
            present = nil
            switch nextWaiting() {
            case nil: return nil
            case .failure(let error): return .failure(error)
            case .source(let source, _): present = UnpackedInputs(source, options: options)
            }
        }
    }

    private mutating func nextEntry() -> Result<OpenInput, ReadingError>? {
        if let result = entries.popFirst() { return result }
        return present?.next()
    }

    private mutating func nextWaiting() -> Waiting? {
        if let first = waiting.popFirst() { return first }
        switch list.next() {
        case nil: return nil
        case .success(let source): return .source(source, seen: nil)
        case .failure(let error): return .failure(error)
        }
    }

    /// An input with those that are to be read with it.
    private mutating func together(_ first: OpenInput) throws -> OpenInput {
        let isInArchive = first.isEntry
        if isInArchive && first.isOfCorpus { return corpus(with: first) }
        guard putsTogether, options.joining != .never else { return first }
        let head = try first.head()
        let seen = seen(head)
        guard seen.key != nil else { return first }
        if isInArchive {
            lookThroughArchive(from: first, for: seen)
        } else {
            lookThroughList(from: first, for: seen)
        }
        return first
    }
}

/// Looking ahead.
extension InputQueue {
    /// The corpus in an archive that a file belongs to, under the name of its utterances; the file
    /// itself where there is no corpus.
    private mutating func corpus(with first: OpenInput) -> OpenInput {
        var found: [Result<OpenInput, ReadingError>] = [.success(first)]
        var strangers = 0
        while strangers <= Self.maximumStrangers, let result = nextEntry() {
            found.append(result)
            if case .success(let input) = result, input.isOfCorpus { continue }
            strangers += 1
        }
        var utterances: OpenInput?
        var companions: [String: OpenInput] = [:]
        var rest: [Result<OpenInput, ReadingError>] = []
        for result in found {
            guard case .success(let input) = result, input.isOfCorpus,
                input.folder == first.folder
            else {
                rest.append(result)
                continue
            }
            if input.fileName == CorpusFiles.utterances {
                utterances = input
            } else {
                companions[input.fileName] = input
            }
        }
        guard let utterances else {
            entries = found.dropFirst() + entries
            return first
        }
        utterances.companions = CorpusFiles.companions.compactMap { companions[$0] }
        entries = rest + entries
        return utterances
    }

    /// What an input is that begins like this.
    private func seen(_ head: InputHead) -> Seen {
        guard let format = format ?? FormatRegistry.format(for: head, options: options) else {
            return Seen(format: "", key: nil)
        }
        return Seen(format: format.name, key: format.companionKey(head))
    }

    /// Looks at the entries of the archive that is read; those that stay alone wait their turn.
    private mutating func lookThroughArchive(from first: OpenInput, for wanted: Seen) {
        var rest: [Result<OpenInput, ReadingError>] = []
        while rest.count < Self.maximumLookAhead, let result = nextEntry() {
            if case .success(let input) = result, let head = try? input.head(),
                seen(head) == wanted
            {
                first.companions.append(input)
            } else {
                rest.append(result)
            }
        }
        entries = rest[...]
    }

    /// Looks at all files that are still to come, each once in the run; standard input and archives
    /// stay untouched.
    private mutating func lookThroughList(from first: OpenInput, for wanted: Seen) {
        while let result = list.next() {
            switch result {
            case .success(let source): waiting.append(.source(source, seen: nil))
            case .failure(let error): waiting.append(.failure(error))
            }
        }
        var rest: [Waiting] = []
        rest.reserveCapacity(waiting.count)
        for item in waiting {
            guard case .source(let source, let known) = item, let file = source.files.first,
                let seen = known ?? look(at: file)
            else {
                rest.append(item)
                continue
            }
            if seen == wanted {
                first.companions += source.files.map {
                    OpenInput(LateSource($0, options: options), name: $0.name)
                }
            } else {
                rest.append(.source(source, seen: seen))
            }
        }
        waiting = rest[...]
    }

    /// Opens a file for its beginning; `nil` where that is an archive, a pipe, or cannot be read.
    private func look(at file: InputSource) -> Seen? {
        guard Self.canBeReadTwice(file.name) else { return nil }
        var inputs = UnpackedInputs(file, options: options)
        guard !inputs.isInArchive, case .success(let input)? = inputs.next(),
            let head = try? input.head()
        else { return nil }
        return seen(head)
    }

    /// A pipe gives its bytes once.
    private static func canBeReadTwice(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

extension OpenInput {
    /// The name up to the last slash.
    var folder: Substring { name.dropLast(fileName.count) }

    /// Whether it is one of the files of a ConvoKit corpus.
    var isOfCorpus: Bool {
        fileName == CorpusFiles.utterances || CorpusFiles.companions.contains(fileName)
    }
}
