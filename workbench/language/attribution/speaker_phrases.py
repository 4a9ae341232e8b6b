"""Whom the words beside a verb of saying name: without office, time and addressee, in the nominative, in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from workbench.domain.first_names import MEN, WOMEN
from workbench.language.attribution.addressees_behind import without_addressee_behind
from workbench.language.attribution.names_bent import may_be_genitive
from workbench.language.attribution.saying_words import SAYINGS
from workbench.language.attribution.speaker_asides import TITLES, stands_beside, without_title
from workbench.language.text.tokenizer import word_set

PARTICLES = word_set("de del da di do dos das della van von der den ten ter la le du y e el al af")
ARTICLES = {
    "de": word_set("der die das ein eine einer mehrere viele seine seinem ihre ihr sein dessen deren beide"),
    "fr": word_set("le la les un une des sa son ses leur leurs ce cet cette plusieurs notre"),
    "es": word_set("el la los las un una unos unas su sus varios varias este esta uno"),
    "it": word_set("il lo la i gli le un uno una sua suo loro questo questa alcuni alcune"),
    "pt": word_set("o a os as um uma sua seu seus suas este esta esse essa vários várias"),
    "nl": word_set("de het een zijn haar hun deze die dit"),
    "sv": word_set("en ett den det de hans hennes deras flera"),
}
"""What may stand before a noun that speaks."""
_NOBODY = word_set(
    "niemand keiner keine kein personne aucun aucune nadie ningún ninguno nessuno ninguém nenhum geen ingen inget nikt "
    "żaden ніхто никто wer qui quien chi quem wie vem kto хто кто nicht niet inte nie не man on se si sich es il esto "
    "ça cela dies das dit dat det to це это ello isso ciò ich wir ik wij we jag vi ja my я ми мы je nous yo nosotros "
    "io noi eu nós du ihr tu vous ni wy ви вы dagegen darauf davon dazu daran"
)
_OFFICE = {
    "de": r"\w*(?:sprecher|minister|leiter|führer|meister|trainer|forscher|richter|manager|direktor|schützer|kanzler|"
    r"vorstand|vorständ|inhaber|besitzer|gründer|lehrer|kläger|verteidiger|historiker|politiker|mediziner|physiker|"
    r"wissenschaftler|"
    r"unternehmer|gewerkschafter|berater|beamt(?:er|e)|vorsitzende[rn]?|abgeordnete[rn]?|experte|ökonom|professor|chef|"
    r"präsident|anwalt|anwält|rat|rät|analyst|journalist|polizist|jurist|soziolog[e]?|psycholog[e]?|biolog[e]?|"
    r"landwirt|händler|bürger|autor|regisseur|kommissar|inspekteur|inspektor|kapitän|senator|dekan|rektor|zeug[e]?|"
    r"arzt|ärzt|kolleg[e]?|landrat|landrät|bäcker|fischer|winzer|pfarrer|bischof|general|oberst)(?:in)?",
    "fr": r"(?:maire|ministre|présidente?|directeur|directrice|procureure?|préfet|préfète|porte-parole|avocate?|"
    r"député[e]?|sénat(?:eur|rice)|professeure?|docteur|juge|économiste)",
    "es": r"(?:alcalde(?:sa)?|ministr[oa]|president[ea]|director[a]?|fiscal|portavoz|abogad[oa]|diputad[oa]|"
    r"senador[a]?|"
    r"profesor[a]?|doctor[a]?|juez[a]?|economista|concejal[a]?|consejer[oa])",
    "it": r"(?:sindac[oa]|ministr[oa]|president[ea]|direttore|direttrice|procuratore|portavoce|avvocat[oa]|deputat[oa]|"
    r"senat(?:ore|rice)|professor(?:e|essa)|dottor(?:e|essa)|giudice|economista|assessor[ea])",
    "pt": r"(?:prefeit[oa]|ministr[oa]|president[ea]|diretor[a]?|procurador[a]?|porta-voz|advogad[oa]|deputad[oa]|"
    r"senador[a]?|professor[a]?|doutor[a]?|juiz[a]?|economista|delegad[oa]|vereador[a]?|governador[a]?)",
    "nl": r"\w*(?:burgemeester|minister|staatssecretaris|wethouder|voorzitter|directeur|officier|woordvoerder|"
    r"woordvoerster|advocaat|advocate|hoogleraar|professor|rechter|econoom|econome|chef|raadslid|kamerlid|trainer|"
    r"coach|"
    r"gedeputeerde|onderzoeker|president|premier)",
    "sv": r"\w*(?:borgmästare[n]?|minister[n]?|president(?:en)?|direktör(?:en)?|åklagare[n]?|talesperson(?:en)?|"
    r"advokat(?:en)?|professor[n]?|domare[n]?|ekonom(?:en)?|chef(?:en)?|råd(?:et)?|ordförande[n]?|forskare[n]?|"
    r"rektor[n]?|tränare[n]?|ledare[n]?|läkare[n]?|man(?:nen)?)",
    "pl": r"(?:burmistrz(?:yni)?|prezydent(?:ka)?|minist(?:er|ra|erka)|premier(?:ka)?|prezes(?:ka)?|dyrektor(?:ka)?|"
    r"prokurator(?:ka)?|rzeczni(?:k|czka)|adwokat(?:ka)?|mecenas|pos(?:eł|łanka)|senator(?:ka)?|profesor(?:ka)?|doktor|"
    r"sędzia|ekonomist(?:a|ka)|radn[ya]|wójt|starost[ay]|wojewoda|komendant(?:ka)?|trener(?:ka)?|lekar(?:z|ka)|"
    r"wiceminister|wiceprezydent|wiceprezes|wicepremier|marszałek|przewodnicząc[ya]|kierowni(?:k|czka)|szef(?:owa)?)",
    "uk": r"(?:мер(?:ка)?|(?:віце-?)?міністр|міністерка|президент(?:ка)?|директор(?:ка)?|прокурор(?:ка)?|"
    r"речни(?:к|ця)|адвокат(?:ка)?|депутат(?:ка)?|професор(?:ка)?|лікар(?:ка)?|суддя|економіст(?:ка)?|голова|прем['’]єр|тренер(?:ка)?|очільни(?:к|"
    r"ця))",
    "ru": r"(?:мэр|министр|президент|директор|прокурор|представитель(?:ница)?|адвокат|депутат|профессор|врач|судья|"
    r"экономист|глава|премьер|тренер|губернатор|сенатор|пресс-секретарь)",
}
"""Offices that a name may stand behind, at the head of a sentence or where all nouns have capitals."""
_LINKS = word_set(
    "de del di da do du des dos das of van von voor för av på i in im z ze do od dla w we na від з із у в для о из и і "
    "und et y e en och the mit"
)
"""Words behind which a name is part of what stands before it: "el alcalde de San Juan"."""
_AT = word_set("a al alla allo ai agli alle à au aux ao aos às")
"""Words between an office and what it is for: "l'assessora alla Cultura"."""
_DATIVE_BEFORE_NOUN = re.compile(
    r"^(?:[^\W\d_a-z][\w-]*(?:u|owi|om|ecie|encji|izji)|[A-Z]{2,})\s(?:[^\W\d_a-z][\w-]*\s){0,2}(?=[a-ząćęłńóśźż]{4,}\s)"
)
"""To whom it was said, before who says it: "Radiu Ujście rzecznik mówił"."""
_ADDRESSEE = re.compile(
    r"^(?:à|aux?|al?|alla|all['’]|ao?|à\s+l['’]|allo|gegenüber|aan|till|la)\s?(?:(?:la|le|les|el|los|las|il|lo)\s|"
    r"l['’])?"
    r"(?:[^\s,]{1,40}\s){1,3}?(?=(?:le|la|les|un|une|el|los|las|una|il|lo|i|gli|o|a|os|as|um|uma|l['’]\w+)\b)",
    re.IGNORECASE,
)
"""Whom somebody told it, before who tells: "dijo a Radio Costa el jefe"."""
_ELISION = re.compile(r"(?:l|d|un|dell|all|dall|quest)['’](?=\w)", re.IGNORECASE)
_BENT = word_set("dem den des einem einen eines einer im beim vom zum am ins")
IN_BRACKETS = re.compile(r"(?<=\w)\s\((?:[^\s()“”]{1,30}\s?){1,3}\)")
"""A party or an age behind a name: "Landrätin Jana Muster (ABC)"."""
_EDGES = " ,;:–—-“”\"'()«»"
_MOST = 9


@cache
def _ends(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = SAYINGS[language].ends
    return (
        re.compile(rf"(?<=\S)\s(?:{words})(?!\w).*$", re.IGNORECASE | re.DOTALL),
        re.compile(rf"^(?!(?:ein|er|de|i)\s)(?:{words})(?!\w)\s*", re.IGNORECASE),
    )


@cache
def _office(language: str) -> re.Pattern[str]:
    return re.compile(_OFFICE.get(language, r"\b\B"), re.IGNORECASE)


def named(phrase: str, language: str, aside: str = "", verb: str = "") -> str | None:
    """Who is meant by the words beside a verb of saying; None where they are no plain subject.

    Args:
        phrase: The words.
        language: One that `SAYINGS` knows.
        aside: What stands behind them between commas, which may be the name.
        verb: The verb of saying, whose form may tell whether a name is that of who speaks.
    """
    behind, before = _ends(language)
    who = without_addressee_behind(IN_BRACKETS.sub("", phrase).strip(_EDGES), language)
    for _ in range(3):
        shorter = before.sub("", who, count=1)
        addressee = _ADDRESSEE.match(shorter) if language in {"fr", "es", "it", "pt"} else None
        # "a ministra durante uma visita" is no "to whom, the visit"
        if addressee is not None and addressee.end() <= len(behind.sub("", shorter)):
            shorter = shorter[addressee.end() :]
        if shorter == who or not shorter:
            break
        who = shorter
    if language == "pl":
        who = _DATIVE_BEFORE_NOUN.sub("", who, count=1) if not _office(language).match(who) else who
    if language in {"ru", "uk"}:
        who = _from_office(who, language)
    cut = behind.search(who)
    who = _without_told(without_addressee_behind(behind.sub("", who).strip(_EDGES), language), language)
    parts = who.split()
    while parts and parts[-1].lower() in ARTICLES.get(language, frozenset()) | _LINKS:
        parts.pop()
    if language == "de":
        parts = _without_addressee(parts)
    if not parts or len(parts) > _MOST or not _can_speak(parts, language) or _is_two_people(parts, language):
        return None
    told = without_title(aside.strip(_EDGES))
    if (
        1 < len(told) < 6
        and is_name(told)
        and (cut is None or stands_beside(cut[0], language))
        and (not is_name(parts) or parts[0].lower() in ARTICLES.get(language, frozenset()))
    ):
        return " ".join(told)
    who = _without_office(parts, language)
    whole = " ".join(parts)
    return whole if who != whole and may_be_genitive(who, verb, language, whole.removesuffix(who)) else who


def _from_office(who: str, language: str) -> str:
    """Russian or Ukrainian words from the office on, without whom it was said to: "ТАСС представитель МЧС …"."""
    words = who.split()
    at = next((at for at, word in enumerate(words) if _office(language).fullmatch(word)), 0)
    return " ".join(words[at:]) if words[at:] and words[at][0].islower() and all(map(is_capital, words[:at])) else who


_TOLD = re.compile(r"(?<=\S)\s(?:a|ad|à|ao|d['’])\s(?=(?P<name>\S+(?:\s\S+){1,3})$)")


def _without_told(who: str, language: str) -> str:
    """Words without a person at their end to whom it was said: "el médico a Ana Muestra", "der Minister dem …"."""
    if language in {"fr", "es", "it", "pt"}:
        told = _TOLD.search(who)
        return who[: told.start()] if told is not None and is_name(told["name"].split()) else who
    if language == "de":
        return re.sub(r"(?<=\S)\sdem\s.+$", "", who)
    office, _, name = who.partition(" ")
    if language == "pl" and is_office(office, language) and re.match(r"\S+(?:owi|ie|ii)(?:\s|$)", name):
        return office  # "minister Idzie Przykład": a dative
    return who


_TWO_NAMES = 4


def _is_two_people(parts: list[str], language: str) -> bool:
    """Whether words are two names, or one behind a relative pronoun: "Ola Lis Jan Kot", "die Jan Muster"."""
    run = parts[_run_at_end(parts) :]
    if language == "de" and len(parts) > 2 and parts[0].lower() in {"der", "die", "das"} and is_name(parts[1:]):
        return (
            len(run) == len(parts) - 1
            and not (_agent(parts[1]) or parts[1].endswith("sche"))
            and _office(language).fullmatch(parts[1]) is None
        )
    plain = all(is_capital(part) and not part.isupper() and len(part) > 1 for part in run)
    return (
        len(run) >= _TWO_NAMES
        and plain
        and not any(_office(language).fullmatch(part) or part.rstrip(".").lower() in TITLES for part in run)
        and len(run) == len(parts)
        and language in {"de", "nl", "sv", "pl", "uk", "ru"}
    )


def _without_addressee(parts: list[str]) -> list[str]:
    """German words without whom it was said to behind a full name: "Sprecherin Lea Thoms der Nordpost"."""
    for at, part in enumerate(parts):
        named_so = at > 1 and parts[at - 2].lower() not in ARTICLES["de"]
        if part.lower() in {"der", "dem", "den"} and named_so and is_name(parts[at - 2 : at]):
            return parts[:at]
    return parts


def _can_speak(parts: list[str], language: str) -> bool:
    first = parts[0].lower()
    listed = ARTICLES.get(language, frozenset())
    if parts[0][0].isdigit() or any(part.lower() in _NOBODY - listed for part in parts[:2]):
        return False
    if len(parts) == 1 and first in _NOBODY | listed:
        return False
    if SAYINGS[language].leads and re.match(rf"(?:{SAYINGS[language].leads})(?![\w-])", parts[0], re.IGNORECASE):
        return False
    if language in {"pl", "uk", "ru", "nl", "sv"}:
        return any(len(part) > 1 for part in parts)
    article = first in ARTICLES[language] or first.startswith(("l'", "l’", "un'", "un’"))
    return ((article and len(parts) > 1) or "’" in first[:3] or "'" in first[:3]) or is_capital(parts[0])


def is_capital(word: str) -> bool:
    """Whether a word is written as names are, also behind "d'" and "l'"."""
    return word[:1].isupper() or (word[:2] in {"d'", "d’", "l'", "l’"} and word[2:3].isupper())


def is_name(parts: Iterable[str]) -> bool:
    """Whether words are a name of two parts or more."""
    listed = list(parts)
    capitals = [part for part in listed if is_capital(part)]
    return (
        len(capitals) > 1 and is_capital(listed[0]) and is_capital(listed[-1])
        and all(is_capital(part) or part.lower() in PARTICLES for part in listed)
    )  # fmt: skip


def _run_at_end(parts: list[str]) -> int:
    """Where the run of capital words begins that a phrase ends with."""
    at = len(parts)
    while at > 0 and (is_capital(parts[at - 1]) or (at < len(parts) and parts[at - 1].lower() in PARTICLES)):
        at -= 1
    while at < len(parts) and not is_capital(parts[at]):
        at += 1
    return at


def _without_office(parts: list[str], language: str) -> str:
    """A name without the office before it; the whole words where there is no full name behind one."""
    whole = " ".join(parts)
    at = _run_at_end(parts)
    if at == 0 and len(parts) > 2 and parts[0].lower() in ARTICLES.get(language, frozenset()) and language == "de":
        at = 1
    before, run = parts[:at], parts[at:]
    while before and len(run) > 2 and len(run[0]) > 1 and run[0].isupper() and not run[1].isupper():
        before, run = [*before, run[0]], run[1:]  # "заступниця голови ОДА Ірина Приклад"
    office = _office(language)
    if _is_of_another(before, run, language):
        return whole
    if language == "nl" and before and office.fullmatch(before[-1].lower()) and "van" in run[2:]:
        run = run[: run.index("van", 2)]  # "minister Eva Laar van Arbeid"
    while (
        len(run) > 2
        and is_capital(run[1])
        and (
            office.fullmatch(run[0])
            or run[0].rstrip(".").lower() in TITLES
            or (language == "de" and before and _agent(run[0]))
        )
    ):
        if len(run) > 3 and language in {"pl", "uk", "ru"}:
            return whole  # a place may stand between office and name
        run = run[1:]
        before = []
        if len(run) < 3:
            return " ".join(run)
    if len([part for part in run if is_capital(part)]) < 2 or not is_name(run):
        return whole
    if not before:
        return " ".join(run)
    joined = len(before) > 1 and before[-1].lower() in _LINKS | _AT
    if len(run) == 3 and joined and office.fullmatch(_ELISION.sub("", before[-2]).lower()):
        return " ".join(run[1:])  # "la ministra del Lavoro Sonia Larini"
    last = before[-1].lower()
    if (
        last in _LINKS
        or last in ARTICLES.get(language, frozenset())
        or (language == "de" and last in {"dem", "den", "des"})
    ):
        return whole
    return " ".join(run) if before[-1][0].islower() or "'" in before[-1] or "’" in before[-1] else whole


def _is_of_another(before: list[str], run: list[str], language: str) -> bool:
    """Whether the office before a name is one whose holder somebody else speaks for: "le porte-parole de la ministre
    Anne Exemple"."""
    last = _ELISION.sub("", run[0] if len(run) > 2 else before[-1] if before else "").lower()
    match = _office(language).match(last)
    if match is None or match.end() < len(last) - 2:
        return False
    inner = before if len(run) > 2 else before[:-1]
    if language in {"pl", "uk", "ru"}:
        return bool(inner)
    joins = _LINKS | ARTICLES.get(language, frozenset()) | _BENT
    return match.end() == len(last) and any(word.lower() in joins or _ELISION.match(word) for word in inner[1:])


