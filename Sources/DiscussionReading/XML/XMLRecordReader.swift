import CLibxml2

/// An element that a format reads as a whole, such as a post or a comment of an export.
struct XMLRecord {
    var element: XMLElement
    /// What is wrong with the markup in it, with the line.
    var damage: XMLDamage?
    /// Whether the input ends amid it.
    var isCut = false
}

/// Markup that cannot be read.
struct XMLDamage: Hashable {
    var line: Int
    /// In a few words that start in lower case.
    var problem: String
}

/// Which elements of a kind of export are read.
struct XMLShape {
    /// The elements around everything; where one begins, a new document does.
    var roots: Set<String>
    /// Elements that are records, wherever they stand but in another record.
    var records: Set<String>
    /// Elements that are records even in another one, and do not belong to it then.
    var innerRecords: Set<String> = []
    /// Elements that are passed over with all that is in them.
    var leftOut: Set<String> = []
    /// The usual prefixes of namespaces by how their addresses begin; others stay as written.
    var prefixes: [(namespace: String, prefix: String)] = []
}

/// Reads the records of an XML file of any size one after the other, through libxml2's SAX2.
///
/// Memory is bounded by the largest record. Nothing is loaded from anywhere, and there are no
/// entities (see `XMLRepair`). What damaged markup still says is read: an end without a beginning is
/// passed over, one that fits an outer element also ends those inside, a record ends where the next
/// one of its name begins, and several documents may follow each other.
final class XMLRecordReader {
    /// The deepest nesting; exports have about 10, and libxml2 gives up at 256.
    static let maximumDepth = 200
    /// The most bytes of text in one element where no other number is asked for.
    static let maximumTextBytes = 64 << 20
    /// The most elements in one record, records of their own left out.
    static let maximumElements = 1 << 20

    /// How much is handed to libxml2 at once.
    private static let pieceBytes = 16_384
    /// The most ends without beginnings in that.
    private static let scaffoldDepth = 200

    private let input: OpenInput
    private let decoder: XMLDecoder
    private var repair = XMLRepair()
    private var builder: XMLRecordBuilder
    private var context: xmlParserCtxtPtr?
    private var records: ArraySlice<XMLRecord> = []
    private var isAtEnd = false
    private let isStrict: Bool

    /// Where the input ends amid an element, with what was expected there; known at the end.
    private(set) var cut: XMLDamage?
    /// The number of lines with damaged markup so far.
    var damagedLines: Int { builder.damagedLines }
    /// Whether there was any element at all.
    var hasElements: Bool { builder.hasElements }

    /// - Parameters:
    ///   - isStrict: whether damaged markup is an error.
    ///   - maximumTextBytes: the most bytes of text in one element; `nil` for the usual number.
    /// - Throws: `ReadingError` where the input cannot be read.
    init(
        _ input: OpenInput, shape: XMLShape, isStrict: Bool, maximumTextBytes: Int? = nil
    ) throws {
        self.input = input
        self.isStrict = isStrict
        decoder = XMLDecoder(head: try input.head().bytes)
        builder = XMLRecordBuilder(
            shape: shape, file: input.name,
            maximumTextBytes: maximumTextBytes ?? Self.maximumTextBytes)
        start()
    }

    deinit {
        if let context { xmlFreeParserCtxt(context) }
    }

    /// Bytes that were no UTF-8: how many, and where the first of them stands. `nil` where there
    /// were none, or where the file said that it is in such an encoding.
    var strayBytes: (count: Int, first: Int)? {
        guard !decoder.isDeclaredLatin, let first = repair.firstStrayByte else { return nil }
        return (repair.strayBytes, first)
    }

    /// The next record, or `nil` at the end. A record inside another comes before it.
    ///
    /// - Throws: `ReadingError` where the rest cannot be read: nesting beyond `maximumDepth`, an
    ///   element beyond `maximumTextBytes`, or damaged markup in strict mode.
    func next() throws -> XMLRecord? {
        while records.isEmpty {
            if let failure = builder.failure { throw failure }
            if isAtEnd { return nil }
            try readOn()
            records = builder.takeRecords()[...]
        }
        let record = records.popFirst()
        if isStrict, let damage = record?.damage ?? (record?.isCut == true ? cut : nil) {
            throw refusal(damage)
        }
        return record
    }

