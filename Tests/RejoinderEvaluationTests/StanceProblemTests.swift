import Testing

@testable import RejoinderEvaluation

@Suite struct StanceProblemTests {
    private static let problem: StanceProblem = {
        var problem = StanceProblem(width: 3)
        problem.add([0, 1], [1, 0.5], label: 0, isForum: false, weight: 2)
        problem.add([1, 2], [-0.5, 1], label: 1, isForum: false, weight: 1)
        problem.add([0, 2], [0.3, 1], label: 2, isForum: false, weight: 1.5)
        problem.add([0, 1, 2], [1, 1, 1], label: 0, isForum: true, weight: 1)
        problem.add([1, 2], [0.7, 1], label: 2, isForum: true, weight: 0.5)
        return problem
    }()

    @Test func theGradientIsTheSlopeOfTheLoss() {
        let point = (0..<12).map { Double($0 % 5) * 0.2 - 0.4 }
        var gradient = [Double](repeating: 0, count: 12)
        _ = Self.problem.loss(point, gradient: &gradient)
        var unused = gradient
        for at in point.indices {
            var up = point
            var down = point
            up[at] += 1e-5
            down[at] -= 1e-5
            let slope =
                (Self.problem.loss(up, gradient: &unused)
                    - Self.problem.loss(down, gradient: &unused)) / 2e-5
            #expect(abs(slope - gradient[at]) < 1e-6)
        }
    }

    @Test func theSolutionIsFlat() {
        let solution = Self.problem.solve()
        var gradient = [Double](repeating: 0, count: 12)
        _ = Self.problem.loss(solution, gradient: &gradient)
        for slope in gradient { #expect(abs(slope) < 1e-2) }
    }
}
