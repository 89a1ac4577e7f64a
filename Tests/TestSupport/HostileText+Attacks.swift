extension HostileText {
    /// Names and texts that are aimed at whoever reads what is written of them: browsers, GraphViz,
    /// readers of XML, JSON and tables, spreadsheets, terminals, databases, shells. What runs sets
    /// `window.harmed`, names the terminal `harmed` or puts it on the clipboard.
    package static let attacks: [String] =
        page + markup + controls + terminal + tables + pieces + lengths

    /// What a browser would run.
    private static let page = [
        "<script>window.harmed = 1</script>",
        "<img src=x onerror=window.harmed=1>",
        "\"><svg onload=window.harmed=1>",
        "' onmouseover='window.harmed=1",
        "</script><script>window.harmed = 1</script>",
        "</title></style></textarea><script>window.harmed = 1</script>",
        "<iframe srcdoc='<script>parent.harmed = 1</script>'>",
        "javascript:window.harmed=1",
        "[a](javascript:window.harmed=1)",
        "<javascript:window.harmed=1>",
        "![x](http://127.0.0.1:9/harmed.png)",
        "[x]: javascript:window.harmed=1 \"y\"",
        "</pre>\n\n<script>window.harmed = 1</script>\n\n# head\n\n***",
        "```\n<script>window.harmed = 1</script>",
        "{{7*7}}${7*7}<%= 7*7 %>",
    ]

    /// What would end or begin something else in a format.
    private static let markup = [
        "]]><x/>", "--><b>y", "<!--", "<![CDATA[", "<?xml version='1.0'?>", "<!DOCTYPE x>",
        "&lt;b&gt;&#60;i&#62;&amp;amp;&nbsp;&undefined;",
        "\"double\" 'single' `back` \\ and \\\\ and \\",
        "<b>label</b><table><tr><td>x</td></tr></table>",
        "{left|<port> middle|right}", "\\N\\G\\E\\T\\H\\L\\l\\r",
        "x\" ]; subgraph cluster_1 { a -> b } [ label=\"",
        "\\ud83d\\u0000\\x41\\n", "{\"a\": [1, null]}", "| a | b |",
    ]

    /// Characters that some formats cannot hold.
    private static let controls = [
        "low\u{1}\u{2}\u{8}\u{B}\u{C}\u{E}\u{1F}\u{7F}", "none\u{FFFE}char\u{FFFF}",
        "nul\u{0}here", "\u{0}", "lone\rreturn", "two\r\nlines", "line\u{2028}para\u{2029}x",
        "next\u{85}line", "\u{FEFF}mark", "bidi\u{202E}evil\u{2066}in\u{2069}\u{200F}out\u{061C}",
        "tag\u{E0001}\u{E0041}", "join\u{200B}\u{200C}\u{200D}\u{2060}er",
        "\u{1F468}\u{200D}\u{1F469}",
    ]

    /// Sequences that terminals obey.
    private static let terminal = [
        "clear\u{1B}[2J\u{1B}[H\u{1B}[31m", "alternate\u{1B}[?1049h\u{1B}[?1000h\u{1B}[?25l",
        "title\u{1B}]2;harmed\u{7}", "title\u{1B}]0;harmed\u{1B}\\",
        "link\u{1B}]8;;http://127.0.0.1:9/\u{1B}\\click\u{1B}]8;;\u{1B}\\",
        "clip\u{1B}]52;c;aGFybWVk\u{7}", "device\u{1B}P$q\"p\u{1B}\\\u{1B}[c\u{1B}[6n\u{1B}Z",
        "eight\u{9B}2J\u{9D}2;harmed\u{9C}", "screen\u{1B}kharmed\u{1B}\\",
        "scroll\u{1B}[5;6r\u{1B}[?6h\u{1B}[4h", "charset\u{1B}(0\u{E}lqk", "back\u{8}\u{8}\u{8}x",
        "over\rwritten", "reset\u{1B}c",
    ]

    /// What a spreadsheet would reckon with, and what would end a cell.
    private static let tables = [
        "=HYPERLINK(\"http://127.0.0.1:9/\",\"x\")", "=1+1", "+1+cmd|'/C calc'!A0", "-2+3",
        "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", "'=1+1", "''-", " =1", "a,\"=1+1\",b",
        "a\r\n=1+1,b", "a;=1+1", "x\",\"=1+1",
    ]

    /// What stands for something else as a name, a path, an option or a query.
    private static let pieces = [
        "'; DROP TABLE comment; --", "\" OR 1=1 --", "%s%n%x%1$s", "../../x", "../../../etc/passwd",
        "/dev/full", "a\\..\\b", "-o", "--help", "CON", "~", "node", "0", "null", "NaN",
        "$(touch x)",
        "`touch x`", "  ", "*", "a/b",
    ]

    /// What is too much of something.
    private static let lengths = [
        "Z" + String(repeating: "\u{300}\u{316}", count: 400) + "algo",
        String(repeating: "long name ", count: 10_000),
        String(repeating: "字", count: 3_000),
    ]
}
