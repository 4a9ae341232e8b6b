"""What sort of assertion a claim is, from its words, quantities and times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.articles import Kind
from workbench.domain.quantities import Quantity, QuantityKind, TimeKind, TimeRef
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality
from workbench.language.grammar.modality_elsewhere import KNOWN, causes, compares, happens

# The patterns read lower-case text: ignoring case makes them several times slower.
_CAUSAL = re.compile(
    r"\b(?:because(?!\s+of\s+course)|caus(?:e|es|ed|ing)|due\s+to|led\s+to|leads?\s+to|leading\s+to|result(?:s|"
    r"ed|ing)?\s+(?:in|from)|as\s+a\s+result|"
    r"thanks\s+to|prompt(?:s|ed|ing)|trigger(?:s|ed|ing)?|forc(?:es|ed|ing)|drove|driven\s+by|owing\s+to|"
    r"in\s+response\s+to|"
    r"prevent(?:s|ed|ing)?|therefore|so\s+that|in\s+order\s+to|blam(?:es|ed|ing)|attributed\s+to|contribut(?:es|"
    r"ed|ing)\s+to|"
    r"sparked|brought\s+about|(?:is|are|was|were|be)\s+to\s+blame|responsible\s+for|saved|saves|owed?\s+to|"
    r"stems?\s+from|stemmed\s+from|"
    r"(?:killed|cured|ended|ruined|destroyed|wiped\s+out|rescued)\s+by|contributed\s+to|"
    r"because\s+of|thanks\s+to|on\s+account\s+of|consequently|thereby|fuell?ed\s+by|(?:is|are|was|"
    r"were)\s+(?:the\s+)?(?:main\s+)?(?:reasons?|why|causes?)\b|"
    r"link(?:s|ed)\s+(?:[\w-]+\s+){0,5}?to\s+(?:an?\s+)?(?:\d[\d.]*%?\s+)?(?:higher|lower|increased|reduced|"
    r"greater|risk|cancer|deaths?|disease|heart)|"
    r"cures?|protects?\s+against|(?:raises?|raised|lowers?|lowered|cuts?|halves|doubles|doubled)\s+(?:the|your|"
    r"a|one['’]s|their)\s+(?:risk|chances?|odds|likelihood)|"
    r"kills?\s+(?:the\s+|all\s+)?(?:virus|viruses|bacteria|germs|cancer|weeds)|makes?\s+it\s+(?:easier|harder)|"
    r"following\s+increased|over\s+(?:fears|concerns|claims)|(?:make|makes|made|making)\s+it\s+\w+er|"
    r"(?:increase|increases|reduce|reduces|reducing|affect|affects|affecting|improve|improves|damage|damages|"
    r"decreasing|increasing)\s+(?!(?:by|to|of|in|he|she|they|we|it|you|i|was|were|is|are|has|had|have|that|"
    r"which|will|would|from|for|on|at|and|or|but|after|since|over|as|last|this|during)\b)\w+)\b",
)
_CAUSE_BEFORE = re.compile(r"\b(?:because|so\s+that|which\s+is\s+why|as\s+a\s+result)[\s,]+$", re.IGNORECASE)
"""What a clause that was cut off is a cause or an effect by."""
_COMPARISON = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower|larger|smaller|better|worse|bigger|faster|slower|older|"
    r"younger|longer|shorter|stronger|weaker|cheaper|earlier|later)\s+than|"
    r"than\s+(?:ever|any|in|last|the|all|do|did|those)|compared\s+(?:to|with)|(?:most|least)\s+(?!of\b)[a-z]+|"
    r"record|unprecedented|"
    r"(?:ris(?:en|ing)|rose|rises|grew|grown|growing|increas(?:ed|ing|es)|declin(?:ed|ing|es)|drop(?:ped|ping|"
    r"s)|f[ae]ll(?:en|ing|s)?|doubled|tripled|halved|slipp(?:ed|ing)|surg(?:ed|ing)|soared|plunged|shr(?:ank|"
    r"unk|inks?|inking)|overt(?:ook|akes?|aken|aking)|outpac(?:ed|es|ing)|surpass(?:ed|es|ing)|"
    r"outstripped|outgrew|outsold|beat(?:s|en)?|trebled|quadrupled|narrowed|widened|climb(?:ed|s)|jumped|dipped|sank|"
    r"(?:half|twice|\w+\s+times|\d+x)\s+as\s+(?:much|many|\w+)|\w+\s+times\s+(?:more|less|higher|lower|larger|"
    r"bigger)|exceed(?:ed|s|ing)?|outnumber(?:ed|s)?)\b|"
    r"never\s+before|for\s+the\s+first\s+time|no\s+other|only\s+(?:country|person|one)|(?:is|are|was|were|"
    r"remains?|became)\s+the\s+only\s+\w+|unlike|"
    r"as\s+(?!many\b|much\b|well\b|soon\b|long\b|far\b|early\b|late\b|recently\b)\w+\s+as|"
    r"(?:twice|half|times|nearly|almost|just|not|same)\s+as\s+(?:many|much)\s|"
    r"as\s+(?:many|much)\s+(?:\w+\s+){0,2}?as\s+(?![$€£\d]|half\b|an?\s+(?:third|quarter|half|million|billion|"
    r"dozen|hundred|thousand|year|day|week|month)\b|one\b|two\b|three\b|four\b|five\b|six\b|"
    r"seven\b|eight\b|nine\b|ten\b)|"
    r"ahead\s+of(?!\s+(?:the\s+)?(?:vote|election|meeting|summit|talks|visit|match|game|season|christmas))|"
    r"behind\s+(?:only\s+)?(?!bars\b|closed\b|the\s+(?:wheel|scenes|plan|scheme|attack|wall|counter|bar|"
    r"desk)\b)|highest|lowest|largest|biggest)",
)
_CHANGED = re.compile(
    r"\b(?:up|down)\s+(?:by\s+|from\s+|to\s+|about\s+|around\s+|nearly\s+|almost\s+|more\s+than\s+|"
    r"some\s+)*[$€£]?\d|\d[%a-z]{0,3}\s+(?:[a-z]{1,20}\s+){0,2}?against\s+[$€£]?\d|"
    r"\bfrom\s+(?:about\s+|around\s+|some\s+|nearly\s+|just\s+)?[$€£]?\d[^.;]{0,40}?\s(?:to|in\s+(?:19|"
    r"20)\d\d\s+to)\s+(?:about\s+|around\s+|some\s+|just\s+)?[$€£]?\d|"
    r"\b(?:\w+|\d[\d.]*)\s+times\s+(?:what|that\s+of|the|its|their|his|her|as|more|less|higher|lower|larger|"
    r"bigger)\b|\b(?:double|twice|triple|half)\s+(?:the|what|that\s+of|its|their|last)\b|"
    r"\b(?:more|fewer|less|higher|lower)\s+(?:[\w-]+\s+){1,3}?than\b|(?:%|per\s?cent|percent|points?)\s+(?:more|"
    r"less|fewer|higher|lower|cheaper|larger|smaller|faster|slower|above|below)\b|"
    r"\([^()]{0,24}?(?:19|20)\d\d:\s*[$€£]?\d|\bthan\s+(?:\w+\s+){0,3}?(?:19|20)\d\d\b|\b(?:in|during|"
    r"over)\s+(?:19|20)\d\d,?\s+(?:compared|versus|against)\b|\bversus\s+[$€£]?\d|\bvs\.?\s+[$€£]?\d|"
    r"\b(?:on|from|over)\s+(?:last\s+year|a\s+year\s+(?:ago|earlier|before)|the\s+(?:previous|prior|"
    r"same)\s+(?:year|quarter|month|period))\b|\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|"
    r"\bmonth[- ]on[- ]month\b|"
    r"\b(?:best|worst|fastest|slowest|hottest|coldest|wettest|driest|deadliest|oldest|youngest|poorest|richest|"
    r"safest|cheapest|costliest|longest|shortest|strongest|weakest|busiest|tallest|most\s+\w+)\b",
)
"""Changes and differences that are told in figures: "up 9%", "14.2p against 19.8p", "four times what it was"."""
_NO_RECORD = re.compile(
    r"\b(?:(?:criminal|police|court|public|health|medical|safety|track|voting|service|phone|bank|"
    r"human\s+rights)\s+records?|records?\s+(?:label|company|store|shop|deal|office|keeping)|"
    r"on\s+(?:the\s+)?record|(?:his|her|their|my|our|your)\s+records?\b(?!\s+(?:high|low|profit|\d))|"
    r"off\s+the\s+record|for\s+the\s+record|(?:his|her|their|its|the)\s+records?\s+(?:on|"
    r"of|in)\b|records?\s+(?:show|shows|showed|say|obtained|released|kept)|(?:to|will|would|can|could|must|"
    r"not)\s+record)\b"
)
"""Records that rank nothing."""
_IDENTITY = re.compile(
    r"\b(?:(?:is|was|are|were|became|remains?)\s+(?:also\s+)?(?:an?|the|one\s+of)\s+(?!first|last|most|same|"
    r"only)\w+|consists?\s+of|known\s+as|named|called|identified\s+as|(?:a|an|the)\s+\w+\s+of\b)",
)
_STATUS = re.compile(
    r"\b(?:is|are|was|were|am|has\s+been|have\s+been|remains?|stands?|stays?|includes?|contains?|requires?|"
    r"allows?|applies|apply|exists?|owns?|holds?|lacks?|needs?|wants?|supports?|opposes?|yet\s+to|no\s+longer|"
    r"must|can|cannot|may|does|do|has|have|had|"
    r"continues?|serves?|covers?|plans?|aims?|intends?|transfers?|provides?|expected\s+to|due\s+to\s+\w+|"
    r"scheduled)\b",
)
_RANK_NUMBER = re.compile(r"#|n", re.IGNORECASE)
_LAST_RANK = 10
"""A later ordinal counts ("the 22nd fair", "the 33rd minute") rather than ranks."""
_BE = re.compile(r"\b(?:is|are|was|were|be|been|'s)\s+(?:\w+ly\s+|not\s+|also\s+)?(?P<next>\w+)")
_PERFECT = re.compile(
    r"\b(?:has|have|had)\s+(?:also\s+|already\s+|not\s+|never\s+|been\s+|since\s+|now\s+|recently\s+)*\w+(?:ed|"
    r"en|wn|ne|ght|id|un|ut|et|de|ft|nt|ld|st)\b",
)


def kinds_of(
    text: str,
    candidate: ClauseCandidate,
    quantities: Sequence[Quantity],
    times: Sequence[TimeRef],
    *,
    dynamic: bool | None = None,
    language: str = "en",
) -> tuple[Kind, ...]:
    """The kinds of one claim, in the order of `Kind`.

    Args:
        text: The article.
        candidate: The claim's span and what the clause rules saw.
        quantities: Amounts inside it.
        times: Time expressions inside it.
        dynamic: Whether its main verb tells something that happened; None where no tree told.
        language: ISO 639-1 code.
    """
    words = text[candidate.start : candidate.end]
    lowered = words.lower()
    if candidate.modality is Modality.PREDICTION:
        return (Kind.PREDICTION,)
    if candidate.modality in {Modality.OPINION, Modality.QUESTION}:
        return (Kind.OPINION,)
    found: set[Kind] = set()
    ranks = {QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE}
    if any(q.kind not in ranks or _RANK_NUMBER.match(q.text) for q in quantities):
        found.add(Kind.QUANTITY)
    if any(_tells_time(t) for t in times):
        found.add(Kind.TIME)
    if any(q.kind in ranks and (q.low or 0) <= _LAST_RANK for q in quantities) or _compares(lowered, language):
        found.add(Kind.COMPARISON)
    if (candidate.speaker is not None and not candidate.by_turn) or candidate.said:
        found.add(Kind.QUOTE)
    behind_cause = language == "en" and _CAUSE_BEFORE.search(text, max(0, candidate.start - 24), candidate.start)
    if behind_cause or (_CAUSAL.search(lowered) if language == "en" else causes(words, language)):
        found.add(Kind.CAUSAL)
    happened = dynamic
    if happened is None:
        happened = happens(lowered, language) if language in KNOWN else _happened(words)
    changes = {Kind.QUANTITY, Kind.COMPARISON} <= found
    if happened and Kind.QUOTE not in found and not changes:
        found.add(Kind.EVENT)
    elif Kind.QUOTE not in found and Kind.CAUSAL not in found:
        if _IDENTITY.search(lowered) and not found:
            found.add(Kind.IDENTITY)
        elif _STATUS.search(lowered) and not (Kind.QUANTITY in found or Kind.COMPARISON in found):
            found.add(Kind.STATUS)
    if not found or found == {Kind.TIME}:
        found.add(Kind.EVENT if happened else Kind.STATUS)
    return tuple(kind for kind in Kind if kind in found)


def _compares(lowered: str, language: str) -> bool:
    if language != "en":
        return compares(lowered, language)
    if "record" in lowered:
        lowered = _NO_RECORD.sub(" ", lowered)
    return _COMPARISON.search(lowered) is not None or _CHANGED.search(lowered) is not None


def _tells_time(ref: TimeRef) -> bool:
    """Whether a time expression dates the claim; "today", ages and "every year" do not."""
    surface = ref.text.lower()
    return ref.kind is not TimeKind.RECURRING and surface not in {"today", "tonight"} and not surface.endswith("old")


def _happened(words: str) -> bool:
    """Whether the words tell of something that happened: a past tense or perfect that is no state."""
    lowered = words.lower()
    if _PERFECT.search(lowered):
        return True
    for match in _BE.finditer(lowered):
        if match["next"].endswith(("ed", "en", "wn", "ght", "ld", "de")):
            return True
    from workbench.language.grammar.verbs import IRREGULAR_PAST
    from workbench.language.text.tokenizer import words as split

    tokens = split(words)
    return any(
        token.lower in IRREGULAR_PAST or (token.lower.endswith("ed") and len(token.lower) > 4 and not token.capital)
        for token in tokens[1:]
    )
