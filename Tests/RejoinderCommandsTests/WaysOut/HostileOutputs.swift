import Foundation
import TestSupport
import Testing

/// Everything that the command writes of the hostile talk, in a folder.
struct HostileOutputs {
    let folder: ScratchFolder

    /// The forms of graphs, by the endings of their files.
    static let graphs = ["dot", "graphml", "gexf", "json", "csv", "gephi", "nodexl"]
    static let subjects = ["commenters", "comments"]

    init() throws {
        folder = try ScratchFolder()
        try folder.write(HostileTalk.all, to: "talk.jsonl")
        try folder.write(HostileTalk.one, to: "one.jsonl")
    }

    /// Runs the command; what it says on standard error is kept beside the others.
    ///
    /// - Parameter name: of the file with these words, for runs that may fail.
    @discardableResult
    func run(_ arguments: [String], savingErrorsAs name: String? = nil) throws -> CommandRun {
        let run = try CommandRun(arguments, in: folder)
        if name == nil { #expect([0, 1].contains(run.status), "\(arguments): \(run.errors)") }
        guard !run.errors.isEmpty else { return run }
        let file = (name ?? "others") + ".stderr"
        let before = (try? folder.text(of: file)) ?? ""
        try folder.write(before + run.errors, to: file)
        return run
    }

    @discardableResult
    func run(_ arguments: String..., savingErrorsAs name: String? = nil) throws -> CommandRun {
        try run(arguments, savingErrorsAs: name)
    }

    /// For people: reports in some forms, and what was found in a store.
    func writeReports(_ forms: [String] = ["text", "markdown", "json"]) throws {
        try run("analyze", "talk.jsonl", "--db", "store.sqlite", savingErrorsAs: "store")
        if forms.contains("text") {
            try run("analyze", "talk.jsonl", "-o", "analysis.txt", savingErrorsAs: "analysis")
            try run("analyze", "one.jsonl", "--across", "discussions", "-o", "across.txt")
        }
        for form in forms {
            let ending = ["text": "txt", "markdown": "md"][form] ?? form
            let summary = ["summary", "--db", "store.sqlite", "--as", form, "-o"]
            for (name, ask) in [("summary", []), ("attention", ["--attention"])] {
                try run(summary + ["\(name).\(ending)"] + ask)
            }
            let show = ["show", "--db", "store.sqlite", "--as", form, "-o"]
            for (name, ask) in [
                ("person", ["--commenter", HostileText.attacks[0]]),
                ("comment", ["--comment", "c42"]), ("search", ["--search", "wrong"]),
                ("rest", ["--comment", "1"]),
            ] {
                try run(show + ["\(name).\(ending)"] + ask)
            }
        }
    }

    /// For other programs: analyses and exports.
    func writeData() throws {
        try run("analyze", "talk.jsonl", "--json", "-o", "analysis.jsonl")
        try run("export", "talk.jsonl", "--as", "jsonl", "-o", "export.jsonl")
        try run("export", "talk.jsonl", "--as", "csv", "-o", "export.csv")
        try run("export", "talk.jsonl", "--as", "convokit", "-o", "corpus")
        try run("export", "talk.jsonl", "--as", "csv", "-o", "each/")
        try FileManager.default.copyItem(
            at: folder.path("store.sqlite"), to: folder.path("corrected.sqlite"))
        try run(
            "correct", "--db", "corrected.sqlite", "../../x", "c3", "--author",
            HostileText.attacks[1],
            "--note", "=1+1\u{1B}]2;harmed\u{7}", savingErrorsAs: "correct")
        try run("correct", "--db", "corrected.sqlite", "--export", "-o", "corrections.csv")
    }

    /// Graphs of one discussion, in some forms.
    func writeGraphs(_ forms: [String] = graphs) throws {
        try run("analyze", "one.jsonl", "--db", "one.sqlite", savingErrorsAs: "one")
        for subject in Self.subjects {
            for form in forms {
                let ending = form == "csv" ? "edges.csv" : form == "nodexl" ? "nodexl.csv" : form
                let name =
                    form == "gephi" ? "graphs/\(subject).gephi" : "graphs/\(subject).\(ending)"
                try FileManager.default.createDirectory(
                    at: folder.path("graphs"), withIntermediateDirectories: true)
                try run(
                    "graph", "--db", "one.sqlite", "--as", form, "--of", subject, "--edges",
                    "reply,mention,quotation", "-o", name)
            }
        }
    }

    /// What is said of files that are called attacks, and of what is wrong.
    func writeErrors() throws {
        try HostileTalk.writeInputs(to: folder, "inputs")
        let probe = try run("formats", "--probe", "inputs", savingErrorsAs: "probe")
        try folder.write(probe.output, to: "probe.tsv")
        try run("analyze", "inputs", savingErrorsAs: "analyze")
        for (number, attack) in HostileText.attacks.enumerated() {
            guard !attack.contains("\0") else { continue }
            let short = String(attack.prefix(2_000))
            switch number % 6 {
            case 0: try run("analyze", "./gone" + short, savingErrorsAs: "gone-\(number)")
            case 1: try run("analyze", "--bogus" + short, savingErrorsAs: "usage-\(number)")
            case 2:
                try run(
                    "show", "--db", "store.sqlite", "--commenter", "x" + short,
                    savingErrorsAs: "show-\(number)")
            case 3:
                try run(
                    "analyze", "one.jsonl", "--format", "x" + short,
                    savingErrorsAs: "format-\(number)")
            case 4:
                try run(
                    "show", "--db", "./no" + short, "--comment", "1", savingErrorsAs: "db-\(number)"
                )
            default:
                try run(
                    "correct", "--db", "store.sqlite", "../../x", "c1", "--to", "x" + short,
                    savingErrorsAs: "correct-\(number)")
            }
        }
    }

    /// The path of a script that judges.
    static func script(_ name: String) -> String {
        CommandRun.repository.appendingPathComponent("Tests/Peers/\(name)").path
    }
}
