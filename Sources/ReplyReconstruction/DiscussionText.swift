package import DiscussionModel
package import LanguageTools

/// The words of a discussion, numbered, with how rare each is.
///
/// Texts are named by ordinal: 0 is the article's body, the others are the comments.
package struct DiscussionText: Sendable {
    /// The words of each text; `texts.count` is the number of comments + 1.
    package let texts: [TokenizedText]
    /// The information in nats of each word that stands in a text, by its number: high for rare
    /// words.
    package let information: [Float]
    /// The vocabulary that numbers the words.
    package let vocabulary: Vocabulary
    /// The weight of the posts of everyday English that are added to the texts.
    private let everydayWeight: Float

    /// Reads the words of a discussion.
    ///
    /// The information of a word is `ln((n + K + 1) / (d + K·p + 0.5))` with n texts, d of them
    /// with the word, p the share of posts with it in everyday English and K = 200 such posts
    /// added, fewer in proportion to how little of the discussion is everyday English, down to 20.
    /// - Complexity: O(b) in the bytes of all texts.
    package init(_ discussion: Discussion) {
        let common = CommonWords.shared
        var vocabulary = common.vocabulary
        var texts: [TokenizedText] = []
        texts.reserveCapacity(discussion.comments.count + 1)
        for ordinal in 0...discussion.comments.count {
            texts.append(TokenizedText(discussion.text(at: ordinal), vocabulary: &vocabulary))
        }
        // Of English posts about 85 % of the words are in the list, of other languages few.
        var words = 0
        var commonWords = 0
        for text in texts {
            words += text.tokens.count
            for token in text.tokens where Int(token.word) < common.shares.count {
                commonWords += 1
            }
        }
        let share = words == 0 ? 0 : Float(commonWords) / Float(words)
        // Of another language no word is known to be common; a few posts stand for all of them, so
        // that words of a small discussion that stand in two texts are still worth something.
        let english = min(1, max(0, (share - 0.3) / 0.4))
        everydayWeight = 200 * english + 20 * (1 - english)
        information = Self.informations(
            texts, count: vocabulary.count, everydayWeight: everydayWeight
        ) { $0.word }
        self.texts = texts
        self.vocabulary = vocabulary
    }

    /// The information in nats of each stem that stands in a text, by its number, as of a word.
    ///
    /// - Complexity: O(w) in the words of all texts.
    func stemInformation() -> [Float] {
        Self.informations(texts, count: vocabulary.count, everydayWeight: everydayWeight) {
            $0.stem
        }
    }

    private static func informations(
        _ texts: [TokenizedText], count: Int, everydayWeight weight: Float,
        of number: (Token) -> UInt32
    ) -> [Float] {
        let common = CommonWords.shared
        let total = Float(texts.count) + weight + 1
        func information(of count: Int32, share: Float) -> Float {
            FloatMath.log(total / (Float(count) + weight * share + 0.5))
        }
        // Most words stand in few texts, and of words that are not common the number of these is
        // all that counts.
        let ofRareWords = (0..<64).map { information(of: $0, share: common.rarestShare) }
        return frequencies(texts, count: count, number).enumerated().map { word, count in
            if count == 0 { return 0 }
            if word < common.shares.count {
                return information(of: count, share: common.shares[word])
            }
            return count < 64
                ? ofRareWords[Int(count)] : information(of: count, share: common.rarestShare)
        }
    }

    /// The number of texts that hold each word or stem.
    private static func frequencies(
        _ texts: [TokenizedText], count: Int, _ number: (Token) -> UInt32
    ) -> [Int32] {
        var frequency = [Int32](repeating: 0, count: count)
        var lastText = [Int32](repeating: -1, count: count)
        for (ordinal, text) in texts.enumerated() {
            for token in text.tokens {
                let word = Int(number(token))
                if lastText[word] != Int32(ordinal) {
                    lastText[word] = Int32(ordinal)
                    frequency[word] += 1
                }
            }
        }
        return frequency
    }
}
