"""How the wording of a clause that was cut out of a sentence becomes a sentence: subject back, connecting words out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.domain.articles import Resolution
from workbench.domain.syntax import Token, Tree
from workbench.language.claims.bare_counts import counts_without_noun
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.claims.restored_subjects import why_not
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.grammar.irregular_verbs import ONLY_PARTICIPLES
from workbench.language.grammar.verbs import has_finite
from workbench.language.references.coreference import Resolver
from workbench.language.references.person_nouns import is_plural
from workbench.language.text.tokenizer import words

_RELATIVE = re.compile(r"^(?:who|whose|which|that|when|where)\b\s*", re.IGNORECASE)
_TIME_OR_PLACE = re.compile(r"^(?:when|where|whereupon)(?:,\s*|\s+)", re.IGNORECASE)
_FRONTED = re.compile(
    r"^(?:(?:at|in|on|during|by|with|from|under|after|before|for|over|through|to)\s+)(?:which|whom)\s+", re.IGNORECASE
)
_COMMA_BEFORE = re.compile(r"\b(?:and|but|or|then|yet|so),\s*$")
_MEANING = re.compile(r"^meaning\s+(?:that\s+)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|An?|This|That|These|Those|Its|Their|His|Her)\b")
WHOLE = "the whole sentence: it leaves open what is meant"
"""Why words of a sentence stand before a clause that is not worded alone."""
_LONGEST = 100
"""Words of a wording that takes in what stands before it in its sentence."""
_PRONOUNS = frozenset({"he", "she", "it", "they"})


def repaired(
    text: str, candidate: ClauseCandidate, resolver: Resolver | None, tree: Tree | None = None
) -> list[Resolution]:
    """What a clause's wording needs to be a sentence: a connecting word left out, or its subject put in front.

    "when Ann met Bo" loses its "when", "at which they agreed" its "at which", "meaning that it can close" its
    "meaning that"; "which carries gas" gets its noun in place of "which". Where the tree of its sentence leaves open
    what the subject is, or no sentence would come of it, nothing is repaired: see `from_the_beginning`.
    """
    if is_open(text, candidate, tree):
        return []
    reworded = [
        Resolution(start, end, text[start:end], words_of, "a verb of its own for a sentence of its own", 0.8)
        for start, end, words_of in candidate.rewords
    ]
    written = text[candidate.start : candidate.end]
    opening = None
    before = text[max(0, candidate.start - 8) : candidate.start].rstrip()
    if candidate.rule != "main" and before[-1:] in {",", "-", "–", "—", "("}:
        # without a comma "when" may say at which time, or under which condition, the rest is true
        opening = _FRONTED.match(written) or _TIME_OR_PLACE.match(written)
    if opening is None and candidate.rule != "main" and (meaning := _MEANING.match(written)) is not None:
        rest = words(text, candidate.start + meaning.end(), candidate.end)
        opening = meaning if len(rest) > 1 and has_finite(rest, 1, len(rest)) else None
    if opening is not None:
        return [
            Resolution(
                candidate.start,
                candidate.start + opening.end(),
                opening.group(),
                "",
                "the clause stands on its own",
                0.9,
            )
        ]
    if candidate.subject is None:
        return reworded
    restored = _restored_subject(text, candidate, candidate.subject, resolver)
    if (helper := _shared_helper(candidate, tree)) is not None:
        restored = replace(restored, replacement=f"{restored.replacement}{helper} ")
    if candidate.gap is None:
        return [restored, *reworded]
    left_out = Resolution(restored.start, restored.end, restored.original, "", "its place is after the verb", 0.8)
    noun = " " + _ARTICLE.sub(lambda match: match.group().lower(), restored.replacement.strip().removesuffix(","))
    return [
        left_out,
        Resolution(candidate.gap, candidate.gap, "", noun, "the object of this verb, from the same sentence", 0.8),
    ]


_HELPERS = {"has": "has", "have": "have", "had": "had", "'ve": "have", "’ve": "have"}


def _shared_helper(candidate: ClauseCandidate, tree: Tree | None) -> str | None:
    """The "have" that a verb shares with the one it is joined to: "has searched 40 homes and taken 12 statements"."""
    if tree is None:
        return None
    tokens = tree.tokens
    for number, token in enumerate(tokens):
        if not candidate.start <= token.start < candidate.end or token.text.lower() not in ONLY_PARTICIPLES:
            continue
        above = token.head
        own = any(each.head == number and each.deprel.startswith(("aux", "nsubj")) for each in tokens)
        if own or token.deprel != "conj" or above < 0 or candidate.start <= tokens[above].start < candidate.end:
            continue
        beside = [each for each in tokens if each.head == above and each.start < tokens[above].start]
        if any(each.text.lower() in {"not", "n't", "n’t", "never"} or each.deprel == "aux:pass" for each in beside):
            return None
        return next((_HELPERS[each.text.lower()] for each in beside if each.text.lower() in _HELPERS), None)
    return None


def is_open(text: str, candidate: ClauseCandidate, tree: Tree | None) -> bool:
    """Whether the subject of a clause may not be put in front of it because its sentence leaves open what it is."""
    if tree is None:
        return False
    return why_not(text, candidate, tree) is not None or counts_without_noun(candidate, tree)


def from_the_beginning(
    text: str, candidate: ClauseCandidate, opening: int, repairs: Sequence[Resolution]
) -> Resolution | None:
    """The words of its sentence before a clause, put in front of it; None where there are no such words, or too many.

    Args:
        text: The article.
        candidate: The clause.
        opening: Where the first claim of its sentence begins.
        repairs: What makes the words from `opening` to the clause stand alone.
    """
    before = text[opening : candidate.start].rstrip()
    if opening >= candidate.start or "\n\n" in before or len(text[opening : candidate.end].split()) > _LONGEST:
        return None
    said = apply_resolutions(text, opening, candidate.start, repairs)
    if not before.endswith("."):
        said = said.removesuffix(".")
    mark = before[-1:] if before[-1:] in {",", ";", ":"} else " –" if before[-1:] in {"-", "–", "—"} else ""
    return Resolution(candidate.start, candidate.start, "", f"{said}{mark} ", WHOLE, 0.9)


def to_the_end(
    text: str, candidate: ClauseCandidate, tree: Tree, repairs: Sequence[Resolution] = ()
) -> list[Resolution]:
    """The words of its sentence behind a clause that stands before a verb it hangs on, which a sentence needs.

    `repairs` make these words stand alone: their times as dates.
    """
    aside = candidate.rule in {"relative", "participle"} and text[candidate.end : candidate.end + 1] in {",", "–", "—"}
    if not aside and not any(token.start >= candidate.end for token in _above(tree, candidate)):
        return []
    end = tree.tokens[-1].end
    at, parts = candidate.end, []
    for repair in sorted((one for one in repairs if one.applied), key=lambda one: one.start):
        if at <= repair.start and repair.end <= end:
            parts += [text[at : repair.start], repair.replacement]
            at = repair.end
    rest = "".join([*parts, text[at:end]]).rstrip().removesuffix(".")
    if not rest.strip(" ,.–—"):
        return []
    return [Resolution(candidate.end, candidate.end, "", rest, WHOLE, 0.9)]


def _above(tree: Tree, candidate: ClauseCandidate) -> list[Token]:
    """The words that a clause hangs on: the noun it tells of, the verb of that, and so on up to the root."""
    tokens = tree.tokens
    found: list[Token] = []
    for token in tokens:
        if not candidate.start <= token.start < candidate.end:
            continue
        at, steps = token.head, 0
        while at >= 0 and steps < len(tokens):
            if not candidate.start <= tokens[at].start < candidate.end:
                found.append(tokens[at])
            at, steps = tokens[at].head, steps + 1
    return found


def _restored_subject(text: str, candidate: ClauseCandidate, subject: Span, resolver: Resolver | None) -> Resolution:
    """Put the subject back that a clause shares with another, in place of its relative pronoun if it has one."""
    words_of = subject.of(text)
    possible: tuple[tuple[str, float], ...] = ()
    if resolver is not None:
        if words_of.lower() in _PRONOUNS:
            possible = resolver.possible(subject.start)
            words_of = resolver.who(words_of.lower(), candidate.sentence, subject.start) or words_of.lower()
        elif (person := resolver.entities.person_at(subject.start)) is not None and person.end >= subject.end:
            words_of = person.who
        else:
            open_words = resolver.resolve(subject.start, subject.end, candidate.sentence)
            if any(resolution.applied for resolution in open_words):
                comma = (
                    ","
                    if any(r.applied and r.end == subject.end and r.replacement[-1:] == "," for r in open_words)
                    else ""
                )
                words_of = apply_resolutions(text, subject.start, subject.end, open_words).removesuffix(".") + comma
    aside = ", " in words_of and text[subject.end : subject.end + 1] == ","
    if aside and words_of[-1:] not in ",;" and words_of.count(", ") == 1:
        words_of += ","  # "Ann Example, 57, had led the town"
    elif _COMMA_BEFORE.search(text, max(0, candidate.start - 8), candidate.start) and words_of[-1:] != ",":
        words_of += ","  # "and, in the view of many, kept it up"
    relative = _RELATIVE.match(text[candidate.start : candidate.end])
    at = candidate.start + (relative.end() if relative else 0)
    possessive = relative is not None and relative.group().strip().lower() == "whose"
    return Resolution(
        candidate.start, at, text[candidate.start : at], words_of + (_owner_mark(words_of) if possessive else " "),
        "the subject of this verb, from the same sentence", 0.8, True,
        possible if words_of.lower() in _PRONOUNS and at == candidate.start else (),
    )  # fmt: skip


def _owner_mark(owner: str) -> str:
    """What makes a noun an owner: "the patients’ veins", "Mara Lindt’s mother"."""
    last = owner.split()[-1] if owner.split() else ""
    return "’ " if last.islower() and is_plural(last) and last.endswith("s") else "’s "
