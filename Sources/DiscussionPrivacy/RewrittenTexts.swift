import DiscussionModel
import LanguageTools

/// The texts of a discussion with pseudonyms, and what stands for pieces of them that stand
/// elsewhere.
struct RewrittenTexts {
    private let discussion: Discussion
    private let people: PeopleTokens
    private let source: SourceNames
    private let names: NameScanner
    private let contacts: ContactScanner
    /// What is replaced in each text, by ordinal.
    private var edits: [TextEdits] = []
    /// The texts in which something is replaced, by ordinal.
    private var texts: [Int: String] = [:]
    /// What stands for each id that is replaced.
    private var ids: [String: String] = [:]
    /// The mentions of each comment, as they were.
    private var mentions: [Int: [Mention]] = [:]

    init(_ analysis: Analysis, people: PeopleTokens, source: SourceNames) {
        discussion = analysis.discussion
        self.people = people
        self.source = source
        let known = people.names
        let traces = NameTraces(known)
        names = NameScanner(
            names: known, smallWords: Self.smallWords(of: known, in: analysis.discussion),
            pseudonymOfHandle: { people.token(name: $0, account: nil) ?? Mask.name })
        contacts = ContactScanner(
            pseudonymOfAddress: { known.literals[$0.lowercased()].map { known.pseudonyms[$0] } },
            holdsName: { traces.isIn($0) })
        for mention in analysis.graph.mentions {
            mentions[mention.comment, default: []].append(mention)
        }
        for ordinal in 0...discussion.comments.count {
            let scalars = Array(discussion.text(at: ordinal).unicodeScalars)
            let found = self.edits(of: scalars, mentions[ordinal] ?? [])
            edits.append(found)
            if !found.isEmpty { texts[ordinal] = found.applied(to: scalars) }
        }
        for id in discussion.comments.map(\.id) where source.comment(id) != id {
            ids[id] = source.comment(id)
        }
        let discussionID = source.discussion(discussion.id)
        if discussionID != discussion.id { ids[discussion.id] = discussionID }
    }

    /// The ordinary words among the names that are also written in small letters here.
    private static func smallWords(of names: KnownNames, in discussion: Discussion) -> Set<String> {
        let ordinary = names.ordinary
        guard !ordinary.isEmpty else { return [] }
        var found: Set<String> = []
        for ordinal in 0...discussion.comments.count where found.count < ordinary.count {
            for piece in TextPiece.of(discussion.text(at: ordinal))
            where !piece.isCapitalized && ordinary.contains(piece.key) {
                found.insert(piece.key)
            }
        }
        return found
    }

    private func edits(
        of scalars: [Unicode.Scalar], _ mentions: [Mention] = [], isRemark: Bool = false
    ) -> TextEdits {
        var edits = TextEdits()
        let found = contacts.contacts(in: scalars)
        edits.add(found.edits, of: scalars)
        let named = mentions.compactMap { edit(for: $0, in: scalars, kept: found.kept) }
        let others = names.edits(
            in: scalars, besides: edits, keeping: found.kept, isRemark: isRemark)
        edits.add(Self.joined(named, others), of: scalars)
        return edits
    }

    /// Where a mention is a part of a name, as where only the family name was found, all of the name
    /// is the mentioned person's.
    private static func joined(
        _ mentions: [TextEdits.Edit], _ names: [TextEdits.Edit]
    ) -> [TextEdits.Edit] {
        var joined: [TextEdits.Edit] = []
        var next = 0
        for mention in mentions.sorted(by: { $0.start < $1.start }) {
            var edit = mention
            while next < names.count, names[next].end <= edit.start {
                joined.append(names[next])
                next += 1
            }
            while next < names.count, names[next].start < edit.end {
                edit.start = min(edit.start, names[next].start)
                edit.end = max(edit.end, names[next].end)
                next += 1
            }
            joined.append(edit)
        }
        return joined + names[next...]
    }

    /// The name in a mention without its at-sign and its `'s`.
    private func edit(
        for mention: Mention, in scalars: [Unicode.Scalar], kept: [Range<Int>]
    ) -> TextEdits.Edit? {
        var (start, end) = (mention.span.start, min(mention.span.end, scalars.count))
        while start < end,
            scalars[start] == "@" || scalars[start] == "＠"
                || NormalForm.of(scalars[start].value).kind == .invisible
        {
            start += 1
        }
        if end - start > 2, scalars[end - 1] == "s" || scalars[end - 1] == "S",
            NormalForm.of(scalars[end - 2].value).kind == .apostrophe
        {
            end -= 2
        }
        guard start < end, people.commenters.indices.contains(mention.commenter),
            !kept.contains(where: { $0.overlaps(start..<end) })
        else { return nil }
        return TextEdits.Edit(start: start, end: end, words: people.commenters[mention.commenter])
    }

    // MARK: Texts and their places

    /// The text at an ordinal with pseudonyms.
    func text(at ordinal: Int) -> String { texts[ordinal] ?? discussion.text(at: ordinal) }

    /// Where a span of the text at an ordinal went.
    func moved(_ span: TextSpan, in ordinal: Int) -> TextSpan {
        edits.indices.contains(ordinal) ? edits[ordinal].moved(span) : span
    }

    /// What stands at a span of the text at an ordinal now.
    func words(_ span: TextSpan, in ordinal: Int) -> String {
        guard edits.indices.contains(ordinal) else { return "" }
        return moved(span, in: ordinal).words(of: text(at: ordinal))
    }

