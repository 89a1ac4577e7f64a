public import DiscussionModel
import DiscussionMeasurement
import DiscussionPrivacy
import DiscussionReading
import DiscussionStorage

/// Which Rejoinder this is.
public enum Release {
    /// The version, as in the changelog.
    public static let version = "0.1.0"

    /// Raised with every change by which the same discussion can have another analysis, so that
    /// stores take up the new one. A test compares the analyses of sample discussions with those of
    /// the last time.
    package static let analysis = 2

    /// The licence of Rejoinder, as an SPDX expression.
    public static let licence = "GPL-3.0-or-later"

    /// The libraries that the library is linked with, by name.
    public static var libraries: [LinkedLibrary] {
        let swift = LinkedLibrary(
            "Swift", version: nil, licence: "Apache-2.0 WITH Swift-exception",
            use: "is the language with its standard libraries")
        let all =
            ReadingLibraries.all + MeasurementLibraries.all + StorageLibraries.all
            + PrivacyLibraries.all + [swift]
        return all.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }
}
