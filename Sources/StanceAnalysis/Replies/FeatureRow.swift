import LanguageTools

/// `ln(1 + n)` of counts, from a table where they are small.
struct Logarithms: Sendable {
    static let shared = Logarithms()

    private let table: [Float] = (0..<64).map { FloatMath.log(Float($0 + 1)) }

    @inline(__always)
    func callAsFunction(_ count: Int) -> Float {
        count < table.count ? table[max(0, count)] : FloatMath.log(Float(count + 1))
    }
}

/// Writes features one after the other into memory that is there.
struct FeatureRow {
    let values: UnsafeMutableBufferPointer<Float>
    let logarithms: Logarithms
    /// How many are written.
    private(set) var count = 0

    init(values: UnsafeMutableBufferPointer<Float>, logarithms: Logarithms) {
        self.values = values
        self.logarithms = logarithms
    }

    @inline(__always)
    mutating func add(_ value: Float) {
        precondition(count < values.count, "no more features than there is room for")
        values.initializeElement(at: count, to: value)
        count += 1
    }

    /// 1 for true.
    @inline(__always)
    mutating func add(_ value: Bool) { add(value ? 1 : 0 as Float) }

    /// `ln(1 + n)` of a count.
    @inline(__always)
    mutating func add(log number: Int) { add(logarithms(number)) }

    /// All of a row that is there.
    mutating func add(contentsOf row: [Float]) {
        row.withUnsafeBufferPointer { row in
            for value in row { add(value) }
        }
    }
}
