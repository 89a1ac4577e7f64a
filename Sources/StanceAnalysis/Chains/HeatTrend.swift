import DiscussionModel

/// Tells whether a chain heats up.
///
/// The slope is Theil and Sen's: the median of (h_j - h_i) / (j - i) over all pairs i < j of the
/// heats h in the order of the chain; of an even number of pairs the mean of the two in the middle
/// (Theil 1950; Sen 1968, doi:10.1080/01621459.1968.10480934). Its p-value is by permutation, with
/// the statistic on which Sen's slope rests, Kendall's S: the pairs in which the later heat is
/// greater less those in which it is smaller. It is the share of all orders of the same heats whose
/// S is at least as far from 0; they are counted, not drawn.
///
/// A chain of more than 20 replies is first cut into 20 runs as equal as may be, each of which
/// counts as its mean heat at its mean place, so that the cost does not grow with the square.
enum HeatTrend {
    /// The fewest heats for which a trend is told.
    static let leastReplies = 4
    /// The most points between which slopes are taken: the orders of 20 fit into 64 bits.
    static let mostPoints = 20

    /// The trend of heats in their order, in nats from one to the next; `nil` where there are too
    /// few.
    ///
    /// - Complexity: O(n) in the heats.
    static func trend(of heats: [Double]) -> DisagreementChain.Trend? {
        guard heats.count >= leastReplies else { return nil }
        let points = points(heats)
        var slopes: [Double] = []
        var (rises, falls) = (0, 0)
        for (index, point) in points.enumerated() {
            for later in points[(index + 1)...] {
                slopes.append((later.heat - point.heat) / (later.place - point.place))
                if later.heat > point.heat { rises += 1 }
                if later.heat < point.heat { falls += 1 }
            }
        }
        slopes.sort()
        let middle = slopes.count / 2
        return DisagreementChain.Trend(
            slope: slopes.count % 2 == 1
                ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2,
            pValue: pValue(rises: rises, falls: falls, ties: ties(points.map(\.heat))))
    }

    /// The heats, or the means of runs of them.
    private static func points(_ heats: [Double]) -> [(place: Double, heat: Double)] {
        let count = min(heats.count, mostPoints)
        return (0..<count).map { point in
            let run = (point * heats.count / count)..<((point + 1) * heats.count / count)
            return (
                Double(run.lowerBound + run.upperBound - 1) / 2,
                heats[run].reduce(0, +) / Double(run.count)
            )
        }
    }

    /// How many heats are equal to each other, for each different one.
    private static func ties(_ heats: [Double]) -> [Int] {
        var sizes: [Int] = []
        var last: Double?
        for heat in heats.sorted() {
            if heat == last { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
            last = heat
        }
        return sizes
    }

    /// The share of orders in which the rising and the falling pairs are at least as unequal.
    private static func pValue(rises: Int, falls: Int, ties: [Int]) -> Double {
        guard rises != falls else { return 1 }
        let orders = ordersByFallingPairs(ties)
        // As many orders have so many rising pairs as have so many falling ones.
        let far = orders[...min(rises, falls)].reduce(0, +)
        return 2 * Double(far) / Double(orders.reduce(0, +))
    }

    /// How many of the different orders of things, of which some are equal, have 0, 1, 2 ... pairs
    /// of which the later is the smaller.
    ///
    /// They are the coefficients of the q-multinomial (MacMahon 1915; Stanley, Enumerative
    /// Combinatorics 1, section 1.7), built up one thing after the other: the kth of k equal ones
    /// that makes N + k in all multiplies by (1 - q^(N+k)) / (1 - q^k). The coefficients on the way
    /// may be below 0 or not fit; modulo 2^64 they come out right in the end.
    private static func ordersByFallingPairs(_ ties: [Int]) -> [UInt64] {
        let count = ties.reduce(0, +)
        let pairs = count * (count - 1) / 2 - ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        var orders = [UInt64](repeating: 0, count: pairs + 1)
        orders[0] = 1
        var all = 0
        for size in ties {
            for k in 1...size {
                all += 1
                for power in stride(from: pairs, through: all, by: -1) {
                    orders[power] &-= orders[power - all]
                }
                for power in stride(from: k, through: pairs, by: 1) {
                    orders[power] &+= orders[power - k]
                }
            }
        }
        return orders
    }
}
