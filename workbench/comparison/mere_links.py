"""A link that is no cause: "is linked to", "are more likely to" for "causes", "died after taking" for "killed"."""

from __future__ import annotations

import re

from workbench.comparison.outcomes import Comparison, Facts, Outcome
from workbench.comparison.told_words import LITTLE, Telling, tokens

_LINK = re.compile(
    r"\b(?:is|are|was|were|been|be|being)\s(?:\w+ly\s|also\s|often\s|long\s|first\s)?"
    r"(?:linked|tied|connected|related|associated|correlated)\s(?:to|with)\b"
    r"|\b(?:correlates?|correlated)\swith\b"
    r"|\b(?:(?:connection|relationship)s?\sbetween|(?:link|association|correlation)s?\s(?:between|with|to))\b",
    re.I,
)
"""That two go together, told as what is known of them."""
_LINKED = re.compile(
    r"\b(?:is|are|was|were|been)\s(?:\w+ly\s|also\s|often\s)?(?:linked\s(?:to|with)|associated\swith)\b", re.I
)
"""The same beside a claim of another kind than a cause: what is "connected to" a wire is so."""
_MORE = (
    r"(?:more|less|as|twice\sas|times\sas|likelier)\slikely|likelier|tend(?:s|ed)?\sto|rose\stogether|at\s(?:higher|greater|increased)\srisk"
    r"|(?:higher|greater|lower|increased|raised|reduced|elevated)\s(?:risk|rate|odds|chance|incidence|level)s?"
    r"|more\s(?:common|often|frequent)|(?:higher|lower|more\s\w+|less\s\w+)\s(?:where|among|in\s(?:areas|places|countries|regions|people))"
)
_WHO_MORE = re.compile(
    rf"\b(?:{_MORE})\b|\b(?:who|whose)\b[^.;]{{3,60}}\b(?:higher|lower|more|less|better|worse|fewer)\b", re.I
)
"""That one is found where the other is."""
_CAUSES = re.compile(
    r"\b(?:caus(?:e[sd]?|ing)|lead(?:s|ing)?\sto|led\sto|due\sto|owing\sto|thanks\sto|because|result(?:s|ed|ing)?\s(?:in|of|from)|the\sresult\sof"
    r"|trigger\w*|mak(?:es?|ing)|made|blame[ds]?|responsible|brought|brings?|provok\w+|contribut\w+|driv(?:es?|en|ing)|drove|prov(?:ed|es|en|ing))\b",
    re.I,
)
_CLAIMS_CAUSE = re.compile(
    r"\b(?:caus(?:e[sd]?|ing)|lead(?:s|ing)?\sto|led\sto|due\sto|because|result(?:s|ed)?\sin|trigger(?:s|ed)?|mak(?:es?|ing)|made|gives?"
    r"|(?:rais|increas|reduc|damag|doubl|improv|produc|ag|decreas)(?:es?|ed)|(?:lower|cut|boost|harm|kill|prevent|protect|slow|worsen|trebl|ruin|hurt|cur)(?:e?[sd]|)"
    r"|shortens?|weakens?|strengthens?)\b",
    re.I,
)
"""The verbs of a claim that one thing brings about the other."""
_PLAINLY = re.compile(r"caus|led\s|lead", re.I)
_AFTER = re.compile(r"\b(?:after|following|followed|near)\b", re.I)
"""What tells of two things that one came after the other, or beside it."""
_OPEN = re.compile(
    r"\b(?:may|might|could|linked|associated|tied|correlat\w+|connected|likely|risks?|link|association|relationship|connection|susceptible|prone)\b",
    re.I,
)
_PART_ENDS = re.compile(r"[,;:()–—]|\b(?:which|who|that|and\swas|and\shas)\b")


