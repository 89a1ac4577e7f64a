import DiscussionModel
import DiscussionReading
import Testing

@Suite("Statuses of Mastodon")
struct MastodonFormatTests {
    private func status(_ id: String, to parent: String? = nil, at minute: Int = 0) -> String {
        let parent = parent.map { "\"\($0)\"" } ?? "null"
        return """
            {"id": "\(id)", "in_reply_to_id": \(parent), "content": "<p>words of \(id)</p>",
            "created_at": "2024-01-01T10:\(minute < 10 ? "0" : "")\(minute):00.000Z",
            "account": {"id": "9", "acct": "ana"}}
            """
    }

    private func context(_ ancestors: [String], _ descendants: [String]) -> String {
        """
        {"ancestors": [\(ancestors.joined(separator: ","))],
        "descendants": [\(descendants.joined(separator: ","))]}
        """
    }

    @Test("A context without statuses is a discussion without comments")
    func nothing() throws {
        let all = try MastodonFormat().read(context([], []))
        #expect(all.map(\.comments.count) == [0])
        #expect(MastodonFormat().sniff(text: context([], [])) > 0.8)
    }

    @Test("A status alone is the first comment, answering the article's place or a ghost")
    func one() throws {
        let first = try MastodonFormat().read(status("1"))
        #expect(first[0].id == "1")
        #expect(first[0].setting == .forum)
        #expect(first[0].comments.map(\.statedParent) == ["0"])
        let second = try MastodonFormat().read(status("2", to: "1"))
        #expect(second[0].id == "1")
        #expect(second[0].comments.map(\.id) == ["1", "2"])
        #expect(second[0].comments[0].isGhost)
    }

    @Test("The status that was asked for is a ghost between its ancestors and descendants")
    func middle() throws {
        let all = try MastodonFormat().read(
            context([status("1"), status("2", to: "1", at: 1)], [status("4", to: "3", at: 3)]))
        #expect(all.count == 1)
        #expect(all[0].comments.map(\.id) == ["1", "2", "3", "4"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "1", "2", "3"])
        #expect(all[0].comments.map(\.isGhost) == [false, false, true, false])
    }

    @Test("Statuses in an array are threads, unless only one of them begins one")
    func threads() throws {
        let two = try MastodonFormat().read(
            "[\(status("3", to: "1", at: 3)), \(status("2", at: 2)), \(status("1", at: 1))]")
        #expect(two.map(\.id) == ["1", "2"])
        #expect(two[0].comments.map(\.id) == ["1", "3"])
        let one = try MastodonFormat().read(
            "[\(status("1")), \(status("3", to: "lost", at: 3)), \(status("2", to: "1", at: 1))]")
        #expect(one.map(\.id) == ["1"])
        #expect(one[0].comments.map(\.id) == ["1", "2", "lost", "3"])
    }

    @Test("Circles are cut, duplicates count once, and two roots of one context are one discussion")
    func damaged() throws {
        let all = try MastodonFormat().read(
            context(
                [status("1"), status("1")],
                [status("5"), status("6", to: "7", at: 1), status("7", to: "6", at: 2)]))
        #expect(all.count == 1)
        #expect(all[0].comments.map(\.id) == ["1", "5", "6", "7"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "0", "0", "6"])
        #expect(Set(all[0].findings.map(\.id)) == ["duplicate-id", "reply-circle"])
    }

    @Test("A file that was cut gives the statuses before the cut")
    func cut() throws {
        let whole = context([status("1")], [status("2", to: "1"), status("3", to: "1")])
        let all = try MastodonFormat().read(String(whole.dropLast(60)))
        #expect(all[0].comments.prefix(2).map(\.id) == ["1", "2"])
        #expect(all[0].findings.map(\.id).contains("truncated"))
    }

    @Test("An object that is no status is told of and left out")
    func badRecord() throws {
        let all = try MastodonFormat().read("[{\"id\": \"1\"}, \(status("2"))]")
        #expect(all[0].comments.map(\.id) == ["2"])
        #expect(all[0].findings.map(\.id) == ["bad-line"])
    }
}
