/// The sign of a camp: a colour and a shape, so that either tells it.
enum CampMark {
    /// The shapes as characters, for text. Drawings use `path`.
    private static let characters = ["●", "■", "▲", "◆", "▼", "★"]

    /// The class that carries the colour of a camp; 0 is no camp.
    static func className(of camp: Int) -> String {
        camp == 0 ? "camp-none" : "camp-\((camp - 1) % characters.count + 1)"
    }

    /// The mark before a name; none without a camp.
    static func node(of camp: Int) -> HTMLNode? {
        guard camp > 0 else { return nil }
        return HTMLNode(
            .span, .class("mark " + className(of: camp)), .set(.role, "img"),
            .set(.ariaLabel, "camp \(camp):"), .set(.title, "Camp \(camp)")
        ) {
            characters[(camp - 1) % characters.count]
        }
    }

    /// The outline of the shape around a middle, of about the area of a circle of radius `r`.
    static func path(of camp: Int, x: Double, y: Double, r: Double) -> String {
        func polygon(_ points: [(Double, Double)]) -> String {
            let words = points.map { point in
                DrawnNumber.text(x + point.0 * r) + " " + DrawnNumber.text(y + point.1 * r)
            }
            return "M" + words.joined(separator: "L") + "Z"
        }
        switch camp == 0 ? 0 : (camp - 1) % characters.count + 1 {
        case 2: return polygon([(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)])
        case 3: return polygon([(0, -1.3), (1.2, 0.8), (-1.2, 0.8)])
        case 4: return polygon([(0, -1.3), (1.25, 0), (0, 1.3), (-1.25, 0)])
        case 5: return polygon([(0, 1.3), (1.2, -0.8), (-1.2, -0.8)])
        case 6:
            return polygon([
                (0, -1.45), (0.41, -0.5), (1.38, -0.45), (0.63, 0.19), (0.9, 1.19), (0, 0.65),
                (-0.9, 1.19), (-0.63, 0.19), (-1.38, -0.45), (-0.41, -0.5),
            ])
        default:
            let radius = DrawnNumber.text(r)
            let (left, right) = (DrawnNumber.text(x - r), DrawnNumber.text(x + r))
            let middle = DrawnNumber.text(y)
            return "M\(left) \(middle)A\(radius) \(radius) 0 1 1 \(right) \(middle)"
                + "A\(radius) \(radius) 0 1 1 \(left) \(middle)Z"
        }
    }
}
