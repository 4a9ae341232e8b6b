"""The candidate claims of one sentence: by its tree where there is one, by word patterns otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution
from workbench.domain.syntax import Tree
from workbench.domain.unforeseen import went_on
from workbench.language.attribution.closing_words import closing_speaker
from workbench.language.attribution.quote_attribution import without_question
from workbench.language.attribution.speech_elsewhere import said_before, said_elsewhere
from workbench.language.attribution.speech_patterns import find_attribution
from workbench.language.attribution.turn_attribution import attributed_to_turn
from workbench.language.claims.answers import RULE as ANSWER
from workbench.language.claims.answers import answer_of, is_bare, said_answer, with_more
from workbench.language.claims.not_claims import gives_the_floor, is_line_of_a_page, is_no_claim
from workbench.language.claims.plans_elsewhere import guesses, plans, told_of_the_past
from workbench.language.claims.spoken_facts import tells_of_others
from workbench.language.dependency.tree_candidates import tree_candidates
from workbench.language.dependency.verbless import asserts_without_verb
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality, trimmed
from workbench.language.grammar.clauses import clauses
from workbench.language.grammar.lexicon import SAYING, STRONG_SAYING
from workbench.language.grammar.modality import modality_of
from workbench.language.grammar.modality_elsewhere import is_dateline, judges, predicts, tells_nothing
from workbench.language.grammar.tree_reading import has_clause
from workbench.language.grammar.verbs import has_finite
from workbench.language.references.people import Names
from workbench.language.text.blocks import BlockKind
from workbench.language.text.layout import Layout
from workbench.language.text.publication_lines import tells_of_its_text
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.speaker_turns import Turn
from workbench.language.text.tokenizer import word_set, words

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    StopIteration,
    TypeError,
    ValueError,
)
"""What a rule may raise that meets a sentence it was not made for; plainer rules then read it, `went_on` is told."""


_HEARD_HEADLINE = re.compile(
    r",\s(?:the\s)?(?:court|jury|inquest|inquiry|tribunal|hearing|trial|committee|panel|meeting|mps)\s(?:told|hears?|heard)\W*$",
    re.IGNORECASE,
)
"""How a headline ends whose words somebody told a court, or another who hears."""
_ASKS = re.compile(r"[?؟？][\"”»」』)]*\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands: its number, its block's kind, whose turn it is, its tree where there is one."""

    span: Span
    number: int
    kind: BlockKind
    turn: Turn | None = None
    tree: Tree | None = None


def candidates_of(
    text: str, sentence: Sentence, quotes: QuotationMap, names: Names
) -> tuple[list[ClauseCandidate], bool]:
    """The candidate claims of one sentence, and whether plainer rules had to read it because the first ones failed."""
    told = sentence.span.of(text)
    if is_line_of_a_page(told) or tells_of_its_text(told):
        return [], False
    parsed = sentence.tree is not None and len(sentence.tree.tokens) > 0  # signs without a word have an empty tree
    if sentence.tree is not None and parsed:
        try:
            return candidates_by_tree(text, sentence, sentence.tree, quotes, names), False
        except FAULTS as fault:
            went_on(fault)
    try:
        return candidates_by_words(text, sentence, quotes, names), parsed
    except FAULTS as fault:
        went_on(fault)
        return whole_sentence(text, sentence, quotes), True


def candidates_by_tree(
    text: str, sentence: Sentence, tree: Tree, quotes: QuotationMap, names: Names
) -> list[ClauseCandidate]:
    """The candidate claims of a parsed sentence, each with its modality."""
    found = tree_candidates(text, tree, sentence.number, sentence.kind, quotes, names)
    again: list[ClauseCandidate] = []
    bare = tree.tokens[0].text.lower() in {"if", "unless", "not"}  # "If I may.", "Not his cousin."
    if not found and not bare and sentence.kind is BlockKind.PARAGRAPH and text[sentence.span.end - 1] == ".":
        # a tree without a verb may be a misread sentence: the word patterns look again
        again = candidates_by_words(text, sentence, quotes, names)
        again = closing_speaker(text, sentence.span, again, quotes, names, tree)
    heads = sentence.kind in {BlockKind.TITLE, BlockKind.HEADING}
    if heads and len(found) > 1 and _HEARD_HEADLINE.search(text, sentence.span.start, sentence.span.end):
        low, high = trimmed(text, sentence.span.start, sentence.span.end)
        found = [replace(found[0], start=low, end=high, subject=None, rule="main", rewords=())]
    found = closing_speaker(text, sentence.span, found, quotes, names, tree, headline=heads)
    return again + _checkable(text, found, sentence, quotes)


