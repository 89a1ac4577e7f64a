extension StanceMeasures {
    /// Writes the features of a reply, in the order of `all`.
    ///
    /// - Parameters:
    ///   - own: the words that answer.
    ///   - parent: the words that are answered.
    ///   - history: whether a reply answers an answer to its own author, and how many other replies
    ///     went between the two.
    ///   - values: takes the features; has room for all of them.
    /// - Complexity: O(n) in the words of both.
    static func fill(
        _ values: inout [Float], _ own: StanceProfile, _ parent: StanceProfile,
        history: (back: Bool, others: Int)
    ) {
        let meeting = TopicMeeting(own.topics, parent.topics)
        values.withUnsafeMutableBufferPointer { values in
            let log = Logarithms.shared
            var row = FeatureRow(values: values, logarithms: log)
            row.add(contentsOf: own.own)
            row.add(contentsOf: parent.parent)
            row.add(log(own.words) - log(parent.words))
            let shared = Float(meeting.shared)
            row.add(shared / Float(max(1, meeting.left + meeting.right - meeting.shared)))
            row.add(shared / Float(max(1, meeting.left)))
            row.add(shared / Float(max(1, meeting.right)))
            row.add(log: meeting.shared)
            row.add(log: meeting.flipped)
            row.add(log: meeting.shared - meeting.flipped)
            row.add(own.denies != parent.denies)
            row.add(own.polarity * parent.polarity)
            row.add(history.back)
            row.add(log: history.others)
            precondition(row.count == values.count, "one value for each measure")
        }
    }
}

/// How the words of two comments meet.
private struct TopicMeeting {
    /// The different stems of the first.
    var left = 0
    /// The different stems of the second.
    var right = 0
    /// The stems that both have.
    var shared = 0
    /// Those of them that one denies and the other does not.
    var flipped = 0

    /// Counts stems that rise, the lowest bit of each set where it is denied.
    ///
    /// - Complexity: O(n) in both.
    init(_ one: [UInt32], _ other: [UInt32]) {
        one.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { other in
                var i = 0
                var j = 0
                while i < one.count && j < other.count {
                    let a = one[i] | 1
                    let b = other[j] | 1
                    if a < b {
                        left += 1
                        _ = Self.pass(a, one, &i)
                    } else if b < a {
                        right += 1
                        _ = Self.pass(b, other, &j)
                    } else {
                        left += 1
                        right += 1
                        shared += 1
                        let isDenied = Self.pass(a, one, &i)
                        if isDenied != Self.pass(b, other, &j) { flipped += 1 }
                    }
                }
                while i < one.count {
                    left += 1
                    _ = Self.pass(one[i] | 1, one, &i)
                }
                while j < other.count {
                    right += 1
                    _ = Self.pass(other[j] | 1, other, &j)
                }
            }
        }
    }

    /// Passes a stem and its repetitions; whether one of them is denied.
    @inline(__always)
    private static func pass(
        _ stem: UInt32, _ stems: UnsafeBufferPointer<UInt32>, _ at: inout Int
    ) -> Bool {
        var isDenied = false
        while at < stems.count && stems[at] | 1 == stem {
            if stems[at] & 1 == 1 { isDenied = true }
            at += 1
        }
        return isDenied
    }
}
