import DiscussionModel

extension JSONValue {
    /// A moment of a program in Go, in which the year 1 means that there is none.
    var goMoment: Timestamp? {
        isoMoment.flatMap { $0.seconds > -62_000_000_000 ? $0 : nil }
    }
}
