"""What is found when the numbers and times of two texts are compared with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.quantities import Quantity, TimeRef


class Outcome(StrEnum):
    """Whether two amounts or times can both be right; or two words that are antonyms.

    Two that can both be right *agree* only where they are of the same thing; elsewhere they are `COMPATIBLE`, which is
    not shown: it keeps others of the pair from being called a conflict, and says nothing more. What looks alike and is
    not what the claim says ("second longest" for "longest") is `ANOTHER`: no support, and no refutation either.
    What it says by weaker words, or of some of it alone ("is linked to" for "causes"), is `LESS`: it leans at most.
    What tells of two who have changed places ("Vogt bought Kern") is `SWAPPED`, no support either.
    Two amounts that lie apart and may be of one thing at one time, though the words do not say so, are `UNSURE`: both
    are shown, without a verdict. A row of a table that is of another year, place or group is `ELSEWHERE`: it
    says nothing of the claim. What the claim says beside what agrees, and the passage nowhere, is `UNTOLD`.
    A passage that tells of a myth or a hoax, or takes back what it tells, is `FRAMED`: it may tell the very claim and
    not as a fact, which is shown where it would pass for support.
    Numbers of dead, homes destroyed or signatures of which the later text tells more are `GROWING`: both may be right.
    So may one at the height of something and one of what is still left of it, which are of another `MOMENT`.
    A fact check of another claim `RATES_ANOTHER`: it settles nothing.
    A passage that names another and nobody whom the claim's article names `NAMES_ANOTHER`: it leans nowhere.
    """

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    OPPOSITE = "opposite"
    ANOTHER = "another"
    LESS = "less"
    SWAPPED = "swapped"
    ELSEWHERE = "elsewhere"
    COMPATIBLE = "compatible"
    UNSURE = "unsure"
    GROWING = "growing"
    MOMENT = "another moment"
    UNTOLD = "untold"
    FRAMED = "framed"
    NAMES_ANOTHER = "names another"
    RATES_ANOTHER = "rates another"
    UNKNOWN = "unknown"


DIFFER = " (differ)"
"""How a comparison ends where both cannot be right."""
AGREE = " (agree)"
"""How it ends where both are right of the same thing."""

_SHOWN = {
    Outcome.AGREEMENT: AGREE,
    Outcome.CONFLICT: DIFFER,
    Outcome.OPPOSITE: " (opposite)",
    Outcome.ANOTHER: " (not the same)",
    Outcome.LESS: " (says less)",
    Outcome.SWAPPED: " (the other way round)",
    Outcome.ELSEWHERE: " (another row)",
    Outcome.COMPATIBLE: "",
    Outcome.UNSURE: "",
    Outcome.GROWING: " (still being counted)",
    Outcome.MOMENT: " (another moment)",
    Outcome.UNTOLD: " (not told)",
    Outcome.FRAMED: " (perhaps no fact)",
    Outcome.NAMES_ANOTHER: " (another is named)",
    Outcome.RATES_ANOTHER: " (another claim is rated)",
    Outcome.UNKNOWN: "",
}


_CLAIM, _PASSAGE = "claim: ", "; passage: "
JOINED = " · "


@dataclass(frozen=True, slots=True)
class Comparison:
    """One amount or time of the claim compared with one of the passage, each in its own words."""

    outcome: Outcome
    claim: str
    passage: str
    places: bool = False
    """Whether it only says when, or as which of a row, something is told: that it agrees bears out no amount."""
    within: bool = False
    """Whether the claim's time lies between the two ends of the passage's, or its amount stands beside another with its
    own time: the model takes it for another.
    """

    @property
    def words(self) -> str:
        """The comparison as a reader sees it; where it cannot be told whether both can be right, nothing is said."""
        # no text can put a comparison of its own between others
        claim, passage = (words.replace(JOINED, " ") for words in (self.claim, self.passage))
        return f"{_CLAIM}{claim}{_PASSAGE}{passage}{_SHOWN[self.outcome]}"


@dataclass(frozen=True, slots=True)
class Facts:
    """A text with the amounts and times read from it.

    `day` is when it was published, `about` the title it stands under, which names what the text only calls "it".
    """

    text: str
    quantities: Sequence[Quantity] = ()
    times: Sequence[TimeRef] = ()
    day: date | None = None
    about: str = ""


MOST_TOLD = 8
"""Comparisons of a pair that are told: two pasted tables have hundreds."""
_TOLD = frozenset(
    {
        Outcome.AGREEMENT,
        Outcome.CONFLICT,
        Outcome.OPPOSITE,
        Outcome.ANOTHER,
        Outcome.LESS,
        Outcome.SWAPPED,
        Outcome.ELSEWHERE,
        Outcome.UNSURE,
        Outcome.GROWING,
        Outcome.MOMENT,
        Outcome.UNTOLD,
    }
)


def told(comparisons: Sequence[Comparison]) -> tuple[str, ...]:
    """The comparisons that came to something, each in words."""
    # where there was nothing else to tell, it is told beside a label alone
    told_too = _TOLD | {Outcome.NAMES_ANOTHER} if len(comparisons) > 1 else _TOLD
    return tuple(dict.fromkeys(item.words for item in comparisons if item.outcome in told_too))[:MOST_TOLD]


def beside(comparisons: Sequence[Comparison]) -> tuple[str, ...]:
    """The pairs of one sort of which nothing is known, each in words: a reader may see what no rule can tell."""
    return tuple(dict.fromkeys(item.words for item in comparisons if item.outcome is Outcome.UNKNOWN))[:MOST_TOLD]


def in_words(comparisons: Sequence[Comparison]) -> str:
    """The comparisons that came to something, in one line."""
    return JOINED.join(told(comparisons))


def each(words: str) -> tuple[str, ...]:
    """The comparisons of a line of `in_words`."""
    return tuple(filter(None, words.split(JOINED)))


def contradicts(words: str) -> bool:
    """Whether one comparison, in words, says that both cannot be right."""
    return words.endswith((_SHOWN[Outcome.CONFLICT], _SHOWN[Outcome.OPPOSITE]))


def rated_instead(words: str) -> str:
    """The claim that a fact check rates in the place of the one at hand, by one comparison in words; else ""."""
    shown = _SHOWN[Outcome.RATES_ANOTHER]
    return words.partition(_PASSAGE)[2].removesuffix(shown) if words.endswith(shown) else ""


def differing_in_passage(words: str) -> frozenset[str]:
    """What of the passage cannot be right beside the claim, in its own words, by a line of `in_words`."""
    told = (part.partition(_PASSAGE)[2].rpartition(" (")[0] for part in words.split(JOINED) if contradicts(part))
    return frozenset(filter(None, told))


def beside_in_passage(words: str) -> str:
    """What of the passage stands in a pair of `beside`, in its own words."""
    return words.partition(_PASSAGE)[2]


def claimed(words: str, outcome: Outcome) -> frozenset[str]:
    """What of the claim came to `outcome`, in its own words, by a line of `in_words`."""
    told = (part.partition(_PASSAGE)[0] for part in words.split(JOINED) if part.endswith(_SHOWN[outcome]))
    return frozenset(part.removeprefix(_CLAIM) for part in told)


def overall(comparisons: Sequence[Comparison]) -> Outcome:
    """One outcome for a pair: a conflict outweighs agreements, agreement outweighs nothing known."""
    outcomes = {item.outcome for item in comparisons}
    for outcome in (Outcome.CONFLICT, Outcome.AGREEMENT):
        if outcome in outcomes:
            return outcome
    return Outcome.UNKNOWN
