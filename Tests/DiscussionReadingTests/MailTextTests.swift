import DiscussionModel
import Testing

@testable import DiscussionReading

/// Mailboxes made for tests, and what is read of them.
enum Mailbox {
    static func discussions(
        _ text: String, name: String = "talk.mbox", companions: [String] = [],
        isStrict: Bool = false
    ) throws -> [Discussion] {
        try discussions(Array(text.utf8), name: name, companions: companions, isStrict: isStrict)
    }

    static func discussions(
        _ bytes: [UInt8], name: String = "talk.mbox", companions: [String] = [],
        isStrict: Bool = false
    ) throws -> [Discussion] {
        let input = OpenInput(bytes: bytes, name: name)
        input.companions = companions.map { OpenInput(bytes: Array($0.utf8), name: "other") }
        var options = ReadingOptions()
        options.isStrict = isStrict
        var stream = try MboxFormat().discussions(in: input, options: options)
        var found: [Discussion] = []
        while let discussion = try stream.next() { found.append(discussion) }
        return found
    }

    /// A mail of an mbox file.
    static func mail(
        _ id: String?, from: String = "Ana Berg <ana@example.org>", subject: String = "Kilns",
        hour: Int = 9, headers: String = "", body: String = "Words."
    ) -> String {
        "From ana@example.org Fri May  1 \(hour < 10 ? "0" : "")\(hour):00:00 2020\n"
            + single(id, from: from, subject: subject, hour: hour, headers: headers, body: body)
            + "\n\n"
    }

    /// The same as a file of its own.
    static func single(
        _ id: String?, from: String = "Ana Berg <ana@example.org>", subject: String = "Kilns",
        hour: Int = 9, headers: String = "", body: String = "Words."
    ) -> String {
        "From: \(from)\nDate: Fri, 1 May 2020 \(hour < 10 ? "0" : "")\(hour):00:00 +0000\n"
            + "Subject: \(subject)\n" + (id.map { "Message-ID: <\($0)@x>\n" } ?? "") + headers
            + "\n" + body
    }
}

@Suite("Senders, times and texts of mails")
struct MailTextTests {
    // MARK: Senders

    @Test(
        "A sender is named, and no address is told",
        arguments: [
            ("Ana Berg <ana@example.org>", "Ana Berg"), ("ana@example.org (Ana Berg)", "Ana Berg"),
            ("ana at example.org (Ana Berg)", "Ana Berg"),
            ("Ana Berg <ANA(a)example.org>", "Ana Berg"),
            ("ana at example.org (=?utf-8?q?Ana_B=C3=A9rg?=)", "Ana Bérg"),
            ("\"'Ana Berg' via pots\" <pots@lists.example>", "Ana Berg"),
            ("ana@example.org", "ana"),
            ("\"ana@example.org\" <ana@example.org>", "ana"),
            ("=?utf-8?Q?Ana_B=E9rg?= <ana@example.org>", "Ana Bérg"),
        ])
    func senders(from: String, name: String) throws {
        let text = Mailbox.mail("1", from: from, headers: "Reply-To: ana@example.org\n")
        let comment = try Mailbox.discussions(text)[0].comments[0]
        #expect(comment.nameAsWritten == name)
        let plain = try Mailbox.discussions(Mailbox.mail("1"))[0].comments[0]
        #expect(comment.accountID == plain.accountID && comment.accountID?.count == 16)
    }

    @Test("One name with two addresses is two accounts; nobody is nobody")
    func accounts() throws {
        let text =
            Mailbox.mail("1")
            + Mailbox.mail(
                "2", from: "Ana Berg <ana@other.example>", headers: "References: <1@x>\n")
            + Mailbox.mail("3", from: "", headers: "References: <1@x>\n")
        let comments = try Mailbox.discussions(text)[0].comments
        #expect(Set(comments.map(\.accountID)).count == 3)
        #expect(comments[2].nameAsWritten == nil && comments[2].accountID == nil)
    }

    // MARK: Times

