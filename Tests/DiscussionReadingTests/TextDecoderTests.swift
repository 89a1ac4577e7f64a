import DiscussionModel
import TestSupport
import Testing

@testable import DiscussionReading

@Suite("Bytes of unknown encoding")
struct TextDecoderTests {
    private func text(_ bytes: [UInt8]) -> (String, TextDecoder.Encoding, Bool) {
        let decoded = TextDecoder.decoded(bytes)
        return (String(decoding: decoded.bytes, as: UTF8.self), decoded.encoding, decoded.isGuessed)
    }

    @Test("UTF-8 is read as it is, a byte order mark left out")
    func utf8() {
        #expect(text(Array("é–漢".utf8)) == ("é–漢", .utf8, false))
        #expect(text([0xEF, 0xBB, 0xBF, 0x61]) == ("a", .utf8, false))
        #expect(text([]) == ("", .utf8, false))
    }

    @Test("Windows-1252 and Latin-1 are read right, as a guess")
    func windows() {
        #expect(text([0x63, 0x61, 0x66, 0xE9]) == ("café", .windows1252, true))
        #expect(text([0x93, 0x61, 0x94, 0x20, 0x80, 0x85]) == ("“a” €…", .windows1252, true))
        #expect(TextDecoder.decoded([0x61, 0xE9]).firstStrayByte == 1)
    }

    @Test("A stray byte in UTF-8 costs nothing but itself")
    func mixed() {
        let bytes = Array("für „uns“ ".utf8) + [0xE4] + Array(" – über".utf8)
        #expect(text(bytes) == ("für „uns“ ä – über", .mixed, true))
    }

    @Test("UTF-16 is read with a mark and, as a guess, without")
    func utf16() {
        let units = Array("Über uns, alle".utf16)
        let low = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let high = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(text([0xFF, 0xFE] + low) == ("Über uns, alle", .utf16, false))
        #expect(text([0xFE, 0xFF] + high) == ("Über uns, alle", .utf16, false))
        #expect(text(low) == ("Über uns, alle", .utf16, true))
        #expect(text([0xFF, 0xFE, 0x00, 0xD8, 0x41]) == ("\u{FFFD}", .utf16, false))
    }

    @Test("Every sequence of bytes has a reading that is valid UTF-8")
    func anything() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let decoded = TextDecoder.decoded(bytes)
            #expect(String(validating: decoded.bytes, as: UTF8.self) != nil)
        }
    }
}
