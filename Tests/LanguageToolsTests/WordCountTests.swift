import Testing

@testable import LanguageTools

@Suite("Word counts")
struct WordCountTests {
    @Test(
        "Words are runs of letters and digits with what stands inside them",
        arguments: [
            ("", 0), (" \n ", 0), ("word", 1), ("two words", 2), ("Don't panic", 2),
            ("it’s twenty-five o'clock", 3), ("- a - b -", 2), ("'quoted'", 1), ("dogs' tails", 2),
            ("1,000.5 of 3.", 3), ("and/or", 2), ("well...yes", 2), ("naïve Ärger", 2),
            ("cafe\u{301} noir", 2), ("🙂 ok 👍🏽", 1), ("&&& --- ***", 0), ("a,b", 2), ("x-", 1),
            ("Привет, мир", 2), ("مرحبا بالعالم", 2), ("안녕하세요 세계", 2),
        ])
    func words(text: String, count: Int) {
        #expect(wordCount(text) == count)
    }

    @Test(
        "Each letter counts as a word in scripts without spaces",
        arguments: [
            ("你好，世界", 4), ("これはペンです。", 7), ("我用Swift写", 4), ("สวัสดี", 4), ("日本 2024", 3),
        ])
    func unspaced(text: String, count: Int) {
        #expect(wordCount(text) == count)
    }

    @Test("The words are handed out with their places")
    func places() {
        let text = "Ça va, l'ami?"
        var words: [String] = []
        let bytes = Array(text.utf8)
        forEachWord(in: bytes, bytes.indices) { range, _ in
            words.append(String(decoding: bytes[range], as: UTF8.self))
        }
        #expect(words == ["Ça", "va", "l'ami"])
    }
}
