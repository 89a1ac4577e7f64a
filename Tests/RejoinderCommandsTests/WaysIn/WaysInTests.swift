import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import RejoinderCommands

/// What lies in a folder or an archive, and what it can bring about.
@Suite("Ways in")
struct WaysInTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("Links and special files in a folder are passed over, and nothing waits for them")
    func specialFiles() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "in/a.jsonl")
        try folder.write(Samples.corpus(discussions: 1), to: "in/deeper/b.jsonl")
        try folder.write("secret words\n\nof another folder", to: "out/secret.txt")
        let run = try CommandRun(
            script: """
                mkfifo in/pipe in/deeper/pipe.jsonl
                ln -s ../out/secret.txt in/link.txt
                ln -s ../out in/folder
                ln -s . in/circle
                ln -s /dev/zero in/zero
                ln -s pipe in/to-pipe
                ln -s nowhere in/broken
                timeout 120 "$rejoinder" analyze in --json
                """, in: folder)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.count == 2)
        #expect(!run.text.contains("secret"))
    }

    @Test("A file whose name is not UTF-8 is told of, and the others are read")
    func illegibleNames() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "in/a.jsonl")
        let run = try CommandRun(
            script: """
                cp in/a.jsonl $'in/caf\\xe9.jsonl'
                ln -s a.jsonl $'in/l\\xefnk.jsonl'
                "$rejoinder" analyze in --json
                """, in: folder)
        #expect(run.status == 1)
        #expect(run.lines.count == 1)
        #expect(!run.errors.contains("nk.jsonl"))
        #expect(run.errors.contains("in/caf\\xE9.jsonl: its name is not UTF-8"), "\(run.errors)")
        let named = try CommandRun(
            script: "rm in/a.jsonl; \"$rejoinder\" analyze in/*; \"$rejoinder\" analyze in",
            in: folder)
        #expect(named.errors.contains("names that are not UTF-8 cannot be read"))
        #expect(!named.errors.contains("hidden"))
    }

    @Test(
        "A packed entry whose checksum is wrong is told of",
        .enabled(if: OutsideTool("python3") != nil, "python3 is missing"))
    func checksums() throws {
        try folder.write(Samples.page, to: "page.txt")
        let run = try CommandRun(
            script: """
                python3 - <<'E'
                import zipfile
                with zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
                    archive.write('page.txt')
                data = bytearray(open('a.zip', 'rb').read())
                place = data.find(b'PK\\1\\2')
                data[14:18] = data[place + 16:place + 20] = b'\\1\\2\\3\\4'
                open('a.zip', 'wb').write(data)
                E
                "$rejoinder" analyze a.zip --json
                """, in: folder)
        #expect(run.status == 1)
        #expect(
            run.errors.contains("a.zip/page.txt") && run.errors.contains("damaged"), "\(run.errors)"
        )
        #expect(run.lines.count == 1)
    }

    @Test("A description of a site that cannot be used is wrong usage, whatever is read")
    func siteFiles() throws {
        try folder.write(Samples.page, to: "page.txt")
        let run = try CommandRun("analyze", "page.txt", "--site", "gone.yaml", in: folder)
        #expect(run.status == 2 && run.errors.contains("gone.yaml"))
    }

    @Test("A text of more lines than any page has is refused with what helps")
    func lines() throws {
        try folder.write(String(repeating: "\n", count: 2_000_001), to: "many.txt")
        let run = try CommandRun("analyze", "many.txt", in: folder)
        #expect(run.status == 1 && run.errors.contains("2000001 lines"), "\(run.errors)")
        #expect(run.errors.contains("--format"))
    }

    @Test(
        "A socket in a folder is passed over",
        .enabled(if: OutsideTool("python3") != nil, "python3 is missing"))
    func sockets() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "in/a.jsonl")
        let run = try CommandRun(
            script: """
                python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("in/socket")'
                test -S in/socket || echo "there is none"
                timeout 120 "$rejoinder" analyze in --json
                """, in: folder)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.count == 1)
    }

    @Test(
        "A device in a folder is passed over",
        .enabled(if: canMakeDevices, "only an administrator may make devices"))
    func devices() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "in/a.jsonl")
        let run = try CommandRun(
            script: """
                mknod in/zero c 1 5
                mknod in/disk b 7 0
                timeout 120 "$rejoinder" analyze in --json
                """, in: folder)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.count == 1)
    }

    private static let canMakeDevices: Bool = {
        let run = try? CommandRun(script: "mknod zero c 1 5", in: ScratchFolder())
        return run?.status == 0
    }()

    @Test(
        "What is named itself is read where it is a pipe or a link, and refused where a device is")
    func named() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "a.jsonl")
        let run = try CommandRun(
            script: """
                mkfifo pipe
                ln -s a.jsonl link.jsonl
                timeout 60 cat a.jsonl > pipe &
                timeout 120 "$rejoinder" analyze pipe link.jsonl /dev/zero /dev/full --json
                """, in: folder)
        #expect(run.status == 1)
        #expect(run.lines.count == 2)
        #expect(run.errors.contains("/dev/zero: it is a device or socket, not a file"))
        #expect(run.errors.contains("/dev/full: it is a device or socket, not a file"))
    }

    @Test(
        "No archive writes anything, whatever its entries are called and wherever they lead",
        .enabled(if: OutsideTool("python3") != nil, "python3 is missing"))
    func archives() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "make/a.jsonl")
        try folder.write("kept", to: "work/kept.txt")
        let run = try CommandRun(
            script: #"""
                cat > make.py <<'END'
                import io, tarfile, zipfile
                body = open("make/a.jsonl", "rb").read()
                names = ["../up.jsonl", "../../up2.jsonl", "/tmp/rejoinder-absolute.jsonl", "a/../../up3.jsonl",
                         "kept.txt", "link/through.jsonl", "C:\\up4.jsonl", "..\\up5.jsonl"]
                with tarfile.open("work/x.tar", "w") as tar:
                    for kind, name, target in [(tarfile.SYMTYPE, "link", ".."), (tarfile.LNKTYPE, "hard", "kept.txt"),
                                               (tarfile.SYMTYPE, "kept.txt", "/etc/passwd"),
                                               (tarfile.FIFOTYPE, "pipe", ""), (tarfile.CHRTYPE, "device", ""),
                                               (tarfile.DIRTYPE, "../folder", "")]:
                        info = tarfile.TarInfo(name)
                        info.type, info.linkname = kind, target
                        tar.addfile(info)
                    for name in names:
                        info = tarfile.TarInfo(name)
                        info.size, info.mode = len(body), 0o6777
                        tar.addfile(info, io.BytesIO(body))
                with zipfile.ZipFile("work/x.zip", "w") as archive:
                    link = zipfile.ZipInfo("link")
                    link.create_system, link.external_attr = 3, 0o120777 << 16
                    archive.writestr(link, "..")
                    for name in names:
                        archive.writestr(name, body)
                END
                python3 make.py
                find . ! -type d -printf '%p %s %l\n' | sort > before; find . -type d | sort >> before
                cd work
                timeout 120 "$rejoinder" analyze x.tar x.zip --json --no-join > ../out
                cd ..
                mv out /tmp/none-$$; find . ! -type d -printf '%p %s %l\n' | sort > after
                find . -type d | sort >> after
                wc -l < /tmp/none-$$; rm -f /tmp/none-$$
                diff <(grep -v -e before -e after before) <(grep -v -e before -e after after)
                ls /tmp/rejoinder-absolute.jsonl ../up2.jsonl ../up3.jsonl 2> none
                """#, in: folder)
        #expect(run.text == "16\n", "\(run.text)\(run.errors)")
        #expect(try folder.text(of: "work/kept.txt") == "kept")
    }

    @Test(
        "Sizes are understood as people write them",
        arguments: [
            ("1", 1), ("500", 500), ("64K", 65_536), ("16m", 16 << 20), ("1.5 GB", 3 << 29),
            ("2GiB", 2 << 30), ("10000b", 10_000),
        ])
    func sizes(words: String, bytes: Int) throws {
        #expect(try ByteSize(argument: words).bytes == bytes)
    }

    @Test(
        "What is no size is wrong usage",
        arguments: ["", "0", "-1", "x", "1X", "M", "1e5", "9999T"])
    func noSizes(words: String) throws {
        #expect(throws: ValidationError.self) { try ByteSize(argument: words) }
        try folder.write(Samples.page, to: "page.txt")
        let run = try CommandRun("analyze", "page.txt", "--max-page=\(words)", in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("--max-page"))
    }

    @Test("The options on limits reach the reader, and what they cut is said with status 1")
    func options() throws {
        try folder.write(Samples.page, to: "page.txt")
        let page = try CommandRun("analyze", "page.txt", "--max-page", "100", in: folder)
        #expect(page.status == 1 && page.errors.contains("--max-page"))
        try folder.write(Samples.corpus(discussions: 1), to: "a.jsonl")
        let cut = try CommandRun(
            "analyze", "a.jsonl", "--json", "--max-comment", "10", in: folder)
        #expect(cut.status == 1 && cut.lines.count == 1)
        #expect(cut.errors.contains("[long-text]") && cut.text.contains(#""text":"Is the fer""#))
        let short = try CommandRun(
            "analyze", "a.jsonl", "--json", "--max-record", "126", in: folder)
        #expect(short.lines.count == 1 && short.errors.contains("--max-record"))
        let bad = try CommandRun("analyze", "a.jsonl", "--max-name", "9", in: folder)
        #expect(bad.status == 2)
        let deep = try CommandRun("formats", "--probe", "a.jsonl", "--max-nesting", "0", in: folder)
        #expect(deep.status == 0)
    }
}
