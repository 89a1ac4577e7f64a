/// A piece of a page: words, or an element with what it holds.
///
/// Words can only be put in as words. What writes nodes escapes them, so no text of a stranger ever
/// becomes markup.
indirect enum HTMLNode {
    case text(String)
    case element(HTMLTag, [HTMLAttribute], [HTMLNode])

    /// An element with attributes and content.
    init(
        _ tag: HTMLTag, _ attributes: HTMLAttribute...,
        @HTMLContent content: () -> [HTMLNode] = { [] }
    ) {
        self = .element(tag, attributes, content())
    }

    /// An element whose attributes were gathered before.
    init(
        _ tag: HTMLTag, with attributes: [HTMLAttribute],
        @HTMLContent content: () -> [HTMLNode] = { [] }
    ) {
        self = .element(tag, attributes, content())
    }
}

extension HTMLNode {
    /// Words of a stranger inside a line of ours, kept from turning the line around them.
    static func isolated(_ words: String) -> HTMLNode { HTMLNode(.bdi) { words } }
}

/// Lets content be written as a list of words, nodes, conditions and loops.
@resultBuilder
enum HTMLContent {
    static func buildExpression(_ words: String) -> [HTMLNode] { [.text(words)] }
    static func buildExpression(_ node: HTMLNode) -> [HTMLNode] { [node] }
    static func buildExpression(_ nodes: [HTMLNode]) -> [HTMLNode] { nodes }
    static func buildExpression(_ node: HTMLNode?) -> [HTMLNode] { node.map { [$0] } ?? [] }
    static func buildBlock(_ parts: [HTMLNode]...) -> [HTMLNode] { parts.flatMap { $0 } }
    static func buildOptional(_ part: [HTMLNode]?) -> [HTMLNode] { part ?? [] }
    static func buildEither(first: [HTMLNode]) -> [HTMLNode] { first }
    static func buildEither(second: [HTMLNode]) -> [HTMLNode] { second }
    static func buildArray(_ parts: [[HTMLNode]]) -> [HTMLNode] { parts.flatMap { $0 } }
}
