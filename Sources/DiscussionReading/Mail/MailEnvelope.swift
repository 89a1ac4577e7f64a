import DiscussionModel

/// The line that begins a mail in an mbox file: `From ana@example.org Wed Sep 22 05:05:28 2004`.
///
/// The address may be hidden (`ana at example.org`), missing or broken; the date may have a zone
/// before or behind the year, or be that of a mail header. Other lines that begin with `From ` are
/// words of a mail.
struct MailEnvelope {
    /// The date in it; without a zone in most.
    var date: Timestamp

    init?(_ line: UnsafeBufferPointer<UInt8>) {
        guard line.count >= 20, line.count <= 1_000, line.starts(with: "From ".utf8) else {
            return nil
        }
        let words = String(decoding: line.dropFirst(5), as: UTF8.self)
            .split { $0 == " " || $0 == "\t" }
        guard let clock = words.lastIndex(where: { Self.time($0) != nil }),
            let time = Self.time(words[clock])
        else { return nil }
        let around = words[max(0, clock - 4)..<min(words.count, clock + 4)]
        var month: Int?
        var day: Int?
        var year: Int?
        for word in around {
            let bare = word.last == "," ? word.dropLast() : word
            if let found = Self.months.firstIndex(of: bare.prefix(3).lowercased()), bare.count <= 9
            {
                month = found + 1
            } else if bare.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(bare) {
                if bare.count == 4, (1970...2199).contains(number) {
                    year = number
                } else if bare.count <= 2 {
                    day = number
                }
            }
        }
        guard let month, let day, let year,
            let date = Timestamp(
                year: year, month: month, day: day, hour: time.hour, minute: time.minute,
                second: min(time.second, 59), precision: .localTime)
        else { return nil }
        self.date = date
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func time(_ word: Substring) -> (hour: Int, minute: Int, second: Int)? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { $0.count <= 2 ? Int($0) : nil }
        guard numbers.count == parts.count, (0...23).contains(numbers[0]),
            (0...59).contains(numbers[1])
        else { return nil }
        return (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
    }
}
