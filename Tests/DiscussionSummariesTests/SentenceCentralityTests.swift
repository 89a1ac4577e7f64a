import DiscussionModel
import Testing

@testable import DiscussionSummaries

@Suite("Centrality of sentences")
struct SentenceCentralityTests {
    private func pool(_ texts: [String]) -> SentencePool {
        let spoken = SpokenDiscussion(
            texts.enumerated().map { Spoken("n\($0.offset)", $0.element) })
        return SentencePool(
            of: spoken.discussion, graph: spoken.graph,
            measures: DiscussionMeasures(
                comments: [], commenters: [], engagement: Engagement(measures: []), threads: []))
    }

    @Test("The walk over terms gives what comparing all pairs gives")
    func slowReference() {
        let words = ["bridge", "lorry", "school", "tax", "river", "mill", "owl"]
        var state: UInt64 = 3
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<20 {
            let pool = pool(
                (0...draw(9)).map { _ in
                    (0...draw(5)).map { _ in words[draw(7)] }.joined(separator: " ")
                })
            let count = pool.candidates.count
            func weight(_ i: Int, _ term: Int) -> Double {
                for at in pool.termStarts[i]..<pool.termStarts[i + 1] where pool.termIDs[at] == term
                {
                    return pool.termWeights[at]
                }
                return 0
            }
            func cosine(_ i: Int, _ j: Int) -> Double {
                i == j ? 0 : (0..<pool.termCount).reduce(0) { $0 + weight(i, $1) * weight(j, $1) }
            }
            var slow = [Double](repeating: 1, count: count)
            for _ in 0..<100 {
                slow = (0..<count).map { i in
                    0.15
                        + 0.85
                        * (0..<count).reduce(0.0) { sum, j in
                            let degree = (0..<count).reduce(0.0) { $0 + cosine($1, j) }
                            return sum + (degree > 1e-9 ? cosine(i, j) / degree * slow[j] : 0)
                        }
                }
            }
            var centrality = SentenceCentrality(pool)
            let fast = centrality.values(of: Array(0..<count))
            for (a, b) in zip(fast, slow) { #expect(abs(a - b) < 0.05) }
            #expect(fast == centrality.values(of: Array(0..<count)))
        }
    }

    @Test("A sentence that shares no term has 0.15, of two that are alike each has 1")
    func extremes() {
        let pool = pool(["bridge lorry river", "owl mill spring", "lorry bridge river"])
        var centrality = SentenceCentrality(pool)
        let values = centrality.values(of: [0, 1, 2])
        #expect(abs(values[0] - 1) < 1e-9)
        #expect(abs(values[1] - 0.15) < 1e-9)
        #expect(values[0] == values[2])
        #expect(centrality.values(of: []).isEmpty)
    }
}
