/// Numbers in memory of a fixed size that nobody else has: nothing is counted or copied on the way to
/// them, and only debug builds check the places. For loops in which that is most of the work.
struct FixedArray<Element: BitwiseCopyable>: ~Copyable {
    private let memory: UnsafeMutableBufferPointer<Element>

    init(repeating element: Element, count: Int) {
        memory = .allocate(capacity: count)
        memory.initialize(repeating: element)
    }

    init(_ elements: some Collection<Element>) {
        memory = .allocate(capacity: elements.count)
        _ = memory.initialize(fromContentsOf: elements)
    }

    deinit { memory.deallocate() }

    var count: Int { memory.count }

    @inline(__always)
    subscript(place: Int) -> Element {
        get { memory[place] }
        set { memory[place] = newValue }
    }

    /// Takes over what another of the same size holds.
    mutating func copy(_ other: borrowing FixedArray) {
        precondition(count == other.count, "of the same size")
        _ = memory.update(fromContentsOf: other.memory)
    }
}
