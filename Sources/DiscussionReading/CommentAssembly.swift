import DiscussionModel

/// A comment as a format found it, before its place among the others is known.
struct FoundComment {
    /// The comment. Its `id` is the source's own, or empty where it has none. Its `statedParent` is
    /// the id that the source gives, `"0"` where the source says that it answers the article, and
    /// `nil` where the source says nothing.
    var comment: Comment
    /// The 1-based line, or other place, of the comment in the input, for remarks.
    var line: Int?

    init(_ comment: Comment, line: Int? = nil) {
        self.comment = comment
        self.line = line
    }
}

/// Puts the comments of one discussion in order and mends what is damaged; nothing is dropped.
///
/// - An id that stands twice counts once; a comment without an id gets its ordinal; one whose own
///   id is the article's is renamed with its answers.
/// - A parent that stands later is linked. One that is not there becomes a ghost, right before the
///   first comment that answers it.
/// - A comment that answers itself, or around a circle, loses the parent of the oldest of them.
/// - Order: by time where every comment has one and no answer comes before what it answers, else
///   the source's (the other way round where a flat page shows the newest first); then each comment
///   behind the one that it answers.
struct CommentAssembly {
    /// The comments in their order, with ids and parents that are right within the discussion.
    private(set) var comments: [Comment] = []
    /// What had to be mended.
    private(set) var findings: [Finding] = []
    private let file: String
    private let articleIDs: Set<String>
    /// Whether a comment of the source has the id that means the article here.
    private var hasZero = false

    /// - Parameters:
    ///   - found: the comments in the order of the source.
    ///   - file: the input, for the findings.
    ///   - articleIDs: the ids by which the source calls the article, such as `t3_abc`.
    ///   - statesTopLevel: whether a comment without a parent is known to answer the article.
    /// - Complexity: O(n log n) in the number of comments; nothing recurses.
    init(
        _ found: [FoundComment], file: String, articleIDs: Set<String> = [],
        statesTopLevel: Bool = false
    ) {
        self.file = file
        self.articleIDs = articleIDs
        if let undamaged = undamaged(found, statesTopLevel: statesTopLevel) {
            comments = undamaged
            return
        }
        let unique = named(found)
        let ids = unique.map(\.comment.id)
        let indexOfID = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
        var parents = unique.map { found -> Int? in
            found.comment.statedParent.flatMap { isArticle($0) ? nil : indexOfID[$0] }
        }
        let cut = cutCircles(&parents, in: unique)
        let base = order(of: unique, parents: parents)
        var ghosts: Set<String> = []
        comments.reserveCapacity(unique.count)
        for index in Self.parentsFirst(base, parents: parents) {
            var comment = unique[index].comment
            let stated = comment.statedParent
            comment.id = Self.commentID(ids[index], among: indexOfID)
            comment.statedParent = stated == nil && !statesTopLevel ? nil : Article.id
            if let parent = parents[index] {
                comment.statedParent = Self.commentID(ids[parent], among: indexOfID)
            } else if let stated, !isArticle(stated), !cut.contains(index) {
                let ghost = Self.commentID(stated, among: indexOfID)
                comment.statedParent = ghost
                if ghosts.insert(ghost).inserted {
                    comments.append(Comment(id: ghost, text: "", isGhost: true))
                }
            }
            renameSources(of: &comment, among: indexOfID)
            comments.append(comment)
        }
        if !ghosts.isEmpty {
            let subject =
                ghosts.count == 1
                ? "1 comment is answered and not there; it stands as a ghost."
                : "\(ghosts.count) comments are answered and not there; they stand as ghosts."
            remark("missing-parent", .note, subject)
        }
    }

    /// The comments where nothing has to be mended and their order is right as it is, which is so
    /// nearly always; `nil` elsewhere.
    private func undamaged(_ found: [FoundComment], statesTopLevel: Bool) -> [Comment]? {
        var comments: [Comment] = []
        comments.reserveCapacity(found.count)
        var ids: Set<String> = []
        ids.reserveCapacity(found.count)
        var latest = Int64.min
        var isInOrder = true
        var areAllTimed = true
        for one in found {
            var comment = one.comment
            if let stated = comment.statedParent {
                if isArticle(stated) {
                    comment.statedParent = Article.id
                } else if !ids.contains(stated) {
                    return nil
                }
            } else if statesTopLevel {
                comment.statedParent = Article.id
            }
            guard !comment.id.isEmpty, comment.id != Article.id,
                ids.insert(comment.id).inserted
            else { return nil }
            if let time = comment.posted?.seconds {
                if time < latest { isInOrder = false }
                latest = time
            } else {
                areAllTimed = false
            }
            if !comment.statedQuotations.isEmpty { renameSources(of: &comment, among: [:]) }
            comments.append(comment)
        }
        return isInOrder || !areAllTimed ? comments : nil
    }

