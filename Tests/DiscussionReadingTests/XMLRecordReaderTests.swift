import Testing

@testable import DiscussionReading

@Suite("Records of XML")
struct XMLRecordReaderTests {
    private func reader(
        _ bytes: [UInt8], inner: Set<String> = [], isStrict: Bool = false
    ) throws -> XMLRecordReader {
        try XMLRecordReader(
            OpenInput(bytes: bytes, name: "sample"),
            shape: XMLShape(
                roots: ["l"], records: ["item"], innerRecords: inner, leftOut: ["secret"],
                prefixes: [("urn:known", "k")]),
            isStrict: isStrict)
    }

    private func records(_ text: String, inner: Set<String> = []) throws -> [XMLRecord] {
        let reader = try reader(Array(text.utf8), inner: inner)
        var records: [XMLRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    @Test("Nothing gives no records, and words are no XML")
    func nothing() throws {
        #expect(try records("").isEmpty)
        #expect(try records("just words").isEmpty)
        #expect(try !reader(Array("words".utf8)).hasElements)
    }

    @Test("A record has its elements, attributes and words in order")
    func whole() throws {
        let found = try records(
            "<list>\n<item a='1&amp;2'>x<b>y</b>z</item><item/><other>no</other></list>")
        #expect(found.count == 2)
        let element = try #require(found.first?.element)
        #expect(element.attribute("a") == "1&2")
        #expect(element.text == "xz")
        #expect(element.words("b") == "y")
        #expect(element.markup == "x<b>y</b>z")
        #expect(element.line == 2)
    }

    @Test("Inner records come before the outer one and are not in it")
    func inner() throws {
        let found = try records(
            "<l><item><t>1</t><note>n</note><secret><note>s</note></secret></item></l>",
            inner: ["note"])
        #expect(found.map(\.element.name) == ["note", "item"])
        #expect(found[1].element.children.map(\.name) == ["t"])
    }

    @Test("Names have the usual prefix of their namespace; unbound prefixes stay")
    func prefixes() throws {
        let found = try records(
            "<l xmlns:x='urn:known/1'><item><x:a x:id='1'>1</x:a><y:b>2</y:b></item></l>")
        #expect(found[0].element.words("k:a") == "1")
        #expect(found[0].element.child("k:a")?.attribute("k:id") == "1")
        #expect(found[0].element.words("y:b") == "2")
    }

    @Test(
        "What the standard forbids is read as it was meant",
        arguments: [
            ("<item>a & b &amp; c</item>", "a & b & c"),
            ("<item>AT&T; &copy; &#8212; &#x1F600; &#151;</item>", "AT&T; © — 😀 —"),
            ("<item>1 < 2 > 0 <3</item>", "1 < 2 > 0 <3"),
            ("<item>a\u{1}b\u{8}c</item>", "abc"),
            ("`<?xml version='1.0'?><item>tick</item>", "tick"),
            ("\u{FEFF} \n<?xml version='1.0'?><item>mark</item>", "mark"),
            ("<item><![CDATA[a ]] > ]]]]><![CDATA[> &amp; <b>]]></item>", "a ]] > ]]> &amp; <b>"),
            ("<item>a]]>b</item>", "a]]>b"),
            ("<item>a<!-- not <this> -- -->b<?nor this?>c</item>", "abc"),
            ("<!DOCTYPE l [<!ENTITY e 'boom'>]><item>&e;</item>", "&e;"),
            ("<!DOCTYPE l [<!-- it's --> <!ENTITY e \"]>\">]><item>x</item>", "x"),
            ("<item>a\r\nb</item>", "a\nb"),
        ])
    func tolerance(source: String, expected: String) throws {
        #expect(try records(source).map(\.element.text) == [expected])
    }

    @Test("Bytes that are no UTF-8 are read as Windows-1252, and counted")
    func strays() throws {
        let reader = try reader(Array("<item>caf".utf8) + [0xE9, 0x93] + Array("é</item>".utf8))
        #expect(try reader.next()?.element.text == "café“é")
        #expect(reader.strayBytes?.count == 2)
        #expect(reader.strayBytes?.first == 9)
    }

    @Test("UTF-16 and declared encodings are read")
    func encodings() throws {
        let text = "<?xml version='1.0' encoding='utf-16'?><item>naïve 😀</item>"
        let wide: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try reader(wide).next()?.element.text == "naïve 😀")
        let cyrillic =
            Array("<?xml version='1.0' encoding='windows-1251'?><item>".utf8) + [0xC4, 0xE0]
            + Array("</item>".utf8)
        #expect(try reader(cyrillic).next()?.element.text == "Да")
        let latin =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><item>".utf8) + [0xE9]
            + Array("</item>".utf8)
        let latinReader = try reader(latin)
        #expect(try latinReader.next()?.element.text == "é")
        #expect(latinReader.strayBytes == nil)
    }

    @Test("Every cut gives the records before it and the words of the one that is open")
    func cuts() throws {
        let text = "<l><item>one</item><item><a x='1'>two</a><![CDATA[three]]> </item></l>"
        for length in 0..<text.utf8.count {
            let reader = try reader(Array(text.utf8.prefix(length)))
            var found: [XMLRecord] = []
            while let record = try reader.next() { found.append(record) }
            #expect(reader.cut != nil || length < 2)
            if length >= 20 { #expect(found[0].element.text == "one" && !found[0].isCut) }
            if (51..<55).contains(length) {
                #expect(found[1].element.text == "three".prefix(length - 50) && found[1].isCut)
            }
        }
    }

    @Test("The cut names the last line and the end that was expected")
    func cutPlace() throws {
        let reader = try reader(Array("<l>\n<item>\n<a>\nwords\n".utf8))
        while try reader.next() != nil {}
        #expect(reader.cut?.line == 5)
        #expect(reader.cut?.problem.contains("</a>") == true)
        #expect(reader.cut?.problem.contains("line 3") == true)
    }

    @Test("Wrong nesting is mended, told with its line, and does no harm to the next record")
    func nesting() throws {
        let found = try records(
            "<l>\n<item><a>1<b>2</a></item>\n</i></x>\n<item>\n<item><c d=5/>3</item>\n</l>")
        #expect(found.count == 3)
        #expect(found[0].element.words("a") == "1")
        #expect(found[0].element.child("a")?.words("b") == "2")
        #expect(found[0].damage?.line == 2)
        #expect(found[1].damage?.problem.contains("</item>") == true)
        #expect(found[2].damage?.line == 5)
    }

    @Test("Characters written as references are read after damaged markup too")
    func referencesAfterDamage() throws {
        let found = try records(
            "<l></x><item a='&lt;'>1 &lt; 2 &amp;&amp; <b>3 &gt; 2</b></item></l>")
        #expect(found[0].element.text == "1 < 2 && ")
        #expect(found[0].element.words("b") == "3 > 2")
        #expect(found[0].element.attribute("a") == "<")
    }

    @Test("Several documents may follow each other, the first of them cut")
    func documents() throws {
        let one = "<?xml version='1.0'?>\n<l><item>1</item></l>\n"
        #expect(try records(one + one).count == 2)
        #expect(try records("<l><item>1</item><item><a>" + one + one).count == 4)
    }

    @Test("Strict reading stops at damaged markup")
    func strict() throws {
        let reader = try reader(Array("<l>\n<item><a></item></l>".utf8), isStrict: true)
        let error = #expect(throws: ReadingError.self) { try reader.next() }
        #expect(error?.line == 2)
    }

    @Test("Deep nesting is an error that says so, and costs nothing")
    func depth() throws {
        let reader = try reader(Array(String(repeating: "<a>", count: 1_000_000).utf8))
        let error = #expect(throws: ReadingError.self) { try reader.next() }
        #expect(error?.code == .malformed)
        #expect(error?.problem.contains("nested") == true)
    }

    @Test("Ends without beginnings end nothing, however many")
    func ends() throws {
        let text = String(repeating: "</a>", count: 20) + "<item>1</item>"
        #expect(try records(text).count == 1)
        let reader = try reader(Array((String(repeating: "</a>", count: 5_000) + "<item/>").utf8))
        let error = #expect(throws: ReadingError.self) { try reader.next() }
        #expect(error?.problem.contains("cannot be followed") == true)
    }

    @Test("Ends without beginnings all over a file stop nothing")
    func manyEnds() throws {
        let text = String(
            repeating: "<item>1</p></item>" + String(repeating: " ", count: 300), count: 2_000)
        #expect(try records("<l>" + text + "</l>").count == 2_000)
    }

    @Test("Long character data, values and tags are read or cut short, not searched again")
    func longPieces() throws {
        let long = String(repeating: "]] é ", count: 200_000)
        let found = try records(
            "<l><item><![CDATA[\(long)]]></item><item a=\"\(long)\">b</item></l>")
        #expect(found[0].element.text == long)
        #expect(found[1].element.attribute("a") == long)
        let open = try records(
            "<l><item a=\"x\(String(repeating: "y = ", count: 500_000))</item>")
        #expect(open.count == 1)
        let attributes = (0..<5_000).map { "a\($0)='1'" }.joined(separator: " ")
        #expect(try records("<l><item \(attributes)>x</item><item>y</item></l>").count == 2)
    }

    @Test("Entities are neither expanded nor loaded")
    func entities() throws {
        var text = "<!DOCTYPE l [<!ENTITY e0 'ha'>"
        for level in 1...30 {
            text += "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
        }
        text += "<!ENTITY % p SYSTEM 'file:///dev/zero'> %p;"
        text += "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l><item>&e30;&x;</item></l>"
        #expect(try records(text).map(\.element.text) == ["&e30;&x;"])
    }

    @Test("Bytes come in chunks of any size, and the records are the same")
    func chunks() {
        let text = "<l>é&amp;&eacute;<![CDATA[x]]]>y]]><!-- a --><?b c?><i a=\"<\">😀</i></l>"
        let bytes = Array(text.utf8) + [0xE9, 0x20]
        var whole = XMLRepair()
        let expected = whole.mended(bytes, isLast: true)
        for size in 1..<bytes.count {
            var repair = XMLRepair()
            var result: [UInt8] = []
            var at = 0
            while at < bytes.count {
                result += repair.mended(
                    Array(bytes[at..<min(at + size, bytes.count)]), isLast: false)
                at += size
            }
            result += repair.mended([], isLast: true)
            #expect(result == expected)
        }
    }
}
