import DiscussionModel

/// Who replies to whom: the map, what its signs mean, and the same as a table.
struct MapSection {
    let shown: ReportedDiscussion

    var nodes: [HTMLNode] {
        let drawing = MapDrawing(shown)
        guard let map = drawing.node else { return [] }
        return [
            HTMLNode(
                .section, .class("who-replies"),
                .set(.ariaLabelledBy, shown.anchor.part(.map).name)
            ) {
                HTMLNode(.h3, .id(shown.anchor.part(.map))) { "Who replies to whom" }
                HTMLNode(.div, .class("map-and-panel")) {
                    HTMLNode(.figure) {
                        HTMLNode(
                            .div, .class("scroll"), .set(.tabindex, 0), .set(.role, "region"),
                            .set(.ariaLabel, "Map")
                        ) { map }
                        HTMLNode(.figcaption) { legend(drawing) }
                    }
                    HTMLNode(
                        .div, .class("panel scripted"), .set(.ariaLive, "polite"),
                        .set(.tabindex, -1), .set(.role, "group"), .set(.ariaLabel, "Exchanges")
                    ) {
                        HTMLNode(.p, .class("hint")) {
                            "Point at a commenter or a line, or tap it, to read who said what "
                            "to whom. With the keyboard: Tab into the map, arrow keys, Enter."
                        }
                    }
                }
                if let table = MatrixTable(shown).node {
                    HTMLNode(.details, .class("table")) {
                        HTMLNode(.summary) { "The same as a table" }
                        HTMLNode(
                            .div, .class("scroll"), .set(.tabindex, 0), .set(.role, "region"),
                            .set(.ariaLabel, "Who replies to whom, as a table")
                        ) { table }
                    }
                }
            }
        ]
    }

    @HTMLContent private func legend(_ drawing: MapDrawing) -> [HTMLNode] {
        HTMLNode(.span, .class("key")) {
            "An arrow goes from who replies to who is answered, the thicker the more often. "
        }
        HTMLNode(.span, .class("key")) {
            sample("against")
            " rather disagreeing "
            sample("with")
            " rather agreeing "
            sample("plain")
            " neither. "
        }
        let camps = shown.clustering.clusters.indices.map { $0 + 1 }
        if !camps.isEmpty {
            HTMLNode(.span, .class("key")) {
                for camp in camps {
                    CampMark.node(of: camp)
                    "camp \(camp) "
                }
                HTMLNode(.span, .class("mark camp-none"), .set(.ariaHidden, "true")) { "●" }
                "no camp. "
            }
        }
        let omissions = drawing.omissions
        if !omissions.isEmpty { HTMLNode(.span, .class("key")) { omissions } }
    }

    private func sample(_ tone: String) -> HTMLNode {
        HTMLNode(
            .svg, .class("sample"), .set(.viewBox, "0 0 26 8"), .set(.width, 26),
            .set(.height, 8), .set(.ariaHidden, "true")
        ) {
            HTMLNode(.g, .class("pair \(tone)")) {
                HTMLNode(
                    .line, .class("line"), .set(.x1, 0), .set(.y1, 4), .set(.x2, 26), .set(.y2, 4),
                    .set(.strokeWidth, 2.5))
            }
        }
    }
}
