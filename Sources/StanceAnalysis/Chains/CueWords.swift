import LanguageTools

/// The English words by which chains tell insults and who gives way. They are chosen by us, not
/// learnt.
enum CueWords {
    /// What a word may do.
    struct Roles: OptionSet {
        let rawValue: UInt16

        /// It begins words that give way.
        static let opensConcession = Roles(rawValue: 1)
        /// It may stand inside such words.
        static let fills = Roles(rawValue: 2)
        /// Before them it denies or supposes what they say.
        static let denies = Roles(rawValue: 4)
        /// Before them it tells them of others, but behind `I`.
        static let believes = Roles(rawValue: 8)
        /// It is `I`.
        static let isMyself = Roles(rawValue: 16)
        /// Directly behind them it makes other words of them.
        static let continues = Roles(rawValue: 32)
        /// Behind them it goes on to the contrary.
        static let contrasts = Roles(rawValue: 64)
        /// It speaks to another.
        static let addresses = Roles(rawValue: 128)
        /// It insults whom it is said to.
        static let insults = Roles(rawValue: 256)
        /// It may stand before what opens a sentence.
        static let leads = Roles(rawValue: 512)
    }

    /// Words that give way.
    struct Concession {
        /// The hashes of the words.
        var words: [UInt64]
        /// Whether they give way only where they open a sentence: inside one they are said of
        /// others, too.
        var opensSentence: Bool
    }

    /// The words that give way, by the hash of the first.
    static let concessions = Dictionary(
        grouping: phrasesAnywhere.split(separator: "\n").map {
            Concession(words: $0.split(separator: " ").map(hash), opensSentence: false)
        }
            + phrasesInFront.split(separator: "\n").map {
                Concession(words: $0.split(separator: " ").map(hash), opensSentence: true)
            }, by: { $0.words[0] })

    /// All words that do something.
    static let table = Table(
        [
            .fills: """
            absolutely quite completely totally entirely probably certainly actually indeed
            perfectly obviously clearly definitely very well just simply also both now all
            """,
            .denies: """
            not no never nor dont didnt doesnt isnt arent wasnt werent wont cant cannot hardly
            without if unless whether although though while whilst even why how where when until
            pretend pretending prove proves nothing
            """,
            .leads: """
            ok okay yes yeah yep ah oh alright well very quite that thats is its a actually
            """,
            .believes: """
            think thinks thought believe believes believed say says said claim claims assume
            assumes
            """,
            .isMyself: "i",
            .continues: "wing winger wingers there here now in on up next at back handed to",
            .contrasts: """
            but however though although except yet still nevertheless nonetheless whereas
            """,
            .addresses: "you your youre youve youd youll yours yourself u ur",
            .insults: """
            idiot idiots idiotic moron morons moronic stupid stupidity dumb dumber fool fools
            foolish ignorant ignorance clueless delusional deluded insane crazy pathetic
            ridiculous absurd laughable liar liars lie lies lying dishonest dishonesty hypocrite
            hypocrites hypocrisy hypocritical coward cowards cowardly childish troll trolls
            trolling bigot bigots bigoted racist brainwashed arrogant nonsense bullshit crap
            garbage rubbish drivel whine whining shame shameful disgusting disgrace clown clowns
            joke shut hate hateful
            """,
        ])

    private static let phrasesInFront = """
        fair point
        good point
        valid point
        point taken
        """

    private static let phrasesAnywhere = """
        fair enough
        you have a point
        you have a good point
        you make a good point
        you made a good point
        you raise a good point
        i stand corrected
        i was wrong
        i was mistaken
        i concede
        i take it back
        i take that back
        i take back
        i retract
        i misread
        i misunderstood
        i apologize
        i apologise
        my mistake
        my bad
        my apologies
        mea culpa
        touche
        agree to disagree
        you are right
        youre right
        you were right
        you are correct
        youre correct
        you may be right
        you might be right
        you could be right
        you have convinced me
        youve convinced me
        you convinced me
        you have changed my mind
        youve changed my mind
        you changed my mind
        you win
        ill give you that
        thanks for the correction
        thanks for correcting me
        thank you for correcting me
        lets leave it there
        lets leave it at that
        """

    /// The hash of a word of ours, in normal form without apostrophes.
    private static func hash(_ word: Substring) -> UInt64 {
        WordHash(ofNormalForm: String(word)).value
    }

    /// What words do, by hash. It is asked for every word, which is why it is no `Dictionary`.
    struct Table {
        private var hashes = [UInt64](repeating: 0, count: 1_024)
        private var allRoles = [Roles](repeating: [], count: 1_024)

        fileprivate init(_ words: KeyValuePairs<Roles, String>) {
            for (roles, list) in words {
                for word in list.split(whereSeparator: \.isWhitespace) {
                    insert(CueWords.hash(word), roles)
                }
            }
            for first in CueWords.concessions.keys { insert(first, .opensConcession) }
        }

        private mutating func insert(_ hash: UInt64, _ roles: Roles) {
            let slot = slot(of: hash)
            hashes[slot] = hash
            allRoles[slot].insert(roles)
        }

        private func slot(of hash: UInt64) -> Int {
            var slot = Int(truncatingIfNeeded: hash) & 1_023
            while hashes[slot] != 0 && hashes[slot] != hash { slot = (slot + 1) & 1_023 }
            return slot
        }

        /// What a word does; nothing for most.
        ///
        /// - Complexity: O(1) on average.
        func roles(of hash: UInt64) -> Roles { allRoles[slot(of: hash)] }
    }
}
