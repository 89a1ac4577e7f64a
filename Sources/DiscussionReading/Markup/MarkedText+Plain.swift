extension MarkedText {
    /// Plain text or Markdown, unchanged, with the quotations that it marks.
    init(plain text: String) {
        self.init(text: text, quotations: QuoteMarks.statedQuotations(in: text))
    }
}
