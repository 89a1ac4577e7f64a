import DiscussionModel

@testable import ReplyReconstruction

/// Small discussions made by hand.
enum Talk {
    static let body = """
        The council wants to replace the old bridge over the mill stream with a concrete one. \
        Engineers measured the vaulted arches last autumn and found seventeen hairline cracks. \
        A public hearing will take place in the market hall.
        """

    /// A discussion of comments by name; `nil` where the source shows none.
    static func about(
        author: String? = nil, in setting: Discussion.Setting = .page, body: String = body,
        _ comments: [(name: String?, text: String)]
    ) -> Discussion {
        Discussion(
            id: "talk", source: "talk.txt", format: "text", setting: setting,
            article: Article(title: "The old bridge", author: author, body: body),
            comments: comments.enumerated().map {
                Comment(
                    id: String($0.offset + 1), nameAsWritten: $0.element.name, text: $0.element.text
                )
            })
    }

    /// A discussion of comments with stated parents by id.
    static func stated(_ comments: [(id: String, parent: String?)]) -> Discussion {
        Discussion(
            id: "talk", source: "talk.txt", format: "discussions",
            comments: comments.enumerated().map {
                Comment(
                    id: $0.element.id, nameAsWritten: "Person \($0.offset)",
                    text: "Words of number \($0.offset).", statedParent: $0.element.parent)
            })
    }

    static func graph(_ discussion: Discussion, _ mode: ReplyMode = .recover) -> ReplyGraph {
        ReplyReconstructor(mode: mode).replyGraph(of: discussion)
    }
}

extension ReplyGraph {
    /// The target of each comment's reply, by ordinal from 1; ghosts are left out.
    var targets: [Int] { replies.map(\.to) }

    func reply(of comment: Int) -> Reply? { replies.first { $0.from == comment } }

    func kinds(of comment: Int) -> Set<Evidence.Kind> {
        Set(reply(of: comment)?.evidence.map(\.kind) ?? [])
    }

    /// The names that a comment mentions, in order, with the spans' words.
    func mentioned(in comment: Int) -> [String] {
        mentions.filter { $0.comment == comment }.map { commenters[$0.commenter].name ?? "nobody" }
    }

    func written(in comment: Int) -> [String] {
        mentions.filter { $0.comment == comment }.map(\.written)
    }

    func quotations(in comment: Int) -> [Quotation] { quotations.filter { $0.comment == comment } }
}

extension Quotation {
    /// The words of both spans.
    func words(in discussion: Discussion) -> (here: String, there: String) {
        (
            span.words(of: discussion.text(at: comment)),
            sourceSpan.words(of: discussion.text(at: source))
        )
    }
}
