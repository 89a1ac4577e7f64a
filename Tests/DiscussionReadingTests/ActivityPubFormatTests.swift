import DiscussionModel
import DiscussionReading
import Testing

@Suite("Posts of the federated web")
struct ActivityPubFormatTests {
    private func note(_ id: String, to parent: String? = nil, more: String = "") -> String {
        let parent = parent.map { #", "inReplyTo": "\#($0)""# } ?? ""
        return """
            {"@context": "https://www.w3.org/ns/activitystreams", "type": "Note", "id": "\(id)",
            "attributedTo": "https://a.example/users/ana", "content": "<p>words of \(id)</p>"
            \(parent)\(more)}
            """
    }

    private func collection(_ items: String...) -> String {
        """
        {"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection",
        "orderedItems": [\(items.joined(separator: ","))]}
        """
    }

    @Test("A note alone is the first comment")
    func one() throws {
        let all = try ActivityPubFormat().read(note("n"))
        #expect(all.map(\.id) == ["n"])
        #expect(all[0].setting == .forum)
        #expect(all[0].comments.map(\.statedParent) == ["0"])
        #expect(all[0].comments.map(\.nameAsWritten) == ["ana"])
        #expect(try ActivityPubFormat().read(collection()).map(\.comments.count) == [0])
    }

    @Test("A post with a title is the article")
    func article() throws {
        let all = try ActivityPubFormat().read(
            collection(note("b", to: "a"), note("a", more: #", "name": "Title""#)))
        #expect(all.map(\.id) == ["a"])
        #expect(all[0].setting == .page)
        #expect(all[0].article.title == "Title")
        #expect(all[0].article.body == "words of a")
        #expect(all[0].comments.map(\.id) == ["b"])
        #expect(all[0].comments.map(\.statedParent) == ["0"])
    }

    @Test("An answer may name what it answers by its address instead of its id")
    func addresses() throws {
        let all = try ActivityPubFormat().read(
            collection(
                note("a", more: #", "url": "https://a.example/@ana/1""#),
                note("b", to: "https://a.example/@ana/1")))
        #expect(all.count == 1)
        #expect(all[0].comments.map(\.statedParent) == ["0", "a"])
    }

    @Test("Threads are discussions; missing parents are ghosts, circles are cut")
    func damaged() throws {
        let all = try ActivityPubFormat().read(
            collection(
                note("a"), note("b", to: "lost"), note("c", to: "d"), note("d", to: "c"),
                note("e", to: "e"), note("a")))
        #expect(all.map(\.id) == ["a", "lost", "d", "e"])
        #expect(all.map { $0.comments.map(\.id) } == [["a"], ["lost", "b"], ["c", "d"], ["e"]])
        #expect(all[1].comments[0].isGhost)
        #expect(all[0].findings.map(\.id) == ["duplicate-id"])
        #expect(all[2].findings.map(\.id) == ["reply-circle"])
    }

    @Test("A file that was cut gives what is before, and other objects are told of")
    func cut() throws {
        let cut = try ActivityPubFormat().read(
            String(collection(note("a"), note("b", to: "a")).dropLast(120)))
        #expect(cut[0].comments.map(\.id) == ["a"])
        #expect(cut[0].findings.map(\.id).contains("truncated"))
        let other = try ActivityPubFormat().read(
            collection(note("a"), #"{"type": "Person", "name": "Ana"}"#))
        #expect(other[0].findings.map(\.id) == ["bad-line"])
    }

    @Test("A profile or another answer with a type is not claimed")
    func others() {
        for text in [
            #"{"type": "Note", "text": "t"}"#, #"{"type": ["x"], "properties": {}}"#,
            #"{"@context": "https://schema.org", "@type": "Article"}"#,
        ] { #expect(ActivityPubFormat().sniff(text: text) == 0) }
    }
}