def is_office_before(words: str, language: str) -> bool:
    """Whether the words before a name are offices and titles alone, and so of the one who is named."""
    parts = [_ELISION.sub("", part) for part in words.split()]
    if parts and parts[0].lower() in ARTICLES.get(language, frozenset()):
        parts = parts[1:]
    return all(
        _office(language).fullmatch(part) is not None
        or part.rstrip(".").lower() in TITLES
        or (language == "de" and len(parts) == 1 and _agent(part))
        for part in parts
    )


def is_office(word: str, language: str) -> bool:
    """Whether a word is an office, as "minister", in any case."""
    bare = _ELISION.sub("", word)
    match = _office(language).match(bare)
    return match is not None and match.end() >= len(bare) - _ENDING


_ENDING = 2
"""Letters that a case adds to an office at most: "den Präsidenten", "ministra"."""


def is_somebody(who: str, language: str) -> bool:
    """Whether a speaker is called by a name or an office, as papers and bodies are not."""
    parts = who.split()
    return is_name(parts) or any(_office(language).fullmatch(_ELISION.sub("", part)) for part in parts[:2])


def opens_with_office(words: str, language: str) -> bool:
    """Whether words open with an office in the nominative, with its article at most."""
    parts = [_ELISION.sub("", part) for part in words.split()]
    if parts and parts[0].lower() in ARTICLES.get(language, frozenset()):
        parts = parts[1:]
    titled = len(parts) > 1 and parts[0].rstrip(".․").lower() in TITLES
    return titled or (bool(parts) and _office(language).fullmatch(parts[0]) is not None)


