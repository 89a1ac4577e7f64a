import DiscussionModel

/// What there is to say of an XML file besides its records: damaged markup, stray bytes, where it
/// is cut.
struct XMLRemarks {
    /// How many damaged records are told one by one for one discussion.
    private static let maximumTold = 10

    private let file: String
    private var damages: [XMLDamage] = []
    private var untold = 0
    private var saidStrayBytes = false
    private var saidCut = false

    init(file: String) {
        self.file = file
    }

    /// Notes the damage of a record.
    mutating func note(_ record: XMLRecord) {
        guard let damage = record.damage else { return }
        if damages.count < Self.maximumTold { damages.append(damage) } else { untold += 1 }
    }

    /// The findings on what was read since the last call, for the discussion that ends with a
    /// record.
    mutating func take(_ reader: XMLRecordReader, at record: XMLRecord?) -> [Finding] {
        var findings = damages.map { damage in
            Finding(
                id: "damaged-markup", severity: .warning,
                message: "What the markup still says was read: \(damage.problem).", file: file,
                line: damage.line)
        }
        if untold > 0 {
            findings.append(
                Finding(
                    id: "damaged-markup", severity: .warning,
                    message: untold == 1
                        ? "1 more record has damaged markup."
                        : "\(untold) more records have damaged markup.", file: file))
        }
        damages = []
        untold = 0
        if let stray = reader.strayBytes, !saidStrayBytes {
            saidStrayBytes = true
            findings.append(
                Finding(
                    id: "encoding-guessed", severity: .warning,
                    message: "Bytes that are not UTF-8 are read as Windows-1252 (byte"
                        + " \(stray.first) is the first).", file: file))
        }
        if record?.isCut != false, let cut = reader.cut, !saidCut {
            saidCut = true
            findings.append(
                Finding(
                    id: "truncated", severity: .error,
                    message: "The file is cut: \(cut.problem). All before was read.", file: file,
                    line: cut.line))
        }
        return findings
    }

    /// - Parameters:
    ///   - discussions: how many were found.
    ///   - missing: the element that every such file has, for the advice.
    /// - Throws: `ReadingError` where there is no discussion, or where the file is cut and no
    ///   discussion said so.
    mutating func finish(
        _ reader: XMLRecordReader, discussions: Int, missing: String
    ) throws(ReadingError) {
        if let cut = reader.cut, !saidCut {
            saidCut = true
            throw ReadingError(
                .malformed, file: file, line: cut.line == 0 ? nil : cut.line,
                problem: cut.problem,
                advice: discussions > 0
                    ? "all before was read; export it again for the rest" : "export it again")
        }
        guard discussions == 0 else { return }
        throw ReadingError(
            reader.hasElements ? .empty : .malformed, file: file,
            problem: reader.hasElements ? "there is no \(missing) in it" : "it is not XML",
            advice: "check that it is the whole export, or name its format with --format")
    }
}
