import DiscussionModel

/// What a compressed source unpacks to, as it is pulled.
final class DecompressedSource: ByteSource {
    private static let chunkBytes = 1 << 18

    private let packed: any ByteSource
    private let decompressor: any Decompressor
    private let name: String
    private let meter: ExpansionMeter
    private var input: [UInt8] = []
    private var inputStart = 0
    private var bytesTaken = 0
    private var unpacked = 0
    private var isInputAtEnd = false
    private var isAtEnd = false
    /// Whether all that was taken so far is complete; nothing at all is not.
    private var isBetweenMembers = false
    private var ownDamage: ReadingError?

    init(
        _ packed: any ByteSource, by decompressor: any Decompressor, name: String,
        meter: ExpansionMeter
    ) {
        self.packed = packed
        self.decompressor = decompressor
        self.name = name
        self.meter = meter
    }

    var modified: Timestamp? { packed.modified }

    var damage: ReadingError? { packed.damage ?? ownDamage }

    func read() throws -> [UInt8] {
        var stuck = 0
        while !isAtEnd {
            if inputStart == input.count, !isInputAtEnd { try refill() }
            if isBetweenMembers, inputStart < input.count,
                !decompressor.continues(with: input[inputStart...])
            {
                isAtEnd = true
                break
            }
            if isBetweenMembers, inputStart == input.count, isInputAtEnd {
                isAtEnd = true
                break
            }
            let (bytes, wasTaken) = unpackOnce()
            unpacked += bytes.count
            try meter.check(unpacked: unpacked, name: name)
            if !bytes.isEmpty { return bytes }
            stuck = wasTaken ? 0 : stuck + 1
            // Nothing taken and nothing given at the end of the data: the rest is missing.
            if !isAtEnd, !isBetweenMembers, stuck > 1, inputStart == input.count, isInputAtEnd {
                stop("the \(decompressor.name) data ends in the middle")
            } else if stuck > 3 {
                stop("the \(decompressor.name) data is damaged")
            }
        }
        return []
    }

    private func refill() throws {
        input = try packed.read()
        inputStart = 0
        if input.isEmpty { isInputAtEnd = true }
    }

    private func unpackOnce() -> (bytes: [UInt8], wasTaken: Bool) {
        var wasTaken = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkBytes) { space, filled in
            let output = UnsafeMutableBufferPointer(rebasing: space[..<Self.chunkBytes])
            let (taken, given, step) = input.withUnsafeBufferPointer { input in
                decompressor.step(
                    UnsafeBufferPointer(rebasing: input[inputStart...]), into: output,
                    isLast: isInputAtEnd)
            }
            filled = given
            inputStart += taken
            bytesTaken += taken
            wasTaken = taken > 0
            switch step {
            case .amid:
                if taken > 0 || given > 0 { isBetweenMembers = false }
            case .atEnd: isBetweenMembers = true
            case .failed(let why):
                stop("the \(decompressor.name) data is damaged (\(why))")
            case .tooLarge(let why, let remedy):
                stop("the \(decompressor.name) data \(why)", .tooLarge, remedy)
            }
        }
        return (bytes, wasTaken)
    }

    private func stop(
        _ problem: String, _ code: ReadingError.Code = .malformed,
        _ advice: String = "what stood before was read; get the file anew for the rest"
    ) {
        isAtEnd = true
        ownDamage = ReadingError(
            code, file: name, byte: bytesTaken, problem: problem, advice: advice)
    }
}