def with_answer(
    text: str,
    spans: Sequence[Span],
    sentence: Sentence,
    before: Tree | None,
    found: list[ClauseCandidate],
    quotes: QuotationMap,
    layout: Layout,
    after: tuple[Span, Tree | None] | None = None,
) -> list[ClauseCandidate]:
    """The claims of a sentence, or the one it makes with the question right before it: "Was it safe? It was not.".

    `before` is the tree of the sentence before it, `after` the sentence behind it with its tree.
    """
    number = sentence.number
    asks = number > 0 and _has_verb(text, spans[number - 1], before)
    states = _has_verb(text, sentence.span, sentence.tree)
    if number > 0 and not (asks or states) and spans[number - 1].of(text).rstrip().endswith("?"):
        return []  # "For how long? Eleven hours."
    if len(found) == 1 and (said := said_answer(text, spans, number)) is not None:
        return [] if said < 0 else [replace(found[0], start=said, rule=ANSWER)]
    answer = answer_of(text, spans, number, layout.turn_at, quotes, asks=asks, states=states)
    if answer is None:
        return found
    if after is not None and answer.question is not None and not _has_verb(text, *after):
        answer = replace(answer, end=with_more(text, answer, after[0], layout.turn_at))
    if len(found) == 1 and found[0].said and found[0].start == answer.start:
        return [replace(found[0], rule=ANSWER, question=answer.question)]  # "Eleven, police said"
    return [attributed_to_turn(text, answer, sentence.turn, quotes)]


def _has_verb(text: str, span: Span, tree: Tree | None) -> bool:
    if tree is not None:
        return has_clause(tree)
    tokens = words(text, span.start, span.end)
    return has_finite(tokens, 0, len(tokens))


def whole_sentence(text: str, sentence: Sentence, quotes: QuotationMap, language: str = "en") -> list[ClauseCandidate]:
    """The sentence itself, where no rules cut it: no question, and longer than a heading."""
    low, high = trimmed(text, sentence.span.start, sentence.span.end)
    own_words = text[low:high]
    if low >= high or not _is_sentence(text, low, high) or is_dateline(own_words) or tells_of_its_text(own_words):
        return []
    whole = ClauseCandidate(low, high, sentence.number, "whole sentence", quoted=quotes.at(low) is not None)
    if _ASKS.search(text[low : sentence.span.end]):
        return []
    if tells_nothing(own_words, language) and said_before(text, whole, language) is None:
        return []
    candidate = attributed_to_turn(text, whole, sentence.turn, quotes)
    if not candidate.by_turn:
        candidate = said_elsewhere(text, candidate, language, quotes)
    told = candidate.said and candidate.speaker is not None
    if _foretells(own_words, language) and (not told or guesses(own_words)):
        candidate = replace(candidate, modality=Modality.PREDICTION)
    elif (not told or _BELIEVES.match(candidate.attribution_verb or "")) and judges(own_words, language):
        candidate = replace(candidate, modality=Modality.OPINION)
    return [candidate]


_BELIEVES = re.compile(r"(?:cree|consider|sospech|pens|croi|soupç|suppos|riti?en|cred|sospett|denk)", re.IGNORECASE)
"""Verbs of believing: what is believed may be a judgement alone ("cree que es una vergüenza")."""


def _foretells(words: str, language: str) -> bool:
    """Whether a sentence is only of what is to come: no plan with a figure, and nothing that has been."""
    return predicts(words, language) and not plans(words, language) and not told_of_the_past(words, language)


def _is_sentence(text: str, low: int, high: int) -> bool:
    """Whether words are more than a heading: four of them, three with a figure or a full stop, or as many signs.

    "Två personer skadades." is a sentence, "Kultur och fritid" a heading.
    """
    tokens = [word for word in words(text, low, high) if word.is_word]
    told = text[high : high + 1] == "." or any(token.text[0].isdigit() for token in tokens)
    if len(tokens) > 3 or (len(tokens) > 2 and told):
        return True
    return sum(1 for sign in text[low:high] if "\u3040" <= sign <= "\u9fff" or "\u0e00" <= sign <= "\u0e7f") > 2


