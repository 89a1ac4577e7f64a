import DiscussionReporting
import Foundation
import TestSupport
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    private func text(
        isPretty: Bool = false, _ body: (inout JSONWriter) -> Void
    ) -> String {
        var writer = JSONWriter(isPretty: isPretty)
        body(&writer)
        return writer.text
    }

    @Test("Empty containers stay on one line")
    func empty() {
        for isPretty in [false, true] {
            #expect(text(isPretty: isPretty) { $0.object { _ in } } == "{}")
            #expect(text(isPretty: isPretty) { $0.array([]) } == "[]")
        }
    }

    @Test("Members keep their order, with and without lines")
    func order() {
        func write(to writer: inout JSONWriter) {
            writer.object { writer in
                writer.member("z", 1)
                writer.member("a", String?.none)
                writer.key("list")
                writer.array(["x", "y"])
                writer.key("short")
                writer.inline { $0.array(["x", "y"]) }
                writer.key("rows")
                writer.array([1, 2]) { writer, number in
                    writer.object { $0.member("n", number) }
                }
            }
        }
        #expect(
            text { write(to: &$0) }
                == #"{"z":1,"a":null,"list":["x","y"],"short":["x","y"],"rows":[{"n":1},{"n":2}]}"#)
        #expect(
            text(isPretty: true) { write(to: &$0) } == """
                {
                  "z": 1,
                  "a": null,
                  "list": [
                    "x",
                    "y"
                  ],
                  "short": ["x", "y"],
                  "rows": [
                    {
                      "n": 1
                    },
                    {
                      "n": 2
                    }
                  ]
                }
                """)
    }

    @Test("Characters that a terminal or a line reader would obey are escaped")
    func escapes() {
        #expect(
            text { $0.value("a\"\\\n\r\t\0\u{1B}\u{7F}") } == #""a\"\\\n\r\t\u0000\u001b\u007f""#)
        #expect(text { $0.value("\u{85}\u{9B}\u{A0}é") } == "\"\\u0085\\u009b\u{A0}é\"")
        #expect(
            text { $0.value("\u{2027}\u{2028}\u{2029}\u{202E}\u{2066}\u{2070}") }
                == "\"\u{2027}\\u2028\\u2029\\u202e\\u2066\u{2070}\"")
        #expect(text { $0.value("👩‍👩‍👧‍👦 字") } == "\"👩‍👩‍👧‍👦 字\"")
    }

    @Test("Every hostile string comes back from another reader")
    func hostile() throws {
        let bytes = Data(text { $0.array(HostileText.names) }.utf8)
        #expect(!bytes.contains(UInt8(ascii: "\n")))
        let read = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String])
        #expect(read.count == HostileText.names.count)
        for (got, name) in zip(read, HostileText.names) {
            #expect(Array(got.unicodeScalars) == Array(name.unicodeScalars))
        }
    }

    private static let numbersAndTexts: [(Double, String)] = [
        (0, "0"), (-0.0, "0"), (41, "41"), (-3, "-3"), (0.5, "0.5"), (2.0 / 3, "0.666667"),
        (1.0 / 3, "0.333333"), (2.0 + 2.0 / 21, "2.095238"), (0.0001, "0.0001"),
        (0.000012345678, "0.0000123457"), (-1e-9, "-0.000000001"), (1e-300, "0"),
        (31_536_000, "31536000"), (1_234.56789, "1234.56789"), (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"), (999_999.9999999, "1000000"), (123_456_789_012_345.5, "123456789012346"),
    ]

    @Test(
        "Numbers are short",
        arguments: numbersAndTexts)
    func numbers(number: Double, expected: String) {
        #expect(ShortNumber.text(of: number) == expected)
    }

    @Test("A number that is not finite is null")
    func notFinite() {
        #expect(
            text { $0.array([Double.nan, .infinity, -.infinity]) { $0.value($1) } }
                == "[null,null,null]")
    }
}
