"""Which clauses are part of what somebody says, where the tree joins them to the saying itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import TYPE_CHECKING

from workbench.language.attribution.still_to_say import is_to_be_said
from workbench.language.grammar.lexicon import MINDS, SAYING, STRONG_SAYING
from workbench.language.grammar.tree_reading import below, noun_phrase, subject_of
from workbench.language.grammar.verbs import is_bare, is_past
from workbench.language.references.entities import is_role
from workbench.language.references.people import are_people
from workbench.language.references.person_nouns import is_plural
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_CLOSED = re.compile(r",[\"”’']$|[”’'],$")
_NOT = word_set("not n't n’t never")
_SPEAKING = word_set("i we you one nobody none few would could should")
_NOT_ONLY = word_set("only just merely simply")
_MAYBE = word_set("may might could should must ought")
_CONDITIONS = frozenset({"if", "unless"})
_LEAVES = word_set(
    """
    refuse refuses refused refusing fail fails failed failing decline declines declined declining neglect neglects
    neglected omit omits omitted forget forgets forgot
    """
)
"""What somebody does who does not say a thing: "refused to say"."""
SETS_OFF = frozenset({"-", "–", "—", "--", ";"})
"""Marks that set words off from what was said."""
_SURE = 0.9
_SUBJECTS = ("nsubj", "nsubj:pass", "expl")
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_NEAR = 4
"""Words between a verb and who it tells of, where it only tags a quotation."""
_AFTER_SAID = word_set("will would could may might can")


@dataclass(frozen=True, slots=True)
class TreeSaid:
    """An attribution: the verb's word, the speaker, and the words of the tree that are what was said.

    `strong` is False where only an attitude is voiced ("criticised the plan"); `unsaid` is True where it was not said
    ("did not say that"): who did not say it is not who tells that, but whom a "they" behind it means.
    """

    verb: int
    word: str
    speaker: str | None
    alias: str | None
    content: frozenset[int]
    strong: bool
    subject: int | None
    unsaid: bool = False


def shared_saying(reader: ClauseReader, index: int) -> int | None:
    """The saying whose speaker also says this, where the tree joins it to what was said.

    "He said the share was low and accused the minister": no share accuses anybody.
    """
    tokens = reader.tokens
    said = tokens[index].head
    if tokens[index].deprel != "conj" or tokens[index].text.lower() not in SAYING or said < 0:
        return None
    saying = tokens[said].head
    if tokens[said].deprel != "ccomp" or saying < 0 or tokens[saying].text.lower() not in SAYING:
        return None
    if reader.has(index, "nsubj", "nsubj:pass", "aux:pass"):
        return None  # "said the results were sound but should be repeated": the results should
    inner = next((c for c in reader.children[said] if tokens[c].deprel in {"nsubj", "nsubj:pass"}), None)
    if inner is None or tokens[inner].upos != "NOUN" or tokens[inner].entity:
        return None
    phrase = noun_phrase(reader.tree, reader.children, inner).of(reader.text)
    return None if is_role(phrase) or are_people(phrase) else saying


def opens_with_that(reader: ClauseReader, index: int) -> bool:
    """Whether a joined clause opens with the "that" of what is said: "…, and that margins would recover"."""
    tokens = reader.tokens
    own = [i for i in below(reader.children, index) if tokens[i].upos not in {"PUNCT", "CCONJ"}]
    if not own or len(own) < 2 or own[0] == 0 or tokens[own[0]].text.lower() != "that" or own[0] >= index:
        return False
    if tokens[own[0] - 1].text.lower() not in {"and", "but", "or"}:
        return False
    first, following = tokens[index].head, tokens[own[1]]
    parallel = first >= 0 and "that" in reader.marks(first)
    return (
        parallel or tokens[own[0]].deprel == "mark" or following.upos in {"ADJ", "PROPN"} or is_plural(following.text)
    )


def continues_content(reader: ClauseReader, index: int, saying: int) -> bool:
    """Whether a verb joined to "says" tells more of what is said: "says it is hard and will take time"."""
    tokens = reader.tokens
    said = any(tokens[c].deprel == "ccomp" and saying < c < index for c in reader.children[saying])
    if tokens[index].deprel == "conj" and said and (opens_with_that(reader, index) or _answers(reader, index)):
        return True
    return (
        tokens[index].deprel == "conj"
        and tokens[index].text.lower() not in SAYING
        and not reader.has(index, "nsubj", "nsubj:pass")
        and said
        and any(tokens[c].deprel == "aux" and tokens[c].text.lower() in _AFTER_SAID for c in reader.children[index])
    )


def _answers(reader: ClauseReader, index: int) -> bool:
    """Whether a clause begins as an answer does, and so is of whoever is told to have said the one before it."""
    first = [reader.tokens[i].text.lower() for i in below(reader.children, index)[:5]]
    opening = list(dropwhile(lambda word: word in {"and", "but", ",", "that", "—", "–"}, first))[:2]
    return opening in (["yes", ","], ["no", ","]) and reader.has(index, *_SUBJECTS)


def first_of_its_like(reader: ClauseReader, verb: int, source: int) -> int:
    """The first of the verbs that a source at the end is for: "40 were lost and 12 were hurt, according to Ann".

    Only those with the same helpers: of "the mayor resigned and 300 protested, according to police" the police may have
    told no more than the second.
    """
    tokens = reader.tokens
    last = max(below(reader.children, source))
    if any(token.upos != "PUNCT" for token in tokens[last + 1 :]):
        return verb

    def helpers(index: int) -> set[str]:
        return {tokens[c].text.lower() for c in reader.children[index] if tokens[c].deprel.startswith("aux")}

    while tokens[verb].deprel == "conj" and helpers(verb) and helpers(verb) == helpers(tokens[verb].head):
        verb = tokens[verb].head
    return verb


def said_below(reader: ClauseReader, clause: int) -> set[int]:
    """The words of a clause that was said, without one joined to it of which it is not sure that it was said too.

    "Its lawyers argued that the judge had no power, and they lost on appeal".
    """
    tokens = reader.tokens
    quotation = reader.quotes.at(tokens[clause].start)
    loose = [
        c for c in reader.children[clause]
        if tokens[c].deprel == "conj" and reader.has(c, *_SUBJECTS)
        and not (opens_with_that(reader, c) or _answers(reader, c))
        and any(tokens[k].text == "," for k in reader.children[c])
        and (
            # "“Come in,” says Ann, and that is the last thing she says": no word of hers outside the marks
            (quotation is not None and not quotation.start <= tokens[c].start < quotation.end)
            or (
                tokens[c].certainty < _SURE and tokens[clause].deprel == "ccomp" and "that" in reader.marks(clause)
                and not _is_set_back(reader, c, clause)
            )
        )
    ]  # fmt: skip
    return set(below(reader.children, clause, frozenset(loose)))


def _is_set_back(reader: ClauseReader, index: int, clause: int) -> bool:
    """Whether a joined clause has the tense of what was said: "told them that it was shut, and 3 had been lost"."""
    tokens = reader.tokens
    said = tokens[clause].head
    if said < 0 or not tokens[said].text.lower().endswith(("ed", "said", "told")):
        return False
    if any(tokens[c].text.lower() in _PRONOUNS for c in reader.children[index] if tokens[c].deprel in _SUBJECTS):
        return False
    helpers = {tokens[c].text.lower() for c in reader.children[index] if tokens[c].deprel.startswith("aux")}
    lasting = bool(helpers & {"was", "were"}) and (tokens[index].text.lower().endswith("ing") or "being" in helpers)
    return "had" in helpers or bool(helpers & _AFTER_SAID) or lasting


def _of_what_is_not(reader: ClauseReader, index: int) -> bool:
    """Whether "as she claims" is about what is denied: "paid 3 million, not 5 million as she claims"."""
    tokens = reader.tokens
    if any(tokens[c].text.lower() in _NOT for c in reader.children[tokens[index].head]):
        return True
    at = next((c for c in reader.children[index] if tokens[c].text.lower() == "as"), index)
    if at > 0 and tokens[at - 1].text == ",":
        at -= 1
    while at > 0 and tokens[at - 1].text not in SETS_OFF | {","}:
        at -= 1
    if tokens[at].text.lower() in {"and", "but"} and at < index:
        at += 1
    opens = tokens[at].text.lower()
    following = tokens[min(at + 1, len(tokens) - 1)].text.lower()
    return opens == "not" or (opens, following) in {("rather", "than"), ("instead", "of")}


def told_as_said(reader: ClauseReader, index: int) -> set[int]:
    """What "as she said" is put to: the clause it stands by, without what goes on behind it with a subject of its own.

    In "As Ann said, costs are down, and most of that is fuel" she may have said no more than the first,
    as in "Costs are down, as Ann said, and most of that is fuel".
    """
    tokens = reader.tokens
    head = tokens[index].head
    later = [
        c for c in reader.children[head]
        if max(index, head) < c and tokens[c].deprel in {"conj", "parataxis"} and reader.has(c, *_SUBJECTS)
    ]  # fmt: skip
    return set(below(reader.children, head, frozenset(later))) - set(below(reader.children, index))


def tags_quotation(reader: ClauseReader, index: int) -> bool:
    """Whether a verb says whose words a quotation is, whatever verb it is: "“It is over,” the captain shrugged"."""
    tokens = reader.tokens
    if tokens[index].upos != "VERB" or reader.quotes.at(tokens[index].start) is not None:
        return False
    said = [c for c in reader.children[index] if tokens[c].deprel in {"ccomp", "parataxis"}]
    said += [tokens[index].head] if tokens[index].deprel == "parataxis" else []
    if not any(reader.quotes.at(tokens[c].start) is not None for c in said):
        return False  # "In “The Long Day,” Ann Example plays a nurse"
    who = next((c for c in reader.children[index] if tokens[c].deprel in {"nsubj", "obj", "iobj"}), None)
    if who is None or reader.quotes.at(tokens[who].start) is not None or abs(who - index) > _NEAR:
        return False
    first = min(index, min(below(reader.children, who)))
    if first == 0:
        return False
    before = reader.text[max(0, tokens[first].start - 4) : tokens[first].start].rstrip()
    return _CLOSED.search(before) is not None and reader.quotes.at(tokens[first - 1].start) is not None


def takes_for_true(reader: ClauseReader, index: int) -> bool:
    """Whether a verb says with a clause what another thinks: "the coach felt the penalty was harsh", not "I think"."""
    token = reader.tokens[index]
    if token.text.lower() not in MINDS or not (
        reader.has(index, "ccomp") or (token.deprel == "parataxis" and index > token.head)
    ):
        return False
    beside = {reader.tokens[c].text.lower() for c in reader.children[index]}
    return not beside & (_SPEAKING | _NOT)


def said_of_object(reader: ClauseReader, index: int) -> int:
    """Who speaks by a participle that a tree gives to a noun: the subject, where a comma parts it from an object.

    "The sheriff called the demand “a fantasy”, saying it would cost 9 million": the demand says nothing.
    """
    tokens = reader.tokens
    noun = tokens[index].head
    verb = tokens[noun].head
    if tokens[index - 1].text != "," or verb < 0 or tokens[noun].deprel not in {"obj", "iobj", "obl", "xcomp", "nmod"}:
        return noun
    subject = subject_of(reader.tree, reader.children, verb)
    return noun if subject is None else subject


def is_found_unsaid(reader: ClauseReader, index: int) -> bool:
    """Whether somebody else tells that a thing was not shown or said: "ruled that the office had not shown that"."""
    tokens = reader.tokens
    above = tokens[index].head
    denied = any(tokens[c].text.lower() in _NOT for c in reader.children[index])
    return denied and tokens[index].deprel == "ccomp" and above >= 0 and tokens[above].text.lower() not in SAYING


def is_unsaid(reader: ClauseReader, index: int) -> bool:
    """Whether a thing was not said: "did not say that", "refused to say who", "should have said", "if she says"."""
    tokens = reader.tokens
    if _is_denied(reader, index) and (
        reader.has(index, "ccomp", "iobj", "obj", "xcomp") or tokens[index].deprel == "parataxis"
    ):
        return True
    if SAYING.get(tokens[index].text.lower()) is None:
        return False
    above = tokens[index].head
    if tokens[index].deprel == "xcomp" and above >= 0 and tokens[above].text.lower() in _LEAVES:
        return True
    if is_to_be_said(reader, index):
        return True
    return reader.has(index, "ccomp") and _is_supposed(reader, index)


def _is_denied(reader: ClauseReader, index: int) -> bool:
    """Whether a verb is denied before it; "did not only say" says more."""
    tokens = reader.tokens
    for child in reader.children[index]:
        if child > index:
            break
        own = tokens[child].text.lower()
        if own in _NOT:
            return tokens[child + 1].text.lower() not in _NOT_ONLY
        below_it = {tokens[c].text.lower() for c in reader.children[child]}
        if tokens[child].deprel == "advmod" and (
            own == "nowhere" or (own == "longer" and "no" in below_it) or (own == "once" and "not" in below_it)
        ):
            return True
    return False


def _is_supposed(reader: ClauseReader, index: int) -> bool:
    """Whether a saying is only thought of: under a condition, or behind "might", "should have", "would have"."""
    tokens = reader.tokens
    helpers = [c for c in reader.children[index] if tokens[c].deprel == "aux" and c < index]
    words = {tokens[c].text.lower() for c in helpers}
    if (words & _MAYBE and not {"must", "have"} <= words) or {"would", "have"} <= words:
        return True  # "must have told" tells that it was
    if tokens[index].deprel != "advcl":
        return False
    fronted = any(tokens[c].text in {"Had", "Should", "Were"} for c in helpers)
    return fronted or bool(_CONDITIONS & set(reader.marks(index)))


def spoken(said: Sequence[TreeSaid]) -> TreeSaid | None:
    """Of the sayings of one claim the one that tells whose it is: what was said comes before what was not.

    "The mayor does not say the dam is safe, he says it is old": he is the mayor.
    """
    first = next((one for one in said if not one.unsaid), None)
    if first is not None and (first.speaker or "").lower() in _PRONOUNS and said[0].unsaid:
        return replace(first, speaker=said[0].speaker, alias=said[0].alias)
    return first or next(iter(said), None)


def has_object(reader: ClauseReader, index: int) -> bool:
    """Whether a verb has an object of its own, and no "that" which a tree only took for one."""
    objects = [c for c in reader.children[index] if reader.tokens[c].deprel == "obj"]
    return any(reader.tokens[c].text.lower() != "that" for c in objects)


def behind_that(reader: ClauseReader, index: int, lemma: str) -> list[int]:
    """All that hangs behind "said that" where a tree shows no clause: "said that they are yet to register a crash"."""
    tokens = reader.tokens
    if lemma not in STRONG_SAYING or index + 2 >= len(tokens) or tokens[index + 1].text.lower() != "that":
        return []
    if tokens[index + 1].deprel != "mark":
        return []  # "found that in March"
    return [c for c in reader.children[index] if c > index and tokens[c].upos != "PUNCT"]


def is_purpose(reader: ClauseReader, index: int) -> bool:
    """Whether a verb of judging only tells what somebody did a thing for: "marched to demand better pay"."""
    tokens = reader.tokens
    quoted = any(reader.quotes.at(tokens[i].start) is not None for i in below(reader.children, index))
    head = tokens[index].head
    if quoted or head < 0:
        return False
    if (
        tokens[index].deprel == "conj"
    ):  # "marched to condemn the cuts and urge her to go", joined to "marched" by a tree
        return not reader.has(index, "aux", "nsubj") and is_bare(tokens[index].text) and is_past(tokens[head].text)
    return tokens[index].deprel == "advcl" and "to" in reader.marks(index)


def is_yet_to(reader: ClauseReader, index: int) -> bool:
    """Whether a saying has not been: "has yet to say who will pay"."""
    token = reader.tokens[index]
    return token.deprel == "xcomp" and any(reader.tokens[c].text.lower() == "yet" for c in reader.children[token.head])


def is_no_saying(reader: ClauseReader, index: int, lemma: str) -> bool:
    """Whether "as" before a verb of saying tells of nothing that was said, or of what is denied."""
    return _of_what_is_not(reader, index) or _goes_on_meanwhile(reader, index, lemma)


def _goes_on_meanwhile(reader: ClauseReader, index: int, lemma: str) -> bool:
    """Whether "as" tells what goes on meanwhile: "as workers continue the strike", not "as she told reporters"."""
    tokens = reader.tokens
    return lemma == "continue" or (
        lemma not in {"tell", "inform", "remind"}
        and any(
            (tokens[c].deprel == "obj" and tokens[c].upos != "PRON")
            or (tokens[c].deprel == "xcomp" and tokens[c].text.lower() not in SAYING)
            for c in reader.children[index]
        )
    )
