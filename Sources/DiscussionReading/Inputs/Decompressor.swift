import CCompressors
import CLibzstd

/// What a step of decompression came to.
enum DecompressionStep {
    /// There is more to come.
    case amid
    /// A member or frame is complete; another may follow.
    case atEnd
    /// The data is damaged.
    case failed(String)
    /// The data asks for more memory than it gets; with how to unpack it by other means.
    case tooLarge(String, remedy: String)
}

/// One of the compressed forms, fed with bytes.
protocol Decompressor: AnyObject {
    /// The name of the form, for messages.
    var name: String { get }

    /// Unpacks from one buffer into another.
    ///
    /// - Parameter isLast: whether no bytes follow those in `input`.
    /// - Returns: the bytes taken, the bytes given, and where that leads.
    func step(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
        isLast: Bool
    ) -> (taken: Int, given: Int, step: DecompressionStep)

    /// Whether another member begins with these bytes; what is no member is ignored, as the
    /// programs of these forms do.
    func continues(with bytes: ArraySlice<UInt8>) -> Bool
}

extension Packing {
    /// What unpacks the form; `nil` for archives.
    func decompressor() -> (any Decompressor)? {
        switch self {
        case .gzip: GzipDecompressor()
        case .bzip2: Bzip2Decompressor()
        case .xz: XzDecompressor()
        case .zstd: ZstdDecompressor()
        case .zip, .tar: nil
        }
    }
}

/// RFC 1952, of any number of members.
private final class GzipDecompressor: Decompressor {
    let name = "gzip"
    private var stream = z_stream()
    private let isReady: Bool

    init() {
        isReady =
            inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            == Z_OK
    }

    deinit { inflateEnd(&stream) }

    func step(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
        isLast: Bool
    ) -> (taken: Int, given: Int, step: DecompressionStep) {
        guard isReady else { return (0, 0, .failed("there is no memory for it")) }
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        let taken = input.count - Int(stream.avail_in)
        let given = output.count - Int(stream.avail_out)
        switch status {
        case Z_STREAM_END:
            inflateReset(&stream)
            return (taken, given, .atEnd)
        case Z_OK, Z_BUF_ERROR:
            return (taken, given, .amid)
        default:
            return (taken, given, .failed(stream.msg.map { String(cString: $0) } ?? "bad data"))
        }
    }

    func continues(with bytes: ArraySlice<UInt8>) -> Bool { bytes.first == 0x1F }
}

/// bzip2, of any number of members.
private final class Bzip2Decompressor: Decompressor {
    let name = "bzip2"
    private var stream = bz_stream()
    private var isReady: Bool

    init() { isReady = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK }

    deinit { BZ2_bzDecompressEnd(&stream) }

    func step(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
        isLast: Bool
    ) -> (taken: Int, given: Int, step: DecompressionStep) {
        guard isReady else { return (0, 0, .failed("there is no memory for it")) }
        stream.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
            .assumingMemoryBound(to: CChar.self)
        stream.avail_in = UInt32(input.count)
        stream.next_out = UnsafeMutableRawPointer(output.baseAddress)?
            .assumingMemoryBound(to: CChar.self)
        stream.avail_out = UInt32(output.count)
        let status = BZ2_bzDecompress(&stream)
        let taken = input.count - Int(stream.avail_in)
        let given = output.count - Int(stream.avail_out)
        switch status {
        case BZ_STREAM_END:
            BZ2_bzDecompressEnd(&stream)
            stream = bz_stream()
            isReady = BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK
            return (taken, given, .atEnd)
        case BZ_OK: return (taken, given, .amid)
        default: return (taken, given, .failed("bad data"))
        }
    }

    func continues(with bytes: ArraySlice<UInt8>) -> Bool { bytes.first == UInt8(ascii: "B") }
}

/// xz, of any number of streams with padding between them.
private final class XzDecompressor: Decompressor {
    let name = "xz"
    private var stream = lzma_stream()
    private let isReady: Bool

    init() {
        // The largest preset needs 65 MB; a header may ask for up to 4 GB.
        isReady =
            lzma_stream_decoder(&stream, 512 << 20, rejoinder_lzma_concatenated()) == LZMA_OK
    }

    deinit { lzma_end(&stream) }

    func step(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
        isLast: Bool
    ) -> (taken: Int, given: Int, step: DecompressionStep) {
        guard isReady else { return (0, 0, .failed("there is no memory for it")) }
        stream.next_in = input.baseAddress
        stream.avail_in = input.count
        stream.next_out = output.baseAddress
        stream.avail_out = output.count
        let status = lzma_code(&stream, isLast ? LZMA_FINISH : LZMA_RUN)
        let taken = input.count - stream.avail_in
        let given = output.count - stream.avail_out
        switch status {
        case LZMA_STREAM_END: return (taken, given, .atEnd)
        case LZMA_OK, LZMA_BUF_ERROR: return (taken, given, .amid)
        case LZMA_MEMLIMIT_ERROR:
            return (
                taken, given,
                .tooLarge(
                    "asks for more than 512 MB of memory",
                    remedy: "unpack it with `xz -d` and read what comes out")
            )
        default: return (taken, given, .failed("bad data"))
        }
    }

    func continues(with bytes: ArraySlice<UInt8>) -> Bool { false }
}

/// Zstandard (RFC 8878), of any number of frames, with windows of up to 2 GiB as in dumps that
/// were made with `--long=31`.
private final class ZstdDecompressor: Decompressor {
    let name = "zstd"
    private let stream: OpaquePointer?

    init() {
        stream = ZSTD_createDStream()
        ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 31)
    }

    deinit { ZSTD_freeDStream(stream) }

    func step(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
        isLast: Bool
    ) -> (taken: Int, given: Int, step: DecompressionStep) {
        guard let stream else { return (0, 0, .failed("there is no memory for it")) }
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let status = ZSTD_decompressStream(stream, &target, &source)
        if ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge {
            return (
                source.pos, target.pos,
                .tooLarge(
                    "asks for a window of more than 2 GB",
                    remedy: "pack it anew with a smaller one (`zstd --long=31`)")
            )
        }
        if ZSTD_isError(status) != 0 {
            return (source.pos, target.pos, .failed(String(cString: ZSTD_getErrorName(status))))
        }
        return (source.pos, target.pos, status == 0 ? .atEnd : .amid)
    }

    func continues(with bytes: ArraySlice<UInt8>) -> Bool { true }
}
