/// Refuses inputs that no format can read: empty ones and binary ones.
enum InputCheck {
    /// The beginnings of common binary files and what to call them.
    private static let signatures: [(bytes: [UInt8], kind: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), (Array("%PDF".utf8), "a PDF document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        (Array("Rar!".utf8), "a RAR archive"),
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
        if let packing = Packing(bytes) {
            throw ReadingError(
                .binary, file: name, byte: 0, problem: "it is packed as \(packing.rawValue)",
                advice: "unpack it first")
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

    /// Refuses a zip archive that is a document of an office program, a book or a program.
    ///
    /// - Throws: `ReadingError` of code `binary`.
    static func refuseDocument(_ input: OpenInput) throws {
        let names = localNames(in: try input.head().bytes)
        // What these documents begin with, or say of themselves in their first entries.
        let marks: [(name: String, kind: String)] = [
            ("mimetype", "an OpenDocument document or an EPUB book"),
            ("[Content_Types].xml", "an office document, such as .docx or .xlsx"),
            ("META-INF/MANIFEST.MF", "a Java program"),
        ]
        for (name, kind) in marks where names.contains(name) {
            throw ReadingError(
                .binary, file: input.name, byte: 0, problem: "it is \(kind), not text",
                advice: "save its text as a plain text file")
        }
    }

    /// The names of the entries whose headers stand in the beginning of a zip archive, each found
    /// by the size of the one before it as far as that is said.
    private static func localNames(in head: [UInt8]) -> [String] {
        func number(at place: Int, bytes: Int) -> Int {
            (0..<bytes).reduce(0) { $0 | Int(head[place + $1]) << (8 * $1) }
        }
        let mark: [UInt8] = [0x50, 0x4B, 3, 4]
        var names: [String] = []
        var place = 0
        while place + 30 <= head.count, head[place...].starts(with: mark) {
            let nameEnd = place + 30 + number(at: place + 26, bytes: 2)
            guard nameEnd <= head.count else { break }
            names.append(String(decoding: head[(place + 30)..<nameEnd], as: UTF8.self))
            let hasSizeBehind = number(at: place + 6, bytes: 2) & 8 != 0
            let dataStart = nameEnd + number(at: place + 28, bytes: 2)
            place = dataStart + number(at: place + 18, bytes: 4)
            guard hasSizeBehind else { continue }
            place = dataStart
            while place + 4 <= head.count, !head[place...].starts(with: mark) { place += 1 }
        }
        return names
    }
}
