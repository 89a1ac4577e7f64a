import DiscussionModel
import TestSupport
import Testing

@testable import ReplyReconstruction

@Suite("People and their names")
struct PeopleTests {
    /// The number of the person of each name, all in one discussion without accounts.
    private func numbers(_ names: [String?]) -> [Int] {
        Array(People(Talk.about(names.map { ($0, "text") })).authors.dropFirst())
    }

    @Test("A discussion without comments has nobody, and one person when the article has an author")
    func nobody() {
        #expect(People(Talk.about([])).persons.isEmpty)
        let people = People(Talk.about(author: "Ada Moor", []))
        #expect(people.persons.map(\.name) == ["Ada Moor"])
        #expect(people.persons.first?.isArticleAuthor == true)
        #expect(people.authors == [0])
    }

    @Test(
        "One commenter may be written in several ways",
        arguments: [
            ["Larry Moss", "larry moss", "LARRY  MOSS", "LarryMoss", " Larry Moss "],
            ["O'Brien", "O’Brien", "O`Brien", "OBrien", "O\u{2018}Brien"],
            ["José", "Jose\u{301}", "JOSÉ", "jose"],
            ["ＴＭ０１", "TM01", "tm01"],
            ["Mira-Sol", "Mira Sol", "Mira\u{2011}Sol", "Mira\u{A0}Sol"],
            ["zo\u{200B}e", "zoe", "Zoe\u{202C}"],
            ["김민수", "\u{1100}\u{1175}\u{11B7}\u{1106}\u{1175}\u{11AB}\u{1109}\u{116E}"],
            ["ガイア", "カ\u{3099}イア"],
            ["محمد", "محمـــد"],
        ])
    func spellings(names: [String]) {
        let people = People(Talk.about(names.map { ($0, "text") }))
        #expect(Set(people.authors.dropFirst()) == [0], "\(names)")
        #expect(people.persons.count == 1)
        #expect(people.persons.first?.name == names[0])
    }

    @Test(
        "Names that differ in a letter or digit are two people",
        arguments: [
            ["ann", "anna"], ["Guest 1", "Guest 11"], ["Hal_1", "Hal1"], ["佐々木", "佐木"],
            ["सुमन", "समन"], ["สุดา", "สีดา"], ["👍", "👎"], ["***", "---"], ["Ivan", "Иван"],
        ])
    func apart(names: [String]) {
        #expect(numbers(names) == [0, 1])
    }

    @Test("A missing or blank name is nobody's, a name of signs alone is a name")
    func blank() {
        #expect(numbers([nil, "", "  ", "\u{200B}", "\n"]) == [-1, -1, -1, -1, -1])
        #expect(numbers(["👍", "Anna", "👍"]) == [0, 1, 0])
    }

    @Test("Accounts are apart though they share a name, and one though the name changes")
    func accounts() {
        var talk = Talk.about([("Anna", "a"), ("Anna", "b"), ("Anna B", "c"), ("", "d")])
        for (at, account) in ["u1", "u2", "u1", "u2"].enumerated() {
            talk.comments[at].accountID = account
        }
        let people = People(talk)
        #expect(people.authors == [-1, 0, 1, 0, 1])
        #expect(people.persons.map(\.id) == ["u1", "u2"])
        #expect(people.persons[0].spellings == ["Anna", "Anna B"])
    }

    @Test("The article's author is the only account of that name")
    func articleAuthor() {
        var talk = Talk.about(author: "Anna Moor", [("anna moor", "a"), ("Piet", "b")])
        talk.comments[0].accountID = "u1"
        talk.comments[1].accountID = "u2"
        #expect(People(talk).authors == [0, 0, 1])
        talk.comments[1].nameAsWritten = "Anna Moor"
        #expect(People(talk).authors == [2, 0, 1])
    }

    @Test("Ids are unique and the same each time, whatever the names")
    func ids() {
        let hostile = HostileText.names.map { ($0 as String?, "x") }
        var talk = Talk.about(author: "unknown-3", hostile + [(nil, "y"), ("unknown-1", "z")])
        talk.comments[2].accountID = "Anna"
        talk.comments[3].accountID = "anna"
        talk.comments[4].nameAsWritten = "Anna"
        talk.comments[4].accountID = nil
        let graph = Talk.graph(talk)
        #expect(Set(graph.commenters.map(\.id)).count == graph.commenters.count)
        #expect(graph.commenters == Talk.graph(talk).commenters)
        #expect(graph.commenters.allSatisfy { !$0.id.isEmpty })
    }

    @Test("Thousands of spellings of one name are one person with all of them")
    func manySpellings() {
        let letters = Array("abcdefghijkl")
        let names = (0..<4_096).map { bits in
            String(
                letters.enumerated().map { at, letter in
                    bits >> at & 1 == 1 ? Character(letter.uppercased()) : letter
                })
        }
        let people = People(Talk.about(names.map { ($0, "x") }))
        #expect(people.persons.count == 1)
        #expect(people.persons.first?.spellings.count == 4_096)
    }
}