def mere_links(told: Telling) -> Comparison | None:
    """The claim's cause and the passage's words that say only that two are found together."""
    begin, stop = told.words[0].start, told.words[-1].end
    claims = _CLAIMS_CAUSE.search(told.claimed)
    if _OPEN.search(told.claimed) or _CAUSES.search(told.text, begin, stop):
        return None
    for link in (_LINK if claims else _LINKED).finditer(told.text, begin, stop):
        both = link.group().casefold().endswith("between")  # "a link between the two"
        if (both or _beside(told, begin, link.start(), last=True)) and _beside(told, link.end(), stop, last=False):
            return Comparison(Outcome.LESS, claims.group() if claims else told.own_said(1, 3), link.group())
    more = _WHO_MORE.search(told.text, begin, stop) if claims else None
    if more is None and claims is not None and _PLAINLY.match(claims.group()):
        more = _AFTER.search(told.text, begin, stop)
    if claims is None or more is None or any(word.low == claims.group().casefold() for word in told.words):
        return None
    return Comparison(Outcome.LESS, claims.group(), " ".join(more.group().split()))


def _beside(told: Telling, begin: int, stop: int, *, last: bool) -> bool:
    """Whether what stands on one side of a link, up to a mark or another clause, is of the claim."""
    ends = list(_PART_ENDS.finditer(told.text, begin, stop))
    if ends and last and told.text[ends[-1].start() : ends[-1].end()] not in (",", "which", "who", "that"):
        begin = ends[-1].end()
    if ends and not last:
        stop = ends[0].start()
    return any(
        word.is_word and word.low not in LITTLE and told.in_claim(word) for word in tokens(told.text[begin:stop])
    )


_GIVEN = (
    r"(?:vaccin\w{0,6}|immuni[sz]\w{0,6}|jabs?|(?:flu\s|booster\s)?shots?|injections?|doses?|drugs?|medicines?|medication|pills?"
    r"|tablets?|treatment|therapy|surgery|operation|drinks?|lunch|meal|food|syrup|supplements?)"
)
"""What somebody takes or is given."""
_DID_HARM = re.compile(
    r"\b(?:kill(?:s|ed)?|poison(?:s|ed)?|paraly[sz](?:es|ed)|blind(?:s|ed)|caus(?:es?|ed)|triggered|sickened|made\s.{2,40}?\b(?:ill|sick))\b"
)
_CAME_AFTER = re.compile(
    r"\b(?:after|following|within\s(?:\w+\s){1,3}of)\s(?:(?:being|receiving|taking|getting|having|eating|drinking|treatment|"
    rf"(?:he|she|they|it)\s(?:was|were|had|got|took|received|ate|drank)|with|the|a|an|his|her|their|given)\s){{0,4}}(?:[\w-]{{1,20}}\s){{0,3}}?{_GIVEN}\b",
    re.I,
)
_DIED_OF_IT = re.compile(
    r"\b(?:kill\w{0,3}|poison\w{0,3}|caus\w{1,3}|died\s(?:of|from)|due\sto|because|led\sto|result\w{0,3}|blamed|reaction|trigger\w{0,3}"
    r"|side[\s-]effects?)\b",
    re.I,
)


_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”\"’]?\s+|\n+")
_PLAIN_HARM = re.compile(r"\b(?:kill\w{0,3}|poison\w{0,3})\b", re.I)


def only_after(claim: Facts, passage: Facts) -> list[Comparison]:
    """That somebody died after what was taken, for a claim that it killed; not where a cause is told with it."""
    taken = re.search(rf"\b{_GIVEN}\b", claim.text, re.I)
    harm = _DID_HARM.search(claim.text, taken.end()) if taken else None
    after = _CAME_AFTER.search(passage.text) if harm else None
    if harm is None or after is None:
        return []
    ends = [one.end() for one in _SENTENCE_END.finditer(passage.text)]
    begin = max((end for end in ends if end <= after.start()), default=0)
    following = [end for end in ends if end >= after.end()]
    told = passage.text[begin : following[1] if len(following) > 1 else len(passage.text)]
    if _PLAIN_HARM.search(passage.text) or _DIED_OF_IT.search(told):
        return []
    return [Comparison(Outcome.LESS, harm.group(), after.group())]
