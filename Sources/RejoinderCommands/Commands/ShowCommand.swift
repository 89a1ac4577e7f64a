import ArgumentParser
import Rejoinder

/// `rejoinder show`: one person, one comment, or what a search finds, each with its evidence.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what one person said, one comment with its thread, or what words are in.",
        discussion: """
            EXAMPLES
              rejoinder show --db pages.sqlite --commenter Ada
              rejoinder show --db pages.sqlite --discussion page --comment 2
              rejoinder show --db pages.sqlite --search 'ferry "forty minutes"' --limit 5
            """)

    @Option(help: ArgumentHelp("The file that `rejoinder analyze --db` wrote.", valueName: "file"))
    var db: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Look only in the discussion of this id.", valueName: "id"))
    var discussion: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            """
            Show everything that this person said, what it answers and who answered it: a name, \
            another spelling of it, or an id.
            """, valueName: "name"))
    var commenter: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Show the comment of this id with what stands above and below it.", valueName: "id"))
    var comment: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            """
            Show the comments that hold all of these words, the best first; words in quotation \
            marks stand together.
            """, valueName: "words"))
    var search: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many comments a search shows at most.", valueName: "n"))
    var limit = 20

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form of the answer.", valueName: "text|markdown|json"))
    var form: ShowReport.Form = .text

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
        try output.requireApart(from: [db])
        guard [commenter, comment, search].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("Ask for one of --commenter, --comment and --search.")
        }
        if limit < 1 { throw ValidationError("--limit takes a number of 1 or more, not \(limit).") }
        if let search, SearchWords(search).terms.isEmpty {
            throw ValidationError(
                "--search takes words: there is no letter or digit in “\(search)”.")
        }
    }

    func run() throws {
        let asked = try AskedStore(path: db, discussion: discussion)
        let target = try output.target.open()
        let report = ShowReport(
            as: form, isColored: StandardStreams.showsColour(target), width: target.columns)
        var separator = ""
        func write(_ text: String) throws {
            try target.write(separator + text)
            separator = report.separator
        }
        if let commenter {
            try asked.forEachCommenter(named: commenter) {
                try write(report.text(of: $1, in: $0))
            }
        } else if let comment {
            try asked.forEachComment(of: comment) {
                try write(report.text(ofComment: $1, in: $0))
            }
        } else if let search {
            let hits = try asked.comments(with: search, limit: limit, isQuiet: output.quiet)
            let total = hits.count < limit ? hits.count : try asked.commentCount(with: search)
            try write(report.text(of: hits, of: total, for: search))
        }
        try target.finish()
    }
}

/// A store of which a question is asked; what is not in it is told with what is near.
struct AskedStore {
    private let store: DiscussionStore
    private let discussion: String?

    /// - Parameter discussion: the only one to look in; `nil` for all.
    /// - Throws: `StoreError`; `CommandFailure` where there is no such discussion.
    init(path: String, discussion: String?) throws {
        store = try DiscussionStore(path: path, for: .reading)
        self.discussion = discussion
        if let discussion { try store.requireDiscussion(discussion) }
    }

    private var place: String { discussion.map { "\(store.path): \($0)" } ?? store.path }

    /// Calls `body` with each commenter who has a name, as an index of the analysis.
    func forEachCommenter(named name: String, _ body: (Analysis, Int) throws -> Void) throws {
        let places = try store.commenters(named: name, in: discussion)
        guard !places.isEmpty else {
            throw CommandFailure(
                place: place, problem: "nobody is called “\(name)” \(try extent())",
                remedy: Self.near(try store.names(like: name, in: discussion)))
        }
        var known: Analysis?
        for place in places {
            if known?.discussion.id != place.discussion {
                known = try store.analysis(ofDiscussion: place.discussion)
            }
            guard let analysis = known,
                let index = analysis.graph.commenters.firstIndex(where: {
                    $0.id == place.commenter
                })
            else { continue }
            try body(analysis, index)
        }
    }

    /// Calls `body` with each comment of an id, as an ordinal of the analysis.
    func forEachComment(of id: String, _ body: (Analysis, Int) throws -> Void) throws {
        let keys = try store.discussions(withComment: id, in: discussion)
        guard !keys.isEmpty else {
            if id == Article.id {
                throw CommandFailure(
                    place: place, problem: "0 is the article and no comment",
                    remedy: "name a comment; `rejoinder summary` tells of the articles",
                    status: .wrongUsage)
            }
            throw CommandFailure(
                place: place, problem: "no comment has the id “\(id)” \(try extent())",
                remedy: Self.near(try store.commentIDs(like: id, in: discussion)))
        }
        for key in keys {
            guard let analysis = try store.analysis(ofDiscussion: key),
                let index = analysis.discussion.comments.firstIndex(where: { $0.id == id })
            else { continue }
            try body(analysis, index + 1)
        }
    }

    /// The best comments that hold all words; builds the index of words where there is none.
    func comments(with search: String, limit: Int, isQuiet: Bool) throws -> [SearchHit] {
        if try !store.hasSearchIndex() {
            if !isQuiet {
                StandardStreams.say(.note, "\(store.path): building the index of words")
            }
            try DiscussionStore(path: store.path, for: .writing).rebuildSearchIndex()
        }
        let words = SearchWords(search)
        let hits = try store.comments(with: words, in: discussion, limit: limit)
        guard hits.isEmpty else { return hits }
        let counts = try words.each.prefix(5).map { word in
            let count = try store.commentCount(with: word, in: discussion)
            return "“\(word.terms[0])” is in \(count == 0 ? "none" : "\(count)")"
        }
        throw CommandFailure(
            place: place, problem: "no comment has all of this \(try extent())",
            remedy: counts.joined(separator: ", "))
    }

    /// How many comments hold all words.
    func commentCount(with search: String) throws -> Int {
        try store.commentCount(with: SearchWords(search), in: discussion)
    }

    /// Where was looked.
    private func extent() throws -> String {
        guard discussion == nil else { return "in this discussion" }
        return "in \(counted(try store.discussionCount(), "discussion"))"
    }

    static func near(_ names: [String]) -> String {
        names.isEmpty
            ? "nothing is written like it"
            : "written like it: \(names.map { "“\($0)”" }.joined(separator: ", "))"
    }
}

extension DiscussionStore {
    /// - Throws: `CommandFailure` where there is no discussion of a key.
    func requireDiscussion(_ key: String) throws {
        guard try !hasDiscussion(key) else { return }
        throw CommandFailure(
            place: path,
            problem: "none of \(counted(try discussionCount(), "discussion")) has the id “\(key)”",
            remedy: AskedStore.near(try discussions(like: key)))
    }
}
