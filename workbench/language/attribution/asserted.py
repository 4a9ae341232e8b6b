"""What a wording asserts, without the words that tell who said it: what a passage is read against."""

from __future__ import annotations

import re

from workbench.language.grammar.lexicon import SAY_VERBS
from workbench.language.text.tokenizer import word_set

_ASSERT = word_set(
    "say tell write add announce report claim warn state note argue explain insist confirm declare disclose conclude "
    "contend comment testify tweet reveal stress reiterate inform admit acknowledge "
    "reply counter retort recall"
)
"""Verbs whose content is put forward as true; "expects", "denies" and "suggests" say something else."""
_SAID = "|".join(sorted({form for verb in _ASSERT for form in SAY_VERBS.get(verb, ()) if not form.endswith("ing")}))
_HAS = r"(?:(?:has|have|had)\s)?(?:also\s)?"
_WHEN = r"(?:on|in|at|during|late|early|earlier|last|this|yesterday|today)\s[^,“”\"]{2,60}?"
_TO_WHOM = r"(?:(?:the|a|an|his|her|our|its)\s)?[\w.'’-]{1,30}(?:\s[\w.'’-]{1,30}){0,3}"
_OWN_FORM = re.compile(r"(?P<who>[^“”\"]{2,120}) said: “(?P<what>[^“”]+)”")
"""How a wording tells whose "we" it holds."""
_ENDS = re.compile(r"(?:,|[,.]?[”\"],?)\s")
_TAIL = re.compile(
    rf"(?:(?P<who>[^,;“”\"]{{2,90}}?(?:,\s[^,;“”\"]{{2,60}},)?)\s{_HAS}(?:{_SAID})"
    rf"|(?:{_SAID})\s(?P<after>[^,;“”\"]{{2,90}}?(?:,\s(?!(?:that|and|but|so|or|because|while|which)\b)[^,;“”\"]{{2,60}})?)|according\sto\s(?P<source>[^;“”\"]{{2,90}}?))"
    rf"(?:\s{_TO_WHOM})?(?:\s{_WHEN})?\s?\.?"
)
"""Who said what stands before."""
_LONGEST_TAIL = 260
_BEFORE = re.compile(
    rf"(?:(?P<who>[^;“”\"]{{2,90}}?),?\s{_HAS}(?:{_SAID})(?:\s{_TO_WHOM})??"
    rf"(?:\s{_WHEN})?(?:\sthat\s|[:,]\s?(?=[“\"]))"
    rf"|(?P<says>[^,;“”\"]{{2,60}}?)\s(?:said|says)\s"
    r"(?=(?:the|a|an|there|it|he|she|they|its|his|her|their|more|no)\s|[A-Z](?!\w{2,8}day\b))"
    rf"|(?i:according\sto)\s(?P<source>[^,;“”\"]{{2,90}}),\s)"
)
"""Who said what stands behind."""
_BETWEEN = re.compile(rf",\s(?P<who>[^,;“”\"]{{2,80}}?)\s(?:{_SAID})(?:\s{_WHEN})?,\s")
_SAYS_MORE = re.compile(rf"\band\s+that\b|\band\s+(?:(?:has|have|had)\s+)?(?:{_SAID}|accused|asked|called|blamed)\b")
"""Somebody who says one thing and another: what is left would be no sentence."""
_WORD = re.compile(r"[\w'’-]+")
_MARKS = "“”\"'‘’ ,"
_OF_ONE = {"have": "has", "are": "is", "am": "is", "were": "was", "do": "does"}
"""What follows "we" or "I", as it follows a name."""
_NO_NAME = re.compile(
    r"(?i:\b(?:not|never|no|nobody|none|neither|nor|cannot|refus\w+|declin\w+|fail\w+|den(?:y|ied|ies)|doubt\w*|if|whether|unless|"
    r"before|until|when|that|to|did|do|does|could|would|may|might|must|should|yet|without|hardly|wrong)\b|n['’]t\b|\w{3}ly\b)"
)
"""What beside a name means that somebody did not say it, or not so: "Ann Sample never said that …"."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_OWNED = frozenset({"his", "her", "its", "their", "our", "my"})
_LONGEST = 1_000
"""Characters of a wording that is looked through."""
_LEAST = 3
"""Words that have to be left."""
_SHORT = 3
"""Letters of a word that names nobody."""


def asserted(wording: str, speaker: str | None) -> str:
    """What somebody's words assert: "The port is shut" of "The port is shut, the harbour master said on Monday".

    A claim is checked for what was said, not for that it was said; a model that reads passages against it does worse by
    a sixth with the words around it (`python -m benchmarks.stance_newsroom --said`).

    Args:
        wording: A claim's wording.
        speaker: Who says it, None where that is not known; then the wording stays.
    Returns:
        One sentence; the whole wording where it is not certain which words tell who said it.
    """
    if speaker is None or len(wording) > _LONGEST:
        return wording
    for find in (_own_form, _behind, _before, _between):
        named, what = find(wording)
        what = what.strip(_MARKS)
        if (
            _is_speaker(named, speaker)
            and len(what.split()) >= _LEAST
            and what.count("“") == what.count("”")
            and not _SAYS_MORE.search(what)
        ):
            return f"{what[0].upper()}{what[1:].rstrip('.')}."
    return wording


def _own_form(wording: str) -> tuple[str, str]:
    """ "Ann Sample said: “We lost [our] 40 boats.”": "Ann Sample lost our 40 boats."."""
    match = _OWN_FORM.fullmatch(wording)
    if match is None:
        return "", ""
    words = match["what"].replace("[", "").replace("]", "").split(" ")
    if words[0] in {"We", "I"} and len(words) > 1:
        words[:2] = [match["who"], _OF_ONE.get(words[1], words[1])]
    return match["who"], " ".join(words)


def _behind(wording: str) -> tuple[str, str]:
    """ "…, Ann Sample said on Monday", "…, said Ann Sample, a farmer", "…, according to the office"."""
    for end in _ENDS.finditer(wording, max(0, len(wording) - _LONGEST_TAIL)):
        match = _TAIL.fullmatch(wording, end.end())
        if match is not None:
            return match["who"] or match["after"] or match["source"], wording[: end.start()]
    return "", ""


def _before(wording: str) -> tuple[str, str]:
    """ "Ann Sample said on Monday that …", "The firm said the plant would …", "According to the office, …"."""
    match = _BEFORE.match(wording)
    if match is None:
        return "", ""
    what, named = wording[match.end() :], match["who"] or match["says"] or match["source"]
    first = what.split(" ", 1)[0].lower()
    if first in _OWNED or (first in _PRONOUNS and named.lower() != first and not match["source"]):
        return "", ""  # who "it" or "she" is does not follow from who speaks
    return named, what


def _between(wording: str) -> tuple[str, str]:
    """ "Prices rose, the office said, by 3 % in May"."""
    match = _BETWEEN.search(wording)
    return (match["who"], f"{wording[: match.start()]}, {wording[match.end() :]}") if match else ("", "")


def _is_speaker(named: str, speaker: str) -> bool:
    """Whether the words before a verb of saying are the speaker's name, office or pronoun, and say no more."""
    if _NO_NAME.search(named) and named.casefold() != speaker.casefold():
        return False
    given = {word.lower() for word in _WORD.findall(named) if len(word) > _SHORT or word.lower() in _PRONOUNS}
    own = {word.lower() for word in _WORD.findall(speaker) if len(word) > _SHORT}
    return bool(given & own) or (bool(given) and given <= _PRONOUNS) or named.casefold() == speaker.casefold()
