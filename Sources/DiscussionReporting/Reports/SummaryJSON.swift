import DiscussionModel

/// A summary as one line of JSON.
struct SummaryJSON {
    let content: SummaryContent

    var text: String {
        let discussion = content.analysis.discussion
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", AnalysisJSON.schema)
            writer.key("discussion")
            writer.object { writer in
                writer.member("id", discussion.id)
                writer.member("source", discussion.source)
                writer.member("title", discussion.article.title)
                writer.member("author", discussion.article.author)
                writer.member("published", discussion.article.published?.description)
                writer.member("url", discussion.article.url)
                writer.member("comments", content.analysis.presentComments)
                writer.member("commenters", content.analysis.presentCommenters)
            }
            writeSentences(content.analysis.summary.about, as: "about", to: &writer)
            writeSentences(content.analysis.summary.sentences, to: &writer)
            writer.key("pairs")
            writer.array(content.pairs) { writer, pair in
                writer.object { writer in
                    writer.member("from", content.commenter(pair.from)?.id)
                    writer.member("fromName", content.commenter(pair.from)?.name)
                    writer.member("to", content.commenter(pair.to)?.id)
                    writer.member("toName", content.commenter(pair.to)?.name)
                    writer.member("replies", pair.replies)
                    writer.member("mentions", pair.mentions)
                    writer.member("quotations", pair.quotations)
                }
            }
            writeDisagreement(to: &writer)
            writeSides(to: &writer)
            writer.key("threads")
            writer.array(content.threads) { writer, thread in
                writer.object { writer in
                    writer.member("root", discussion.id(at: thread.thread.root))
                    writeCommenter(of: thread.thread.root, to: &writer)
                    writer.member("comments", thread.thread.comments.count)
                    writer.member("commenters", thread.thread.commenters)
                    writer.member("depth", thread.thread.depth)
                    writeSentences(thread.sentences, to: &writer)
                }
            }
        }
        return writer.text + "\n"
    }

    private func writeDisagreement(to writer: inout JSONWriter) {
        let discussion = content.analysis.discussion
        writer.key("chains")
        writer.array(content.disagreement.strands.prefix(SummaryContent.strandLimit)) {
            writer, strand in
            writer.object { writer in
                writer.member("kind", strand.chain.kind.rawValue)
                writer.key("comments")
                writer.array(strand.chain.comments.map { discussion.id(at: $0) })
                writePeople(strand.chain.participants, as: "participants", to: &writer)
                writer.member("mean", strand.chain.mean)
                writer.member("seconds", strand.chain.seconds)
                writer.member("ending", strand.chain.ending.rawValue)
                writer.member("branches", strand.branches)
                writer.key("within")
                writer.array(strand.within) { writer, chain in
                    writer.object { writer in
                        writer.member("kind", chain.kind.rawValue)
                        writer.key("comments")
                        writer.array(chain.comments.map { discussion.id(at: $0) })
                        writePeople(chain.participants, as: "participants", to: &writer)
                    }
                }
            }
        }
        let clustering = content.analysis.stances.clustering
        writer.writeCamps(of: clustering)
        writer.key("clusters")
        writer.array(clustering.clusters.enumerated()) { writer, element in
            writer.object { writer in
                writer.member("id", element.offset + 1)
                writePeople(
                    element.element.members.map(\.commenter), as: "members", to: &writer)
                writer.member("articleSide", element.element.articleSide?.rawValue)
                writeSentences(
                    content.analysis.summary.camps.element(at: element.offset) ?? [], to: &writer)
            }
        }
    }

    /// What is most contested, with the best answer, and what all camps accept.
    private func writeSides(to writer: inout JSONWriter) {
        let summary = content.analysis.summary
        writer.writeContested(summary.contested) { writeSentence($0, to: &$1) }
        writer.key("commonGround")
        writer.array(summary.commonGround) { writeSentence($1, to: &$0) }
    }

    /// The ids of some people, and their names in the same order.
    private func writePeople(_ people: [Int], as name: String, to writer: inout JSONWriter) {
        let commenters = people.compactMap { content.commenter($0) }
        writer.key(name)
        writer.array(commenters.map(\.id))
        writer.key("names")
        writer.array(commenters) { $0.value($1.name) }
    }

    private func writeSentences(
        _ sentences: [SummarySentence], as name: String = "summary", to writer: inout JSONWriter
    ) {
        writer.key(name)
        writer.array(sentences) { writeSentence($1, to: &$0) }
    }

    private func writeSentence(_ sentence: SummarySentence, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("comment", content.analysis.discussion.id(at: sentence.comment))
            writeCommenter(of: sentence.comment, to: &writer)
            writer.member("cluster", content.camp(of: sentence.comment))
            writer.member("span", sentence.span)
            writer.member("text", sentence.text)
        }
    }

    private func writeCommenter(of ordinal: Int, to writer: inout JSONWriter) {
        let commenter = content.commenter(content.commenterIndex(of: ordinal))
        writer.member("commenter", commenter?.id)
        writer.member("name", commenter?.name)
    }
}
