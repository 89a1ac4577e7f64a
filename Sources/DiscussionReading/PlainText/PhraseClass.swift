/// Phrases that stand for the same thing in the headers of comments, in many languages.
///
/// Which phrase of a class a page uses is part of its layout: a page says `says` or `sagt`, never
/// both, so that a line with another phrase is no header.
struct PhraseClass: Sendable {
    /// The phrases as bytes, longest first.
    let phrases: [[UInt8]]
    /// Whether a phrase may begin with two bytes, by the lowest five bits of both, in which upper
    /// and lower case are the same.
    private let beginnings: [Bool]
    /// The phrases that begin with a byte, by its lower-case form.
    private let byFirst: [[Int]]

    /// Creates a class from phrases, one per line.
    init(_ lines: String) {
        phrases = lines.split(separator: "\n").map { Array($0.utf8) }.sorted {
            $0.count > $1.count
        }
        var byFirst = [[Int]](repeating: [], count: 256)
        for (number, phrase) in phrases.enumerated() {
            byFirst[Int(Self.folded(phrase[0]))].append(number)
        }
        self.byFirst = byFirst
        var beginnings = [Bool](repeating: false, count: 1_024)
        for phrase in phrases {
            // Behind a phrase of one byte anything may stand.
            for second in phrase.count > 1 ? phrase[1]...phrase[1] : 0...31 {
                beginnings[Self.beginning(phrase[0], second)] = true
            }
        }
        self.beginnings = beginnings
    }

    private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first & 31) << 5 | Int(second & 31)
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    /// The phrase that stands at a place, by its number, and where it ends.
    @inline(__always)
    func match(_ bytes: [UInt8], at place: Int, limit: Int) -> (phrase: Int, end: Int)? {
        guard place < limit else { return nil }
        let second = place + 1 < limit ? bytes[place + 1] : 0
        guard beginnings[Self.beginning(bytes[place], second)] else { return nil }
        return phrase(bytes, at: place, limit: limit)
    }

    private func phrase(
        _ bytes: [UInt8], at place: Int, limit: Int
    ) -> (phrase: Int, end: Int)? {
        for number in byFirst[Int(Self.folded(bytes[place]))] {
            let phrase = phrases[number]
            guard place + phrase.count <= limit else { continue }
            var index = 0
            while index < phrase.count,
                Self.folded(bytes[place + index]) == Self.folded(phrase[index])
            {
                index += 1
            }
            guard index == phrase.count else { continue }
            let end = place + index
            // A phrase of letters ends where its word ends.
            let last = phrase[index - 1]
            if last < 0x80, FoldedWords.letterLength(phrase, index - 1, index) > 0, end < limit,
                FoldedWords.letterLength(bytes, end, limit) > 0
            {
                continue
            }
            return (number, end)
        }
        return nil
    }

    /// What stands behind a name where a comment begins.
    static let says = PhraseClass(
        """
        says
        said
        say
        writes
        wrote
        commented
        comments
        replied
        responded
        posted
        sagt
        sagte
        schreibt
        schrieb
        meint
        meinte
        kommentierte
        hat gesagt
        a dit
        dit
        a écrit
        écrit
        a commenté
        dice
        dijo
        escribió
        comentó
        ha dicho
        ha scritto
        scrive
        ha detto
        disse
        diz
        escreveu
        comentou
        zegt
        schreef
        schrijft
        zei
        mówi
        pisze
        napisał
        napisał(a)
        napisała
        powiedział
        пишет
        говорит
        написал
        написала
        сказал
        сказала
        каже
        пише
        säger
        skriver
        skrev
        siger
        sier
        sanoo
        kirjoitti
        diyor
        dedi
        říká
        napsal
        さん より
        さんより
        さんのコメント
        より
        说道
        说
        說道
        說
        님의 말
        님의 말:
        يقول
        אומר
        """)

    /// What stands before a name where a comment begins.
    static let by = PhraseClass(
        """
        comment by
        commented by
        comment from
        posted by
        post by
        written by
        reply by
        by
        from
        author:
        name:
        kommentar von
        geschrieben von
        verfasst von
        beitrag von
        von
        autor:
        verfasser:
        commentaire de
        commentaire par
        posté par
        écrit par
        par
        auteur :
        comentario de
        publicado por
        escrito por
        por
        comentário de
        commento di
        scritto da
        inviato da
        reactie van
        geplaatst door
        door
        komentarz od
        autor
        комментарий от
        автор:
        投稿者:
        投稿者：
        """)

    /// What stands between a name and a date.
    static let on = PhraseClass(
        """
        on
        at
        am
        den
        vom
        le
        el
        em
        il
        op
        om
        dnia
        в
        den
        wrote on
        says on
        said on
        posted on
        replied on
        commented on
        responded on
        schrieb am
        sagt am
        sagte am
        schreibt am
        kommentierte am
        a écrit le
        a dit le
        escribió el
        dijo el
        escreveu em
        disse em
        ha scritto il
        schreef op
        pisze
        napisał
        написал
        """)

    /// Marks between a name and a date.
    static let dot = PhraseClass(
        """
        •
        ·
        ∙
        ●
        |
        -
        –
        —
        »
        ›
        /
        ,
        :
        """)

    /// Words between one who answers and whom he answers.
    static let repliesTo = PhraseClass(
        """
        replied to
        replying to
        in reply to
        reply to
        responded to
        answered
        antwortete
        antwort auf
        antwortet auf
        als antwort auf
        antwort an
        en réponse à
        répond à
        a répondu à
        en respuesta a
        respondió a
        em resposta a
        in risposta a
        als reactie op
        als antwoord op
        в ответ
        ▶
        ➤
        >
        →
        ↪
        ↳
        """)
}
