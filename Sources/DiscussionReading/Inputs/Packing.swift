/// How an input is packed, told by its first bytes.
enum Packing: String {
    case gzip
    case bzip2
    case xz
    case zstd
    case zip
    case tar

    /// - Parameter head: the first bytes, at least 512 where there are so many.
    init?(_ head: [UInt8]) {
        if head.starts(with: [0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if head.starts(with: Array("BZh".utf8)), Self.isBzip2Block(head.dropFirst(3)) {
            self = .bzip2
        } else if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            self = .xz
        } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || Self.isSkippableFrame(head) {
            self = .zstd
        } else if head.starts(with: [0x50, 0x4B]), head.count >= 4,
            [[3, 4], [5, 6], [7, 8]].contains(Array(head[2..<4]))
        {
            self = .zip
        } else if Self.isTar(head) {
            self = .tar
        } else {
            return nil
        }
    }

    /// Whether it holds entries with names.
    var isArchive: Bool { self == .zip || self == .tar }

    /// The endings that the name of a file loses when it is unpacked.
    private var endings: [(packed: String, unpacked: String)] {
        switch self {
        case .gzip: [(".gz", ""), (".gzip", ""), (".tgz", ".tar")]
        case .bzip2: [(".bz2", ""), (".tbz2", ".tar"), (".tbz", ".tar")]
        case .xz: [(".xz", ""), (".txz", ".tar")]
        case .zstd: [(".zst", ""), (".zstd", ""), (".tzst", ".tar")]
        case .zip, .tar: []
        }
    }

    /// The name of what was packed in a file of the name.
    func unpackedName(of fileName: String) -> String {
        let name = fileName.lowercased()
        for (packed, unpacked) in endings
        where name.hasSuffix(packed) && name.utf8.count > packed.utf8.count {
            return String(fileName.dropLast(packed.count)) + unpacked
        }
        return fileName
    }

    /// The size, then the mark of a block or of the end.
    private static func isBzip2Block(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let size = rest.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(size) else {
            return false
        }
        let mark = rest.dropFirst().prefix(6)
        return [0x31, 0x41, 0x59, 0x26, 0x53, 0x59].starts(with: mark)
            || [0x17, 0x72, 0x45, 0x38, 0x50, 0x90].starts(with: mark)
    }

    /// A frame that says something of the others, with which some files begin.
    private static func isSkippableFrame(_ head: [UInt8]) -> Bool {
        head.count >= 8 && head[0] & 0xF0 == 0x50
            && Array(head[1..<4]) == [0x2A, 0x4D, 0x18]
    }

    /// Whether the first block is a header whose sum is right.
    private static func isTar(_ head: [UInt8]) -> Bool {
        guard head.count >= 512, head[0] != 0 else { return false }
        var stated = 0
        var digits = 0
        for byte in head[148..<156] {
            if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) {
                stated = stated * 8 + Int(byte - UInt8(ascii: "0"))
                digits += 1
            } else if digits > 0 {
                break
            } else if byte != UInt8(ascii: " ") {
                return false
            }
        }
        guard digits > 0 else { return false }
        // The field of the sum counts as eight spaces.
        var sum = 8 * 0x20
        for (place, byte) in head[0..<512].enumerated() where !(148..<156).contains(place) {
            sum += Int(byte)
        }
        return sum == stated
    }
}
