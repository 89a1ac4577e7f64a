import ArgumentParser
import Foundation
import Rejoinder

extension RejoinderCommand {
    /// Runs the command line of this process and ends the process with the documented status.
    public static func runAsProgram() async -> Never {
        // A reader that has seen enough closes its end: writing then fails, which is no fault.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try await parsed()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            try StandardStreams.flush()
            Foundation.exit(ExitStatus.done.rawValue)
        } catch {
            Foundation.exit(status(endingWith: error).rawValue)
        }
    }

    private static func parsed() async throws -> any ParsableCommand {
        if let text = BillOfMaterials.text(for: CommandLine.arguments.dropFirst()) {
            throw CleanExit.message(text)
        }
        return try parseAsRoot()
    }

    /// Says what went wrong where there is something to say.
    private static func status(endingWith error: any Error) -> ExitStatus {
        switch error {
        case is BrokenPipe:
            return .done
        case let status as ExitStatus:
            return end(with: status)
        case let failure as CommandFailure:
            StandardStreams.say(.error, failure.description)
            return end(with: failure.status)
        case let error as StoreError:
            StandardStreams.say(.error, error.description)
            return end(with: .somethingUnread)
        default:
            break
        }
        // What ArgumentParser throws: help and version are results, the rest is wrong usage.
        switch exitCode(for: error) {
        case .success:
            let output = StandardStreams.output
            try? output.write(message(for: error) + "\n")
            try? output.flush()
            return .done
        case .validationFailure:
            StandardStreams.error.writeLine(VisibleText.lines(fullMessage(for: error)))
            return .wrongUsage
        default:
            StandardStreams.say(
                .error,
                "internal fault: \(error). Please report it with the command that you ran.")
            return end(with: .internalFault)
        }
    }

    /// Results that are ready are worth having although something else failed.
    private static func end(with status: ExitStatus) -> ExitStatus {
        try? StandardStreams.flush()
        return status
    }
}

/// How the program ends. Thrown, it ends a command that has already said why.
enum ExitStatus: Int32, Error {
    case done = 0
    case somethingUnread = 1
    case wrongUsage = 2
    case internalFault = 70
}
