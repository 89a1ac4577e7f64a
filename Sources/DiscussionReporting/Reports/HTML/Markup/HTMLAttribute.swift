/// An attribute of an element. The names are a closed list without event handlers and styles, and
/// an address can only be a place in the page or a `WebAddress`.
struct HTMLAttribute {
    /// The names that are written as they are.
    enum Name: String, CaseIterable {
        case `class`, id, title, role, tabindex, type, value, placeholder, datetime, dir, scope,
            colspan, open, hidden, `for`, disabled, name, lang, autocomplete, list
        case ariaLabel = "aria-label"
        case ariaLabelledBy = "aria-labelledby"
        case ariaDescribedBy = "aria-describedby"
        case ariaHidden = "aria-hidden"
        case ariaExpanded = "aria-expanded"
        case ariaPressed = "aria-pressed"
        case ariaSort = "aria-sort"
        case ariaLive = "aria-live"
        case dataValue = "data-value"
        case dataFrom = "data-from"
        case dataTo = "data-to"
        case dataNode = "data-node"
        case dataCount = "data-count"
        case dataAction = "data-action"
        case dataFilter = "data-filter"
        case dataDescendants = "data-descendants"
        // Of drawings.
        case viewBox, width, height, x, y, x1, y1, x2, y2, cx, cy, r, d, transform, orient
        case rx
        case refX, refY, markerWidth, markerHeight
        case strokeWidth = "stroke-width"
        case markerEnd = "marker-end"
        case textAnchor = "text-anchor"
    }

    let name: String
    let value: String

    private init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// An attribute with a text of any kind as its value.
    static func set(_ name: Name, _ value: String) -> HTMLAttribute {
        HTMLAttribute(name: name.rawValue, value: value)
    }

    /// An attribute with a whole number as its value.
    static func set(_ name: Name, _ value: Int) -> HTMLAttribute {
        HTMLAttribute(name: name.rawValue, value: String(value))
    }

    /// An attribute that holds by being there.
    static func set(_ name: Name) -> HTMLAttribute {
        HTMLAttribute(name: name.rawValue, value: "")
    }

    /// A length or a place in a drawing, to a tenth.
    static func set(_ name: Name, _ length: Double) -> HTMLAttribute {
        HTMLAttribute(name: name.rawValue, value: DrawnNumber.text(length))
    }

    static func `class`(_ names: String) -> HTMLAttribute { set(.class, names) }

    static func id(_ anchor: PageAnchor) -> HTMLAttribute { set(.id, anchor.name) }

    /// What leads to a place in the page.
    static func href(_ anchor: PageAnchor) -> HTMLAttribute {
        HTMLAttribute(name: "href", value: "#" + anchor.name)
    }

    /// What leads out of the page, told nothing about where it was.
    static func href(_ address: WebAddress) -> [HTMLAttribute] {
        [
            HTMLAttribute(name: "href", value: address.text),
            HTMLAttribute(name: "rel", value: "noopener noreferrer nofollow"),
            HTMLAttribute(name: "target", value: "_blank"),
        ]
    }
}

/// An address that may be a link: `http` or `https` and nothing else.
struct WebAddress: Hashable {
    let text: String

    /// `nil` for every other scheme, and where the address holds what no address holds.
    init?(_ text: String?) {
        guard let text else { return nil }
        let head = text.prefix(8).lowercased()
        guard head.hasPrefix("http://") || head.hasPrefix("https://"),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F..<0xA0 ~= $0.value) }),
            !text.contains("\\")
        else { return nil }
        self.text = text
    }
}

/// The name of a place in a report; made of our own words and numbers.
struct PageAnchor: Hashable {
    let name: String

    private init(name: String) { self.name = name }

    static let overview = PageAnchor(name: "overview")
    static let making = PageAnchor(name: "how-this-was-made")
    static let main = PageAnchor(name: "main")

    /// A discussion by its number in the report, from 1.
    static func discussion(_ number: Int) -> PageAnchor { PageAnchor(name: "d\(number)") }

    /// A comment of this discussion; its article for 0.
    func comment(_ ordinal: Int) -> PageAnchor {
        PageAnchor(name: ordinal == 0 ? "\(name)-article" : "\(name)-c\(ordinal)")
    }

    /// A part of this discussion.
    func part(_ part: Part) -> PageAnchor { PageAnchor(name: "\(name)-\(part.rawValue)") }

    /// A numbered thing in a part of this discussion.
    func part(_ part: Part, _ number: Int) -> PageAnchor {
        PageAnchor(name: "\(name)-\(part.rawValue)-\(number)")
    }

    enum Part: String {
        case title, summary, map, matrix, camps, disputes, activity, comments, arrow, find, who
    }
}

/// Numbers of drawings, to a tenth: nobody sees more.
enum DrawnNumber {
    static func text(_ number: Double) -> String {
        guard number.isFinite else { return "0" }
        let tenths = Int((max(-1e6, min(1e6, number)) * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}
