/// The phrases that `PageChrome` knows lines by, compared without case, digits and marks.
enum PagePhrases {
    /// Phrases that are a whole line.
    static let whole = (
        controls: phrases(
            """
            reply;replies;like;likes;dislike;share;share this;report;report comment;report abuse
            permalink;link;link to this comment;log in to reply;login to reply;edit;delete;quote
            reply share;up down reply;see more;read more;show more;view replies;hide replies
            show replies;loading;like loading;like reply;like reply share;flag;flag as inappropriate
            flag as spam;upvote;downvote;helpful;thumb up thumb down;avatar;top;back to top
            reply with quote;thanks;give award;save;parent;root;on;context;view;view reply
            view replies;in reply to;edited;award;member;author;moderator;admin;mod;op;staff
            senior member;junior member;full member;newbie;registered user;administrator;hero member
            sr member;jr member;guest;verified;subscriber;profile;see in context;new;best;sort by best;view discussion thread
            reply link;comment link;share on facebook;share on twitter;follow
            liken liken;liken;likelike;aufklappen;permanenter link;antworten;gefällt mir;gefällt mir antworten;lade;wird geladen;melden;zitieren;teilen
            kommentar melden;antwort;autor;beitrag melden;link zum kommentar;bearbeiten
            daumen hoch daumen runter antworten;daumen hoch daumen runter;antworten melden
            zum antworten anmelden;als hilfreich markieren
            répondre;signaler;partager;signaler un abus;citer;j aime;aimer;modifier;auteur
            responder;compartir;denunciar;me gusta;citar;reportar;editar;curtir;compartilhar
            rispondi;condividi;segnala;mi piace;cita;autore
            beantwoorden;reageer;reageren;delen;vind ik leuk;rapporteer;antwoord
            odpowiedz;zgłoś;lubię to;udostępnij;cytuj
            ответить;пожаловаться;нравится;поделиться;цитировать;ссылка
            відповісти;svara;svar;gilla;vastaa;cevapla;yanıtla;odpovědět
            返信;いいね;回复;回覆;赞;답글;답장
            """),
        headings: phrases(
            """
            comment;comments;the comments;reader comments;user comments;all comments;responses
            response;replies;reply;discussion;join the discussion;join the conversation
            what others say;thoughts;leave new;comments below;view comments;show comments
            comments newest first;comments oldest first;top comments;conversation;reactions
            kommentare;kommentar;leserkommentare;reaktionen;antworten;diskussion;alle kommentare
            leserbriefe;meinungen;bisherige kommentare
            commentaires;commentaire;réactions;les commentaires;vos commentaires;vos réactions
            comentarios;comentario;respuestas;opiniones;los comentarios
            comentários;comentário;respostas
            commenti;commento;risposte
            reacties;reactie;antwoorden
            komentarze;komentarzy;komentarz;opinie;odpowiedzi
            комментарии;комментариев;комментария;комментарий;ответы;отзывы
            коментарі;kommentarer;kommentar;kommentit;yorumlar;yorum;komentáře
            コメント;件のコメント;评论;条评论;留言;댓글
            """),
        ends: phrases(
            """
            leave a reply;leave a comment;leave a response;post a comment;add a comment
            add your comment;submit a comment;write a comment;post comment;post a reply
            cancel reply;comments are closed;commenting is closed;name required;name;email
            your email address will not be published;required fields are marked;post navigation
            previous post;next post;previous article;next article;related posts;related stories
            related articles;related;you may also like;you might also like;more stories;most read
            most popular;recent posts;recent comments;archives;categories;blogroll;meta;newsletter
            subscribe;sign up;privacy policy;terms of use;terms of service;about us;contact us
            all rights reserved;powered by wordpress;powered by disqus;proudly powered by wordpress
            trackbacks;pingbacks;trackbacks pingbacks;disqus;be in the know;follow us
            submit comment;comment form;log in or register to post comments;older comments
            newer comments;post reply;quick reply;who is online;board index;jump to
            return to board index;view all comments;load more comments;show more comments
            previous topic next topic;display posts from previous;share this article
            schreibe einen kommentar;hinterlasse einen kommentar;hinterlassen sie einen kommentar
            kommentar schreiben;kommentar verfassen;kommentar hinterlassen;kommentar absenden
            einen kommentar schreiben;kommentar abschicken;einen kommentar abschicken
            ihr kommentar;dein kommentar;kommentar abgeben;neuen kommentar schreiben
            beitragsnavigation;ähnliche artikel;ähnliche beiträge;das könnte dich auch interessieren
            antwort abbrechen;antworten abbrechen;impressum;datenschutz;letzte kommentare
            neueste kommentare;letzte beiträge;neueste beiträge;archiv;kategorien
            die kommentarfunktion ist geschlossen;kommentare sind geschlossen;weitere artikel
            vorheriger artikel;nächster artikel;vorheriger beitrag;nächster beitrag
            alle rechte vorbehalten;leserbrief schreiben;mehr zum thema
            laisser un commentaire;laissez un commentaire;ajouter un commentaire
            poster un commentaire;votre commentaire;annuler la réponse;les commentaires sont fermés
            votre adresse e mail ne sera pas publiée;articles similaires;à lire aussi;mentions légales
            tous droits réservés;navigation de l article;articles récents
            deja un comentario;dejar un comentario;deja una respuesta;cancelar respuesta
            tu dirección de correo electrónico no será publicada;entradas relacionadas
            navegación de entradas;aviso legal;todos los derechos reservados;entradas recientes
            deixe um comentário;deixe uma resposta;cancelar resposta;posts relacionados
            o seu endereço de e mail não será publicado;todos os direitos reservados
            navegação de post
            lascia un commento;lascia una risposta;annulla risposta;articoli correlati
            tutti i diritti riservati;navigazione articoli
            geef een reactie;laat een reactie achter;plaats een reactie;reactie annuleren
            gerelateerde berichten;je e mailadres wordt niet gepubliceerd;bericht navigatie
            dodaj komentarz;zostaw komentarz;skomentuj;anuluj pisanie odpowiedzi
            twój adres e mail nie zostanie opublikowany;powiązane wpisy;nawigacja wpisu
            добавить комментарий;оставить комментарий;отменить ответ;похожие записи
            ваш адрес email не будет опубликован;навигация по записям;комментарии закрыты
            lämna ett svar;skriv en kommentar;legg igjen en kommentar;vastaa
            コメントを残す;コメントする;发表评论;发表回复;相关文章
            """),
        noComments: phrases(
            """
            no responses yet;no responses;no comments yet;no comments;no comment yet;no replies yet
            no replies;there are no comments yet;there are no comments;there are no responses yet
            be the first to comment;be the first to reply;be the first to respond
            be the first to leave a comment;be the first to share what you think
            be the first to comment on this article;be the first one to comment
            no comments posted;zero comments;no thoughts yet
            keine kommentare;noch keine kommentare;keine kommentare vorhanden;noch kein kommentar
            es gibt noch keine kommentare;bisher keine kommentare;keine antworten
            sei der erste der kommentiert;schreibe den ersten kommentar;schreib den ersten kommentar
            schreiben sie den ersten kommentar;sei der erste;keine reaktionen
            aucun commentaire;pas encore de commentaire;pas de commentaire;pas encore de commentaires
            soyez le premier à commenter;aucune réponse;il n y a pas encore de commentaire
            il n y a pas encore de commentaires;soyez le premier à réagir
            sin comentarios;no hay comentarios;aún no hay comentarios;todavía no hay comentarios
            sé el primero en comentar;sin respuestas
            nenhum comentário;sem comentários;ainda não há comentários;seja o primeiro a comentar
            nessun commento;ancora nessun commento;non ci sono commenti
            commenta per primo;nessuna risposta
            geen reacties;nog geen reacties;er zijn nog geen reacties;wees de eerste die reageert
            brak komentarzy;nie ma jeszcze komentarzy;bądź pierwszy
            нет комментариев;комментариев нет;комментариев пока нет;пока нет комментариев
            ваш комментарий будет первым;ещё нет комментариев
            немає коментарів;inga kommentarer;ingen kommentarer;ei kommentteja;yorum yok
            žádné komentáře;コメントはまだありません;コメントはありません;暂无评论;还没有评论;没有评论
            댓글이 없습니다
            """),
        articleEnds: phrases(
            """
            share this;share;sharing is caring;share on;tweet;facebook;twitter;email;print;pinterest
            about the author;about author;author bio;like this;like loading;more from medium
            teilen;teilen mit;gefällt mir;über den autor;über die autorin;artikel teilen
            partager;à propos de l auteur;compartir;sobre el autor;compartilhar;sobre o autor
            condividi;delen;udostępnij;поделиться;об авторе;follow;recommended from medium
            """),
        navigation: phrases(
            """
            skip to content;skip to main content;menu;home;search;about;contact;log in;login
            sign in;sign up;subscribe;blog;news;close;navigation;toggle navigation;main menu
            zum inhalt springen;zum inhalt;direkt zum inhalt;startseite;suche;kontakt;anmelden
            menü;über mich;über uns;aller au contenu;accueil;recherche;se connecter;inicio;buscar
            saltar al contenido;pular para o conteúdo;vai al contenuto;cerca;ga naar de inhoud
            zoeken;szukaj;strona główna;главная;поиск;share;print;email;facebook;twitter
            """)
    )

