import Foundation
import TestSupport
import Testing

/// The same input, options and version give the same bytes, whatever the machine is like.
@Suite("Reproducible")
struct ReproducibleTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Other people's settings. Hash seeds are other ones in every run.
    private static let settings: [(locale: String, zone: String, jobs: String)] = {
        // Five of each: no divisor of the four by which runs take turns, so that all meet all.
        let locales = ["C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8"]
        let zones = ["UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", ""]
        let jobs = ["1", "2", "8"]
        return (0..<20).map { run in
            (
                locales[run % locales.count], zones[(run + run / 5) % zones.count],
                jobs[run % jobs.count]
            )
        }
    }()

    /// Writes the inputs: several discussions in several formats, with what tempts to sort by a
    /// language's rules, to fold case as Turkish does, and to tell time by the local zone.
    private func writeInputs() throws {
        let names = [
            "Iris", "ırmak", "İnci", "isis", "Zoë", "Ärne", "Œuf", "Chloe", "Łucja", "æsa",
        ]
        let words = [
            "I think the ferry is late because of fog", "No, you are wrong about the fog",
            "I AGREE WITH YOU, IT IS THE FOG", "that is not true at all",
            "the timetable is to blame",
            "You are right, the island is far", "Nonsense, the harbour was open",
        ]
        var lines = ""
        // The last has what a moderator should look at.
        for discussion in [0, 1, 2, 3, 7] {
            let count = 9 + discussion * 3
            let comments = (0..<count).map { number -> String in
                let name = names[(number * 7 + discussion) % names.count]
                let other = names[((number + 9) * 7 + discussion) % names.count]
                let said = words[(number * 3 + discussion) % words.count]
                let text = number % 3 == 0 ? said : "@\(other) \(said). \(words[number % 7])!"
                let parent = discussion % 2 == 0 && number > 0 ? "\"\(number * 2 / 3)\"" : "null"
                return """
                    {"id":"\(number + 1)","author":"\(name)","text":"\(text)",\
                    "posted":"2024-03-3\(number % 2)T0\(number % 10):30:00","parent":\(parent)}
                    """
            }
            lines += """
                {"id":"İd \(discussion)","title":"Fog \(discussion)","body":"The ferry was late.",\
                "comments":[\(comments.joined(separator: ","))]}

                """
        }
        try folder.write(lines, to: "talk.jsonl")
        try folder.write(Samples.page, to: "pages/page.txt")
        try folder.write(
            Samples.page.replacing("1. Ada says:", with: "1. Ada says:\n3 hours ago"),
            to: "pages/IZMIR.txt")
        try folder.write(Samples.corpus(discussions: 9), to: "pages/corpus.jsonl")
        // A page tells "3 hours ago" from the day of its file.
        _ = try CommandRun(
            script: "TZ=UTC touch -d '2024-05-01 12:00' talk.jsonl pages/*", in: folder)
    }

    /// What every run writes, into a folder of its own: analyses, a store, a report, what is asked of
    /// the store.
    private static let script = #"""
        mkdir -p $to
        say() { "$rejoinder" "$@" 2>> $to/$name.errors; }
        inputs="talk.jsonl pages gone"
        store="--db $to/store.sqlite"
        name=main
        say analyze $inputs -j$jobs --json --across discussions > $to/analysis.jsonl
        say analyze $inputs -j$jobs $store
        say report $inputs -j$jobs > $to/report.html
        say formats --probe $inputs > $to/probe
        for form in text markdown json; do
          say show $store --search fog --limit 50 --as $form > $to/search.$form
          say show $store --commenter Iris --as $form > $to/person.$form
        done
        sqlite3 $to/store.sqlite .dump > $to/store.sql

        """#

    /// What every fourth run writes besides, so that each is written five times; with
    /// `REJOINDER_THOROUGH=1` every run does.
    private static let others: [String] =
        ["commenters", "comments"].flatMap { subject in
            ["dot", "graphml", "gexf", "json", "csv", "nodexl"].map { form in
                "graph $store --as \(form) --of \(subject) --edges reply,mention,quotation"
                    + " > $to/\(subject).\(form)"
            } + ["graph $store --as gephi --of \(subject) -o $to/\(subject)-each/"]
        }
        + ["text", "markdown", "json"].flatMap { form in
            [
                "summary $store --as \(form) > $to/summary.\(form)",
                "summary $store --attention --as \(form) > $to/attention.\(form)",
            ]
        } + [
            "analyze $inputs -j$jobs --replies recover --camps 2 > $to/analysis.txt",
            "export $inputs -j$jobs --recover --as csv > $to/export.csv",
            "export $store --recover --as jsonl > $to/export.jsonl",
            "export $store --as convokit -o $to/corpus",
        ]

    private static let turns =
        ProcessInfo.processInfo.environment["REJOINDER_THOROUGH"] == "1" ? 1 : 4

    /// What a run does.
    private static func script(ofRun run: Int) -> String {
        var lines = script
        for (number, other) in others.enumerated() where (number + run).isMultiple(of: turns) {
            lines += "name=\(number); say \(other)\n"
        }
        return lines + """
            name=corrections
            say correct $store 'İd 3' 2 --stance agree
            say correct $store --export > $to/corrections.csv
            rm -f $to/store.sqlite*
            """
    }

    @Test(
        "Twenty runs with other locales, time zones, hash seeds and numbers of jobs differ in no byte",
        .enabled(
            if: OutsideTool("sqlite3") != nil && canMakeLocales,
            "sqlite3, localedef or the sources of locales are missing"))
    func twentyRuns() throws {
        try writeInputs()
        try makeLocales()
        var first: [String: Data] = [:]
        var times: [String: Int] = [:]
        for (number, setting) in Self.settings.enumerated() {
            // Two at a time, each with its own copies under the same names.
            if number.isMultiple(of: 2) {
                let run = try CommandRun(
                    script: "(\n\(lane(number))) &\n(\n\(lane(number + 1))) &\nwait", in: folder)
                #expect(run.errors == "")
            }
            let files = try outputs(in: "run-\(number)")
            for (name, data) in files {
                times[name, default: 0] += 1
                #expect(!data.isEmpty || name.hasSuffix(".errors"), "\(name)")
                #expect(
                    first[name, default: data] == data, "\(name) of run \(number) with \(setting)")
                first[name] = data
            }
        }
        for name in ["analysis.jsonl", "store.sql", "report.html", "probe", "search.json"] {
            #expect(times[name] == 20, "\(name)")
        }
        #expect(times.values.allSatisfy { $0 == 20 || $0 == 20 / Self.turns }, "\(times)")
        #expect(first.count > 60)
    }

    /// The script of a run under its settings, in a folder with copies of the inputs.
    private func lane(_ number: Int) -> String {
        let setting = Self.settings[number]
        let zone = setting.zone.isEmpty ? "" : "export TZ=\(setting.zone)"
        return """
            mkdir lane-\(number) && cp -a talk.jsonl pages lane-\(number) && cd lane-\(number) || exit 1
            unset SWIFT_DETERMINISTIC_HASHING LC_ALL TZ
            \(zone)
            export LOCPATH='\(folder.path("locales").path)' jobs=\(setting.jobs) to=run
            # This shell looks for locales elsewhere; another complains of one that is not there.
            export LANG=\(setting.locale) LANGUAGE=\(setting.locale) LC_ALL=\(setting.locale) 2> none
            bash -c true
            \(Self.script(ofRun: number))
            mv run ../run-\(number)

            """
    }

    /// Whether there are the sources of other languages' locales.
    private static let canMakeLocales =
        OutsideTool("localedef") != nil
        && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/tr_TR")

    /// Makes the locales of a system that has their sources but not them.
    private func makeLocales() throws {
        let run = try CommandRun(
            script: """
                mkdir -p locales
                for name in tr_TR de_DE ar_EG; do
                  localedef -i $name -f UTF-8 locales/$name.UTF-8 || exit 1
                done
                """, in: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    private func outputs(in name: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let root = folder.path(name)
        for case let file as String in try #require(
            FileManager.default.enumerator(atPath: root.path))
        {
            let url = root.appendingPathComponent(file)
            guard (try url.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true
            else {
                continue
            }
            files[file] = try Data(contentsOf: url)
        }
        return files
    }
}
