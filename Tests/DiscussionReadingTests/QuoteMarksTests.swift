import DiscussionModel
import TestSupport
import Testing

@testable import DiscussionReading

@Suite("Quote marks in plain text")
struct QuoteMarksTests {
    /// Each quotation as `words|author|source`.
    private func quotations(_ text: String, continuesAuthors: Bool = false) -> [String] {
        QuoteMarks.statedQuotations(in: text, continuesAuthors: continuesAuthors).map {
            [$0.span.words(of: text), $0.author, $0.source].compactMap { $0 }
                .joined(separator: "|")
        }
    }

    @Test("Lines behind > are quoted, a paragraph at a time")
    func lines() {
        #expect(quotations("> the kiln is cold\n\nIt is not.") == ["the kiln is cold"])
        #expect(quotations(">no space\nand own words") == ["no space"])
        #expect(quotations("own\n   > one\n   > two\nown\n> three") == ["one\n   > two", "three"])
        #expect(quotations("&gt; as dumps keep it\n\nyes") == ["as dumps keep it"])
        #expect(quotations("> a\r\n> b\r\nc\r\n") == ["a\r\n> b"])
    }

    @Test("Spans count scalars, not bytes")
    func scalars() {
        let text = "Grüße 🙂\n> größer – 🙂\nja"
        #expect(QuoteMarks.statedQuotations(in: text).map(\.span) == [TextSpan(start: 10, end: 20)])
        #expect(quotations(text) == ["größer – 🙂"])
        #expect(quotations("é[quote=Zoë]ü 🙂[/quote]é") == ["ü 🙂|Zoë"])
    }

