/// Small inputs that tests write into their scratch folders.
enum Samples {
    /// A ConvoKit corpus of several discussions, of which each has three comments.
    static func corpus(discussions: Int) -> String {
        var lines: [String] = []
        for number in 1...max(1, discussions) {
            lines += [
                utterance(
                    "d\(number)-1", in: number, by: "ada", answers: nil, "Is the ferry late again?"),
                utterance(
                    "d\(number)-2", in: number, by: "ben", answers: "d\(number)-1",
                    "By \(number) minutes."),
                utterance(
                    "d\(number)-3", in: number, by: "ada", answers: "d\(number)-2",
                    "Thank you, ben."),
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func utterance(
        _ id: String, in number: Int, by speaker: String, answers parent: String?, _ text: String
    ) -> String {
        let parent = parent.map { "\"\($0)\"" } ?? "null"
        return """
            {"id":"\(id)","conversation_id":"d\(number)-1","speaker":"\(speaker)",\
            "reply_to":\(parent),"timestamp":null,"text":"\(text)","meta":{}}
            """
    }

    /// A pasted page with three numbered comments.
    static let page = """
        The Ferry Is Late Again

        By Nora Lind

        The ferry to the island left forty minutes late on Monday, and nobody on the quay was told
        why. The company says that it is looking into the matter.

        3 Comments

        1. Ada says:
        It was the fog. You could not see the lighthouse from the pier.

        2. Ben says:
        @Ada: There was no fog on Monday, I was out fishing.

        3. Ada says:
        @Ben: Then what was it?

        """
}
