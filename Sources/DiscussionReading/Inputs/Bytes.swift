import Foundation

extension Collection where Element == UInt8 {
    /// Without a byte order mark of UTF-8 and white space at the start.
    var trimmedStart: SubSequence {
        let rest = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
        return rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}

extension BidirectionalCollection where Element == UInt8 {
    /// Without ASCII white space at both ends.
    var trimmed: SubSequence {
        var rest = self[...]
        while let last = rest.last, last == 0x20 || (0x09...0x0D).contains(last) {
            rest.removeLast()
        }
        return rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// Whether the bytes stand in it somewhere.
    ///
    /// - Complexity: O(n · m) at worst; the words looked for are short.
    func holds(_ word: [UInt8]) -> Bool { firstPlace(of: word) != nil }

    /// Where the bytes first stand in it, its start where they are none; `nil` where they do not.
    ///
    /// - Complexity: O(n · m) at worst; the words looked for are short.
    func firstPlace(of word: [UInt8]) -> Int? {
        guard let first = word.first else { return startIndex }
        guard count >= word.count else { return nil }
        for start in startIndex...(endIndex - word.count)
        where self[start] == first && self[start..<(start + word.count)].elementsEqual(word) {
            return start
        }
        return nil
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether a byte stands in it somewhere, looked for many at once.
    func hasByte(_ byte: UInt8) -> Bool {
        guard let baseAddress else { return false }
        return memchr(baseAddress, Int32(byte), count) != nil
    }

    /// The bytes behind a byte order mark of UTF-8, or all where there is none.
    var withoutByteOrderMark: Self {
        starts(with: [0xEF, 0xBB, 0xBF]) ? Self(rebasing: dropFirst(3)) : self
    }
}
