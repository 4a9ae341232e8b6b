"""Standalone wording: a claim's words repaired so that they need no article around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Resolution

SPOKEN = "the speaker's own words, by whose turn it is"
"""Why a speaker's name stands before a wording: who "we" are. What else was put in, stands in brackets then."""


def apply_resolutions(text: str, start: int, end: int, resolutions: Sequence[Resolution]) -> str:
    """The wording of `text[start:end]` with the applied resolutions put in, as one sentence."""
    speaker = next((r.replacement for r in resolutions if r.applied and r.reason == SPOKEN), "")
    sentence = _sentence(text, start, end, [r for r in resolutions if r.reason != SPOKEN], bracketed=bool(speaker))
    return f"{speaker} said: “{sentence}”" if speaker and sentence else sentence


def _sentence(text: str, start: int, end: int, resolutions: Sequence[Resolution], *, bracketed: bool) -> str:
    """A wording without who says it; `bracketed` marks what was put in as what was not said."""
    parts: list[str] = []
    at = start
    for resolution in sorted((r for r in resolutions if r.applied), key=lambda r: (r.start, r.end)):
        if resolution.start < at or resolution.end > end:
            continue
        parts.append(text[at : resolution.start])
        put = resolution.replacement
        bare = put.strip(" ,.")
        if bracketed and bare and bare.casefold() != resolution.original.casefold():
            first = bare[0].upper() + bare[1:] if not "".join(parts).strip() else bare
            put = put.replace(bare, f"[{first}]")
        parts.append(put)
        at = resolution.end
    parts.append(text[at:end])
    sentence = " ".join("".join(parts).split())
    sentence = _without_lone_single_mark(_balanced(sentence)).rstrip(" ,;:–—-")
    sentence = _OPENS.sub("", sentence)
    if not sentence:
        return ""
    if sentence[0] in '"“‘' and sentence[1:2].islower():
        sentence = sentence[0] + sentence[1].upper() + sentence[2:]
    if sentence[0].islower() and not re.match(r"^(?:i[A-Z]|e[A-Z])", sentence):
        sentence = sentence[0].upper() + sentence[1:]
    if sentence.endswith((".“", "!“", "?“", ".»", "!»", "?»", ".’", "!’", "?’")):
        return sentence
    return sentence if sentence[-1] in ".!?…\"”'" and not sentence.endswith((',"', ",”")) else sentence + "."


_OPENS = re.compile(r"^(?:[ ,;:]|[–—-](?!\d))+")
"""What a wording does not begin with; a dash right before a figure is its sign."""
_SINGLE = re.compile(r"(?<!\w)['‘’]|['‘’](?!\w)")


def _without_lone_single_mark(sentence: str) -> str:
    """Mend the one single quotation mark of a sentence whose partner lies outside; apostrophes do not count."""
    marks = [match.start() for match in _SINGLE.finditer(sentence)]
    if len(marks) != 1:
        return sentence
    (at,) = marks
    if at == 0 and sentence[1:2].isupper():
        return sentence[1:]
    if at == len(sentence) - 1 and sentence[at - 1 : at] in set(",.!?…"):
        return sentence[:-1].rstrip(",")
    if (
        at > 0
        and sentence[at - 1] == " "
        and sentence[at - 2 : at - 1] in {":", ","}
        and sentence[at + 1 : at + 2].isupper()
    ):
        return sentence + ("" if sentence[-1] in ".!?…" else ".") + ("’" if sentence[at] == "‘" else "'")
    return sentence


def _balanced(sentence: str) -> str:
    """Mend the quotation marks whose partner lies outside the claim.

    Words that are quoted as a whole need none; a quotation that begins or ends inside the claim gets its other mark.
    """
    if "„" in sentence:  # here “ closes
        return sentence
    opened: int | None = None
    lone: list[int] = []
    for at, mark in enumerate(sentence):
        if mark not in '"“”':
            continue
        before, after = sentence[at - 1 : at] if at else " ", sentence[at + 1 : at + 2]
        opens = mark == "“" or (mark == '"' and (before.isspace() or before in "([—–-:'‘") and not after.isspace())
        if opens:
            if opened is not None:
                lone.append(opened)
            opened = at
        elif opened is not None:
            opened = None
        else:
            lone.append(at)
    if opened is not None:
        lone.append(opened)
    if not lone:
        return sentence
    if len(lone) > 1:
        return "".join(character for at, character in enumerate(sentence) if at not in lone)
    (at,) = lone
    if at == 0:
        return sentence[1:]
    if at == len(sentence) - 1:
        return sentence[:-1].rstrip(",")
    if opened is None:
        return ("“" if sentence[at] == "”" else '"') + sentence
    ending = "" if sentence[-1] in ".!?…" else "."
    return sentence.rstrip(" ,;:–—-") + ending + ("”" if sentence[at] == "“" else '"')
