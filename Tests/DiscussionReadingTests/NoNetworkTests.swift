import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionReading

/// A socket on loopback that nobody should call.
private final class LoopbackListener {
    let port: Int
    private let descriptor: Int32

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let own = descriptor
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(own, $0, size) == 0 && listen(own, 64) == 0
                    && getsockname(own, $0, &size) == 0
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard isOpen, fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else {
            throw CocoaError(.featureUnsupported)
        }
    }

    deinit { close(descriptor) }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    /// How many have called since the last time.
    func calls() -> Int {
        var count = 0
        while case let caller = accept(descriptor, nil, nil), caller >= 0 {
            close(caller)
            count += 1
        }
        return count
    }

    /// Calls it.
    func call() {
        let caller = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.address(port: port)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(caller, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        close(caller)
    }
}

/// Inputs that refer to elsewhere in every way that XML and HTML have.
@Suite("Nothing is fetched")
struct NoNetworkTests {
    private let folder: ScratchFolder
    private let listener: LoopbackListener
    private var outside: String { "http://127.0.0.1:\(listener.port)" }

    init() throws {
        folder = try ScratchFolder()
        listener = try LoopbackListener()
        try folder.write("words of another file", to: "secret.txt")
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Fixtures.folder.appending(path: name), encoding: .utf8)
    }

    /// All words that were read, and how many comments.
    private func read(_ name: String, _ text: String) throws -> (words: String, comments: Int) {
        try folder.write(text, to: name)
        var (words, comments) = ("", 0)
        for result in try DiscussionReader(inputs: [folder.file(name)]) {
            guard case .success(let discussion) = result else { continue }
            words += "\(discussion.article)"
            for comment in discussion.comments { words += "\(comment)\n" }
            comments += discussion.comments.count
        }
        return (words, comments)
    }

    @Test("The listener hears who calls")
    func hears() {
        #expect(listener.calls() == 0)
        listener.call()
        #expect(listener.calls() == 1)
    }

    @Test(
        "No external subset, entity, inclusion, schema or style sheet of XML is loaded",
        arguments: [
            "wxr/allotment.xml", "disqus/forum.xml", "blogger/comments-feed.xml",
            "blogger/takeout.atom", "feed/comments.xml",
        ])
    func xml(fixture: String) throws {
        let plain = try text(fixture)
        let before = try read("plain.xml", plain)
        let declaration = try #require(plain.firstRange(of: "?>"))
        let root = try #require(
            plain[declaration.upperBound...].firstRange(of: /<[a-z]+[\s>]/))
        let rootName = plain[root].dropFirst().dropLast()
        let tagEnd = try #require(plain[root.lowerBound...].firstIndex(of: ">"))
        for system in ["\(outside)/x", "file://\(folder.file("secret.txt"))"] {
            let doctype = """
                <?xml-stylesheet type="text/xsl" href="\(system)"?>
                <!DOCTYPE \(rootName) PUBLIC "-//X//Y" "\(system)" [
                <!ENTITY % loaded SYSTEM "\(system)"> %loaded;
                <!ENTITY other SYSTEM "\(system)">
                <!ENTITY picture SYSTEM "\(system)" NDATA gif>
                <!ENTITY wide "&other;&other;">
                <!ATTLIST \(rootName) x CDATA "&other;">
                ]>
                """
            let attributes = """
                 xmlns:xl="http://www.w3.org/1999/xlink" xl:href="\(system)" xl:show="embed" \
                xml:base="\(outside)/" xmlns:sc="http://www.w3.org/2001/XMLSchema-instance" \
                sc:noNamespaceSchemaLocation="\(system)" sc:schemaLocation="\(system) \(system)"
                """
            let inside = """
                <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="\(system)" parse="text"/>\
                &other;&wide;
                """
            var hostile = plain
            hostile.insert(contentsOf: attributes, at: tagEnd)
            hostile.insert(contentsOf: doctype, at: declaration.upperBound)
            // In whatever is read as a title, a name or a text.
            for tag in ["title", "name", "description", "message", "content", "wp:comment_author"] {
                hostile = hostile.replacing("</\(tag)>", with: "\(inside)</\(tag)>")
            }
            let after = try read("hostile.xml", hostile)
            #expect(after.comments == before.comments && after.comments > 0)
            #expect(!after.words.contains("words of another file"))
            #expect(listener.calls() == 0)
        }
    }

    @Test("Nothing that a page shows, runs, frames or refers to is loaded")
    func html() throws {
        let head = """
            <!DOCTYPE html SYSTEM "\(outside)/html.dtd"><html><head><base href="\(outside)/">
            <link rel=stylesheet href="\(outside)/style.css"><link rel=preload href="/x" as=script>
            <link rel=canonical href="\(outside)/page"><link rel=next href="\(outside)/page/2">
            <meta http-equiv=refresh content="0; url=\(outside)/"><script src="\(outside)/x.js"></script>
            <style>@import url(\(outside)/i.css); body { background: url(\(outside)/b.png) }</style>
            """
        let body = """
            <img src="\(outside)/i.png" srcset="\(outside)/2.png 2x"><iframe src="\(outside)/"></iframe>
            <object data="\(outside)/o"></object><embed src="\(outside)/e"><video src="\(outside)/v"></video>
            <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://\(folder.file("secret.txt"))"/>
            <svg><image xlink:href="\(outside)/s.png"/><use href="\(outside)/u.svg#x"/></svg>
            """
        var changed = 0
        for fixture in Fixtures.inputs(of: "html") {
            var page = try text("html/\(fixture)")
            let before = try read("plain.html", page)
            if let place = page.firstRange(of: /<body[^>]*>/) {
                page.insert(contentsOf: body, at: place.upperBound)
            }
            page = page.replacing(/<head(?:\s[^>]*)?>/, with: head, maxReplacements: 1)
            if page.contains(outside) { changed += 1 }
            let after = try read("hostile.html", page)
            #expect(after.comments == before.comments, "\(fixture)")
            #expect(!after.words.contains("words of another file"))
            #expect(listener.calls() == 0, "\(fixture)")
        }
        #expect(changed > 10)
    }

    @Test("A description of a site cannot ask for documents, and no mail fetches its parts")
    func elsewhere() throws {
        try folder.write(
            "name: x\ncomment: //div\nauthor: \"document('\(outside)/x.xml')//b\"\n", to: "x.yaml")
        try folder.write("<html><body><div>a</div></body></html>", to: "page.html")
        var options = ReadingOptions()
        options.siteFiles = [folder.file("x.yaml")]
        let refusal = #expect(throws: (any Error).self) {
            for page in try DiscussionReader(inputs: [folder.file("page.html")], options: options) {
                _ = try page.get()
            }
        }
        #expect("\(refusal.debugDescription)".contains("`author` cannot be evaluated"))
        let mail = try read(
            "mail.mbox",
            """
            From a@mail.example Mon Jan  1 10:00:00 2024
            From: Ann <a@mail.example>
            Message-ID: <1@mail.example>
            Subject: Boats
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: message/external-body; access-type=URL; URL="\(outside)/body"

            --b
            Content-Type: text/html

            <img src="\(outside)/i.png"><p>The boats are in.</p><iframe src="\(outside)/"></iframe>
            --b--

            """)
        #expect(mail.comments == 1 && mail.words.contains("The boats are in."))
        #expect(listener.calls() == 0)
    }
}
