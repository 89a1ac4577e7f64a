import DiscussionModel
import GraphAlgorithms

/// How far a commenter stands between others.
struct Betweenness: CommenterMeasure {
    /// The steps that may be taken, about a tenth of a second's: enough for all paths of a thousand
    /// commenters and more, and no more than the rest of the analysis takes for such a crowd.
    var steps = 4_000_000

    let definition = MeasureDefinition(
        name: "betweenness",
        meaning:
            "How far the commenter links others: the share of shortest ways from one to another,"
            + " along replies, that lead through.",
        formula: "b_i = (sum over j, k of g_jk(i) / g_jk) / ((u - 1) (u - 2))",
        symbols:
            "g_jk: the number of shortest paths from commenter j to k in the commenter graph, of"
            + " which g_jk(i) lead through i; u: the number of commenters listed. All replies are of"
            + " length 1, however many two exchange",
        range: "0...1",
        undefined: "with fewer than three commenters, or where none replies to another",
        cost:
            "O(u m) for all commenters. Where that is above 4,000,000 steps the paths of some"
            + " commenters are followed, chosen by a fixed seed, and scaled up; the finding"
            + " `betweenness-sampled` says so",
        source:
            "Freeman 1977 (Sociometry 40, doi:10.2307/3033543); Brandes 2001"
            + " (doi:10.1080/0022250X.2001.9990249); sampled as in Brandes, Pich 2007"
            + " (doi:10.1142/S0218127407018403); computed by igraph")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        let graph = measured.talk.commenterGraph
        guard !graph.edges.isEmpty, graph.nodeCount >= 3 else { return measured.undefined }
        var sample: DirectedGraph.Betweenness?
        let values = measured.values(named: definition.name, &findings) {
            () throws(GraphFailure) in
            sample = try graph.betweenness(steps: steps)
            return sample?.values ?? []
        }
        if let sample, !sample.isExact {
            findings.append(
                Finding(
                    id: "betweenness-sampled", severity: .note,
                    message: "In \(measured.discussion.id), betweenness is an estimate from the"
                        + " shortest paths of \(sample.sources) of \(sample.candidates) commenters.",
                    file: measured.discussion.source))
        }
        return values
    }
}

extension MeasuredDiscussion {
    /// No value for any commenter.
    var undefined: [Double?] { [Double?](repeating: nil, count: talk.commenterCount) }

    /// The values of a computation for each commenter, or none with a finding where it fails.
    func values(
        named name: String, _ findings: inout [Finding],
        _ compute: () throws(GraphFailure) -> [Double]
    ) -> [Double?] {
        do throws(GraphFailure) {
            return try compute().map { $0.isFinite ? $0 : nil }
        } catch {
            findings.append(
                Finding(
                    id: "measure-failed", severity: .warning,
                    message: "In \(discussion.id), \(name) could not be computed:"
                        + " \(error.message).",
                    file: discussion.source))
            return undefined
        }
    }
}
