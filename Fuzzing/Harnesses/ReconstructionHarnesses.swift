import DiscussionModel
import ReplyReconstruction

/// Parts of the reconstruction, on discussions as `WrittenDiscussion` has them.
extension Harness {
    static let mentions = Harness("mentions", "names: who is who, and who is named where") {
        let discussion = WrittenDiscussion.discussion($0)
        let people = People(discussion)
        let ids = Set(people.persons.map(\.id))
        try promise(ids.count == people.persons.count, "two people have one id")
        try promise(
            people.authors.count == discussion.comments.count + 1, "not every text has an author")
        try promise(
            people.authors.allSatisfy { (-1..<people.persons.count).contains($0) },
            "an author is nobody")
        for (place, comment) in discussion.comments.enumerated() {
            guard let name = comment.nameAsWritten, comment.accountID == nil,
                people.authors[place + 1] >= 0
            else { continue }
            try promise(
                people.existingPerson(named: name) == people.authors[place + 1],
                "\(name.debugDescription) is found as somebody else")
        }
        let situation = Situation(discussion)
        for (ordinal, mentions) in situation.mentions.enumerated() {
            let text = discussion.text(at: ordinal)
            var end = 0
            for mention in mentions {
                try promise(
                    mention.span.start >= end && mention.span.length > 0,
                    "a mention at \(mention.span) overlaps another")
                try promise(
                    mention.span.words(of: text) == mention.written,
                    "\(mention.written.debugDescription) is not what stands at \(mention.span)")
                try promise(mention.person >= 0, "a mention of nobody")
                end = mention.span.end
            }
        }
    }

    static let quotations = Harness("quotations", "which words repeat earlier ones") {
        let discussion = WrittenDiscussion.discussion($0)
        let text = DiscussionText(discussion)
        let people = People(discussion)
        let stated = StatedZones(discussion, text: text, people: people)
        for zones in [nil, stated] {
            let found = QuotationFinder(
                text, authors: people.authors, judge: .shared, setting: discussion.setting,
                stated: zones
            ).quotations()
            try promise(found.count == discussion.comments.count + 1, "a text has no list")
            for (ordinal, quotations) in found.enumerated() {
                try check(quotations, of: ordinal, in: discussion)
            }
        }
    }

    private static func check(
        _ quotations: [FoundQuotation], of ordinal: Int, in discussion: Discussion
    ) throws {
        let length = discussion.text(at: ordinal).unicodeScalars.count
        var end = 0
        for quotation in quotations {
            let source = quotation.passage.source
            try promise((0..<ordinal).contains(source), "\(ordinal) quotes \(source)")
            let sourceLength = discussion.text(at: source).unicodeScalars.count
            try promise(
                quotation.span.length > 0 && quotation.span.end <= length
                    && quotation.sourceSpan.length > 0
                    && quotation.sourceSpan.end <= sourceLength,
                "\(quotation.span) of \(ordinal) and \(quotation.sourceSpan) of \(source) are not"
                    + " both in their texts")
            try promise(
                quotation.passage.start >= end, "words \(quotation.passage.start) are quoted twice")
            try promise(
                (0...1).contains(quotation.probability), "probable by \(quotation.probability)")
            end = quotation.passage.end
        }
    }
}
