import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionReading

@Suite("Packed inputs")
struct PackedInputTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Two utterances of one conversation, as the well-known programs pack them.
    private static let packed = [
        "gzip": """
        H4sIAAAAAAACA43NsQoCMQyA4d2nKJkP8RwU+gZODrofoY1a2mvKJYpy+O5WPDgEB7PlD+EbIXiwgC004DjfaBDUwLmb\
        sxTCSENdd5mkhoFKenTKYPM1pQY09CSKfQHbblfT1Ex3rU/HC5nELpozKhnR4KIs4bkYJ3n9j7z3+AV/7j/gzQwfQnZk\
        tPKnxOzf5gvEXTOZ7gAAAA==
        """,
        "bzip2": """
        QlpoOTFBWSZTWYsugfEAAHNfgBQQUAVxkAAgjACv799qMACtWEokmnoaTJhpDRkPQaDGTTIGTQyDI0wIwSoapmoepjSP\
        U9JoyMNJtGnBh7VHUvhIkDQxSC6DMEC44FAePEsuZCiqUuWHotDsLj3OoBImORREgaVjYSaLBn2Rz1vMT4RHbjT+LqtW\
        wrDZSnyLlGePcvGl4yOUg4oZQOEeXF4PFq8xEEHzKSyg5IwQgRU0cTKSgu5IpwoSEWXQPiA=
        """,
        "xz": """
        /Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4ADtAIZdAD2IiSaBk1OFsY79rC619v2NrIbrXtXkTz7t2L+IhgK7gFb/QkEw\
        kkJE+JOmMxtkue1WANs6QQOOXkzGhOfkYmfHIo0RNmAc6yoDm8dUhk9yMdDNlgp5o4KKQiv58r3t4AnrkUqCKbHHZnDs\
        6FkIeY6RPn/BiKAwVR5HzltBuTzWn7UIcm2gAAAAWMBzTngBT6AAAaIB7gEAALQRg52xxGf7AgAAAAAEWVo=
        """,
        "zstd": """
        KLUv/QRoDQQA4scZGWCvDuNF0xfQsvIn2QeuLPDstoWEkS0wygnA9SBaSxnGTjOGVSbFiwgBXA/uhLIv434Nm9BSxo5y\
        96ZYMAZ36Hl9+ZH9RqlU3W0vFYU4evvletw94vkYuku1st+NeKoWvn14d4/yVgkAYBNAYagDfIgnkGsfXgcA3M0l3SYe\
        aV0gpQ==
        """,
    ]

    private let page = Array("A Title Of Some Words\n\nA first paragraph, which ends here.\n".utf8)

    private func talk(_ id: String, _ comments: Int = 1) -> [UInt8] {
        let lines = (0..<comments).map { number in
            #"{"id":"\#(id)\#(number)","conversation_id":"\#(id)","speaker":"Ines","reply_to":null,"#
                + #""timestamp":\#(1_700_000_000 + number),"text":"The gate sticks."}"# + "\n"
        }
        return Array(lines.joined().utf8)
    }

    private func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
        return folder.file(name)
    }

    /// `source: id comments` or `file: code` for everything that is read.
    private func read(
        _ paths: String..., options: ReadingOptions = ReadingOptions()
    ) throws -> [String] {
        try DiscussionReader(inputs: paths, options: options).map { result in
            let line =
                switch result {
                case .success(let discussion):
                    "\(discussion.source): \(discussion.id) \(discussion.comments.count)"
                case .failure(let error): "\(error.file): \(error.code.name)"
                }
            return line.replacingOccurrences(of: folder.path + "/", with: "")
        }
    }

    @Test("What is compressed is told by its first bytes, whatever it is called", arguments: packed)
    func compressed(name: String, text: String) throws {
        let bytes = try Array(#require(Data(base64Encoded: text)))
        #expect(Packing(bytes)?.rawValue == name)
        let path = try write(bytes, to: "gate.dat")
        #expect(try read(path) == ["gate.dat: a1 2"])
        // Two members one after the other are one text.
        let twice = try write(bytes + bytes, to: "twice")
        let probe = try #require(try InputProber(inputs: [twice]).first { _ in true }).get()
        #expect(probe.bytes == 476)
    }

    @Test(
        "A file loses the ending of what it was packed with",
        arguments: [
            ("RC_2023-01.zst", Packing.zstd, "RC_2023-01"), ("talk.jsonl.gz", .gzip, "talk.jsonl"),
            ("talk.tgz", .gzip, "talk.tar"), ("talk.jsonl", .gzip, "talk.jsonl"),
            (".gz", .gzip, ".gz"), ("TALK.TXT.BZ2", .bzip2, "TALK.TXT"),
        ])
    func names(packed: String, packing: Packing, name: String) {
        #expect(packing.unpackedName(of: packed) == name)
    }

    @Test("The stem of a packed file is that of the text in it")
    func stem() throws {
        let path = try write(ArchiveMaker.zstd(page), to: "kilns.txt.zst")
        #expect(try read(path) == ["kilns.txt.zst: kilns 0"])
    }

    @Test("An archive gives its entries in its order; hidden ones and folders are skipped")
    func archives() throws {
        let entries = [
            ("b/", []), ("b/page.txt", page), ("a.jsonl", talk("k")), (".hidden.txt", page),
            ("__MACOSX/a.jsonl", page), ("b/._page.txt", page),
        ]
        let expected = ["b/page.txt: page 0", "a.jsonl: k 1"]
        let tar = ArchiveMaker.tar(entries)
        for (name, bytes) in [
            ("x.zip", ArchiveMaker.zip(entries)), ("x.tar", tar),
            ("x.tzst", ArchiveMaker.zstd(tar)),
        ] {
            #expect(try read(write(bytes, to: name)) == expected.map { "\(name)/\($0)" })
        }
    }

    @Test("A packed entry is unpacked once more, and no deeper")
    func levels() throws {
        let inner = ArchiveMaker.zip([("page.txt", page)])
        let middle = ArchiveMaker.zip([("inner.zip", inner), ("talk.zst", ArchiveMaker.zstd(page))])
        let packedTar = ArchiveMaker.zstd(ArchiveMaker.tar([("page.txt", page)]))
        let outer = ArchiveMaker.zip([("m.zip", middle), ("t.tar.zst", packedTar), ("z.txt", page)])
        #expect(
            try read(write(middle, to: "m.zip")) == [
                "m.zip/inner.zip/page.txt: page 0", "m.zip/talk.zst: talk 0",
            ])
        #expect(
            try read(write(outer, to: "o.zip"))
                == [
                    "o.zip/m.zip/inner.zip: too-large", "o.zip/m.zip/talk.zst: too-large",
                    "o.zip/t.tar.zst/page.txt: page-2 0", "o.zip/z.txt: z 0",
                ].map { $0.replacingOccurrences(of: "page-2", with: "page") })
    }

    @Test("What is cut off gives everything before the cut and says where it is")
    func cut() throws {
        for (name, text) in Self.packed where name == "gzip" || name == "xz" {
            let bytes = try Array(#require(Data(base64Encoded: text)))
            let path = try write(Array(bytes.dropLast(24)), to: name)
            let results = try Array(DiscussionReader(inputs: [path]))
            #expect(try results.first?.get().comments.first?.text == "The lock gate sticks.")
            let error = #expect(throws: ReadingError.self) { try results.last?.get() }
            #expect(error?.byte == bytes.count - 24)
        }
        let tar = ArchiveMaker.tar([("a.jsonl", talk("k", 3)), ("b.jsonl", talk("m", 40))])
        let short = try write(Array(tar.prefix(4_000)), to: "x.tar")
        let read = try read(short)
        #expect(read.first == "x.tar/a.jsonl: k 3")
        #expect(read.count == 3 && read.last == "x.tar/b.jsonl: malformed")
        let zip = ArchiveMaker.zip([("a.jsonl", talk("k", 3)), ("b.jsonl", talk("m", 40))])
        let shortZip = try write(Array(zip.prefix(4_000)), to: "x.zip")
        let readZip = try self.read(shortZip)
        #expect(readZip.first == "x.zip/a.jsonl: k 3")
        #expect(readZip.count == 3 && readZip.last == "x.zip/b.jsonl: malformed")
    }

    @Test("What unpacks to absurd sizes is refused, and read when that is asked for")
    func bomb() throws {
        let path = try write(ArchiveMaker.bomb(megabytes: 80, of: UInt8(ascii: "x")), to: "b.zst")
        let zip = try write(
            ArchiveMaker.zip([("b.zst", ArchiveMaker.bomb(megabytes: 80, of: 0x20))]), to: "b.zip")
        for input in [path, zip] {
            let result = try #require(try DiscussionReader(inputs: [input]).first { _ in true })
            let error = #expect(throws: ReadingError.self) { try result.get() }
            #expect(error?.code == .tooLarge)
            #expect(error?.advice.contains("--max-expansion") == true)
        }
        let source = InputSource.file(path)
        var options = ReadingOptions()
        options.maximumExpansion = 100_000
        var inputs = UnpackedInputs(source, options: options)
        let input = try #require(try inputs.next()?.get())
        var count = 0
        while case let bytes = try input.read(), !bytes.isEmpty { count += bytes.count }
        #expect(count == 80 << 20)
    }

    @Test("What was unpacked before a bomb is kept where a format reads from a copy")
    func beforeBomb() throws {
        let bomb = ArchiveMaker.bomb(megabytes: 70, of: 0x20)
        let path = try write(ArchiveMaker.zstd(talk("k", 2)) + bomb, to: "b.zst")
        var inputs = UnpackedInputs(.file(path), options: ReadingOptions())
        let input = try #require(try inputs.next()?.get())
        let start = try input.randomAccess().bytes(at: 0, count: talk("k", 2).count)
        #expect(start == talk("k", 2))
        #expect(input.damage?.code == .tooLarge)
    }

    @Test(
        "Entries that climb out, or hide what they are called, are read under safe names",
        arguments: [
            ("../../etc/page.txt", "etc/page.txt"), ("/root/page.txt", "root/page.txt"),
            ("a/./b//page.txt", "a/b/page.txt"), ("dir\\page.txt", "dir/page.txt"),
            ("a\u{1B}[2Jb.txt", "a\u{FFFD}[2Jb.txt"), ("..", "unnamed"),
            ("\u{202E}txt.exe", "\u{FFFD}txt.exe"),
        ])
    func climbing(raw: String, shown: String) throws {
        #expect(EntryName(raw).path == shown)
        let path = try write(ArchiveMaker.tar([(raw, page)]), to: "x.tar")
        let results = try Array(DiscussionReader(inputs: [path]))
        let discussion = try #require(try results.first?.get())
        #expect(discussion.source == path + "/" + shown)
        let isRemarked = discussion.findings.contains { $0.id == "entry-name" }
        #expect(isRemarked == EntryName(raw).isSuspicious)
    }

    @Test("What asks for too much memory is not taken for damaged")
    func window() throws {
        let path = try write([0x28, 0xB5, 0x2F, 0xFD, 0, 0xB0, 0, 0, 0, 0], to: "wide.zst")
        let result = try #require(DiscussionReader(inputs: [path]).first { _ in true })
        let error = #expect(throws: ReadingError.self) { try result.get() }
        #expect(error?.code == .tooLarge)
        #expect(
            error?.problem.contains("window") == true
                && error?.advice.contains("zstd --long") == true)
    }

    @Test("An entry that needs a password costs itself")
    func encrypted() throws {
        let path = try write(ArchiveMaker.zip([("a.txt", page)], flags: 1), to: "x.zip")
        let result = try #require(try DiscussionReader(inputs: [path]).first { _ in true })
        let error = #expect(throws: ReadingError.self) { try result.get() }
        #expect(error?.file == path + "/a.txt")
        #expect(error?.problem.contains("password") == true)
    }

    @Test("A damaged entry costs itself, and the next is read")
    func damaged() throws {
        var zip = ArchiveMaker.zip([("a.txt", page), ("b.txt", page)])
        zip[40] ^= 1
        let read = try read(write(zip, to: "x.zip"))
        #expect(read.contains("x.zip/a.txt: malformed"))
        #expect(read.last == "x.zip/b.txt: b 0")
        var tar = ArchiveMaker.tar([("a.txt", page), ("b.txt", page), ("c.txt", page)])
        tar[1_024 + 3] ^= 1
        #expect(
            try self.read(write(tar, to: "x.tar")) == [
                "x.tar/a.txt: a 0", "x.tar: malformed", "x.tar/c.txt: c 0",
            ])
    }

    @Test("Archives of nothing, of nothing but hidden files, and of office programs are refused")
    func refused() throws {
        #expect(try read(write(ArchiveMaker.zip([]), to: "0.zip")) == ["0.zip: no-inputs"])
        let hidden = ArchiveMaker.zip([(".a", page)])
        #expect(try read(write(hidden, to: "1.zip")) == ["1.zip: no-inputs"])
        for first in ["mimetype", "[Content_Types].xml"] {
            let document = ArchiveMaker.zip([(first, page), ("content.xml", page)])
            #expect(try read(write(document, to: "2.docx")) == ["2.docx: binary"])
        }
    }

    @Test("An entry can be read after its archive went on")
    func late() throws {
        let texts = (0..<5).map { number in
            Array("Text \(number) ".utf8) + [UInt8](repeating: 0x78, count: number * 90_000)
        }
        let path = try write(
            ArchiveMaker.tar(texts.enumerated().map { ("\($0.offset).txt", $0.element) }),
            to: "x.tar")
        var unpacked = UnpackedInputs(.file(path), options: ReadingOptions())
        var inputs: [OpenInput] = []
        while let input = try unpacked.next()?.get() {
            _ = try input.head()
            inputs.append(input)
        }
        #expect(inputs.count == 5)
        for (input, text) in zip(inputs, texts) {
            #expect(try input.contents(limit: 1 << 20) == text)
            #expect(input.modified == Timestamp(seconds: 1_700_000_000))
        }
    }

    @Test("A great many tiny entries are gone through one by one")
    func tiny() throws {
        let entries = (0..<3_000).map { ("\($0).txt", $0 % 2 == 0 ? [] : page) }
        let path = try write(ArchiveMaker.zip(entries), to: "x.zip")
        let results = try Array(InputProber(inputs: [path]))
        #expect(results.count == 3_000)
        #expect(results.count { (try? $0.get()) != nil } == 1_500)
    }

    @Test("Any bytes behind the mark of an archive give an error or inputs, never a crash")
    func anything() throws {
        var generator = SeededGenerator(seed: 11)
        let entries = [("a.jsonl", talk("k", 9)), ("b/page.txt", page)]
        var samples = try Self.packed.values.sorted().map { text in
            try Array(#require(Data(base64Encoded: text)))
        }
        samples += [ArchiveMaker.zip(entries), ArchiveMaker.tar(entries)]
        for sample in samples {
            for _ in 0..<25 {
                var broken = sample
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    let place = Int.random(in: 0..<broken.count, using: &generator)
                    broken[place] = UInt8.random(in: 0...255, using: &generator)
                }
                if Bool.random(using: &generator) {
                    broken.removeLast(Int.random(in: 0..<broken.count, using: &generator))
                }
                _ = try read(write(broken, to: "x"))
            }
        }
    }
}
