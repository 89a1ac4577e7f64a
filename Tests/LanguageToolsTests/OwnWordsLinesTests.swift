import DiscussionModel
import LanguageTools
import Testing

@Suite("The talk in a text")
struct OwnWordsLinesTests {
    private func own(_ text: String) -> [String] {
        let words = OwnWords(text, quotations: [], mentions: [])
        for piece in words.pieces {
            #expect(
                piece.span.words(of: text)
                    == String(decoding: Array(text.utf8)[piece.bytes], as: UTF8.self))
        }
        return words.pieces.map { $0.span.words(of: text) }
    }

    @Test("The header lines of a mail at its head are no talk")
    func headers() {
        #expect(
            own(
                """
                From: Åse <ase@example.org>
                To: the list <list@example.org>,
                  Bo <bo@example.org>
                Subject: Re: the gate

                The gate sticks. Åse will oil it.
                """) == ["The gate sticks.", "Åse will oil it."])
    }

    @Test("One line that looks like a header is talk, unless it holds an address")
    func oneHeader() {
        #expect(own("To: everyone who parks here\nMove your cars.").count == 2)
        #expect(own("cc: list@example.org\nMove your cars.") == ["Move your cars."])
    }

    @Test("A mail that was pasted below is no talk, with its words or with its headers")
    func pasted() {
        let reply = "I shall oil it.\n\n"
        #expect(
            own(reply + "-----Original Message-----\nFrom: Bo\nThe gate sticks.") == [
                "I shall oil it."
            ])
        #expect(
            own(reply + "From: Bo\nSent: Monday\nTo: Åse\nThe gate sticks.") == ["I shall oil it."])
    }

    @Test("A signature is no talk, a long rest below a rule is")
    func signatures() {
        #expect(own("I shall oil it.\n-- \nÅse Moe\nKeeper of the gate") == ["I shall oil it."])
        #expect(own("I shall oil it.\n__________\nÅse Moe\nase@example.org") == ["I shall oil it."])
        #expect(own("My plan for the gate\n==========\nI shall oil it.").count == 3)
        let rest = (0..<60).map { "Sentence number \($0) is here. " }.joined()
        #expect(own("I shall oil it.\n----------\n" + rest).count > 60)
    }

    @Test("Line ends that became runs of spaces part lines again")
    func lostLineEnds() {
        #expect(
            own("Hello all      The gate sticks   and squeaks.      > Oil it.   > Now.      I did.")
                == ["Hello all", "The gate sticks   and squeaks.", "I did."])
        #expect(own("Two spaces.  And three.   No line ends.").count == 3)
    }

    @Test("A text of headers only has no words of its own")
    func headersOnly() {
        #expect(own("From: a@example.org\nTo: b@example.org").isEmpty)
        #expect(own("").isEmpty)
    }
}
