/// The features of a reply that are words, each with its number, its value and its place.
///
/// Pairs of words and the opening are hashed (Weinberger et al., ICML 2009), without a sign since
/// 32 bits leave next to no collisions. The values of each group have a length of about 1.
package struct StanceWords {
    /// What a feature is.
    package enum Group: UInt32, Sendable {
        case word = 1
        case pair = 2
        case first = 3
        case second = 4
        case early = 5
        case start = 6
        case earlyPair = 7
        case afterQuotation = 8
        case parentStart = 9
    }

    /// Calls a body for each feature.
    ///
    /// - Parameter body: Takes the number, the value, the first token and one past the last; the
    ///   same number may come several times and counts once. Tokens of the parent are -1.
    ///   Called at most `bound(tokens)` times.
    /// - Complexity: O(n) in the tokens.
    @inline(__always)
    static func forEach(
        _ tokens: [StanceToken], parentOpening: SIMD2<UInt32>,
        _ body: (UInt32, Float, Int, Int) -> Void
    ) {
        guard !tokens.isEmpty else { return }
        tokens.withUnsafeBufferPointer { tokens in
            var words = 0
            var pairs = 0
            var previous = -1
            for token in tokens {
                if token.isWord { words += 1 }
                if isPairable(token) {
                    if previous == 1 { pairs += 1 }
                    previous = 1
                } else if token.classes.contains(.quoted) {
                    previous = 0
                }
            }
            let wordValue = 1 / Float(max(1, words)).squareRoot()
            let pairValue = 1 / Float(max(1, pairs)).squareRoot()
            var last = -1
            for at in tokens.indices {
                let token = tokens[at]
                if token.isWord { body(key(.word, token.key), wordValue, at, at + 1) }
                if isPairable(token) {
                    if last >= 0 {
                        body(key(.pair, tokens[last].key, token.key), pairValue, last, at + 1)
                    }
                    last = at
                } else if token.classes.contains(.quoted) {
                    last = -1
                }
            }
            opening(tokens, body)
            afterQuotations(tokens, body)
        }
        if parentOpening[0] != 0 {
            body(key(.parentStart, parentOpening[0]), 0.42, -1, -1)
            if parentOpening[1] != 0 {
                body(key(.parentStart, parentOpening[0], parentOpening[1]), 0.42, -1, -1)
            }
        }
    }

    /// More features than so many tokens can have.
    static func bound(_ tokens: Int) -> Int {
        // A word, a pair and two behind a quotation each; the opening and the parent.
        tokens * 4 + 24
    }

    @inline(__always)
    private static func isPairable(_ token: StanceToken) -> Bool {
        if token.isWord { return true }
        switch token.key {
        case StanceToken.comma, StanceToken.fullStop, StanceToken.questionMark,
            StanceToken.exclamationMark, StanceToken.ellipsis:
            return true
        default: return false
        }
    }

    @inline(__always)
    private static func key(_ group: Group, _ first: UInt32, _ second: UInt32 = 0) -> UInt32 {
        WordKey.joined(group.rawValue, first, second)
    }

    /// The first six words and marks, by place and in runs.
    private static func opening(
        _ tokens: UnsafeBufferPointer<StanceToken>, _ body: (UInt32, Float, Int, Int) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 6) { places in
            var count = 0
            for at in tokens.indices {
                if count == 6 { break }
                guard isPairable(tokens[at]) else { continue }
                // Marks before the first word say where a name stood.
                if count == 0 && !tokens[at].isWord && tokens[at].key != StanceToken.questionMark {
                    continue
                }
                places[count] = at
                count += 1
            }
            guard count > 0 else { return }
            let value: Float = 0.3
            body(key(.first, tokens[places[0]].key), value, places[0], places[0] + 1)
            if count > 1 {
                body(key(.second, tokens[places[1]].key), value, places[1], places[1] + 1)
            }
            var run = tokens[places[0]].key
            for k in 1..<max(2, count) where k < count {
                let token = tokens[places[k]]
                if k > 1 {
                    body(key(.early, token.key), value, places[k], places[k] + 1)
                }
                if k < 4 {
                    run = key(.start, run, token.key)
                    body(run, value, places[0], places[k] + 1)
                }
                if k < 5 && k + 1 < count {
                    body(
                        key(.earlyPair, token.key, tokens[places[k + 1]].key), value, places[k],
                        places[k + 1] + 1)
                }
            }
        }
    }

    /// The first two words after each quotation.
    private static func afterQuotations(
        _ tokens: UnsafeBufferPointer<StanceToken>, _ body: (UInt32, Float, Int, Int) -> Void
    ) {
        var sawWord = false
        var left = 0
        var last = -1
        for at in tokens.indices {
            if tokens[at].classes.contains(.quoted) {
                left = sawWord ? 2 : 0
                last = -1
            } else if tokens[at].isWord || tokens[at].key == StanceToken.questionMark {
                sawWord = true
                guard left > 0 else { continue }
                body(key(.afterQuotation, tokens[at].key), 0.3, at, at + 1)
                if last >= 0 {
                    body(
                        key(.afterQuotation, tokens[last].key, tokens[at].key), 0.3, last, at + 1)
                }
                last = at
                left -= 1
            }
        }
    }
}
