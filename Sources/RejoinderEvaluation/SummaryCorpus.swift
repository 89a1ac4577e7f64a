import DiscussionMeasurement
import DiscussionModel
import DiscussionReading
import DiscussionSummaries
import Foundation
import ReplyReconstruction

/// A discussion with what summaries are made of and, where there is one, a summary by people.
struct SummaryCorpus {
    let discussion: Discussion
    let graph: ReplyGraph
    let measures: DiscussionMeasures
    let reference: String

    init(_ discussion: Discussion, reference: String = "") {
        self.discussion = discussion
        self.reference = reference
        graph = ReplyReconstructor().replyGraph(of: discussion)
        measures = DiscussionMeter().measures(of: discussion, graph: graph)
    }

    var examples: SummaryExamples {
        SummaryExamples(discussion, graph: graph, measures: measures, reference: reference)
    }

    /// The discussions of some files.
    static func discussions(_ inputs: [String]) throws -> [SummaryCorpus] {
        var reader = try DiscussionReader(inputs: inputs, options: ReadingOptions())
        var discussions: [Discussion] = []
        while let next = reader.next() { discussions.append(try next.get()) }
        let found = discussions
        return Parallel.map(0..<found.count) { SummaryCorpus(found[$0]) }
    }

    /// The threads of mails in `path.source`, one a line, mails divided by `</s>`, with the
    /// summaries in `path.target` (ConvoSumm: Fabbri et al. 2021, aclanthology.org/2021.acl-long.535).
    static func mails(_ path: String) throws -> [SummaryCorpus] {
        let sources = try lines(path + ".source")
        let targets = try lines(path + ".target")
        guard sources.count == targets.count else {
            throw GoldError(description: "\(path): a summary for each thread is wanted")
        }
        return Parallel.map(0..<sources.count) { at in
            SummaryCorpus(thread(sources[at], number: at + 1), reference: targets[at])
        }
    }

    private static func lines(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// A thread as `Tests/Peers/summary_accuracy.py` hands it over: the head of a mail gives its
    /// author and is left out.
    private static func thread(_ line: String, number: Int) -> Discussion {
        let head = /\s*Name: "(?<name>.*?)"\s+Email: ".*?"\s+To: .*?\s+Subject: ".*?"(?=\s|$)/
        var comments: [Comment] = []
        for (place, mail) in line.components(separatedBy: "</s>").enumerated()
        where mail.contains(where: { !$0.isWhitespace }) {
            let found = mail.prefixMatch(of: head)
            comments.append(
                Comment(
                    id: "\(place + 1)", nameAsWritten: found.map { String($0.name) },
                    text: found.map { String(mail[$0.range.upperBound...]) } ?? mail))
        }
        return Discussion(
            id: "\(number)", source: "mails", format: "discussions", comments: comments)
    }
}
