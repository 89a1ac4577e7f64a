import DiscussionModel

/// Sorts the comments of one input into their discussions, in the order in which these appear.
struct DiscussionCollector {
    /// What is known of one discussion.
    struct Group {
        /// The source's own id; `nil` where it gives none.
        var id: String?
        var site: String?
        /// How people talk here; `nil` where it is as in the others.
        var setting: Discussion.Setting?
        var article = Article()
        /// The ids by which the source calls the article.
        var articleIDs: Set<String> = []
        var found: [FoundComment] = []
        /// Comments that the source only refers to, with what it says of them.
        var ghosts: [Comment] = []
        var findings: [Finding] = []
    }

    private(set) var groups: [Group] = []
    private var indexOfKey: [String: Int] = [:]

    /// The place of the group with a key, made where there is none yet.
    mutating func index(_ key: String, id: @autoclosure () -> String? = nil) -> Int {
        if let index = indexOfKey[key] { return index }
        indexOfKey[key] = groups.count
        groups.append(Group(id: id()))
        return groups.count - 1
    }

    /// The place of the group of a page, which its site's comment system tells by its address.
    mutating func index(ofPage address: String?, of site: String?) -> Int {
        let index = index((site ?? "") + "\n" + (address ?? ""), id: address)
        groups[index].site = site
        return index
    }

    /// The group at a place.
    subscript(_ index: Int) -> Group {
        get { groups[index] }
        set { groups[index] = newValue }
        _modify { yield &groups[index] }
    }

    /// The discussions; one without comments where there was nothing to sort.
    ///
    /// - Parameters:
    ///   - statesTopLevel: whether a comment without a parent is known to answer the article.
    ///   - findings: what there is to say of the input as a whole; the first discussion has it.
    func discussions(
        of input: OpenInput, format: String, setting: Discussion.Setting = .page,
        statesTopLevel: Bool = true, findings: [Finding] = []
    ) -> ListedDiscussions {
        var discussions = (groups.isEmpty ? [Group()] : groups).map { group in
            let assembly = CommentAssembly(
                group.found, file: input.name, articleIDs: group.articleIDs,
                statesTopLevel: statesTopLevel)
            let comments = Self.adding(group.ghosts, to: assembly.comments)
            return Discussion(
                id: group.id ?? input.stem, source: input.name, format: format, site: group.site,
                setting: group.setting ?? setting, article: group.article, comments: comments,
                findings: group.findings + assembly.findings)
        }
        discussions[0].findings = findings + discussions[0].findings
        return ListedDiscussions(discussions)
    }

    /// The comments with what is known of the ghosts among them, and with the ghosts that nothing
    /// answers. They are no part of the assembly, which would lose the order of time to them.
    private static func adding(_ ghosts: [Comment], to comments: [Comment]) -> [Comment] {
        guard !ghosts.isEmpty else { return comments }
        var comments = comments
        var indexOfID = Dictionary(
            zip(comments.map(\.id), comments.indices), uniquingKeysWith: { first, _ in first })
        for ghost in ghosts {
            let parent = ghost.statedParent.flatMap { indexOfID[$0] }
            if let index = indexOfID[ghost.id] {
                guard comments[index].isGhost else { continue }
                comments[index].accountID = comments[index].accountID ?? ghost.accountID
                comments[index].nameAsWritten = comments[index].nameAsWritten ?? ghost.nameAsWritten
                if let parent, parent < index { comments[index].statedParent = ghost.statedParent }
            } else if parent != nil {
                indexOfID[ghost.id] = comments.count
                comments.append(ghost)
            }
        }
        return comments
    }
}
