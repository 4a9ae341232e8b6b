"""Answers that are facts only together with their question: "Was it safe? It was not.", "When was that? In 2014."."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from workbench.domain.anchors import Span
from workbench.language.grammar.clause_candidates import ClauseCandidate, trimmed
from workbench.language.grammar.lexicon import SAYING
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.speaker_turns import Turn
from workbench.language.time.times import times

RULE = "answer"
"""The rule of a claim that only its question makes whole."""
_WAS = (
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could)(?:\s+not|n['’]t)?|(?:ai|wo|ca)n['’]t|"
    r"(?:['’](?:s|re|m))(?:\s+not)?"
)
_WHO = (
    r"(?:it|he|she|they|i|we|you|there|that|this|nobody|no\s?one|none|neither|both|all|some|most|many|everybody|"
    r"everyone)"
)
_YES = (
    r"(?:yes|no|yeah|yep|nope|never|correct|absolutely(?:\s+not)?|certainly(?:\s+not)?|of\s+course(?:\s+not)?|not\s+at\s+all|"
    r"definitely(?:\s+not)?|indeed)"
)
_STARTS_WITH = re.compile(rf"{_WHO}\b", re.IGNORECASE)
_PLAIN = re.compile(
    rf"(?:(?:{_YES}|well|oh|sadly|unfortunately)[,.!]?\s+){{0,2}}(?:{_YES}|(?:{_YES},?\s+)?{_WHO}(?:\s+|(?=['’]))(?:{_WAS})|"
    rf"(?:{_YES},?\s+)?(?:that|it|this)(?:\s+is|['’]s)(?:\s+not|n['’]t)?\s+(?:true|right|correct|false|wrong|so))"
    r"(?:,?\s+(?:sir|madam|ma['’]am|your\s+honou?r|senator|minister|chair|mr\.?\s+\w+|ms\.?\s+\w+|mrs\.?\s+\w+))?",
    re.IGNORECASE,
)
"""Yes, no, or no more than a pronoun and its helping verb: "It was not", "No, nobody did"."""
_ELLIPTIC = re.compile(
    rf"(?:{_YES},\s+)?"
    r"(?:[\w’'.-]+\s+){1,4}(?:is|are|was|were|has|have|had|does|did|(?:is|are|was|were|has|have|had|does|did|do)n['’]t)",
    re.IGNORECASE,
)
"""A few words and a helping verb: "My mother was", "The county did"."""
_GOES_ON = re.compile(rf"(?:{_YES},\s+)?{_WHO}\s+(?:{_WAS})\s?[,;—–-]\s?\w", re.IGNORECASE)
""" "It is, the utility said so"."""
_LIMITED = re.compile(rf"(?:{_YES}[,:]\s+|not\b|only\b|once\b|twice\b|just\b|about\b)", re.IGNORECASE)
"""How a few words without a verb answer what may be yes or no: "Not at the time", "Yes, in 2014", "Only twice"."""
_ELLIPTIC_QUESTION = re.compile(
    r"(?:and |but |so )?(?:did|do|does|was|were|is|are|has|have|had) (?:you|he|she|it|they|there)\?", re.I
)
_SET_RIGHT = re.compile(
    r"(?:it|he|she|they|there|none|nobody)\s(?:is|are|was|were|has|have|had|does|do|did)(?:\snot|n['’]t)?",
    re.IGNORECASE,
)
"""What sets right what was told before: "It has not", "She did"."""
_SAID = re.compile(r"[“\"](?P<what>[^“”\"]{2,40})[,.][”\"]\s")
_WORD = re.compile(r"[\w'’-]+")
_I_THINK = re.compile(r",? I (?:think|believe|guess|suppose|reckon)$")
_BECAUSE = re.compile(r"because\b(?!\s+of\s+course)", re.IGNORECASE)
_OPENS = r"(?:(?:and|so|but|well|ok(?:ay)?|now|then|right|sorry|mr\.?\s+\w+|ms\.?\s+\w+|dr\.?\s+\w+)[,.]?\s+){0,3}"
_ASKS_WHEN = re.compile(
    rf"{_OPENS}(?:(?:since|until|by|from)\s+)?(?:when|(?:in|on|at)?\s?(?:what|which)\s+(?:year|day|time|month))\b",
    re.IGNORECASE,
)
_ASKS_MUCH = re.compile(
    rf"{_OPENS}(?:(?:by|for|with|about|at|in)\s+)?"
    r"(?:how\s+(?:many|much|long|old|often|far|high|big|large|deep|fast|heavy|late)|"
    r"what\s+(?:share|proportion|percentage|number|age|price))\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_ASKS_WHO = re.compile(
    rf"{_OPENS}(?:(?:to|for|by|from|with|in|at|on)\s+)?(?:who|whom|whose|where|which|what)\b", re.IGNORECASE
)
_ASKS_WHY = re.compile(rf"{_OPENS}(?:why|how\s+(?:come|so)|for\s+what\s+reason)\b", re.IGNORECASE)
_ASKS_IF = re.compile(
    rf"{_OPENS}(?:is|are|was|were|has|have|had|do|does|did|isn['’]t|wasn['’]t|weren['’]t|aren['’]t|didn['’]t|"
    r"hasn['’]t|haven['’]t)\s+\S",
    re.IGNORECASE,
)
_OF_MIND = re.compile(
    r"\b(?:would|could|should|might|can|will|shall|(?-i:may))\b|"
    r"\b(?:you|your|i)\b(?:\s+\w+){0,3}?\s+(?:think|thinks|feel|felt|believe|hope|want|wanted|like|mean|agree|wish|prefer|imagine|worry|"
    r"worried|remember|recall|expect|call|understand|suppose|sure|happy|proud|sorry|ready|afraid|surprised|view|opinion|"
    r"message|favou?rite|advice|plan|plans|dream|biggest|best|worst|say)\b|\b(?:favou?rite|meaning\s+of|next\s+for|the\s+point)\b|"
    r"\b(?:is|was|isn['’]t|wasn['’]t)\s+(?:that|this|it)\s+(?:right|correct|so|true|all|clear|fair|it|a\s+yes|what)\b(?!\s+that\b)|"
    r"\b(?:how|who)\s+(?:are|is)\s+(?:you|we|there|this)\b|\bwho\s+cares\b|\bhow\s+do\s+you\b|\blike\?|\b(?:is|was|isn['’]t|wasn['’]t)\s+(?:that|this)\s+an?\b|\bwhat\s+(?:about|if|else|now)\b|\bisn['’]t\s+it\?|\bright\?|"
    r"\b(?:real(?:ly)?|answer|solution|problem|lesson|moral|result|upshot|catch|verdict)\?",
    re.IGNORECASE,
)
"""What somebody thinks, would do or is called upon to say, and what only asks back."""
_MISSING = re.compile(
    r"\b(?:don['’]t|do\s+not|can['’]t|cannot|couldn['’]t|no)\s+(?:know|say|tell|remember|recall|idea|comment)\b|\?",
    re.IGNORECASE,
)
_MARKS = '"“”«»„'
_LONGEST, _FEWEST = 40, 3
"""Words of a question."""
_ADDRESS = 5
_SAID_SO = re.compile(
    r"(?P<what>[^,;:]{1,60}),\s(?:according\s+to\s[^,;:]{2,60}|[^,;:\d]{2,50}\s(?:said|says|told\s\w+)(?:\son\s\w+day)?)"
)
"""An answer that tells who gives it."""
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens?|hundreds?)\b", re.IGNORECASE
)
_COUNTED = 5
"""Words of a number that sets a question right."""
_MORE = 8
"""Words of what an answer goes on with."""
_FRAGMENT = 14
"""Words of an answer without a verb."""


def answer_of(
    text: str,
    spans: Sequence[Span],
    number: int,
    turn_at: Callable[[int], Turn | None],
    quotes: QuotationMap,
    *,
    asks: bool,
    states: bool,
) -> ClauseCandidate | None:
    """The claim of a sentence that says nothing without the question right before it; None where it is no such answer.

    Only what asks for a fact counts, and an answer of the kind it asks for: a time for "when", a number for "how many",
    yes or no for "was it". Where two things were asked, it is not told which of them is answered.

    Args:
        text: The article.
        spans: Its sentences.
        number: The sentence that may be an answer.
        turn_at: Tells whose turn an offset is in.
        quotes: The quotations of the article.
        asks: Whether the sentence before it has a verb: "For how long?" says nothing either.
        states: Whether the sentence has a verb of its own, by its tree or its words.
    """
    if number == 0 or not asks:
        return None
    asked, told = spans[number - 1], spans[number]
    question = " ".join(asked.of(text).split())
    start, end = trimmed(text, told.start, told.end)
    answer = " ".join(text[start:end].split())
    if not answer or any(mark in question + answer for mark in _MARKS) or quotes.at(start) is not None:
        return None
    own, other = turn_at(told.start), turn_at(asked.start)
    apart = own is None and other is None and "\n" in text[asked.end : told.start]
    below = number > 1 and told.of(text).rstrip().endswith((".", "!")) and any(sign.isalpha() for sign in answer)
    if own is None and (other is not None or (apart and not (below and _is_line(text, asked)))):
        return None  # an interview of which it is not known who speaks
    earlier = spans[number - 2] if number > 1 else None
    if _ELLIPTIC_QUESTION.fullmatch(question) and earlier is not None and own != other == turn_at(earlier.start):
        asked, earlier = Span(earlier.start, asked.end), None  # "They say you paid it. Did you?"
    elif (
        own == other
        and not question.endswith("?")
        and _SET_RIGHT.fullmatch(answer)
        and "\n" not in text[asked.end : told.start]
    ):
        return _set_right(text, asked, Span(start, end), number)
    elif len(question.split()) < _FEWEST:
        return None
    mark = question.endswith("?")
    if not mark and own is not None and own != other and question[-1:].isalnum():  # a chat
        mark = any(each.match(f"{question} ") for each in (_ASKS_WHEN, _ASKS_MUCH))
    if not mark or len(question.split()) > _LONGEST:
        return None
    # "When were you told that it would be cut?" asks for a day
    mind = question if not _ASKS_WHEN.match(question) else re.sub(r"\b(?:that|told)\b.*", "", question)
    if _OF_MIND.search(mind) or _MISSING.search(text[told.start : told.end]):
        return None
    question = _without_address(question)
    told_by = _SAID_SO.fullmatch(answer) if apart else None
    if told_by is not None:  # "Eleven, police said on Wednesday."
        answer, states = told_by["what"], False
    if (hedge := _I_THINK.search(answer)) is not None:
        answer, states = answer[: hedge.start()], False
    if earlier is not None and earlier.of(text).rstrip().endswith("?") and turn_at(earlier.start) == other:
        return None  # which of two questions is answered, is not told
    spoken = apart or (own is not None and own != other)
    if not _fits(question, answer, text, Span(start, end), states=states, spoken=spoken):
        return None
    words = len(answer.split())
    if own == other and not apart:
        return ClauseCandidate(asked.start, end, number, RULE, words=words)
    return ClauseCandidate(start, end, number, RULE, words=words, question=asked)


def is_bare(words: str) -> bool:
    """Whether words are no more than yes, no, or a pronoun and its helping verb: "it did not"."""
    return _PLAIN.fullmatch(" ".join(words.split()).strip(" .,;:")) is not None


def with_more(text: str, answer: ClauseCandidate, following: Span, turn_at: Callable[[int], Turn | None]) -> int:
    """Where an answer ends that goes on in a sentence without a verb: "Yes, in 2009. 300,000 francs."."""
    start, end = trimmed(text, following.start, following.end)
    turn = turn_at(following.start)
    same = turn is not None and turn == turn_at(answer.start) and "\n\n" not in text[answer.end : start]
    brief = len(text[start:end].split()) <= _MORE and not text[following.start : following.end].rstrip().endswith("?")
    figures = same and brief and bool(quantities(text, start, end) or times(text, start, end))
    return end if figures and not any(mark in text[start:end] for mark in _MARKS) else answer.end


def _is_line(text: str, asked: Span) -> bool:
    """Whether a question is a line of its own: a heading, whose answer stands below it."""
    begin = text.rfind("\n", 0, asked.start) + 1
    end = text.find("\n", asked.end)
    return not text[begin : asked.start].strip() and not text[asked.end : end if end >= 0 else len(text)].strip()


def said_answer(text: str, spans: Sequence[Span], number: int) -> int | None:
    """Where a quoted answer's claim begins: at its question, "Was it ready? "It was not," he wrote."; -1 without one.

    None where the sentence is no quoted answer.
    """
    match = _SAID.match(text, spans[number].start, spans[number].end)
    if match is None or not (_PLAIN.fullmatch(match["what"]) or _ELLIPTIC.fullmatch(match["what"])):
        return None
    asked = spans[number - 1] if number else None
    if asked is None or "\n" in text[asked.end : spans[number].start]:
        return -1
    question = " ".join(asked.of(text).split())
    fits = question.endswith("?") and _ASKS_IF.match(question) and not _OF_MIND.search(question)
    return asked.start if fits and not any(mark in question for mark in _MARKS) else -1


def _set_right(text: str, said: Span, answer: Span, number: int) -> ClauseCandidate | None:
    """The claim of what is told to have been said with what sets it right: "It said A was B. It was not."."""
    words = {word.lower() for word in _WORD.findall(text, said.start, said.end)}
    helper = _WORD.findall(text, answer.start, answer.end)[1].lower().removesuffix("n't").removesuffix("n’t")
    if text[said.start : said.end].rstrip()[-1:] != "." or not words & set(SAYING):
        return None
    if helper not in words and helper not in {"did", "does", "do"}:
        return None
    return ClauseCandidate(said.start, answer.end, number, RULE, words=len(words))


def _without_address(question: str) -> str:
    """A question without whom it is put to: "Mrs Sample, when was it inspected?"."""
    called, comma, rest = question.partition(", ")
    asks = any(each.match(rest) for each in (_ASKS_IF, _ASKS_WHEN, _ASKS_MUCH, _ASKS_WHO, _ASKS_WHY))
    return rest if comma and asks and len(called.split()) <= _ADDRESS else question


def _fits(question: str, answer: str, text: str, span: Span, *, states: bool, spoken: bool) -> bool:
    """Whether an answer is of the kind that is asked for."""
    if _ASKS_WHY.match(question):
        return _BECAUSE.match(answer) is not None
    if _ASKS_HOW.match(question):
        return not states and _COMPARED.match(answer) is not None
    asks_which = any(each.match(question) for each in (_ASKS_WHEN, _ASKS_MUCH, _ASKS_WHO))
    asks_if = _ASKS_IF.match(question) is not None or (spoken and not asks_which)  # "You knew of it?"
    if _PLAIN.fullmatch(answer) or _ELLIPTIC.fullmatch(answer):
        return asks_if or (
            _ASKS_WHO.match(question) is not None
            and (_STARTS_WITH.match(answer) or _ELLIPTIC.fullmatch(answer)) is not None
        )
    if _GOES_ON.match(answer) and len(answer.split()) <= _FRAGMENT:
        return asks_if
    if states or len(answer.split()) > _FRAGMENT:
        return False
    if _ASKS_WHEN.match(question):
        return bool(times(text, span.start, span.end)) or any(sign.isdigit() for sign in answer)
    if _ASKS_MUCH.match(question) or _HOW_MANY.search(question):
        return (
            bool(quantities(text, span.start, span.end) or times(text, span.start, span.end))
            or _NONE.match(answer) is not None
        )
    named = any(word[:1].isupper() for word in answer.split()[1:]) or any(sign.isdigit() for sign in answer)
    if _ASKS_WHO.match(question):
        return named or (spoken and len(answer.split()) > 1) or (spoken and answer.split()[0].istitle())
    numbered = _NUMBER.search(question) is not None
    counted = (
        numbered and len(answer.split()) <= _COUNTED and bool(quantities(text, span.start, span.end))
    )  # "Three, in fact"
    return asks_if and (_LIMITED.match(answer) is not None or (spoken and counted))


_ASKS_HOW = re.compile(
    rf"{_OPENS}how\s+(?:bad|good|serious|severe|safe|expensive|cheap|rare|common|busy|dry|wet|cold|hot)\b", re.I
)
_COMPARED = re.compile(
    r"(?:(?:much|far|even|a\s+little|slightly|twice|three\s+times)\s+)?(?:worse|better|more|less|\w{2,12}er|as\s+\w+)\b.{0,40}\b(?:than|as|since)\b",
    re.IGNORECASE,
)
"""An answer that measures by something else: "How bad is it? Worse than in 1976."."""
_NONE = re.compile(
    r"(?:one|none|nobody|no\s?one|nothing|not\s+one|never|once|twice|all|half|both|every\s)\b", re.IGNORECASE
)
