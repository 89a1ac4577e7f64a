import DiscussionModel
import LanguageTools

/// Pages that show every commenter's name but the article author's, whose comments stand in a
/// layout of their own.
///
/// Signs of it: the author never appears as a commenter, yet later comments speak to them by name,
/// or quote a nameless comment under their name. Then all nameless comments are theirs, but for
/// those that speak to them, or that are surely another's.
struct ArticleAuthorPattern {
    private let conversations: Conversations

    // The log-odds of the pattern. Chosen by us: there is no collection of such pages to learn
    // from. Two people who speak to the author after nameless comments and one who quotes a
    // nameless comment under the author's name make it 0.86; where all nameless comments begin
    // with the name of whom they answer 0.97; speaking alone takes three people and that layout.
    private static let prior = -2.8
    private static let perSpeaker = 1.0
    /// For people who speak to the author before any nameless comment: readers speak to the author
    /// of an article that nobody defends as well.
    private static let perEarlySpeaker = -0.4
    private static let perAttribution = 2.6
    private static let oneLayout = 1.6
    private static let perContradiction = -2.0
    /// By share of nameless comments beyond `usualShare`: many nameless comments are of people who
    /// gave no name.
    private static let perShare = -12.0
    private static let usualShare = 0.15
    /// The least confidence that is good enough to put words in the author's mouth.
    private static let threshold = 0.8
    /// How many comments after a nameless one somebody who answers it speaks to its author.
    private static let reach = 15

    init(_ conversations: Conversations) {
        self.conversations = conversations
    }

    /// The authors inferred so far, with those that the pattern adds.
    func completed(_ known: [Int: InferredAuthor]) -> [Int: InferredAuthor] {
        let situation = conversations.situation
        let author = situation.authors[0]
        guard author >= 0, conversations.commentsOf[author].isEmpty,
            !conversations.nameless.isEmpty
        else { return known }
        let nameless = conversations.nameless
        let (early, speakers) = speakers(to: author)
        let attributed = nameless.filter { attribution(of: $0, to: author) != nil }
        let contradicting = nameless.filter { comment in
            speaksTo(author, comment)
                || known[comment].map { $0.person != author } == true
                    && !attributed.contains(comment)
        }
        let share = Double(nameless.count) / Double(max(1, conversations.authors.count - 1))
        let logOdds =
            Self.prior + Self.perSpeaker * Double(min(4, speakers.count))
            + Self.perEarlySpeaker * Double(min(3, early.count))
            + (nameless.count > 1 && nameless.allSatisfy(beginsWithName) ? Self.oneLayout : 0)
            + Self.perAttribution * Double(min(2, attributed.count))
            + Self.perContradiction * Double(contradicting.count)
            + Self.perShare * max(0, share - Self.usualShare)
        var result = known
        let name = situation.people.persons[author].name ?? ""
        for comment in nameless where !contradicting.contains(comment) {
            let quoter = attribution(of: comment, to: author)
            let own = logOdds + (quoter == nil ? 0 : Self.perAttribution)
            let confidence = min(0.98, 1 / (1 + FloatMath.exp(-own)))
            guard confidence >= Self.threshold,
                confidence > (result[comment]?.inference.confidence ?? 0)
                    || result[comment]?.person != author
            else { continue }
            var evidence: [Evidence] = []
            if let quoter {
                evidence.append(
                    Evidence(
                        kind: .quotation,
                        detail: "comment \(situation.discussion.id(at: quoter)) quotes it after "
                            + "naming \(name)",
                        weight: Self.perAttribution * 2))
            }
            if !speakers.isEmpty {
                let ids = speakers.prefix(5).map { situation.discussion.id(at: $0) }
                evidence.append(
                    Evidence(
                        kind: .address,
                        detail: "\(name) is spoken to in comment \(ids.joined(separator: ", "))",
                        weight: Self.perSpeaker * Double(min(4, speakers.count))))
            }
            evidence.append(
                Evidence(
                    kind: .default,
                    detail: "\(name), who wrote the article, has no comment under a name here",
                    weight: 0.5))
            evidence.sort { ($0.weight, $1.kind.rawValue) > ($1.weight, $0.kind.rawValue) }
            result[comment] = InferredAuthor(
                person: author,
                inference: AuthorInference(confidence: confidence, evidence: evidence))
        }
        return result
    }

    /// Named comments that speak to a person, one for each commenter: those before all nameless
    /// comments, and those soon after a nameless one.
    private func speakers(to person: Int) -> (early: [Int], late: [Int]) {
        var early: [Int] = []
        var late: [Int] = []
        var known: Set<Int> = []
        var newest = -1
        for comment in conversations.authors.indices.dropFirst() {
            let author = conversations.authors[comment]
            if author < 0 {
                if !conversations.situation.discussion.comments[comment - 1].isGhost {
                    newest = comment
                }
                continue
            }
            guard speaksTo(person, comment) else { continue }
            if newest < 0 {
                early.append(comment)
            } else if comment - newest <= Self.reach, known.insert(author).inserted {
                late.append(comment)
            }
        }
        return (early, late)
    }

    /// Whether a comment begins with the name of somebody.
    private func beginsWithName(_ comment: Int) -> Bool {
        conversations.situation.mentions[comment].contains {
            $0.words.lowerBound == 0 && $0.use > .inPassing
        }
    }

    private func speaksTo(_ person: Int, _ comment: Int) -> Bool {
        conversations.situation.mentions[comment].contains {
            $0.person == person && $0.use > .inPassing
        }
    }

    /// The first comment that quotes a comment right after naming a person.
    private func attribution(of comment: Int, to person: Int) -> Int? {
        conversations.answers(comment).map(\.ordinal).first {
            conversations.attributed(comment, in: $0) == person
        }
    }
}
