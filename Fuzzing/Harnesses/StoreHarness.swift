import DiscussionModel
import DiscussionStorage
import Foundation
import GRDB
import Rejoinder

/// A store as damage, other programs or strangers leave it.
extension Harness {
    /// The first byte says how the file comes about: `F` the rest is the file, `P` the rest changes
    /// bytes of a good store, `R` it changes what stands in its rows, which SQLite is fine with.
    static let store = Harness("store", "a store that was tampered with") { bytes in
        guard let first = bytes.first else { return }
        let rest = bytes.dropFirst()
        let file: ScratchFile
        switch first {
        case UInt8(ascii: "F"): file = try ScratchFile(rest, ending: ".sqlite")
        case UInt8(ascii: "P"):
            file = try ScratchFile(patched(try GoodStore.bytes.get(), by: rest), ending: ".sqlite")
        default:
            file = try ScratchFile(try GoodStore.bytes.get(), ending: ".sqlite")
            try RowDamage(rest).apply(to: file.path)
        }
        try ask(file.path)
        try write(file.path)
    }

    /// Four bytes of a place, one of a length, and what stands there now.
    private static func patched(_ store: [UInt8], by patches: ArraySlice<UInt8>) -> [UInt8] {
        var store = store
        var rest = patches
        while rest.count > 5 {
            let place = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) } % store.count
            let length = Int(rest[rest.startIndex + 4] & 15) + 1
            rest = rest.dropFirst(5)
            for (at, byte) in zip(place..<store.count, rest.prefix(length)) { store[at] = byte }
            rest = rest.dropFirst(length)
        }
        return store
    }

    /// Reads everything there is to read.
    private static func ask(_ path: String) throws {
        try refusing(path) {
            let store = try DiscussionStore(path: path, for: .reading)
            try refusing(path) {
                try store.forEachAnalysis { show($0) }
            }
            try refusing(path) { _ = try store.allCorrections() }
            try refusing(path) { _ = try store.corrections() }
            try refusing(path) { _ = try store.hasSearchIndex() }
            try refusing(path) { _ = try store.comments(with: SearchWords("weir"), limit: 5) }
            try refusing(path) { _ = try store.commenters(named: "Ana") }
            try refusing(path) { _ = try store.names(like: "An") }
            try refusing(path) { _ = try store.discussions(like: "wer") }
        }
    }

    /// Presents what a store gave: its numbers may be wrong, but not its places.
    private static func show(_ analysis: Analysis) {
        _ = AnalysisJSON().bytes(of: analysis)
        for subject in GraphSubject.allCases {
            for form in [GraphForm.dot, .gexf, .csv] {
                _ = GraphDocument.texts(of: [analysis], as: form, of: subject)
            }
        }
        _ = OutcomeReport().text(of: analysis)
        _ = SummaryReport(as: .markdown).text(of: analysis)
        var report = HTMLReport(provenance: ReportProvenance(version: "0"))
        report.append(analysis) { _ in }
        _ = report.closing()
    }

    /// Writes where a good program would: one discussion more, and the search index.
    private static func write(_ path: String) throws {
        try refusing(path) {
            let store = try DiscussionStore(path: path, for: .writing)
            try store.save(GoodStore.analysis)
            try store.rebuildSearchIndex()
        }
    }

    /// A damaged store is refused in words; nothing else may come out.
    private static func refusing(_ path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as StoreError {
            try promise(error.path == path, "an error of \(error.path)")
            try promise(!error.message.isEmpty && !error.advice.isEmpty, "an error without words")
        }
    }
}

/// A store with a little of everything.
private enum GoodStore {
    static let analysis = Analyzer().analysis(of: discussion)

    static let bytes = Result { () throws -> [UInt8] in
        let file = try ScratchFile([], ending: ".sqlite")
        do {
            let store = try DiscussionStore(path: file.path)
            try store.save(analysis)
            _ = try store.correct(["sample"]) { _, analysis, corrections in
                corrections.set(Correction(comment: "2", value: .author("Cleo"), note: "her style"))
                return analysis
            }
            try store.rebuildSearchIndex()
        }
        let queue = try DatabaseQueue(path: file.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
        return Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
    }

    private static let discussion = WrittenDiscussion.discussion(
        """
        ?The weir leaks|Mara Quill|mara
        The weir leaks again, and the council will not mend it before the autumn.
        #Ana|ana|0|t1600000000
        They said the same last year. The council lies to us, as it always does.
        #Bo|bo|1|t1600000100
        Ana, that is wrong. The council mended the weir in June.
        #Ana|ana|2|t1600000200
        No, @Bo, you are wrong. "mended the weir in June" is what the paper said, and it lied.
        #Bo|bo|3|t1600000300q
        "mended the weir in June" is what the paper said, and it lied.
        Nonsense. I was there, I saw it, and you did not.
        #Cleo|cleo|1|t1600000400
        Exactly, Ana. You are right about the council, it is a disgrace.
        #Dag|dag|2|t1600000500
        I agree with Bo. Well said, the council did what it could.
        #|gone|9|g
        #Ana|ana|7|t1600000600
        I disagree with all of you who think that the council can be trusted.
        """.utf8)
}
