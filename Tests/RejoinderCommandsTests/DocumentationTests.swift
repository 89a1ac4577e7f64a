import Foundation
import Testing

/// The tree of commands as the built program tells it.
private struct CommandTree: Decodable {
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            var written: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        let names: [Name]?
        let abstract: String?
    }

    let command: Command

    static func ofProgram() throws -> Command {
        let run = try CommandRun("--experimental-dump-help", in: ScratchFolder())
        return try JSONDecoder().decode(CommandTree.self, from: run.output).command
    }
}

@Suite("Documentation of the commands")
struct DocumentationTests {
    @Test("The help of every command shows two real examples")
    func examples() throws {
        let root = try CommandTree.ofProgram()
        let commands = (root.subcommands ?? []).filter { $0.commandName != "help" }
        #expect(
            commands.map(\.commandName) == [
                "analyze", "graph", "summary", "report", "show", "correct", "export", "formats",
            ])
        for command in [root] + commands {
            let lines = (command.discussion ?? "").split(separator: "\n")
            let examples = lines.filter { $0.contains("rejoinder ") && $0.hasPrefix("  ") }
            #expect(examples.count >= 2, "\(command.commandName)")
        }
    }

    @Test("Every command and option is in Documentation/CommandLine.md and explains itself")
    func reference() throws {
        let page = try String(
            contentsOf: CommandRun.repository.appendingPathComponent(
                "Documentation/CommandLine.md"),
            encoding: .utf8)
        let general = try #require(page.range(of: "## Options of every command"))
        let shared =
            page[general.lowerBound...].prefix { _ in true }
            .split(separator: "\n## ").first ?? ""
        for command in try CommandTree.ofProgram().subcommands ?? []
        where command.commandName != "help" {
            let name = command.commandName
            let section = page.components(separatedBy: "\n## ").first { $0.hasPrefix(name + "\n") }
            let words = try #require(section, "\(name) has a section of its own") + shared
            for argument in command.arguments ?? [] {
                #expect(!(argument.abstract ?? "").isEmpty)
                for option in argument.names ?? []
                where !["--help", "-h", "--version"].contains(option.written) {
                    #expect(words.contains(option.written), "\(name) \(option.written)")
                }
            }
        }
    }

    @Test("Every form of graph that the help tells is in Documentation/Graphs.md, with its files")
    func graphForms() throws {
        let page = try String(
            contentsOf: CommandRun.repository.appendingPathComponent("Documentation/Graphs.md"),
            encoding: .utf8)
        let graph = try CommandTree.ofProgram().subcommands?.first { $0.commandName == "graph" }
        let forms = (graph?.discussion ?? "").matches(of: #/(?m)^  ([a-z]+): /#)
            .map { String($0.output.1) }
        #expect(forms == ["dot", "graphml", "gexf", "json", "csv", "gephi", "nodexl"])
        for form in forms { #expect(page.contains("\n| `\(form)` | `."), "\(form)") }
    }

    @Test("Every format is in Documentation/Formats.md and in what `formats` prints")
    func formats() throws {
        let page = try String(
            contentsOf: CommandRun.repository.appendingPathComponent("Documentation/Formats.md"),
            encoding: .utf8)
        for line in try CommandRun("formats", in: ScratchFolder()).lines {
            let name = line.prefix { $0 != " " }
            #expect(page.contains("\n## \(name)\n"), "\(name)")
        }
    }
}
