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
    /// - Parameters:
    ///   - discussion: the article and the comments.
    ///   - graph: who answers whom in it.
    ///   - stances: what follows from the stances of the replies, above all the camps.
    /// - Complexity: O(bytes of the comments + n log n) in comments, mentions and quotations n, but
    ///   for the measures that say otherwise, of which none takes more than about a second.
    public func measures(
        of discussion: Discussion, graph: ReplyGraph,
        stances: DiscussionStances = DiscussionStances()
    ) -> DiscussionMeasures {
        let measured = MeasuredDiscussion(discussion, graph, stances: stances)
        let tree = measured.talk.tree
        let comments = discussion.comments.indices.map { index in
            CommentMeasures(
                words: wordCount(discussion.comments[index].text),
                depth: tree.depths[index + 1],
                directReplies: tree.directReplies[index + 1],
                descendants: tree.descendants[index + 1])
        }
        let engagement = Engagement(
            measures: MeasureRegistry.measures.map {
                Engagement.Measure(name: $0.definition.name, value: $0.value(of: measured.talk))
            })
        let threads = threads(of: measured.talk)
        var findings: [Finding] = []
        let commenterColumns = MeasureRegistry.commenterMeasures.map {
            MeasureColumn(
                name: $0.definition.name, values: $0.values(of: measured, findings: &findings))
        }
        return DiscussionMeasures(
            comments: comments, commenters: commenters(of: measured), engagement: engagement,
            threads: threads,
            commentColumns: MeasureRegistry.commentMeasures.map {
                MeasureColumn(name: $0.definition.name, values: $0.values(of: measured))
            },
            commenterColumns: commenterColumns,
            threadColumns: columns(of: threads, in: measured.talk), findings: findings)
    }

    private func commenters(of measured: MeasuredDiscussion) -> [CommenterMeasures] {
        var measures = measured.talk.commentsPerCommenter.map { CommenterMeasures(comments: $0) }
        for edge in CommenterGraph(measured.graph).edges {
            measures[edge.from].repliesSent += edge.replies
            measures[edge.to].repliesReceived += edge.replies
            measures[edge.to].mentionsReceived += edge.mentions
            measures[edge.to].quotedTimes += edge.quotations
        }
        return measures
    }

    /// The threads by their first comment that is there.
    private func threads(of talk: MeasuredTalk) -> [CommentThread] {
        let tree = talk.tree
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
        var seen = [Int](repeating: -1, count: talk.commenterCount)
        for number in threads.indices {
            var count = 0
            for ordinal in threads[number].comments {
                guard let commenter = talk.authors[ordinal] else { continue }
                if seen[commenter] != number { count += 1 }
                seen[commenter] = number
            }
            threads[number].commenters = count
        }
        return threads
    }

    /// What is measured of each thread by itself.
    private func columns(of threads: [CommentThread], in talk: MeasuredTalk) -> [MeasureColumn] {
        let measures = MeasureRegistry.threadMeasures
        var values = [[Double?]](repeating: [], count: measures.count)
        var cutter = ThreadCutter(talk)
        for thread in threads {
            // What is said once is no talk; many pages have thousands of such threads.
            let own = thread.comments.count > 1 ? cutter.talk(of: thread) : nil
            for index in measures.indices {
                values[index].append(own.flatMap { measures[index].value(of: $0) })
            }
        }
        return measures.indices.map {
            MeasureColumn(name: measures[$0].definition.name, values: values[$0])
        }
    }
}
