"""What is set between the parts of an article but belongs elsewhere: offers of articles, letters, subscriptions."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.ingest.markup_blocks import MarkupBlock

LONGEST = 180
"""Characters of a line that only leads on."""
_LEADS = (
    *(
        "read (?:also|more|next|on|the full story|our \\w+|related)",
        "also read",
        "see also",
        "more",
        "related",
        "watch",
        "listen",
    ),
    *("related (?:stories|story|articles?|coverage|news|content|links?|reading)", "you may also like", "recommended"),
    *(
        "don['’]t miss",
        "must[- ]read",
        "in (?:pictures|pics|photos)",
        "photos?",
        "video",
        "explained?",
        "editor['’]s picks?",
    ),
    *("more (?:on this(?: story)?|from \\w+(?: \\w+)?|stories|news|coverage|to read)", "top stories?", "trending"),
    *("(?:à )?(?:lire|voir|écouter|découvrir) (?:aussi|également)", "sur le même sujet", "lire (?:notre|la suite)"),
    *(
        "(?:lesen|sehen|hören) sie (?:auch|hier|mehr)",
        "lies auch",
        "mehr (?:zum thema|dazu)",
        "lesetipp",
        "auch interessant",
    ),
    *(
        "das könnte (?:sie|dich) auch interessieren",
        "weiterlesen",
        "passend dazu",
        "(?:lea|lee|vea|mira|leer|ver) (?:también|más)",
    ),
    *(
        "(?:también )?te puede interesar",
        "le puede interesar",
        "puede leer",
        "más información",
        "más sobre",
        "noticias relacionadas",
    ),
    *(
        "(?:leggi|guarda|vedi) anche",
        "approfondi(?:sci|menti)",
        "leia (?:também|mais)",
        "veja (?:também|mais)",
        "saiba mais",
    ),
    *("lees (?:ook|meer)", "bekijk ook", "les (?:også|mer)", "læs (?:også|mere)", "läs (?:också|även|mer)", "lue myös"),
    *(
        "(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)",
        "čtěte také",
        "citește și",
        "diğer haber",
        "baca juga",
    ),
    *(
        "читайте (?:также|також|ещё|еще)",
        "(?:материалы )?по теме",
        "смотрите также",
        "διαβάστε (?:επίσης|ακόμα|ακόμη)",
        "קראו (?:גם|עוד)",
    ),
    *(
        "اقرأ (?:أيضا|أيضًا|أيضاً|ايضا|المزيد)",
        "طالع أيضا",
        "شاهد أيضا",
        "(?:यह|ये) भी पढ़ें",
        "関連記事",
        "あわせて読みたい",
    ),
    *("相关阅读", "相关新闻", "延伸阅读", "延伸閱讀", "관련기사", "관련 기사", "xem thêm"),
)
_LEAD = re.compile(rf"[\W_]{{0,6}}(?:{'|'.join(_LEADS)})\s?(?P<sign>[:|–—>»\-→】\]]|$)", re.IGNORECASE)
"""How lines begin that offer another article; the sign parts the words from its title."""
_LETTERS = re.compile(
    r"\bsupport (?:our|the|independent|local) (?:journalism|work|newsroom|reporting)\b|\bbecom(?:e|"
    r"ing) a (?:paid )?(?:member|subscriber)\b|"
    r"\bmake a (?:one-time |small |monthly )?(?:gift|donation|contribution)\b|\bdonate (?:today|now)\b|"
    r"\byou.ve read \d+ articles?\b|\byou have \d+ (?:free )?articles? (?:left|remaining)\b|"
    r"\bsign ?up (?:for|to|here)\b[^.!?]{0,80}\b(?:newsletters?|emails?|alerts?|updates|briefing|digest)\b|"
    r"\b(?:subscribe|sign up) to (?:our|the|my) [^.!?]{0,60}(?:newsletters?|channel|podcast|alerts?|emails?)\b|"
    r"\b(?:delivered|straight|direct(?:ly)?|sent) (?:direct |straight |right |directly )?(?:in)?to your (?:inbox|"
    r"e-?mail)\b|"
    r"\bin your inbox\b|\bget our (?:free )?(?:daily|weekly|morning|breaking)?\b[^.!?]{0,30}\b(?:newsletters?|"
    r"headlines|alerts)\b|"
    r"\b(?:join|follow) (?:us|our)\b[^.!?]{0,40}\b(?:whatsapp|telegram|facebook|instagram|twitter|google news|"
    r"channel|x)\b|"
    r"\bfollow (?:us )?on (?:google news|twitter|x|facebook|instagram|whatsapp)\b|"
    r"\bregistration on or use of this site constitutes agreement\b|\bby (?:signing up|subscribing|"
    r"clicking)\b[^.!?]{0,80}\bagree\b|"
    r"\b(?:jetzt|hier|kostenlos)\b[^.!?]{0,40}\bnewsletter\b|\bnewsletter\b[^.!?]{0,60}\b(?:anmelden|abonnieren|"
    r"bestellen)\b|"
    r"\b(?:recibe|suscríbe\w*|apúntate|inscríbete)\b[^.!?]{0,60}\b(?:newsletters?|boletín\w*)\b|"
    r"\b(?:recevez|inscrivez-vous|abonnez-vous)\b[^.!?]{0,60}\b(?:newsletters?|lettre|infolettre)\b|"
    r"\b(?:iscriviti|ricevi)\b[^.!?]{0,60}\bnewsletter\b|\b(?:receba|inscreva-se|"
    r"assine)\b[^.!?]{0,60}\b(?:newsletter|canal)\b|"
    r"\b(?:schrijf je in|meld je aan)\b[^.!?]{0,60}\bnieuwsbrief\b|"
    r"\bclique (?:aqui )?(?:para|e) (?:seguir|receber|entrar|siga|receba)\b[^.!?]{0,60}\b(?:canal|grupo|whatsapp|"
    r"telegram|newsletter)\b|^no spam\. unsubscribe (?:at )?any ?time\b|"
    r"\b(?:siga|síguenos|suivez-nous|seguici|folgen sie uns)\b[^.!?]{0,50}\b(?:whatsapp|telegram|google|facebook|"
    r"instagram|twitter|canal)\b",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(
    r"(?:article|story) continues below(?: (?:this )?ad\w*)?|(?:advertisement|ad)?\W{0,5}(?:scroll to continue|"
    r"keep scrolling)|"
    r"(?:advertisement|sponsored)\W{0,5}(?:story continues below)?|listen to (?:this )?(?:article|"
    r"story)(?:\W{0,3}\d+ min\w*)?|"
    r"loading\W{0,5}|share(?: this)?(?: (?:article|story|post|page))?|copy link|print(?: this)?(?: page| article)?|"
    r"save (?:this )?(?:article|story)|(?:this )?(?:article|story) was originally published[^.]{0,60}|"
    r"(?:a version of )?this article (?:appears|appeared|was published) in (?:the )?print\b.*|"
    r"follow [^.!?]{3,60} at https?://\S+|_{2,}|artikel anhören|écouter (?:l['’])?article|"
    r"escuchar (?:el )?(?:artículo|noticia)|ascolta (?:l['’])?articolo|"
    r"(?:diese[nr]? )?(?:seite|artikel|beitrag|meldung) (?:teilen|drucken|empfehlen)|"
    r"partager(?: (?:cet article|la page|sur))?|"
    r"compartir(?: (?:esta noticia|este artículo|en redes sociales))?|condividi(?: (?:l['’]articolo|su))?|"
    r"compartilh(?:ar|e)(?: (?:esta notícia|no))?|partilhar|del (?:artiklen|siden)|dela (?:sidan|artikeln)|"
    r"deel (?:dit artikel|deze pagina)|udostępnij(?: artykuł)?|"
    r"(?:haberi )?paylaş|поділитися|поделиться|分享到?|"
    r"(?:[【\[]?(?:打印本页|打印|关闭窗口|关闭|返回顶部|返回)[】\]]?\s?){1,4}",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\s\d{1,2}(?::\d\d)?(?:\s?min\w*)?$")
_BEGINNING = 12
_FIELDS = ("email", "tel")
_MOST_FIELDS = 200
_SMALL = 0.3
"""Share of an article that a box with a field for an address may have at most."""


def leads_on(words: str, linked: float) -> bool:
    """Whether a line only offers another article: its title follows "Read also:", or it is one link."""
    if len(words) > LONGEST:
        return False
    found = _LEAD.match(words)
    if found is None:
        return False
    title = words[found.end() :].strip()
    return linked > 0.25 if title else linked > 0 or bool(found["sign"]) or len(words.split()) > 1


def asks_to_subscribe(words: str, *, apart: bool) -> bool:
    """Whether a short line asks for the reader's address, or to follow the house elsewhere.

    Among the paragraphs it must begin with that: "Residents can sign up for alerts" tells of something.
    """
    if len(words) > 2 * LONGEST:
        return False
    found = _LETTERS.search(words)
    return found is not None and (apart or found.start() <= _BEGINNING)


def is_machinery(words: str) -> bool:
    """Whether a line belongs to the page's buttons."""
    return len(words) <= 2 * LONGEST and bool(_NOTHING_MORE.fullmatch(_LENGTH.sub("", words).strip(" .…:：>»•·")))


