import DiscussionModel

/// Makes the comments of one discussion of the rows of a table.
struct TableComments {
    private let columns: TableColumns
    private let time: TableTime
    /// The discussion that the rows belong to, as the table writes it.
    private let discussion: String
    private var rows: [FoundComment] = []
    private var article = Article()
    /// Whether ids are those of SOCC, which say the place in the tree.
    private let hasCounters: Bool

    init(columns: TableColumns, time: TableTime, discussion: String) {
        self.columns = columns
        self.time = time
        self.discussion = discussion
        hasCounters =
            columns.name(of: .id).map { TableColumns.folded($0) == "commentcounter" } ?? false
    }

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - value: the cell at a place; `nil` where there is none.
    ///   - line: the 1-based line of the row.
    mutating func add(line: Int, _ value: (Int) -> String?) {
        func cell(_ field: TableField) -> String? { columns.value(of: field, in: value) }
        let text = columns.places(of: .text).first.flatMap(value) ?? ""
        let id = cell(.id).map(Self.identifier)
        let author = cell(.author).flatMap(Self.name)
        var account = cell(.account).map(Self.identifier).flatMap(Self.name)
        // A deleted author's account is as little an account.
        if columns.holds(.author), author == nil, account == "0" || account == "-1" {
            account = nil
        }
        var posted: Timestamp?
        for place in columns.places(of: .time) where posted == nil {
            posted = value(place).flatMap(TableColumns.said).flatMap(time.timestamp)
        }
        let comment = Comment(
            id: id ?? "", nameAsWritten: author, accountID: account, posted: posted, text: text,
            statedParent: parent(cell(.parent), id: id), score: cell(.score).flatMap(Self.number),
            url: cell(.url), removal: Self.removal(text),
            statedQuotations: QuoteMarks.statedQuotations(in: text))
        rows.append(FoundComment(comment, line: line))
        if article.title == nil { article.title = cell(.title) }
        if article.url == nil { article.url = cell(.page) }
    }

    /// The parent that a row states, or that its place in the tree says.
    private func parent(_ written: String?, id: String?) -> String? {
        if let written { return Self.identifier(written) }
        guard hasCounters, let id else { return nil }
        let parts = id.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count > 3, parts.dropFirst(2).allSatisfy({ Int($0) != nil }) else { return nil }
        return parts.dropLast().joined(separator: "_")
    }

    /// The discussion with the comments in order.
    func assembled(id: String?, input: String, stem: String, format: String) -> Discussion {
        let ids = Set(rows.map(\.comment.id))
        let statesTopLevel = columns.holds(.parent) || hasCounters
        let found = rows.map { row in
            var row = row
            row.comment.statedParent = row.comment.statedParent.flatMap { linked($0, among: ids) }
            return row
        }
        // Where a comment's id is the discussion's, it opened it.
        let opens = id.map { ids.contains($0) } ?? false
        let assembly = CommentAssembly(found, file: input, statesTopLevel: statesTopLevel)
        return Discussion(
            id: id ?? stem, source: input, format: format,
            setting: opens || isForum ? .forum : .page, article: article,
            comments: assembly.comments, findings: assembly.findings)
    }

    private var isForum: Bool {
        let name = columns.name(of: .discussion).map(TableColumns.folded) ?? ""
        return ["conversation", "thread", "topic"].contains { name.hasPrefix($0) }
            && !columns.holds(.page)
    }

    /// What a parent is among the ids of the discussion: an id, the article, or nothing.
    private func linked(_ parent: String, among ids: Set<String>) -> String? {
        if ids.contains(parent) { return parent }
        switch parent {
        case "0", "-1", "root", "ROOT", "Root", "none", "nil", "undefined", "False", "false":
            return Article.id
        default: break
        }
        if parent == discussion { return Article.id }
        // The names of Reddit say the kind of thing before the id.
        let parts = parent.split(separator: "_", maxSplits: 1)
        if parts.count == 2, parts[0].count == 2, parts[0].first == "t" {
            let bare = String(parts[1])
            if ids.contains(bare) { return bare }
            if parts[0] == "t3" { return Article.id }
            if parts[0] == "t1" { return bare }
        }
        return parent
    }

    /// An id without the fraction that a number gets in a column that has gaps.
    static func identifier(_ cell: String) -> String {
        guard cell.hasSuffix(".0"), cell.utf8.count > 2,
            cell.utf8.dropLast(2).allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return cell }
        return String(cell.dropLast(2))
    }

    private static func name(_ cell: String) -> String? {
        switch cell.lowercased() {
        case "[deleted]", "[removed]", "[deleted user]", "[unknown]": nil
        default: cell
        }
    }

    private static func number(_ cell: String) -> Int? {
        if let number = Int(cell) { return number }
        guard let number = Double(cell.replacing(",", with: "")), number.isFinite,
            abs(number) < 1e15
        else { return nil }
        return Int(number)
    }

    private static func removal(_ text: String) -> Comment.Removal? {
        switch text {
        case "[deleted]": .author
        case "[removed]", "[ Removed by Reddit ]": .moderator
        default: nil
        }
    }
}
