import DiscussionModel
import LanguageTools

/// How alike two people write: vectors of the words, or of the runs of three letters and marks,
/// outside quotations, each weighed by `(1 + ln tf) · ln(n / df)` and compared by their cosine.
struct WritingStyle {
    /// What is counted.
    enum Unit {
        case words
        /// Runs of three bytes, case and punctuation kept: spelling, typing and layout habits.
        case letters
    }

    private static let bucketCount = 1 << 13
    /// Bytes or words of a comment that are looked at, and comments of a person.
    private static let longest = 6_000
    private static let mostComments = 64

    private let situation: Situation
    private let unit: Unit
    private let rarity: [Float]
    private var ofPerson: [Int: [(bucket: Int, weight: Float)]] = [:]

    /// - Complexity: O(b) in the bytes of the discussion.
    init(_ situation: Situation, unit: Unit) {
        self.situation = situation
        self.unit = unit
        var frequency = [Int32](repeating: 0, count: Self.bucketCount)
        var last = [Int32](repeating: 0, count: Self.bucketCount)
        let count = situation.text.texts.count
        for ordinal in 1..<max(1, count) {
            Self.forEachBucket(of: ordinal, in: situation, unit) { bucket in
                if last[bucket] != Int32(ordinal) {
                    last[bucket] = Int32(ordinal)
                    frequency[bucket] += 1
                }
            }
        }
        rarity = frequency.map { FloatMath.log((Float(count) + 1) / (Float($0) + 0.5)) }
    }

    /// The cosine of a comment with all comments of each person, 0...1.
    ///
    /// - Complexity: the vectors of persons are kept; O(buckets) for each person.
    mutating func likeness(
        of comment: Int, to persons: [Int], in conversations: Conversations
    ) -> [Float] {
        let mine = vector(of: [comment])
        var dense = [Float](repeating: 0, count: Self.bucketCount)
        for (bucket, weight) in mine { dense[bucket] = weight }
        return persons.map { person in
            guard person >= 0 else { return 0 }
            let theirs: [(bucket: Int, weight: Float)]
            if let known = ofPerson[person] {
                theirs = known
            } else {
                theirs = vector(of: conversations.commentsOf[person].prefix(Self.mostComments))
                ofPerson[person] = theirs
            }
            return theirs.reduce(Float(0)) { $0 + dense[$1.bucket] * $1.weight }
        }
    }

    /// The vector of some comments, of length 1; empty when they hold nothing.
    private func vector(of comments: some Sequence<Int>) -> [(bucket: Int, weight: Float)] {
        var counts = [Float](repeating: 0, count: Self.bucketCount)
        for comment in comments {
            Self.forEachBucket(of: comment, in: situation, unit) { counts[$0] += 1 }
        }
        var result: [(bucket: Int, weight: Float)] = []
        var square: Float = 0
        for (bucket, count) in counts.enumerated() where count > 0 {
            let weight = (1 + FloatMath.log(count)) * rarity[bucket]
            result.append((bucket, weight))
            square += weight * weight
        }
        let norm = max(1e-6, square.squareRoot())
        for at in result.indices { result[at].weight /= norm }
        return result
    }

    private static func forEachBucket(
        of comment: Int, in situation: Situation, _ unit: Unit, _ body: (Int) -> Void
    ) {
        let text = situation.text.texts[comment]
        let zones = situation.quotations[comment].map { $0.passage.start..<$0.passage.end }
        switch unit {
        case .words:
            var zone = 0
            for (at, token) in text.tokens.prefix(longest).enumerated() {
                while zone < zones.count && zones[zone].upperBound <= at { zone += 1 }
                if zone < zones.count && zones[zone].contains(at) { continue }
                body(Int((token.word &* 0x9E37_79B1) >> 19))
            }
        case .letters:
            var start = 0
            for zone in zones {
                let end = Int(text.tokens[zone.lowerBound].byteStart)
                run(text.bytes, start, min(end, longest), body)
                start =
                    zone.upperBound < text.tokens.count
                    ? Int(text.tokens[zone.upperBound].byteStart) : text.bytes.count
            }
            run(text.bytes, start, min(text.bytes.count, longest), body)
        }
    }

    private static func run(_ bytes: [UInt8], _ start: Int, _ end: Int, _ body: (Int) -> Void) {
        guard end - start >= 3 else { return }
        bytes.withUnsafeBufferPointer { bytes in
            for at in start..<(end - 2) {
                let three =
                    UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
                body(Int((three &* 0x9E37_79B1) >> 19))
            }
        }
    }
}
