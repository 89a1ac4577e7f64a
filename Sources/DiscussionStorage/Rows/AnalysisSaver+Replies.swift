import DiscussionModel

extension AnalysisSaver {
    /// Saves what each comment answers, why, and how it takes it.
    func saveReplies(_ graph: ReplyGraph, _ places: Places) throws {
        var writer = try RowWriter(
            rows, into: "reply", "id", "discussion_id", "from_comment", "to_comment", "rank",
            "confidence", "stance", "agree", "neutral", "disagree")
        var reasons = try RowWriter(
            rows, into: "evidence", "reply_id", "position", "kind", "detail", "weight")
        var cues = try RowWriter(
            rows, into: "stance_cue", "reply_id", "position", "kind", "detail", "start", "end",
            "weight")
        var row = places.replyBase
        func save(_ reply: Reply, rank: Int) throws {
            row += 1
            try writer.add(row)
            try writer.add(places.discussion)
            try writer.add(try places.comment(reply.from))
            try writer.add(try places.commentOrArticle(reply.to))
            try writer.add(rank)
            try writer.add(finite: reply.confidence)
            try writer.add(reply.stance)
            try writer.insert()
            for (position, reason) in reply.evidence.enumerated() {
                try reasons.add(row)
                try reasons.add(position)
                try reasons.add(reason)
                try reasons.insert()
            }
            for (position, cue) in (reply.stance?.cues ?? []).enumerated() {
                try cues.add(row)
                try cues.add(position)
                try cues.add(cue.kind)
                try cues.add(cue.detail)
                try cues.add(cue.span?.start)
                try cues.add(cue.span?.end)
                try cues.add(finite: cue.weight)
                try cues.insert()
            }
        }
        for reply in graph.replies { try save(reply, rank: 0) }
        var ranks: [Int: Int] = [:]
        for reply in graph.alsoAnswers {
            let rank = ranks[reply.from, default: 0] + 1
            ranks[reply.from] = rank
            try save(reply, rank: rank)
        }
    }
}
