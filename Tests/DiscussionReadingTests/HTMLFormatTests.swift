import DiscussionModel
import Foundation
import Testing

@testable import DiscussionReading

@Suite("Saved pages")
struct HTMLFormatTests {
    private func read(
        _ html: String, options: ReadingOptions = ReadingOptions()
    ) throws -> Discussion {
        let input = OpenInput(bytes: Array(html.utf8), name: "page.html")
        var stream = try HTMLFormat().discussions(in: input, options: options)
        return try #require(try stream.next())
    }

    private func confidence(_ text: String) -> Double {
        HTMLFormat().sniff(InputHead(bytes: Array(text.utf8), fileName: "x"))
    }

    private func comment(_ id: Int, _ inner: String = "") -> String {
        "<li class=\"comment\" id=\"comment-\(id)\"><cite class=\"fn\">N\(id)</cite>"
            + "<div class=\"comment-content\"><p>Word \(id)</p></div>\(inner)</li>"
    }

    @Test(
        "Pages are told by their first tags, behind remarks and byte order marks",
        arguments: [
            "<!DOCTYPE html><p>x", "<!doctype HTML PUBLIC \"\">", "\u{FEFF}<html>",
            "  \n<HTML lang>",
            "<!-- saved from url=(0010)http://x --><html>", "<?xml version=\"1.0\"?><html xmlns>",
            "<head><title>", "<body>", "<div><p>a<b>c</b></p></div>",
        ])
    func claimed(text: String) {
        #expect(confidence(text) >= 0.7)
    }

    @Test(
        "Exports, feeds and texts are no pages",
        arguments: [
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>", "<disqus xmlns=\"\">",
            "<?xml version=\"1.0\"?><!DOCTYPE plist>", "<feed xmlns=\"\"><entry>", "a < b", "",
            "{\"a\": \"<html>\"}", "<nick> hello", "<svg><g></g></svg>",
        ])
    func refused(text: String) {
        #expect(confidence(text) == 0)
    }

    @Test("A page in two encodings is read in the one that it declares")
    func encodings() throws {
        let head = "<html><head><meta http-equiv=Content-Type content='text/html; charset=KOI8-R'>"
        var bytes = Array((head + "</head><body><ol>" + comment(1)).utf8)
        let name = try #require(bytes.firstRange(of: Array("Word".utf8)))
        bytes.replaceSubrange(name, with: [0xEB, 0xCF, 0xD4])
        let input = OpenInput(bytes: bytes, name: "page.html")
        var stream = try HTMLFormat().discussions(in: input, options: ReadingOptions())
        #expect(try stream.next()?.comments.first?.text == "Кот 1")
    }

    @Test("Comments nest as their lists do, however deep, and nothing recurses")
    func deep() throws {
        let depth = 3_000
        let html =
            (1...depth).map {
                "<li class=comment id=comment-\($0)><cite class=fn>N</cite><p>W \($0)</p>"
                    + "<ul class=children>"
            }.joined() + String(repeating: "</ul></li>", count: depth)
        let discussion = try read("<html><body><ol>" + html)
        #expect(discussion.comments.count == depth)
        #expect(discussion.comments.last?.statedParent == String(depth - 1))
        #expect(discussion.comments.last?.text == "W \(depth)")
    }

    @Test("A list of answers behind a comment belongs to it")
    func listBehind() throws {
        let discussion = try read(
            "<html><body><ol>" + comment(1) + "<ul class=children>" + comment(2) + "</ul>"
                + comment(3) + "</ol>")
        #expect(discussion.comments.map(\.statedParent) == ["0", "1", "0"])
    }

    @Test("A comment that stands twice in itself is one comment")
    func twice() throws {
        let discussion = try read(
            "<html><ol><li id=li-comment-7 class=comment><div id=comment-7><b class=fn>A</b>"
                + "<div class=comment-content>x</div></div></li></ol>")
        #expect(discussion.comments.map(\.id) == ["7"])
        #expect(discussion.findings.isEmpty)
    }

    @Test("Two comments with one id count once, with a warning")
    func duplicates() throws {
        let discussion = try read("<html><ol>" + comment(4) + comment(4))
        #expect(discussion.comments.count == 1)
        #expect(discussion.findings.map(\.id) == ["duplicate-id"])
    }

    @Test(
        "A comment that names a parent that is not there gets a ghost; one that names itself none")
    func ghosts() throws {
        let discussion = try read(
            "<html><div id='wpd-comm-5_3' class=wpd-comment><div class=wpd-comment-author>A</div>"
                + "<div class=wpd-comment-text>x</div></div>"
                + "<div id='wpd-comm-6_6' class=wpd-comment><div class=wpd-comment-author>B</div>"
                + "<div class=wpd-comment-text>y</div></div>")
        #expect(discussion.comments.map(\.id) == ["3", "5", "6"])
        #expect(discussion.comments.map(\.isGhost) == [true, false, false])
        #expect(discussion.comments.map(\.statedParent) == [nil, "3", "0"])
    }

