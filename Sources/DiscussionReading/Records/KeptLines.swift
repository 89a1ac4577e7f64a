/// Keeps whole lines of JSON, each of which is parsed twice: for formats whose members are not known
/// beforehand.
struct WholeLines: LineKeeper {
    private let parser = JSONParser()
    private let key: (JSONValue, inout [UInt8]) throws -> Void
    private var line = UnsafeRawBufferPointer(start: nil, count: 0)

    /// - Parameter key: tells the group of an object, or throws `JSONParser.Failure`.
    init(key: @escaping (JSONValue, inout [UInt8]) throws -> Void) {
        self.key = key
    }

    mutating func look(
        at line: UnsafeBufferPointer<UInt8>, input: Int, key: inout [UInt8]
    ) throws {
        self.line = UnsafeRawBufferPointer(line)
        try self.key(parser.paddedDocument(line), &key)
    }

    var length: Int { line.count }

    func write(to bytes: UnsafeMutableRawPointer) {
        UnsafeMutableRawBufferPointer(start: bytes, count: line.count).copyMemory(from: line)
    }

    func read(_ bytes: UnsafeRawBufferPointer, _ body: (JSONValue) throws -> Void) rethrows {
        try bytes.withMemoryRebound(to: UInt8.self) { bytes in
            // It was parsed before.
            if let root = try? parser.document(bytes) { try body(root) }
        }
    }
}

/// Keeps the fields of some keys of each line, which is parsed once.
struct FieldsOfLines: LineKeeper {
    private let parser = JSONParser()
    private let keys: FieldKeys
    private let wrapping: (sign: Int, member: StaticString)?
    private let key: (FieldRow, inout [UInt8]) throws -> Void

    /// - Parameters:
    ///   - keys: whose fields are kept.
    ///   - wrapping: the number of the key whose member shows that the object of interest is but
    ///     another member, and that member's key.
    ///   - key: tells the group of a row, or throws `JSONParser.Failure`.
    init(
        _ keys: [StaticString], wrapping: (sign: Int, member: StaticString)? = nil,
        key: @escaping (FieldRow, inout [UInt8]) throws -> Void
    ) {
        self.keys = FieldKeys(keys)
        self.wrapping = wrapping
        self.key = key
    }

    mutating func look(
        at line: UnsafeBufferPointer<UInt8>, input: Int, key: inout [UInt8]
    ) throws {
        let root = try parser.paddedDocument(line)
        guard var row = keys.row(of: root, by: parser) else {
            throw JSONParser.Failure(problem: "it is not a JSON object")
        }
        if let wrapping, row[wrapping.sign] != nil, let inner = root[wrapping.member],
            let innerRow = keys.row(of: inner, by: parser)
        {
            row = innerRow
        }
        try self.key(row, &key)
    }

    var length: Int { keys.size }

    func write(to bytes: UnsafeMutableRawPointer) { keys.write(to: bytes) }

    func read(_ bytes: UnsafeRawBufferPointer, _ body: (FieldRow) throws -> Void) rethrows {
        try body(keys.row(writtenIn: bytes))
    }
}
