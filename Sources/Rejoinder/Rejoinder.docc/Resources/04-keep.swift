import Rejoinder

let analyzer = Analyzer()
let store = try DiscussionStore(path: "page.sqlite")
var graph = GraphDocument(as: .dot, of: .commenters)
for result in try DiscussionReader(inputs: ["page.txt"]) {
    let analysis = analyzer.analysis(of: try result.get())
    try store.save(analysis)
    for text in graph.append(analysis) { print(text, terminator: "") }
}
for text in graph.finish() { print(text, terminator: "") }
