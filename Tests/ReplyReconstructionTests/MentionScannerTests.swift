import DiscussionModel
import TestSupport
import Testing

@testable import ReplyReconstruction

@Suite("Mentions of people by name")
struct MentionScannerTests {
    /// Who is mentioned by the last comment, after one comment of each of the people.
    private func mentioned(
        _ text: String, among names: [String], author: String? = nil, by writer: String = "Zed Q"
    ) -> [String] {
        let talk = Talk.about(
            author: author, names.map { ($0, "Hm.") } + [(writer, text)])
        let graph = Talk.graph(talk)
        for mention in graph.mentions {
            #expect(mention.span.words(of: talk.text(at: mention.comment)) == mention.written)
        }
        return graph.mentioned(in: names.count + 1)
    }

    @Test("A text without names mentions nobody")
    func nothing() {
        #expect(mentioned("", among: ["Anna"]).isEmpty)
        #expect(mentioned("The arches are fine as they are.", among: ["Anna"]).isEmpty)
        #expect(mentioned("@ @@ @! a@ @", among: ["Anna"]).isEmpty)
    }

    @Test(
        "A name with an at-sign, before a colon, or in address is a mention",
        arguments: [
            "@Anna you are right.", "@anna: no.", "Anna: no.", "Anna, no.", "anna, no.",
            "Anna - no.", "Anna – no.", "Anna wrote that.", "I agree with you, Anna.",
            "Anna\nNo, not so.", "＠Anna no.", "Hi Anna, no.", "Anna's point is good.",
            "I like what Anna’s saying.", "Thanks .@Anna for that", "@Anna's point", "“Anna,” no.",
            "Anna\r\nNo.", "@\u{200E}Anna no.", "Anna!", "ANNA: no.", "(@Anna)", "@ANNA, @anna",
        ])
    func simple(text: String) {
        #expect(Set(mentioned(text, among: ["Anna", "Piet"])) == ["Anna"])
    }

    @Test("The span of a mention has the at-sign, and no sign that only stands near it")
    func spans() {
        let talk = Talk.about([("Anna", "Hm."), ("Piet", "Well @\u{200E}Anna, and @Anna’s.")])
        #expect(Talk.graph(talk).written(in: 2) == ["@\u{200E}Anna", "@Anna’s"])
    }

