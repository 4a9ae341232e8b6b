"""Whether English words compare: more than something, up or down on what it was, a record, a rank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.grammar.verbs import is_past
from workbench.language.numbers.units import NO_SUPERLATIVE
from workbench.language.text.tokenizer import word_set

# All patterns read lower-case text: ignoring case makes them several times slower.
_ABOUT = r"(?:(?:about|around|some|nearly|almost|just|only|over|under|roughly|(?:more|less)\s+than)\s+){0,2}"
_NO_DAY = (
    r"(?!(?<=[12])[089]\d\d\b|\d{0,3}\s+(?:jan|feb|march|apr|may\b|june|july|aug|sept|oct|nov|dec|o['’]clock|[ap]m\b))"
)
_AMOUNT = (
    rf"{_ABOUT}(?:(?:[a-z]{{0,3}}[$€£₹¥]|n|r|k?shs?|rs\.?)?\s?[-−]?\d{_NO_DAY}|"
    r"an?\s+(?:third|quarter|fifth|sixth|eighth|tenth|half|million|billion)\b|half\b|"
    r"zero\b|two[\s-]thirds|three[\s-]quarters)"
)
_THAN = re.compile(r"(?P<before>[\w%.,$€£₹’'-]{1,24}\s+)?\b(?P<word>[a-z]{2,14})\s+than\b\s*(?P<after>[^\s.,;]{0,14})")
_NOT_THAN = frozenset({"rather", "other"})
_LIMITING = word_set(
    """
    more less fewer greater longer later earlier sooner shorter younger older higher lower larger smaller further bigger
    heavier closer nearer worse better
    """
)
"""Comparatives that with a number behind "than" only limit it: "more than 40", "older than 65", "no later than May"."""
_LIMITED = re.compile(
    r"[$€£₹]?\d|(?:an?|one|once|twice|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundred\w*|thousand\w*|million\w*|dozens?|that|just|happy|enough|willing|welcome|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|easter|christmas)\b"
)
_A_YEAR_BEFORE = re.compile(r"\s+(?:years?|months?|weeks?|decades?|day)\s+(?:ago|before|earlier|previously)\b")
_COUNTED = re.compile(
    r"[\d%]|(?:per\s?cent|percent|points?|pence|pounds|dollars|euros|crore|lakh|million|billion|half|third|quarter|times|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|dozens?|hundred|thousand|metres?|degrees|"
    r"many|much|far|even|lot|little|slightly|significantly|considerably)[\s,]*$"
)
_WITH_NOUN = re.compile(
    r"\b(?:more|fewer|less|higher|lower|larger|smaller|greater|better|worse)\s+(?:[\w-]{1,40}\s+){1,4}?than\b"
)
_TIME_FOLLOWS = (
    r"(?:in|during|over|since|for|on|throughout)\s+(?:the\s+|a\s+|its\s+|real\s+)?(?:\d\w*|year|month|quarter|week|day|period|"
    r"decade|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|past|previous|same|three|two|four|five|six|"
    r"twelve|terms|value|price|size|number|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|then|most|all|every|both|"
    r"recent|early|late|response|line)\b"
)
_CHANGED_HOW = (
    rf"(?=\s*(?:$|[,.;:)\"”–—]|-\s)|\s+(?:by\b|{_AMOUNT}|(?:to|from|at|below|above)\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+)?"
    rf"(?:{_AMOUNT}|lowest\b|highest\b|record\b|level\b|rate\b)|{_TIME_FOLLOWS}|last\s|this\s|year|month|again\b|further\b|"
    r"sharply|steadily|slightly|steeply|markedly|rapidly|slowly|significantly|considerably|dramatically|strongly|more\b|less\b|"
    r"faster\b|slower\b|short\s+of|nationally|overall|because\b|after\b|as\b|while\b|and\b|but\b|between\s+\d|compared|"
    r"unexpectedly|only\b|even\b|fastest|most\b|\w{2,10}fold\b|nearly\b|almost\b))"
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|declin(?:ed|es?|ing)|"
    r"drop(?:ped|s|ping)?|slipp?(?:ed|s|ing)?|surg(?:ed|es?|ing)|soar(?:ed|s|ing)?|plung(?:ed|es?|ing)|"
    r"climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|dipp?(?:ed|s|ing)?|tumbl(?:ed|es?|ing)|plummet(?:ed|s|ing)?|slid|"
    rf"shrank|shrunk|shrinks?|shrinking|recovered|rebounded|slowed|eased|eases?|accelerated)\b{_CHANGED_HOW}"
)
"""Verbs that tell a change where what follows tells how, how far or when; "fell ill" and "declined to say" do not."""
_ALWAYS = re.compile(
    r"\b(?:(?:increas|decreas)(?:ed|es|ing)\b|doubl(?:ed|es|ing)\b|double\s+(?:their|its|his|her|the|what|that)\b|tripled|trebled|"
    r"quadrupled|halved|narrowed|widened|outpac(?:ed|es|ing)|overt(?:ook|akes?|aken|aking)|surpass(?:ed|es|ing)?|"
    r"outstripped|outgrew|outsold|exceed(?:ed|s|ing)?|outnumber(?:ed|s)?|outperform(?:ed|s)?|overtaking)\b|"
    r"\bcompared\s+(?:to|with|against)\b|\bunprecedented\b|\bunlike\b|\bnever\s+before\b|\bfor\s+the\s+first\s+time\b|"
    r"\bfirst[\s-]ever\b|\bno\s+other\b|"
    r"\b(?:is|are|was|were|remains?|remained|became|becomes?|be|being)\s+(?:still\s+|now\s+|also\s+)?the\s+only\s+\w|"
    r"\bonly\s+(?:country|person|woman|man|team|city|state|player|party|company)\s+(?:to|in|that|which|who|with)\b|"
    r"\byear[- ](?:on|over)[- ]year\b|\bmonth[- ]on[- ]month\b|\bquarter[- ]on[- ]quarter\b|"
    r"\bbeat(?:s|en|ing)?\b(?!\s+(?:up|him|her|them|me|us|it|his|to\s+death)\b)|\bahead\s+of\s+(?:schedule|budget|forecasts?|"
    r"expectations)\b"
)
_OPENS = re.compile(
    r"\A\W{0,3}(?:fewer|more)\s+(?!(?:than|of|or|on|about|to|in|from|and|information|details|soon)\b)[a-z]"
)
"""How a headline tells a change: "Fewer homes started in spring"."""
_AS = re.compile(
    r"\bas\s+(?!many\b|much\b|well\b|soon\b|long\b|far\b|early\b|late\b|recently\b|part\b|such\b|the\b|an?\b|quickly\s+as\s+"
    r"possible\b)\w+\s+as\b|(?<!\w)(?:twice|half|times|\d+x)\s+as\s+(?:much|many|\w+)|"
    r"\b(?:nearly|almost|just|not|same)\s+as\s+(?:many|much)\s|"
    r"\bas\s+(?:many|much)\s+(?:\w+\s+){0,2}?as\s+(?![$€£₹\d]|half\b|an?\s+(?:third|quarter|half|million|billion|dozen|"
    r"hundred|thousand|year|day|week|month)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_CUT = re.compile(
    r"\b(?:cut|cuts|cutting|raise[sd]?|raising|lower(?:ed|s|ing)|reduc(?:ed|es|ing)|lift(?:ed|s|ing)|hiked|trimmed|slashed|"
    r"boost(?:ed|s|ing)|slow(?:ed|s)|eas(?:ed|es)|edged|went|gone|moved|shifted|swung|improv(?:ed|es)|worsened|changed|"
    r"lengthened|shortened|expanded|brought\s+down|came\s+down|rise|fall|increase|decrease|drop|decline|growth|reduction)\b"
    rf"(?:[^.;]|\.(?=\d)){{0,90}}?\b(?:by\s+{_AMOUNT}|of\s+{_AMOUNT}|from\s+{_AMOUNT}(?:[^.;]|\.(?=\d)){{0,60}}?\sto\s+{_AMOUNT}|"
    rf"to\s+{_AMOUNT}(?:[^.;]|\.(?=\d)){{0,60}}?\sfrom\s+{_AMOUNT})"
)
"""What was moved by, of, from or to an amount."""
_FROM_TO = re.compile(rf"\bfrom\s+{_AMOUNT}(?:[^.;]|\.(?=\d)){{0,40}}?\s(?:to|in\s+(?:19|20)\d\d\s+to)\s+{_AMOUNT}")
_RANGE = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|aged?|span(?:s|ned|ning)?|anywhere|open|runs?|ran|lasted|score[sd]?|"
    r"marks?|wages|prices|sizes|tickets?|fares?)\s+(?:\w+\s+)?$"
)
_UP_DOWN = re.compile(
    rf"(?<!make )(?<!makes )(?<!made )(?<!making )\b(?:(?:up|down)\s+(?:by\s+|from\s+)?|down\s+to\s+|"
    rf"(?:is|are|was|were|be|been|back|now|still|going|went|gone|goes|edged|crept)\s+up\s+to\s+){_AMOUNT}"
)
_BY_A_PART = re.compile(
    r"\b[a-z]{1,12}(?:ed|s|ank|unk|ew|own|ell|ung|ose|isen|allen|ut|en|ing|ink|ise|row|all)\s+(?:[a-z]+ly\s+)?by\s+"
    rf"{_ABOUT}(?:an?\s+(?:third|quarter|fifth|sixth|eighth|tenth|half)\b|half\b|two[\s-]thirds\b|three[\s-]quarters\b|"
    r"\d[\d.,]{0,6}\s?(?:%|per\s?cent\b|percent\b))"
    rf"(?=\s*(?:$|[,.;:)\"”–—])|\s+(?:and\b|but\b|to\b|from\b|on\b|compared\b|this\b|last\b|{_TIME_FOLLOWS}))"
)
"""What changes by a part of what it was: "sank by a fifth on Monday"."""
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s[^.;]{0,50}$")
"""Before a passive: "was backed by 40% and opposed by 50%"."""
_NEVER_MORE = re.compile(
    r"\b(?:no(?:body|\s+one|\s+[a-z-]+(?:\s+[a-z-]+)?)|never|none|nowhere)\s+(?:has|have|had|did|was|were|is|are)\s+"
    r"(?:[a-z]+\s+){0,4}?(?:more|fewer|less|so\s+(?:many|much|few|little)|higher|lower|longer|shorter|faster|larger|bigger|"
    r"smaller|better|worse)\s+[a-z]"
)
"""What no other has done as much: "no government has ever built more homes"."""
_MADE_UP = re.compile(r"\b(?:make|makes|made|making|set|sets|setting|add|adds|added|turn|turned|sign|signed)\s+$")
_FIGURES = re.compile(
    r"\d[%a-z]{0,3},?\s+(?:[a-z]{1,20}\s+){0,2}?against\s+[$€£₹]?\d|"
    r"\b(?:\w+|(?<![\d.])\d[\d.]*)\s+times\s+(?:what|that\s+of|the|its|their|his|her|as|more|less|higher|lower|larger|bigger|smaller|"
    r"greater|longer|faster)\b|\b(?:double|twice|triple)\s+(?:the|what|that\s+of|its|their|last)\b|"
    r"\bhalf\s+(?:what|that\s+of|last|the\s+(?:size|price|cost|number|rate|level|amount|length|average|speed|height|weight|"
    r"width|area|value|share|population|distance|national|european|world))\b|"
    r"(?:%|per\s?cent|percent|points?|degrees|metres|seconds|minutes|votes|seats)\s+(?:more|less|fewer|higher|lower|cheaper|larger|"
    r"smaller|faster|slower|(?<!metres )(?:above|below|ahead|behind)|short\s+of|clear\s+of|"
    r"warmer|cooler|colder|hotter|longer|shorter)\b|"
    r"\([^()]{0,24}?(?:19|20)\d\d:\s*[$€£₹]?\d|\b(?:in|during|over)\s+(?:19|20)\d\d,?\s+(?:compared|versus|against)\b|"
    r"\bas\s+against\s|\bversus\s+[$€£₹]?\d|\bvs\.?\s+[$€£₹]?\d|"
    r"\b(?:on|from|over)\s+(?:last\s+year|a\s+year\s+(?:ago|earlier|before)|the\s+(?:previous|prior|same)\s+(?:year|quarter|"
    r"month|period))\b|\b(?:above|below)\s+(?:the\s+)?(?:\w+[\s-])?(?:average|mean|median|target|forecasts?|expectations|normal)\b"
)
_AGAINST = re.compile(
    r"\bagainst\s+(?:an?|the|its|their)\s+(?:[a-z]+\s+)?(?:target|average|forecast|limit|goal)\s+of\b"
)
_OPPOSE = word_set(
    """
    vote voted protest protested argue argued campaign campaigned speak spoke fight fought march marched rally rallied
    warn warned rule ruled decide decided appeal appealed lobby lobbied
    """
)
_HELPED = word_set("is are was were be been being")
_TOLD = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|third|quarter)\b"
)
_PLACED = re.compile(
    r"\b(?:points?|seconds?|minutes?|votes?|seats?|goals?|lengths?|metres|places|shots|runs|narrowly|well|far|just|finish\w*|"
    r"ranks?|ranked|placed|trail\w*|lag\w*|puts?|second|third|fourth|fifth|leads?|led|pulled|slipped)\s+(?:ahead\s+of|"
    r"behind)\b(?!\s+(?:schedule\b|the\s+(?:scenes|wheel)))|\b(?:trail(?:s|ed|ing)?|lag(?:s|ged|ging)?)\s+(?!off\b)\w|\b(?:second|third)\s+only\s+to\b|"
    r"\brunner[s-]*up\b"
)
_SUPERLATIVE = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|my|whose|one\s+of|second|third|fourth|fifth|sixth|by\s+far)|[’']s|\w[’'])[\s-]+"
    r"(?:\w+ly\s+|ever\s+|single\s+)?(?P<est>[a-z]{2,12}est)\b|"
    r"\b(?:the|its|their|his|her|our|my|whose|one\s+of|second|third|fourth|fifth|world[’']s|country[’']s)[\s-]+(?:most|least)\s+(?!of\b)[a-z]+|"
    r"\b(?:most|least)\s+(?!of\b)(?:common|popular|likely|expensive|\w{3,}(?:ous|ful|ive|able|ible|ated|ised|ized|ested|ected|"
    r"uted|ural|ular)|trusted|visited|watched|read|used|sold|populated|polluted|affected)\b|\b(?:is|are|was|were)\s+"
    r"(?:\w+\s+)?(?:best|worst|highest|lowest|biggest|largest|smallest|longest|shortest|strongest|weakest)\b"
)
_RECORD = re.compile(
    r"\brecord(?:[\s-](?:breaking|high|highs|low|lows|setting|number|numbers|level|levels|profits?|sales|year|time|turnout|"
    r"heat|rainfall|sums?|amounts?|losses|crowd|attendance|result|harvest|deficit|surplus|temperatures?|revenues?|share|[$€£₹]?\d)|\b(?=$|[.,;]))"
    r"|\b(?:an?|the|its|their|his|her|new|all-time|world|national|previous|olympic|course|club|league|track|european|"
    r"[a-z]+[’']s)\s+(?:\w+\s+){0,2}?record\b|\bon\s+record\b|"
    r"\b(?:broke|broken|breaks|breaking|set|sets|setting|smashed|beat|beaten|equalled)\s+(?:\w+\s+){0,3}?records?\b|"
    r"\brecords?\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:broken|set|beaten|smashed)\b"
)
_NO_RECORD = re.compile(
    r"\b(?:criminal|police|court|public|health|medical|safety|voting|service|phone|bank|sales|human\s+rights|poor|good|clean|"
    r"patchy|proven|correct|true|accurate|written|official)\s+records?\b|\brecords?\s+(?:label|company|store|shop|deal|office|keeping|player|collection|shows?|"
    r"showed|say|says|obtained|released|kept|of\b|on\b)|(?:his|her|their|my|our|your)\s+(?:own\s+)?records?\b(?!\s+(?:high|low|profit|\d))|"
    r"(?:off|for)\s+the\s+record\b|\b(?:to|will|would|can|could|must|not|did|they|we|you)\s+record\b|\btrack\s+record\b|"
    r"\bon\s+the\s+record\b|\bthe\s+record\s+(?:straight|of)\b"
)
"""Records that rank nothing."""
_FIRST = re.compile(
    r"\b(?:first|second|third|fourth|fifth)\s+(?:[\w-]+\s+){1,4}?(?:since|ever|in\s+(?:(?:the|its|her|his|their)\s+(?:\w+\s+)?"
    r"(?:history|world|country|state|region|city|county|league|club|nation)|(?:more\s+than\s+|nearly\s+|almost\s+|over\s+|"
    r"about\s+)?(?:a\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"decades?|year|century)\b|history)|of\s+(?:its|their)\s+kind|to\s+(?!(?:the|his|her|their|its|an?|be\s+held)\b)[a-z]+)\b|"
    r"\b(?:becom(?:e|es|ing)|became|was|were|is|are)\s+(?:also\s+)?the\s+(?:first|second|third)\s+\w|"
    r"\bfirst\s+(?:woman|black|female|time)\b"
)
_NO_FIRST = re.compile(
    r"\b(?:first|second|third)[\s-]+(?:author|half|round|lady|minister|aid|degree|floor|name|class|instance|place|hand|quarter|"
    r"reading|letter|language|person\s+singular|base|officer|secretary|responder|step|draft|edition)\b"
)
_RANKED = re.compile(
    r"\b(?:came|comes?|finish(?:ed|es)?|placed|ranked|ranks?|seeded|is|are|was|were|lies?|lying|stands?|sits?|sit|remain(?:s|ed)?|"
    r"moved|up|dropped|rose|fell|stay(?:s|ed)?|now)\s+(?:in\s+|to\s+|into\s+|joint\s+|equal\s+|only\s+|still\s+|currently\s+)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))"
    r"(?:\s+(?:place|in|of|out|on|behind|with|nationally|overall|worldwide|globally|among|from|and)\b|\s*[,.;)]|\s*$)"
)


_ONE_OR_MORE = frozenset({"a", "one", "two", "three", "four", "five", "ten"})
_NO_MEASURE = frozenset({"just", "happy", "enough", "willing", "welcome"})


def compares(words: str, start: int, quantities: Sequence[Quantity]) -> bool:
    """Whether the words of a claim compare.

    Args:
        words: The words.
        start: Where they begin in the text that the amounts are counted in.
        quantities: The amounts in them; what only limits one ("more than 40", "up to a third") compares nothing.
    """
    plain = words
    for amount in quantities:
        if amount.bound is not Bound.EXACT and amount.kind not in {QuantityKind.ORDINAL, QuantityKind.SUPERLATIVE}:
            low = amount.start - start
            own = plain[low : amount.end - start]
            if own == amount.text and not _differs(plain[:low]):
                plain = plain[:low] + _without_limit(own) + plain[amount.end - start :]
    lowered = plain.lower()
    return (
        any(_ranks(q) for q in quantities)
        or _by_than(lowered)
        or _by_change(lowered)
        or any(pattern.search(lowered) for pattern in (_ALWAYS, _OPENS, _AS, _FIGURES, _NEVER_MORE, _PLACED, _RANKED))
        or _by_record(lowered)
        or any(_held_against(lowered[: match.start()]) for match in _AGAINST.finditer(lowered))
        or any(_is_superlative(m.group("est")) for m in _SUPERLATIVE.finditer(lowered))
        or _FIRST.search(_NO_FIRST.sub(" ", lowered)) is not None
    )


_LIMIT = re.compile(
    r"(?:(?:just|well|little)\s+)?(?:(?:more|less|fewer|greater)\s+than|up\s+to|over|under|above|below|as\s+(?:many|much)\s+as|"
    r"no\s+(?:more|fewer|less)\s+than|not\s+(?:more|less)\s+than|at\s+(?:least|most)|exceed(?:ing|ed)|in\s+excess\s+of)\s+",
    re.IGNORECASE,
)


def _without_limit(amount: str) -> str:
    """An amount without the words that limit it, in as many characters."""
    limit = _LIMIT.match(amount)
    return amount if limit is None else " " * limit.end() + amount[limit.end() :]


def _differs(before: str) -> bool:
    """Whether words end in an amount, so that "more than 40" behind them tells how far it is from another."""
    return _COUNTED.search(before[-16:].lower().rstrip() + " ") is not None and before[-24:].rstrip()[-1:].isalnum()


def _ranks(amount: Quantity) -> bool:
    """Whether an amount is a place in an order: "second-largest", "No. 3", "highest"."""
    lower = amount.text.lower()
    if amount.kind is QuantityKind.SUPERLATIVE:
        return lower not in {"latest", "newest", "the record"} and not lower.startswith("record")
    return amount.kind is QuantityKind.ORDINAL and (
        lower.startswith(("no", "#", "number")) or lower.endswith(("est", "most", "least", "worst"))
    )


def _is_superlative(word: str | None) -> bool:
    return word is None or word not in NO_SUPERLATIVE


def _by_than(lowered: str) -> bool:
    for match in _THAN.finditer(lowered):
        word, after, before = match["word"], match["after"], match["before"] or ""
        if word in _NOT_THAN:
            continue
        difference = before and _COUNTED.search(before.strip() + " ") is not None
        if word in _LIMITING and _LIMITED.match(after):
            earlier = after in _ONE_OR_MORE and _A_YEAR_BEFORE.match(lowered, match.end())
            if after in _NO_MEASURE or not (difference or earlier):
                continue
        if word.endswith("er") or word in {"more", "less", "worse", "fewer"}:
            return True
        if _WITH_NOUN.search(lowered, max(0, match.start() - 60), match.end()):
            return True
    return False


def _by_change(lowered: str) -> bool:
    if _CHANGE.search(lowered) or _CUT.search(lowered):
        return True
    if any(not _BE.search(lowered, max(0, m.start() - 60), m.start()) for m in _BY_A_PART.finditer(lowered)):
        return True
    if any(not _MADE_UP.search(lowered, max(0, m.start() - 10), m.start()) for m in _UP_DOWN.finditer(lowered)):
        return True
    return any(not _RANGE.search(lowered, max(0, m.start() - 24), m.start()) for m in _FROM_TO.finditer(lowered))


def _held_against(before: str) -> bool:
    """Whether words tell an amount behind their last verb, which "against a target of" compares with another one.

    "Built 40 boats against a target of 60" does, "eleven members voted against a limit of 40" does not.
    """
    clause = re.split(r"[.;](?!\d)", before)[-1]
    words = list(re.finditer(r"[a-z]+", clause))
    for at in range(len(words) - 1, -1, -1):
        word = words[at].group()
        if word in _OPPOSE:
            return False
        helped = any(each.group() in _HELPED for each in words[max(0, at - 2) : at])
        if is_past(word) and not helped:
            return _TOLD.search(clause, words[at].end()) is not None
    return _TOLD.search(clause) is not None


def _by_record(lowered: str) -> bool:
    return "record" in lowered and _RECORD.search(_NO_RECORD.sub(" ", lowered)) is not None
