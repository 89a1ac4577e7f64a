import Foundation
import TestSupport
import Testing

@testable import DiscussionPrivacy

@Suite("Keys of pseudonyms")
struct PseudonymKeyTests {
    private static let secret = "9Q2f0c8YkJ4mT1sVh7uRw3bXz6nLpA5eGdKi0oHyCjE="

    @Test("A token is HMAC-SHA256 in base32, as Python has it")
    func reference() throws {
        let key = try PseudonymKey(Self.secret.utf8)
        let python = try #require(OutsideTool.python(with: ["hmac", "hashlib", "base64"]))
        let program = """
            import base64, hmac, sys
            code = hmac.new(sys.argv[1].encode(), b"name\\0" + sys.argv[2].encode(), "sha256").digest()
            print(base64.b32encode(code[:10]).decode().lower())
            """
        for name in ["zoe", "anna berg", "安娜", ""] {
            let output = try python.run(["-c", program, Self.secret, name])
            #expect(output.status == 0, "\(output.errors)")
            #expect(key.token(of: name, as: .name) + "\n" == output.text)
        }
    }

    @Test("Another key, another name and another kind give another token")
    func different() throws {
        let key = try PseudonymKey(Self.secret.utf8)
        let other = try PseudonymKey((Self.secret + "x").utf8)
        let tokens = [
            key.token(of: "ana", as: .name), other.token(of: "ana", as: .name),
            key.token(of: "anb", as: .name), key.token(of: "ana", as: .account),
            PseudonymKey().token(of: "ana", as: .name), PseudonymKey().token(of: "ana", as: .name),
        ]
        #expect(Set(tokens).count == tokens.count)
        #expect(tokens.allSatisfy { $0.count == 16 })
    }

    @Test("The end of a line is no part of a key")
    func lineEnd() throws {
        let key = try PseudonymKey(Self.secret.utf8)
        let line = try PseudonymKey((Self.secret + "\r\n").utf8)
        #expect(key.token(of: "ana", as: .name) == line.token(of: "ana", as: .name))
    }

    @Test("A key that is too short, or that repeats itself, is refused")
    func refused() {
        #expect(throws: PseudonymKey.Problem.tooShort(bytes: 31)) {
            try PseudonymKey([UInt8](0..<31))
        }
        #expect(throws: PseudonymKey.Problem.tooShort(bytes: 0)) { try PseudonymKey([]) }
        #expect(throws: PseudonymKey.Problem.notRandom) {
            try PseudonymKey([UInt8](repeating: 0x61, count: 64))
        }
    }

    @Test("A key that is printed tells nothing of itself")
    func printed() throws {
        let key = try PseudonymKey(Self.secret.utf8)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(!text.contains("57") && !text.contains("9Q2f"), "\(text)")
        }
    }
}
