/// People and how much speaks for two of them being in one camp (above 0) or in two (below 0), with
/// the neighbours of each in one array (compressed rows).
///
/// Beside the edges every two people of a camp have the weight `company`, so that a camp needs
/// grounds to fall apart.
package struct SignedGraph: Sendable {
    /// An edge between two people, the smaller first.
    package struct Edge: Hashable, Sendable {
        package var first: Int
        package var second: Int
        package var weight: Double

        package init(first: Int, second: Int, weight: Double) {
            self.first = first
            self.second = second
            self.weight = weight
        }
    }

    /// How many people there are.
    package let count: Int
    /// The weight that any two people of one camp have.
    package let company: Double
    /// Whether each takes sides without being counted among the people of a camp, as an article does.
    package let isGuest: [Bool]
    /// Where the neighbours of each person begin; one more than people.
    let starts: [Int]
    /// The neighbours of all people, each person's by rising index.
    let neighbours: [Int32]
    /// The weight to each neighbour.
    let weights: [Double]

    /// Creates a graph; edges of the same two people are added up.
    ///
    /// - Parameter isGuest: for each whether he is no member of a camp; empty where all are.
    /// - Precondition: edges have two different ends in `0..<count`.
    /// - Complexity: O(n + m log m) in people and edges.
    package init(count: Int, edges: [Edge], company: Double = 0, isGuest: [Bool] = []) {
        self.count = count
        self.company = company
        self.isGuest = isGuest.isEmpty ? [Bool](repeating: false, count: count) : isGuest
        let sorted = edges.sorted {
            ($0.first, $0.second, $0.weight) < ($1.first, $1.second, $1.weight)
        }
        var joined: [Edge] = []
        joined.reserveCapacity(sorted.count)
        for edge in sorted {
            if let last = joined.last, last.first == edge.first, last.second == edge.second {
                joined[joined.count - 1].weight += edge.weight
            } else {
                joined.append(edge)
            }
        }
        var degrees = [Int](repeating: 0, count: count + 1)
        for edge in joined {
            degrees[edge.first + 1] += 1
            degrees[edge.second + 1] += 1
        }
        for at in 0..<count { degrees[at + 1] += degrees[at] }
        starts = degrees
        var places = degrees
        var neighbours = [Int32](repeating: 0, count: joined.count * 2)
        var weights = [Double](repeating: 0, count: joined.count * 2)
        // The smaller neighbours of each person first, then the larger: both come in rising order.
        for edge in joined {
            neighbours[places[edge.second]] = Int32(edge.first)
            weights[places[edge.second]] = edge.weight
            places[edge.second] += 1
        }
        for edge in joined {
            neighbours[places[edge.first]] = Int32(edge.second)
            weights[places[edge.first]] = edge.weight
            places[edge.first] += 1
        }
        self.neighbours = neighbours
        self.weights = weights
    }

    /// The weight within camps, which correlation clustering makes as large as it can (Bansal, Blum,
    /// Chawla, Machine Learning 56, 2004, section 1: agreements less a constant).
    ///
    /// - Complexity: O(n + m).
    package func value(of labels: [Int]) -> Double {
        var value = 0.0
        for person in 0..<count {
            for at in starts[person]..<starts[person + 1] {
                let other = Int(neighbours[at])
                if other > person && labels[other] == labels[person] { value += weights[at] }
            }
        }
        var sizes = [Int](repeating: 0, count: (labels.max() ?? 0) + 1)
        for label in labels { sizes[label] += 1 }
        for size in sizes { value += company * Double(size * (size - 1)) / 2 }
        return value
    }
}
