"""Clauses put together: one that lost words behind a cut gets them back, and marks of quotation come in pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.dependency.clause_completion import missing
from workbench.language.dependency.cut_doubts import lacks_subject, lost_words
from workbench.language.dependency.tree_clause import TreeClause
from workbench.language.grammar.clause_candidates import trimmed
from workbench.language.grammar.lexicon import CONNECTIVES
from workbench.language.grammar.tree_reading import below
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

JOINED = frozenset({"coordinated", "shared subject", "subordinate", "side by side"})
"""Rules that cut off clauses which need a subject."""
_SUBJECT_RELATIONS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj", "csubj:pass"})


def begins_with_verb(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a clause that is cut off has no subject, neither of its own nor one to be put in front."""
    low = min(clause.words, default=clause.head)
    own = any(
        reader.tokens[c].deprel in _SUBJECT_RELATIONS and low <= c < clause.head for c in reader.children[clause.head]
    )
    return lacks_subject(reader, clause.head, low, clause.subject is not None or own)


def completed(
    reader: ClauseReader, clause: TreeClause, cut: frozenset[int], told: set[int], doubtful: set[int]
) -> TreeClause | None:
    """A clause with the words it lost behind one that was cut out of its middle; None where it lost none.

    A relative clause between two commas is left out of its wording; anything else in between is not cut off at all.
    """
    if clause.rule not in {"main", *JOINED}:
        return None
    own = below(reader.children, clause.head, cut - {clause.head})
    held = set(told)
    if clause.subject is not None:
        held |= {i for i in own if clause.subject.start <= reader.tokens[i].start < clause.subject.end}
    lost = lost_words(reader, clause.head, own, held, CONNECTIVES)
    if not lost or not clause.words:
        return None
    low, high = min(*clause.words, *lost), max(*clause.words, *lost)
    named = held - told
    if named and max(named) < low and all(reader.tokens[i].upos == "PUNCT" for i in range(max(named) + 1, low)):
        low = min(named)  # what was lost goes on with the subject: "Cllr Ann Example (Lib Dem, Wick), …"
    between = [
        head for head in cut - {clause.head}
        if any(low < i < high for i in below(reader.children, head, cut - {head}))
    ]  # fmt: skip
    left_out: list[tuple[int, int, str]] = []
    for head in between:
        aside = _aside(reader, head, cut, low) if reader.rule_of(head) == "relative" else None
        if aside is None:
            doubtful.add(head)
        else:
            left_out.append(aside)
    low = reader.without_openers(low, high, clause.head, clause.rule)
    start, end = trimmed(reader.text, reader.tokens[low].start, reader.tokens[high].end)
    start, end = with_marks(reader.text, start, end)
    lacks = missing(reader, clause.head, low, high, clause.rule)
    rewords = (*lacks.rewords, *(each for each in sorted(left_out) if start < each[0] and each[1] < end))
    inside = tuple(i for i in own if low <= i <= high)
    return TreeClause(clause.head, clause.parent, clause.rule, inside, start, end, lacks.subject, lacks.gap, rewords)


def _aside(reader: ClauseReader, head: int, cut: frozenset[int], begin: int) -> tuple[int, int, str] | None:
    """A relative clause between two commas, from the first of them to the end, as words to be left out.

    The second comma stays where another one stands before the first: "Ann Example, 52, a driver, who …, watched".
    """
    words = below(reader.children, head, cut - {head})
    inner = [i for i in words if reader.tokens[i].upos != "PUNCT"]
    low, high = inner[0], inner[-1]
    if low == 0 or high + 1 >= len(reader.tokens) or reader.tokens[low - 1].text != ",":
        return None
    if reader.tokens[high + 1].text != "," or set(range(low, high + 1)) - set(words):
        return None
    noun = reader.tokens[head].head
    for _ in reader.tokens:
        if reader.tokens[noun].deprel != "appos":
            break
        noun = reader.tokens[noun].head
    paired = any(token.text == "," for token in reader.tokens[max(begin, noun) : low - 1])
    last = reader.tokens[high + 1]
    return reader.tokens[low - 1].start, last.start if paired else last.end, ""


def with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in a quotation mark that touches the span on the side where its partner is inside."""
    inner = text[start:end]
    if (start > 0 and text[start - 1] in '"“«' and (inner.count('"') % 2 or any(c in inner for c in "”»"))) or (
        start > 0 and text[start - 1] in "“" and inner.count("”") > inner.count("“")
    ):
        start -= 1
    inner = text[start:end]
    if (
        end < len(text)
        and text[end] in '"”»'
        and ((text[end] == '"' and inner.count('"') % 2) or (text[end] == "”" and inner.count("“") > inner.count("”")))
    ):
        end += 1
    return start, end


_SO_MANY = word_set("far many much few little long did does do has have had is are was were will would can could")


def ties(reader: ClauseReader, index: int) -> bool:
    """Whether a word only ties its clause to what stands before: "but", "however"; not the "so" of "so far"."""
    token = reader.tokens[index]
    following = reader.tokens[index + 1].text.lower() if index + 1 < len(reader.tokens) else ""
    if token.text.lower() not in CONNECTIVES or (token.text.lower() == "so" and following in _SO_MANY):
        return False
    return token.deprel in {"cc", "advmod", "mark", "discourse"} or token.upos in {"CCONJ", "ADV"}
