import DiscussionModel
import Testing

@testable import DiscussionMeasurement

@Suite("Measures of disagreement")
struct StanceMeasuresTests {
    private typealias Sides = [(agree: Double, disagree: Double)?]
    private let yes = (agree: 0.9, disagree: 0.05)
    private let no = (agree: 0.05, disagree: 0.9)

    private func engagement(
        _ parents: [Int], authors: [Int], _ stances: Sides, clusters: [[Int]] = []
    ) -> Engagement {
        let (discussion, graph) = small(parents, authors: authors, stances: stances)
        let clustering = StanceClustering(
            verdict: clusters.isEmpty ? .noClearCamps : .camps,
            clusters: clusters.map { members in
                StanceCluster(
                    members: members.map { .init(commenter: $0, confidence: 1) }, cohesion: 1)
            })
        return DiscussionMeter().measures(
            of: discussion, graph: graph, stances: DiscussionStances(clustering: clustering)
        ).engagement
    }

    @Test("Nothing judged, nothing said")
    func unjudged() {
        let measures = engagement([0, 1, 2], authors: [0, 1, 0], [nil, nil, nil])
        for name in [
            "disagreement", "disagreementLow", "disagreementHigh", "mutualDisagreement",
            "disputeShare", "frustration", "balance", "controversy",
        ] {
            #expect(measures[name] == nil)
        }
    }

    @Test("Replies to the article and to oneself, and neutral ones, do not count")
    func counted() {
        let measures = engagement(
            [0, 1, 1, 1, 1, 0], authors: [0, 1, 2, 3, 0, 4],
            [no, no, no, yes, no, (agree: 0.1, disagree: 0.1)])
        #expect(measures["disagreement"] == 2.0 / 3)
        // Three of five commented and are at odds: 0, 1 and 2.
        #expect(measures["disputeShare"] == 0.6)
        #expect(measures["mutualDisagreement"] == 0)
    }

    @Test("The interval is Wilson's")
    func interval() {
        // For none the upper bound is z^2 / (q + z^2) = 3.8415 / 13.8415.
        let none = CountedShare(count: 0, total: 10).interval
        #expect(none.low == 0)
        #expect(abs(none.high - 0.2775) < 1e-4)
        // Symmetric: 10 of 10 is the mirror of 0 of 10, and 5 of 10 of itself.
        #expect(abs(CountedShare(count: 10, total: 10).interval.low - (1 - none.high)) < 1e-12)
        let half = CountedShare(count: 5, total: 10).interval
        #expect(abs(half.low + half.high - 1) < 1e-12)
        for total in 1...40 {
            for count in 0...total {
                let share = CountedShare(count: count, total: total)
                // The bounds are where a true share would be z standard errors off.
                for bound in [share.interval.low, share.interval.high] {
                    let off = (share.share - bound) * (share.share - bound)
                    let error = bound * (1 - bound) / Double(total)
                    #expect(abs(off - 1.959964 * 1.959964 * error) < 1e-6)
                }
            }
        }
    }

    @Test("Mutual disagreement needs both ways")
    func mutual() {
        // 1 against 0 twice, 0 against 1 once, 2 against 0 once.
        let measures = engagement(
            [0, 1, 2, 3, 1], authors: [0, 1, 0, 1, 2], [nil, no, no, no, no])
        #expect(measures["mutualDisagreement"] == 0.75)
    }

    @Test("Two sides against each other are balanced, three each against each are not")
    func balance() throws {
        // 0 and 1 agree, both oppose 2.
        let sides = engagement([0, 1, 1, 2], authors: [0, 1, 2, 2], [nil, yes, no, no])
        #expect(sides["balance"] == 1)
        #expect(sides["frustration"] == 0)
        let all = engagement([0, 1, 1, 2], authors: [0, 1, 2, 2], [nil, no, no, no])
        #expect(all["balance"] == 0)
        // One of three equal edges must be contradicted: 2 * 1 / 3.
        #expect(abs(try #require(all["frustration"]) - 2.0 / 3) < 1e-12)
        // A path of replies has no way round, so any signs fit.
        let path = engagement([0, 1, 2], authors: [0, 1, 2], [nil, no, no])
        #expect(path["frustration"] == nil && path["balance"] == nil)
    }

    @Test("Camps are a start and never a worse end")
    func camps() throws {
        let parents = [0, 1, 1, 2, 1, 2, 3]
        let authors = [0, 1, 2, 2, 3, 3, 3]
        let stances: Sides = [nil, no, yes, no, no, yes, no]
        let alone = engagement(parents, authors: authors, stances)
        for clusters in [
            [[0, 2], [1, 3]], [[0, 1], [2, 3]], [[0, 9], [1, 2]], [[0], [1], [2]],
        ] {
            let given = engagement(parents, authors: authors, stances, clusters: clusters)
            #expect(given["frustration"] == alone["frustration"])
        }
    }

    @Test("Controversy is its parts, 0 without disagreement and more with more of each")
    func controversy() throws {
        let peace = engagement([0, 1, 1], authors: [0, 1, 2], [nil, yes, yes])
        #expect(peace["controversy"] == 0)
        let one = engagement([0, 1, 1], authors: [0, 1, 2], [nil, no, yes])
        let both = engagement([0, 1, 2, 1], authors: [0, 1, 0, 2], [nil, no, no, no])
        let (little, much) = (
            try #require(one["controversy"]), try #require(both["controversy"])
        )
        #expect(0 < little && little < much && much < 1)
        let index = try #require(both["hIndex"])
        let (mutual, drawnIn) = (
            try #require(both["mutualDisagreement"]), try #require(both["disputeShare"])
        )
        let parts = mutual + drawnIn + (index - 1) / (index + 1)
        let low = try #require(both["disagreementLow"])
        #expect(abs(much * much - low * parts / 3) < 1e-12)
    }
}
