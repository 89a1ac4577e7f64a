/// How many commenters wrote how many comments.
struct ParticipationChart {
    private static let (width, height) = (560.0, 110.0)
    private static let groups: [(range: ClosedRange<Int>, name: String)] = [
        (1...1, "1"), (2...2, "2"), (3...5, "3–5"), (6...10, "6–10"), (11...20, "11–20"),
        (21...50, "21–50"), (51...Int.max, "over 50"),
    ]

    /// Per commenter the number of comments; 0 for who wrote none.
    let counts: [Int]

    var node: HTMLNode {
        let numbers = Self.groups.map { group in
            counts.count { group.range.contains($0) }
        }
        let used = (numbers.lastIndex { $0 > 0 } ?? 0) + 1
        let most = Double(max(1, numbers.max() ?? 1))
        let bottom = Self.height - 18
        let slot = Self.width / Double(max(4, used))
        return HTMLNode(
            .svg, .class("chart"), .set(.role, "img"),
            .set(.ariaLabel, description(numbers, used)),
            .set(.viewBox, "0 0 \(DrawnNumber.text(Self.width)) \(DrawnNumber.text(Self.height))")
        ) {
            HTMLNode(
                .line, .class("axis"), .set(.x1, 0), .set(.y1, bottom), .set(.x2, Self.width),
                .set(.y2, bottom))
            for index in 0..<used {
                let height = (bottom - 18) * Double(numbers[index]) / most
                let middle = slot * (Double(index) + 0.5)
                HTMLNode(
                    .rect, .class("all"), .set(.x, middle - slot * 0.36),
                    .set(.y, bottom - height), .set(.width, slot * 0.72), .set(.height, height))
                HTMLNode(
                    .drawnText, .set(.x, middle), .set(.y, bottom - height - 4),
                    .set(.textAnchor, "middle")
                ) { "\(numbers[index])" }
                HTMLNode(
                    .drawnText, .set(.x, middle), .set(.y, Self.height - 4),
                    .set(.textAnchor, "middle")
                ) { Self.groups[index].name + (index == 0 ? " comment" : "") }
            }
        }
    }

    private func description(_ numbers: [Int], _ used: Int) -> String {
        let parts = (0..<used).map { index in
            "\(numbers[index]) wrote \(Self.groups[index].name)"
        }
        return "Bar chart of commenters by number of comments: \(parts.joined(separator: ", "))."
    }
}
