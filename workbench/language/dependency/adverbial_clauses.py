"""Adverbial clauses that cannot be cut off: they say how much, how long after, or among which times something ranks."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from workbench.language.grammar.lexicon import CONNECTIVES, SAYING
from workbench.language.grammar.tree_reading import below
from workbench.language.grammar.verbs import is_bare
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_AS_MUCH = re.compile(
    r"\b(?:as|so)\s+(?:much|many|little|few|often|far|long|high|low|fast|well|[a-z]+ly)\b|\bthe\s+same\b"
)
_SET_OFF = frozenset({",", ";", ":", "-", "–", "—", "--", "("})
_WHOLE = word_set("the those these all its their his her our that this")
_OPENING = 3
"""Words of a sentence that are looked at for what its shares are of."""
_MEASURED = word_set("after before when since until once")
_UNITS = word_set(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades "
    "time"
)


def set_off(reader: ClauseReader, index: int) -> bool:
    """Whether a mark stands before a clause: without one "when …" says under which condition the rest is true."""
    first = below(reader.children, index)[0]
    return reader.tokens[first].text in _SET_OFF or (first > 0 and reader.tokens[first - 1].text in _SET_OFF)


def compared(reader: ClauseReader, index: int, marks: set[str]) -> bool:
    """Whether "as …" ends a comparison: "as much from wind as they earned from milk"."""
    first = reader.tokens[below(reader.children, index)[0]].start
    return "as" in marks and _AS_MUCH.search(reader.text, max(reader.tree.start, first - 80), first) is not None


def measured(reader: ClauseReader, index: int) -> bool:
    """Whether a word before "after" or "before" says how long: "two days after he left" tells only a time."""
    words = [i for i in below(reader.children, index) if reader.tokens[i].upos != "PUNCT"]
    opening = [token.text.lower() for token in reader.tokens[max(0, words[0] - 1) : words[0] + 5]]
    if any(unit in _UNITS and after in _MEASURED for unit, after in itertools.pairwise(opening)):
        return True
    first = reader.tokens[words[0]]
    after = reader.tokens[words[1]].text.lower() if len(words) > 1 else ""
    return first.upos == "ADV" and after in _MEASURED and first.text.lower() not in CONNECTIVES


_NARROWS = word_set("only just never no none not n't n’t nobody few hardly barely first last least")
_DATES = word_set("after before since when while")


def dates_what_is_narrowed(reader: ClauseReader, index: int) -> bool:
    """Whether a time says of when a narrowed amount or a denial is true: "only ten came |after the notice was up"."""
    tokens = reader.tokens
    head = tokens[index].head
    if index < head or not _DATES & set(reader.marks(index)) or set_off(reader, index):
        return False
    first = below(reader.children, index)[0]
    return any(tokens[i].text.lower() in _NARROWS for i in below(reader.children, head) if i < first)


def opens_cleft(reader: ClauseReader, index: int) -> bool:
    """Whether a clause begins with the "that" of "It was parliament, not the president, that set the budget"."""
    tokens = reader.tokens
    first = next(i for i in below(reader.children, index) if tokens[i].upos != "PUNCT")
    return tokens[first].text.lower() == "that" and tokens[0].text.lower() in {"it", "’t", "'t"}


_BARE = frozenset({"nsubj", "aux", "mark", "punct"})
_STANDS_FOR = word_set("do does did is are was were has have had will would can could")


def stands_for_another(reader: ClauseReader, index: int) -> bool:
    """Whether a verb stands for another one, or tells of the rest: "as most workers do", ", as the law requires"."""
    lower = reader.tokens[index].text.lower()
    if lower in _STANDS_FOR:
        return True
    if lower in SAYING and "as" in reader.marks(index) and not reader.has(index, "ccomp"):
        return True  # "14 died, not nine as it had told the inquiry"
    alone = all(reader.tokens[c].deprel in _BARE for c in reader.children[index])
    return alone and "as" in reader.marks(index) and set_off(reader, index)


def _opens_with_whole(reader: ClauseReader) -> bool:
    """Whether a sentence opens with what all its shares are of: "Of the 900 tested, 12% had fever and 3% were ill"."""
    tokens = [token for token in reader.tokens if token.upos not in {"PUNCT", "CCONJ"}][:3]
    return (
        len(tokens) == _OPENING
        and tokens[0].text.lower() in {"of", "among"}
        and (tokens[1].upos == "NUM" or tokens[1].text.lower() in _WHOLE)
        and any(token.text == "," for token in reader.tokens)
    )


_SUMS = word_set("money sum cash amount total")
_STANDS_IN = word_set("them it these those us")
_OF_THE_SAME = word_set("none more less fewer neither too not did does do was were had has have")
"""What a clause ends with that tells less than its sentence: "had 40 cm of snow and the rest of Norway had none"."""
_PLURAL = re.compile(r"(?:ies|es|s|y)$")


def _is_rest_of_told(reader: ClauseReader, rest: int) -> bool:
    """Whether "the rest" is bare or of what stands before it: not "the rest of the country" of a river in one town."""
    tokens = reader.tokens
    of = [c for c in reader.children[rest] if c > rest and any(tokens[i].text == "of" for i in reader.children[c])]
    if not of:
        return True
    lower = tokens[of[0]].text.lower()
    if lower in _STANDS_IN:
        return True
    before = tokens[: below(reader.children, rest)[0]]
    if lower in _SUMS:
        return any(token.upos in {"NUM", "SYM"} for token in before)
    return any(_PLURAL.sub("", token.text.lower()) == _PLURAL.sub("", lower) for token in before)


def of_a_whole(reader: ClauseReader, index: int) -> bool:
    """Whether a clause counts a part of what its sentence tells first, or its rest: "… and the rest went back"."""
    tokens = reader.tokens
    if tokens[index].deprel == "conj":
        subject = next((c for c in reader.children[index] if tokens[c].deprel in {"nsubj", "nsubj:pass"}), None)
        if subject is not None and tokens[subject].text.lower() in {"rest", "remainder"}:
            last = [i for i in below(reader.children, index) if tokens[i].upos != "PUNCT"][-1]
            return tokens[last].text.lower() in _OF_THE_SAME or _is_rest_of_told(reader, subject)
    return tokens[index].deprel != "acl:relcl" and _opens_with_whole(reader)


_PARTS = word_set("some most many both none half all several each few any one more neither either")


def is_part_of(reader: ClauseReader, noun: int) -> bool:
    """Whether a noun is the whole of which some are counted: of "two of his ministers, who …" not all ministers."""
    tokens = reader.tokens
    above = tokens[noun].head
    of = any(tokens[c].deprel == "case" and tokens[c].text.lower() == "of" for c in reader.children[noun])
    return of and above >= 0 and (tokens[above].upos == "NUM" or tokens[above].text.lower() in _PARTS)


_AHEAD = word_set("will would shall could may might must should can ’ll 'll")


def is_yet_to_come(reader: ClauseReader, index: int) -> bool:
    """Whether a clause in the present goes with what is to come: "will be shut while engineers replace 46 hangers"."""
    tokens = reader.tokens
    head, lower = tokens[index].head, tokens[index].text.lower()
    helped = any(tokens[c].deprel.startswith("aux") or tokens[c].deprel == "cop" for c in reader.children[index])
    if head < 0 or helped or tokens[index].upos != "VERB" or not (is_bare(lower) or lower.endswith("s")):
        return False
    return any(tokens[c].deprel == "aux" and tokens[c].text.lower() in _AHEAD for c in reader.children[head])


_FEW, _BARE_CONTENT = 5, 2


def leaves_little(reader: ClauseReader, index: int) -> bool:
    """Whether what was said is next to nothing without a clause of time: "said it was done |while both were shut"."""
    tokens = reader.tokens
    head = tokens[index].head
    if head < 0 or tokens[head].deprel != "ccomp" or index < head:
        return False
    rest = [i for i in below(reader.children, head, frozenset({index})) if tokens[i].upos != "PUNCT"]
    subject = next((c for c in reader.children[head] if tokens[c].deprel.startswith("nsubj")), None)
    bare = [i for i in rest if tokens[i].upos not in {"SCONJ", "DET"}]
    if len(bare) <= _BARE_CONTENT:
        return True  # "recalled that payments promised |after the floods had taken 14 months": a misread sentence
    return len(rest) <= _FEW and subject is not None and tokens[subject].upos == "PRON"


_ENDING = word_set("end ends ended ending begin begins began start starts started close closes closed finish finished")
"""Verbs that "with …" completes: "the match ended with England winning"."""


def goes_with_noun(reader: ClauseReader, index: int) -> bool:
    """Whether "with" and a participle may tell of the noun before them, or complete the verb: they are no clause then.

    "A grey car with blue doors heading south": the car heads south. Behind a comma they tell of all that stands before.
    """
    tokens = reader.tokens
    first = below(reader.children, index)[0]
    if tokens[tokens[index].head].text.lower() in _ENDING:
        return True
    return not set_off(reader, index) and first > 0 and tokens[first - 1].upos in {"NOUN", "PROPN", "NUM", "PRON"}
