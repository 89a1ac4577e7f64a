/// The order in which paths are told.
struct PathOrder {
    /// The greatest ordinal of the steps from the beginning of all disagreement above a step down
    /// to it: its own, where no comment stands before what it answers.
    private var latest: [Int]
    /// The number of steps that carry chains above a step.
    private(set) var depths: [Int]

    /// - Complexity: O(comments).
    init(_ steps: DisagreementSteps) {
        latest = Array(steps.parents.indices)
        depths = [Int](repeating: 0, count: latest.count)
        for step in steps.order where step > 0 {
            guard let before = steps.stepBefore(step) else { continue }
            latest[step] = max(step, latest[before])
            depths[step] = depths[before] + 1
        }
    }

    /// The paths by their first reply, the upper one first where both are on one path; of those
    /// with the same first reply the longest first, then by their last reply.
    ///
    /// - Complexity: O(n log n) in the paths.
    func sorted(_ paths: [DisagreementPath]) -> [DisagreementPath] {
        paths.sorted { left, right in
            let leftKey = (latest[left.first], depths[left.first], left.first)
            let rightKey = (latest[right.first], depths[right.first], right.first)
            if leftKey != rightKey { return leftKey < rightKey }
            return (-left.steps, left.last) < (-right.steps, right.last)
        }
    }
}

/// Says of which earlier path each path is a branch.
struct BranchFinder {
    private let steps: DisagreementSteps
    private let order: PathOrder
    /// Of the paths with a step the one that begins highest, of equal ones the earliest; -1 for
    /// none.
    private var owners: [Int]
    private var depths: [Int] = []

    init(_ steps: DisagreementSteps, _ order: PathOrder) {
        self.steps = steps
        self.order = order
        owners = [Int](repeating: -1, count: steps.parents.count)
    }

    /// Takes the next path and says which earlier one has most of its first comments, and how many.
    ///
    /// - Complexity: O(path).
    mutating func place(_ path: DisagreementPath) -> (branchOf: Int?, sharedComments: Int) {
        let depth = order.depths[path.first]
        var found: (branchOf: Int?, sharedComments: Int) = (nil, 0)
        var step = path.last
        for position in stride(from: path.steps, to: 0, by: -1) {
            let owner = owners[step]
            // An owner that begins no lower has all of the path down to this step, too.
            if found.branchOf == nil, owner >= 0, depths[owner] <= depth {
                found = (owner, position + 1)
            }
            if owner < 0 || depths[owner] > depth { owners[step] = depths.count }
            step = steps.parents[step]
        }
        depths.append(depth)
        return found
    }
}
