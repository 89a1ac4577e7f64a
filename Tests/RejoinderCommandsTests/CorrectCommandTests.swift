import Foundation
import Testing

@Suite("rejoinder correct")
struct CorrectCommandTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write(Samples.page, to: "page.txt")
        try folder.write(Samples.corpus(discussions: 2), to: "corpus.jsonl")
        try load("a.sqlite")
    }

    private func load(_ store: String) throws {
        let run = try CommandRun(
            "analyze", "page.txt", "corpus.jsonl", "--db", store, in: folder)
        #expect(run.status == 0)
    }

    private func correct(_ arguments: String..., store: String = "a.sqlite") throws -> CommandRun {
        try CommandRun(["correct", "--db", store] + arguments, in: folder)
    }

    /// Everything that a store says.
    private func all(_ store: String) throws -> String {
        try [
            ["summary", "--as", "json"], ["graph", "--as", "json", "--of", "comments"],
            ["show", "--commenter", "Ada", "--as", "json"],
            ["show", "--commenter", "Ben", "--as", "json"],
        ].map { arguments in
            let run = try CommandRun(arguments + ["--db", store], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            return run.text
        }.joined()
    }

    /// How many corrections there are.
    private func corrections() throws -> Int {
        try correct("--export").text.split(whereSeparator: \.isNewline).count - 1
    }

    private func comment(_ id: String) throws -> String {
        try CommandRun("show", "--db", "a.sqlite", "--comment", id, "--as", "json", in: folder).text
    }

    @Test("Names and notes have a longest length, and what is said of them is short")
    func lengths() throws {
        let name = String(repeating: "n", count: 10_001)
        try folder.write(
            "discussion,comment,field,value,note\npage,2,author,\(name),\n", to: "long.csv")
        let long = try correct("--csv", "long.csv")
        #expect(long.status == 1 && long.errors.contains("more than 10000 bytes"))
        #expect(long.errors.utf8.count < 2_000)
        let note = try correct(
            "page", "3", "--to", "1", "--note", String(repeating: "so ", count: 33_334))
        #expect(note.status == 1 && note.errors.contains("more than 100000 bytes"))
        #expect(try corrections() == 0)
    }

    @Test("A table in UTF-16, as spreadsheets save it, is read")
    func wide() throws {
        let table = "\u{FEFF}discussion\tcomment\tfield\tvalue\tnote\r\npage\t3\tto\t1\t\r\n"
        try folder.write(try #require(table.data(using: .utf16LittleEndian)), to: "wide.txt")
        let run = try correct("--csv", "wide.txt")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try corrections() == 1)
    }

    @Test("What is set is certain, is shown, stays when the source is analysed again, and goes")
    func oneByOne() throws {
        let before = try all("a.sqlite")
        let set = try correct("page", "3", "--to", "1", "--note", "asks Ada herself")
        #expect(set.status == 0)
        #expect(set.text == "")
        #expect(set.errors.contains("what comment 3 answers: 1 (before: 2)"))
        #expect(try correct("page", "2", "--stance", "agree").status == 0)
        #expect(try correct("page", "3", "--author", "Tove").status == 0)
        func check() throws {
            let third = try comment("3")
            #expect(
                third.contains(
                    #""reply":{"from":"3","to":"1","confidence":1,"evidence":[{"kind":"corrected","#
                        + #""detail":"asks Ada herself","weight":10}"#))
            #expect(
                third.contains(
                    #""commenter":"Tove","nameAsWritten":"Ada","authorInferred":{"confidence":1,"#
                        + #""evidence":[{"kind":"corrected""#))
            #expect(try comment("2").contains(#""stance":{"label":"agree","agree":1,"neutral":0,"#))
        }
        try check()
        let report = try CommandRun("report", "--db", "a.sqlite", in: folder).text
        #expect(report.contains("corrected"))
        let corrected = try all("a.sqlite")
        try load("a.sqlite")
        try check()
        #expect(try all("a.sqlite") == corrected)
        for field in ["to", "author"] {
            #expect(try correct("page", "3", "--undo", field).status == 0)
        }
        #expect(try correct("page", "2", "--undo", "stance").status == 0)
        #expect(try all("a.sqlite") == before)
        let again = try correct("page", "3", "--undo", "to")
        #expect(again.status == 1)
        #expect(again.errors.contains("nobody has set what comment 3 answers in page"))
    }

    @Test("A table that was exported makes a fresh store the same")
    func table() throws {
        #expect(try correct("page", "3", "--to", "1", "--note", "=\"so, yes\"").status == 0)
        #expect(try correct("page", "2", "--author", "@Tove").status == 0)
        #expect(try correct("d2-1", "d2-3", "--stance", "disagree").status == 0)
        #expect(try correct("--export", "-o", "c.csv").status == 0)
        #expect(
            try folder.text(of: "c.csv") == """
                discussion,comment,field,value,note\r
                page,2,author,'@Tove,\r
                page,3,to,1,"'=""so, yes\"""\r
                d2-1,d2-3,stance,disagree,\r

                """)
        try load("b.sqlite")
        #expect(try all("a.sqlite") != all("b.sqlite"))
        let run = try correct("--csv", "c.csv", store: "b.sqlite")
        #expect(run.status == 0)
        #expect(run.errors.contains("3 corrections of 2 discussions stored in b.sqlite"))
        #expect(try all("a.sqlite") == all("b.sqlite"))
        let again = try correct("--export", store: "b.sqlite")
        #expect(try again.text == folder.text(of: "c.csv"))
    }

    @Test("Of a table with bad lines each is named and nothing is applied")
    func badTable() throws {
        let before = try all("a.sqlite")
        try folder.write(
            """
            discussion,comment,field,value
            page,3,to,1
            page,9,to,1
            page,2,mood,1
            nowhere,1,to,0
            page,1,to,2

            """, to: "bad.csv")
        let run = try correct("--csv", "bad.csv")
        #expect(run.status == 1)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 5)
        for (line, number) in zip(lines, [3, 4, 5, 6]) {
            #expect(line.contains("bad.csv:\(number): "), "\(line)")
        }
        #expect(lines.last?.contains("nothing was changed") == true)
        #expect(try all("a.sqlite") == before)
    }

    @Test(
        "What cannot be is refused with the reason",
        arguments: [
            (["page", "1", "--to", "2"], "1 answers 2, which answers 1"),
            (["page", "9", "--to", "1"], "there is no comment 9"),
            (["page", "2", "--to", "2"], "does not answer itself"),
            (["pgae", "2", "--to", "1"], "written like it: “page”"),
            (["--csv", "gone.csv"], "gone.csv: cannot be read"),
        ])
    func refused(arguments: [String], words: String) throws {
        let run = try CommandRun(["correct", "--db", "a.sqlite"] + arguments, in: folder)
        #expect(run.status == 1)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(try corrections() == 0)
    }

    @Test("The comment of a correction that is gone is remarked, and the correction kept")
    func gone() throws {
        #expect(try correct("page", "3", "--to", "1").status == 0)
        let two = Samples.page.replacing("3 Comments", with: "2 Comments")
            .split(separator: "\n3. Ada")[0]
        try folder.write(String(two), to: "page.txt")
        let run = try CommandRun("analyze", "page.txt", "--db", "a.sqlite", in: folder)
        #expect(run.errors.contains("[correction-not-applied]"))
        #expect(run.errors.contains("there is no comment 3"))
        #expect(try corrections() == 1)
    }

    @Test("A store that is not there is not made")
    func missingStore() throws {
        let run = try correct("page", "1", "--to", "0", store: "gone.sqlite")
        #expect(run.status == 1)
        #expect(!folder.exists("gone.sqlite"))
    }
}
