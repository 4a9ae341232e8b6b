"""Words too common to tell one passage from another, by language: function words alone, none that carries a meaning.

Lists that others publish leave out words that claims are about ("usa", "verdade", "lavoro", "personnes"): these are our
own (docs/decisions/0009). A language without a list keeps all its words: their rarity tells how little they count.
"""

from __future__ import annotations

_LISTS = {
    "en": "a about after all also an and any are as at be been before being but by can could did do does during each "
    "for from had has have he her here him his how i if in into is it its itself just me more most my no nor "
    "not now of on once only or other our out over own per s same she should so some such t than that the their "
    "them then there these they this those through to too under until up very was we were what when where which "
    "while who whom why will with would you your",
    "de": "aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da dabei damit dann "
    "das dass daß dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du "
    "durch ein eine einem einen einer eines er es etwa für gegen habe haben hat hatte hatten hier ich ihm ihn "
    "ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja jede jedem jeden jeder jedes kann kein keine "
    "keinem keinen keiner können könnte man mehr mein mich mir mit muss müssen nach nicht noch nun nur ob oder "
    "ohne sehr sei sein seine seinem seinen seiner seines seit sich sie sind so soll sollen sollte sondern "
    "sowie über um und uns unser unter vom von vor wann war waren was weil welche welchem welchen welcher "
    "welches wenn wer werde werden wie wieder wir wird wo wurde wurden würde würden zu zum zur zwischen",
    "fr": "a ai aient ainsi alors après au aucun aucune aujourd aura aurait aussi autre autres aux avaient avait "
    "avant avec avoir c car ce cela celle celles celui ces cet cette ceux chez comme contre d dans de depuis "
    "des donc dont du elle elles en encore entre est et étaient était été être eu eux fait il ils j je jusqu l "
    "la là le les leur leurs lors lorsqu lorsque lui m ma mais me même mes moins mon n ne ni nos notre nous on "
    "ont ou où par parce pas pendant peu peut plus pour puis qu quand que quel quelle quelles quels qui s sa "
    "sans se sera seraient serait ses si sien soit son sont sous sur t ta te tes toi ton tous tout toute toutes "
    "très tu un une vers vos votre vous y à ça",
    "es": "a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos así aún aunque "
    "cada como con contra cual cuales cuando de del desde después donde durante e el él ella ellas ellos en "
    "entre era eran es esa esas ese eso esos esta está están estaba estas este esto estos fue fueron ha había "
    "habían han hasta hay la las le les lo los más me mi mientras muy ni no nos nosotros nuestra nuestro o os "
    "otra otras otro otros para pero poco por porque pues que qué quien quién se sea según ser será si sí sido "
    "sin sino sobre son su sus también tan tanto te tiene tienen toda todas todo todos tras tu tus un una unas "
    "uno unos y ya yo",
    "it": "a abbia abbiamo ad agli ai al alcune alcuni alla alle allo anche ancora anziché avere aveva avevano c che "
    "chi ci coi col come con contro così cui d da dagli dai dal dall dalla dalle dallo de degli dei del dell "
    "della delle dello di dopo dove e è ed era erano essere fa fra fu gli ha hanno ho i il in io l la le lei li "
    "lo loro lui ma me mentre mi mia mio ne negli nei nel nell nella nelle nello noi non nostra nostro o ogni "
    "oltre per perché però più po poi prima qual quale quali quando quanto quella quelle quelli quello questa "
    "queste questi questo qui s sarà saranno se senza si sia sono sopra sotto stata state stati stato su sua "
    "sue sugli sui sul sull sulla sulle suo suoi t ti tra tu tutte tutti tutto un una uno v vi voi",
    "pt": "a ainda além ante antes ao aos apenas após as às até cada com como contra cuja cujo da daquele das de dela "
    "delas dele deles depois desde dessa desse desta deste do dos durante e é ela elas ele eles em enquanto "
    "entre era eram essa essas esse esses esta está estão estas estava este estes eu foi foram há havia isso "
    "isto já la lhe lhes lo mais mas me mesmo meu minha muito muitos na não nas nem nessa nesse nesta neste no "
    "nos nós nossa nosso num numa o onde os ou para pela pelas pelo pelos pode podem por porque qual quais "
    "quando que quem são se seja sem sendo ser será seu seus sido só sob sobre sua suas também tem têm ter teve "
    "tinha toda todas todo todos tu um uma umas uns você vocês",
    "nl": "aan al alle alleen als andere ben bij binnen daar dan dat de deze die dit doch door dus een eerst en er "
    "geen geweest haar had hadden heb hebben heeft hem het hier hij hoe hun ik in is je kan konden kunnen maar "
    "me meer men met mij mijn moet moeten na naar niet nog nu of om omdat onder ons onze ook op over reeds "
    "sinds te tegen ten ter terwijl toch toen tot tussen u uit uw van vanaf voor waar was waren wat we wel "
    "welke werd werden wie wij wil wordt worden zal ze zei zelf zich zij zijn zo zonder zou zouden",
    "sv": "alla allt än andra är att av bara bli blir blev de dem den denna deras dess det detta dig din dina där då "
    "du efter eller en enligt er ett från för före ha hade han hans har hennes henne hon honom hos hur här i "
    "ibland icke in inom inte ja jag kan kunde man med mellan men mer mest mig min mina mot mycket ni nu någon "
    "något några när och också om oss på sedan sig sin sina sitt själv ska skall skulle som så sådan till under "
    "upp ur ut utan vad var vara varit vi vid vilka vilken vilket våra vår åt över",
    "da": "ad af alle alt anden andet at blev blive bliver da de dem den denne der deres det dette dig din disse dog "
    "du efter eller en end er et før for fra ham han hans har havde have hende hendes her hos hun hvad hvem "
    "hver hvilken hvilket hvis hvor hvordan hvornår i ifølge ikke ind ja jeg jer kan kun kunne man mange med "
    "meget mellem men mere mest mig min mod ned nogen noget nogle nu når og også om op os over på samt selv "
    "siden sig sin sine sit skal skulle som så til ud uden under var ved vi vil ville vor være været",
    "no": "alle at av bare ble bli blir da de dem den denne der deres det dette dine du eller en enn er et etter før "
    "for fra ha hadde han hans har henne hennes her hos hun hva hvem hver hvilken hvis hvor hvordan i ifølge "
    "ikke inn ja jeg kan kun kunne man mange med meget mellom men mer mest meg min mot ned noe noen nå når og "
    "også om opp oss over på samt selv siden seg sin sine sitt skal skulle som så til under ut uten var ved vi "
    "vil ville vår være vært",
    "ru": "а без бы был была были было быть в вам вас весь во вот все всех вы где да для до его ее её если есть еще "
    "ещё же за из или им их к как ко когда кто ли либо меня мне мы на над нас не него нее неё нет ни них но о "
    "об однако он она они оно от по под при с со свою себя так также такой там те тем то того тоже той только "
    "том ты у уже чем что чтобы чье эта эти это этого этой этом этот я",
    "pl": "a aby albo ale ani aż bardzo bez bo by być był była było były będzie będą co czy dla do gdy gdzie go i ich "
    "im innych ja jak jako je jednak jego jej jest jeszcze już kiedy kto która które którego której który "
    "których którzy lub ma mają mi między mnie mu my na nad nam nas nawet nich nie niego nim niż no o od on ona "
    "one oni oraz po pod podczas przed przez przy się są ta tak także tam te tego tej ten to tu tutaj tych tym "
    "u w we wielu wszystkich z za ze został została zostały że",
    "tr": "acaba ama ancak artık aslında az bazı belki ben beni bile bir biri birkaç birçok biz bizim bu buna bunlar "
    "bunu bunun çok çünkü da daha de defa diye dolayı en gibi göre hem hep her herkes hiç için ile ise kadar "
    "karşı kim ki kendi mi mı mu mü nasıl ne neden nerede niçin niye o olan olarak olduğu ona onlar onu onun "
    "oysa sadece sanki sen siz şey şu tarafından tüm üzere var ve veya ya yani yine yok",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
"""By language code, in lower case and composed letters."""
