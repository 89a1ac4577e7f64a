import DiscussionModel
import DiscussionReading
import Testing

@Suite("Chat logs")
struct ChatLogFormatTests {
    private func discussion(_ text: String, name: String = "log.txt") throws -> Discussion {
        let input = OpenInput(bytes: Array(text.utf8), name: name)
        var stream = try ChatLogFormat().discussions(in: input, options: ReadingOptions())
        return try #require(try stream.next())
    }

    private let log = """
        [23:58] <mia> anyone got the printer to work?
        === olli [~olli@host] has joined #office
        [23:59] <tom|away> mia: turn it off and on
        [00:01]  * mia kicks the printer
        === tom|away is now known as tom
        what is this
        [00:02] <mia> <b>bold</b> and a [bracket]

        """

    @Test("A comment's id is L and its line counted from 0; other lines are remarked on")
    func reading() throws {
        let discussion = try discussion(log)
        #expect(discussion.setting == .chat)
        #expect(discussion.comments.map(\.id) == ["L0", "L2", "L3", "L6"])
        #expect(discussion.comments.map(\.nameAsWritten) == ["mia", "tom|away", "mia", "mia"])
        #expect(discussion.comments[2].text == "kicks the printer")
        #expect(discussion.comments[3].text == "<b>bold</b> and a [bracket]")
        #expect(discussion.findings.map(\.id) == ["system-lines", "unread-lines"])
        #expect(discussion.findings.map(\.line) == [2, 6])
    }

    @Test("Times go on across midnight, from the day in the log's name where it has one")
    func times() throws {
        let unknown = try discussion(log).comments.compactMap(\.posted)
        #expect(unknown.map(\.description).last == "1970-01-02T00:02:00")
        #expect(!unknown.contains { !$0.isApproximate })
        let known = try discussion(log, name: "logs/2011-12-31_23.raw.txt").comments
        #expect(known.first?.posted?.description == "2011-12-31T23:58:00")
        #expect(known.last?.posted?.description == "2012-01-01T00:02:00")
        #expect(known.last?.posted?.isApproximate == false)
    }

    @Test("A log is recognised by its lines, a page of text is not one")
    func recognition() {
        func confidence(_ text: String) -> Double {
            ChatLogFormat().sniff(InputHead(bytes: Array(text.utf8), fileName: ""))
        }
        #expect(confidence(log) > 0.5)
        #expect(confidence("") == 0)
        #expect(confidence("A title\n\nSome <words> of text.\n* a point\n* another") == 0)
    }
}
