import DiscussionModel
import Testing

@testable import DiscussionMeasurement

@Suite("Measures of a discussion")
struct MeasuresTests {
    private func value(
        _ name: String, _ parents: [Int], authors: [Int]? = nil, more: Int = 0
    ) -> Double? {
        let (discussion, graph) = small(parents, authors: authors, more: more)
        return DiscussionMeter().measures(of: discussion, graph: graph).engagement[name]
    }

    @Test("A star has width n, h 1 and virality 2 - 2/N", arguments: 1...9)
    func star(count: Int) throws {
        let parents = [Int](repeating: 0, count: count)
        #expect(value("depth", parents) == 1)
        #expect(value("width", parents) == Double(count))
        #expect(value("hIndex", parents) == 1)
        #expect(value("branching", parents) == Double(count))
        let virality = try #require(value("structuralVirality", parents))
        #expect(abs(virality - (2 - 2 / Double(count + 1))) < 1e-12)
    }

    @Test("A single chain has depth n, h 1 and virality (N + 1)/3", arguments: 1...9)
    func chain(count: Int) throws {
        let parents = Array(0..<count)
        #expect(value("depth", parents) == Double(count))
        #expect(value("width", parents) == 1)
        #expect(value("hIndex", parents) == 1)
        #expect(value("branching", parents) == 1)
        let virality = try #require(value("structuralVirality", parents))
        #expect(abs(virality - Double(count + 2) / 3) < 1e-12)
    }

    @Test("The h-index stops at the first level that fails")
    func hIndex() {
        // Levels of 3, 2, 2, 4: the third has 2 < 3, although the fourth has 4.
        #expect(value("hIndex", [0, 0, 0, 1, 2, 4, 5, 6, 6, 7, 7]) == 2)
        // Levels of 2, 2, 3 hold to the end.
        #expect(value("hIndex", [0, 0, 1, 2, 3, 3, 4]) == 3)
    }

    @Test("Reciprocity is the share of pairs that go both ways")
    func reciprocity() {
        // c1 → c0 twice, c0 → c1, c2 → c0: two of three pairs.
        #expect(value("reciprocity", [0, 1, 2, 1, 1], authors: [0, 1, 0, 1, 2]) == 2.0 / 3)
        #expect(value("reciprocity", [0, 1], authors: [0, 1]) == 0)
        // Nobody answers anyone but themselves.
        #expect(value("reciprocity", [0, 1], authors: [0, 0]) == nil)
    }

    @Test("The Gini of comments per commenter")
    func gini() {
        #expect(value("gini", [0, 0, 0], authors: [0, 1, 2]) == 0)
        #expect(value("gini", [0], authors: [0], more: 3) == 0)
        // 1 and 3 comments: 2 (1·1 + 2·3) / (2·4) - 3/2 = 14/8 - 12/8.
        #expect(value("gini", [0, 0, 0, 0], authors: [0, 1, 1, 1]) == 0.25)
    }

    @Test("Centralization is 1 when the others all reply to one and to no other")
    func centralization() {
        #expect(value("centralization", [0, 1, 1, 1], authors: [0, 1, 2, 3]) == 1)
        #expect(value("centralization", [0, 1, 2], authors: [0, 1, 0]) == 0)
        // In-degrees 1, 1, 0 of three: (0 + 0 + 1) / 4.
        #expect(value("centralization", [0, 1, 2], authors: [0, 1, 2]) == 0.25)
        #expect(value("centralization", [0], authors: [0]) == nil)
        #expect(value("centralization", [0, 0], authors: [0, 1]) == 0)
    }

    @Test("An exchange needs someone who comes back")
    func longestExchange() {
        #expect(value("longestExchange", [0, 1, 2], authors: [0, 1, 0]) == 3)
        #expect(value("longestExchange", [0, 1, 2], authors: [0, 1, 2]) == nil)
        // A, B, A, then C breaks it; A answering A does too.
        #expect(value("longestExchange", [0, 1, 2, 3, 4], authors: [0, 1, 0, 2, 0]) == 3)
        #expect(value("longestExchange", [0, 1, 2, 3], authors: [0, 1, 0, 0]) == 3)
        #expect(value("longestExchange", [0, 1, 2, 3, 1], authors: [0, 1, 0, 1, 2]) == 4)
    }
}

@Suite("Measures of time")
struct TimeMeasuresTests {
    private func engagement(
        _ parents: [Int], _ posted: [Int64?], article: Article = Article(),
        setting: Discussion.Setting = .page
    ) -> Engagement {
        let (discussion, graph) = small(
            parents, posted: posted, article: article, setting: setting)
        return DiscussionMeter().measures(of: discussion, graph: graph).engagement
    }

    @Test("The median reply counts replies to comments only, in order of time only")
    func median() {
        #expect(engagement([0, 0], [0, 50])["medianReplySeconds"] == nil)
        #expect(engagement([0, 1], [10, 70])["medianReplySeconds"] == 60)
        // 60, 100 and one that is earlier than what it answers.
        #expect(engagement([0, 1, 1, 3], [10, 70, 110, 20])["medianReplySeconds"] == 80)
        #expect(engagement([0, 1, 1], [10, nil, 20])["medianReplySeconds"] == 10)
    }

    @Test("Days, guessed moments and unlike zones say no seconds")
    func precision() {
        var (discussion, graph) = small([0, 1], posted: [0, 100])
        func median() -> Double? {
            DiscussionMeter().measures(of: discussion, graph: graph)
                .engagement["medianReplySeconds"]
        }
        #expect(median() == 100)
        discussion.comments[0].posted?.precision = .localTime
        #expect(median() == nil)
        discussion.comments[1].posted?.precision = .localTime
        #expect(median() == 100)
        discussion.comments[1].posted?.isApproximate = true
        #expect(median() == nil)
        discussion.comments[0].posted = Timestamp(seconds: 0, precision: .day)
        discussion.comments[1].posted = Timestamp(seconds: 86_400, precision: .day)
        #expect(median() == nil)
        graph.replies = []
        #expect(median() == nil)
    }

    @Test("The first reply counts from the article, or from the post that opens a forum's topic")
    func first() {
        let dated = Article(published: Timestamp(seconds: 100))
        #expect(engagement([0, 0], [190, 160], article: dated)["firstReplySeconds"] == 60)
        #expect(engagement([0, 0], [40, 160], article: dated)["firstReplySeconds"] == 60)
        #expect(engagement([0, 0], [40, 50], article: dated)["firstReplySeconds"] == nil)
        #expect(engagement([0, 0], [190, 160])["firstReplySeconds"] == nil)
        #expect(engagement([0, 1], [190, 260], setting: .forum)["firstReplySeconds"] == 70)
        #expect(engagement([0], [190], setting: .forum)["firstReplySeconds"] == nil)
        let day = Article(published: Timestamp(seconds: 0, precision: .day))
        #expect(engagement([0, 0], [190, 160], article: day)["firstReplySeconds"] == nil)
    }
}
