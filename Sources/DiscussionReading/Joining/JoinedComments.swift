import DiscussionModel

/// The comments of several pages, each once.
struct JoinedComments {
    /// In the order of the pages; comments that are only referred to are left out.
    private(set) var comments: [Comment] = []
    private(set) var pingbacks: [Comment] = []
    /// How many comments stood on a page before.
    private(set) var repeats = 0
    private var placeOfID: [String: Int] = [:]
    private var placesOfText: [String: [Int]] = [:]
    private var pingbackIDs: Set<String> = []

    /// Adds a page.
    mutating func add(_ page: Discussion) {
        let there = page.comments.filter { !$0.isGhost }
        let isCounted = countsAnew(there)
        let names = isCounted ? renamed(page.comments) : [:]
        var added: [Comment] = []
        for var comment in there {
            if isCounted { comment.rename(names) }
            if let place = placeOfID[comment.id] {
                repeats += 1
                comments[place].fill(from: comment)
            } else {
                added.append(comment)
            }
        }
        for comment in added {
            placeOfID[comment.id] = comments.count
            placesOfText[comment.text, default: []].append(comments.count)
            comments.append(comment)
        }
        for pingback in page.pingbacks where pingbackIDs.insert(pingback.id).inserted {
            pingbacks.append(pingback)
        }
    }

    /// Whether the numbers of a page are its own: one means another comment than on the pages before,
    /// or comments from there have other numbers here.
    private func countsAnew(_ page: [Comment]) -> Bool {
        var moved = 0
        for comment in page where comment.hasCountedID {
            if let place = placeOfID[comment.id] {
                if !Self.isSame(comments[place], comment) { return true }
            } else if Self.isTelling(comment),
                placesOfText[comment.text]?.contains(where: { Self.isSame(comments[$0], comment) })
                    == true
            {
                moved += 1
            }
        }
        // One may be a comment that was sent twice.
        return moved >= 2
    }

    /// New ids for a page whose own are counted: that of the same comment on a page before, else
    /// the next number that is free.
    private func renamed(_ page: [Comment]) -> [String: String] {
        var names: [String: String] = [:]
        var taken: Set<String> = []
        var number = comments.count
        for comment in page {
            let same =
                comment.isGhost
                ? nil
                : placesOfText[comment.text]?.first { place in
                    Self.isSame(comments[place], comment) && !taken.contains(comments[place].id)
                        && Self.isTelling(comment)
                }
            if let same {
                names[comment.id] = comments[same].id
                taken.insert(comments[same].id)
                continue
            }
            var id = ""
            repeat {
                number += 1
                id = String(number)
            } while placeOfID[id] != nil
            names[comment.id] = id
        }
        return names
    }

    /// Whether two comments of the same words can hardly be two.
    private static func isTelling(_ comment: Comment) -> Bool {
        comment.text.utf8.count >= 20 || comment.posted?.precision == .instant
            || comment.posted?.precision == .localTime
    }

    private static func isSame(_ first: Comment, _ second: Comment) -> Bool {
        let hasSameTime =
            first.posted == nil || second.posted == nil || first.posted == second.posted
            || first.posted?.isApproximate == true
        return first.nameAsWritten == second.nameAsWritten && first.text == second.text
            && hasSameTime
    }
}

extension Comment {
    /// Takes from the same comment on another page what is not known yet.
    fileprivate mutating func fill(from other: Comment) {
        nameAsWritten = nameAsWritten ?? other.nameAsWritten
        accountID = accountID ?? other.accountID
        posted = posted ?? other.posted
        if statedParent == nil || statedParent == Article.id {
            statedParent = other.statedParent ?? statedParent
        }
        score = score ?? other.score
        url = url ?? other.url
        removal = removal ?? other.removal
        approval = approval ?? other.approval
        isByArticleAuthor = isByArticleAuthor || other.isByArticleAuthor
        if text.isEmpty {
            text = other.text
            statedQuotations = other.statedQuotations
        }
    }

    /// Gives the comment, and those it points to, the ids of other pages.
    fileprivate mutating func rename(_ names: [String: String]) {
        id = names[id] ?? id
        statedParent = statedParent.map { names[$0] ?? $0 }
        for place in statedQuotations.indices {
            statedQuotations[place].source = statedQuotations[place].source.map { names[$0] ?? $0 }
        }
    }
}
