import DiscussionModel

/// One page of a comment section that is to be joined with others.
struct SectionPage {
    /// What stands on the page.
    var discussion: Discussion
    /// The number of the page, where its address says it.
    private let number: Int?

    init(_ discussion: Discussion, address: PageAddress?) {
        self.discussion = discussion
        number = address?.page
    }

    /// The pages as one discussion, in the order of their numbers where they have any.
    ///
    /// - Parameter isSure: whether nothing but the same source can have led to the join.
    /// - Complexity: O(n log n) in the comments of all pages.
    static func joined(_ unordered: [SectionPage], isSure: Bool) -> Discussion {
        let pages = ordered(unordered)
        guard var whole = pages.first?.discussion else {
            preconditionFailure("a section has a page")
        }
        guard pages.count > 1 else { return whole }
        var comments = JoinedComments()
        for page in pages {
            comments.add(page.discussion)
            whole.article.fill(from: page.discussion.article)
            whole.site = whole.site ?? page.discussion.site
        }
        let assembly = CommentAssembly(
            comments.comments.map { FoundComment($0) }, file: whole.source)
        whole.comments = assembly.comments
        whole.pingbacks = comments.pingbacks
        let ofPages = pages.flatMap(\.discussion.findings).filter { $0.id != "missing-parent" }
        whole.findings =
            [remark(pages, repeats: comments.repeats, isSure: isSure)] + ofPages + assembly.findings
        return whole
    }

    private static func remark(_ pages: [SectionPage], repeats: Int, isSure: Bool) -> Finding {
        let shown = 20
        var names = pages.prefix(shown).map(\.discussion.source).joined(separator: ", ")
        if pages.count > shown { names += " and \(pages.count - shown) more" }
        let counted =
            switch repeats {
            case 0: ""
            case 1: "; 1 comment that stands on several of them counts once"
            default: "; \(repeats) comments that stand on several of them count once"
            }
        return Finding(
            id: "pages-joined", severity: isSure ? .note : .warning,
            message: "\(pages.count) pages were joined into one discussion: \(names)\(counted).",
            file: pages[0].discussion.source)
    }

    /// By the numbers in the addresses, else by those in which the names differ, else as given.
    private static func ordered(_ pages: [SectionPage]) -> [SectionPage] {
        let numbers: [Int]
        if pages.contains(where: { $0.number != nil }) {
            numbers = pages.map { $0.number ?? 0 }
        } else {
            let names = pages.map { NumberedName($0.discussion.source) }
            guard let first = names.first, names.allSatisfy({ $0.frame == first.frame }) else {
                return pages
            }
            let order = names.indices.sorted {
                names[$0].numbers == names[$1].numbers
                    ? $0 < $1 : names[$0].numbers.lexicographicallyPrecedes(names[$1].numbers)
            }
            return order.map { pages[$0] }
        }
        return pages.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.map { pages[$0] }
    }
}

/// A name with its numbers taken out.
private struct NumberedName {
    var frame = ""
    var numbers: [Int] = []

    init(_ name: String) {
        var digits = ""
        for character in name + "\u{0}" {
            if character.isASCII, character.isNumber, digits.count < 15 {
                digits.append(character)
                continue
            }
            if !digits.isEmpty {
                numbers.append(Int(digits) ?? 0)
                frame.append("#")
                digits = ""
            }
            frame.append(character)
        }
    }
}

extension Article {
    /// Takes from another page what is not known yet.
    fileprivate mutating func fill(from other: Article) {
        title = title ?? other.title
        author = author ?? other.author
        accountID = accountID ?? other.accountID
        published = published ?? other.published
        url = url ?? other.url
        score = score ?? other.score
        if body.isEmpty { body = other.body }
    }
}
