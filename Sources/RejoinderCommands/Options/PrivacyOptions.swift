import ArgumentParser
import Rejoinder

/// What is taken out of everything that is written; the same on every command that reads.
struct PrivacyOptions: ParsableArguments {
    @Flag(
        help: """
            Replace everybody by a pseudonym, in fields and in texts, and mask mail addresses, \
            telephone numbers and links to people.
            """)
    var pseudonymize = false

    @Option(
        help: ArgumentHelp(
            """
            Make pseudonyms with the key in this file: at least 32 random bytes. The same key gives \
            the same pseudonyms. Without it a new key is used and forgotten.
            """,
            valueName: "file"))
    var keyFile: String?

    @Flag(
        name: .customLong("drop-text"),
        help: "Leave out what people wrote; spans and measures are kept.")
    var dropsText = false

    mutating func validate() throws {
        if keyFile != nil, !pseudonymize {
            throw ValidationError("--key-file goes with --pseudonymize.")
        }
    }

    /// Whether names are replaced.
    var pseudonymizes: Bool { pseudonymize }

    /// Whether nothing was asked for.
    var isDefault: Bool { !pseudonymize && !dropsText }

    /// What the library is told.
    ///
    /// - Throws: `CommandFailure` where the key cannot be used.
    func privacy(isQuiet: Bool) throws -> Privacy {
        guard pseudonymize else { return Privacy(dropsText: dropsText) }
        let key: PseudonymKey
        if let keyFile {
            key = try KeyFile.key(in: keyFile)
        } else {
            key = PseudonymKey()
            if !isQuiet {
                StandardStreams.say(
                    .note,
                    "the pseudonyms are made with a new key, which is now forgotten: another run"
                        + " gives others. Keep a key with --key-file")
            }
        }
        return Privacy(pseudonymizer: Pseudonymizer(key: key), dropsText: dropsText)
    }

    /// The words of a command line with those left out that may hold a name: what is no option, and
    /// the values of options.
    static func withoutNames(_ words: some Sequence<String>) -> [String] {
        words.enumerated().map { place, word in
            if place == 0 { return word }
            guard word.hasPrefix("-"), word != "-" else { return "…" }
            return word.firstIndex(of: "=").map { word[...$0] + "…" } ?? word
        }
    }
}
