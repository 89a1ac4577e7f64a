import DiscussionModel

/// Makes a discussion of the mails of one thread.
struct MailThreadReader {
    private let input: OpenInput
    private let format: String
    private var found: [FoundComment] = []
    private var signatures = 0
    private var footers = 0
    private var guessed = 0
    private var tooDeep = 0
    /// What each mail is about, by its id; the first one's for those without an id.
    private var subjects: [String: String] = [:]
    private var firstSubject: String?
    private var site: String?
    /// For each id the one named before it, where a mail lists its references.
    private var before: [String: String] = [:]

    init(_ input: OpenInput, format: String) {
        self.input = input
        self.format = format
    }

    /// Adds a mail; the opening mail of the thread should be the first.
    mutating func add(_ message: MailMessage, at place: MailPlace, answers: MailThreads.Parent) {
        let text = MailText(message)
        signatures += text.signatures
        footers += text.footers
        if text.isGuessed { guessed += 1 }
        if message.isTooDeep { tooDeep += 1 }
        let ids = MailIDs(message)
        let own = MailIDs.own(message)
        for (id, next) in zip(ids.references, ids.references.dropFirst()) where before[next] == nil
        {
            before[next] = id
        }
        var parent: String?
        switch answers {
        case .none: parent = Article.id
        case .unknown: parent = nil
        case .stated(let hash):
            parent = (ids.inReplyTo + ids.references + [own].compactMap { $0 })
                .first { MailHash($0) == hash }
        }
        let subject = MailHeader.baseSubject(message.header("Subject") ?? "").base
        if !subject.isEmpty {
            firstSubject = firstSubject ?? subject
            if let own { subjects[own] = subject }
        }
        site = site ?? Self.site(of: message)
        let sender = MailSender(message)
        let comment = Comment(
            id: own ?? "", nameAsWritten: sender.name, accountID: sender.accountID,
            posted: MailDate.posted(message, envelope: place.envelopeDate),
            text: text.marked.text, statedParent: parent, url: Self.address(of: message),
            statedQuotations: text.marked.quotations)
        found.append(FoundComment(comment, line: place.line))
    }

    /// The list: its `List-Id`, else the newsgroup.
    private static func site(of message: MailMessage) -> String? {
        if let list = message.header("List-Id") ?? message.header("X-Mailing-List") {
            if let opening = list.lastIndex(of: "<"), let closing = list.lastIndex(of: ">"),
                opening < closing
            {
                let id = list[list.index(after: opening)..<closing]
                if !id.isEmpty { return String(id.prefix { $0 != ";" }) }
            }
            return list
        }
        return message.header("Newsgroups")?.split(separator: ",").first
            .map { String($0).trimmingWhiteSpace }
    }

    private static func address(of message: MailMessage) -> String? {
        guard let written = message.header("Archived-At") else { return nil }
        let bare = written.filter { !"<> ".contains($0) }
        return bare.hasPrefix("http") ? bare : nil
    }

    /// The thread as a discussion; `nil` where nothing was added.
    ///
    /// - Complexity: O(n log n) in the mails.
    func discussion() -> Discussion? {
        guard let first = found.first else { return nil }
        let assembly = CommentAssembly(found, file: input.name)
        var comments = assembly.comments
        hangGhosts(in: &comments)
        nameSources(in: &comments)
        let root = comments.first { !$0.isGhost && $0.statedParent == Article.id } ?? comments.first
        let hasID = found.contains { !$0.comment.id.isEmpty && $0.comment.id == root?.id }
        var discussion = Discussion(
            id: (hasID || root?.isGhost == true ? root?.id : nil) ?? input.stem,
            source: input.name, format: format, site: site, setting: .forum,
            article: Article(
                title: root.flatMap { subjects[$0.id] } ?? firstSubject, url: root?.url),
            comments: comments,
            findings: assembly.findings)
        remark(to: &discussion, line: first.line)
        return discussion
    }

    private func remark(to discussion: inout Discussion, line: Int?) {
        func add(_ id: String, _ severity: Finding.Severity, _ message: String) {
            discussion.findings.append(
                Finding(id: id, severity: severity, message: message, file: input.name))
        }
        if signatures + footers > 0 {
            add(
                "signatures-cut", .note,
                "\(signatures) signature\(signatures == 1 ? "" : "s") and \(footers) footer"
                    + "\(footers == 1 ? "" : "s") of lists were left out of the text.")
        }
        if guessed > 0 {
            add(
                "encoding-guessed", .warning,
                guessed == 1
                    ? "1 mail states no charset, or a wrong one; it was guessed."
                    : "\(guessed) mails state no charset, or a wrong one; it was guessed.")
        }
        if tooDeep > 0 {
            add(
                "mime-too-deep", .warning,
                tooDeep == 1
                    ? "1 mail has parts nested too deep to be read."
                    : "\(tooDeep) mails have parts nested too deep to be read.")
        }
    }

    /// Hangs a mail that is not there below the one that was named before it, where that stands
    /// above it in the thread.
    private func hangGhosts(in comments: inout [Comment]) {
        var placed: Set<String> = []
        for index in comments.indices {
            if comments[index].isGhost {
                var at = before[comments[index].id]
                var steps = 0
                while let id = at, steps < 64 {
                    if placed.contains(id) {
                        comments[index].statedParent = id
                        break
                    }
                    at = before[id]
                    steps += 1
                }
            }
            placed.insert(comments[index].id)
        }
    }

    /// Says of words that nothing stands around that they are the parent's, where the names agree.
    private func nameSources(in comments: inout [Comment]) {
        var names: [String: String?] = [:]
        for comment in comments where !comment.isGhost { names[comment.id] = comment.nameAsWritten }
        for index in comments.indices {
            guard let parent = comments[index].statedParent, let name = names[parent] else {
                continue
            }
            var end = 0
            for at in comments[index].statedQuotations.indices {
                let quotation = comments[index].statedQuotations[at]
                guard quotation.span.start >= end else { continue }
                end = quotation.span.end
                if Self.agree(quotation.author, name) {
                    comments[index].statedQuotations[at].source = parent
                }
            }
        }
    }

    /// Whether two names may be one person's: a word in common, or nothing known of one.
    private static func agree(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second else { return true }
        func words(_ name: String) -> Set<Substring> {
            Set(
                name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 1 })
        }
        return !words(first).isDisjoint(with: words(second))
    }
}
