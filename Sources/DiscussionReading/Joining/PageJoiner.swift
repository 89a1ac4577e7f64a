import DiscussionModel

/// Stub.
struct PageJoiner {
    private var ready: [Result<Discussion, ReadingError>] = []
    init(_ mode: ReadingOptions.Joining) {}
    mutating func add(_ r: Result<Discussion, ReadingError>) { ready.append(r) }
    mutating func add(page: Discussion, stem: String) { ready.append(.success(page)) }
    mutating func flush() {}
    mutating func next() -> Result<Discussion, ReadingError>? {
        ready.isEmpty ? nil : ready.removeFirst()
    }
}
