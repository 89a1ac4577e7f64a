/// A JSON object as a row of a table: its members, and those of objects in it as `author.name`.
struct JSONRow {
    private(set) var names: [String] = []
    private var values: [String: String] = [:]

    init(_ object: JSONValue) {
        object.forEachChild { name, value in
            guard let name else { return }
            if value.isObject {
                value.forEachChild { inner, value in
                    if let inner { add("\(name).\(inner)", value) }
                }
            } else {
                add(name, value)
            }
        }
    }

    private mutating func add(_ name: String, _ value: JSONValue) {
        names.append(name)
        if let text = Self.text(of: value) { values[name] = text }
    }

    /// The value under a name, or `nil` where it is null or not there.
    subscript(_ name: String) -> String? { values[name] }

    private static func text(of value: JSONValue) -> String? {
        if let text = value.identifier { return text }
        if let flag = value.boolean { return flag ? "true" : "false" }
        guard let number = value.number else { return nil }
        return number == number.rounded() && abs(number) < 1e15
            ? String(Int64(number)) : String(number)
    }
}
