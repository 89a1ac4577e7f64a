import Rejoinder

/// The library example of the README; a test holds the two together.
func readmeExample(page: String) throws {
    // The README begins here.
    for result in try DiscussionReader(inputs: [page]) {
        let graph = try Analyzer().analysis(of: result.get()).graph
        for reply in graph.replies where reply.to > 0 {
            let people = [reply.from, reply.to].map { graph.commenters[graph.commenter(of: $0)] }
            let names = people.map { $0.name ?? "somebody" }
            print(names[0], "answers", names[1], "for a reason of", reply.evidence[0].kind)
        }
    }
    // The README ends here.
}