def opens_with_noun(words: str, language: str) -> bool:
    """Whether words open with a name, or with the article of a noun."""
    first = words.split()[0]
    return is_capital(first) or first.lower() in ARTICLES.get(language, frozenset())


def _agent(word: str) -> bool:
    """Whether a German noun behind "der" or "die" tells what somebody does: "der Imker Jan Brandt"."""
    return re.fullmatch(r"\w+(?:er|in|ist|ent|ant|om|or|iker)", word) is not None and word.lower() not in MEN | WOMEN


def surname_of(who: str, text: str, language: str) -> str | None:
    """The full name of somebody who is called by a surname, or by an office with it; else None."""
    parts = who.split()
    office = _office(language)
    if not parts or not is_capital(parts[-1]) or len(parts) > 5:
        return None
    last = [parts[-1]]
    rest = parts[:-1]
    if rest and rest[-1].lower() in PARTICLES and rest[-1].lower() not in ARTICLES.get(language, frozenset()) - {"de"}:
        last.insert(0, rest.pop())
    nouns = [part for part in rest if part.lower() not in ARTICLES.get(language, frozenset())]
    if any(not (office.fullmatch(part) or part.rstrip(".").lower() in TITLES) for part in nouns):
        return None
    pattern = re.compile(
        rf"(?<![\w’'-])(?P<first>[^\W\d_a-z][\w-]+)\s(?P<last>(?i:{re.escape(' '.join(last))}))(?![\w’'-])"
    )
    firsts = {
        f"{match['first']} {match['last']}"
        for match in pattern.finditer(text)
        if match["first"][0].isupper() and not _is_no_first_name(match["first"], language)
    }
    return firsts.pop() if len(firsts) == 1 else None


def _is_no_first_name(word: str, language: str) -> bool:
    lower = word.lower().rstrip(".")
    if lower in TITLES | PARTICLES | _BENT or lower in ARTICLES.get(language, frozenset()) or lower in _NOBODY:
        return True
    if (
        language == "de"
        and lower not in MEN | WOMEN
        and re.fullmatch(r"\w+(?:ung|heit|keit|schaft|bank|konzern)", lower)
    ):
        return True
    words = SAYINGS[language]
    return any(
        re.fullmatch(f"(?:{pattern})", lower, re.IGNORECASE) is not None
        for pattern in (words.leads, words.joins, words.source, words.says, _OFFICE.get(language, r"\b\B"))
    )
