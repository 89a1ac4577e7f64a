/// Looks for the division into camps whose weight within camps is largest: local search on the
/// objective of correlation clustering from several starts, with kicks.
package struct CampSearch: Sendable {
    /// The most camps.
    package var camps: Int
    /// The fewest people of each camp; 0 lets camps be empty, so that fewer come out.
    package var floor: Int
    /// How many random starts and kicks there are.
    package var effort: Int
    package var seed: UInt64

    /// Up to this effort the spectral start would cost more than all others together.
    private static let leastSpectralEffort = 2

    package init(camps: Int, floor: Int = 0, effort: Int = 8, seed: UInt64 = 1) {
        self.camps = camps
        self.floor = floor
        self.effort = effort
        self.seed = seed
    }

    /// The best division found: the camp of each person, numbered from 0 in the order of their first
    /// people.
    ///
    /// - Complexity: O(e · s · (n · k + m)) in effort, sweeps (at most 60), people, camps and edges.
    package func labels(of graph: SignedGraph, starts: [[Int]] = []) -> [Int] {
        guard graph.count > 0 else { return [] }
        var generator = RepeatableGenerator(seed: seed)
        var best: (value: Double, labels: CampLabels)?
        func take(_ labels: CampLabels) {
            var labels = labels
            labels.improve()
            let value = graph.value(of: labels.labels)
            if value > (best?.value ?? -.infinity) + 1e-9 { best = (value, labels) }
        }
        func start(_ labels: [Int]) {
            take(CampLabels(graph, labels: labels, camps: camps, floor: floor))
        }
        for labels in starts { start(labels.map { min($0, camps - 1) }) }
        if effort > Self.leastSpectralEffort {
            start(SpectralStart.labels(of: graph, camps: camps))
        }
        if floor == 0 { start([Int](repeating: 0, count: graph.count)) }
        for _ in 0..<effort { start((0..<graph.count).map { _ in generator.next(below: camps) }) }
        for _ in 0..<effort {
            guard var kicked = best?.labels else { break }
            for _ in 0..<max(2, graph.count / 6) {
                kicked.put(
                    generator.next(below: graph.count), into: generator.next(below: camps))
            }
            take(kicked)
        }
        return Self.inOrder(best?.labels.labels ?? [])
    }

    /// The same division with camps numbered from 0 in the order of their first people.
    package static func inOrder(_ labels: [Int]) -> [Int] {
        var numbers: [Int: Int] = [:]
        return labels.map { label in
            if let number = numbers[label] { return number }
            let number = numbers.count
            numbers[label] = number
            return number
        }
    }
}
