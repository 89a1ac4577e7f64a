public import DiscussionModel

/// The libraries that pseudonyms are linked with.
public enum PrivacyLibraries {
    /// All of them, by name.
    public static var all: [LinkedLibrary] {
        [
            LinkedLibrary(
                "swift-crypto", version: "4.5.0", licence: "Apache-2.0",
                use: "computes pseudonyms")
        ]
    }
}
