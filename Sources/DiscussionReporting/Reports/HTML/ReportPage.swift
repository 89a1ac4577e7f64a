/// The frame of a report: the only place that writes markup by hand, all of it ours.
enum ReportPage {
    /// What the page may do: run our script, use our style, and nothing else. Not even our own
    /// script may turn a text into markup.
    static var policy: String {
        "default-src 'none'; style-src '\(ReportResources.styleHash)'; "
            + "script-src '\(ReportResources.scriptHash)'; base-uri 'none'; form-action 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'"
    }

    /// From the first byte to where the parts begin.
    static func opening(title: String, isSingle: Bool) -> String {
        let title = HTMLWriter.text(of: [.text(title)])
        let bar = HTMLWriter.text(of: [
            HTMLNode(.a, .class("skip"), .href(.main)) { "Skip to the content" },
            HTMLNode(.header, .class("top")) {
                HTMLNode(.span, .class("brand")) { "Rejoinder" }
                HTMLNode(.nav, .set(.ariaLabel, "Report")) {
                    if !isSingle { HTMLNode(.a, .href(.overview)) { "All discussions" } }
                    HTMLNode(.a, .href(.making)) { "How this was made" }
                }
                HTMLNode(
                    .button, .class("scripted"), .set(.type, "button"),
                    .set(.dataAction, "theme")
                ) { "Dark" }
            },
        ])
        let heading = isSingle ? "<h1 class=\"unseen\">Report on the comments on \(title)</h1>" : ""
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="Rejoinder">
            <title>\(title) · Rejoinder</title>
            <style>\(ReportResources.style)</style>
            </head>
            <body>
            \(bar)
            <main id="main" tabindex="-1">
            \(heading)
            """
    }

    /// From where the parts end to the last line end.
    static func closing(making: HTMLNode) -> String {
        """
        \(HTMLWriter.text(of: [making]))
        </main>
        <script>\(ReportResources.script)</script>
        </body>
        </html>

        """
    }
}