    /// Phrases with which a line begins.
    static let starts = (
        controls: phrases(
            """
            join date;joined;posts;location;reputation;registered;registriert;beiträge;wohnort
            registriert seit;dabei seit;messages;inscription;mensajes;likes received;thanked
            """),
        headings: phrases(
            """
            comments on;responses to;response to;thoughts on;thought on;replies to;comments for
            comments to;comments about;reactions to;antworten zu;antworten auf;gedanken zu
            gedanken auf;gedanke zu;kommentare zu;kommentar zu;reaktionen zu;reaktionen auf
            kommentare auf;réflexions au sujet de;commentaires sur;réponses à;réflexion sur
            réflexions sur;commentaire sur;pensamientos sobre;comentarios en;respuestas a
            comentarios sobre;comentários sobre;comentários em;respostas para;pensamentos sobre
            commenti su;risposte a;pensieri su;commenti a;reacties op;gedachten over;antwoorden op
            komentarzy do;komentarze do;komentarz do;przemyślenia nt;комментариев к
            комментария к;комментарии к;ответов на;мыслей о;kommentarer till;件の
            """),
        ends: phrases(
            """
            required fields are marked;erforderliche felder sind mit;copyright;powered by
            your email address will not;leave a reply to;leave a comment;save my name email and
            this site uses akismet;diese website verwendet akismet;meinen namen meine e mail
            notify me of;benachrichtige mich über;deine e mail adresse wird;deine email adresse wird
            ce site utilise akismet;este sitio usa akismet;les champs obligatoires sont
            los campos obligatorios están;all content copyright;fill in your details below
            you must be logged in;sie müssen sich anmelden;du musst angemeldet sein
            you are commenting using;gib hier deinen kommentar;enter your comment here
            um kommentieren zu können;vous devez être connecté;debes estar conectado
            join the discussion via;posts relacionados;users browsing this forum;all times are
            trackbacks for this;rss feed for comments;comments rss;kommentar feed
            """),
        articleEnds: phrases(
            """
            filed under;posted in;this entry was posted;bookmark the permalink;tagged with;tagged
            tags;tag;categories;category;related;share this;originally published;written by
            about the author;dieser beitrag wurde;dieser eintrag wurde;veröffentlicht in;schlagwörter
            schlagworte;kategorien;kategorie;abgelegt unter;geschrieben von;ce contenu a été publié
            cette entrée a été;publié dans;mots clés;esta entrada fue;publicado en;etiquetas
            este post foi;publicado em;questo articolo è stato;pubblicato in;dit bericht werd
            geplaatst in;wpis opublikowano;запись опубликована;рубрика;метки;catégories;étiquettes
            """)
    )

    /// Words that may follow a header on its line.
    static let tails = phrases(
        """
        reply;replies;permalink;link;edit;delete;quote;share;report;like;likes;flag;edited;says
        said;wrote;to;this;comment;post;author;op;moderator;mod;points;point;member;antworten;uhr
        bearbeiten;zitieren;melden;gefällt;mir;link;antwort;répondre;signaler;responder;editar
        rispondi;modifica;beantwoorden;reageer;odpowiedz;edytuj;ответить;изменить;svara;回复;返信
        root;more;hide;favorite;permanenter;permalien;permanente;enlace;parent;next;prev;context;save;unread;top;h;utc;gmt;est;edt;pst;pdt;cet;cest;bst
        """)

    private static func phrases(_ text: String) -> WordSet {
        WordSet(
            text.split { $0 == "\n" || $0 == ";" }.map { FoldedWords.phrase(String($0)) })
    }
}
