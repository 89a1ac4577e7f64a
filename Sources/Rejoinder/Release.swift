/// Which Rejoinder this is.
public enum Release {
    /// The version, as in the changelog.
    public static let version = "0.1.0"
}
