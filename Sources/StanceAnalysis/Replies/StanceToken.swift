/// One word, mark or turn of phrase of a comment's own words.
package struct StanceToken: Hashable, Sendable {
    /// The number of the word; of a mark its code.
    package var key: UInt32
    /// The same without an ending that is easily told, for what the talk is about.
    package var stem: UInt32
    /// What it is to a stance.
    package var classes: WordClasses
    /// The first scalar in the comment.
    package var start: Int32
    /// One past the last scalar.
    package var end: Int32
    /// The first byte of its UTF-8.
    package var byteStart: Int32 = 0
    /// One past the last byte.
    package var byteEnd: Int32 = 0

    static let comma: UInt32 = 0x2C
    static let questionMark: UInt32 = 0x3F
    static let exclamationMark: UInt32 = 0x21
    static let quotationMark: UInt32 = 0x22
    static let fullStop: UInt32 = 0x2E
    /// Three dots or more.
    static let ellipsis: UInt32 = 1
    /// Where a quotation stands.
    static let quotation: UInt32 = 2
    static let link: UInt32 = 3

    /// Whether it is a word or a turn of phrase.
    var isWord: Bool { classes.isDisjoint(with: .isNoWord) }

    /// Whether a sentence ends here.
    var endsSentence: Bool {
        key == Self.fullStop || key == Self.questionMark || key == Self.exclamationMark
            || key == Self.ellipsis || key == Self.quotation
    }
}
