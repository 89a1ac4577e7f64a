import Foundation

/// Finds links in a text and tells which of them lead to a person.
enum LinkScanner {
    /// A link.
    struct Link {
        /// The scalars of it, without the full stop of the sentence around it.
        var range: Range<Int>
        /// Whether it is the address of a person's page.
        var isProfile: Bool
        /// Whether it sends a mail, or calls a telephone.
        var isMail: Bool
    }

    /// The links by place.
    ///
    /// - Complexity: O(n) in the scalars.
    static func links(in scalars: [Unicode.Scalar]) -> [Link] {
        var links: [Link] = []
        var at = 0
        while at < scalars.count {
            guard at == 0 || !scalars[at - 1].isLetterOrDigit,
                let start = beginning(at: at, in: scalars)
            else {
                at += 1
                continue
            }
            let end = endOfLink(from: start, in: scalars)
            guard end > start else {
                at = start
                continue
            }
            let words = scalars[at..<end].map { String($0) }.joined().lowercased()
            links.append(
                Link(
                    range: at..<end, isProfile: isProfile(words),
                    isMail: words.hasPrefix("mailto:")))
            at = end
        }
        return links
    }

    private static let schemes = [
        "https://", "http://", "hxxps://", "hxxp://", "ftp://", "gemini://", "acct:", "xmpp:",
        "mailto:", "tel:", "sip:", "www.",
    ]

    /// What links begin with, by the first letter.
    private static let beginnings = Dictionary(
        grouping: (schemes + hosts.map { $0 + "/" }).map { Array($0.unicodeScalars) },
        by: { $0[0].value })

    /// Sites whose addresses begin with a person where they have more than the name of the site.
    private static let hosts = [
        "x.com", "twitter.com", "mobile.twitter.com", "facebook.com", "m.facebook.com", "fb.com",
        "instagram.com", "linkedin.com", "t.me", "telegram.me", "github.com", "tiktok.com",
        "bsky.app", "threads.net", "mastodon.social", "vk.com", "ok.ru", "soundcloud.com",
        "flickr.com", "pinterest.com", "twitch.tv", "patreon.com", "ko-fi.com", "paypal.me",
        "wa.me", "keybase.io", "linktr.ee", "gravatar.com", "disqus.com", "medium.com",
        "snapchat.com", "xing.com", "steamcommunity.com",
    ]
    /// What stands there in the place of a person.
    private static let places: Set<String> = [
        "search", "hashtag", "explore", "i", "intent", "share", "sharer", "events", "groups",
        "watch", "topics", "p", "pin", "reel", "tv", "tag", "tags", "privacy", "terms", "about",
        "help", "login", "jobs", "company", "school", "learning", "feed", "home", "orgs",
        "features", "marketplace", "stories", "trending", "notifications",
    ]
    /// Of these sites what a person has made is named by more than the person, such as a program.
    private static let sitesOfWorks: Set<String> = [
        "github.com", "soundcloud.com", "flickr.com", "pinterest.com", "patreon.com",
    ]
    /// Sites on which each person has a host.
    private static let personalHosts = [
        ".tumblr.com", ".wordpress.com", ".blogspot.com", ".livejournal.com", ".substack.com",
        ".bandcamp.com", ".deviantart.com", ".github.io", ".gitlab.io", ".medium.com",
        ".neocities.org", ".dreamwidth.org", ".typepad.com", ".over-blog.com",
    ]

    /// Where what follows the beginning of a link stands.
    private static func beginning(at place: Int, in scalars: [Unicode.Scalar]) -> Int? {
        let first = scalars[place].value | 0x20
        for beginning in beginnings[first] ?? [] where scalars.holds(beginning, at: place) {
            return place + beginning.count
        }
        return nil
    }

    private static func endOfLink(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
        var end = start
        var open = 0
        while end < scalars.count {
            let scalar = scalars[end]
            if scalar.properties.isWhitespace
                || "<>\"“”„«»`{}|\\^[]".unicodeScalars.contains(scalar)
            {
                break
            }
            if scalar == "(" { open += 1 }
            if scalar == ")" {
                guard open > 0 else { break }
                open -= 1
            }
            end += 1
        }
        while end > start, ".,;:!?'’*_~…".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }

    /// Names of the folders that hold pages of people.
    private static let folders: Set<String> = [
        "user", "users", "u", "profile", "profiles", "member", "members", "people", "person",
        "author", "authors", "channel", "c", "in", "account", "accounts", "by", "utilisateur",
        "benutzer", "mitglied", "usuario", "usuarios", "perfil", "membre", "actor", "actors",
        "profil", "profils", "utenti", "utente",
    ]
    /// What stands before a person's name in a wiki.
    private static let wikiPages = [
        "user:", "user_talk:", "special:contributions/", "benutzer:", "benutzerin:", "utilisateur:",
        "utilisatrice:", "usuario:", "usuaria:", "utente:",
    ]
    /// Names of the programs that show people.
    private static let pages: Set<String> = [
        "profile.php", "member.php", "memberlist.php", "user.php", "profile.aspx", "user.aspx",
    ]
    /// Names of the values that say of whom a page is.
    private static let keys: Set<String> = [
        "user", "username", "userid", "user_id", "uid", "u", "profile", "author", "author_id",
        "member", "memberid", "id_author", "screen_name", "name", "login", "account", "acct",
        "author_name", "user_name",
    ]

    /// Whether an address, in small letters, is that of a person.
    static func isProfile(_ link: String) -> Bool {
        for scheme in ["acct:", "xmpp:", "tel:", "sip:"] where link.hasPrefix(scheme) {
            return true
        }
        var rest = link[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        // An archive has the address that it keeps behind its own.
        if let kept = rest.range(of: "://", options: .backwards),
            isProfile(String(rest[kept.upperBound...]))
        {
            return true
        }
        rest =
            rest.replacing("%3a", with: ":").replacing("%7e", with: "~")
            .replacing("%40", with: "@").replacing("#!/", with: "")[...]
        if rest.contains("@") || rest.contains("/~") { return true }
        if wikiPages.contains(where: { rest.contains("/" + $0) || rest.contains("=" + $0) }) {
            return true
        }
        let main = rest.prefix { $0 != "?" && $0 != "#" }
        let segments = main.split(separator: "/").map(String.init)
        guard let host = segments.first else { return false }
        let site = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        if personalHosts.contains(where: site.hasSuffix) { return true }
        if segments.count >= 2, !places.contains(segments[1]), isOfPeople(site),
            segments.count == 2 || !sitesOfWorks.contains(site)
        {
            return true
        }
        if let last = segments.last, segments.count > 1, pages.contains(last) { return true }
        // The last folder holds nobody.
        if segments.dropFirst().dropLast().contains(where: folders.contains) { return true }
        let query = rest[main.endIndex...].dropFirst()
        for pair in query.split(whereSeparator: { "?&;#".contains($0) }) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            // `user?id=name`
            let isOfFolder = segments.count > 1 && folders.contains(segments[segments.count - 1])
            if parts[0] == "id" && isOfFolder || keys.contains(String(parts[0])) { return true }
        }
        return false
    }

    /// Whether a host is that of a site of people, or of one of its languages, as `de-de`.
    private static func isOfPeople(_ host: String) -> Bool {
        if hosts.contains(host) { return true }
        guard let stop = host.firstIndex(of: ".") else { return false }
        let language = host[..<stop]
        return language.allSatisfy { $0.isLetter || $0 == "-" }
            && (language.count == 2 || language.count == 5 && language.contains("-"))
            && hosts.contains(String(host[host.index(after: stop)...]))
    }
}
