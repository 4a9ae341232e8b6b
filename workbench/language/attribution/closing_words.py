"""Who said a sentence, by the plain words that close, break or open it: ", the ministry said on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution
from workbench.domain.syntax import Tree
from workbench.language.attribution.speech_patterns import speaker_name
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.grammar.lexicon import SAYING
from workbench.language.references.body_nouns import WRITINGS
from workbench.language.references.people import Names
from workbench.language.text.quotations import QuotationMap

_VERB = (
    r"said|says|say|added|adds|reported|reports|announced|estimates?|estimated|claims?|claimed|warned|warns|wrote|writes|shows?|"
    r"showed|found|finds|confirmed|stated|noted|told\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,2}|told\s+(?:reporters|journalists)"
)
_WHO = (
    r"(?P<who>(?:the|an?|its|their|his|her|our|two|three|several|officials|police|sources|witnesses|doctors|prosecutors|"
    r"scientists|researchers|organi[sz]ers|experts|authorities|analysts|economists|residents|lawyers|activists|"
    r"investigators|firefighters|aides|diplomats|campaigners|critics|"
    r"(?:[a-z][a-z’'-]+\s+){1,4}(?=[A-ZÀ-Þ])|[A-ZÀ-Þ])[^,;:“”\"\n]{0,70}?)"
)
_WHEN = (
    r"(?:\s+(?:(?:on|in|at|last|this|late|early|yesterday|today|earlier|later|afterwards|during|via)\b[^,;“”\"\n]{0,40}|"
    r"(?:after|before|following)\s+(?:(?:an?|the|its|their|his|her)\s+)?(?:[a-z]+\s+)?"
    r"(?:meeting|talks|hearing|session|vote|visit|match|game|briefing|debate|summit|trial|ceremony)"
    r"(?:\s+(?:on|in|at|with|of|late|early)\b[^,;“”\"\n]{0,40})?))?"
)
_CLOSES = re.compile(
    rf",\s+{_WHO}\s+(?P<verb>(?:(?:has|have)\s+(?:since\s+)?(?:said|confirmed|warned|announced|claimed|reported))|{_VERB}){_WHEN}\s*[.!]?\s*$"
)
_HEADS = re.compile(
    r",\s+(?P<who>(?!(?:as|and|but|or|who|which|that|he|she|it|they|we|i|court|inquest|inquiry|jury|trial|hearing)\b)"
    r"[a-z][\w’'-]{1,30}(?:\s[\w’'-]{1,30}){0,4})\s+(?P<verb>says?|finds?|suggests?|shows?|warns?|claims?|reports?|reveals?)$"
)
"""The end of a headline, whose sources stand without an article: "…, poll finds". A court only hears."""
_CLOSES_NAMED = re.compile(
    r",\s+(?P<role>(?:the|an?|its|their|his|her|our|one\s+of)\s[^,;:“”\"\n]{2,70}?),\s+"
    rf"(?P<who>(?:[A-ZÀ-Þ][\w.'’-]{{0,30}}\s+){{0,4}}[A-ZÀ-Þ][\w.'’-]{{1,30}}),\s+(?P<verb>{_VERB}){_WHEN}\s*[.!]?\s*$"
)
"""…, its director, Ann Example, says."""
_BREAKS = re.compile(rf",\s+{_WHO}\s+(?P<verb>says|say|said|estimates?|reports?|claims?)\s*,")
_PUTS = re.compile(
    r"\s{0,9}(?P<who>(?:The|An?|Its|[A-Z])[^,;:“”\"\n]{1,60}?)\s+(?P<verb>puts|put)\s+(?:the|its|this|that|their)\s+(?:\w+\s+){1,3}at\b"
)
_OPENS = re.compile(
    r"\s{0,9}(?P<who>(?:The|An?|One|Its|[A-Z])(?:[^,;:“”\"\n]|,(?=\d)){1,70}?)\s+(?P<verb>claims?|claimed|alleges?|alleged)\s+that\b"
)
_NO_SPEAKER = re.compile(
    r"\b(?:who|which|that|and|but|or|not|never|do|does|did|is|are|was|were|has|have|had|will|would|could|can|may|if|when|while|as|because|after|before)\b|"
    r"^(?:he|she|it|they|we|i|this|there|what|no(?!\.?\s\d)|not|none|nobody|neither)\b|\b(?:he|she|it|they|we|i|the|an|its|"
    r"their|his|her|our|this|these|those|any|every|of|(?-i:a))$|"
    r"^(?:in|on|at|by|for|from|with|under|during|since|last|next|yesterday|today|earlier|later|then|now|meanwhile|"
    r"however)\b|[$£€₹¥][\w.,]{0,20}$",
    re.IGNORECASE,
)


_NOUN_BEFORE = re.compile(
    r"\b(?:reject|deny|denie|dispute|dismisse?|face|repeat|refute|rebut|investigate|examine|check|back|support|make|hear|"
    r"ignore|doubt|question|spread|counter|believe|debunk|deni)(?:s|d|ed|es|ing)?$|"
    r"\b(?:made|heard|no|these|those|such|false|rejecting|denying|facing)$",
    re.IGNORECASE,
)
"""What stands before "claims that" where the claims are things: "residents reject claims that"."""
_OF_THE_SAME = re.compile(
    r"(?:it|they|(?:\d{1,3}|(?:an)?other\s\w+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|none|"
    r"some|others|most|many)(?:\s(?:more|others?))?)\s(?:is|are|was|were|has|have|had|will|would|could|did|do(?:es)?)\b"
)
"""A subject that goes on with what was told: "four died, police said, and nine were hurt"."""
_ASIDE = (",", "–", "—", "(")
_JOINS = re.compile(r"(?:and|but|while|whilst|whereas|although|though|yet)\b(?!\s+that\b)", re.IGNORECASE)


def closing_speaker(
    text: str,
    span: Span,
    candidates: Sequence[ClauseCandidate],
    quotes: QuotationMap,
    names: Names,
    tree: Tree | None = None,
    *,
    headline: bool = False,
) -> list[ClauseCandidate]:
    """The candidates of a sentence with the speaker that plain words beside a comma name, whatever the tree made of it.

    What is left of the sentence where those words alone were cut off is no claim.
    """
    found = _found(text, span, quotes, tree, headline=headline)
    if found is None:
        return list(candidates)
    match, everything = found
    low, high = match.start("role" if "role" in match.re.groupindex else "who"), match.end("verb")
    name, alias = speaker_name(match["who"], names)
    kept: list[ClauseCandidate] = []
    for candidate in candidates:
        if (
            everything
            and candidate.start < match.start()
            and low <= candidate.end < high
            and match.end() >= span.end - 1
        ):
            candidate = replace(candidate, end=_before_stop(text, span.end))
        if (
            candidate.start >= low - 1
            and candidate.end <= span.end
            and everything
            and candidate.start > span.start
            and candidate.end <= match.end()
            and candidate.start >= match.start()
        ):
            continue  # only who said it
        if everything and candidate.start >= match.end() and quotes.at(candidate.start) is None:
            # "…, the company said, and the city bought the land": whose words these are, is not told
            joined = _JOINS.match(text, match.end() + 1) is not None
            own_subject = joined and candidate.subject is None and not _goes_on(text, candidate, match["who"])
            kept.append(_unsaid(candidate) if own_subject and not candidate.said else candidate)
            continue
        aside = (
            everything
            and candidate.rule == "relative"
            and text[max(0, candidate.start - 4) : candidate.start].rstrip().endswith(_ASIDE)
        )
        if aside and quotes.at(candidate.start) is None:
            kept.append(candidate)  # "Ann, who teaches physics, has been told, a doctor said"
            continue
        own = candidate.speaker is not None and _same(candidate.speaker, name)
        if own or (quotes.at(candidate.start) is not None and candidate.speaker is not None):
            kept.append(candidate)
            continue
        if not everything and not candidate.start <= low < candidate.end:
            kept.append(candidate)
            continue
        how = Attribution.PARAPHRASE if candidate.attribution is Attribution.OUTLET else candidate.attribution
        kept.append(
            replace(
                candidate, speaker=name, speaker_alias=alias, attribution_verb=_saying(match["verb"]),
                attribution=how,
                said=candidate.start <= low < candidate.end,
            )
        )  # fmt: skip
    return kept


def _saying(verb: str) -> str:
    """The verb of saying itself, without "has" before it and whom it is told to behind it."""
    return verb.split()[-1] if verb.startswith("ha") else verb.split()[0]


def _goes_on(text: str, candidate: ClauseCandidate, who: str) -> bool:
    """Whether what follows "…, the report says, and" is told by the same: a paper goes on, "it" is of it."""
    noun = who.split()[-1].lower()
    return (
        noun in WRITINGS
        or (noun.endswith("s") and noun[:-1] in WRITINGS)
        or _OF_THE_SAME.match(text, candidate.start, candidate.end) is not None
    )


def _unsaid(candidate: ClauseCandidate) -> ClauseCandidate:
    """A candidate as the outlet's own words."""
    return replace(
        candidate, speaker=None, speaker_alias=None, attribution_verb=None, attribution=Attribution.OUTLET, said=False
    )


