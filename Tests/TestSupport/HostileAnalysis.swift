package import DiscussionModel

/// A discussion of people with hostile names.
package enum HostileAnalysis {
    /// One comment by each of `HostileText.names`, each but the first answering the one before.
    package static let names: Analysis = {
        let names = HostileText.names
        let comments = names.indices.map { index in
            Comment(
                id: "k\(names[index])-\(index)", nameAsWritten: names[index], text: names[index])
        }
        let replies = names.indices.map { index in
            Reply(
                from: index + 1, to: index, confidence: 1,
                evidence: [Evidence(kind: .adjacency, detail: names[index], weight: 1)])
        }
        return Analysis(
            discussion: Discussion(
                id: "a/\"b\"%", source: "hostile.txt", format: "text",
                article: Article(title: names.prefix(30).joined(separator: " ")),
                comments: comments),
            graph: ReplyGraph(
                commenters: names.map { Commenter(id: $0, name: $0) },
                authorships: names.indices.map { Authorship(commenter: $0) }, replies: replies),
            measures: DiscussionMeasures(
                comments: [], commenters: [], engagement: Engagement(measures: []), threads: []),
            summary: DiscussionSummary())
    }()
}
