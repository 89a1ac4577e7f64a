import DiscussionModel

/// The words of a post, and what they quote by number.
enum DiscourseText {
    /// The text of a post's HTML; sources of quotations are numbers of posts of the topic.
    static func cooked(_ html: String, topic: String?) -> MarkedText {
        let html = withoutOtherTopics(html, topic: topic)
        guard html.contains("lightbox"), let document = HTMLDocument(fragment: html),
            let root = document.root, let captions
        else { return HTMLText.marked(fragment: html) }
        // The name and size of a picture's file are no words of the post.
        return HTMLText(omitted: Set(document.nodes(captions, from: root))).marked(root)
    }

    private static let captions = XPathQuery(
        "//*[contains(@class,'lightbox')]//div[contains(concat(' ',@class,' '),' meta ')]")

    /// Takes away the number of the post where a quotation is of another topic.
    private static func withoutOtherTopics(_ html: String, topic: String?) -> String {
        guard let topic, html.contains("data-topic") else { return html }
        var result = ""
        var rest = html[...]
        while let start = rest.firstRange(of: "<aside") {
            result += rest[..<start.lowerBound]
            rest = rest[start.lowerBound...]
            let end = rest.firstIndex(of: ">") ?? rest.endIndex
            let tag = rest[..<end]
            let isOther =
                tag.contains("data-topic=")
                && !tag.contains("data-topic=\"\(topic)\"")
                && !tag.contains("data-topic='\(topic)'")
            result += isOther ? tag.replacing("data-post=", with: "data-other-post=")[...] : tag
            rest = rest[end...]
        }
        return result + rest
    }

    /// The text of a post as written, with its `[quote="name, post:3, topic:11"]`.
    static func raw(_ text: String, topic: String?) -> MarkedText {
        guard let topic, text.contains("topic:") else {
            return MarkedText(text: text, quotations: QuoteMarks.statedQuotations(in: text))
        }
        // Where the topic is another one the number is made unreadable, at the same length.
        var masked = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "[quote=") {
            masked += rest[..<start.lowerBound]
            rest = rest[start.lowerBound...]
            let end = rest.firstIndex(of: "]") ?? rest.endIndex
            let tag = rest[..<end]
            let named = tag.firstRange(of: "topic:").map { tag[$0.upperBound...] }
            let number = named?.drop { $0 == " " }.prefix { $0.isNumber }
            masked +=
                number.map { $0 != topic } == true
                ? tag.replacing("post:", with: "-----")[...] : tag
            rest = rest[end...]
        }
        return MarkedText(
            text: text, quotations: QuoteMarks.statedQuotations(in: masked + rest))
    }
}
