/// The camps of people over all discussions of an input, or that there are none to be seen.
public struct CorpusClustering: Hashable, Sendable {
    /// A person, joined over discussions by account or by name within one site, or within one source
    /// where the site is not known.
    public struct Person: Hashable, Sendable {
        /// The site, where it is known.
        public var site: String?
        /// The account id, else the name.
        public var id: String
        /// The name; of several ways it is written the first by its bytes, `nil` for an unknown author.
        public var name: String?
        /// The ids of the discussions that the person wrote in, in their order.
        public var discussions: [String]

        /// Creates a person.
        public init(site: String?, id: String, name: String?, discussions: [String]) {
            self.site = site
            self.id = id
            self.name = name
            self.discussions = discussions
        }
    }

    /// Everyone who wrote, by site, then by id, in the order of their bytes.
    public var people: [Person]
    /// Whether people of several sources may have been kept apart because no site is known.
    public var hasPeopleWithoutSite: Bool { people.contains { $0.site == nil && $0.name != nil } }
    /// The camps; `Member.commenter` is an index in `people`.
    public var clustering: StanceClustering

    /// Creates a clustering.
    public init(people: [Person], clustering: StanceClustering) {
        self.people = people
        self.clustering = clustering
    }
}
