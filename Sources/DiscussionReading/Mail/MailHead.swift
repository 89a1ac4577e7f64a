import DiscussionModel

/// What a mail says of its place among others, as numbers, so that those of millions of mails fit
/// into memory.
struct MailHead {
    /// More references than this are not kept: the first ones and the last.
    private static let maximumReferences = 64

    /// The mail's own id; `nil` where it has none.
    var id: MailHash?
    /// Those it follows, the oldest first; never its own id.
    var references: [MailHash] = []
    /// Those it says it answers.
    var inReplyTo: [MailHash] = []
    /// Whether it names itself as what it answers.
    var answersItself = false
    /// The subject without its marks; `nil` where nothing is left.
    var subject: MailHash?
    /// Whether its subject says `Re:`.
    var isReply = false
    var seconds: Int64?

    init(_ message: MailMessage) {
        id = MailIDs.own(message).map(MailHash.init)
        let ids = MailIDs(message)
        references = ids.references.map(MailHash.init)
        inReplyTo = ids.inReplyTo.map(MailHash.init)
        answersItself = ids.answersItself
        if references.count > Self.maximumReferences {
            references = references.prefix(2) + references.suffix(Self.maximumReferences - 2)
        }
        let (base, isReply) = MailHeader.baseSubject(message.header("Subject") ?? "")
        subject = base.isEmpty ? nil : MailHash(base.lowercased())
        self.isReply = isReply
        seconds = MailDate.posted(message, envelope: nil)?.seconds
    }
}

/// The ids in the headers of a mail.
struct MailIDs {
    var references: [String]
    var inReplyTo: [String]
    var answersItself = false

    init(_ message: MailMessage) {
        references = MailHeader.messageIDs(message.rawHeader("References"))
        inReplyTo = MailHeader.messageIDs(message.rawHeader("In-Reply-To"))
        guard let own = Self.own(message) else { return }
        answersItself = references.contains(own) || inReplyTo.contains(own)
        references.removeAll { $0 == own }
        inReplyTo.removeAll { $0 == own }
    }

    /// The mail's own id; `nil` where it has none.
    static func own(_ message: MailMessage) -> String? {
        guard let raw = message.rawHeader("Message-ID") else { return nil }
        return MailHeader.messageIDs(raw).first ?? (raw.contains(" ") ? nil : raw)
    }
}

/// When a mail was sent.
enum MailDate {
    /// The `Date`, else that of the server that took it in, else that of the envelope.
    static func posted(_ message: MailMessage, envelope: Timestamp?) -> Timestamp? {
        if let stated = message.rawHeader("Date").flatMap(timestamp) { return stated }
        for name in ["NNTP-Posting-Date", "Injection-Date", "Delivery-Date", "Resent-Date"] {
            if let found = message.rawHeader(name).flatMap(timestamp) { return found }
        }
        if let received = message.rawHeader("Received"),
            let semicolon = received.lastIndex(of: ";"),
            let found = timestamp(String(received[received.index(after: semicolon)...]))
        {
            return found
        }
        return envelope
    }

    private static func timestamp(_ words: String) -> Timestamp? {
        var seconds: Int64 = 0
        var offset: Int32 = 0
        guard words.utf8.count < 200, MailMessage.readDate(words, &seconds, &offset),
            // Between the first mails and times that only a broken clock tells.
            (0..<7_258_118_400).contains(seconds)
        else { return nil }
        return Timestamp(seconds: seconds, precision: hasZone(words) ? .instant : .localTime)
    }

    /// Whether something stands behind the time of day that says where it is told.
    private static func hasZone(_ words: String) -> Bool {
        guard let colon = words.lastIndex(of: ":") else { return false }
        let rest = words[words.index(after: colon)...].drop { $0.isNumber || $0 == " " }
        guard let sign = rest.first else { return false }
        return sign == "+" || sign == "-" || sign.isLetter || sign == "("
    }
}
