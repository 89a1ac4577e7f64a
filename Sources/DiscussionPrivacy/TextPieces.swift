import Foundation
import LanguageTools

/// A run of letters and digits of a text.
struct TextPiece {
    /// The first scalar.
    var start: Int
    /// One past the last scalar.
    var end: Int
    /// Its normal form.
    var key: String
    /// Whether it begins with a capital letter.
    var isCapitalized: Bool
    /// Whether it is of a script without spaces between words.
    var isIdeograph: Bool

    /// The runs of letters and digits of a text, in order; unlike words they end at apostrophes and
    /// underscores, since names are written with and without these.
    ///
    /// - Complexity: O(n) in the scalars.
    static func of(_ scalars: [Unicode.Scalar]) -> [TextPiece] {
        var pieces: [TextPiece] = []
        pieces.reserveCapacity(scalars.count / 5)
        var at = 0
        while at < scalars.count {
            let kind = kind(of: scalars[at])
            guard kind == .word || kind == .ideograph || kind == .sign else {
                at += 1
                continue
            }
            let start = at
            at += 1
            // What is not seen belongs to the letter before it, so that none of it is left over.
            while at < scalars.count {
                let next = Self.kind(of: scalars[at])
                guard next == .invisible || (kind == .word ? next == .word : next == .sign) else {
                    break
                }
                at += 1
            }
            pieces.append(
                TextPiece(
                    start: start, end: at, key: key(of: scalars[start..<at]),
                    isCapitalized: isCapital(scalars[start]), isIdeograph: kind != .word))
        }
        return pieces
    }

    /// The same of a text.
    static func of(_ text: String) -> [TextPiece] { of(Array(text.unicodeScalars)) }

    private static func kind(of scalar: Unicode.Scalar) -> NormalForm.Kind {
        scalar.value == 0x5F ? .separator : NormalForm.of(scalar.value).kind
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (0x41...0x5A).contains(scalar.value) }
        let properties = scalar.properties
        return properties.isUppercase || properties.generalCategory == .titlecaseLetter
    }

    private static func key(of scalars: ArraySlice<Unicode.Scalar>) -> String {
        var key = String.UnicodeScalarView()
        if scalars.allSatisfy(\.isASCII) {
            for scalar in scalars {
                let isCapital = (0x41...0x5A).contains(scalar.value)
                key.append(isCapital ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
            }
            return String(key)
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        // Letters that may be written as one character or as several.
        for scalar in String(view).precomposedStringWithCompatibilityMapping.unicodeScalars {
            let (kind, folded) = NormalForm.of(scalar.value)
            guard kind != .invisible, let letter = Unicode.Scalar(folded) else { continue }
            if let plain = plainLetters[letter] {
                key.append(contentsOf: plain.unicodeScalars)
            } else {
                key.append(letter)
            }
        }
        return String(key)
    }

    /// Letters that have no accent to take away, and how people write them who do not have them on
    /// their keyboard, or in capitals.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ß": "ss", "ς": "σ", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "æ": "ae", "œ": "oe", "ŋ": "n", "ŧ": "t", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك",
    ]
}
