/// The paths that are told, of those that begin with the same reply.
///
/// A path's comments are told whole, so a fan of a thousand answers under a long path would repeat
/// that path a thousand times. Of the paths that begin with the same reply the longest is told, and
/// the others by falling length while both limits hold. A path that leaves one that is left out is
/// left out with it. What is told is thereby at most a fixed multiple of the comments.
struct BranchSelection {
    /// How many branches may leave the others at one comment. The first comes with the path that
    /// all of them leave, which makes ten in all.
    static let branchesPerComment = 9
    /// How many comments may be repeated for each that is told for the first time.
    static let repetitions = 16

    /// The paths that are told, in the order in which they came.
    private(set) var told: [DisagreementPath] = []
    /// How many are left out.
    private(set) var leftOut = 0

    /// The first reply of the paths to which a reply was last counted.
    private var family: [Int]
    /// Whether the path to which it was counted is left out.
    private var isLeftOut: [Bool]
    /// How many branches leave at a comment, and the first reply of the paths they are of.
    private var branches: [(family: Int, count: Int)]

    /// - Parameter paths: Those with the same first reply together, the longest first.
    /// - Complexity: O(comments): a reply is part of paths of at most three beginnings, with the one
    ///   weak reply spent above it or not, or where an alternation begins anew with it.
    init(_ paths: [DisagreementPath], in steps: DisagreementSteps) {
        let count = steps.parents.count
        family = [Int](repeating: -1, count: count)
        isLeftOut = [Bool](repeating: false, count: count)
        branches = [(Int, Int)](repeating: (-1, 0), count: count)
        var (new, repeated) = (0, 0)
        for path in paths {
            if family[path.first] != path.first { (new, repeated) = (0, 0) }
            var own = 0
            var step = path.last
            while own < path.steps && family[step] != path.first {
                family[step] = path.first
                isLeftOut[step] = false
                own += 1
                step = steps.parents[step]
            }
            let shared = path.steps - own
            if shared == 0
                || fits(at: step, of: path.first)
                    && repeated + shared <= Self.repetitions * (new + own)
            {
                if shared > 0 { branches[step] = (path.first, branchCount(step, path.first) + 1) }
                new += own
                repeated += shared
                told.append(path)
            } else {
                leftOut += 1
                var step = path.last
                for _ in 0..<own {
                    isLeftOut[step] = true
                    step = steps.parents[step]
                }
            }
        }
    }

    /// Whether another branch may leave at a comment.
    private func fits(at comment: Int, of first: Int) -> Bool {
        !isLeftOut[comment] && branchCount(comment, first) < Self.branchesPerComment
    }

    private func branchCount(_ comment: Int, _ first: Int) -> Int {
        branches[comment].family == first ? branches[comment].count : 0
    }
}
