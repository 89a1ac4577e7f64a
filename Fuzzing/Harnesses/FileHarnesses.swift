import DiscussionModel
import DiscussionReading
import DiscussionReporting

/// What is read through its name: packed inputs, tables of all kinds, and site descriptions.
extension Harness {
    /// Whole inputs as `rejoinder` takes them: unpacked, recognised, joined.
    static let packed = Harness("packed", "reading: archives, and what is packed in them") {
        let file = try ScratchFile($0, ending: ".in")
        var options = ReadingOptions()
        // What unpacks to more would only take time.
        options.maximumPageBytes = 1 << 20
        var ids: Set<String> = []
        for result in try DiscussionReader(inputs: [file.path], options: options) {
            switch result {
            case .success(let discussion):
                try DiscussionCheck.check(discussion)
                try promise(
                    ids.insert(discussion.id).inserted, "two discussions are \(discussion.id)")
                try promise(
                    discussion.source.hasPrefix(file.path), "read from \(discussion.source)")
            case .failure(let error):
                try promise(error.file.hasPrefix(file.path), "an error of \(error.file)")
            }
        }
    }

    /// Tables, by the first byte as with the other readers: `A` CSV, `B` lines of JSON, `C` CSV whose
    /// columns are named, `D` corrections.
    static let tables = Harness("tables", "reading: CSV, lines of JSON, and corrections") { bytes in
        guard let first = bytes.first else { return }
        var options = ReadingOptions()
        options.isStrict = first & 0x20 != 0
        let rest = Array(bytes.dropFirst())
        switch Int((first &- 1) & 31) % 4 {
        case 0: try read(rest, as: "csv", options)
        case 1: try read(rest, as: "jsonl", options)
        case 2:
            options.columns = ["text": "body", "author": "user", "parent": "up"]
            try read(rest, as: "csv", options)
        default: try CorrectionCheck.check(rest)
        }
    }

    /// A site description, and behind a line of five `=` the page that is read with it.
    static let sites = Harness("sites", "descriptions of sites, and pages read with them") {
        bytes in
        let mark = Array("\n=====\n".utf8)
        let cut = bytes.indices.first { bytes[$0...].starts(with: mark) }
        let page = cut.map { Array(bytes[($0 + mark.count)...]) } ?? Array(samplePage.utf8)
        let file = try ScratchFile(bytes[..<(cut ?? bytes.endIndex)], ending: ".yaml")
        var options = ReadingOptions(format: "html")
        options.siteFiles = [file.path]
        guard let format = FormatRegistry.format(named: "html") else { return }
        do {
            let input = OpenInput(bytes: page, name: "sample")
            var stream = try format.discussions(in: input, options: options)
            while let discussion = try stream.next() { try DiscussionCheck.check(discussion) }
        } catch let error as ReadingError {
            try promise(
                error.file == file.path || error.file == "sample", "an error of \(error.file)")
        }
    }

    private static let samplePage = """
        <html><head><title>The weir</title></head><body><h1>The weir</h1>
        <div class="body"><p>The weir leaks again.</p></div>
        <ul><li class="comment" id="c1"><b class="by">Ana</b> <time datetime="2020-01-02">2 January
        </time><div class="text">It always did.</div>
        <ul><li class="comment" id="c2"><b class="by">Bo</b><div class="text"><blockquote>It always
        did.</blockquote>Not in June.</div></li></ul></li></ul></body></html>
        """
}

/// A table of corrections, read, written and read again.
private enum CorrectionCheck {
    static func check(_ bytes: [UInt8]) throws {
        let table = CorrectionReader(bytes)
        var line = 0
        for row in table.rows {
            try promise(row.line > line, "row \(row.line) comes behind \(line)")
            try promise(!row.correction.comment.isEmpty, "a correction of no comment")
            line = row.line
        }
        for problem in table.problems {
            try promise(problem.line >= 1 && !problem.words.isEmpty, "a problem without words")
        }
        let written =
            CorrectionTable.header
            + table.rows.map { CorrectionTable.row(of: $0.correction, in: $0.discussion) }.joined()
        let again = CorrectionReader(Array(written.utf8))
        try promise(
            again.rows.map(\.correction) == table.rows.map(\.correction)
                && again.rows.map(\.discussion) == table.rows.map(\.discussion),
            "the corrections read otherwise once written: \(again.problems)")
    }
}
