/// The elements that a report is made of.
///
/// There is none that runs, loads or frames anything: scripts and styles are put into a page by
/// `ReportPage` alone, from our own resources.
enum HTMLTag: String, CaseIterable {
    case a, abbr, article, aside, b, bdi, blockquote, br, button, caption, code, dd, details, div,
        dl, dt, em, figcaption, figure, footer, h1, h2, h3, h4, header, input, label, li, main,
        mark, nav, noscript, ol, option, p, section, select, small, span, strong, summary, table,
        tbody, td, th, thead, time, tr, ul
    case svg, g, path, circle, rect, line, defs, marker, title
    /// Words in a drawing.
    case drawnText = "text"

    /// Whether the element has neither content nor an end tag.
    var isVoid: Bool { self == .br || self == .input }
}
