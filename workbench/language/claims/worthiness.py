"""How worth checking a claim is, by rules, with the reasons in words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from workbench.domain.articles import Attribution, ClaimDraft, Kind
from workbench.domain.quantities import Quantity, QuantityKind, TimeRef
from workbench.language.grammar.modality import attitudes
from workbench.language.text.tokenizer import word_set, words
from workbench.language.time.times import times as times_in

FEATURES = (
    "number", "money or per cent", "several numbers", "comparison", "superlative", "date", "past event", "cause",
    "named", "several names", "attributed", "official", "unnamed source", "first person", "second person", "question",
    "opinion words", "future", "conditional", "hedged", "short", "long", "law or policy", "direct quote", "negation",
    "state", "has a verb", "greeting", "length", "digits",
    "promise", "others' plan", "own record", "others' record", "vote or bill", "belief", "opener", "sweeping", "change",
    "talk about the talk", "very short", "breaks off", "names", "numbers",
)  # fmt: skip
"""Names of the rule features, in the order of `feature_vector`."""

_WEIGHTS = {
    "number": 1.3, "money or per cent": 0.7, "several numbers": 0.4, "comparison": 0.7, "superlative": 0.3,
    "date": 0.35,
    "past event": 0.7, "cause": 0.5, "named": 0.4, "several names": 0.2, "attributed": -0.5, "official": 0.3,
    "unnamed source": -0.4, "first person": -0.5, "second person": -0.7, "question": -2.5, "opinion words": -0.9,
    "future": -0.8, "conditional": -0.4, "hedged": -0.3, "short": -0.6, "law or policy": 0.5, "direct quote": -0.6,
    "negation": 0.1, "state": 0.3, "has a verb": 0.2, "greeting": -2.0, "denial": 1.2,
}  # fmt: skip
_BIAS = -0.6

FIGURES_ALONE = frozenset({"number", "money or per cent", "several numbers", "date", "question", "future", "digits"})
"""What is read in every language."""

RULES_SHARE = 0.6
"""Weight of the rules' score where a model's is there too."""

REASONS = {
    "number": "a number", "money or per cent": "an amount of money or a percentage", "comparison": "a comparison",
    "superlative": "a record or a rank", "date": "a time", "past event": "something that happened",
    "cause": "a cause", "named": "named", "official": "attributed to an official",
    "attributed": "attributed", "law or policy": "law, crime or public life",
    "unnamed source": "nobody in particular said it",
    "opinion words": "words of opinion", "future": "about the future", "question": "a question",
    "direct quote": "somebody's own words", "first person": "about the speaker", "short": "few words",
    "conditional": "told with “if”, “would” or “could”",
    "hedged": "doubt, or nobody named for it", "state": "a state of affairs",
    "denial": "a flat denial",
}  # fmt: skip
"""What a feature is called when it is given as a reason."""

_FIRST = word_set("i we me us my our i'm i've we've we're i'll we'll i'd we'd")
_SECOND = word_set("you your you're you've you'll")
_FUTURE = word_set("will shall won't i'll we'll he'll she'll they'll it'll gonna")
_CONDITIONAL = word_set("if would could might may should unless")
_HEDGE = word_set(
    """
    reportedly allegedly apparently possibly perhaps probably maybe likely seems appears suggests
    """
)
_NEGATION = word_set(
    """
    no not never none nobody nothing without cannot n't isn't wasn't don't didn't doesn't won't
    """
)
_POLICY = word_set(
    """
    law laws legislation bill act treaty court tax taxes budget policy regulation ban banned sanctions illegal
    legal crime criminal police troops military war attack attacks killed died dead deaths injured arrested
    charged convicted sentenced vaccine vaccines virus disease pandemic hospital hospitals unemployment jobs
    economy economic inflation debt deficit immigration immigrants migrants refugees asylum climate emissions
    election elections vote votes voted government parliament congress senate president minister pipeline
    nuclear weapons invasion border
    """
)
# The patterns below read lower-case text: ignoring case makes them several times slower.
_OFFICIAL = re.compile(
    r"\b(?:minist\w+|president|government|secretary|department|agency|official\w*|police|spokes\w+|office|court|"
    r"commission\w*|"
    r"ambassador|chancellor|parliament|senat\w+|governor|mayor|army|military|white house|kremlin|downing street|"
    r"council|"
    r"united nations|un|eu|who|nhs|bank|ministry|bureau|authority|committee|union)\b"
)
_UNNAMED = re.compile(
    r"^(?:some|critics|many|media|sources|one|an?\s|officials|experts|observers|residents|people)\b", re.IGNORECASE
)
_GREETING = re.compile(
    r"^(?:thank|thanks|good (?:morning|evening|afternoon)|hello|hi|welcome|please|congratulations|sorry|well,?$)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|\w{2,}ed|went|took|made|said|came|saw|got|gave|found|left|lost|won|paid|"
    r"cut|put|rose|fell|grew|spent|voted)\b"
)
_SUPERLATIVE = re.compile(r"\b(?:\w{2,}est|most|least|first|only|record|ever)\b")
_COMPARATIVE = re.compile(
    r"\b(?:than|more|less|fewer|higher|lower|doubled|tripled|increas\w+|decreas\w+|ris\w+|rose|fall\w*|fell|"
    r"dropp\w+|declin\w+|cut)\b"
)
_CAUSE = re.compile(
    r"\b(?:because|caus(?:e|es|ed|ing)|due to|led to|leads to|result\w*|prevent\w*|blam\w+|thanks to)\b"
)
_RUN_ON = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_STATE = re.compile(r"\b(?:is|are|has|have)\b")
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|trillion|half|"
    r"percent|double|twice|thousands|millions|billions|hundreds)\b"
)
_MONEY = re.compile(r"[$£€%]|\b(?:per ?cent|percent|dollars|euros|pounds|million|billion|trillion)\b")


_PRAISE = re.compile(
    r"\b(?:no|never|nobody|none|few|hardly)\b[^.;]{0,60}?\b(?:done|did|does|do|given|gave|cared?|fought|worked|"
    r"deserved?|"
    r"meant|achieved|loved?|served?)\s+(?:as\s+much|so\s+much|more|better|harder|less|worse)\b|"
    r"\b(?:has|have|had)\s+done\s+(?:so\s+much|more|as\s+much)\s+(?:for|to)\b|\bsecond\s+to\s+none\b|"
    r"\b(?:greatest|finest|bravest|wisest|kindest|noblest|worst|best)\s+(?:\w+\s+){0,2}(?:ever|of\s+all\s+time|"
    r"we\s+have)\b",
    re.IGNORECASE,
)
"""Praise and blame in the form of a comparison ("no mayor has done more for the poor")."""


_WAS = r"(?:was|were|is|are|has|have|had|got|came|died|did|ever)"
_DENIAL = re.compile(
    rf"\b(?:nobody|no\s?one|none\s+of\s+(?:the|them|those|our|its|their|his|her)(?:\s+\w+)?|not\s+(?:one|a\s+single)\s+\w+|nothing)\s+"
    rf"(?:\w+\s+)?{_WAS}\b(?!\s+(?:more|better|worse|less|as|so|like)\b)|\b(?:there\s+(?:was|were|has\s+been|is|are)|(?:was|were|is|are)\s+there)\s+(?:(?:never|not)\s+any|no)\s+"
    r"(?!doubt|way|reason|need|point|question|time|hope|excuse|other|better|more|less|such|sense|room|alternative|substitute)\w|"
    rf"\bno\s+(?!one|doubt|way|wonder|matter|more|less|longer)\w+\s+{_WAS}\b(?!\s+(?:more|better|worse|so|as|too)\b)|"
    r"\b(?:was|were|has|have|had)\s+(?:never|at\s+no\s+(?:time|point))\s+(?:been\s+)?(?:any|in|at|a|told|asked|paid|warned|harmed|hurt)\b",
    re.IGNORECASE,
)
"""What one case would refute: "nobody was ever in danger", "there was never any risk to the public"."""

_DID = (
    r"(?:\w+ed|did|had|has|have|made|got|took|went|put|cut|built|brought|won|passed|gave|was|were|voted|wants|"
    r"said|says|"
    r"doesn't)"
)
_SPEECH = {
    "promise": re.compile(
        r"\b(?:i|we)(?:'m|'re| am| are)? (?:going to|gonna|will|would|want to|shall|intend|plan)\b|"
        r"\b(?:i'll|we'll|i'd|we'd|let's|let me)\b"
    ),
    "others' plan": re.compile(
        r"\b(?:they|he|she|it|there)(?:'re|'s| are| is)? (?:going to|will)\b|\b(?:they'll|he'll|she'll|it'll)\b"
    ),
    "own record": re.compile(rf"\b(?:i|we) {_DID}\b|\b(?:i've|we've)\b"),
    "others' record": re.compile(rf"\b(?:he|she|they) {_DID}\b|\b(?:he's|she's|they've)\b"),
    "vote or bill": re.compile(
        r"\b(?:voted|votes? (?:for|against)|proposed|opposed|signed|vetoed|passed|introduced|supported)\b"
    ),
    "belief": re.compile(r"\b(?:think|believe|feel|hope|know|mean|guess|want|need|should|must|ought)\b"),
    "opener": re.compile(r"^(?:and|but|so|well|now|because|that's|this is|it's|let|if|when|i|look|no|yes)\b"),
    "sweeping": re.compile(r"\b(?:ever|never|every|all|most|only|nobody|everybody|none|always|history|world)\b"),
    "change": re.compile(
        r"\b(?:cut|lost|created|raised|increased|reduced|spent|spend|spending|costs?|paid|pay|killed|built|"
        r"doubled|grew|fell|"
        r"rose|gone up|gone down)\b"
    ),
    "talk about the talk": re.compile(
        r"\b(?:thank|question|debate|tonight|applause|senator|moderator|minutes?|seconds?|ladies|gentlemen)\b"
    ),
}
"""What speech does, by patterns of lower-case words with straight apostrophes."""


def features_of_text(text: str, *, dated: bool | None = None) -> dict[str, float]:
    """Features of a sentence that stands alone; each 0 or 1 but `length` and `digits` (0…1).

    Args:
        text: The sentence; 2,000 characters are read.
        dated: Whether it names a time, where that is known already.
    """
    if dated is None:
        dated = bool(times_in(text, 0, min(len(text), 2000)))
    tokens = words(text[:2000])
    lowered = text.lower()
    plain = text[:2000].lower().replace("’", "'")
    lower = [token.lower for token in tokens]
    bag = set(lower)
    names = [t for i, t in enumerate(tokens) if t.capital and i and t.lower not in _FIRST and len(t.text) > 1]
    numbers = len(_NUMBER.findall(text[:2000].lower()))
    word_count = sum(1 for t in tokens if t.is_word)
    if not text.isascii() and (run_on := len(_RUN_ON.findall(text[:2000]))):
        word_count += run_on // 2  # Chinese and Japanese put no spaces between words
    found = {
        "number": bool(numbers), "money or per cent": bool(_MONEY.search(lowered)), "several numbers": numbers > 2,
        "comparison": bool(_COMPARATIVE.search(lowered)), "superlative": bool(_SUPERLATIVE.search(lowered)),
        "date": dated,
        "past event": bool(_PAST.search(text)), "cause": bool(_CAUSE.search(lowered)), "named": bool(names),
        "several names": len(names) > 2, "attributed": bool(bag & {"said", "says", "told", "according", "claimed"}),
        "official": bool(_OFFICIAL.search(lowered)), "unnamed source": False, "first person": bool(bag & _FIRST),
        "second person": bool(bag & _SECOND), "question": text.rstrip(" \"'”’").endswith("?"),
        "opinion words": bool(attitudes(text, bag)) or bool(bag & {"think", "believe", "feel", "hope"}),
        "future": bool(bag & _FUTURE) or "going to" in lowered,
        "conditional": any(token.lower in _CONDITIONAL and token.text != "May" for token in tokens),
        "hedged": bool(bag & _HEDGE), "short": word_count < 6, "long": word_count > 25,
        "law or policy": bool(bag & _POLICY), "direct quote": text[:1] in "\"“", "negation": bool(bag & _NEGATION),
        "state": bool(_STATE.search(lowered)), "has a verb": bool(_PAST.search(text) or _STATE.search(lowered)),
        "greeting": bool(_GREETING.match(text)),
    }  # fmt: skip
    vector = {name: float(value) for name, value in found.items()}
    vector.update({name: float(bool(pattern.search(plain))) for name, pattern in _SPEECH.items()})
    vector["very short"] = float(word_count < 5)
    vector["breaks off"] = float("..." in text or "--" in text)
    vector["names"] = min(len(names), 4) / 4
    vector["numbers"] = min(numbers, 4) / 4
    vector["length"] = min(word_count, 60) / 60
    vector["digits"] = min(sum(c.isdigit() for c in text[:2000]), 12) / 12
    return vector


def features_of_claim(
    quote: str,
    *,
    kinds: Sequence[Kind],
    quantities: Sequence[Quantity],
    times: Sequence[TimeRef],
    speaker: str | None,
    attribution: Attribution,
    hedged: bool = False,
) -> dict[str, float]:
    """Features of a claim in its article: those of its words, corrected by what the rules read more surely."""
    found = features_of_text(quote, dated=bool(times))
    counted = [q for q in quantities if q.kind not in {QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE}]
    found["number"] = float(bool(counted))
    found["several numbers"] = float(len(counted) > 1)
    found["money or per cent"] = float(
        any(q.kind in {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.PERCENTAGE_POINTS} for q in counted)
    )
    found["superlative"] = float(any(q.kind in {QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE} for q in quantities))
    found["comparison"] = float(Kind.COMPARISON in kinds)
    found["past event"] = float(Kind.EVENT in kinds)
    found["cause"] = float(Kind.CAUSAL in kinds)
    found["state"] = float(Kind.STATUS in kinds or Kind.IDENTITY in kinds)
    if _PRAISE.search(quote) and not counted:
        # nobody can measure who "did more": it ranks with opinions, however it is built
        found.update({"opinion words": 1.0, "comparison": 0.0, "past event": 0.0, "superlative": 0.0, "state": 0.0})
    if _DENIAL.search(quote) and not found["opinion words"]:
        found.update({"denial": 1.0, "short": 0.0})
    if counted:
        found["short"] = 0.0  # "It cost €4bn" says all that is to be checked
    found["attributed"] = float(speaker is not None)
    found["official"] = float(
        bool(speaker and _OFFICIAL.search(speaker.lower()))
        or (speaker is None and bool(_OFFICIAL.search(quote.lower())))
    )
    found["unnamed source"] = float(bool(speaker and _UNNAMED.match(speaker)))
    found["direct quote"] = float(attribution is Attribution.DIRECT)
    found["hedged"] = float(hedged or bool(found["hedged"]))
    return found


def feature_vector(features: dict[str, float]) -> list[float]:
    """The features in the order of `FEATURES`."""
    return [features.get(name, 0.0) for name in FEATURES]


def rule_score(features: dict[str, float]) -> float:
    """Check-worthiness 0…1 by weights set by hand (a logistic sum); used where no model is loaded."""
    total = _BIAS + sum(_WEIGHTS.get(name, 0.0) * value for name, value in features.items())
    return round(1.0 / (1.0 + math.exp(-total)), 4)


def reasons_of(features: dict[str, float], speaker: str | None = None) -> tuple[str, ...]:
    """The features that weigh most, in words, what speaks for checking first."""
    present = [
        (weight, REASONS[name])
        for name, weight in _WEIGHTS.items()
        if features.get(name)
        and name in REASONS
        and not (name == "attributed" and features.get("official"))
        and not (name == "official" and speaker is None)
    ]
    best = sorted((p for p in present if p[0] > 0), key=lambda p: -p[0])[:4]
    worst = sorted((p for p in present if p[0] < 0), key=lambda p: p[0])[:2]
    return tuple(reason for _, reason in best) + tuple(f"but {reason}" for _, reason in worst)


def claim_score(draft: ClaimDraft, learned: float) -> float:
    """Check-worthiness of a claim: the mean, on the logit scale, of the rules' score and the model's.

    The model was taught on sentences of debates; the rules know the article (speaker, kinds, quantities).
    """
    rules = min(max(draft.checkworthiness, 0.001), 0.999)
    model = min(max(learned, 0.001), 0.999)
    total = RULES_SHARE * math.log(rules / (1 - rules)) + (1 - RULES_SHARE) * math.log(model / (1 - model))
    return round(1.0 / (1.0 + math.exp(-total)), 4)
