import DiscussionModel
import TestSupport
import Testing

@testable import DiscussionReading

@Suite("Tables of comments")
struct TableFormatTests {
    private func discussions(
        _ text: String, columns: [String: String] = [:], isStrict: Bool = false
    ) throws -> [Discussion] {
        try discussions(Array(text.utf8), columns: columns, isStrict: isStrict)
    }

    private func discussions(
        _ bytes: [UInt8], columns: [String: String] = [:], isStrict: Bool = false
    ) throws -> [Discussion] {
        var options = ReadingOptions()
        options.columns = columns
        options.isStrict = isStrict
        let input = OpenInput(bytes: bytes, name: "talk.csv")
        var stream = try TableFormat().discussions(in: input, options: options)
        var all: [Discussion] = []
        while let discussion = try stream.next() { all.append(discussion) }
        return all
    }

    private func comments(_ text: String) throws -> [Comment] {
        try discussions(text).flatMap(\.comments)
    }

    @Test("No row at all is a discussion of no comments; no column is an error")
    func nothing() throws {
        #expect(try discussions("id,author,text\n").map(\.comments) == [[]])
        let empty = #expect(throws: ReadingError.self) { _ = try discussions(" \n\n") }
        #expect(empty?.code == .empty)
        let plain = #expect(throws: ReadingError.self) { _ = try discussions("words\nwords\n") }
        #expect(plain?.code == .malformed)
    }

    @Test("Quoted cells hold delimiters, quotes and line ends, and keep them")
    func quotes() throws {
        let all = try comments(
            "id,author,text\r\n1,\"Lee, Ann\",\"a \"\"b\"\"\r\n,c\"\r\n2,Bo,\"\"\r\n")
        #expect(all.map(\.nameAsWritten) == ["Lee, Ann", "Bo"])
        #expect(all.map(\.text) == ["a \"b\"\r\n,c", ""])
    }

    @Test(
        "Rows of nothing but delimiters are no comments",
        arguments: [",,\n", "\"\",\"\",\"\"\r\n"])
    func emptied(row: String) throws {
        let all = try comments("id,author,text\n\(row)1,Bo,a\n\(row)\(row)2,Cy,\n,,")
        #expect(all.map(\.nameAsWritten) == ["Bo", "Cy"])
    }

    @Test(
        "Headers in other languages are known",
        arguments: [
            "Nummer;Nutzer;Datum;Antwort auf;Kommentar", "ID;Utilisateur;Date;Réponse à;Texte",
            "ID;Usuario;Fecha;En respuesta a;Mensaje",
        ])
    func languages(header: String) throws {
        let all = try comments("\(header)\n1;Bo;2024-05-01;;a\n2;Cy;2024-05-02;1;b\n")
        #expect(all.map(\.nameAsWritten) == ["Bo", "Cy"])
        #expect(all.map(\.text) == ["a", "b"])
        #expect(all.allSatisfy { $0.posted != nil })
        #expect(all.map(\.statedParent) == [Article.id, "1"])
    }