def boxes_of_fields(root: Any) -> set[Any]:
    """The fields of a page in which readers leave an address."""
    return {
        field
        for field in islice(root.iter("input"), _MOST_FIELDS)
        if (field.get("type") or "").lower() in _FIELDS
        or "mail" in (field.get("name") or field.get("placeholder") or "").lower()
    }


def box_around(field: Any, sizes: dict[Any, int], whole: int) -> Any | None:
    """The largest element around a field that holds little of the article."""
    box = None
    for above in field.iterancestors():
        if above.tag in ("body", "main", "article") or sizes.get(above, 0) > _SMALL * whole:
            break
        box = above
    return box


_REACTIONS = re.compile(
    r"(?:\d[\d.,]{0,9}\s?[KkMm]?\s(?:likes?|views?|comments?|claps?|restacks?|retweets?|reposts?)[\s·•|,]{0,3}){1,4}",
    re.IGNORECASE,
)


_FOOT_OF_LETTER = re.compile(
    r"\b(?:unsubscribe|update (?:your )?(?:subscription )?preferences|"
    r"vom newsletter abmelden|se désabonner|darse de baja|annulla (?:l['’])?iscrizione)\b",
    re.IGNORECASE,
)


def is_of_reactions(blocks: list[MarkupBlock], at: int) -> bool:
    """Whether a block counts how often a page was seen and liked, or tells readers of a letter how to be rid of it.

    The letter's foot holds the link for it; a count that a colon leads to is what was told of.
    """
    words = blocks[at].words
    if _REACTIONS.fullmatch(words) is not None:
        return not blocks[at].item and not (at > 0 and blocks[at - 1].words.endswith(":"))
    return any(_FOOT_OF_LETTER.search(" ".join(link.itertext())) for link in blocks[at].element.iter("a"))
