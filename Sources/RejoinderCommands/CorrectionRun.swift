import Foundation
import Rejoinder

/// A change of the corrections of a store.
struct CorrectionChange {
    enum Kind {
        case set(Correction)
        case remove(Correction.Field, of: String)
    }

    /// Where it was asked for: a store, or a table with its line.
    var place: String
    var discussion: String
    var kind: Kind
}

/// The changes that somebody asks for, with what cannot be understood of them.
struct CorrectionRequest {
    /// What is wrong with a change, or with a line that is none.
    struct Problem {
        /// By which problems are told in order.
        var line: Int
        var place: String
        var words: String
    }

    /// The store, or the table.
    var path: String
    var changes: [CorrectionChange]
    /// The line of each change; 0 for what is asked for one by one.
    var lines: [Int]
    var problems: [Problem] = []

    init(path: String, changes: [CorrectionChange]) {
        self.path = path
        self.changes = changes
        lines = changes.map { _ in 0 }
    }

    /// The corrections of a table.
    ///
    /// - Throws: `CommandFailure` where it cannot be read.
    init(table path: String) throws {
        self.path = path
        let reader = CorrectionReader(try Self.bytes(of: path))
        changes = reader.rows.map {
            CorrectionChange(
                place: "\(path):\($0.line)", discussion: $0.discussion, kind: .set($0.correction))
        }
        lines = reader.rows.map(\.line)
        problems = reader.problems.map {
            Problem(line: $0.line, place: "\(path):\($0.line)", words: $0.words)
        }
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        do {
            let data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(contentsOf: URL(fileURLWithPath: path))
            return Array(data)
        } catch {
            throw CommandFailure(
                place: path, problem: "cannot be read", remedy: "name a table that is there")
        }
    }

    /// Says what is wrong, line by line, and gives the failure to end with.
    func failure() -> CommandFailure {
        let sorted = problems.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
        if let only = sorted.first, sorted.count == 1 {
            return CommandFailure(
                place: only.place, problem: only.words, remedy: "nothing was changed")
        }
        for problem in sorted {
            StandardStreams.say(.error, "\(problem.place): \(problem.words)")
        }
        return CommandFailure(
            place: path, problem: "\(sorted.count) corrections cannot be applied",
            remedy: "nothing was changed")
    }
}

/// Applies changes: all of them, or none.
struct CorrectionRun {
    private let store: DiscussionStore
    private var request: CorrectionRequest
    /// More changes are counted and not told one by one.
    private static let outcomeLimit = 10

    /// What was changed, a line for each change where they are few.
    private(set) var outcomes: [String] = []
    /// What people should know of it besides.
    private(set) var remarks: [String] = []
    /// How many discussions were changed.
    private(set) var discussions = 0

    private var changes: [CorrectionChange] { request.changes }

    init(store: DiscussionStore, request: CorrectionRequest) {
        self.store = store
        self.request = request
    }

    private mutating func refuse(_ index: Int, _ words: String) {
        request.problems.append(
            .init(line: request.lines[index], place: changes[index].place, words: words))
    }

    /// - Throws: `StoreError`; `CommandFailure` where a change is refused, after all are tried.
    mutating func apply() throws {
        var byDiscussion: [String: [Int]] = [:]
        var keys: [String] = []
        for (index, change) in changes.enumerated() {
            if byDiscussion[change.discussion] == nil { keys.append(change.discussion) }
            byDiscussion[change.discussion, default: []].append(index)
        }
        for key in keys where try !store.hasDiscussion(key) {
            for index in byDiscussion[key] ?? [] {
                refuse(index, "there is no discussion \(key)")
            }
        }
        let isRefused = !request.problems.isEmpty
        let done = try store.correct(
            keys, hash: { Self.analyzer(of: $0).hash(of: $0.discussion, corrections: $1) }
        ) { key, analysis, corrections in
            let result = corrected(
                analysis, key: key, &corrections, changes: byDiscussion[key] ?? [])
            return isRefused ? nil : result
        }
        discussions = keys.count
        if !done || isRefused { throw request.failure() }
    }

    /// What analyses a discussion as it was analysed.
    private static func analyzer(of analysis: Analysis) -> Analyzer {
        Analyzer(
            replies: analysis.replyMode ?? .auto,
            camps: analysis.stances.clustering.asked.map { .exactly($0) } ?? .auto)
    }

