/// The number of words of a text.
///
/// A word is a run of letters, digits and the marks on them, with apostrophes or hyphens inside
/// it (`don't`, `twenty-five`) and, between digits, points and commas (`1,000.5`). In scripts
/// written without spaces (Han, Kana, Thai, Lao, Khmer, Burmese) each letter counts as one word,
/// since nothing on the page says where the words end. Signs, emoji and punctuation are no words.
///
/// `wordCount("Don't panic: 3.5 of twenty-five.")` is 5, `wordCount("你好，世界")` is 4.
///
/// - Complexity: O(bytes of `text`).
package func wordCount(_ text: String) -> Int {
    var count = 0
    let bytes = Array(text.utf8)
    forEachWord(in: bytes, bytes.indices) { _, _ in count += 1 }
    return count
}

/// Calls `body` for each word of a part of a text, in order, as `wordCount(_:)` counts them.
///
/// - Parameters:
///   - bytes: valid UTF-8.
///   - range: a part of it, not cut inside a scalar.
///   - body: receives the bytes of the word and whether it is a letter of a script without spaces.
/// - Complexity: O(`range.count`).
package func forEachWord(
    in bytes: [UInt8], _ range: Range<Int>, _ body: (Range<Int>, _ isUnspaced: Bool) -> Void
) {
    var place = range.lowerBound
    var start: Int?
    while place < range.upperBound {
        let (scalar, length) = decodedScalar(in: bytes, at: place)
        switch WordScalar(scalar) {
        case .letter, .digit:
            if start == nil { start = place }
        case .mark:
            break
        case .unspaced:
            if let first = start { body(first..<place, false) }
            start = nil
            body(place..<place + length, true)
        case .joiner(let joinsDigitsOnly):
            guard let first = start else { break }
            let next = place + length
            let follows =
                next < range.upperBound
                ? WordScalar(decodedScalar(in: bytes, at: next).scalar) : .other
            let precedes = WordScalar(bytes[place - 1] < 0x80 ? UInt32(bytes[place - 1]) : 0x61)
            let joins =
                joinsDigitsOnly
                ? precedes == .digit && follows == .digit : follows == .letter || follows == .digit
            if !joins {
                body(first..<place, false)
                start = nil
            }
        case .other:
            if let first = start { body(first..<place, false) }
            start = nil
        }
        place += length
    }
    if let first = start { body(first..<range.upperBound, false) }
}

/// The scalar that begins at a byte, and its length in bytes.
///
/// - Precondition: `place` is an index of `bytes`, which is valid UTF-8, and begins a scalar.
package func decodedScalar(in bytes: [UInt8], at place: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[place])
    if first < 0x80 { return (first, 1) }
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset]) & 0x3F }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}

/// What a scalar does in a word.
private enum WordScalar: Equatable {
    case letter, digit, mark, unspaced, other
    case joiner(digitsOnly: Bool)

    init(_ scalar: UInt32) {
        switch scalar {
        case 0x61...0x7A, 0x41...0x5A:
            self = .letter
        case 0x30...0x39:
            self = .digit
        case 0x27, 0x2D, 0x2019, 0x2010, 0x2011:
            self = .joiner(digitsOnly: false)
        case 0x2C, 0x2E:
            self = .joiner(digitsOnly: true)
        case ..<0x80:
            self = .other
        default:
            guard let scalar = Unicode.Scalar(scalar) else {
                self = .other
                return
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter, .letterNumber:
                self = isWrittenWithoutSpaces(scalar.value) ? .unspaced : .letter
            case .decimalNumber, .otherNumber:
                self = .digit
            case .nonspacingMark, .spacingMark, .enclosingMark, .format:
                self = .mark
            default:
                self = .other
            }
        }
    }
}

/// Whether a letter belongs to a script that writes no spaces between words.
package func isWrittenWithoutSpaces(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF,  // Thai, Lao
        0x1000...0x109F,  // Burmese
        0x1780...0x17FF,  // Khmer
        0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F,  // Kana
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:  // Han
        true
    default:
        false
    }
}
