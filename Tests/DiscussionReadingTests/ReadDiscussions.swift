import DiscussionModel
import DiscussionReading

extension DiscussionFormat {
    /// All discussions in a text.
    func read(
        _ text: String, name: String = "input.json", isStrict: Bool = false
    ) throws -> [Discussion] {
        var options = ReadingOptions()
        options.isStrict = isStrict
        var stream = try discussions(
            in: OpenInput(bytes: Array(text.utf8), name: name), options: options)
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    /// How sure the format is that a text is its own.
    func sniff(text: String) -> Double {
        sniff(InputHead(bytes: Array(text.utf8), fileName: ""))
    }
}
