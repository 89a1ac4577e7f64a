import DiscussionModel

/// Says findings on standard error: place, words, and the id to look up.
struct FindingPrinter {
    /// Notes and warnings stay unsaid when set.
    var isQuiet: Bool
    /// Whether only place and id are said, and not the words, which may hold what people wrote.
    var saysNoWords = false
    /// How many findings of one kind are said of one discussion; the rest is counted.
    static let limit = 5

    /// Says the findings of one discussion and returns whether one changed the result.
    func say(_ findings: [Finding]) -> Bool {
        var counts: [String: Int] = [:]
        for finding in findings {
            counts[finding.id, default: 0] += 1
            guard isSaid(finding), counts[finding.id, default: 0] <= Self.limit else { continue }
            let tone: StandardStreams.Tone = finding.severity == .error ? .error : .warning
            StandardStreams.say(tone, words(for: finding))
        }
        for finding in findings where isSaid(finding) {
            guard let count = counts.removeValue(forKey: finding.id), count > Self.limit else {
                continue
            }
            StandardStreams.say(
                .warning, "\(finding.file): \(count - Self.limit) more of \(finding.id)")
        }
        return findings.contains { $0.severity != .note }
    }

    /// Notes change nothing in the result: the report counts them, `--json` has them all.
    private func isSaid(_ finding: Finding) -> Bool {
        switch finding.severity {
        case .note: false
        case .warning: !isQuiet
        case .error: true
        }
    }

    func words(for finding: Finding) -> String {
        let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
        if saysNoWords { return "\(place): [\(finding.id)]" }
        return "\(place): \(finding.message) [\(finding.id)]"
    }
}
