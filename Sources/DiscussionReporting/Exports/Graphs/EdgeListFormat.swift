extension GraphForm {
    /// A table of edges with the columns that pandas and NetworkX look for.
    public static let csv = GraphForm(
        "csv", "a CSV list of edges, for pandas, R and spreadsheets",
        files: [
            File(ending: ".csv") { subject in
                EdgeTable(
                    of: subject,
                    leads: [
                        ("source", { $1.source }), ("target", { $1.target }),
                        ("relation", { edge, _ in edge.relation }),
                        ("weight", { edge, _ in edge.integer("weight").map(String.init) }),
                    ])
            }
        ])
}
