import LanguageTools

/// A place in the pieces of a text, and what stands around it.
struct NameContext {
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
                    || ">|_-.'’*~+`´·‐‑\\".unicodeScalars.contains(scalar)
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

    /// Whether a stop stands before the piece that ends a sentence, and is not that of an initial or
    /// a title.
    var startsSentenceBehindWord: Bool {
        let before = pieces[at - 1]
        return before.key.unicodeScalars.count > 3 && scalars[before.end] == "."
            && before.end + 1 < pieces[at].start
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
        // A word of a longer name has the capital letter of one.
        if form.isPart, !pieces[at].isCapitalized { return false }
        if at > 0 {
            if OrdinaryWords.salutations.contains(keyBefore) { return true }
            if OrdinaryWords.titles.contains(keyBefore), joins(at), pieces[at].isCapitalized {
                return true
            }
        }
        if keyBefore == "by", at > 1, ["posted", "written"].contains(pieces[at - 2].key) {
            return true
        }
        guard headsLine else { return false }
        let end = pieces[last].end
        if end < scalars.count, scalars[end] == ":" || scalars[end] == "：" { return true }
        // `Will, you are wrong`, but not `Well, …`.
        if end < scalars.count, scalars[end] == ",", pieces[at].isCapitalized,
            form.pieces.count > 1
                || OrdinaryWords.givenNamesThatAreWords.contains(form.pieces[0])
        {
            return true
        }
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
        var place = beginningOfHandle(piece) - 1
        while place >= 0, NormalForm.of(scalars[place].value).kind == .invisible { place -= 1 }
        guard place >= 0, scalars[place] == "@" || scalars[place] == "＠" else { return false }
        return place == 0 || NormalForm.of(scalars[place - 1].value).kind != .word
    }

    /// As Reddit writes people: `u/name`, `/u/name`; and the pages they have: `r/u_name`.
    func followsUserSlash(_ piece: Int) -> Bool {
        guard piece > 0, pieces[piece - 1].key == "u" else { return false }
        let start = beginningOfHandle(piece)
        let slash = pieces[piece - 1].end
        if start == slash + 1, scalars[slash] == "/" { return true }
        return piece > 1 && start == slash && pieces[piece - 2].key == "r"
            && pieces[piece - 1].start == pieces[piece - 2].end + 1
            && scalars[pieces[piece - 2].end] == "/"
    }

    /// Where a handle begins whose first letters are a piece: `_name`, `\_name`, `-name`.
    private func beginningOfHandle(_ piece: Int) -> Int {
        let start = pieces[piece].start
        let least = max(piece > 0 ? pieces[piece - 1].end : 0, start - Self.widestGap)
        var first = start
        while first > least, "_-\\".unicodeScalars.contains(scalars[first - 1]) { first -= 1 }
        return first
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
            let joint = scalars[end..<start]
            let isHeldTogether =
                joint.count <= Self.widestGap
                && joint.contains { "_\\".unicodeScalars.contains($0) }
                && joint.allSatisfy { "-_\\".unicodeScalars.contains($0) }
            let goesOn =
                joint.first == "-" || joint.first == "@"
                || joint.first == "." && !pieces[last + 1].isCapitalized
            guard isHeldTogether || joint.count == 1 && goesOn else { break }
            last += 1
        }
        return last
    }
}
