public import ArgumentParser
public import Rejoinder

/// Which stance clusters are looked for; the same on every command that shows them.
struct CampOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            How many stance clusters to look for. auto: as many as there are, none where chance \
            gives as much. A number: that many, whether chance gives as much or not.
            """,
            valueName: "auto|n"))
    var camps: CampCount = .auto
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

    /// What the help says of the default.
    public var defaultValueDescription: String { "auto" }
}
