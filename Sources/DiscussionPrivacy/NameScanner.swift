import LanguageTools

/// Finds the names of known people in a text, and handles of people that nobody knows.
///
/// A name that is no word of everyday language is replaced wherever it stands, in any case. One
/// that is, such as "Will", where it is used as a name: behind an at-sign or "Dear", before "wrote"
/// or a colon at the head of a line, or with its capital letter where a sentence gives it none.
struct NameScanner {
    let names: KnownNames
    /// The words of names that stand in small letters somewhere in the discussion.
    let smallWords: Set<String>
    /// What stands for a handle that is nobody's here.
    let pseudonymOfHandle: (String) -> String

    /// The edits that replace names outside of what is replaced already and of what is kept.
    ///
    /// - Parameters:
    ///   - others: what is replaced already.
    ///   - kept: ranges of scalars that stay as they are, by place.
    ///   - isRemark: whether the text is of the program, where a word with the capital letter of a
    ///     name is one.
    /// - Complexity: O(n) in the scalars.
    func edits(
        in scalars: [Unicode.Scalar], besides others: TextEdits, keeping kept: [Range<Int>],
        isRemark: Bool = false
    ) -> [TextEdits.Edit] {
        let pieces = TextPiece.of(scalars)
        var edits: [TextEdits.Edit] = []
        var context = Context(scalars: scalars, pieces: pieces, isRemark: isRemark)
        var range = 0
        while context.at < pieces.count {
            let piece = pieces[context.at]
            while range < kept.count, kept[range].upperBound <= piece.start { range += 1 }
            let isKept = range < kept.count && kept[range].lowerBound < piece.end
            guard !isKept, !others.overlaps(piece.start..<piece.end) else {
                context.at += 1
                continue
            }
            if let edit = handle(&context) ?? name(&context) {
                edits.append(edit)
            } else {
                context.at += 1
            }
        }
        return edits
    }

    // MARK: Names

    private func name(_ context: inout Context) -> TextEdits.Edit? {
        let start = context.at
        let piece = context.pieces[start]
        guard let form = form(context, where: { _ in true }) else { return genitive(&context) }
        context.at += form.pieces.count
        // First and last name with what stands between are one name.
        while form.person >= 0, context.at < context.pieces.count, context.joins(context.at),
            let next = self.form(context, where: { $0.person == form.person })
        {
            context.at += next.pieces.count
        }
        return TextEdits.Edit(
            start: piece.start, end: context.pieces[context.at - 1].end,
            words: form.person < 0 ? Mask.name : names.pseudonyms[form.person])
    }

    /// The longest name here.
    private func form(
        _ context: Context, where isSought: (KnownNames.Form) -> Bool
    ) -> KnownNames.Form? {
        names.form(in: context.pieces, at: context.at) {
            isSought($0) && context.isInRow($0) && isName($0, context)
        }
    }

    /// `Annas` for what is Anna's.
    private func genitive(_ context: inout Context) -> TextEdits.Edit? {
        let piece = context.pieces[context.at]
        guard piece.key.utf8.count >= 5, piece.key.hasSuffix("s") else { return nil }
        let form = names.form(of: [String(piece.key.dropLast())])
        guard let form, form.likeness == .name, !form.isPart || piece.isCapitalized else {
            return nil
        }
        context.at += 1
        return TextEdits.Edit(
            start: piece.start, end: piece.end - 1,
            words: form.person < 0 ? Mask.name : names.pseudonyms[form.person])
    }

    private func isName(_ form: KnownNames.Form, _ context: Context) -> Bool {
        let first = context.pieces[context.at]
        if form.isPart {
            return first.isCapitalized || first.isIdeograph
                || !OrdinaryWords.determiners.contains(context.keyBefore)
        }
        switch form.likeness {
        case .name: return true
        case .word: return hasCapitals(of: form, context) || context.isSpokenTo(form)
        case .opening:
            if context.isSpokenTo(form) { return true }
            guard hasCapitals(of: form, context) else { return false }
            return context.isRemark || !smallWords.contains(first.key)
                || !context.startsSentence && !context.followsCapital
        }
    }

    private func hasCapitals(of form: KnownNames.Form, _ context: Context) -> Bool {
        guard form.capitals != 0 else { return false }
        return form.pieces.indices.allSatisfy {
            form.capitals >> $0 & 1 == 0 || context.pieces[context.at + $0].isCapitalized
        }
    }

    // MARK: Handles

