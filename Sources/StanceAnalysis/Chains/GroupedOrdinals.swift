/// Ordinals by the group that each belongs to, in two arrays whatever the number of groups.
struct GroupedOrdinals {
    /// Where each group begins in `members`, and one more where the last one ends.
    private let starts: [Int]
    private let members: [Int]

    /// Groups the ordinals `0..<groups.count`; within a group they keep their order.
    ///
    /// - Parameters:
    ///   - groups: The group of each ordinal; below 0 for none.
    ///   - count: The number of groups; that of the ordinals where they are groups themselves.
    /// - Complexity: O(ordinals + groups).
    init(groups: [Int], count: Int? = nil) {
        self.init(order: Array(groups.indices), groups: groups, count: count ?? groups.count)
    }

    /// Groups ordinals in a given order, which those of a group keep.
    init(order: [Int], groups: [Int], count: Int) {
        var starts = [Int](repeating: 0, count: count + 1)
        for ordinal in order where groups[ordinal] >= 0 { starts[groups[ordinal] + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        var members = [Int](repeating: 0, count: starts[count])
        var next = starts
        for ordinal in order where groups[ordinal] >= 0 {
            members[next[groups[ordinal]]] = ordinal
            next[groups[ordinal]] += 1
        }
        self.starts = starts
        self.members = members
    }

    /// The ordinals of a group.
    subscript(group: Int) -> ArraySlice<Int> { members[starts[group]..<starts[group + 1]] }
}
