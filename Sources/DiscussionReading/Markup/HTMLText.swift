import DiscussionModel

/// The text of HTML as a reader sees it: paragraphs kept, entities read, quotations marked.
///
/// A paragraph ends with an empty line, `<br>` and other blocks with a line end. Scripts, styles
/// and forms have no text; a picture that stands for a character (`<img class="emoji" alt="🙂">`)
/// is that character. `<blockquote>` and the quote boxes of forums become stated quotations; the
/// line that names who is quoted ("Ana wrote:") stays in the text before the quotation.
///
/// - Complexity: O(bytes); nothing recurses.
struct HTMLText {
    /// Elements that are left out with everything in them.
    var omitted: Set<HTMLNode> = []
    /// Elements that hold quoted words, besides those known everywhere.
    var quoted: Set<HTMLNode> = []

    /// The text of a fragment, such as the body of a comment in an export.
    static func marked(fragment: String) -> MarkedText {
        // Without a tag or an entity there is nothing to read but the words themselves.
        if !fragment.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            return MarkedText(text: fragment.trimmingWhiteSpace)
        }
        guard let document = HTMLDocument(fragment: fragment), let root = document.root else {
            return MarkedText(text: fragment.trimmingWhiteSpace)
        }
        return HTMLText().marked(root)
    }

    /// The text of a fragment in which line ends count, as WordPress stores comments.
    static func marked(fragmentWithLines fragment: String) -> MarkedText {
        guard fragment.utf8.contains(UInt8(ascii: "\n")) else { return marked(fragment: fragment) }
        return marked(
            fragment: fragment.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
                .joined(separator: "<br>\n"))
    }

    /// The text of an element and everything under it.
    func marked(_ node: HTMLNode) -> MarkedText {
        marked([node])
    }

    /// The text of elements that follow one another, as paragraphs.
    func marked(_ nodes: [HTMLNode]) -> MarkedText {
        var builder = MarkedTextBuilder()
        for (place, node) in nodes.enumerated() {
            if place > 0 { builder.add(.paragraph) }
            write(node, to: &builder)
        }
        return builder.marked()
    }

    private func write(_ node: HTMLNode, to builder: inout MarkedTextBuilder) {
        var preformatted = 0
        // The quote boxes that are open, the innermost last.
        var boxes: [(node: HTMLNode, box: QuoteBox, isOpen: Bool)] = []
        func begin() {
            guard let box = boxes.last?.box else { return }
            builder.beginQuotation(author: box.author, source: box.source)
            boxes[boxes.count - 1].isOpen = true
        }
        func end() {
            guard boxes.last?.isOpen == true else { return }
            builder.endQuotation()
            boxes[boxes.count - 1].isOpen = false
        }
        node.walk { at in
            if at.isText {
                if omitted.contains(at) { return false }
                _ = at.withText { builder.add($0, isPreformatted: preformatted > 0) }
                return false
            }
            guard at.isElement else { return at == node }
            let name = at.name
            if Self.silent.contains(name) || omitted.contains(at) { return false }
            if name == "br" {
                builder.addLineBreak()
                return false
            }
            if name == "img" {
                Self.character(of: at).map { builder.add($0) }
                return false
            }
            if let gap = Self.gaps[name] { builder.add(gap) }
            if name == "li", at != node { builder.addBullet() }
            if name == "pre" { preformatted += 1 }
            if let last = boxes.last?.box, last.words == at {
                builder.add(.line)
                begin()
            } else if let last = boxes.last?.box, last.footer == at {
                end()
                builder.add(.line)
            } else if at != node, let box = QuoteBox(at, isKnown: quoted.contains(at)) {
                builder.add(.paragraph)
                boxes.append((at, box, false))
                if box.words == nil, box.header == nil { begin() }
            }
            return true
        } leave: { at in
            if let last = boxes.last {
                if last.box.header == at {
                    builder.add(.line)
                    if last.box.words == nil { begin() }
                } else if last.box.words == at {
                    end()
                    builder.add(.paragraph)
                } else if last.node == at {
                    end()
                    boxes.removeLast()
                    builder.add(.paragraph)
                }
            }
            let name = at.name
            if name == "pre" { preformatted -= 1 }
            if name == "li" { builder.dropBullet() }
            if let gap = Self.gaps[name] { builder.add(gap) }
        }
    }

    /// Elements without text for readers.
    private static let silent: Set<String> = [
        "script", "style", "template", "noscript", "head", "iframe", "object", "svg", "form",
        "button", "select", "textarea", "input", "video", "audio", "canvas", "math",
    ]

    /// Elements that stand apart from what is around them, and how far.
    private static let gaps: [String: MarkedTextBuilder.Break] = {
        var gaps: [String: MarkedTextBuilder.Break] = [:]
        for name in [
            "p", "blockquote", "ul", "ol", "dl", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table",
            "figure", "hr",
        ] { gaps[name] = .paragraph }
        for name in [
            "div", "li", "dt", "dd", "tr", "section", "article", "aside", "header", "footer",
            "main", "nav", "address", "details", "summary", "center", "fieldset", "figcaption",
        ] { gaps[name] = .line }
        return gaps
    }()

    /// The character that a picture stands for, or `nil`.
    private static func character(of image: HTMLNode) -> String? {
        guard let words = image.attribute("alt"), !words.isEmpty, words.utf8.count <= 32 else {
            return nil
        }
        let classes = image.classes
        let isSign =
            classes.contains {
                ["emoji", "wp-smiley", "smilies", "smiley", "emojione"].contains($0)
            }
            || words.unicodeScalars.allSatisfy { !$0.isASCII }
        return isSign ? words : nil
    }
}

extension String {
    /// Without white space at both ends.
    var trimmingWhiteSpace: String {
        String(decoding: Array(utf8).trimmed, as: UTF8.self)
    }
}
