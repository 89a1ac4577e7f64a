import DiscussionModel

/// Records grouped by their keys within a bound of memory, in the order of the groups' first records.
///
/// Groups that do not fit are set aside in a temporary file. Where the records of each group stand
/// together, as in files sorted by discussion, groups are handed out as soon as the next one begins:
/// that is believed of an input once a sixteenth of the memory holds groups of several records and
/// none of them was interrupted.
final class GroupedRecords {
    /// How many groups of two records or more show that an input is sorted.
    private static let groupsThatShowOrder = 8
    /// How many bytes of a sorted input are collected at most before their groups are handed out.
    private static let batchBytes = 1 << 20

    private enum State {
        case collecting
        /// Sorted input: all groups but the last are whole.
        case streaming
        /// Everything was added.
        case finished
    }

    private let name: String
    private let memory: Int
    private var state: State
    private var groups = RecordGroups()
    private var spill: GroupSpill?
    /// The place of the group that is handed out next, of those in memory.
    private var position = 0
    private var last: Int?
    private var number = 0
    private var taken = 0
    private var wasInterrupted: Bool
    private var longGroups = 0
    private var handedOut = HashSet64()
    /// How many groups continue behind other groups after all, so that they are handed out in parts.
    private(set) var scattered = 0

    /// - Parameters:
    ///   - name: the input, for errors.
    ///   - memory: how many bytes of records may be held.
    ///   - mayStream: whether groups may be handed out before the input has ended.
    init(for name: String, memory: Int, mayStream: Bool) {
        self.name = name
        self.memory = memory
        state = .collecting
        wasInterrupted = !mayStream
    }

    /// Whether there is a group to be taken before more records are added.
    var isReady: Bool {
        switch state {
        case .collecting: false
        case .streaming:
            position > 0
                || groups.size >= min(Self.batchBytes, memory / 16) && groups.groups.count > 1
        case .finished: true
        }
    }

    /// Whether groups are handed out while records are added.
    var isStreaming: Bool { state == .streaming }

    /// Whether groups were set aside in a temporary file.
    var hasSpilled: Bool { spill != nil }

    /// The share of the records added whose groups were taken, 0...1.
    var share: Double { Double(taken) / Double(max(1, number)) }

    /// Whether no record was added.
    var isEmpty: Bool { number == 0 }

    /// Adds a record of `length` bytes, which `fill` is to write.
    func add(
        key: UnsafeRawBufferPointer, length: Int, fill: (UnsafeMutableRawPointer) throws -> Void
    ) throws {
        number += 1
        let (place, isNew) = try groups.add(
            key: key, number: number, length: length, fill: fill)
        if isNew {
            if state == .streaming, handedOut.contains(groups.groups[place].hash) { scattered += 1 }
        } else if place != last {
            wasInterrupted = true
        } else if groups.groups[place].count == 2 {
            longGroups += 1
        }
        last = place
        guard state == .collecting else { return }
        if groups.size > memory {
            let spill = try spill ?? GroupSpill(for: name)
            self.spill = spill
            try spill.add(groups)
            groups.removeAll()
            last = nil
        } else if !wasInterrupted, groups.size > memory / 16,
            longGroups > Self.groupsThatShowOrder, spill == nil
        {
            state = .streaming
        }
    }

    /// Says that all records were added.
    func finish() throws {
        guard state != .finished else { return }
        if let spill {
            try spill.add(groups)
            groups = RecordGroups()
            try spill.finish()
        }
        state = .finished
    }

    /// The next group, valid until the next call; `nil` where more records have to be added first,
    /// and at the end.
    func next() throws -> RecordGroups.Group? {
        guard let group = try nextGroup() else { return nil }
        taken += group.count
        return group
    }

    private func nextGroup() throws -> RecordGroups.Group? {
        if let spill, state == .finished {
            return try spill.next(into: groups) ? groups.groups.first : nil
        }
        let end = state == .finished ? groups.groups.count : groups.groups.count - 1
        guard position < end else {
            if state == .streaming { keepLast() }
            return nil
        }
        position += 1
        let group = groups.groups[position - 1]
        if state == .streaming { _ = handedOut.insert(group.hash) }
        return group
    }

    /// Forgets the groups that were handed out.
    private func keepLast() {
        guard position > 0, let group = groups.groups.last else { return }
        let kept = RecordGroups()
        group.forEachRecord { record in
            kept.add(key: group.key, number: group.number, length: record.count) {
                UnsafeMutableRawBufferPointer(start: $0, count: record.count)
                    .copyMemory(from: record)
            }
        }
        groups = kept
        position = 0
        last = 0
    }
}
