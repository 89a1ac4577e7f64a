import ArgumentParser

/// What is presented: inputs that are analysed now, or a store of earlier analyses.
struct SourceOptions: ParsableArguments {
    @OptionGroup var input: InputOptions

    @Option(
        help: ArgumentHelp(
            "Take the analyses from a file that `rejoinder analyze --db` wrote.", valueName: "file")
    )
    var db: String?

    mutating func validate() throws {
        if db != nil && !input.inputs.isEmpty {
            throw ValidationError("Name inputs or --db, not both.")
        }
        if db == nil { try input.requireInputs() }
    }
}
