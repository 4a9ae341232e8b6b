"""Words that are somebody's and whose layout does not tell whose: they are nobody's, and never the outlet's own."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution
from workbench.language.attribution.hearsay import goes_on_telling, is_hearsay, is_of_a_court, puts_a_case
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.letters import Letter, letters
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.single_speaker import lines_of

_OWN = re.compile(
    r"\b(?:(?<!War )(?<!Type )(?<!Phase )(?<!Part )I(?![.\w-])|[Mm]y(?!\s[A-Z])|"
    r"(?<!told )(?<!tells )(?<!showed )(?<!shows )me|myself)\b(?!-)"
)
"""How one person speaks of themself."""
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Oo]urselves)\b(?!-)")
_A_PAPERS = re.compile(
    r"\b(?:[Ww]e\s(?:(?:have|had|also|incorrectly|wrongly|previously|first|last|then|should|are|did|not|happy)\s){0,3}"
    r"(?:said|wrote|reported|published|stated|misstated|asked|contacted|approached|understand|printed|described|"
    r"referred|gave|called|closing|pausing|covering|following|bringing|spoke|meet|met|visited|rate|rated|found|checked|looked|clarify|correct)\b"
    r"|[Oo]ur\s(?:\w+\s)?(?:reporters?|correspondents?|articles?|story|stories|reports?|obituary|obituaries|readers?|"
    r"newspaper|paper|website|coverage|columnists?|editors?|photographers?|sister|fact-check\w*|newsroom)\b)"
)
"""How a paper speaks of itself, and what nobody else does."""
_LABELLED = re.compile(r"[A-ZÀ-ÞŠŽ][\w.'’-]{0,24}(?:\s[A-ZÀ-ÞŠŽ][\w.'’-]{0,24}){0,3}:\s")
_BOUGHT = re.compile(
    r"(?:(?:together|in\s(?:paid\s)?(?:partnership|association))\swith|sponsored|advert(?:isement|orial|ising)|promoted|"
    r"paid\s(?:post|content|for)|presented\sby|brought\sto\syou\sby|(?:a\s)?(?:message|word)\sfrom\sour\ssponsors?)\b"
    r"[^.!?]{0,50}",
    re.IGNORECASE,
)
"""The heading of what somebody pays for."""
_ADDRESSES = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)
"""How somebody speaks whose label was not read as one: "Stone: We lost 40 boats."."""
_PARAGRAPH = re.compile(r"[^\s\n][^\n]*")
_MARKS = frozenset('"“”«»„')
_LONGEST, _TALK = 45, 2
"""Words of a question that is a paragraph; answers in the first person, and questions, that a talk has at least."""
_SOME_WORDS, _HALF, _LEAST = 8, 0.5, 2
"""Words of a paragraph that counts; the share of those in the first person from which all of a text is somebody's."""


def left_open(
    text: str, candidates: Sequence[ClauseCandidate], spans: Sequence[Span], quotes: QuotationMap, *, released: bool
) -> list[ClauseCandidate]:
    """The candidates with those left open that are somebody's own words, though nothing tells whose.

    So it is with a paragraph in the first person ("I borrowed for it in 2017"), a sentence with "we" that no paper says
    of itself, the lines of a message that is answered ("> We lost 30"), letters that nobody signs by a whole name, what
    is paid for, all of a talk whose questions and answers have no labels, and all of a text of which half the
    paragraphs say "I" or "we". So it is with what is said by nobody who is named ("The jury heard that …"), and where a
    sentence, or a clause behind what was said, may go on telling it.

    Args:
        text: The article.
        candidates: Its candidate claims, with who said them.
        spans: Its sentences.
        quotes: Its quotations.
        released: Whether it is a release: all of it is whoever's who issued it.
    """
    talk = 0 if released else _talk_from(text, quotes)
    if talk is None and (is_all_told(text, quotes) or is_all_told(text, quotes, ours=True)):
        talk = 0
    written = letters(text)
    bought, court = _bought(text), is_of_a_court(text)
    found: list[ClauseCandidate] = []
    telling: set[int] = set()
    saying: dict[int, int] = {}
    for one in candidates:
        if one.speaker is not None or one.attribution is not Attribution.OUTLET or one.by_turn:
            if one.said and one.attribution is Attribution.PARAPHRASE:
                saying[one.sentence] = one.end
                if one.speaker is not None:
                    telling.add(one.sentence)
            found.append(one)
            continue
        letter = next((each for each in written if each.span.start <= one.start < each.span.end), None)
        told = _of_letter(one, letter) if letter is not None else one
        if told is one and _is_open(text, one, spans, quotes, talk, bought):
            told = replace(one, attribution=Attribution.DIRECT)
        if told is one and _may_go_on(text, one, saying.get(one.sentence)):
            told = replace(one, attribution=Attribution.PARAPHRASE)
        if told is one and _is_told(text, one, spans, quotes, telling, court=court):
            telling.add(one.sentence)
            told = replace(one, attribution=Attribution.PARAPHRASE)
        found.append(told)
    return found


