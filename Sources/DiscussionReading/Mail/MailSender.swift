/// Who sent a mail: a name to show, and the account without its address.
struct MailSender {
    /// The display name; where there is none, the part of the address before the `@`.
    private(set) var name: String?
    /// A number made from the address, so that the same address gives the same account and no
    /// address is printed. It is no secret: who has an address can work it out.
    private(set) var accountID: String?

    init(_ message: MailMessage) {
        var name = message.fromName
        var address = message.fromAddress?.lowercased()
        if let written = message.decodedHeader("From"), !written.contains("@"),
            let shown = Self.shown(written)
        {
            name = shown.name
            address = shown.address.lowercased()
        }
        name = name.map(Self.unquoted)
        if let whole = name, let via = whole.firstRange(of: " via ") ?? Self.leadingVia(whole) {
            // A list that sends in its members' names has one address for all of them.
            name = Self.unquoted(String(whole[..<via.lowerBound]))
            let own = ["X-Original-From", "X-MailFrom", "Reply-To", "Return-Path"]
                .lazy.compactMap { message.address($0) }.first { $0 != address }
            if name?.isEmpty == false { address = own }
        }
        if name?.isEmpty == true { name = nil }
        if let whole = name, whole.contains("@"), !whole.contains(" ") {
            name = String(whole.prefix { $0 != "@" })
        }
        if let address, !address.isEmpty {
            if name == nil { name = address.split(separator: "@").first.map(String.init) }
            // An address that was cut ("ana...@example.org") may be that of several people.
            let isWhole = address.contains("@") && !address.contains("...")
            accountID = Self.number(of: isWhole ? address : address + " " + (name ?? ""))
        }
        self.name = name
        if name == nil { accountID = nil }
    }

    /// A sender as archives show it to hide the address: `ana at example.org (Ana Berg)`,
    /// `Ana Berg <ana(a)example.org>`.
    private static func shown(_ written: String) -> (name: String?, address: String)? {
        for sign in [" at ", "(a)", "(at)", "[at]", " AT ", "_at_", " (at) ", " [at] "] {
            guard let at = written.firstRange(of: sign) else { continue }
            let before = written[..<at.lowerBound], after = written[at.upperBound...]
            let local = before.split(whereSeparator: { " <\"(".contains($0) }).last
            let host = after.prefix { !" >)(".contains($0) }
            guard let local, !host.isEmpty else { continue }
            var name: Substring?
            if let opening = before.lastIndex(of: "<") {
                name = written[..<opening]
            } else if let opening = after.firstIndex(of: "(") {
                name = after[after.index(after: opening)...]
                if name?.last == ")" { name = name?.dropLast() }
            }
            return (name.map { unquoted(String($0)) }, local + "@" + host)
        }
        return nil
    }

    private static func leadingVia(_ name: String) -> Range<String.Index>? {
        name.hasPrefix("via ") ? name.startIndex..<name.startIndex : nil
    }

    /// Without quotation marks and white space around it.
    private static func unquoted(_ name: String) -> String {
        var name = name.trimmingWhiteSpace[...]
        while let first = name.first, name.count > 1, "\"'".contains(first), name.last == first {
            name = name.dropFirst().dropLast()
        }
        return String(name).trimmingWhiteSpace
    }

    private static func number(of address: String) -> String {
        var hash = MailHash(address).value
        // FNV alone leaves likeness between the numbers of like addresses.
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        hash ^= hash >> 31
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// FNV-1a of 64 bits: ids of millions of mails are kept as their numbers.
struct MailHash: Hashable {
    let value: UInt64

    init(_ text: String) {
        value = StableHash.adding(text)
    }
}
