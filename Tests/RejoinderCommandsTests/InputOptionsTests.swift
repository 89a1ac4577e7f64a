import Foundation
import Testing

@Suite("What is read, and how")
struct InputOptionsTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private let utterances = """
        {"id":"a1","conversation_id":"a1","speaker":"Ines","reply_to":null,"timestamp":1,"text":"The gate sticks."}
        {"id":"a2","conversation_id":"a1","speaker":"Oda","reply_to":"a1","timestamp":2,"text":"Since the flood."}

        """

    @Test("Packed files are read, from standard input too, and told one by one")
    func packed() throws {
        try folder.write(utterances, to: "in/gate.jsonl")
        try folder.write(Samples.page, to: "in/page.txt")
        let run = try CommandRun(
            script: """
                tar -cf in.tar in/gate.jsonl in/page.txt && gzip -k in/gate.jsonl && gzip in.tar
                "$rejoinder" formats --probe in/gate.jsonl.gz in.tar.gz | cut -f 1-4
                "$rejoinder" formats --probe - < in.tar.gz | cut -f 1-4 | tail -n +2
                """, in: folder)
        #expect(run.status == 0)
        let rows = run.text.split(separator: "\n").map {
            $0.replacingOccurrences(of: "\t", with: " ")
        }
        #expect(rows.count == 6)
        #expect(rows[0] == "file format discussions comments")
        #expect(rows[1] == "in/gate.jsonl.gz convokit 1 2")
        #expect(rows[2] == "in.tar.gz/in/gate.jsonl convokit 1 2")
        #expect(rows[3].hasPrefix("in.tar.gz/in/page.txt text 1 "))
        #expect(rows[4] == "-/in/gate.jsonl convokit 1 2")
    }

    @Test("Pages are joined where they show the same article, always, or never")
    func joining() throws {
        for name in ["1.txt", "2.txt"] { try folder.write(Samples.page, to: name) }
        try folder.write(
            "Quite Another Article Of Ours\n\nIt has a first paragraph, which ends here.\n",
            to: "3.txt")
        func lines(_ options: String...) throws -> Int {
            let inputs = ["analyze", "1.txt", "2.txt", "3.txt", "--json"]
            let run = try CommandRun(inputs + options, in: folder)
            #expect(run.status == 0)
            return run.lines.count
        }
        #expect(try lines("--no-join") == 3)
        #expect(try lines("--join") == 1)
        let both = try CommandRun("analyze", "1.txt", "--join", "--no-join", in: folder)
        #expect(both.status == 2)
        #expect(both.errors.contains("--no-join"))
    }

    @Test(
        "Columns are pairs of a field and a column",
        arguments: ["text", "text=", "=body", "text=a,text=b", "text=a,,author=b", ""])
    func badColumns(columns: String) throws {
        try folder.write(Samples.page, to: "page.txt")
        let run = try CommandRun("analyze", "page.txt", "--columns", columns, in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("--columns"))
    }

    @Test("The options of reading are the same on every command that reads")
    func everywhere() throws {
        try folder.write(Samples.page, to: "page.txt")
        try folder.write("name: a\ncomment: //p\nbody: .\n", to: "site.yaml")
        let options = [
            "--columns", "text=body,author=user", "--site", "site.yaml", "--site", "site.yaml",
            "--no-join", "--max-expansion", "9", "--format", "text", "--memory", "1.5g",
        ]
        for command in [["analyze"], ["graph"], ["summary"], ["formats", "--probe"]] {
            let run = try CommandRun(command + ["page.txt"] + options, in: folder)
            #expect(run.status == 0, "\(command)")
        }
        let bad = try CommandRun("analyze", "page.txt", "--max-expansion", "0", in: folder)
        #expect(bad.status == 2)
        let alone = try CommandRun("formats", "--no-join", in: folder)
        #expect(alone.status == 2)
    }

    @Test(
        "A size of memory that is none is told with what is",
        arguments: [
            ("much", "200M or 2G"), ("-2G", "200M or 2G"), ("1e3", "200M or 2G"),
            ("9999999999999T", "200M or 2G"), ("10K", "1M or more"), ("0", "1M or more"),
        ])
    func memory(size: String, advice: String) throws {
        try folder.write(Samples.page, to: "page.txt")
        let run = try CommandRun("analyze", "page.txt", "--memory=\(size)", in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains(advice), "\(run.errors)")
        #expect(run.errors.contains("'\(size)'"))
    }
}
