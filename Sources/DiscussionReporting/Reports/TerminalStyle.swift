/// Sets off words on a terminal that takes it.
struct TerminalStyle: Sendable {
    let isColored: Bool

    func title(_ text: String) -> String { styled(text, "1") }
    func heading(_ text: String) -> String { styled(text, "1;36") }
    func faint(_ text: String) -> String { styled(text, "2") }
    func warning(_ text: String) -> String { styled(text, "33") }
    func error(_ text: String) -> String { styled(text, "31") }

    private func styled(_ text: String, _ code: String) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
