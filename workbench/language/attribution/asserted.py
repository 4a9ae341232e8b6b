"""What a wording asserts, without the words that tell who said it: what a passage is read against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.language.attribution.plain_speakers import SPEAKING_PRONOUNS, hears, is_plain, names_speaker
from workbench.language.grammar.lexicon import AUXILIARIES, SAY_VERBS
from workbench.language.grammar.verbs import is_finite
from workbench.language.text.calendar_names import MONTH, WEEKDAY
from workbench.language.text.tokenizer import word_set, words

_ASSERT = word_set(
    "say tell write add announce report claim warn state note argue explain insist confirm declare disclose conclude "
    "contend comment testify tweet reveal stress reiterate inform admit acknowledge "
    "reply counter retort recall complain object protest"
)
"""Verbs whose content is put forward as true; "expects", "denies" and "suggests" say something else."""
_SAID = "|".join(sorted({form for verb in _ASSERT for form in SAY_VERBS.get(verb, ()) if not form.endswith("ing")}))
_NOUNS = word_set("claim report state note comment tweet stress counter reply recall object protest")
_SAID_SO = "|".join(
    sorted(
        {
            form
            for verb in _ASSERT
            for form in SAY_VERBS.get(verb, ())
            if not form.endswith("ing") and not (verb in _NOUNS and (form == verb or form.endswith("s")))
        }
    )
)
"""The same without what may be a noun before "that": "the ministry reports that the well was poisoned were wrong"."""
_HAS = r"(?:(?:has|have|had)\s)?(?:(?:also|earlier|later|previously|already|since|now)\s)?"
_WEEKDAY = rf"{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}|{MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?"
_TIME = (
    rf"(?:(?:late|early|later|earlier)\s)?(?:(?:on\s)?(?:{_WEEKDAY}|{_DATE})|in\s(?:{MONTH}(?:\s\d{{4}})?|\d{{4}})|"
    rf"(?:last|this)\s(?:week|month|year|morning|afternoon|evening|spring|summer|autumn|winter|{MONTH}|{_WEEKDAY})|"
    r"yesterday|today)"
)
_CAPITAL = r"[A-ZÀ-Þ][\w.'’&-]{0,30}"
_SAID_IN = (
    r"an?\s(?:(?:short|brief|long|joint|written|public|press|news|court|radio|television|TV|blog|open)\s)?(?:statement|interview|"
    r"speech|letter|e-?mail|post|tweet|message|report|article|release|conference|briefing|hearing|meeting|filing|memo)"
)
_PLACE = (
    rf"(?:in|at)\s(?:{_SAID_IN}(?:\s(?:with|to|in|at)\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,3}})?|"
    rf"(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,3}})"
)
_WHEN = rf"(?:\s{_TIME})?(?:\s{_PLACE})?(?:\s{_TIME})?"
"""When and where it was said: a day, a place, "in a statement", nothing else."""
_TO_WHOM = r"(?:\s(?P<to>(?:to\s)?[\w.'’-]{1,30}(?:\s[\w.'’-]{1,30}){0,5}?))??"
_OWN_FORM = re.compile(r"(?P<who>[^“”\"]{2,120}) said: “(?P<what>[^“”]+)”")
"""How a wording tells whose "we" it holds."""
_ENDS = re.compile(r"(?:,|[,.]?[”\"],?)\s")
_TAIL = re.compile(
    rf"(?:(?P<who>[^,;“”\"]{{2,90}}?(?:,\s[^,;“”\"]{{2,60}},)?)\s{_HAS}(?P<verb>{_SAID}){_TO_WHOM}"
    rf"|(?:{_SAID})\s(?P<after>[^,;“”\"]{{2,90}}?(?:,\s[^,;“”\"]{{2,60}}?)?)"
    rf"|according\sto\s(?P<source>[^,;“”\"]{{2,90}}?(?:,\s[^,;“”\"]{{2,60}}?)?)){_WHEN}\s?\.?"
)
"""Who said what stands before."""
_LONGEST_TAIL = 260
_BEFORE = re.compile(
    rf"(?:(?i:according\sto)\s(?P<source>[^,;“”\"]{{2,90}}),\s"
    rf"|(?:(?i:{_TIME}),?\s)?(?P<who>[^;“”\"]{{2,90}}?),?\s{_HAS}(?P<verb>{_SAID_SO}){_TO_WHOM}{_WHEN}(?:\s(?P<that>that)\s|[:,]\s?(?=[“\"]))"
    rf"|(?P<says>[^,;“”\"]{{2,60}}?)\s(?:said|says)\s"
    r"(?=\d|[£$€]\d|(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|there(?!\s+\w+\s+(?:no|never|nothing|nobody|little|hardly)\b)|it|he|she|they|more)\s|"
    r"[A-Z](?!\w{2,8}day\b)))"
)
"""Who said what stands behind."""
_BETWEEN = re.compile(rf",\s(?P<who>[^,;“”\"]{{2,80}}?)\s(?:{_SAID}){_WHEN},\s")
_SAYS_MORE = re.compile(
    rf"\b(?:and|but)\s+(?:{_TIME}\s+)?that\b|\band\s+(?:(?:has|have|had)\s+)?(?:{_SAID}|accused|asked|called|blamed)\b"
)
"""Somebody who says one thing and another: what is left would be no sentence."""
_OTHERS_SAY = re.compile(
    r"[,;–—]\s{0,2}(?:but|yet|although|though|whereas|while|which|who|(?!including|according|during)[a-z]{2,20}ing)\b"
)
"""What may be told by who writes, and not by who speaks: "…, but divers found a crack"."""
_OTHERS_CALL = re.compile(r"\b(?:in|of|as|for)\s+what\s+(?:\S+\s+){1,6}?(?:call|describe|term|label)(?:s|d|ed|led)\b")
"""What others say of it: "in what the court called a lie"."""
_COUNTED_ON = re.compile(
    rf"\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this)\s+(?:week|weekend|month|year|spring|summer|autumn|winter|"
    rf"{_WEEKDAY}|{MONTH})|(?:in|within)\s+(?:an?|one|two|three|\d+)\s+(?:days?|weeks?|months?|years?)|\w+\s+\w+\s+ago)\b",
    re.IGNORECASE,
)
"""What is counted from the day on which it was said, which goes with the words that tell it."""
_ADVERBIAL = re.compile(
    r"(?:by|in|at|on|from|to|of|for|with|since|until|because|after|before|including)\s(?!error|mistake)"
)
_CLOSES_BEFORE = re.compile(r".[”\"].*\w")
_MARKS = "“”\"'‘’ ,"
_OF_ONE = {"have": "has", "are": "is", "am": "is", "were": "was", "do": "does"}
"""What follows "we" or "I", as it follows a name."""
_BE = frozenset({"are", "were"})
_NO_FIRST = frozenset({"who", "which", "whose", "whom", "where", "that", "when", "whether", "if"})
_RELATIVE = _NO_FIRST | {"to", "about"}
_OWNED = frozenset({"his", "her", "its", "their", "our", "my"})
_ANDS = frozenset({"and", "but", "or", "then"})
_LONGEST = 1_000
"""Characters of a wording that is looked through."""
_LEAST = 3
"""Words that have to be left."""


def asserted(wording: str, speaker: str | None) -> str:
    """What somebody's words assert: "The port is shut" of "The port is shut, the harbour master said on Monday".

    A claim is checked for what was said, not for that it was said; a model that reads passages against it does worse by
    a sixth with the words around it (`python -m benchmarks.stance_newsroom --said`).

    Args:
        wording: A claim's wording.
        speaker: Who says it, None where that is not known; then the wording stays.
    Returns:
        One sentence; the whole wording unless it is a bare name or office that says so, by the verb that follows at
        once: "said it was false that", "few said that", "after she said that" leave it whole.
    """
    if speaker is None or len(wording) > _LONGEST:
        return wording
    for find in (_own_form, _behind, _before, _between):
        named, what = find(wording)
        what = what.strip(_MARKS)
        if (
            names_speaker(named, speaker)
            and len(what.split()) >= _LEAST
            and what.count("“") == what.count("”")
            and what.count('"') % 2 == 0
            and "?" not in what
            and not (_SAYS_MORE.search(what) or _OTHERS_CALL.search(what))
            and not (_COUNTED_ON.search(what) and re.search(r"\d", wording.replace(what, "")))
        ):
            return f"{what[0].upper()}{what[1:].rstrip('.')}."
    return wording


def teller(wording: str) -> str | None:
    """Who is told to have said what a wording holds, where that is a plain name or office; None where nobody is.

    Whoever types "Ann Sample complained that 140 ballots were lost" names the speaker in the same words as a paper.
    """
    if len(wording) > _LONGEST:
        return None
    for find in (_own_form, _behind, _before, _between):
        named = find(wording)[0].strip(" ,").partition(", ")[0]
        if named and named.casefold() not in SPEAKING_PRONOUNS and is_plain(named):
            return named
    return None


def _own_form(wording: str) -> tuple[str, str]:
    """ "Ann Sample said: “We lost [our] 40 boats.”": "Ann Sample lost our 40 boats."."""
    match = _OWN_FORM.fullmatch(wording)
    if match is None:
        return "", ""
    own = match["what"].replace("[", "").replace("]", "").split(" ")
    if own[0] in {"We", "I"} and len(own) > 1:
        if not _of_one(own):
            return "", ""
        own[:2] = [match["who"], _OF_ONE.get(own[1], own[1])]
    return match["who"], " ".join(own)


def _of_one(own: Sequence[str]) -> bool:
    """Whether what "we" or "I" do can be said of one name: not "we farmers lost", "I and my wife", "we are 40"."""
    if own[1] in _BE and own[0] == "We":
        return len(own) > 2 and own[2].endswith(("ed", "ing"))
    found = words(" ".join(own[:2]))
    return len(found) > 1 and is_finite(found, 1)


def _behind(wording: str) -> tuple[str, str]:
    """ "…, Ann Sample said on Monday", "…, said Ann Sample, a farmer", "…, according to the office"."""
    for end in _ENDS.finditer(wording, max(0, len(wording) - _LONGEST_TAIL)):
        match = _TAIL.fullmatch(wording, end.end())
        if match is not None and _is_told(match):
            return match["who"] or match["after"] or match["source"], wording[: end.start()]
    return "", ""


def _before(wording: str) -> tuple[str, str]:
    """ "Ann Sample said on Monday that …", "The firm said the plant would …", "According to the office, …"."""
    match = _BEFORE.match(wording)
    if match is None or not _is_told(match):
        return "", ""
    what, named = wording[match.end() :], match["who"] or match["says"] or match["source"]
    first = what.strip(_MARKS).split(" ", 1)[0].lower()
    if what.startswith(("“", '"')):
        return (named, what) if first not in {"we", "i"} and not _CLOSES_BEFORE.search(what) else ("", "")
    if first in _OWNED or (first in SPEAKING_PRONOUNS and named.lower() != first and not match["source"]):
        return "", ""  # who "it" or "she" is does not follow from who speaks
    if first in _NO_FIRST | AUXILIARIES or _OTHERS_SAY.search(what):
        return "", ""
    if match["source"]:  # "According to Ann Sample, the mayor, …" holds no sentence before its next comma
        begins, parted, _ = what.partition(", ")
        return (named, what) if not parted or _ADVERBIAL.match(what) or _tells(begins) else ("", "")
    whole = match["that"] and not _ADVERBIAL.match(what)  # "said that in an interview" tells nothing
    return (named, what) if not _acts_too(what) and (whole or _tells(what)) else ("", "")


def _between(wording: str) -> tuple[str, str]:
    """ "Prices rose, the office said, by 3 % in May", "In May, the office said, prices rose"."""
    match = _BETWEEN.search(wording)
    if match is None or any(mark in wording for mark in '“”"'):
        return "", ""
    first, rest = wording[: match.start()], wording[match.end() :]
    if _OTHERS_SAY.search(f", {rest}") or not (_ADVERBIAL.match(rest) if _tells(first) else _tells(rest)):
        return "", ""
    # "The port, Ann Sample said, was shut" parts a subject from its verb
    joined = f"{first} {rest}" if not _tells(first) and not _ADVERBIAL.match(first.lower()) else f"{first}, {rest}"
    return match["who"], joined


def _is_told(match: re.Match[str]) -> bool:
    """Whether the words between a verb of saying and what was said tell only whom it was said to."""
    given = match.groupdict()
    if given.get("verb") is None:
        return True
    if given["to"] is None:
        return not given["verb"].startswith(("tell", "told", "inform"))
    return hears(given["to"], given["verb"])


def _tells(what: str) -> bool:
    """Whether words hold a finite verb of their own, before any clause that hangs on a noun of theirs."""
    found = words(what)
    for place, word in enumerate(found):
        if word.lower in _RELATIVE:
            return False
        if is_finite(found, place) and word.text != "May":
            return True
    return False


def _acts_too(what: str) -> bool:
    """Whether a second deed may be the speaker's own: "said that the port was safe and left the room"."""
    found = words(what)
    return any(
        word.lower in _ANDS and place + 1 < len(found) and is_finite(found[place + 1 :], 0)
        for place, word in enumerate(found)
    )
