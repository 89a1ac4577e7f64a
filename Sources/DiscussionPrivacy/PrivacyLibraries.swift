import CGLib
public import DiscussionModel

/// The libraries that pseudonyms are linked with.
public enum PrivacyLibraries {
    /// All of them, by name.
    public static var all: [LinkedLibrary] {
        [
            LinkedLibrary(
                "GLib",
                version: "\(glib_major_version).\(glib_minor_version).\(glib_micro_version)",
                licence: "LGPL-2.1-or-later", use: "computes pseudonyms")
        ]
    }
}
