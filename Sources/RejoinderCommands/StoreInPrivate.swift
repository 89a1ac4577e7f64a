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
        if pseudonymizes, keyFile == nil, try store.holdsPseudonyms() {
            throw CommandFailure(
                place: store.path,
                problem:
                    "pseudonyms of another key are stored in it, and with a new key everybody would"
                    + " have a second one",
                remedy: "give the same --key-file as before, or name a new file after --db",
                status: .wrongUsage)
        }
        if !dropsText, !isQuiet, try store.lacksTexts() {
            StandardStreams.say(
                .warning,
                "\(store.path): texts were left out of it; what is added now is stored with its texts."
                    + " Give --drop-text to go on as before")
        }
        if !pseudonymizes, !isQuiet, try store.holdsPseudonyms() {
            StandardStreams.say(
                .warning,
                "\(store.path): pseudonyms are stored in it; what is added now is stored as it is"
                    + " read. Give --pseudonymize and the same --key-file to go on as before")
        }
    }
}
