import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("Dates in pages")
struct DateMatcherTests {
    private func first(_ text: String, isDayFirst: Bool = false) -> DateMatcher.Found? {
        let bytes = Array(text.utf8)
        return DateMatcher(bytes: bytes, isDayFirst: isDayFirst).first(in: 0..<bytes.count)
    }

    @Test(
        "Dates with and without times are understood in many languages",
        arguments: [
            ("March 12, 2019 at 2:05 pm", "2019-03-12T14:05:00"),
            ("Tuesday, March 12th, 2019", "2019-03-12"),
            ("Mar 1, 2020", "2020-03-01"), ("Sat Mar 07, 2015 12:01 am", "2015-03-07T00:01:00"),
            ("12 March 2019, 14:05:30", "2019-03-12T14:05:30"),
            ("2:05 pm on 12 March 2019", "2019-03-12T14:05:00"),
            ("12. März 2019 um 14:05 Uhr", "2019-03-12T14:05:00"),
            ("Dienstag, 12. März 2019 um 14.05 Uhr", "2019-03-12T14:05:00"),
            ("12 mars 2019 à 14h05", "2019-03-12T14:05:00"),
            ("1er février 2019", "2019-02-01"),
            ("12 de marzo de 2019 a las 14:05", "2019-03-12T14:05:00"),
            ("12 de março de 2019 às 14:05", "2019-03-12T14:05:00"),
            ("12 marzo 2019 alle 14:05", "2019-03-12T14:05:00"),
            ("12 maart 2019 om 14:05", "2019-03-12T14:05:00"),
            ("12 marca 2019 o 14:05", "2019-03-12T14:05:00"),
            ("12 МАРТА 2019 в 14:05", "2019-03-12T14:05:00"),
            ("2019年3月12日 下午2:05", "2019-03-12T14:05:00"), ("2019년 3월 12일", "2019-03-12"),
            ("2019-03-12T14:05:00Z", "2019-03-12T14:05:00Z"),
            ("2019/03/12 14:05 UTC", "2019-03-12T14:05:00Z"), ("12.03.2019", "2019-03-12"),
            ("03/12/2019", "2019-03-12"), ("13/12/2019", "2019-12-13"), ("Mar ’18", "2018-03-01"),
        ])
    func forms(text: String, expected: String) {
        let found = first(text)
        #expect(found?.timestamp?.description == expected)
        #expect(found?.range == 0..<text.utf8.count)
    }

    @Test("The page decides whether the day stands first")
    func dayFirst() {
        #expect(first("03/12/2019", isDayFirst: true)?.timestamp?.description == "2019-12-03")
    }

    @Test(
        "Dates told from today are dates without a moment",
        arguments: ["3 years ago", "a year ago", "vor 2 Tagen", "il y a 3 ans", "hace 5 meses"])
    func relative(text: String) {
        let found = first(text)
        #expect(found != nil)
        #expect(found?.timestamp == nil)
        #expect(found?.range == 0..<text.utf8.count)
    }

    @Test(
        "Other numbers and words are no dates",
        arguments: [
            "", "2019", "12 monkeys", "March on", "31 February 2019", "1.2.3", "may 5", "3/4",
            "In 1234567890", "99/99/9999",
        ])
    func others(text: String) {
        #expect(first(text) == nil)
    }
}
