/// What is known of languages other than English: enough to tell that a comment is not English, and
/// the turns of phrase that leave no doubt.
struct OtherLanguages: Sendable {
    static let shared = OtherLanguages()

    /// By first word: the words and whether they agree; the longer before the shorter.
    private let phrases: [UInt32: [(keys: [UInt32], agrees: Bool)]]

    /// Whether a comment is clearly not English.
    ///
    /// It is when most of its words are of another script; when common words of another language
    /// are more than those of English, two at least; or when twelve words or more hold next to none
    /// of the common English ones.
    static func isForeign(_ profile: StanceProfile) -> Bool {
        let words = profile.words
        let (english, foreign) = (Int(profile.languages.x), Int(profile.languages.y))
        if words >= 2 && Int(profile.languages.z) * 2 > words { return true }
        if foreign >= 2 && foreign > english { return true }
        return words >= 12 && english * 16 < words
    }

    /// Whether at most a quarter of the words are common ones of English, as in very short answers
    /// in any language.
    static func isPerhapsForeign(_ profile: StanceProfile) -> Bool {
        Int(profile.languages.x) * 4 <= profile.words
    }

    /// The first known phrase among the first words, with its tokens and whether it agrees.
    func phrase(in tokens: [StanceToken]) -> (range: Range<Int>, agrees: Bool)? {
        var passed = 0
        for start in tokens.indices where tokens[start].isWord {
            guard passed < 4 else { return nil }
            passed += 1
            for phrase in phrases[tokens[start].key] ?? [] {
                // A single word counts as the first word only.
                if phrase.keys.count == 1 && passed > 1 { continue }
                var at = start
                var matched = 0
                while matched < phrase.keys.count && at < tokens.count {
                    if tokens[at].key == phrase.keys[matched] {
                        matched += 1
                    } else if tokens[at].key != StanceToken.comma {
                        break
                    }
                    at += 1
                }
                if matched == phrase.keys.count { return (start..<at, phrase.agrees) }
            }
        }
        return nil
    }

    private init() {
        var phrases: [UInt32: [(keys: [UInt32], agrees: Bool)]] = [:]
        for (agrees, list) in [(true, Self.agreeing), (false, Self.disagreeing)] {
            for line in list.split(separator: "\n") {
                let keys = line.split(separator: " ").map { WordKey.of($0) }
                guard let first = keys.first else { continue }
                phrases[first, default: []].append((keys, agrees))
            }
        }
        self.phrases = phrases.mapValues { $0.sorted { $0.keys.count > $1.keys.count } }
    }

    /// Without accents, as words are compared.
    static let commonWords = """
        der das und ist nicht ein eine einen einem ich du sie wir ihr mit auf dem den zu im von auch
        aber wenn wie sich haben hat sind wird kann noch nur schon doch mal dass bei nach aus durch
        le les une des est pas que qui dans pour sur avec plus sont vous nous ils elle mais ou donc
        cette c'est n'est qu'il j'ai je tu il au aux du el los las una es por con para como pero esta
        esto muy mas yo su lo del ser hay porque son tambien eso que di che non per sono con una anche
        questo della nel gli perche come cosa essere piu ma ha o os um uma nao com mais isso voce esta
        foi ele ela muito tem het een van niet dat ik je wij zij voor maar ook zijn heeft naar wordt
        nog wel deze hebben och att det som inte jag nie jest sie tak czy
        """

    private static let agreeing = """
        stimmt
        genau
        richtig
        ganz genau
        sehr richtig
        da hast du recht
        da haben sie recht
        du hast recht
        sie haben recht
        ich stimme zu
        ich stimme dir zu
        ich stimme ihnen zu
        sehe ich auch so
        das sehe ich auch so
        so ist es
        volle zustimmung
        ganz meine meinung
        d'accord
        tout a fait
        exactement
        je suis d'accord
        vous avez raison
        tu as raison
        c'est vrai
        bien dit
        de acuerdo
        estoy de acuerdo
        totalmente de acuerdo
        tienes razon
        tiene razon
        exacto
        asi es
        es verdad
        sono d'accordo
        hai ragione
        ha ragione
        esatto
        esattamente
        e vero
        proprio cosi
        concordo
        concordo plenamente
        tem razao
        tens razao
        voce tem razao
        exatamente
        e verdade
        mee eens
        eens
        helemaal mee eens
        daar heb je gelijk in
        je hebt gelijk
        u hebt gelijk
        precies
        klopt
        dat klopt
        inderdaad
        """

    private static let disagreeing = """
        nein
        unsinn
        quatsch
        falsch
        das stimmt nicht
        stimmt nicht
        stimmt doch nicht
        stimmt so nicht
        stimmt ja nicht
        nicht richtig
        das ist falsch
        das ist nicht richtig
        das ist unsinn
        das ist quatsch
        so ein unsinn
        so ein quatsch
        ich stimme nicht zu
        da irren sie sich
        da irrst du dich
        du irrst dich
        non
        faux
        c'est faux
        ce n'est pas vrai
        pas d'accord
        pas du tout
        je ne suis pas d'accord
        vous avez tort
        tu as tort
        n'importe quoi
        mentira
        falso
        no es cierto
        no es verdad
        no estoy de acuerdo
        te equivocas
        se equivoca
        estas equivocado
        non sono d'accordo
        non e vero
        hai torto
        ti sbagli
        si sbaglia
        sciocchezze
        nao concordo
        discordo
        nao e verdade
        errado
        esta errado
        nee
        onzin
        niet waar
        dat klopt niet
        klopt niet
        dat is niet waar
        niet mee eens
        ik ben het niet met je eens
        ik ben het er niet mee eens
        """
}
