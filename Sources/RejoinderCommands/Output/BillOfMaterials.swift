import Rejoinder

/// What the program is made of, for people or as CycloneDX.
struct BillOfMaterials {
    private let libraries =
        (Release.libraries + [
            LinkedLibrary(
                "swift-argument-parser", version: "1.8.0", licence: "Apache-2.0",
                use: "reads the command line")
        ]).sorted { $0.name.lowercased() < $1.name.lowercased() }

    /// What `rejoinder --version --verbose`, with `--json` too, prints; `nil` for other arguments.
    ///
    /// The argument parser answers `--version` before it looks at what stands behind it.
    static func text(for arguments: some Sequence<String>) -> String? {
        switch Set(arguments) {
        case ["--version", "--verbose"]: BillOfMaterials().text
        case ["--version", "--verbose", "--json"]: BillOfMaterials().json
        default: nil
        }
    }

    private var text: String {
        let name = libraries.map(\.name.count).max() ?? 0
        let version = libraries.compactMap { $0.version?.count }.max() ?? 0
        let licence = libraries.map(\.licence.count).max() ?? 0
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count) + 2)
        }
        let lines = libraries.map {
            padded($0.name, name) + padded($0.version ?? "", version) + padded($0.licence, licence)
                + $0.use
        }
        return (["rejoinder \(Release.version), \(Release.licence), is linked with"] + lines)
            .joined(separator: "\n")
    }

    private var json: String {
        var writer = JSONWriter(isPretty: true)
        writer.object {
            $0.member("bomFormat", "CycloneDX")
            $0.member("specVersion", "1.5")
            $0.member("version", 1)
            $0.key("metadata")
            $0.object {
                $0.key("component")
                Self.write(
                    LinkedLibrary(
                        "rejoinder", version: Release.version, licence: Release.licence,
                        use: "works out who answers whom in comment sections"),
                    as: "application", to: &$0)
            }
            $0.key("components")
            $0.array(libraries) { Self.write($1, as: "library", to: &$0) }
        }
        return writer.text
    }

    private static func write(
        _ library: LinkedLibrary, as type: String, to writer: inout JSONWriter
    ) {
        writer.object {
            $0.member("type", type)
            $0.member("name", library.name)
            if let version = library.version { $0.member("version", version) }
            $0.member("description", library.use)
            $0.key("licenses")
            $0.array([library.licence]) { writer, licence in
                writer.object { $0.member("expression", licence) }
            }
        }
    }
}
