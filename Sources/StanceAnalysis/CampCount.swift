/// How many camps are looked for.
public enum CampCount: Hashable, Sendable {
    /// As many as there are, 1 to 6, and none where chance gives as much.
    case auto
    /// This many, 2 to 6, without asking chance.
    case exactly(Int)
}
