import TestSupport
import Testing

@testable import LanguageTools

@Suite("The normal form of names and phrases")
struct NormalFormTests {
    @Test(
        "It keeps letters and digits with single spaces between words",
        arguments: [
            ("", ""), ("  ", ""), ("👍", ""), ("Anna", "anna"), ("  Anna   Berg ", "anna berg"),
            ("O’Brien", "obrien"), ("Hal_10000", "hal_10000"), ("J. R. Ewing", "j r ewing"),
            ("ＡＢＣ １２", "abc 12"), ("José", "jose"), ("Jose\u{301}", "jose"), ("中村 さくら", "中村 さくら"),
            ("佐々木", "佐々木"), ("ジョン・スミス", "ジョン スミス"), ("محمـد", "محمد"),
        ])
    func phrases(phrase: String, expected: String) {
        #expect(NormalForm.of(phrase) == expected)
    }

    @Test("The normal form of a normal form is itself, also of hostile names")
    func twice() {
        for name in HostileText.names {
            let once = NormalForm.of(name)
            #expect(NormalForm.of(once) == once)
            #expect(once.unicodeScalars.count <= name.unicodeScalars.count)
        }
    }

    @Test("Every scalar has a kind and a folded scalar, and folding it again changes nothing")
    func allScalars() {
        var wrong: [UInt32] = []
        for value in 0...0x10FFFF as ClosedRange<UInt32> {
            guard Unicode.Scalar(value) != nil else { continue }
            let (_, folded) = NormalForm.of(value)
            if Unicode.Scalar(folded) == nil { wrong.append(value) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("A word's hash is that of its normal form")
    func hashes() {
        for word in ["Anna", "don’t", "Größe", "ＷＩＤＥ", "éclair"] {
            var vocabulary = Vocabulary()
            let tokens = TokenizedText(word, vocabulary: &vocabulary).tokens
            let hash = WordHash(ofNormalForm: NormalForm.ofWord(word)).value
            #expect(tokens.count == 1)
            #expect(vocabulary.existingNumber(of: hash) == tokens.first?.word)
        }
    }
}
