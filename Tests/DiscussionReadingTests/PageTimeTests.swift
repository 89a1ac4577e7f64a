import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("Times on pages, and encodings")
struct PageTimeTests {
    /// 2024-05-10T12:00:00Z
    private static let saved = Timestamp(seconds: 1_715_342_400)

    @Test(
        "Words that tell a moment from another are worked out, marked as approximate",
        arguments: [
            ("3 years ago", "2021-05-10"), ("vor 2 Tagen", "2024-05-08"),
            ("vor 2 Stunden", "2024-05-10T10:00:00Z"), ("il y a 3 jours", "2024-05-07"),
            ("il y a un an", "2023-05-11"), ("hace una hora", "2024-05-10T11:00:00Z"),
            ("5m", "2024-05-10T11:55:00Z"), ("yesterday", "2024-05-09"), ("gestern", "2024-05-09"),
            ("3天前", "2024-05-07"), ("2 時間前", "2024-05-10T10:00:00Z"),
            ("2 dni temu", "2024-05-08"), ("10 минут назад", "2024-05-10T11:50:00Z"),
            ("1 day 2 hours ago", "2024-05-09T10:00:00Z"),
        ])
    func relative(text: String, moment: String) {
        let found = RelativeTime.timestamp(text, before: Self.saved)
        #expect(found?.description == moment)
        #expect(found?.isApproximate == true)
    }

    @Test("Words without a moment tell none", arguments: ["soon", "3 apples", "", "12"])
    func none(text: String) {
        #expect(RelativeTime.timestamp(text, before: Self.saved) == nil)
    }

    @Test(
        "What is meant for machines is read before words",
        arguments: [
            ("2024-02-02T19:22:59 1706901779", "2024-02-02T19:22:59Z"),
            ("1600000000000", "2020-09-13T12:26:40Z"),
            ("2020-01-01T10:00:00+0100", "2020-01-01T09:00:00Z"),
            ("17.07, 2011 @ 13:04", "2011-07-17T13:04:00"), ("3. Mai 2020", "2020-05-03"),
        ])
    func moments(text: String, moment: String) {
        let found = PageTime.timestamp(text, saved: Self.saved, isDayFirst: true)
        #expect(found?.description == moment)
    }

    @Test(
        "Names of encodings mean what browsers take them to mean",
        arguments: [
            ("latin1", [0x93, 0xE9], "\u{201C}é"), ("ISO-8859-1", [0x80], "€"),
            ("shift_jis", [0x82, 0xA0], "あ"), ("gb2312", [0xC4, 0xE3], "你"),
            ("euc-kr", [0xB0, 0xA1], "가"), ("windows-1251", [0xCF], "П"),
            ("utf8", [0xC3, 0xA9], "é"), ("iso-8859-15", [0xA4], "€"), ("big5", [0xA4, 0x40], "一"),
            ("koi8-r", [0xEB], "К"), ("shift_jis", [0x82], "\u{FFFD}"),
        ] as [(String, [UInt8], String)])
    func charsets(label: String, bytes: [UInt8], text: String) {
        let decoded = Charset.decoded(bytes[...], label: label)
        #expect(decoded.map { String(decoding: $0, as: UTF8.self) } == text)
    }

    @Test("An encoding that nobody knows is none", arguments: ["klingon", "", "../../etc", "a b"])
    func unknown(label: String) {
        #expect(Charset.decoded([0x41], label: label) == nil)
    }
}
