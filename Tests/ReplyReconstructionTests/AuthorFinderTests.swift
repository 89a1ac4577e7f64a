import DiscussionModel
import ReplyReconstruction
import Testing

@Suite("Missing authors")
struct AuthorFinderTests {
    /// A discussion of comments by name; `nil` where the source shows none.
    private func discussion(
        in setting: Discussion.Setting = .page, author: String? = nil,
        _ comments: [(name: String?, text: String)]
    ) -> Discussion {
        Discussion(
            id: "d", source: "d.txt", format: "text", setting: setting,
            article: Article(
                title: "The old bridge", author: author,
                body: "The council wants to replace the old bridge over the mill stream."),
            comments: comments.enumerated().map {
                Comment(
                    id: String($0.offset + 1), nameAsWritten: $0.element.name, text: $0.element.text
                )
            })
    }

    /// The names of the inferred authors by ordinal.
    private func names(_ graph: ReplyGraph) -> [Int: String] {
        var result: [Int: String] = [:]
        for (at, authorship) in graph.authorships.enumerated() where authorship.inference != nil {
            result[at + 1] = graph.commenters[authorship.commenter].name ?? "nobody"
        }
        return result
    }

    private func inference(_ graph: ReplyGraph, _ ordinal: Int) -> AuthorInference? {
        graph.authorships[ordinal - 1].inference
    }

    private let masonry = """
        Limestone blocks weather faster downstream because the weir throws up spray all winter, \
        and nobody has repointed the piers since the flood.
        """
    private let bats = """
        Pipistrelles roost under the second arch, so any scaffolding before September needs a \
        licence from the county ecologist.
        """

    @Test("A discussion without comments has nobody to infer")
    func nothing() {
        #expect(ReplyReconstructor().replyGraph(of: discussion([])).authorships.isEmpty)
    }

    @Test("Where every author is shown nothing is inferred")
    func complete() {
        let graph = ReplyReconstructor().replyGraph(
            of: discussion([
                ("Orla", masonry), ("Piet", "Orla, that is well put."), ("Orla", "Thanks."),
            ]))
        #expect(names(graph).isEmpty)
    }