    @Test("Of several names the longest is meant, never a part of it")
    func longest() {
        let names = ["Larry", "Larry and his brother Harry", "Harry", "ann", "anna", "anna-b"]
        #expect(
            mentioned("Larry and his brother Harry: no.", among: names)
                == ["Larry and his brother Harry"])
        #expect(
            mentioned("@larry and his brother harry no.", among: names)
                == ["Larry and his brother Harry"])
        #expect(mentioned("@Larry and his brother agree.", among: names) == ["Larry"])
        #expect(mentioned("@Larry, @Harry: no.", among: names) == ["Larry", "Harry"])
        #expect(mentioned("@anna no.", among: names) == ["anna"])
        #expect(mentioned("@ann no.", among: names) == ["ann"])
        #expect(mentioned("@anna-b no.", among: names) == ["anna-b"])
        #expect(mentioned("@annabel no.", among: names) == ["annabel"])
    }

    @Test("A handle or double name that goes on is another's")
    func compounds() {
        #expect(mentioned("@anna-c no.", among: ["anna"]) == ["anna-c"])
        #expect(mentioned("@anna.c no.", among: ["anna"]) == ["anna.c"])
        #expect(mentioned("Anna-Lena is wrong.", among: ["Anna"]).isEmpty)
        #expect(mentioned("I think Mary-Anna is wrong.", among: ["Anna"]).isEmpty)
        #expect(mentioned("@anna.", among: ["anna"]) == ["anna"])
        #expect(mentioned("@anna. No.", among: ["anna"]) == ["anna"])
        #expect(mentioned("@anna@example.social no.", among: ["anna", "example"]) == ["anna"])
    }

    @Test(
        "Mail and web addresses mention nobody",
        arguments: [
            "Write to anna@example.org now.", "Write to piet@anna.org now.",
            "See josé@anna.example for it.", "anna.berg@example.org has it",
            "https://example.org/anna/post and www.anna.example", "https://example.org/@anna",
        ])
    func addresses(text: String) {
        #expect(mentioned(text, among: ["anna", "example", "berg"]).isEmpty)
    }

    @Test("The article's author is found by first name where no commenter has it")
    func articleAuthor() {
        #expect(
            mentioned("Helga, you are right.", among: ["Anna"], author: "Helga Orlov") == [
                "Helga Orlov"
            ])
        #expect(
            mentioned("@helga you are right.", among: ["Anna"], author: "Helga Orlov") == [
                "Helga Orlov"
            ])
        #expect(
            mentioned("Helga's arches.", among: ["Anna"], author: "Helga Orlov") == ["Helga Orlov"])
        #expect(mentioned("Helga, yes.", among: ["Helga"], author: "Helga Orlov") == ["Helga"])
        #expect(
            mentioned("Helga, yes.", among: ["Helga Berg"], author: "Helga Orlov").isEmpty,
            "two people have that first name")
        #expect(mentioned("محمد، نعم.", among: ["Anna"], author: "محمد علوي") == ["محمد علوي"])
    }

    @Test(
        "A name that is a word of the language is not found in running words",
        arguments: [
            "Nobody will do that.", "Prices rose again.", "Will anybody come?", "Just me, I guess.",
            "It was just me who saw it.", "Well, that is the truth.",
        ])
    func commonWords(text: String) {
        #expect(mentioned(text, among: ["Will", "Rose", "Just Me", "The Truth"]).isEmpty)
    }

    @Test("A name that is a word of the language is found where it is used as a name")
    func commonWordsAsNames() {
        let names = ["Will", "Rose", "Just Me"]
        #expect(mentioned("@will no.", among: names) == ["Will"])
        #expect(mentioned("Will: no.", among: names) == ["Will"])
        #expect(mentioned("Will, no.", among: names) == ["Will"])
        #expect(mentioned("I agree with Rose on that.", among: names) == ["Rose"])
        #expect(mentioned("@Just Me: no.", among: names) == ["Just Me"])
    }

    @Test("Somebody may be mentioned before speaking, or without ever speaking")
    func notYetThere() {
        let graph = Talk.graph(
            Talk.about([
                ("Anna", "@Piet what do you think?"), ("Bert", "@Grete what about you?"),
                ("Piet", "I think nothing."),
            ]))
        #expect(graph.mentioned(in: 1) == ["Piet"])
        #expect(graph.mentioned(in: 2) == ["Grete"])
        #expect(graph.commenters.map(\.name) == ["Anna", "Bert", "Piet", "Grete"])
        #expect(graph.authorships.map(\.commenter) == [0, 1, 2])
        #expect(graph.reply(of: 1)?.to == 0 && graph.reply(of: 2)?.to ?? 9 < 2)
    }

    @Test("A name of several words that nobody has is whole before a colon")
    func unknownLongName() {
        #expect(mentioned("@Old Ferry Tom: no.", among: ["Anna"]) == ["Old Ferry Tom"])
        #expect(mentioned("@Old ferries are nice.", among: ["Anna"]) == ["Old"])
    }

    @Test("A name inside quoted words is not the quoter's mention")
    func quoted() {
        let words =
            "Piet, the vaulted arches carried heavier wagons than your lorry eighty years ago"
        let graph = Talk.graph(
            Talk.about([
                ("Piet", "My lorry is too heavy."), ("Anna", words + "."),
                ("Bert", "\"\(words).\"\nI doubt that."),
            ]))
        #expect(graph.mentioned(in: 2) == ["Piet"])
        #expect(graph.quotations(in: 3).count == 1)
        #expect(graph.mentioned(in: 3).isEmpty)
    }

    @Test("Names of every script are found, with an at-sign and without")
    func scripts() {
        for (name, texts) in [
            ("王小明", ["@王小明 你说得对。", "王小明：你说得对。", "我同意王小明的看法。", "＠王小明，不对。"]),
            ("佐々木", ["@佐々木 さん", "佐々木さん、それは違います。", "佐々木：違います。"]),
            ("さくら", ["@さくら そうですね", "さくらさん、ありがとう。"]),
            ("สมชาย", ["@สมชาย เห็นด้วย", "สมชาย: ไม่ใช่", "ผมเห็นด้วยกับคุณสมชายครับ"]),
            (
                "محمد علوي",
                ["@محمد علوي نعم", "محمد علوي: لا", "أتفق مع محمد علوي في هذا", "محمد علوي، لا"]
            ),
            ("김민수", ["@김민수 맞아요", "김민수: 아니요", "김민수, 아니요"]),
            ("Ольга", ["@ольга да", "Ольга: нет", "Ольга, нет"]),
            ("सुमन", ["@सुमन हाँ", "सुमन: नहीं"]),
        ] {
            for text in texts {
                #expect(mentioned(text, among: [name, "Anna"]) == [name], "\(text)")
            }
        }
        #expect(mentioned("@समन नहीं", among: ["सुमन"]) == ["समन"])
    }

    @Test("Names of signs alone, and names that are patterns, are names like others")
    func signs() {
        for name in ["a.*b", "x|y^z", "[semi];colon"] {
            #expect(mentioned("@\(name): no.", among: [name, "other"]) == [name])
        }
        for name in ["a.*b", "(?i)[x]+", "%s%n%d", "\\d{3}", "$1", "</b>", "x|y^z", "👍", "***"] {
            _ = mentioned("@\(name): no. \(name), yes.", among: [name, "other"])
            #expect(mentioned("abc aab xyz 1 +", among: [name]).isEmpty, "\(name)")
        }
    }

    @Test("A name of 10,000 characters is found whole, and does no harm")
    func longName() {
        let word = String(repeating: "ab", count: 5_000)
        #expect(mentioned("@\(word) no.", among: [word, "Anna"]) == [word])
        let words = String(repeating: "long ", count: 2_000) + "name"
        #expect(mentioned("\(words): no, @Anna", among: [words, "Anna"]).contains("Anna"))
    }

    @Test("Of hundreds of numbered guests each is found by the whole name")
    func guests() {
        let names = (1...600).map { "Anonymous \($0)" }
        #expect(
            mentioned("Anonymous 599: no. Anonymous 17, yes.", among: names) == [
                "Anonymous 599", "Anonymous 17",
            ])
    }

    @Test("Hostile names and texts in every mixture leave spans that give the words")
    func hostile() {
        for (at, name) in HostileText.names.enumerated() {
            let other = HostileText.names[(at * 7 + 3) % HostileText.names.count]
            _ = mentioned("@\(name) \(name): \(other)\n\(name), @\(other)", among: [name, other])
        }
    }

    @Test("The part of a name by which somebody is called becomes an alias as it is spoken")
    func aliases() {
        let graph = Talk.graph(
            Talk.about(
                author: "Helga Orlov",
                [
                    ("Anna", "@Helga no."), ("Piet", "Helga's arches, I like them."),
                    ("Bert", "Helga, yes."),
                ]))
        let author = graph.commenters.first { $0.isArticleAuthor }
        #expect(author?.aliases == ["Helga"])
    }
}
