/// Places in a list, by the ids of the rows that they come from.
///
/// The rows of a discussion were mostly stored one after another, so that an id less the first one is
/// nearly a place itself: a list, and a dictionary for ids below the first and behind wide holes.
struct RowPlaces {
    private var first = 0
    /// By id from `first` on; -1 in a hole.
    private var near: [Int] = []
    private var far: [Int: Int] = [:]

    /// Chosen by us: a hole of so many costs less than an entry of a dictionary.
    private static let widestHole = 16

    /// The place of a row, 0 or more; `nil` where it has none.
    subscript(row: Int) -> Int? {
        guard let offset = offset(of: row), offset < near.count, near[offset] >= 0 else {
            return far[row]
        }
        return near[offset]
    }

    /// Gives a row, which has none, its place.
    mutating func add(_ row: Int, at place: Int) {
        if near.isEmpty { first = row }
        guard let offset = offset(of: row), offset >= near.count,
            offset - near.count <= Self.widestHole
        else {
            far[row] = place
            return
        }
        while near.count < offset { near.append(-1) }
        near.append(place)
    }

    private func offset(of row: Int) -> Int? {
        let (offset, overflows) = row.subtractingReportingOverflow(first)
        return overflows || offset < 0 ? nil : offset
    }
}
