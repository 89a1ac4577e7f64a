#if FUZZING
    import Foundation
    import FuzzHarnesses

    /// The harness that the environment names, as libFuzzer calls it.
    enum FuzzedHarness {
        private static let harness: Harness = {
            let name = ProcessInfo.processInfo.environment[Fuzzer.variable] ?? ""
            guard let harness = HarnessRegistry.harness(named: name) else {
                FileHandle.standardError.write(Data("\(Fuzzer.variable) names no harness\n".utf8))
                exit(2)
            }
            return harness
        }()

        /// Runs it once; what breaks ends the process, by which libFuzzer knows.
        static func run(_ bytes: [UInt8]) {
            do {
                try harness.run(bytes)
            } catch {
                FileHandle.standardError.write(Data("\(harness.name): \(error)\n".utf8))
                abort()
            }
        }

        /// Runs libFuzzer with the arguments of the process.
        static func runLibFuzzer() {
            var count = CommandLine.argc
            var arguments = CommandLine.unsafeArgv
            exit(libFuzzerMain(&count, &arguments, testOneInput))
        }
    }

    @_cdecl("LLVMFuzzerTestOneInput")
    func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        FuzzedHarness.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    }

    /// libFuzzer's own entrance for programs that have a `main`.
    @_silgen_name("LLVMFuzzerRunDriver")
    private func libFuzzerMain(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
        >,
        _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt
#endif
