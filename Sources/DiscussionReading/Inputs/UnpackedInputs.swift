import DiscussionModel

/// The inputs of one thing that the user named: itself, what it unpacks to, or the entries of the
/// archive that it is.
struct UnpackedInputs: IteratorProtocol {
    private let meter: ExpansionMeter
    private let maximumLevels: Int
    private var first: Result<OpenInput, ReadingError>?
    /// The archives that are gone through, the innermost last.
    private var walks: [ArchiveWalk] = []

    /// Whether all that is left comes out of an archive.
    var isInArchive: Bool { !walks.isEmpty }

    init(_ source: InputSource, options: ReadingOptions) {
        meter = ExpansionMeter(maximumExpansion: max(1, options.maximumExpansion))
        maximumLevels = max(0, options.maximumNesting)
        do {
            let input = try OpenInput(source)
            let format = options.format.flatMap(FormatRegistry.format(named:))
            input.isAnsweredByLine = format?.readsLineByLine ?? false
            switch try Self.unpacked(
                input, levels: maximumLevels, of: maximumLevels, meter: meter)
            {
            case .input(let input):
                // What belongs together in a folder is no more than what stands there.
                input.companions = source.files.dropFirst().map {
                    OpenInput(LateSource($0, options: options), name: $0.name)
                }
                first = .success(input)
            case .archive(let walk): walks = [walk]
            }
        } catch {
            first = .failure(DiscussionReader.readingError(error, file: source.name))
        }
    }

    /// The next input or error, or `nil` at the end.
    ///
    /// The bytes of an entry of an archive are copied when the next is asked for while somebody
    /// still holds it.
    mutating func next() -> Result<OpenInput, ReadingError>? {
        if let result = first {
            first = nil
            return result
        }
        while let walk = walks.last {
            guard let result = walk.next() else {
                walks.removeLast()
                continue
            }
            do {
                let entry = try result.get()
                let levels = maximumLevels - walks.count
                switch try Self.unpacked(
                    entry, levels: levels, of: maximumLevels, meter: meter)
                {
                case .input(let input):
                    input.isEntry = true
                    input.findings = entry.findings
                    return .success(input)
                case .archive(let walk): walks.append(walk)
                }
            } catch {
                let name = (try? result.get().name) ?? walk.name
                return .failure(DiscussionReader.readingError(error, file: name))
            }
        }
        return nil
    }

    private enum Unpacked {
        case input(OpenInput)
        case archive(ArchiveWalk)
    }

    /// - Parameter levels: how often anything may still be unpacked; a compressed archive counts
    ///   as one.
    private static func unpacked(
        _ packed: OpenInput, levels: Int, of maximumLevels: Int, meter: ExpansionMeter
    ) throws -> Unpacked {
        var input = packed
        var left = levels
        var mayBeTar = false
        while let packing = Packing(try input.head().bytes) {
            if mayBeTar && packing == .tar { left += 1 }
            if packing == .zip { try InputCheck.refuseDocument(input) }
            guard left > 0 else {
                throw ReadingError(
                    .tooLarge, file: packed.name,
                    problem: "it is packed more than \(maximumLevels) times over",
                    advice: "unpack it first, or raise the limit with --max-nesting N")
            }
            left -= 1
            // Only what is on the disk counts as packed, and only once.
            let contents: any ByteSource = InputContents(of: input)
            if packing.isArchive {
                return .archive(
                    try ArchiveWalk(
                        contents, name: input.name, countsPacked: input.meter == nil, meter: meter))
            }
            guard let decompressor = packing.decompressor() else { break }
            input = OpenInput(
                DecompressedSource(
                    input.meter == nil ? MeteredSource(contents, meter: meter) : contents,
                    by: decompressor, name: packed.name, meter: meter),
                name: packed.name, fileName: packing.unpackedName(of: input.fileName),
                meter: meter)
            mayBeTar = true
        }
        return .input(input)
    }
}

/// The entries of one archive that can be read, as inputs.
final class ArchiveWalk {
    /// The archive as the user knows it.
    let name: String
    private let packed: any ByteSource
    private let archive: ArchiveReader
    private let meter: ExpansionMeter
    private weak var present: OpenInput?
    private var presentSource: EntrySource?
    private var copies: RandomAccessFile?
    private var isEmpty = true
    private var isAtEnd = false

    init(
        _ packed: any ByteSource, name: String, countsPacked: Bool, meter: ExpansionMeter
    ) throws {
        self.packed = packed
        self.name = name
        self.meter = meter
        let source = countsPacked ? MeteredSource(packed, meter: meter) : packed
        archive = try ArchiveReader(source, name: name, meter: meter)
    }

    func next() -> Result<OpenInput, ReadingError>? {
        if isAtEnd { return nil }
        let wasDamaged = presentSource?.damage != nil
        do {
            try leavePresent()
            while let entry = try archive.next() {
                let entryName = EntryName(entry.path)
                guard entry.isFile, !entryName.isHidden else { continue }
                isEmpty = false
                return input(of: entry, entryName)
            }
        } catch {
            isAtEnd = !archive.isSeekingHeader
            isEmpty = false
            let failure = DiscussionReader.readingError(error, file: name)
            // The entry that ends where the archive does has told of it.
            return wasDamaged && packedIsSpent(failure) ? nil : .failure(failure)
        }
        isAtEnd = true
        if let damage = packed.damage { return wasDamaged ? nil : .failure(damage) }
        guard isEmpty else { return nil }
        return .failure(
            ReadingError(
                .noInputs, file: name, problem: "the archive holds no file to read",
                advice: "hidden files and links in it are skipped; unpack it to read them"))
    }

    private func packedIsSpent(_ error: ReadingError) -> Bool {
        error.problem.contains("ends in the middle")
    }

    private func input(
        of entry: ArchiveReader.Entry, _ entryName: EntryName
    ) -> Result<OpenInput, ReadingError> {
        let shown = name + "/" + entryName.path
        if entry.isEncrypted {
            return .failure(
                ReadingError(
                    .unreadable, file: shown, problem: "it can be read with a password only",
                    advice: "unpack it with its password and read what comes out"))
        }
        let source = EntrySource(
            entry, of: archive, name: shown, meter: meter,
            unpackedBefore: presentSource?.unpackedSoFar ?? 0)
        let input = OpenInput(source, name: shown, meter: meter)
        if entryName.isSuspicious {
            input.findings.append(
                Finding(
                    id: "entry-name", severity: .note,
                    message: "The archive gives this entry a path that leads out of it or cannot"
                        + " be shown; nothing is written there.", file: shown))
        }
        present = input
        presentSource = source
        return .success(input)
    }

    /// Copies what is left of the present entry if anybody will still read it.
    private func leavePresent() throws {
        if let present {
            let spool = try copies ?? RandomAccessFile.temporary(for: name)
            copies = spool
            try present.move(into: spool)
        }
        present = nil
        presentSource?.close()
    }
}
