public import DiscussionModel

/// Replaces the people of a finished analysis by pseudonyms, everywhere a name may stand.
///
/// Who answers whom is worked out on the names as they are, so that the graph is the same graph;
/// then everybody becomes `person-` with 16 letters and digits, in fields, texts and remarks alike,
/// and every span moves with its words. Mail addresses, telephone numbers and links to people are
/// masked. `Documentation/Privacy.md` says what is replaced and what is not.
public struct Pseudonymizer: Sendable {
    private let key: PseudonymKey

    /// Creates a pseudonymizer; the same key gives the same pseudonyms.
    public init(key: PseudonymKey) {
        self.key = key
    }

    /// The same analysis with pseudonyms.
    ///
    /// - Complexity: O(n) in the length of all texts, but for links and ids, which also take the
    ///   length of the longest name.
    public func pseudonymized(_ analysis: Analysis) -> Analysis {
        var work = AnalysisRewriting(analysis, key: key)
        return work.rewritten()
    }

    /// Whether a name is a pseudonym: `person-` with 16 letters and digits.
    public static func isPseudonym(_ name: String) -> Bool {
        let digits = name.utf8.dropFirst(PeopleTokens.prefix.utf8.count)
        return name.hasPrefix(PeopleTokens.prefix) && digits.count == 16
            && digits.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
    }

    /// A number that only who has the key can work out from another.
    package func sealed(_ number: UInt64) -> UInt64 { key.number(of: number) }

    /// What a discussion that is read will be called: its id, its source, the ids and the authors of
    /// its comments as they are in its pseudonymized analysis, to look up what is known of it.
    ///
    /// - Complexity: O(n) in the comments, times the length of the longest name.
    public func outline(of discussion: Discussion) -> Discussion {
        let source = SourceNames(discussion, key: key)
        var outline = discussion
        outline.id = source.discussion(discussion.id)
        outline.source = source.source(discussion.source)
        for place in outline.comments.indices {
            let comment = discussion.comments[place]
            let token = PeopleTokens.token(
                name: comment.nameAsWritten, account: comment.accountID, key: key)
            outline.comments[place].id = source.comment(comment.id)
            outline.comments[place].nameAsWritten = token
            outline.comments[place].accountID = nil
        }
        return outline
    }
}
