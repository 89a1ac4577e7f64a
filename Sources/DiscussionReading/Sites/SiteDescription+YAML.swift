import DiscussionModel
import Yams

extension SiteDescription {
    /// Larger files are no descriptions.
    private static let maximumBytes = 1 << 20

    /// Reads a description.
    ///
    /// - Parameters:
    ///   - yaml: the text of the file.
    ///   - file: its name, for errors.
    /// - Throws: `ReadingError` of code `malformed` with the line, the key, and what was expected.
    init(yaml: String, file: String) throws(ReadingError) {
        guard yaml.utf8.count <= Self.maximumBytes else {
            throw ReadingError(
                .tooLarge, file: file,
                problem: "a site description of more than \(Self.maximumBytes) bytes is none",
                advice: "see Documentation/Sites.md for what it holds")
        }
        if let line = Self.lineOfAnchor(in: yaml) {
            throw ReadingError(
                .malformed, file: file, line: line,
                problem: "there is an anchor (`&name`), and descriptions have none",
                advice: "write out what the alias (`*name`) stands for")
        }
        let root: Node?
        do {
            root = try compose(yaml: yaml)
        } catch {
            throw Self.notYAML(error, file: file)
        }
        let reader = SiteNode(root ?? Node("", Tag(.null)), key: nil, file: file)
        let all = try reader.members(
            known: Self.fields.map(\.key) + ["name", "setting", "removed", "parent", "article"])
        guard let name = all["name"] else {
            throw reader.error("there is no `name`", "give the site a `name`")
        }
        guard let comment = all["comment"] else {
            throw reader.error(
                "there is no `comment`",
                "give the XPath of the elements that are comments as `comment`")
        }
        self.init(name: try name.text(), comment: try comment.queries())
        if let setting = all["setting"] {
            guard let value = Discussion.Setting(rawValue: try setting.text()), value != .chat
            else { throw setting.error("`setting` is neither `page` nor `forum`", "write one") }
            self.setting = value
        }
        for field in Self.fields {
            if let node = all[field.key] { self[keyPath: field.path] = try node.queries() }
        }
        if let node = all["removed"] { try readRemoval(node) }
        if let node = all["parent"] { try readParent(node) }
        if let node = all["article"] {
            let members = try node.members(known: Self.articleFields.map(\.key))
            for field in Self.articleFields {
                guard let node = members[field.key] else { continue }
                article[keyPath: field.path] = try node.queries()
            }
        }
    }

    /// The 1-based line of the first anchor. Aliases of aliases let a few lines stand for more than
    /// anybody can go through, and the YAML library goes through all of them.
    private static func lineOfAnchor(in yaml: String) -> Int? {
        var line = 1
        var mayBegin = true
        let scalars = yaml.unicodeScalars
        for place in scalars.indices {
            let scalar = scalars[place]
            if scalar == "&", mayBegin {
                let next = scalars.index(after: place)
                if next < scalars.endIndex,
                    scalars[next].properties.isAlphabetic
                        || "-_0123456789".unicodeScalars.contains(scalars[next])
                {
                    return line
                }
            }
            if scalar == "\n" { line += 1 }
            mayBegin =
                scalar.properties.isWhitespace || "[{,:\u{FEFF}".unicodeScalars.contains(scalar)
        }
        return nil
    }

    private typealias Field<Root> = (key: String, path: WritableKeyPath<Root, Queries>)

    private static var fields: [Field<SiteDescription>] {
        [
            ("when", \.when), ("comment", \.comment), ("pingback", \.pingback),
            ("except", \.except), ("id", \.id), ("author", \.author), ("account", \.account),
            ("time", \.time), ("body", \.body), ("leave-out", \.leaveOut), ("quote", \.quote),
            ("permalink", \.permalink), ("score", \.score),
            ("by-article-author", \.byArticleAuthor), ("pending", \.pending),
        ]
    }

    private static var articleFields: [Field<ArticleQueries>] {
        [
            ("id", \.id), ("title", \.title), ("author", \.author), ("account", \.account),
            ("time", \.time), ("url", \.url), ("body", \.body), ("leave-out", \.leaveOut),
            ("score", \.score), ("site", \.site),
        ]
    }

