import Crypto

/// A secret that turns names into pseudonyms: HMAC-SHA256 of the name (RFC 2104, FIPS 180-4).
///
/// The same key gives the same pseudonym for the same name, wherever it stands; without the key
/// neither can a pseudonym be turned back nor a guessed name be tried.
public struct PseudonymKey: Sendable {
    /// Why bytes are no key.
    public enum Problem: Error, Hashable, Sendable {
        /// There are fewer than `leastBytes`.
        case tooShort(bytes: Int)
        /// They repeat too few different bytes to be random.
        case notRandom
    }

    /// The fewest bytes that a key has.
    public static let leastBytes = 32
    /// 44 random characters of base64 have fewer different ones only once in many lifetimes.
    private static let leastDifferentBytes = 8

    private let key: SymmetricKey

    /// Creates a key from bytes; white space at the end, such as that of a last line, is no part
    /// of it.
    public init(_ bytes: some Collection<UInt8>) throws(Problem) {
        var bytes = Array(bytes)
        while let last = bytes.last, [0x09, 0x0A, 0x0D, 0x20].contains(last) { bytes.removeLast() }
        guard bytes.count >= Self.leastBytes else { throw .tooShort(bytes: bytes.count) }
        guard Set(bytes).count >= Self.leastDifferentBytes else { throw .notRandom }
        key = SymmetricKey(data: bytes)
    }

    /// Creates a key of 32 random bytes that nobody knows.
    public init() {
        key = SymmetricKey(size: .bits256)
    }

    /// What is named; the same words give different tokens for each.
    enum Kind: String {
        case account, name, comment, discussion, source, site
    }

    /// 80 bits of the code of some words, as 16 letters and digits in base32 (RFC 4648) in small
    /// letters.
    func token(of words: String, as kind: Kind) -> String {
        var hash = HMAC<SHA256>(key: key)
        hash.update(data: Array(kind.rawValue.utf8) + [0] + Array(words.utf8))
        return Self.base32(Array(hash.finalize().prefix(10)))
    }

    /// 64 bits of the code of a number.
    func number(of number: UInt64) -> UInt64 {
        let words = Array("fingerprint".utf8) + [0] + Array(String(number).utf8)
        return HMAC<SHA256>.authenticationCode(for: words, using: key).prefix(8)
            .reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// - Precondition: the number of bytes is a multiple of 5.
    private static func base32(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 5) {
            let group = bytes[start..<start + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            for shift in stride(from: 35, through: 0, by: -5) {
                text.append(digits[Int(group >> UInt64(shift) & 31)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
