"""Whose words stand behind a colon: "Ann Example contradicted her: it lost £41,000"."""

from __future__ import annotations

from dataclasses import replace

from workbench.language.attribution.said_content import TreeSaid
from workbench.language.attribution.speaking_nouns import can_speak
from workbench.language.attribution.tree_speaker import speaker_of
from workbench.language.dependency.tree_clauses import ClauseReader
from workbench.language.grammar.tree_reading import below, subject_of
from workbench.language.references.people import Names
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.tokenizer import word_set

_ANSWERS = word_set(
    """
    contradict contradicts contradicted disagree disagrees disagreed differ differs differed object objects objected
    protest protests protested correct corrects corrected counter counters countered reply replies replied answer
    answers answered respond responds responded retort retorts retorted dispute disputes disputed rebut rebuts rebutted
    """
)
"""Verbs by which somebody takes a stand on what was said; what the stand is, follows."""
_FIRM = word_set(
    """
    blunt adamant unequivocal categorical emphatic dismissive sceptical skeptical scathing defiant unrepentant outspoken
    """
)
"""What somebody is who speaks; "clear", "angry" or "sure" is also what somebody only is."""
_TOLD = word_set("view version answer reply response account explanation argument message verdict retort rebuttal")
"""Nouns of what somebody says."""
_OWNERS = frozenset({"nmod:poss", "nmod"})


def with_colon(reader: ClauseReader, names: Names, quotes: QuotationMap, found: list[TreeSaid]) -> list[TreeSaid]:
    """The attributions of a sentence with the one that a colon makes.

    Where somebody takes a stand on nobody in particular ("Ann Example disagrees: she says …"), they are "she".
    """
    told = _behind_colon(reader, quotes)
    if told is None:
        return found
    verb, who, words = told
    name, alias = speaker_of(reader, who, names)
    if not reader.has(verb, "obj", "iobj", "obl") and reader.tokens[who].upos != "PRON":
        for number, said in enumerate(found):
            at = said.subject if said.verb in words else None
            if at is not None and reader.tokens[at].text.lower() in {"he", "she"}:
                found[number] = replace(said, speaker=name, alias=said.alias or reader.tokens[at].text)
    if any(said.verb == verb for said in found):
        return found
    return [*found, TreeSaid(verb, reader.tokens[verb].text, name, alias, words, True, who)]


def _behind_colon(reader: ClauseReader, quotes: QuotationMap) -> tuple[int, int, frozenset[int]] | None:
    """Who takes a stand before a colon, by which verb, and the words behind it; None where nobody does.

    Words in quotation marks right behind a colon are no matter of this.
    """
    tokens = reader.tokens
    colon = next((i for i, t in enumerate(tokens) if t.text == ":" and quotes.at(t.start) is None and i > 1), None)
    if colon is None or colon + 3 > len(tokens) or tokens[colon + 1].text[:1] in '"“‘«':
        return None
    for index in range(colon):
        token = tokens[index]
        subject = subject_of(reader.tree, reader.children, index)
        if subject is None or not subject < index or quotes.at(token.start) is not None or reader.marks(index):
            continue
        lower = token.text.lower()
        if lower in _ANSWERS or (lower in _FIRM and reader.has(index, "cop")):
            who: int | None = subject
        elif tokens[subject].text.lower() in _TOLD:
            who = _owner(reader, subject)
        elif lower in {"has", "had", "have", "gave", "gives", "offered", "offers"} and _different(reader, index):
            who = subject
        else:
            continue
        if who is None or not _speaks(reader, who) or _goes_on(reader, index, colon):
            continue
        return index, who, frozenset(i for i in range(colon + 1, len(tokens)))
    return None


def _owner(reader: ClauseReader, noun: int) -> int | None:
    """Whose view or answer a noun is."""
    return next((c for c in reader.children[noun] if reader.tokens[c].deprel in _OWNERS), None)


def _different(reader: ClauseReader, verb: int) -> bool:
    """Whether somebody has a view or an account of their own: "Police have a different account"."""
    return any(
        reader.tokens[c].deprel == "obj" and reader.tokens[c].text.lower() in _TOLD and reader.has(c, "amod")
        for c in reader.children[verb]
    )


def _speaks(reader: ClauseReader, who: int) -> bool:
    token = reader.tokens[who]
    return token.text.lower() in {"he", "she", "they"} if token.upos == "PRON" else can_speak(reader, who)


def _goes_on(reader: ClauseReader, verb: int, colon: int) -> bool:
    """Whether a verb says what is answered or disputed in a clause of its own before the colon."""
    return any(
        reader.tokens[c].deprel in {"ccomp", "conj"} and c < colon and any(i < colon for i in below(reader.children, c))
        for c in reader.children[verb]
    )
