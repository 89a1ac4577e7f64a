import DiscussionModel

/// The comment gives the candidate's number, as in `#12`.
struct ReferenceClue: Clue {
    let kind = Evidence.Kind.reference

    let features = ["referred"]

    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {
        for number in situation.profiles[comment].references.prefix(8) { candidates.insert(number) }
    }

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let references = situation.profiles[comment].references
        guard !references.isEmpty else { return }
        for (row, candidate) in rows.candidates.enumerated() {
            rows[row, 0] = references.contains(candidate) ? 1 : 0
        }
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        situation.profiles[comment].references.contains(candidate) ? "#\(candidate)" : nil
    }
}
