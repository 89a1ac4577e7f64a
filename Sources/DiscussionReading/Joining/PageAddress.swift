/// The address of an article without what differs from page to page of its comments.
struct PageAddress: Hashable {
    /// Host, path and what is left of the query, such as `example.org/2024/05/kilns`.
    let article: String
    /// The host without `www.`.
    let host: String
    /// The number of the page of comments, or of its first comment, where the address says it.
    let page: Int?

    /// Parameters that say which page of comments is shown, where they hold a number.
    private static let pageParameters: Set<String> = [
        "page", "paged", "cpage", "pg", "pagenumber", "page_number", "comment_page",
        "comments_page",
        "comment-page", "start", "offset", "skip", "seite",
    ]

    /// Parameters that say where a reader came from or how the page is shown.
    private static let otherParameters: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref",
        "ref_src", "ref_source", "referrer", "source", "src", "cmpid", "cid", "share", "shared",
        "smid", "sort", "order", "sid", "phpsessid", "jsessionid", "highlight", "hilit", "amp",
        "replytocom", "showcomments", "comments", "limit", "per_page", "context", "print",
        "__twitter_impression", "_ga", "spm",
    ]

    /// - Parameter url: an address as a source writes it; `nil` is given where it names no single
    ///   article, as that of a site does.
    init?(_ url: String) {
        var rest = Substring(url.trimmingPrefix { $0.isWhitespace })
        guard rest.utf8.count < 4_000 else { return nil }
        if let scheme = rest.range(of: "://") {
            let name = rest[..<scheme.lowerBound].lowercased()
            guard name == "http" || name == "https" else { return nil }
            rest = rest[scheme.upperBound...]
        } else if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
        } else {
            return nil
        }
        // What stands behind the mark is a place on the page, but of pages that a script makes.
        if let mark = rest.firstIndex(of: "#"), !rest[mark...].hasPrefix("#!") {
            rest = rest[..<mark]
        }
        let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        var host = Substring(rest[..<hostEnd].lowercased())
        for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
            host = host.dropFirst(prefix.count)
            break
        }
        for port in [":80", ":443"] where host.hasSuffix(port) { host = host.dropLast(port.count) }
        guard !host.isEmpty else { return nil }
        let queryStart = rest.firstIndex(of: "?") ?? rest.endIndex
        var (path, page) = Self.path(rest[hostEnd..<max(hostEnd, queryStart)])
        let query = Self.query(rest[queryStart...].dropFirst(), page: &page)
        guard !path.isEmpty || !query.isEmpty else { return nil }
        path = "/" + path
        article = host + path + (query.isEmpty ? "" : "?" + query)
        self.host = String(host)
        self.page = page
    }

    /// The path without the parts at its end that say which page it is.
    private static func path(_ path: Substring) -> (String, page: Int?) {
        var parts = path.split(separator: "/").map(String.init)
        var page: Int?
        while let last = parts.last?.lowercased() {
            if ["amp", "comments", "index.html", "index.htm", "index.php", "default.aspx"]
                .contains(last)
            {
                // A program that answers for all articles tells them apart by its query.
                parts.removeLast()
            } else if let number = number(of: last, behind: ["comment-page-", "page-", "page"]) {
                page = number
                parts.removeLast()
            } else if parts.count > 2, ["page", "comment-page"].contains(parts[parts.count - 2]),
                let number = Int(last)
            {
                page = number
                parts.removeLast(2)
            } else if parts.count == 4, parts[0] == "t", Int(parts[2]) != nil,
                let number = Int(last)
            {
                // Discourse gives the post that is read behind the topic.
                page = number
                parts.removeLast()
            } else {
                break
            }
        }
        return (parts.joined(separator: "/"), page)
    }

    private static func number(of part: String, behind prefixes: [String]) -> Int? {
        for prefix in prefixes where part.hasPrefix(prefix) {
            return Int(part.dropFirst(prefix.count))
        }
        return nil
    }

    private static func query(_ query: Substring, page: inout Int?) -> String {
        let fields = query.split { $0 == "&" || $0 == ";" }.map { field in
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: parts[0].lowercased(), value: parts.count > 1 ? String(parts[1]) : "")
        }
        // `p` is an article of WordPress where it stands alone, else mostly a page or a post.
        let hasID = fields.contains { ["id", "t", "topic", "tid"].contains($0.name) }
        var kept: [String] = []
        for (name, value) in fields {
            if pageParameters.contains(name) || name == "p" && hasID, let number = Int(value) {
                page = number
            } else if name == "topic", let dot = value.firstIndex(of: ".") {
                // SMF counts the first post of the page behind the topic.
                page = Int(value[dot...].dropFirst())
                kept.append(name + "=" + value[..<dot])
            } else if !otherParameters.contains(name), !name.hasPrefix("utm_"), !name.isEmpty {
                kept.append(name + "=" + value)
            }
        }
        return kept.sorted().joined(separator: "&")
    }
}

extension Substring {
    /// Where some words first stand.
    fileprivate func range(of words: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(words) {
                return start..<(index(start, offsetBy: words.count))
            }
            start = index(after: start)
            // A scheme stands at the front.
            if distance(from: startIndex, to: start) > 12 { return nil }
        }
        return nil
    }
}
