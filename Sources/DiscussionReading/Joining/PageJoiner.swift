import DiscussionModel

/// Puts the pages of one comment section together, and hands on everything else in its order.
///
/// A page waits until all inputs are read or what waits is more than a bound; then the first goes
/// with all pages that were found to belong to it, in its place. What is no page waits only for
/// pages before it.
struct PageJoiner {
    /// About how many bytes of text wait.
    static let maximumBytes = 64 << 20
    /// How many pages that went are remembered, to tell of joins that came too late.
    private static let maximumRemembered = 100_000

    private enum Item {
        case ready(Result<Discussion, ReadingError>, bytes: Int)
        case section(Int)
    }

    /// The pages of one section.
    private struct Section {
        var pages: [SectionPage] = []
        var identities: [PageIdentity] = []
        var isSure = true
        var bytes = 0
        var remark: Finding?
    }

    private let mode: ReadingOptions.Joining
    private let bound: Int
    private var items: ArraySlice<Item> = []
    private var sections: [Int: Section] = [:]
    private var nextSection = 0
    private var bytes = 0
    private var mayGo = 0
    /// The sections that wait by what their pages are known by.
    private var sectionOfKey: [String: Int] = [:]
    private var sectionOfComment: [Int: [Int]] = [:]
    /// The first page of sections that went, by address.
    private var gone: [String: String] = [:]

    init(_ mode: ReadingOptions.Joining, bound: Int = maximumBytes) {
        self.mode = mode
        self.bound = bound
    }

    /// Takes what is no page, or an error.
    mutating func add(_ result: Result<Discussion, ReadingError>) {
        let size = (try? result.get())?.roughSize ?? 100
        items.append(.ready(result, bytes: size))
        bytes += size
    }

    /// Takes the one discussion of an input.
    ///
    /// - Parameter stem: the id that a page without one of its own gets.
    mutating func add(page: Discussion, stem: String) {
        guard mode != .never else { return add(.success(page)) }
        let identity = PageIdentity(page, stem: stem)
        let comments = PageComments(of: page)
        let size = page.roughSize
        bytes += size
        var found = matches(of: identity, comments: comments, article: page.article)
        if mode == .always {
            found = sections.keys.min().map { [(section: $0, reason: .id)] } ?? []
        }
        let number: Int
        if let first = found.first {
            number = first.section
            for other in found.dropFirst() { merge(other.section, into: number) }
        } else {
            number = nextSection
            nextSection += 1
            sections[number] = Section()
            items.append(.section(number))
        }
        remember(identity, comments: comments, section: number)
        sections[number]?.bytes += size
        sections[number]?.identities.append(identity)
        sections[number]?.pages.append(SectionPage(page, address: identity.address))
        if found.contains(where: { !$0.reason.isSure }) { sections[number]?.isSure = false }
        if found.isEmpty, let address = identity.address?.article, let before = gone[address] {
            sections[number]?.remark = Finding(
                id: "pages-not-joined", severity: .warning,
                message: "\(before) shows the same comment section and stood too far ahead to be"
                    + " joined; name the pages one after the other, or use --join.",
                file: page.source)
        }
    }

    /// Lets everything go that waits.
    mutating func flush() { mayGo = items.count }

    /// What may go, or `nil` where more has to be read first.
    mutating func next() -> Result<Discussion, ReadingError>? {
        while let first = items.first {
            switch first {
            case .ready(let result, let size):
                // Everything before it has gone.
                leave(bytes: size)
                return result
            case .section(let number):
                guard mayGo > 0 || bytes > bound && mode != .always else { return nil }
                let section = sections.removeValue(forKey: number)
                leave(bytes: section?.bytes ?? 0)
                // One that was found to be part of another went with it.
                guard let section else { continue }
                forget(section, number)
                var discussion = SectionPage.joined(
                    section.pages, isSure: section.isSure || mode == .always)
                if let remark = section.remark { discussion.findings.insert(remark, at: 0) }
                return .success(discussion)
            }
        }
        return nil
    }

