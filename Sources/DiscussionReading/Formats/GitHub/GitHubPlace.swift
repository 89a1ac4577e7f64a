/// Which issue, pull request or discussion an address is of; the three are numbered together.
struct GitHubPlace: Hashable {
    /// `owner/name`.
    var repository: String
    /// The number in the repository.
    var number: String

    /// Reads an address such as `https://api.github.com/repos/OWNER/NAME/issues/7` or
    /// `https://github.com/OWNER/NAME/pull/7#issuecomment-1`; `nil` for others.
    init?(_ address: String) {
        let parts = address.prefix { $0 != "#" && $0 != "?" }.split(separator: "/")
        guard
            let kind = parts.lastIndex(where: {
                ["issues", "pull", "pulls", "discussions"].contains($0)
            }), kind >= 2, kind + 1 < parts.count
        else { return nil }
        let number = parts[kind + 1]
        guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        self.number = String(number)
        repository = parts[(kind - 2)..<kind].joined(separator: "/")
    }
}
