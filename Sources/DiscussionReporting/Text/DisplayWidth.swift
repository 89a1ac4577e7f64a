/// Measures and fits text in the columns of a terminal.
package enum DisplayWidth {
    /// The number of columns that a text takes, where wide characters and emoji take two and
    /// combining characters none.
    ///
    /// - Complexity: O(n).
    package static func of(_ text: String) -> Int {
        if text.isPrintableASCII { return text.utf8.count }
        var width = 0
        for character in text { width += columns(of: character) }
        return width
    }

    private static func columns(of character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            switch scalar.value {
            case 0x200D, 0xFE0F, 0x20E3, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF:
                // A joined, presented, flagged or toned emoji is drawn as one.
                if scalar.value != 0x200D || width > 1 { return 2 }
            case 0x1160...0x11FF, 0xD7B0...0xD7FF:
                continue
            default:
                width += columns(of: scalar)
            }
        }
        return width
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return WideScalars.contains(scalar) ? 2 : 1
        }
    }

    /// A text cut to a number of columns, with an ellipsis where something was cut off.
    package static func fitted(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        if text.utf8.count <= width, text.isPrintableASCII { return text }
        var used = 0
        var result = ""
        for character in text {
            let next = columns(of: character)
            if used + next > width {
                while used > width - 1, let last = result.popLast() { used -= columns(of: last) }
                return result + "…"
            }
            // One character may pile up marks without end.
            guard character.unicodeScalars.count <= 32 else {
                result.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(32))
                used += next
                continue
            }
            result.append(character)
            used += next
        }
        return result
    }

    /// A text of at least a number of columns, filled with spaces on the right.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// A passage broken into lines of at most a number of columns, at spaces where there are any
    /// and inside words where there are none, as in Chinese.
    ///
    /// - Complexity: O(n).
    package static func wrapped(_ text: String, to width: Int) -> [String] {
        let width = max(2, width)
        var lines: [String] = []
        var (line, used) = ("", 0)
        func flush() {
            if !line.isEmpty { lines.append(line) }
            (line, used) = ("", 0)
        }
        for word in text.split(separator: " ") {
            var rest = word
            var length = of(String(word))
            if !line.isEmpty, used + 1 + length <= width {
                line.append(" ")
                line.append(contentsOf: rest)
                used += 1 + length
                continue
            }
            // A long word without spaces starts on the line that is there.
            if length > width, !line.isEmpty, used + 2 < width {
                line += " "
                used += 1
            } else {
                flush()
            }
            while used + length > width {
                var end = rest.startIndex
                while end < rest.endIndex {
                    let next = columns(of: rest[end])
                    if used + next > width { break }
                    line.append(rest[end])
                    used += next
                    length -= next
                    end = rest.index(after: end)
                }
                rest = rest[end...]
                if line.isEmpty { break }
                flush()
            }
            line.append(contentsOf: rest)
            used += length
        }
        flush()
        return lines
    }

    /// The lines of a paragraph whose further lines stand under its first word.
    ///
    /// - Parameters:
    ///   - head: what stands before the first word.
    ///   - shown: the head with what colours it.
    package static func paragraph(
        _ words: String, after head: String, shownAs shown: String? = nil, to width: Int
    ) -> [String] {
        let margin = of(head)
        return wrapped(words, to: width - margin).enumerated().map { number, line in
            (number == 0 ? shown ?? head : String(repeating: " ", count: margin)) + line
        }
    }
}
