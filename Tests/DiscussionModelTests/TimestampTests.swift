import DiscussionModel
import Testing

@Suite("Timestamps")
struct TimestampTests {
    @Test("A date is written as RFC 3339 in the precision that the source states")
    func writing() throws {
        #expect(Timestamp(seconds: 0).description == "1970-01-01T00:00:00Z")
        let day = try #require(Timestamp(year: 2020, month: 2, day: 29, precision: .day))
        #expect(day.description == "2020-02-29")
        let local = try #require(
            Timestamp(
                year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 58,
                precision: .localTime))
        #expect(local.seconds == -2)
        #expect(local.description == "1969-12-31T23:59:58")
    }

    @Test("Days that do not exist are refused")
    func refusal() {
        #expect(Timestamp(year: 2021, month: 2, day: 29, precision: .day) == nil)
        #expect(Timestamp(year: 2021, month: 13, day: 1, precision: .day) == nil)
        #expect(Timestamp(year: 1900, month: 2, day: 29, precision: .day) == nil)
    }

    @Test("Every day from 1600 to 2400 comes back as it went in")
    func roundTrip() throws {
        let first = try #require(Timestamp(year: 1600, month: 1, day: 1, precision: .day))
        let last = try #require(Timestamp(year: 2400, month: 12, day: 31, precision: .day))
        var previous = ""
        for seconds in stride(from: first.seconds, through: last.seconds, by: 86_400) {
            let text = Timestamp(seconds: seconds, precision: .day).description
            #expect(text > previous)
            previous = text
        }
        #expect(previous == "2400-12-31")
    }

    @Test("A moment that no calendar has is the nearest that it has")
    func beyond() {
        #expect(Timestamp(seconds: .max).description == "9999-12-31T23:59:59Z")
        #expect(Timestamp(seconds: .min).description == "0000-01-01T00:00:00Z")
        let all = Timestamp(seconds: .max).seconds - Timestamp(seconds: .min).seconds
        #expect(all == 315_569_519_999)
        var moved = Timestamp(seconds: .min)
        moved.seconds -= 86_399
        #expect(moved.description == "0000-01-01T00:00:00Z")
    }

    @Test("The seconds between two moments are told where both are known well enough")
    func secondsBetween() {
        let earlier = Timestamp(seconds: 100)
        #expect(Timestamp(seconds: 160).seconds(after: earlier) == 60)
        #expect(Timestamp(seconds: 40).seconds(after: earlier) == -60)
        #expect(Timestamp(seconds: 160, precision: .localTime).seconds(after: earlier) == nil)
        #expect(Timestamp(seconds: 160, isApproximate: true).seconds(after: earlier) == nil)
        let day = Timestamp(seconds: 0, precision: .day)
        #expect(Timestamp(seconds: 86_400, precision: .day).seconds(after: day) == nil)
    }
}
