extension GraphForm {
    /// A table of edges with the columns of NodeXL's sheet of edges.
    public static let nodeXL = GraphForm(
        "nodexl", "a CSV list of edges with the columns of NodeXL",
        files: [
            File(ending: ".nodexl.csv") { subject in
                EdgeTable(
                    of: subject,
                    leads: [
                        ("Vertex 1", { $1.source }), ("Vertex 2", { $1.target }),
                        ("Relationship", { edge, _ in edge.relation }),
                        ("Edge Weight", { edge, _ in edge.integer("weight").map(String.init) }),
                    ])
            }
        ])
}
