public import DiscussionModel
import GRDB

/// What could be read of a store that may be damaged.
public struct RecoveryOutcome: Hashable, Sendable {
    /// How many discussions were read whole.
    public var whole = 0
    /// The keys of those of which something is lost or may be; of one whose own row is lost
    /// `recovered-` with its number.
    public var incomplete: [String] = []
    /// How many comments are known to be lost.
    public var lostComments = 0
    /// Whether discussions may be lost of which nothing could be read.
    public var mayLackDiscussions = false

    /// Nothing yet.
    public init() {}
}

extension DiscussionStore {
    /// Calls `body` with every discussion of which something can be read, and with what its comments
    /// answer where that can be read too; in the order of the store.
    ///
    /// Of a sound store these are all discussions as they are; of a reply only what it leads from and
    /// to. Where pages are damaged, every
    /// discussion that has nothing on them is whole. Words that were damaged without a trace in the
    /// structure of the file are not noticed. Of a file that is cut off at its end, what stands before
    /// the cut is read where the store was opened for `recovering`.
    ///
    /// - Throws: `StoreError` where not even the list of tables can be read; what `body` throws.
    /// - Complexity: O(n) in the comments of the store, of which the ids are in memory.
    public func recoverDiscussions(
        _ body: (Discussion, [Reply]) throws -> Void
    ) throws -> RecoveryOutcome {
        var outcome = RecoveryOutcome()
        let index = try readPatchy { try RecoveryIndex($0) }
        outcome.mayLackDiscussions = index.hasGaps
        for number in index.discussions {
            let found = try readPatchy {
                try RecoveredDiscussion($0, number, index.comments(of: number))
            }
            outcome.lostComments += found.lostComments
            if found.isWhole && !index.isDoubtful(number) {
                outcome.whole += 1
            } else {
                outcome.incomplete.append(found.discussion.id)
            }
            try body(found.discussion, found.replies)
        }
        return outcome
    }
}

/// Which discussions and comments a damaged file holds.
private struct RecoveryIndex {
    private(set) var discussions: [Int64] = []
    private(set) var hasGaps = false
    private var ranges: [Int64: [ClosedRange<Int64>]] = [:]
    private var doubtful: Set<Int64> = []
    private var lacksComments = false

    init(_ database: Database) throws {
        var known: Set<Int64> = []
        var gaps = 0
        try PatchyTable(database: database, name: "discussion").forEach(
            "id", "id", onGap: { _ in gaps += 1 }
        ) { known.insert($0.id) }
        var marked: Set<Int64> = []
        var ranges: [Int64: [ClosedRange<Int64>]] = [:]
        var isBehindGap = false
        try PatchyTable(database: database, name: "comment").forEach(
            "discussion_id", "ordinal",
            onGap: {
                // What is lost between two rows may be of either one's discussion.
                if let row = $0 { marked.insert(row.first) }
                isBehindGap = true
            }
        ) { row in
            known.insert(row.first)
            if isBehindGap { marked.insert(row.first) }
            isBehindGap = false
            let last = ranges[row.first]?.last
            if let last, last.upperBound == row.id - 1 {
                ranges[row.first]?.removeLast()
                ranges[row.first]?.append(last.lowerBound...row.id)
            } else {
                ranges[row.first, default: []].append(row.id...row.id)
            }
        }
        self.ranges = ranges
        doubtful = marked
        lacksComments = !marked.isEmpty || (isBehindGap && ranges.isEmpty)
        hasGaps = gaps > 0
        discussions = known.sorted()
    }

    func comments(of discussion: Int64) -> [ClosedRange<Int64>] { ranges[discussion] ?? [] }

    /// Whether comments may be lost of which nothing is known.
    func isDoubtful(_ discussion: Int64) -> Bool {
        doubtful.contains(discussion) || lacksComments && ranges[discussion] == nil
    }
}

/// What can be read of one discussion, without what was measured and judged in it.
private struct RecoveredDiscussion {
    private(set) var discussion: Discussion
    private(set) var replies: [Reply] = []
    private(set) var isWhole = true
    private(set) var lostComments = 0

    /// - Parameter rows: the ids of the comments that the table shows.
    init(_ database: Database, _ number: Int64, _ rows: [ClosedRange<Int64>]) throws {
        let loader = AnalysisLoader(database, discussion: number)
        discussion = Discussion(id: "recovered-\(number)", source: "", format: "discussions")
        if let head = try Self.readable({ try loader.discussion()?.0 }), let head {
            discussion = head
        } else {
            isWhole = false
        }
        var comments: [(row: Int64, ordinal: Int, comment: Comment)] = []
        for row in rows.joined() {
            let comment = try Self.readable { try Self.comment(row, in: database) }
            if let comment, let comment {
                comments.append((row, comment.ordinal, comment.comment))
            } else {
                lostComments += 1
            }
        }
        comments.sort { $0.ordinal < $1.ordinal }
        let quotations = try taken(or: [:]) { try loader.statedQuotations() }
        discussion.comments = comments.map {
            var comment = $0.comment
            comment.statedQuotations = quotations[$0.ordinal] ?? []
            return comment
        }
        discussion.pingbacks = try taken(or: []) { try loader.pingbacks() }
        discussion.findings = try taken(or: []) { try loader.findings(of: "reading") }
        var places: [Int64: Int] = [:]
        for (index, comment) in comments.enumerated() { places[comment.row] = index + 1 }
        // Answers to comments that are lost are lost with them.
        replies = try taken(or: []) { try loader.parents() }.compactMap { from, to in
            guard let from = places[from], let to = to.map({ places[$0] }) ?? 0 else { return nil }
            return Reply(from: from, to: to, confidence: 1, evidence: [])
        }
        if lostComments > 0 { isWhole = false }
    }

    private static func comment(
        _ row: Int64, in database: Database
    ) throws -> (ordinal: Int, comment: Comment)? {
        var result: (ordinal: Int, comment: Comment)?
        try RowReader.forEach(
            database,
            "SELECT \(AnalysisLoader.commentColumns), ordinal FROM comment WHERE id = ?", of: row
        ) { result = ($0.integer(22), AnalysisLoader.comment($0)) }
        return result
    }

    private mutating func taken<Value>(
        or none: Value, _ work: () throws -> Value
    ) throws -> Value {
        if let value = try Self.readable(work) { return value }
        isWhole = false
        return none
    }

    /// What `work` reads; `nil` where that is damaged.
    private static func readable<Value>(_ work: () throws -> Value) throws -> Value? {
        do {
            return try work()
        } catch is DamagedRow {
            return nil
        } catch let error as DatabaseError
            where [.SQLITE_CORRUPT, .SQLITE_IOERR].contains(error.resultCode.primaryResultCode)
        {
            return nil
        }
    }
}
