"""Whom a claim that names nobody is about, by its article, and whether a passage tells of somebody else.

"Net debt halved" stands in a report on one firm; the same figure of a rival says nothing of it. The names of the
headline, of the first sentences and of those right before a claim are what it may be about. A passage that has none of
them, in its words or its title, and names others, is of another: nothing of it agrees with the claim or stands against
it. One that names nobody may be of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_](?:[\w&]|[’'.-](?=\w))*")
_OPENS = frozenset(".!?:;\n•*|#—–-([“\"‘'")
"""What the first word of a sentence stands behind."""
_STOPS = frozenset('.!?”"’')
_COMMON_WORDS = """
    i the a an ab ag sa inc ltd limited plc llc gmbh bv nv oy as co company corp corporation group holdings bank board
    council court crown county city borough town parish district state federal national royal university college school
    hospital trust police service services party parliament senate house congress assembly committee commission ministry
    department office agency authority union association federation institute foundation society church cathedral museum
    club united league cup premier championship government minister president prime mayor governor chancellor secretary
    king queen prince princess sir lord lady dame dr mr mrs ms judge justice sergeant constable inspector captain
    colonel general professor doctor councillor cllr senator chief executive director chairman chairwoman chair
    spokesman spokeswoman north south east west northern southern eastern western central upper lower greater new old
    great saint st street road lane avenue park river lake mount sea bay airport station bridge tower hall centre center
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    christmas easter ramadan covid covid-19 internet english bst gmt utc am pm usd eur gbp sek nok dkk chf
    vat gdp faq pdf tbc n/a q1 q2 q3 q4
    act bill law article section chapter table figure part report annual statement press release news wire agency
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words in capitals that many names share, and those that are no names."""
_LEAD, _BEFORE = 600, 400
"""Letters of an article's beginning, and of what stands right before a claim, whose names it may be about."""
_OPENING_WORDS = 4
"""Letters by which two forms of a name are one: "Scotland" and "Scottish"."""
_LETTERS = 3
"""Letters of an abbreviation that may stand for a name."""
_LEAST_CAPITALS = 0.6
_BYLINE = re.compile(r"[\s*_#]*(?:By|From|Words by|Reporting by)[\s:]\s*[A-Z][^.]{0,60}(?:\.|$)")
"""Who wrote it."""
_DEFINITE = re.compile(r"(?:the|his|her|its|their|he|she|it|they|this|these|those)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|[a-z]{2,}ed|took|fell|rose|grew|made|paid|cut|lost|won|sold|bought|sent|"
                   r"gave|said|told|found|left|met|ran|saw|went|came|became|began|built|hit|kept|led|put|shut|spent|"
                   r"will|plans?|expects?|proposed?)\b")  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimSubject:
    """Whom a claim is about by its article.

    Attributes:
        names: Words of names, as they are written; none: nothing tells.
        shown: The name that is shown for it.
        letters: With which the words in capitals around it begin, in their order.
    """

    names: frozenset[str] = frozenset()
    shown: str = ""
    letters: str = ""

    def __bool__(self) -> bool:
        return bool(self.names)


NOBODY = ClaimSubject()
"""Where nothing tells whom a claim is about."""


@lru_cache(maxsize=8)  # asked again for each passage of a claim
def subject_of(claim: str, title: str, text: str, start: int) -> ClaimSubject:
    """Whom a claim is about that stands at `start` of an English article; an empty one where that is not told.

    A claim of what is always so ("Coffee lowers the risk") is about nobody, whoever found it out.
    """
    inside = {word for word, opens in _names(text) if not opens}
    headline = [word for word, _ in _names(title) if word in inside]
    particular = _DEFINITE.match(claim) is not None or (bool(headline) and _PAST.search(claim) is not None)
    if not particular:
        return NOBODY
    near = [word for word, _ in _names(text[max(0, start - _BEFORE) : start + len(claim)]) if word in inside]
    lead = [word for word, _ in _names(text[:_LEAD]) if word in inside]
    own = [word for word, opens in _names(claim) if not opens or word in inside]
    found = headline + own + lead + near
    if not found:
        return NOBODY
    around = f"{title}\n{text[:_LEAD]}\n{text[max(0, start - _BEFORE) : start + len(claim)]}"
    letters = "".join(word[0] for word, _ in capitals(around))
    return ClaimSubject(frozenset(found), _whole(found[0], f"{title}\n{text}"), letters)


def another_named(subject: ClaimSubject, passage: str, title: str, publisher: str) -> str | None:
    """Who is named by a passage, its title or its publisher that has no name of the subject; None where one may be it.

    Args:
        subject: Whom the claim is about.
        passage: The words of the passage.
        title: What its source is called.
        publisher: Who published it; "" where that is not known.
    """
    whole = f"{title}\n{passage}\n{publisher}"
    words = {match.group().casefold() for match in _WORD.finditer(whole)}
    begun = {opening(word) for word in words}
    if any(opening(name) in begun for name in subject.names):
        return None
    letters = "".join(word[0] for word, _ in capitals(whole))
    if any(name.isupper() and len(name) >= _LETTERS and name in letters for name in subject.names):
        return None  # "NNPC", and there the name in full
    short = {word for word, _ in capitals(whole) if word.isupper() and len(word) >= _LETTERS}
    if any(word in subject.letters for word in short):
        return None
    inside = [word for word, opens in _names(passage) if not opens and not word.isupper()]
    if not inside:
        return None
    headed = [_whole(word, whole) for word, _ in _names(title) if not word.isupper()]
    return next((name for name in headed if " " in name), _whole(inside[0], whole))


def capitals(text: str) -> Iterator[tuple[str, bool]]:
    """Words that begin with a capital, each with whether it opens a sentence or stands in a heading in capitals."""
    for line in text.split("\n"):
        if _BYLINE.match(line):
            continue
        found = list(_WORD.finditer(line))
        long = [match for match in found if len(match.group()) > 3]
        whole = line.rstrip()[-1:] in _STOPS
        heading = not whole and sum(match.group()[0].isupper() for match in long) > _LEAST_CAPITALS * len(long) > 1
        for match in found:
            word = match.group()
            if word[0].isupper():
                before = line[: match.start()].rstrip()
                yield word.removesuffix("'s").removesuffix("’s"), heading or not before or before[-1] in _OPENS


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """Those of the words in capitals that are names, or parts of one, of their own."""
    return ((word, opens) for word, opens in capitals(text) if not common(word))


def common(word: str) -> bool:
    """Whether a word in capitals is one that many names share, or is not of a name."""
    return word.casefold().rstrip(".") in _COMMON


def opening(word: str) -> str:
    """The letters that two forms of a name have in common."""
    return word.casefold()[:_OPENING_WORDS]


def _whole(word: str, text: str) -> str:
    """The run of capital words around a name where it is first written within a sentence."""
    found = re.search(rf"(?:[A-ZÀ-Þ][\w&’'-]*[ ]){{0,3}}\b{re.escape(word)}(?:[ ][A-ZÀ-Þ][\w&-]*){{0,3}}", text)
    return " ".join(found.group().split()) if found else word
