/// The keys of the JSON document with which an input begins, by their paths, for recognising it.
///
/// The path of a member is that of the object around it, a dot and the key; elements of an array
/// share a path that ends with `[]`. `items[].snippet.topLevelComment` is such a path.
///
/// - Complexity: O(bytes shown); nothing recurses.
struct JSONOutline {
    /// Deeper members are passed over.
    private static let maximumDepth = 8
    /// More paths than any format has.
    private static let maximumPaths = 2_000

    private struct Container {
        /// `nil` where the place is too deep to be told.
        var path: String?
        var isArray: Bool
        var key: String?
    }

    /// The first string at each path that was seen, `nil` where something else stands first.
    private var values: [String: String?] = [:]
    /// The bytes behind the document; empty where it goes on past what is shown.
    private(set) var rest: ArraySlice<UInt8> = []

    /// The outline of the first document in bytes, which may end anywhere.
    init(_ bytes: ArraySlice<UInt8>) {
        let bytes = bytes.trimmedStart
        guard bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") else { return }
        var open: [Container] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let path = open.isEmpty ? "" : Self.path(in: open)
                if let path, !open.isEmpty { note(path, nil) }
                open.append(Container(path: path, isArray: byte == UInt8(ascii: "[")))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                open.removeLast()
                if open.isEmpty {
                    rest = bytes[at...].trimmedStart
                    return
                }
            case UInt8(ascii: ","):
                open[open.count - 1].key = nil
            case UInt8(ascii: "\""):
                let start = at
                while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\"") {
                    at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
                }
                guard at < bytes.endIndex else { return }
                let words = bytes[start..<at].prefix(256)
                at += 1
                if !open[open.count - 1].isArray, open[open.count - 1].key == nil {
                    open[open.count - 1].key = String(decoding: words, as: UTF8.self)
                    if let path = Self.path(in: open) { note(path, nil) }
                } else if let path = Self.path(in: open) {
                    note(path, String(decoding: words, as: UTF8.self))
                }
            default: break
            }
        }
    }

    /// The names of the members of the object with which the document begins, or of the first object
    /// in its array; sorted, `nil` where there is none.
    var firstMembers: [String]? {
        let names = values.keys.compactMap { path -> String? in
            let name = path.hasPrefix("[].") ? String(path.dropFirst(3)) : path
            return name.isEmpty || name.contains(".") || name.contains("[]") ? nil : name
        }
        return names.isEmpty ? nil : names.sorted()
    }

    /// Whether a member at the path was seen, or any element where it ends with `[]`.
    func has(_ path: String) -> Bool { values[path] != nil }

    /// Whether all of the paths were seen, each put behind the prefix.
    func has(_ prefix: String = "", all paths: String...) -> Bool {
        paths.allSatisfy { has(prefix + $0) }
    }

    /// The first string at the path, cut at 256 bytes.
    func string(_ path: String) -> String? { values[path] ?? nil }

    private static func path(in open: [Container]) -> String? {
        guard open.count <= maximumDepth, let last = open.last, let path = last.path else {
            return nil
        }
        if last.isArray { return path + "[]" }
        guard let key = last.key else { return nil }
        return path.isEmpty ? key : path + "." + key
    }

    private mutating func note(_ path: String, _ string: String?) {
        if let known = values[path] {
            if known == nil, string != nil { values[path] = .some(string) }
        } else if values.count < Self.maximumPaths {
            values[path] = .some(string)
        }
    }
}
