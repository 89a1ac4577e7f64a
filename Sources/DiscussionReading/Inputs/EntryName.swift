/// The path of an entry in an archive, made safe to show. It is never used to write anything.
struct EntryName {
    /// The longest path that is shown whole.
    private static let maximumScalars = 1_000

    /// The path with single slashes, without steps up, and with U+FFFD for what cannot be seen.
    let path: String
    /// Whether the path says that the entry is no file for readers: hidden, or of the Finder.
    let isHidden: Bool
    /// Whether the entry tried to climb out of its folder or to hide what it is called.
    let isSuspicious: Bool

    init(_ raw: String) {
        // Some programs for Windows write what that system takes for a separator.
        let text = raw.contains("/") ? raw : String(raw.map { $0 == "\\" ? "/" : $0 })
        var isSuspicious = text.hasPrefix("/")
        var parts: [String] = []
        for part in text.split(separator: "/") where part != "." {
            if part == ".." {
                isSuspicious = true
                continue
            }
            var clean = String.UnicodeScalarView()
            for scalar in part.unicodeScalars {
                if Self.isVisible(scalar) {
                    clean.append(scalar)
                } else {
                    isSuspicious = true
                    clean.append("\u{FFFD}")
                }
            }
            parts.append(String(clean))
        }
        isHidden = parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
        self.isSuspicious = isSuspicious
        var path = parts.joined(separator: "/")
        if path.unicodeScalars.count > Self.maximumScalars {
            path = "…" + String(path.unicodeScalars.suffix(Self.maximumScalars))
        }
        self.path = path.isEmpty ? "unnamed" : path
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        // Marks that turn the direction of writing make one name look like another.
        case .format: scalar == "\u{200D}" || scalar == "\u{200C}"
        default: true
        }
    }
}
