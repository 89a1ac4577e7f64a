import DiscussionModel

/// Mails that stand whole below an answer, as Outlook and forwarding put them there: a rule
/// ("-----Original Message-----"), headers (From, Sent, To, Subject), then words without marks.
enum OriginalMessage {
    /// The words of each such mail, which go on to the end; one below another is quoted in it.
    ///
    /// - Complexity: O(n).
    static func quotations(in text: String) -> [StatedQuotation] {
        var text = text
        return text.withUTF8 { bytes -> [StatedQuotation] in
            let lines = QuoteLines(bytes)
            let end = lines.lines.last { !$0.isBlank }?.end ?? 0
            var found: [StatedQuotation] = []
            var index = 0
            while index < lines.lines.count {
                let line = lines.lines[index]
                let head = bytes[line.content.prefix(24)]
                guard line.depth == 0, line.content.count <= 200,
                    head.starts(with: "--".utf8) || head.contains(UInt8(ascii: ":"))
                else {
                    index += 1
                    continue
                }
                let words = lines.words(line)
                let hasRule = isRule(words[...])
                guard let headers = headers(in: lines, from: hasRule ? index + 1 : index),
                    hasRule || headers.isSure
                else {
                    index += 1
                    continue
                }
                let first = (headers.end..<lines.lines.count).first { !lines.lines[$0].isBlank }
                if let first, lines.lines[first].start < end {
                    found.append(
                        StatedQuotation(
                            span: TextSpan(start: lines.lines[first].start, end: end),
                            author: headers.author))
                }
                index = headers.end
            }
            return found
        }
    }

    /// Whether a line is the rule above such a mail.
    static func isRule(_ line: Substring) -> Bool {
        guard line.hasPrefix("--"), line.utf8.count < 100 else { return false }
        var words = line.lowercased()[...]
        while let first = words.first, "- ".contains(first) { words = words.dropFirst() }
        while let last = words.last, "- \r".contains(last) { words = words.dropLast() }
        return rules.contains(String(words))
    }

    private static let rules: Set<String> = [
        "original message", "ursprüngliche nachricht", "original-nachricht", "originalnachricht",
        "urspruengliche nachricht", "weitergeleitete nachricht", "message d'origine",
        "message original", "message transféré", "message d’origine", "mensaje original",
        "mensaje reenviado", "messaggio originale", "messaggio inoltrato", "mensagem original",
        "oorspronkelijk bericht", "originele bericht", "ursprungligt meddelande",
        "oprindelig meddelelse", "opprinnelig melding", "исходное сообщение",
        "пересылаемое сообщение", "forwarded message", "forwarded by", "begin forwarded message",
        "reply message", "alkuperäinen viesti", "wiadomość oryginalna", "původní zpráva",
    ]

    /// Headers with who wrote the mail, the line behind them, and whether they can be nothing else.
    private static func headers(
        in lines: QuoteLines, from start: Int
    ) -> (author: String?, end: Int, isSure: Bool)? {
        var index = start
        while index < lines.lines.count, index < start + 2, lines.lines[index].isBlank {
            index += 1
        }
        var fields: Set<String> = []
        var author: String?
        let first = index
        while index < lines.lines.count, index < first + 10, !lines.lines[index].isBlank {
            let words = lines.words(lines.lines[index])
            guard let colon = words.firstIndex(of: ":"),
                let field = names[trimmed(words[..<colon])]
            else {
                // A long list of those it went to is wrapped.
                if fields.isEmpty || fields.contains("subject") { break }
                index += 1
                continue
            }
            fields.insert(field)
            if field == "from" {
                author = name(in: String(words[words.index(after: colon)...]).trimmingWhiteSpace)
            }
            if index == first, field != "from", field != "date", field != "subject" { return nil }
            index += 1
        }
        guard fields.contains("from"), fields.count >= 2 else { return nil }
        return (author, index, fields.contains("date") && fields.count >= 3)
    }

    private static func trimmed(_ field: Substring) -> String {
        String(field).lowercased().filter { $0 != "*" && $0 != "\u{A0}" && $0 != " " }
    }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for (field, words) in [
            "from": "from von de da van från fra od от lähettäjä expéditeur",
            "date": "sent date gesendet datum envoyé enviado enviadoel inviato verzonden skickat"
                + " sendt fecha data дата отправлено wysłano lähetetty",
            "to": "to an à para a aan till til do кому vastaanottaja cc kopie newsgroups copie",
            "subject": "subject betreff objet asunto oggetto onderwerp ämne emne assunto temat тема"
                + " aihe předmět",
        ] {
            for word in words.split(separator: " ") { names[String(word)] = field }
        }
        return names
    }()

    /// The name in `Ana Berg [mailto:ana@example.org]`, `"Ana Berg" <ana@example.org>`.
    private static func name(in words: String) -> String? {
        var name = words[...]
        if let opening = name.firstIndex(where: { "<[(".contains($0) }), opening != name.startIndex
        {
            name = name[..<opening]
        }
        let marks: Set<Character> = [" ", "\"", "'", "<", ">", "*"]
        while let first = name.first, marks.contains(first) { name = name.dropFirst() }
        while let last = name.last, marks.contains(last) { name = name.dropLast() }
        if let at = name.firstIndex(of: "@"), !name.contains(" ") { name = name[..<at] }
        return name.isEmpty || name.utf8.count > 100 ? nil : String(name)
    }
}
