import DiscussionModel

/// Cuts a discussion into its threads, each measured as if the discussion held nothing else.
struct ThreadCutter {
    private let whole: MeasuredTalk
    /// Per ordinal of the whole: the index of its response; -1 where it has none.
    private var responses: [Int]
    /// Per ordinal of the whole: its ordinal in the thread cut last. The article is 0 in all.
    private var ordinals: [Int]
    /// Per commenter of the whole: the thread in which they were numbered last, and the number.
    private var numbers: [(thread: Int, number: Int)]
    private var threadCount = 0

    init(_ whole: MeasuredTalk) {
        self.whole = whole
        ordinals = [Int](repeating: 0, count: whole.tree.parents.count)
        responses = [Int](repeating: -1, count: whole.tree.parents.count)
        for index in whole.responses.indices { responses[whole.responses[index].comment] = index }
        numbers = [(thread: Int, number: Int)](
            repeating: (thread: -1, number: 0), count: whole.commenterCount)
    }

    /// One thread by itself, its article that of the whole.
    ///
    /// - Complexity: O(n log n) in the comments of the thread, whatever the discussion holds.
    mutating func talk(of thread: CommentThread) -> MeasuredTalk {
        // A ghost at the top is no comment of the thread but holds it together.
        let isHeadless = !whole.tree.isThere[thread.root]
        let places = [0] + (isHeadless ? [thread.root] : []) + thread.comments
        for (ordinal, place) in places.enumerated() { ordinals[place] = ordinal }
        let tree = ReplyTree(
            parents: places.map { ordinals[whole.tree.parents[$0]] },
            isThere: places.map { whole.tree.isThere[$0] })
        var commenters: [Int] = []
        var members = places.map { place in whole.authors[place].map { number($0, &commenters) } }
        members[0] = nil
        let own = thread.comments.compactMap { comment -> MeasuredTalk.Response? in
            guard responses[comment] >= 0 else { return nil }
            var response = whole.responses[responses[comment]]
            response.comment = ordinals[response.comment]
            response.answered = ordinals[response.answered]
            response.replier = number(response.replier, &commenters)
            response.addressed = number(response.addressed, &commenters)
            return response
        }
        threadCount += 1
        return MeasuredTalk(
            setting: whole.setting, tree: tree, posted: places.map { whole.posted[$0] },
            authors: members, commenterCount: commenters.count, responses: own,
            camps: whole.camps.isEmpty ? [] : commenters.map { whole.camps[$0] })
    }

    /// The number of a commenter in the thread that is being cut, by first appearance.
    private mutating func number(_ commenter: Int, _ commenters: inout [Int]) -> Int {
        if numbers[commenter].thread != threadCount {
            numbers[commenter] = (threadCount, commenters.count)
            commenters.append(commenter)
        }
        return numbers[commenter].number
    }
}
