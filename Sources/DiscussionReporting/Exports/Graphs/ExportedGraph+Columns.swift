extension ExportedGraph {
    /// A value that the nodes or the edges of a graph have: what tables and XML declare before the
    /// first of them.
    struct Column: Hashable {
        enum Kind {
            case text, integer, number, flag
        }

        let name: String
        let kind: Kind

        init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// The attributes of every node, in the order in which they are written.
    static func nodeColumns(of subject: GraphSubject) -> [Column] {
        switch subject {
        case .commenters:
            [
                Column("comments", .integer), Column("repliesSent", .integer),
                Column("repliesReceived", .integer), Column("mentionsReceived", .integer),
                Column("quotedTimes", .integer), Column("articleAuthor", .flag),
                Column("cluster", .integer),
            ] + commenterMeasures
        case .comments:
            [
                Column("commenter", .text), Column("ordinal", .integer), Column("depth", .integer),
                Column("words", .integer), Column("posted", .text), Column("ghost", .flag),
                Column("cluster", .integer), Column("score", .integer),
                Column("directReplies", .integer), Column("descendants", .integer),
            ] + commentMeasures
        }
    }

    /// The attributes of every edge, in the order in which they are written.
    static func edgeColumns(of subject: GraphSubject) -> [Column] {
        let counts = [
            "weight", "reply", "mention", "quotation", "agree", "neutral", "disagree",
        ].map { Column($0, .integer) }
        switch subject {
        case .commenters: return counts + [Column("stance", .text)]
        case .comments:
            return counts + [
                Column("kind", .text), Column("confidence", .number), Column("evidence", .text),
                Column("stance", .text), Column("stanceProbability", .number),
            ]
        }
    }

    /// The measures of commenters that nodes carry, under the names that they have in the analysis.
    static let commenterMeasures = [
        Column("share", .number), Column("inDegree", .integer),
        Column("outDegree", .integer), Column("pagerank", .number), Column("betweenness", .number),
        Column("core", .integer), Column("reciprocity", .number),
        Column("medianReplySeconds", .number), Column("agreeSent", .integer),
        Column("disagreeSent", .integer), Column("agreementGiven", .number),
        Column("agreeReceived", .integer), Column("disagreeReceived", .integer),
        Column("agreementReceived", .number),
    ]

    /// The same of comments.
    static let commentMeasures = [
        Column("distinctRepliers", .integer), Column("quotedTimes", .integer),
        Column("firstReplySeconds", .number),
    ]
}

extension ExportedGraph.Attribute {
    /// A measure, absent where it is undefined.
    init(_ column: ExportedGraph.Column, _ measure: Double?) {
        let value = measure.flatMap { $0.isFinite ? $0 : nil }
        switch column.kind {
        case .integer: self.init(column.name, value.flatMap { Int(exactly: $0.rounded()) })
        case .number, .text, .flag: self.init(column.name, value.map { .number($0) } ?? .absent)
        }
    }
}
