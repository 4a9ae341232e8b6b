"""When a passage only repeats a claim: a copy of it, or a report that someone made it."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urlsplit

from workbench.comparison.context_window import sentence, stems
from workbench.comparison.stemming import stem

LEAST_WORDS = 4
"""Claims of fewer words are told by too little."""

COPIED_WORDS = 8
COPIED = 0.9
"""A claim of that many words, that share of which stands in a passage hardly longer than it, was copied."""

SAME_NEWS = 3
"""Days before the claim within which a copy is of the same news; what is older can be where it comes from."""

_WORD = re.compile(r"\w+")
_REPORTING = re.compile(
    r"\b(?:said|says|say|told|claimed|claims|claim|according to|tweeted|posted|announced|alleged|stated"
    r"|insisted|argued|quoted|repeated|asserted|boasted|suggested)\b"
    r"|\bwr(?:ote|ites)\s+(?:that\b|[:,“\"])",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    # "not yet" and "yet to be" weigh nothing
    r"\b(?:but|however|although|though|(?<!not )(?<!n['’]t )yet(?!\s+to\b|[.,;])|whereas|false|falsely|wrong|wrongly"
    r"|incorrect|untrue|mislead\w*|inaccurate|in fact|actually|in reality|contrary|no evidence|den(?:y|ies|ied)"
    r"|disput\w*|reject\w*|refut\w*|debunk\w*|contradict\w*|confirm\w*|verif\w*"
    r"|(?:records?|data|figures|documents?) show(?:s|ed)?|true|correct|correctly|rightly|census|surveys?|stud(?:y|ies)"
    r"|statistics|registers?|hoax|myth|fake|doctored|unproven)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|without|cannot|fail(?:s|ed)?)\b|n['’]t\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")


def repeats(
    claim: str,
    passage: str,
    *,
    speaker: str | None = None,
    publisher: str | None = None,
    days_before: int | None = None,
) -> bool:
    """Whether a passage is a copy of the claim, or reports that someone made it, and so settles nothing.

    A passage that goes on to weigh what was said ("but", "in fact", "records show") is no mere repetition, nor is one
    that has another number or a "not" too many. A claim that is itself about what was said is not repeated by a
    report of it: that is what it is to be checked by.

    Args:
        claim: The claim's words.
        passage: The passage's words.
        speaker: Who made the claim, where that is known.
        publisher: Who published the passage, where that is known.
        days_before: How many days before the claim the passage was published, where that is known.
    """
    words = _stems(claim)
    if len(words) < LEAST_WORDS or _WEIGHED.search(passage):
        return False
    told = _stems(passage)
    # one name or adjective of the claim in another place of the world is what refutes it
    if not stems(claim) <= stems(passage) or not _same_numbers(claim, passage):
        return False
    if len(_NOT.findall(claim)) != len(_NOT.findall(passage)):
        return False
    if speaker and publisher and speaker.casefold() == publisher.casefold():
        return True
    if days_before is not None and days_before <= SAME_NEWS and _copied(words, told):
        return True
    if _REPORTING.search(claim):
        return False
    reported = _reported(claim, passage)
    # "X said that…" repeats; a passage that goes on for long after it may also check what was said
    return reported and (len(told) <= 2.5 * len(words) + 12 or _by(speaker, passage))


def _stems(text: str) -> list[str]:
    return [stem(word) for word in map(str.casefold, _WORD.findall(text))]


def _same_numbers(claim: str, passage: str) -> bool:
    held = {number.strip(".,") for number in _NUMBER.findall(passage)}
    return {number.strip(".,") for number in _NUMBER.findall(claim)} <= held


def _copied(words: list[str], told: list[str]) -> bool:
    """Whether most pairs of neighbouring words of a claim stand in a passage that is hardly longer."""
    if len(words) < COPIED_WORDS or len(told) > 1.5 * len(words):
        return False
    pairs = set(pairwise(told))
    own = list(pairwise(words))
    return sum(pair in pairs for pair in own) >= COPIED * len(own)


def _reported(claim: str, passage: str) -> bool:
    """Whether a sentence that someone is said to have said holds the claim's words."""
    for match in _REPORTING.finditer(passage):
        begin, end = sentence(passage, match.start())
        if stems(claim) <= stems(passage[begin:end]):
            return True
    return False


def _by(speaker: str | None, passage: str) -> bool:
    return bool(speaker) and str(speaker).casefold() in passage.casefold()


def same_address(one: str | None, other: str | None) -> bool:
    """Whether two web addresses are of one page: scheme, "www.", a last slash and what follows "#" do not matter."""
    return one is not None and other is not None and _address(one) == _address(other)


_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|mc_)")


def _address(url: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return "", url, ""
    query = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.match(part))
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), query