def _before_stop(text: str, end: int) -> int:
    """The end of a sentence without its stop."""
    while end and (text[end - 1] in ".!" or text[end - 1].isspace()):
        end -= 1
    return end


_NOBODY = re.compile(r"(?:(?:up|down)\s(?:from|to|on)|according|compared)\b", re.IGNORECASE)
"""What begins words beside a comma that name nobody."""


def _found(
    text: str, span: Span, quotes: QuotationMap, tree: Tree | None, *, headline: bool
) -> tuple[re.Match[str], bool] | None:
    """The words that name a speaker, and whether they are about the whole sentence."""
    for pattern, everything in (
        (_CLOSES_NAMED, True),
        (_CLOSES, True),
        *(((_HEADS, True),) if headline else ()),
        (_BREAKS, True),
        (_PUTS, False),
        (_OPENS, False),
    ):
        if everything:
            matches = list(
                pattern.finditer(text, span.start if pattern is _BREAKS else max(span.start, span.end - 200), span.end)
            )
        else:
            opening = pattern.match(text, span.start, span.end)
            matches = [opening] if opening else []
        for match in reversed(matches):
            if pattern is _HEADS and match["who"].split()[0] in SAYING:
                continue  # "…, says report"
            if _NOBODY.match(match["who"]):
                continue  # "…, up from the N1 million announced in March"
            if (pattern is _OPENS and _is_noun(match, tree)) or _is_object(match, tree):
                continue
            if quotes.at(match.start("verb")) is None and not _NO_SPEAKER.search(match["who"]):
                return match, everything
    return None


def _is_noun(match: re.Match[str], tree: Tree | None) -> bool:
    """Whether the "claims" of "claims that" are things, by the word before or by the tree."""
    if _NOUN_BEFORE.search(match["who"]):
        return True
    at = match.start("verb")
    return tree is not None and any(token.start == at and token.upos != "VERB" for token in tree.tokens)


def _is_object(match: re.Match[str], tree: Tree | None) -> bool:
    """Whether by the tree somebody does something with a claim or report: "the minister rubbished the old claims"."""
    at = match.start("verb")
    return tree is not None and any(
        token.start == at and token.upos == "NOUN" and token.deprel in {"obj", "obl", "nmod"} for token in tree.tokens
    )


def _same(speaker: str, name: str) -> bool:
    return speaker.split()[-1].casefold() == name.split()[-1].casefold()
