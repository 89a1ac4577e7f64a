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
                == "[name] met <0>, <1>, Old <2>, old hat.")
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
