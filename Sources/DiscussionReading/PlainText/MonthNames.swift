/// Names of months and weekdays, and the words of dates that are told from today.
enum MonthNames {
    /// What each month is called in dates in some twenty languages, January first.
    private static let full: [String] = [
        "january januar janvier enero janeiro gennaio januari stycznia января январь "
            + "tammikuuta ocak ledna jänner січня",
        "february februar février febrero fevereiro febbraio februari lutego февраля "
            + "февраль helmikuuta şubat února feber лютого",
        "march märz mars marzo março maart marca марта март marts maaliskuuta mart března "
            + "березня",
        "april avril abril aprile kwietnia апреля апрель huhtikuuta nisan dubna квітня",
        "may mai mayo maio maggio mei maja мая май maj toukokuuta mayıs května травня",
        "june juni juin junio junho giugno czerwca июня июнь kesäkuuta haziran června "
            + "червня",
        "july juli juillet julio julho luglio lipca июля июль heinäkuuta temmuz července "
            + "липня",
        "august août agosto augustus sierpnia августа август augusti elokuuta ağustos "
            + "srpna серпня",
        "september septembre septiembre setembro settembre września сентября сентябрь "
            + "syyskuuta eylül září вересня",
        "october oktober octobre octubre outubro ottobre października октября октябрь "
            + "lokakuuta ekim října жовтня",
        "november novembre noviembre novembro listopada ноября ноябрь marraskuuta kasım "
            + "listopadu листопада",
        "december dezember décembre diciembre dezembro dicembre grudnia декабря декабрь "
            + "joulukuuta aralık prosince грудня",
    ]

    private static let short: [(String, Int)] = [
        ("sept", 9), ("juil", 7), ("janv", 1), ("févr", 2), ("fevr", 2), ("avr", 4), ("mrz", 3),
        ("maerz", 3), ("mrt", 3), ("okt", 10), ("dez", 12), ("déc", 12), ("gen", 1), ("mag", 5),
        ("giu", 6), ("lug", 7), ("ago", 8), ("set", 9), ("ott", 10), ("dic", 12), ("out", 10),
        ("fev", 2), ("aoû", 8), ("wrz", 9), ("paź", 10), ("gru", 12), ("lis", 11), ("ene", 1),
    ]

    /// The number of the month, 1...12, by the hash of its name.
    static let months: [UInt64: Int] = {
        var table: [UInt64: Int] = [:]
        for (name, month) in short { table[FoldedWords.phrase(name)] = month }
        for (place, names) in full.enumerated() {
            for name in names.split(separator: " ") {
                table[FoldedWords.phrase(String(name))] = place + 1
                let start = FoldedWords.phrase(String(name.prefix(3)))
                if table[start] == nil { table[start] = place + 1 }
            }
        }
        return table
    }()

    /// The weekdays in full and short.
    static let weekdays = WordSet(weekdayHashes)
    static let weekdayHashes = hashes(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi
        do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles
        jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa
        czwartek piątek sobota niedziela понедельник вторник среда четверг пятница суббота
        воскресенье segunda terça quarta quinta sexta feira lun mar mer jeu ven sam dim
        """)

    /// Units of time that stand behind a number.
    static let units: WordSet = words(
        """
        second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month
        months year years yr yrs mo sekunde sekunden minuten stunde stunden tag tage tagen woche
        wochen monat monate monaten jahr jahre jahren seconde secondes heure heures jour jours
        semaine semaines mois an ans année années segundo segundos minuto minutos hora horas día
        días dia dias semana semanas mes meses mês año años ano anos secondi minuti ora ore giorno
        giorni settimana settimane mese mesi anno anni uur dag dagen weken maand maanden jaar
        minuut godzin godziny dni dzień tygodni tydzień miesięcy miesiące lat lata rok минут
        минуты час часа часов день дня дней неделю недели недель месяц месяца месяцев год года лет
        """)

    /// Words that come behind a number and its unit.
    static let ago: WordSet = words("ago her fa atrás geleden temu назад sedan siden önce")

    /// Words that come before a number and its unit.
    static let since = WordSet(sinceHashes)
    static let sinceHashes = hashes("vor hace há il desde")

    /// Words that are a day by themselves.
    static let days = WordSet(dayHashes)
    static let dayHashes = hashes(
        "yesterday today gestern heute hier ayer hoy ieri oggi ontem hoje gisteren vandaag вчера")

    /// Words between the parts of a date.
    static let links: WordSet = words("de di of den del the")

    /// Words between a day and a time of day.
    static let timeLinks: WordSet = words(
        "at um à a las às om o w в alle kl klo ore ora om uur on am le el em op dnia den the do ás"
            + " by von the time")

    private static func words(_ text: String) -> WordSet { WordSet(hashes(text)) }

    private static func hashes(_ text: String) -> [UInt64] {
        text.split { $0 == " " || $0 == "\n" }.map { FoldedWords.phrase(String($0)) }
    }
}
