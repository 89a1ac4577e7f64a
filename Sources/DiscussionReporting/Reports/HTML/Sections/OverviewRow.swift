import DiscussionModel

/// What the overview keeps of one discussion, small enough to be held for all of them.
struct OverviewRow {
    let number: Int
    let title: String
    let place: String
    let comments: Int
    let commenters: Int
    let camps: Int
    let disputes: Int
    let disagreement: Double?
    let controversy: Double?
    let first: Timestamp?
    let seconds: Double?

    init(_ shown: ReportedDiscussion) {
        number = shown.number
        title = shown.discussion.shownTitle
        place = VisibleText.passage(shown.discussion.site ?? shown.discussion.id)
        comments = shown.analysis.presentComments
        commenters = shown.analysis.presentCommenters
        camps = shown.clustering.clusters.count
        disputes = shown.analysis.stances.chains.count
        disagreement = shown.disagreement
        controversy = shown.analysis.measures.engagement["controversy"]
        first = shown.period?.first ?? shown.discussion.article.published
        seconds = shown.period.map { Double($0.last.seconds - $0.first.seconds) }
    }
}
