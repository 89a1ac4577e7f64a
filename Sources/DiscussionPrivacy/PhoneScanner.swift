/// Finds telephone numbers as people write them.
///
/// A number counts where it has a form that years, prices, dates, scores and ids do not have:
/// `+49 30 1234567`, `0030 21 0123 4567`, `(555) 010-4477`, `030/1234567`, `555-010-4477`; or where
/// the word before says so, as in `tel. 612 345 678`.
enum PhoneScanner {
    private struct Run {
        var range: Range<Int>
        /// The digits of each group.
        var groups: [String]
        /// One past the last scalar of each group.
        var ends: [Int] = []
        /// What stands between the groups.
        var joints: [String]
        var hasPlus: Bool
        var hasBracket: Bool

        var digits: Int { groups.reduce(0) { $0 + $1.count } }

        func upTo(group: Int) -> Run {
            var run = self
            run.groups = Array(groups[...group])
            run.ends = Array(ends[...group])
            run.joints = Array(joints.prefix(group))
            run.range = range.lowerBound..<ends[group]
            return run
        }
    }

    private static let mostDigits = 30

    /// The numbers by place.
    ///
    /// - Complexity: O(n) in the scalars.
    static func numbers(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < scalars.count {
            guard let run = run(from: at, in: scalars) else {
                at += 1
                continue
            }
            let word = wordBefore(run, in: scalars)
            // Another number may stand behind it.
            let number = run.groups.indices.reversed().lazy.map { run.upTo(group: $0) }
                .first { isFree($0, in: scalars) && isNumber($0, word) }
            if let number { found.append(number.range) }
            // The day and the year of a date do not begin a number.
            at = number?.range.upperBound ?? run.ends[isDate(run) ? 2 : 0]
        }
        return found
    }

    /// The digits from a place, with what people write between them.
    private static func run(from start: Int, in scalars: [Unicode.Scalar]) -> Run? {
        let first = scalars[start]
        guard first == "+" || first == "(" || digit(first) != nil else { return nil }
        var run = Run(
            range: start..<start, groups: [], joints: [], hasPlus: false, hasBracket: false)
        var at = start
        if scalars[at] == "+" {
            run.hasPlus = true
            at += 1
        }
        if at < scalars.count, scalars[at] == "(" {
            run.hasBracket = true
            at += 1
        }
        guard at < scalars.count, digit(scalars[at]) != nil else { return nil }
        var joint = ""
        var group = ""
        var digits = 0
        while at < scalars.count, digits < mostDigits {
            if let value = digit(scalars[at]) {
                if group.isEmpty, !run.groups.isEmpty { run.joints.append(joint) }
                group.append(value)
                digits += 1
                joint = ""
                run.range = start..<at + 1
            } else if joints.contains(scalars[at]),
                joint.unicodeScalars.count < 3
            {
                if !group.isEmpty {
                    run.groups.append(group)
                    run.ends.append(at)
                }
                group = ""
                joint.unicodeScalars.append(scalars[at])
            } else {
                break
            }
            at += 1
        }
        if !group.isEmpty {
            run.groups.append(group)
            run.ends.append(at)
        }
        // A bracket that closes no group is around other words.
        if run.hasBracket, run.joints.first?.contains(")") != true { run.hasBracket = false }
        return run
    }

    /// What people write between digits, seen or not.
    private static let joints = Set(
        " -./()\u{A0}\u{AD}\u{2009}\u{200B}\u{200C}\u{200D}\u{202F}\u{2060}\u{FEFF}‐‑–"
            .unicodeScalars)

    private static func digit(_ scalar: Unicode.Scalar) -> Character? {
        switch scalar.value {
        case 0x30...0x39: Character(scalar)
        case 0x660...0x669: Character(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
        case 0x6F0...0x6F9: Character(Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)))
        case 0xFF10...0xFF19: Character(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
        default: nil
        }
    }

