import CLibarchive
import DiscussionModel
import Foundation

/// Goes through the entries of a zip or tar archive from front to back, through libarchive.
final class ArchiveReader {
    /// What an archive says of an entry.
    struct Entry {
        /// Its path as it stands there; it may climb out of any folder and hold any character.
        var path: String
        /// Whether it is a file, and no folder, link or device.
        var isFile: Bool
        /// Whether it can be read with a password only.
        var isEncrypted: Bool
        /// When it was last changed.
        var modified: Timestamp?
    }

    private let archive: OpaquePointer?
    private let context: Context
    private let name: String
    /// What was found wrong with the bytes that were given last, such as their checksum.
    private var pending: ReadingError?
    /// Whether an entry was damaged and the next is still to be found.
    private(set) var isSeekingHeader = false

    /// - Parameters:
    ///   - packed: the archive; where it is a file, places in it are sought, so that the list of
    ///     entries at the end of a zip archive counts.
    ///   - name: the archive as the user knows it.
    init(_ packed: any ByteSource, name: String, meter: ExpansionMeter) throws {
        self.name = name
        context = Context(packed, file: try packed.file(), meter: meter)
        archive = archive_read_new()
        archive_read_support_format_zip(archive)
        archive_read_support_format_tar(archive)
        let data = Unmanaged.passUnretained(context).toOpaque()
        if context.file != nil {
            archive_read_set_seek_callback(archive) { _, data, offset, origin in
                Context.of(data).seek(to: Int(offset), from: origin)
            }
        }
        let status = archive_read_open(
            archive, data, nil, { _, data, buffer in Context.of(data).read(buffer) }, nil)
        if status != ARCHIVE_OK { throw failure() }
    }

    deinit { archive_read_free(archive) }

    /// The next entry, or `nil` at the end.
    ///
    /// - Throws: `ReadingError` when the entry cannot be read, nor anything behind it unless
    ///   `isSeekingHeader` is set.
    func next() throws -> Entry? {
        pending = nil
        var entry: OpaquePointer?
        var status = ARCHIVE_OK
        repeat {
            status = Self.withUnicodeNames { archive_read_next_header(archive, &entry) }
            // A damaged header is told of once, whatever stands between it and the next.
            if status == ARCHIVE_RETRY && !isSeekingHeader {
                isSeekingHeader = true
                throw failure()
            }
        } while status == ARCHIVE_RETRY
        isSeekingHeader = false
        if status == ARCHIVE_EOF { return nil }
        guard status >= ARCHIVE_WARN, let entry else { throw failure() }
        let isFile =
            archive_entry_filetype(entry) & 0o170000 == 0o100000
            && archive_entry_hardlink(entry) == nil && archive_entry_symlink(entry) == nil
        return Entry(
            path: Self.path(of: entry), isFile: isFile,
            isEncrypted: archive_entry_is_data_encrypted(entry) != 0,
            modified: archive_entry_mtime_is_set(entry) == 0
                ? nil : Timestamp(seconds: Int64(archive_entry_mtime(entry))))
    }

    /// The next bytes of the present entry; empty at its end.
    ///
    /// - Throws: `ReadingError` when the rest of the entry cannot be read.
    func read() throws -> [UInt8] {
        if let error = pending {
            pending = nil
            throw error
        }
        while true {
            var buffer: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = archive_read_data_block(archive, &buffer, &count, &offset)
            if status == ARCHIVE_EOF { return [] }
            if status == ARCHIVE_RETRY { continue }
            if status < ARCHIVE_WARN { throw failure() }
            if status == ARCHIVE_WARN { pending = failure() }
            // Holes in sparse files are left out: they hold no text.
            if count > 0 { return Array(UnsafeRawBufferPointer(start: buffer, count: count)) }
            if let error = pending {
                pending = nil
                throw error
            }
        }
    }

    /// Why libarchive could not go on.
    private func failure() -> ReadingError {
        if let error = context.failure as? ReadingError { return error }
        let words = archive_error_string(archive).map { String(cString: $0) } ?? "bad data"
        if context.isAtEnd {
            let damage = context.damage
            return ReadingError(
                .malformed, file: name, byte: damage?.byte ?? context.position,
                problem: damage?.problem ?? "the archive ends in the middle of an entry",
                advice: "what stood before was read; get the file anew for the rest")
        }
        return ReadingError(
            .malformed, file: name, byte: context.position,
            problem: "the archive is damaged here (\(words))",
            advice: "what could be read was read; get the file anew for the rest")
    }

