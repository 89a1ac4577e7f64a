import Foundation

/// The names that are most like one, out of many that come one after another.
struct Likeness {
    /// How many are kept.
    static let limit = 5
    /// Longer names are compared by their beginning, so that one costs no more than another.
    private static let length = 48

    private let wanted: [Unicode.Scalar]
    /// By falling likeness, then by name; each name once.
    private var kept: [(distance: Int, name: String)] = []

    init(to name: String) {
        wanted = Array(Self.folded(name).unicodeScalars.prefix(Self.length))
    }

    /// The names that were kept, the likest first.
    var best: [String] { kept.map(\.name) }

    /// A name without capitals, accents and widths.
    static func folded(_ name: String) -> String {
        name.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    /// Keeps a name where it is like the one wanted: it begins with it or holds it, or differs from
    /// it in at most one character of three.
    mutating func consider(_ name: String) {
        guard !wanted.isEmpty else { return }
        let other = Array(Self.folded(name).unicodeScalars.prefix(Self.length))
        let distance: Int
        if other.starts(with: wanted) {
            distance = 0
        } else if other.count > wanted.count, holdsWanted(other) {
            distance = 1
        } else {
            let most = max(1, wanted.count / 3)
            guard abs(other.count - wanted.count) <= most else { return }
            distance = editDistance(to: other)
            guard distance <= most else { return }
        }
        guard !kept.contains(where: { $0.name == name }) else { return }
        let place =
            kept.firstIndex { (distance, name) < ($0.distance, $0.name) } ?? kept.count
        guard place < Self.limit else { return }
        kept.insert((distance, name), at: place)
        if kept.count > Self.limit { kept.removeLast() }
    }

    private func holdsWanted(_ other: [Unicode.Scalar]) -> Bool {
        guard wanted.count > 1 else { return false }
        return (1...(other.count - wanted.count)).contains { start in
            other[start...].starts(with: wanted)
        }
    }

    /// How many characters must be put in, taken away, exchanged, or changed over with their
    /// neighbour (optimal string alignment, after Damerau, 1964, doi:10.1145/363958.363994).
    private func editDistance(to other: [Unicode.Scalar]) -> Int {
        var (before, last) = ([Int](), Array(0...other.count))
        for at in wanted.indices {
            var row = [at + 1]
            for column in other.indices {
                var best = min(
                    last[column] + (other[column] == wanted[at] ? 0 : 1), last[column + 1] + 1,
                    row[column] + 1)
                if at > 0, column > 0, wanted[at] == other[column - 1],
                    wanted[at - 1] == other[column]
                {
                    best = min(best, before[column - 1] + 1)
                }
                row.append(best)
            }
            (before, last) = (last, row)
        }
        return last[other.count]
    }
}
