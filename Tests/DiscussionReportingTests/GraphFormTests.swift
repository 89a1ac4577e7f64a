import DiscussionModel
import DiscussionReporting
import Foundation
import TestSupport
import Testing

@Suite("Forms of graphs")
struct GraphFormTests {
    @Test("A form is found by its name, and no other is")
    func names() {
        for form in GraphForm.allCases {
            #expect(GraphForm(name: form.name)?.endings == form.endings)
            #expect(!form.purpose.isEmpty && !form.endings.isEmpty)
        }
        #expect(Set(GraphForm.allCases.map(\.name)).count == GraphForm.allCases.count)
        #expect(GraphForm(name: "poem") == nil)
    }

    @Test(
        "A stream of analyses gives the same texts as all of them at once",
        arguments: GraphForm.allCases)
    func streaming(form: GraphForm) {
        for subject in GraphSubject.allCases {
            var document = GraphDocument(as: form, of: subject)
            let samples = (UInt64(1)..<6).map { RandomAnalysis.make(seed: $0) }
            var texts = form.endings.map { _ in "" }
            document.append(samples[0]) { texts[$0] += $1 }
            #expect(texts == form.endings.map { _ in "" })
            for sample in samples.dropFirst() { document.append(sample) { texts[$0] += $1 } }
            document.finish { texts[$0] += $1 }
            #expect(texts == GraphDocument.texts(of: samples, as: form, of: subject))
        }
    }

    @Test("A large graph comes in pieces that are one whole", arguments: GraphForm.allCases)
    func pieces(form: GraphForm) throws {
        let analysis = LargeAnalysis.make(comments: 3_000)
        for subject in GraphSubject.allCases {
            var document = GraphDocument(as: form, of: subject)
            var pieces: [(file: Int, text: String)] = []
            document.append(analysis) { pieces.append(($0, $1)) }
            document.finish { pieces.append(($0, $1)) }
            let sizes = pieces.map(\.text.utf8.count)
            #expect(try #require(sizes.max()) < 1 << 17)
            let texts = form.endings.indices.map { file in
                pieces.filter { $0.file == file }.map(\.text).joined()
            }
            #expect(texts == GraphDocument.texts(of: [analysis], as: form, of: subject))
            if subject == .comments {
                #expect(sizes.filter { $0 >= 1 << 16 }.count > 1)
            }
            if form.name == "json" {
                let data = try JSONSerialization.jsonObject(with: Data(texts[0].utf8))
                let graph = try #require(data as? [String: Any])
                #expect((graph["nodes"] as? [Any])?.count == Self.nodes(of: analysis, subject))
            }
        }
    }

    /// How many nodes a graph has: the article and its comments, or everybody who has commented.
    private static func nodes(of analysis: Analysis, _ subject: GraphSubject) -> Int {
        subject == .comments
            ? analysis.discussion.comments.count + 1
            : Set(analysis.graph.authorships.map(\.commenter)).count
    }

    @Test("Each file says which way its edges run", arguments: GraphSubject.allCases)
    func direction(subject: GraphSubject) throws {
        func lines(_ form: GraphForm) -> [Substring] {
            GraphDocument.text(of: [SampleAnalysis.millpond], as: form, of: subject)
                .split(whereSeparator: \.isNewline)
        }
        let words = "from who replies to who is addressed"
        for form in [GraphForm.graphML, .gexf, .json] {
            #expect(lines(form).contains { $0.contains(words) })
        }
        #expect(lines(.dot).contains { $0.hasPrefix("// Direction: an edge runs from") })
        let (from, to) = subject == .commenters ? ("Signe", "Rolf") : ("m2", "m1")
        #expect(lines(.csv).contains { $0.hasPrefix("\(from),\(to),replies to,") })
        #expect(lines(.nodeXL).contains { $0.hasPrefix("\(from),\(to),replies to,") })
        #expect(lines(.gephi).contains { $0.hasPrefix("\(from),\(to),Directed,replies to,") })
        #expect(lines(.graphML).contains { $0.contains("edgedefault=\"directed\"") })
        #expect(lines(.gexf).contains { $0.contains("defaultedgetype=\"directed\"") })
    }

