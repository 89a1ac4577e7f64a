/// The sentences that are left to each commenter, the best first.
///
/// Most commenters never have their turn, so that only their best sentence is looked for; the heap
/// of all is made when it is taken.
struct CommenterTurns {
    private let entries: [SentenceSelection.Entry]
    /// Per commenter, in the order of their first entries.
    private var commenters: [Commenter] = []
    /// Per entry: the next of the same commenter, or -1.
    private var next: [Int]

    private struct Commenter {
        var best: SentenceSelection.Entry
        var firstEntry: Int
        var lastEntry: Int
        var heap: Heap<SentenceSelection.Entry>?
    }

    /// - Parameter commenterPlaces: the commenter of each sentence of the pool, from 0.
    /// - Complexity: O(n) in the entries.
    init(_ entries: [SentenceSelection.Entry], commenters commenterPlaces: [Int]) {
        self.entries = entries
        next = [Int](repeating: -1, count: entries.count)
        var places: [Int: Int] = [:]
        for (number, entry) in entries.enumerated() {
            let commenter = commenterPlaces[entry.index]
            guard let place = places[commenter] else {
                places[commenter] = commenters.count
                commenters.append(
                    Commenter(best: entry, firstEntry: number, lastEntry: number))
                continue
            }
            next[commenters[place].lastEntry] = number
            commenters[place].lastEntry = number
            if entry.isBefore(commenters[place].best) { commenters[place].best = entry }
        }
    }

    /// The places of the commenters.
    var places: Range<Int> { commenters.indices }

    /// The best sentence that is left to a commenter.
    func first(of place: Int) -> SentenceSelection.Entry? {
        guard let heap = commenters[place].heap else { return commenters[place].best }
        return heap.first
    }

    mutating func removeFirst(of place: Int) {
        makeHeap(of: place)
        _ = commenters[place].heap?.removeFirst()
    }

    mutating func insert(_ entry: SentenceSelection.Entry, of place: Int) {
        makeHeap(of: place)
        commenters[place].heap?.insert(entry)
    }

    private mutating func makeHeap(of place: Int) {
        guard commenters[place].heap == nil else { return }
        var all: [SentenceSelection.Entry] = []
        var number = commenters[place].firstEntry
        while number >= 0 {
            all.append(entries[number])
            number = next[number]
        }
        commenters[place].heap = Heap(all)
    }
}
