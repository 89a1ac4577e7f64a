import Rejoinder

let analyzer = Analyzer()
for result in try DiscussionReader(inputs: ["page.txt"]) {
    let analysis = analyzer.analysis(of: try result.get())
    for reply in analysis.graph.replies {
        let what = reply.to == 0 ? "the article" : "comment \(reply.to)"
        print("comment \(reply.from) answers \(what), \(Int(100 * reply.confidence)) % sure")
    }
}