def _of_letter(candidate: ClauseCandidate, letter: Letter) -> ClauseCandidate:
    """A candidate as the words of who signs a letter; the heading above it is nobody's."""
    signer = letter.signer if candidate.start >= letter.begins else None
    return replace(candidate, speaker=signer, attribution=Attribution.DIRECT, by_turn=signer is not None)


def _may_go_on(text: str, candidate: ClauseCandidate, said: int | None) -> bool:
    """Whether a clause with a subject of its own stands behind what was said in its sentence, and may belong to it.

    "The man told the jury that he was at home and he sold 40 boats": whether he said so, is not sure.
    """
    if said is None or candidate.start < said or candidate.subject is not None:
        return False
    return ";" not in text[said : candidate.start]


def _is_told(
    text: str,
    candidate: ClauseCandidate,
    spans: Sequence[Span],
    quotes: QuotationMap,
    telling: Set[int],
    *,
    court: bool,
) -> bool:
    """Whether it is what nobody who is named said, or may go on with what the sentence before it gave as said."""
    sentence = spans[candidate.sentence]
    if quotes.at(candidate.start) is None and is_hearsay(sentence.of(text)):
        return True
    before = candidate.sentence - 1
    if before not in telling or "\n" in text[spans[before].end : sentence.start] or candidate.attribution_verb:
        return False
    return goes_on_telling(sentence.of(text)) or (court and puts_a_case(spans[before].of(text)))


def _bought(text: str) -> list[Span]:
    """What stands below the headings of advertisements, up to the next heading."""
    found = []
    lines = lines_of(text)
    for number, (_, end, line) in enumerate(lines):
        if _BOUGHT.fullmatch(line) is None:
            continue
        below = lines[number + 1 :]
        stop = next((low for at, (low, _, words) in enumerate(below) if at and words[-1] not in '.!?…"”)'), len(text))
        found.append(Span(end, stop))
    return found


def speaks_of_self(text: str, span: Span, quotes: QuotationMap) -> bool:
    """Whether a stretch of the text says "I" or "my" outside quotation marks."""
    return any(quotes.at(match.start()) is None for match in _OWN.finditer(text, span.start, span.end))


def _speaks_of_ours(text: str, span: Span, quotes: QuotationMap) -> bool:
    """Whether a stretch of the text says "we" or "our" outside quotation marks, as no paper does of itself."""
    papers = [match.span() for match in _A_PAPERS.finditer(text, span.start, span.end)]
    return any(
        quotes.at(match.start()) is None and not any(low <= match.start() < high for low, high in papers)
        for match in _OURS.finditer(text, span.start, span.end)
    )


def _is_open(
    text: str,
    candidate: ClauseCandidate,
    spans: Sequence[Span],
    quotes: QuotationMap,
    talk: int | None,
    bought: Sequence[Span],
) -> bool:
    if talk is not None and candidate.start >= talk:
        return True
    if any(span.start <= candidate.start < span.end for span in bought):
        return True
    sentence = spans[candidate.sentence]
    if _speaks_of_ours(text, sentence, quotes):
        return True
    begin, end = text.rfind("\n", 0, sentence.start + 1) + 1, text.find("\n", sentence.end)
    paragraph = Span(begin, end if end >= 0 else len(text))
    line = paragraph.of(text).lstrip()
    if line.startswith(">"):
        return True
    labelled = _LABELLED.match(line) is not None and _ADDRESSES.search(sentence.of(text)) is not None
    return labelled or speaks_of_self(text, paragraph, quotes)


def is_all_told(text: str, quotes: QuotationMap, *, ours: bool = False) -> bool:
    """Whether half the paragraphs of a text are in the first person: views and answers, whoever gives them.

    With `ours` it is "we" that counts, as in a statement or a notice.
    """
    speaks = _speaks_of_ours if ours else speaks_of_self
    paragraphs = [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]
    long = [one for one in paragraphs if len(one.of(text).split()) >= _SOME_WORDS]
    own = sum(speaks(text, one, quotes) for one in long)
    return own >= _LEAST and own >= _HALF * len(long)


def _talk_from(text: str, quotes: QuotationMap) -> int | None:
    """Where a talk without labels begins: at the first of its questions, each a paragraph before an answer."""
    paragraphs = [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]
    asked = [one for one, after in pairwise(paragraphs) if _asks(text, one) and not _asks(text, after)]
    answers = [after for one, after in pairwise(paragraphs) if _asks(text, one) and not _asks(text, after)]
    own = sum(speaks_of_self(text, answer, quotes) for answer in answers)
    return asked[0].start if len(asked) > _TALK and own >= _TALK else None


def _asks(text: str, paragraph: Span) -> bool:
    words = paragraph.of(text).rstrip()
    return words.endswith("?") and len(words.split()) <= _LONGEST and not _MARKS & set(words)
