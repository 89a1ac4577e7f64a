import CGLib

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

    private let key: [UInt8]

    /// Creates a key from bytes; white space at the end, such as that of a last line, is no part
    /// of it.
    public init(_ bytes: some Collection<UInt8>) throws(Problem) {
        var bytes = Array(bytes)
        while let last = bytes.last, [0x09, 0x0A, 0x0D, 0x20].contains(last) { bytes.removeLast() }
        guard bytes.count >= Self.leastBytes else { throw .tooShort(bytes: bytes.count) }
        guard Set(bytes).count >= Self.leastDifferentBytes else { throw .notRandom }
        key = bytes
    }

    /// Creates a key of 32 random bytes that nobody knows.
    public init() {
        var generator = SystemRandomNumberGenerator()
        key = (0..<Self.leastBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// What is named; the same words give different tokens for each.
    enum Kind: String {
        case account, name, comment, discussion, source, site
    }

    /// 80 bits of the code of some words, as 16 letters and digits in base32 (RFC 4648) in small
    /// letters.
    func token(of words: String, as kind: Kind) -> String {
        Self.base32(Array(code(of: kind.rawValue, words).prefix(10)))
    }

    /// 64 bits of the code of a number.
    func number(of number: UInt64) -> UInt64 {
        code(of: "fingerprint", String(number)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// HMAC-SHA256 of what is named, a byte 0 and some words: 32 bytes.
    private func code(of kind: String, _ words: String) -> [UInt8] {
        let message = Array(kind.utf8) + [0] + Array(words.utf8)
        guard
            let text = g_compute_hmac_for_data(
                G_CHECKSUM_SHA256, key, gsize(key.count), message, gsize(message.count))
        else { preconditionFailure("GLib knows SHA-256") }
        defer { g_free(text) }
        let digits = UnsafeBufferPointer(start: text, count: 64)
        return stride(from: 0, to: 64, by: 2).map {
            Self.value(ofHex: digits[$0]) << 4 | Self.value(ofHex: digits[$0 + 1])
        }
    }

    /// The value of a digit that GLib has written.
    private static func value(ofHex digit: CChar) -> UInt8 {
        let byte = UInt8(truncatingIfNeeded: digit)
        return byte <= 0x39 ? byte - 0x30 : byte - 0x61 + 10
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

extension PseudonymKey: CustomStringConvertible, CustomReflectable {
    /// Nothing of the secret.
    public var description: String { "a key of pseudonyms" }

    /// Nothing of the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
