/// One way in which pages set off their comments. Adding one is one line in `all`.
struct CommentLayout: Sendable {
    /// What it is called in findings.
    let name: String
    /// How a comment begins.
    let header: HeaderTemplate
    /// How sure one matching line makes that there are comments, about 0...2; chosen by us, fixed
    /// by the fixtures. From 2 on the lines of a page are believed.
    let weight: Double
    /// Whether further signs are needed: names that come again, a heading, or words about them.
    let isWeak: Bool

    init(_ name: String, _ header: String, weight: Double, isWeak: Bool = false) {
        self.name = name
        self.header = HeaderTemplate(header)
        self.weight = weight
        self.isWeak = isWeak
    }

    /// The layouts that are tried, the more telling of two that fit the same lines first.
    static let all: [CommentLayout] = [
        // Blogs: WordPress and what looks like it.
        CommentLayout("numbered-says", "{n}. {name} {says}:{text}", weight: 1.5),
        CommentLayout("replied-to-date", "{name} {to} {parent} {dot} {date}", weight: 1.4),
        CommentLayout("says-date", "{name} {says} {on} {date}:?", weight: 1.4),
        CommentLayout("on-date-colon", "{name} {on} {date}:", weight: 1.3),
        CommentLayout("says-in-reply", "{name} {says} {to} {parent}:", weight: 1.3),
        CommentLayout("says", "{name} {says}:", weight: 1.1),
        CommentLayout("says-three-dots", "{name} {says}...", weight: 1.2),
        CommentLayout("says-dots", "{name} {says}…", weight: 1.2),
        CommentLayout("says-wide-colon", "{name} {says} ：", weight: 1.1),
        CommentLayout("says-new-line", "{name} {says}\n{date}", weight: 1.2),
        CommentLayout("says-glued", "{name}{says}：", weight: 1.1),
        CommentLayout("says-glued-colon", "{name}{says}:", weight: 0.9),
        CommentLayout("says-glued-new-line", "{name}{says}\n{date}", weight: 1.2),
        CommentLayout("on-date-says", "{on} {date},? {name} {says}:", weight: 1.4),
        CommentLayout("date-says", "{date}:? {name} {says}:", weight: 1.4),
        CommentLayout("date-then-says", "{date}\n{name} {says}:", weight: 1.2),
        // A name and a date on one line.
        CommentLayout("numbered-name-date", "{n}. {name} {dot} {date}", weight: 1.2),
        CommentLayout("name-points-date-inline", "{name} {count} points? {date}", weight: 1.2),
        CommentLayout("name-to-date", "{name} {to} {parent} {date}", weight: 1.1),
        CommentLayout("by-name-on-date", "{by} {name} {on} {date}:?", weight: 1.1),
        CommentLayout("by-name-dot-date", "{by} {name} {dot} {date}:?", weight: 1.1),
        CommentLayout("by-name-date", "{by} {name} {date}:?", weight: 1),
        CommentLayout("name-comma-date", "{name}, {date}:?", weight: 1),
        CommentLayout("name-dot-date", "{name} {dot} {date}", weight: 1),
        CommentLayout("name-on-date", "{name} {on} {date}", weight: 1),
        CommentLayout("name-in-brackets-date", "{name} ({date}):?{text}", weight: 1),
        CommentLayout("name-in-square-date", "{name} [{date}]:?{text}", weight: 1),
        CommentLayout("hash-name-date", "#{n} {name} {date}", weight: 1.1),
        CommentLayout("hash-name-dot-date", "#{n} {name} {dot} {date}", weight: 1.1),
        CommentLayout("name-date", "{name} {date}", weight: 0.9),
        CommentLayout("date-name", "{date} {name}:", weight: 0.9),
        CommentLayout("date-name-colon", "{date} {dot} {name}:{text}", weight: 0.9),
        CommentLayout("square-date-name-colon", "[{date}] {name}:{text}", weight: 0.9),
        // A name and a date below each other.
        CommentLayout("number-by-name-date", "#?{n}.?\n{by} {name}\n{date}", weight: 1.3),
        CommentLayout("number-name-date", "#?{n}.?\n{name}\n{date}", weight: 1.1),
        CommentLayout("date-hash-name", "{date} #{n}\n{name}", weight: 1.2),
        CommentLayout("name-points-date", "{name}\n{count} points? {dot} {date}", weight: 1.2),
        CommentLayout("hash-date-name", "#{n}\n{date}\n{name}", weight: 1.2),
        CommentLayout("hash-dot-date-name", "#{n} {dot} {date}\n{name}", weight: 1.2),
        CommentLayout("by-name-then-date", "{by} {name}\n{date}", weight: 0.9),
        CommentLayout("name-to-then-date", "{name} {to} {parent}\n{date}", weight: 1),
        CommentLayout("name-then-date", "{name}\n{date}", weight: 0.75),
        CommentLayout("name-then-on-date", "{name}\n{on} {date}:?", weight: 0.9),
        // A name and a number only, or a name alone.
        CommentLayout("hash-name", "#{n} {name}", weight: 0.8),
        CommentLayout("hash-by-name", "#{n} {by} {name}", weight: 1),
        CommentLayout("number-by-name", "{n}. {by} {name}", weight: 0.8),
        CommentLayout("by-name", "{by} {name}:", weight: 0.6),
        CommentLayout("numbered-name", "{n}. {name}:{text}", weight: 0.6, isWeak: true),
        CommentLayout("name-colon", "{name}:", weight: 0.6, isWeak: true),
        CommentLayout("name-colon-text", "{name}: {text}", weight: 0.4, isWeak: true),
    ]
}
