import DiscussionModel

/// Saved web pages: an article, or a forum's topic, with its comments.
///
/// The tree is read as HTML by libxml2 (https://html.spec.whatwg.org/). What in it is a comment,
/// an author, a time is told by descriptions of kinds of sites (`SiteDescription`): those of the
/// user first, then those that are built in, microformats2 (https://microformats.org/wiki/h-entry)
/// and schema.org (https://schema.org/Comment) among them. The one that finds the most comments
/// reads the page. Where none finds any, blocks that repeat are looked for, with a warning.
///
/// Kept: ids, authors and accounts, times, parents, links, scores, removals, quotations with who
/// is quoted, and the article. Scripts run on no page: comments that a page would have loaded are
/// not in it.
public struct HTMLFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `html`.
    public let name = "html"

    /// What is told of it.
    public let recognition = "HTML: begins with `<!DOCTYPE html>`, `<html>` or other tags of pages"

    /// Looks at the first tag, behind remarks.
    public func sniff(_ head: InputHead) -> Double { HTMLSniffer.confidence(head.bytes) }

    /// The page as one discussion.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        let bytes = try input.contents(limit: options.maximumPageBytes)
        let decoded = HTMLEncoding.decoded(bytes)
        let own = try options.siteFiles.map { try SiteLibrary.description(inFile: $0) }
        let reading = try PageWithComments(
            utf8: decoded.bytes, saved: input.modified, sites: own, file: input.name)
        var discussion = Discussion(
            id: reading.id ?? input.stem, source: input.name, format: name, site: reading.site,
            setting: reading.setting, article: reading.article, comments: reading.comments,
            pingbacks: reading.pingbacks)
        if let finding = decoded.finding(file: input.name) { discussion.findings.append(finding) }
        discussion.findings += reading.findings
        if let cut = HTMLCut.finding(in: decoded.bytes, file: input.name) {
            discussion.findings.append(cut)
        }
        return ListedDiscussions([discussion])
    }
}
