/// A value as a source wrote it: in a document that is being read, or set aside.
protocol SourceValue {
    /// Whether it is `null`.
    var isNull: Bool { get }

    /// Whether it is an object.
    var isObject: Bool { get }

    /// The string, or `nil` when it is something else.
    var string: String? { get }

    /// The string's UTF-8 bytes, or `nil` when it is something else.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result?

    /// The integer, or `nil` when it is something else.
    var integer: Int64? { get }

    /// The number, or `nil` when it is something else.
    var number: Double? { get }

    /// The boolean, or `nil` when it is something else.
    var boolean: Bool? { get }

    /// A string, or an integer in decimal, as ids are written in one way or the other.
    var identifier: String? { get }

    /// Calls `body` with the value as it stands in a document; `nil` where it throws.
    func withValue<Result>(_ body: (JSONValue) throws -> Result) -> Result?
}

extension JSONValue: SourceValue {
    func withValue<Result>(_ body: (JSONValue) throws -> Result) -> Result? { try? body(self) }
}
