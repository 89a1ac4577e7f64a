package import DiscussionModel

/// A discussion of people with hostile names.
package enum HostileAnalysis {
    /// One comment by each of `HostileText.names`, each but the first answering the one before; all
    /// disagree, in one chain, and make two camps whose words and comments are as hostile.
    package static let names: Analysis = {
        let names = HostileText.names
        let comments = names.indices.map { index in
            Comment(
                id: "k\(names[index])-\(index)", nameAsWritten: names[index], text: names[index])
        }
        let replies = names.indices.map { index in
            Reply(
                from: index + 1, to: index, confidence: 1,
                evidence: [Evidence(kind: .adjacency, detail: names[index], weight: 1)],
                stance: Stance(
                    agree: 0, neutral: 0.25, disagree: 0.75,
                    cues: [StanceCue(kind: "opening", detail: names[index], weight: 1)]))
        }
        return Analysis(
            discussion: Discussion(
                id: "a/\"b\"%", source: "hostile.txt", format: "text",
                article: Article(title: names.prefix(30).joined(separator: " ")),
                comments: comments),
            graph: ReplyGraph(
                commenters: names.map { Commenter(id: $0, name: $0) },
                authorships: names.indices.map { Authorship(commenter: $0) }, replies: replies),
            stances: stances(of: names),
            measures: DiscussionMeasures(
                comments: [], commenters: [], engagement: Engagement(measures: []), threads: []),
            summary: DiscussionSummary())
    }()

    private static func stances(of names: [String]) -> DiscussionStances {
        let clusters = (0..<2).map { side in
            StanceCluster(
                members: names.indices.filter { $0 % 2 == side }
                    .map { .init(commenter: $0, confidence: 0.75) },
                cohesion: 1,
                terms: names.map { .init(words: $0, z: 1, commenters: 1) },
                representative: names.indices.map { index in
                    .init(
                        comment: index + 1,
                        span: TextSpan(start: 0, end: names[index].unicodeScalars.count),
                        text: names[index], agreeing: 1, disagreeing: 0, z: 1)
                },
                opponents: [.init(cluster: 2 - side, replies: 9, disagreeing: 9)])
        }
        return DiscussionStances(
            chains: [
                DisagreementChain(
                    kind: .chain, comments: Array(0...names.count),
                    participants: Array(names.indices), mean: 0.75, ending: .lastWord)
            ],
            clustering: StanceClustering(verdict: .camps, z: 4, clusters: clusters),
            findings: names.map { name in
                Finding(id: "stance-remark", severity: .note, message: name, file: name)
            })
    }
}
