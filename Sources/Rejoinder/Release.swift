/// Which Rejoinder this is.
public enum Release {
    /// The version, as in the changelog.
    public static let version = "0.1.0"

    /// Raised with every change by which the same discussion can have another analysis, so that
    /// stores take up the new one. A test compares the analyses of sample discussions with those of
    /// the last time.
    package static let analysis = 1
}
