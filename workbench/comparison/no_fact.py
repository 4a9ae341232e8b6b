"""Passages that say themselves that what they tell is not so: a myth, a hoax, what is supposed or taken back later.

A network reads the sentence that is most like the claim and one beside it, and what takes it back may stand elsewhere.
"""

from __future__ import annotations

import re

_UNTRUE = (
    r"myths?|rumou?rs?|hoax(?:es)?|falsehoods?|(?:mis|dis)information|debunk\w*|conspiracy\stheor\w+|urban\slegends?"
    r"|misconceptions?|fictional|satir\w+|parod(?:y|ies)|spoofs?|april\sfools?|thought\sexperiments?"
)
_TAKEN_BACK = (
    r"(?:struck|called|turned|took|taken)\s(?:it|this|that|them)\s(?:down|off|back)"
    r"|came\sto\snothing|never\s(?:happened|took\splace)|nothing\s(?:of\s(?:it|this|that)|was\sever|came\sof)"
    r"|(?:this|that|which|it|none\sof\s(?:it|this|that|them))(?:\s(?:is|was|were|are)|['’]s)\s"
    r"(?:simply\s|just\s|all\s|quite\s|plainly\s)?"
    r"(?:not\s(?:true|so|the\scase)|false|nonsense|untrue|invented|made\sup)"
)
_WORDS = re.compile(rf"\b(?:{_UNTRUE}|{_TAKEN_BACK})\b", re.I)
_SUPPOSED = re.compile(
    r"(?:^|[.!?\n][\"”’]?\s{1,4})[\"“‘]?(?:(?:Imagine|Suppose|Picture|Assume)\b"
    r"|In\s(?:the|this|that|his|her|their)\s(?:\w+\s)?(?:film|movie|novel|play|story|game|series|sketch|script|drill|exercise)\b)"
    r"(?![^.!?\n]{0,300}\?)"
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def of_another_world(claim: str, passage: str, title: str = "") -> str:
    """The words by which a passage tells what is not so, "" where none are found.

    Words that the claim has too say nothing: a claim about a film is borne out by what is said of the film.
    """
    told = f"{title}\n{passage}"
    own = {word.casefold()[:5] for word in _WORD.findall(claim)}
    for found in _WORDS.finditer(told):
        if not any(word.casefold()[:5] in own for word in _WORD.findall(found.group())):
            return found.group()
    supposed = _SUPPOSED.search(passage)
    if supposed is not None and not _SUPPOSED.search(claim):
        return supposed.group().strip(' \n.!?"“‘”’')
    return ""
