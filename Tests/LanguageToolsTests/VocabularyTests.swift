import Testing

@testable import LanguageTools

@Suite("The vocabulary")
struct VocabularyTests {
    @Test("An empty vocabulary knows nothing")
    func empty() {
        #expect(Vocabulary().count == 0)
        #expect(Vocabulary().existingNumber(of: WordHash().value) == nil)
    }

    @Test("Numbers are given in order of first appearance and stay while it grows")
    func growth() {
        var vocabulary = Vocabulary(minimumCapacity: 0)
        let hashes = (0..<20_000).map { WordHash(ofNormalForm: "word\($0)").value }
        for (number, hash) in hashes.enumerated() {
            #expect(vocabulary.existingNumber(of: hash) == nil)
            #expect(vocabulary.number(of: hash) == UInt32(number))
        }
        #expect(vocabulary.count == hashes.count)
        for (number, hash) in hashes.enumerated() {
            #expect(vocabulary.number(of: hash) == UInt32(number))
            #expect(vocabulary.existingNumber(of: hash) == UInt32(number))
        }
        #expect(vocabulary.count == hashes.count)
    }

    @Test("Hashes that fall into one slot are told apart")
    func collisions() {
        var vocabulary = Vocabulary()
        let hashes = (1...600).map { UInt64($0) << 40 | 7 }
        for (number, hash) in hashes.enumerated() {
            #expect(vocabulary.number(of: hash) == UInt32(number))
        }
        #expect(vocabulary.existingNumber(of: 601 << 40 | 7) == nil)
    }

    @Test("A vocabulary goes on where the one that it begins with ends, and leaves that as it is")
    func beginning() {
        var base = Vocabulary(minimumCapacity: 0)
        let hashes = (0..<2_000).map { WordHash(ofNormalForm: "word\($0)").value }
        for hash in hashes[..<900] { _ = base.number(of: hash) }
        var vocabulary = Vocabulary(beginningWith: base)
        #expect(vocabulary.count == 900)
        for (number, hash) in hashes.enumerated() {
            #expect(vocabulary.existingNumber(of: hash) == (number < 900 ? UInt32(number) : nil))
            #expect(vocabulary.number(of: hash) == UInt32(number))
        }
        #expect(vocabulary.existingNumber(of: hashes[1_999]) == 1_999)
        #expect(base.count == 900)
        #expect(base.existingNumber(of: hashes[900]) == nil)
    }

    @Test("Words that a vocabulary does not know have no number, and it does not learn them")
    func unknownWords() {
        var vocabulary = Vocabulary()
        let known = TokenizedText("The otter's pond", vocabulary: &vocabulary).tokens
        let count = vocabulary.count
        let tokens = TokenizedText.tokens(of: Array("The pond, a heron".utf8), known: vocabulary)
        #expect(tokens.map(\.word) == [known[0].word, known[2].word, Token.unknown, Token.unknown])
        #expect(vocabulary.count == count)
    }
}