    /// `@name`, `@name@server.example`, `u/name`.
    private func handle(_ context: inout Context) -> TextEdits.Edit? {
        let first = context.at
        let isHandle = context.followsAtSign(first)
        guard isHandle || context.followsUserSlash(first) else { return nil }
        let start = context.pieces[first].start
        let known = names.form(in: context.pieces, at: first) {
            $0.person >= 0 && context.isInRow($0)
        }
        if let known {
            let last = first + known.pieces.count - 1
            if context.pieces[last].isIdeograph || context.endOfHandle(from: last) == last {
                context.at = last + 1
                return TextEdits.Edit(
                    start: start, end: context.pieces[last].end,
                    words: names.pseudonyms[known.person])
            }
        }
        let last = context.endOfHandle(from: first)
        let words = context.words(start..<context.pieces[last].end)
        guard context.pieces[first].isIdeograph || words.unicodeScalars.count >= 2,
            words.first?.isNumber == false
        else { return nil }
        context.at = last + 1
        let person = names.literals[words.lowercased()]
        return TextEdits.Edit(
            start: start, end: context.pieces[last].end,
            words: person.map { names.pseudonyms[$0] } ?? pseudonymOfHandle(words))
    }
}

/// A place in the pieces of a text, and what stands around it.
private struct Context {
    let scalars: [Unicode.Scalar]
    let pieces: [TextPiece]
    let isRemark: Bool
    var at = 0

    /// The most scalars between two words of one name, such as a line end and a quote mark.
    private static let widestGap = 6

    /// Whether nothing stands between the pieces of a name that begins here.
    func isInRow(_ form: KnownNames.Form) -> Bool {
        form.pieces.indices.dropFirst().allSatisfy { joins(at + $0) }
    }

    /// Whether a piece may belong to one name with the piece before it.
    func joins(_ piece: Int) -> Bool {
        let gap = pieces[piece - 1].end..<pieces[piece].start
        return gap.count <= Self.widestGap
            && gap.allSatisfy { place in
                let scalar = scalars[place]
                return scalar.properties.isWhitespace
                    || ">|_-.'’*~+`´·‐‑".unicodeScalars.contains(scalar)
                    || NormalForm.of(scalar.value).kind == .invisible
            }
    }

    func words(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    var keyBefore: String { at > 0 ? pieces[at - 1].key : "" }

    /// Whether the word before, in the same line, has a capital letter, as in a title.
    var followsCapital: Bool {
        at > 0 && pieces[at - 1].isCapitalized && pieces[at - 1].key != "i" && joins(at)
    }

    var startsSentence: Bool {
        for place in stride(from: pieces[at].start - 1, through: 0, by: -1) {
            switch scalars[place] {
            case ".", "!", "?", ":", "…", "。", "！", "？", "\n", "\r", "*", "-", "–", "—": return true
            case " ", "\"", "“", "„", "'", "‘", "(", "[", "\t", "\u{A0}": continue
            default: return false
            }
        }
        return true
    }

    /// Whether a name is that of who speaks or is spoken to: `Will:` and `Will wrote` at the head of
    /// a line, `Dear Will`, `Posted by Will`.
    func isSpokenTo(_ form: KnownNames.Form) -> Bool {
        let last = at + form.pieces.count - 1
        if OrdinaryWords.salutations.contains(keyBefore), at > 0 { return true }
        if keyBefore == "by", at > 1, ["posted", "written"].contains(pieces[at - 2].key) {
            return true
        }
        guard headsLine else { return false }
        let end = pieces[last].end
        if end < scalars.count, scalars[end] == ":" || scalars[end] == "：" { return true }
        return last + 1 < pieces.count && joins(last + 1)
            && OrdinaryWords.saying.contains(pieces[last + 1].key)
    }

    private var headsLine: Bool {
        for place in stride(from: pieces[at].start - 1, through: 0, by: -1) {
            switch scalars[place] {
            case "\n", "\r": return true
            case " ", "\t", ">", "|", "*", "#", "[", "\u{A0}": continue
            default: return false
            }
        }
        return true
    }

    func followsAtSign(_ piece: Int) -> Bool {
        var place = pieces[piece].start - 1
        while place >= 0, NormalForm.of(scalars[place].value).kind == .invisible { place -= 1 }
        guard place >= 0, scalars[place] == "@" || scalars[place] == "＠" else { return false }
        return place == 0 || NormalForm.of(scalars[place - 1].value).kind != .word
    }

    /// As Reddit writes people: `u/name`, `/u/name`.
    func followsUserSlash(_ piece: Int) -> Bool {
        let start = pieces[piece].start
        return piece > 0 && pieces[piece - 1].key == "u" && start == pieces[piece - 1].end + 1
            && scalars[start - 1] == "/"
    }

    /// The last piece of a handle that goes on behind a stop, hyphen or underscore, or with the name
    /// of a server.
    func endOfHandle(from piece: Int) -> Int {
        var last = piece
        while last + 1 < pieces.count {
            let (end, start) = (pieces[last].end, pieces[last + 1].start)
            if pieces[last + 1].isIdeograph, end == start, last - piece < 12 {
                last += 1
                continue
            }
            guard start == end + 1 else { break }
            let joint = scalars[end]
            let goesOn =
                "-_@".unicodeScalars.contains(joint)
                || joint == "." && !pieces[last + 1].isCapitalized
            guard goesOn else { break }
            last += 1
        }
        return last
    }
}
