package import DiscussionModel

/// A sentence of a text.
package struct Sentence: Hashable, Sendable {
    /// Where it stands, in Unicode scalars, without white space around it.
    package var span: TextSpan
    /// Where it stands, in bytes of UTF-8.
    package var bytes: Range<Int>

    /// Creates a sentence.
    package init(span: TextSpan, bytes: Range<Int>) {
        self.span = span
        self.bytes = bytes
    }
}

/// The sentences of a text, in order, not overlapping; everything but white space, quote marks
/// (`>`) and bullets at the head of a line is in one of them. Empty for a text of white space.
///
/// A sentence ends
/// - at `.`, `!`, `?`, `…` and the closing quotes and brackets after them, but not at the stop of
///   an abbreviation (`Mr.`, `e.g.`), of an initial (`J. Doe`), of an ordinal at the head of a
///   list or date (`3. Oktober`), or inside a number or address. A word in lower case after the
///   stop continues the sentence after `etc.`, after an ellipsis and after a closing quote;
/// - at the stops of Chinese and Japanese (`。！？`), of Arabic and Urdu (`؟ ۔`), of Indic, Khmer,
///   Burmese and Ethiopic scripts, whether or not a space follows. Thai has no stop: there a space
///   ends a sentence that has 30 scalars or more;
/// - at an empty line, before an item of a list, where quoting with `>` begins or ends;
/// - at the end of a line, unless the line looks wrapped: the next one begins in lower case, or
///   the line has 40 scalars or more, none of its paragraph has more than 120, and the next word
///   would not have fitted below the paragraph's longest line.
///
/// - Complexity: O(bytes of `text`).
package func sentences(of text: String) -> [Sentence] {
    sentences(in: Array(text.utf8))
}

/// The sentences of a text given as valid UTF-8; see `sentences(of:)`.
package func sentences(in bytes: [UInt8]) -> [Sentence] {
    var scanner = SentenceTokens(bytes)
    var sentences: [Sentence] = []
    var open: (first: SentenceToken, last: SentenceToken)?
    func close() {
        guard let (first, last) = open else { return }
        sentences.append(
            Sentence(
                span: TextSpan(start: first.scalars.lowerBound, end: last.scalars.upperBound),
                bytes: first.bytes.lowerBound..<last.bytes.upperBound))
    }
    while let token = scanner.next() {
        guard let (first, last) = open else {
            open = (token, token)
            continue
        }
        if token.opening == .none, token.stop == .none, token.gap == .none || token.gap == .space {
            // Marks and emoji behind a stop belong to the sentence that it ends.
            open = (first, last.extended(to: token))
        } else if endsSentence(last, before: token, from: first) {
            close()
            open = (token, token)
        } else {
            open = (first, token)
        }
    }
    close()
    return sentences
}

/// Whether a sentence ends between two neighbouring tokens.
private func endsSentence(
    _ last: SentenceToken, before next: SentenceToken, from first: SentenceToken
) -> Bool {
    if next.gap == .paragraph { return true }
    if last.stop == .firm { return true }
    if next.gap == .line {
        if endsAtStop(last, before: next, from: first) { return true }
        return !next.continuesWrappedLine
    }
    if next.opening == .thai, last.closing == .thai, next.gap == .space {
        return last.scalars.upperBound - first.scalars.lowerBound >= 30
    }
    return endsAtStop(last, before: next, from: first)
}

private func endsAtStop(
    _ last: SentenceToken, before next: SentenceToken, from first: SentenceToken
) -> Bool {
    switch last.stop {
    case .none:
        return false
    case .firm:
        return true
    case .exclamation:
        return !(last.hasCloser && next.opening == .lowercase)
    case .ellipsis:
        guard next.opening == .uppercase || next.opening == .other || next.opening == .digit
        else { return false }
        // "well... I think": the pronoun is a capital anywhere.
        return !next.isPronounI
    case .period:
        return fullStopEnds(last, before: next, from: first)
    }
}

private func fullStopEnds(
    _ last: SentenceToken, before next: SentenceToken, from first: SentenceToken
) -> Bool {
    let word = last.core
    let bare = last.hasCloser ? nil : word
    if let bare {
        if Abbreviations.neverLast.contains(bare) { return false }
        if Abbreviations.beforeNumbers.contains(bare), next.opening == .digit { return false }
        if Abbreviations.mayBeLast.contains(bare) || last.isDottedLetters {
            return next.opening == .other
                || next.opening == .uppercase && Abbreviations.sentenceOpeners.contains(next.head)
        }
        if last.isInitial { return false }
        if last.isNumber {
            let isEnumerator = last.scalars.lowerBound == first.scalars.lowerBound
            if isEnumerator { return false }
            if bare.utf8.count <= 2, Abbreviations.monthsAfterOrdinal.contains(next.head) {
                return false
            }
            return next.opening != .lowercase
        }
    }
    guard next.opening == .lowercase else { return true }
    // Many write without capitals; a stop after a plain word of three letters or more is one.
    return bare != nil && last.isPlainWord && word.utf8.count >= 3
}
