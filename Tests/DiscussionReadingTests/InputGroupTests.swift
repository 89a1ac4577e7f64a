import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionReading

@Suite("Inputs that belong together")
struct InputGroupTests {
    /// A format of files of which those that begin with `A` and `B` go together.
    private struct Lettered: DiscussionFormat {
        let name = "lettered"
        let recognition = "a letter"
        func sniff(_ head: InputHead) -> Double { 0 }
        func companionKey(_ head: InputHead) -> String? {
            [0x41, 0x42].contains(head.bytes.first) ? "letters" : nil
        }
        func discussions(
            in input: OpenInput, options: ReadingOptions
        ) throws -> any DiscussionStream { ListedDiscussions([]) }
    }

    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func write(_ files: [String: String]) throws {
        for (name, text) in files {
            let url = URL(fileURLWithPath: folder.file(name))
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    /// Every input with its companions: `name < companion companion`.
    private func inputs(
        _ names: [String], format: (any DiscussionFormat)? = nil
    ) throws -> [String] {
        let queue = InputQueue(names, format: format, options: ReadingOptions(), putsTogether: true)
        return try IteratorSequence(queue).map { result in
            let input = try result.get()
            let all = [input] + input.companions
            let names = try all.map { input in
                let text = try String(decoding: input.contents(limit: 99), as: UTF8.self)
                return input.name.replacingOccurrences(of: folder.path + "/", with: "") + ":" + text
            }
            return names.joined(separator: " ")
        }
    }

    @Test("A Maildir is one input of all its messages, and each folder in it is one")
    func maildir() throws {
        try write([
            "box/cur/2.x:2,S": "b", "box/new/1.x": "a", "box/cur/.hidden": "h", "box/tmp/3": "t",
            "box/.Lists/cur/5": "d", "box/.Lists/new/4": "c", "box/.notmuch/x": "n",
            "box/old/cur/6": "e", "box/old/new/7": "f", "box/dovecot-uidlist": "i",
        ])
        #expect(
            try inputs([folder.file("box")]) == [
                "box:a box/cur/2.x:2,S:b", "box/.Lists:c box/.Lists/cur/5:d",
                "box/old:e box/old/new/7:f",
            ])
    }

    @Test("A corpus is one input of its utterances, in a folder and in an archive")
    func corpus() throws {
        let files = [
            "c/corpus.json": "3", "c/index.json": "4", "c/speakers.json": "1",
            "c/utterances.jsonl": "u",
            "c/z.txt": "z",
        ]
        try write(files)
        let together =
            "utterances.jsonl:u X/speakers.json:1 X/corpus.json:3 X/index.json:4"
        let inFolder = "c/" + together.replacingOccurrences(of: "X", with: "c")
        #expect(try inputs([folder.file("c")]) == [inFolder, "c/z.txt:z"])
        let sorted = files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
        for (name, bytes) in [
            ("c.zip", ArchiveMaker.zip(sorted)), ("c.tar", ArchiveMaker.tar(sorted.reversed())),
        ] {
            try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
            let inArchive = "\(name)/c/" + together.replacingOccurrences(of: "X", with: name + "/c")
            #expect(
                Set(try inputs([folder.file(name)])) == [inArchive, "\(name)/c/z.txt:z"])
        }
    }

    @Test("A format takes the inputs that belong to one, wherever they stand in the run")
    func companions() throws {
        try write(["1": "A1", "2": "C2", "3": "B3", "4": "A4", "5": "B5"])
        let names = ["1", "2", "3", "4", "5"].map { folder.file($0) }
        #expect(
            try inputs(names, format: Lettered()) == ["1:A1 3:B3 4:A4 5:B5", "2:C2"])
        #expect(
            try inputs(names.reversed(), format: Lettered())
                == ["5:B5 4:A4 3:B3 1:A1", "2:C2"])
    }

    @Test("The same holds for the entries of an archive")
    func entries() throws {
        let entries = ["C1", "B2", "A3", "C4", "A5"].map { ($0 + ".txt", Array($0.utf8)) }
        let path = folder.file("x.tar")
        try Data(ArchiveMaker.tar(entries)).write(to: URL(fileURLWithPath: path))
        #expect(
            try inputs([path], format: Lettered()) == [
                "x.tar/C1.txt:C1", "x.tar/B2.txt:B2 x.tar/A3.txt:A3 x.tar/A5.txt:A5",
                "x.tar/C4.txt:C4",
            ])
    }
}
