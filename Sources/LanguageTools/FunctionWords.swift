/// Words that a sentence needs and that say nothing of its topic, of seven languages: English,
/// German, French, Spanish, Italian, Portuguese and Dutch.
package enum FunctionWords {
    /// The words between white space, in lower case with plain apostrophes; some stand twice.
    package static let list = """
        a about above after again against all almost also although always am an and another any are
        aren't as at back be because been before being below between both but by can can't cannot
        could couldn't did didn't do does doesn't doing don't done down during each either else even
        ever every few for from further get gets getting go goes going got had hadn't has hasn't have
        haven't having he he'd he'll he's her here here's hers herself him himself his how how's
        however i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just let let's
        like lot lots made make makes many may maybe me might more most much must my myself never no
        nor not now of off oh ok okay on once one only or other our ours ourselves out over own
        perhaps put quite rather really s said same say says see she she'd she'll she's should
        shouldn't since so some something still such sure t than that that's the their theirs them
        themselves then there there's these they they'd they'll they're they've thing things this
        those though through thus to too under until up upon us very was wasn't way we we'd we'll
        we're we've well were weren't what what's when where where's whether which while who who's
        whom whose why will with within without won't would wouldn't yeah yes yet you you'd you'll
        you're you've your yours yourself yourselves
        aber als am an auch auf aus bei bin bis bist da das dass dein dem den der des dich die dies
        diese dieser dir doch dort du durch ein eine einem einen einer eines er es für habe haben hat
        hier ich ihm ihn ihr im in ist ja kann kein keine können man mein mich mir mit nach nicht
        noch nun nur ob oder ohne schon sehr sein sich sie sind so über um und uns unter vom von vor
        war waren was wenn wer wie wir wird wo zu zum zur
        au aux avec ce ces cette c'est dans de des du elle en est et était être fait ils je j'ai la
        le les leur lui mais même mon ne nous on ou où par pas plus pour qu'il que qui sa se ses si
        son sont sur ta te toi tout tu un une vous y
        al como con cuando de del donde el ella en era es esta este esto fue ha hay la las lo los más
        me mi muy no nos o para pero por porque que qué se ser si sí sin sobre son su sus también te
        tiene todo tu un una uno y ya yo
        alla anche che chi ci come con cosa da dal dei della delle di è gli ha hai ho i il io la le
        lo loro ma mi nel nella non o per perché più quando questa questo se sei si sono sua suo tu
        un una voi
        ao aos as até com como da das de dele do dos e é ela ele em eu foi já mais mas me meu na não
        nas no nos o os ou para pela pelo por que quem se sem ser seu só sua também tem um uma você
        aan als bij dan dat de deze die dit door een en er geen had hebben heeft het hij hoe ik in is
        je kan maar me meer met mijn naar niet nog nu of om ook op over te tot uit van veel voor waar
        was wat we wel werd wie wij wordt ze zich zijn zo
        """

    /// Words that deny what follows them; all but `without` and its likes are in `list` too.
    package static let negations = """
        no not never nor without nicht kein keine keinen nie ohne pas jamais sans non no nunca sin mai
        senza não nunca sem niet geen nooit zonder
        """
}
