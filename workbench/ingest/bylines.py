"""Who wrote a page: names in markup and in lines like "By Ann Lee and Tom Roe, 3 May 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.domain.first_names import MEN, WOMEN
from workbench.ingest.dates import dates_in, ends_with_weekday
from workbench.ingest.own_days import is_house
from workbench.ingest.text import one_line

NAMES = 12
LONGEST = 160
_BY = re.compile(
    r"^(?:(?:(?:(?:written|posted|published|reported|submitted|story|text|words|article)\s+)?by|"
    r"(?:publicad[oa]|postad[oa]|escrit[oa]|pubblicat[oa]|scritto|publiée?|veröffentlicht|geschrieben|geplaatst|"
    r"publicerad)\s+"
    r"(?:por|da|par|von|door|av)|von|par|por|di|da|"
    r"door|av|af|"
    r"autor(?:in|a|es|zy|ka)?|autore|authors?|auteurs?|redakteur(?:in)?|forfattere?|författare|автор(?:ы|"
    r"ка)?)\b\s*:?\s+|"
    r"(?:te(?:xt|xto|kst|sto|xte)(?: (?:og|och|und|et|e|y|i|&) [^\W\d_]{3,10})?|reporter|muhabir|yaz[ao][nr])\s?:\s?|"
    r"oprac(?:owa(?:ł|ła|nie))?\.?\s?:?\s|"
    r"(?:das (?:gespräch|interview) führten?|propos recueillis par|(?:interview|gespräch) (?:von|by))\s?:?\s|"
    r"(?:بقلم|מאת|نویسنده)\s?:?\s|(?:كتبت?|الكاتبة?|إعداد)\s?:\s|"
    r"(?-i:de)\s(?=[^\W\d_]))",
    re.IGNORECASE,
)
_WITHOUT_CAPITALS = re.compile(r"[\u0590-\u06ff]")
"""Letters of scripts in which names begin as other words do: what stands before them must say that they are names."""
_EASTERN = re.compile(
    r"(?:(?<![合协協原])作者|记者|記者|撰文|(?:^|[（(【])文)\s?[：:／/]\s?(?!佚名|匿名|未知|不详|不詳|本报|本報|本刊)"
    r"(?P<chinese>[\u4e00-\u9fff]{2,4})(?=[\s）)】]|$)|"
    r"(?:^|[\s=|])(?!(?:전문|전직|전담|정치|정당|정식|문화|문학|현장|현직|방송|신문|신입|신임|지방|지역|주재|유통|유명|노동|고참|차장|이날|"
    r"한국|남성|남북|원로|공동|조사|서울|강원|연예)부?\s)"
    r"(?P<korean>[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변][가-힣]{1,2}|"
    r"(?:남궁|황보|제갈|선우|독고|사공)[가-힣]{1,2})\s기자(?=[\s=(]|$)"
)
"""Who wrote it, in scripts that have no capitals.

