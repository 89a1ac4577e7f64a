import DiscussionModel
import TestSupport
import Testing

@testable import DiscussionReading

/// Each of these damages makes other readers fail or lose comments without a word.
@Suite("Damaged threads")
struct CommentAssemblyTests {
    private func found(
        _ id: String, to parent: String? = nil, at seconds: Int64? = nil, line: Int? = nil
    ) -> FoundComment {
        FoundComment(
            Comment(
                id: id, nameAsWritten: "by " + id,
                posted: seconds.map { Timestamp(seconds: $0) }, text: "text of \(id)",
                statedParent: parent), line: line)
    }

    private func assembled(
        _ comments: FoundComment..., article: Set<String> = [], statesTopLevel: Bool = true
    ) -> CommentAssembly {
        CommentAssembly(
            comments, file: "talk.json", articleIDs: article, statesTopLevel: statesTopLevel)
    }

    private func edges(_ assembly: CommentAssembly) -> [String] {
        assembly.comments.map { "\($0.id)>\($0.statedParent ?? "?")\($0.isGhost ? " ghost" : "")" }
    }

    @Test("A parent that is missing becomes one ghost, before the first who answers it")
    func missingParent() {
        let assembly = assembled(found("a"), found("b", to: "gone"), found("c", to: "gone"))
        #expect(edges(assembly) == ["a>0", "gone>? ghost", "b>gone", "c>gone"])
        #expect(assembly.findings.map(\.id) == ["missing-parent"])
        #expect(assembly.findings.first?.message.contains("1 comment ") == true)
    }

    @Test("A comment that answers itself answers the article, with a warning")
    func selfReply() {
        let assembly = assembled(found("a", to: "a", line: 7), found("b", to: "a"))
        #expect(edges(assembly) == ["a>0", "b>a"])
        #expect(assembly.findings.map(\.id) == ["reply-circle"])
        #expect(assembly.findings.first?.line == 7)
    }

    @Test("A circle is cut at its oldest comment, wherever that stands")
    func circle() {
        let assembly = assembled(
            found("young", to: "middle", at: 30), found("middle", to: "old", at: 20),
            found("old", to: "young", at: 10))
        #expect(edges(assembly) == ["old>0", "middle>old", "young>middle"])
        #expect(assembly.findings.map(\.severity) == [.warning])
    }

    @Test("Without times the first of a circle in the source counts as its oldest")
    func timelessCircle() {
        let assembly = assembled(found("a", to: "b"), found("b", to: "a"))
        #expect(edges(assembly) == ["a>0", "b>a"])
    }

    @Test("Two roots are two threads")
    func twoRoots() {
        let assembly = assembled(found("a"), found("b", to: "a"), found("c"), found("d", to: "c"))
        #expect(edges(assembly) == ["a>0", "b>a", "c>0", "d>c"])
        #expect(assembly.findings.isEmpty)
    }

    @Test("An id that stands twice counts once, the first of them")
    func duplicates() {
        var again = found("a", line: 9)
        again.comment.text = "another"
        let assembly = assembled(found("a"), found("b", to: "a"), again)
        #expect(assembly.comments.map(\.text) == ["text of a", "text of b"])
        #expect(assembly.findings.map(\.id) == ["duplicate-id"])
        #expect(assembly.findings.first?.line == 9)
    }

    @Test("A parent that arrives later is linked and moved before its answers")
    func laterParent() {
        let assembly = assembled(found("b", to: "a"), found("c", to: "b"), found("a"))
        #expect(edges(assembly) == ["a>0", "b>a", "c>b"])
        #expect(assembly.findings.isEmpty)
    }

    @Test("The source's name for the article is the article")
    func articleName() {
        let assembly = assembled(
            found("t1_x", to: "t3_q"), found("t1_y", to: "t1_x"), article: ["t3_q"])
        #expect(edges(assembly) == ["t1_x>0", "t1_y>t1_x"])
    }

    @Test("Where a comment has the article's id, it is renamed and its answers follow")
    func zero() {
        let assembly = assembled(found("0"), found("0-1", to: "0"), found("2", to: "0-1"))
        #expect(edges(assembly) == ["0-1-1>0", "0-1>0-1-1", "2>0-1"])
    }

    @Test("Comments without ids get their ordinals, around those that are taken")
    func unnamed() {
        let assembly = assembled(found(""), found("1"), found(""))
        #expect(assembly.comments.map(\.id) == ["1-1", "1", "3"])
    }

    @Test("A source that says nothing of parents leaves them to be found")
    func unstated() {
        let assembly = assembled(found("a"), found("b"), statesTopLevel: false)
        #expect(edges(assembly) == ["a>?", "b>?"])
    }

    @Test("A flat page that shows the newest first is turned round, also among equal times")
    func newestFirst() {
        let assembly = assembled(
            found("d", at: 20), found("c", at: 20), found("b", at: 10), found("a", at: 10))
        #expect(assembly.comments.map(\.id) == ["a", "b", "c", "d"])
    }

    @Test("The source of a quotation is renamed like the comment that it is")
    func quotationSources() {
        var quoting = found("b")
        quoting.comment.statedQuotations = [
            StatedQuotation(span: TextSpan(start: 0, end: 4), source: "0"),
            StatedQuotation(span: TextSpan(start: 5, end: 7), source: "t3_q"),
        ]
        let assembly = assembled(found("0"), quoting, article: ["t3_q"])
        #expect(assembly.comments[1].statedQuotations.map(\.source) == ["0-1", "0"])
    }

    @Test("Any parents at all keep every comment once, behind its parent, without circles")
    func property() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<400 {
            let count = Int.random(in: 0...9, using: &random)
            let comments = (0..<count).map { number in
                found(
                    Bool.random(using: &random) ? "\(Int.random(in: 0...9, using: &random))" : "",
                    to: Bool.random(using: &random)
                        ? "\(Int.random(in: 0...9, using: &random))" : nil,
                    at: Bool.random(using: &random)
                        ? Int64.random(in: 0...3, using: &random) : nil, line: number + 1)
            }
            let assembly = CommentAssembly(comments, file: "random")
            let ids = assembly.comments.map(\.id)
            #expect(Set(ids).count == ids.count && !ids.contains("0") && !ids.contains(""))
            let named = Set(comments.map(\.comment.id)).subtracting([""])
            let present = assembly.comments.count { !$0.isGhost }
            #expect(present == named.count + comments.count { $0.comment.id.isEmpty })
            var before: Set<String> = ["0"]
            for comment in assembly.comments {
                if let parent = comment.statedParent { #expect(before.contains(parent)) }
                before.insert(comment.id)
            }
        }
    }

    @Test("A chain of 100,000 answers is read in one go")
    func deep() {
        let chain = (0..<100_000).map { found("c\($0)", to: $0 == 0 ? nil : "c\($0 - 1)") }
        let assembly = CommentAssembly(chain.reversed(), file: "deep", statesTopLevel: true)
        #expect(assembly.comments.first?.id == "c0")
        #expect(assembly.comments.last?.statedParent == "c99998")
    }
}
