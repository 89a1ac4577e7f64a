import CGLib
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
        let plain = Self.decoded(words)
        if names.literals[plain.lowercased()] != nil { return true }
        if plain.split(whereSeparator: { "/.?&=#:@;,+ ".contains($0) }).contains(where: isName) {
            return true
        }
        let pieces = TextPiece.of(plain)
        for at in pieces.indices {
            if names.form(in: pieces, at: at, where: { $0.likeness == .name }) != nil {
                return true
            }
        }
        return holdsWholeName(Array(pieces.map(\.key).joined().utf8))
    }

    /// Whether a piece between stops and slashes is somebody's name, be it also a word, with no more
    /// than a number besides: `will-2`.
    private func isName(_ piece: Substring) -> Bool {
        let keys = TextPiece.of(String(piece)).map(\.key)
            .filter { !$0.unicodeScalars.allSatisfy { $0.properties.numericType != nil } }
        guard !keys.isEmpty, let form = names.form(of: keys) else { return false }
        return !form.isPart
    }

    /// An address as people read it: percent signs undone, also where they were written twice or stand
    /// for Latin-1, and hosts in Punycode (RFC 3492) as they are meant.
    private static func decoded(_ words: String) -> String {
        var plain = words
        for _ in 0..<2 where plain.contains("%") { plain = withoutPercents(plain) }
        guard plain.range(of: "xn--", options: .caseInsensitive) != nil else { return plain }
        return plain.split(separator: "/", omittingEmptySubsequences: false)
            .map { part in
                guard let host = g_hostname_to_unicode(String(part)) else { return String(part) }
                defer { g_free(host) }
                return String(cString: host)
            }.joined(separator: "/")
    }

    private static func withoutPercents(_ words: String) -> String {
        if let plain = words.removingPercentEncoding { return plain }
        var bytes: [UInt8] = []
        let written = Array(words.utf8)
        var at = 0
        while at < written.count {
            let isEscape = written[at] == UInt8(ascii: "%") && at + 2 < written.count
            let digits = isEscape ? String(decoding: written[at + 1...at + 2], as: UTF8.self) : ""
            if isEscape, let byte = UInt8(digits, radix: 16) {
                bytes.append(byte)
                at += 3
            } else {
                bytes.append(written[at])
                at += 1
            }
        }
        return String(bytes: bytes, encoding: .isoLatin1) ?? words
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
