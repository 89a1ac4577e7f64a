import DiscussionModel

/// How far a commenter agrees with others.
struct AgreementGiven: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "agreementGiven",
        meaning: "The share of agreement among the commenter's replies that take a side.",
        formula: "a_i / (a_i + d_i)",
        symbols:
            "a_i, d_i: the number of replies of commenter i to comments of others whose most"
            + " probable stance is to agree, to disagree: `agreeSent` and `disagreeSent`",
        range: "0...1",
        undefined: "where no such reply takes a side",
        cost: "O(n) for all commenters",
        source: "the usual share; stances are inferred and may be wrong")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        Sides(sentIn: measured.talk).shares
    }
}

/// How far others agree with a commenter.
struct AgreementReceived: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "agreementReceived",
        meaning: "The share of agreement among the replies to the commenter that take a side.",
        formula: "a_i / (a_i + d_i)",
        symbols:
            "a_i, d_i: the number of replies of others to comments of commenter i whose most"
            + " probable stance is to agree, to disagree: `agreeReceived` and `disagreeReceived`",
        range: "0...1",
        undefined: "where no such reply takes a side",
        cost: "O(n) for all commenters",
        source: "the usual share; stances are inferred and may be wrong")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        Sides(receivedIn: measured.talk).shares
    }
}

/// How often a commenter agrees or disagrees with others, or others with them.
struct StanceCount: CommenterMeasure {
    let definition: MeasureDefinition
    private let label: Stance.Label
    private let isSent: Bool

    init(_ label: Stance.Label, isSent: Bool) {
        self.label = label
        self.isSent = isSent
        let what = label == .agree ? "agree" : "disagree"
        definition = MeasureDefinition(
            name: what + (isSent ? "Sent" : "Received"),
            meaning: isSent
                ? "How many of the commenter's replies to comments of others \(what)."
                : "How many replies of others to the commenter's comments \(what).",
            formula: isSent
                ? "#{ c : a_c = i, s_c = \(what) }" : "#{ c : a_p(c) = i, s_c = \(what) }",
            symbols:
                "i: the commenter; c: the replies to comments of others; s_c: the most probable"
                + " stance of c; p(c): what c answers; a: who wrote it",
            range: isSent ? "0 to `repliesSent`" : "0 to `repliesReceived`",
            undefined: "where none of these replies has been judged",
            cost: "O(n) for all commenters",
            source: "the usual count; stances are inferred and may be wrong")
    }

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        let sides = isSent ? Sides(sentIn: measured.talk) : Sides(receivedIn: measured.talk)
        let counts = label == .agree ? sides.agree : sides.disagree
        return counts.indices.map { sides.judged[$0] == 0 ? nil : Double(counts[$0]) }
    }
}

/// Per commenter: how many replies were judged, and which side they take.
private struct Sides {
    var judged: [Int]
    var agree: [Int]
    var disagree: [Int]

    /// By who replies.
    init(sentIn talk: MeasuredTalk) {
        self.init(talk) { $0.replier }
    }

    /// By who is answered.
    init(receivedIn talk: MeasuredTalk) {
        self.init(talk) { $0.addressed }
    }

    private init(_ talk: MeasuredTalk, by commenter: (MeasuredTalk.Response) -> Int) {
        judged = [Int](repeating: 0, count: talk.commenterCount)
        (agree, disagree) = (judged, judged)
        for response in talk.judgedResponses {
            let index = commenter(response)
            judged[index] += 1
            switch response.stance?.label {
            case .agree: agree[index] += 1
            case .disagree: disagree[index] += 1
            case .neutral, nil: break
            }
        }
    }

    /// The shares of agreement.
    var shares: [Double?] {
        agree.indices.map { index in
            let sides = agree[index] + disagree[index]
            return sides == 0 ? nil : Double(agree[index]) / Double(sides)
        }
    }
}
