import Rejoinder

extension PrivacyOptions {
    /// Refuses to put pseudonyms beside names: what is deleted from a file can be read in it for a
    /// while. Says where names go beside pseudonyms.
    ///
    /// - Throws: `CommandFailure`, `StoreError`.
    func check(_ store: DiscussionStore, isQuiet: Bool) throws {
        if pseudonymizes, try store.holdsNames() {
            throw CommandFailure(
                place: store.path,
                problem: "names are stored in it, and pseudonyms beside them would hide nobody",
                remedy: "name a new file after --db", status: .wrongUsage)
        }
        if !pseudonymizes, !isQuiet, try store.holdsPseudonyms() {
            StandardStreams.say(
                .warning,
                "\(store.path): pseudonyms are stored in it; what is added now is stored as it is"
                    + " read. Give --pseudonymize and the same --key-file to go on as before")
        }
    }
}
