import Testing

@testable import LanguageTools

@Suite("Tables of weights")
struct WeightTableTests {
    @Test("A group's numbers stand by their names, and what is no number is passed over")
    func group() {
        let table = WeightTable(
            Array(
                "# from somewhere\na\tone\t1\t-2.5\na\ttwo\t\t3e-05\tx\nab\tone\t7\na\tbare\n".utf8)
        )
        #expect(table.group("a") == ["one": [1, -2.5], "two": [3e-05], "bare": []])
        #expect(table.group("ab") == ["one": [7]])
        #expect(table.group("b").isEmpty)
    }

    @Test("Decimal numbers are read as the standard library reads them")
    func decimalNumbers() {
        var generator = SystemRandomNumberGenerator()
        var numbers = [
            "0", "-0", "0.0001", "-0.04332", "8912", "1.234e-05", "9999999", "16777217",
            "0.00000000001", "123456789.123", "1.", ".5", "-.25", "007.50", "1e+10", "0.3333333",
        ]
        for _ in 0..<2_000 {
            let digits = Int.random(in: 0..<10_000_000, using: &generator)
            let point = String(repeating: "0", count: Int.random(in: 0..<4, using: &generator))
            numbers.append("\(Int.random(in: -99...99, using: &generator)).\(point)\(digits)")
            numbers.append("-0.\(point)\(digits % 10_000)")
        }
        for number in numbers {
            let read = Array(number.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) }
            #expect(read?.bitPattern == Float(number)?.bitPattern, "\(number)")
        }
        for words in ["", "-", ".", "-.", "1.2.3", "one", "1 2"] {
            let read = Array(words.utf8).withUnsafeBufferPointer { DecimalNumber.float($0) }
            #expect(read == Float(words), "\(words)")
        }
    }
}
