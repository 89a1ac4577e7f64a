/// Puts the elements of records together from beginnings, words and ends, and mends their nesting.
struct XMLRecordBuilder {
    /// The name of the elements that stand around the input.
    static let scaffold = "_"
    /// The most different names of elements and attributes; libxml2 keeps each to the end.
    private static let mostNames = 100_000

    /// An element that has begun and not ended.
    private struct Open {
        var element: XMLElement
        var text: [UInt8] = []
        var isRecord = false
        /// Whether it belongs to a record.
        var isKept = false
        var isLeftOut = false
        var damage: XMLDamage?
        /// The elements of the record so far, where it is one.
        var elements = 0
        /// The bytes of text in the record so far, where it is one.
        var textBytes = 0
    }

    private let shape: XMLShape
    private let file: String
    private let maximumTextBytes: Int
    private var open: [Open] = []
    private var records: [XMLRecord] = []
    /// Ends without beginnings since the last look, each of which ended an element of the scaffold.
    var strayEnds = 0
    private var names: [NameKey: String] = [:]

    /// Why nothing more is read.
    var failure: ReadingError?
    /// The true name of the end that libxml2 is about to tell as that of the present element.
    var endsInstead: String?
    /// Whether the input is at its end, where libxml2 complains about all that is open.
    var isEnding = false
    private(set) var hasElements = false
    private(set) var damagedLines = 0
    private(set) var firstDamage: XMLDamage?
    private var lastDamagedLine = 0

    /// - Parameter maximumTextBytes: the most bytes of text in one element.
    init(shape: XMLShape, file: String, maximumTextBytes: Int) {
        self.shape = shape
        self.file = file
        self.maximumTextBytes = maximumTextBytes
    }

    /// The records that have ended since the last call.
    mutating func takeRecords() -> [XMLRecord] {
        defer { records = [] }
        return records
    }

    // MARK: Names

    private struct NameKey: Hashable {
        var local: UnsafePointer<UInt8>?
        var prefix: UnsafePointer<UInt8>?
        var namespace: UnsafePointer<UInt8>?
    }

    /// A name with the usual prefix of its namespace, else with the one that is written. libxml2
    /// keeps every name once, so that its place stands for it.
    mutating func name(
        _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?
    ) -> String {
        let key = NameKey(local: local, prefix: prefix, namespace: namespace)
        if let known = names[key] { return known }
        var name = local.map { String(cString: $0) } ?? ""
        var written = prefix.map { String(cString: $0) } ?? ""
        if let address = namespace.map({ String(cString: $0) }),
            let usual = shape.prefixes.first(where: { address.hasPrefix($0.namespace) })
        {
            written = usual.prefix
        }
        if !written.isEmpty { name = written + ":" + name }
        if names.count > Self.mostNames, failure == nil {
            failure = ReadingError(
                .malformed, file: file,
                problem: "elements and attributes have more than \(Self.mostNames) names",
                advice: "no export has; check what wrote it")
        }
        names[key] = name
        return name
    }

    private static func local(_ name: String) -> Substring {
        name.split(separator: ":", maxSplits: 1).last ?? name[...]
    }

    // MARK: Events

    /// Whether an element that begins now will be in a record.
    func isKeeping(_ name: String) -> Bool {
        if open.last?.isLeftOut == true || shape.leftOut.contains(name) { return false }
        return open.last?.isKept == true || shape.records.contains(name)
            || shape.innerRecords.contains(name)
    }

