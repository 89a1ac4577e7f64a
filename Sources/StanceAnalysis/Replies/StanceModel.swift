import LanguageTools

/// What words and measures are worth: a multinomial logistic regression over agreeing, neutral and
/// disagreeing, and what is added in forums to the odds of agreeing against disagreeing.
///
/// The scores of the three ways are `w · x`; in a forum `v · x` is added to that of agreeing and
/// taken from that of disagreeing (the domain copy of Daumé III, ACL 2007). The probabilities are
/// their softmax. Learnt by `rejoinder-evaluate train-stance`.
package struct StanceModel: Sendable {
    /// The numbers of the words, rising.
    package let keys: [UInt32]
    /// The weights of each in units of `scale`: agree, neutral, disagree, and `v`.
    package let quanta: [SIMD4<Int8>]
    /// The units of `quanta`.
    package let scale: SIMD4<Float>
    /// The weights of `StanceMeasures.all`.
    package let measures: [SIMD4<Float>]
    /// What the measures are on average.
    package let means: [Float]
    /// What is added to every reply.
    package let bias: SIMD4<Float>

    let table: WordTable
    /// What each measure is worth for agreeing, neutral and disagreeing against the mean of the other
    /// two, 0 where it is never told to a reader.
    let gains: [[Float]]
    /// The same in a forum.
    let gainsInForums: [[Float]]

    /// The model that the package carries.
    package static let shared = StanceModel(
        table: PackageResources.stance_weights_txt, words: PackageResources.stance_words_dat)

    private init(
        keys: [UInt32], quanta: [SIMD4<Int8>], scale: SIMD4<Float>, measures: [SIMD4<Float>],
        means: [Float], bias: SIMD4<Float>
    ) {
        self.keys = keys
        self.quanta = quanta
        self.scale = scale
        self.measures = measures
        self.means = means
        self.bias = bias
        table = WordTable(keys, quanta)
        gains = Self.gains(of: measures, isForum: false)
        gainsInForums = Self.gains(of: measures, isForum: true)
    }

    private static func gains(of measures: [SIMD4<Float>], isForum: Bool) -> [[Float]] {
        (0..<3).map { label in
            zip(StanceMeasures.all, measures).map { measure, weights in
                let parts = folded(weights, isForum: isForum)
                return measure.kind == .length
                    ? 0 : 1.5 * parts[label] - 0.5 * (parts[0] + parts[1] + parts[2])
            }
        }
    }

    /// Agreeing, neutral and disagreeing, what a forum adds added.
    static func folded(_ sums: SIMD4<Float>, isForum: Bool) -> SIMD4<Float> {
        guard isForum else { return SIMD4(sums[0], sums[1], sums[2], 0) }
        return SIMD4(sums[0] + sums[3], sums[1], sums[2] - sums[3], 0)
    }

    /// Creates a model from its weights; those of words are kept to 127 parts of the largest in
    /// their column, and words of which nothing is left are dropped.
    ///
    /// - Precondition: `keys` rises, and there are as many `words`.
    package init(
        keys: [UInt32], words: [SIMD4<Float>], measures: [SIMD4<Float>], means: [Float],
        bias: SIMD4<Float>
    ) {
        precondition(keys.count == words.count)
        var largest = SIMD4<Float>(repeating: 0)
        for weights in words {
            largest = largest.replacing(
                with: weights.absolute, where: weights.absolute .> largest)
        }
        let scale = largest / 127
        let divisor = scale.replacing(with: 1, where: scale .== 0)
        var kept: [UInt32] = []
        var quanta: [SIMD4<Int8>] = []
        for (key, weights) in zip(keys, words) {
            let rounded = (weights / divisor).rounded(.toNearestOrAwayFromZero)
            guard rounded != .zero, key != 0 else { continue }
            kept.append(key)
            quanta.append(
                SIMD4<Int8>(
                    clamping: SIMD4<Int32>(
                        truncatingIfNeeded: SIMD4<Int>(
                            Int(rounded[0]), Int(rounded[1]), Int(rounded[2]), Int(rounded[3])))))
        }
        self.init(
            keys: kept, quanta: quanta, scale: scale, measures: measures, means: means, bias: bias)
    }

    /// Reads a model; what is missing counts 0.
    ///
    /// - Parameters:
    ///   - table: Lines of a group, a name and numbers: `measure`, `bias` and `scale`.
    ///   - words: For each word its number in four bytes, the lowest first, and its weights in
    ///     four signed bytes, in units of `scale`.
    package init(table: [UInt8], words bytes: [UInt8]) {
        let table = WeightTable(table)
        func vector(_ numbers: [Float]?) -> SIMD4<Float> {
            guard let numbers, numbers.count >= 4 else { return .zero }
            return SIMD4(numbers[0], numbers[1], numbers[2], numbers[3])
        }
        let rows = table.group("measure")
        var keys: [UInt32] = []
        var quanta: [SIMD4<Int8>] = []
        keys.reserveCapacity(bytes.count / 8)
        quanta.reserveCapacity(bytes.count / 8)
        bytes.withUnsafeBytes { bytes in
            for at in stride(from: 0, to: bytes.count - 7, by: 8) {
                keys.append(
                    UInt32(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
                quanta.append(
                    bytes.loadUnaligned(fromByteOffset: at + 4, as: SIMD4<Int8>.self))
            }
        }
        self.init(
            keys: keys, quanta: quanta, scale: vector(table.group("scale")["words"]),
            measures: StanceMeasures.all.map { vector(rows[$0.name]) },
            means: StanceMeasures.all.map { measure in
                let row = rows[measure.name] ?? []
                return row.count > 4 ? row[4] : 0
            }, bias: vector(table.group("bias")["all"]))
    }

    /// The two parts that `init(table:words:)` reads.
    package func encoded() -> (table: String, words: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count * 8)
        for (key, quanta) in zip(keys, quanta) {
            withUnsafeBytes(of: key.littleEndian) { bytes += $0 }
            for at in 0..<4 { bytes.append(UInt8(bitPattern: quanta[at])) }
        }
        func row(_ group: String, _ name: String, _ weights: SIMD4<Float>, _ more: [Float] = [])
            -> String
        {
            let numbers = (0..<4).map { weights[$0] } + more
            return ([group, name] + numbers.map(FloatMath.fourDigits)).joined(separator: "\t")
                + "\n"
        }
        var text = row("scale", "words", scale) + row("bias", "all", bias)
        for (at, measure) in StanceMeasures.all.enumerated() {
            text += row("measure", measure.name, measures[at], [means[at]])
        }
        return (text, bytes)
    }
}

extension SIMD4<Float> {
    fileprivate var absolute: SIMD4<Float> { replacing(with: -self, where: self .< 0) }
}

extension StanceModel {
    /// How many words the answered comments that the model is learnt from have at most, but for a
    /// few.
    private static let usualWords = 60

    /// Takes the features of what is answered nearer to what is usual the longer it is: in a long
    /// text nearly every cue stands somewhere, and the model knows texts of the length of a comment.
    ///
    /// - Parameters:
    ///   - values: the values of `StanceMeasures.all`.
    ///   - words: how many words are answered.
    func moderate(_ values: inout [Float], words: Int) {
        guard words > Self.usualWords else { return }
        let share = Float(Self.usualWords) / Float(words)
        let start = StanceMeasures.ownCount
        for at in start..<start + StanceMeasures.parentCount {
            values[at] = means[at] + (values[at] - means[at]) * share
        }
    }

    /// The probabilities of agree, neutral and disagree of an example.
    package func probabilities(of example: StanceExample, isForum: Bool) -> [Double] {
        var sums = bias
        for (key, value) in zip(example.keys, example.values) {
            let slot = table.withFinder { $0.slot(of: key) }
            if slot >= 0 { sums += SIMD4<Float>(table.weights(at: slot)) * scale * value }
        }
        var values = example.measures
        moderate(&values, words: example.parentWords)
        for at in values.indices { sums += measures[at] * values[at] }
        if isForum {
            sums[0] += sums[3]
            sums[2] -= sums[3]
        }
        let most = max(sums[0], sums[1], sums[2])
        let masses = (0..<3).map { FloatMath.exp(Double(sums[$0] - most)) }
        let total = masses.reduce(0, +)
        return masses.map { $0 / total }
    }
}
