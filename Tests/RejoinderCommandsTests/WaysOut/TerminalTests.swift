import Foundation
import TestSupport
import Testing

/// The command in a real terminal emulator: what strangers wrote steers nothing.
@Suite("A hostile talk on a terminal", .enabled(if: OutsideTool("tmux") != nil, "tmux is missing"))
struct TerminalTests {
    private let folder: ScratchFolder
    private let socket = "rejoinder-\(UUID().uuidString.prefix(8))"

    init() throws { folder = try ScratchFolder() }

    /// What a terminal is like after a script has run in it.
    private struct Aftermath {
        /// Title, cursor, modes and scroll region, as tmux tells them, where they have changed.
        var state: String
        var clipboard: String
        /// All bytes that the terminal was sent.
        var bytes: [UInt8]
    }

    /// Runs a script of bash in a terminal of its own, with the command as `$rejoinder`.
    private func run(_ script: String) throws -> Aftermath {
        let state =
            ["pane_title", "window_name", "alternate_on", "mouse_any_flag", "cursor_flag"]
            + ["insert_flag", "origin_flag", "keypad_flag", "keypad_cursor_flag", "wrap_flag"]
            + ["scroll_region_upper", "scroll_region_lower"]
        let format = state.map { "\($0)=#{\($0)}" }.joined(separator: " ")
        try folder.write(
            """
            tmux="tmux -L \(socket)"
            $tmux set-option -s set-clipboard on
            $tmux select-pane -T plain
            $tmux rename-window plain
            $tmux set-option -w allow-rename on
            $tmux display-message -p '\(format)' > before
            $tmux pipe-pane 'cat > bytes'
            \(script)
            # Until the emulator has taken in everything.
            printf 'THE %s\\n' END
            for _ in $(seq 100); do
              $tmux capture-pane -p -S - > seen
              grep -q '^THE END' seen && break
              sleep 0.1
            done
            $tmux display-message -p '\(format)' > after
            $tmux show-buffer > clipboard 2> none || true
            $tmux pipe-pane
            touch done
            $tmux kill-server
            """, to: "in-terminal.sh")
        let run = try CommandRun(
            script: """
                unset TMUX
                export TERM=screen NO_COLOR= LC_ALL=C.UTF-8
                rm -f done after clipboard bytes seen none
                tmux -u -L \(socket) -f /dev/null new-session -d -x 100 -y 40 'bash in-terminal.sh' ||
                  exit 1
                for _ in $(seq 6000); do
                  test -e done && break
                  sleep 0.1
                done
                tmux -L \(socket) kill-server 2> none || true
                test -e done
                """, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let before = try folder.text(of: "before")
        let after = try folder.text(of: "after")
        return Aftermath(
            state: before == after ? "" : "\(before)\(after)",
            clipboard: try folder.text(of: "clipboard"),
            bytes: try Array(Data(contentsOf: folder.path("bytes"))))
    }

    /// The control characters among bytes that are no line end, tab, colour of ours, or clearing of
    /// the line of progress.
    private func controls(in bytes: [UInt8]) -> [String] {
        var text = String(decoding: bytes, as: UTF8.self)
        let ours = #/\u{1B}\[[0-9;]*m|\r\u{1B}\[K/#.matchingSemantics(.unicodeScalar)
        text = text.replacing(ours, with: "")
        var found: [String] = []
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if isAfterReturn, scalar != "\n", scalar != "\r" { found.append("lone return") }
            isAfterReturn = scalar == "\r"
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: continue
            case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069:
                found.append("U+" + String(scalar.value, radix: 16))
            default: continue
            }
        }
        return found
    }

    @Test("What would steer a terminal does so where it is printed as it is")
    func control() throws {
        try folder.write("\u{1B}]2;harmed\u{7}\u{1B}]52;c;aGFybWVk\u{7}\u{1B}[?25l", to: "raw")
        let after = try run("cat raw")
        #expect(after.state.contains("pane_title=harmed"))
        #expect(after.clipboard == "harmed")
        #expect(!controls(in: after.bytes).isEmpty)
    }

    @Test("No report, table, graph or error changes title, clipboard, cursor or modes")
    func everything() throws {
        try folder.write(HostileTalk.one, to: "talk.jsonl")
        try folder.write(HostileTalk.halves + HostileTalk.one, to: "two.jsonl")
        try HostileTalk.writeInputs(to: folder, "inputs")
        try folder.write(HostileText.attacks[0], to: "name")
        let after = try run(
            """
            "$rejoinder" analyze talk.jsonl --db store.sqlite
            "$rejoinder" analyze talk.jsonl
            "$rejoinder" analyze talk.jsonl --json
            for form in text markdown json; do
              "$rejoinder" summary --db store.sqlite --as $form
              "$rejoinder" summary --db store.sqlite --attention --as $form
              "$rejoinder" show --db store.sqlite --commenter "$(cat name)" --as $form
              "$rejoinder" show --db store.sqlite --comment c42 --as $form
              "$rejoinder" show --db store.sqlite --search wrong --as $form --limit 500
            done
            for of in commenters comments; do
              for form in dot graphml gexf json csv nodexl; do
                "$rejoinder" graph --db store.sqlite --as $form --of $of --edges reply,mention,quotation
              done
            done
            "$rejoinder" graph talk.jsonl -o /dev/tty
            "$rejoinder" export talk.jsonl --as csv
            "$rejoinder" export talk.jsonl --as csv -o /dev/tty
            "$rejoinder" export two.jsonl --as jsonl
            "$rejoinder" correct --db store.sqlite ../../x c3 --author "$(printf 'a\\033]2;harmed\\007')"
            "$rejoinder" correct --db store.sqlite --export
            "$rejoinder" formats --probe inputs
            "$rejoinder" analyze inputs/*
            "$rejoinder" analyze gone/*/ "$(printf 'gone\\033]2;harmed\\007')"
            "$rejoinder" analyze "$(printf -- '--x\\033]2;harmed\\007')"
            "$rejoinder" report talk.jsonl
            (cat two.jsonl; sleep 1.3; cat two.jsonl) | "$rejoinder" analyze - --format discussions
            """)
        #expect(after.state.isEmpty, "\(after.state)")
        #expect(after.clipboard.isEmpty)
        #expect(controls(in: after.bytes) == [])
        // Nothing was hidden by being left out: the attacks are there to be seen.
        #expect(after.bytes.count > 300_000)
        let text = String(decoding: after.bytes, as: UTF8.self)
        #expect(text.contains("␛]2;harmed␇") && text.contains("⟨U+202E⟩evil"))
    }
}
