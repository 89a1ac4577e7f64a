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
}
