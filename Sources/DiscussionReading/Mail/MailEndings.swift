/// Takes out of a mail what is no part of what its author says there: the signature, the footer
/// that a list adds, the armour of PGP.
struct MailEndings {
    /// A block with more lines than this is no signature or footer.
    private static let maximumLines = 40

    private var lines: [Substring]
    private var isKept: [Bool]
    private(set) var signatures = 0
    private(set) var footers = 0

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        isKept = Array(repeating: true, count: lines.count)
    }

    /// What is left, without white space around it.
    var text: String {
        var start = 0
        var words = zip(lines, isKept).filter(\.1).map(\.0)
        while start < words.count, Self.isBlank(words[start]) { start += 1 }
        words.removeFirst(start)
        while let last = words.last, Self.isBlank(last) { words.removeLast() }
        if let last = words.popLast() {
            var last = last
            while last.last?.isWhitespace == true { last = last.dropLast() }
            words.append(last)
        }
        return words.joined(separator: "\n")
    }

    /// - Parameter onlyAtEnd: whether a signature is cut only where nothing follows it.
    mutating func cut(onlyAtEnd: Bool = false) {
        cutArmour()
        cutFooter()
        cutSignatures(onlyAtEnd: onlyAtEnd)
    }

    private func isBlank(_ index: Int) -> Bool { Self.isBlank(lines[index]) }

    private static func isBlank(_ line: Substring) -> Bool {
        line.utf8.allSatisfy { $0 <= 0x20 } || line.allSatisfy(\.isWhitespace)
    }

    private mutating func remove(_ range: Range<Int>) {
        for index in range { isKept[index] = false }
    }

    /// `-----BEGIN PGP SIGNED MESSAGE-----` with its headers, and the signature's block.
    private mutating func cutArmour() {
        var index = 0
        var isSigned = false
        while index < lines.count {
            let line = lines[index]
            if line.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----") {
                isSigned = true
                var end = index + 1
                while end < lines.count, end < index + 6, lines[end].hasPrefix("Hash:") { end += 1 }
                remove(index..<end)
                index = end
                continue
            }
            if line.hasPrefix("-----BEGIN PGP SIGNATURE-----") {
                let end =
                    lines[index...].firstIndex { $0.hasPrefix("-----END PGP SIGNATURE-----") }
                guard let end else { return }
                remove(index..<end + 1)
                isSigned = false
                index = end
            } else if isSigned, line.hasPrefix("- -") {
                lines[index] = line.dropFirst(2)
            }
            index += 1
        }
    }

    /// The last lines, below a rule, in which a list speaks of itself.
    private mutating func cutFooter() {
        var index = lines.count - 1
        var seen = 0
        while index >= 0, seen <= Self.maximumLines / 2 {
            defer { index -= 1 }
            if !isKept[index] || isBlank(index) { continue }
            seen += 1
            guard isRule(lines[index]) else { continue }
            let words = lines[(index + 1)...].joined(separator: "\n").lowercased()
            guard Self.footerWords.contains(where: { words.contains($0) }),
                !lines[(index + 1)...].contains(where: { $0.hasPrefix(">") })
            else { continue }
            remove(index..<lines.count)
            footers += 1
            seen = 0
        }
    }

    private func isRule(_ line: Substring) -> Bool {
        if line.hasPrefix("--~--~") || line.hasPrefix("-~----") { return true }
        guard let start = line.utf8.first, "_-=* ".utf8.contains(start) else { return false }
        let bare = line.utf8.filter { $0 != 0x20 && $0 != 0x0D }
        guard let sign = bare.first, "_-=*".utf8.contains(sign), bare.count >= 3 else {
            return false
        }
        return bare.allSatisfy { $0 == sign }
    }

    private static let footerWords = [
        "mailing list", "unsubscribe", "mailman", "listinfo", "you received this message because",
        "yahoo! groups", "-request@", "list archives", "mailingliste", "liste de diffusion",
        "/lists/", "groups.io/g/", "majordomo", "@lists.", "list-help",
    ]

    /// From a line `-- ` to what is quoted below it, or to the end.
    private mutating func cutSignatures(onlyAtEnd: Bool) {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let isMark = line == "-- " || line == "--" || line == "--\u{A0}" || line == "-- \u{A0}"
            guard isMark, isKept[index] else {
                index += 1
                continue
            }
            var end = index + 1
            while end < lines.count, !beginsQuotation(end), isKept[end] { end += 1 }
            if end < lines.count, lines[end].hasPrefix(">") {
                // The lines that say who is quoted belong to the quotation.
                var start = end
                while start > index + 1, end - start < 4,
                    isBlank(start - 1) && start == end || !isBlank(start - 1)
                {
                    start -= 1
                }
                let words = lines[start..<end].map { String($0) }.joined(separator: "\n")
                if words.trimmingWhiteSpace.hasSuffix(":") { end = start }
            }
            let isAtEnd = end == lines.count || !isKept[end]
            let count = (index + 1..<end).count { !isBlank($0) }
            if count <= (line == "--" ? 12 : Self.maximumLines), isAtEnd || !onlyAtEnd {
                remove(index..<end)
                signatures += 1
            }
            index = end
        }
    }

    private func beginsQuotation(_ index: Int) -> Bool {
        let line = lines[index]
        return line.hasPrefix(">") || OriginalMessage.isRule(line)
            || QuoteAttribution.mayEnd(String(line.suffix(4))) && line.utf8.count < 300
                && QuoteAttribution(String(line))?.isWhole == true
    }
}
