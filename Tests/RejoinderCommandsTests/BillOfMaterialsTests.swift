import Foundation
import Testing

@Suite("Bill of materials")
struct BillOfMaterialsTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("--version stays one line")
    func version() throws {
        let run = try CommandRun("--version", in: folder)
        #expect(run.status == 0)
        #expect(run.lines.count == 1)
        #expect(run.text.hasPrefix("rejoinder "))
    }

    @Test("--version --verbose names every library with its version and licence")
    func libraries() throws {
        let run = try CommandRun("--version", "--verbose", in: folder)
        #expect(run.status == 0)
        for name in [
            "bzip2", "GLib", "GMime", "igraph", "libarchive", "liblzma", "libxml2", "libzstd",
            "simdjson",
            "SQLite", "Swift", "zlib",
        ] {
            #expect(run.lines.contains { $0.hasPrefix(name + " ") }, "\(name)")
        }
        // Whatever a library says of itself, a version is digits and points.
        for line in run.lines.dropFirst() where !line.hasPrefix("Swift ") {
            #expect(line.contains(/^\S+ +[0-9]+(\.[0-9]+)+ +\S/), "\(line)")
        }
    }

    @Test("Every package of Package.swift stands there with the version that it asks for")
    func packages() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Package.swift").standardized
        let manifest = try String(contentsOf: file, encoding: .utf8)
        let run = try CommandRun("--version", "--verbose", in: folder)
        let packages = manifest.matches(of: /\.package\(url: ".*\/([^"\/]+)", from: "([^"]+)"\)/)
        #expect(!packages.isEmpty)
        // What makes the documentation is no part of the program.
        for package in packages where package.1 != "swift-docc-plugin" {
            let name = String(package.1)
            let line = try #require(run.lines.first { $0.hasPrefix(name + " ") }, "\(name)")
            #expect(line.contains(" \(package.2) "), "\(line)")
        }
    }

    @Test("With --json it is CycloneDX")
    func cycloneDX() throws {
        let run = try CommandRun("--version", "--verbose", "--json", in: folder)
        let document = try #require(
            try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        #expect(document["bomFormat"] as? String == "CycloneDX")
        let components = try #require(document["components"] as? [[String: Any]])
        #expect(components.count >= 13)
        #expect(components.allSatisfy { $0["name"] is String && $0["licenses"] is [Any] })
    }
}