Before 기자 stands a name or an office ("선임"), a subject or a kind of reporter: what begins with no common
family name, or is known for another word, is nobody's name. 文 within a word ("论文：") names no author.
"""
_CUT = re.compile(
    r"\s{0,9}(?:\band is\s|\||\s-\s|•|·|\u2014|\u2013|\bpublished\b|\bupdated\b|\bposted\b|\blast\s|\bveröffentlicht|"
    r"\bpublicerad|\buppdaterad|\bpublicad[oa]|\bactualizad[oa]|\batualizad[oa]|\bpubblicat[oa]|\baggiornat[oa]|"
    r"\bpublié|\bmise? à jour|"
    r"\bgepubliceerd|\bbijgewerkt|\bopublikowano|\bzaktualizowano|\bопубліковано|\bоновлено|\bопубликовано|\bобновлено|"
    r"\baktualisiert|\bfor\s+(?:the\s+)?[A-Z]|"
    r"\b(?:in|at|on)\s+[A-Z\d]|@|https?:|\bfollow\b|"
    r",\s(?-i:an?|the)\s|"
    r"\b(?:avec|with|mit|con|com|med|met)\s(?-i:[A-Z]{2,6}\b)|\bview\b|\bread more|\bsee all|\bemail\b|\()",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s{1,9}(?:for\s+(?:the\s+)?|in\s+|at\s+)(?=[A-Z])")
_AND = re.compile(
    r"\s{0,9}(?:,|;|&|/|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\ben\b|\bAND\b|\bUND\b|\bET\b)\s{0,9}"
)
_LOGIN = re.compile(r"[a-z][a-z\d._-]{1,20}")
_FAMILIES = frozenset(("post", "bank", "court"))
_TOWNS = frozenset(("charlotte", "christian", "florence", "georgia", "victoria", "virginia"))
"""Families that are called as houses are, and first names that are those of places and papers as well."""
_OFFICE = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|writers?|journalists?|columnists?|producers?|contributors?|staff|"
    r"analysts?|"
    r"desk|bureau|chief|office|press|agency|service|redakteur(?:in)?|korrespondent(?:in)?|redaktion|journaliste|"
    r"correspondante?|rédact\w+|"
    r"corresponsal|redactora?|periodista|inviat[oa]|giornalista|correspondente|jornalista|redacteur|verslaggever)\b",
    re.IGNORECASE,
)
_TALK = re.compile(r"^(?:interview|gespräch|entretien|entrevista|intervista)\s?:\s?", re.IGNORECASE)
POSTED_BY = re.compile(
    r"^(?:(?:this )?(?:entry|post|article) (?:was )?)?"
    r"(?:posted|published|written|filed|submitted|guest (?:post|column|essay)|"
    r"geschrieben|erstellt|veröffentlicht|verfasst|publiée?|publicad[oa]|postad[oa]|pubblicat[oa]|"
    r"inserito|gepost|geplaatst|skrevet|publicerad|dodano|opublikowano)\b.{0,80}?"
    r"\b(?:by|von|par|por|da|di|door|av|af|przez)\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(
    r"\b(?:on behalf of|for and on behalf|im (?:auftrag|namen)\b|pour le compte de|en nombre de|per conto di|namens)\b",
    re.IGNORECASE,
)
"""An imprint: who printed or published for whom, and none who wrote."""
_DATED_BY = re.compile(r"^(?:\S{1,12}\s+){0,3}(?:by|von|par|por|da|di|door|av|af|przez)\s+(?P<who>\S.*)$")
"""Who stands behind the day in a line: "Le 7 mars 2012 à 08h15 par …"."""
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+(?:[^\W\d_][\w.'’-]*)){0,4}")
_STROKE = re.compile(r"\s[|•·]\s")
_DEGREES = frozenset(["md", "ma", "phd", "ba", "bsc", "msc", "jr", "sr", "mph", "rn", "mba", "esq"])
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "administrador",
        "administrateur",
        "amministratore",
        "benutzer",
        "usuario",
        "utilisateur",
        "utente",
        "editor",
        "root",
        "super user",
        "user",
        "username",
        "guest",
        "default",
        "anonymous",
        "author",
        "staff",
        "webmaster",
        "wordpress",
        "web",
        "online",
        "cms",
        "info",
        "site",
        "content",
        "marketing",
    ]
)
_HOUSE = frozenset(
    ("the", "of", "and", "our", "by", "news", "web", "editorial", "team", "newsroom", "digital", "online", "special")
)
"""Words that beside those of an office name nobody: "Web Desk", "Our Special Correspondent"."""
TOGETHER = re.compile(r"\s(?:and|und|et|y|e|og|och|en|&)\s")
_ADDRESS = re.compile(
    r"\s{0,9}[(<\[]?\s{0,9}(?:https?://[^\s()<>]+|mailto:\S+|[^\s()<>@]{1,80}@[^\s()<>]{1,80})\s{0,9}[)>\]]?"
)
_IN_BRACKETS = re.compile(r"[(<\[]\s{0,9}([^()<>\[\]]{1,200})\s{0,9}[)>\]]")


def without_address(text: str) -> str:
    """An author's name without the address in brackets behind it; an address alone stays."""
    bare = _ADDRESS.sub(" ", text).strip() or text
    inner = _IN_BRACKETS.fullmatch(bare)  # an address stood before it
    return inner[1] if inner else bare


