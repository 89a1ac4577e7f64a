import DiscussionModel

/// What sources write into the fields of comments.
extension JSONValue {
    /// The elements of an array; empty for anything else.
    var elements: [JSONValue] {
        var elements: [JSONValue] = []
        forEachChild { key, child in
            if key == nil { elements.append(child) }
        }
        return elements
    }
}

/// What sources write into the fields of comments, wherever the values lie.
extension SourceValue {
    /// A string with more in it than white space, or `nil`.
    var words: String? {
        string.flatMap { $0.utf8.contains { $0 > 0x20 } ? $0 : nil }
    }

    /// An id that is not empty.
    var id: String? {
        identifier.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What may be counted: votes and comments are added and subtracted, and what is more would run
    /// over the largest number.
    private static var countable: ClosedRange<Int> { -100_000_000_000...100_000_000_000 }

    /// A number of votes, comments or the like, also as a string or with a fraction of 0; `nil` where
    /// no site can have so many.
    var count: Int? {
        let told =
            integer.flatMap { Int(exactly: $0) } ?? number.flatMap { Int(exactly: $0) }
            ?? string.flatMap { Int($0) }
        return told.flatMap { Self.countable.contains($0) ? $0 : nil }
    }

    /// A boolean, also as `"true"`, `"1"` or 1.
    var flag: Bool? {
        if let boolean { return boolean }
        if let integer { return integer != 0 }
        switch string {
        case "true", "True", "1": return true
        case "false", "False", "0", "": return false
        default: return nil
        }
    }

    /// A date with or without a time, as ISO 8601 writes it.
    var isoMoment: Timestamp? {
        string.flatMap { DateReader.isoTimestamp($0) }
    }

    /// Seconds since 1970, milliseconds where seconds would lie beyond the year 5000; also as a
    /// string.
    var epochMoment: Timestamp? {
        guard let number = number ?? string.flatMap(Double.init), number.isFinite else {
            return nil
        }
        let seconds = abs(number) > 1e11 ? number / 1_000 : number
        guard abs(seconds) < 2.5e11 else { return nil }
        return Timestamp(seconds: Int64(seconds.rounded(.down)))
    }

    /// A moment in either manner: seconds or milliseconds since 1970, or an ISO date; 0 is none.
    var moment: Timestamp? {
        if let moment = epochMoment { return moment.seconds == 0 ? nil : moment }
        return isoMoment
    }

    /// A moment of a program in Go, in which the year 1 means that there is none.
    var goMoment: Timestamp? {
        isoMoment.flatMap { $0.seconds > -62_000_000_000 ? $0 : nil }
    }
}

extension String {
    /// The part of an address between `//` and the next `/`; `nil` where there is none.
    var hostOfAddress: String? {
        guard let start = firstRange(of: "://") else { return nil }
        let host = self[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.isEmpty ? nil : String(host)
    }
}