    @Test("A circle of parents is cut at its oldest comment")
    func circle() throws {
        let discussion = try read(
            "<html>"
                + [(1, 2), (2, 1)].map { id, parent in
                    "<div id='wpd-comm-\(id)_\(parent)'><div class=wpd-comment-author>A</div>"
                        + "<div class=wpd-comment-text>x</div></div>"
                }.joined())
        #expect(discussion.comments.count == 2)
        #expect(discussion.findings.map(\.id) == ["reply-circle"])
    }

    @Test("A page that ends amid a comment keeps those before and what is there of it")
    func cut() throws {
        let whole = "<html><ol>" + comment(1) + comment(2)
        let discussion = try read(String(whole.dropLast(13)))
        #expect(discussion.comments.map(\.id) == ["1", "2"])
        #expect(discussion.findings.map(\.id) == ["truncated"])
        #expect(discussion.findings.first?.severity == .error)
    }

    @Test("A page without comments has none, and teasers are not taken for any")
    func none() throws {
        let teaser = "<div class=card><b class=author>A</b><time datetime=2020-01-01></time>"
        let discussion = try read(
            "<html>" + String(repeating: teaser + "<p>Some words of a teaser.</p></div>", count: 9))
        #expect(discussion.comments.isEmpty)
        #expect(discussion.findings.map(\.id) == ["no-comments"])
    }

    @Test("Times told from today are worked out from when the page was saved")
    func relative() throws {
        let discussion = try read(
            "<html><ol><li id=comment-1><b class=fn>A</b><span class=comment-date>3 years ago</span>"
                + "<div class=comment-content>x</div></li></ol>")
        let posted = try #require(discussion.comments.first?.posted)
        #expect(posted.isApproximate && posted.precision == .day)
    }

    @Test("What is no markup at all is an error that says so, or an empty discussion")
    func nothing() throws {
        #expect(throws: ReadingError.self) { try read("") }
        #expect(try read("plain words").comments.isEmpty)
    }

    @Test("Hacker News before it had classes: depth by the width of a picture, times from today")
    func oldHackerNews() throws {
        func row(_ width: Int, _ id: Int, _ name: String) -> String {
            "<tr><td><table><tr><td><img src='http://x/s.gif' height=1 width=\(width)></td>"
                + "<td class=default><div><span class=comhead><a href='user?id=\(name)'>\(name)</a>"
                + " 4 hours ago | <a href='item?id=\(id)'>link</a></span></div><br>"
                + "<span class=comment><font color=#000000>Words \(id)</font></span></td></tr>"
                + "</table></td></tr>"
        }
        let discussion = try read(
            "<html><table><tr><td class=title><a href='http://k.example'>Knots</a></td></tr>"
                + "<tr><td class=subtext><span id=score_300>12 points</span> by"
                + " <a href='user?id=bo'>bo</a> 5 hours ago</td></tr></table><table>"
                + row(0, 301, "ann") + row(40, 302, "bo") + row(80, 303, "ann") + row(40, 304, "cy")
                + "</table></html>")
        #expect(discussion.id == "300")
        #expect(discussion.article.title == "Knots")
        #expect(discussion.article.score == 12)
        #expect(discussion.comments.map(\.id) == ["301", "302", "303", "304"])
        #expect(discussion.comments.map(\.statedParent) == ["0", "301", "302", "301"])
        #expect(discussion.comments.allSatisfy { $0.posted?.isApproximate == true })
    }

    // MARK: - Pages of unknown sites

    private static let people = ["Ann", "Bo Lee", "Cyd"]

    private func page(_ around: String, _ block: (Int, String) -> String) -> String {
        "<html><body><h1>Harbour</h1>\(around)"
            + Self.people.enumerated().map { block($0, $1) }.joined() + "</body></html>"
    }

    @Test("Lists of articles, products and links are no comments, whatever they are called")
    func listsOfOtherThings() throws {
        let long = "<p>Some words that tell what the story is about and lead to it.</p>"
        let pages = [
            page("<div class=discussions>") {
                "<article class=item><h2><a href=/s\($0)>Headline number \($0)</a></h2>"
                    + "<i class=author>\($1)</i><time datetime=2020-05-0\($0 + 1)>x</time>\(long)</article>"
            },
            page("<section class=opinions>") {
                "<div class=opinion-card><h3><a href=/o\($0)>Why it matters \($0)</a></h3>"
                    + "<p class=author>\($1)</p><p class=date>\($0 + 1) May 2020</p>\(long)</div>"
            },
            page("<table id=forum>") {
                "<tr class=topic><td><a href=/t\($0)>Boats \($0)</a><td class=author>\($1)"
                    + "<td>Last post 0\($0 + 1) May 2020 10:00 by somebody else again"
            },
            page("<div class=most-commented>") {
                "<div class=item><a href=/x\($0)>A story \($0)</a><i class=author>\($1)</i>"
                    + "<i class=date>May \($0 + 1), 2020</i>\(long)</div>"
            },
            page("<ul class=recent-comments>") {
                "<li><b class=author>\($1)</b> on <a href=/a\($0)>A story</a>"
                    + "<i class=date>May \($0 + 1), 2020</i>\(long)"
            },
            page("<div class=gallery>") {
                "<figure><b class=author>\($1)</b><time datetime=2020-01-0\($0 + 1)>x</time>\(long)"
                    + "</figure>"
            },
        ]
        for page in pages {
            let discussion = try read(page)
            #expect(discussion.comments.isEmpty)
            #expect(discussion.findings.map(\.id) == ["no-comments"])
        }
    }

