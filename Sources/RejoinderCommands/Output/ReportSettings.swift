import Rejoinder

extension InputOptions {
    /// How inputs were read and analysed, as a report tells it.
    func settings(camps: CampCount) -> [ReportProvenance.Setting] {
        var settings: [ReportProvenance.Setting] = []
        if let format = reading.format {
            settings.append(.init(name: "Format", value: "\(format), for every input"))
        }
        if let columns = reading.columns {
            let pairs = columns.nameOfField.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            settings.append(.init(name: "Columns", value: pairs.joined(separator: ", ")))
        }
        if !reading.siteFiles.isEmpty {
            let files = reading.siteFiles.joined(separator: ", ")
            settings.append(
                .init(
                    name: "Sites",
                    value: privacy.pseudonymizes ? "described in files" : "described in \(files)"))
        }
        if reading.join {
            settings.append(
                .init(name: "Joined", value: "all inputs, as pages of one comment section"))
        } else if reading.noJoin {
            settings.append(.init(name: "Joined", value: "no pages"))
        }
        settings.append(.init(name: "Believed", value: replies.explanation))
        settings.append(.init(name: "Camps", value: camps.explanation))
        if privacy.pseudonymizes { settings.append(.init(name: "People", value: "pseudonyms")) }
        if privacy.dropsText { settings.append(.init(name: "Texts", value: "left out")) }
        return settings
    }
}

/// How stored analyses were made, as far as they tell.
struct StoredSettings {
    private var discussions = 0
    private var modes: [ReplyMode: Int] = [:]
    private var camps: [CampCount: Int] = [:]

    /// Counts one more analysis.
    mutating func add(_ analysis: Analysis) {
        discussions += 1
        if let mode = analysis.replyMode { modes[mode, default: 0] += 1 }
        let clustering = analysis.stances.clustering
        if clustering.verdict == .asked, let asked = clustering.asked {
            camps[.exactly(asked), default: 0] += 1
        }
    }

    /// Which replies were believed and, where a number of camps was asked for, which.
    var settings: [ReportProvenance.Setting] {
        var settings: [ReportProvenance.Setting] = []
        let modes = ReplyMode.allCases.map {
            (words: $0.explanation, count: self.modes[$0] ?? 0)
        }
        if let value = words(for: modes, else: "not known") {
            settings.append(.init(name: "Believed", value: value))
        }
        let camps = (2...6).map { CampCount.exactly($0) }
            .map { (words: $0.explanation, count: self.camps[$0] ?? 0) }
        if let value = words(for: camps, else: CampCount.auto.explanation) {
            settings.append(.init(name: "Camps", value: value))
        }
        return settings
    }

    /// What holds for how many of the discussions; `nil` where nothing is known of any.
    private func words(for counts: [(words: String, count: Int)], else rest: String) -> String? {
        let known = counts.filter { $0.count > 0 }
        let left = discussions - known.reduce(0) { $0 + $1.count }
        guard let first = known.first else { return nil }
        if known.count == 1, left == 0 { return first.words }
        return (known + [(words: rest, count: left)]).filter { $0.count > 0 }
            .map { "\($0.words) (\($0.count) of \(discussions) discussions)" }
            .joined(separator: "; ")
    }
}

extension ReplyMode {
    /// What is believed, in words.
    fileprivate var explanation: String {
        switch self {
        case .auto: "the source's replies where it has any; the rest is recovered from the words"
        case .stated: "only the source's replies"
        case .recover: "none of the source's replies; all is recovered from the words"
        }
    }
}

extension CampCount {
    /// How many camps are looked for, in words.
    fileprivate var explanation: String {
        switch self {
        case .auto: "as many as there are, none where chance gives as much"
        case .exactly(let count): "\(count), as asked for"
        }
    }
}
