"""One name for one speaker: "Cllr Ann Sample", "Sample" and "Ann Sample, Chair of the Board" are who is named once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.grammar.lexicon import TITLE_WORDS
from workbench.language.references.body_nouns import BODIES
from workbench.language.references.entities import is_role
from workbench.language.text.tokenizer import word_set

_TITLES = word_set(
    "cllr councillor councilor mr mrs ms miss dr prof professor sir dame lord lady judge sen rep senator"
)
_BEHIND = re.compile(r"(?:,?\s(?:KC|QC|MP|MEP|MSP|MBE|OBE|CBE|PhD|MD|JP)){1,4}$")
_PERSON = re.compile(
    r"[A-ZÀ-ÞŠŽ][\w.’'-]{0,24}(?:\s(?:[A-ZÀ-ÞŠŽ][\w.’'-]{0,24}|de|van|von|der|di|da|al|bin|ibn|el|la|le|y)){1,4}"
)
_ROLE_BEHIND = re.compile(r",\s(?=[A-Za-z])")
_JOINS = re.compile(r"(?:and|or|but|nor)\s")


def one_name(candidates: Sequence[ClauseCandidate]) -> list[ClauseCandidate]:
    """The candidates with one name for each speaker; what begins with "and" is no speaker.

    A surname alone becomes the one full name among the speakers that ends in it; of two nothing is known.
    """
    plain = {c.speaker: _plain(c.speaker) for c in candidates if c.speaker is not None}
    seen: set[str] = set()
    everybody = set(plain.values())
    names: dict[str, str] = {}
    found = []
    for candidate in candidates:
        who = candidate.speaker
        if who is not None and who not in names:  # a surname told before the full name may be a firm's
            known = seen if " " not in plain[who] else everybody
            names[who] = _full(plain[who], known | {plain[who]})
            seen.add(plain[who])
        if who is not None and _JOINS.match(who):
            candidate = replace(
                candidate, speaker=None, speaker_alias=None, attribution=Attribution.OUTLET, attribution_verb=None,
                said=False,
            )  # fmt: skip
        elif who is not None and names[who] != who:
            candidate = replace(candidate, speaker=names[who])
        found.append(candidate)
    return found


def _is_office(name: str) -> bool:
    """Whether a name is what somebody is: "Mayor", "Deputy Mayor"."""
    return all(word.casefold() in TITLE_WORDS or is_role(word) for word in name.split())


def _plain(who: str) -> str:
    """A person's name without what stands behind it: "Ann Sample KC", "Ann Sample, President of the Board"."""
    head = _ROLE_BEHIND.split(_BEHIND.sub("", who), maxsplit=1)[0]
    person = _PERSON.fullmatch(head) is not None and not any(word.casefold() in BODIES for word in head.split())
    return head if person else who


def _full(name: str, names: set[str]) -> str:
    """The name among some by which somebody is called in full: without a title, or with the first name."""
    parts = name.split()
    if len(parts) > 2 and parts[0].rstrip(".").casefold() in _TITLES and " ".join(parts[1:]) in names:
        return " ".join(parts[1:])
    if len(parts) != 1 or not name[:1].isupper() or _is_office(name):
        return name  # "Mayor" is no "Deputy Mayor"
    longer = {_full(other, names) for other in names if other != name and other.split()[-1] == name}
    longer = {other for other in longer if _PERSON.fullmatch(other) and not _is_office(other)}
    return longer.pop() if len(longer) == 1 else name
