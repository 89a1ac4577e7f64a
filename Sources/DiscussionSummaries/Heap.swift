/// What has an order in which it is taken.
protocol Ranked {
    /// Whether this one is taken before another; of two different ones one is.
    func isBefore(_ other: Self) -> Bool
}

/// A binary heap with the entry on top that is before all others.
struct Heap<Entry: Ranked> {
    private var entries: [Entry]

    /// The entry on top.
    var first: Entry? { entries.first }

    init(_ entries: [Entry]) {
        self.entries = entries
        for place in (0..<entries.count / 2).reversed() { sink(place) }
    }

    mutating func removeFirst() -> Entry? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        if !entries.isEmpty {
            entries[0] = last
            sink(0)
        }
        return first
    }

    mutating func insert(_ entry: Entry) {
        entries.append(entry)
        var place = entries.count - 1
        while place > 0, entry.isBefore(entries[(place - 1) / 2]) {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(_ start: Int) {
        var place = start
        while 2 * place + 1 < entries.count {
            var child = 2 * place + 1
            if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) {
                child += 1
            }
            guard entries[child].isBefore(entries[place]) else { return }
            entries.swapAt(place, child)
            place = child
        }
    }
}