    private mutating func leave(bytes size: Int) {
        items.removeFirst()
        bytes -= size
        mayGo = max(0, mayGo - 1)
    }
}

/// Finding the section of a page.
extension PageJoiner {
    private func matches(
        of page: PageIdentity, comments: PageComments, article: Article
    ) -> [(section: Int, reason: PageIdentity.Reason)] {
        var overlaps: [Int: PageIdentity.Overlap] = [:]
        for key in page.keys {
            if let section = sectionOfKey[key] { overlaps[section] = .init() }
        }
        for (key, author) in comments.words {
            for section in sectionOfComment[key] ?? [] {
                overlaps[section, default: .init()].sameWords += 1
                overlaps[section, default: .init()].authors.insert(author)
            }
        }
        for key in comments.ids {
            for section in sectionOfComment[key] ?? [] {
                overlaps[section, default: .init()].sameIDs += 1
            }
        }
        var found: [(section: Int, reason: PageIdentity.Reason)] = []
        for (section, overlap) in overlaps.sorted(by: { $0.key < $1.key }) {
            // One page that contradicts speaks for itself only; one that agrees is enough.
            let reasons = sections[section]?.identities.compactMap {
                page.reason(toJoin: $0, overlap: overlap)
            }
            guard let reason = reasons?.min(by: { $0.rawValue < $1.rawValue }) else { continue }
            // Nothing but likeness speaks for it, and a copy of a page is no further page.
            let isCopy = sections[section]?.pages.contains {
                $0.discussion.comments == comments.all && $0.discussion.article == article
            }
            if !reason.isSure && isCopy == true { continue }
            found.append((section, reason))
        }
        return found
    }

    private mutating func remember(_ page: PageIdentity, comments: PageComments, section: Int) {
        for key in page.keys where sectionOfKey[key] == nil { sectionOfKey[key] = section }
        for key in comments.words.keys.sorted() + comments.ids {
            // A phrase of many pages tells nothing.
            let known = sectionOfComment[key] ?? []
            if !known.contains(section), known.count < 8 {
                sectionOfComment[key] = known + [section]
            }
        }
    }

    private mutating func forget(_ section: Section, _ number: Int, hasGone: Bool = true) {
        for identity in section.identities {
            for key in identity.keys where sectionOfKey[key] == number { sectionOfKey[key] = nil }
            if hasGone, let address = identity.address?.article,
                gone.count < Self.maximumRemembered,
                gone[address] == nil
            {
                gone[address] = section.pages.first?.discussion.source
            }
        }
        for page in section.pages {
            let comments = PageComments(of: page.discussion)
            for key in comments.words.keys.sorted() + comments.ids {
                guard var known = sectionOfComment[key] else { continue }
                known.removeAll { $0 == number }
                sectionOfComment[key] = known.isEmpty ? nil : known
            }
        }
    }

    /// A page that belongs to two sections shows that they are one.
    private mutating func merge(_ other: Int, into number: Int) {
        guard let section = sections.removeValue(forKey: other) else { return }
        forget(section, other, hasGone: false)
        for page in section.pages {
            let comments = PageComments(of: page.discussion)
            for identity in section.identities {
                remember(identity, comments: comments, section: number)
            }
        }
        sections[number]?.pages += section.pages
        sections[number]?.identities += section.identities
        sections[number]?.bytes += section.bytes
        if !section.isSure { sections[number]?.isSure = false }
    }
}

extension PageIdentity {
    /// By what pages of the same section are looked for.
    fileprivate var keys: [String] {
        var keys: [String] = []
        if let address { keys.append("address \(format) \(address.article)") }
        if let id { keys.append("id \(format) \(id)") }
        if let title { keys.append("title \(format) \(title)") }
        return keys
    }
}

extension Discussion {
    /// About the bytes that it takes while it waits.
    fileprivate var roughSize: Int {
        comments.reduce(2_000 + article.body.utf8.count) { $0 + 200 + $1.text.utf8.count }
    }
}
