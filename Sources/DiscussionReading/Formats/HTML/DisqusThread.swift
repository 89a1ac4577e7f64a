import DiscussionModel

/// The thread that a frame of Disqus carries as JSON (`script#disqus-threadData`), which is all
/// that archives keep of it.
///
/// Its posts are those of the Disqus API: https://disqus.com/api/docs/posts/list/
enum DisqusThread {
    /// The thread; `nil` where there is none.
    ///
    /// - Complexity: O(bytes).
    static func discussion(in page: HTMLPage) -> EmbeddedDiscussion? {
        guard let query, let script = page.document.nodes(query, from: page.root).first else {
            return nil
        }
        let bytes = Array(script.content.trimmingWhiteSpace.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            try? JSONParser().withDocument(bytes) { discussion($0, page) }
        }
    }

    private static let query = XPathQuery("//script[@id='disqus-threadData']")

    private static func discussion(_ root: JSONValue, _ page: HTMLPage) -> EmbeddedDiscussion {
        var discussion = EmbeddedDiscussion(isThreaded: true)
        let response = root["response"] ?? root
        response["posts"]?.forEachChild { _, post in
            if let comment = comment(post, page) {
                discussion.comments.append(FoundComment(comment))
            }
        }
        if let thread = response["thread"] {
            var article = Article()
            article.title = (thread["clean_title"] ?? thread["title"])?.string.map {
                HTMLText.marked(fragment: $0).text
            }
            article.url = thread["link"]?.string
            article.published = time(thread["createdAt"], page)
            discussion.id = thread["id"]?.identifier
            discussion.article = article
        }
        return discussion
    }

    private static func comment(_ post: JSONValue, _ page: HTMLPage) -> Comment? {
        guard post.isObject, let id = post["id"]?.identifier else { return nil }
        let words = post["message"]?.string ?? post["raw_message"]?.string ?? ""
        let text = HTMLText.marked(fragment: words)
        var comment = Comment(id: id, text: text.text)
        comment.statedQuotations = text.quotations
        comment.statedParent = post["parent"]?.identifier
        comment.posted = time(post["createdAt"], page)
        comment.score = post["points"]?.count ?? post["likes"]?.count
        comment.url = post["url"]?.string
        if post["isDeleted"]?.boolean == true {
            comment.removal = .unknown
        } else {
            comment.nameAsWritten = post["author"]?["name"]?.string.flatMap(HTMLPage.line)
            comment.accountID = post["author"]?["username"]?.string
        }
        if post["isSpam"]?.boolean == true {
            comment.approval = .spam
        } else if let isApproved = post["isApproved"]?.boolean {
            comment.approval = isApproved ? .approved : .pending
        }
        return comment
    }

    /// Disqus writes UTC and does not say so.
    private static func time(_ value: JSONValue?, _ page: HTMLPage) -> Timestamp? {
        guard var time = value?.identifier.flatMap({ page.time(in: $0) }) else { return nil }
        if time.precision == .localTime { time.precision = .instant }
        return time
    }
}
