import DiscussionModel

/// Pages made of forum discussions: the opening post stands apart as the article, and comments lose
/// what comments under articles mostly lack.
///
/// No public corpus of pasted pages has known parents. A page differs from a forum in three ways
/// that matter here, each drawn anew for every discussion, so that the weights have to learn from
/// the page itself which habits it has: many comments quote nothing (their quotations are cut out),
/// people are named with an at-sign instead, and a comment that shows nothing mostly answers the
/// article (`articleShare`).
struct PageCorpus {
    /// The share of the comments without evidence that answer the article, by weight: what a reader
    /// finds on pages without reply links.
    private static let articleShare: Float = 0.6

    /// How much an article comment counts that says "you": on pages few speak to the article's
    /// author that way, in a forum everybody speaks to the opening poster.
    private static let saysYouToArticle: Float = 0.3
    /// How much an answer to the comment before counts: on pages many write at the same time.
    private static let previousOnPages: Float = 0.4

    /// A page with the weight of each comment as an example, by ordinal - 1.
    struct Page: Sendable {
        var gold: GoldDiscussion
        var weights: [Float]
    }

    private func saysYou(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
        return words.contains { $0.hasPrefix("you") }
    }

    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A page for each discussion of at least three posts.
    mutating func pages(from forum: [GoldDiscussion]) -> [Page] {
        var pages = forum.filter { $0.parents.count >= 3 }.map { page(from: $0) }
        var article: Float = 0
        var others: Float = 0
        for page in pages {
            for (at, weight) in page.weights.enumerated() where weight < 1 {
                if page.gold.parents[at] == [0] { article += 1 } else { others += 1 }
            }
        }
        let factor = article / max(1, others) * (1 - Self.articleShare) / Self.articleShare
        for at in pages.indices {
            for comment in pages[at].weights.indices where pages[at].weights[comment] < 1 {
                let isArticle = pages[at].gold.parents[comment] == [0]
                let isPrevious = pages[at].gold.parents[comment] == [comment]
                let text = pages[at].gold.discussion.comments[comment].text
                pages[at].weights[comment] =
                    isArticle
                    ? (saysYou(text) ? Self.saysYouToArticle : 1)
                    : isPrevious ? factor * Self.previousOnPages : factor
            }
        }
        return pages
    }

    private mutating func page(from gold: GoldDiscussion) -> Page {
        let opening = gold.discussion.comments[0]
        let names = fullNames(gold.discussion)
        let keepsQuotations = Float.random(in: 0...1, using: &generator)
        let usesNames = Float.random(in: 0...1, using: &generator)
        var discussion = gold.discussion
        discussion.setting = .page
        discussion.article = Article(
            author: opening.nameAsWritten.map { names[$0] ?? $0 }, published: opening.posted,
            body: opening.text)
        discussion.comments = []
        var parents: [[Int]] = []
        var weights: [Float] = []
        for (at, comment) in gold.discussion.comments.enumerated().dropFirst() {
            let parent = gold.parents[at][0] - 1
            var comment = comment
            var hasEvidence = gold.quotes(at + 1)
            if hasEvidence, Float.random(in: 0...1, using: &generator) > keepsQuotations {
                comment.text = without(gold.quotations[at].map(\.span), comment.text)
                hasEvidence = false
            }
            let addressee = parent > 0 ? gold.discussion.comments[parent] : opening
            let named = parent > 0 ? usesNames : usesNames / 8
            if let name = addressee.nameAsWritten, name != comment.nameAsWritten,
                Float.random(in: 0...1, using: &generator) < named
            {
                comment.text = addressed(comment.text, to: names[name] ?? name, byFirstName: name)
                hasEvidence = true
            } else if parent > 0, !hasEvidence, Float.random(in: 0...1, using: &generator) < 0.2 {
                // A mention that the page lost leaves its empty line.
                comment.text = "\n\n" + comment.text
            }
            comment.nameAsWritten = comment.nameAsWritten.map { names[$0] ?? $0 }
            discussion.comments.append(comment)
            parents.append([max(0, parent)])
            weights.append(hasEvidence ? 1 : 0.5)

        }
        return Page(
            gold: GoldDiscussion(
                discussion: discussion, parents: parents,
                isScored: parents.map { _ in true }, quotations: parents.map { _ in [] }),
            weights: weights)
    }

    /// Names of two words for half of the people, whose forum names become first names.
    private mutating func fullNames(_ discussion: Discussion) -> [String: String] {
        var names: [String: String] = [:]
        for comment in discussion.comments {
            guard let name = comment.nameAsWritten, names[name] == nil else { continue }
            let surname = Self.surnames.randomElement(using: &generator) ?? ""
            names[name] = Bool.random(using: &generator) ? "\(name) \(surname)" : name
        }
        return names
    }

    private static let surnames = [
        "Abbott", "Barlow", "Calder", "Dunmore", "Elsworth", "Farrow", "Garrick", "Hollis",
        "Ingram", "Jessop", "Kettle", "Lomax", "Mercer", "Norwood", "Ormond", "Pascoe",
    ]

    /// A text that speaks to somebody by name: mostly with an at-sign, else by first name.
    private mutating func addressed(
        _ text: String, to name: String, byFirstName first: String
    ) -> String {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<4: return "@\(name):\n\n" + text
        case 4..<7: return "@\(name): " + text
        case 7..<9: return "\(first), " + text
        default: return "Well, \(first).\n" + text
        }
    }

    /// A text without some spans and the blanks before what is left.
    private func without(_ spans: [TextSpan], _ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var keep = [Bool](repeating: true, count: scalars.count)
        for span in spans {
            for at in span.start..<min(span.end, scalars.count) { keep[at] = false }
        }
        var left = String.UnicodeScalarView()
        for (at, scalar) in scalars.enumerated() where keep[at] { left.append(scalar) }
        return String(String(left).drop { $0.isWhitespace })
    }
}
