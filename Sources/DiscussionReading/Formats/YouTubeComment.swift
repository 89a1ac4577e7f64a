import DiscussionModel

/// Single comments and videos in the shapes that YouTube and the programs around it give them.
enum YouTubeComment {
    /// A `comment` resource of the Data API.
    static func found(_ value: JSONValue, parent: String?) -> FoundComment {
        let snippet = value["snippet"]
        let account = snippet?["authorChannelId"]?["value"]?.id
        var marked = MarkedText()
        if let text = snippet?["textOriginal"]?.string {
            marked = MarkedText(plain: text)
        } else if let html = snippet?["textDisplay"]?.string {
            marked = HTMLText.marked(fragment: html)
        }
        let channel = snippet?["channelId"]?.id
        return FoundComment(
            Comment(
                id: value["id"]?.id ?? "", nameAsWritten: snippet?["authorDisplayName"]?.words,
                accountID: account, posted: snippet?["publishedAt"]?.isoMoment,
                text: marked.text, statedParent: snippet?["parentId"]?.id ?? parent,
                score: snippet?["likeCount"]?.count,
                isByArticleAuthor: account != nil && account == channel,
                approval: approval(snippet?["moderationStatus"]?.string),
                statedQuotations: marked.quotations))
    }

    private static func approval(_ status: String?) -> Comment.Approval? {
        switch status {
        case "published": .approved
        case "heldForReview": .pending
        case "likelySpam": .spam
        case "rejected": .trash
        default: nil
        }
    }

    /// A comment in the `info.json` of yt-dlp.
    static func listed(_ value: JSONValue, uploader: String?) -> FoundComment {
        var marked = MarkedText()
        if let text = value["text"]?.string {
            marked = MarkedText(plain: text)
        } else if let html = value["html"]?.string {
            marked = HTMLText.marked(fragment: html)
        }
        let account = value["author_id"]?.id
        let parent = value["parent"]?.id
        var posted = value["timestamp"]?.epochMoment
        // Worked out by yt-dlp from "3 years ago" where it has kept these words.
        if value["_time_text"]?.words != nil || value["time_text"]?.words != nil {
            posted?.isApproximate = true
        }
        return FoundComment(
            Comment(
                id: value["id"]?.id ?? "", nameAsWritten: value["author"]?.words,
                accountID: account, posted: posted, text: marked.text,
                statedParent: parent == "root" ? nil : parent,
                score: value["like_count"]?.count,
                isByArticleAuthor: value["author_is_uploader"]?.boolean
                    ?? (account != nil && account == uploader),
                statedQuotations: marked.quotations))
    }

    /// A line of youtube-comment-downloader.
    static func downloaded(_ value: JSONValue) -> FoundComment {
        let id = value["cid"]?.id ?? ""
        // An answer's id is that of the comment it answers, a dot and its own.
        let parent = id.firstIndex(of: ".").map { String(id[..<$0]) }
        var posted = value["time_parsed"]?.epochMoment
        posted?.isApproximate = true
        return FoundComment(
            Comment(
                id: id, nameAsWritten: value["author"]?.words,
                accountID: value["channel"]?.id, posted: posted,
                text: value["text"]?.string ?? "", statedParent: parent,
                score: value["votes"]?.count))
    }

    /// What yt-dlp says of the video.
    static func article(_ video: JSONValue) -> Article {
        var published = video["timestamp"]?.epochMoment ?? video["release_timestamp"]?.epochMoment
        if published == nil, let day = video["upload_date"]?.string, day.utf8.count == 8,
            let number = Int(day)
        {
            published = Timestamp(
                year: number / 10_000, month: number / 100 % 100, day: number % 100,
                precision: .day)
        }
        return Article(
            title: (video["fulltitle"] ?? video["title"])?.words,
            author: (video["uploader"] ?? video["channel"])?.words, published: published,
            url: (video["webpage_url"] ?? video["original_url"])?.words,
            body: video["description"]?.string ?? "",
            accountID: video["channel_id"]?.id ?? video["uploader_id"]?.id,
            score: video["like_count"]?.count)
    }
}