def is_name(text: str) -> bool:
    """Whether words may be the name of who wrote something, and no address, placeholder or number."""
    line = one_line(text, 200)
    if not line or len(line) > 100 or "://" in line or "@" in line or not any(map(str.isalpha, line)):
        return False
    words = line.lower().split()
    if len(words) > 1 and all(word in _HOUSE or word in _NOBODY or _OFFICE.fullmatch(word) for word in words):
        return False
    return line.lower() not in _NOBODY and not line.startswith(("/", "#", "{", "<"))


def author_of_properties(stated: str | None) -> str | None:
    """Who wrote a file by its properties; the name under which somebody logs in, or an office has, is nobody's."""
    name = (stated or "").strip()
    return name if is_name(name) and not _LOGIN.fullmatch(name) else None


def names_in(line: str) -> list[str]:
    """The names in a by-line; none where it reads like a sentence."""
    line = one_line(line, LONGEST * 2)
    line = _BY.sub("", _TALK.sub("", f"{line} "))
    for start, end, _ in dates_in(line):
        line = line[:start] if line[:start].strip(" |,;·•–—-") else _BY.sub("", line[end:].lstrip(" |,;·•–—-"))
        break
    if cut := _CUT.search(line):
        line = line[: cut.start()]
    names: list[str] = []
    people, comma, last = line.rstrip(" .,|").rpartition(", ")
    if comma and is_house(last) and not TOGETHER.search(last) and not _is_person(last):
        line = people  # "Ann Lee, Harbour Post": whom they write for
    for part in _AND.split(line):
        part = part.strip(" .,:-–—")
        if names and (part.lower().replace(".", "") in _DEGREES or _OFFICE.search(part)):
            continue
        if not part or not _NAME.fullmatch(part) or not (part[0].isupper() or not part[0].islower()):
            continue
        if is_name(part) and len(part.split()) <= 5:
            names.append(part)
    return list(dict.fromkeys(names))[:NAMES]


def _is_person(words: str) -> bool:
    """Whether words that may be a house are the name of somebody: "Emily Post", not "Charlotte Post"."""
    first, _, family = words.lower().partition(" ")
    return family in _FAMILIES and first in (MEN | WOMEN) - _TOWNS


_LEFT = re.compile(r"(?:,?\s(?:on|at|op|om|am|um|le|à|el|il|alle|den|kl\.?|em|às)){1,2}$", re.IGNORECASE)
"""Words that stood before a day and a time, and have nothing to say without them."""


_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:uhr|uur|hrs?|h)\b)?(?-i:\s[A-Z]{2,4}\b)?", re.IGNORECASE
)


_OF_YEAR = re.compile(r"\s?(?:r\.|roku\b|года\b|г\.|року\b|р\.)(?!\w)")
"""The word "year" behind the figure of one, in languages that write it there."""


def undated(line: str) -> str:
    """A line without the dates and times in it, and the signs around them."""
    for start, end, _ in reversed(list(dates_in(line))):
        line = f"{line[: ends_with_weekday(line[:start])]} {_OF_YEAR.sub('', line[end:])}"
    line = _CLOCK.sub(" ", line)
    line = re.sub(r"\s+", " ", line).strip(" |,;·•–—-")
    return _LEFT.sub("", line)


_PLACE_BEHIND = re.compile(r"\s[\u2014\u2013|]\s[A-Z][\w'’.-]{1,30}(?:\s[A-Z][\w'’.-]{1,30})?$")


_BRACKETS = re.compile(r"\s\([^()]{1,40}\)$")


_SENTENCE = re.compile(r"[^\W\d_]{3}\.\s")
"""Where another sentence begins: "By Ann Lee, reporter. Photo of 3 May 1954" gives the day of the photo."""
_OFFICE_STOPPED = re.compile(rf",\s(?:[^\W\d_]{{2,15}}\s){{0,3}}{_OFFICE.pattern}\s?\.$", re.IGNORECASE)
"""The office of who wrote it, with the stop that stands before the day: "By Ann Lee, court reporter. 3 May 2021"."""


