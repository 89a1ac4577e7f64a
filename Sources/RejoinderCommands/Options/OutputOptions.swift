import ArgumentParser

/// Where results go and how much else is said.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write results to this file; graph also takes a folder, and writes one file for each discussion.",
            valueName: "file"))
    var output: String?

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    var target: OutputTarget { OutputTarget(output) }
}
