/// Refuses inputs that no format can read: empty ones and binary ones.
enum InputCheck {
    /// The beginnings of common binary files and what to call them.
    private static let signatures: [(bytes: [UInt8], kind: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), (Array("%PDF".utf8), "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
        ([0x1F, 0x8B], "compressed with gzip"), (Array("BZh".utf8), "compressed with bzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd"),
        (Array("SQLite format 3".utf8), "an SQLite file"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("RIFF".utf8), "a media file"),
    ]

    /// - Throws: `ReadingError` of code `empty` or `binary`.
    static func refuse(_ head: InputHead, name: String) throws(ReadingError) {
        let bytes = head.bytes
        let isWhole = bytes.count < InputHead.maximumBytes
        if isWhole && bytes.trimmedStart.isEmpty {
            throw ReadingError(
                .empty, file: name, problem: "there is no text in it",
                advice: "expected an article with its comments; was it saved?")
        }
        for (start, kind) in signatures where bytes.starts(with: start) {
            throw ReadingError(
                .binary, file: name, byte: 0, problem: "it is \(kind), not text",
                advice: "unpack it, or save its text as a plain text file")
        }
        let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if hasMark || TextDecoder.looksLikeUTF16(bytes.prefix(4_096)) != nil { return }
        var controls = 0
        var first: Int?
        for (place, byte) in bytes.enumerated()
        where byte < 0x20 && !(0x07...0x0D).contains(byte) && byte != 0x1B || byte == 0x7F {
            controls += 1
            if first == nil { first = place }
        }
        // Text has next to none; compressed and compiled data has one byte in ten and more.
        if controls * 20 > bytes.count {
            throw ReadingError(
                .binary, file: name, byte: first,
                problem: "it is not text: \(controls) of its first \(bytes.count) bytes are"
                    + " control characters", advice: "save its text as a plain text file")
        }
    }
}
