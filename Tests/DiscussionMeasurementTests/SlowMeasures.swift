import Foundation

@testable import DiscussionMeasurement

/// The same measures by definition, in the time that takes.
struct SlowMeasures {
    let parents: [Int]
    let authors: [Int]
    let posted: [Int64]
    let stances: [(agree: Double, disagree: Double)?]

    private func path(_ ordinal: Int) -> [Int] {
        ordinal == 0 ? [0] : [ordinal] + path(parents[ordinal - 1])
    }
    private var depths: [Int] { (1...parents.count).map { path($0).count - 1 } }
    private func width(_ level: Int) -> Int { depths.count { $0 == level } }

    var depth: Double { Double(depths.max() ?? 0) }
    var width: Double { Double((1...parents.count).map { width($0) }.max() ?? 0) }
    var hIndex: Double {
        var level = 1
        while width(level) >= level { level += 1 }
        return Double(level - 1)
    }
    var branching: Double { Double(parents.count) / Double(Set(parents).count) }
    var virality: Double {
        var sum = 0
        for left in 0...parents.count {
            for right in 0...parents.count {
                let (a, b) = (path(left), path(right))
                let shared = Set(a).intersection(b).count
                sum += a.count + b.count - 2 * shared
            }
        }
        return Double(sum) / Double(parents.count * (parents.count + 1))
    }
    var longestExchange: Double? {
        var longest = 0
        for ordinal in 1...parents.count {
            let line = path(ordinal).dropLast().map { authors[$0 - 1] }
            var length = 1
            while length < line.count, line[length] != line[length - 1],
                length < 2 || line[length] == line[length - 2]
            {
                length += 1
            }
            longest = max(longest, length)
        }
        return longest >= 3 ? Double(longest) : nil
    }

    // Who wrote how much.
    private var people: [Int] { Array(Set(authors)).sorted() }
    private var shares: [Double] {
        people.map { person in
            Double(authors.count { $0 == person }) / Double(authors.count)
        }
    }
    var gini: Double {
        // Half the mean difference of all pairs, relative to the mean.
        let differences = shares.flatMap { one in shares.map { abs(one - $0) } }.reduce(0, +)
        return differences / Double(2 * shares.count)
    }
    var topShare: Double {
        var left = shares.sorted(by: >)
        var (sum, taken) = (0.0, 0)
        repeat {
            sum += left.removeFirst()
            taken += 1
        } while taken * 10 < shares.count
        return sum
    }
    var entropy: Double? {
        guard people.count > 1 else { return nil }
        return shares.map { -$0 * log2($0) }.reduce(0, +) / log2(Double(people.count))
    }
    var focus: Double {
        Double(authors.indices.count { authors[..<$0].contains(authors[$0]) })
            / Double(authors.count)
    }

    // Who answers whom: pairs of different people, and of replies to comments only.
    private var answering: Set<[Int]> {
        Set(
            parents.indices.filter { parents[$0] > 0 }
                .map { [authors[$0], authors[parents[$0] - 1]] }.filter { $0[0] != $0[1] })
    }
    var reciprocity: Double? {
        guard !answering.isEmpty else { return nil }
        let mutual = answering.count { answering.contains([$0[1], $0[0]]) }
        return Double(mutual) / Double(answering.count)
    }
    var centralization: Double? {
        // Everyone up to the greatest number is listed, those who never write too.
        let listed = (authors.max() ?? 0) + 1
        guard listed > 1 else { return nil }
        let degrees = (0..<listed).map { person in answering.count { $0[1] == person } }
        let missing = degrees.map { (degrees.max() ?? 0) - $0 }.reduce(0, +)
        return Double(missing) / Double((listed - 1) * (listed - 1))
    }

