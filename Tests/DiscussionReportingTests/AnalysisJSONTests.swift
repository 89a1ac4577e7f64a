import DiscussionModel
import DiscussionReporting
import Foundation
import TestSupport
import Testing

@Suite("The analysis document")
struct AnalysisJSONTests {
    @Test("Every member of the document is as the golden file has it")
    func golden() throws {
        let pretty = AnalysisJSON(isPretty: true)
        try expectGolden(
            pretty.document(of: SampleAnalysis.footbridge) + "\n", "footbridge.json")
        try expectGolden(pretty.document(of: SampleAnalysis.silence) + "\n", "silence.json")
        try expectGolden(pretty.document(of: SampleAnalysis.millpond) + "\n", "millpond.json")
    }

    @Test("Documentation/Json.md names every key of the document")
    func documentation() throws {
        let page = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Documentation/Json.md"), encoding: .utf8)
        let document = [SampleAnalysis.footbridge, SampleAnalysis.millpond].map { sample in
            var analysis = sample
            analysis.measures.engagement.measures = []
            return AnalysisJSON().document(of: analysis)
        }.joined()
        let keys = Set(document.matches(of: #/"([A-Za-z]+)":/#).map { String($0.output.1) })
        #expect(keys.count > 50)
        for key in keys.sorted() { #expect(page.contains("`\(key)`"), "\(key)") }
    }

    @Test("Documentation/Json.md names every word that stands for a stance, a chain or a camp")
    func words() throws {
        let page = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Documentation/Json.md"), encoding: .utf8)
        let words =
            Stance.Label.allCases.map(\.rawValue) + DisagreementChain.Kind.allCases.map(\.rawValue)
            + DisagreementChain.Ending.allCases.map(\.rawValue)
            + StanceClustering.Verdict.allCases.map(\.rawValue)
            + StanceCluster.ArticleSide.allCases.map(\.rawValue)
        for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
    }

    @Test("The document says how many camps were asked for, and why there are fewer or none")
    func missingCamps() {
        func camps(_ clustering: StanceClustering) -> String {
            var analysis = SampleAnalysis.millpond
            analysis.stances.clustering = clustering
            let text = AnalysisJSON().document(of: analysis)
            let match = text.firstMatch(of: #/"camps":(\{[^}]*\})/#)
            return match.map { String($0.output.1) } ?? ""
        }
        #expect(
            camps(StanceClustering(verdict: .noClearCamps, z: 2.25))
                == #"{"verdict":"noClearCamps","z":2.25,"asked":null,"reason":"noGroups"}"#)
        #expect(
            camps(StanceClustering(verdict: .noClearCamps, z: 1.5))
                == #"{"verdict":"noClearCamps","z":1.5,"asked":null,"reason":"chance"}"#)
        #expect(
            camps(StanceClustering(verdict: .asked, asked: 6))
                == #"{"verdict":"asked","z":null,"asked":6,"reason":"fewPeople"}"#)
        let all = SampleAnalysis.millpond.stances.clustering
        #expect(camps(all).hasSuffix(#""asked":null,"reason":null}"#))
    }

    @Test("The compact form is one line")
    func oneLine() {
        for seed in UInt64(0)..<30 {
            let document = AnalysisJSON().document(of: RandomAnalysis.make(seed: seed))
            #expect(!document.unicodeScalars.contains("\n"))
            #expect(document.hasPrefix(#"{"schema":"rejoinder/1","discussion":{"id":"#))
        }
    }

    @Test("An input without a discussion has a null id and its findings")
    func failure() {
        let finding = Finding(
            id: "bad-line", severity: .error, message: "No JSON.", file: "-", line: 3)
        #expect(
            AnalysisJSON().document(ofFailure: [finding])
                == #"{"schema":"rejoinder/1","discussion":{"id":null},"findings":"#
                + #"[{"id":"bad-line","severity":"error","message":"No JSON.","file":"-","line":3}]}"#
        )
    }

    @Test(
        "Python reads it back: ids resolve, spans give the words, one reply per comment",
        .enabled(if: OutsideTool.python(with: ["json"]) != nil, "python3 is not installed"))
    func python() throws {
        let tool = try #require(OutsideTool.python(with: ["json"]))
        let samples =
            [SampleAnalysis.footbridge, SampleAnalysis.silence, SampleAnalysis.millpond]
            + [HostileAnalysis.names] + (UInt64(0)..<30).map { RandomAnalysis.make(seed: $0) }
        let lines = samples.map { AnalysisJSON().document(of: $0) + "\n" }.joined()
        let script = """
            import json, sys
            count = 0
            for line in sys.stdin.buffer.read().decode("utf-8").split("\\n")[:-1]:
                d = json.loads(line)
                texts = {c["id"]: c["text"] for c in d["comments"]}
                texts["0"] = d["discussion"]["body"]
                assert len(texts) == len(d["comments"]) + 1
                people = {c["id"] for c in d["commenters"]}
                assert all(c["commenter"] in people for c in d["comments"])
                there = [c["id"] for c in d["comments"] if not c["ghost"]]
                assert [r["from"] for r in d["replies"]] == there
                assert d["discussion"]["comments"] == len(there)
                for r in d["replies"] + d["alsoAnswers"]:
                    assert r["to"] in texts and r["evidence"]
                    s = r["stance"]
                    if s is None:
                        continue
                    shares = [s["agree"], s["neutral"], s["disagree"]]
                    assert s[s["label"]] == max(shares) and abs(sum(shares) - 1) < 1e-4
                    for cue in s["cues"]:
                        if cue["span"] is not None:
                            assert cue["span"][1] <= len(texts[r["from"]])
                            if d["discussion"]["id"] == "millpond":
                                a, b = cue["span"]
                                assert texts[r["from"]][a:b] == cue["detail"]
                for index, c in enumerate(d["chains"]):
                    assert len(c["comments"]) > 2 and set(c["comments"]) <= set(texts)
                    assert set(c["participants"]) <= people
                    assert c["branchOf"] is None or c["branchOf"] < index
                numbers = {p["id"]: p["cluster"] for p in d["commenters"]}
                assert [c["id"] for c in d["clusters"]] == list(range(1, len(d["clusters"]) + 1))
                assert sum(c["size"] for c in d["clusters"]) == sum(
                    n is not None for n in numbers.values())
                for c in d["clusters"]:
                    assert len(c["members"]) == len(c["confidences"]) == c["size"]
                    assert all(numbers[m] == c["id"] for m in c["members"])
                    for o in c["opponents"]:
                        assert 1 <= o["cluster"] <= len(d["clusters"]) and o["cluster"] != c["id"]
                    for r in c["representative"]:
                        a, b = r["span"]
                        assert texts[r["comment"]][a:b] == r["text"]
                for q in d["quotations"]:
                    a, b = q["span"]
                    c, e = q["sourceSpan"]
                    assert b <= len(texts[q["comment"]]) and e <= len(texts[q["source"]])
                if d["discussion"]["id"] == "footbridge":
                    for m in d["mentions"]:
                        a, b = m["span"]
                        assert texts[m["comment"]][a:b] == m["as"]
                    for q in d["quotations"]:
                        a, b = q["span"]
                        c, e = q["sourceSpan"]
                        assert texts[q["comment"]][a:b] == texts[q["source"]][c:e]
                    for s in d["summary"] + sum((t["summary"] for t in d["threads"]), []):
                        a, b = s["span"]
                        assert texts[s["comment"]][a:b] == s["text"]
                count += 1
            print(count)
            """
        let output = try tool.run(["-c", script], input: lines)
        #expect(output.text == "\(samples.count)\n", "\(output.errors)")
    }
}
