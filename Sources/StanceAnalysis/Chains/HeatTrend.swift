import DiscussionModel

/// Tells whether a chain heats up.
///
/// The slope is Theil and Sen's: the median of (h_j - h_i) / (j - i) over all pairs i < j of the
/// heats h in the order of the chain (Theil 1950; Sen 1968, doi:10.1080/01621459.1968.10480934); of
/// an even number of pairs the mean of the two in the middle. Its p-value is the share of the orders
/// of the same heats whose slope is at least as far from 0: of all orders up to seven replies, else
/// of the order itself and 999 drawn by chance, always the same ones.
///
/// A chain of more than 20 replies is first cut into 20 runs as equal as may be, each of which
/// counts as its mean heat at its mean place, so that the cost does not grow with the square.
enum HeatTrend {
    /// The fewest replies for which a trend is told.
    static let leastReplies = 4
    /// The most points between which slopes are taken.
    static let mostPoints = 20
    /// The most points whose orders are all tried.
    static let mostExactPoints = 7
    /// How many orders are tried of more points.
    static let orders = 1_000

    /// The trend of heats in their order; `nil` where there are too few.
    ///
    /// - Complexity: O(n) in the heats.
    static func trend(of heats: [Double]) -> DisagreementChain.Trend? {
        guard heats.count >= leastReplies else { return nil }
        var slopes = Slopes(heats)
        return DisagreementChain.Trend(slope: slopes.median, pValue: slopes.pValue())
    }
}

/// The slopes between points of one chain.
private struct Slopes {
    private var heats: [Double] = []
    /// For each pair of places i < j in that order, 1 / (the way from i to j).
    private var inverseWays: [Double] = []
    /// The median slope of the points in their own order.
    private(set) var median = 0.0

    init(_ all: [Double]) {
        let count = min(all.count, HeatTrend.mostPoints)
        var places: [Double] = []
        for point in 0..<count {
            let run = (point * all.count / count)..<((point + 1) * all.count / count)
            heats.append(all[run].reduce(0, +) / Double(run.count))
            places.append(Double(run.lowerBound + run.upperBound - 1) / 2)
        }
        for i in 0..<count {
            for j in (i + 1)..<max(count, i + 1) {
                inverseWays.append(1 / (places[j] - places[i]))
            }
        }
        let sorted = slopes().sorted()
        let middle = sorted.count / 2
        median =
            sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    private func slopes() -> [Double] {
        var slopes: [Double] = []
        for i in heats.indices {
            for j in heats.indices.dropFirst(i + 1) {
                slopes.append((heats[j] - heats[i]) * inverseWays[slopes.count])
            }
        }
        return slopes
    }

    /// The share of orders with a slope at least as far from 0.
    mutating func pValue() -> Double {
        let bound = abs(median) - 1e-12
        guard bound > 0 else { return 1 }
        var (tried, far) = (1, 1)
        func tryOrder(_ order: [Double]) {
            tried += 1
            if isMedian(ofOrder: order, atLeast: bound) { far += 1 }
        }
        var order = heats
        if heats.count <= HeatTrend.mostExactPoints {
            // Heap's algorithm, without recursion: each order from the one before by one exchange.
            var counters = [Int](repeating: 0, count: order.count)
            var place = 1
            while place < order.count {
                if counters[place] < place {
                    order.swapAt(place % 2 == 0 ? 0 : counters[place], place)
                    tryOrder(order)
                    counters[place] += 1
                    place = 1
                } else {
                    counters[place] = 0
                    place += 1
                }
            }
        } else {
            var generator = RepeatableGenerator(seed: 0x4845_4154)
            while tried < HeatTrend.orders {
                for last in stride(from: order.count - 1, to: 0, by: -1) {
                    order.swapAt(last, generator.next(below: last + 1))
                }
                tryOrder(order)
            }
        }
        return Double(far) / Double(tried)
    }

    /// Whether the median slope of heats in some order is at least this far above or below 0.
    ///
    /// Counting does for sorting: the median is at least the bound when more than half of the
    /// slopes are, and where exactly half are, it lies between the least of those and the greatest
    /// of the others.
    private func isMedian(ofOrder order: [Double], atLeast bound: Double) -> Bool {
        var (above, below) = (0, 0)
        var (leastAbove, greatestOther) = (Double.infinity, -Double.infinity)
        var (greatestBelow, leastOther) = (-Double.infinity, Double.infinity)
        var pair = 0
        order.withUnsafeBufferPointer { order in
            inverseWays.withUnsafeBufferPointer { inverseWays in
                for i in 0..<order.count {
                    let heat = order[i]
                    for j in (i + 1)..<max(order.count, i + 1) {
                        let slope = (order[j] - heat) * inverseWays[pair]
                        pair += 1
                        if slope >= bound {
                            above += 1
                            leastAbove = min(leastAbove, slope)
                        } else {
                            greatestOther = max(greatestOther, slope)
                        }
                        if slope <= -bound {
                            below += 1
                            greatestBelow = max(greatestBelow, slope)
                        } else {
                            leastOther = min(leastOther, slope)
                        }
                    }
                }
            }
        }
        if 2 * above > pair || 2 * below > pair { return true }
        return 2 * above == pair && (leastAbove + greatestOther) / 2 >= bound
            || 2 * below == pair && (greatestBelow + leastOther) / 2 <= -bound
    }
}
