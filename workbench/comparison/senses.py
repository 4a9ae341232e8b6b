"""Words of one sense or one stem: "killed", "died" and "deaths", "employs" and "employees", "rise" and "increase"."""

from __future__ import annotations

from functools import lru_cache

from workbench.comparison.stemming import stem

_LINES = """
    die died dies dying dead death deadly kill killed killing fatality fatal fatally
    rise rose risen raise raised hike increase grow grew grown growth climb jump surge soar up upward higher rising gain
    fall fell fallen drop cut decline decrease shrink shrank shrunk reduce reduction down downward lower slump
    cost price priced bill worth expense
    sell sold sale buy bought purchase acquire acquisition paid proceeds
    employ employed employee employment staff workforce worker headcount personnel
    arrest detain detention detained custody
    injure injury injured hurt wound wounded
    close closed closure shut shutdown
    open opened opening
    begin began begun beginning start started launch
    end ended finish finished conclude
    build built construct construction
    live resident inhabitant population
    win won winner victory
    lose lost loss
    choose chose chosen choice
    give gave given donate donation donor
    spend spent spending
    make made produce production produced output
    speak spoke spoken speech
    flee fled evacuate evacuation
    destroy destroyed destruction lost
    long length
    high tall height
    wide width broad
    deep depth
    heavy weigh weight
    old age aged
    pay paid payment payout
    earn earns salary pay wage income
    fly flew flown flight
    teach taught teacher
    find found finding
    child children
    unemployment unemployed jobless joblessness
    car vehicle
    home house residence dwelling
    doctor physician
    firm company business
"""
"""What stands on one line may tell one thing; a word may stand on two."""

_CONTRASTS = """
    new old | import export | north south | east west | northern southern | eastern western | upper lower | man woman
    | men women | boy girl | male female | day night | summer winter | spring autumn | morning evening | left right
    | private public | indoor outdoor | primary secondary | junior senior | rural urban | domestic foreign
    | gross net | arrival departure | home away | buyer seller | supply demand | revenue profit | birth death
"""
"""Words that name one of two: where the claim has one and the passage the other, both are not told of one thing."""

_ENDING_WORDS = """
    e y i s is iz er or ee ment ion tion ation al th ship hood ing ist ant ent ance ence ure ive at it ti n ian age ci
"""
_ENDINGS = frozenset(_ENDING_WORDS.split()) | {""}
LEAST_SHARED = 5
"""Letters that two words of one stem share at least."""


def _read() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _LINES.strip().splitlines():
        words = line.split()
        for word in words:
            table[stem(word)] = table.get(stem(word), frozenset()) | {words[0]}
    return table


_SENSES = _read()


@lru_cache(maxsize=16_384)
def same_sense(one: str, other: str) -> bool:
    """Whether two stems are of one word, its noun or verb, or of one sense."""
    if one == other or _SENSES.get(one, frozenset()) & _SENSES.get(other, frozenset()):
        return True
    shorter, longer = sorted((one, other), key=len)
    shared = next((at for at, letter in enumerate(shorter) if longer[at] != letter), len(shorter))
    if shared < LEAST_SHARED:
        return False
    return shorter[shared:] in _ENDINGS and longer[shared:] in _ENDINGS


def _pairs() -> dict[str, str]:
    pairs = [tuple(map(stem, pair.split())) for pair in _CONTRASTS.split("|")]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


_COUNTERPART = _pairs()


def contrasted(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one text has the counterpart of a word of the other, and not that word: new and old."""
    return any(
        (counterpart := _COUNTERPART.get(word)) is not None and counterpart in theirs and word not in theirs
        for word in mine
    )


_TWO_ENDS = (
    ("sell sold sale", "buy bought purchase acquire acquisition paid"),
    ("lose lost loss", "destroy destroyed destruction"),
    ("get got receive received borrow borrowed", "pay paid give gave given lend lent donate donated"),
)
"""Deeds of one sense that two do: who lost tanks is not who destroyed them."""
_ACROSS = frozenset(
    pair
    for one, other in _TWO_ENDS
    for mine in map(stem, one.split())
    for theirs in map(stem, other.split())
    for pair in ((mine, theirs), (theirs, mine))
)
_OF_ITSELF = frozenset({"close", "open", "begin", "end", "rise", "fall", "live"})


def turned(one: str, other: str, *, one_voice: bool) -> bool:
    """Whether two verbs of one sense with one doer tell opposite things: sold and bought, gave and was given.

    A school that closed and one that was closed are the same.
    """
    across = (one, other) in _ACROSS
    if across or one_voice:  # bought from one, and sold by the other
        return across and one_voice
    return same_sense(one, other) and not _SENSES.get(one, frozenset()) & _OF_ITSELF


_CHANGES = frozenset({"rise", "fall"})


def changes(word: str) -> bool:
    """Whether a stem tells that something rose or fell; by how much, and which way, is told by the amount."""
    return bool(_SENSES.get(word, frozenset()) & _CHANGES)


@lru_cache(maxsize=65_536)
def told_in(word: str, stems: frozenset[str]) -> bool:
    """Whether a stem, or one of its sense, is among others."""
    return word in stems or any(same_sense(word, other) for other in stems)
