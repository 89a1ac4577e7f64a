import DiscussionModel
public import DiscussionReporting
public import Testing

extension GraphDocument {
    /// The files of a graph as one text.
    static func text(
        of analyses: some Sequence<Analysis>, as form: GraphForm = .dot,
        of subject: GraphSubject = .commenters, keeping filter: GraphFilter = GraphFilter()
    ) -> String {
        texts(of: analyses, as: form, of: subject, keeping: filter).joined()
    }
}

extension GraphForm: CustomTestStringConvertible {
    /// The name of the form.
    public var testDescription: String { name }
}