    private func readOn() throws {
        let bytes = try input.read()
        isAtEnd = bytes.isEmpty
        let decoded = decoder.decoded(bytes)
        var start = 0
        while start < decoded.count, builder.failure == nil {
            let end = min(start + Self.pieceBytes, decoded.count)
            parse(repair.mended(Array(decoded[start..<end]), isLast: false))
            checkProgress()
            start = end
        }
        if isAtEnd {
            parse(repair.mended([], isLast: true))
            builder.isEnding = true
            if let context { xmlParseChunk(context, nil, 0, 1) }
            cut = builder.finish(isAmidMarkup: repair.endsAmidMarkup, line: repair.line)
        }
        if isStrict, builder.failure == nil, let damage = cut ?? builder.firstDamage {
            builder.failure = refusal(damage)
        }
    }

    private func parse(_ bytes: [UInt8]) {
        guard let context, !bytes.isEmpty else { return }
        bytes.withUnsafeBytes { bytes in
            _ = xmlParseChunk(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: bytes.count), 0)
        }
        // Ends without beginnings have ended elements of the scaffold.
        if builder.strayEnds > 0, repair.isBetweenMarkup {
            let missing = builder.strayEnds
            builder.strayEnds = 0
            raise(missing)
        }
    }

    /// Begins elements that stand around all that follows.
    private func raise(_ count: Int) {
        guard let context else { return }
        let scaffold = String(repeating: "<\(XMLRecordBuilder.scaffold)>", count: count)
        scaffold.withCString { _ = xmlParseChunk(context, $0, Int32(scaffold.utf8.count), 0) }
    }

    private func checkProgress() {
        guard builder.failure == nil, let context,
            context.pointee.instate == XML_PARSER_EOF
        else { return }
        builder.failure = ReadingError(
            .malformed, file: input.name, line: Int(xmlSAX2GetLineNumber(context)),
            problem: "the markup cannot be followed any further"
                + (builder.firstDamage.map { " (line \($0.line): \($0.problem))" } ?? ""),
            advice: "mend the file from there; what stands before was read")
    }

    private func refusal(_ damage: XMLDamage) -> ReadingError {
        ReadingError(
            .malformed, file: input.name, line: damage.line, problem: damage.problem,
            advice: "mend the file, or read without --strict, which reads what it can")
    }

    // MARK: libxml2

    private func start() {
        rejoinder_xml_silence()
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { reader, local, prefix, namespace, _, _, count, _, attributes in
            XMLRecordReader.from(reader)?.begin(local, prefix, namespace, Int(count), attributes)
        }
        handler.endElementNs = { reader, local, _, _ in
            XMLRecordReader.from(reader)?.end(local)
        }
        handler.characters = { reader, words, count in
            XMLRecordReader.from(reader)?.add(words, Int(count))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.serror = { reader, error in
            guard let error else { return }
            XMLRecordReader.from(reader)?.note(error.pointee)
        }
        context = xmlCreatePushParserCtxt(
            &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        guard let context else { return }
        xmlCtxtUseOptions(context, Int32(XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue))
        // Elements around the input let several documents stand in it, and are there to be ended
        // by ends that have no beginning.
        raise(Self.scaffoldDepth)
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLRecordReader? {
        pointer.map { Unmanaged<XMLRecordReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

    private func begin(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
        _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard builder.failure == nil else { return }
        let name = builder.name(local, prefix, namespace)
        var attributes: [XMLElement.Attribute] = []
        if builder.isKeeping(name), let values {
            for at in 0..<count {
                let field = values + at * 5
                guard let start = field[3], let end = field[4] else { continue }
                var value = String(
                    decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
                // How libxml2 hands out `&` while it expands no entities.
                if value.contains("&#38;") { value.replace("&#38;", with: "&") }
                attributes.append(
                    XMLElement.Attribute(
                        name: builder.name(field[0], field[1], field[2]), value: value))
            }
        }
        builder.begin(name, attributes, line: line)
        stopOnFailure()
    }

    private func end(_ local: UnsafePointer<xmlChar>?) {
        guard builder.failure == nil, let local else { return }
        builder.end(String(cString: local), line: line)
    }

    private func add(_ words: UnsafePointer<xmlChar>?, _ count: Int) {
        guard builder.failure == nil, let words else { return }
        builder.add(UnsafeBufferPointer(start: words, count: count), line: line)
        stopOnFailure()
    }

    private func note(_ error: xmlError) {
        guard error.level.rawValue > XML_ERR_WARNING.rawValue,
            error.domain != Int32(XML_FROM_NAMESPACE.rawValue)
        else { return }
        if error.code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue), let name = error.str2 {
            builder.endsInstead = String(cString: name)
            return
        }
        let words = error.message.map { String(cString: $0).trimmingWhiteSpace } ?? ""
        builder.noteDamage("the markup is damaged (\(words))", line: Int(error.line))
    }

    private func stopOnFailure() {
        if builder.failure != nil, let context { xmlStopParser(context) }
    }
}
