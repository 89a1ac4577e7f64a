/// Bytes of unknown encoding as text.
package enum TextDecoder {
    /// What the bytes turned out to be.
    package enum Encoding: String, Hashable, Sendable {
        /// Said by a byte order mark or true of every byte.
        case utf8 = "UTF-8"
        /// Said by a byte order mark, or seen from NULs in every other place.
        case utf16 = "UTF-16"
        /// Not UTF-8 anywhere; Latin-1 reads the same.
        case windows1252 = "Windows-1252"
        /// UTF-8 with stray bytes, which are read as Windows-1252.
        case mixed = "UTF-8 with stray bytes of Windows-1252"
    }

    /// Text that was decoded, as valid UTF-8 without a byte order mark.
    package struct Decoded {
        /// The text.
        package var bytes: [UInt8]
        /// What it was read as.
        package var encoding: Encoding
        /// Whether the encoding is a guess of ours.
        package var isGuessed: Bool
        /// The 0-based place of the first byte that is not UTF-8, when that made us guess.
        package var firstStrayByte: Int?
    }

    /// Decodes all bytes; every sequence of bytes has a reading.
    ///
    /// - Complexity: O(bytes).
    package static func decoded(_ bytes: [UInt8]) -> Decoded {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return eightBit(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return utf16(bytes.dropFirst(2), lowByteFirst: true, isGuessed: false)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes.dropFirst(2), lowByteFirst: false, isGuessed: false)
        }
        if let lowByteFirst = looksLikeUTF16(bytes.prefix(4_096)) {
            return utf16(bytes[...], lowByteFirst: lowByteFirst, isGuessed: true)
        }
        return eightBit(bytes)
    }

    /// Whether NULs fill nearly every other place, and if so whether the second of each pair.
    package static func looksLikeUTF16(_ head: ArraySlice<UInt8>) -> Bool? {
        guard head.count >= 8 else { return nil }
        var nulls = [0, 0]
        for (place, byte) in head.enumerated() where byte == 0 { nulls[place & 1] += 1 }
        let half = head.count / 2
        if nulls[1] * 10 > half * 6, nulls[0] * 10 < half { return true }
        if nulls[0] * 10 > half * 6, nulls[1] * 10 < half { return false }
        return nil
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, lowByteFirst: Bool, isGuessed: Bool
    ) -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(lowByteFirst ? first | second << 8 : first << 8 | second)
            index += 2
        }
        return Decoded(
            bytes: Array(String(decoding: units, as: UTF16.self).utf8), encoding: .utf16,
            isGuessed: isGuessed)
    }

    private static func eightBit(_ bytes: [UInt8]) -> Decoded {
        var strays: [Int] = []
        var sequences = 0
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(bytes, at: index)
            if length == 0 { strays.append(index) }
            if length > 1 { sequences += 1 }
            index += Swift.max(1, length)
        }
        guard let first = strays.first else {
            return Decoded(bytes: bytes, encoding: .utf8, isGuessed: false)
        }
        // A page in Windows-1252 seldom has two bytes in a row that also make sense as UTF-8.
        let isMixed = sequences > strays.count
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        index = 0
        var next = 0
        while index < bytes.count {
            let isStray = next < strays.count && strays[next] == index
            if isStray { next += 1 }
            if isStray || !isMixed && bytes[index] >= 0x80 {
                text += Array(String(windows1252(bytes[index])).utf8)
            } else {
                text.append(bytes[index])
            }
            index += 1
        }
        return Decoded(
            bytes: text, encoding: isMixed ? .mixed : .windows1252, isGuessed: true,
            firstStrayByte: first)
    }

    /// The number of bytes of the well-formed UTF-8 sequence at a place, or 0.
    static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return 0 }
        for place in 1..<length where bytes[index + place] & 0xC0 != 0x80 { return 0 }
        let second = bytes[index + 1]
        switch lead {
        case 0xE0: return second >= 0xA0 ? length : 0
        case 0xED: return second < 0xA0 ? length : 0
        case 0xF0: return second >= 0x90 ? length : 0
        case 0xF4: return second < 0x90 ? length : 0
        default: return length
        }
    }

    /// The character of a byte; the five bytes that have none stand for themselves, as the WHATWG
    /// encoding standard has it.
    static func windows1252(_ byte: UInt8) -> Character {
        guard (0x80...0x9F).contains(byte) else { return Character(Unicode.Scalar(byte)) }
        return Character(
            Unicode.Scalar(upperControls[Int(byte) - 0x80]) ?? Unicode.Scalar(byte))
    }

    private static let upperControls: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
