import DiscussionModel
import Rejoinder
import Testing

/// Which words of a text are names.
@Suite("Names in texts")
struct PseudonymNamesTests {
    /// The last comment of a talk of some people with `<0>`, `<1>` and so on for their pseudonyms.
    private func masked(_ text: String, in names: [String]) throws -> String {
        var discussion = Discussion(id: "talk", source: "talk", format: "text")
        for (place, name) in names.enumerated() {
            discussion.comments.append(
                Comment(id: "\(place + 1)", nameAsWritten: name, text: "So it is."))
        }
        discussion.comments.append(Comment(id: "last", nameAsWritten: "Xq Zzyx", text: text))
        let key = try PseudonymKey("a key of thirty-two bytes and more".utf8)
        let privacy = Privacy(pseudonymizer: Pseudonymizer(key: key))
        let analysis = Analyzer(privacy: privacy).analysis(of: discussion)
        var result = try #require(analysis.discussion.comments.last?.text)
        for (place, comment) in analysis.discussion.comments.dropLast().enumerated() {
            let pseudonym = try #require(comment.nameAsWritten)
            result = result.replacing(pseudonym, with: "<\(place)>")
        }
        return result
    }

    @Test(
        "A name is found in any case, spelling and place",
        arguments: [
            ("@Ana Berg: no.", "@<0>: no."), ("ANA BERG is right.", "<0> is right."),
            ("ana berg, please", "<0>, please"), ("Ana-Berg and Ana_Berg", "<0> and <0>"),
            ("AnaBerg said so", "<0> said so"), ("> Ana\n> Berg wrote", "> <0> wrote"),
            ("Ana's view, Berg's view", "<0>'s view, <0>'s view"), ("Ask Ana.", "Ask <0>."),
            ("Bergs Meinung", "<0>s Meinung"), ("by A\u{0301}na Be\u{0301}rg", "by <0>"),
            ("ana is right", "<0> is right"), ("I wrote: Berg, Ana", "I wrote: <0>, <0>"),
            ("\"Ana Berg\" (Ana Berg)", "\"<0>\" (<0>)"), ("Ana K. Berg", "<0> K. <0>"),
            ("Banana bergamot iceberg", "Banana bergamot iceberg"),
            ("Ｂｅｒｇ", "<0>"), ("Ana\u{200B} Berg", "<0> Berg".replacing(" Berg", with: "")),
        ])
    func forms(text: String, expected: String) throws {
        #expect(try masked(text, in: ["Ana Berg"]) == expected)
    }

    @Test(
        "A name that is a word is one only where it is used so",
        arguments: [
            ("Will it rain? It will, at will.", "Will it rain? It will, at will."),
            ("I agree with Will, it will.", "I agree with <0>, it will."),
            ("@Will: it will.", "@<0>: it will."), ("@will it will.", "@<0> it will."),
            ("Will: it will rain", "<0>: it will rain"),
            ("Will wrote: it will", "<0> wrote: it will"),
            ("Dear Will, it will", "Dear <0>, it will"),
            ("Mark my word, you mark it", "<1> my word, you mark it"),
            ("They mark it, Mark said.", "They mark it, <1> said."),
            ("The dog and the cat, said The.", "The dog and the cat, said <2>."),
            (
                "We saw that every guest is one, says Guest.",
                "We saw that every guest is one, says <3>."
            ),
            ("u/will and /u/guest", "u/<0> and /u/<3>"),
        ])
    func words(text: String, expected: String) throws {
        #expect(try masked(text, in: ["Will", "Mark", "The", "Guest"]) == expected)
    }

