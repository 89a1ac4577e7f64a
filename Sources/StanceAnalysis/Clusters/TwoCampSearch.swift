/// Looks for the division into two camps whose weight within camps is largest: finds what
/// `CampSearch(camps: 2, effort: 2)` finds, for graph after graph of the same people who all keep their
/// number of neighbours.
///
/// Of each person it is known at any time what a move would gain, so that a sweep asks everybody and
/// only a move asks the neighbours.
struct TwoCampSearch: ~Copyable {
    private static let effort = 2
    private static let seed: UInt64 = 5

    private var graph: PairRows
    private var division: TwoCamps
    private var best: TwoCamps
    /// The camp of each person in the divisions that are begun with, one behind the other.
    private let starts: FixedArray<Bool>
    /// Who is put where before the search goes on from the best division, all kicks in a row.
    private let kicks: [(person: Int, isSecond: Bool)]

    /// - Parameter pairs: any that give everybody the number of neighbours that he has.
    init(people: Int, pairs: [PairShuffle.Pair], company: Double) {
        graph = PairRows(people: people, pairs: pairs)
        division = TwoCamps(people: people, company: company)
        best = TwoCamps(people: people, company: company)
        var generator = RepeatableGenerator(seed: Self.seed)
        starts = FixedArray(
            (0..<Self.effort * people).map { _ in generator.next(below: 2) == 1 })
        kicks = (0..<Self.effort * max(2, people / 6)).map { _ in
            let person = generator.next(below: people)
            return (person, generator.next(below: 2) == 1)
        }
    }

    /// What two camps weigh more than one.
    ///
    /// - Complexity: O(s · (n + m)) in sweeps, people and pairs.
    mutating func gain(of pairs: borrowing FixedArray<PairShuffle.Pair>) -> Double {
        graph.fill(pairs)
        division.joinAll(graph)
        let none = division.value(in: graph)
        division.improve(in: graph)
        best.copy(division)
        var most = division.value(in: graph)
        for start in 0..<Self.effort {
            division.begin(with: starts, at: start * graph.people, in: graph)
            division.improve(in: graph)
            take(&most)
        }
        let length = kicks.count / Self.effort
        for kick in 0..<Self.effort {
            division.copy(best)
            for (person, isSecond) in kicks[kick * length..<(kick + 1) * length]
            where division.isSecond[person] != isSecond {
                division.move(person, in: graph)
            }
            division.improve(in: graph)
            take(&most)
        }
        return most - none
    }

    /// Keeps the division if it is better than the best so far.
    private mutating func take(_ most: inout Double) {
        guard !division.dividesLike(best) else { return }
        let value = division.value(in: graph)
        if value > most + 1e-9 {
            most = value
            best.copy(division)
        }
    }
}

/// The neighbours of each person by rising index, and the weights to them, in compressed rows.
struct PairRows: ~Copyable {
    let people: Int
    /// Where the neighbours of each person begin; one more than people.
    let starts: FixedArray<Int>
    /// Where those of them begin who come behind the person.
    private(set) var later: FixedArray<Int>
    private(set) var neighbours: FixedArray<Int32>
    private(set) var weights: FixedArray<Double>
    // The same in the order of the pairs.
    private var unsortedNeighbours: FixedArray<Int32>
    private var unsortedWeights: FixedArray<Double>
    /// Where the next neighbour of each person goes.
    private var places: FixedArray<Int>

    /// Makes room for pairs that give everybody as many neighbours as these do.
    init(people: Int, pairs: [PairShuffle.Pair]) {
        self.people = people
        var starts = [Int](repeating: 0, count: people + 1)
        for pair in pairs {
            starts[Int(pair.first) + 1] += 1
            starts[Int(pair.second) + 1] += 1
        }
        for person in 0..<people { starts[person + 1] += starts[person] }
        self.starts = FixedArray(starts)
        later = FixedArray(starts)
        places = FixedArray(starts)
        neighbours = FixedArray(repeating: 0, count: pairs.count * 2)
        weights = FixedArray(repeating: 0, count: pairs.count * 2)
        unsortedNeighbours = FixedArray(repeating: 0, count: pairs.count * 2)
        unsortedWeights = FixedArray(repeating: 0, count: pairs.count * 2)
    }

    /// Takes the pairs in any order; going through the rows in order and giving everybody to his
    /// neighbours then sorts each row.
    ///
    /// - Complexity: O(n + m) in people and pairs.
    mutating func fill(_ pairs: borrowing FixedArray<PairShuffle.Pair>) {
        places.copy(starts)
        for at in 0..<pairs.count {
            let pair = pairs[at]
            put(pair.second, pair.weight, to: Int(pair.first))
            put(pair.first, pair.weight, to: Int(pair.second))
        }
        places.copy(starts)
        for person in 0..<people {
            later[person] = places[person]
            for at in starts[person]..<starts[person + 1] {
                let other = Int(unsortedNeighbours[at])
                let place = places[other]
                neighbours[place] = Int32(truncatingIfNeeded: person)
                weights[place] = unsortedWeights[at]
                places[other] = place + 1
            }
        }
    }

    @inline(__always)
    private mutating func put(_ neighbour: Int32, _ weight: Double, to person: Int) {
        let place = places[person]
        unsortedNeighbours[place] = neighbour
        unsortedWeights[place] = weight
        places[person] = place + 1
    }
}
