"""The day that the head of a text gives as its own: behind a label, at the end of a title, below it, in a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from workbench.ingest.dates import DAY_MONTH, dates_in, ends_with_weekday

_LABEL = re.compile(
    r"(?P<open>date(?: published| issued| released| posted| added|"
    r" of (?:publication|issue|the (?:letter|report|statement)))?|"
    r"(?:publication|published|release|issue|decision|report|post(?:ed|ing)?) date|date de (?:publication|parution))|"
    r"(?:datum|erscheinungsdatum|veröffentlichungsdatum|fecha(?: de publicación)?|data(?: publikacji| di pubblicazione|"
    r" de publicação|publicării)?|dato|publicatiedatum|publiceringsdatum|дата(?: публикации| публікації)?|"
    r"opublikowano|dodano|опубликовано|опубліковано|gepubliceerd|publicerad|pubblicato(?: il)?|publicado(?: el| em)?|"
    r"publié(?: le)?|veröffentlicht(?: am)?)",
    re.IGNORECASE,
)
_AFTER_LABEL = re.compile(r"\s{0,3}[:：]\s{0,3}")
_SPOKEN = (
    r"speech|address|remarks|interview|lecture|sermon|keynote|testimony|statement|rede|ansprache|vortrag|gespräch|"
    r"discours|allocution|entretien|intervention|discurso|entrevista|intervención|discorso|intervista|intervento|"
    r"toespraak|tal|anförande|intervju|przemówienie|wystąpienie|wywiad|речь|выступление|интервью|промова|виступ"
)
_WRITTEN = (
    r"(?:oral|written) evidence|"
    r"letters?|report|minutes|proceedings|judge?ment|ruling|verdict|decision|decree|opinion|transcript|hearing|"
    r"press conference|briefing|bulletin|newsletter|circular|memo(?:randum)?|communiqué|announcement|declaration|"
    r"resolution|survey|statistics|figures|accounts|audit|study|analysis|paper|editorial|message|e-?mail|reply|answer|"
    r"response|petition|complaint|notice|forecast|findings|"
    r"brief|\w*schreiben|\w*erklärung|stellungnahme|\w*bericht|protokoll|niederschrift|\w*urteil|beschluss|bescheid|"
    r"gutachten|\w*mitteilung|vermerk|antwort|anfrage|umfrage|\w*statistik|studie|analyse|"
    r"lettre|courrier|déclaration|rapport|procès-verbal|compte rendu|jugement|arrêté?|ordonnance|décision|avis|"
    r"circulaire|réponse|sondage|étude|"
    r"carta|declaración|informe|acta|sentencia|decisión|resolución|comunicado|respuesta|encuesta|estudio|análisis|"
    r"boletín|"
    r"lettera|dichiarazione|relazione|verbale|sentenza|ordinanza|decisione|comunicato|risposta|sondaggio|studio|"
    r"analisi|"
    r"declaração|relatório|ata|sentença|decisão|resposta|estudo|boletim|"
    r"verklaring|verslag|notulen|vonnis|uitspraak|besluit|advies|persbericht|antwoord|onderzoek|"
    r"brev|uttalande|dom|beslut|yttrande|\w*meddelande|svar|undersökning|"
    r"list|pismo|oświadczenie|raport|sprawozdanie|protokół|wyrok|postanowienie|decyzja|opinia|komunikat|odpowiedź|"
    r"badanie|biuletyn|"
    r"письмо|заявление|доклад|отч[её]т|протокол|решение|приговор|постановление|сообщение|ответ|"
    r"лист|заява|звіт|рішення|вирок|постанова|повідомлення|відповідь"
)
_DOCUMENT = re.compile(rf"\b(?:{_SPOKEN}|{_WRITTEN})\b", re.IGNORECASE)
"""What a text may call itself: its day is that of the text."""
_SAID = re.compile(rf"\b(?:{_SPOKEN})\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:office|inspectorate|ministry|council|court|institute|agency|authority|department|commission|committee|museum|university|"
    r"society|association|union|bank|board|centre|center|service|survey|bureau|foundation|hospital|police|federation|"
    r"chamber|parliament|government|observatory|archives?|library|trust|"
    r"\w*amt|\w*ministerium|\w*gericht|\w*institut|\w*behörde|\w*verband|universität|stiftung|polizei|\w*rat|"
    r"ministère|conseil|cour|agence|préfecture|mairie|université|musée|société|comité|banque|observatoire|"
    r"oficina|ministerio|consejo|tribunal|instituto|agencia|ayuntamiento|universidad|museo|asociación|comisión|banco|"
    r"ufficio|ministero|consiglio|istituto|agenzia|comune|università|associazione|commissione|banca|"
    r"ministério|conselho|câmara|universidade|associação|comissão|"
    r"ministerie|raad|rechtbank|instituut|gemeente|universiteit|"
    r"\w*myndigheten|\w*verket|\w*departementet|domstol|kommun|"
    r"urząd|ministerstwo|rada|sąd|instytut|agencja|uniwersytet|muzeum|stowarzyszenie|komisja|"
    r"министерство|институт|агентство|университет|міністерство|інститут|університет)\b",
    re.IGNORECASE,
)
_SMALL_HOUSE = re.compile(
    r"[A-Z][a-z]{2,20}\s(?:(?!near|over|from|with|into|against|under|after|before|about|joins?|says?|wins?|opens?)[a-z]{4,16}\s)"
    r"{0,2}(?:society|association|museum|archives?|council|library|trust|institute|office|authority|police|service)"
)
"""A house in small letters: "Local history society"."""
_HEARS = re.compile(
    r"\b(?:courts?|parliament|\w*gericht|cour|tribunal\w*|rechtbank|domstol|sąd|суд|parlament\w*|parlement)\b",
    re.IGNORECASE,
)
"""Bodies beside whose day something was told, and that seldom print it themselves."""
_ISSUE = re.compile(
    r"\b(?:weekly|monthly|quarterly|magazine|journal|gazette|herald|courier|chronicle|tribune|telegraph|observer|"
    r"\w*zeitung|\w*blatt|anzeiger|kurier|diario|periódico|heraldo|corriere|giornale|gazzetta|\w*dagblad|courant|"
    r"tidning\w*|gazeta|dziennik|tygodnik|jornal|folha)\b",
    re.IGNORECASE,
)
"""Words of a paper's name that stand in hardly any heading."""
_KIND = re.compile(rf"(?:[^\W\d_][\w'’]{{1,20}}\s){{0,2}}(?:{_SPOKEN}|{_WRITTEN})\b[^.!?;:\d]{{0,90}}", re.IGNORECASE)
"""A line that begins with what a text calls itself: "Open letter to the council"."""
_ALONE = re.compile(
    rf"(?:[^\W\d_][\w'’-]{{1,20}}\s){{0,2}}(?:{_SPOKEN}|{_WRITTEN}|(?:press|media|news)\s?(?:release|information)|summary|"
    r"note|nota|notiz|medienmitteilung|presseinformation|pressmeddelande|пресс-релиз|прес-реліз|комунікат)"
    r"(?:\s(?:de|di|da|do|à|alla|para)\s(?:la\s)?[\w'’-]{3,20})?",
    re.IGNORECASE,
)
"""What a text calls itself, and no more: "Incident summary", "Communiqué de presse"."""
_LINKED = re.compile(
    r",?\s(?:of|dated|from|on|vom|von|am|du|le|de|del|el|di|do|da|em|van|op|av|den|från|z dnia|z|om|від|от)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s(?:on|about|regarding|concerning|zu[rm]?|über|betreffend|sur|sobre|relativ[oa] a|su(?:l|lla|i|lle)?|over|om|"
    r"w sprawie|щодо|о|об)\s[^.!?:]{3,80}",
    re.IGNORECASE,
)
_BY = re.compile(r"\s(?:by|von|par|por|di|da|door|av|przez)\s(?=[^\W\d_a-zß-ÿ])")
_FIRM = re.compile(
    r"\s(?:Ltd|Limited|plc|PLC|Inc|LLC|LLP|Corp|GmbH|AG|SE|S\.A|SA|SARL|S\.p\.A|SpA|S\.r\.l|AB|ASA|NV|N\.V|BV|B\.V|Oyj)\.?$"
)
_SIGNED = re.compile(
    r"(?:signed|dated|done|given|approved|fait|signée?|gegeben|unterzeichnet|unterschrieben|firmad[oa]|hecho|dad[oa]|"
    r"fatto|firmat[oa]|feito|assinad[oa]|ondertekend|gedaan|undertecknat|undertecknad|podpisano|sporządzono|подписано|"
    r"підписано)\b[^.!?;:\d]{0,60}",
    re.IGNORECASE,
)
_PERIODICAL = re.compile(
    r"\b(?:weekly|monthly|quarterly|daily|magazine|journal|review|gazette|herald|courier|chronicle|tribune|telegraph|"
    r"times|news|post|observer|digest|\w*zeitung|\w*blatt|anzeiger|kurier|diario|periódico|heraldo|correo|"
    r"corriere|giornale|gazzetta|\w*dagblad|courant|tidning\w*|gazeta|dziennik|głos|tygodnik|jornal|folha)\b",
    re.IGNORECASE,
)
_FORTHCOMING = re.compile(
    r"\b(?:invitation|agenda|programme|program|deadline|open day|einladung|tagesordnung|programm|ordre du jour|"
    r"convocatoria|orden del día|invito|ordine del giorno|uitnodiging|inbjudan|zaproszenie|porządek obrad|concert|"
    r"festival|fair|match|election|wedding|funeral|holiday|anniversary|auction|konzert|fest|wahl|spiel|fiesta|fête|"
    r"battle|flood|fire|storm|accident|crash|earthquake|explosion|attack)s?\b",
    re.IGNORECASE,
)
"""What has a day of its own, which is not that of the text."""
_INVITES = re.compile(
    r"\b(?:invitation|open (?:day|house|evening)|join us|register|tickets?|einladung|tag der offenen tür|"
    r"portes ouvertes|"
    r"convocatoria|puertas abiertas|invito|porte aperte|uitnodiging|open dag|inbjudan|öppet hus|zaproszenie|"
    r"dzień otwarty)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\d(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?\s?(?:to|till|until|bis|–|-|à|a|alle|tot|do)\s?\d", re.IGNORECASE
)
"""From when to when something lasts."""
_MEETING = re.compile(
    r"\b(?:minutes|proceedings|protokoll|niederschrift|procès-verbal|compte rendu|acta|verbale|ata|notulen|protokół|"
    r"протокол)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:case|ref|no|nr|az|aktenzeichen|dossier|sygn)\b", re.IGNORECASE)
