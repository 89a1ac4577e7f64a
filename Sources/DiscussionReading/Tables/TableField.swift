/// What a column of a table may hold.
enum TableField: String, CaseIterable {
    case text, id, author, account, parent, discussion, time, score, url, title
    /// The address of the article.
    case page

    /// The usual names of the column, the likeliest first, as `TableColumns.folded` writes them.
    var usualNames: [String] {
        switch self {
        case .text:
            [
                "text", "body", "commenttext", "commentbody", "comment", "commentcontent",
                "content", "message", "messagetext", "messagebody", "posttext", "postbody",
                "postcontent", "post", "utterance", "tweet", "tweettext", "fulltext",
                "textoriginal", "textdisplay", "commenttextoriginal", "bodytext", "rawtext",
                "cleantext", "msg", "replytext", "reply", "texto", "kommentar", "commentaire",
                "comentario", "inhalt", "nachricht", "beitrag", "mensaje", "texte", "commento",
            ]
        case .id:
            [
                "id", "commentid", "utteranceid", "messageid", "msgid", "replyid", "tweetid",
                "cid", "commentcounter", "uuid", "guid", "postid", "commentno",
                "nummer", "nr",
            ]
        case .author:
            [
                "speaker", "author", "user", "username", "commentauthor", "authorname",
                "authorusername", "screenname", "userscreenname", "userusername", "commenter",
                "commentername",
                "authordisplayname", "userdisplayname", "displayname", "speakername", "nickname",
                "nick", "poster", "postername", "postedby", "sender", "sendername", "from", "by",
                "createdby", "writer", "login", "member", "handle", "name", "autor", "auteur",
                "benutzer", "benutzername", "nutzer", "nutzername", "verfasser", "usuario",
                "nombre", "utilisateur", "pseudo", "autore", "utente", "gebruiker",
            ]
        case .account:
            [
                "authorid", "userid", "accountid", "speakerid", "commenterid", "commentauthorid",
                "authorfullname", "senderid", "posterid", "memberid", "authorchannelid", "userkey",
                "authorkey", "uid",
            ]
        case .parent:
            [
                "replyto", "parentid", "inreplyto", "parentcommentid", "commentparentid",
                "commentparent", "replytoid", "inreplytoid", "inreplytostatusid",
                "inreplytotweetid", "parentpostid", "parentmessageid", "replytocommentid",
                "replytopostid", "parent", "parentcomment", "responseto", "repliesto",
                "answerto", "antwortauf", "antwortan", "respuestaa", "enrespuestaa", "réponseà",
                "enréponseà",
            ]
        case .discussion:
            [
                "conversationid", "threadid", "articleid", "linkid", "discussionid", "topicid",
                "submissionid", "storyid", "videoid", "issueid", "pageid", "rootid",
                "conversation", "thread", "discussion", "article", "postid", "root",
            ]
        case .time:
            [
                "timestamp", "createdutc", "date", "createdat", "posted", "created",
                "commentdate", "datetime", "time", "posttime", "publishedat", "postedat",
                "posteddate", "postedtime", "postdate", "commenttime", "creationdate",
                "createddate", "createdtime", "datecreated", "dateposted", "publisheddate",
                "published", "pubdate", "sentat", "senttime", "createtime", "submitted",
                "datum", "zeit", "zeitpunkt", "erstelltam", "fecha", "fechayhora",
            ]
        case .score:
            [
                "score", "likes", "upvotes", "likecount", "votes", "ups", "points", "totalvotes",
                "likescount", "numlikes", "votecount", "favorites", "favoritecount",
                "recommendations", "posvotes", "karma", "upvotecount",
            ]
        case .url:
            ["permalink", "commenturl", "commentlink", "messageurl", "posturl", "url", "link"]
        case .title:
            [
                "title", "articletitle", "threadtitle", "posttitle", "topictitle", "headline",
                "conversationtitle", "videotitle", "subject", "topic", "linktitle", "storytitle",
                "articleheadline", "titel", "titre", "título", "titolo",
            ]
        case .page:
            ["articleurl", "pageurl", "threadurl", "topicurl", "storyurl", "globeurl", "videourl"]
        }
    }
}
