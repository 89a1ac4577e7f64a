import LanguageTools

/// Finds mail addresses as people write them, also to hide them: `ana@example.org`,
/// `ana (at) example.org`, `ana at example dot org`.
enum MailScanner {
    /// No part of an address is longer (RFC 5321 has 64 for the first and 255 for the second).
    private static let reach = 255

    /// The addresses by place.
    ///
    /// - Complexity: O(n) in the scalars.
    static func addresses(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < scalars.count {
            guard let sign = sign(at: at, in: scalars) else {
                at += 1
                continue
            }
            let start = startOfLocalPart(before: sign.lowerBound, in: scalars)
            let end = endOfHost(from: sign.upperBound, in: scalars)
            let earliest = found.last?.upperBound ?? 0
            if let start, let end, start >= earliest,
                sign.count == 1 || isPlausible(start..<sign.lowerBound, sign, end, scalars)
            {
                found.append(start..<end)
                at = end
            } else {
                at = sign.upperBound
            }
        }
        return found
    }

    /// An at-sign at a place, or what people write for it; with the blanks around it.
    private static func sign(at place: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
        switch scalars[place] {
        case "@", "＠": return place..<place + 1
        case " ", "(", "[", "{", "_", "<": break
        default: return nil
        }
        for sign in signs where scalars.holds(sign, at: place) {
            return place..<place + sign.count
        }
        return nil
    }

    private static let signs: [[Unicode.Scalar]] = [
        " (at) ", " [at] ", " {at} ", " <at> ", "(at)", "[at]", "{at}", "<at>", " (a) ", "(a)",
        "_at_", " at ", " @ ",
    ].map { Array($0.unicodeScalars) }

    private static func startOfLocalPart(
        before place: Int, in scalars: [Unicode.Scalar]
    ) -> Int? {
        var start = place
        while start > 0, place - start < reach, isLocal(scalars[start - 1]) { start -= 1 }
        while start < place, ".'-+%".unicodeScalars.contains(scalars[start]) { start += 1 }
        guard start < place else { return nil }
        start = extended(start, in: scalars)
        // `@ana@server.example` is a handle.
        return start > 0 && scalars[start - 1] == "@" ? nil : start
    }

    /// Where `ana dot berg` begins, from where `berg` does.
    private static func extended(_ start: Int, in scalars: [Unicode.Scalar]) -> Int {
        for dot in dots where start >= dot.count {
            let before = start - dot.count
            guard scalars.holds(dot, at: before) else { continue }
            var first = before
            while first > 0, before - first < reach, isLocal(scalars[first - 1]) { first -= 1 }
            if first < before { return first }
        }
        return start
    }

    private static func endOfHost(from place: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var end = place
        var lastLabel = place
        var dots = 0
        while end < scalars.count, end - place < reach {
            if isHost(scalars[end]) || isOfIdeographs(end, from: lastLabel, in: scalars) {
                end += 1
            } else if let dot = dot(at: end, in: scalars), end > lastLabel,
                dot.upperBound < scalars.count, isHost(scalars[dot.upperBound])
            {
                dots += 1
                end = dot.upperBound
                lastLabel = end
            } else {
                break
            }
        }
        while end > lastLabel, scalars[end - 1] == "-" { end -= 1 }
        // The last label is never a number.
        let isNamed = end - lastLabel >= 2 && !(0x30...0x39).contains(scalars[lastLabel].value)
        return dots > 0 && isNamed ? end : nil
    }

    private static func dot(at place: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
        if scalars[place] == "." { return place..<place + 1 }
        for dot in dots where scalars.holds(dot, at: place) { return place..<place + dot.count }
        return nil
    }

    private static let dots: [[Unicode.Scalar]] = [
        " (dot) ", " [dot] ", "(dot)", "[dot]", "{dot}", " dot ", "_dot_",
    ].map { Array($0.unicodeScalars) }

    /// What the last word of an address is where its stops are words.
    private static let domains: Set<String> = [
        "com", "org", "net", "edu", "gov", "info", "io", "uk", "de", "at", "ch", "fr", "es", "it",
        "nl", "be", "pl", "se", "no", "dk", "fi", "eu", "us", "ca", "au", "nz", "ie", "in",
        "example",
    ]

    /// People also meet at example.org.
    private static func isPlausible(
        _ local: Range<Int>, _ sign: Range<Int>, _ end: Int, _ scalars: [Unicode.Scalar]
    ) -> Bool {
        let isBare = sign.count <= 4 && scalars[sign.lowerBound] == " "
        guard isBare else { return true }
        let pieces = TextPiece.of(Array(scalars[local]))
        // Nobody writes `example dot org` or `first.last` of a place.
        let isInWords = scalars[sign.upperBound..<end].contains(" ")
        if isInWords {
            return domains.contains(
                TextPiece.of(Array(scalars[sign.upperBound..<end])).last?.key ?? "")
        }
        let words = pieces.filter { $0.end - $0.start > 1 && !$0.key.contains(where: \.isNumber) }
        if words.count > 1, words.count == pieces.count, pieces.last?.end == local.count {
            return true
        }
        return pieces.contains { OrdinaryWords.likeness(of: $0.key) == .name }
    }

    /// Whether a label of a host goes on in a script without spaces, in which it has begun.
    private static func isOfIdeographs(
        _ place: Int, from start: Int, in scalars: [Unicode.Scalar]
    ) -> Bool {
        [place, max(start, place - 1)].allSatisfy {
            NormalForm.of(scalars[$0].value).kind == .ideograph
        }
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || "._%+-'".unicodeScalars.contains(scalar)
    }

    private static func isHost(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || scalar == "-"
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let value = scalar.value
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
        }
        let kind = NormalForm.of(scalar.value).kind
        return kind == .word || kind == .invisible
    }
}
