import DiscussionModel
import Rejoinder

/// All stages, on discussions as `WrittenDiscussion` has them.
extension Harness {
    static let analysis = Harness("analysis", "all stages, with what the source says and without") {
        bytes in
        guard let first = bytes.first else { return }
        let discussion = WrittenDiscussion.discussion(bytes.dropFirst())
        let mode: ReplyMode =
            switch first & 3 {
            case 0: .auto
            case 1: .stated
            default: .recover
            }
        let camps: CampCount = first & 12 == 12 ? .exactly(Int(first >> 4 & 7) + 2) : .auto
        let analyzer = Analyzer(replies: mode, camps: camps)
        let analysis = analyzer.analysis(of: discussion)
        try AnalysisCheck.check(analysis)
        if first & 0x80 != 0 {
            try promise(analyzer.analysis(of: discussion) == analysis, "a second run differs")
        }
    }
}
