import DiscussionModel

/// How the report was made, and how far what it infers can be believed.
struct MakingSection {
    let provenance: ReportProvenance
    let account: ReportAccount

    var node: HTMLNode {
        HTMLNode(.section, .class("making"), .set(.ariaLabelledBy, PageAnchor.making.name)) {
            HTMLNode(.h2, .id(.making), .set(.tabindex, -1)) { "How this was made" }
            HTMLNode(.dl, .class("facts")) {
                fact("Program", "Rejoinder \(provenance.version)")
                if let command = provenance.commandLine {
                    HTMLNode(.div) {
                        HTMLNode(.dt) { "Command" }
                        HTMLNode(.dd) { HTMLNode(.code) { HTMLNode.isolated(command) } }
                    }
                }
                for setting in provenance.settings { fact(setting.name, setting.value) }
                fact("Read", account.formatsInWords)
                fact("Replies", account.repliesInWords)
            }
            HTMLNode(.h3) { "What is known and what is inferred" }
            HTMLNode(.ul, .class("known")) {
                for statement in ReportAccount.statements {
                    HTMLNode(.li) {
                        HTMLNode(.b) { statement.subject }
                        " " + statement.words
                    }
                }
            }
            HTMLNode(.h3) { "Findings" }
            findings
        }
    }

    private func fact(_ name: String, _ value: String) -> HTMLNode {
        HTMLNode(.div) {
            HTMLNode(.dt) { name }
            HTMLNode(.dd) { HTMLNode.isolated(value) }
        }
    }

    @HTMLContent private var findings: [HTMLNode] {
        if account.findings.isEmpty {
            HTMLNode(.p) { "None: everything was read, and nothing was remarked." }
        } else {
            HTMLNode(.p) { account.findingsInWords }
            HTMLNode(.ul, .class("findings")) {
                for finding in account.findings {
                    HTMLNode(.li) {
                        HTMLNode(.b) { finding.severity.rawValue }
                        " "
                        HTMLNode.isolated(
                            VisibleText.passage(
                                finding.file + (finding.line.map { ":\($0)" } ?? "")))
                        ": "
                        HTMLNode.isolated(VisibleText.passage(finding.message))
                        HTMLNode(.code) { " " + VisibleText.passage(finding.id) }
                    }
                }
            }
        }
    }
}
