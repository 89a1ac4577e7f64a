import Foundation
import Testing

@Suite("rejoinder show")
struct ShowCommandTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write(Samples.page, to: "page.txt")
        try folder.write(Samples.corpus(discussions: 2), to: "corpus.jsonl")
        let load = try CommandRun(
            "analyze", "page.txt", "corpus.jsonl", "--db", "a.sqlite", "--no-search-index",
            in: folder)
        #expect(load.status == 0)
    }

    private func show(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["show", "--db", "a.sqlite"] + arguments, in: folder)
    }

    @Test("A person is shown in every discussion that has somebody of the name")
    func commenter() throws {
        let run = try show("--commenter", "ada")
        #expect(run.status == 0)
        let places = run.lines.filter { $0.hasPrefix("discussion ") }
        #expect(places.count == 2)
        let one = try show("--commenter", "Ada", "--discussion", "page")
        #expect(one.text.contains("[1] Ada\n    It was the fog."))
        #expect(one.text.contains("  - answered by [2] Ben, "))
        let json = try show("--commenter", "ben", "--as", "json")
        for line in json.lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let members = try #require(object as? [String: Any])
            #expect(members["commenter"] != nil && members["comments"] != nil)
        }
    }

    @Test("A comment is shown with what is above and below it")
    func comment() throws {
        let run = try show("--comment", "2", "--as", "markdown")
        #expect(run.status == 0)
        #expect(run.text.contains("### Above it"))
        #expect(run.text.contains("> @Ada: There was no fog on Monday, I was out fishing."))
        #expect(run.text.contains("### Below it"))
    }

    @Test("The first search builds the index of words and says so, the next does not")
    func search() throws {
        let first = try show("--search", "\"no fog\" fishing")
        #expect(first.status == 0)
        #expect(first.errors.contains("building the index of words"))
        #expect(first.text.hasPrefix("1 comment with \"no fog\" fishing\n"))
        #expect(first.text.contains("[2] Ben"))
        let second = try show("--search", "thank", "--limit", "1")
        #expect(second.errors == "")
        #expect(second.text.hasPrefix("The best 1 of 2 comments with thank\n"))
    }

    @Test("What is not there is an error that tells what is near")
    func missing() throws {
        for (arguments, words) in [
            (["--commenter", "Bem"], "written like it: “Ben”"),
            (["--comment", "d1-9"], "“d1-1”"),
            (["--comment", "1", "--discussion", "pag"], "written like it: “page”"),
            (["--search", "fog xyzzy", "--quiet"], "“xyzzy” is in none"),
        ] {
            let run = try CommandRun(["show", "--db", "a.sqlite"] + arguments, in: folder)
            #expect(run.status == 1)
            #expect(run.text == "")
            #expect(run.errors.contains(words), "\(run.errors)")
        }
    }
}
