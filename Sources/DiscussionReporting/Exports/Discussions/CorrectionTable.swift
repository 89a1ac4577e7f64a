public import DiscussionModel

/// Writes corrections as a table in CSV (RFC 4180) that `rejoinder correct --csv` reads back and that
/// is safe to open in a spreadsheet, as `CommentTable` has it.
public enum CorrectionTable {
    /// The first row.
    public static let header = Correction.columns.joined(separator: ",") + "\r\n"

    /// The row of a correction, with its end.
    public static func row(of correction: Correction, in discussion: String) -> String {
        [
            discussion, correction.comment, correction.field.rawValue, correction.words,
            correction.note,
        ].map(CommentTable.cell).joined(separator: ",") + "\r\n"
    }
}