    @Test(
        "A time is what the mail says, else what the line before it says",
        arguments: [
            ("Fri, 1 May 2020 09:00:00 +0200", "2020-05-01T07:00:00Z"),
            ("1 May 20 09:00 GMT", "2020-05-01T09:00:00Z"),
            ("Fri, 1 May 2020 09:00:00", "2020-05-01T09:00:00"),
            ("Friday", "2020-05-01T09:00:00"),
            ("Fri, 1 May 9999 09:00:00 +0000", "2020-05-01T09:00:00"),
        ])
    func times(date: String, posted: String) throws {
        let text = Mailbox.mail("1").replacing("Fri, 1 May 2020 09:00:00 +0000", with: date)
        #expect(try Mailbox.discussions(text)[0].comments[0].posted?.description == posted)
    }

    // MARK: Texts

    @Test("Signature and footer are cut, what is quoted below them stays")
    func signatures() throws {
        let body = """
            Own words.

            -- 
            Ana
            Potter

            On Fri, 1 May 2020, Bo Lind wrote:
            > Old words.
            > -- 
            > Bo
            _______________________________________________
            pots mailing list
            pots@lists.example
            """
        let found = try Mailbox.discussions(Mailbox.mail("1", body: body))[0]
        #expect(
            found.comments[0].text
                == "Own words.\n\nOn Fri, 1 May 2020, Bo Lind wrote:\n> Old words.\n> -- \n> Bo")
        #expect(found.findings.map(\.id) == ["signatures-cut"])
        #expect(found.findings[0].message.hasPrefix("1 signature and 1 footer "))
    }

    @Test("Rules and dashes in the words are no footers")
    func noFooter() throws {
        let body = "One.\n---\nTwo.\n\n--\n" + String(repeating: "Line.\n", count: 20)
        let text = try Mailbox.discussions(Mailbox.mail("1", body: body))[0].comments[0].text
        #expect(text == body.trimmingWhiteSpace)
    }

    @Test("Soft line ends of format=flowed are taken out")
    func flowed() {
        #expect(
            FlowedText.unwrapped("one \ntwo\n> a \n> b\n> \n>c \nx\n-- \nsig", deletesSpace: false)
                == "one two\n> a b\n>\n> c \nx\n-- \nsig")
        #expect(FlowedText.unwrapped("字 \n字\n From", deletesSpace: true) == "字字\nFrom")
    }

    @Test("A mail below a rule with headers is quoted to the end, one in another")
    func original() {
        let text = """
            Yes.

            -----Ursprüngliche Nachricht-----
            Von: Bo Lind [mailto:bo@example.org]
            Gesendet: Freitag, 1. Mai 2020 09:00
            An: Ana Berg
            Betreff: AW: Öfen

            Nein.

            From: Cy Hart
            Sent: Friday, May 1, 2020 8:00 AM
            To: Bo Lind
            Subject: Öfen

            Vielleicht.
            """
        let found = OriginalMessage.quotations(in: text)
        #expect(found.map(\.author) == ["Bo Lind", "Cy Hart"])
        #expect(found.map { $0.span.words(of: text).prefix(5) } == ["Nein.", "Viell"])
        #expect(OriginalMessage.quotations(in: "From: here\nTo: there\nwe went.").isEmpty)
    }

    @Test("Of alternatives the plain one is read where it says anything")
    func alternatives() throws {
        func text(_ plain: String) throws -> String {
            let body =
                "--b\nContent-Type: text/plain\n\n\(plain)\n--b\nContent-Type: text/html\n\n"
                + "<p>From <b>HTML</b>.</p>\n--b--\n"
            return try Mailbox.discussions(
                Mailbox.mail(
                    "1", headers: "Content-Type: multipart/alternative; boundary=b\n", body: body)
            )[0].comments[0].text
        }
        #expect(try text("Plain.") == "Plain.")
        #expect(try text("  ") == "From HTML.")
    }

    @Test("A mail that only hands on another says what that says")
    func forwarded() throws {
        let text = Mailbox.mail(
            "1", headers: "Content-Type: message/rfc822\n", body: "From: Bo\nSubject: x\n\nInner.")
        #expect(try Mailbox.discussions(text)[0].comments[0].text == "Inner.")
    }

    @Test("Parts nested without end are given up with a warning", arguments: [100, 20_000])
    func deep(levels: Int) throws {
        let parts = (0..<levels).map {
            "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n"
        }.joined()
        let text = "From: Ana\nMessage-ID: <1@x>\n" + parts + "\nwords\n--b0--\n"
        let found = try Mailbox.discussions(text, name: "a.eml")
        #expect(found[0].findings.map(\.id) == ["mime-too-deep"])
    }
}
