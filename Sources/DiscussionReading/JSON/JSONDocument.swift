import CSimdjson

/// Parses JSON documents one after the other with the same buffers.
///
/// - Complexity: O(bytes) for a document; nesting costs no stack.
package final class JSONParser {
    /// A document that is not JSON.
    package struct Failure: Error, Hashable {
        /// What is wrong with it, in a few words that start in lower case and end without a dot.
        package var problem: String

        init(problem: String) { self.problem = problem }

        /// An error of the parser, whose words are a sentence.
        fileprivate init(code: Int32) {
            let words = String(cString: json_error_message(code))
            let sentence = words.hasSuffix(".") ? words.dropLast() : words[...]
            problem = sentence.prefix(1).lowercased() + sentence.dropFirst()
        }
    }

    /// Deeper documents are refused. Sites nest answers in answers, four levels of JSON for each,
    /// and nothing here recurses; a level costs nine bytes once it is used.
    package static let maximumDepth = 1 << 20

    private let handle: OpaquePointer?

    /// Creates a parser.
    package init() {
        handle = json_parser_create(Self.maximumDepth)
    }

    deinit { json_parser_destroy(handle) }

    /// Parses UTF-8 bytes and hands their root to `body`; the values in it end with the call.
    package func withDocument<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (JSONValue) throws -> Result
    ) throws -> Result {
        try body(document(bytes))
    }

    /// Parses UTF-8 bytes; the values in the root end with the next document.
    func document(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> JSONValue {
        try document(bytes, by: json_parse)
    }

    /// How many bytes have to be readable behind those that `paddedDocument` parses.
    static let padding = json_padding()

    /// Parses UTF-8 bytes behind which `padding` more can be read, whatever they are; the values in
    /// the root end with the next document.
    func paddedDocument(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> JSONValue {
        try document(bytes, by: json_parse_padded)
    }

    private func document(
        _ bytes: UnsafeBufferPointer<UInt8>,
        by parse: (OpaquePointer?, UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<json_value>?)
            -> Int32
    ) throws(Failure) -> JSONValue {
        guard let handle else { throw Failure(problem: "there is no memory for a parser") }
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            throw Failure(problem: "it is empty")
        }
        var root = json_value()
        let code = parse(handle, start, bytes.count, &root)
        guard code == 0 else { throw Failure(code: code) }
        return JSONValue(root)
    }

    /// Sets the fields of keys to what an object holds; they end with the next call or document.
    ///
    /// - Returns: whether it is an object.
    func setFields(
        _ fields: UnsafeMutablePointer<json_field>, of value: JSONValue, keys: OpaquePointer
    ) -> Bool {
        guard let handle else { return false }
        return json_fields_of(handle, value.value, keys, fields)
    }
}

/// A value in a parsed document; valid inside `JSONParser.withDocument` only.
package struct JSONValue {
    fileprivate let value: json_value

    init(_ value: json_value) {
        self.value = value
    }

    /// Whether it is `null`.
    package var isNull: Bool { json_value_kind(value) == JSON_NULL }

    /// Whether it is an array.
    package var isArray: Bool { json_value_kind(value) == JSON_ARRAY }

    /// Whether it is an object.
    package var isObject: Bool { json_value_kind(value) == JSON_OBJECT }

    /// The string, or `nil` when it is something else.
    package var string: String? {
        withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The string's UTF-8 bytes, or `nil` when it is something else.
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        var bytes: UnsafePointer<CChar>?
        var length = 0
        guard json_value_string(value, &bytes, &length), let bytes else { return nil }
        return bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
            body(UnsafeBufferPointer(start: $0, count: length))
        }
    }

    /// The integer, or `nil` when it is something else.
    package var integer: Int64? {
        var number: Int64 = 0
        return json_value_integer(value, &number) ? number : nil
    }

    /// The number, or `nil` when it is something else.
    package var number: Double? {
        var number = 0.0
        return json_value_double(value, &number) ? number : nil
    }

    /// The boolean, or `nil` when it is something else.
    package var boolean: Bool? {
        var flag = false
        return json_value_boolean(value, &flag) ? flag : nil
    }

    /// A string, or an integer in decimal, as ids are written in one way or the other.
    package var identifier: String? {
        if let string { return string }
        if let integer { return String(integer) }
        var number: UInt64 = 0
        return json_value_unsigned(value, &number) ? String(number) : nil
    }

    /// The member of an object, or `nil` when there is none or this is no object.
    ///
    /// - Complexity: O(members).
    package subscript(_ key: StaticString) -> JSONValue? {
        var member = json_value()
        let found = key.withUTF8Buffer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                json_value_member(value, $0.baseAddress, $0.count, &member)
            }
        }
        return found ? JSONValue(member) : nil
    }

    /// Calls `body` with each child of an array or object and its key in an object, in order.
    package func forEachChild(_ body: (String?, JSONValue) throws -> Void) rethrows {
        var cursor = json_cursor()
        guard json_cursor_begin(value, &cursor) else { return }
        var child = json_value()
        var key: UnsafePointer<CChar>?
        var length = 0
        while json_cursor_next(&cursor, &child, &key, &length) {
            let name = key.map { key in
                key.withMemoryRebound(to: UInt8.self, capacity: length) {
                    String(
                        decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
                }
            }
            try body(name, JSONValue(child))
        }
    }
}
