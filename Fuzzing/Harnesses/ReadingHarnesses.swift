import DiscussionModel
import DiscussionReading

/// The readers. The first byte says which of the formats of a harness reads the rest and whether
/// strictly: `A` is the first of them, `a` the same with `--strict`.
///
/// Formats may be added behind the last of a list; elsewhere the inputs kept so far would change
/// their meaning.
extension Harness {
    static let json = reading("json", "exports, dumps and answers of interfaces in JSON")
    static let xml = reading("xml", "exports and feeds in XML")
    static let html = reading("html", "saved pages")
    static let text = reading("text", "pasted pages and chat logs")
    static let mail = reading("mail", "mailboxes and messages")

    /// The formats that each of the harnesses above reads.
    package static let formats: [String: [String]] = [
        "json": [
            "reddit", "hackernews", "lobsters", "discourse", "github", "youtube", "mastodon",
            "bluesky", "lemmy", "stackexchange", "activitypub", "commento", "isso", "remark42",
            "artalk", "waline", "convokit", "discussions",
        ],
        "xml": ["wxr", "disqus", "blogger", "feed"],
        "html": ["html"],
        "text": ["text", "irc"],
        "mail": ["mbox"],
        "tables": ["csv", "jsonl"],
    ]

    private static func reading(_ name: String, _ about: String) -> Harness {
        Harness(name, "reading: " + about) { bytes in
            guard let first = bytes.first else { return }
            let formats = formats[name] ?? []
            var options = ReadingOptions()
            options.isStrict = first & 0x20 != 0
            try read(
                Array(bytes.dropFirst()), as: formats[Int((first &- 1) & 31) % formats.count],
                options)
        }
    }

    /// Reads bytes in a format, after all formats have had a look at them.
    static func read(_ bytes: [UInt8], as name: String, _ options: ReadingOptions) throws {
        guard let format = FormatRegistry.format(named: name) else {
            throw BrokenPromise(description: "there is no format \(name)")
        }
        let input = OpenInput(bytes: bytes, name: "sample")
        do {
            let head = try input.head()
            for other in FormatRegistry.all {
                let confidence = other.sniff(head)
                try promise((0...1).contains(confidence), "\(other.name) is \(confidence) sure")
                _ = other.companionKey(head)
            }
            var stream = try format.discussions(in: input, options: options)
            try readAll(&stream, of: "sample", bytes: bytes.count)
        } catch let error as ReadingError {
            try check(error, of: "sample")
        }
    }

    private static func readAll(
        _ stream: inout any DiscussionStream, of source: String, bytes: Int
    ) throws {
        // Every turn takes something of the input, and the end may be told of once.
        for _ in 0...(bytes + 2) {
            do {
                guard let discussion = try stream.next() else { return }
                try DiscussionCheck.check(discussion)
                try promise(discussion.source == source, "read from \(discussion.source)")
                try promise((0...1).contains(stream.share), "a share of \(stream.share)")
            } catch let error as ReadingError {
                try check(error, of: source)
                guard error.isOfOneRecord else { return }
            }
        }
        throw BrokenPromise(description: "the stream does not end")
    }

    static func check(_ error: ReadingError, of source: String) throws {
        try promise(error.file == source, "an error of \(error.file)")
        try promise(!error.problem.isEmpty && !error.advice.isEmpty, "an error without words")
        try promise(error.line ?? 1 >= 1 && error.byte ?? 0 >= 0, "an error before the beginning")
    }
}
