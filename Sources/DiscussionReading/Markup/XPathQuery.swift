import CLibxml2
import Synchronization

/// An XPath 1.0 expression, compiled once and evaluated often, by any thread.
final class XPathQuery: @unchecked Sendable {
    /// Longer expressions are none that a person writes.
    static let maximumBytes = 4_096

    /// The expression as written.
    let text: String
    private let compiled: xmlXPathCompExprPtr
    /// libxml2 notes in the compiled expression which functions it has found for it, so that only one
    /// evaluation may go on at a time.
    private let evaluation = Mutex(())

    /// Compiles an expression; `nil` where it is none.
    init?(_ text: String) {
        rejoinder_xml_silence()
        guard text.utf8.count <= Self.maximumBytes, let compiled = xmlXPathCompile(text) else {
            return nil
        }
        self.text = text
        self.compiled = compiled
    }

    deinit { xmlXPathFreeCompExpr(compiled) }

    /// What the expression gives in a context, to be freed by who asked; `nil` where it cannot be
    /// evaluated there.
    func evaluated(in context: xmlXPathContextPtr) -> xmlXPathObjectPtr? {
        var found: xmlXPathObjectPtr?
        evaluation.withLock { _ in found = xmlXPathCompiledEval(compiled, context) }
        return found
    }
}

/// What an expression gives.
enum XPathValue {
    case nodes([HTMLNode])
    case string(String)
    case number(Double)
    case boolean(Bool)
}

/// Functions for expressions on HTML, where classes are words in one attribute and ids end with
/// numbers.
///
/// - `has-class('a', 'b', …)`: whether the element has one of the classes.
/// - `class-starts('a-', …)`: whether one of its classes begins so.
/// - `number-in(text)`: the last run of digits in a text, such as `12` of `li-comment-12`; empty
///   where there is none.
enum XPathFunctions {
    static func register(in context: xmlXPathContextPtr) {
        xmlXPathRegisterFunc(context, "has-class") { parser, count in
            XPathFunctions.matchClasses(parser, count, isBeginning: false)
        }
        xmlXPathRegisterFunc(context, "class-starts") { parser, count in
            XPathFunctions.matchClasses(parser, count, isBeginning: true)
        }
        xmlXPathRegisterFunc(context, "number-in") { parser, count in
            guard let parser, count == 1, let text = xmlXPathPopString(parser) else {
                xmlXPathErr(parser, Int32(XPATH_INVALID_ARITY.rawValue))
                return
            }
            defer { rejoinder_xml_free(text) }
            let digits = XPathFunctions.lastDigits(
                UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
            valuePush(parser, xmlXPathNewCString(digits))
        }
    }

    private static func lastDigits(_ text: UnsafeBufferPointer<UInt8>) -> String {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard let last = text.lastIndex(where: isDigit) else { return "" }
        var first = last
        while first > 0, isDigit(text[first - 1]) { first -= 1 }
        return String(decoding: text[first...last], as: UTF8.self)
    }

    private static func matchClasses(
        _ parser: xmlXPathParserContextPtr?, _ count: Int32, isBeginning: Bool
    ) {
        guard let parser, (1...32).contains(count) else {
            xmlXPathErr(parser, Int32(XPATH_INVALID_ARITY.rawValue))
            return
        }
        var isFound = false
        let classes = parser.pointee.context?.pointee.node.flatMap {
            HTMLNode($0).attributeText("class")
        }
        for _ in 0..<count {
            guard let wanted = xmlXPathPopString(parser) else { continue }
            defer { rejoinder_xml_free(wanted) }
            guard !isFound, let classes else { continue }
            isFound = rejoinder_has_word(classes, wanted, isBeginning ? 1 : 0) == 1
        }
        valuePush(parser, xmlXPathNewBoolean(isFound ? 1 : 0))
    }
}
