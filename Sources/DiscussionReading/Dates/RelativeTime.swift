import DiscussionModel

/// Moments told from another, such as "3 years ago", "vor 2 Stunden", "gestern".
enum RelativeTime {
    /// A unit of time.
    private enum Unit: Int {
        case second = 1
        case minute = 60
        case hour = 3_600
        case day = 86_400
        case week = 604_800
        /// A twelfth of a year.
        case month = 2_629_746
        /// A year of the Gregorian calendar on average.
        case year = 31_556_952
    }

    /// The moment that a text tells from another one, or `nil` when it tells none.
    ///
    /// It is marked approximate; its precision is a day where the unit is a day or longer.
    /// - Parameters:
    ///   - text: words such as `vor 2 Tagen`, `yesterday`, `3d`; they may stand among others.
    ///   - reference: when the text was written or saved.
    /// - Complexity: O(bytes).
    static func timestamp(_ text: String, before reference: Timestamp) -> Timestamp? {
        let bytes = Array(text.utf8)
        return timestamp(in: bytes, 0..<bytes.count, before: reference)
    }

    /// The moment that bytes of a page tell, such as those that `DateMatcher` finds and has no
    /// moment for.
    static func timestamp(
        in bytes: [UInt8], _ range: Range<Int>, before reference: Timestamp
    ) -> Timestamp? {
        var count: Int?
        // "2 years 3 months ago" is both together.
        var told: (seconds: Int, smallest: Unit)?
        func add(_ number: Int, _ unit: Unit) -> Bool {
            if let told, told.smallest.rawValue <= unit.rawValue { return false }
            told = ((told?.seconds ?? 0) + number * unit.rawValue, unit)
            count = nil
            return true
        }
        var place = range.lowerBound
        while place < range.upperBound {
            if let number = number(bytes, &place, range.upperBound) {
                count = number
                continue
            }
            if let number = count, let (unit, end) = eastern(bytes, place, range.upperBound) {
                guard add(number, unit) else { break }
                place = end
                continue
            }
            let word = FoldedWords.word(bytes, from: place, to: range.upperBound)
            guard word.end > place else {
                place += 1
                continue
            }
            place = word.end
            if told != nil, MonthNames.ago.contains(word.hash) { break }
            if told == nil, let days = days[word.hash] {
                return moment(days * Unit.day.rawValue, .day, before: reference)
            }
            if told == nil, now.contains(word.hash) {
                return moment(0, .second, before: reference)
            }
            if let number = count, let unit = units[word.hash] {
                guard add(number, unit) else { break }
                continue
            }
            // Words such as "one" count; others between a number and its unit do not matter.
            if ones.contains(word.hash) { count = 1 }
        }
        guard let told else { return nil }
        return moment(told.seconds, told.smallest, before: reference)
    }

    private static func moment(
        _ past: Int, _ unit: Unit, before reference: Timestamp
    ) -> Timestamp {
        let seconds = reference.seconds - Int64(past)
        guard unit.rawValue >= Unit.day.rawValue else {
            return Timestamp(
                seconds: seconds, precision: reference.precision == .day ? .day : .instant,
                isApproximate: true)
        }
        let intoDay = ((seconds % 86_400) + 86_400) % 86_400
        return Timestamp(seconds: seconds - intoDay, precision: .day, isApproximate: true)
    }

    private static func number(_ bytes: [UInt8], _ place: inout Int, _ limit: Int) -> Int? {
        var end = place
        var value = 0
        while end < limit, (0x30...0x39).contains(bytes[end]), end - place < 4 {
            value = value * 10 + Int(bytes[end]) - 0x30
            end += 1
        }
        guard end > place else { return nil }
        place = end
        return value
    }

    /// Units that stand right behind a number in Chinese, Japanese and Korean.
    private static func eastern(_ bytes: [UInt8], _ place: Int, _ limit: Int) -> (Unit, Int)? {
        let rest = bytes[place..<limit].drop { $0 == 0x20 }
        return easternUnits.first { rest.starts(with: $0.name.utf8) }.map {
            ($0.unit, rest.startIndex + $0.name.utf8.count)
        }
    }

    private static let easternUnits: [(name: String, unit: Unit)] = [
        ("年", .year), ("년", .year), ("か月", .month), ("ヶ月", .month), ("个月", .month),
        ("個月", .month), ("月", .month), ("개월", .month), ("달", .month), ("週間", .week),
        ("周", .week), ("週", .week), ("주", .week), ("日", .day), ("天", .day), ("일", .day),
        ("時間", .hour), ("小时", .hour), ("小時", .hour), ("시간", .hour), ("分", .minute),
        ("분", .minute), ("秒", .second), ("초", .second),
    ]

    private static let units: [UInt64: Unit] = {
        var table: [UInt64: Unit] = [:]
        for (unit, words) in [
            (
                Unit.second,
                "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos"
                    + " secondo secondi sekund sekundy секунд секунды секунду sekunder sekunti"
            ),
            (
                .minute,
                "m min mins minute minutes minuten minuto minutos minuti minuut minuten minut minuty"
                    + " минут минуты минуту minutt minutter minuter dakika хвилин"
            ),
            (
                .hour,
                "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren"
                    + " godz godzin godziny godzinę час часа часов time timer timme timmar saat"
            ),
            (
                .day,
                "d day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen"
                    + " dagar dage dager dzień dni день дня дней gün päivää dní"
            ),
            (
                .week,
                "w wk week weeks woche wochen semaine semaines semana semanas settimana settimane"
                    + " weken tydzień tygodnie tygodni неделю недели недель uge uger vecka veckor"
                    + " uke uker hafta"
            ),
            (
                .month,
                "mo month months monat monate monaten mois mes meses mês mese mesi maand maanden"
                    + " miesiąc miesiące miesięcy месяц месяца месяцев måned måneder månad månader"
                    + " ay"
            ),
            (
                .year,
                "y yr yrs year years jahr jahre jahren an ans année années año años ano anos anno"
                    + " anni jaar jaren rok lata lat год года лет år yıl vuotta"
            ),
        ] {
            for word in words.split(separator: " ") {
                table[FoldedWords.phrase(String(word))] = unit
            }
        }
        return table
    }()

    private static let ones: Set<UInt64> = Set(
        ["a", "an", "one", "einem", "einer", "ein", "un", "une", "una", "uno", "um", "uma", "een"]
            .map(FoldedWords.phrase))

    private static let now: Set<UInt64> = Set(["now", "gerade", "jetzt"].map(FoldedWords.phrase))

    private static let days: [UInt64: Int] = {
        var table: [UInt64: Int] = [:]
        for (days, words) in [
            (0, "today heute hoy oggi hoje vandaag сегодня idag dzisiaj"),
            (1, "yesterday gestern hier ayer ieri ontem gisteren вчера wczoraj igår"),
            (2, "vorgestern anteayer eergisteren позавчера"),
        ] {
            for word in words.split(separator: " ") {
                table[FoldedWords.phrase(String(word))] = days
            }
        }
        return table
    }()
}
