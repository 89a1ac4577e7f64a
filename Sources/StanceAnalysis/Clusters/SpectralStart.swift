/// A first division from the vectors of the signed Laplacian that bend least.
///
/// Normalised signed Laplacian: Kunegis et al., "Spectral Analysis of Signed Graphs for Clustering,
/// Prediction and Visualization", SDM 2010, section 3; its smallest vectors are the largest of
/// D^-1/2 A D^-1/2, D being the sums of absolute weights.
enum SpectralStart {
    private static let rounds = 40

    /// The camp of each person, `0..<camps`.
    ///
    /// - Complexity: O(40 · k · (n · k + m)) in camps, people and edges.
    static func labels(of graph: SignedGraph, camps: Int) -> [Int] {
        let vectors = vectors(of: graph, count: max(1, camps - 1))
        if camps == 2 { return vectors[0].map { $0 >= 0 ? 0 : 1 } }
        return farthestFirst(vectors, camps: camps)
    }

    private static func vectors(of graph: SignedGraph, count: Int) -> [[Double]] {
        var scale = [Double](repeating: 0, count: graph.count)
        for person in 0..<graph.count {
            var sum = graph.company * Double(graph.count)
            for at in graph.starts[person]..<graph.starts[person + 1] {
                sum += abs(graph.weights[at])
            }
            scale[person] = sum > 0 ? 1 / sum.squareRoot() : 0
        }
        var generator = RepeatableGenerator(seed: 7)
        var vectors = (0..<count).map { _ in
            (0..<graph.count).map { _ in Double(generator.next(below: 2_000_001) - 1_000_000) }
        }
        for _ in 0..<rounds {
            for at in vectors.indices {
                var next = product(graph, scale, vectors[at])
                for earlier in vectors[..<at] {
                    let along = zip(next, earlier).reduce(0) { $0 + $1.0 * $1.1 }
                    for person in next.indices { next[person] -= along * earlier[person] }
                }
                let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
                guard length > 1e-12 else { continue }
                vectors[at] = next.map { $0 / length }
            }
        }
        return vectors
    }

    /// One step of the power method on 1 + D^-1/2 A D^-1/2, whose vectors have no negative values.
    private static func product(
        _ graph: SignedGraph, _ scale: [Double], _ vector: [Double]
    ) -> [Double] {
        let scaled = zip(vector, scale).map { $0 * $1 }
        let all = scaled.reduce(0, +) * graph.company
        return (0..<graph.count).map { person in
            var sum = all - scaled[person] * graph.company
            for at in graph.starts[person]..<graph.starts[person + 1] {
                sum += graph.weights[at] * scaled[Int(graph.neighbours[at])]
            }
            return vector[person] + scale[person] * sum
        }
    }

    /// Takes as first of each camp who is farthest from the firsts so far, and puts everybody to the
    /// nearest (Gonzalez, Theoretical Computer Science 38, 1985).
    private static func farthestFirst(_ vectors: [[Double]], camps: Int) -> [Int] {
        let count = vectors[0].count
        func distance(_ one: Int, _ two: Int) -> Double {
            vectors.reduce(0) { $0 + ($1[one] - $1[two]) * ($1[one] - $1[two]) }
        }
        var labels = [Int](repeating: 0, count: count)
        var nearest = (0..<count).map { distance($0, 0) }
        for camp in 1..<max(camps, 1) {
            let first = nearest.indices.max { nearest[$0] < nearest[$1] } ?? 0
            for person in 0..<count {
                let away = distance(person, first)
                if away < nearest[person] {
                    nearest[person] = away
                    labels[person] = camp
                }
            }
        }
        return labels
    }
}
