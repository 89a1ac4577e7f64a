public import DiscussionModel
import GraphAlgorithms

/// The libraries that measuring is linked with.
public enum MeasurementLibraries {
    /// All of them, by name.
    public static var all: [LinkedLibrary] {
        [
            LinkedLibrary(
                "igraph", version: GraphLibrary.version, licence: "GPL-2.0-or-later",
                use: "computes centralities and lays graphs out")
        ]
    }
}
