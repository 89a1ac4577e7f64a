import DiscussionModel

/// One discussion as a graph of commenters or of comments, ready for every graph format.
struct ExportedGraph {
    /// A named value of a node or an edge, in the order in which it is written.
    struct Attribute {
        enum Value {
            case text(String)
            case integer(Int)
            case number(Double)
            case flag(Bool)
            case absent

            /// The value as text, the same in every form; `nil` when it is absent.
            var plainText: String? {
                switch self {
                case .text(let text): text
                case .integer(let number): String(number)
                case .number(let number): ShortNumber.text(of: number)
                case .flag(let truth): truth ? "true" : "false"
                case .absent: nil
                }
            }
        }

        var name: String
        var value: Value

        init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }

        init(_ name: String, _ text: String?) {
            self.init(name, text.map { .text($0) } ?? .absent)
        }

        init(_ name: String, _ number: Int?) {
            self.init(name, number.map { .integer($0) } ?? .absent)
        }
    }

    /// What an edge says, for those who read the file.
    static let direction = "from who replies to who is addressed"

    struct Node {
        /// How a node is drawn.
        enum Look {
            case article, articleAuthor, usual, addressedOnly, unknown, ghost
        }

        /// The commenter's or comment's own id.
        var id: String
        /// The name of the person; no attribute, since pydot and GraphViz have another use for the
        /// word.
        var name: String?
        /// What it is called, already safe to show: the person, or the title of the article.
        var caption: String
        /// The lines of the label of a drawing, already safe to show.
        var label: [String]
        /// What is said of the node at length, already safe to show.
        var tooltip: String
        var look: Look
        /// The number of the camp, from 1, of the commenter or of who wrote the comment.
        var camp: Int?
        /// How many comments the person wrote, ghosts left out; `nil` for the article.
        var personComments: Int?
        /// Whether it is shown when nothing addresses it.
        var isShownAlone: Bool
        /// How large it is drawn, 0...1.
        var size: Double
        var attributes: [Attribute]
    }

    struct Edge {
        /// How an edge is drawn.
        enum Look {
            case usual, unsure, further, withoutReply
        }

        /// The index of the node that replies.
        var from: Int
        /// The index of the node that is addressed.
        var to: Int
        var look: Look
        /// How the reply, or more of the replies, take what they answer; `nil` where not judged.
        var stance: Stance.Label?
        /// Whether the stance of a single reply is less sure than `sureConfidence`.
        var hasUnsureStance = false
        /// The number of replies, for the width of the line.
        var weight: Int
        var content: Content

        /// What there is to say of an edge. Of pairs there may be millions, so that their words are
        /// made when they are written.
        enum Content {
            case pair(CommenterGraph.Edge)
            case answer(tooltip: String, attributes: [Attribute])
        }

        /// What is written of it, in the order of `edgeColumns`.
        var attributes: [Attribute] {
            switch content {
            case .pair(let pair): pair.attributes
            case .answer(_, let attributes): attributes
            }
        }

        /// The value of an attribute that counts, or `nil` when there is none.
        func integer(_ name: String) -> Int? {
            if case .pair(let pair) = content { return pair.count(of: name) }
            for attribute in attributes where attribute.name == name {
                if case .integer(let number) = attribute.value { return number }
            }
            return nil
        }

        /// What the one does to the other, in words that stand between the two.
        var relation: String {
            if look == .further { return "also answers" }
            if (integer("reply") ?? 0) > 0 { return "replies to" }
            return (integer("mention") ?? 0) > 0 ? "mentions" : "quotes"
        }
    }

    var subject: GraphSubject
    /// The id of the discussion.
    var discussion: String
    /// Its title, or else its id, safe to show.
    var title: String
    var nodes: [Node]
    var edges: [Edge]

    /// What is said of an edge at length, already safe to show.
    func tooltip(of edge: Edge) -> String {
        switch edge.content {
        case .pair(let pair):
            let names = [edge.from, edge.to].map { DisplayWidth.fitted(nodes[$0].caption, to: 100) }
            return "\(names[0]) → \(names[1]): \(pair.countsInWords)"
        case .answer(let tooltip, _): return tooltip
        }
    }
}

/// What the nodes of a graph are.
public enum GraphSubject: String, Hashable, Sendable, CaseIterable {
    /// People; an edge runs from each to each other whom they answer.
    case commenters
    /// The article and its comments; an edge runs from each comment to what it answers.
    case comments
}
