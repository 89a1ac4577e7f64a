import DiscussionModel
import Foundation

/// What stands for ids, addresses and file names in which somebody's name stands.
///
/// Only the names that the source itself gives count here, so that the ids of a discussion are
/// known before anybody has looked into its texts.
struct SourceNames {
    private let key: PseudonymKey
    private let traces: NameTraces

    init(_ discussion: Discussion, key: PseudonymKey) {
        self.key = key
        var names = KnownNames()
        func add(_ name: String?) {
            guard let name, !name.isEmpty, !names.has(name) else { return }
            names.add(name, of: 0)
        }
        for comment in discussion.comments {
            add(comment.nameAsWritten)
            add(comment.accountID)
            for quotation in comment.statedQuotations { add(quotation.author) }
        }
        add(discussion.article.author)
        add(discussion.article.accountID)
        names.addParts()
        traces = NameTraces(names)
    }

    /// The id of a comment: itself, or a token where it may tell of a person.
    func comment(_ id: String) -> String {
        id == Article.id || isSilent(id) ? id : "id-" + key.token(of: id, as: .comment)
    }

    /// The id of a discussion.
    func discussion(_ id: String) -> String {
        isSilent(id) ? id : "discussion-" + key.token(of: id, as: .discussion)
    }

    /// The site.
    func site(_ site: String) -> String {
        traces.isIn(site) || site.contains("@")
            ? "site-" + key.token(of: site, as: .site) : site
    }

    /// The path of a file; of folders and files with a name in theirs no more than the ending stays.
    func source(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            guard traces.isIn(String(part)) || part.contains("@") else { return String(part) }
            let stem = "source-" + key.token(of: String(part), as: .source)
            let ending = part.split(separator: ".", omittingEmptySubsequences: false).last
            guard let ending, ending.count < part.count, ending.count <= 5,
                ending.allSatisfy({ $0.isASCII && $0.isLetter })
            else { return stem }
            return "\(stem).\(ending)"
        }.joined(separator: "/")
    }

    /// The address of a page; `nil` where it tells of a person.
    func page(_ address: String?) -> String? {
        guard let address, !LinkScanner.isProfile(address.lowercased()), !traces.isIn(address)
        else {
            return nil
        }
        return address
    }

    /// Mail ids name the sender's host, addresses of pages often the person.
    private func isSilent(_ id: String) -> Bool {
        let mayTell = id.unicodeScalars.contains {
            "@/:%".unicodeScalars.contains($0) || $0.properties.isWhitespace
        }
        return !mayTell && !traces.isIn(id)
    }
}