    @Test("Deeper lines are quotations within quotations")
    func nested() {
        #expect(
            quotations("> > first\n> second\n\nthird") == ["first\n> second", "first"])
        #expect(
            quotations(
                "Ana Berg wrote:\n> Bo Lind wrote:\n> > old\n>\n> > older\n> newer\nown")
                == [
                    "Bo Lind wrote:\n> > old\n>\n> > older\n> newer|Ana Berg",
                    "old\n>\n> > older|Bo Lind",
                ]
        )
        #expect(quotations(">> only deep\nown") == ["only deep"])
        #expect(quotations("Ana wrote:\n>> only deep\nown") == ["only deep|Ana", "only deep"])
    }

    @Test(
        "The line before says whose words they are",
        arguments: [
            ("Ana Berg wrote:", "Ana Berg"),
            ("Ana wrote:", "Ana"),
            ("ana7 wrote:", "ana7"),
            ("@ana7 said:", "ana7"),
            ("**Ana** said:", "Ana"),
            ("On 3 May 2020, Ana Berg wrote:", "Ana Berg"),
            ("On Tue, Nov 17, 2009 at 10:15 PM, Ana Berg wrote:", "Ana Berg"),
            (
                "On Tue, 17 Nov 2009 10:15:02 -0800 (PST), Ana Berg <ana@example.org> wrote:",
                "Ana Berg"
            ),
            (
                "On Tue, 17 Nov 2009 10:15:02 -0800 Ana van den Berg <ana@example.org> wrote:",
                "Ana van den Berg"
            ),
            ("On Tuesday, Ana Berg wrote:", "Ana Berg"),
            ("On 11 March, Ana Berg wrote:", "Ana Berg"),
            ("On 3 May, Ana wrote:", "Ana"),
            ("On 2009-11-17, ana7 wrote:", "ana7"),
            ("On 11/17/09 10:15 AM, \"Berg, Ana\" <ana@example.org> wrote:", "Berg, Ana"),
            ("On 17/11/2009 10:15, Berg, Ana wrote:", "Berg, Ana"),
            ("On 17 Nov 2009, ana at example.org wrote:", "ana"),
            ("On 17 Nov 2009 at 10:00, <ana@example.org> wrote:", "ana"),
            ("On 17 Nov 2009, ana@example.org wrote:", "ana"),
            ("Am 17.11.2009 um 10:15 schrieb Ana Berg:", "Ana Berg"),
            ("Am Di., 17. Nov. 2009 um 10:15 Uhr schrieb Ana Berg <ana@example.org>:", "Ana Berg"),
            ("Ana Berg schrieb am 17.11.2009 um 10:15:", "Ana Berg"),
            ("Le 17 nov. 2009 à 10:15, Ana Berg <ana@example.org> a écrit :", "Ana Berg"),
            ("El mar, 17 nov 2009 a las 10:15, Ana Berg (<ana@example.org>) escribió:", "Ana Berg"),
            ("Op 17 november 2009 om 10:15 schreef Ana Berg:", "Ana Berg"),
            ("Den 17 nov 2009 skrev Ana Berg:", "Ana Berg"),
            ("Il giorno 17 nov 2009, alle ore 10:15, Ana Berg ha scritto:", "Ana Berg"),
            (
                "17 ноября 2009 г. 10:15 пользователь Ana Berg <ana@example.org> написал:",
                "Ana Berg"
            ),
            ("Ana Berg <ana@example.org> writes:", "Ana Berg"),
            ("Ana Berg (ana@example.org) wrote:", "Ana Berg"),
            ("Quoting Ana Berg <ana@example.org>:", "Ana Berg"),
            ("Zitat von Ana Berg <ana@example.org>:", "Ana Berg"),
            (
                "In article <abc.123@news.example.org>, Ana Berg <ana@example.org> wrote:",
                "Ana Berg"
            ),
            ("Excerpts from Ana Berg's message of Tue Nov 17 10:15:00 -0800 2009:", "Ana Berg"),
            ("2009/11/17 Ana Berg <ana@example.org>:", "Ana Berg"),
            ("* Ana Berg <ana@example.org> [2009-11-17 10:15]:", "Ana Berg"),
            (">>>>> \"AB\" == Ana Berg <ana@example.org> writes:", "Ana Berg"),
            ("Ana Berg <ana@example.org> 于2009年11月17日周二 上午10:15写道：", "Ana Berg"),
            ("On 17 Nov 2009, Ana\nBerg <ana@example.org> wrote:", "Ana Berg"),
            ("On Tue, 17 Nov 2009 at 10:15, Ana Berg <ana@example.org>\nwrote:", "Ana Berg"),
            ("Own words end here.\nAna Berg wrote:", "Ana Berg"),
            ("Ana Berg wrote:\n", "Ana Berg"),
        ])
    func attribution(line: String, author: String) {
        #expect(quotations(line + "\n> words\n\nown") == ["words|" + author])
    }

    @Test(
        "A line that names nobody states no author",
        arguments: [
            "She wrote:", "Then the minister of finance said:", "Look at this:", "1 reason:",
            "As I wrote", "This is what everybody in the town hall said:", "https://example.org:",
        ])
    func noAttribution(line: String) {
        #expect(quotations(line + "\n> words\n\nown") == ["words"])
    }

    @Test("A quotation may begin with the line that says whose words it holds")
    func inside() {
        #expect(quotations("> Ana Berg wrote:\n> words\nown") == ["words|Ana Berg"])
    }

    @Test("In mails the author named at the top is the author of all words of a depth")
    func continued() {
        let text = "Ana wrote:\n> Bo wrote:\n> > a\n> b\nmine\n> > c\n> d\nmine"
        #expect(
            quotations(text, continuesAuthors: true) == [
                "Bo wrote:\n> > a\n> b|Ana", "a|Bo", "c\n> d|Ana", "c|Bo",
            ])
        #expect(quotations(text).suffix(2) == ["c\n> d", "c"])
    }

    @Test(
        "What only looks like a quote mark is none",
        arguments: [
            ">:(", ">:( really", ">_<", ">.> well", ">=18 only", ">>1234", ">>1234 yes", "a -> b",
            ">", ">\n", "> \n>", ">>> import os\n>>> os.getcwd()", "```\n> code\n```",
            "| a | b |\n|---|---|\n| 1 | 2 |", "| one bar", "<b>bold</b>", "2 > 1", ">5",
            "~~~\n> x\n~~~",
            "    > indented code", ">!hidden words!<", "&gt;!hidden words!&lt;",
            "> [!NOTE]\n> own words",
        ])
    func notQuoted(text: String) {
        #expect(quotations(text) == [])
    }

    @Test("A fence that is never closed hides nothing")
    func openFence() {
        #expect(quotations("```\n> words\nown") == ["words"])
        #expect(quotations("```swift\nx\n```\n> words") == ["words"])
    }

    @Test("Other marks count below a line that names somebody")
    func otherMarks() {
        #expect(
            quotations("Ana wrote:\n| words here\n| and there\nown") == [
                "words here\n| and there|Ana"
            ])
        #expect(quotations("AB> words here\nAB> and there\nown") == ["words here\nAB> and there"])
    }

    @Test(
        "Tags of forums name author and post",
        arguments: [
            ("[quote]words[/quote]", "words"),
            ("[QUOTE]\nwords\n[/QUOTE]\nown", "words"),
            ("[quote=Ana]words[/quote]", "words|Ana"),
            ("[quote=\"Ana Berg\"]words[/quote]", "words|Ana Berg"),
            ("[quote='Ana Berg']words[/quote]", "words|Ana Berg"),
            ("[quote=&quot;Ana&quot;]words[/quote]", "words|Ana"),
            ("[quote=\"Ana\":1a2b3c]words[/quote:1a2b3c]", "words|Ana"),
            ("[quote=Ana;123]words[/quote]", "words|Ana|123"),
            ("[quote=\"Ana, post:3, topic:11\"]\nwords\n[/quote]", "words|Ana|3"),
            (
                "[quote=\"Berg, Ana, post:3, topic:11, full:true\"]words[/quote]",
                "words|Berg, Ana|3"
            ),
            ("[QUOTE=\"Ana, post: 30, member: 5\"]words[/QUOTE]", "words|Ana|30"),
            ("[quote=Ana Berg post_id=12 time=15 user_id=4]words[/quote]", "words|Ana Berg|12"),
            ("[quote=\"Ana [x]\" post_id=12]words[/quote]", "words|Ana [x]|12"),
            (
                "[quote author=Ana Berg link=topic=1.msg2#msg2 date=12]words[/quote]",
                "words|Ana Berg|2"
            ),
            ("[quote name='Ana' date='x' post='9']words[/quote]", "words|Ana|9"),
            ("[quote='Ana' pid='7' dateline='12']words[/quote]", "words|Ana|7"),
        ])
    func tags(text: String, expected: String) {
        #expect(quotations(text) == [expected])
    }

    @Test("Tags nest; one without its other is plain text")
    func nestedTags() {
        #expect(
            quotations("[quote=A][quote=B]b[/quote] a[/quote] own") == [
                "[quote=B]b[/quote] a|A", "b|B",
            ])
        #expect(quotations("[quote=A] never closed") == [])
        #expect(quotations("closed only [/quote] here") == [])
        #expect(quotations("[quote=A][/quote] empty") == [])
        #expect(quotations("[quotes] [quoted=x] y[/quoted]") == [])
        #expect(quotations("```\n[quote]code[/quote]\n```") == [])
    }

    @Test("Hostile depth and length are read in one go")
    func hostile() {
        let deep = String(repeating: "> ", count: 50_000) + "words"
        #expect(quotations(deep) == ["words"])
        let tags =
            String(repeating: "[quote=A]", count: 20_000) + "x"
            + String(repeating: "[/quote]", count: 20_000)
        #expect(QuoteMarks.statedQuotations(in: tags).count == 20_000)
        let open = String(repeating: "[quote=", count: 50_000)
        #expect(quotations(open) == [])
        let alternating = (0..<1_000).map { $0 % 2 == 0 ? "> a wrote:" : ">>>> b" }
        #expect(!quotations(alternating.joined(separator: "\n")).isEmpty)
    }

    @Test("Any text gives spans inside it, nested or apart")
    func anything() {
        var generator = SeededGenerator(seed: 11)
        let pieces = [
            ">", "> ", "\n", "\r\n", "[quote", "=", "\"", "]", "[/quote]", "Ana wrote:", "é", "🙂",
            "|", "```",
            " ", ":", "&gt;", "post:3", "AB> ", "<a@b>", "On 3 May ", "schrieb ",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let count = text.unicodeScalars.count
            let found = QuoteMarks.statedQuotations(in: text)
            for (one, next) in zip(found, found.dropFirst()) {
                #expect(one.span.start <= next.span.start)
                #expect(next.span.start >= one.span.end || next.span.end <= one.span.end)
            }
            #expect(found.allSatisfy { $0.span.length > 0 && $0.span.end <= count })
        }
    }
}
