import DiscussionModel

/// Answers as JSON: an object on one line, in the words of the analysis document.
extension AskedDiscussion {
    /// Everything that one person said.
    func json(of commenter: Int) -> String {
        let parts = AnalysisParts(analysis: analysis)
        return document { writer in
            writer.key("commenter")
            parts.writeCommenter(at: commenter, cluster: camps[commenter], to: &writer)
            writer.key("comments")
            writer.array(comments(of: commenter)) { write($1, to: &$0) }
            parts.writeMentions(
                graph.mentions.filter { $0.commenter == commenter }, to: &writer)
        }
    }

    /// One comment with its thread.
    func json(ofComment ordinal: Int) -> String {
        let parts = AnalysisParts(analysis: analysis)
        return document { writer in
            writer.key("comment")
            write(ordinal, to: &writer)
            writer.key("path")
            writer.array(path(to: ordinal)) { writeBriefly($1, to: &$0) }
            writer.key("below")
            writer.array(below(ordinal).map(\.ordinal)) { writeBriefly($1, to: &$0) }
            parts.writeMentions(mentions[ordinal] ?? [], to: &writer)
            parts.writeQuotations(quotations[ordinal] ?? [], as: "quotations", to: &writer)
            parts.writeQuotations(quotationsOf[ordinal] ?? [], as: "quotedBy", to: &writer)
        }
    }

    private func document(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", AnalysisJSON.schema)
            writer.key("discussion")
            writer.object { writer in
                writer.member("id", discussion.id)
                writer.member("source", discussion.source)
                writer.member("title", discussion.article.title)
            }
            body(&writer)
        }
        return writer.text + "\n"
    }

    /// A comment with what it answers and what answers it.
    private func write(_ ordinal: Int, to writer: inout JSONWriter) {
        let parts = AnalysisParts(analysis: analysis)
        writer.object { writer in
            parts.writeComment(at: ordinal - 1, to: &writer)
            writer.key("reply")
            if let reply = replies[ordinal] {
                parts.writeReply(reply, to: &writer)
            } else {
                writer.null()
            }
            parts.writeReplies(furtherAnswers[ordinal] ?? [], as: "alsoAnswers", to: &writer)
            parts.writeReplies(answers[ordinal] ?? [], as: "answers", to: &writer)
        }
    }

    /// A comment of the thread of another.
    private func writeBriefly(_ ordinal: Int, to writer: inout JSONWriter) {
        let commenter = graph.authorships.element(at: ordinal - 1)?.commenter
        writer.object { writer in
            writer.member("id", discussion.id(at: ordinal))
            writer.member("to", replies[ordinal].map { discussion.id(at: $0.to) })
            writer.member(
                "commenter", commenter.flatMap { graph.commenters.element(at: $0)?.id })
            writer.member("name", commenter.flatMap { graph.commenters.element(at: $0)?.name })
            writer.member("text", discussion.text(at: ordinal))
        }
    }
}

extension SearchHit {
    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", AnalysisJSON.schema)
            writer.key("discussion")
            writer.object { writer in
                writer.member("id", discussion)
                writer.member("title", title)
            }
            writer.member("comment", comment)
            writer.member("name", name)
            writer.member("nameConfidence", nameConfidence)
            writer.member("nameCorrected", isNameCorrected)
            writer.member("posted", posted?.description)
            writer.member("rank", rank)
            writer.key("passage")
            writer.array(passage) { writer, piece in
                writer.inline { writer in
                    writer.object { writer in
                        writer.member("text", piece.text)
                        writer.member("match", piece.isMatch)
                    }
                }
            }
            writer.key("reply")
            if let answer {
                writer.object { writer in
                    writer.member("to", answer.comment)
                    writer.member("confidence", answer.confidence)
                    writer.writeEvidence(answer.evidence)
                    writer.writeStance(answer.stance)
                }
            } else {
                writer.null()
            }
        }
        return writer.text + "\n"
    }
}
