import DiscussionModel

/// A discussion some of whose author lines were taken away, with what they said.
struct AuthorRemoval: Sendable {
    var discussion: Discussion
    /// The ids of the authors taken away, by ordinal.
    var removed: [Int: String]

    /// The id that a commenter has who is not renamed.
    private static func id(_ comment: Comment) -> String? {
        comment.accountID ?? comment.nameAsWritten
    }

    private init(_ discussion: Discussion, removing isChosen: (Int, String) -> Bool) {
        self.discussion = discussion
        removed = [:]
        for at in discussion.comments.indices {
            guard let id = Self.id(discussion.comments[at]), isChosen(at, id) else { continue }
            removed[at + 1] = id
            self.discussion.comments[at].nameAsWritten = nil
            self.discussion.comments[at].accountID = nil
        }
    }

    /// Takes away the author lines of a random share of the comments.
    static func ofComments(_ discussion: Discussion, share: Double, seed: UInt64) -> AuthorRemoval {
        var generator = Self.generator(discussion, seed)
        let chosen = discussion.comments.map { _ in
            Double.random(in: 0..<1, using: &generator) < share
        }
        return AuthorRemoval(discussion) { at, _ in chosen[at] }
    }

    /// Takes away all author lines of some commenters, as of people who never give a name.
    static func ofPeople(_ discussion: Discussion, share: Double, seed: UInt64) -> AuthorRemoval {
        var generator = Self.generator(discussion, seed)
        let people = Set(discussion.comments.compactMap(Self.id)).sorted()
        let chosen = Set(people.filter { _ in Double.random(in: 0..<1, using: &generator) < share })
        return AuthorRemoval(discussion) { _, id in chosen.contains(id) }
    }

    /// A generator for each discussion, whatever stands around it.
    private static func generator(_ discussion: Discussion, _ seed: UInt64) -> SeededGenerator {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in discussion.id.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return SeededGenerator(seed: state)
    }
}

extension GoldDiscussion {
    /// The discussion with the name of whoever is quoted written before half of the quotations, as
    /// on pages where people do so by hand.
    func attributed(seed: UInt64) -> Discussion {
        var generator = SeededGenerator(seed: seed)
        var result = discussion
        for at in discussion.comments.indices {
            var text = Array(discussion.comments[at].text.unicodeScalars)
            for quotation in quotations[at].sorted(by: { $0.span > $1.span }) {
                guard let source = quotation.source, source > 0, quotation.span.start <= text.count,
                    let name = discussion.comments[source - 1].nameAsWritten
                else { continue }
                let form = Int.random(in: 0..<6, using: &generator)
                guard form < 3 else { continue }
                let line = ["@\(name):\n", "\(name):\n", "\(name) wrote:\n"][form]
                text.insert(contentsOf: Array(line.unicodeScalars), at: quotation.span.start)
            }
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: text)
            result.comments[at].text = String(scalars)
        }
        return result
    }
}
