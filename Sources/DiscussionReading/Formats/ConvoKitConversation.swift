import DiscussionModel

/// One line of a ConvoKit corpus.
struct ConvoKitUtterance {
    var id: String?
    var speaker: String?
    var parent: String?
    var timestamp: Timestamp?
    var score: Int?
    var text: String
    var line: Int

    init(_ value: JSONValue, line: Int) {
        id = value["id"]?.identifier
        let speaker = value["speaker"] ?? value["user"]
        let name = speaker?.identifier ?? speaker?["id"]?.identifier
        self.speaker = name?.isEmpty == true ? nil : name
        let parent = (value["reply_to"] ?? value["reply-to"])?.identifier
        self.parent = parent?.isEmpty == true ? nil : parent
        timestamp = value["timestamp"].flatMap(Self.moment)
        score = value["meta"]?["score"]?.integer.flatMap { Int(exactly: $0) }
        text = value["text"]?.string ?? ""
        self.line = line
    }

    /// Seconds since 1970 as a number or in a string, milliseconds where seconds would lie beyond
    /// the year 5000, or an ISO date.
    private static func moment(_ value: JSONValue) -> Timestamp? {
        if let number = value.number ?? value.string.flatMap(Double.init) {
            let seconds = abs(number) > 1e11 ? number / 1_000 : number
            guard seconds.isFinite, abs(seconds) < 2.5e11 else { return nil }
            return Timestamp(seconds: Int64(seconds.rounded(.down)))
        }
        return value.string.flatMap { DateReader.isoTimestamp($0) }
    }
}

/// The comments of one conversation in their order, with what had to be mended.
///
/// Order: by time where every utterance has one and no reply comes before what it answers, else
/// the order of the file; then each utterance behind the one that it answers. An utterance that
/// others answer and that is not there becomes a ghost right before the first of them. A reply to
/// itself or around a circle is cut and answers the opening.
struct ConvoKitConversation {
    private(set) var comments: [Comment] = []
    private(set) var findings: [Finding] = []
    private let file: String

    /// - Complexity: O(n log n) in the number of utterances.
    init(_ utterances: [ConvoKitUtterance], file: String) {
        self.file = file
        let unique = named(utterances)
        let ids = unique.map { $0.id ?? "" }
        let indexOfID = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
        var parents = unique.map { $0.parent.flatMap { indexOfID[$0] } }
        cutCircles(&parents, in: unique)
        let base = order(of: unique, parents: parents)
        var ghosts: Set<String> = []
        for index in Self.parentsFirst(base, parents: parents) {
            let utterance = unique[index]
            var statedParent = Article.id
            if let parent = parents[index] {
                statedParent = Self.commentID(ids[parent], among: indexOfID)
            } else if let missing = utterance.parent, indexOfID[missing] == nil {
                statedParent = Self.commentID(missing, among: indexOfID)
                if ghosts.insert(missing).inserted {
                    comments.append(Comment(id: statedParent, text: "", isGhost: true))
                }
            }
            comments.append(
                Comment(
                    id: Self.commentID(ids[index], among: indexOfID),
                    nameAsWritten: utterance.speaker, posted: utterance.timestamp,
                    text: utterance.text, statedParent: statedParent, score: utterance.score))
        }
        if !ghosts.isEmpty {
            remark(
                "missing-parent", .note,
                "\(ghosts.count) utterances are answered and not there; they stand as ghosts.")
        }
    }

    private mutating func remark(
        _ id: String, _ severity: Finding.Severity, _ message: String, line: Int? = nil
    ) {
        findings.append(
            Finding(id: id, severity: severity, message: message, file: file, line: line))
    }

    /// An utterance may not have the id of the article.
    private static func commentID(_ id: String, among others: [String: Int]) -> String {
        guard id == Article.id else { return id }
        var renamed = "0-1"
        while others[renamed] != nil { renamed += "-1" }
        return renamed
    }

    /// The utterances with each id once; one without an id gets its ordinal.
    private mutating func named(_ utterances: [ConvoKitUtterance]) -> [ConvoKitUtterance] {
        var seen: Set<String> = Set(utterances.count > 0 ? utterances.compactMap(\.id) : [])
        var taken: Set<String> = []
        var unique: [ConvoKitUtterance] = []
        var duplicates: [Int] = []
        for var utterance in utterances {
            if let id = utterance.id {
                guard taken.insert(id).inserted else {
                    duplicates.append(utterance.line)
                    continue
                }
            } else {
                var id = String(unique.count + 1)
                while !seen.insert(id).inserted { id += "-1" }
                taken.insert(id)
                utterance.id = id
            }
            unique.append(utterance)
        }
        if let first = duplicates.first {
            remark(
                "duplicate-id", .warning,
                "\(duplicates.count) utterances repeat an id; only the first of each was kept.",
                line: first)
        }
        return unique
    }

    /// Cuts the reply with which a circle closes.
    private mutating func cutCircles(_ parents: inout [Int?], in utterances: [ConvoKitUtterance]) {
        var state = [UInt8](repeating: 0, count: parents.count)
        var cuts: [Int] = []
        for start in parents.indices where state[start] == 0 {
            var path: [Int] = []
            var index = start
            while true {
                state[index] = 1
                path.append(index)
                guard let parent = parents[index] else { break }
                if state[parent] == 1 {
                    // Of the circle, the one that stands first in the file loses its parent.
                    let circle = path[(path.lastIndex(of: parent) ?? 0)...]
                    let cut = circle.min() ?? index
                    parents[cut] = nil
                    cuts.append(cut)
                    break
                }
                if state[parent] == 2 { break }
                index = parent
            }
            for index in path { state[index] = 2 }
        }
        if let first = cuts.min() {
            remark(
                "reply-circle", .warning,
                "\(cuts.count) utterances answer themselves, directly or around a circle; they"
                    + " are taken to answer the opening.", line: utterances[first].line)
        }
    }

    /// The order of time, or of the file where times are missing or contradict the replies.
    private func order(of utterances: [ConvoKitUtterance], parents: [Int?]) -> [Int] {
        let inFile = Array(utterances.indices)
        let times = utterances.compactMap { $0.timestamp?.seconds }
        guard times.count == utterances.count else { return inFile }
        for (index, parent) in parents.enumerated() {
            if let parent, times[parent] > times[index] { return inFile }
        }
        return inFile.sorted { (times[$0], $0) < (times[$1], $1) }
    }

    /// The same order with each utterance moved behind its parent where it stood before it.
    private static func parentsFirst(_ order: [Int], parents: [Int?]) -> [Int] {
        var done = [Bool](repeating: false, count: order.count)
        var result: [Int] = []
        for index in order {
            var waiting: [Int] = []
            var next: Int? = index
            while let current = next, !done[current] {
                done[current] = true
                waiting.append(current)
                next = parents[current]
            }
            result += waiting.reversed()
        }
        return result
    }
}
