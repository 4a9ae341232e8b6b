"""What a clause lacks once it is cut out of its sentence: its subject, its object, a finite verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.anchors import Span
from workbench.language.attribution.said_content import continues_content, shared_saying
from workbench.language.dependency.named_phrases import named_phrase
from workbench.language.grammar.inflection import past_of_participle
from workbench.language.grammar.tree_reading import below, noun_phrase, root_of, subject_of
from workbench.language.grammar.verbs import is_past
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_RELATIVES = word_set("who which whose whom where when that")
_SUBJECTS = {"nsubj", "nsubj:pass"}
_OF_NOTHING = word_set("enough no any little few not")
_MAKES = word_set("makes made make means meant")
_MANY = word_set("people men women children police they we")
_PAST_HELPERS = word_set("was were had did")
_PERFECT = word_set("has have 've ’ve")
_PRESENT_HELPERS = word_set("is are am has have does do 's ’s 're ’re 've ’ve")


@dataclass(frozen=True, slots=True)
class Lacks:
    """What the wording of a clause needs: a phrase from elsewhere, where it goes, and words to be said otherwise.

    `gap` is where the phrase belongs when it is the object of a relative clause; None puts it in front.
    """

    subject: Span | None = None
    gap: int | None = None
    rewords: tuple[tuple[int, int, str], ...] = ()


def missing(reader: ClauseReader, head: int, low: int, high: int, rule: str) -> Lacks:
    """What the clause of word `head`, which reaches from word `low` to word `high`, lacks.

    Args:
        reader: The reader of its sentence.
        head: The clause's predicate.
        low: Its first word.
        high: Its last word.
        rule: The rule that cut it off.
    """
    relative = rule == "relative" or (
        low > 0 and reader.tokens[low].text.lower() in {"who", "whose"} and _is_noun(reader, low - 1)
    )
    if relative:
        return _of_relative(reader, head, low)
    subject = _missing_subject(reader, head, low, high, rule)
    return Lacks(subject, None, _finite_verb(reader, head, low, high, subject))


def _is_noun(reader: ClauseReader, index: int) -> bool:
    return reader.tokens[index].upos in {"NOUN", "PROPN"}


def _of_relative(reader: ClauseReader, head: int, low: int) -> Lacks:
    """The noun a relative clause tells something of, in place of its pronoun or where its object belongs."""
    tokens = reader.tokens
    noun = tokens[head].head if tokens[head].deprel.startswith("acl") else low - 1
    if noun < 0:
        return Lacks()
    for _ in tokens:  # "the union Petrol Workers United, which": the whole name, not its first word
        if tokens[noun].deprel not in {"compound", "nmod:desc", "flat", "amod"} or tokens[noun].head < noun:
            break
        noun = tokens[noun].head
    noun = _person_above(reader, noun) if tokens[low].text.lower() == "who" else noun
    for child in reader.children[head]:
        if tokens[child].deprel not in _SUBJECTS:
            continue
        inside = {tokens[i].text.lower() for i in below(reader.children, child)}
        if tokens[child].text.lower() in {"who", "which", "that"} or "whose" in inside:
            if _stands_for_clause(reader, noun, head, low):
                return Lacks(rewords=((tokens[child].start, tokens[child].end, "this"),))
            return Lacks(named_phrase(reader, noun))
    gap = _gap(reader, head, low)
    return Lacks(noun_phrase(reader.tree, reader.children, noun), gap) if gap is not None else Lacks()


def _person_above(reader: ClauseReader, noun: int) -> int:
    """Who "who" means where the tree gives it to a place or body: the one of that place ("Ann of York, who …")."""
    tokens = reader.tokens
    for _ in tokens:
        above = tokens[noun].head
        if tokens[noun].entity not in {"ORG", "LOC"} or above < 0:
            break
        if tokens[noun].deprel not in {"nmod", "flat", "compound", "appos"}:
            break
        noun = above
    return noun


def _stands_for_clause(reader: ClauseReader, noun: int, head: int, low: int) -> bool:
    """Whether a relative pronoun cannot mean the noun before it: "not getting enough sleep, which …"."""
    after = reader.tokens[head + 1].text.lower() if head + 1 < len(reader.tokens) else ""
    if reader.tokens[head].text.lower() in _MAKES and after == "it":
        return True
    if any(_is_noun(reader, i) for i in range(noun + 1, low)):
        return False  # "there is no road to the village, which has 300 inhabitants"
    return any(c < noun and reader.tokens[c].text.lower() in _OF_NOTHING for c in reader.children[noun])


def _gap(reader: ClauseReader, head: int, low: int) -> int | None:
    """Where the object of a relative clause belongs whose pronoun is that object; None where it is not."""
    tokens = reader.tokens
    opener = tokens[low]
    if opener.text.lower() not in {"which", "that", "whom"} or opener.head != head or opener.deprel != "obj":
        return None
    if tokens[head].upos != "VERB" or not any(tokens[c].deprel in _SUBJECTS for c in reader.children[head]):
        return None
    last = head
    if any(c > head and tokens[c].deprel in {"xcomp", "ccomp"} for c in reader.children[head]):
        return None  # "which he declined to name": it belongs to the second verb
    for child in reader.children[head]:
        if child > head and tokens[child].deprel in {"iobj", "obj", "compound:prt"}:
            last = max(last, below(reader.children, child)[-1])
    return tokens[last].end


def _missing_subject(reader: ClauseReader, head: int, low: int, high: int, rule: str) -> Span | None:
    """The phrase a clause's wording needs in front because its subject stands outside the span."""
    tokens = reader.tokens
    if rule == "participle":
        subject = next((c for c in reader.children[head] if tokens[c].deprel in _SUBJECTS), None)
        above = tokens[head].head
        if subject is None and above >= 0:
            subject = subject_of(reader.tree, reader.children, _outside_quote(reader, head, above))
    else:
        subject = subject_of(reader.tree, reader.children, head)
        root = root_of(reader.tree)
        saying = tokens[head].head
        if rule == "shared subject" and saying >= 0 and continues_content(reader, head, saying):
            said = next(c for c in reader.children[saying] if tokens[c].deprel == "ccomp")
            subject = subject_of(reader.tree, reader.children, said)
        if rule == "shared subject" and (shared := shared_saying(reader, head)) is not None:
            subject = subject_of(reader.tree, reader.children, shared)
        if subject is None and rule == "shared subject" and root is not None:
            subject = subject_of(reader.tree, reader.children, root)
    if subject is None or low <= subject <= high or tokens[subject].deprel == "expl":
        return None
    if rule == "shared subject" and _opens_with_noun(reader, head, low):
        return None
    if tokens[subject].text.lower() in _RELATIVES:
        # the subject is a relative pronoun of the clause before: its noun is what is meant
        verb = tokens[subject].head
        noun = tokens[verb].head
        if tokens[verb].deprel != "acl:relcl" and subject > 0 and _is_noun(reader, subject - 1):
            noun = subject - 1
        elif tokens[verb].deprel != "acl:relcl" or noun < 0:
            return None
        return named_phrase(reader, noun)
    return named_phrase(reader, subject)


