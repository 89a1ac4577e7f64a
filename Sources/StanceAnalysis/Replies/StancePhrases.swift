/// Turns of phrase whose words mean something else together: "no doubt" denies nothing, and "yeah,
/// right" does not agree. They are read as one word.
struct StancePhrases: Sendable {
    static let shared = StancePhrases()

    private struct Phrase {
        var keys: [UInt32]
        var kind: WordClasses
        /// Whether it counts only as the first own words of a comment.
        var isOpening: Bool
        /// Whether nothing but the end of the sentence may follow it.
        var endsSentence: Bool
    }

    /// The words that phrases begin with, sorted.
    let firstWords: [UInt32]
    private let table: KeyTable
    /// By first word; the longer before the shorter.
    private let phrases: [[Phrase]]
    /// By first word: a set of bits of the second words.
    private let seconds: [UInt64]
    /// By first word: whether it is a phrase by itself.
    private let hasSingle: [Bool]

    private static func bit(_ key: UInt32) -> UInt64 { 1 << UInt64(key & 63) }

    /// A phrase that begins at a word: how many tokens it takes and its class.
    ///
    /// Commas inside it are passed over.
    func phrase(at start: Int, in tokens: [StanceToken], opening: Bool) -> (Int, WordClasses)? {
        let place = table.place(of: tokens[start].key)
        guard place >= 0 else { return nil }
        // No phrase without its second word or mark, and most first words stand without.
        let next = start + 1 < tokens.count ? tokens[start + 1].key : 0
        guard
            seconds[place] & Self.bit(next) != 0 || next == StanceToken.comma
                || hasSingle[place]
        else { return nil }
        for phrase in phrases[place] where opening || !phrase.isOpening {
            var at = start + 1
            var matched = 1
            while matched < phrase.keys.count && at < tokens.count {
                if tokens[at].key == phrase.keys[matched] {
                    matched += 1
                } else if tokens[at].key != StanceToken.comma {
                    break
                }
                at += 1
            }
            guard matched == phrase.keys.count else { continue }
            if phrase.endsSentence, at < tokens.count, !tokens[at].endsSentence { continue }
            return (at - start, phrase.kind)
        }
        return nil
    }

    private init() {
        var phrases: [UInt32: [Phrase]] = [:]
        for (kind, list) in Self.list {
            for line in list.split(separator: "\n") {
                var words = line.split(separator: " ")
                let isOpening = words.first == "^"
                let endsSentence = words.last == "$"
                if isOpening { words.removeFirst() }
                if endsSentence { words.removeLast() }
                guard let first = words.first else { continue }
                phrases[WordKey.of(first), default: []].append(
                    Phrase(
                        keys: words.map { WordKey.of($0) }, kind: kind, isOpening: isOpening,
                        endsSentence: endsSentence))
            }
        }
        let firstWords = phrases.keys.sorted()
        self.firstWords = firstWords
        table = KeyTable(firstWords)
        self.phrases = firstWords.map { first in
            (phrases[first] ?? []).enumerated().sorted {
                ($1.element.keys.count, $0.offset) < ($0.element.keys.count, $1.offset)
            }.map(\.element)
        }
        seconds = self.phrases.map { list in
            list.reduce(0) { $1.keys.count > 1 ? $0 | Self.bit($1.keys[1]) : $0 }
        }
        hasSingle = self.phrases.map { $0.contains { $0.keys.count == 1 } }
    }

