import Foundation
import Rejoinder
import TestSupport
import Testing

@Suite("rejoinder … --pseudonymize")
struct PrivacyTests {
    private let folder: ScratchFolder
    private static let inputs = PrivateTalk.files.keys.sorted().map { "../\($0)" }
    private static let secret = "q0v4XyB2nT8sKd1LhP6wZ3mJ9uFgR5cE7aIoYtVxSbM="

    init() throws {
        folder = try ScratchFolder()
        for (name, text) in PrivateTalk.files { try folder.write(text, to: name) }
        try folder.write(Self.secret, to: "key")
        for name in ["out", "tmp"] {
            try FileManager.default.createDirectory(
                at: folder.path(name), withIntermediateDirectories: true)
        }
        chmod(folder.path("key").path, 0o600)
    }

    /// Runs a command in the folder `out`, where what it says is kept too.
    @discardableResult
    private func run(_ arguments: [String], as name: String) throws -> CommandRun {
        let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
        let run = try CommandRun(
            script: "cd out && TMPDIR=\"$PWD/../tmp\" \"$rejoinder\" \(quoted)", in: folder)
        try folder.write(run.output, to: "out/\(name).stdout")
        try folder.write(run.errors, to: "out/\(name).stderr")
        #expect(run.status == 0, "\(arguments): \(run.errors)")
        return run
    }

    private static let key = ["--pseudonymize", "--key-file", "../key"]

    /// Every command that reads, in all its forms.
    private func runEverything(_ options: [String]) throws {
        let inputs = Self.inputs
        try run(["analyze"] + inputs + options, as: "analyze")
        try run(["analyze", "--json"] + inputs + options, as: "json")
        try run(["analyze", "--across", "discussions"] + inputs + options, as: "across")
        for form in ["dot", "graphml", "gexf", "json", "csv"] {
            for nodes in ["commenters", "comments"] {
                try run(
                    ["graph", "--as", form, "--of", nodes] + inputs + options,
                    as: "graph-\(form)-\(nodes)")
            }
        }
        try run(["graph", "--as", "gephi", "-o", "gephi/"] + inputs + options, as: "gephi")
        try run(["graph", "--as", "nodexl", "-o", "nodexl/"] + inputs + options, as: "nodexl")
        try run(["report", "-o", "report.html"] + inputs + options, as: "report")
        for form in ["text", "markdown", "json"] {
            try run(["summary", "--as", form] + inputs + options, as: "summary-\(form)")
            try run(
                ["summary", "--attention", "--as", form] + inputs + options,
                as: "attention-\(form)")
        }
        for form in ["convokit", "csv", "jsonl"] {
            try run(
                ["export", "--as", form, "-o", "export-\(form)/"] + inputs + options,
                as: "export-\(form)")
            try run(
                ["export", "--recover", "--as", form, "-o", "recovered-\(form)/"] + inputs
                    + options, as: "recovered-\(form)")
        }
        try run(["formats", "--probe"] + inputs + options, as: "probe")
    }

    /// A store that is made with pseudonyms, while somebody reads it so that its log stays, and what
    /// asks it.
    private func runStore(_ options: [String]) throws {
        try run(["analyze", "--db", "talk.sqlite", "--quiet"] + Self.inputs + options, as: "store")
        let words = (["analyze", "--db", "talk.sqlite"] + Self.inputs + options)
            .map { "'\($0)'" }.joined(separator: " ")
        let script = """
            cd out
            coproc sqlite3 talk.sqlite
            echo 'BEGIN; SELECT count(*) FROM discussion;' >&"${COPROC[1]}"
            read -r count <&"${COPROC[0]}"
            "$rejoinder" \(words) && cp talk.sqlite-wal kept.log && echo "$count"
            """
        let again = try CommandRun(script: script, in: folder)
        #expect(again.status == 0 && again.text == "4\n", "\(again.errors)")
        try folder.write(again.errors, to: "out/again.stderr")
        try run(["show", "--db", "talk.sqlite", "--search", "view"], as: "search")
        try run(["show", "--db", "talk.sqlite", "--comment", "3"], as: "comment")
        try run(["report", "--db", "talk.sqlite", "-o", "stored.html"], as: "stored-report")
        try run(["export", "--db", "talk.sqlite"], as: "stored-export")
    }

