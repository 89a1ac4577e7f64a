import DiscussionModel

/// The members of the analysis document that tell stances, chains and camps.
extension AnalysisParts {
    func writeChains(to writer: inout JSONWriter) {
        writer.key("chains")
        writer.array(analysis.stances.chains) { writer, chain in
            writer.object { writer in
                writer.member("kind", chain.kind.rawValue)
                writer.key("comments")
                writer.inline { $0.array(chain.comments.map { discussion.id(at: $0) }) }
                writer.key("participants")
                writer.inline { $0.array(chain.participants.compactMap { commenter($0) }) }
                writer.member("mean", chain.mean)
                writer.member("seconds", chain.seconds)
                writer.key("trend")
                if let trend = chain.trend {
                    writer.inline { writer in
                        writer.object { writer in
                            writer.member("slope", trend.slope)
                            writer.member("p", trend.pValue)
                        }
                    }
                } else {
                    writer.null()
                }
                writer.member("ending", chain.ending.rawValue)
                writer.member("branchOf", chain.branchOf)
                writer.member("sharedComments", chain.sharedComments)
            }
        }
    }

    func writeCamps(to writer: inout JSONWriter) {
        writer.writeCamps(of: analysis.stances.clustering)
    }

    func writeClusters(to writer: inout JSONWriter) {
        writer.key("clusters")
        writer.array(analysis.stances.clustering.clusters.enumerated()) { writer, element in
            let (index, cluster) = element
            // Both lists are of the same members, also where one names nobody.
            let members = cluster.members.filter { commenter($0.commenter) != nil }
            writer.object { writer in
                writer.member("id", index + 1)
                writer.member("size", members.count)
                writer.key("members")
                writer.inline { $0.array(members.compactMap { commenter($0.commenter) }) }
                writer.key("confidences")
                writer.inline { $0.array(members) { $0.value($1.confidence) } }
                writer.member("cohesion", cluster.cohesion)
                writeTerms(cluster.terms, to: &writer)
                writeRepresentatives(cluster.representative, to: &writer)
                writeOpponents(cluster.opponents, to: &writer)
                writer.member("articleSide", cluster.articleSide?.rawValue)
                writeSentences(analysis.summary.camps.element(at: index) ?? [], to: &writer)
            }
        }
    }

    private func writeTerms(_ terms: [StanceCluster.Term], to writer: inout JSONWriter) {
        writer.key("terms")
        writer.array(terms) { writer, term in
            writer.inline { writer in
                writer.object { writer in
                    writer.member("words", term.words)
                    writer.member("z", term.z)
                    writer.member("commenters", term.commenters)
                }
            }
        }
    }

    private func writeRepresentatives(
        _ comments: [StanceCluster.Representative], to writer: inout JSONWriter
    ) {
        writer.key("representative")
        writer.array(comments) { writer, comment in
            writer.object { writer in
                writer.member("comment", discussion.id(at: comment.comment))
                writer.member("span", comment.span)
                writer.member("text", comment.text)
                writer.member("agreeing", comment.agreeing)
                writer.member("disagreeing", comment.disagreeing)
                writer.member("z", comment.z)
            }
        }
    }

    private func writeOpponents(
        _ opponents: [StanceCluster.Opponent], to writer: inout JSONWriter
    ) {
        writer.key("opponents")
        writer.array(opponents) { writer, opponent in
            writer.inline { writer in
                writer.object { writer in
                    writer.member("cluster", opponent.cluster)
                    writer.member("replies", opponent.replies)
                    writer.member("disagreeing", opponent.disagreeing)
                }
            }
        }
    }
}

extension JSONWriter {
    /// Writes the member `evidence`.
    mutating func writeEvidence(_ evidence: [Evidence]) {
        key("evidence")
        array(evidence) { writer, reason in
            writer.inline { writer in
                writer.object { writer in
                    writer.member("kind", reason.kind.rawValue)
                    writer.member("detail", reason.detail)
                    writer.member("weight", reason.weight)
                }
            }
        }
    }

    /// Writes the member `stance`; null where nobody has judged the reply.
    mutating func writeStance(_ stance: Stance?) {
        key("stance")
        guard let stance else { return null() }
        object { writer in
            writer.member("label", stance.label.rawValue)
            writer.member("agree", stance.agree)
            writer.member("neutral", stance.neutral)
            writer.member("disagree", stance.disagree)
            writer.key("cues")
            writer.array(stance.cues) { writer, cue in
                writer.inline { writer in
                    writer.object { writer in
                        writer.member("kind", cue.kind)
                        writer.member("detail", cue.detail)
                        writer.member("span", cue.span)
                        writer.member("weight", cue.weight)
                    }
                }
            }
        }
    }

    /// Writes the member `camps`: whether there are any, and why there are none.
    mutating func writeCamps(of clustering: StanceClustering) {
        key("camps")
        object { writer in
            writer.member("verdict", clustering.verdict.rawValue)
            writer.member("z", clustering.z)
            writer.member("asked", clustering.asked)
            writer.member("reason", clustering.reason?.rawValue)
        }
    }
}
