import Foundation

/// Finds names in what is no running text: ids, addresses of pages, names of files.
struct NameTraces {
    /// Shorter names stand in too many other words.
    private static let leastLetters = 4

    private let names: KnownNames
    /// Hashes of whole names without blanks, by how many bytes they have.
    private var hashes: [Int: Set<UInt64>] = [:]
    private var longest = 0

    init(_ names: KnownNames) {
        self.names = names
        for form in names.allForms where form.likeness == .name && !form.isPart {
            let letters = Array(form.pieces.joined().utf8)
            guard form.pieces.joined().count >= Self.leastLetters else { continue }
            hashes[letters.count, default: []].insert(letters.reduce(Self.seed, Self.step))
            longest = max(longest, letters.count)
        }
    }

    /// Whether some words hold the name of somebody, whole or a part that is no other word.
    ///
    /// - Complexity: O(n * m) in the length of the words and of the longest name.
    func isIn(_ words: String) -> Bool {
        let plain = words.contains("%") ? words.removingPercentEncoding ?? words : words
        if names.literals[plain.lowercased()] != nil { return true }
        let pieces = TextPiece.of(plain)
        for at in pieces.indices {
            if names.form(in: pieces, at: at, where: { $0.likeness == .name }) != nil {
                return true
            }
        }
        return holdsWholeName(Array(pieces.map(\.key).joined().utf8))
    }

    private func holdsWholeName(_ letters: [UInt8]) -> Bool {
        guard longest > 0 else { return false }
        for start in letters.indices {
            var hash = Self.seed
            for (length, byte) in letters[start...].prefix(longest).enumerated() {
                hash = Self.step(hash, byte)
                if hashes[length + 1]?.contains(hash) == true { return true }
            }
        }
        return false
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
