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
        var context = NameContext(scalars: scalars, pieces: pieces, isRemark: isRemark)
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
        if !names.signNames.isEmpty { edits += signs(in: scalars, keeping: kept) }
        return edits.sorted { $0.start < $1.start }
    }

    /// Names of pictures and other signs alone. One of a single sign, which everybody uses, is a name
    /// behind an at-sign.
    private func signs(
        in scalars: [Unicode.Scalar], keeping kept: [Range<Int>]
    ) -> [TextEdits.Edit] {
        var edits: [TextEdits.Edit] = []
        var (at, range) = (0, 0)
        while at < scalars.count {
            let length = (names.signLengths[scalars[at]] ?? []).first { length in
                at + length <= scalars.count
                    && names.signNames[Array(scalars[at..<at + length])] != nil
            }
            guard let length, let person = names.signNames[Array(scalars[at..<at + length])] else {
                at += 1
                continue
            }
            let found = at..<at + length
            while range < kept.count, kept[range].upperBound <= at { range += 1 }
            let isKept = range < kept.count && kept[range].overlaps(found)
            let isOne = String(String.UnicodeScalarView(scalars[found])).count == 1
            if !isKept, !isOne || at > 0 && scalars[at - 1] == "@" {
                edits.append(
                    TextEdits.Edit(
                        start: at, end: found.upperBound, words: names.pseudonyms[person]))
            }
            at = found.upperBound
        }
        return edits
    }

    // MARK: Names

    private func name(_ context: inout NameContext) -> TextEdits.Edit? {
        let start = context.at
        let piece = context.pieces[start]
        let plain = form(context, where: { _ in true })
        if let form = genitive(context), form.pieces.count > plain?.pieces.count ?? 0 {
            context.at += form.pieces.count
            return edit(form, piece.start..<context.pieces[context.at - 1].end - 1)
        }
        guard let form = plain else { return amidWord(&context) }
        context.at += form.pieces.count
        // First and last name with what stands between are one name.
        while form.person >= 0, context.at < context.pieces.count, context.joins(context.at),
            !context.startsSentenceBehindWord,
            let next = self.form(context, where: { $0.person == form.person })
        {
            context.at += next.pieces.count
        }
        return edit(form, piece.start..<context.pieces[context.at - 1].end)
    }

    /// The longest name here.
    private func form(
        _ context: NameContext, where isSought: (KnownNames.Form) -> Bool
    ) -> KnownNames.Form? {
        names.form(in: context.pieces, at: context.at) {
            isSought($0) && context.isInRow($0) && isName($0, context)
        }
    }

    /// `Annas`, `Anna Bergs` for what is hers.
    private func genitive(_ context: NameContext) -> KnownNames.Form? {
        let first = context.pieces[context.at]
        return names.form(in: context.pieces, at: context.at, isGenitive: true) {
            // `Does` is not what John Doe has.
            let last = context.pieces[min(context.pieces.count, context.at + $0.pieces.count) - 1]
            guard context.isInRow($0), OrdinaryWords.likeness(of: last.key) == .name else {
                return false
            }
            switch $0.likeness {
            case .name:
                let isShort = $0.pieces.count == 1 && $0.pieces[0].unicodeScalars.count < 4
                return (first.isCapitalized || !isShort) && isName($0, context)
            case .word: return hasCapitals(of: $0, context) && !context.startsSentence
            case .opening: return false
            }
        }
    }

    /// A name within a word: before what Korean writes behind it without a blank, behind what Arabic
    /// and Hebrew write before it.
    private func amidWord(_ context: inout NameContext) -> TextEdits.Edit? {
        let piece = context.pieces[context.at]
        let letters = Array(piece.key.unicodeScalars)
        // Of letters that were taken apart nobody knows which belong to the name.
        let isExact = letters.count == piece.end - piece.start
        func word(_ scalars: some Sequence<Unicode.Scalar>) -> String {
            String(String.UnicodeScalarView(scalars))
        }
        if letters.count > 2, (0xAC00...0xD7A3).contains(letters[0].value) {
            for length in stride(
                from: letters.count - 1, through: max(2, letters.count - 3), by: -1)
            {
                guard let form = names.form(of: [word(letters.prefix(length))]),
                    form.likeness == .name
                else { continue }
                context.at += 1
                return edit(form, piece.start..<(isExact ? piece.start + length : piece.end))
            }
        }
        guard letters.count > 3, "وفبلكובהלמשכ".unicodeScalars.contains(letters[0]) else {
            return nil
        }
        let form = names.form(
            in: context.pieces, at: context.at, first: word(letters.dropFirst())
        ) { $0.likeness == .name && context.isInRow($0) }
        guard let form else { return nil }
        context.at += form.pieces.count
        return edit(
            form, piece.start + (isExact ? 1 : 0)..<context.pieces[context.at - 1].end)
    }

    private func edit(_ form: KnownNames.Form, _ range: Range<Int>) -> TextEdits.Edit {
        TextEdits.Edit(
            start: range.lowerBound, end: range.upperBound,
            words: form.person < 0 ? Mask.name : names.pseudonyms[form.person])
    }

    private func isName(_ form: KnownNames.Form, _ context: NameContext) -> Bool {
        let first = context.pieces[context.at]
        if form.isPart {
            switch form.likeness {
            case .name:
                return first.isCapitalized || first.isIdeograph
                    || !OrdinaryWords.determiners.contains(context.keyBefore)
            case .word, .opening: return isOpening(form, context)
            }
        }
        switch form.likeness {
        case .name: return true
        case .word: return hasCapitals(of: form, context) || context.isSpokenTo(form)
        case .opening: return isOpening(form, context)
        }
    }

    /// Whether a word that sentences begin with as well is a name here.
    private func isOpening(_ form: KnownNames.Form, _ context: NameContext) -> Bool {
        if context.isSpokenTo(form) { return true }
        guard hasCapitals(of: form, context),
            !form.isPart || !OrdinaryWords.determiners.contains(context.keyBefore)
        else { return false }
        return context.isRemark || !smallWords.contains(context.pieces[context.at].key)
            || !context.startsSentence && !context.followsCapital
    }

    private func hasCapitals(of form: KnownNames.Form, _ context: NameContext) -> Bool {
        guard form.capitals != 0 else { return false }
        return form.pieces.indices.allSatisfy {
            form.capitals >> $0 & 1 == 0 || context.pieces[context.at + $0].isCapitalized
        }
    }

    // MARK: Handles

    /// `@name`, `@name@server.example`, `u/name`.
    private func handle(_ context: inout NameContext) -> TextEdits.Edit? {
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
            words.first?.isNumber == false || !isHandle && words.contains(where: \.isLetter)
        else { return nil }
        context.at = last + 1
        let person = names.literals[words.lowercased()]
        return TextEdits.Edit(
            start: start, end: context.pieces[last].end,
            words: person.map { names.pseudonyms[$0] } ?? pseudonymOfHandle(words))
    }
}
