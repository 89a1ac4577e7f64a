public import ArgumentParser
public import Rejoinder

/// Which stance clusters are looked for; the same on every command that shows them.
struct CampOptions: ParsableArguments {
    // Whatever follows is the value, so that -2 is told to be a wrong one and not to be missing.
    @Option(
        name: .customLong("camps"), parsing: .unconditional,
        help: ArgumentHelp(
            """
            How many stance clusters to look for: auto or a number of 2 to 6. auto, the default: \
            as many as there are, none where chance gives as much. A number: that many, whether \
            chance gives as much or not.
            """,
            valueName: "auto|2...6"))
    var wanted: CampCount?

    /// How many stance clusters to look for.
    var camps: CampCount { wanted ?? .auto }

    /// Refuses a number where camps are taken from a store, as they were found before.
    func requireInputs(db: String?) throws {
        guard let db, wanted != nil else { return }
        throw ValidationError(
            "--camps does not go with --db, which holds the camps that were found before. Look for"
                + " others with `rejoinder analyze INPUT --camps N --db \(db)`, or name the inputs"
                + " in place of --db.")
    }
}

extension CampCount: ExpressibleByArgument {
    /// Understands `auto` or a number of 2 to 6.
    public init?(argument: String) {
        switch (argument, Int(argument)) {
        case ("auto", _): self = .auto
        case (_, let count?) where (2...6).contains(count): self = .exactly(count)
        default: return nil
        }
    }

    /// What the help and an error name.
    public static var allValueStrings: [String] { ["auto", "2", "3", "4", "5", "6"] }
}
