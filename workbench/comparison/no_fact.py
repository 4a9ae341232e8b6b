"""Passages that tell what is not so: of a film, a drill or a tale, of what would be, of what is taken back further on.

A network reads the sentence that is most like the claim and one beside it. That "The dam burst." stands in the script
of a drill is told elsewhere in the passage, and "No study has found that." may be overlooked where it stands behind.
"""

from __future__ import annotations

import re

_UNTRUE = (
    r"myths?|rumou?rs?|hoax(?:es)?|fak(?:e|es|ed)|forged|falsehoods?|lies|(?:mis|dis)information|untrue|debunk\w*|tales?"
    r"|conspiracy\stheor\w+|urban\slegends?|misconceptions?|fallac(?:y|ies)"
)
_MADE_UP = (
    r"fiction\w*|satir\w+|parod\w+|spoofs?|novels?|films?|movies?|screenplays?|sitcoms?|thrillers?|dream(?:s|t|ed)?"
    r"|scripts?|drills?|simulat\w+|scenarios?|hypothe(?:tical|sis|ses)\w*|rehears\w+|role[- ]play\w*|pretend\w*"
    r"|imagin\w+|suppos(?:e|ing)|war\sgames?|mock|video\sgames?|thought\sexperiments?|what\sif|april\sfools?"
)
_TAKEN_BACK = (
    r"retract\w*|withdrew|(?:struck|called|turned|took|taken)\s(?:it|this|that|them)\s(?:down|off|back)"
    r"|(?:was|were|been)\s(?:never\s(?:built|made|held|adopted|carried|signed|paid|opened)|withdrawn|dropped|shelved"
    r"|abandoned|scrapped|called\soff|overturned|quashed|annulled|struck\sdown|taken\sback)"
    r"|came\sto\snothing|never\s(?:happened|came|took\splace)"
    r"|(?:no|neither)\s(?:stud(?:y|ies)|evidence|proof|trace|truth|record|basis|word)"
    r"|nothing\s(?:of\s(?:it|this|that)|was\sever|came|in\sit)"
    r"|(?:this|that|which|it|none\sof\s(?:it|this|that|them))(?:\s(?:is|was|were|are)|['’]s)\s"
    r"(?:simply\s|just\s|all\s|quite\s|plainly\s)?"
    r"(?:not\s(?:true|so|the\scase|right|correct)|false|wrong|nonsense|untrue|invented|made\sup|incorrect|inaccurate)"
)
_WORDS = re.compile(rf"\b(?:{_UNTRUE}|{_MADE_UP}|{_TAKEN_BACK})\b", re.I)
_SUPPOSED = re.compile(
    r"(?:^|[.!?\n][\"”’]?\s{1,4})[\"“‘]?(?:If|Imagine|Suppose|Were|Should|Had|Say|Picture|Assume)\b"
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
