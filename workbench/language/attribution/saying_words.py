"""The words by which a sentence tells who says it, one table a language: verbs, "that", "according to", pronouns."""

from __future__ import annotations

from typing import NamedTuple


class Sayings(NamedTuple):
    """How one language tells who says something; all are patterns, read without regard to capitals."""

    says: str
    """Verbs of saying, in the forms that stand in a main clause; "that", a colon or a quotation follows them."""
    that: str
    """What opens what is said behind the verb."""
    charges: str
    """Verbs that hold what is said without "that": "accuses", "reckons with"."""
    source: str
    """What stands before whoever a sentence is according to."""
    as_told: str
    """What opens "as X said", before the verb where it comes first."""
    he: str
    she: str
    they: str
    leads: str
    """First words of a sentence that begin nobody's name: prepositions, adverbs, what joins clauses."""
    joins: str
    """First words that may be left out before whoever speaks: "but", "also"."""
    ends: str
    """Words at which the name of who speaks ends: when and where, and to whom it was said."""
    back: str = ""
    """Sentences that only tell who said the one before; `who` is a group of it."""
    late: str = r"\b\B"
    """Verbs of saying that end a subordinate clause or follow their auxiliary, where word order puts them there."""
    has: str = ""
    """The auxiliary of `late`."""


_DE_DAYS = r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
_WHO = r"(?P<who>[^,;:.!?“”]{2,90})"
_ONE_CLAUSE = r"\s[^,;:.!?“”]{2,90}\s"
_NL_SAID = "bekendgemaakt|gezegd|gemeld|verklaard|verteld|bevestigd|aangekondigd|meegedeeld|geschreven|laten weten"

