/// A talk in several formats with names, addresses and numbers in every place where one may stand.
enum PrivateTalk {
    /// The files by their names.
    static let files = [
        "page.txt": page, "letters.mbox": mail, "page.html": html, "thread.json": reddit,
    ]

    /// What nobody may find in any output, in any case.
    static let secrets = [
        "quibell", "zsuzsanna", "tidepool", "ağaçlı", "zoë", "finch", "bartholomew", "osterkamp",
        "wilhelmina", "strangerdanger", "quillon", "persimmon", "wrenfield", "thaddeus", "bogwitch",
        "marshmallow", "fenlander", "farquharson", "ottoline", "lockjaw", "peregrine", "fennimore",
        "ambrosia", "harbour-news", "quayside.example", "peatland", "bog.example", "t2_bogw",
        "5550 112", "555 0199", "555-010-4477", "555 0123",
    ]

    /// Words that people said, and that tell of nobody.
    static let words = ["nothing against a flood", "peat is lovely", "it is a soil", "was ugly"]

    /// A page that was pasted, with a commenter whose name is a word.
    static let page = """
        The Harbour Wall Will Be Raised

        By Wilhelmina Osterkamp

        The harbour wall is to be raised by a metre, wrote Wilhelmina Osterkamp on Monday. Questions go to
        w.osterkamp@harbour-news.example or +49 461 5550 112. The council says that it will cost nothing.

        6 Comments

        1. Zsuzsanna Quibell says:
        It will cost us the view. I wrote to Osterkamp about it, and Wilhelmina never answered. Call me on
        (0461) 555 0199 or mail zsuzsanna.quibell (at) quayside.example.

        2. Will says:
        @Zsuzsanna Quibell: The view is nothing against a flood. Will you swim to work?

        3. tidepool_88 says:
        Zsuzsanna Quibell wrote:
        "It will cost us the view. I wrote to Osterkamp about it"
        I disagree with Quibell. See https://quay.example/user/tidepool_88 and
        https://quay.example/posts/zsuzsanna-quibell-on-walls, or www.quay.example/plans.html.

        4. Zoë Ağaçlı says:
        Will: nobody swims. And tidepool_88's link is broken, I agree with tidepool_88 and with ZSUZSANNA
        QUIBELL. zoë ağaçlı was here in 1999-2004, for 1,200,000 euros, id 5550199.

        5. Bartholomew Finch says:
        Dear Will, I agree with Will and with Bartholomews father. Zsuzsanna's view is the best. Call 555-010-4477!
        My page: https://www.facebook.com/bartholomew.finch and @strangerdanger knows it too.

        6. Will says:
        @Bartholomew: No. That is wrong. Ağaçlı and Finch are wrong.

        """

    /// A thread of mails.
    static let mail = """
        From quillon@peatland.example Mon Mar  4 10:00:00 2024
        From: Persimmon Quillon <quillon@peatland.example>
        To: list@peatland.example
        Subject: Peat for Thaddeus
        Message-ID: <abc1@quillon-host.example>
        Date: Mon, 4 Mar 2024 10:00:00 +0000

        Is peat a fuel? Thaddeus Wrenfield says so. My number is 0171 555 0123.

        Persimmon

        From thaddeus@peatland.example Mon Mar  4 11:00:00 2024
        From: "Wrenfield, Thaddeus" <thaddeus@peatland.example>
        Subject: Re: Peat for Thaddeus
        Message-ID: <abc2@wrenfield.example>
        In-Reply-To: <abc1@quillon-host.example>
        References: <abc1@quillon-host.example>
        Date: Mon, 4 Mar 2024 11:00:00 +0000

        On Mon, 4 Mar 2024, Persimmon Quillon <quillon@peatland.example> wrote:
        > Is peat a fuel? Thaddeus Wrenfield says so. My number is 0171 555 0123.

        No, Persimmon, that is nonsense. It is a soil.

        Thaddeus Wrenfield

        From quillon@peatland.example Mon Mar  4 12:00:00 2024
        From: Persimmon Quillon <quillon@peatland.example>
        Subject: Re: Peat for Thaddeus
        Message-ID: <abc3@quillon-host.example>
        In-Reply-To: <abc2@wrenfield.example>
        References: <abc1@quillon-host.example> <abc2@wrenfield.example>
        Date: Mon, 4 Mar 2024 12:00:00 +0000

        "Wrenfield, Thaddeus" <thaddeus@peatland.example> writes:
        > It is a soil.

        I disagree. My uncle burns it. Write to persimmon dot quillon at peatland dot example.

        """

