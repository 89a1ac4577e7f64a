/// How often the commonest words stand in a post of everyday English.
///
/// The table is learnt by `rejoinder-evaluate train-words`; each line holds a word in normal form
/// and the posts of 10,000 that hold it.
package struct CommonWords: Sendable {
    package static let shared = CommonWords(table: PackageResources.common_words_txt)

    /// A vocabulary whose first words are those of the table, in its order.
    package let vocabulary: Vocabulary
    /// The share of posts that hold a word, by its number, falling.
    package let shares: [Float]
    /// What stands for the share of a word that is not in the table.
    package var rarestShare: Float { (shares.last ?? 0.002) / 4 }

    init(table: [UInt8]) {
        var vocabulary = Vocabulary(minimumCapacity: 4_096)
        var shares: [Float] = []
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "\t"))
            guard parts.count == 2, let count = Float(String(decoding: parts[1], as: UTF8.self))
            else { continue }
            let hash = WordHash(ofNormalForm: String(decoding: parts[0], as: UTF8.self)).value
            guard Int(vocabulary.number(of: hash)) == shares.count else { continue }
            shares.append(count / 10_000)
        }
        self.vocabulary = vocabulary
        self.shares = shares
    }
}
