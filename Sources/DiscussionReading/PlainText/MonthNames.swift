/// Names of months and weekdays, and the words of dates that are told from today.
enum MonthNames {
    /// The months of a dozen languages as they stand in dates, January first.
    private static let full: [String] = [
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
            + " dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
            + " listopada grudnia",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta"
            + " syyskuuta lokakuuta marraskuuta joulukuuta",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "jänner feber märz april mai juni juli august september oktober november dezember",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
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
        for language in full {
            for (place, name) in language.split(separator: " ").enumerated() {
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
