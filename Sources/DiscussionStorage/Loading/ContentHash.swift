public import DiscussionModel

/// A fingerprint of all that an analysis depends on: the discussion as it was read, what people have
/// set in it, and how it is analysed. Equal ones have equal analyses.
///
/// 64 bits, eight bytes at a time by multiplication: as fast as the text can be read. Two discussions
/// share one by chance in 1 of 2⁶⁴ cases; it guards against nobody who wants them to.
public struct ContentHash: Hashable, Sendable {
    /// The fingerprint as a number.
    public let value: UInt64

    /// The fingerprint of a discussion.
    ///
    /// - Parameters:
    ///   - discussion: what is read: every part of it counts.
    ///   - corrections: what people have set in it.
    ///   - settings: how it is analysed, the version of the program included, in any words.
    /// - Complexity: O(n) in the bytes of the discussion.
    public init(
        of discussion: Discussion, corrections: Corrections = Corrections(), settings: String = ""
    ) {
        var mixer = Mixer()
        mixer.add(settings)
        mixer.add(discussion)
        for correction in corrections.all {
            mixer.add(correction.comment)
            mixer.add(correction.field.rawValue)
            mixer.add(correction.words)
            mixer.add(correction.note)
        }
        value = mixer.state
    }

    /// The fingerprint that is a number.
    package init(value: UInt64) { self.value = value }

    /// The fingerprint that a store has written; `nil` where the words are none.
    init?(_ words: String) {
        guard words.utf8.count == 16, let value = UInt64(words, radix: 16) else { return nil }
        self.value = value
    }
}

extension ContentHash: CustomStringConvertible {
    /// 16 hexadecimal digits.
    public var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Adds one value after another, each with its length, so that none can run into the next.
private struct Mixer {
    private(set) var state: UInt64 = 0x243F_6A88_85A3_08D3

    mutating func add(_ discussion: Discussion) {
        add(discussion.id)
        add(discussion.source)
        add(discussion.format)
        add(discussion.site)
        add(discussion.setting.rawValue)
        let article = discussion.article
        add(article.title)
        add(article.author)
        add(article.url)
        add(article.accountID)
        add(article.body)
        add(article.published)
        add(article.score)
        add(UInt64(discussion.comments.count))
        for comment in discussion.comments { add(comment) }
        add(UInt64(discussion.pingbacks.count))
        for pingback in discussion.pingbacks { add(pingback) }
        add(UInt64(discussion.findings.count))
        for finding in discussion.findings {
            add(finding.id)
            add(finding.severity.rawValue)
            add(finding.message)
            add(finding.file)
            add(finding.line)
        }
    }

    private mutating func add(_ comment: Comment) {
        add(comment.text)
        add(comment.id)
        add(comment.nameAsWritten)
        add(comment.accountID)
        add(comment.statedParent)
        add(comment.url)
        add(comment.posted)
        add(comment.score)
        add(comment.removal?.rawValue)
        add(comment.approval?.rawValue)
        add((comment.isGhost ? 1 : 0) + (comment.isByArticleAuthor ? 2 : 0) as UInt64)
        add(UInt64(comment.statedQuotations.count))
        for quotation in comment.statedQuotations {
            add(quotation.span.start)
            add(quotation.span.end)
            add(quotation.author)
            add(quotation.source)
        }
    }

    private mutating func add(_ time: Timestamp?) {
        guard let time else { return add(0 as UInt64) }
        let precision: UInt64 =
            switch time.precision {
            case .day: 1
            case .localTime: 2
            case .instant: 3
            }
        add(precision + (time.isApproximate ? 4 : 0))
        add(UInt64(bitPattern: time.seconds))
    }

    private mutating func add(_ number: Int?) {
        add(number == nil ? 0 as UInt64 : 1)
        add(UInt64(bitPattern: Int64(number ?? 0)))
    }

    /// An absent text differs from an empty one.
    mutating func add(_ text: String?) {
        guard var text else { return add(0 as UInt64) }
        text.withUTF8 { bytes in
            add(UInt64(bytes.count) + 1)
            let raw = UnsafeRawBufferPointer(bytes)
            var place = 0
            while place + 8 <= raw.count {
                add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                place += 8
            }
            guard place < raw.count else { return }
            var rest: UInt64 = 0
            for byte in raw[place...] { rest = rest << 8 | UInt64(byte) }
            add(rest)
        }
    }

    /// Both halves of a product of 128 bits, as hash functions of the wyhash kind have it
    /// (https://github.com/wangyi-fudan/wyhash); the sum keeps a product of 0 from forgetting what
    /// was before.
    private mutating func add(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        state = (product.high ^ product.low) &+ (state << 31 | state >> 33)
    }
}
