import DiscussionModel
import DiscussionReading
import Foundation
import TestSupport
import Testing

/// What holds for every format in the registry.
@Suite("The contract of formats")
struct FormatContractTests {
    static let names = FormatRegistry.all.map(\.name)

    private func fixtures(of format: String) -> [String] {
        Fixtures.inputs(of: format)
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Fixtures.folder.appending(path: path)))
    }

    @Test("Names are different, in lower case, and found again")
    func different() {
        #expect(Set(Self.names).count == Self.names.count)
        for name in Self.names {
            #expect(name == name.lowercased())
            #expect(FormatRegistry.format(named: name)?.name == name)
        }
        #expect(FormatRegistry.format(named: "no such format") == nil)
    }

    @Test("A format says how it is recognised, in one line", arguments: names)
    func recognition(name: String) throws {
        let format = try #require(FormatRegistry.format(named: name))
        #expect(!format.recognition.isEmpty && !format.recognition.contains("\n"))
    }

    @Test("A format has fixtures, claims them, and none of another format's", arguments: names)
    func claims(name: String) throws {
        let own = fixtures(of: name)
        #expect(!own.isEmpty)
        for fixture in own {
            let head = InputHead(bytes: try bytes(name + "/" + fixture), fileName: fixture)
            #expect(FormatRegistry.format(recognizing: head)?.name == name, "\(fixture)")
        }
    }

    @Test("Comments have different ids, never the article's, in every fixture", arguments: names)
    func ids(name: String) throws {
        let format = try #require(FormatRegistry.format(named: name))
        for fixture in fixtures(of: name) {
            let input = OpenInput(bytes: try bytes(name + "/" + fixture), name: fixture)
            var stream = try format.discussions(in: input, options: ReadingOptions())
            while let discussion = try stream.next() {
                let ids = discussion.comments.map(\.id)
                #expect(Set(ids).count == ids.count)
                #expect(!ids.contains("0") && !ids.contains(""))
                #expect(discussion.format == name)
                #expect(discussion.source == fixture)
            }
        }
    }

    @Test("Any bytes give an error or discussions, never a crash", arguments: names)
    func anything(name: String) throws {
        let format = try #require(FormatRegistry.format(named: name))
        var generator = SeededGenerator(seed: 7)
        var samples: [[UInt8]] = [[], [0], [0xFF, 0xFE, 0x41], Array("\n\n\n".utf8), [0x7B]]
        for fixture in fixtures(of: name).prefix(4) {
            let whole = try bytes(name + "/" + fixture)
            for _ in 0..<12 {
                var broken = whole
                for _ in 0..<Int.random(in: 1...40, using: &generator) where !broken.isEmpty {
                    let place = Int.random(in: 0..<broken.count, using: &generator)
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: broken[place] = UInt8.random(in: 0...255, using: &generator)
                    case 1: broken.remove(at: place)
                    default: broken.removeSubrange(place..<min(place + 9, broken.count))
                    }
                }
                samples.append(broken)
            }
        }
        for _ in 0..<40 {
            let count = Int.random(in: 0..<400, using: &generator)
            samples.append((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
        for sample in samples {
            do {
                let input = OpenInput(bytes: sample, name: "sample")
                var stream = try format.discussions(in: input, options: ReadingOptions())
                while let discussion = try stream.next() {
                    let ids = discussion.comments.map(\.id)
                    #expect(Set(ids).count == ids.count)
                }
            } catch let error as ReadingError {
                #expect(error.file == "sample")
            }
        }
    }
}
