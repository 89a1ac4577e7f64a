/// Every harness.
package enum HarnessRegistry {
    /// In the order in which they take turns.
    package static let all: [Harness] = [
        .json,
        .xml,
        .html,
        .text,
        .mail,
        .tables,
        .packed,
        .sites,
        .mentions,
        .quotations,
        .analysis,
        .exports,
        .store,
    ]

    /// The harness with a name, or `nil` where there is none.
    package static func harness(named name: String) -> Harness? { all.first { $0.name == name } }
}
