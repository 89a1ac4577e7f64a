import TestSupport
import Testing

@testable import LanguageTools

@Suite("The words of a text")
struct TokenizedTextTests {
    private func tokens(_ text: String) -> [Token] {
        var vocabulary = Vocabulary()
        return TokenizedText(text, vocabulary: &vocabulary).tokens
    }

    /// The words as they stand in the text, cut out by their spans.
    private func words(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return tokens(text).map { token in
            var word = String.UnicodeScalarView()
            word.append(contentsOf: scalars[Int(token.start)..<Int(token.end)])
            return String(word)
        }
    }

    @Test("An empty text has no words, nor has one of signs alone")
    func nothing() {
        for text in ["", " ", "\n\n", "... --- !!!", "👍🏽 🇳🇴", "\u{200B}\u{202E}", "'''’’", "@ @"] {
            #expect(tokens(text).isEmpty, "\(text)")
        }
    }

    @Test(
        "The spans give the words in scripts with spaces and without",
        arguments: [
            ("word", ["word"]),
            ("Don’t panic!", ["Don’t", "panic"]),
            ("'quoted' dogs' tails", ["quoted", "dogs", "tails"]),
            ("cafe\u{301} noir", ["cafe\u{301}", "noir"]),
            ("👍🏽so👨‍👩‍👧what", ["so", "what"]),
            ("zero\u{200B}width", ["zero\u{200B}width"]),
            ("Ｆｕｌｌ ｗｉｄｔｈ", ["Ｆｕｌｌ", "ｗｉｄｔｈ"]),
            ("我用Swift写", ["我", "用", "Swift", "写"]),
            ("佐々木さん", ["佐", "々", "木", "さ", "ん"]),
            ("ジョン・スミス", ["ジ", "ョ", "ン", "ス", "ミ", "ス"]),
            ("สุดา", ["สุ", "ด", "า"]),
            ("مرحبًا بالعالم", ["مرحبًا", "بالعالم"]),
            ("सुमन और मीना", ["सुमन", "और", "मीना"]),
            ("a_b c-d e.f", ["a_b", "c", "d", "e", "f"]),
        ])
    func spans(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("Words that differ only in case, accents, width and apostrophe have one number")
    func numbers() {
        for (one, other) in [
            ("Anna", "ANNA"), ("José", "jose\u{301}"), ("Don’t", "don't"), ("Ｔｅｓｔ", "test"),
            ("zero\u{200B}width", "zerowidth"), ("محمـــد", "محمد"), ("soft\u{AD}ly", "softly"),
        ] {
            let both = tokens(one + " " + other)
            #expect(both.count == 2)
            #expect(both.first?.word == both.last?.word, "\(one) \(other)")
        }
    }

    @Test("Vowel signs of Indic and Thai letters tell words apart")
    func vowelSigns() {
        for (one, other) in [("सुमन", "समन"), ("สุ", "สี"), ("สุ", "ส")] {
            let both = tokens(one + " " + other)
            #expect(both.count == 2)
            #expect(both.first?.word != both.last?.word, "\(one) \(other)")
        }
    }

    @Test("Plurals and possessives have the stem of their word, short and hissing words their own")
    func stems() {
        let all = tokens("dog dogs dog's dog’s bus class his")
        #expect(all.prefix(4).allSatisfy { $0.stem == all[0].word })
        #expect(all.dropFirst(4).allSatisfy { $0.stem == $0.word })
    }

    @Test("Marks say where a line and a sentence begin, and what is capitalized")
    func marks() {
        let all = tokens("one two. Three\nfour @five (Six) élan Élan ｇｏ Ｇｏ")
        func indices(_ mark: Token.Marks) -> [Int] {
            all.indices.filter { all[$0].marks.contains(mark) }
        }
        #expect(indices(.startsLine) == [0, 3])
        #expect(indices(.startsSentence) == [0, 2, 3])
        #expect(indices(.followsAtSign) == [4])
        #expect(indices(.isCapitalized) == [2, 5, 7, 9])
    }

    @Test("Every kind of line end begins a line")
    func lineEnds() {
        for end in ["\n", "\r", "\r\n", "\u{2028}", "\u{2029}"] {
            #expect(tokens("a\(end)b").last?.marks.contains(.startsLine) == true)
        }
    }

    @Test("A number after a hash sign or two greater-than signs is a reference")
    func references() {
        var vocabulary = Vocabulary()
        for (text, expected) in [
            ("", []), ("#", []), ("#12", [12]), ("(#12)", [12]), ("#12?", [12]),
            ("#12; #3.", [12, 3]),
            (">>7 and >>7", [7]), ("#12:", [12]), ("a#12", []), ("#12b", []), ("# 12", []),
            ("#999999999999999999999", []), ("#1\n#2", [1, 2]),
        ] as [(String, [Int])] {
            let found = TokenizedText(text, vocabulary: &vocabulary).numberReferences()
            #expect(found == expected, "\(text)")
        }
    }

    @Test("A question mark of any script asks, but not inside a quotation")
    func questions() {
        var vocabulary = Vocabulary()
        for text in ["who?", "你呢？", "من؟"] {
            #expect(TokenizedText(text, vocabulary: &vocabulary).asks(outside: []))
        }
        let answer = TokenizedText("Who knows? I do.", vocabulary: &vocabulary)
        #expect(!answer.asks(outside: [0..<2]))
        #expect(!TokenizedText("", vocabulary: &vocabulary).asks(outside: []))
    }

    @Test("The mark after a word is told whatever its script and whatever ends the line")
    func separators() {
        var vocabulary = Vocabulary()
        for (text, expected) in [
            ("Anna: hi", ":"), ("Anna： hi", ":"), ("Anna، hi", ","), ("Anna hi", " "),
            ("Anna", "\n"), ("Anna\nhi", "\n"), ("Anna\r\nhi", "\n"), ("\"Anna\", hi", ","),
        ] as [(String, Character)] {
            let tokenized = TokenizedText(text, vocabulary: &vocabulary)
            #expect(tokenized.separator(afterWord: 0) == expected, "\(text)")
            #expect(tokenized.separator(afterWord: -1) == "\n")
        }
    }

    @Test("Of random texts every span lies inside, in order, and gives a word again")
    func random() {
        let pieces = [
            "a", "Zebra", "é", "e\u{301}", " ", "\n", "\r\n", "'", "’", "@", "#12", ">>3", "字",
            "かな",
            "カ゛", "ｶﾞ", "ไทย", "ู", "عرب", "ـ", "हिन्दी", "👍🏽", "👨‍👩‍👧", "🇳🇴", "\u{200B}", "\u{202E}",
            "\u{2066}", "Ｗ", "＠", "!", "…", "_", "0", "٣", "\u{0}", "\u{FFFD}", "\u{10FFFF}",
            "\u{E0001}",
        ]
        for seed in 0..<300 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            var vocabulary = Vocabulary()
            let tokenized = TokenizedText(text, vocabulary: &vocabulary)
            let scalars = Array(text.unicodeScalars)
            let again = words(text)
            var last: Int32 = 0
            for (token, word) in zip(tokenized.tokens, again) {
                #expect(token.start >= last && token.end > token.start)
                #expect(Int(token.end) <= scalars.count)
                #expect(Int(token.word) < vocabulary.count && Int(token.stem) < vocabulary.count)
                let before = scalars[..<Int(token.start)].reduce(0) { $0 + UTF8.width($1) }
                #expect(Int(token.byteStart) == before)
                #expect(tokenized.scalars(Int(token.start)..<Int(token.end)) == word)
                #expect(tokens(word).count == 1, "\(word) of \(text)")
                last = token.end
            }
            _ = tokenized.numberReferences()
            _ = tokenized.asks(outside: tokenized.tokens.isEmpty ? [] : [0..<1])
        }
    }
}
