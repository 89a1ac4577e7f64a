public import DiscussionModel
import LanguageTools

/// Counts and measures a discussion whose replies are known.
public struct DiscussionMeter: Sendable {
    /// Creates a meter.
    public init() {}

    /// The measures of a discussion with its reply graph.
    ///
    /// A ghost stands under the article with depth 1 and is counted in no number of comments, neither
    /// a commenter's nor a thread's nor the discussion's. Who replies to whom is counted as in
    /// `CommenterGraph`: never oneself, the article's author only where named.
    ///
    /// - Complexity: O(bytes of the comments + n log n) in comments, mentions and quotations n.
    public func measures(of discussion: Discussion, graph: ReplyGraph) -> DiscussionMeasures {
        let measured = MeasuredDiscussion(discussion, graph)
        let tree = measured.tree
        let comments = discussion.comments.indices.map { index in
            CommentMeasures(
                words: wordCount(discussion.comments[index].text),
                depth: tree.depths[index + 1],
                directReplies: tree.directReplies[index + 1],
                descendants: tree.descendants[index + 1])
        }
        let engagement = Engagement(
            measures: MeasureRegistry.measures.map {
                Engagement.Measure(name: $0.definition.name, value: $0.value(of: measured))
            })
        return DiscussionMeasures(
            comments: comments, commenters: commenters(of: measured), engagement: engagement,
            threads: threads(of: measured))
    }

    private func commenters(of measured: MeasuredDiscussion) -> [CommenterMeasures] {
        var measures = measured.commentsPerCommenter.map { CommenterMeasures(comments: $0) }
        for edge in measured.commenterGraph.edges {
            measures[edge.from].repliesSent += edge.replies
            measures[edge.to].repliesReceived += edge.replies
            measures[edge.to].mentionsReceived += edge.mentions
            measures[edge.to].quotedTimes += edge.quotations
        }
        return measures
    }

    /// The threads by their first comment that is there.
    private func threads(of measured: MeasuredDiscussion) -> [CommentThread] {
        let tree = measured.tree
        var threads: [CommentThread] = []
        var numbers = [Int](repeating: -1, count: tree.parents.count)
        for ordinal in tree.parents.indices where tree.isThere[ordinal] {
            let root = tree.roots[ordinal]
            if numbers[root] < 0 {
                numbers[root] = threads.count
                threads.append(CommentThread(root: root, comments: [], commenters: 0, depth: 0))
            }
            let number = numbers[root]
            threads[number].comments.append(ordinal)
            threads[number].depth = max(threads[number].depth, tree.depths[ordinal])
        }
        // Per commenter: the last thread in which they were counted.
        var seen = [Int](repeating: -1, count: measured.graph.commenters.count)
        for number in threads.indices {
            var count = 0
            for ordinal in threads[number].comments {
                guard let commenter = measured.commenter(of: ordinal) else { continue }
                if seen[commenter] != number { count += 1 }
                seen[commenter] = number
            }
            threads[number].commenters = count
        }
        return threads
    }
}