def _opens_with_noun(reader: ClauseReader, head: int, low: int) -> bool:
    """Whether a clause has a subject after all, which the tree only joins to its verb: "…, and a fund has the rest"."""
    tokens = reader.tokens
    return any(
        tokens[c].deprel == "conj" and tokens[c].upos in {"NOUN", "PROPN", "PRON"} and low <= c < head
        and not any(tokens[k].deprel == "case" for k in reader.children[c])
        for c in reader.children[head]
    )  # fmt: skip


def _outside_quote(reader: ClauseReader, head: int, above: int) -> int:
    """The verb outside a quotation that governs what is quoted, for a participle that stands outside it too."""
    if reader.quotes.at(reader.tokens[head].start) is not None:
        return above
    for _ in reader.tokens:
        if above < 0 or reader.quotes.at(reader.tokens[above].start) is None:
            break
        above = reader.tokens[above].head
    return above if above >= 0 else reader.tokens[head].head


def _finite_verb(
    reader: ClauseReader, head: int, low: int, high: int, subject: Span | None
) -> tuple[tuple[int, int, str], ...]:
    """A participle that heads a clause, as the verb of a sentence in the tense of the clause it was cut from."""
    tokens = reader.tokens
    word = tokens[head]
    own = next((c for c in reader.children[head] if tokens[c].deprel in _SUBJECTS and low <= c < head), None)
    if word.upos != "VERB" or not word.text.lower().endswith("ing") or (subject is None and own is None):
        return ()
    if any(tokens[c].deprel in {"aux", "aux:pass", "cop"} for c in reader.children[head]):
        return ()
    if word.deprel == "conj" and not reader.has(head, "nsubj", "nsubj:pass"):
        return ()
    past = _in_past(reader, word.head)
    if past is None:
        return ()
    finite = past_of_participle(word.text) if past else None
    if finite is None:
        many = _is_many(reader, own) if own is not None else _is_many_at(reader, subject)
        helper = ("were" if many else "was") if past else ("are" if many else "is")
        finite = f"{helper} {word.text}"
    return ((word.start, word.end, finite),)


def _in_past(reader: ClauseReader, index: int) -> bool | None:
    """Whether the finite verb that governs a clause is in the past tense; None without one, or a modal."""
    seen = 0
    while index >= 0 and seen < len(reader.tokens):
        seen += 1
        if reader.is_finite(index):
            helpers = {
                reader.tokens[c].text.lower()
                for c in reader.children[index]
                if reader.tokens[c].deprel in {"aux", "aux:pass", "cop"}
            }
            if helpers & _PAST_HELPERS:
                return True
            if helpers & _PERFECT and not reader.tokens[index].text.lower().endswith("ing"):
                return True  # "has been approved, with one member abstaining": one abstained
            if helpers & _PRESENT_HELPERS:
                return False
            lower = reader.tokens[index].text.lower()
            return None if helpers else is_past(lower)
        index = reader.tokens[index].head
    return None


def _is_many(reader: ClauseReader, index: int) -> bool:
    """Whether a subject word takes "are"."""
    lower = reader.tokens[index].text.lower()
    plural = reader.tokens[index].upos == "NOUN" and lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    return plural or lower in _MANY or reader.has(index, "conj")


def _is_many_at(reader: ClauseReader, phrase: Span | None) -> bool:
    """Whether the phrase's head takes "are": the word whose own head lies outside the phrase."""
    if phrase is None:
        return False
    inside = [i for i, token in enumerate(reader.tokens) if phrase.start <= token.start < phrase.end]
    return any(_is_many(reader, i) for i in inside if reader.tokens[i].head not in inside)
