import LanguageTools

/// Finds mail addresses, telephone numbers and links to people in a text.
struct ContactScanner {
    /// What was found.
    struct Contacts {
        var edits: [TextEdits.Edit] = []
        /// Links that stay, in which nothing is replaced, by place.
        var kept: [Range<Int>] = []
    }

    /// What stands for an address that is the name of somebody known; `nil` for others.
    let pseudonymOfAddress: (String) -> String?
    /// Whether a link holds the name of somebody known.
    let holdsName: (String) -> Bool

    /// - Complexity: O(n) in the scalars, but for links, which are O(n * m) in those of the longest
    ///   name.
    func contacts(in scalars: [Unicode.Scalar]) -> Contacts {
        var contacts = Contacts()
        var taken = TextEdits()
        let links = LinkScanner.links(in: scalars)
        for link in links {
            let words = Self.words(scalars[link.range])
            if link.isMail {
                contacts.edits.append(edit(link.range, Mask.mail))
            } else if link.isProfile || holdsName(words) {
                contacts.edits.append(edit(link.range, Mask.link))
            } else {
                contacts.kept.append(link.range)
            }
        }
        taken.add(links.map { edit($0.range, "") }, of: scalars)
        for range in MailScanner.addresses(in: scalars) where !taken.overlaps(range) {
            let mask = pseudonymOfAddress(Self.words(scalars[range])) ?? Mask.mail
            contacts.edits.append(edit(range, mask))
        }
        taken.add(contacts.edits, of: scalars)
        for range in PhoneScanner.numbers(in: scalars) where !taken.overlaps(range) {
            contacts.edits.append(edit(range, Mask.phone))
        }
        return contacts
    }

    private func edit(_ range: Range<Int>, _ words: String) -> TextEdits.Edit {
        TextEdits.Edit(start: range.lowerBound, end: range.upperBound, words: words)
    }

    private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