SAYINGS = {
    "de": Sayings(
        says=r"sag(?:t|te|ten|en)|(?:erklär|erläuter|erzähl|schilder|erwider|entgegne|antworte|betonn?|mein|warn|widersprach|kritisier|behaupte|bestätig|ergänz|versicher|"
        r"beteuer|beklag|klag|argumentier|präzisier|fordere?|vermute|schätz|prognostizier|unterstrich|äußer|bestreit)"
        r"(?:t|te|ten|en)|fordert(?:en?)?|verlangt(?:en?)?|bestritt(?:en)?|bestreite[tn]|widersprach(?:en)?|"
        r"widerspricht|verspr(?:icht|ach|achen)|"
        r"(?:teil|kündig|räum|füg|führ|deute|gestand|gab|geben|gibt|räumt|kündigt)(?:t|te|ten|"
        r"en)?(?=\s[^;:.!?“”]{0,100}?\b"
        r"(?:mit|an|ein|hinzu|aus|zu|bekannt|zu\s(?:bedenken|protokoll))(?=,|\s?[:.“]|$))|schr(?:ieb|ieben|eibt|eiben)|berichte(?:t|te|ten|n)|"
        r"melde(?:t|te|ten|n)|"
        r"(?:appellier|monier|mahn|konstatier|resümier)(?:t|te|ten)(?=,\s(?:dass|es)\b|\s?[:“])|(?<=[,”“]\s)(?:appellier|monier|mahn|konstatier|resümier)(?:t|te|ten)|verw(?:eist|eisen|ies|iesen)(?=\s(?:[^,;:.!?“”]{0,60}?\s)?darauf,)|rechne(?:t|te|ten)(?=\s(?:[^,;:.!?“”]{0,60}?\s)?vor(?:,|\s?[:.“]|$))|"
        r"unterstr(?:ich|eicht)|stell(?:t|te|ten)(?=\s[^;:.!?“”]{0,60}?\b(?:klar|fest)\b)|geh(?:t|en)(?=\s(?:[^;:.!?“”]"
        r"{0,60}?\s)?davon\s+aus)|ging(?:en)?(?=\s(?:[^;:.!?“”]{0,60}?\s)?davon\s+aus)|"
        r"(?:wies|weist)(?=\s[^;:.!?“”]{0,60}?\bdarauf\s+hin)|dementier(?:t|te|ten)|glaub(?:t|te|en)|"
        r"so(?=\s(?:der\s|die\s|das\s|eine?\s)?(?-i:[A-ZÄÖÜ]))",
        that=r",",
        charges=r"bestritt(?=\s+(?:das|dies))|widersprach(?:en)?(?=$|\s(?!sich))|(?:nannte|nennt|bezeichnete|"
        r"bezeichnet|spricht|sprach)(?=\s[^.;:]{0,80}“)|(?:wies|weist|wiesen|weisen)(?=\s[^.;:]{1,100}?\bzurück\b)|"
        r"(?:wirft|warf|werfen|"
        r"warfen)(?=\s[^.;:]{1,120}?\bvor\b)|beschuldig(?:t|te|ten|en)|bezichtig(?:t|te|en)|"
        r"(?:spricht|sprach|sprechen|sprachen)(?=\svon\s(?:(?:bis\szu|mehr\sals|[a-zäöüß]{2,12})\s){0,2}"
        r"(?!(?:1[4-9]|20)(?:\d[1-9]|[1-9]0)\b)\d(?![\d.,]*\s(?:uhr|bis|an)\b))|"
        r"rechne(?:t|te|ten|n)(?=\s(?:[^.;:]{1,80}?\s)?mit\s(?:eine|mehr|weniger|bis|rund|etwa|\d))|erwarte(?:t|te|"
        r"ten|n)(?=\s[^.;:]{1,80}?\b20\d\d)",
        source=r"laut|(?:nach|gemäß)\s+(?:den\s+)?(?:angaben|auskunft|darstellung|einschätzung|worten|informationen|"
        r"aussagen?|berechnungen|ansicht|meinung|auffassung|überzeugung|erkenntnissen|schätzungen?|mitteilung|zahlen|"
        r"recherchen|berichten|feststellung(?:en)?)(?:\s+(?:von|vom))?|zufolge",
        as_told=r"wie", he="er", she="sie", they=r"\b\B",
        leads=r"im|am|in|nach|seit|bei|beim|mit|für|auf|vor|zu|zum|zur|wegen|laut|trotz|während|wenn|als|da|weil|"
        r"obwohl|"
        r"und|dort|dann|so|an|unter|über|ob|dass|ohne|gegen|bis|gestern|heute|morgen|zuvor|danach|später|zudem|"
        r"außerdem|"
        r"gleichzeitig|erst|schon|bereits|nun|jetzt|wie|was|wer|wo|damit|dabei|dazu|durch|aus|von|vom",
        joins=r"aber|doch|auch|dagegen",
        ends=rf"am\s+(?:(?:{_DE_DAYS})(?:vor|nach)?(?:morgen|mittag|abend|nacht)?|\d)|gestern|heute|zuvor|gegenüber|in\s+eine[mr]|im\s+\w+|bei\s+\w+|vor\s+\w+|"
        rf"auf\s+\w+|"
        r"nach\s+\w+|mit|an|ein|hinzu|bekannt|zudem|weiter|jetzt|später|dazu|auch|davon|darauf|zu|aus|klar|fest|"
        rf"(?:{_DE_DAYS})(?:morgen|abend|mittag)?"
        r"|während|neben|gemeinsam|zusammen|beim|anlässlich|angesichts|nachdem|vor|nach|wegen|trotz",
        late=r"mitteil(?:t|te|ten|en)|sag(?:t|te|ten|en)|erklär(?:t|te|ten|en)|bericht(?:et|ete|eten|en)|"
        r"bestätig(?:t|te|ten)|beton(?:t|te|ten)|schreib(?:t|en)|schrieb(?:en)?|meld(?:et|ete|eten|en)|ankündig(?:t|"
        r"te|ten)|"
        r"bekannt\s?g(?:ab|aben|ibt)|hervorgeht|ermittelte",
        has=r"(?:hat|haben|hatte|hatten)(?=\s(?:[^,;:.!?“”]{1,80}\s)?(?:angekündigt|mitgeteilt|gesagt|erklärt|"
        r"bestätigt|"
        r"betont|gefordert|behauptet|gewarnt|eingeräumt|versichert|versprochen|verlangt|bestritten|bekannt\s?gegeben)"
        r"(?:,|\s?[:.“]|$))",
        back=rf"(?:das|dies)\s+(?P<verb>(?:teil|sag|erklär|berichte|bestätig|melde)(?:te?n?|e)|gab(?:en)?)\s+{_WHO}"
        r"(?:\s+(?:mit|bekannt))?",
    ),
    "fr": Sayings(
        says=r"(?:a|ont|avait|avaient)\s+(?:(?:aussi|également|ensuite|toutefois|encore|notamment|déjà|ainsi|enfin|[àd]e?\s+nouveau|"
        r"par\s+ailleurs|en\s+revanche|pour\s+(?:sa|leur)\s+part|de\s+(?:son|leur)\s+côté|quant\s+à\s+\w+|\w{3,}ment)"
        r"\s+)?"
        r"(?:dit|déclaré|indiqué|affirmé|annoncé|précisé|expliqué|assuré|estimé|ajouté|confirmé|souligné|rapporté|"
        r"averti|"
        r"reconnu|rappelé|fait\s+savoir|constaté|déploré|regretté|martelé|lancé|insisté|poursuivi|conclu|réagi|dénoncé|"
        r"noté|promis|répondu|rétorqué|confié|témoigné|raconté|admis|prévenu|plaidé|commenté|critiqué|résumé|démenti|nié|"
        r"révélé|prédit|écrit|salué|nuancé|relevé|soutenu|prétendu|jugé|tranché|détaillé|tweeté|évoqué)|"
        r"(?:estime|affirme|explique|indique|précise|assure|déclare|souligne|rappelle|constate|annonce|ajoute|rapporte|"
        r"note|prévient|confirme|raconte|regrette|nuance|détaille|résume|déplore|dénonce|juge|relève|révèle|observe|"
        r"promet|argue|martèle|insiste|tempère|rétorque|commente|nie|avance|pointe|conclut|"
        r"poursuit)(?:nt)?|"
        r"s['’](?:étonne|inquiète|indigne|alarme)(?:nt)?|se\s+(?:félicite|réjouit|plaint|désole)(?:nt)?|"
        r"(?:pensent|pense|croit|croient|soupçonne(?:nt)?|suppose(?:nt)?)(?=\squ(?:e\b|['’]))|"
        r"dit|disent|avertit|avertissent|soutient|soutiennent|reconnaît|reconnaissent|dément|démentent|écrit|écrivent|"
        r"prétend|prétendent|répond|répondent|prévoit|prévoient|admet|promet|fait\s+savoir|font\s+savoir|table(?:nt)?",
        that=r"qu(?:e\b|['’])|avoir\b|être\b|d['’]avoir\b|sur\s+une\s+(?:croissance|hausse|baisse)",
        charges=r"(?:parle|évoque|qualifie)(?:nt)?(?=\s[^.;:]{0,60}“)|(?:a|ont)\s+(?:parlé|évoqué|"
        r"qualifié)(?=\s[^.;:]{0,60}“)|(?:accuse|soupçonne|rejette|conteste|nie)(?:nt)?|dément(?:ent)?|(?:a|"
        r"ont)\s+(?:démenti|nié|rejeté|"
        r"contesté|accusé|reproché)|reproche(?:nt)?|(?:parle|évoque)(?:nt)?(?=\s(?:de\s)?(?:[^\W\d_]{1,9}\s){0,2}(?!(?:19|20)\d\d\b)\d)",
        source=r"selon|d['’]après|de\s+l['’]avis\s+d[eu]|aux\s+yeux\s+d[eu]",
        as_told=r"comme\s+l['’]|comme|ainsi\s+que\s+l['’]",
        he="il", she="elle", they=r"ils|elles|on",
        leads=r"en|dans|à|au|aux|depuis|après|avant|pour|selon|sur|lors|si|quand|et|hier|d['’]après|interrogée?s?|"
        r"contactée?s?|"
        r"jointe?s?|par|sous|comme|alors|lorsque|puisque|tandis|bien|même|pendant|dès|face|quant|invitée?|réunis|qui|"
        r"que|"
        r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|devant|chez|vers|sans|avec|où|dont|ce\s+que|cité",
        joins=r"mais|or|enfin|puis|ensuite|toutefois|cependant|pourtant",
        ends=r"(?:ce\s+|le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier|ce)"
        r"(?:\s(?:matin|midi|soir|après-midi))?(?<!\sce)|aujourd['’]hui|dans|lors|"
        r"à\s+la\s+presse|sur|au\s+micro|auprès|devant|en\s+(?:conférence|marge|ouverture)|qui|mi-\w+"
        r"|pendant|durant|après|avant|au\s+(?:cours|terme|lendemain)|à\s+(?:l['’](?:issue|occasion|antenne)|propos)"
        r"|en\s+(?:visite|réponse|présence|déplacement)|face|avec|aux\s+côtés|chez|depuis|dès|malgré|selon",
        back=rf"c['’]est\s+ce\s+qu['’](?P<verb>(?:a|ont)\s+(?:annoncé|indiqué|déclaré|précisé|affirmé|"
        rf"rapporté))\s+{_WHO}",
    ),
    "es": Sayings(
        says=r"dij(?:o|eron)|dicen?|(?:afirm|declar|señal|indic|asegur|anunci|explic|comunic|precis|subray|detall|"
        r"apunt|avanz|"
        r"coment|inform|confirm|desvel|constat|manifest|denunci|lament|destac|critic|alert|aclar|puntualiz|celebr|revel|adelant|augur|"
        r"pronostic|estim|calcul|rechaz|zanj|sentenci|expres|matiz|relat|testific|argument|aleg|reiter|resalt|asever|"
        r"avis|mencion|recalc|remarc|enfatiz|"
        r"anticip|reclam|pens|cont|record|neg)(?:ó|aron|a|an|aba)|quis(?:o|ieron)\s+dejar\s+claro|recuerdan?|niegan?|piensan?|"
        r"s(?:ostuv(?:o|ieron)|ostienen?)|exp(?:one|onen|uso|usieron)|"
        r"(?:contest|replic|plante)(?:ó|aron|a|an)|añad(?:ió|ieron|en?)|agreg(?:ó|aron|an?)|advirt(?:ió|ieron)|advierten?|"
        r"reconoc(?:ió|ieron|en?)|prometi(?:ó|eron)|prometen?|defend(?:ió|ieron)|defienden?|respondi(?:ó|eron)|"
        r"responden?|"
        r"admit(?:ió|ieron|en?)|insist(?:ió|ieron|en?)|exig(?:ió|ieron|en?)|pid(?:ió|ieron|en?)|prev(?:ió|é|én)|"
        r"escrib(?:ió|e)|"
        r"(?:creen?|consider(?:a|an|ó|aron)|sospechan?)(?=\sque\b)|"
        r"desmintió|desmiente|(?:ha|han|había|habían)\s+(?:dicho|\w+ado|sostenido|añadido|advertido|reconocido|"
        r"prometido|"
        r"admitido|insistido|pedido|exigido|respondido|desmentido|escrito)(?=\s)",
        that=r"que\b|haber\b|tener\b",
        charges=r"(?:habl(?:a|an|ó|aron)|calific(?:a|an|ó|aron)|tach(?:a|ó))(?=\s[^.;:]{0,60}“)|acus(?:a|an|ó|aron)|"
        r"neg(?:ó|aron)|niegan?|desm(?:intió|intieron|iente)|rechaz(?:a|an|ó|"
        r"aron)(?=\s(?:[^.;:]{1,30}\s)?(?:las\s+acus|la\s+acus|los\s+cargos))|ha\s+acusado|han\s+acusado|reproch(?:a|"
        r"an|ó|aron)|cifr(?:a|an|ó|aron)(?=\sen\s)|habl(?:a|an)(?=\sde\s(?:[^\W\d_]{1,9}\s){0,2}(?!(?:19|20)\d\d\b)\d)",
        source=r"según|de\s+acuerdo\s+con|a\s+juicio\s+de|en\s+opinión\s+de|en\s+palabras\s+de",
        as_told=r"como|según|tal\s+y\s+como", he="él", she="ella", they=r"ellos|ellas",
        leads=r"en|desde|tras|según|para|por|a|al|con|cuando|si|y|ayer|hoy|durante|de\s+acuerdo|aunque|mientras|como|"
        r"sin|"
        r"sobre|ante|preguntad[oa]|consultad[oa]|entrevistad[oa]|que|quien|donde|anoche|antes|después|hasta|entre|"
        r"además|"
        r"asimismo|también|por\s+su\s+parte",
        joins=r"pero|sin\s+embargo|no\s+obstante",
        ends=r"(?:el|este|del)\s+(?:pasado\s+)?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|"
        r"anoche|"
        r"en\s+un[ao]?|en\s+(?:rueda|conferencia|declaraciones|su)|durante|tras|ante|que|este\s+(?:mes|año)|esta\s+\w+"
        r"|después|antes|en\s+(?:el|la|los|las|respuesta|referencia)|con|junto|desde|frente|sobre|mientras"
        r"|a\s+(?:la\s+salida|través|raíz)",
        back=rf"as[ií]\s+lo\s+(?P<verb>(?:ha|han)\s+(?:dicho|informado|anunciado|confirmado|indicado|señalado|explicado|afirmado|asegurado|comunicado)|dijo|informó|anunció|confirmó|indicó|señaló|explicó|afirmó|aseguró|comunicó)"
        rf"\s+{_WHO}",
    ),
    "it": Sayings(
        says=r"(?:ha|hanno|aveva|avevano)\s+(?:(?:anche|poi|inoltre|invece|già)\s+)?(?:detto|dichiarato|affermato|"
        r"spiegato|"
        r"annunciato|aggiunto|riferito|comunicato|confermato|sottolineato|avvertito|ammesso|ricordato|precisato|"
        r"scritto|"
        r"promesso|sostenuto|assicurato|replicato|risposto|ribadito|negato|smentito|raccontato|denunciato|lamentato|"
        r"commentato|stimato|previsto|rivelato|osservato|criticato|chiesto|chiarito|reso\s+noto|fatto\s+sapere|"
        r"evidenziato|concluso)|dice|dicono|disse|dissero|afferma(?:no)?|spiega(?:no)?|dichiara(?:no)?|sostien(?:e)|"
        r"sostengono|riferisc(?:e|ono)|annuncia(?:no)?|aggiung(?:e|ono)|comunica(?:no)?|conferma(?:no)?|"
        r"sottolinea(?:no)?|"
        r"avvert(?:e|ono)|ammett(?:e|ono)|ricorda(?:no)?|precisa(?:no)?|scriv(?:e|ono)|promett(?:e|ono)|"
        r"assicura(?:no)?|"
        r"(?:ritiene|ritengono|pensano?|crede|credono|sospettano?)(?=\sche\b)|replica(?:no)?|rispond(?:e|ono)|ribadisc(?:e|ono)|nega(?:no)?|smentisc(?:e|ono)|racconta(?:no)?|"
        r"denuncia(?:no)?|"
        r"lamenta(?:no)?|commenta(?:no)?|stima(?:no)?|preved(?:e|ono)|rivela(?:no)?|osserva(?:no)?|chied(?:e|ono)|"
        r"fa(?:nno)?\s+sapere|rend(?:e|ono)\s+noto",
        that=r"che\b|di\s+(?:aver|non|esser|voler|dover|poter)\w*",
        charges=r"(?:parla(?:no)?|definisc(?:e|ono)|ha\s+(?:parlato|definito))(?=\s[^.;:]{0,60}“)|"
        r"accusa(?:no)?(?=\s)|smentisc(?:e|ono)|nega(?:no)?|(?:ha|hanno)\s+(?:smentito|negato)|"
        r"respinge(?=\s(?:[^.;:]{1,30}\s)?le\s+accuse)|(?:ha|hanno)\s+accusato|rimprovera(?:no)?",
        source=r"secondo|stando\s+a(?:l|lla|i|gli|lle|ll['’])?|a\s+detta\s+d(?:i|el|ella|ei|egli)|"
        r"a\s+giudizio\s+d(?:i|el|ella|ei)",
        as_told=r"come", he=r"lui|egli", she=r"lei|ella", they="loro",
        leads=r"stamattina|stamani|stasera|nel|nella|nei|in|a|al|alla|dopo|secondo|per|da|dal|dalla|con|quando|se|e|ieri|oggi|durante|come|"
        r"mentre|sul|"
        r"sulla|interpellat[oa]|intervistat[oa]|contattat[oa]|che|chi|dove|sebbene|anche|prima|fino|tra|fra|inoltre|"
        r"poiché|"
        r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
        joins=r"ma|però|tuttavia|invece",
        ends=r"luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|ieri|oggi|in\s+un[a']?|"
        r"in\s+conferenza|nel\s+corso|nell?[aoe]?\s+(?-i:[a-z])\w+|durante|dopo|davanti|questa\s+\w+|stamattina|stasera|che|su\s+\w+"
        r"|nel|nella|nell['’]|in\s+(?:occasione|visita|merito|risposta|vista)|a\s+(?:margine|proposito)"
        r"|al\s+termine|prima|con|insieme|accanto|assieme|sul|sulla|mentre|all['’](?:uscita|indomani)",
        back=rf"lo\s+(?P<verb>(?:ha|hanno)\s+(?:riferito|detto|annunciato|comunicato|dichiarato|confermato|"
        rf"reso\s+noto)|riferisc(?:e|ono)|comunica(?:no)?)\s+{_WHO}"
        r"(?:,\s(?P<aside>[^,;:“”]{2,60})(?:,[^;:“”]{0,120})?)?",
    ),
    "pt": Sayings(
        says=r"diss(?:e|eram)|diz|dizem|(?:afirm|declar|inform|anunci|explic|confirm|constat|acrescent|comunic|cont|coment|"
        r"critic|mencion|enfatiz|reforç|avali|"
        r"lembr|alert|ressalt|destac|apont|relat|lament|garant|denunci|estim|calcul|revel|neg|assegur|sublinh|salient|"
        r"indic|observ|argument|reiter|avis|adiant|confess|not|consider|acredit)(?:ou|aram|a|am)|(?:tinham?|haviam?)\s+"
        r"(?:dito|(?:afirm|declar|inform|anunci|explic|confirm|denunci|garant|promet|avis|alert|admit|acrescent)[ai]do)|"
        r"garant(?:iu|"
        r"iram|e|em)|"
        r"reconhec(?:eu|eram|e|em)|sustent(?:ou|aram|a|am)|defend(?:eu|eram|e|em)|respond(?:eu|eram|e|em)|"
        r"promet(?:eu|eram|e|em)|"
        r"admit(?:iu|iram|e|em)|insist(?:iu|iram|e|em)|desment(?:iu|iram|e)|desmente|prev(?:iu|ê|eem)|escrev(?:eu|"
        r"eram|e)|"
        r"advert(?:iu|iram|e)|refer(?:iu|iram|e)|esclarec(?:eu|eram|e)",
        that=r"que\b|ter\b|haver\b|ser\b",
        charges=r"(?:fal(?:a|am|ou|aram)|classific(?:a|ou)|cham(?:a|ou))(?=\s[^.;:]{0,60}“)|acus(?:a|am|ou|aram)|"
        r"neg(?:a|am|ou|aram)|desment(?:iu|iram)|desmente|rejeit(?:a|"
        r"ou)(?=\s(?:[^.;:]{1,30}\s)?as\s+acusa)|fal(?:a|am)(?=\sem\s(?:[^\W\d_]{1,9}\s){0,3}(?!(?:19|20)\d\d\b)\d)",
        source=r"segundo|de\s+acordo\s+com|conforme|na\s+avaliação\s+d[eao]s?|na\s+opinião\s+d[eao]s?",
        as_told=r"como|conforme|segundo", he="ele", she="ela", they=r"eles|elas",
        leads=r"em|no|na|nos|nas|diante|perante|face|desde|após|segundo|para|por|com|quando|se|e|ontem|hoje|durante|de\s+acordo|conforme|"
        r"embora|"
        r"enquanto|como|sem|sobre|ao|[àá]|aos|questionad[oa]|procurad[oa]|ouvid[oa]|que|quem|onde|antes|depois|até|entre|"
        r"também|além|pelo|pela",
        joins=r"mas|porém|contudo|no\s+entanto|já",
        ends=r"(?:n[ao]|nest[ae])\s+(?:última\s+)?(?:segunda|terça|quarta|quinta|sexta|sábado|domingo)(?:-feira)?|"
        r"ontem|hoje|"
        r"em\s+(?:um|uma|nota|entrevista|comunicado|declarações)|num|numa|durante|após|que|esta\s+\w+|no\s+\w+"
        r"|depois|antes|em|na|no|nas|nos|com|junto|desde|sobre|perante|diante|enquanto"
        r"|à\s+(?:margem|saída)|ao\s+(?:final|fim|longo)",
        back=rf"(?:foi\s+o\s+que|é\s+o\s+que|a\s+informação\s+é\s+d[aoe])\s+(?P<verb>disse|informou|anunciou|"
        rf"afirmou|confirmou)?\s*{_WHO}",
    ),
    "nl": Sayings(
        says=r"ze[gi]|zei(?:den)?|zegt|zeggen|verklaa?rt?(?:den?|en)?|verklaarde[n]?|meld(?:t|de|den|en)|"
        r"schr(?:eef|even|ijft|ijven)|vertel(?:t|de|den|len)|benadruk(?:t|te|ten)|waarschuw(?:t|de|den|en)|"
        r"bevestig(?:t|de|den|en)|stel(?:t|de|den|len)|ontken(?:t|de|den|nen)|voorspel(?:t|de|den|len)|beloof(?:t|de|"
        r"den)|"
        r"denk(?:t|en)(?=\sdat\b)|beloven|vind(?:t|en)|vond(?:en)?|vermoed(?:t|de|en)|verwacht(?:te|ten|en)?|schat(?:te|ten|ten)?|"
        r"eis(?:t|te|ten|en)|bericht(?:te|en|ten)?|reageer(?:t|de|den)|betoog(?:t|de)|"
        r"klaa?g(?:t|de|den|en)|beweer(?:t|de|den)|beweren|erken(?:t|de|den|nen)|antwoord(?:t|de|den|en)|"
        r"concludeer(?:t|de|den)|herhaal(?:t|de)|twitter(?:t|de)|bekritiseer(?:t|de)|"
        r"(?:kondig(?:t|de|den|en))(?=\s(?:[^;:.!?“”]{0,80}?\s)?aan\b)|(?:laat|laten|liet|"
        r"lieten)(?=\s(?:[^;:.!?“”]{0,60}?\s)?"
        r"weten\b)|(?:maak(?:t|te|ten)|maken)(?=\s(?:[^;:.!?“”]{0,60}?\s)?bekend\b)|noem(?:t|en|de|den)(?=\shet\s(?:[a-z]{2,20}(?:end|ig|lijk|baar|aam|isch|loos)|goed|slecht|fout|raar|vreemd|triest|terecht|jammer)\sdat\b)|(?:geeft|gaf|geven|gaven)(?=\s"
        r"(?:[^;:.!?“”]{0,60}?\s)?(?:toe|aan)\b)|(?:wijst|wees)(?=\s(?:[^;:.!?“”]{0,60}?\s)?erop\b)|aldus|"
        r"(?:voegt|voegde)(?=\s(?:[^;:.!?“”]{0,60}?\s)?(?:er\s?aan\s+)?toe\b)|ga(?:at|"
        r"an)(?=\s(?:[^;:.!?“”]{0,60}?\s)?ervan\s+uit)",
        that=r"(?:,\s+)?dat\b|(?:,\s+)?(?:niet\s+)?te\s+\w+en\b",
        charges=r"(?:spreekt|spreken|sprak|spraken|noemt|noemen|noemde|houdt)(?=\s[^.;:]{0,80}“)|ontken(?:t|de|den|"
        r"nen)|(?:spreekt|sprak|spraken|spreken)(?=\s(?:[^.;:]{1,80}\s)?tegen$)|(?:wijst|"
        r"wees|wezen)(?=\s[^.;:]{1,80}?van\s+de\s+hand)|beschuldig(?:t|de|den|en)|verwij(?:t|ten)|verwe(?:et|ten)|"
        r"reken(?:t|en|de|den)(?=\s(?:[^.;:]{1,60}?\s)?op\b)",
        source=r"volgens|aldus|(?:(?:zo\s+)?blijkt|zo\s+bleek)\s+uit(?:\s+de\s+woorden\s+van)?",
        as_told=r"zoals|zo", he="hij", she=r"zij|ze", they=r"\b\B",
        leads=r"in|op|na|bij|als|toen|en|met|uit|voor|eerder|gisteren|vandaag|hoewel|omdat|terwijl|nadat|voordat|"
        r"zodra|volgens|"
        r"want|dus|daarom|nu|vervolgens|later|daarna|of|waar|intussen|inmiddels|opnieuw|ondanks|over|tegen|tijdens|"
        r"sinds|"
        r"ofschoon|wat|wie|van|door|ook|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|gisteravond|vorige|"
        r"afgelopen|zonder",
        joins=r"maar|toch|echter",
        ends=r"in\s+een|in\s+het|op\s+\w+|tegen|na\s+\w+|tijdens|gisteren|vandaag|maandag|dinsdag|woensdag|donderdag|"
        r"vrijdag|zaterdag|zondag|gisteravond|dinsdagavond|aan|weten|bekend|toe|erop|ook|vanochtend|vanmiddag|vanavond|"
        r"eerder|later|er|daarop|dat|ervan|deze\s+\w+|vorige\s+\w+"
        rf"|bij|over|sinds|wegens|naast|samen|{_NL_SAID}",
        back=rf"(?:dat|dit)\s+(?P<verb>meldt|melden|meldde|meldden|zei|zegt|zeggen|schrijft|bevestigt|bevestigde|"
        rf"bericht|(?:heeft|hebben)(?!{_ONE_CLAUSE}?(?:nooit|niet|niemand)\b)(?={_ONE_CLAUSE}(?:{_NL_SAID})\b)|"
        rf"(?:laat|laten|liet|lieten)(?={_ONE_CLAUSE}weten\b)|maak(?:t|te|ten|en)(?={_ONE_CLAUSE}bekend\b))\s+{_WHO}",
        has=r"(?:heeft|hebben|had|hadden)(?=\s(?:[^,;:.!?“”]{1,80}\s)?(?:aangekondigd|gezegd|verklaard|gemeld|"
        r"bevestigd|"
        r"laten\s+weten|toegegeven|beloofd|geëist|gewaarschuwd|verteld|bekendgemaakt)(?:\s+dat\b|,|\s?[:.“]|$))",
    ),
    "sv": Sayings(
        says=r"sade|sa|säger|uppg(?:av|er)|berätta(?:de|r)|skr(?:ev|iver)|hävda(?:de|r)|varna(?:de|r)|meddela(?:de|r)|"
        r"förklara(?:de|r)|bekräfta(?:de|r)|anse[rs]?|ansåg|menar|menade|betona(?:de|r)|tillägger|tillade|lova(?:de|r)|"
        r"förneka(?:de|r)|dementera(?:de|r)|kräv(?:er|de)|tror|trodde|bedöm(?:er|de)|rapportera(?:de|r)|medge[rs]?|"
        r"medgav|"
        r"påstå(?:r|tt)|påstod|kommentera(?:de|r)|svara(?:de|r)|konstatera(?:de|r)|avslöja(?:de|r)|påminner|påminde|"
        r"tweeta(?:de|r)|"
        r"räknar(?=\s+med)|räknade(?=\s+med)|understry(?:ker|k)|kritisera(?:de|r)|tycker|upplyser|upplyste",
        that=r"att\b",
        charges=r"(?:talar|talade|kallar|kallade|beskriver)(?=\s[^.;:]{0,80}“)|förneka(?:de|r)|avvisa(?:de|r)|"
        r"dementera(?:de|r)|tillbakavisa(?:de|r)|anklaga(?:de|r)|beskyll(?:er|"
        r"de)|räkna(?:r|de)(?=\s+med)",
        source=r"enligt", as_told=r"som", he="han", she="hon", they="de",
        leads=r"i|på|efter|enligt|som|om|när|och|med|från|för|tidigare|igår|idag|trots|fast|fastän|eftersom|medan|"
        r"innan|sedan|"
        r"nu|därför|ändå|dessutom|senare|samtidigt|så|utan|eller|där|då|åter|under|vid|av|att|vad|vem|genom|inför|"
        r"även|också",
        joins=r"men|dock",
        ends=r"i\s+\w+|på\s+\w+|till|efter|under|igår|idag|också|även|att|vid\s+en|senare|"
        r"(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en|ens)?"
        r"|vid|inför|om|med|tillsammans|bredvid|före|sedan|medan",
        back=rf"det\s+(?P<verb>meddelar|meddelade|säger|sade|sa|uppger|uppgav|skriver|rapporterar|bekräftar|berättar|"
        rf"framgår)\s+"
        rf"(?:av\s+)?{_WHO}",
        has=r"har(?=\s(?:[^,;:.!?“”]{1,60}\s)?(?:sagt|meddelat|uppgett|berättat|bekräftat|lovat|hävdat|"
        r"varnat)\s+att\b)",
    ),
    "pl": Sayings(
        says=r"(?:powiedział|oświadczył|poinformował|dodał|podkreślił|wyjaśnił|zapowiedział|stwierdził|ostrzegł|"
        r"napisał|"
        r"przyznał|zapewnił|zaznaczył|podał|ocenił|przekazał|ogłosił|zaprzeczył|odpowiedział|przekonywał|tłumaczył|"
        r"wskazał|odparł|zauważył|potwierdził|obiecał|zażądał|skomentował|relacjonował|uznał|zadeklarował|argumentował|"
        r"ujawnił|"
        r"komentował|mówił|twierdził|utrzymywał|przewidywał|szacował|alarmował|zwrócił\w?\s+uwagę|opowiedział|zarzucił)"
        r"[aoiy]?|(?:powiedzie|oświadczy|poinformowa|doda|podkreśli|wyjaśni|zapowiedzie|stwierdzi|ostrzeg|napisa|"
        r"przyzna|"
        r"zapewni|zaznaczy|poda|oceni|przekaza|ogłosi|zaprzeczy|potwierdzi|zauważy|mówi|twierdzi|wskaza|przypomnie)li|"
        r"przypomniał[aoiy]?|mówią?|twierdz[ią]ą?|informuj[eą]|podaj[eą]|uważa(?:ją)?|zaprzecza(?:ją)?|"
        r"zapewnia(?:ją)?|dodaj[eą]|"
        r"podkreśla(?:ją)?|wyjaśnia(?:ją)?|przyzna(?:ją)?|ocenia(?:ją)?|ostrzega(?:ją)?|zapowiada(?:ją)?|"
        r"przekonuj[eą]|tłumacz[yą]|pisz[eą]|"
        r"utrzymuj[eą]|szacuj[eą]|prognozuj[eą]|przewiduj[eą]|alarmuj[eą]|zaznacza(?:ją)?|zauważa(?:ją)?|"
        r"komentuj[eą]|przypomina(?:ją)?|"
        r"zwraca(?:ją)?\s+uwagę|wskazuj[eą]|sądz[ią]|donos[iz]ą?",
        that=r",\s+(?:że|iż|by|aby|żeby)\b",
        charges=r"(?:nazywa(?:ją)?|nazwał[ay]?|nazwali)(?=\s[^.;:]{0,80}“)|zaprzecz(?:a|ają|ył|yła|yło|yli|yły)|"
        r"odrzuc(?:a|ił|iła|ili)(?=\s(?:[^.;:]{1,40}\s)?(?:zarzut|"
        r"oskarże))|zarzuca(?:ją)?|zarzuci(?:ł|ła|ło|li|ły)|oskarża(?:ją)?|oskarży(?:ł|ła|ło|li|ły)",
        source=r"według|zdaniem|w\s+ocenie|w\s+opinii|(?:jak\s+)?wynika\s+z\s+danych|jak\s+wynika\s+z\s+danych",
        as_told=r"jak", he="on", she="ona", they=r"oni|one",
        leads=r"w|we|na|po|za|jak|jeśli|gdy|a|i|o|z|ze|do|dla|wcześniej|wczoraj|dziś|dzisiaj|wtedy|potem|co|kto|nie|"
        r"choć|"
        r"chociaż|ponieważ|bo|gdyż|więc|dlatego|później|następnie|podczas|zanim|również|ponadto|według|mimo|skoro|"
        r"gdzie|"
        r"wieczorem|rano|teraz|czy|znowu|jednakże|mu|jej|im|nam|mi|przed|przez|pod|od|przy|nad|że|zdaniem|u|tak|to",
        joins=r"ale|jednak|natomiast|z\s+kolei|lecz|tymczasem",
        ends=r"w[e]?\s+(?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)|w|we|na|po|podczas|dla|wczoraj|"
        r"dziś|dzisiaj|o|przed|nam|że|iż|w\s+rozmowie|rano|wieczorem|też|także",
        back=rf"(?:(?P<verb>(?:po)?informował[aoy]?|poinformowali|powiadomił[aoy]?|podał[aoy]?|donosi|"
        rf"donoszą)\s+o\s+tym\s+{_WHO}|"
        rf"o\s+(?:tym|sprawie|zdarzeniu)\s+(?:[^,;:.!?“”]{{1,30}}\s)?(?P<verb2>(?:po)?informował[aoy]?|"
        rf"powiadomił[aoy]?|"
        rf"informuje)\s+(?P<who2>[^,;:.!?“”]{{2,90}}))",
    ),
    "uk": Sayings(
        says=r"(?:сказа|заяви|повідоми|розпові|дода|наголоси|зазначи|підкресли|поясни|попереди|написа|визна|запевни|"
        r"оголоси|"
        r"уточни|відзначи|пообіця|підтверди|спростува|запереч|розказа|нагада|стверджува|анонсува|прокоментува|заперечи|"
        r"відпові|поскаржи)(?:в|ла|ло|ли)|розповів|відповів|(?:каж|пиш)(?:е|уть)|(?:стверджу|зазнача|повідомля|вважа|"
        r"пояснюю?|"
        r"заявля|запевня|наголошу|попереджа|визна|дода|заперечу|прогнозу|інформу)(?:є|ють)|кажуть",
        that=r",\s+(?:що|щоб|ніби)\b",
        charges=r"(?:назива(?:є|ють)|назва(?:в|ла|ли))(?=\s[^.;:]{0,80}“)|запереч(?:ує|ують|ив|ила|или)|"
        r"спростува(?:в|ла|ли)|спростову(?:є|ють)|звинувачу(?:є|ють|вав|вала|"
        r"вали)|звинувати(?:в|ла|ло|ли)",
        source=r"за\s+(?:словами|даними|інформацією|оцінкою|версією|підрахунками|свідченнями)|на\s+думку|"
        r"згідно\s+з\s+даними",
        as_told=r"як", he="він", she="вона", they="вони",
        leads=r"в|у|на|після|за|як|якщо|коли|а|і|й|та|про|з|із|до|для|раніше|вчора|сьогодні|тоді|потім|що|хто|не|"
        r"хоча|хоч|тому|"
        r"тепер|зараз|згодом|поки|оскільки|адже|ще|вже|знову|ввечері|вранці|невдовзі|при|під|через|торік|учора|від|"
        r"там|тут|"
        r"йому|їй|їм|нам|мені|зате|так",
        joins=r"але|однак|проте|втім|водночас|також",
        ends=r"[ву]\s+(?:понеділок|вівторок|середу|четвер|п['’]ятницю|суботу|неділю)|в|у|на|після|під|про|для|вчора|"
        r"учора|сьогодні|що|журналістам|кореспонденту|також|ввечері|вранці|з|о|"
        r"під\s+час",
        back=rf"про\s+це\s+(?:[^,;:.!?“”]{{1,40}}\s)?(?P<verb>повідоми(?:в|ла|ло|ли)|заяви(?:в|ла|ли)|розпові(?:в|ла|"
        rf"ли)|"
        rf"сказа(?:в|ла)|повідомля(?:є|ють)|пиш(?:е|уть))\s+{_WHO}",
    ),
    "ru": Sayings(
        says=r"(?:сказал|заявил|сообщил|рассказал|добавил|отметил|подчеркнул|уточнил|пояснил|объяснил|предупредил|"
        r"написал|"
        r"признал|заверил|объявил|пообещал|подтвердил|опроверг|отрицал|напомнил|утверждал|прокомментировал|ответил|"
        r"указал|"
        r"предсказал|пожаловал)[аио]?(?:с[ья])?|опровергл[аио]|говор(?:ит|ят)|(?:утвержда|сообща|отмеча|счита|заявля|"
        r"подчёркива|"
        r"подчеркива|поясня|добавля|предупрежда|призна|отрица|прогнозиру|информиру|напомина|уточня)(?:ет|ют)|"
        r"пиш(?:ет|ут)",
        that=r",\s+(?:что|чтобы|будто)\b",
        charges=r"(?:называ(?:ет|ют)|назвал[аи]?)(?=\s[^.;:]{0,80}“)|отрица(?:ет|ют|л|ла|ли)|опроверг(?:ла|ли|ает|"
        r"ают)?|отверг(?:ла|ли|ает|ают)?|обвиня(?:ет|ют|л|ла|"
        r"ли)|обвинил[аио]?",
        source=r"по\s+(?:словам|данным|информации|оценке|оценкам|мнению|версии|подсчётам|подсчетам|сведениям|"
        r"утверждению)|"
        r"согласно\s+данным",
        as_told=r"как", he="он", she="она", they="они",
        leads=r"в|во|на|после|по|как|если|когда|а|и|о|об|с|со|из|до|для|ранее|вчера|сегодня|накануне|тогда|потом|"
        r"позже|что|кто|"
        r"не|хотя|поэтому|теперь|сейчас|затем|пока|поскольку|ведь|зато|ещё|еще|уже|снова|вновь|вечером|утром|днём|днем|"
        r"вскоре|так|при|через|за|от|там|здесь|ему|ей|им|нам|мне",
        joins=r"но|однако|впрочем|также|при\s+этом",
        ends=r"во?\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|в|во|на|после|о|об|для|вчера|"
        r"сегодня|что|журналистам|корреспонденту|также|вечером|утром|в\s+ходе|"
        r"накануне",
        back=rf"об\s+этом\s+(?:[^,;:.!?“”]{{1,40}}\s)?(?P<verb>сообщил[аи]?|заявил[аи]?|рассказал[аи]?|говорится|"
        rf"сообща(?:ет|ют)|"
        rf"пиш(?:ет|ут))\s+(?:в\s+)?{_WHO}",
    ),
}  # fmt: skip
"""By ISO 639-1 code."""
