import FuzzHarnesses
import Foundation

/// Runs a harness: under libFuzzer where it was built for that (`make fuzz`), else on files.
@main
enum Fuzzer {
    /// Names the harness for libFuzzer, whose own arguments take no others.
    static let variable = "REJOINDER_HARNESS"

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "list":
            for harness in HarnessRegistry.all { print(harness.name) }
        case "seeds" where arguments.count == 3:
            try Seeds.write(from: arguments[2], to: arguments[3])
        default:
            #if FUZZING
                FuzzedHarness.runLibFuzzer()
            #else
                replay(Array(arguments))
            #endif
        }
    }

    private static func replay(_ arguments: [String]) {
        guard let name = arguments.first, let harness = HarnessRegistry.harness(named: name) else {
            let names = HarnessRegistry.all.map(\.name).joined(separator: ", ")
            print(
                """
                usage: rejoinder-fuzz HARNESS FILE...          run a harness on files
                       rejoinder-fuzz list                     the harnesses: \(names)
                       rejoinder-fuzz seeds FIXTURES FOLDER    make a corpus of test fixtures
                """)
            exit(2)
        }
        var failures = 0
        for path in arguments.dropFirst() {
            do {
                try harness.run(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
                print("\(path): fine")
            } catch {
                failures += 1
                print("\(path): \(error)")
            }
        }
        exit(failures == 0 ? 0 : 1)
    }
}
