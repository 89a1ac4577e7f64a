import DiscussionModel
import Rejoinder
import Testing

@Suite("Measures in graphs")
struct GraphMeasuresTests {
    @Test(
        "A node carries every measure of a commenter or comment", arguments: GraphSubject.allCases)
    func measures(subject: GraphSubject) {
        let discussion = Discussion(
            id: "ford", source: "made up", format: "text",
            comments: [
                Comment(id: "1", nameAsWritten: "Ann", text: "The ford is closed again."),
                Comment(id: "2", nameAsWritten: "Bo", text: "It is open.", statedParent: "1"),
            ])
        let analysis = Analyzer().analysis(of: discussion)
        let columns =
            subject == .commenters
            ? analysis.measures.commenterColumns : analysis.measures.commentColumns
        #expect(!columns.isEmpty)
        let node = GraphDocument.texts(of: [analysis], as: .json, of: subject)[0]
            .split(separator: "\n").first { $0.contains("\"Ann\"") }
        for column in columns {
            #expect(node?.contains("\"\(column.name)\":") == true, "\(column.name)")
        }
    }
}
