import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Analyses an input beside a good one, which has to come through whatever the input is.
    private func analyse(_ data: Data) throws -> CommandRun {
        try folder.write(data, to: "odd.txt")
        try folder.write(Samples.page, to: "page.txt")
        let run = try CommandRun(
            "analyze", "odd.txt", "page.txt", "--json", "--no-join", in: folder)
        #expect(run.lines.last?.contains("\"Ada\"") == true)
        return run
    }

    @Test("An empty file is an error that names it")
    func empty() throws {
        let run = try analyse(Data())
        #expect(run.status == 1)
        #expect(run.errors.contains("odd.txt: "))
        #expect(run.lines.count == 1)
    }

    @Test("Of many errors of one kind the first are said one by one, the others counted")
    func manyErrors() throws {
        let names = (0..<60).map { "empty-\($0).txt" }
        for name in names { try folder.write(Data(), to: name) }
        let run = try CommandRun(["formats", "--probe"] + names, in: folder)
        #expect(run.status == 1)
        #expect(run.errors.split(separator: "\n").count == 51)
        #expect(run.errors.contains("10 more errors of the kind empty"))
    }

    @Test("A binary file is an error that names it")
    func binary() throws {
        let run = try analyse(Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 37) }))
        #expect(run.status == 1)
        #expect(run.errors.contains("odd.txt: "))
        #expect(run.lines.count == 1)
    }

    @Test("A page in Windows-1252 is read right, with a warning")
    func windows1252() throws {
        let page = Samples.page.replacingOccurrences(of: "Ben", with: "Zoë")
        let data = try #require(page.data(using: .windowsCP1252))
        let run = try analyse(data)
        #expect(run.status == 0)
        #expect(run.lines.first?.contains("\"Zoë\"") == true)
        #expect(run.errors.contains("odd.txt: "))
    }

    @Test("In strict mode the same page ends with 1, and its result is printed all the same")
    func strict() throws {
        let page = Samples.page.replacingOccurrences(of: "Ben", with: "Zoë")
        try folder.write(try #require(page.data(using: .windowsCP1252)), to: "odd.txt")
        let run = try CommandRun("analyze", "odd.txt", "--json", "--strict", in: folder)
        #expect(run.status == 1)
        #expect(run.lines.count == 1)
    }

    @Test("A page without comments is a discussion of none")
    func noComments() throws {
        let text = "The Ferry\n\nThe ferry left on time on Tuesday, and nobody was surprised.\n"
        let run = try analyse(Data(text.utf8))
        #expect(run.status == 0)
        #expect(run.lines.count == 2)
        #expect(run.lines.first?.contains("\"replies\":[]") == true)
    }

    @Test("A name of 10,000 characters, a comment of 10 MB and control characters are read")
    func extremes() throws {
        let name = String(repeating: "n", count: 10_000)
        let long = String(repeating: "The tide comes in and the tide goes out. ", count: 260_000)
        let page = Samples.page
            .replacingOccurrences(of: "Ben", with: "Be\u{202E}n\u{1B}[2J")
            .replacingOccurrences(of: "It was the fog.", with: long)
        for text in [page, Samples.page.replacingOccurrences(of: "Ben", with: name)] {
            let run = try analyse(Data(text.utf8))
            #expect(run.status == 0)
            #expect(run.lines.count == 2)
            #expect(!run.errors.contains("\u{1B}"))
        }
    }
}
