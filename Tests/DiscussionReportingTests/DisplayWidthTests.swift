import DiscussionReporting
import TestSupport
import Testing

@Suite("Text in columns")
struct DisplayWidthTests {
    @Test("Wide characters and emoji take two columns, marks none")
    func widths() {
        let expected: [(String, Int)] = [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中村", 4), ("ｱ", 1), ("Ａ", 2),
            ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇳🇴", 2),
            ("☎\u{FE0F}", 2), ("สมชาย", 5), ("دوד", 3), ("“a”", 3), ("→", 1), ("…", 1),
        ]
        for (text, width) in expected {
            #expect(DisplayWidth.of(text) == width, "\(text)")
        }
    }

    @Test("A text is cut where it does not fit and says so")
    func fitting() {
        #expect(DisplayWidth.fitted("abcdef", to: 6) == "abcdef")
        #expect(DisplayWidth.fitted("abcdef", to: 5) == "abcd…")
        #expect(DisplayWidth.fitted("中村さくら", to: 6) == "中村…")
        #expect(DisplayWidth.fitted("a", to: 0) == "")
        #expect(DisplayWidth.padded("中", to: 4) == "中  ")
        for name in HostileText.names {
            let shown = VisibleText.name(name)
            for width in 1...12 {
                #expect(DisplayWidth.of(DisplayWidth.fitted(shown, to: width)) <= width)
            }
        }
    }

    @Test("A passage is broken at spaces, and inside words that are too long")
    func wrapping() {
        #expect(DisplayWidth.wrapped("", to: 10) == [])
        #expect(DisplayWidth.wrapped("one two three", to: 8) == ["one two", "three"])
        #expect(DisplayWidth.wrapped("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
        #expect(DisplayWidth.wrapped("中村さくら", to: 4) == ["中村", "さく", "ら"])
        #expect(DisplayWidth.wrapped("a 中村さくら", to: 6) == ["a 中村", "さくら"])
        for name in HostileText.names {
            let shown = VisibleText.passage(name)
            let lines = DisplayWidth.wrapped(shown, to: 7)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= 7 && !$0.isEmpty })
            #expect(
                lines.joined().filter { $0 != " " } == shown.filter { $0 != " " })
        }
    }

    @Test("A megabyte without a space is broken like a short word")
    func wrappingLongWords() {
        for (letters, width, line) in [("abcd", 4, "abcd"), ("中村さく", 4, "中村")] {
            let count = 1_000_000 / letters.utf8.count
            let lines = DisplayWidth.wrapped(String(repeating: letters, count: count), to: width)
            #expect(lines.first == line)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width && !$0.isEmpty })
            #expect(lines.joined() == String(repeating: letters, count: count))
            #expect(lines.dropLast(count / 2).suffix(count / 4).contains(line))
        }
        let lines = DisplayWidth.wrapped("so " + String(repeating: "x", count: 999_999), to: 5)
        #expect(lines.prefix(3) == ["so xx", "xxxxx", "xxxxx"])
        #expect(lines.last == "xx" && lines.count == 200_001)
    }

    @Test("A paragraph hangs under its first word, whatever colours its head")
    func paragraphs() {
        #expect(DisplayWidth.paragraph("one two", after: "- ", to: 6) == ["- one", "  two"])
        #expect(
            DisplayWidth.paragraph("one two", after: "- ", shownAs: "<->", to: 6)
                == ["<->one", "  two"])
    }

    @Test("What would act is shown, and what is written stays")
    func visible() {
        #expect(VisibleText.name("a\u{1B}[31m\n\u{7F}") == "a␛[31m␊␡")
        #expect(VisibleText.name("\u{202E}x\u{200B}\u{9B}") == "⟨U+202E⟩x⟨U+200B⟩⟨U+009B⟩")
        #expect(VisibleText.name("مح\u{200F}مد 👩‍👧 e\u{301}") == "محمد 👩‍👧 e\u{301}")
        #expect(VisibleText.passage("  a\n\n b\u{2028}c\t") == "a b c")
    }
}