    private static func path(of entry: OpaquePointer) -> String {
        guard let path = archive_entry_pathname(entry) else { return "" }
        let bytes = Array(UnsafeRawBufferPointer(start: path, count: strlen(path)))
        return String(decoding: TextDecoder.decoded(bytes).bytes, as: UTF8.self)
    }

    /// libarchive turns names into the character set of the present thread.
    private static func withUnicodeNames<Result>(_ body: () -> Result) -> Result {
        guard let unicode else { return body() }
        let previous = uselocale(unicode.locale)
        defer { uselocale(previous) }
        return body()
    }

    /// A locale, which threads may share.
    private struct SharedLocale: @unchecked Sendable {
        let locale: locale_t
    }

    private static let unicode = newlocale(1 << LC_CTYPE, "C.UTF-8", nil).map {
        SharedLocale(locale: $0)
    }
}

/// What libarchive reads from.
private final class Context {
    private static let chunkBytes = 1 << 18

    let file: RandomAccessFile?
    private let packed: any ByteSource
    private let meter: ExpansionMeter
    /// The bytes that libarchive looks at until it asks for more.
    private let chunk = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 1 << 20, alignment: 16)
    private(set) var position = 0
    private(set) var isAtEnd = false
    private(set) var failure: (any Error)?

    init(_ packed: any ByteSource, file: RandomAccessFile?, meter: ExpansionMeter) {
        self.packed = packed
        self.file = file
        self.meter = meter
    }

    deinit { chunk.deallocate() }

    var damage: ReadingError? { packed.damage }

    static func of(_ data: UnsafeMutableRawPointer?) -> Context {
        guard let data else { preconditionFailure("libarchive lost its context") }
        return Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
    }

    func read(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?) -> la_ssize_t {
        do {
            let bytes =
                if let file {
                    try file.bytes(at: position, count: Self.chunkBytes)
                } else {
                    try packed.read()
                }
            if file != nil { meter.packed += bytes.count }
            let count = min(bytes.count, chunk.count)
            chunk.copyBytes(from: bytes.prefix(count))
            buffer?.pointee = UnsafeRawPointer(chunk.baseAddress)
            position += count
            isAtEnd = count == 0
            return count
        } catch {
            failure = error
            return -1
        }
    }

    func seek(to offset: Int, from origin: Int32) -> la_int64_t {
        switch origin {
        case SEEK_SET: position = offset
        case SEEK_CUR: position += offset
        default: position = (packed.size ?? 0) + offset
        }
        position = max(0, position)
        isAtEnd = false
        return la_int64_t(position)
    }
}

/// The present entry of an archive. Its bytes are there until the archive goes on.
final class EntrySource: ByteSource {
    private let archive: ArchiveReader
    private let name: String
    private let meter: ExpansionMeter
    private let unpackedBefore: Int
    private var unpacked = 0
    private var isAtEnd = false
    let modified: Timestamp?
    private(set) var damage: ReadingError?

    /// - Parameter unpackedBefore: the bytes of the entries before it.
    init(
        _ entry: ArchiveReader.Entry, of archive: ArchiveReader, name: String,
        meter: ExpansionMeter, unpackedBefore: Int
    ) {
        self.archive = archive
        self.name = name
        self.meter = meter
        self.unpackedBefore = unpackedBefore
        modified = entry.modified
    }

    /// The bytes of this entry and those before it.
    var unpackedSoFar: Int { unpackedBefore + unpacked }

    func read() throws -> [UInt8] {
        if isAtEnd { return [] }
        do {
            let bytes = try archive.read()
            if bytes.isEmpty { isAtEnd = true }
            unpacked += bytes.count
            try meter.check(unpacked: unpackedSoFar, name: name)
            return bytes
        } catch var error as ReadingError {
            isAtEnd = true
            error.file = name
            if error.code == .tooLarge { throw error }
            damage = error
            return []
        }
    }

    /// Says that the archive has gone on.
    func close() { isAtEnd = true }
}