    @Test("Whoever is named right before words of a nameless comment wrote it")
    func quotedUnderAName() throws {
        let graph = ReplyReconstructor().replyGraph(
            of: discussion([
                ("Orla", "Repair would cost less than a new bridge."),
                ("Piet", "Cheaper for whom? The toll pays for neither."),
                (nil, masonry),
                ("Quentin", "I only use the ford."),
                ("Piet", "@Orla:\n\n\(masonry)\n\nSo the piers are the trouble, not the deck."),
                ("Orla", "The deck is fine, yes."),
            ]))
        #expect(names(graph) == [3: "Orla"])
        let evidence = try #require(inference(graph, 3)?.evidence)
        #expect(
            evidence.contains {
                $0.kind == .quotation && $0.detail == "comment 5 quotes it after naming Orla"
            })
        #expect(evidence == evidence.sorted { $0.weight > $1.weight })
    }

    @Test("Whoever is in the middle of an exchange of quotations wrote the turn between")
    func exchange() throws {
        let turns = [
            "Stone arches outlive concrete decks by centuries when somebody repoints the mortar.",
            "Repointing needs divers, cofferdams and a closed season for trout, which costs a fortune.",
            "Divers came for the sluice gate in April and charged less than one asphalt patch.",
            "The sluice stands in still water while the second pier stands in a scour hole.",
            "Scour holes fill with rock armour, as the railway viaduct upstream shows.",
            "Railway money built that armour, and the parish has no railway to ask.",
        ]
        var comments: [(name: String?, text: String)] = [
            ("Quentin", "I only use the ford."), ("Rosa", "Paint it green."),
        ]
        for (at, turn) in turns.enumerated() {
            let quoted = at == 0 ? "" : turns[at - 1] + "\n\n"
            comments.append((at == 2 ? nil : at % 2 == 0 ? "Orla" : "Piet", quoted + turn))
        }
        comments.append(("Quentin", "Still using the ford."))
        let graph = ReplyReconstructor().replyGraph(of: discussion(in: .forum, comments))
        #expect(names(graph) == [5: "Orla"])
        let evidence = try #require(inference(graph, 5)?.evidence)
        let exchange = try #require(evidence.first { $0.kind == .adjacency })
        #expect(exchange.detail.contains("answers comment 4, which answers comment 3 of Orla"))
    }

    @Test("A name alone on the last line is the writer's")
    func signed() throws {
        let graph = ReplyReconstructor().replyGraph(
            of: discussion([
                ("Orla", masonry), ("Piet", "Cheaper for whom?"),
                (nil, "The toll was meant for the piers in the first place.\n\nQuentin"),
                ("Quentin", bats), ("Rosa", "Paint it green."),
            ]))
        #expect(names(graph) == [3: "Quentin"])
        #expect(inference(graph, 3)?.evidence.contains { $0.kind == .mention } == true)
    }

    @Test("A comment that nothing points to stays unknown")
    func unknown() {
        let graph = ReplyReconstructor().replyGraph(
            of: discussion([
                ("Orla", masonry), ("Piet", bats), (nil, "Was there a ferry once?"),
                ("Quentin", "I only use the ford."), ("Rosa", "Paint it green."),
            ]))
        #expect(names(graph).isEmpty)
        #expect(graph.commenters[graph.commenter(of: 3)].name == nil)
    }

    @Test("Two unknown people are never one")
    func neverMerged() {
        let graph = ReplyReconstructor().replyGraph(
            of: discussion([
                ("Orla", masonry), (nil, "Was there a ferry once?"), ("Piet", bats),
                (nil, "Was there a ferry once?"), ("Quentin", "I only use the ford."),
            ]))
        #expect(names(graph).isEmpty)
        #expect(graph.commenter(of: 2) != graph.commenter(of: 4))
    }

    @Test("Where no comment has a name nobody is inferred, not even the article's author")
    func allNameless() {
        let comments = (0..<12).map {
            (name: String?.none, text: "Nora, arch \($0) needs work. \(bats)")
        }
        let graph = ReplyReconstructor().replyGraph(of: discussion(author: "Nora Vale", comments))
        #expect(names(graph).isEmpty)
        #expect(Set(graph.authorships.map(\.commenter)).count == 12)
    }

    @Test("Where most comments have no name neighbours in an exchange are not named")
    func mostlyNameless() {
        let comments = (0..<20).map { at in
            (
                name: at == 4 ? "Orla" : at == 11 ? "Piet" : nil,
                text: "Pier \(at) again. " + (at % 3 == 0 ? bats : masonry)
            )
        }
        #expect(names(ReplyReconstructor().replyGraph(of: discussion(comments))).isEmpty)
    }

    @Test("A page that never shows its author's name hides it on the author's comments")
    func articleAuthor() throws {
        let graph = ReplyReconstructor().replyGraph(of: authorPage)
        #expect(names(graph) == [3: "Nora Vale", 6: "Nora Vale", 9: "Nora Vale"])
        #expect(inference(graph, 6)?.evidence.first?.kind == .quotation)
        let address = try #require(inference(graph, 9)?.evidence.first { $0.kind == .address })
        #expect(address.detail == "Nora Vale is spoken to in comment 7, 8, 11")
        #expect(graph.commenters.filter { $0.name == "Nora Vale" }.map(\.isArticleAuthor) == [true])
    }

    @Test("A nameless comment that speaks to the article's author is somebody else's")
    func speaksToTheAuthor() {
        var page = authorPage
        page.comments[8].text = "@Nora Vale: when does the council vote on it?"
        let graph = ReplyReconstructor().replyGraph(of: page)
        #expect(names(graph)[9] == nil)
    }

    @Test("Readers who speak to an author that never answers do not make the nameless ones theirs")
    func addressedFromTheStart() {
        let graph = ReplyReconstructor().replyGraph(
            of: discussion(
                author: "Nora Vale",
                [
                    ("Orla", "@Nora Vale: thank you for the figures."),
                    ("Piet", "@Nora Vale: which toll do you mean?"),
                    ("Selma", "Repair would cost less than a new bridge."),
                    (nil, "Was there a ferry once?"), ("Tove", bats),
                    ("Rosa", "@Nora Vale: paint it green."), ("Selma", "Not again."),
                    ("Quentin", "@Nora Vale: keep the ford."), ("Ulf", "The ford floods."),
                    ("Vera", "@Nora Vale: the piers need repointing."),
                ]))
        #expect(names(graph).isEmpty)
    }

    @Test("Whoever an answer names is preferred to those who only stand by")
    func namedByAnAnswer() {
        let graph = ReplyReconstructor().replyGraph(
            of: discussion([
                ("Orla", "Repair would cost less than a new bridge."),
                ("Selma", "Who would pay for that repair?"),
                (nil, masonry), ("Rosa", "Paint it green."),
                ("Piet", masonry + "\n\nOrla, the weir is gone since May."),
                ("Tove", bats), ("Quentin", "I only use the ford."),
            ]))
        #expect(names(graph).values.allSatisfy { $0 == "Orla" })
    }

    @Test("An author whom nobody speaks to is not taken for the nameless ones")
    func silentAuthor() {
        var page = authorPage
        for at in page.comments.indices {
            page.comments[at].text = page.comments[at].text.replacing("@Nora Vale: ", with: "")
                .replacing("@Nora Vale:\n\n", with: "")
        }
        #expect(names(ReplyReconstructor().replyGraph(of: page)).isEmpty)
    }

    private var authorPage: Discussion {
        discussion(
            author: "Nora Vale",
            [
                ("Orla", "Repair would cost less than a new bridge."),
                ("Piet", "Cheaper for whom? The toll pays for neither."),
                (nil, "@Piet:\n\nThe toll ended in the spring."),
                ("Quentin", "I only use the ford."),
                ("Rosa", "Paint it green and be done."),
                (nil, "@Rosa:\n\n" + masonry),
                ("Piet", "@Nora Vale:\n\n" + masonry + "\n\nThen repoint them."),
                ("Selma", "@Nora Vale: indeed, and the spray freezes on the road."),
                (nil, "@Quentin:\n\nThe ford floods."),
                ("Orla", "It does, every year."),
                ("Quentin", "@Nora Vale: not in summer."),
                ("Tove", bats), ("Rosa", "Green bats, then."), ("Selma", "Not again."),
            ])
    }

    @Test("Comments that are only referred to have no author to infer")
    func ghost() {
        var page = authorPage
        page.comments[8].isGhost = true
        #expect(names(ReplyReconstructor().replyGraph(of: page))[9] == nil)
    }

    @Test("An author is named only when probable enough")
    func threshold() {
        let situation = Situation(authorPage)
        let never = AuthorWeights(
            ranker: ReplyWeights(linear: AuthorFeature.allCases.map { _ in 0 }), threshold: 0.9)
        let plain = Situation(discussion([("Orla", masonry), (nil, bats), ("Piet", "No.")]))
        #expect(AuthorFinder(plain, weights: never).authors().isEmpty)
        for author in AuthorFinder(situation).authors().values {
            #expect((0.5...1).contains(author.inference.confidence))
            #expect(!author.inference.evidence.isEmpty)
        }
    }
}
