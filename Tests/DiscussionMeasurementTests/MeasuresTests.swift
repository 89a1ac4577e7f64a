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

    @Test("The measures of the tree agree with slow counting on all trees of 1 to 7 comments")
    func allSmallTrees() {
        for count in 1...7 {
            for parents in allTrees(of: count) {
                let (discussion, graph) = small(parents, authors: parents.indices.map { $0 % 3 })
                let engagement = DiscussionMeter().measures(of: discussion, graph: graph).engagement
                let slow = SlowMeasures(parents: parents, authors: parents.indices.map { $0 % 3 })
                guard engagement["depth"] == slow.depth, engagement["width"] == slow.width,
                    engagement["hIndex"] == slow.hIndex, engagement["branching"] == slow.branching,
                    engagement["longestExchange"] == slow.longestExchange,
                    abs((engagement["structuralVirality"] ?? 0) - slow.virality) < 1e-12
                else {
                    Issue.record("\(parents): \(engagement.measures)")
                    return
                }
            }
        }
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

/// The same measures by definition, in the time that takes.
private struct SlowMeasures {
    let parents: [Int]
    let authors: [Int]

    private func path(_ ordinal: Int) -> [Int] {
        ordinal == 0 ? [0] : [ordinal] + path(parents[ordinal - 1])
    }
    private var depths: [Int] { (1...parents.count).map { path($0).count - 1 } }
    private func width(_ level: Int) -> Int { depths.count { $0 == level } }

    var depth: Double { Double(depths.max() ?? 0) }
    var width: Double { Double((1...parents.count).map { width($0) }.max() ?? 0) }
    var hIndex: Double {
        var level = 1
        while width(level) >= level { level += 1 }
        return Double(level - 1)
    }
    var branching: Double { Double(parents.count) / Double(Set(parents).count) }
    var virality: Double {
        var sum = 0
        for left in 0...parents.count {
            for right in 0...parents.count {
                let (a, b) = (path(left), path(right))
                let shared = Set(a).intersection(b).count
                sum += a.count + b.count - 2 * shared
            }
        }
        return Double(sum) / Double(parents.count * (parents.count + 1))
    }
    var longestExchange: Double? {
        var longest = 0
        for ordinal in 1...parents.count {
            let line = path(ordinal).dropLast().map { authors[$0 - 1] }
            var length = 1
            while length < line.count, line[length] != line[length - 1],
                length < 2 || line[length] == line[length - 2]
            {
                length += 1
            }
            longest = max(longest, length)
        }
        return longest >= 3 ? Double(longest) : nil
    }
}
