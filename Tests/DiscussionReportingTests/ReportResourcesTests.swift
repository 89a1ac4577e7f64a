import Foundation
import TestSupport
import Testing

@testable import DiscussionReporting

/// What the digests are compared with.
private let sha256sum = OutsideTool("sha256sum")

@Suite("The style and the script of a report")
struct ReportResourcesTests {
    private static let digests = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/DiscussionReporting/Resources/digests.txt")

    @Test(
        "The digests that the page allows are those of its style and script",
        .enabled(if: sha256sum != nil, "needs sha256sum"))
    func digests() throws {
        let tool = try #require(sha256sum)
        let texts = [ReportResources.style, ReportResources.script]
        let computed = try texts.map { text in
            let hexadecimal = try tool.run(["-"], input: text).text.prefix(64)
            return Data(Self.bytes(hexadecimal)).base64EncodedString()
        }
        if ProcessInfo.processInfo.environment["REJOINDER_RECORD"] != nil {
            try (computed.joined(separator: "\n") + "\n").write(
                to: Self.digests, atomically: true, encoding: .utf8)
            Issue.record("The digests were recorded; build again")
            return
        }
        #expect(
            [ReportResources.styleHash, ReportResources.scriptHash]
                == computed.map { "sha256-" + $0 })
    }

    private static func bytes(_ hexadecimal: Substring) -> [UInt8] {
        stride(from: 0, to: hexadecimal.count, by: 2).compactMap { offset in
            let start = hexadecimal.index(hexadecimal.startIndex, offsetBy: offset)
            return UInt8(hexadecimal[start...].prefix(2), radix: 16)
        }
    }

    @Test("Nothing in them ends the element that they stand in or asks for anything from outside")
    func harmless() {
        for text in [ReportResources.style, ReportResources.script] {
            #expect(!text.lowercased().contains("</"))
            #expect(!text.contains("<!--"))
            #expect(!text.contains("@import"))
            #expect(!text.contains("url("))
            #expect(!text.contains("innerHTML"))
            #expect(!text.contains("fetch("))
        }
        let addresses = ReportResources.script.matches(of: #/https?:[^'"\s]*/#).map { $0.output }
        #expect(addresses == ["http://www.w3.org/2000/svg"])
    }
}
