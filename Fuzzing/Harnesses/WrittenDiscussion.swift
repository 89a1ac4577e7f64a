import DiscussionModel

/// Discussions written down in a few lines, so that a fuzzer changes what they say rather than how
/// they are written:
///
///     %chat
///     ?Title|Author|account
///     The body of the article.
///     #Ana|account|parent|flags|id
///     What Ana says.
///     #Bo||1
///     What Bo says to the first comment.
///
/// A parent is an ordinal, which may be of a later comment, of the comment itself or of none. The
/// letters of the flags: `a` the article's author, `d` deleted, `g` a ghost, `q` the first line is
/// marked as quoted, `t` and digits: the seconds of its time.
enum WrittenDiscussion {
    static func discussion(_ bytes: some Sequence<UInt8>) -> Discussion {
        let lines = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false)
        var discussion = Discussion(id: "sample", source: "sample", format: "text")
        var texts: [[Substring.UnicodeScalarView]] = [[]]
        var heads: [[String]] = []
        for line in lines {
            switch line.first {
            case "%":
                discussion.setting = .init(rawValue: String(line.dropFirst())) ?? .page
            case "?" where heads.isEmpty:
                let fields = fields(of: line.dropFirst())
                discussion.article.title = fields[0]
                discussion.article.author = fields[safe: 1]
                discussion.article.accountID = fields[safe: 2]
            case "#":
                heads.append(fields(of: line.dropFirst()))
                texts.append([])
            default:
                texts[texts.count - 1].append(line)
            }
        }
        let bodies = texts.map { $0.map(String.init).joined(separator: "\n") }
        discussion.article.body = bodies[0]
        var ids = IDs(heads)
        for (head, text) in zip(heads, bodies.dropFirst()) {
            discussion.comments.append(comment(head, text: text, ids: &ids))
        }
        return discussion
    }

    private static func fields(of line: Substring.UnicodeScalarView) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    }

    private static func comment(_ head: [String], text: String, ids: inout IDs) -> Comment {
        func said(_ place: Int) -> String? { head[safe: place].flatMap { $0.isEmpty ? nil : $0 } }
        var comment = Comment(
            id: ids.next(), nameAsWritten: said(0), accountID: said(1), text: text)
        comment.statedParent = said(2).flatMap { Int($0) }.flatMap { ids.id(at: $0) }
        let flags = head[safe: 3] ?? ""
        comment.isByArticleAuthor = flags.contains("a")
        comment.removal = flags.contains("d") ? .moderator : nil
        comment.isGhost = flags.contains("g")
        if let at = flags.firstIndex(of: "t") {
            let digits = flags[at...].dropFirst().prefix { $0 == "-" || $0.isWholeNumber }
            comment.posted = Int64(digits).map { Timestamp(seconds: $0) }
        }
        if flags.contains("q") {
            let quoted = text.unicodeScalars.prefix { $0 != "\n" }.count
            comment.statedQuotations = [StatedQuotation(span: TextSpan(start: 0, end: quoted))]
        }
        return comment
    }

    /// Ids as a reader gives them: each once and none that of the article.
    private struct IDs {
        private var all: [String] = [Article.id]
        private var given = 0

        init(_ heads: [[String]]) {
            var taken: Set<String> = [Article.id, ""]
            for (place, head) in heads.enumerated() {
                var id = head[safe: 4] ?? ""
                if id.isEmpty { id = String(place + 1) }
                while !taken.insert(id).inserted { id += "-" }
                all.append(id)
            }
        }

        mutating func next() -> String {
            given += 1
            return all[given]
        }

        func id(at ordinal: Int) -> String? { all[safe: ordinal] }
    }
}

extension Array {
    fileprivate subscript(safe place: Int) -> Element? {
        indices.contains(place) ? self[place] : nil
    }
}
