public import ArgumentParser
import Rejoinder

/// The command `rejoinder`.
public struct RejoinderCommand: ParsableCommand {
    /// What `--help` says.
    public static let configuration = CommandConfiguration(
        commandName: "rejoinder", abstract: "Make any comment section legible.")

    /// Creates the command.
    public init() {}
}