    private mutating func readRemoval(_ node: SiteNode) throws(ReadingError) {
        guard node.isMapping else {
            removal.unknown = try node.queries()
            return
        }
        let members = try node.members(known: ["by-author", "by-moderator", "by-unknown"])
        if let node = members["by-author"] { removal.author = try node.queries() }
        if let node = members["by-moderator"] { removal.moderator = try node.queries() }
        if let node = members["by-unknown"] { removal.unknown = try node.queries() }
    }

    private mutating func readParent(_ node: SiteNode) throws(ReadingError) {
        let members = try node.members(known: ["id", "depth", "list", "nested", "always"])
        if let node = members["id"] { parent.id = try node.queries() }
        if let node = members["depth"] { parent.depth = try node.queries() }
        if let node = members["list"] { parent.list = try node.queries() }
        if let node = members["nested"] { parent.isNested = try node.flag() }
        if let node = members["always"] { parent.isAlwaysStated = try node.flag() }
    }

    private static func notYAML(_ error: any Error, file: String) -> ReadingError {
        var line: Int?
        var problem = "it is not YAML"
        switch error as? YamlError {
        case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
            .composer(_, let words, let mark, _):
            line = mark.line
            problem += " (\(words))"
        default: break
        }
        return ReadingError(
            .malformed, file: file, line: line, problem: problem,
            advice: "expected `key: XPath` lines as Documentation/Sites.md shows")
    }
}

/// A value in the file of a description, with the key that leads to it.
private struct SiteNode {
    private let node: Node
    private let key: String?
    private let file: String

    init(_ node: Node, key: String?, file: String) {
        self.node = node
        self.key = key
        self.file = file
    }

    var isMapping: Bool { node.mapping != nil }

    func error(_ problem: String, _ advice: String) -> ReadingError {
        ReadingError(
            .malformed, file: file, line: node.mark?.line, problem: problem, advice: advice)
    }

    private var called: String { key.map { "`\($0)`" } ?? "the file" }

    /// The values of a mapping by their keys.
    func members(known: [String]) throws(ReadingError) -> [String: SiteNode] {
        guard let mapping = node.mapping else {
            throw error(
                "\(called) is no mapping of keys to values",
                "expected the keys " + known.map { "`\($0)`" }.joined(separator: ", "))
        }
        var result: [String: SiteNode] = [:]
        for (name, value) in mapping {
            let word = name.string ?? ""
            guard known.contains(word) else {
                throw SiteNode(name, key: nil, file: file).error(
                    "the key `\(word)` is not known\(key.map { " in `\($0)`" } ?? "")",
                    "the keys are " + known.map { "`\($0)`" }.joined(separator: ", "))
            }
            let path = key.map { "\($0).\(word)" } ?? word
            result[word] = SiteNode(value, key: path, file: file)
        }
        return result
    }

    func text() throws(ReadingError) -> String {
        guard let text = node.string?.trimmingWhiteSpace, !text.isEmpty else {
            throw error("\(called) is no text", "write a text behind the colon")
        }
        return text
    }

    func flag() throws(ReadingError) -> Bool {
        switch node.string {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw error("\(called) is neither `true` nor `false`", "write one of them")
        }
    }

    /// One XPath expression or several.
    func queries() throws(ReadingError) -> SiteDescription.Queries {
        if let sequence = node.sequence {
            var queries: SiteDescription.Queries = []
            for item in sequence {
                queries += try SiteNode(item, key: key, file: file).queries()
            }
            return queries
        }
        let text = try text()
        guard let query = XPathQuery(text) else {
            throw error(
                "\(called) is no XPath expression: \(text.prefix(200))",
                "expected XPath 1.0, such as"
                    + " `.//div[has-class('text')]`")
        }
        if let fault = HTMLDocument(fragment: "<p>x</p>")?.fault(in: query) {
            throw error(
                "\(called) cannot be evaluated (\(fault)): \(text.prefix(200))",
                "besides XPath 1.0 there are `has-class('a')`, `class-starts('a-')` and"
                    + " `number-in(@id)`")
        }
        return [query]
    }
}
