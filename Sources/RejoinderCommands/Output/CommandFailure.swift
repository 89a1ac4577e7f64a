/// Why a command has no result: what and where, what was expected, what to do.
struct CommandFailure: Error, CustomStringConvertible {
    /// The file as the user named it, and the line or byte where known.
    var place: String
    /// What was expected and what was there, in words that start in lower case.
    var problem: String
    /// What the user can do about it, in words that start in lower case.
    var remedy: String
    /// How the program ends.
    var status: ExitStatus = .somethingUnread

    /// One line for people.
    var description: String { "\(place): \(problem); \(remedy)" }
}
