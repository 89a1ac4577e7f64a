import DiscussionModel

/// How a report says numbers, moments and judgements.
enum ReportWords {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A share in whole percent.
    static func percent(_ share: Double) -> String {
        guard share.isFinite else { return "–" }
        return "\(Int((min(1, max(0, share)) * 100).rounded())) %"
    }

    /// How sure an inference is, in percent; none is ever quite.
    static func confidence(_ share: Double) -> String { percent(min(0.99, share)) }

    /// A number with a thin space after thousands.
    static func number(_ number: Int) -> String {
        var digits = String(abs(number))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        groups.insert(digits, at: 0)
        return (number < 0 ? "−" : "") + groups.joined(separator: "\u{202F}")
    }

    /// A number of things.
    static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number(count)) \(count == 1 ? one : many ?? one + "s")"
    }

    /// A number to two decimals.
    static func decimal(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e9 else { return "–" }
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let digits = rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(hundredths < 0 ? "−" : "")\(whole).\(digits)"
    }

    /// A moment as `9 Feb 2023, 08:56`.
    static func moment(_ time: Timestamp) -> String {
        let parts = time.description.split(separator: "T")
        var text = day(time)
        if time.precision != .day, parts.count == 2 { text += ", " + parts[1].prefix(5) }
        return (time.isApproximate ? "about " : "") + text
    }

    /// A day as `9 Feb 2023`.
    static func day(_ time: Timestamp) -> String {
        let parts = time.description.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let month = months.element(at: parts[1] - 1) else {
            return time.description
        }
        return "\(parts[2]) \(month) \(parts[0])"
    }

    /// A moment for `<time>` and `title`.
    static func time(_ time: Timestamp) -> HTMLNode {
        HTMLNode(.time, .set(.datetime, time.description)) { moment(time) }
    }

    /// How sure a reply is.
    static func sureness(of reply: Reply) -> Sureness {
        if reply.isCorrected { return .corrected }
        if reply.evidence.first?.kind == .stated { return .stated }
        if reply.confidence >= 0.9 { return .sure }
        if reply.confidence >= 0.6 { return .likely }
        return .unsure
    }

    /// How a stance is called.
    static func stance(_ label: Stance.Label) -> String {
        switch label {
        case .agree: "agrees"
        case .neutral: "neither agrees nor disagrees"
        case .disagree: "disagrees"
        }
    }

    /// What a kind of evidence means.
    static func evidence(_ kind: Evidence.Kind) -> String {
        switch kind {
        case .corrected: "somebody has set it"
        case .stated: "the source says so"
        case .mention: "names the commenter"
        case .quotation: "repeats its words"
        case .address: "speaks to the commenter"
        case .reference: "gives its number or link"
        case .echo: "shares rare words with it"
        case .adjacency: "stands close by"
        case .default: "what comments usually do here"
        }
    }
}

/// How sure it is what a comment answers, in steps that a reader sees.
enum Sureness {
    case corrected, stated, sure, likely, unsure

    /// The class that makes it look so.
    var className: String {
        switch self {
        case .corrected, .stated, .sure: "sure"
        case .likely: "likely"
        case .unsure: "unsure"
        }
    }

    /// What stands beside the confidence.
    var word: String {
        switch self {
        case .corrected: "corrected"
        case .stated: "stated by the source"
        case .sure: "sure"
        case .likely: "likely"
        case .unsure: "unsure"
        }
    }
}