def candidates_by_words(text: str, sentence: Sentence, quotes: QuotationMap, names: Names) -> list[ClauseCandidate]:
    """The candidate claims of one sentence by word patterns, each with its modality."""
    span, number, kind = sentence.span, sentence.number, sentence.kind
    tokens = words(text, span.start, span.end)
    if len(tokens) > 400:
        tokens = tokens[:400]
    if not any(t.is_word for t in tokens):
        return []
    if not has_finite(tokens, 0, len(tokens)):
        line = kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.LIST_ITEM}
        low, high = trimmed(text, span.start, span.end)
        if kind is BlockKind.CAPTION or low >= high or not asserts_without_verb(text, low, high, headline=line):
            return []
    said = find_attribution(tokens, quotes, names, text)
    found = []
    for clause in clauses(text, span.start, span.end):
        holds = said is not None and said.form != "hedge" and clause.start <= said.start < clause.end
        covered = (
            said is not None
            and said.speaker is not None
            and (
                holds
                or quotes.at(clause.start) is not None
                or (clause.rule in {"coordinated", "subordinate", "shared subject"} and clause.start > said.start)
            )
        )
        quotation = quotes.at(clause.start)
        attribution = Attribution.OUTLET
        if covered:
            direct = quotation is not None or (
                holds
                and any(
                    q.end <= clause.end + 2 for q in quotes.within(clause.start, clause.end) if q.end - q.start > 30
                )
            )
            attribution = Attribution.DIRECT if direct else Attribution.PARAPHRASE
        candidate = ClauseCandidate(
            clause.start, clause.end, number, clause.rule, clause.subject,
            speaker=said.speaker if covered and said else None,
            speaker_alias=said.alias if covered and said else None,
            attribution=attribution,
            attribution_verb=said.verb if said and (covered or said.form == "hedge") else None,
            said=holds, quoted=quotation is not None,
        )  # fmt: skip
        found.append(candidate)
    return _checkable(text, found, sentence, quotes)


_EMPTY_OPENING = re.compile(
    r"(?:it|this)\s+(?:comes?|came|follows|followed)\s+(?:just\s+)?(?:as|after|when|because)\s+|"
    r"(?:(?:however|but|also|and|still),?\s+)?(?:(?:it(?:['’]s|\s+is)\s+(?:also\s+)?(?:important|worth|crucial|"
    r"essential|useful|interesting|vital)\s+"
    r"(?:to\s+(?:note|remember|mention|know|understand|keep\s+in\s+mind|recognize|recognise|point\s+out|stress|"
    r"add)|noting|mentioning|"
    r"remembering|stressing|pointing\s+out|adding)|(?:please\s+)?(?:note|keep\s+in\s+mind|bear\s+in\s+mind|remember)|"
    r"let['’]s\s+not\s+forget|"
    r"we\s+(?:should|must)\s+not\s+forget),?\s+that)\s+",
    re.I,
)


_JOINED = re.compile(r",?\s+(?:(?:and|but|although|though|that)\s+){1,2}|\s+")
"""What stands between a clause and another that says nothing without it."""


def _without_empty_opening(text: str, candidate: ClauseCandidate) -> ClauseCandidate:
    """Leave out the "It comes as" and "It is worth noting that" that say nothing themselves."""
    match = _EMPTY_OPENING.match(text, candidate.start, candidate.end)
    if match is None or len(text[match.end() : candidate.end].split()) < 4:
        return candidate
    return replace(candidate, start=match.end(), rule="subordinate")


_NOBODY_ELSE = word_set(
    "i we you they it one people everyone everybody some many nobody somebody someone anyone anybody who friends folks"
)


def _tells_of_another(candidate: ClauseCandidate) -> bool:
    """Whether a candidate tells what somebody in particular said: "The union says nine of ten would strike"."""
    if not candidate.said or candidate.unsaid or candidate.speaker is None:
        return False
    lemma = SAYING.get((candidate.attribution_verb or "").lower())
    return lemma in STRONG_SAYING and candidate.speaker.split()[-1].casefold() not in _NOBODY_ELSE


def _checkable(
    text: str, candidates: Sequence[ClauseCandidate], sentence: Sentence, quotes: QuotationMap
) -> list[ClauseCandidate]:
    """The candidates that are no questions, courtesies and page furniture, each with its speaker and its modality."""
    found: list[ClauseCandidate] = []
    for candidate in candidates:
        reports = candidate.said and candidate.speaker is not None and candidate.speaker[:1].isupper()
        if sentence.turn is not None and _tells_of_another(candidate):
            candidate = replace(candidate, reports=True)
        candidate = attributed_to_turn(text, _without_empty_opening(text, candidate), sentence.turn, quotes)
        others = candidate.quoted and tells_of_others(text[candidate.start : candidate.end])
        modality = modality_of(text, candidate, sentence.kind, of_others=others)
        if (
            candidate.rule == "participle"
            and found
            and found[-1].modality is Modality.PREDICTION
            and not candidate.said
        ):
            modality = Modality.PREDICTION
        if modality is Modality.QUESTION and (rest := without_question(text, candidate, quotes)) is not None:
            candidate, modality = rest, Modality.FACT
        words_of = text[candidate.start : candidate.end]
        asks = (
            sentence.turn is not None and sentence.turn.asks and text[sentence.span.end - 1] != ","
        )  # no tag behind it
        if found and is_bare(words_of) and _JOINED.fullmatch(text, found[-1].end, candidate.start):
            found[-1] = replace(found[-1], end=candidate.end)  # "it was to open in May, but |it did not|"
            continue
        if is_no_claim(words_of) or (asks and not reports and gives_the_floor(words_of)):
            continue
        if modality is not Modality.BOILERPLATE and modality is not Modality.QUESTION:
            found.append(replace(candidate, modality=modality))
    return found