    @Test("What is declared is what is written, and none of it is called type")
    func columns() {
        let analyses =
            [SampleAnalysis.millpond, SampleAnalysis.footbridge, HostileAnalysis.names]
            + (UInt64(1)..<6).map { RandomAnalysis.make(seed: $0) }
        for subject in GraphSubject.allCases {
            let json = GraphDocument.text(of: analyses, as: .json, of: subject)
            let gexf = GraphDocument.text(of: analyses, as: .gexf, of: subject)
            let ml = GraphDocument.text(of: analyses, as: .graphML, of: subject)
            for (domain, ignored) in [
                ("node", ["id", "name", "discussion", "edges"]),
                ("edge", ["source", "target", "weight"]),
            ] {
                let lines = json.split(separator: "\n").filter {
                    $0.hasPrefix(domain == "node" ? "{\"id\"" : "{\"source\"")
                }
                let written = Set(
                    lines.map { line in
                        // Names stand before a colon; no text of ours ends so.
                        line.matches(of: #/[{,]"([A-Za-z]+)":/#).map { String($0.output.1) }
                            .filter { !ignored.contains($0) }
                    })
                let section = gexf.components(separatedBy: "<attributes class=\"\(domain)\"")[1]
                    .components(separatedBy: "</attributes>")[0]
                let titles = section.matches(of: #/title="([A-Za-z]+)"/#)
                    .map { String($0.output.1) }
                #expect(written == [titles.filter { !ignored.contains($0) }])
                let keys = ml.matches(
                    of: #/<key id="([A-Za-z]+)" for="([a-z]+)" attr.name="([A-Za-z]+)"/#)
                #expect(keys.allSatisfy { $0.output.1 == $0.output.3 })
                #expect(Set(keys.map(\.output.1)).count == keys.count)
                #expect(!titles.contains("type") && !keys.contains { $0.output.1 == "type" })
            }
        }
    }

    @Test("What Gephi would drop has no weight for it")
    func withoutWeight() {
        let filter = GraphFilter(edges: [.quotation])
        func text(_ form: GraphForm) -> String {
            GraphDocument.text(of: [SampleAnalysis.footbridge], as: form, keeping: filter)
        }
        #expect(text(.gexf).contains("<edge source=\"odd\" target=\"Mara Quill\"><attvalues>"))
        #expect(text(.gephi).contains("odd,Mara Quill,Directed,mentions,,0,1,1,0,0,0,"))
        #expect(text(.csv).contains("odd,Mara Quill,mentions,0,0,1,1,0,0,0,"))
    }

    @Test("Ids of GraphML are name tokens that can be turned back")
    func tokens() {
        func id(_ own: String) -> String {
            var analysis = SampleAnalysis.silence
            analysis.discussion.comments = [Comment(id: "c", text: "Yes.")]
            analysis.graph = ReplyGraph(
                commenters: [Commenter(id: own, name: own)],
                authorships: [Authorship(commenter: 0)])
            let text = GraphDocument.text(of: [analysis], as: .graphML)
            return String(text.components(separatedBy: "<node id=\"")[1].prefix { $0 != "\"" })
        }
        #expect(id("Signe") == "Signe")
        #expect(id("Pål-Å_2.0") == "Pål-Å_2.0")
        #expect(id("Odd Lund") == "Odd:20Lund")
        #expect(id("a:b/c%") == "a:3Ab:2Fc:25")
        #expect(id("") == ":")
        #expect(id("\u{1F600}") == ":F0:9F:98:80")
        #expect(id("中村") == "中村")
        #expect(id("e\u{301}") == "e:CC:81")
    }

    @Test("No formula stands at the beginning of a cell")
    func formulas() {
        var analysis = SampleAnalysis.footbridge
        analysis.graph.commenters[0].name = "=HYPERLINK(\"x\")"
        analysis.graph.commenters[0].id = "@odd"
        analysis.graph.commenters[1].name = "-1+1"
        analysis.graph.commenters[1].id = "+4"
        analysis.discussion.comments[0].score = -12
        for form in [GraphForm.csv, .gephi, .nodeXL] {
            for subject in GraphSubject.allCases {
                let text = GraphDocument.text(of: [analysis], as: form, of: subject)
                let cells = text.split { $0 == "," || $0.isNewline }
                let dangerous = cells.filter { cell in
                    let start = cell.first { $0 != "\"" } ?? " "
                    return "=+@".contains(start) || start == "-" && Double(cell) == nil
                }
                #expect(dangerous.isEmpty, "\(form.name) \(subject)")
                if form.name == "gephi", subject == .commenters {
                    #expect(text.contains("'@odd,\"'=HYPERLINK(\"\"x\"\")\","))
                    #expect(text.contains("'@odd,'+4,Directed,replies to,1,"))
                }
            }
        }
    }
}
