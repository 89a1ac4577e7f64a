/// Copies of inputs in UTF-16 as UTF-8, so that what is found in them can be read again.
enum UTF16Copy {
    /// Whether bytes begin a text in UTF-16, and if so in which order its bytes are.
    static func isLowByteFirst(_ head: [UInt8]) -> Bool? {
        if head.starts(with: [0xFF, 0xFE]) { return true }
        if head.starts(with: [0xFE, 0xFF]) { return false }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return nil }
        return TextDecoder.looksLikeUTF16(head.prefix(4_096))
    }

    /// A temporary file with the rest of the input in UTF-8, without a byte order mark.
    static func file(of input: OpenInput, lowByteFirst: Bool) throws -> RandomAccessFile {
        let file = try RandomAccessFile.temporary(for: input.name)
        var units: [UInt16] = []
        var halfUnit: UInt8?
        var isAtStart = true
        while true {
            let bytes = try input.read()
            let isLast = bytes.isEmpty
            units.reserveCapacity(units.count + bytes.count / 2)
            for byte in bytes {
                guard let first = halfUnit else {
                    halfUnit = byte
                    continue
                }
                halfUnit = nil
                let (low, high) = lowByteFirst ? (first, byte) : (byte, first)
                units.append(UInt16(low) | UInt16(high) << 8)
            }
            if isAtStart, units.first == 0xFEFF { units.removeFirst() }
            if !units.isEmpty { isAtStart = false }
            // The second half of a pair may come with the next bytes.
            var kept: [UInt16] = []
            if !isLast, let last = units.last, (0xD800..<0xDC00).contains(last) {
                kept = [units.removeLast()]
            }
            try file.append(Array(String(decoding: units, as: UTF16.self).utf8))
            units = kept
            if isLast { return file }
        }
    }
}
