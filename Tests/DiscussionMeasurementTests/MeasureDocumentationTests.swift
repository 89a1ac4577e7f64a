import Foundation
import Testing

@testable import DiscussionMeasurement

@Suite("MeasureDocumentation")
struct MeasureDocumentationTests {
    @Test("Documentation/Measures.md is what the registry says")
    func isFresh() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Documentation/Measures.md").standardized
        let isRecording = ProcessInfo.processInfo.environment["REJOINDER_RECORD"] != nil
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try MeasureDocumentation.page.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("The page was written; run again without REJOINDER_RECORD.")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == MeasureDocumentation.page)
    }

    @Test("Names are stable: they are keys of the JSON and of the store")
    func names() {
        #expect(
            MeasureRegistry.measures.map(\.definition.name) == [
                "depth", "width", "hIndex", "structuralVirality", "branching", "reciprocity",
                "gini", "topShare", "entropy", "focus", "centralization", "medianReplySeconds",
                "p90ReplySeconds", "firstReplySeconds", "burstiness", "busiestHourShare",
                "longestExchange", "disagreement", "disagreementLow", "disagreementHigh",
                "mutualDisagreement", "disputeShare", "frustration", "balance", "controversy",
            ])
        #expect(
            MeasureRegistry.commentCounts.map(\.name) == [
                "words", "depth", "directReplies", "descendants", "score",
            ])
        #expect(
            MeasureRegistry.commenterCounts.map(\.name) == [
                "comments", "repliesSent", "repliesReceived", "mentionsReceived", "quotedTimes",
            ])
        #expect(MeasureRegistry.threadCounts.map(\.name) == ["comments", "commenters", "depth"])
        #expect(
            MeasureRegistry.commentMeasures.map(\.definition.name) == [
                "distinctRepliers", "quotedTimes", "firstReplySeconds",
            ])
        #expect(
            MeasureRegistry.commenterMeasures.map(\.definition.name) == [
                "share", "inDegree", "outDegree", "pagerank", "betweenness", "core",
                "reciprocity", "medianReplySeconds", "agreeSent", "disagreeSent",
                "agreementGiven", "agreeReceived", "disagreeReceived", "agreementReceived",
            ])
    }

    @Test("Every measure says what it is, and no name is taken by another key of the same object")
    func isComplete() {
        let kinds: [(taken: Set<String>, definitions: [MeasureDefinition])] = [
            ([], MeasureRegistry.measures.map(\.definition)),
            (
                ["root", "summary"],
                MeasureRegistry.threadCounts + MeasureRegistry.threadMeasures.map(\.definition)
            ),
            (
                ["id", "text"],
                MeasureRegistry.commentCounts + MeasureRegistry.commentMeasures.map(\.definition)
            ),
            (
                ["id", "name", "cluster"],
                MeasureRegistry.commenterCounts
                    + MeasureRegistry.commenterMeasures.map(\.definition)
            ),
        ]
        for (taken, definitions) in kinds {
            let names = Set(definitions.map(\.name))
            #expect(names.count == definitions.count)
            #expect(names.isDisjoint(with: taken))
            for definition in definitions {
                for field in [
                    definition.name, definition.meaning, definition.formula, definition.symbols,
                    definition.range, definition.undefined, definition.cost, definition.source,
                ] {
                    #expect(!field.isEmpty)
                    #expect(!field.contains("|") && !field.contains("\n"))
                }
            }
        }
    }
}
