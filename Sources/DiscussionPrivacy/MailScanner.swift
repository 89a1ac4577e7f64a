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
                sign.count == 1 || isPlausible(start..<sign.lowerBound, sign, scalars)
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
            if isHost(scalars[end]) {
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

    /// People also meet at example.org.
    private static func isPlausible(
        _ local: Range<Int>, _ sign: Range<Int>, _ scalars: [Unicode.Scalar]
    ) -> Bool {
        let isBare = sign.count <= 4 && scalars[sign.lowerBound] == " "
        guard isBare else { return true }
        let pieces = TextPiece.of(Array(scalars[local]))
        return pieces.contains { OrdinaryWords.likeness(of: $0.key) == .name }
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
        return NormalForm.of(scalar.value).kind == .word
    }
}