    @Test("Blocks with names, times and words are taken for comments, with a warning")
    func unknownLayouts() throws {
        let words = "said a thing or two about the old harbour"
        let pages = [
            page("<div id=reactions>") {
                "<div class=r><b class=who>\($1)</b><i class=when>May \($0 + 1), 2020</i>"
                    + "<p>Number \($0) \(words)</p><a href=#>Reply</a></div>"
            },
            page("<table class=guestbook>") {
                "<tr><td><b>\($1)</b><br>0\($0 + 1).05.2009 12:30</td>"
                    + "<td>Number \($0) \(words)</td></tr>"
            },
            page("<dl class=comments>") {
                "<dt>\($1) wrote on \($0 + 1) May 2012, 10:00:<dd><p>Number \($0) \(words)"
            },
            page("<div data-testid=comments>") {
                "<div class=x1\($0) data-testid=comment-card><a href=/user/\($0)>\($1)</a>"
                    + "<span title=2022-05-0\($0 + 1)T08:00:00Z>2y</span><p>Number \($0) \(words)</div>"
            },
            page("<ul>") {
                "<li class=user-comment><b class=user>\($1)</b><p>Number \($0) \(words), without a time"
            },
        ]
        for page in pages {
            let discussion = try read(page)
            #expect(discussion.comments.map(\.nameAsWritten) == Self.people)
            #expect(discussion.comments.allSatisfy { $0.text.hasPrefix("Number ") })
            #expect(discussion.comments.allSatisfy { !$0.text.contains("Reply") })
            #expect(discussion.findings.map(\.id) == ["site-unknown"])
        }
    }

    // MARK: - Old dresses of WordPress

    @Test(
        "Comments of old themes have their names, times and words",
        arguments: [
            "<ol class=commentlist><li id=comment-3><cite><a href=http://x>Ann</a></cite> Says:<br/>"
                + "<small class=commentmetadata><a href='#comment-3'>May 3rd, 2006 at 4:12 pm</a>"
                + "</small><p>One.</p><p>Two.</p></li></ol>",
            "<ol id=commentlist><li id=comment-3><p>One.</p><p>Two.</p><p><cite>Comment by "
                + "<a href=http://x>Ann</a> &#8212; May 3, 2006 @ <a href='#comment-3'>4:12 pm</a>"
                + "</cite></p></li></ol>",
            "<dl id=comment_list><dt class=comment id=comment-3><span class=comment_author>Ann</span>"
                + "<span class=comment_time>May 3, 2006 at <a href='#comment-3'>4:12 pm</a></span></dt>"
                + "<dd class=comment><div id=comment-body-3><p>One.</p><p>Two.</p></div></dd></dl>",
            "<ul id=commentlist><li id=comment-3 class=comment><h4>Ann <span class=meta>4:12 <em>pm</em>"
                + " on May 3, 2006</span></h4><div class=commentcontent><p>One.</p><p>Two.</p></div></ul>",
            "<ol><li id=comment-3 class=comment><cite class=fn>Ann<br><span>Author</span></cite>"
                + "<span class=comment-date>May 3, 2006 4:12 pm</span>"
                + "<div class=comment-content><p>One.</p><p>Two.</p></div></ol>",
        ])
    func oldThemes(html: String) throws {
        let comment = try #require(try read("<html lang=en><body>" + html).comments.first)
        #expect(comment.id == "3")
        #expect(comment.nameAsWritten == "Ann")
        #expect(comment.posted?.description == "2006-05-03T16:12:00")
        #expect(comment.text == "One.\n\nTwo.")
    }

    // MARK: - The article

    @Test(
        "The title of an article is not the site's name",
        arguments: [
            "<title>Kelp &raquo; The tide comes in</title></head><h1 id=header>Kelp</h1>"
                + "<h3 class=storytitle>The tide comes in</h3>",
            "<meta property=og:title content='The tide comes in | Kelp'>"
                + "<meta property=og:site_name content=Kelp></head>",
            "<title>The tide comes in - Kelp</title></head><p class=site-title>Kelp</p>",
        ])
    func titles(html: String) throws {
        #expect(try read("<html><head>" + html).article.title == "The tide comes in")
    }

    @Test(
        "The author of an article is found where its page tells it, and no agency with its years",
        arguments: [
            "<meta name=twitter:label1 content='Verfasst von'><meta name=twitter:data1 content=Ann>",
            "<meta name=author content='Pages Ltd, 2006-2020'><i class='author vcard'>Ann</i>",
            "<div class=author><a href=/people/ann>Ann</a></div>",
        ])
    func authors(html: String) throws {
        #expect(try read("<html>" + html).article.author == "Ann")
    }
}
