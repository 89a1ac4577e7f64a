import DiscussionModel
import DiscussionReading
import Testing

@Suite("Tables of corrections")
struct CorrectionReaderTests {
    private func read(_ text: String) -> CorrectionReader { CorrectionReader(Array(text.utf8)) }

    @Test("Rows become corrections, whatever the order of the columns and what stands between")
    func rows() {
        let expected = [
            Correction(comment: "7", value: .target("0"), note: "see above"),
            Correction(comment: "8", value: .author("=Ada"), note: nil),
            Correction(comment: "9", value: .stance(.disagree), note: nil),
        ]
        let commas = read(
            """
            discussion,comment,field,value,note
            page,7,to,0,see above
            page,8,author,'=Ada,
            page,9,Stance,DISAGREE,

            """)
        #expect(commas.problems.isEmpty)
        #expect(commas.rows.map(\.correction) == expected)
        #expect(commas.rows.map(\.line) == [2, 3, 4])
        let semicolons = read(
            "\u{FEFF}Value;Note;Discussion;Field;Comment\r\n0;see above;page;to;7\r\n;;;;\r\n"
                + "=Ada;;page;author;8\r\ndisagree;;page;stance;9\r\n")
        #expect(semicolons.problems.isEmpty)
        #expect(semicolons.rows.map(\.correction) == expected)
    }

    @Test("Every bad line is named, and a field over several lines counts them")
    func problems() {
        let reader = read(
            """
            discussion,comment,field,value,note
            page,1,to,"2",fine
            page,1,mood,glad,
            page,,to,3,"over
            two lines"
            page,2,stance,maybe,
            page,1,to,3,
            page,1,to,2,again
            """)
        #expect(reader.rows.map(\.line) == [2, 8])
        #expect(
            reader.problems.map { "\($0.line): \($0.words)" } == [
                "3: the field is “mood” and not to, author or stance",
                "4: the column comment is empty",
                "6: the stance is “maybe” and not agree, neutral or disagree",
                "7: line 2 sets the same to “2”",
            ])
    }

    @Test(
        "A table without the columns, or without an end, says so",
        arguments: [
            "", "page", "discussion,comment\nx,1\n", "discussion,comment,field,value\nx,\"1,to,2\n",
        ])
    func unreadable(text: String) {
        let reader = read(text)
        #expect(reader.rows.isEmpty)
        #expect(reader.problems.count == 1)
    }
}
