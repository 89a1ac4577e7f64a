/// Finds links in a text.
enum LinkRanges {
    /// The bytes of each run without white space that holds `://` or begins with `www.`, in order.
    ///
    /// - Complexity: O(n) in the bytes.
    static func find(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var at = 0
        while at + 4 <= bytes.count {
            let isScheme = bytes[at] == 0x3A && bytes[at + 1] == 0x2F && bytes[at + 2] == 0x2F
            guard isScheme || bytes[at..<at + 4].elementsEqual([0x77, 0x77, 0x77, 0x2E]) else {
                at += 1
                continue
            }
            let floor = ranges.last?.upperBound ?? 0
            var start = at
            while start > floor, bytes[start - 1] > 0x20 { start -= 1 }
            var end = at
            while end < bytes.count, bytes[end] > 0x20 { end += 1 }
            ranges.append(start..<end)
            at = end
        }
        return ranges
    }
}
