"""Who goes on speaking in a German sentence in the subjunctive, where the sentence before tells that somebody spoke.

"Bürgermeisterin Ines Muster erläuterte den Haushalt. Die Rücklagen seien um 3 Millionen gesunken.": the first holds
nothing that was said, and the second names nobody.
"""

from __future__ import annotations

import re

from workbench.language.attribution.closing_speakers import is_body
from workbench.language.attribution.quotation_signs import bare_of_quotations
from workbench.language.attribution.speaker_phrases import is_office
from workbench.language.attribution.subjects_before import subject_of_before

_ACTS = re.compile(
    r"\b(?:(?:erläuter|schilder|kritisier|appellier|bedauer|beklag|verteidig|begründ|mahn|warn|lob|rechtfertig|"
    r"informier|bericht|erinner|dementier|präsentier|kommentier|monier|begrüß|forder|skizzier)(?:e?te)|"
    r"sprach(?=\s(?:sich|von|über)\s)|widersprach|verwies|räumte(?=\s[^.;:]{1,80}\bein[.!]?$)|"
    r"stellte(?=\s[^.;:]{1,80}\bvor[.!]?$)|wies(?=\s[^.;:]{1,80}\bzurück[.!]?$)|zeigte\ssich|äußerte\ssich|zog(?=\s[^.;:]{0,40}\bBilanz\b))"
    r"(?=\W|$)"
)
"""Verbs by which somebody speaks of a thing."""
_DENIED = re.compile(r"\b(?:nicht|nie|niemals|kaum|kein\w{0,2}|weder)\b", re.IGNORECASE)
_LED = re.compile(
    r"(?:(?:Am|Im|In|Auf|Bei|Beim|Nach|Vor|Zum|Zur|Zu|Gegenüber|Gestern|Heute|Anschließend|Zuvor|Außerdem|Zudem|Danach)\b"
    r"[^.;:!?„“”]{0,90})?$"
)
"""What may stand before a verb whose subject follows it."""
_SUBJECT = re.compile(r"(?:(?:der|die)\s)?(?:[A-ZÄÖÜ][\w.-]{1,30}\s){1,6}")


def who_tells(sentence: str) -> str | None:
    """The one person of whom a German sentence tells that he or she spoke of something; None for any other."""
    bare = bare_of_quotations(sentence).strip()
    if _DENIED.search(bare) or "“" in bare:
        return None
    verb = _ACTS.search(bare)
    if verb is None:
        return None
    before, behind = bare[: verb.start()].strip(), bare[verb.end() :].strip()
    if before and "," not in before:
        who = subject_of_before(f"{before} {verb.group().strip()} {behind}", "de", None, left_out=False)
        if who is not None and before.endswith(who):
            return who
    subject = _SUBJECT.match(behind)
    if subject is None or _LED.fullmatch(before) is None:
        return None
    return subject_of_before(f"{subject.group()}spricht {behind[subject.end() :]}", "de", None, left_out=False)


_HEARD = re.compile(
    r"[,”–—-]\s?(?P<verb>(?:heißt|heisst|hieß)\s+es)\s+(?:dazu\s+)?(?:von|vom|bei|beim|aus|seitens)\s+"
    r"(?P<article>(?:der|dem|den|des|einem|einer)\s)?(?P<noun>[A-ZÄÖÜ][\w-]{2,40})"
    r"(?P<whose>(?:\s(?:der|des)\s[A-ZÄÖÜ][\w-]{1,40}|\s[A-ZÄÖÜ][\w-]{1,30}){0,2})(?:\s(?:am\s[A-ZÄÖÜ]\w+tag|gestern|heute))?[.!]?$"
)
_ONE = {"einem": "ein ", "einer": "eine "}


def heard_from(bare: str) -> tuple[str, str] | None:
    """The office or body that a German sentence is told by, and the words: "…, hieß es von der Polizei"."""
    match = _HEARD.search(bare)
    if match is None or not (is_office(match["noun"], "de") or is_body(match["noun"], "de")):
        return None
    article = _ONE.get((match["article"] or "").strip(), "")
    return f"{article}{match['noun']}{match['whose']}", match["verb"]
