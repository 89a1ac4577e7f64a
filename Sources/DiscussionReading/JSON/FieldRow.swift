import CSimdjson

/// Keys whose members are taken out of object after object in one walk each, and the fields that
/// the object read last has for them.
final class FieldKeys {
    /// The number of keys.
    let count: Int
    private let keys: OpaquePointer?
    fileprivate let fields: UnsafeMutablePointer<json_field>
    /// Parses the arrays and objects among the fields.
    private let parser = JSONParser()

    /// - Parameter names: at most 254 keys; a row numbers its fields in their order.
    init(_ names: [StaticString]) {
        count = names.count
        let words = names.map {
            UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self) as Optional
        }
        keys = words.withUnsafeBufferPointer { json_keys_create($0.baseAddress, $0.count) }
        fields = .allocate(capacity: names.count)
        fields.initialize(repeating: json_field(), count: names.count)
    }

    deinit {
        json_keys_destroy(keys)
        fields.deallocate()
    }

    /// The fields of an object; `nil` where it is none.
    func row(of value: JSONValue, by parser: JSONParser) -> FieldRow? {
        guard let keys, parser.setFields(fields, of: value, keys: keys) else { return nil }
        return FieldRow(fields: fields, parser: .passUnretained(self.parser))
    }

    /// The bytes that the row read last takes.
    var size: Int { json_fields_size(fields, count) }

    /// Writes the row read last.
    func write(to bytes: UnsafeMutableRawPointer) {
        json_fields_write(fields, count, bytes.assumingMemoryBound(to: UInt8.self))
    }

    /// The row that was written into the bytes, which it points into.
    func row(writtenIn bytes: UnsafeRawBufferPointer) -> FieldRow {
        json_fields_read(
            bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, fields, count)
        return FieldRow(fields: fields, parser: .passUnretained(self.parser))
    }
}

/// The fields of one object by the numbers of their keys; valid until the next row is read.
struct FieldRow {
    fileprivate let fields: UnsafeMutablePointer<json_field>
    fileprivate let parser: Unmanaged<JSONParser>

    /// The field of a key; `nil` where the object has no such member.
    subscript(_ key: Int) -> FieldValue? {
        fields[key].kind == JSON_FIELD_ABSENT ? nil : FieldValue(field: fields[key], parser: parser)
    }
}

/// A value of a row; valid until the next row is read.
struct FieldValue: SourceValue {
    fileprivate let field: json_field
    fileprivate let parser: Unmanaged<JSONParser>

    var isNull: Bool { field.kind == JSON_FIELD_NULL }

    var isObject: Bool {
        field.kind == JSON_FIELD_JSON && field.bytes?.pointee == CChar(UInt8(ascii: "{"))
    }

    var string: String? { withBytes { String(decoding: $0, as: UTF8.self) } }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        field.kind == JSON_FIELD_STRING ? body(bytes) : nil
    }

    var integer: Int64? {
        field.kind == JSON_FIELD_INTEGER ? Int64(bitPattern: field.bits) : nil
    }

    var number: Double? {
        switch field.kind {
        case JSON_FIELD_INTEGER: Double(Int64(bitPattern: field.bits))
        case JSON_FIELD_UNSIGNED: Double(field.bits)
        case JSON_FIELD_DOUBLE: Double(bitPattern: field.bits)
        default: nil
        }
    }

    var boolean: Bool? {
        switch field.kind {
        case JSON_FIELD_TRUE: true
        case JSON_FIELD_FALSE: false
        default: nil
        }
    }

    var identifier: String? {
        if field.kind == JSON_FIELD_UNSIGNED { return String(field.bits) }
        return string ?? integer.map { String($0) }
    }

    /// Arrays and objects are parsed anew, one at a time; anything else is no document here.
    func withValue<Result>(_ body: (JSONValue) throws -> Result) -> Result? {
        guard field.kind == JSON_FIELD_JSON else { return nil }
        return parser._withUnsafeGuaranteedRef { try? $0.withDocument(bytes, body) }
    }

    private var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: UnsafeRawPointer(field.bytes)?.assumingMemoryBound(to: UInt8.self),
            count: Int(field.bits))
    }
}
