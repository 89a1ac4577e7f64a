/// Names of measures and cues as people read them.
enum CamelCase {
    /// A name in camel case as words, safe to show: "secondPerson" as "second person".
    static func words(of name: String) -> String {
        var words = ""
        for character in VisibleText.name(name) {
            if character.isUppercase, !words.isEmpty { words += " " }
            words += character.lowercased()
        }
        return words
    }
}
