import ArgumentParser

/// What is presented in place of inputs that are analysed now: a store of earlier analyses.
///
/// It stands beside the options of inputs and not around them: in builds for debugging
/// ArgumentParser checks a group that lies within another about four times as often.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take the analyses from a file that `rejoinder analyze --db` wrote.", valueName: "file")
    )
    var db: String?

    /// Refuses a command line that names both, or nothing to read.
    func requireEither(or input: InputOptions) throws {
        if db != nil && !input.inputs.isEmpty {
            throw ValidationError("Name inputs or --db, not both.")
        }
        if db == nil { try input.requireInputs() }
    }
}
