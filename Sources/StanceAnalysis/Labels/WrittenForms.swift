import LanguageTools

/// How the members of a cluster write its terms.
struct WrittenForms {
    /// The commenters who use a form, those of them not only where a sentence begins first.
    private struct Use {
        var inside = 0
        var atStart = 0
        var lastInside = -1
        var lastAtStart = -1

        /// Counts a commenter once, at the beginning of a sentence and elsewhere.
        mutating func note(_ commenter: Int, atStart: Bool) {
            if atStart {
                if lastAtStart != commenter { self.atStart += 1 }
                lastAtStart = commenter
            } else {
                if lastInside != commenter { inside += 1 }
                lastInside = commenter
            }
        }
    }

    /// By the UTF-8 of the form: strings that differ in their bytes can be equal.
    private var uses: [TermKey: [[UInt8]: Use]]

    /// Whether a word is one of a term, by its number.
    private var isWanted: [Bool] = []

    init(_ keys: [TermKey]) {
        uses = Dictionary(keys.map { ($0, [:]) }) { first, _ in first }
        for word in keys.flatMap(\.words).map(Int.init) {
            while isWanted.count <= word { isWanted.append(false) }
            isWanted[word] = true
        }
    }

    /// Reads those comments of the members of a cluster that hold a word of the terms.
    ///
    /// - Complexity: O(words of all their comments + bytes of those that are read).
    mutating func read(_ use: WordUse, members: [Int], with reader: inout OwnWordReader) {
        for commenter in members {
            let places = use.commentStarts[commenter]..<use.commentStarts[commenter + 1]
            for (ordinal, range) in use.comments[places] {
                let holds = use.units[range].contains {
                    Int($0.number) < isWanted.count && isWanted[Int($0.number)]
                }
                guard holds, let reading = reader.reading(of: ordinal) else { continue }
                reading.words.forEachTerm { key, range in
                    guard uses[key] != nil else { return }
                    let form = Self.written(reading.words[range], in: reading.own.bytes)
                    let atStart = reading.words[range.lowerBound].startsSentence
                    uses[key]?[form, default: Use()].note(commenter, atStart: atStart)
                }
            }
        }
    }

    /// The form that most commenters use; of two the first by its scalars. A capital letter that
    /// may be due to the beginning of a sentence counts only where nothing else is there.
    func commonest(_ key: TermKey) -> String? {
        let most = uses[key]?.max {
            let (left, right) = ($0.value, $1.value)
            if (left.inside, left.atStart) != (right.inside, right.atStart) {
                return (left.inside, left.atStart) < (right.inside, right.atStart)
            }
            return $1.key.lexicographicallyPrecedes($0.key)
        }
        return most.map { String(decoding: $0.key, as: UTF8.self) }
    }

    /// Words as they stand in a text, without characters that only direct the layout.
    private static func written(
        _ words: ArraySlice<OwnWordReader.Word>, in bytes: [UInt8]
    ) -> [UInt8] {
        guard let first = words.first, let last = words.last else { return [] }
        var form: [UInt8] = []
        var count = last.scalars.upperBound - first.scalars.lowerBound
        for scalar in String(decoding: bytes[first.byteStart...].prefix(count * 4), as: UTF8.self)
            .unicodeScalars
        {
            guard count > 0 else { break }
            count -= 1
            // Joiners are part of how Persian and Indic words are written.
            let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
            if isJoiner || scalar.properties.generalCategory != .format {
                form.append(contentsOf: String(scalar).utf8)
            }
        }
        return form
    }
}
