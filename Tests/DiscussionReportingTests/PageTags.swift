@testable import DiscussionReporting

/// The tags of a page as a browser reads them, byte by byte: a `>` ends a tag whatever follows it,
/// also a sign that Swift takes into the same character.
struct PageTags {
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)] = []
        var isEnd = false

        /// Whether our style or script follows; data of strangers stands in scripts with a class.
        var isOwnText: Bool { !isEnd && attributes.isEmpty }
    }

    /// Start and end tags in their order, the names of the latter without the stroke.
    private(set) var tags: [Tag] = []

    /// - Parameter page: a whole page; what its style and script hold is passed over.
    init(_ page: String) {
        let bytes = Array(page.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                guard bytes[index] == UInt8(ascii: "<") else {
                    index += 1
                    continue
                }
                let tag = Self.tag(in: bytes, from: &index)
                tags.append(tag)
                // What may hold a `<` that opens nothing.
                if tag.name == "style" || tag.name == "script", tag.isOwnText {
                    index += tag.name == "style" ? Self.styleLength : Self.scriptLength
                }
            }
        }
    }

    /// The values of an attribute, in the order of the page.
    func values(of name: String) -> [String] {
        tags.flatMap { tag in tag.attributes.filter { $0.name == name }.map { $0.value } }
    }

    private static let styleLength = ReportResources.style.utf8.count
    private static let scriptLength = ReportResources.script.utf8.count

    private static func tag(
        in bytes: UnsafeBufferPointer<UInt8>, from index: inout Int
    ) -> Tag {
        index += 1
        let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        var tag = Tag(name: word(in: bytes, from: &index))
        tag.isEnd = isEnd
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == UInt8(ascii: " ") {
                index += 1
                continue
            }
            let name = word(in: bytes, from: &index)
            var value: [UInt8] = []
            if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") {
                // Without quotes a value would end elsewhere; every one of ours has them.
                index += 2
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    value.append(bytes[index])
                    index += 1
                }
                index += 1
            } else if name.isEmpty {
                index += 1
            }
            tag.attributes.append((name, String(decoding: value, as: UTF8.self)))
        }
        index += 1
        return tag
    }

    private static func word(
        in bytes: UnsafeBufferPointer<UInt8>, from index: inout Int
    ) -> String {
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "/"),
                UInt8(ascii: ">"), UInt8(ascii: "="):
                return String(decoding: bytes[start..<index], as: UTF8.self)
            default: index += 1
            }
        }
        return String(decoding: bytes[start...], as: UTF8.self)
    }
}
