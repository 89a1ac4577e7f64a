import Foundation
import FuzzHarnesses

/// Makes the inputs that fuzzing begins with out of the fixtures of the formats.
enum Seeds {
    /// Writes a folder for each harness that reads.
    static func write(from fixtures: String, to folder: String) throws {
        let files = FileManager.default
        for (harness, formats) in Harness.formats {
            let target = folder + "/" + harness
            try files.createDirectory(atPath: target, withIntermediateDirectories: true)
            for (place, format) in formats.enumerated() {
                let source = fixtures + "/" + format
                for name in try files.contentsOfDirectory(atPath: source).sorted()
                where !name.hasSuffix(".model") {
                    guard let data = files.contents(atPath: source + "/" + name) else { continue }
                    let letter = Data([UInt8(ascii: "A") + UInt8(place)])
                    try (letter + data).write(
                        to: URL(fileURLWithPath: "\(target)/\(format)-\(name)"))
                }
            }
        }
    }
}