    @Test("A part of a name is that of whoever alone has it, and nobody's where several do")
    func parts() throws {
        let names = ["Ana Berg", "Ana Lund", "Old Tom Holm"]
        #expect(
            try masked("Ana met Berg, Lund, Old Holm, old hat.", in: names)
                == "[name] met <0>, <1>, <2>, old hat.")
    }

    @Test(
        "A part of a name that is a word, or short, is one where it is used as a name",
        arguments: [
            (
                "Will, you will see. Dear Will, we agree with Will.",
                "<0>, you will see. Dear <0>, we agree with <0>."
            ),
            ("It will rain for long. Will it?", "It will rain for long. Will it?"),
            (
                "I asked Price, at any price, and Mr Price came.",
                "I asked <1>, at any price, and Mr <1> came."
            ),
            ("Hi Mark! No mark was left.", "Hi [name]! No mark was left."),
            ("I saw Ed and Wu there.", "I saw <3> and <3> there."),
            ("We went on, Von or not, on and on.", "We went on, Von or not, on and on."),
        ])
    func ordinaryParts(text: String, expected: String) throws {
        let names = ["Will Long", "Mark Price", "Mark Stone", "Ed Wu", "Jan von Ost"]
        #expect(try masked(text, in: names) == expected)
    }

    @Test(
        "What only looks like a name stays",
        arguments: [
            ("John Doe", "Does anyone know? This is it."),
            ("Nguyen Thi Minh", "This is so. Thus it goes."),
            ("Linh Ha", "He has a point."), ("Waiting For Godot", "Thanks for the link."),
            ("Yes Minister", "Yes, I agree. I say yes."),
            ("UK Patriot", "Ask the UK government and UK law."),
            ("Dr Anna Berg", "Ask Dr Fauci."), ("Peter Land", "Wir sind auf dem Land."),
            ("\u{2764}\u{FE0F}", "I \u{2764}\u{FE0F} it"),
            ("Blue State Dan", "In the United States."),
        ])
    func noNames(name: String, text: String) throws {
        #expect(try masked(text, in: [name]) == text)
    }

    @Test("A name that lies across an address, a number or another name is hidden as a whole")
    func across() throws {
        let names = [
            "Anna Berg <anna@example.org>", "Zelda (mod) Quist", "Zed \u{201C}Ox\u{201D} Holm",
        ]
        for text in [
            "I agree with Anna Berg <anna@example.org> here",
            "Anna Berg (anna@example.org) wrote: so",
            "Ask Anna Berg 0171 5550187", "Anna https://x.example/anna-berg",
            "I agree with Zelda. Zelda (mod) Quist knows it.", "Anna/Zelda! Quist, Anna.",
            "@Zed \u{201C}Ox\u{201D} Holm: no",
        ] {
            let result = try masked(text, in: names)
            for name in ["Anna", "Berg", "Zelda", "Quist", "Zed", "Ox", "Holm", "5550187"] {
                #expect(!result.contains(name), "\(text): \(result)")
            }
        }
    }

    @Test(
        "A name is found without its accents and in capitals in other alphabets too",
        arguments: [
            ("Γιώργος", "ΓΙΩΡΓΟΣ"), ("Yıldız", "YILDIZ"), ("Yıldız", "Yildiz"), ("Işık", "IŞIK"),
            ("Michał Wałęsa", "Michal Walesa"), ("Søren", "Soren"), ("Đorđe", "Dorde"),
            ("Jürgen Müller", "Juergen Mueller"), ("Søren", "Soeren"), ("فاطمة", "فاطمه"),
            ("Æsa", "Aesa"),
        ])
    func alphabets(name: String, written: String) throws {
        #expect(try masked("So says \(written) here", in: [name]) == "So says <0> here")
    }

    @Test(
        "A name is found with what languages put before and behind it",
        arguments: [
            ("Eva", "Evas Kommentar", "<0>s Kommentar"), ("Li Wei", "Li Weis Idee", "<0>s Idee"),
            ("AnnaBerg", "Anna Bergs Idee", "<0>s Idee"),
            ("Tom_Quill", "tom_quills post", "<0>s post"),
            ("Anna Berg", "annas Idee", "<0>s Idee"), ("김민수", "김민수님은 옳다", "<0>님은 옳다"),
            ("김민수", "김민수는", "<0>는"), ("خالد", "وخالد قال", "و<0> قال"),
            ("יעל", "אמרתי ליעל", "אמרתי ל<0>"),
            ("山田 太郎", "山田さんは正しい", "<0>さんは正しい"), ("Anna-Lena Moor", "AnnaLena says", "<0> says"),
            ("Lee Mann", "Mannheim is a town", "Mannheim is a town"),
        ])
    func inflected(name: String, text: String, expected: String) throws {
        #expect(try masked(text, in: [name]) == expected)
    }

    @Test("Underscores with backslashes, as Reddit has them, hold names and handles together")
    func escaped() throws {
        let result = try masked(
            "quiet\\_fox\\_77 is wrong, u/quiet\\_fox\\_77 and u/other\\_stranger and u/-Vexx-,"
                + " u/_zoltan\\_q, r/u_zoltan, u/4zoltan", in: ["quiet_fox_77"])
        #expect(result.hasPrefix("<0> is wrong, u/<0> and u/person-"))
        for word in ["fox", "stranger", "other", "Vexx", "zoltan", "_q"] {
            #expect(!result.contains(word), "\(result)")
        }
    }

    @Test("A name of pictures is found, and one picture that everybody uses only behind an at-sign")
    func pictures() throws {
        #expect(try masked("As 🦊🌲 wrote, @🦊🌲: no 🦊", in: ["🦊🌲"]) == "As <0> wrote, @<0>: no 🦊")
        #expect(try masked("Fine 🙂 @🙂 yes", in: ["🙂"]) == "Fine 🙂 @<0> yes")
    }

    @Test("A shorter name is not found in a longer one")
    func longest() throws {
        #expect(
            try masked("Ana met Ana Berg and Ana Bergman.", in: ["Ana", "Ana Berg"])
                == "<0> met <1> and <0> Bergman.")
    }

    @Test("A name without letters, and one of signs without spaces, are found")
    func signs() throws {
        #expect(try masked("@\u{5B89}\u{5A1C}说得对。", in: ["\u{5B89}\u{5A1C}"]) == "@<0>说得对。")
        #expect(try masked("Привет, Анна!", in: ["АННА"]) == "Привет, <0>!")
    }

    @Test(
        "A handle that is nobody's here becomes a pseudonym, and a link or address with a name a mask"
    )
    func handles() throws {
        let text =
            "@somebody.else and u/fen_lander, https://x.example/ana-berg, https://x.example/walls"
        let result = try masked(text, in: ["Ana Berg"])
        let words = result.split(separator: " ")
        #expect(words[0].hasPrefix("@person-") && words[0].count == 24)
        #expect(words[2].hasPrefix("u/person-"))
        #expect(words[3] == "[link]," && words[4] == "https://x.example/walls")
    }
}
