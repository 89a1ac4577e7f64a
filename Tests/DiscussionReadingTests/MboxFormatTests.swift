import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("Mailboxes")
struct MboxFormatTests {
    // MARK: Where mails begin

    @Test("Words that look like the line before a mail stay words")
    func fromInBody() throws {
        let text =
            Mailbox.mail(
                "1",
                body: "First.\n\nFrom Ana we heard nothing on May 1 at 10:00 in 2020\nso far.\n"
                    + "From bo@x Fri May  1 10:00:00 2020\nis how such a line looks.")
            + Mailbox.mail("2", subject: "Other")
        let found = try Mailbox.discussions(text)
        #expect(found.count == 2)
        #expect(found[0].comments[0].text.hasSuffix("is how such a line looks."))
    }

    @Test("A mail may begin without an empty line before")
    func noGap() throws {
        let text = Mailbox.mail("1").trimmingWhiteSpace + "\n" + Mailbox.mail("2", subject: "Other")
        #expect(try Mailbox.discussions(text).map(\.id) == ["1@x", "2@x"])
    }

    @Test("`>From ` is `From ` in an mbox, and stays in a mail of its own")
    func escapes() throws {
        let body = ">From here\n>>From there\n> From a quotation"
        #expect(
            try Mailbox.discussions(Mailbox.mail("1", body: body))[0].comments[0].text
                == "From here\n>From there\n> From a quotation")
        #expect(
            try Mailbox.discussions(Mailbox.single("1", body: body), name: "a.eml")[0].comments[0]
                .text == body)
    }

    @Test("A Content-Length is believed where a mail or the end is behind it, and only there")
    func contentLength() throws {
        let body = "One.\n\nFrom bo@x Fri May  1 10:00:00 2020\nFrom: Bo\n\nTwo.\n"
        let right = Mailbox.mail("1", headers: "Content-Length: \(body.utf8.count)\n", body: body)
        #expect(try Mailbox.discussions(right + Mailbox.mail("2", subject: "Other")).count == 2)
        let wrong = Mailbox.mail("1", headers: "Content-Length: 7\n", body: "One.\n\nTwo.")
        let found = try Mailbox.discussions(wrong + Mailbox.mail("2", subject: "Other"))
        #expect(found.count == 2)
        #expect(found[0].comments[0].text == "One.\n\nTwo.")
    }

    @Test("Lines may end with CR LF")
    func carriageReturns() throws {
        let text =
            (Mailbox.mail("1", body: "One.\n\nTwo.")
            + Mailbox.mail("2", headers: "References: <1@x>\n"))
            .replacing("\n", with: "\r\n")
        let found = try Mailbox.discussions(text)
        #expect(found.count == 1)
        #expect(found[0].comments.map(\.text) == ["One.\n\nTwo.", "Words."])
    }

    @Test("Lines that mailboxes put before and among the headers are no headers")
    func oldLines() throws {
        let text =
            Mailbox.mail("1").replacing("\nFrom: Ana", with: "\n>From bo Fri May 1\nFrom: Ana")
            + Mailbox.mail("2", headers: ">From bo Fri May 1\nReferences: <1@x>\n")
        let found = try Mailbox.discussions(text)
        #expect(found.count == 1)
        #expect(found[0].comments.map(\.text) == ["Words.", "Words."])
    }

    @Test("Words before the first mail are left out with a warning")
    func stray() throws {
        let text = "the end of a mail\nwithout its beginning\n\n" + Mailbox.mail("1")
        let found = try Mailbox.discussions(text)
        #expect(found.map(\.id) == ["1@x"])
        #expect(found[0].findings.map(\.id) == ["bad-line"])
        #expect(throws: ReadingError.self) { try Mailbox.discussions(text, isStrict: true) }
    }

    @Test("The line before a mail may have no date where none has one")
    func loose() throws {
        let text = Mailbox.mail("1") + Mailbox.mail("2", subject: "Other")
        let bare = text.replacing("From ana@example.org Fri May  1 09:00:00 2020", with: "From ana")
        #expect(try Mailbox.discussions(bare).count == 2)
    }

    @Test(
        "The dates that programs write before mails are read",
        arguments: [
            "From ana@x Wed Sep 22 05:05:28 2004", "From ana at x  Fri Apr 15 10:20:30 2016",
            "From - Wed Sep 22 05:05:28 2004", "From 12@xxx Wed Mar 04 12:22:22 +0000 2015",
            "From 0123abcd Mon Sep 17 00:00:00 2001", "From ana@x Wed Sep 22 05:05 MET 2004",
            "From \"a b\"@x Wed Sep  2 05:05:28 2004", "From ana@x Wed, 22 Sep 2004 05:05:28 +0200",
            "From Wed Sep 22 05:05:28 2004",
        ])
    func envelopes(line: String) {
        #expect(Array(line.utf8).withUnsafeBufferPointer { MailEnvelope($0) } != nil)
    }

    @Test("A mailbox that is cut gives what is there and an error that says where")
    func cut() throws {
        let whole =
            Mailbox.mail("1") + Mailbox.mail("2", subject: "Other", body: "Many words stand here.")
        let part = String(whole.dropLast(12))
        let found = try Mailbox.discussions(part)
        #expect(found.map(\.id) == ["1@x", "2@x"])
        #expect(found[0].findings.isEmpty)
        #expect(found[1].comments[0].text == "Many words s")
        let finding = try #require(found[1].findings.last)
        #expect(finding.id == "truncated" && finding.severity == .error && finding.line == 15)
        #expect(finding.message.contains("byte \(part.utf8.count)"))
        let parts = Mailbox.single(
            "1", headers: "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n",
            body: "--b\n\nOne.\n--b\n\nTwo.\n")
        #expect(try Mailbox.discussions(parts)[0].findings.map(\.id) == ["truncated"])
        #expect(try Mailbox.discussions(parts + "--b--\n")[0].findings.isEmpty)
    }

    @Test("Every beginning of a mailbox gives mails or an error")
    func beginnings() throws {
        let whole =
            Mailbox.mail("1")
            + Mailbox.mail("2", headers: "References: <1@x>\n", body: "> Words.\n\nNo.")
        for count in 0..<whole.utf8.count {
            let bytes = Array(whole.utf8.prefix(count))
            do {
                let found = try Mailbox.discussions(bytes)
                #expect(!found.isEmpty)
            } catch let error as ReadingError {
                #expect(error.code == .empty || error.code == .malformed)
                #expect(count < 60)
            }
        }
    }

    // MARK: Threads

    @Test("A thread without its opening mail hangs on a ghost")
    func ghostRoot() throws {
        let text =
            Mailbox.mail("2", subject: "Re: Kilns", headers: "References: <0@x> <1@x>\n")
            + Mailbox.mail("3", subject: "Re: Kilns", hour: 10, headers: "In-Reply-To: <1@x>\n")
        let found = try Mailbox.discussions(text)
        #expect(found.count == 1)
        #expect(found[0].id == "1@x" && found[0].article.title == "Kilns")
        #expect(found[0].comments.map(\.id) == ["1@x", "2@x", "3@x"])
        #expect(found[0].comments.map(\.isGhost) == [true, false, false])
        #expect(found[0].comments.map(\.statedParent) == [nil, "1@x", "1@x"])
    }

    @Test("A lost mail hangs below the one that was named before it")
    func ghostInside() throws {
        let text = Mailbox.mail("1") + Mailbox.mail("3", headers: "References: <1@x> <2@x>\n")
        let comments = try Mailbox.discussions(text)[0].comments
        #expect(comments.map(\.id) == ["1@x", "2@x", "3@x"])
        #expect(comments.map(\.statedParent) == ["0", "1@x", "2@x"])
        #expect(comments[1].isGhost)
    }

    @Test(
        "The parent is the mail that In-Reply-To names where it is there, else the last reference",
        arguments: [
            ("References: <2@x> <1@x>\nIn-Reply-To: <2@x>\n", "2@x"),
            ("References: <1@x>\nIn-Reply-To: <gone@x>\n", "1@x"),
            ("References: <1@x>\n\t<2@\n\tx>\n", "2@x"),
            ("In-Reply-To: Your message of Friday <ana@example.org> <2@x>\n", "2@x"),
            ("In-Reply-To: 2@x\n", "2@x"),
            ("References: <1@x> <2@x> <3@x>\n", "2@x"),
        ])
    func parents(headers: String, parent: String) throws {
        let text =
            Mailbox.mail("1") + Mailbox.mail("2", hour: 10, headers: "References: <1@x>\n")
            + Mailbox.mail("3", hour: 11, headers: headers)
        let found = try Mailbox.discussions(text)
        #expect(found.count == 1)
        #expect(found[0].comments.last?.statedParent == parent)
    }

    @Test("An answer without references joins the thread of its subject; its parent stays open")
    func subject() throws {
        let text =
            Mailbox.mail("1", subject: "[pots] Kilns")
            + Mailbox.mail("2", subject: "AW: [pots] RE[2]: kilns", hour: 10)
            + Mailbox.mail("3", subject: "Kilns", hour: 11)
            + Mailbox.mail("4", subject: "Re: Other", hour: 12)
        let found = try Mailbox.discussions(text)
        #expect(found.map { $0.comments.map(\.id) } == [["1@x", "2@x"], ["3@x"], ["4@x"]])
        #expect(found[0].comments[1].statedParent == nil)
        #expect(found[2].comments[0].statedParent == "0")
    }

    @Test("Files with a mail each are one mailbox")
    func folder() throws {
        let found = try Mailbox.discussions(
            Mailbox.single("2", hour: 10, headers: "References: <1@x>\n"), name: "cur/1:2,S",
            companions: [
                Mailbox.single("1"), Mailbox.single("3", subject: "Other"), "\u{1}\u{2}no mail",
            ])
        #expect(found.map { $0.comments.map(\.id) } == [["1@x", "2@x"], ["3@x"]])
        #expect(found[0].findings.map(\.id) == ["bad-line"])
        let head = InputHead(bytes: Array(Mailbox.single("1").utf8), fileName: "1:2,S")
        let mbox = InputHead(bytes: Array(Mailbox.mail("1").utf8), fileName: "a.mbox")
        let key = MboxFormat().companionKey(head)
        #expect(key != nil && MboxFormat().companionKey(mbox) == key)
    }

    @Test("A circle of 2,000 mails is read")
    func long() throws {
        var text = ""
        for number in 0..<2_000 {
            text += Mailbox.mail("\(number)", headers: "In-Reply-To: <\((number + 1) % 2_000)@x>\n")
        }
        let found = try Mailbox.discussions(text)
        #expect(found.count == 1 && found[0].comments.count == 2_000)
        #expect(found[0].findings.contains { $0.id == "reply-circle" })
    }

    // MARK: Recognising

    @Test(
        "What is no mail is not taken for one",
        arguments: [
            "From Russia with love\n\nA page.", "Name: words\nOther: words\n\nMore.",
            "From: Ana\nhello", "{\"From\": 1}", "Subject: x\nDate: y\n\nz",
            "From ana Fri May  1 10:00:00 2020\nwas a fine day.\n",
            "https://example.org\nFrom: x\n",
        ])
    func noMail(text: String) {
        #expect(MboxFormat().sniff(InputHead(bytes: Array(text.utf8), fileName: "a")) == 0)
    }

    @Test("A mailbox without a mail says what was expected")
    func empty() throws {
        for text in ["", "\n\n", "no headers here"] {
            #expect(throws: ReadingError.self) { try Mailbox.discussions(text) }
        }
        let text = Mailbox.mail("1") + "From x Fri May  1 10:00:00 2020\nX\u{1}: odd\n"
        #expect(try Mailbox.discussions(text).count >= 1)
    }
}
