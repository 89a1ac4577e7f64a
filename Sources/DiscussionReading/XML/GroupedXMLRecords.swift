import DiscussionModel

/// The records of an XML file that scatters those of one discussion, grouped.
///
/// The file is gone through once and its records set aside in a temporary file; then each group is
/// read on its own. Memory is bounded by the largest group and what `RecordIndex` needs.
struct GroupedXMLRecords {
    /// What becomes of a record.
    enum Use {
        /// It belongs to the group of this name.
        case group(String)
        /// It is the title of the whole; the first that says anything counts.
        case title(String?)
        /// It is not needed.
        case passOver
        /// It cannot be used, for a reason in a few words that start in lower case.
        case bad(String)
    }

    private var spool: RecordSpool
    private var position = 0
    private let file: String
    /// The title of the whole; `nil` where no record is one.
    private(set) var title: String?
    private var findings: [Finding] = []
    /// Why the rest of the file was not read.
    private var failure: ReadingError?

    /// The share of the groups that were handed out.
    var share: Double { Double(position) / Double(max(1, spool.keys.count)) }

    /// - Parameters:
    ///   - missing: the elements of which every such file has some, for the error where none is
    ///     there.
    ///   - use: told every record once, in order.
    /// - Throws: `ReadingError` where there is no record of use.
    init(
        _ input: OpenInput, shape: XMLShape, options: ReadingOptions, missing: String,
        use: (XMLElement) throws -> Use
    ) throws {
        file = input.name
        spool = try RecordSpool(for: input)
        let reader = try XMLRecordReader(
            input, shape: shape, isStrict: options.isStrict,
            maximumTextBytes: options.maximumRecordBytes)
        var remarks = XMLRemarks(file: file)
        var warnings = RecordWarnings(file: file, isStrict: options.isStrict)
        do {
            while let record = try reader.next() {
                switch try use(record.element) {
                case .group(let key):
                    remarks.note(record)
                    try spool.add(record.bytes, to: key)
                case .title(let words): title = title ?? words
                case .passOver: break
                case .bad(let problem):
                    // Where the file ends amid it, that is what there is to say.
                    if record.isCut { break }
                    let damage = record.damage.map { "; " + $0.problem } ?? ""
                    try warnings.add(
                        problem + damage, line: record.damage?.line ?? record.element.line)
                }
            }
        } catch let error as ReadingError {
            if options.isStrict || spool.keys.isEmpty { throw error }
            failure = error
        }
        if failure == nil, spool.keys.isEmpty {
            try remarks.finish(reader, discussions: 0, missing: missing)
        }
        findings = remarks.take(reader, at: nil) + warnings.findings
    }

    /// What there is to say of the file as a whole: once, for the first discussion.
    mutating func takeFindings() -> [Finding] {
        defer { findings = [] }
        return findings
    }

    /// The next group in the order of their first records, or `nil` at the end.
    ///
    /// - Throws: `ReadingError` behind the last group where the file could not be read to its end.
    mutating func next() throws -> (key: String, records: [XMLElement])? {
        guard position < spool.keys.count else {
            defer { failure = nil }
            if let failure { throw failure }
            return nil
        }
        let records = try spool.records(of: position).compactMap { XMLRecord(bytes: $0)?.element }
        position += 1
        return (spool.keys[position - 1], records)
    }
}
