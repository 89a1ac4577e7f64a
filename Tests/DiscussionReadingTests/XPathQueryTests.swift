import Dispatch
import Synchronization
import Testing

@testable import DiscussionReading

@Suite("Queries on pages")
struct XPathQueryTests {
    @Test("One query serves many threads, each with a page of its own")
    func threads() throws {
        let query = try #require(XPathQuery("//p[has-class('b') and number-in(@id) > 1]"))
        let right = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            let paragraphs = (0...thread).map { "<p class='a b' id='c-\($0)'>x</p>" }.joined()
            guard let document = HTMLDocument(fragment: paragraphs), let root = document.root else {
                return
            }
            for _ in 0..<200 where document.nodes(query, from: root).count == max(0, thread - 1) {
                right.add(1, ordering: .relaxed)
            }
        }
        #expect(right.load(ordering: .relaxed) == 8 * 200)
    }

    @Test("What is no expression is none, and what cannot be evaluated has a reason")
    func faults() throws {
        #expect(XPathQuery("//p[") == nil)
        #expect(XPathQuery(String(repeating: "/a", count: 2_049)) == nil)
        let unknown = try #require(XPathQuery("no-such-function(.)"))
        let document = try #require(HTMLDocument(fragment: "<p>x</p>"))
        #expect(document.fault(in: unknown)?.isEmpty == false)
    }
}
