import DiscussionModel

extension JSONValue {
    /// A moment in either manner: seconds or milliseconds since 1970, or an ISO date; 0 is none.
    var moment: Timestamp? {
        if let moment = epochMoment { return moment.seconds == 0 ? nil : moment }
        return isoMoment
    }
}