    @Test("A missing column is named with the columns that are there")
    func missingColumn() {
        let asked = #expect(throws: ReadingError.self) {
            _ = try discussions("id,who,words\n1,a,b\n", columns: ["text": "body"])
        }
        #expect(asked?.problem == "there is no column `body`; the columns are “id”, “who”, “words”")
        let unknown = #expect(throws: ReadingError.self) {
            _ = try discussions("id,who,words\n1,a,b\n")
        }
        #expect(unknown?.problem.contains("“id”, “who”, “words”") == true)
        #expect(unknown?.advice.contains("--columns text=") == true)
        let field = #expect(throws: ReadingError.self) {
            _ = try discussions(
                "id,who,words\n1,a,b\n", columns: ["text": "words", "colour": "id"])
        }
        #expect(field?.problem.contains("colour") == true)
    }

    @Test("Columns that were asked for win over the usual names")
    func askedColumns() throws {
        let all = try discussions(
            "text,Who,words,room\nx,ana,hello,r1\ny,bo,hi,r2\n",
            columns: ["text": "words", "author": "who", "discussion": "room"])
        #expect(all.map(\.id) == ["r1", "r2"])
        #expect(all.map { $0.comments[0].nameAsWritten } == ["ana", "bo"])
        #expect(all.map { $0.comments[0].text } == ["hello", "hi"])
    }

    @Test("Who names columns gets a table, whatever they are called")
    func namedColumns() throws {
        let folder = try ScratchFolder()
        try folder.write("nr;wer;was;auf\n1;Ana;Ja;\n2;Bo;Nein;1\n", to: "umfrage.txt")
        var options = ReadingOptions()
        options.columns = ["id": "nr", "author": "wer", "text": "was", "parent": "auf"]
        func read() throws -> [Result<Discussion, ReadingError>] {
            Array(try DiscussionReader(inputs: [folder.file("umfrage.txt")], options: options))
        }
        let discussion = try #require(try read().first).get()
        #expect(discussion.format == "csv")
        #expect(discussion.comments.map(\.text) == ["Ja", "Nein"])
        #expect(discussion.comments.map(\.statedParent) == ["0", "1"])
        options.columns = ["text": "worte"]
        guard case .failure(let error)? = try read().first else {
            Issue.record("a column that is not there should be an error")
            return
        }
        #expect(error.description.contains("worte") && error.description.contains("was"))
    }

    @Test("A first row longer than what is shown of an input is known by the keys that are seen")
    func longFirstRow() throws {
        let long = String(repeating: "word ", count: 60_000)
        let rows = [("1", "A", long), ("2", "B", "short")].map { id, author, text in
            #"{"id":"\#(id)","author":"\#(author)","text":"\#(text)"}"#
        }
        let input = OpenInput(bytes: Array(rows.joined(separator: "\n").utf8), name: "long.ndjson")
        #expect(try FormatRegistry.format(recognizing: input.head())?.name == "jsonl")
        var stream = try JSONTableFormat().discussions(in: input, options: ReadingOptions())
        let discussion = try #require(try stream.next())
        #expect(discussion.comments.map(\.text.count) == [300_000, 5])
    }

    @Test("Rows of several discussions may be interleaved")
    func interleaved() throws {
        let all = try discussions(
            "thread_id,id,parent_id,user,text\na,1,,x,1\nb,2,,x,2\na,3,1,y,3\nb,4,2,y,4\n")
        #expect(all.map(\.id) == ["a", "b"])
        #expect(all.map { $0.comments.map(\.statedParent) } == [["0", "1"], ["0", "2"]])
    }

    @Test("What programs write for no parent means the article unless it is an id")
    func noParent() throws {
        let all = try comments(
            "id,parent,author,text\n1,0,a,t\n2,-1,a,t\n3,NA,a,t\n4,null,a,t\n5,None,a,t\n"
                + "6,root,a,t\n7,,a,t\n8,7.0,a,t\n")
        #expect(all.map(\.statedParent) == ["0", "0", "0", "0", "0", "0", "0", "7"])
        let zero = try comments("id,parent,author,text\n0,,a,t\n1,0,a,t\n")
        #expect(zero.map(\.id) == ["0-1", "1"])
        #expect(zero.map(\.statedParent) == ["0", "0-1"])
    }

    @Test("A table without a column for parents does not say who answers whom")
    func unstated() throws {
        #expect(try comments("id,author,text\n1,a,t\n2,b,u\n").map(\.statedParent) == [nil, nil])
    }

    @Test("Damaged threads keep every comment")
    func damaged() throws {
        let all = try discussions(
            "id,parent,author,text\n1,1,a,t\n2,4,a,t\n3,2,a,t\n4,3,a,t\n5,gone,a,t\n1,,b,again\n"
                + "7,8,a,t\n8,,a,later\n")
        let comments = all[0].comments
        #expect(comments.map(\.id) == ["1", "2", "3", "4", "gone", "5", "8", "7"])
        #expect(comments.first { $0.id == "4" }?.statedParent == "3")
        #expect(comments.first { $0.id == "gone" }?.isGhost == true)
        #expect(
            Set(all[0].findings.map(\.id)) == ["duplicate-id", "reply-circle", "missing-parent"])
    }

    @Test("Fifty thousand answers in one chain are read")
    func deep() throws {
        let rows = (1...50_000).map { "\($0),\($0 - 1),a,t\n" }.joined()
        let all = try comments("id,parent,author,text\n" + rows)
        #expect(all.count == 50_000)
        #expect(all.last?.statedParent == "49999")
    }

    @Test("A bad row costs only itself and is told with its line; strictly it ends the reading")
    func badRow() throws {
        let text = "id,author,text\n1,a,t\n2,b\n3,\"c\nd\",\"e\"\n4,f,g\n"
        let all = try discussions(text)
        #expect(all[0].comments.map(\.id) == ["1", "3", "4"])
        #expect(all[0].findings.map(\.line) == [3])
        let error = #expect(throws: ReadingError.self) {
            _ = try discussions(text, isStrict: true)
        }
        #expect(error?.line == 3)
    }

    @Test("A quote that is never closed costs its line and nothing else", arguments: [1, 2_000])
    func unclosedQuote(rows: Int) throws {
        let rest = (3..<(rows + 3)).map { "\($0),b,\($0 % 2 == 0 ? "\"x, y\"" : "z")\n" }.joined()
        let all = try discussions("id,author,text\n1,a,t\n2,b,\"open\n" + rest)
        #expect(all[0].comments.count == rows + 1)
        #expect(all[0].findings.map(\.id) == ["bad-line"])
        #expect(all[0].findings.map(\.line) == [3])
    }

    @Test("A file of opening quotes is not read anew from each of them to its end")
    func openQuotes() throws {
        let rows = String(repeating: "a,b,\"\"c\n", count: 5_000)
        let all = try discussions("id,author,text\n" + rows + "1,x,y\n")
        #expect(all[0].comments.contains { $0.nameAsWritten == "x" })
    }

    @Test("A table cut in the middle gives what stands before and says where")
    func cut() throws {
        for tail in ["2,b", "2,b,\"half", "2,b,\"half\nof it"] {
            let all = try discussions("id,author,text\n1,a,t\n" + tail)
            #expect(all[0].comments.map(\.id) == ["1"])
            #expect(all[0].findings.map(\.id) == ["truncated"])
            #expect(all[0].findings.map(\.severity) == [.error])
            #expect(all[0].findings.map(\.line) == [3])
        }
    }

    @Test("Nobody's comments are each their own")
    func nobody() throws {
        let all = try comments("id,author,author_id,text\n1,[deleted],,x\n2,,,y\n3,nan,0,z\n")
        #expect(all.map(\.nameAsWritten) == [nil, nil, nil])
        #expect(all.map(\.accountID) == [nil, nil, nil])
    }

    private static let times: [(String, String?)] = [
        ("1552377600", "2019-03-12T08:00:00Z"), ("1552377600000", "2019-03-12T08:00:00Z"),
        ("1552377600.75", "2019-03-12T08:00:00Z"), ("1.5523776E9", "2019-03-12T08:00:00Z"),
        ("1552377600000000", "2019-03-12T08:00:00Z"), ("2019-03-12", "2019-03-12"),
        ("2019-03-12 08:00:00", "2019-03-12T08:00:00"),
        ("2019-03-12T09:00:00.123+01:00", "2019-03-12T08:00:00Z"),
        ("2019-03-12 08:00:00 UTC", "2019-03-12T08:00:00Z"),
        ("2019-03-12 04:00:00 EDT", "2019-03-12T08:00:00Z"), ("2019-03-12 EDT", "2019-03-12"),
        ("Tue, 12 Mar 2019 09:00:00 +0100", "2019-03-12T08:00:00Z"),
        ("12 Mar 2019 08:00 GMT", "2019-03-12T08:00:00Z"),
        ("Tue Mar 12 08:00:00 +0000 2019", "2019-03-12T08:00:00Z"),
        ("Mar 12, 2019", "2019-03-12"), ("12.03.2019 08:00", "2019-03-12T08:00:00"),
        ("20190312", "2019-03-12"), ("20190312080000", "2019-03-12T08:00:00"),
        ("soon", nil), ("", nil), ("1e400", nil), ("nan", nil), ("-", nil),
    ]

    @Test("Moments are read in the forms that tables have", arguments: times)
    func time(written: String, expected: String?) {
        #expect(TableTime().timestamp(written)?.description == expected)
    }

    @Test("One date that can only be read one way decides for the table")
    func dayFirst() throws {
        let all = try comments(
            "id,author,date,text\n1,a,03/04/2019,t\n2,a,25/04/2019,t\n3,a,04/05/2019,t\n")
        #expect(all.map { $0.posted?.description } == ["2019-04-03", "2019-04-25", "2019-05-04"])
    }

    @Test("The places of SOCC's counters say who answers whom")
    func counters() throws {
        let all = try comments(
            "article_id,comment_counter,comment_author,comment_text\n"
                + "9,source1_9_0,a,t\n9,source1_9_0_1,b,t\n9,source1_9_0_1_0,c,t\n")
        #expect(all.map(\.statedParent) == ["0", "source1_9_0", "source1_9_0_1"])
    }

    @Test("Cells in Windows-1252 are read, with a remark")
    func windows1252() throws {
        let all = try discussions(
            Array("id,author,text\n1,J".utf8) + [0xF6] + Array("rg,na\n".utf8))
        #expect(all[0].comments[0].nameAsWritten == "Jörg")
        #expect(all[0].findings.map(\.id) == ["encoding-guessed"])
    }

    @Test("A page of prose with commas is no table")
    func prose() {
        for text in [
            "A text, and a comment, by the author\n\nIt goes on, and on.\n", "a,b\n1,2\n",
            "{\"id\": 1, \"text\": \"x, y\"}\n", "<p>author,text</p>\n1,2\n", "", "\n",
        ] {
            let head = InputHead(bytes: Array(text.utf8), fileName: "x.csv")
            #expect(TableFormat().sniff(head) == 0, "\(text)")
        }
    }

    @Test("A row longer than the bound is left out in bounded memory")
    func longRow() throws {
        let file = try RandomAccessFile.temporary(for: "long")
        let long = String(repeating: "x", count: 2_000)
        try file.append(Array("1,a\n2,\"\(long)\"\n3,\(long)\n4,b\n".utf8))
        var scanner = TableScanner(
            file, dialect: TableDialect(), offset: 0, line: 1, maximumRowBytes: 1_000)
        var rows: [(Int, Bool)] = []
        while let row = try scanner.next(width: 2) { rows.append((row.line, row.problem == nil)) }
        #expect(rows.map(\.0) == [1, 2, 3, 4])
        #expect(rows.map(\.1) == [true, false, false, true])
    }
}
