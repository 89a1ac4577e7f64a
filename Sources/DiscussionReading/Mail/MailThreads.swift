/// Puts mails together to threads, as Jamie Zawinski's algorithm does.
///
/// <https://www.jwz.org/doc/threading.html>: mails that name each other, or a common third one that
/// need not be there, are one thread. A mail with `Re:` and no reference at all joins the thread of
/// its subject; whom it answers stays open.
struct MailThreads {
    /// Mails of one subject further apart than this are of different threads.
    private static let maximumSubjectSeconds: Int64 = 180 * 86_400

    /// What a mail answers.
    enum Parent: Hashable {
        /// It opens its thread.
        case none
        case stated(MailHash)
        /// It answers one of its thread; the source does not say which.
        case unknown
    }

    /// The mails of each thread in the order of the input, threads by their first mails.
    private(set) var threads: [[Int]] = []
    /// What each mail answers.
    private(set) var parents: [Parent] = []

    /// - Complexity: near O(n) in the mails and their references.
    init(_ heads: [MailHead]) {
        var nodes: [MailHash: Int] = [:]
        var sets = DisjointSets(count: heads.count)
        for (index, head) in heads.enumerated() {
            guard let id = head.id else { continue }
            if let first = nodes[id] { sets.join(first, index) } else { nodes[id] = index }
        }
        let present = nodes
        parents = heads.map { head in Self.parent(of: head, among: present) }
        for (index, head) in heads.enumerated() {
            var named = head.references
            if case .stated(let id) = parents[index] { named.append(id) }
            for id in named {
                let node = nodes[id] ?? sets.add()
                nodes[id] = node
                sets.join(node, index)
            }
        }
        joinSubjects(heads, present: present, sets: &sets)
        var threadOfSet: [Int: Int] = [:]
        for index in heads.indices {
            let set = sets.find(index)
            if let thread = threadOfSet[set] {
                threads[thread].append(index)
            } else {
                threadOfSet[set] = threads.count
                threads.append([index])
            }
        }
        for thread in threads where thread.count == 1 && parents[thread[0]] == .unknown {
            parents[thread[0]] = .none
        }
    }

    /// The last of the references, but the one mail that `In-Reply-To` names where it is there:
    /// some programs write references in the wrong order or leave them as they came.
    private static func parent(of head: MailHead, among present: [MailHash: Int]) -> Parent {
        let (answered, references) = (head.inReplyTo, head.references)
        if answered.count == 1, present[answered[0]] != nil { return .stated(answered[0]) }
        if let last = references.last, present[last] != nil { return .stated(last) }
        if let last = answered.last(where: { present[$0] != nil }) { return .stated(last) }
        if let last = references.last ?? answered.last { return .stated(last) }
        if head.answersItself, let id = head.id { return .stated(id) }
        return head.isReply ? .unknown : .none
    }

    /// Lets answers that name nobody who is there join the mail that opened their subject.
    private func joinSubjects(
        _ heads: [MailHead], present: [MailHash: Int], sets: inout DisjointSets
    ) {
        var openers: [MailHash: [Int]] = [:]
        var answers: [Int] = []
        for (index, head) in heads.enumerated() {
            guard let subject = head.subject else { continue }
            switch parents[index] {
            case .none: openers[subject, default: []].append(index)
            case .unknown: answers.append(index)
            case .stated(let id):
                if present[id] == nil, !head.references.contains(where: { present[$0] != nil }) {
                    answers.append(index)
                }
            }
        }
        for index in answers {
            guard let subject = heads[index].subject else { continue }
            let wanted = openers[subject].flatMap { opener(of: index, among: $0, heads) }
            if let wanted {
                sets.join(wanted, index)
            } else if parents[index] == .unknown {
                // Answers whose opening mail is not there stay together.
                openers[subject, default: []].append(index)
            }
        }
    }

    /// The last mail before it, or the next one where clocks are wrong.
    private func opener(of index: Int, among openers: [Int], _ heads: [MailHead]) -> Int? {
        guard let seconds = heads[index].seconds else {
            return openers.last { $0 < index } ?? openers.first
        }
        func distance(_ opener: Int) -> Int64? { heads[opener].seconds.map { seconds - $0 } }
        // Of very many mails of one subject the first and the last are looked at.
        let near = openers.count > 200 ? openers.prefix(100) + openers.suffix(100) : openers[...]
        let before = near.filter { opener in
            distance(opener).map { (0...Self.maximumSubjectSeconds).contains($0) } ?? true
        }
        return before.min { (distance($0) ?? .max, $0) < (distance($1) ?? .max, $1) }
            ?? near.first { distance($0).map { (-86_400...0).contains($0) } ?? false }
    }
}
