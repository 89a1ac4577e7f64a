/// Steps over UTF-8 bytes scalar by scalar.
public enum UTF8Scan {
    /// The scalar that begins at a byte and its width in bytes, 1...4.
    ///
    /// A byte that begins no scalar counts as U+FFFD of width 1, so that a scan always ends.
    /// - Precondition: `index` is inside `bytes`.
    @inline(__always)
    public static func scalar(
        in bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (scalar: UInt32, width: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let left = bytes.count - index
        @inline(__always) func next(_ k: Int) -> UInt32 { UInt32(bytes[index + k]) & 0x3F }
        if first >= 0xC2 && first < 0xE0 && left > 1 {
            return ((first & 0x1F) << 6 | next(1), 2)
        }
        if first >= 0xE0 && first < 0xF0 && left > 2 {
            return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
        }
        if first >= 0xF0 && first < 0xF5 && left > 3 {
            return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        }
        return (0xFFFD, 1)
    }
}
