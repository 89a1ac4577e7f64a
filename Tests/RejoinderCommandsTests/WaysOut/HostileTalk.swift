import Foundation
import TestSupport

/// A talk in which every name, id, title and text is an attack, as files to read.
enum HostileTalk {
    private struct Talk: Encodable {
        var id: String
        var title: String
        var author: String?
        var url: String?
        var body: String?
        var comments: [Remark]
    }

    private struct Remark: Encodable {
        var id: String
        var author: String
        var posted: String?
        var text: String
        var parent: String
    }

    /// One discussion: a comment by each attack, every fourth of which opens a thread and the others
    /// disagree, and answers whose ids are attacks.
    static let one = line(
        Talk(
            id: "../../x", title: "</title><script>window.harmed = 1</script>\u{1B}]2;harmed\u{7}",
            author: "=cmd|'/C calc'!A0", url: "javascript:window.harmed=1",
            body: "The body </script> ends here. \u{1B}[2J ]]> And so does this.",
            comments: HostileText.attacks.enumerated().flatMap { number, attack -> [Remark] in
                let main = Remark(
                    id: "c\(number)", author: attack,
                    posted: "2024-01-01T\(two(number / 60)):\(two(number % 60)):00Z",
                    text: "No, you are wrong. MARK\(number) \(attack) END\(number).",
                    parent: number % 4 == 0 ? "0" : "c\(number - 1)")
                guard number % 5 == 0 else { return [main] }
                let answer = Remark(
                    id: "id " + attack.prefix(3_000), author: "Ann", posted: main.posted,
                    text:
                        "@\(attack.prefix(40)) I agree.\n> \(attack.prefix(90))\n\nREPLY\(number)",
                    parent: main.id)
                return [main, answer]
            }))

    /// One discussion for each attack, with it as id, title and body.
    static let many = HostileText.attacks.map { attack in
        line(
            Talk(
                id: String(attack.prefix(2_000)), title: String(attack.prefix(5_000)),
                comments: [
                    Remark(id: "1", author: "\(attack.prefix(3_000))", text: attack, parent: "0")
                ]))
    }.joined()

    /// Halves of characters, which JSON can say and Unicode cannot.
    static let halves = #"""
        {"id":"half","title":"half","comments":[{"id":"1","author":"a\ud83d","text":"b \udfff c","parent":"0"}]}

        """#

    /// Everything.
    static let all = one + many + halves

    /// Names of files, of which each is an input of one good line and a bad one.
    static let fileNames = HostileText.attacks.filter {
        !$0.contains("/") && !$0.contains("\0") && !$0.isEmpty && $0.utf8.count < 200
    }

    /// Writes such files.
    static func writeInputs(to folder: ScratchFolder, _ name: String) throws {
        let path = folder.path(name)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        for (number, attack) in fileNames.enumerated() {
            let text =
                line(
                    Talk(
                        id: "f\(number)", title: "t",
                        comments: [Remark(id: "1", author: "a", text: "b", parent: "0")]))
                + "{\"id\":\"\u{1B}[2J\u{9B}2J\",\"comments\":[{\"id\":\"\(number)\"}]}\n"
            let file = path.path + "/\(number)\(attack).jsonl"
            guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8)) else {
                throw CocoaError(.fileWriteUnknown)
            }
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func line(_ talk: Talk) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(talk) else { return "" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
