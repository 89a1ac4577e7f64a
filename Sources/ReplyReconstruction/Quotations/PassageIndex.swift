/// Where each run of three words stands in the texts seen so far.
///
/// - Complexity: O(1) a run in time and memory; a look-up sees at most the newest `limit` places,
///   so that runs that everybody uses cannot make the search quadratic.
struct PassageIndex {
    /// The number of places that a look-up sees.
    static let limit = 12

    private struct Place {
        var key: UInt64
        var text: Int32
        var position: Int32
        var next: Int32
    }

    private var places: [Place] = []
    private var heads: [Int32]
    private var mask: Int

    init(expectedWords: Int) {
        var size = 1_024
        while size < expectedWords && size < 1 << 26 { size *= 2 }
        heads = Array(repeating: -1, count: size)
        mask = size - 1
        places.reserveCapacity(expectedWords)
    }

    /// The key of three words in a row.
    @inline(__always)
    static func key(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt64 {
        var x = UInt64(a) &* 0x9E37_79B9_7F4A_7C15
        x = (x ^ (x >> 31) ^ UInt64(b)) &* 0xBF58_476D_1CE4_E5B9
        x = (x ^ (x >> 29) ^ UInt64(c)) &* 0x94D0_49BB_1331_11EB
        return x ^ (x >> 32)
    }

    mutating func insert(_ key: UInt64, text: Int, position: Int) {
        let slot = Int(truncatingIfNeeded: key) & mask
        places.append(
            Place(key: key, text: Int32(text), position: Int32(position), next: heads[slot]))
        heads[slot] = Int32(places.count - 1)
    }

    /// Where the search for each key begins, or -1 where nothing is to be found.
    ///
    /// Asking for many at once lets the processor fetch them from memory side by side.
    func findBeginnings(of keys: [UInt64], into beginnings: inout [Int32]) {
        beginnings.removeAll(keepingCapacity: true)
        for key in keys { beginnings.append(heads[Int(truncatingIfNeeded: key) & mask]) }
        for (at, newest) in beginnings.enumerated() where newest >= 0 {
            let place = places[Int(newest)]
            if place.key != keys[at] && place.next < 0 { beginnings[at] = -1 }
        }
    }

    /// The newest places of a key, from where `findBeginnings` says.
    @inline(__always)
    func forEachPlace(
        of key: UInt64, from beginning: Int32, _ body: (_ text: Int, _ position: Int) -> Void
    ) {
        var at = beginning
        var seen = 0
        var steps = 0
        while at >= 0 && seen < Self.limit && steps < 64 {
            let place = places[Int(at)]
            if place.key == key {
                body(Int(place.text), Int(place.position))
                seen += 1
            }
            steps += 1
            at = place.next
        }
    }
}
