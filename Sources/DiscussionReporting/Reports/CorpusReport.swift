public import DiscussionModel

/// Says in a few lines which camps there are across discussions.
public struct CorpusReport: Sendable {
    /// How many members of a camp are named.
    static let memberLimit = 20

    private let style: TerminalStyle
    private let width: Int

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - isColored: Whether the text is set off by colour and weight.
    ///   - width: The columns of the terminal, at least 60.
    public init(isColored: Bool = false, width: Int = 80) {
        style = TerminalStyle(isColored: isColored)
        self.width = max(60, width)
    }

    /// The report, with its last line end.
    ///
    /// - Parameters:
    ///   - corpus: the camps.
    ///   - discussions: how many discussions they are of.
    public func text(of corpus: CorpusClustering, discussions: Int) -> String {
        let size = counted(corpus.people.count, "commenter")
        var lines = [style.title("Across \(counted(discussions, "discussion"))")]
        lines.append("  \(size)")
        if discussions > 1, corpus.hasPeopleWithoutSite {
            let words =
                "where the site is not known, people are joined by name within one file only"
            lines += DisplayWidth.wrapped(words, to: width - 2).map { "  " + $0 }
        }
        let verdict = "camps: " + DisagreementWords.verdict(of: corpus.clustering)
        lines += DisplayWidth.wrapped(verdict, to: width - 2).map { "  " + $0 }
        for (index, cluster) in corpus.clustering.clusters.enumerated() {
            let head = "    \(index + 1). "
            let margin = String(repeating: " ", count: head.utf8.count)
            let text =
                counted(cluster.members.count, "commenter")
                + ", \(DisagreementWords.cohesion(of: cluster)): \(names(of: cluster, corpus))"
            let wrapped = DisplayWidth.wrapped(text, to: width - head.utf8.count)
            lines += wrapped.enumerated().map { ($0 == 0 ? head : margin) + $1 }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The surest members by name.
    private func names(of cluster: StanceCluster, _ corpus: CorpusClustering) -> String {
        let names = cluster.members.prefix(Self.memberLimit).map { member in
            let name = corpus.people.element(at: member.commenter)?.name ?? "(unknown)"
            return DisplayWidth.fitted(VisibleText.passage(name), to: 30)
        }
        let more = cluster.members.count - names.count
        return names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
