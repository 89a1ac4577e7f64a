/// Reads the numbers of tables that this package carries.
enum DecimalNumber {
    /// Powers of ten that a `Float` holds exactly.
    private static let powers: [Float] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]

    /// The number that bytes of ASCII write, such as `-0.04332`; `nil` where they write none.
    ///
    /// The quotient of two whole numbers that a `Float` holds exactly is rounded once, so that it
    /// is the `Float` nearest to the decimal number, as `Float(_: String)` gives it.
    /// - Complexity: O(n) in the bytes.
    static func float(_ bytes: UnsafeBufferPointer<UInt8>) -> Float? {
        var at = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { at += 1 }
        var digits = 0
        var whole: UInt32 = 0
        var behindPoint = 0
        var sawPoint = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "."), !sawPoint {
                sawPoint = true
            } else {
                guard (0x30...0x39).contains(byte), digits < 7 else { return slowly(bytes) }
                whole = whole * 10 + UInt32(byte - 0x30)
                digits += whole == 0 ? 0 : 1
                behindPoint += sawPoint ? 1 : 0
            }
            at += 1
        }
        guard at > (isNegative ? 1 : 0) + (sawPoint ? 1 : 0), behindPoint < powers.count else {
            return slowly(bytes)
        }
        let size = Float(whole) / powers[behindPoint]
        return isNegative ? -size : size
    }

    private static func slowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Float? {
        Float(String(decoding: bytes, as: UTF8.self))
    }
}
