import Rejoinder

let analyzer = Analyzer()
let store = try DiscussionStore(path: "page.sqlite")
var graph = GraphDocument(as: .dot, of: .commenters)
for result in try DiscussionReader(inputs: ["page.txt"]) {
    let analysis = analyzer.analysis(of: try result.get())
    try store.save(analysis)
    graph.append(analysis) { _, text in print(text, terminator: "") }
}
graph.finish { _, text in print(text, terminator: "") }