    // When.
    private var gaps: [Int64] {
        parents.indices.filter { parents[$0] > 0 }
            .map { posted[$0] - posted[parents[$0] - 1] }.filter { $0 >= 0 }.sorted()
    }
    var medianReply: Double? {
        gaps.isEmpty ? nil : Double(gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]) / 2
    }
    var p90Reply: Double? {
        gaps.first { gap in gaps.count { $0 <= gap } * 10 >= gaps.count * 9 }.map(Double.init)
    }
    var busiestHour: Double? {
        guard posted.count > 1 else { return nil }
        let most = posted.map { start in posted.count { $0 >= start && $0 < start + 3_600 } }
        return Double(most.max() ?? 0) / Double(posted.count)
    }
    var burstiness: Double? {
        let moments = posted.sorted().map(Double.init)
        let steps = moments.indices.dropFirst().map { moments[$0] - moments[$0 - 1] }
        let mean = steps.reduce(0, +) / Double(steps.count)
        let squares = steps.map { $0 * $0 }.reduce(0, +) / Double(steps.count)
        guard steps.count > 1, mean > 0 else { return nil }
        let deviation = max(0, squares - mean * mean).squareRoot()
        return (deviation - mean) / (deviation + mean)
    }

    // Who is against whom: judged replies to comments of others.
    private var judged: [(from: Int, to: Int, agree: Double, disagree: Double)] {
        parents.indices.compactMap { index in
            guard parents[index] > 0, let stance = stances[index],
                authors[index] != authors[parents[index] - 1]
            else { return nil }
            return (authors[index], authors[parents[index] - 1], stance.agree, stance.disagree)
        }
    }
    private var against: [(from: Int, to: Int)] {
        judged.filter { $0.disagree > $0.agree && $0.disagree > 1 - $0.agree - $0.disagree }
            .map { ($0.from, $0.to) }
    }
    private var siding: Int {
        judged.count { $0.agree > $0.disagree && $0.agree > 1 - $0.agree - $0.disagree }
    }
    var disagreement: Double? {
        let all = against.count + siding
        return all == 0 ? nil : Double(against.count) / Double(all)
    }
    var mutual: Double? {
        guard !against.isEmpty else { return nil }
        let both = against.count { pair in
            against.contains { $0.from == pair.to && $0.to == pair.from }
        }
        return Double(both) / Double(against.count)
    }
    var disputeShare: Double? {
        guard disagreement != nil else { return nil }
        let drawnIn = people.count { person in
            against.contains { $0.from == person || $0.to == person }
        }
        return Double(drawnIn) / Double(people.count)
    }
    private func weight(_ one: Int, _ other: Int) -> Double {
        let weight = judged.filter { [$0.from, $0.to].sorted() == [one, other].sorted() }
            .map { $0.agree - $0.disagree }.reduce(0, +)
        return abs(weight) < 1e-9 ? 0 : weight
    }
    private var pairs: [(one: Int, other: Int, weight: Double)] {
        people.flatMap { one in people.filter { $0 > one }.map { (one, $0, weight(one, $0)) } }
            .filter { $0.2 != 0 }
    }
    var balance: Double? {
        var products: [Double] = []
        for one in people {
            for two in people where two > one {
                for three in people where three > two {
                    products.append(weight(one, two) * weight(two, three) * weight(one, three))
                }
            }
        }
        products.removeAll { $0 == 0 }
        guard !products.isEmpty else { return nil }
        return Double(products.count { $0 > 0 }) / Double(products.count)
    }
    var frustration: Double? {
        let pairs = pairs
        // As many joined groups as people without edges, less one for each edge of a forest.
        var groups = people.map { Set([$0]) }
        var isForest = true
        for pair in pairs {
            let near = groups.filter { $0.contains(pair.one) || $0.contains(pair.other) }
            if near.count == 1 { isForest = false }
            groups.removeAll { near.contains($0) }
            groups.append(near.reduce(into: []) { $0.formUnion($1) })
        }
        guard !isForest else { return nil }
        let least =
            (0..<(1 << 5)).map { sides in
                pairs.filter { pair in
                    (sides >> pair.one & 1 == sides >> pair.other & 1) == (pair.weight < 0)
                }.map { abs($0.weight) }.reduce(0, +)
            }.min() ?? 0
        return 2 * least / pairs.map { abs($0.weight) }.reduce(0, +)
    }
}

extension SlowMeasures {
    /// Each measure with the value that it should have.
    var values: [(any EngagementMeasure, Double?)] {
        [
            (Depth(), depth), (Width(), width), (HIndex(), hIndex), (Branching(), branching),
            (StructuralVirality(), virality), (LongestExchange(), longestExchange),
            (Gini(), gini), (TopShare(), topShare), (Entropy(), entropy), (Focus(), focus),
            (MedianReplySeconds(), medianReply), (P90ReplySeconds(), p90Reply),
            (BusiestHourShare(), busiestHour), (Burstiness(), burstiness),
            (Disagreement(), disagreement), (MutualDisagreement(), mutual),
            (DisputeShare(), disputeShare), (Balance(), balance), (Frustration(), frustration),
            (Reciprocity(), reciprocity), (Centralization(), centralization),
        ]
    }

    /// What each comment should have, by name.
    var ofComments: [String: [Double?]] {
        let ordinals = Array(1...parents.count)
        func others(_ ordinal: Int) -> [Int] {
            ordinals.filter {
                parents[$0 - 1] == ordinal && authors[$0 - 1] != authors[ordinal - 1]
            }
        }
        return [
            "depth": depths.map(Double.init),
            "directReplies": ordinals.map { one in Double(parents.count { $0 == one }) },
            "descendants": ordinals.map { one in
                Double(ordinals.count { $0 != one && path($0).contains(one) })
            },
            "distinctRepliers": ordinals.map { one in
                Double(Set(others(one).map { authors[$0 - 1] }).count)
            },
            "firstReplySeconds": ordinals.map { one in
                others(one).map { posted[$0 - 1] - posted[one - 1] }.filter { $0 >= 0 }.min()
                    .map(Double.init)
            },
        ]
    }

    /// What each commenter should have, by name, up to the greatest number.
    var ofCommenters: [String: [Double?]] {
        let listed = 0..<((authors.max() ?? 0) + 1)
        func median(_ values: [Int64]) -> Double? {
            let sorted = values.sorted()
            guard !sorted.isEmpty else { return nil }
            return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
        return [
            "share": listed.map { one in
                Double(authors.count { $0 == one }) / Double(authors.count)
            },
            "inDegree": listed.map { one in Double(answering.count { $0[1] == one }) },
            "outDegree": listed.map { one in Double(answering.count { $0[0] == one }) },
            "reciprocity": listed.map { one in
                let pairs = answering.filter { $0.contains(one) }
                guard !pairs.isEmpty else { return nil }
                return Double(pairs.count { answering.contains([$0[1], $0[0]]) })
                    / Double(pairs.count)
            },
            "medianReplySeconds": listed.map { one in
                median(
                    parents.indices.filter { index in
                        parents[index] > 0 && authors[index] == one
                            && authors[parents[index] - 1] != one
                    }.map { posted[$0] - posted[parents[$0] - 1] }.filter { $0 >= 0 })
            },
            "disagreeReceived": listed.map { one in
                judged.contains { $0.to == one }
                    ? Double(against.count { $0.to == one }) : nil
            },
        ]
    }
}
