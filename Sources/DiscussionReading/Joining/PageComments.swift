import DiscussionModel

/// The comments of a page by what would show them again on another page.
struct PageComments {
    /// The shortest text that is no phrase, in bytes.
    private static let minimumBytes = 30

    /// Comments by the source's own id and words, each once.
    private(set) var ids: [Int] = []
    /// Comments by author and words, each with its author.
    private(set) var words: [Int: Int] = [:]
    /// The comments themselves.
    let all: [Comment]

    init(of page: Discussion) {
        all = page.comments
        var seen: Set<Int> = []
        for comment in page.comments where !comment.isGhost && !comment.text.isEmpty {
            let author = comment.accountID ?? comment.nameAsWritten
            if !comment.hasCountedID {
                let key = Self.hash([page.format, "id", comment.id, author ?? "", comment.text])
                if seen.insert(key).inserted { ids.append(key) }
            }
            if let author, comment.text.utf8.count >= Self.minimumBytes {
                let key = Self.hash([page.format, "words", author, comment.text])
                words[key] = Self.hash([author])
            }
        }
    }

    /// A byte that UTF-8 never has stands between the parts.
    private static func hash(_ parts: [String]) -> Int {
        let hash = parts.reduce(StableHash.empty) { hash, part in
            StableHash.adding(0xFF, to: StableHash.adding(part, to: hash))
        }
        return Int(bitPattern: UInt(hash))
    }
}

extension Comment {
    /// Whether the id may be a number that every page counts anew, as opposed to one of the source.
    var hasCountedID: Bool {
        var digits = id.utf8[...]
        for _ in 0..<2 {
            if let first = digits.first, !(0x30...0x39).contains(first) {
                digits = digits.dropFirst()
            }
        }
        return (1...4).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
