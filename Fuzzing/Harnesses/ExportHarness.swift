import DiscussionModel
import DiscussionReading
import DiscussionReporting
import Foundation
import Rejoinder

/// Everything that is written, read again by readers that forgive nothing.
extension Harness {
    static let exports = Harness(
        "exports", "what is written, with the names and words of strangers"
    ) {
        let analysis = Analyzer().analysis(of: WrittenDiscussion.discussion($0))
        for subject in GraphSubject.allCases { try checkGraphs(of: analysis, subject) }
        try checkReports(of: analysis)
        try checkLines(of: analysis.discussion)
    }

    /// All forms of a graph have the same nodes and edges.
    private static func checkGraphs(of analysis: Analysis, _ subject: GraphSubject) throws {
        var counts: [(form: String, nodes: Int, edges: Int)] = []
        for form in GraphForm.allCases {
            let texts = GraphDocument.texts(of: [analysis], as: form, of: subject)
            let (nodes, edges): (Int, Int)
            switch form.name {
            case "dot": (nodes, edges) = try DOTCheck.counts(texts[0])
            case "graphml", "gexf": (nodes, edges) = try XMLCheck.counts(texts[0])
            case "json": (nodes, edges) = try JSONCheck.counts(texts[0])
            default:
                var rows: [Int] = []
                for text in texts { rows.append(try CSVCheck.rows(text)) }
                // An edge list alone has no nodes to count.
                (nodes, edges) = rows.count == 2 ? (rows[0], rows[1]) : (-1, rows[0])
            }
            counts.append((form.name, nodes, edges))
        }
        let edges = Set(counts.map(\.edges))
        let nodes = Set(counts.map(\.nodes)).subtracting([-1])
        try promise(edges.count == 1 && nodes.count == 1, "the forms differ: \(counts)")
    }

    private static func checkReports(of analysis: Analysis) throws {
        try JSONCheck.check(AnalysisJSON().document(of: analysis))
        try JSONCheck.check(AnalysisJSON(isPretty: true).document(of: analysis))
        try JSONCheck.check(SummaryReport(as: .json).text(of: analysis))
        for text in [OutcomeReport().text(of: analysis), SummaryReport().text(of: analysis)] {
            let control = text.unicodeScalars.first {
                ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
            }
            try promise(control == nil, "a terminal is sent U+\(control?.value ?? 0)")
        }
        var report = HTMLReport(provenance: ReportProvenance(version: "0"))
        var parts = ""
        report.append(analysis) { parts += $0 }
        let page = report.opening() + parts + report.closing()
        try promise(page.hasSuffix("</html>\n"), "the page ends in \(page.suffix(20))")
    }

    /// The filter form, ConvoKit and CSV give what they were given.
    private static func checkLines(of discussion: Discussion) throws {
        let first = try read(DiscussionLine.text(of: discussion) + "\n", as: "discussions")
        try promise(first.count == 1, "\(first.count) discussions are read for one")
        // What is read is in the order that readers give; from there on nothing changes.
        let again = try read(DiscussionLine.text(of: first[0]) + "\n", as: "discussions")
        try promise(again == first, "the filter form: \(again) instead of \(first)")
        var corpus = ConvoKitCorpus()
        let part = corpus.add(first[0])
        if !part.utterances.isEmpty {
            let read = try read(part.utterances, as: "convokit")
            try promise(
                read.count == 1 && read[0].comments == first[0].comments,
                "a corpus: \(read.map(\.comments)) instead of \(first[0].comments)")
        }
        for file in corpus.files() { try JSONCheck.check(file.text) }
        _ = try CSVCheck.rows(CommentTable.header + CommentTable.rows(of: first[0]))
    }

    private static func read(_ text: String, as name: String) throws -> [Discussion] {
        guard let format = FormatRegistry.format(named: name) else { return [] }
        let input = OpenInput(bytes: Array(text.utf8), name: "sample")
        var stream = try format.discussions(in: input, options: ReadingOptions())
        var all: [Discussion] = []
        while var discussion = try stream.next() {
            discussion.findings = []
            discussion.format = ""
            all.append(discussion)
        }
        return all
    }
}