    /// A page of a blog.
    static let html = """
        <!DOCTYPE html><html><head><title>The bridge of Ottoline Farquharson</title></head>
        <body>
        <article><h1>The bridge of Ottoline Farquharson</h1>
        <p class="byline">By
        <a rel="author" href="/author/ottoline-farquharson">Ottoline Farquharson</a></p>
        <div class="entry-content"><p>The bridge is closed, says Ottoline Farquharson,
        until the spring, and nobody knows why it was built so badly in the first place.</p></div></article>
        <div id="comments"><h3>3 comments</h3>
        <ol class="commentlist">
        <li class="comment" id="comment-11"><div class="comment-author vcard">
        <cite class="fn"><a href="https://example.org/u/peregrine">Peregrine Lockjaw</a></cite> says:</div>
        <div class="comment-meta"><a href="#comment-11">March 3, 2024 at 10:00 am</a></div>
        <p>I liked the bridge, Ottoline. Write to peregrine@lockjaw.example!</p>
        <ul class="children"><li class="comment" id="comment-12"><div class="comment-author vcard">
        <cite class="fn">Ambrosia Fennimore</cite> says:</div>
        <div class="comment-meta"><a href="#comment-12">March 3, 2024 at 11:00 am</a></div>
        <p>@Peregrine Lockjaw: I disagree, it was ugly.</p></li></ul></li>
        <li class="comment" id="comment-13"><div class="comment-author vcard">
        <cite class="fn">Peregrine Lockjaw</cite> says:</div>
        <div class="comment-meta"><a href="#comment-13">March 3, 2024 at 12:00 pm</a></div>
        <p>Ambrosia Fennimore said it was ugly. Ambrosia, that is
        not true. See http://x.example/?author=4 and https://x.example/Ambrosia%20Fennimore.</p></li>
        </ol></div></body></html>

        """

    /// A thread of Reddit.
    static let reddit = #"""
        [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"sub1","name":"t3_sub1",
        "title":"Ask fenlander about bogs","author":"fenlander","author_fullname":"t2_fenl",
        "selftext":"I am fenlander, mail fenlander@bog.example","created_utc":1699990000,"score":10,
        "subreddit":"peat","permalink":"/r/peat/comments/sub1/x/","num_comments":2,
        "url":"https://www.reddit.com/r/peat/comments/sub1/x/"}}]}},
        {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","name":"t1_c1",
        "author":"BogWitch77","author_fullname":"t2_bogw","parent_id":"t3_sub1","link_id":"t3_sub1",
        "body":"Peat is lovely, u/Marshmallow_Heron. Ask /u/fenlander or see https://www.reddit.com/user/fenlander/ now.",
        "created_utc":1700000100,"score":3,"permalink":"/r/peat/comments/sub1/x/c1/",
        "replies":{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c2","name":"t1_c2",
        "author":"Marshmallow_Heron","author_fullname":"t2_mars","parent_id":"t1_c1","link_id":"t3_sub1",
        "body":"> Peat is lovely, u/Marshmallow_Heron.\n\nThanks BogWitch77, but I disagree with you. bogwitch77 is wrong.",
        "created_utc":1700000200,"score":3,"permalink":"/r/peat/comments/sub1/x/c2/","replies":""}}]}}}}]}}]

        """#
}