    /// What stands for words that were taken from a span.
    func words(_ words: String, _ span: TextSpan, in ordinal: Int) -> String {
        guard edits.indices.contains(ordinal) else { return rewritten(words) }
        if edits[ordinal].isEmpty { return words }
        let isVerbatim = span.words(of: discussion.text(at: ordinal)) == words
        return isVerbatim ? self.words(span, in: ordinal) : rewritten(words)
    }

    /// Any other text with pseudonyms.
    func rewritten(_ text: String, isRemark: Bool = false) -> String {
        let scalars = Array(text.unicodeScalars)
        return edits(of: scalars, isRemark: isRemark).applied(to: scalars)
    }

    /// The pseudonym of whoever has a name.
    func token(ofName name: String) -> String {
        let keys = TextPiece.of(name).map(\.key)
        if let form = people.names.form(of: keys), form.person >= 0 {
            return people.names.pseudonyms[form.person]
        }
        return people.token(name: name, account: nil) ?? Mask.name
    }

    // MARK: Remarks and reasons

    /// A remark of the program, which may name people and comments.
    ///
    /// - Parameter name: the name of whom it is about.
    func remark(_ words: String, naming name: String? = nil) -> String {
        var words = words
        if let name, !name.isEmpty { words = words.replacing(name, with: token(ofName: name)) }
        words = Self.eachWord(of: words) { ids[$0] ?? $0 }
        // A name may have a full stop, so names go before what looks like a path.
        return Self.eachWord(of: rewritten(words, isRemark: true)) {
            $0.contains("/") || $0.contains(".") ? source.source($0) : $0
        }
    }

    /// Some words with something in the place of each, the marks behind it apart.
    private static func eachWord(of words: String, _ replaced: (String) -> String) -> String {
        words.split(separator: " ", omittingEmptySubsequences: false).map { word in
            var bare = word
            while let last = bare.last, ".,;:)".contains(last) { bare.removeLast() }
            return replaced(String(bare)) + word[bare.endIndex...]
        }.joined(separator: " ")
    }

    /// The detail of a reason, which is a remark or words of the comment.
    func detail(_ evidence: Evidence, of ordinal: Int) -> String {
        let detail = evidence.detail
        guard edits.indices.contains(ordinal) else { return remark(detail) }
        switch evidence.kind {
        case .mention, .address:
            if let mention = mentions[ordinal]?.first(where: { $0.written == detail }) {
                return words(mention.span, in: ordinal)
            }
        case .quotation, .echo:
            if edits[ordinal].isEmpty { return detail }
            return excerpt(detail, of: ordinal)
        case .corrected: break
        // Always the same words of the program.
        case .stated, .reference, .adjacency, .default: return detail
        }
        return remark(detail)
    }

    /// Words of a comment in which something is replaced: the same place of it, or those of the words
    /// that are still there.
    private func excerpt(_ detail: String, of ordinal: Int) -> String {
        let isCut = detail.hasSuffix("…")
        let sought = Array((isCut ? String(detail.dropLast()) : detail).unicodeScalars)
        let scalars = Array(discussion.text(at: ordinal).unicodeScalars)
        if !sought.isEmpty, let place = scalars.firstRange(of: sought) {
            let span = TextSpan(start: place.lowerBound, end: place.upperBound)
            return words(span, in: ordinal) + (isCut ? "…" : "")
        }
        let left = Self.pieces(of: text(at: ordinal))
        return detail.split(separator: ", ").map(String.init)
            .map { TextPiece.of($0).allSatisfy { left.contains($0.key) } ? $0 : "…" }
            .joined(separator: ", ")
    }

    /// The detail of a cue: words of the program, then words of the comment in quotation marks.
    func cue(_ detail: String, of ordinal: Int, answering other: Int) -> String {
        guard detail.contains("“") else { return detail }
        let isUntouched = [ordinal, other].allSatisfy {
            edits.indices.contains($0) && edits[$0].isEmpty
        }
        if isUntouched { return detail }
        let left = [ordinal, other].filter(edits.indices.contains)
            .reduce(into: Set<String>()) { $0.formUnion(Self.pieces(of: text(at: $1))) }
        let parts = detail.split(separator: "“", omittingEmptySubsequences: false)
        return String(parts[0])
            + parts.dropFirst().map { part in
                let quoted = part.prefix { $0 != "”" }
                let isLeft = TextPiece.of(String(quoted)).allSatisfy { left.contains($0.key) }
                return "“" + (isLeft ? String(part) : "…" + part[quoted.endIndex...])
            }.joined()
    }

    /// Whether something is replaced anywhere.
    var isChanged: Bool { edits.contains { !$0.isEmpty } }

    /// The words that still stand somewhere, in normal form.
    ///
    /// - Complexity: O(n) in the length of the texts.
    func wordsLeft() -> Set<String> {
        edits.indices.reduce(into: []) { $0.formUnion(Self.pieces(of: text(at: $1))) }
    }

    /// Whether words are among those that still stand somewhere, and none of them is a name.
    func isSaid(_ words: String, among left: Set<String>) -> Bool {
        TextPiece.of(words).allSatisfy { left.contains($0.key) } && rewritten(words) == words
    }

    private static func pieces(of text: String) -> Set<String> {
        Set(TextPiece.of(text).map(\.key))
    }
}
