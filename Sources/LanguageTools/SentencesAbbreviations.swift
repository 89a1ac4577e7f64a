/// Words that are written with a full stop which does not, or need not, end the sentence.
///
/// Lower case, without the last full stop. The lists are closed-class knowledge and were chosen
/// by us; `SentencesTests` holds an example of each kind.
enum Abbreviations {
    /// A full stop after these never ends a sentence: something always follows.
    static let neverLast: Set<String> = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "hon", "gen", "col", "capt", "cpt",
        "lt",
        "sgt", "maj", "cmdr", "adm", "sen", "rep", "gov", "pres", "amb", "supt", "det", "insp",
        "vs", "cf", "viz", "approx", "ca", "e.g", "eg", "i.e", "ie", "resp", "fig", "figs", "eq",
        "sec", "chap", "ch", "vol", "vols", "pp", "p", "ed", "eds", "dept", "univ", "mt", "ft",
        "z", "z.b", "d.h", "u.a", "bzw", "hr", "fr", "nr", "bspw", "evtl", "ggf", "sog", "inkl",
        "vgl",
        "mme", "mlle", "sra", "srta", "dra", "sig", "dott", "ing", "av", "cie", "p.ex", "p.e",
        "govt", "incl", "esp", "orig", "est",
    ]

    /// A full stop after these ends a sentence only where the next word begins one.
    static let mayBeLast: Set<String> = [
        "etc", "inc", "corp", "ltd", "co", "bros", "llc", "jr", "sr", "esq", "al", "usw", "usf",
        "ph.d", "m.d", "b.a", "m.a", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "u.s.a",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "ave", "blvd", "rd", "ext", "tel", "max", "min", "avg", "dist", "ibid",
    ]

    /// A full stop after these ends a sentence unless a number follows: `No. 5`.
    static let beforeNumbers: Set<String> = ["no", "nos", "art", "para", "op", "line"]

    /// Words that often begin an English sentence and seldom follow an abbreviation inside one, so
    /// that `the U.S. The` is cut and `the U.S. Senate` is not.
    static let sentenceOpeners: Set<String> = [
        "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "we", "they", "you",
        "i", "i'm", "i’m", "but", "and", "or", "so", "if", "when", "while", "there", "here", "what",
        "why", "how", "who", "where", "in", "on", "at", "as", "for", "no", "yes", "not", "now",
        "then", "also", "however", "it's", "it’s", "that's", "that’s", "my", "your", "his", "her",
        "their", "our", "let", "some", "many", "most", "all", "because", "although", "after",
        "before", "since", "do", "does", "did", "is", "are", "was", "were",
    ]

    /// Month names that follow a day's ordinal point in German, as in `am 3. Oktober`.
    static let monthsAfterOrdinal: Set<String> = [
        "april", "august", "dezember", "februar", "jänner", "januar", "juli", "juni", "mai",
        "märz", "november", "oktober", "september",
    ]
}