_DELIVERED = re.compile(
    r"(?:delivered|given|spoken|recorded|gehalten|aufgezeichnet|prononcée?|pronunciad[oa]|pronunciat[oa]|wygłoszone)\b"
    r"[^.!?\d]{0,60}$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:interview|conversation|gespräch|entretien|entrevista|intervista|vraaggesprek|intervju|"
    r"wywiad)\b[^!?]{0,140}\b"
    r"(?:conducted|recorded|held|took place|taken|geführt|aufgezeichnet|réalisée?|recueillis?|realizada|grabada|"
    r"realizzata|afgenomen|gjord|przeprowadzono|przeprowadzon[ya])\b[^.!?\d]{0,30}$",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:,|\s[–—-]|\s?[|·(])\s{0,3}(?:(?:on|am|le|el|il|den|op|em|dnia|w dniu)\s)?$", re.IGNORECASE)
"""What parts a day from the title before it."""
_ON = re.compile(r"\s(?:on|am|le|el|il|op|em|den)\s$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:on|about|over|über|zu|sur|sobre|su|om|o|nt)\s", re.IGNORECASE)
_OF = re.compile(
    r"\s(?:of|dated|from|vom|von|du|de|del|van|av|från|z dnia|z|от|від)(?:\s(?:the|den))?\s$", re.IGNORECASE
)
_TO_WHOM = re.compile(
    r"\s(?:to|from|by|an|von|à|au|aux|al|a|alla|ao|aan|till|do|до)\s(?:(?:the|den|die|das|la|le|les|el|los|il|o|het)\s)?"
    r"(?:\w[\w.'’-]{0,30})(?:\s[\w.'’-]{1,30}){0,5}"
)
_CLOSED = re.compile(
    r"\b(?:annual|financial|half-?year\w*|quarterly|interim|accounts|balance|geschäftsbericht|jahresbericht|bilanz|"
    r"rapport annuel|bilan|informe anual|relazione annuale|bilancio|jaarverslag|årsredovisning|sprawozdanie)\b",
    re.IGNORECASE,
)
"""Reports on a year or a part of it, beside which its last day stands."""
_OF_WHOM = re.compile(
    r"(?:\s(?:of|of the|the|des|der|de la|de|du|del|della|dello|do|da|d['’]|van de|van het|van|av)(?:\s|(?<=['’]))"
    r"[^\W\d_a-zß-ÿ][\w.'’-]{0,30}(?:\s[^\W\d_a-zß-ÿ][\w.'’-]{0,30}){0,4}){1,3}"
)
_NAMES = re.compile(
    r"(?:[^\W\d_a-zß-ÿ][\w.'’&-]{0,30}|[&+]|of|for|the|and|de|des|du|del|della|di|der|die|das|den|für|und|et|la|le|"
    r"el|y|e|"
    r"van|het|voor|och|i|w|na|at|in|on)(?:\s(?:[^\W\d_a-zß-ÿ][\w.'’&-]{0,30}|[&+]|of|for|the|and|de|des|du|del|della|"
    r"di|"
    r"der|die|das|den|für|und|et|la|le|el|y|e|van|het|voor|och|i|w|na|at|in|on)){0,8}"
)
_PLACE = re.compile(
    r"(?:(?:New|San|Santa|Saint|St\.?|Den|Los|Las|El|La|Le|Rio|Bad|Port|Cape|North|South|East|West|Nowy|Nowa|Stara|"
    r"Novi) )?"
    r"(?!(?:Christmas|Easter|Midsummer|Weihnachten|Ostern|Pfingsten|Noël|Pâques|Navidad|Pascua|Natale|Pasqua|Kerst|"
    r"Pasen|"
    r"Jul|Påsk|Advent|Halloween|Ramadan)\b)"
    r"[^\W\d_a-zß-ÿ][^\W\d_]{1,24}(?:[-/][^\W\d_]{2,24}){0,3}(?:, [^\W\d_a-zß-ÿ][\w.'’-]{1,24}(?: "
    r"[^\W\d_a-zß-ÿ][\w'’-]{1,24})?)?"
)
"""What may be a place, which has one word in most of its names; "Victory Day" names a day of the year."""
_WITH_ARTICLE = re.compile(r",\s(?:den|le|el|il|em|dnia)$", re.IGNORECASE)
"""What stands between a place and its day: "Sund, le 7 mai 2019"."""
_ENDED = re.compile(r"(?:\s?(?:r\.|roku|года|г\.|року|р\.))?[\s.)]{0,3}$")
_CLOCK = re.compile(
    r"^[\s,|–-]{1,4}(?:ore \d{1,2}\b|(?:at |um |o )?\d{1,2}(?:[:.h]\d\d|\s?(?:[ap]\.?m|uhr|h)\b))", re.IGNORECASE
)
_SINCE = 1995
"""Years from which a name of any kind above a text and the day behind it are taken for where and when it came out."""
_LIST = 40
"""Lines among which others of the same form make a list of days out of one."""
Found = tuple[int, int, date]


def is_last_of_term(words: str, day: date) -> bool:
    """Whether a day is the last one of the year or quarter that words tell of: "Annual report, 31 December 2023"."""
    ends = {(3, 31), (6, 30), (9, 30), (12, 31)}
    return (day.month, day.day) in ends and _CLOSED.search(words) is not None


def invites(words: str) -> bool:
    """Whether words ask people to come."""
    return _INVITES.search(words) is not None


def is_of_old(day: date) -> bool:
    """Whether a day is one that a text of today rather tells of than was written on."""
    return day.year < _SINCE


def is_house(name: str) -> bool:
    """Whether a name is that of a body or a paper, by a word in it: "Holmer Zeitung", "Harbour Museum"."""
    return bool(_PERIODICAL.search(name) or _BODY.search(name))


def labelled_day(line: str, order: str | None) -> date | None:
    """The day behind a label: "Date: 4 March 2024"; "03/04/2024" by the label's own language, else by `order`."""
    named = _LABEL.match(line)
    if named is None or (sign := _AFTER_LABEL.match(line, named.end())) is None:
        return None
    words = line[sign.end() :]
    for start, end, day in dates_in(words, order or (None if named["open"] else DAY_MONTH)):
        before = words[: ends_with_weekday(words[:start])].strip(" ,")
        behind = _CLOCK.match(words[end:]) or _ENDED.match(words[end:])
        return day if behind and (not before or _NAMES.fullmatch(before)) else None
    return None


def day_of_title(line: str, found: Found) -> date | None:
    """The day with which a title ends that says what kind of document it heads, or which body it is of."""
    start, end, day = found
    before = line[: ends_with_weekday(line[:start])] if ends_with_weekday(line[:start]) < start else line[:start]
    called = _DOCUMENT.search(before)
    other = _FORTHCOMING.search(before)
    of = _OF.search(before)
    if called is not None and of and _DOCUMENT.fullmatch(before[called.start() : of.start()]):
        # "Letter of 3 June 2022 to the mayor"; "Letter of 3 June 1916 found in an attic" is of another day
        return day if _ENDED.match(line[end:]) or _TO_WHOM.fullmatch(line[end:]) else None
    if called is not None and of and other is None and _ENDED.match(line[end:]):
        # "Urteil des Landgerichts Holm vom 3. Juni 2022"; "Report on the fire of 3 June 2022" tells of the fire
        return day if _OF_WHOM.fullmatch(before[called.end() : of.start()]) else None
    if not _ENDED.match(line[end:]):
        return None
    if called is None:
        named = _NAMES.fullmatch(before[: apart.start()]) if (apart := _APART.search(before)) else None
        house = named and other is None and (_BODY.search(named.group()) or _of_paper(named.group()))
        return day if house else None
    if other is not None and other.start() < called.start():
        return None
    if _APART.search(before):
        return day
    said = _SAID.search(before)
    if said and (on := _ON.search(before)) and not _ABOUT.search(before[said.end() : on.start()]):
        return day
    return None


def _of_paper(name: str) -> bool:
    """Whether a name of more words than one is that of a paper: "Country Racing Weekly"."""
    return " " in name and _ISSUE.search(name) is not None


def paper_of_issue(line: str, start: int) -> str:
    """The paper whose issue a line gives before a day: "Country Racing Weekly, 2 November 2022"."""
    before = line[: min(start, ends_with_weekday(line[:start]))]
    apart = _APART.search(before)
    name = before[: apart.start()] if apart else ""
    return name if _of_paper(name) and _NAMES.fullmatch(name) else ""


def is_body(line: str) -> bool:
    """Whether a line is the name of a body or a firm alone: "Marlow Borough Council", "Quist Mills Ltd"."""
    named = (
        " " in line
        and _NAMES.fullmatch(_FIRM.sub("", line)) is not None
        and bool(_BODY.search(line) or _FIRM.search(line))
    )
    return named and not (_DOCUMENT.search(line) or _FORTHCOMING.search(line))


def says_its_kind(line: str) -> bool:
    """Whether a line begins with what a text calls itself, and names nobody who wrote it: "Letter to shareholders"."""
    return _KIND.match(line) is not None and not _BY.search(line)


def day_of_kind(line: str) -> date | None:
    """The day of a line that is what a text calls itself and a day: "Press notice of 12 January 2026".

    What it is about may stand behind ("Stellungnahme vom 2. März 2026 zur Linie 7").
    """
    found = list(dates_in(line))
    if len(found) != 1:
        return None
    start, end, day = found[0]
    before = _LINKED.sub("", line[: ends_with_weekday(line[:start])].strip(" *_")).rstrip(" ,:·|(–—-")
    if _ALONE.fullmatch(before) is None or _FORTHCOMING.search(before):
        return None
    return day if _ENDED.match(line[end:].rstrip("*_ ")) or _SUBJECT.fullmatch(line[end:]) else None


def day_of_signing(line: str) -> date | None:
    """The day on which a text was signed, as a line of its own says: "Fait à Lyon, le 3 mai 2022"."""
    found = list(dates_in(line))
    if len(found) != 1:
        return None
    start, end, day = found[0]
    before = line[: ends_with_weekday(line[:start])] if ends_with_weekday(line[:start]) < start else line[:start]
    return day if _SIGNED.fullmatch(before) and _ENDED.match(line[end:]) else None


def day_below_title(lines: Sequence[str], number: int, found: Found) -> tuple[date, str] | None:
    """The day of a line below a title that holds a name and a day alone, and the name where it is a publisher's.

    Of several such lines none is taken: they list what happened.

    Args:
        lines: The first lines of the text, the title first.
        number: Which of them the day stands in.
        found: The day, with its place in the line.
    """
    line = lines[number]
    start, end, day = found
    if _DELIVERED.match(line[:start]):
        return day, ""
    before = _WITH_ARTICLE.sub("", line[: ends_with_weekday(line[:start])].strip(" ,|–—-·("))
    behind = line[end:]
    above = " ".join(lines[:number])
    clock = _CLOCK.match(behind)
    if _MEETING.search(above) and (not before or _NAMES.fullmatch(before)):
        return (day, "") if clock or _ENDED.match(behind) or _is_placed(behind) else None
    if _INVITES.search(above) or _TO.search(behind):
        return None
    if _NUMBERED.match(before) and _DOCUMENT.search(above):
        return (day, "") if _ENDED.match(behind) else None
    if _KIND.fullmatch(before) and not _NAMES.fullmatch(before):
        others = {one for other in lines[:_LIST] for _, until, one in dates_in(other) if _ENDED.match(other[until:])}
        return (day, "") if others == {day} and day_of_title(line, found) else None
    if (
        not (_NAMES.fullmatch(before) or _SMALL_HOUSE.fullmatch(before))
        or not _APART.search(f"{line[:start].rstrip()} ")
        or _FORTHCOMING.search(line)
    ):
        return None
    published = (len(before.split()) > 1 and is_house(before)) or _SMALL_HOUSE.fullmatch(before) is not None
    placed = _PLACE.fullmatch(before) and line[len(before) :].lstrip().startswith(",")
    if not published and (day.year < _SINCE or clock or not placed):
        return None
    listed = {one for other in lines[:_LIST] for one in _days_of_form(other)} - {day}
    house = before if published and not _HEARS.search(before) else ""
    return (day, house) if not listed and (clock or _ENDED.match(behind)) else None


def _days_of_form(line: str) -> list[date]:
    """The day of a line that is a name and a day."""
    for start, end, day in dates_in(line):
        before = line[:start].strip(" ,|–—-·(")
        return [day] if _NAMES.fullmatch(before) and _ENDED.match(line[end:]) else []
    return []


def _is_placed(behind: str) -> bool:
    """Whether what stands behind a day is where it was: ", Town Hall, Wexcombe"."""
    return all(_NAMES.fullmatch(part) for part in behind.strip(" ,.").split(", "))


def day_of_talk(line: str) -> date | None:
    """The day on which an interview was conducted, as its head tells it."""
    for start, _, day in dates_in(line):
        return day if _TALK.search(line[:start]) else None
    return None
