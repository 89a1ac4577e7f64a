public import DiscussionModel

/// Writes camps across discussions as the JSON document `rejoinder/1` that follows those of the
/// discussions; `Documentation/Json.md` describes it.
public struct CorpusJSON: Sendable {
    private let isPretty: Bool

    /// Creates a writer of a line, or of a document for people.
    public init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// One JSON object without a line end. Of the people it names those who are in a camp.
    ///
    /// - Parameters:
    ///   - corpus: the camps.
    ///   - discussions: how many discussions they are of.
    public func document(of corpus: CorpusClustering, discussions: Int) -> String {
        var writer = JSONWriter(isPretty: isPretty)
        let numbers = corpus.clustering.numbers
        let members = corpus.people.indices.filter { numbers[$0] != nil }
        writer.object { writer in
            writer.member("schema", AnalysisJSON.schema)
            writer.key("corpus")
            writer.object { writer in
                writer.member("discussions", discussions)
                writer.member("people", corpus.people.count)
            }
            writer.key("people")
            writer.array(members) { writer, index in
                let person = corpus.people[index]
                writer.object { writer in
                    writer.member("site", person.site)
                    writer.member("id", person.id)
                    writer.member("name", person.name)
                    writer.key("discussions")
                    writer.inline { $0.array(person.discussions) }
                    writer.member("cluster", numbers[index])
                }
            }
            writer.writeCamps(of: corpus.clustering)
            writer.key("clusters")
            writer.array(corpus.clustering.clusters.enumerated()) { writer, element in
                let (index, cluster) = element
                writer.object { writer in
                    writer.member("id", index + 1)
                    writer.member("size", cluster.members.count)
                    writer.key("members")
                    writer.inline {
                        $0.array(cluster.members.map { corpus.people[$0.commenter].id })
                    }
                    writer.key("confidences")
                    writer.inline { $0.array(cluster.members) { $0.value($1.confidence) } }
                    writer.member("cohesion", cluster.cohesion)
                }
            }
        }
        return writer.text
    }
}
