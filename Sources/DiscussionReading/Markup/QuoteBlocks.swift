import DiscussionModel

/// Puts lines behind `>` together to quotations.
struct QuoteBlocks {
    private struct Open {
        var start: Int
        var end: Int
        var author: String?
        /// Whether words stand at its own depth, not only in quotations inside it.
        var hasOwnWords = false
    }

    private let lines: QuoteLines
    private let continuesAuthors: Bool
    private var open: [Open] = []
    private var found: [StatedQuotation] = []
    /// Who was named last at each depth.
    private var authors: [String?] = []

    init(_ lines: QuoteLines, continuesAuthors: Bool) {
        self.lines = lines
        self.continuesAuthors = continuesAuthors
    }

    /// The quotations of all blocks, in no order.
    mutating func quotations() -> [StatedQuotation] {
        let all = lines.lines
        var index = 0
        while index < all.count {
            guard isMarked(all[index]) else {
                close(to: 0)
                if !all[index].isBlank, !continuesAuthors { authors = [] }
                index += 1
                continue
            }
            var end = index
            while end < all.count, isMarked(all[end]), all[end].mark == all[index].mark { end += 1 }
            if isQuotation(index..<end) { read(index..<end) }
            close(to: 0)
            index = end
        }
        close(to: 0)
        // Inner ones were closed before the outer.
        return found.reversed()
    }

    private func isMarked(_ line: QuoteLines.Line) -> Bool { line.depth > 0 && !line.isCode }

    /// Whether lines of one mark are a quotation: not a lone sign, not the prompts of a shell.
    private func isQuotation(_ block: Range<Int>) -> Bool {
        let worded = lines.lines[block].filter { !$0.isBlank }
        guard let first = worded.first, worded.contains(where: { !$0.isWeak }) else { return false }
        switch first.mark {
        case .none: return false
        case .bar: return lines.attribution(before: block.lowerBound, depth: 0) != nil
        case .initials:
            return worded.count > 1 || lines.attribution(before: block.lowerBound, depth: 0) != nil
        case .angle:
            // GitHub draws a box around the author's own words so: `> [!NOTE]`.
            if lines.bytes[first.content].starts(with: "[!".utf8) { return false }
            guard worded.allSatisfy({ $0.depth == 3 }) else { return true }
            return !worded.contains { looksLikeCode(lines.words($0)) }
                || lines.attribution(before: block.lowerBound, depth: 0) != nil
        }
    }

    /// Whether words behind `>>>` are what somebody typed into a Python session.
    private func looksLikeCode(_ words: String) -> Bool {
        words.contains("(") && words.contains(")") || words.contains(" = ")
            || ["import ", "from ", "print ", "def ", "for "].contains { words.hasPrefix($0) }
    }

    private mutating func read(_ block: Range<Int>) {
        var index = block.lowerBound
        while index < block.upperBound {
            let line = lines.lines[index]
            // A gap between two lines of a depth does not end what is quoted there.
            if line.isBlank {
                index += 1
                continue
            }
            close(to: line.depth)
            while open.count < line.depth {
                let depth = open.count
                let named = lines.attribution(before: index, depth: depth)
                while authors.count <= depth { authors.append(nil) }
                if let named {
                    authors.removeSubrange(depth...)
                    authors.append(named.author)
                }
                open.append(Open(start: line.start, end: line.end, author: authors[depth]))
            }
            if open[line.depth - 1].author == nil, !open[line.depth - 1].hasOwnWords,
                let inside = attribution(at: index, within: block)
            {
                open[line.depth - 1].author = inside.author
                authors[line.depth - 1] = inside.author
                open[line.depth - 1].start = lines.lines[inside.next].start
                index = inside.next
                continue
            }
            open[line.depth - 1].hasOwnWords = true
            for depth in 0..<line.depth { open[depth].end = line.end }
            index += 1
        }
    }

    private mutating func close(to depth: Int) {
        while open.count > depth {
            let last = open.removeLast()
            guard last.hasOwnWords || last.author != nil, last.end > last.start else { continue }
            found.append(
                StatedQuotation(
                    span: TextSpan(start: last.start, end: last.end), author: last.author))
        }
    }

    /// What the first line of a quotation says about its own words, and the line of the first.
    private func attribution(
        at index: Int, within block: Range<Int>
    ) -> (author: String?, next: Int)? {
        let depth = lines.lines[index].depth
        var words = ""
        for at in index..<min(index + 2, block.upperBound) {
            let line = lines.lines[at]
            guard line.depth == depth, !line.isBlank else { return nil }
            words = words.isEmpty ? lines.words(line) : words + " " + lines.words(line)
            guard QuoteAttribution.mayEnd(words), let found = QuoteAttribution(words) else {
                continue
            }
            let next = (at + 1..<block.upperBound).first { !lines.lines[$0].isBlank }
            guard let next, lines.lines[next].depth == depth else { return nil }
            return (found.author, next)
        }
        return nil
    }
}

extension QuoteLines {
    /// What the lines of a depth right before a line say about whose words follow.
    func attribution(before index: Int, depth: Int) -> QuoteAttribution? {
        var last = index - 1
        if last >= 0, lines[last].isBlank { last -= 1 }
        var words = ""
        var short: QuoteAttribution?
        for at in stride(from: last, to: max(-1, last - 3), by: -1) {
            let line = lines[at]
            guard line.depth == depth, !line.isBlank, !line.isCode else { break }
            let piece = self.words(line)
            if at == last, !QuoteAttribution.mayEnd(piece) { return nil }
            words = words.isEmpty ? piece : piece + " " + words
            // A line may be wrapped amid a name: "On 3 May, Ana / Berg wrote:".
            guard let found = QuoteAttribution(words) else { continue }
            if found.isWhole { return found }
            short = short ?? found
        }
        return short
    }
}
