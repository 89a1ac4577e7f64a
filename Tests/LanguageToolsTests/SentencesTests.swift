import DiscussionModel
import Testing

@testable import LanguageTools

@Suite("Sentences")
struct SentencesTests {
    private func words(_ text: String) -> [String] {
        sentences(of: text).map { $0.span.words(of: text) }
    }

    @Test("A text without words has no sentences", arguments: ["", " ", "\n\n \t\n", "\u{A0}"])
    func nothing(text: String) {
        #expect(sentences(of: text).isEmpty)
    }

    /// Each example is written with `|` where a sentence must end; the bar is taken out.
    @Test(
        "A stop ends a sentence only where it is one",
        arguments: [
            "One.| Two.| Three", "One! |Two? |Three?! |Four", "No stop at all",
            "Mr. Smith met Dr. Jones.| They spoke.", "I like fruit, e.g. Apples and pears.| Nice.",
            "That is, i.e. Not this.| Good.", "Bring pens, paper etc. and go.| Now.",
            "Bring pens, paper etc.| The rest is here.", "She left the U.S. Senate.| He stayed.",
            "She left the U.S.| The rest stayed.", "At 5 p.m. we met.| Then we ate.",
            "J. R. Tolkien wrote it.| Yes.", "It is you and I.| Then who?",
            "Pi is 3.14 or so.| Fine.", "Read No. 5 first.| No.| Then mine.",
            "It was in 2016.| Then it ended.", "See example.com for more.| Bye.",
            "See https://a.example/b.c?d=e! |Then go.", "Wait... what?| Yes.",
            "Well... I think so.| Right.", "It faded…| Then nothing.", "hm… maybe",
            "He said “Go.”| Then he went.", "“Really?” he said.| (Yes.)| Fine.",
            "“Stop!”| She ran.", "i went home.| then i slept.| ok", "Visit approx. five shops.",
            "Am 3. Oktober wird gefeiert.| Schön.", "Das ist z. B. so.| Gut.",
            "Great! 😀| Then we left.", "Prof. O’Neil, Ph.D. arrived.| Hello.",
            "Ärger.| Über alles.", "А. С. Пушкин писал.| Да.", "Fig. 3 shows it.| See?",
        ])
    func stops(marked: String) {
        let expected = marked.split(separator: "|").map { trimmed(String($0)) }
        #expect(words(marked.replacing("|", with: "")) == expected)
    }

    @Test("Chinese, Japanese, Arabic, Urdu and Indic stops end sentences")
    func otherStops() {
        #expect(words("你好。今天天气很好！是吗？“是的。”好") == ["你好。", "今天天气很好！", "是吗？", "“是的。”", "好"])
        #expect(words("「行く。」と言った。はい") == ["「行く。」", "と言った。", "はい"])
        #expect(words("هل أنت هنا؟ نعم. أنا هنا.") == ["هل أنت هنا؟", "نعم.", "أنا هنا."])
        #expect(words("یہ ہے۔ وہ ہے۔") == ["یہ ہے۔", "وہ ہے۔"])
        #expect(words("यह है। वह है।") == ["यह है।", "वह है।"])
    }

    @Test("A space ends a Thai sentence of 30 scalars or more")
    func thai() {
        let long = "วันนี้อากาศดีมากและฉันอยากไปเที่ยวทะเล"
        #expect(words(long + " " + long) == [long, long])
        #expect(words("สวัสดี ครับ") == ["สวัสดี ครับ"])
    }

    @Test("An empty line, a list item, and a change of quoting end a sentence")
    func lines() {
        #expect(words("A heading\n\nsome text") == ["A heading", "some text"])
        #expect(words("Points:\n- one\n- two") == ["Points:", "one", "two"])
        #expect(words("Points:\n1. one\n2. two") == ["Points:", "1. one", "2. two"])
        #expect(words("> said before\nsaid now") == ["said before", "said now"])
        #expect(words("first\r\nSecond\r\n\r\nThird") == ["first", "Second", "Third"])
    }

    @Test("A wrapped line goes on, a short line does not")
    func wrapping() {
        let wrapped =
            "This paragraph was wrapped by a program that counts to\n"
            + "Sixty characters and then begins another line.\nAnd ends"
        #expect(words(wrapped).count == 2)
        #expect(
            words("Nice list\nRussia is behind it as well") == [
                "Nice list", "Russia is behind it as well",
            ])
        #expect(words("it goes\non and on") == ["it goes\non and on"])
    }

    @Test("Spans count scalars and bytes count bytes, and nothing but space is left out")
    func places() throws {
        let text = "Ça va? 😀 Oui.\n\n你好。再见"
        let all = sentences(of: text)
        let bytes = Array(text.utf8)
        for sentence in all {
            #expect(
                sentence.span.words(of: text)
                    == String(decoding: bytes[sentence.bytes], as: UTF8.self))
        }
        let covered = all.map { $0.span.words(of: text) }.joined()
        #expect(covered.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
        #expect(all.first?.span == TextSpan(start: 0, end: 8))
    }

    @Test("Every short text over stops, letters, spaces and line ends is covered in order")
    func exhaustive() {
        let alphabet: [Character] = ["a", "B", ".", "?", " ", "\n", "。", "’", "1", "*"]
        var texts = [""]
        for _ in 0..<4 {
            texts = texts.flatMap { text in alphabet.map { text + String($0) } }
            for text in texts {
                var last = 0
                for sentence in sentences(of: text) {
                    #expect(sentence.span.start >= last && sentence.span.length > 0)
                    last = sentence.span.end
                }
                #expect(last <= text.unicodeScalars.count)
            }
        }
    }

    private func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
