/// The words of the cue classes, by key.
struct StanceLexicon: Sendable {
    static let shared = StanceLexicon()

    private let table: KeyTable
    private let classes: [WordClasses]

    /// The classes of a word; empty for most.
    @inline(__always)
    func classes(of key: UInt32) -> WordClasses {
        let place = table.place(of: key)
        return place < 0 ? [] : classes[place]
    }

    private init() {
        var places: [UInt32: Int] = [:]
        var keys: [UInt32] = []
        var classes: [WordClasses] = []
        func add(_ key: UInt32, _ kind: WordClasses) {
            if let place = places[key] {
                classes[place].insert(kind)
            } else {
                places[key] = keys.count
                keys.append(key)
                classes.append(kind)
            }
        }
        for (kind, words) in Self.words {
            for word in words.split(whereSeparator: \.isWhitespace) { add(WordKey.of(word), kind) }
        }
        for (kind, words) in Self.words where kind == .functionWord {
            for word in words.split(whereSeparator: \.isWhitespace) {
                add(WordKey.of(word), .english)
            }
        }
        for word in OtherLanguages.commonWords.split(whereSeparator: \.isWhitespace) {
            add(WordKey.of(word), .foreign)
        }
        for key in StancePhrases.shared.firstWords { add(key, .opensPhrase) }
        table = KeyTable(keys)
        self.classes = classes
    }

    private static let words: [(WordClasses, String)] = [
        (
            .negation,
            """
            not no never none nothing nobody nowhere neither nor cannot can't cant don't dont doesn't
            doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't won't wont wouldn't
            wouldnt shouldn't couldn't couldnt hasn't haven't hadn't ain't without hardly scarcely
            barely
            """
        ),
        (
            .secondPerson,
            """
            you your yours yourself you're youre you've you'd you'll ya u ur yourselves
            """
        ),
        (.firstPerson, "i i'm im i've i'd i'll me my mine myself"),
        (.we, "we our us ours we're we've we'll"),
        (.they, "they them their they're they've they'll those these"),
        (
            .contrast,
            """
            but however although though nevertheless nonetheless except unless whereas
            instead rather actually
            """
        ),
        (
            .agreeing,
            """
            agree agreed agrees agreeing yes yeah yep yup yea exactly true right correct indeed
            absolutely definitely certainly totally precisely same amen bingo spot seconded
            concur fair good great well nice excellent love thanks thank awesome brilliant ditto
            obviously sure +1 👍 💯 ✅ 👌
            """
        ),
        (
            .disagreeing,
            """
            disagree disagreed wrong no nope nah incorrect false nonsense bullshit bs lie lies lying
            liar untrue ridiculous absurd rubbish garbage crap silly stupid idiot moron ignorant dumb
            fool foolish pathetic delusional wtf lol lmao rofl huh fallacy strawman straw logic
            evidence proof prove source citation claim claims assertion bogus laughable troll
            trolling mistaken misunderstand misrepresent failed irrelevant 👎
            """
        ),
        (
            .hedge,
            """
            maybe perhaps possibly probably might may could seems seem guess suppose think believe
            imo imho likely somewhat kinda sorta apparently depends presumably whether wonder wonders wondering
            wondered suspect unsure curious unclear idk dunno
            """
        ),
        (.continuing, "also additionally moreover furthermore besides likewise"),
        (.questionWord, "what why how who where when which whose what's who's how's where's"),
        (
            .mocking,
            """
            lol lmao rofl haha hahaha wow oh ha yawn gee golly genius
            sweetie buddy pal dude bro kid /s 😂 🤣 🙄 🤡 🤦
            """
        ),
        (
            .praising,
            """
            good great best better love like nice happy glad excellent wonderful perfect fantastic
            hope support win wins won smart honest fair thanks thank beautiful proud brave respect
            interesting helpful wise agree important amazing kind kindest lovely welcome star legend hero
            generous talented clever delightful gorgeous charming congrats congratulations bravo
            grateful pleasure delicious wonderfully beautifully brilliant awesome fabulous superb
            sweet thoughtful 👏 🙏 💖 😍 🥰 😊
            """
        ),
        (
            .hostile,
            """
            bad worse worst hate evil stupid dumb idiot idiots moron terrible horrible awful
            disgusting disgrace corrupt liar lies lie lying fraud fake failed failure ridiculous
            pathetic sad wrong crazy insane racist racism fascist nazi hypocrite hypocrisy ignorant
            shit fuck fucking damn crap garbage bullshit kill dead death destroy criminal traitor
            shame shameful scum trash fool nonsense delusional coward 😡 🤬 🤮
            """
        ),
        (
            .insulting,
            """
            stupid dumb idiot idiots idiotic moron morons moronic liar liars ignorant ignoramus pathetic
            crazy insane delusional hypocrite hypocrites coward cowards cowardly scum trash fool fools
            foolish clown clowns troll trolls traitor racist fascist nazi disgusting disgrace
            shameful clueless brainwashed sheep sheeple lunatic imbecile cretin numpty snowflake
            dimwit halfwit muppet bigot bigots bigoted 🤡
            """
        ),
        (
            .functionWord,
            """
            the a an and or but of to in on at for with by from as is are was were be been being it
            its it's this that these those i you he she we they them his her their our your my me him
            us not no do does did have has had will would can could should if so then than there here
            what which who when where why how all any some just about into out up down over more most
            very also only other one i'm you're don't that's
            """
        ),
    ]
}
