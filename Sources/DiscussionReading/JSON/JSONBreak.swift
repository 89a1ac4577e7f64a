/// Where bytes stop being JSON, and what stands whole before that.
///
/// A file that was cut, or of which one byte is damaged, still gives what comes before: the last
/// value that is whole is kept and the arrays and objects around it are closed.
struct JSONBreak: Hashable {
    /// The values at the top level that are whole; more than one where documents follow each other.
    var values: [Range<Int>] = []
    /// The 0-based byte where it stops; `nil` where all of it is JSON.
    var byte: Int?
    /// Whether it stops because the input ends.
    var isAtEnd = false
    /// The value that is not whole, from its first byte to the end of the last whole value in it.
    var kept: Range<Int>?
    /// The brackets that close what is kept.
    var closing: [UInt8] = []

    /// What is expected at a place.
    private enum Expected {
        case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd
    }

    /// Looks for the first place where bytes are no JSON; numbers and words are only looked at
    /// from afar.
    ///
    /// - Complexity: O(bytes); nothing recurses.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var open: [UInt8] = []
        var expected = Expected.value
        var start = 0
        var whole: (end: Int, depth: Int)?
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0

        func stringEnd(from first: Int) -> Int? {
            var at = first + 1
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "\"") { return at + 1 }
                at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
            }
            return nil
        }

        scan: while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                at += 1
                continue
            }
            if open.isEmpty && expected == .value { start = at }
            var isWhole = false
            switch (expected, byte) {
            case (.value, UInt8(ascii: "{")), (.valueOrEnd, UInt8(ascii: "{")):
                open.append(UInt8(ascii: "}"))
                expected = .keyOrEnd
                at += 1
            case (.value, UInt8(ascii: "[")), (.valueOrEnd, UInt8(ascii: "[")):
                open.append(UInt8(ascii: "]"))
                expected = .valueOrEnd
                at += 1
            case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")),
                (.commaOrEnd, UInt8(ascii: "]")), (.commaOrEnd, UInt8(ascii: "}")):
                guard open.last == byte else { break scan }
                open.removeLast()
                at += 1
                isWhole = true
            case (.commaOrEnd, UInt8(ascii: ",")):
                expected = open.last == UInt8(ascii: "}") ? .key : .value
                at += 1
            case (.colon, UInt8(ascii: ":")):
                expected = .value
                at += 1
            case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
                guard let end = stringEnd(from: at) else {
                    at = bytes.count
                    break scan
                }
                at = end
                expected = .colon
            case (.value, UInt8(ascii: "\"")), (.valueOrEnd, UInt8(ascii: "\"")):
                guard let end = stringEnd(from: at) else {
                    at = bytes.count
                    break scan
                }
                at = end
                isWhole = true
            case (.value, _), (.valueOrEnd, _):
                let end = bytes[at...].firstIndex { !Self.isOfWord($0) } ?? bytes.count
                // A number at the end may be half of one.
                guard end > at, end < bytes.count || open.isEmpty else {
                    if end == bytes.count { at = end }
                    break scan
                }
                at = end
                isWhole = true
            default:
                break scan
            }
            guard isWhole else { continue }
            if open.isEmpty {
                values.append(start..<at)
                whole = nil
                expected = .value
                start = at
            } else {
                whole = (at, open.count)
                expected = .commaOrEnd
            }
        }
        let isDone = at >= bytes.count && open.isEmpty && expected == .value
        if isDone { return }
        byte = min(at, bytes.count)
        isAtEnd = at >= bytes.count
        if let whole {
            kept = start..<whole.end
            closing = open.prefix(whole.depth).reversed()
        }
    }

    /// The bytes of a word or number.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }
}
