extension XMLRecord {
    /// The record as bytes, to be set aside in a `RecordSpool`.
    var bytes: [UInt8] {
        var writer = Writer()
        writer.write(isCut ? 1 : 0)
        var todo = [element]
        while let element = todo.popLast() {
            writer.write(element.name)
            writer.write(element.attributes.count)
            for attribute in element.attributes {
                writer.write(attribute.name)
                writer.write(attribute.value)
            }
            writer.write(element.text)
            writer.write(element.line)
            writer.write(element.textOffset)
            writer.write(element.children.count)
            todo += element.children.reversed()
        }
        return writer.bytes
    }

    /// The record that `bytes` were made of, without its damage; `nil` where they are no record.
    init?(bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let flags = reader.number() else { return nil }
        // The elements that wait for children, each with how many.
        var open: [(element: XMLElement, missing: Int)] = []
        while true {
            guard let next = reader.element() else { return nil }
            open.append(next)
            while let last = open.last, last.missing == 0 {
                open.removeLast()
                guard !open.isEmpty else {
                    self.init(element: last.element, damage: nil, isCut: flags == 1)
                    return
                }
                open[open.count - 1].element.children.append(last.element)
                open[open.count - 1].missing -= 1
            }
        }
    }

    private struct Writer {
        var bytes: [UInt8] = []

        mutating func write(_ number: Int) {
            withUnsafeBytes(of: UInt32(clamping: number).littleEndian) { bytes += $0 }
        }

        mutating func write(_ text: String) {
            write(text.utf8.count)
            bytes += text.utf8
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        mutating func number() -> Int? {
            guard at + 4 <= bytes.count else { return nil }
            defer { at += 4 }
            return (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }

        mutating func text() -> String? {
            guard let count = number(), at + count <= bytes.count else { return nil }
            defer { at += count }
            return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
        }

        mutating func element() -> (element: XMLElement, missing: Int)? {
            guard let name = text(), let attributes = number() else { return nil }
            var element = XMLElement(name: name)
            for _ in 0..<attributes {
                guard let name = text(), let value = text() else { return nil }
                element.attributes.append(XMLElement.Attribute(name: name, value: value))
            }
            guard let words = text(), let line = number(), let offset = number(),
                let children = number()
            else { return nil }
            element.text = words
            element.line = line
            element.textOffset = offset
            return (element, children)
        }
    }
}
