/// One way in which a graph is written.
///
/// A new one is one file that declares it, as `DOTFormat.swift` does, and one line in `allCases`.
public struct GraphForm: Sendable, CaseIterable {
    /// The forms in their documented order.
    public static let allCases: [GraphForm] = [
        .dot,
        .graphML,
        .gexf,
        .json,
        .csv,
        .gephi,
        .nodeXL,
    ]

    /// The name after `--as`.
    public let name: String
    /// What it is for, in a few words.
    public let purpose: String
    /// Its files, at least one: most forms have one, tables of nodes and of edges are two.
    let files: [File]

    /// One file of a form.
    struct File: Sendable {
        /// What its name ends in, with the dot.
        let ending: String
        /// Makes what writes it.
        let writer: @Sendable (GraphSubject) -> any GraphFormat
    }

    init(_ name: String, _ purpose: String, files: [File]) {
        self.name = name
        self.purpose = purpose
        self.files = files
    }

    /// The endings of the files that a graph has in this form, in the order in which
    /// `GraphDocument` gives their texts.
    public var endings: [String] { files.map(\.ending) }

    /// The form with a name, or `nil` when there is none.
    public init?(name: String) {
        guard let form = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = form
    }
}