    /// The files that `out` and `tmp` hold, whatever their names.
    private func files() throws -> [(name: String, bytes: Data)] {
        var files: [(String, Data)] = []
        for place in ["out", "tmp"] {
            for name in try FileManager.default.subpathsOfDirectory(
                atPath: folder.path(place).path
            ).sorted() {
                let file = folder.path(place).appendingPathComponent(name)
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
                files.append((name, isFolder.boolValue ? Data() : try Data(contentsOf: file)))
            }
        }
        return files
    }

    /// The forms in which bytes may hold a secret: as it is, decomposed, percent-encoded, escaped as
    /// in JSON, in base64 at each of its three places.
    private static func forms(of secret: String) -> (plain: [String], base64: [String]) {
        var plain: Set<String> = []
        var base64: Set<String> = []
        for written in [secret, secret.capitalized, secret.uppercased()] {
            for form in [written, written.decomposedStringWithCanonicalMapping] {
                plain.insert(form.lowercased())
                let percent = form.utf8.map { byte in
                    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                        ? String(UnicodeScalar(byte)) : "%" + hex(UInt16(byte), 2)
                }
                plain.insert(percent.joined().lowercased())
                let escaped = form.utf16.map {
                    $0 < 0x80 ? String(UnicodeScalar(UInt8($0))) : "\\u" + hex($0, 4)
                }
                plain.insert(escaped.joined().lowercased())
                for shift in 0..<3 where form.utf8.count > 5 {
                    let data = Data(repeating: 0x20, count: shift) + Data(form.utf8)
                    base64.insert(
                        String(data.base64EncodedString().dropFirst(shift > 0 ? 4 : 0).dropLast(4)))
                }
            }
        }
        return (plain.sorted(), base64.filter { $0.count > 5 }.sorted())
    }

