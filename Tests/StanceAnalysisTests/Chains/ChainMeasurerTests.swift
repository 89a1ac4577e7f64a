import Testing

@testable import StanceAnalysis

@Suite struct ChainMeasurerTests {
    private static func heat(_ disagree: Double, _ text: String) -> Double {
        var dispute = Dispute(path: "ab", [0.1, disagree])
        dispute.turns[1].text = text
        let (discussion, graph) = (dispute.discussion, dispute.graph)
        var measurer = ChainMeasurer(
            discussion, graph, DisagreementSteps(discussion, graph, leastConfidence: 0.7),
            leastConfidence: 0.7)
        return measurer.heat(of: 2)
    }

    @Test func heatIsTheLogOddsOfDisagreement() {
        #expect(Self.heat(0.5, "Well.") == 0)
        #expect(abs(Self.heat(0.8, "Well.") - 1.386_294_361) < 1e-9)
        #expect(Self.heat(0.999, "") == Self.heat(0.95, ""))
    }

    @Test(arguments: [
        ("You are a liar.", 0.5),
        ("what a stupid thing of you to say", 0.5),
        ("The plan is stupid. You know it.", 0),
        ("The plan is stupid.", 0),
        ("THIS NEVER WORKED", 0.5),
        ("The NATO of the UNESCO", 0.5),
        ("NATO and the EU", 0),
        ("No!!", 0.5),
        ("No! Yes!", 0),
        ("NEVER EVER, you moron", 1),
        ("> YOU ALWAYS LIE!!\nNot so.", 0),
    ])
    func shoutingAndInsultsHeatUp(_ text: String, _ added: Double) {
        #expect(Self.heat(0.5, text) == added)
    }
}
