/// Lays out answers for a terminal, no line wider than it, or as Markdown in which nothing that a
/// stranger wrote is markup.
struct ShownLayout {
    let isMarkdown: Bool
    let style: TerminalStyle
    let width: Int

    func text(of blocks: [ShownBlock]) -> String {
        let lines =
            isMarkdown
            ? blocks.enumerated().flatMap { markdown($1, isFirst: $0 == 0) }
            : blocks.enumerated().flatMap { terminal($1, isFirst: $0 == 0) }
        // Where two parts want to stand apart one empty line does.
        return lines.indices.filter { $0 == 0 || !lines[$0].isEmpty || !lines[$0 - 1].isEmpty }
            .map { lines[$0] + "\n" }.joined()
    }

    // MARK: Terminal

    private func terminal(_ block: ShownBlock, isFirst: Bool) -> [String] {
        let gap = isFirst ? [] : [""]
        switch block {
        case .title(let text):
            return gap + DisplayWidth.wrapped(text, to: width).map { style.title($0) }
        case .aside(let text):
            return DisplayWidth.wrapped(text, to: width).map { style.faint($0) }
        case .heading(let text): return gap + [style.heading(text)]
        case .comment(let text):
            return gap + DisplayWidth.wrapped(text, to: width).map { style.title($0) }
        case .item(let text, let level):
            let margin = spaces(2 + 2 * level)
            return DisplayWidth.wrapped(text, to: width - margin.count - 2).enumerated().map {
                margin + ($0 == 0 ? "- " : "  ") + shown($1)
            }
        case .passage(let lines):
            var isOpen = false
            return lines.flatMap { line in
                line.isEmpty ? [""] : DisplayWidth.wrapped(line, to: width - 4)
            }.map { $0.isEmpty ? "" : spaces(4) + shown($0, isOpen: &isOpen) }
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    private func shown(_ line: String) -> String {
        var isOpen = false
        return shown(line, isOpen: &isOpen)
    }

    /// A line with what is set off in colour, each part of it closed before the line ends.
    private func shown(_ line: String, isOpen: inout Bool) -> String {
        guard isOpen || line.unicodeScalars.contains(ShownBlock.opening) else { return line }
        var result = ""
        var part = String.UnicodeScalarView()
        func close(_ wasOpen: Bool) {
            result += wasOpen ? style.heading(String(part)) : String(part)
            part.removeAll()
        }
        for scalar in line.unicodeScalars {
            guard scalar == ShownBlock.opening || scalar == ShownBlock.closing else {
                part.append(scalar)
                continue
            }
            close(isOpen)
            isOpen = scalar == ShownBlock.opening
        }
        close(isOpen)
        return result
    }

    // MARK: Markdown

    private func markdown(_ block: ShownBlock, isFirst: Bool) -> [String] {
        let gap = isFirst ? [] : [""]
        switch block {
        case .title(let text): return gap + ["## " + escaped(text)]
        case .aside(let text): return ["", escaped(text)]
        case .heading(let text): return gap + ["### " + escaped(text), ""]
        case .comment(let text): return gap + ["**" + escaped(text) + "**", ""]
        case .item(let text, let level): return [spaces(2 * level) + "- " + escaped(text)]
        case .passage(let lines):
            // Two spaces at its end let a line end where it ends.
            return lines.enumerated().map { at, line in
                guard !line.isEmpty else { return ">" }
                let goesOn = at + 1 < lines.count && !lines[at + 1].isEmpty
                return "> " + escaped(line) + (goesOn ? "  " : "")
            } + [""]
        }
    }

    private func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isInNumber = true
        for scalar in SummaryMarkdown.escaped(text).unicodeScalars {
            switch scalar {
            case ShownBlock.opening, ShownBlock.closing:
                result.append(contentsOf: "**".unicodeScalars)
                continue
            // At the beginning of a line these make lists and headings.
            case "-", "+", "=": if result.isEmpty { result.append("\\") }
            case ".", ")": if isInNumber, !result.isEmpty { result.append("\\") }
            default: break
            }
            isInNumber = isInNumber && ("0"..."9").contains(scalar)
            result.append(scalar)
        }
        return String(result)
    }
}
