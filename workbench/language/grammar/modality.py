"""Whether a candidate states a fact, foretells, judges, asks, or is page furniture."""

from __future__ import annotations

import re
from collections.abc import Set

from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality
from workbench.language.grammar.irregular_verbs import PASTS
from workbench.language.grammar.lexicon import ATTITUDE_WORDS, MINDS
from workbench.language.text.blocks import BlockKind
from workbench.language.text.calendar_names import MONTH, WEEKDAY
from workbench.language.text.tokenizer import words

_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|['’]ll)\b|\b(?:is|are|was|were)\s+(?:also\s+|now\s+|still\s+|"
    r"widely\s+)?(?:expected|likely|going|set|poised|bound|about)\s+to\b|\bexpected\s+(?:next|this|later|in|on|"
    r"by|soon|to)\b|\bforthcoming\b|\b(?:days|weeks|months|years|more)\s+to\s+come\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:(?i:could|might|would)|may|(?:^|(?<=[\"“‘'(]))May(?=\s+(?:I|we|you|he|she|it|they|"
    r"the)\b))\b(?!\s+not\s+be\s+reached)"
)
"""The month of May says nothing of what might be."""
COULD_NOT = re.compile(
    r"\bcould(?:\s+not|n['’]t)\b(?!\s+be\s+ruled)|\b(?:neither|nobody|none|no\s+one)\b[^.;]*\bcould\b", re.IGNORECASE
)
"""What could not be done tells something past."""
_COULD_NOT_BE_MORE = re.compile(
    r"\bcould\b[^.;]{0,40}\b(?:(?:be|been)\s+(?:[a-z]+ly\s+)?(?:more|less|better|worse|(?!(?:over|under|after|never|other|"
    r"either|together|rather|later|longer|former|inner|outer|upper|lower|further|water)\b)[a-z]{3,}er)\b"
    r"|(?<!any )(?<!no )(?:more|less)\W*$)",
    re.IGNORECASE,
)
"""How much more so nobody could be: "could not be prouder", "could not care less"."""
_PROMISE = re.compile(
    r"(?<!\ba )(?<!\bthe )(?<!\bthat )(?<!\bthis )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bour )(?<!\bno )"
    r"\b(?:promis(?:e[sd]?|ing)|vow(?:s|ed|ing)?|pledg(?:e[sd]?|ing))\b(?!\s+by\b)",
    re.IGNORECASE,
)
_PROMISED = re.compile(r"\b(?:promised|vowed|pledged)\b", re.IGNORECASE)
_JUDGES = re.compile(
    r"\b(?:should|(?:we|I|they|you|he|she|government)\s+must|ought\s+to|need(?:s)?\s+to|I\s+(?:think|believe|"
    r"hope|feel|guess)|in\s+my\s+(?:view|opinion)|it['’]?s\s+time\s+to)\b",
    re.IGNORECASE,
)
_OWN_BELIEF = re.compile(
    r"(?:and\s+|but\s+|so\s+|well,?\s+|look,?\s+)?(?:I|we)\s+(?:also\s+|still\s+|really\s+|truly\s+|do\s+|"
    r"firmly\s+|just\s+|personally\s+)*(?:believe|think|feel|hope|guess|bet|"
    r"suspect|trust|wish|reckon|imagine)\b(?!\s+tanks?\b)",
    re.IGNORECASE,
)
"""What the speaker believes: no evidence settles it, where no figure is named."""
_EVENT = re.compile(
    r"\b(?:closed|opened|signed|bought|sold|built|paid|killed|shot|stole|arrested|visited|sent|resigned|voted|dismissed|"
    r"sacked|hired|demolished|burned|burnt|crashed|sank|flooded|banned|cancelled|canceled|approved|rejected|fined)\b"
)
_PAST = re.compile(r"\b(?:[a-z]{3,}ed|left|went|came|met|fell|rose|began|took|made|held|won|lost|broke|ran|wrote)\b")
_WHEN = re.compile(
    rf"\b(?:yesterday|ago|last\s+(?:year|month|week|night|spring|summer|autumn|winter)|(?:on\s+)?{WEEKDAY}|in\s+{MONTH})\b"
)
_NOT_TOLD = re.compile(
    r"\b(?:should|would|could|might|must|will|if|need(?:s|ed)?|deserve[sd]?|\w+['’]d|to\s+be|(?:is|are|be|being|get)\s+\w+ed)\b",
    re.IGNORECASE,
)
_EDITORIAL = re.compile(
    r"^(?:highlighting|underlining|underscoring|emphasi[sz]ing|illustrating|demonstrating|raising|sparking|"
    r"signalling|"
    r"suggesting|reflecting|showing)\b[^.]*?\b(?:importance|need|question|questions|concern|concerns|fears|hopes|"
    r"scale|extent|"
    r"challenge|challenges|difficulty|how)\b",
    re.IGNORECASE,
)
_TASTES = (
    r"beautiful|ugly|ugliest|finest|loveliest|nicest|prettiest|greatest|best|worst|most\s+(?:beautiful|wonderful|"
    r"terrible|amazing|"
    r"exciting|boring|charming|elegant|hideous|inspiring|disgraceful|shameful|delicious)|wonderful|terrible|"
    r"awful|amazing|fantastic|"
    r"brilliant|lovely|hideous|charming|splendid|magnificent|disgraceful|shameful|superb|marvellous|delightful|"
    r"dreadful"
)
_PRAISE = re.compile(
    rf"\b(?:is|are|was|were|been|be|remains?|'s|’s)\s+(?:\w+ly\s+|so\s+|truly\s+|still\s+)?(?:an?\s+|the\s+|"
    rf"one\s+of\s+the\s+)?(?:{_TASTES})\b"
    r"(?!-)|\bdeserves?\s+(?:better|more|respect|it|this|to\b|a\b|the\b)",
    re.IGNORECASE,
)
"""Words of taste said of something: no evidence settles them."""
_CHALLENGE = re.compile(
    r"(?:they|he|she|you|nobody|no\s+one|nothing)\s+(?:can['’]?t|cannot|can|will|"
    r"won['’]t)\s+(?:ever\s+)?\w+\s+(?:us|me)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:and\s+|but\s+|so\s+)?(?:we|I)\s+(?:all\s+|now\s+|simply\s+)?(?:must|should|ought\s+to)\b|"
    r"(?:and\s+|but\s+)?(?:he|she|they|we|you|I|everyone|everybody)\s+(?:all\s+)?kn[eo]ws?\s+(?:it|that|this)\W*$",
    re.IGNORECASE,
)
"""A call of the writer's own, and "He knows it", which says nothing that could be looked up."""
_OWN_DEED = re.compile(
    r"(?:we|our\s+(?:\w+\s+)?\w+)\s+(?:now\s+|only\s+|also\s+|still\s+|do\s+not\s+|don['’]t\s+|never\s+)?"
    r"(?:contain|use|make|produce|sell|buy|employ|recycle|run|operate|own|export|import|emit|burn|"
    r"consume|publish|supply)s?\s+\w",
    re.IGNORECASE,
)
"""What a firm or office says of its own works can be looked into: "our cells contain no lithium"."""
_CHECKABLE = re.compile(
    r"\d|[%£$€]|\b(?:was|were|has|have|had|is|are|isn['’]t|aren['’]t|\w{3,}ed|nobody|never|(?:every|each|none|"
    r"all)\s+(?:one\s+)?of|first|most|million|"
    r"billion|thousands|hundreds|(?:one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:in|of|out\s+of)|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?)\s+\w{3,}|"
    r"because|already|since|than|half|twice|nowhere|no\s+other|(?:high|low|larg|small|big|old|young|long|short|"
    r"rich|poor|cheap|fast|slow)est|"
    r"in\s+a\s+row|by\s+(?:half|an?\s+(?:penny|third|half|quarter|fifth|tenth))|"
    r"pays?|costs?|employs?|earns?|owns?|lacks?|an?\s+(?:\w+\s+)?record)\b",
    re.IGNORECASE,
)
_PLAIN_DEED = re.compile(
    r"\b(?:no|neither)\s+(?!(?:one|doubt|way|wonder|matter|point|need|idea|surprise|excuse|question|problem|less|more|"
    r"sense|reason|shame|hope|harm|better|worse|good|time|place)\b)(?:[\w'’-]+\s+){1,4}?(?!(?:cares?|knows?|understands?|likes?|"
    r"wants?|loves?|thinks?|believes?|feels?|wishes|matters?|means?|needs?|seems?|serves?|makes?)\b)[a-z]{3,}(?<!s)s\s+\w"
    r"|\b(?!(?:it|this|that|he|she|which|what|who|thoughts?|hearts?|prayers?|sympath(?:y|ies)|condolences|thanks|credit|praise|"
    r"nothing|everything)\b)[\w'’-]+\s+(?:(?:now|still|also|mostly|mainly|only|all)\s+)?"
    r"(?:do(?:es)?\s+not\s+|do(?:es)?n['’]t\s+)?(?:comes?\s+(?:entirely\s+|mostly\s+|mainly\s+|only\s+)?from|belongs?\s+to|consists?\s+of|"
    r"go(?:es)?\s+(?:entirely\s+|mostly\s+|mainly\s+|only\s+)?(?:in)?to\s+(?:the|a|an)\b(?!\s+(?:heart|point|root|core)\b)|"
    r"contains?|employs?|imports?|exports?|recycles?|emits?|owns?|sells?|produces?|manufactures?|operates?|publish(?:es)?|consumes?)\b",
    re.IGNORECASE,
)
"""What others plainly do, or do not: "the rest comes from borrowing", "no plant sends waste to landfill"."""
_FOUND = re.compile(r"\b(?:found|showed|learned|learnt|ruled)\b", re.IGNORECASE)
_SELF = re.compile(r"\W*(?:I|we|you|one)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\W*you\b", re.IGNORECASE)
_TOLD_OF = re.compile(
    r"\b(?:told|said|announced|admitted|promised|claimed|insisted|found|showed|learned|learnt|warned|ruled|wrote|agreed)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b(?:that|whether)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"(?:\s(?:us|me|them|him|her|everyone|everybody|people|parliament|voters|reporters|(?:the|our|my|their|his)\s[\w'’-]{1,30})(?=\s))?"
    r"\s(?!(?:to|in|on|at|of|about|by|with|for|from|as|and|but|or|so|what|how|why|when|where|who)\b)(?:[\w'’-]+\s){1,8}",
    re.IGNORECASE,
)
"""What stands between a verb of saying and the "would" of what was said, where no "that" does."""
_RANKS = frozenset({"best", "worse", "worst"})
_RANKED = re.compile(
    r"\b(?:since|on\s+record|ever\s+(?:recorded|measured)|in\s+(?:\d+|ten|twenty|thirty|forty|fifty|a\s+hundred)\s+years|"
    r"than\s+(?:(?:in|at|on|during|before)\s|(?:the\s)?\d))",
    re.IGNORECASE,
)
"""What puts things of one sort in order, by years or places: "no year since 1914 was worse"."""
_THERE_BE = re.compile(r"\s+there\s+(?:would|might|could|may)\b", re.IGNORECASE)
_COUNTED_SUBJECT = re.compile(
    r"[\"“‘' ]{0,3}(?:(?:and|but|today|now|about|around|nearly|almost|over|only|just|roughly|some|"
    r"(?:more|less|fewer)\s+than),?\s+){0,3}"
    r"(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:in|out\s+of)\s+(?:every\s+)?\w+\s+\w|"
    r"(?:a|two|one|three)[\s-](?:third|quarter|half|fifth|tenth)s?\s+of\b|half\s+(?:of|the|our|all)\b)",
    re.IGNORECASE,
)
"""A subject that is counted: how many are so can be looked up, whatever they are said to be."""
_OFFICIAL_BODY = re.compile(
    r"\b(?:officials?|government|ministry|department|council|office|court|parliament|commission|agency|"
    r"authorit(?:y|ies)|"
    r"law|bill|legislation|rules?|scheme|programme|program|checks|police|company|bank|committee|board|regulator)\b",
    re.IGNORECASE,
)
_IS = (
    r"(?:\b(?:am|is|are|was|were|be|been|being|remain(?:s|ed)?|feels?|felt|stay(?:s|ed)?|seems?|looks?|more|most)|"
    r"['’](?:m|s|re))"
)
_BENT_ON = re.compile(
    rf"\b(?:committed|determined)\s+to\b|{_IS}\s+(?:not\s+)?(?:\w+ly\s+|so\s+|as\s+|very\s+|all\s+|still\s+|both\s+|"
    r"now\s+){0,2}(?:committed|determined)\b(?!\s+by\b)|^\W*(?:committed|determined)\b",
    re.IGNORECASE,
)
"""Set on something: "we are committed to it". "The agency committed £3 million", "the court determined" are deeds."""
_OF_MIND = frozenset(
    {"welcome", "should", "ought", "deserve", "deserves", "perhaps", "maybe", "arguably", "hopefully", "sorry", "proud"}
)
_MONEY_SPENT = re.compile(
    r"\bcommitted\s+(?:[\w'’-]+\s+){0,3}?[£$€]?\d|(?<![\w.,])\d[\w.,]*+(?:\s+\w+){0,3}\s+(?:(?:has|have|had|was|were|is|are|been)\s+){1,2}committed\b"
    r"|\bno\s+\w+\s+(?:(?:has|have|had|was|were|is|are|been)\s+){1,2}committed\b",
    re.IGNORECASE,
)
"""Money, not a mind: "£3 million has been committed to the wall", "no money was committed"."""
_DEEDS = frozenset({"committed", "determined"})
_ADVERBS = frozenset({"sadly", "unfortunately", "clearly", "obviously", "frankly", "honestly", "hopefully"})
"""Words of attitude that leave what is told as it is."""
_SPECIFIC = re.compile(r"\d|[£$€%]")
_EXPECTED = re.compile(r"(?:is|are)\b.*\b(?:expected|likely)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
_DATED = re.compile(
    rf"\b(?:(?:on|until|till|from|by|before|after|next|this|since)\s+(?:\w+\s+)?(?:{WEEKDAY}|{MONTH})|in\s+{MONTH}|tomorrow|tonight|"
    r"(?i:from|until|till|by|before|after)\s+next\s+(?:week|month|year|spring|summer|autumn|winter|term|season))\b"
)
_RULES = re.compile(r"\bmay\s+only\b|\bmay\s+not\b.*\b(?:unless|without|until|except)\b", re.IGNORECASE)
"""What is allowed or forbidden: "may only be sold in packs", "may not be shut unless it floods"."""
_NOT_ARRANGED = re.compile(
    r"\b(?:rain|snow|winds?|temperatures?|storms?|showers|gales?|prices|shares|markets?|inflation|growth|sales|demand|"
    r"recovery|recession|econom(?:y|ies))\b",
    re.IGNORECASE,
)
"""What nobody sets a day for."""
_ARRANGED = re.compile(
    r"(?:\s+(?:not|also|now|only|again|then|still|once|formally|officially|finally|all|both))*\s+"
    r"(?:(?:open|reopen|close|shut|meet|gather|convene|sit|resume|launch|arrive|leave|depart|visit|speak|testify|appear|"
    r"play|host|perform|air|travel|sail|retire|resign|adjourn|vote|pay|apply|publish|sign|move|hold|"
    r"(?:start|begin)(?!\s+(?:to\s|\w+ing\b)))\b"
    r"|(?:stay|remain|be)\s+(?:closed|shut|open|in\s+(?:force|place|session)|on\s+(?:sale|show|strike|trial))\b"
    r"|(?:go|come|be\s+put)\s+(?:on\s+(?:sale|show|display|strike|trial)|into\s+(?:force|effect|use|service)|to\s+(?:court|trial))\b"
    r"|take\s+(?:effect|place|office|over\s+(?:as|from))\b|(?:stand|face)\s+trial\b|step\s+down\b"
    r"|run\s+(?:until|till|from|through|to|on|between|every|again)\b|have\s+to\b"
    r"|be\s+(?:held|opened|reopened|closed|shut|allowed|required|published|released|shown|launched|unveiled|delivered|paid|introduced|"
    r"removed|moved|sworn|buried|sentenced|played|performed|broadcast|auctioned|demolished|handed|signed|voted|debated|"
    r"heard|discussed|announced|presented|free)\b)",
    re.IGNORECASE,
)
"""What is arranged: with its day it is a plan that can be checked. All else is foretold, with a day or without."""
_COURTESY = re.compile(
    r"\W*(?:(?:and|but|so|well|also|again)[\s,]+)?(?:I|we)\s+(?:would|could|might|may|must|should|can|will|shall|want\s+to)\s+"
    r"(?:(?:also|just|only|merely|simply|again|perhaps)\s+)?(?:(?:like|want|have)\s+to\s+)?(?:(?:also|just|only|again)\s+)?"
    r"(?:point\s+out|note|add|mention|stress|observe|underline|emphasi[sz]e|recall|(?:remind|tell)(?:\s+[\w'’-]+){1,5}?)\s+that\b",
    re.IGNORECASE,
)
"""Ways to begin what is then told as a fact: "I would point out that in 2021 it was half"."""
_PRICED = re.compile(
    r"(?<!\bI )(?<!\bwe )(?<!\byou )\bwould\s+(?:(?:also|only|not|still|have)\s+)?cost\s+(?:(?:us|them)\s+)?"
    r"(?:(?:about|around|some|nearly|almost|only|just|over|at\s+least|(?:more|less)\s+than|up\s+to)\s+)?"
    r"(?:[£$€]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|(?:an?\s+)?(?:hundred|"
    r"thousand|million|billion)s?)\b)",
    re.IGNORECASE,
)
"""What something is put at: "a tunnel would cost 40 million"."""


def modality_of(text: str, candidate: ClauseCandidate, kind: BlockKind, *, of_others: bool = False) -> Modality:
    """The modality of one candidate, by its words and whose they are.

    A specific plan (it names a date or an amount) is a fact about the plan; a bare "will" is a prediction. Words that
    somebody is quoted with, without the attribution inside the span, are an opinion when they only judge.
    """
    span = text[candidate.start : candidate.end]
    if text[candidate.end : candidate.end + 1] == "?" or span.rstrip("\"”’'").endswith("?"):
        return Modality.QUESTION
    if polite := _COURTESY.match(span):
        span = span[polite.end() :]
    if candidate.advises:
        return Modality.OPINION
    own = candidate.by_turn or (candidate.speaker or "I").casefold() in {"i", "we"}
    if own and (belief := _OWN_BELIEF.match(span)) and not (_SPECIFIC.search(span) or _told(span[belief.end() :])):
        return Modality.OPINION
    future = _FUTURE.search(span)
    told_of = candidate.reports and (not _HYPOTHETICAL.search(span) or _SPECIFIC.search(span) or _reported(span))
    guessed = future is not None and (candidate.attribution_verb or "").lower() in MINDS
    by_another = candidate.attribution is Attribution.PARAPHRASE and candidate.speaker is not None
    if ((candidate.said or by_another) and not guessed) or told_of:
        return Modality.FACT
    if (
        future
        and not candidate.happened  # "They settled in June; neither will say for how much"
        and not _is_specific(span, future)
        and not _dated_plan(span, future)
        and not (future.group().lower() == "will" and _official_plan(span, future.start()))
    ):
        return Modality.PREDICTION
    if _PRAISE.search(span) and not _SPECIFIC.search(span):
        return Modality.OPINION
    if COULD_NOT.search(span) and _COULD_NOT_BE_MORE.search(span) and not _SPECIFIC.search(span):
        return Modality.OPINION
    if _CALL.match(span) and not _SPECIFIC.search(span):
        return Modality.OPINION
    if _CHALLENGE.match(span):
        return Modality.PREDICTION
    if _PROMISE.search(span) and not candidate.said and not _PROMISED.search(span):
        return Modality.PREDICTION
    if _EDITORIAL.match(span):
        return Modality.OPINION
    if candidate.quoted:
        bag = {w.lower for w in words(span)}
        judged = attitudes(span, bag)
        if judged and _SPECIFIC.search(span):
            judged = frozenset(word for word in judged if _is_found(word, span))
        if (judged <= _ADVERBS and _SPECIFIC.search(span)) or _COUNTED_SUBJECT.match(span):
            judged = frozenset()  # "1,482 cases and sadly four deaths", "one in five roads is in poor condition"
        if candidate.happened:  # "we closed the four worst homes"
            judged = frozenset(word for word in judged if word not in _RANKS or _is_found(word, span))
        if judged <= _RANKS and _SPECIFIC.search(span) and _RANKED.search(span):
            judged = frozenset()
        priced = _PRICED.search(span) and not _IF.search(span)
        might = _HYPOTHETICAL.search(span) and not (COULD_NOT.search(span) or _reported(span) or priced)
        if _JUDGES.search(span) or might or judged:
            return Modality.OPINION
        told = candidate.happened or (candidate.by_turn and candidate.happened is not False)
        told = told or future is not None or (polite is not None and not bag.isdisjoint(PASTS))
        deed = _OWN_DEED.match(span.lstrip("\"“‘' ")) or _PLAIN_DEED.search(span) or of_others
        if not (_CHECKABLE.search(span) or priced or told or deed):
            return Modality.OPINION
    elif (
        re.search(r"\b(?:might|may|could)\s+(?:well\s+|also\s+|yet\s+|still\s+)?\w+", span)
        and not _SPECIFIC.search(span)
        and not candidate.happened
        and not (COULD_NOT.search(span) or _RULES.search(span))
    ):
        return Modality.PREDICTION
    return Modality.FACT


def _is_specific(span: str, future: re.Match[str]) -> bool:
    """Whether what is to come is told with a figure; a year alone makes no plan of what is only expected.

    "Is expected to open in 2027" has been arranged, "are expected to recover by 2027" has not.
    """
    expected = _EXPECTED.match(future.group()) is not None and _ARRANGED.match(span, future.end()) is None
    return _SPECIFIC.search(_YEARS.sub("", span) if expected else span) is not None


def _reported(span: str) -> bool:
    """Whether "would" only follows the past of what was told or found: "She told the inquiry that she would resign"."""
    own = _SELF.match(span) and not _FOUND.search(span)
    own = own and not (_ADDRESSED.match(span) and _SPECIFIC.search(span))
    told = None if own else _TOLD_OF.search(span)
    that = _THAT.search(span, told.end()) if told else None
    might = _HYPOTHETICAL.search(span)
    if told and might and that is None and not _IF.search(span):
        return _SAYS_SO.fullmatch(span, told.end(), might.start()) is not None
    plain = that is not None and not _THERE_BE.match(span, that.end())
    return that is not None and plain and might is not None and might.start() > that.end()


_OFFENCE = re.compile(
    r"\bdangerous\s(?:driving|dogs?|drugs?|goods|offenders?|weapons?|substances?|waste)\b", re.IGNORECASE
)
"""What the law calls so, which is nobody's judgement."""


def attitudes(span: str, bag: Set[str]) -> Set[str]:
    """The words of judgement among those of a span (`bag`, in lower case), without those that tell a deed there."""
    judged = bag & ATTITUDE_WORDS
    if "dangerous" in judged and _OFFENCE.search(span):
        judged -= {"dangerous"}
    if judged & _DEEDS and (_MONEY_SPENT.search(span) or not _BENT_ON.search(span)):
        judged -= _DEEDS
    return judged


def _is_found(word: str, span: str) -> bool:
    """Whether a word of judgement is what a span says: "it is dangerous", not "12 dangerous bridges fell"."""
    if word in _OF_MIND:
        return True
    return re.search(rf"{_IS}\s+(?:[\w'’]+\s+){{0,3}}?{word}\b", span, re.IGNORECASE) is not None


def _told(words: str) -> bool:
    """Whether what somebody believes is an event of the past: "the council closed the school", "it began in May"."""
    happened = _EVENT.search(words) or (_PAST.search(words) and _WHEN.search(words))
    return happened is not None and not _NOT_TOLD.search(words)


def _official_plan(span: str, will: int) -> bool:
    """Whether "will" has an institution or a rule for its subject: then the plan as it stands can be checked."""
    return bool(_OFFICIAL_BODY.search(span[max(0, will - 60) : will]))


def _dated_plan(span: str, future: re.Match[str]) -> bool:
    """Whether what is to come is arranged and has its day: "will stay closed until Thursday", not "will win in May"."""
    if "likely" in future.group().lower() or _DATED.search(span) is None or _NOT_ARRANGED.search(span):
        return False
    return _ARRANGED.match(span, future.end()) is not None
