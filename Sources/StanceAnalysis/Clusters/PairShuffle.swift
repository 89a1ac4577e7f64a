/// The pairs of a graph between other people, as often as asked, in memory that is made once.
///
/// Everybody keeps as many friends and as many opponents: pairs of one sign swap their partners
/// (Maslov and Sneppen, Science 296, 2002), and where the new pairs already believe the opposite, all
/// four change their signs.
struct PairShuffle: ~Copyable {
    /// Two people and what speaks for their being on one side.
    struct Pair: BitwiseCopyable {
        var first: Int32
        var second: Int32
        /// The weight of the edge between them.
        var weight: Double
        /// Whether they believe in the same.
        var isFriendly: Bool
    }

    /// The pairs as they are now.
    private(set) var pairs: FixedArray<Pair>
    private let original: FixedArray<Pair>
    private var places: PairPlaces
    private let originalPlaces: PairPlaces
    /// How many swaps are tried for each pair.
    private let attempts: Int
    /// Whether the pairs are others than at first.
    private var isChanged = false

    init(_ pairs: [Pair], people: Int, attempts: Int) {
        original = FixedArray(pairs)
        self.pairs = FixedArray(pairs)
        var places = PairPlaces(people: people, capacity: pairs.count)
        for (at, pair) in pairs.enumerated() {
            places.put(at, at: Int(pair.first), Int(pair.second))
        }
        self.places = PairPlaces(people: people, capacity: pairs.count)
        originalPlaces = places
        self.attempts = attempts
    }

    /// Draws the pairs anew from how they were at first.
    ///
    /// - Returns: whether any of them changed.
    /// - Complexity: O(attempts · pairs).
    mutating func draw(_ generator: inout RepeatableGenerator) -> Bool {
        pairs.copy(original)
        places.copy(originalPlaces)
        isChanged = false
        swap(pairs.count * attempts, &generator)
        return isChanged
    }

    /// Draws the pairs anew from how they are now, with one attempt for each: a step of the same
    /// chain, at a part of the cost.
    ///
    /// - Returns: whether they are others than at first.
    /// - Complexity: O(pairs).
    mutating func drawFurther(_ generator: inout RepeatableGenerator) -> Bool {
        swap(pairs.count, &generator)
        return isChanged
    }

    private mutating func swap(_ attempts: Int, _ generator: inout RepeatableGenerator) {
        for _ in 0..<attempts {
            let one = generator.next(below: pairs.count)
            let two = generator.next(below: pairs.count)
            let isTurned = generator.next(below: 2) == 1
            let pair = pairs[one]
            let other = pairs[two]
            guard pair.isFriendly == other.isFriendly else { continue }
            let (a, b) = (Int(pair.first), Int(pair.second))
            let c = Int(isTurned ? other.second : other.first)
            let d = Int(isTurned ? other.first : other.second)
            guard a != d, c != b, a != c, b != d else { continue }
            let three = places[a, d]
            let four = places[c, b]
            if three < 0 && four < 0 {
                places.remove(a, b)
                places.remove(c, d)
                places.put(one, at: a, d)
                places.put(two, at: c, b)
                join(a, d, at: one)
                join(c, b, at: two)
            } else if three >= 0 && four >= 0 {
                guard pairs[three].isFriendly != pair.isFriendly,
                    pairs[four].isFriendly != pair.isFriendly
                else { continue }
                exchangeBeliefs(one, three)
                exchangeBeliefs(two, four)
            } else {
                continue
            }
            isChanged = true
        }
    }

    @inline(__always)
    private mutating func join(_ one: Int, _ other: Int, at place: Int) {
        pairs[place].first = Int32(truncatingIfNeeded: min(one, other))
        pairs[place].second = Int32(truncatingIfNeeded: max(one, other))
    }

    @inline(__always)
    private mutating func exchangeBeliefs(_ one: Int, _ other: Int) {
        let (left, right) = (pairs[one], pairs[other])
        (pairs[one].weight, pairs[one].isFriendly) = (right.weight, right.isFriendly)
        (pairs[other].weight, pairs[other].isFriendly) = (left.weight, left.isFriendly)
    }
}
