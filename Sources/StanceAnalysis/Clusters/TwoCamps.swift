/// A division of people into two camps while it is being made better, step by step as `CampLabels` does
/// it where camps may be empty.
struct TwoCamps: ~Copyable {
    private let company: Double
    /// Whether each person is in the second camp.
    private(set) var isSecond: FixedArray<Bool>
    /// What the neighbours of each person in the other camp weigh more than those in the own.
    private var urges: FixedArray<Double>
    private var inSecond = 0

    private static let enough = 1e-9
    private static let mostSweeps = 60
    /// Among more people swaps change next to nothing.
    private static let mostSwapping = 1_000

    init(people: Int, company: Double) {
        self.company = company
        isSecond = FixedArray(repeating: false, count: people)
        urges = FixedArray(repeating: 0, count: people)
    }

    mutating func copy(_ other: borrowing TwoCamps) {
        isSecond.copy(other.isSecond)
        urges.copy(other.urges)
        inSecond = other.inSecond
    }

    /// Puts everybody into the first camp.
    mutating func joinAll(_ graph: borrowing PairRows) {
        for person in 0..<isSecond.count {
            isSecond[person] = false
            var sum = 0.0
            for at in graph.starts[person]..<graph.starts[person + 1] { sum -= graph.weights[at] }
            urges[person] = sum
        }
        inSecond = 0
    }

    /// Puts everybody where a row of camps says.
    mutating func begin(
        with camps: borrowing FixedArray<Bool>, at start: Int, in graph: borrowing PairRows
    ) {
        inSecond = 0
        for person in 0..<isSecond.count {
            isSecond[person] = camps[start + person]
            inSecond += isSecond[person] ? 1 : 0
        }
        for person in 0..<isSecond.count {
            let camp = isSecond[person]
            var sum = 0.0
            for at in graph.starts[person]..<graph.starts[person + 1] {
                let weight = graph.weights[at]
                sum += isSecond[Int(graph.neighbours[at])] == camp ? -weight : weight
            }
            urges[person] = sum
        }
    }

    /// Whether everybody is with the same people as in another division.
    func dividesLike(_ other: borrowing TwoCamps) -> Bool {
        guard isSecond.count > 0 else { return true }
        let isTurned = isSecond[0] != other.isSecond[0]
        for person in 0..<isSecond.count
        where (isSecond[person] != other.isSecond[person]) != isTurned {
            return false
        }
        return true
    }

    /// The weight within the camps: to the last digit what `SignedGraph.value(of:)` gives for camps in
    /// the order of their first people.
    func value(in graph: borrowing PairRows) -> Double {
        guard isSecond.count > 0 else { return 0 }
        var value = 0.0
        for person in 0..<isSecond.count {
            let camp = isSecond[person]
            for at in graph.later[person]..<graph.starts[person + 1]
            where isSecond[Int(graph.neighbours[at])] == camp {
                value += graph.weights[at]
            }
        }
        let inFirst = isSecond.count - inSecond
        let sizes = isSecond[0] ? (inSecond, inFirst) : (inFirst, inSecond)
        for size in [sizes.0, sizes.1] { value += company * Double(size * (size - 1)) / 2 }
        return value
    }

    /// Moves single people, swaps neighbours and joins the camps until nothing of it is a gain.
    mutating func improve(in graph: borrowing PairRows) {
        var sweeps = 0
        repeat {
            while moveAll(in: graph) && sweeps < Self.mostSweeps { sweeps += 1 }
            sweeps += 1
        } while sweeps < Self.mostSweeps && (swapNeighbours(in: graph) || join(graph))
    }

    /// Puts a person into the other camp.
    mutating func move(_ person: Int, in graph: borrowing PairRows) {
        inSecond += isSecond[person] ? -1 : 1
        relabel(person, in: graph)
    }

    /// Changes a camp, but no size, and what the neighbours see of it.
    private mutating func relabel(_ person: Int, in graph: borrowing PairRows) {
        let camp = !isSecond[person]
        isSecond[person] = camp
        urges[person] = -urges[person]
        for at in graph.starts[person]..<graph.starts[person + 1] {
            let other = Int(graph.neighbours[at])
            let change = 2 * graph.weights[at]
            urges[other] += isSecond[other] == camp ? -change : change
        }
    }

    /// What the company of the other camp weighs more for somebody in each of the camps.
    private var companies: (first: Double, second: Double) {
        let inFirst = isSecond.count - inSecond
        return (
            company * Double(inSecond - inFirst + 1), company * Double(inFirst - inSecond + 1)
        )
    }

    private mutating func moveAll(in graph: borrowing PairRows) -> Bool {
        var moved = false
        var companies = companies
        for person in 0..<isSecond.count {
            let company = isSecond[person] ? companies.second : companies.first
            if urges[person] + company > Self.enough {
                move(person, in: graph)
                companies = self.companies
                moved = true
            }
        }
        return moved
    }

    /// Lets two neighbours of different camps change places where both moves together gain.
    private mutating func swapNeighbours(in graph: borrowing PairRows) -> Bool {
        guard isSecond.count <= Self.mostSwapping else { return false }
        var swapped = false
        for person in 0..<isSecond.count {
            for at in graph.later[person]..<graph.starts[person + 1] {
                let other = Int(graph.neighbours[at])
                guard isSecond[other] != isSecond[person] else { continue }
                // Each camp keeps its size.
                if urges[person] + urges[other] - 2 * graph.weights[at] > Self.enough {
                    relabel(person, in: graph)
                    relabel(other, in: graph)
                    swapped = true
                }
            }
        }
        return swapped
    }

    /// Joins the two camps where that is a gain.
    private mutating func join(_ graph: borrowing PairRows) -> Bool {
        let inFirst = isSecond.count - inSecond
        guard inSecond > 0, inFirst > 0 else { return false }
        var between = 0.0
        for person in 0..<isSecond.count {
            let camp = isSecond[person]
            for at in graph.later[person]..<graph.starts[person + 1]
            where isSecond[Int(graph.neighbours[at])] != camp {
                between += graph.weights[at]
            }
        }
        guard between + company * Double(inFirst * inSecond) > Self.enough else { return false }
        joinAll(graph)
        return true
    }
}
