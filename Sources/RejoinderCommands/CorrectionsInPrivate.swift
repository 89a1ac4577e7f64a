import Rejoinder

extension StoredCorrections {
    /// What people have set in a discussion that is read, in a store that holds it under
    /// pseudonyms: found by what it is called there, with the names that it has in its source.
    func corrections(of discussion: Discussion, _ privacy: Privacy) -> Corrections {
        guard let pseudonymizer = privacy.pseudonymizer else { return corrections(of: discussion) }
        let outline = pseudonymizer.outline(of: discussion)
        let stored = corrections(of: outline)
        guard !stored.isEmpty else { return stored }
        var ids: [String: String] = [:]
        var names: [String: String] = [:]
        for (comment, known) in zip(discussion.comments, outline.comments) {
            if ids[known.id] == nil { ids[known.id] = comment.id }
            guard let pseudonym = known.nameAsWritten, names[pseudonym] == nil else { continue }
            names[pseudonym] =
                comment.accountID.flatMap { $0.isEmpty ? nil : $0 } ?? comment.nameAsWritten
        }
        return Corrections(
            stored.all.map { correction in
                var original = correction
                original.comment = ids[correction.comment] ?? correction.comment
                switch correction.value {
                case .target(let id): original.value = .target(ids[id] ?? id)
                case .author(let name): original.value = .author(names[name] ?? name)
                case .stance: break
                }
                return original
            })
    }
}
