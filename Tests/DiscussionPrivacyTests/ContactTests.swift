import Testing

@testable import DiscussionPrivacy

@Suite("Mail addresses, telephone numbers and links to people")
struct ContactTests {
    private func masked(_ text: String) -> String {
        let scanner = ContactScanner(pseudonymOfAddress: { _ in nil }, holdsName: { _ in false })
        let scalars = Array(text.unicodeScalars)
        var edits = TextEdits()
        edits.add(scanner.contacts(in: scalars).edits, of: scalars)
        return edits.applied(to: scalars)
    }

    @Test(
        "A mail address is masked however it is written",
        arguments: [
            "ana.berg@example.org", "ANA_B+lists@mail.example.co.uk", "ana (at) example.org",
            "ana[at]example[dot]org", "ana.berg at example dot org",
            "ana dot berg at example dot org",
            "zoë@straße.example", "ana@example.museum", "mailto:ana@example.org?subject=hi",
            "ana@exam\u{AD}ple.org", "a\u{200B}na@example.org", "mark at example dot org",
            "mark.green at example.org", "ana@例え.example",
        ])
    func mails(address: String) {
        #expect(masked("Write to \(address), please.") == "Write to [e-mail], please.")
        #expect(masked(address) == "[e-mail]")
    }

    @Test(
        "What is no address stays",
        arguments: [
            "Meet me at example.org tomorrow.", "@ana: look at this.", "12 eggs @ 3.50 each",
            "Look at harbour.example for more.", "@ana@town.example said so.",
            "It is rated 7.5 at imdb.example today.", "In the U.S. at cnn.example they say so.",
            "Look at polka dot dresses.",
        ])
    func noMails(text: String) {
        #expect(masked(text) == text)
    }

    @Test(
        "A telephone number is masked in the forms of many countries",
        arguments: [
            "+49 30 1234567", "+1 (555) 010-4477", "+33 6 12 34 56 78", "0044 20 7946 0018",
            "(555) 010-4477", "555-010-4477", "555.010.4477", "1-800-555-0199", "030/1234567",
            "0171 555 0123", "01632 960001", "06 12 34 56 78", "+491715550123", "555-0199",
            "0800 1111", "01.23.45.67.89", "06-12-34-56-78", "06/12/34/56/78",
            "+4930\u{200B}1234567",
        ])
    func phones(number: String) {
        #expect(masked("I am at \(number) now.") == "I am at [phone] now.")
        #expect(masked("(\(number))").contains("[phone]"))
    }

    @Test("A word before says that other digits are a telephone number")
    func hinted() {
        #expect(masked("Tel. 612 345 678") == "Tel. [phone]")
        #expect(masked("Call me on 612 345 678 today") == "Call me on [phone] today")
        #expect(masked("phone:6123456") == "phone:[phone]")
        #expect(masked("mobile no. 612345678") == "mobile no. [phone]")
        #expect(masked("тел. 89161234567") == "тел. [phone]")
        #expect(masked("电话：13812345678") == "电话：[phone]")
    }

    @Test("A number behind another one, and a figure behind a number, are told apart")
    func beside() {
        #expect(masked("12 555-010-4477 3 times") == "12 [phone] 3 times")
    }

    @Test(
        "Years, prices, dates, times, scores, ids and addresses of machines stay",
        arguments: [
            "from 1999 to 2004", "1999-2004", "1,200,000 euros", "$12345678", "12.345.678 euros",
            "on 01.02.2024 at 10:30", "on 2024-01-05 10:30", "01/02/2024", "id 5550199",
            "#123456789", "ISBN 0306406152", "192.168.1.1", "3.14159265358", "612 345 678 people",
            "they won 10-2", "0.123456789", "order 01234567890", "ISBN 978-3-16-148410-0",
            "on 01.02.2024–03.02.2024", "order no. 0123456789",
            "08-05-2020-10-05", "05-01-2024-10-30",
        ])
    func noPhones(text: String) {
        #expect(masked(text) == text)
    }

    @Test(
        "A link to a person is masked",
        arguments: [
            "https://forum.example/user/anab", "https://forum.example/u/anab/summary",
            "http://forum.example/profile.php?id=12", "https://forum.example/?author=4",
            "https://town.example/@anab", "https://www.facebook.com/ana.berg", "x.com/anab",
            "https://twitter.com/anab", "https://forum.example/memberlist.php?mode=viewprofile&u=7",
            "https://town.example/~ana/", "acct:ana@town.example", "tel:+4930123456",
            "https://town.example/users/ana/statuses/7", "linkedin.com/in/ana-berg",
            "https://news.example/user?id=ana", "https://twitter.com/ana/status/1",
            "https://de-de.facebook.com/ana", "https://twitter.com/#!/ana",
            "https://ana.tumblr.com/", "https://wiki.example/wiki/User:Ana",
            "https://wiki.example/wiki/User%3AAna", "https://town.example/%7Eana/",
            "https://town.example/profil/ana", "https://blog.example/?author_name=ana",
            "https://web.archive.org/web/2020/https://twitter.com/ana",
        ])
    func profiles(link: String) {
        #expect(masked("See \(link) for more.") == "See [link] for more.")
        #expect(masked("[me](\(link))") == "[me]([link])")
    }

    @Test(
        "Another link stays as it is, digits and all",
        arguments: [
            "https://news.example/2024/01/05/harbour-wall", "www.harbour.example/plans.html",
            "https://news.example/search?q=walls&page=0301234567",
            "https://twitter.com/search?q=walls", "https://netflix.com/title/walls",
            "https://github.com/walls/wall/issues/7", "https://docs.github.com/en/actions",
            "https://linkedin.com/jobs/view/1", "https://docs.example/learn/c#pointers",
        ])
    func links(link: String) {
        #expect(masked("See \(link), please.") == "See \(link), please.")
    }
}
