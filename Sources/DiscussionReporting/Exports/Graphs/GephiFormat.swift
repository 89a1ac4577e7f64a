extension GraphForm {
    /// A table of nodes and one of edges with the columns that Gephi's data laboratory looks for.
    ///
    /// Gephi drops edges of weight 0 and takes an empty weight for 1, so a weight of 0 is left out.
    public static let gephi = GraphForm(
        "gephi", "a CSV table of nodes and one of edges, for Gephi",
        files: [
            File(ending: ".nodes.csv") { subject in
                NodeTable(
                    of: subject,
                    leads: [
                        ("Id", { $1 }), ("Label", { node, _ in node.caption }),
                        ("name", { node, _ in node.name }),
                    ])
            },
            File(ending: ".edges.csv") { subject in
                EdgeTable(
                    of: subject,
                    leads: [
                        ("Source", { $1.source }), ("Target", { $1.target }),
                        ("Type", { _, _ in "Directed" }),
                        ("Label", { edge, _ in edge.relation }),
                        (
                            "Weight",
                            { edge, _ in
                                edge.integer("weight").flatMap { $0 > 0 ? String($0) : nil }
                            }
                        ),
                    ])
            },
        ])
}