    /// One phrase a line; `^` only as the first words, `$` only before the end of a sentence.
    private static let list: [(WordClasses, String)] = [
        (
            .agreePhrase,
            """
            you're welcome
            you are welcome
            you are very welcome
            you're very welcome
            you're most welcome
            my pleasure
            thank you so much
            thanks so much
            thank you very much
            no thank you needed
            well done
            good job
            great job
            nice work
            good work
            ^ congrats
            ^ congratulations
            no problem with
            no problem at all
            no objection
            no objections
            no complaints
            no complaints here
            no issue with
            nothing wrong with
            nothing to add
            no disagreement
            i stand corrected
            my mistake
            my bad
            my apologies
            i apologise
            i apologize
            i was wrong
            you were right
            i am an idiot
            i'm an idiot
            i'm just an idiot
            i was mistaken
            i'm sure you're right
            i'm sure you are right
            ^ every word
            ^ word $
            ^ preach
            can't blame
            what you said
            couldn't agree more
            could not agree more
            can't agree more
            cannot agree more
            couldn't have said it better
            could not have said it better
            no doubt
            no doubt about it
            no question about it
            without a doubt
            without doubt
            not wrong
            aren't wrong
            isn't wrong
            is not wrong
            not a bad idea
            no argument here
            no argument from me
            can't argue with that
            can't disagree
            don't disagree
            do not disagree
            can't disagree with that
            ^ no problem
            ^ no kidding
            ^ no shit
            i agree
            i totally agree
            i completely agree
            i fully agree
            i also agree
            i strongly agree
            i wholeheartedly agree
            agree with you
            agree with this
            agree 100
            agreed $
            ^ agreed
            ^ this $
            ^ so much this
            ^ +1
            ^ same here
            ^ same $
            ^ exactly
            ^ exactly this
            ^ well said
            ^ well put
            ^ good point
            ^ great point
            ^ amen
            ^ my thoughts exactly
            my thoughts exactly
            ^ fair enough
            ^ fair point
            ^ hear hear
            ^ spot on
            ^ seconded
            ^ indeed
            ^ absolutely
            ^ yes exactly
            ^ of course they do
            ^ quite right
            ^ so true
            ^ very true
            you are right
            you're right
            you are correct
            you're correct
            you are absolutely right
            you're absolutely right
            nailed it
            what he said
            what she said
            glad someone said it
            """
        ),
        (
            .concession,
            """
            not entirely wrong but
            not wrong but
            i see your point but
            i get your point but
            i see what you mean but
            i hear you but
            fair but
            i agree but
            agreed but
            agree to disagree
            i agree with you but
            i agree with that but
            i agree with some
            i agree with part
            i agree in part
            i would agree but
            i'd agree but
            i would agree if
            i'd agree if
            i might agree if
            ^ yes but
            ^ yeah but
            ^ true but
            ^ right but
            ^ sure but
            ^ ok but
            ^ okay but
            ^ fair enough but
            ^ fair point but
            ^ good point but
            ^ exactly but
            ^ absolutely but
            ^ maybe but
            you are right but
            you're right but
            you are right about that but
            you're right about that but
            """
        ),
        (
            .disagreePhrase,
            """
            not sure i agree
            not sure i'd agree
            not sure i would agree
            not sure that i agree
            not sure i can agree
            not sure about that
            not so sure
            i'm not convinced
            i am not convinced
            not convinced
            hard to agree
            don't think i agree
            don't think that's true
            don't think so
            do not think so
            don't think that's right
            can't say i agree
            i fail to see
            far from it
            ^ not really
            ^ not quite
            ^ not at all
            ^ hardly $
            ^ since when
            on the contrary
            that's a stretch
            you're missing
            you are missing
            i disagree
            i strongly disagree
            i completely disagree
            i respectfully disagree
            i have to disagree
            i don't agree
            i do not agree
            don't agree with
            do not agree with
            can't agree with
            cannot agree with
            couldn't disagree more
            could not disagree more
            not true
            isn't true
            is not true
            not right
            isn't right
            not correct
            not the case
            isn't the case
            not how it works
            not how that works
            doesn't work that way
            you're wrong
            you are wrong
            you are mistaken
            you're mistaken
            you don't understand
            you do not understand
            you clearly don't
            you obviously don't
            you have no idea
            you know nothing
            makes no sense
            make no sense
            doesn't make sense
            doesn't make any sense
            missing the point
            miss the point
            missed the point
            simply false
            simply wrong
            just wrong
            dead wrong
            plain wrong
            flat out wrong
            ^ nope
            ^ nah
            ^ wrong
            ^ false
            ^ bullshit
            ^ nonsense
            ^ rubbish
            ^ no way
            ^ no it isn't
            ^ no it's not
            ^ no they don't
            ^ no you don't
            ^ no $
            straw man
            prove it
            citation needed
            """
        ),
        (
            .continuing,
            """
            too $
            me too
            you too
            as well $
            """
        ),
        (
            .ironyPhrase,
            """
            ^ yeah right
            yeah right $
            ^ oh yeah right
            ^ sure because
            ^ yeah because
            ^ yes because
            ^ right because
            ^ oh yes because
            ^ oh sure
            ^ sure thing
            ^ sure jan
            ^ oh really
            ^ oh please
            ^ oh yeah
            ^ yeah sure
            ^ yeah ok
            ^ ok buddy
            ^ okay buddy
            ^ whatever you say
            ^ if you say so
            ^ keep telling yourself
            keep telling yourself
            ^ let me guess
            ^ so you
            ^ so what you're saying
            ^ so you're saying
            ^ so basically
            ^ nice try
            ^ good luck with that
            ^ good one
            ^ cool story
            ^ thanks for proving
            ^ thank you for proving
            ^ what a joke
            ^ tell me more
            ^ do you really think
            ^ do you really believe
            ^ do you seriously
            ^ are you serious
            ^ are you kidding
            ^ are you really
            ^ are you seriously
            ^ you do know
            ^ you do realize
            ^ you do realise
            ^ you realize
            """
        ),
    ]
}