    private func isArticle(_ id: String) -> Bool {
        id == Article.id && !hasZero || articleIDs.contains(id)
    }

    private mutating func remark(
        _ id: String, _ severity: Finding.Severity, _ message: String, line: Int? = nil
    ) {
        findings.append(
            Finding(id: id, severity: severity, message: message, file: file, line: line))
    }

    /// A comment may not have the id of the article.
    private static func commentID(_ id: String, among others: [String: Int]) -> String {
        guard id == Article.id else { return id }
        var renamed = "0-1"
        while others[renamed] != nil { renamed += "-1" }
        return renamed
    }

    /// Lets quotations point to what their sources are called here.
    private func renameSources(of comment: inout Comment, among others: [String: Int]) {
        for at in comment.statedQuotations.indices {
            guard let source = comment.statedQuotations[at].source else { continue }
            comment.statedQuotations[at].source =
                isArticle(source) ? Article.id : Self.commentID(source, among: others)
        }
    }

    /// The comments with each id once; one without an id gets its ordinal.
    private mutating func named(_ found: [FoundComment]) -> [FoundComment] {
        var seen = Set(found.lazy.map(\.comment.id))
        hasZero = seen.contains(Article.id)
        var taken: Set<String> = []
        taken.reserveCapacity(found.count)
        var unique: [FoundComment] = []
        unique.reserveCapacity(found.count)
        var duplicates = 0
        var firstDuplicate: Int?
        for var one in found {
            if one.comment.id.isEmpty {
                var id = String(unique.count + 1)
                while !seen.insert(id).inserted { id += "-1" }
                taken.insert(id)
                one.comment.id = id
            } else if !taken.insert(one.comment.id).inserted {
                if duplicates == 0 { firstDuplicate = one.line }
                duplicates += 1
                continue
            }
            unique.append(one)
        }
        if duplicates > 0 {
            remark(
                "duplicate-id", .warning,
                duplicates == 1
                    ? "1 comment repeats the id of another; the first was kept."
                    : "\(duplicates) comments repeat ids of others; the first of each was kept.",
                line: firstDuplicate)
        }
        return unique
    }

    /// Cuts the reply with which a circle closes, of its oldest comment.
    ///
    /// - Returns: the indices of the comments that lost their parents.
    private mutating func cutCircles(
        _ parents: inout [Int?], in found: [FoundComment]
    ) -> Set<Int> {
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
                    let circle = path[(path.lastIndex(of: parent) ?? 0)...]
                    let cut = Self.oldest(circle, in: found)
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
                cuts.count == 1
                    ? "Comments answer themselves, directly or around a circle; the oldest is taken"
                        + " to answer the article."
                    : "Comments answer themselves, directly or around \(cuts.count) circles; the"
                        + " oldest of each is taken to answer the article.",
                line: found[first].line)
        }
        return Set(cuts)
    }

    /// The oldest by time where all have one, else the first in the source.
    private static func oldest(_ circle: ArraySlice<Int>, in found: [FoundComment]) -> Int {
        let times = circle.compactMap { found[$0].comment.posted?.seconds }
        guard times.count == circle.count else { return circle.min() ?? 0 }
        return zip(times, circle).min { $0 < $1 }?.1 ?? 0
    }

    /// The order of time, or of the source where times are missing or contradict the replies.
    private func order(of found: [FoundComment], parents: [Int?]) -> [Int] {
        let inSource = Array(found.indices)
        let times = found.compactMap { $0.comment.posted?.seconds }
        guard times.count == found.count else { return inSource }
        var hasParents = false
        for (index, parent) in parents.enumerated() {
            guard let parent else { continue }
            hasParents = true
            if times[parent] > times[index] { return inSource }
        }
        let steps = zip(times, times.dropFirst())
        let showsNewestFirst =
            !hasParents && steps.contains { $0 > $1 } && !steps.contains { $0 < $1 }
        return inSource.sorted { first, second in
            if times[first] != times[second] { return times[first] < times[second] }
            return showsNewestFirst ? first > second : first < second
        }
    }

    /// The same order with each comment moved behind its parent where it stood before it.
    private static func parentsFirst(_ order: [Int], parents: [Int?]) -> [Int] {
        var done = [Bool](repeating: false, count: order.count)
        var result: [Int] = []
        result.reserveCapacity(order.count)
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
