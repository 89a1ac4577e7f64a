import DiscussionModel

extension MarkedText {
    /// Plain text or Markdown, unchanged, with the quotations that it marks.
    init(plain text: String) {
        self.init(text: text, quotations: QuoteMarks.statedQuotations(in: text))
    }

    /// A text of a system that holds Markdown, HTML, or Markdown with HTML in it: the text of the
    /// HTML where tags are closed in it, else the text unchanged.
    init(markup text: String) {
        let tags = ["</", "<br", "<img", "<p>"].filter { text.firstRange(of: $0) != nil }
        guard tags.contains("</") || tags.contains("<br") || tags.contains("<p>") else {
            self.init(plain: text)
            return
        }
        // Line ends count only where nothing else sets lines apart.
        let hasBlocks = tags.contains("<br") || text.firstRange(of: "</p>") != nil
        self =
            hasBlocks
            ? HTMLText.marked(fragment: text) : HTMLText.marked(fragmentWithLines: text)
        if quotations.isEmpty { quotations = QuoteMarks.statedQuotations(in: self.text) }
    }

    /// The text with a paragraph before it, such as the warning that its author gives.
    func behind(_ warning: String) -> MarkedText {
        guard !text.isEmpty else { return MarkedText(text: warning) }
        let shift = warning.unicodeScalars.count + 2
        return MarkedText(
            text: warning + "\n\n" + text,
            quotations: quotations.map {
                var quotation = $0
                quotation.span = TextSpan(
                    start: quotation.span.start + shift, end: quotation.span.end + shift)
                return quotation
            })
    }
}