    private static func hex(_ number: UInt16, _ width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: width - digits.count) + digits
    }

    /// Where each secret is found.
    private func leaks(_ secrets: [String]) throws -> [String] {
        let files = try files().map { name, bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return (name, Data(text.utf8), Data((name + " " + text).lowercased().utf8))
        }
        var found: [String] = []
        for secret in secrets {
            let forms = Self.forms(of: secret)
            for (name, bytes, small) in files {
                let isThere =
                    forms.plain.contains { small.range(of: Data($0.utf8)) != nil }
                    || forms.base64.contains { bytes.range(of: Data($0.utf8)) != nil }
                if isThere { found.append("\(secret) in \(name)") }
            }
        }
        return found
    }

    @Test("No name, address or number is in any byte of any output, error or temporary file")
    func everything() throws {
        try runEverything(Self.key)
        #expect(try leaks(PrivateTalk.secrets) == [])
        let texts = String(
            decoding: try Data(contentsOf: folder.path("out/json.stdout")), as: UTF8.self
        ).lowercased()
        for words in PrivateTalk.words { #expect(texts.contains(words)) }
        // Commenters of a name that is a word.
        #expect(!texts.contains("@will") && texts.contains("will you swim"))
        #expect(try files().allSatisfy { !$0.name.hasPrefix("rejoinder-") })
    }

    @Test("No name is in any byte of a store, of its log, or of what it is asked")
    func store() throws {
        try runStore(Self.key)
        #expect(folder.exists("out/kept.log"))
        #expect(try leaks(PrivateTalk.secrets) == [])
        try run(["analyze", "--db", "plain.sqlite"] + Self.inputs, as: "plain")
        #expect(try leaks(["quibell"]).contains("quibell in plain.sqlite"))
    }

    @Test("What a store of names gives is pseudonymized too")
    func named() throws {
        let plain = ["--db", "../plain.sqlite"]
        try run(["analyze", "--quiet"] + plain + Self.inputs, as: "plain")
        for arguments in [
            ["graph"], ["summary", "--sentences", "3"], ["report", "-o", "r.html"],
            ["export", "--as", "jsonl"], ["export", "--as", "csv", "-o", "c/"],
        ] {
            try run(arguments + plain + Self.key, as: arguments.joined(separator: "-"))
        }
        #expect(try leaks(PrivateTalk.secrets) == [])
    }

    @Test("Dropped texts are in no byte of any output or store")
    func dropped() throws {
        let options = Self.key + ["--drop-text"]
        try run(["analyze", "--json"] + Self.inputs + options, as: "json")
        try run(["analyze", "--db", "talk.sqlite"] + Self.inputs + options, as: "store")
        try run(["report", "-o", "report.html"] + Self.inputs + options, as: "report")
        try run(["summary"] + Self.inputs + options, as: "summary")
        try run(["graph", "--of", "comments"] + Self.inputs + options, as: "graph")
        try run(["export", "--as", "jsonl"] + Self.inputs + options, as: "export")
        try run(["report", "--db", "talk.sqlite", "-o", "stored.html"], as: "stored")
        let words = ["flood", "lovely", "a soil", "ugly", "harbour wall", "uncle", "about bogs"]
        #expect(try leaks(PrivateTalk.secrets + words) == [])
        let json = try String(contentsOf: folder.path("out/json.stdout"), encoding: .utf8)
        #expect(json.contains("\"quotations\": [{") || json.contains("\"quotations\":[{"))
    }

    @Test("The same key gives the same bytes, another key and no key other pseudonyms")
    func keys() throws {
        let inputs = PrivateTalk.files.keys.sorted()
        func pseudonyms(_ options: [String]) throws -> Set<String> {
            let run = try CommandRun(["export"] + inputs + options, in: folder)
            #expect(run.status == 0, "\(run.errors)")
            return Set(run.text.matches(of: /person-[a-z2-7]{16}/).map { String($0.output) })
        }
        try folder.write(Self.secret.uppercased(), to: "other")
        let key = ["analyze", "--json", "--pseudonymize", "--key-file", "key"] + inputs
        let first = try CommandRun(key + ["-j", "1"], in: folder)
        let second = try CommandRun(key + ["-j", "3"], in: folder)
        #expect(first.output == second.output && !first.output.isEmpty)
        let one = try pseudonyms(["--pseudonymize", "--key-file", "key"])
        let others = try pseudonyms(["--pseudonymize", "--key-file", "other"])
        let random = try pseudonyms(["--pseudonymize"])
        let again = try pseudonyms(["--pseudonymize"])
        #expect(one.count == others.count && one.count > 10)
        #expect(one.union(others).union(random).union(again).count == 4 * one.count)
        #expect(
            try CommandRun(["export", "page.txt", "--pseudonymize"], in: folder)
                .errors.contains("new key"))
    }

    @Test(
        "What is said of a table that cannot be read quotes none of its names",
        arguments: [["analyze"], ["formats", "--probe"]])
    func unread(command: [String]) throws {
        try folder.write("1,Oda Fjellström,Boats ” are in\n2,Bo,No\n", to: "people.csv")
        let arguments = command + ["people.csv", "--columns", "text=body"]
        let plain = try CommandRun(arguments, in: folder)
        #expect(plain.status == 1 && plain.errors.contains("“Oda Fjellström”"))
        let run = try CommandRun(arguments + ["--pseudonymize"], in: folder)
        #expect(run.status == 1 && run.errors.contains("no column `body`"))
        #expect(!run.errors.contains("Oda") && !run.errors.contains("Boats"))
    }

    @Test("What is said of damaged XML quotes no element that may be a name")
    func brokenXML() throws {
        try folder.write(
            "<?xml version=\"1.0\"?><disqus xmlns=\"http://disqus.com\"><post><Fjellström></post></disqus>",
            to: "broken.xml")
        let run = try CommandRun(
            ["analyze", "broken.xml", "--strict", "--pseudonymize", "--key-file", "key"], in: folder
        )
        #expect(run.status == 1 && run.errors.contains("broken.xml"), "\(run.errors)")
        #expect(!run.errors.contains("Fjellström"), "\(run.errors)")
    }

    @Test("A key that is missing, too short or read by others is told")
    func badKeys() throws {
        func run(_ options: String...) throws -> CommandRun {
            try CommandRun(["export", "page.txt"] + options, in: folder)
        }
        try folder.write("too short", to: "short")
        let short = try run("--pseudonymize", "--key-file", "short")
        #expect(short.status == 2 && short.output.isEmpty)
        #expect(short.errors.contains("at least 32 bytes, and this one 9"))
        #expect(short.errors.contains("head -c 32 /dev/urandom"))
        let missing = try run("--pseudonymize", "--key-file", "nowhere")
        #expect(missing.status == 2 && missing.errors.contains("nowhere"))
        #expect(try run("--pseudonymize", "--key-file", "tmp").status == 2)
        #expect(try run("--key-file", "key").status == 2)
        chmod(folder.path("key").path, 0o644)
        let open = try run("--pseudonymize", "--key-file", "key")
        #expect(open.status == 0 && open.errors.contains("chmod 600"))
    }

    @Test(
        "Pseudonyms do not go into a store of names, and names into one of pseudonyms are told of")
    func mixed() throws {
        let key = ["--pseudonymize", "--key-file", "key"]
        _ = try CommandRun("analyze", "page.txt", "--db", "plain.sqlite", in: folder)
        let refused = try CommandRun(
            ["analyze", "page.txt", "--db", "plain.sqlite"] + key, in: folder)
        #expect(refused.status == 2 && refused.errors.contains("names are stored in it"))
        _ = try CommandRun(["analyze", "page.txt", "--db", "masked.sqlite"] + key, in: folder)
        let keyless = try CommandRun(
            "analyze", "page.txt", "--db", "masked.sqlite", "--pseudonymize", in: folder)
        #expect(keyless.status == 2 && keyless.errors.contains("same --key-file"))
        let told = try CommandRun("analyze", "page.html", "--db", "masked.sqlite", in: folder)
        #expect(told.status == 0 && told.errors.contains("pseudonyms are stored in it"))
        _ = try CommandRun("analyze", "page.txt", "--db", "mute.sqlite", "--drop-text", in: folder)
        let texts = try CommandRun("analyze", "page.txt", "--db", "mute.sqlite", in: folder)
        #expect(texts.status == 0 && texts.errors.contains("Give --drop-text"))
    }

    @Test("A correction in a store of pseudonyms holds when the source is read again")
    func corrections() throws {
        let analyze =
            ["analyze", "letters.mbox", "--db", "s.sqlite", "--pseudonymize", "--key-file", "key"]
        _ = try CommandRun(analyze, in: folder)
        let lines = try CommandRun(["export", "--db", "s.sqlite"], in: folder)
        let line = try #require(
            try JSONSerialization.jsonObject(with: lines.output) as? [String: Any])
        let comments = try #require(line["comments"] as? [[String: Any]])
        let ids = comments.compactMap { $0["id"] as? String }
        let people = comments.compactMap { $0["author"] as? String }
        let discussion = try #require(line["id"] as? String)
        for change in [["--to", ids[0]], ["--author", people[1]]] {
            let run = try CommandRun(
                ["correct", "--db", "s.sqlite", discussion, ids[2]] + change, in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
        let again = try CommandRun(analyze + ["--json"], in: folder)
        let analysis = try #require(
            try JSONSerialization.jsonObject(with: again.output) as? [String: Any])
        let replies = try #require(analysis["replies"] as? [[String: Any]])
        #expect(replies[2]["from"] as? String == ids[2] && replies[2]["to"] as? String == ids[0])
        let written = try #require(analysis["comments"] as? [[String: Any]])
        #expect(written[2]["commenter"] as? String == people[1])
    }

    @Test(
        "A correction beside pseudonyms, or without texts, leaves what is known of other comments",
        arguments: [[], ["--drop-text"]])
    func correctedInPrivate(options: [String]) throws {
        _ = try CommandRun(
            ["analyze", "page.txt", "--db", "s.sqlite", "--pseudonymize", "--key-file", "key"]
                + options, in: folder)
        let before = try edges("s.sqlite")
        let key = try #require(before.discussion)
        let stance = try CommandRun(
            "correct", "--db", "s.sqlite", key, "3", "--stance", "agree", in: folder)
        #expect(stance.status == 0, "\(stance.errors)")
        let run = try CommandRun("correct", "--db", "s.sqlite", key, "3", "--to", "1", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let after = try edges("s.sqlite")
        #expect(after.of.filter { $0.key != "3" } == before.of.filter { $0.key != "3" })
        #expect(after.of["3"]?.hasPrefix("1 1") == true)
        #expect(after.of["3"]?.hasSuffix("agree 1.0") == true)
        #expect(after.words == before.words)
        let named = try CommandRun(
            "correct", "--db", "s.sqlite", key, "3", "--author", "Zebulon Pike", in: folder)
        #expect(named.status == 1 && named.errors.contains("would hide nobody"))
        let undone = try CommandRun(
            "correct", "--db", "s.sqlite", key, "3", "--undo", "to", in: folder)
        #expect(undone.status == 0 && undone.errors.contains("analysed into this store again"))
        #expect(try edges("s.sqlite").of == after.of)
    }

    @Test(
        "A store in which spans end anywhere gives pseudonyms and no crash",
        .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"),
        arguments: ["9223372036854775807", "-9223372036854775808", "100000000000"])
    func farSpans(end: String) throws {
        let analyze = try CommandRun(
            ["analyze"] + Self.inputs.map { String($0.dropFirst(3)) } + ["--db", "s.sqlite"],
            in: folder)
        #expect(analyze.status == 0, "\(analyze.errors)")
        let tool = try #require(OutsideTool("sqlite3"))
        let columns = [
            ("mention", "end"), ("quotation", "end"), ("quotation", "source_end"),
            ("stance_cue", "end"), ("mention", "start"),
        ]
        let sql = columns.map { "UPDATE \($0) SET \($1) = \(end);" }.joined()
        #expect(
            try tool.run(
                [folder.path("s.sqlite").path],
                input: "PRAGMA ignore_check_constraints = ON; \(sql)"
            ).status == 0)
        for command in [["export"], ["summary"], ["report"], ["graph"]] {
            let run = try CommandRun(
                command + ["--db", "s.sqlite", "--pseudonymize", "--key-file", "key"], in: folder)
            #expect(run.status == 0 || run.status == 1, "\(command): \(run.errors)")
        }
    }

    /// What each comment of a store answers, how sure that is and how it takes it; how many words
    /// there are.
    private func edges(
        _ db: String
    ) throws -> (discussion: String?, of: [String: String], words: [Int]) {
        var edges: [String: String] = [:]
        var key: String?
        var words: [Int] = []
        try DiscussionStore(path: folder.path(db).path, for: .reading).forEachAnalysis { analysis in
            key = analysis.discussion.id
            words = analysis.measures.comments.map(\.words)
            for reply in analysis.graph.replies {
                edges[analysis.discussion.id(at: reply.from)] =
                    "\(analysis.discussion.id(at: reply.to)) \(reply.confidence)"
                    + " \(reply.evidence.map(\.kind.rawValue)) \(reply.stance?.label.rawValue ?? "-")"
                    + " \(reply.stance?.probability ?? 0)"
            }
        }
        return (key, edges, words)
    }
}
