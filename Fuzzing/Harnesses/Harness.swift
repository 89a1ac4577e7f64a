/// One entrance for bytes of strangers: what is done with them, and what must hold afterwards.
///
/// libFuzzer looks for bytes that break it (`make fuzz`); the tests run it on the bytes that were
/// found so far.
package struct Harness: Sendable {
    /// The name, which is that of its folder in `Fuzzing/corpus`.
    package let name: String
    /// What is fuzzed, in one line for people.
    package let about: String

    private let body: @Sendable ([UInt8]) throws -> Void

    init(_ name: String, _ about: String, _ body: @escaping @Sendable ([UInt8]) throws -> Void) {
        self.name = name
        self.about = about
        self.body = body
    }

    /// Does with some bytes what the harness is for.
    ///
    /// - Throws: `BrokenPromise` where something does not hold that must; any other error is one
    ///   that users should never see.
    package func run(_ bytes: [UInt8]) throws { try body(bytes) }
}

/// Something that must hold whatever the input is, and does not.
package struct BrokenPromise: Error, CustomStringConvertible {
    /// What does not hold, with the values that show it.
    package let description: String
}

/// Throws `BrokenPromise` unless a claim holds.
func promise(_ holds: Bool, _ words: @autoclosure () -> String) throws {
    if !holds { throw BrokenPromise(description: words()) }
}
