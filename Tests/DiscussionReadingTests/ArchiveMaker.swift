import Foundation

/// Makes small archives, byte by byte, so that tests need no programs.
enum ArchiveMaker {
    /// A zip archive of entries that are stored as they are.
    ///
    /// - Parameter flags: the flags of every entry; 1 says that it is encrypted.
    static func zip(_ entries: [(name: String, bytes: [UInt8])], flags: Int = 0) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in entries {
            let common =
                little(20, 2) + little(flags, 2) + little(0, 2) + little(0, 4)
                + little(Int(crc(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
                + little(name.utf8.count, 2) + little(0, 2)
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
            directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
            directory += little(archive.count, 4) + Array(name.utf8)
            archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
        }
        let start = archive.count
        archive += directory + [0x50, 0x4B, 5, 6] + little(0, 4)
        archive += little(entries.count, 2) + little(entries.count, 2)
        return archive + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    /// A tar archive; a name that ends with a slash is a folder.
    static func tar(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        for (name, bytes) in entries {
            var header = [UInt8](repeating: 0, count: 512)
            func set(_ text: String, at place: Int) {
                header.replaceSubrange(place..<(place + text.utf8.count), with: text.utf8)
            }
            func octal(_ number: Int, _ digits: Int) -> String {
                let text = String(number, radix: 8)
                return String(repeating: "0", count: digits - text.count) + text
            }
            set(String(name.prefix(100)), at: 0)
            set("0000644", at: 100)
            set(octal(bytes.count, 11), at: 124)
            set(octal(1_700_000_000, 11), at: 136)
            set(name.hasSuffix("/") ? "5" : "0", at: 156)
            set("ustar\u{0}00", at: 257)
            set("        ", at: 148)
            set(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
            archive += header + bytes
            archive += [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
        }
        return archive + [UInt8](repeating: 0, count: 1_024)
    }

    /// A zstd frame of bytes as they are.
    static func zstd(_ bytes: [UInt8]) -> [UInt8] {
        var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 0x38]
        var start = 0
        repeat {
            let end = min(start + 131_072, bytes.count)
            let isLast = end == bytes.count ? 1 : 0
            frame += little((end - start) << 3 | isLast, 3) + bytes[start..<end]
            start = end
        } while start < bytes.count
        return frame
    }

    /// A zstd frame that unpacks to so many megabytes of one byte.
    static func bomb(megabytes: Int, of byte: UInt8) -> [UInt8] {
        var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 0x38]
        for _ in 0..<(megabytes * 8) { frame += little(131_072 << 3 | 2, 3) + [byte] }
        return frame + little(1, 3)
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = ~0
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
