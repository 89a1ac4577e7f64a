import CLibxml2
import Foundation

/// JSON as Foundation reads it.
enum JSONCheck {
    static func check(_ text: String) throws { _ = try object(text) }

    /// The nodes and edges of a node-link document.
    static func counts(_ text: String) throws -> (nodes: Int, edges: Int) {
        let graph = try object(text) as? [String: Any]
        let nodes = graph?["nodes"] as? [[String: Any]] ?? []
        let edges = graph?["edges"] as? [[String: Any]] ?? []
        let ids = Set(nodes.compactMap { ($0["id"] as? String).map { Array($0.utf8) } })
        try promise(ids.count == nodes.count, "\(nodes.count) nodes of JSON have \(ids.count) ids")
        return (nodes.count, edges.count)
    }

    private static func object(_ text: String) throws -> Any {
        do {
            return try JSONSerialization.jsonObject(with: Data(text.utf8))
        } catch {
            throw BrokenPromise(description: "no JSON: \(error) in \(text.prefix(400))")
        }
    }
}

/// XML as libxml2 reads it without forgiving anything.
enum XMLCheck {
    /// The elements that are nodes and edges.
    static func counts(_ text: String) throws -> (nodes: Int, edges: Int) {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        let document = text.withCString {
            xmlReadMemory($0, Int32(text.utf8.count), nil, "UTF-8", Int32(options))
        }
        defer { xmlFreeDoc(document) }
        guard let document, let context = xmlXPathNewContext(document) else {
            throw BrokenPromise(description: "no XML: \(text.suffix(400))")
        }
        defer { xmlXPathFreeContext(context) }
        func count(_ name: String) -> Int {
            let found = xmlXPathEvalExpression("count(//*[local-name() = '\(name)'])", context)
            defer { xmlXPathFreeObject(found) }
            return Int(found?.pointee.floatval ?? -2)
        }
        return (count("node"), count("edge"))
    }
}

/// CSV as RFC 4180 has it, and safe in a spreadsheet.
enum CSVCheck {
    /// The rows below the first, after a look at each cell.
    static func rows(_ text: String) throws -> Int {
        var width = 0
        var rows = 0
        var cells = 0
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if place < bytes.count, bytes[place] == byte {
                    cell.append(byte)
                    place += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                try promise(cell.isEmpty && !wasQuoted, "a quotation mark amid a cell")
                isQuoted = true
                wasQuoted = true
            case UInt8(ascii: ","), 0x0D:
                try checkFormula(cell)
                cell = []
                wasQuoted = false
                cells += 1
                guard byte == 0x0D else { continue }
                try promise(place < bytes.count && bytes[place] == 0x0A, "a bare return")
                place += 1
                if rows == 0 { width = cells }
                try promise(cells == width, "row \(rows) has \(cells) cells of \(width)")
                rows += 1
                cells = 0
            default:
                try promise(!wasQuoted && byte != 0x0A, "a cell goes on behind its end")
                cell.append(byte)
            }
        }
        try promise(!isQuoted && cell.isEmpty && cells == 0, "the last row has no end")
        return rows - 1
    }

    private static func checkFormula(_ cell: [UInt8]) throws {
        guard let first = cell.first, "=+-@\t\r\n".utf8.contains(first) else { return }
        let text = String(decoding: cell, as: UTF8.self)
        try promise(Double(text) != nil, "a spreadsheet reckons with \(text.debugDescription)")
    }
}

/// DOT as its grammar has it, as far as Rejoinder writes it.
enum DOTCheck {
    /// The statements that are nodes and edges.
    static func counts(_ text: String) throws -> (nodes: Int, edges: Int) {
        var ids: Set<[UInt8]> = []
        var edges = 0
        for statement in try statements(text) {
            guard case .quoted(let id) = statement.first else { continue }
            if statement.contains(.plain("->")) {
                edges += 1
            } else {
                try promise(ids.insert(id).inserted, "two nodes are \(id)")
            }
            try promise(statement.last == .plain("]"), "a statement without attributes")
        }
        return (ids.count, edges)
    }

    private enum Token: Equatable {
        case quoted([UInt8])
        case plain(String)
    }

    /// The statements of the graph, cut at its semicolons and braces.
    private static func statements(_ text: String) throws -> [[Token]] {
        var result: [[Token]] = [[]]
        var braces = 0
        var isInAttributes = false
        let bytes = Array(text.utf8)
        var place = 0
        func add(_ token: Token) { result[result.count - 1].append(token) }
        while place < bytes.count {
            let byte = bytes[place]
            let start = place
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                while place < bytes.count, bytes[place] != byte {
                    place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
                }
                try promise(place < bytes.count, "a string has no end")
                add(.quoted(Array(bytes[(start + 1)..<place])))
                place += 1
            case UInt8(ascii: "/"):
                try promise(place < bytes.count && bytes[place] == byte, "a bare slash")
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                try promise(isInAttributes == (byte == UInt8(ascii: "]")), "brackets do not match")
                isInAttributes.toggle()
                add(.plain(byte == UInt8(ascii: "[") ? "[" : "]"))
            case UInt8(ascii: "{"), UInt8(ascii: "}"):
                braces += byte == UInt8(ascii: "{") ? 1 : -1
                try promise(braces >= 0 && !isInAttributes, "braces do not match")
                result.append([])
            case UInt8(ascii: ";"): result.append([])
            case 0x09, 0x0A, 0x20, UInt8(ascii: ","), UInt8(ascii: "="): continue
            default:
                while place < bytes.count, isWord(bytes[place]) { place += 1 }
                let word = String(decoding: bytes[start..<place], as: UTF8.self)
                try promise(isWord(byte), "\(word) stands bare")
                add(.plain(word))
            }
        }
        try promise(braces == 0, "a brace is not closed")
        return result
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x3E: true
        default: false
        }
    }
}
