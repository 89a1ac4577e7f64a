import LanguageTools

/// Closed lists of words, by hash; lower case, plain apostrophes.
enum SummaryLexicons {
    /// Words that a sentence needs and that say nothing of its topic, of seven languages.
    static let functionWords = LexiconWords(FunctionWords.list)

    /// Words that point back to a sentence before.
    static let backward = LexiconWords(
        """
        and but so or then this that these those it he she they also however therefore because which
        und aber oder dann das dies er sie es et mais ou donc il elle cela y pero o entonces eso esto
        """)

    static let greetings = LexiconWords(
        """
        hi hello hey greetings welcome thanks thank thx ty cheers congrats congratulations bye
        goodbye lol haha hahaha lmao hallo danke moin grüße bonjour salut merci bravo hola gracias
        saludos ciao grazie salve olá obrigado obrigada hoi bedankt привет спасибо здравствуйте
        """)

    /// The words of `moderation`, `contributions` and `removals`, so that most words are asked for
    /// once.
    static let allOfModeration = moderation.union(contributions).union(removals)

    /// Words of talk about the talk's keeping, each enough by itself.
    static let moderation = LexiconWords(
        """
        moderator moderators mod mods modded admins downvote downvotes downvoted upvote upvotes
        upvoted off-topic offtopic unsubscribe subscribed unsubscribed reposted captcha moderatorin
        moderatoren modérateur modérateurs moderador moderadores moderatore moderatori
        """)

    static let contributions = LexiconWords(
        """
        comment comments post posts posting reply replies message messages thread user account spam
        kommentar kommentare beitrag beiträge commentaire commentaires comentario comentarios
        commento commenti comentário comentários
        """)

    static let removals = LexiconWords(
        """
        deleted removed flagged reported banned edited locked closed hidden blocked gelöscht
        entfernt gesperrt supprimé supprimés effacé eliminado borrado bloqueado rimosso cancellato
        removido apagado
        """)

    static let insults = LexiconWords(
        """
        idiot idiots idiotic moron morons moronic stupid dumb dumber dumbest dumbass fool fools jerk
        asshole assholes ass troll trolls clown clowns loser losers pathetic imbecile scum scumbag
        scumbags dolt dolts dimwit nitwit halfwit twit cretin cretins shill shills hypocrite
        hypocrites liar liars lunatic nutcase nutjob crap bullshit shut ignorant ignoramus
        dummkopf trottel depp spinner vollidiot idioten imbécile crétin con connard abruti idiota
        idiotas imbécil estúpido estúpida tonto stronzo cretino scemo burro
        """)
}
