package import DiscussionModel

/// A measure of how a discussion went, or a thread of it by itself: one file in `Measures/`, one line
/// in `MeasureRegistry`.
package protocol EngagementMeasure: Sendable {
    /// What it is; the name in it is the key in the JSON.
    var definition: MeasureDefinition { get }
    /// Its value; `nil` where it is undefined.
    func value(of talk: MeasuredTalk) -> Double?
}

/// A measure of each comment: one file in `Measures/Comments/`, one line in `MeasureRegistry`.
package protocol CommentMeasure: Sendable {
    /// What it is; the name in it is the key in the JSON.
    var definition: MeasureDefinition { get }
    /// Its value per comment, in their order; `nil` where it is undefined.
    func values(of measured: MeasuredDiscussion) -> [Double?]
}

/// A measure of each commenter: one file in `Measures/Commenters/`, one line in `MeasureRegistry`.
package protocol CommenterMeasure: Sendable {
    /// What it is; the name in it is the key in the JSON.
    var definition: MeasureDefinition { get }
    /// Its value per commenter, in the order of `ReplyGraph.commenters`; `nil` where it is undefined.
    ///
    /// - Parameter findings: takes remarks on how the values came about.
    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?]
}
