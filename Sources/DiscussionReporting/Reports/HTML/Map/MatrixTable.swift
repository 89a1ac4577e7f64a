import DiscussionModel

/// Who replies to whom as a table: a row for who replies, a column for who is answered, both by
/// camp and then by how much they exchange.
struct MatrixTable {
    /// How many commenters have a row; the others share one for each camp.
    static let bound = 40

    let shown: ReportedDiscussion
    let map: CommenterMap

    init(_ shown: ReportedDiscussion) {
        self.shown = shown
        map = CommenterMap(shown, bound: Self.bound, core: Self.bound - 6)
    }

    var node: HTMLNode? {
        guard !map.pairs.isEmpty else { return nil }
        let order = map.nodes.indices.sorted { left, right in
            let (a, b) = (map.nodes[left], map.nodes[right])
            return (a.camp == 0 ? Int.max : a.camp, left) < (b.camp == 0 ? Int.max : b.camp, right)
        }
        let cells = self.cells
        return HTMLNode(.table, .class("matrix")) {
            HTMLNode(.caption) {
                "Replies from the commenter of the row to the commenter of the column, by camp"
            }
            HTMLNode(.thead) {
                HTMLNode(.tr) {
                    HTMLNode(.td) {}
                    for column in order {
                        HTMLNode(.th, .set(.scope, "col")) {
                            HTMLNode(.span) { name(column) }
                        }
                    }
                }
            }
            HTMLNode(.tbody) {
                for row in order {
                    HTMLNode(.tr) {
                        HTMLNode(.th, .set(.scope, "row")) { name(row) }
                        for column in order { cell(cells, row, column) }
                    }
                }
            }
        }
    }

    private func name(_ index: Int) -> [HTMLNode] {
        let node = map.nodes[index]
        let mark = CampMark.node(of: node.camp).map { [$0] } ?? []
        return mark + [
            .isolated(DisplayWidth.fitted(map.name(of: node, in: shown), to: 20))
        ]
    }

    private struct Cell {
        var replies: Int
        var tone: String
    }

    /// The replies by row and column; the tone is that of the pair.
    private var cells: [SIMD2<Int>: Cell] {
        var cells: [SIMD2<Int>: Cell] = [:]
        for pair in map.pairs {
            if pair.forward > 0 {
                cells[SIMD2(pair.first, pair.second)] = Cell(replies: pair.forward, tone: pair.tone)
            }
            if pair.backward > 0 {
                cells[SIMD2(pair.second, pair.first)] = Cell(
                    replies: pair.backward, tone: pair.tone)
            }
        }
        return cells
    }

    private func cell(_ cells: [SIMD2<Int>: Cell], _ row: Int, _ column: Int) -> HTMLNode {
        if row == column { return HTMLNode(.td, .class("self")) {} }
        guard let cell = cells[SIMD2(row, column)] else { return HTMLNode(.td) {} }
        let level = cell.replies >= 8 ? 4 : cell.replies >= 4 ? 3 : cell.replies >= 2 ? 2 : 1
        return HTMLNode(.td, .class("level-\(level) \(cell.tone)")) { "\(cell.replies)" }
    }
}
