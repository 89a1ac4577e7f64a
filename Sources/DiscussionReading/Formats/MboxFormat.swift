public import DiscussionModel

/// Mailing lists and newsgroups: mbox files, single mails, and folders of mails (Maildir, MH).
///
/// One discussion for each thread: the mails of an input that name each other in `References` and
/// `In-Reply-To` (<https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4>), put together as in
/// <https://www.jwz.org/doc/threading.html>. Kept are ids, senders, times, lists, subjects, the
/// readable text with its quotations; signatures, footers of lists and attachments are left out.
/// The input is gone through once for the places and headers of its mails and once more for the
/// threads, in the order of their first mails: memory is bounded by the largest thread and a few
/// words for each mail.
public struct MboxFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `mbox`.
    public let name = "mbox"

    /// How people recognise it.
    public let recognition =
        "mails: `From ADDRESS DATE` before each (mbox), or headers such as `From:`, `Message-ID:`"

    /// Threads are whole in a mailbox.
    public var readsPages: Bool { false }

    /// Looks at the first line and the headers behind it.
    public func sniff(_ head: InputHead) -> Double {
        MailSniffer.confidence(head.bytes)
    }

    /// Mails in files of their own are one mailbox, and the months of a list's archive are one
    /// list: answers come from any of them.
    public func companionKey(_ head: InputHead) -> String? { "mail" }

    /// The threads, each with the setting `.forum`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try MailStream(input, format: name, options: options)
    }
}

/// Tells mails from other texts.
enum MailSniffer {
    /// How sure it is that bytes begin a mailbox or a mail, 0...1.
    static func confidence(_ bytes: [UInt8]) -> Double {
        let text = bytes.trimmedStart
        let first = Array(text.prefix(1_000).prefix { $0 != UInt8(ascii: "\n") })
        if first.starts(with: "From ".utf8) {
            let rest = text.dropFirst(first.count + 1)
            let names = headerNames(rest)
            let isEnvelope = first.withUnsafeBufferPointer { MailEnvelope($0) } != nil
            if isEnvelope { return names.isEmpty ? 0 : 0.95 }
            return isMail(names) ? 0.9 : 0
        }
        let names = headerNames(text)
        guard isMail(names) else { return 0 }
        return names.isDisjoint(with: sure) ? 0.6 : 0.9
    }

    /// Whether bytes begin a mail that is no part of an mbox.
    static func isSingleMail(_ bytes: [UInt8]) -> Bool {
        !bytes.trimmedStart.starts(with: "From ".utf8) && confidence(bytes) > 0
    }

    private static let sure: Set<String> = [
        "message-id", "received", "mime-version", "references", "in-reply-to", "delivered-to",
        "return-path", "newsgroups", "path", "content-type",
    ]

    private static func isMail(_ names: Set<String>) -> Bool {
        let hasSender = names.contains("from") || names.contains("sender")
        return hasSender && !names.isDisjoint(with: ["date", "message-id", "received", "subject"])
            && names.count >= 2
    }

    /// The names of the headers at the beginning, in lower case; none where it does not begin
    /// with headers.
    private static func headerNames(_ bytes: ArraySlice<UInt8>) -> Set<String> {
        var names: Set<String> = []
        for line in bytes.prefix(32_768).split(
            separator: UInt8(ascii: "\n"), maxSplits: 400, omittingEmptySubsequences: false)
        {
            guard let sign = line.first, sign != UInt8(ascii: "\r") else { break }
            if sign == 0x20 || sign == 0x09 {
                if names.isEmpty { return [] }
                continue
            }
            let name = line.prefix { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
            guard !name.isEmpty, name.count <= 76, name.endIndex < line.endIndex,
                line[name.endIndex] == UInt8(ascii: ":")
            else { break }
            // `http://…` is no header, and neither is `{"from":`.
            guard
                name.allSatisfy({
                    ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 == 0x5F
                        || (0x30...0x39).contains($0)
                })
            else { return [] }
            names.insert(String(decoding: name, as: UTF8.self).lowercased())
        }
        return names
    }
}
