/// A division of people into camps while it is being made better.
struct CampLabels: Sendable {
    let graph: SignedGraph
    /// The camp of each person, `0..<camps`; a camp may be empty.
    private(set) var labels: [Int]
    private(set) var sizes: [Int]
    /// How many of each camp are guests, who do not help to fill it.
    private var guests: [Int]
    /// The fewest people of a camp that nobody may leave.
    let floor: Int

    private static let enough = 1e-9
    private static let mostSweeps = 60
    /// Among more people swaps change next to nothing.
    private static let mostSwapping = 1_000

    init(_ graph: SignedGraph, labels: [Int], camps: Int, floor: Int) {
        self.graph = graph
        self.labels = labels
        self.floor = floor
        sizes = [Int](repeating: 0, count: camps)
        guests = sizes
        for (person, label) in labels.enumerated() {
            sizes[label] += 1
            guests[label] += graph.isGuest[person] ? 1 : 0
        }
        fill()
    }

    /// Whether the camp of a person keeps enough without him.
    private func mayLeave(_ person: Int) -> Bool {
        let camp = labels[person]
        return graph.isGuest[person] || sizes[camp] - guests[camp] > floor
    }

    /// The weight of a person to the others of each camp.
    ///
    /// - Complexity: O(d + k) in the neighbours and the camps.
    func pulls(of person: Int) -> [Double] {
        var pulls = [Double](repeating: 0, count: sizes.count)
        pull(person, into: &pulls)
        return pulls
    }

    private func pull(_ person: Int, into pulls: inout [Double]) {
        for camp in pulls.indices { pulls[camp] = 0 }
        for at in graph.starts[person]..<graph.starts[person + 1] {
            pulls[labels[Int(graph.neighbours[at])]] += graph.weights[at]
        }
        for camp in pulls.indices {
            let others = sizes[camp] - (labels[person] == camp ? 1 : 0)
            pulls[camp] += graph.company * Double(others)
        }
    }

    /// Moves single people, swaps neighbours and joins camps until nothing of it is a gain.
    mutating func improve() {
        var sweeps = 0
        repeat {
            while moveAll() && sweeps < Self.mostSweeps { sweeps += 1 }
            sweeps += 1
        } while sweeps < Self.mostSweeps && (swapNeighbours() || join())
    }

    /// Puts a person elsewhere, if the camp may be left.
    mutating func put(_ person: Int, into camp: Int) {
        guard mayLeave(person), labels[person] != camp else { return }
        move(person, to: camp)
    }

    private mutating func move(_ person: Int, to camp: Int) {
        let guest = graph.isGuest[person] ? 1 : 0
        sizes[labels[person]] -= 1
        guests[labels[person]] -= guest
        labels[person] = camp
        sizes[camp] += 1
        guests[camp] += guest
    }

    private mutating func moveAll() -> Bool {
        var moved = false
        var pulls = [Double](repeating: 0, count: sizes.count)
        for person in 0..<graph.count where mayLeave(person) {
            pull(person, into: &pulls)
            var best = labels[person]
            for camp in pulls.indices where pulls[camp] > pulls[best] + Self.enough { best = camp }
            if best != labels[person] {
                move(person, to: best)
                moved = true
            }
        }
        return moved
    }

    /// Lets two neighbours of different camps change places where both moves together gain.
    ///
    /// - Complexity: O(n · k + m) in people, camps and edges, and the neighbours of who is swapped.
    private mutating func swapNeighbours() -> Bool {
        guard graph.count <= Self.mostSwapping else { return false }
        var swapped = false
        var pulls = neighbourPulls()
        let camps = sizes.count
        for person in 0..<graph.count {
            for at in graph.starts[person]..<graph.starts[person + 1] {
                let other = Int(graph.neighbours[at])
                let mine = labels[person]
                let theirs = labels[other]
                guard other > person, mine != theirs,
                    floor == 0 || graph.isGuest[person] == graph.isGuest[other]
                else { continue }
                // Each camp keeps its size, and who moves leaves one person of company behind.
                let ahead = pulls[person * camps + theirs] - pulls[person * camps + mine]
                let back = pulls[other * camps + mine] - pulls[other * camps + theirs]
                let gain = ahead + back - 2 * graph.weights[at]
                if gain > Self.enough {
                    relabel(person, from: mine, to: theirs, &pulls)
                    relabel(other, from: theirs, to: mine, &pulls)
                    swapped = true
                }
            }
        }
        return swapped
    }

    /// The weight of each person to their neighbours in each camp, row by row.
    private func neighbourPulls() -> [Double] {
        let camps = sizes.count
        var pulls = [Double](repeating: 0, count: graph.count * camps)
        for person in 0..<graph.count {
            for at in graph.starts[person]..<graph.starts[person + 1] {
                pulls[person * camps + labels[Int(graph.neighbours[at])]] += graph.weights[at]
            }
        }
        return pulls
    }

    /// Changes a label, but no size, and what the neighbours see of it.
    private mutating func relabel(
        _ person: Int, from old: Int, to new: Int, _ pulls: inout [Double]
    ) {
        labels[person] = new
        if graph.isGuest[person] {
            guests[old] -= 1
            guests[new] += 1
        }
        let camps = sizes.count
        for at in graph.starts[person]..<graph.starts[person + 1] {
            let row = Int(graph.neighbours[at]) * camps
            pulls[row + old] -= graph.weights[at]
            pulls[row + new] += graph.weights[at]
        }
    }

    /// Joins the two camps that gain most by it.
    private mutating func join() -> Bool {
        guard floor == 0, let best = bestJoin(), best.gain > Self.enough else { return false }
        join(best.first, best.second)
        return true
    }

    /// Puts everybody of the second camp into the first.
    mutating func join(_ first: Int, _ second: Int) {
        for person in labels.indices where labels[person] == second { labels[person] = first }
        sizes[first] += sizes[second]
        guests[first] += guests[second]
        sizes[second] = 0
        guests[second] = 0
    }

    /// The two camps whose joining gains most, or costs least; `nil` where there is but one.
    func bestJoin() -> (first: Int, second: Int, gain: Double)? {
        let camps = sizes.count
        var between = [Double](repeating: 0, count: camps * camps)
        for person in 0..<graph.count {
            for at in graph.starts[person]..<graph.starts[person + 1] {
                let other = Int(graph.neighbours[at])
                guard other > person else { continue }
                let low = min(labels[person], labels[other])
                let high = max(labels[person], labels[other])
                between[low * camps + high] += graph.weights[at]
            }
        }
        var best: (first: Int, second: Int, gain: Double)?
        for first in 0..<camps where sizes[first] > 0 {
            for second in (first + 1)..<max(camps, first + 1) where sizes[second] > 0 {
                let gain =
                    between[first * camps + second]
                    + graph.company * Double(sizes[first] * sizes[second])
                if gain > (best?.gain ?? -.infinity) + Self.enough { best = (first, second, gain) }
            }
        }
        return best
    }

    /// Fills camps that have too few people with those who lose least by it.
    private mutating func fill() {
        for camp in sizes.indices {
            while sizes[camp] - guests[camp] < floor {
                var best: (person: Int, gain: Double)?
                for person in labels.indices
                where labels[person] != camp && !graph.isGuest[person] && mayLeave(person) {
                    let pulls = pulls(of: person)
                    let gain = pulls[camp] - pulls[labels[person]]
                    if gain > (best?.gain ?? -.infinity) + Self.enough { best = (person, gain) }
                }
                guard let best else { return }
                move(best.person, to: camp)
            }
        }
    }
}