    /// Whether no other number, price or word holds it.
    private static func isFree(_ run: Run, in scalars: [Unicode.Scalar]) -> Bool {
        let start = run.range.lowerBound
        let end = run.range.upperBound
        if start > 0 {
            let before = scalars[start - 1]
            if "#$€£¥_.,:/=%&".unicodeScalars.contains(before) && !run.hasPlus
                || before.properties.isAlphabetic || digit(before) != nil
            {
                // `Tel:030…` has no blank.
                guard before == ":", start > 1, scalars[start - 2].properties.isAlphabetic else {
                    return false
                }
            }
        }
        guard end < scalars.count else { return true }
        return
            !(scalars[end].properties.isAlphabetic
            || "%€$£°_".unicodeScalars.contains(scalars[end]))
    }

    private static let hints: Set<String> = [
        "tel", "telefon", "telefono", "telephone", "phone", "phones", "fax", "mobile", "mobil",
        "movil", "cell", "cellphone", "handy", "whatsapp", "signal", "sms", "call", "ring", "text",
        "anrufen", "rufnummer", "tlf", "tel.", "dial", "appelez", "llama", "ruf", "тел", "телефон",
        "моб", "话", "話", "机", "機", "هاتف", "طلفون",
    ]
    private static let others: Set<String> = [
        "isbn", "issn", "id", "no", "nr", "number", "order", "article", "ticket", "invoice", "doi",
        "version", "pages", "pp", "section",
    ]

    private static func wordBefore(_ run: Run, in scalars: [Unicode.Scalar]) -> String {
        let start = run.range.lowerBound
        let before = TextPiece.of(Array(scalars[max(0, start - 30)..<start]))
        let last = before.last?.key ?? ""
        // `call me on …`
        let isBetween = [
            "me", "on", "at", "is", "us", "number", "no", "nr", "num", "numero", "nummer", "under",
            "unter", "au", "al",
        ]
        if isBetween.contains(last) {
            return before.dropLast().suffix(3).map(\.key).last(where: hints.contains) ?? last
        }
        return last
    }

    private static func isNumber(_ run: Run, _ word: String) -> Bool {
        let digits = run.digits
        let sizes = run.groups.map(\.count)
        guard (6...15).contains(digits) else { return false }
        if run.hasPlus { return digits >= 8 }
        if hints.contains(word) { return !isDate(run) }
        if others.contains(word) { return false }
        let first = run.groups[0]
        if first.hasPrefix("00"), digits >= 10 { return true }
        if run.hasBracket, (1...5).contains(first.count), digits >= 7 { return true }
        let isEven = Set(run.joints).count <= 1 && !run.joints.contains { $0.count > 1 }
        if first.hasPrefix("0"), !isDate(run), first != "0" || !run.joints[0].contains(".") {
            if (9...12).contains(digits) { return true }
            if digits == 8, sizes.count > 1, sizes[0] >= 3 { return true }
        }
        let mayBeArea = (first.first ?? "0") >= "2"
        if sizes == [3, 3, 4], isEven || run.joints[0].contains(" "), mayBeArea { return true }
        if sizes == [1, 3, 3, 4], first == "1" { return true }
        return sizes == [3, 4] && run.joints == ["-"] && mayBeArea
    }

    /// `01.02.2024`, `01/02/24`, `2024-01-02`, with a time or another date behind it; but not
    /// `01.02.03.04.05`.
    private static func isDate(_ run: Run) -> Bool {
        let sizes = run.groups.prefix(3).map(\.count)
        guard sizes.count == 3, run.joints.prefix(2).allSatisfy({ ["-", ".", "/"].contains($0) }),
            run.groups.map(\.count) != [2, 2, 2, 2, 2] || Set(run.joints).count > 1
        else { return false }
        return [[2, 2, 4], [2, 2, 2], [1, 2, 4], [2, 1, 4], [1, 1, 4], [4, 2, 2]].contains(sizes)
    }
}
