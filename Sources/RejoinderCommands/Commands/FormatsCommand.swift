import ArgumentParser
import Rejoinder

/// `rejoinder formats`: what can be read.
struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "List the formats that can be read, or tell what inputs are.",
        discussion: """
            With --probe it prints tab-separated values: file, format, discussions, comments, bytes,
            a line for each file and each entry of an archive. Pages are not joined.

            EXAMPLES
              rejoinder formats
              rejoinder formats --probe downloads/ > inventory.tsv
            """)

    @Argument(
        help: ArgumentHelp("With --probe: a file, a folder, an archive, or -.", valueName: "input"))
    var inputs: [String] = []

    @Flag(help: "Read the inputs and print what each of them holds.")
    var probe = false

    @OptionGroup(title: "With --probe") var reading: ReadingOptionGroup

    @OptionGroup var privacy: PrivacyOptions

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try output.requireApart(from: inputs + reading.siteFiles)
        if probe && inputs.isEmpty {
            throw ValidationError(
                "Nothing to probe: name a file or a folder, or - for standard input.")
        }
        if !probe && !inputs.isEmpty { throw ValidationError("Inputs go with --probe.") }
        if !probe && !(reading.isDefault && privacy.isDefault) {
            throw ValidationError("The options of reading go with --probe.")
        }
    }

    func run() throws {
        let target = try output.target.open()
        let status = try probe ? writeProbes(to: target) : writeList(to: target)
        try target.finish(status)
        if status != .done { throw status }
    }

    private func writeList(to target: TextOutput) throws -> ExitStatus {
        let width = FormatRegistry.all.map(\.name.count).max() ?? 0
        for format in FormatRegistry.all {
            let gap = String(repeating: " ", count: width - format.name.count + 2)
            try target.write("\(format.name)\(gap)\(format.recognition)\n")
        }
        return .done
    }

    private func writeProbes(to target: TextOutput) throws -> ExitStatus {
        let prober: InputProber
        do {
            prober = try InputProber(inputs: inputs, options: reading.options)
        } catch {
            throw CommandFailure(error, status: .wrongUsage)
        }
        var status = ExitStatus.done
        // Nobody knows the names that a remark may hold where nothing is analysed.
        let findings = FindingPrinter(isQuiet: output.quiet, saysNoWords: !privacy.isDefault)
        var errors = ErrorPrinter(hidesWords: !privacy.isDefault)
        try target.write("file\tformat\tdiscussions\tcomments\tbytes\n")
        for result in prober {
            switch result {
            case .success(let probe):
                let name = Self.field(probe.file)
                try target.write(
                    "\(name)\t\(probe.format)\t\(probe.discussions)\t\(probe.comments)\t\(probe.bytes)\n"
                )
                let isChanged = findings.say(probe.findings)
                let isUnread = probe.findings.contains { $0.severity == .error }
                if isUnread || reading.strict && isChanged { status = .somethingUnread }
            case .failure(let error):
                errors.say(error)
                status = .somethingUnread
            }
        }
        errors.sayRest()
        return status
    }

    /// A file name as one field on one line, in which nothing steers a terminal.
    private static func field(_ name: String) -> String { VisibleText.name(name) }
}