def is_byline(words: str) -> bool:
    """Whether a line says who wrote the text, and nothing else ("By Ann Lee and Tom Roe")."""
    match = _BY.match(words)
    if stopped := _OFFICE_STOPPED.search(words):
        words = words[: stopped.start()]
    if match is None or len(words) > 100 or words.rstrip().endswith((".", "!", "?")):
        return False
    rest = _BRACKETS.sub("", _PLACE_BEHIND.sub("", words[match.end() :]))
    names = _AND.split(rest)
    office = len(names) > 1 and _OFFICE.search(names[-1]) and not _SENTENCE.search(names[-1])
    if office or (len(names) > 1 and is_house(names[-1]) and not _is_person(names[-1])):
        names.pop()
    return all(
        part.strip()
        and all(
            word[0].isupper() or _WITHOUT_CAPITALS.match(word) or word in ("de", "van", "von", "al", "der", "la")
            for word in part.split()
        )
        for part in names
    ) and all(1 < len(part.split()) <= 4 for part in names)


_FOR_HOUSE = re.compile(r"\s(?:for|für|pour|para|per)\s(?:the\s)?(?-i:[A-Z])", re.IGNORECASE)
_BY_NAME = re.compile(r"^(?:(?:written|posted|published)\s)?(?:by|von|par|por|door)\b\s?:?\s(?=\S+\s\S)", re.IGNORECASE)


def listed_names(text: str) -> str:
    """The authors of one field of a page's data: as they stand there, or the names in it where it holds markup."""
    line = _BY_NAME.sub("", one_line(without_address(text), 1_000))
    if (house := _FOR_HOUSE.search(line)) and is_byline(f"By {line[: house.start()]}"):
        line = line[: house.start()]
    if "<" in line:
        found = names_in(re.sub(r"\s+", " ", re.sub(r"<[^<>]{0,300}>", "", line)))
        whole = [name for name in found if len(name.split()) > 1]  # "…, OPN": the house stands behind its people
        return ", ".join(whole or found)
    parts = [part.strip() for part in line.split(",")]
    if len(line) > 100 and len(parts) > 1 and all(is_name(part) and len(part.split()) <= 5 for part in parts):
        return line
    people = TOGETHER.split(line)
    if len(people) > 1 and all(is_byline(f"By {person}") for person in people):
        return ", ".join(part for person in people for part in person.split(", "))
    return line if is_name(line) else ""


def without_houses(names: str | None, houses: Iterable[str]) -> str | None:
    """Authors without the name of the house that stands behind them; alone it stays."""
    theirs = {house.lower() for house in houses}
    listed = (names or "").split(", ")
    own = [
        name
        for name in listed
        # "Ann Lee, Harbour News Vell": the house with its town
        if name.lower() not in theirs and not any(house and name.lower().startswith(f"{house} ") for house in theirs)
    ]
    return ", ".join(own or listed) or None


def joined(names: Iterable[str]) -> str | None:
    """Several names as one field; None where they are nobody's, or too many."""
    unique = list(dict.fromkeys(name for name in names if is_name(name)))
    return ", ".join(unique) if 0 < len(unique) <= NAMES else None


def line_authors(lines: Iterable[str]) -> str | None:
    """The authors of the first line that is nothing but a by-line, or says when and by whom the text was posted."""
    for line in lines:
        if len(line) > LONGEST:
            continue
        if match := _EASTERN.search(line):
            return match["chinese"] or match["korean"]
        if _FOR_ANOTHER.search(line):
            continue
        posted = POSTED_BY.match(line)
        parts = [line, *_STROKE.split(line)]
        if posted is None and any(dates_in(line)):
            posted = _DATED_BY.match(undated(line))
        if posted is not None:
            cut = _CUT.search(posted["who"])
            parts = [f"By {posted['who'][: cut.start()] if cut else posted['who']}"]
        for part in parts:
            if is_byline(bare := undated(part)) and (names := joined(names_in(bare))):
                return names
    return None
