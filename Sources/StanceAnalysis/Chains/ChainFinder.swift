package import DiscussionModel

/// Finds where disagreement goes on.
///
/// A reply is *strong* with P(disagree) of 0.5 or more and *weak* with 0.35 or more; neither counts
/// when its edge is less sure than `leastConfidence`, when nobody has judged its stance, or when it
/// answers its own commenter. A *path* is two or more replies in a row of which the first and the
/// last are strong, at most one between them is weak and the others are strong. The chains are
///
/// - the maximal paths, those that are part of no longer path, and
/// - the maximal ones of the paths in which two known commenters alternate, which are exchanges.
///
/// A path that is both is told once, as an exchange; an exchange inside a longer chain is told beside
/// it and says so with `branchOf`. Chains that begin with the same reply are branches, of which
/// `BranchSelection` tells as many as a reader can use. Two chains may also share their middle, where
/// two weak replies stand close to each other.
///
/// Chains of replies as the mark of contention: Laniado, Tasso, Volkovich, Kaltenbrunner 2011 (ICWSM).
package struct ChainFinder: Sendable {
    /// The confidence of an edge below which a chain is cut.
    ///
    /// The least sure chain, two replies of this confidence, is then as probably there as not
    /// (0.7 · 0.7 ≈ 0.5), as far as the edges go.
    package var leastConfidence = 0.7

    package init() {}

    /// The chains of a discussion whose replies have their stances, by their first reply in the
    /// order of the comments, but none before the chain that it is part of or branches from; of
    /// those with the same first reply the longest first.
    ///
    /// - Complexity: O(n log n) in the comments, and O(text) of those in a chain.
    package func chains(of discussion: Discussion, graph: ReplyGraph) -> [DisagreementChain] {
        var findings: [Finding] = []
        return chains(of: discussion, graph: graph, findings: &findings)
    }

    /// The chains of a discussion; a remark `chains-left-out` says how many branches are not told.
    package func chains(
        of discussion: Discussion, graph: ReplyGraph, findings: inout [Finding]
    ) -> [DisagreementChain] {
        let steps = DisagreementSteps(discussion, graph, leastConfidence: leastConfidence)
        let order = PathOrder(steps)
        let paths = DisagreementPath.maximal(in: steps, alternating: false)
        guard !paths.isEmpty else { return [] }
        let exchanges = otherExchanges(steps, than: paths)
        let toldPaths = BranchSelection(order.sorted(paths), in: steps)
        let toldExchanges = BranchSelection(order.sorted(exchanges), in: steps)
        let leftOut = toldPaths.leftOut + toldExchanges.leftOut
        if leftOut > 0 { findings.append(remark(on: leftOut, in: discussion)) }

        var measurer = ChainMeasurer(
            discussion, graph, steps, leastConfidence: leastConfidence)
        var branches = BranchFinder(steps, order)
        return order.sorted(toldPaths.told + toldExchanges.told).map { path in
            var chain = measurer.chain(path)
            (chain.branchOf, chain.sharedComments) = branches.place(path)
            return chain
        }
    }

    /// The maximal alternating paths that are not told as maximal paths already.
    private func otherExchanges(
        _ steps: DisagreementSteps, than paths: [DisagreementPath]
    ) -> [DisagreementPath] {
        let known = Set(paths)
        return DisagreementPath.maximal(in: steps, alternating: true).filter {
            !known.contains($0)
        }
    }

    private func remark(on leftOut: Int, in discussion: Discussion) -> Finding {
        let what = leftOut == 1 ? "1 chain" : "\(leftOut) chains"
        return Finding(
            id: "chains-left-out", severity: .note,
            message: "\(what) of disagreement left out: of those that share a beginning only the"
                + " longest are told.",
            file: discussion.source)
    }
}