    mutating func begin(_ name: String, _ attributes: [XMLElement.Attribute], line: Int) {
        if name == Self.scaffold { return }
        hasElements = true
        // A new document in the middle, or a record of which the end is missing.
        if shape.roots.contains(name), !open.isEmpty {
            close(downTo: 0, damage: XMLDamage(line: line, problem: "expected </\(name)>"))
        } else if shape.records.contains(name) || shape.innerRecords.contains(name),
            let at = open.lastIndex(where: { $0.isRecord && $0.element.name == name })
        {
            let begun = open[at].element.line
            close(
                downTo: at,
                damage: XMLDamage(
                    line: line,
                    problem: "expected </\(name)> for the element begun in line \(begun)"))
        }
        guard open.count < XMLRecordReader.maximumDepth else {
            failure = ReadingError(
                .malformed, file: file, line: line,
                problem: "elements are nested more than \(XMLRecordReader.maximumDepth) deep",
                advice: "no export is; close the elements that were left open")
            return
        }
        var next = Open(element: XMLElement(name: name, attributes: attributes, line: line))
        next.isLeftOut = open.last?.isLeftOut == true || shape.leftOut.contains(name)
        let isInside = open.last?.isKept == true
        next.isRecord =
            !next.isLeftOut
            && (shape.innerRecords.contains(name) || !isInside && shape.records.contains(name))
        next.isKept = !next.isLeftOut && (isInside || next.isRecord)
        if isInside, let parent = open.last { next.element.textOffset = parent.text.count }
        if next.isKept, !next.isRecord, let record = open.lastIndex(where: \.isRecord) {
            open[record].elements += 1
            if open[record].elements > XMLRecordReader.maximumElements {
                failure = ReadingError(
                    .tooLarge, file: file, line: line,
                    problem: "<\(open[record].element.name)> holds more than"
                        + " \(XMLRecordReader.maximumElements) elements",
                    advice: "cut it into several")
            }
        }
        open.append(next)
    }

    mutating func add(_ words: UnsafeBufferPointer<UInt8>, line: Int) {
        guard let at = open.indices.last, open[at].isKept else { return }
        open[at].text += words
        guard let record = open.lastIndex(where: \.isRecord) else { return }
        open[record].textBytes += words.count
        guard
            open[at].text.count > maximumTextBytes || open[record].textBytes / 4 > maximumTextBytes
        else { return }
        failure = ReadingError(
            .tooLarge, file: file, line: line,
            problem: "<\(open[at].element.name)> holds more than"
                + " \(maximumTextBytes) bytes of text",
            advice: "check that it is closed, or raise the limit with --max-record SIZE")
    }

    /// Ends the innermost element of a name, and what is open in it.
    ///
    /// - Parameter local: the name without prefix of the element that libxml2 takes for ended.
    mutating func end(_ local: String, line: Int) {
        guard !isEnding else { return }
        let name = endsInstead.map { Self.local($0) } ?? local[...]
        endsInstead = nil
        guard let at = open.lastIndex(where: { Self.local($0.element.name) == name }) else {
            strayEnds += 1
            if name != Self.scaffold {
                noteDamage("</\(name)> ends an element that never began", line: line)
            }
            return
        }
        if at < open.count - 1, let inner = open.last?.element {
            noteDamage(
                "expected </\(inner.name)>, which was begun in line \(inner.line), and found"
                    + " </\(open[at].element.name)>", line: line)
        }
        close(downTo: at, damage: nil)
    }

    mutating func noteDamage(_ problem: String, line: Int) {
        guard !isEnding else { return }
        let damage = XMLDamage(line: line, problem: problem)
        if line != lastDamagedLine { damagedLines += 1 }
        lastDamagedLine = line
        if firstDamage == nil { firstDamage = damage }
        if let at = open.lastIndex(where: \.isRecord), open[at].damage == nil {
            open[at].damage = damage
        }
    }

    /// Ends all that is open at the end of the input; where that is amid something, tells what was
    /// expected.
    ///
    /// - Parameter line: the last line of the input.
    mutating func finish(isAmidMarkup: Bool, line: Int) -> XMLDamage? {
        guard let last = open.last?.element else {
            guard isAmidMarkup else { return nil }
            return XMLDamage(line: line, problem: "the file ends amid a tag or a remark")
        }
        let cut = XMLDamage(
            line: line,
            problem: "the file ends and </\(last.name)> was expected, begun in line \(last.line)")
        close(downTo: 0, damage: nil, isCut: true)
        return cut
    }

    private mutating func close(downTo bottom: Int, damage: XMLDamage?, isCut: Bool = false) {
        if let damage { noteDamage(damage.problem, line: damage.line) }
        while open.count > bottom, var last = open.popLast() {
            guard last.isKept else { continue }
            last.element.text = String(decoding: last.text, as: UTF8.self)
            if last.isRecord {
                records.append(XMLRecord(element: last.element, damage: last.damage, isCut: isCut))
            } else if let parent = open.indices.last {
                open[parent].element.children.append(last.element)
            }
        }
    }
}
