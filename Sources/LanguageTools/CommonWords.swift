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
        table.withUnsafeBufferPointer { table in
            var line = 0
            while line < table.count {
                let end = table[line...].firstIndex(of: UInt8(ascii: "\n")) ?? table.count
                defer { line = end + 1 }
                var hash = WordHash()
                var at = line
                while at < end, table[at] != UInt8(ascii: "\t") {
                    let (scalar, width) = UTF8Scan.scalar(in: table, at: at)
                    hash.combine(scalar)
                    at += width
                }
                guard at < end, at > line,
                    let count = DecimalNumber.float(
                        UnsafeBufferPointer(rebasing: table[(at + 1)..<end])),
                    Int(vocabulary.number(of: hash.value)) == shares.count
                else { continue }
                shares.append(count / 10_000)
            }
        }
        self.vocabulary = Vocabulary(beginningWith: vocabulary)
        self.shares = shares
    }
}