    /// The analysis with the changes; `nil` where one of them is refused.
    private mutating func corrected(
        _ analysis: Analysis, key: String, _ corrections: inout Corrections, changes places: [Int]
    ) -> Analysis? {
        var asked: [Correction: Int] = [:]
        var isRefused = false
        let hidesNames = analysis.holdsPseudonyms
        let isPrivate = hidesNames || analysis.lacksTexts
        for index in places {
            switch changes[index].kind {
            case .set(let correction):
                if let words = correction.excess {
                    refuse(index, words)
                    isRefused = true
                }
                if hidesNames, case .author(let name) = correction.value,
                    !Pseudonymizer.isPseudonym(name)
                {
                    refuse(
                        index,
                        "people have pseudonyms in \(key): a name beside them would hide nobody")
                    isRefused = true
                }
                corrections.set(correction)
                asked[correction] = index
            case .remove(let field, let comment):
                if corrections.remove(field, of: comment) == nil {
                    refuse(index, "nobody has set \(field.words(for: comment)) in \(key)")
                    isRefused = true
                } else if isPrivate {
                    remarks.append(
                        "\(key): what was inferred of comment \(comment) is known again when its"
                            + " source is analysed into this store again")
                }
            }
        }
        var unapplied: [CorrectionProblem] = []
        let analyzer = Self.analyzer(of: analysis)
        // From texts with pseudonyms, or from none, other replies would be inferred.
        let result =
            isPrivate
            ? analyzer.analysis(
                analysis, with: Corrections(Array(asked.keys)), among: corrections,
                problems: &unapplied)
            : analyzer.analysis(
                of: analysis.discussion, corrections: corrections, problems: &unapplied)
        for problem in unapplied {
            if let index = asked[problem.correction] {
                refuse(
                    index, "comment \(problem.correction.comment) of \(key): \(problem.reason)")
                isRefused = true
            } else {
                remarks.append("\(key): \(problem.finding(in: analysis.discussion).message)")
            }
        }
        guard !isRefused else { return nil }
        if analysis.replyMode == nil, !isPrivate {
            remarks.append(
                "\(key): stored by an older version, which did not say which replies were believed:"
                    + " analysed anew as with --replies auto")
        }
        for index in places where changes.count <= Self.outcomeLimit {
            outcomes.append(outcome(of: changes[index], in: key, before: analysis, after: result))
        }
        return result
    }

    /// What a change did, in words.
    private func outcome(
        of change: CorrectionChange, in key: String, before: Analysis, after: Analysis
    ) -> String {
        let (comment, field) =
            switch change.kind {
            case .set(let correction): (correction.comment, correction.field)
            case .remove(let field, let comment): (comment, field)
            }
        let (old, new) = (before.state(of: field, comment), after.state(of: field, comment))
        let change = old == new ? "as before" : "before: \(old)"
        return "\(key): \(field.words(for: comment)): \(new) (\(change))"
    }
}

extension Correction {
    /// What is too long in it to be kept, in words.
    fileprivate var excess: String? {
        if words.utf8.count > 10_000 { return "what is set has more than 10000 bytes" }
        if note?.utf8.count ?? 0 > 100_000 { return "the note has more than 100000 bytes" }
        return nil
    }
}

extension Correction.Field {
    /// What is set of a comment, in words.
    fileprivate func words(for comment: String) -> String {
        switch self {
        case .to: "what comment \(comment) answers"
        case .author: "who wrote comment \(comment)"
        case .stance: "the stance of comment \(comment)"
        }
    }
}

extension Analysis {
    /// What a field of a comment is, in words.
    fileprivate func state(of field: Correction.Field, _ comment: String) -> String {
        guard let ordinal = discussion.ordinalsByID[comment], ordinal > 0 else { return "nothing" }
        let reply = graph.replies.first { $0.from == ordinal }
        switch field {
        case .to: return reply.map { discussion.id(at: $0.to) } ?? "nothing"
        case .author:
            let commenter = graph.commenters[graph.commenter(of: ordinal)]
            return commenter.name ?? "unknown"
        case .stance: return reply?.stance?.label.rawValue ?? "unknown"
        }
    }
}
