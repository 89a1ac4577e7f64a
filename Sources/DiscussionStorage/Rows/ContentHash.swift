import DiscussionModel

/// A fingerprint of what a source gave, to tell whether it changed since it was stored.
///
/// FNV-1a with 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): equal content gives equal hashes;
/// it guards against nobody.
struct ContentHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The fingerprint of an article and its comments, 16 hexadecimal digits.
    static func of(_ discussion: Discussion) -> String {
        var hash = ContentHash()
        let article = discussion.article
        for text in [article.title, article.author, article.url, article.body] { hash.add(text) }
        hash.add(article.published?.description)
        for comment in discussion.comments {
            hash.add(comment.id)
            hash.add(comment.nameAsWritten)
            hash.add(comment.accountID)
            hash.add(comment.posted?.description)
            hash.add(comment.statedParent)
            hash.add(comment.text)
            hash.add(comment.score?.description)
            hash.add(comment.removal?.rawValue)
            hash.add(comment.approval?.rawValue)
        }
        let digits = String(hash.state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Adds a text and its end; an absent text differs from an empty one.
    private mutating func add(_ text: String?) {
        if let text {
            for byte in text.utf8 { add(byte) }
            add(0xFF)
        }
        add(0xFE)
    }

    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
