import DiscussionMeasurement
import DiscussionModel
import DiscussionSummaries

/// One comment of a small discussion.
struct Spoken {
    let name: String
    let answers: Int
    let text: String

    init(_ name: String, _ text: String, answers: Int = 0) {
        self.name = name
        self.answers = answers
        self.text = text
    }
}

/// A discussion of a few comments with its reply graph and measures.
struct SpokenDiscussion {
    var discussion: Discussion
    var graph: ReplyGraph
    /// The names of the members of each camp.
    var sides: [[String]] = []
    /// The z-scores of the comments that stand for their camps.
    var representative: [Int: Double] = [:]

    init(_ spoken: [Spoken], body: String = "") {
        discussion = Discussion(
            id: "spoken", source: "spoken", format: "test", article: Article(body: body),
            comments: spoken.enumerated().map {
                Comment(
                    id: "\($0.offset + 1)", nameAsWritten: $0.element.name, text: $0.element.text)
            })
        var names: [String] = []
        for one in spoken where !names.contains(one.name) { names.append(one.name) }
        graph = ReplyGraph(
            commenters: names.map { Commenter(id: $0, name: $0) },
            authorships: spoken.map {
                Authorship(commenter: names.firstIndex(of: $0.name) ?? 0)
            },
            replies: spoken.enumerated().map {
                Reply(
                    from: $0.offset + 1, to: $0.element.answers, confidence: 1,
                    evidence: [Evidence(kind: .stated, detail: "", weight: 1)])
            })
    }

    /// Adds a comment.
    mutating func add(_ spoken: Spoken) {
        discussion.comments.append(
            Comment(
                id: "\(discussion.comments.count + 1)", nameAsWritten: spoken.name,
                text: spoken.text))
        let known = graph.commenters.firstIndex { $0.name == spoken.name }
        if known == nil { graph.commenters.append(Commenter(id: spoken.name, name: spoken.name)) }
        graph.authorships.append(Authorship(commenter: known ?? graph.commenters.count - 1))
        graph.replies.append(
            Reply(
                from: discussion.comments.count, to: spoken.answers, confidence: 1,
                evidence: [Evidence(kind: .stated, detail: "", weight: 1)]))
    }

    /// Says how a comment takes what it answers.
    mutating func take(_ comment: Int, _ stance: Stance) {
        graph.replies[comment - 1].stance = stance
    }

    /// Says that words of a comment are repeated from another place.
    mutating func quote(_ words: String, in comment: Int, from source: Int) {
        guard let span = place(of: words, in: discussion.text(at: comment)),
            let sourceSpan = place(of: words, in: discussion.text(at: source))
        else { return }
        graph.quotations.append(
            Quotation(
                comment: comment, span: span, source: source, sourceSpan: sourceSpan,
                similarity: 1))
    }

    /// Says that words of a comment name a commenter.
    mutating func mention(_ written: String, in comment: Int, of commenter: Int) {
        guard let span = place(of: written, in: discussion.text(at: comment)) else { return }
        graph.mentions.append(
            Mention(comment: comment, commenter: commenter, span: span, written: written))
    }

    var measures: DiscussionMeasures {
        DiscussionMeter().measures(of: discussion, graph: graph)
    }

    func summary(_ summarizer: Summarizer = Summarizer()) -> DiscussionSummary {
        summarizer.summary(
            of: discussion, graph: graph, stances: stances, measures: measures)
    }

    private var stances: DiscussionStances {
        let clusters = sides.map { names in
            let members = graph.commenters.indices.filter {
                names.contains(graph.commenters[$0].name ?? "")
            }
            return StanceCluster(
                members: members.map { StanceCluster.Member(commenter: $0, confidence: 1) },
                cohesion: 1,
                representative: representative.keys.sorted()
                    .filter { members.contains(graph.commenter(of: $0)) }
                    .map {
                        StanceCluster.Representative(
                            comment: $0, span: TextSpan(start: 0, end: 0), text: "", agreeing: 1,
                            disagreeing: 0, z: representative[$0] ?? 0)
                    })
        }
        guard !clusters.isEmpty else { return DiscussionStances() }
        return DiscussionStances(
            clustering: StanceClustering(verdict: .camps, clusters: clusters))
    }

    private func place(of words: String, in text: String) -> TextSpan? {
        let text = Array(text.unicodeScalars)
        let words = Array(words.unicodeScalars)
        guard text.count >= words.count else { return nil }
        for start in 0...text.count - words.count
        where Array(text[start..<start + words.count]) == words {
            return TextSpan(start: start, end: start + words.count)
        }
        return nil
    }
}
