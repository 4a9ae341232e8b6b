"""Whether what two dates are told of happens once: then they cannot both be right.

Nobody is born twice, and a bridge is opened once; but whoever was mayor in 2019 may be so in 2020, a council meets
again, a firm founds more than one thing. So both texts must tell one such doing, of the same and to the same.
"""

from __future__ import annotations

import re

from workbench.comparison.context_window import WORD, sentence, stems
from workbench.comparison.senses import told_in
from workbench.comparison.stemming import stem

_OF_ITSELF_WORDS = """
    founded opened built constructed completed finished established created launched born died killed murdered
    assassinated executed crowned sank abolished invented discovered adopted ratified signed enacted
    premiered debuted inaugurated buried demolished dissolved unveiled nationalised nationalized privatised
    privatized drowned
"""
_WITH_ONE_WORDS = "married wed joined acceded resigned bought sold acquired merged renamed graduated ended published"
_OF_ITSELF = frozenset(map(stem, _OF_ITSELF_WORDS.split()))
"""What is done once in the life of a thing."""
_LIFE = frozenset(map(stem, ["born", "died", "killed", "murdered", "assassinated", "executed", "drowned", "buried"]))
"""Of whom that is told once, wherever and by whomever it is done."""
_WITH_ONE = frozenset(map(stem, _WITH_ONE_WORDS.split()))
"""What may be done often, but only once with, to or as one that has a name."""

_CLAUSE = re.compile(r"[,;:()–—]\s|\s(?:and|but|or|who|which|that|when|while|where|before|after)\s", re.I)
_ASIDE = re.compile(r",[^,]{1,80},|\([^()]{1,80}\)")
_LEADING = re.compile(r"^\W*(?:in|on|at|after|since|by|during|as|with|for|under)\b[^,]{0,80},", re.I)
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve dozens? hundreds thousands"
_ANY = re.compile(
    rf"\W*(?:an?|another|some|several|many|most|few|more|new|other|\d[\d,.]*|{'|'.join(_NUMBERS.split())})\s", re.I
)
_SEVERAL = re.compile(r"\W*(?:its|his|her|their|our|my)\s(?!(?:first|last|only|final|own)\b)", re.I)
_NAMED = re.compile(r"(?<![\w’'])(?:[^\W\d_a-z][\w’'-]*|(?:as|the)\s[a-z]+)")
_BESIDE_VERB = re.compile(
    r"\s(?:by|in|on|at|to|for|with|from|of|as|off|near|under|after|before|during)\s|[,;:(]|$", re.I
)
_FIRST = re.compile(r"\b(?:first|last|only)\b", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|i)\b")
_WERE = re.compile(r"\b(?:were|are)\s(?:\w+\s){0,2}$", re.I)
_THE = re.compile(r"\W*(?:the|these|those|both|all)\s", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being)\s(?:\w+\s){0,2}$", re.I)


class _Told:
    """A clause with a date: what stands before its verb, and behind it."""

    def __init__(self, text: str, place: int, end: int, verb: str) -> None:
        begin, stop = sentence(text, place)
        text = f"{text[:place]}{' ' * (end - place)}{text[end:]}"
        said = text[begin:stop]
        at = [word for word in WORD.finditer(said) if stem(word.group().casefold()) == verb]
        near = min(at, key=lambda word: abs(word.start() - (place - begin)), default=None)
        self.found = near is not None
        self.before = self.after = ""
        if near is None:
            return
        for form in (_ASIDE, _LEADING):
            said = form.sub(lambda part: _without(part, near.start()), said)
        borders = [(found.start(), found.end()) for found in _CLAUSE.finditer(said)]
        least = max((end for _, end in borders if end <= near.start()), default=0)
        most = min((start for start, _ in borders if start >= near.end()), default=len(said))
        self.before, self.after = said[least : near.start()], said[near.end() : most]
        self.several = _WERE.search(self.before) is not None
        self.passive = _PASSIVE.search(self.before) is not None

    @property
    def words(self) -> frozenset[str]:
        """The stems of all that it tells but the verb."""
        return stems(f"{self.before} {self.after}")

    @property
    def doer(self) -> frozenset[str]:
        """The stems of whom it is told of, be it only "he"."""
        return stems(self.before) or frozenset(_PRONOUN.findall(self.before.casefold()))

    @property
    def object(self) -> str:
        """What stands behind the verb, up to where, when or by whom."""
        found = _BESIDE_VERB.search(self.after)
        return self.after[: found.start()] if found else self.after


def _without(part: re.Match[str], place: int) -> str:
    """Blanks for what is said in passing, the words themselves where a place lies among them."""
    return part.group() if part.start() <= place < part.end() else " " * len(part.group())


def happens_once(
    verb: str, mine: tuple[str, int, int], theirs: tuple[str, int, int], title: str, *, close: bool
) -> bool:
    """Whether two texts tell, at a date each, one doing that is done once, of the same doer and to the same.

    Two days that are `close` may stand against each other where years may not: within a few weeks nobody resigns twice.
    """
    if verb not in _OF_ITSELF | _WITH_ONE:
        return False
    own, other = _Told(*mine, verb), _Told(*theirs, verb)
    if not own.found or not other.found or not own.doer:
        return False
    there = stems(f"{title} {theirs[0]}")
    if any(not told_in(word, there) for word in own.words):
        return False
    here = stems(mine[0]) | stems(title)
    if not stems(own.before) and own.doer != other.doer:
        return False
    if stems(other.before) - here:
        return False
    if verb not in _LIFE and stems(other.after) - here:
        return False  # in English, by Velmark, of stone, to children: of something else about it
    if _FIRST.search(own.before) or _FIRST.search(own.object):
        return True
    if verb in _WITH_ONE and not close and not _NAMED.search(own.after):
        return False
    thing = own.before if own.passive or not stems(own.object) else own.object
    if thing is own.before and own.several and not _THE.match(thing):
        return False  # hospital wards were opened
    return not _ANY.match(thing) and not (thing is own.object and _SEVERAL.match(thing))
