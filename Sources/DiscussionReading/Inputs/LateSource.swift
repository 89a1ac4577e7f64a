import DiscussionModel

/// A file that is opened and unpacked when it is first read, so that any number of them can wait.
final class LateSource: ByteSource {
    private let source: InputSource
    private let options: ReadingOptions
    private var contents: InputContents?

    init(_ source: InputSource, options: ReadingOptions) {
        self.source = source
        self.options = options
    }

    var size: Int? { contents?.size }
    var modified: Timestamp? { try? opened().modified }
    var damage: ReadingError? { contents?.damage }

    func read() throws -> [UInt8] { try opened().read() }
    func file() throws -> RandomAccessFile? { try opened().file() }

    private func opened() throws -> InputContents {
        if let contents { return contents }
        var inputs = UnpackedInputs(source, options: options)
        guard !inputs.isInArchive, let input = try inputs.next()?.get() else {
            throw ReadingError(
                .binary, file: source.name,
                problem: "it is an archive among files that belong together",
                advice: "unpack it, or name it by itself")
        }
        let opened = InputContents(of: input)
        contents = opened
        return opened
    }
}
