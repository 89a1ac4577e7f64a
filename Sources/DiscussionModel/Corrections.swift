/// What people who know better say of the comments of one discussion: at most one correction of
/// each comment and field.
public struct Corrections: Hashable, Sendable {
    private var byComment: [String: [Correction.Field: Correction]] = [:]

    /// Creates corrections; of two of the same comment and field the later one counts.
    public init(_ corrections: [Correction] = []) {
        for correction in corrections { set(correction) }
    }

    /// Whether there are none.
    public var isEmpty: Bool { byComment.isEmpty }

    /// All of them, by the id of the comment, then in the order of the fields.
    ///
    /// - Complexity: O(n log n) in the corrections.
    public var all: [Correction] {
        byComment.sorted { $0.key < $1.key }.flatMap { _, fields in
            Correction.Field.allCases.compactMap { fields[$0] }
        }
    }

    /// The correction of a field of a comment.
    public func correction(of comment: String, _ field: Correction.Field) -> Correction? {
        byComment[comment]?[field]
    }

    /// Adds a correction in the place of an earlier one of the same comment and field.
    public mutating func set(_ correction: Correction) {
        byComment[correction.comment, default: [:]][correction.field] = correction
    }

    /// Takes a correction back; `nil` where there is none.
    @discardableResult
    public mutating func remove(
        _ field: Correction.Field, of comment: String
    ) -> Correction? {
        let removed = byComment[comment]?.removeValue(forKey: field)
        if byComment[comment]?.isEmpty == true { byComment[comment] = nil }
        return removed
    }
}

/// Why a correction cannot be applied to a discussion as it is.
public struct CorrectionProblem: Hashable, Sendable {
    /// The correction, which is kept.
    public var correction: Correction
    /// Why, in words for people that start in lower case.
    public var reason: String

    /// Creates a problem.
    public init(correction: Correction, reason: String) {
        self.correction = correction
        self.reason = reason
    }

    /// The problem as a remark on a discussion.
    public func finding(in discussion: Discussion) -> Finding {
        let what = "\(correction.field.rawValue) \(correction.words)"
        return Finding(
            id: "correction-not-applied", severity: .warning,
            message: "the correction of comment \(correction.comment) (\(what)) is kept and not"
                + " applied: \(reason)",
            file: discussion.source)
    }
}

extension Correction {
    /// The columns of a table of corrections.
    public static let columns = ["discussion", "comment", "field", "value", "note"]
}
