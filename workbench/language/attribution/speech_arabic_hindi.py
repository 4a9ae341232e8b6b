"""Who said it in Arabic and Hindi: by verbs of saying beside what is said.

Only what is certain by its place: the words behind an Arabic verb, those before a Hindi one.
"""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

_QUOTED = re.compile(
    r"«[^«»]{0,2000}»|“[^“”]{0,2000}”|„[^„“”]{0,2000}[“”]|”[^”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^‘’]{0,2000}’(?=[,\s])"
)
_QUOTE = "“”"
"""What stands for a whole quotation while a sentence is read."""
_WORDS = r"[^,،;:.!?।؟“”\n]"
_VERBS = {
    "ar": r"[وف]?(?:قالت?|أعلنت?|أكدت?|أضافت?|صرحت?|ذكرت?|أوضحت?|كشفت?|أشارت?|اعترفت?|حذرت?|كتبت?)",
    "hi": r"कहा|बताया|लिखा|जोड़ा|दावा\s+किया|आरोप\s+लगाया|स्वीकार\s+किया|चेतावनी\s+दी|घोषणा\s+की|पुष्टि\s+की",
}
_ELSEWHERE = {
    "ar": word_set(
        """
        في من على إلى عن بعد هو هي هم إن أن ما لم لا ذلك هذا كما
        """
    ),
    "hi": word_set(
        """
        यह वह ये वे मैं हम इस उस किसी नहीं जो जिस जिन कोई
        """
    ),
}
"""Words with which nobody's name begins: when, where and how something was said, pronouns, denials."""
_DENIALS = word_set("नहीं لم لا ما")
_BLANKS = re.compile(r"\s+")
_WHEN_ARABIC = re.compile(
    r"\s(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|مساء|صباح|في|خلال|اليوم|أمس|يوم|عبر|أمام|للصحفيين|لوكالة|إلى)(?:\s.*)?$"
)
_ARABIC = (
    re.compile(rf"^{_VERBS['ar']}\s+(?P<who>{_WORDS}{{2,80}}?)\s+(?:إن|أن|بأن|إنه|أنه|إنها|أنها|إنهم|أنهم)\s"),
    re.compile(rf"^{_VERBS['ar']}\s+(?P<who>{_WORDS}{{2,80}}?)\s*[:،]\s*“”"),
    re.compile(rf"^{_VERBS['ar']}\s+(?P<who>{_WORDS}{{2,40}}?)،\s[^:“”]{{2,40}}:\s*“”"),
    re.compile(
        rf"،\s(?:بحسب|حسب|وفق)\sما\s(?P<verb>أعلنت?|أفادت?|ذكرت?|قالت?|أكدت?)\s(?P<who>{_WORDS}{{2,50}}?)(?=،|$)"
    ),
    re.compile(rf"(?:^|،\s)و?(?P<verb>بحسب|حسب|وفقا?ً?\sل|نقلا\sعن)\s?(?P<who>{_WORDS}{{2,50}}?)(?=،|$)"),
)
_BETWEEN = rf"(?:(?!(?:ने|कि)\s){_WORDS}){{1,70}}?\s"
"""What may stand between who speaks and the verb: to whom, where and how it was said; no other speaker, no "that"."""
_SAID_SO = rf"(?P<verb>{_VERBS['hi']})\s?(?:(?:है|था)\s?)?"
_HINDI = (
    re.compile(rf"^(?P<who>{_WORDS}{{2,90}}?)\s+ने\s+(?:{_BETWEEN})??{_SAID_SO}(?:कि[\s,]|[,:]?\s?“”|[,:]\s(?=\S+\s\S+\s\S))"),
    re.compile(rf"“”,?\s*(?P<who>{_WORDS}{{2,60}}?)\s+ने\s+(?:{_BETWEEN})??(?P<verb>{_VERBS['hi']})(?=\s|$|।)"),
    re.compile(rf",\s(?P<who>{_WORDS}{{2,40}}?)\s+ने\s+(?P<verb>कहा|बताया)$"),
    re.compile(rf"^(?P<who>{_WORDS}{{2,40}}?)\s+के\s+(?P<verb>अनुसार|मुताबिक)(?=[\s,])"),
)  # fmt: skip
_LEADS_HINDI = re.compile(r"^.{1,70}\s(?:के\s(?:बाद|दौरान|पहले|बीच|साथ|मौके\sपर)|से\sपहले|को|में|पर|से|तक)\s(?=\S)")
"""What tells when and where before who speaks: "सोमवार को महापौर …"."""
_ACTS_HINDI = word_set("वाले वाली वाला गए गई गया हुए हुई हुआ रहे रही रहा करते करती करने किया आए आई")
"""Participles that belong to what was cut off before who speaks, so that the rest is no whole name."""
_HE_SAID = {
    "ar": re.compile(rf"^(?P<verb>{_VERBS['ar']})(?:\s+(?:إن|أن|بأن|إنه|أنه|إنها|أنها|إنهم|أنهم)\s|\s?[:،]?\s?“”)"),
    "hi": re.compile(
        rf"^(?:{_WORDS}{{2,60}}?\s)?(?:उन्होंने|उसने|इन्होंने)\s(?:{_BETWEEN})??{_SAID_SO}(?:कि[\s,]|[,:]?\s?“”|[,:]\s(?=\S+\s\S+\s\S))"
    ),
}
"""That somebody said it whom the sentence does not name: the one who spoke before."""
LANGUAGES = frozenset(_VERBS)
_MOST = 8


def who_says(sentence: str, language: str) -> tuple[str | None, str] | None:
    """Who says a sentence, and the verb; nobody where it only tells "he said", None where nobody says it."""
    # runs of blanks are one, so that no pattern tries where in a run it may begin
    bare = _BLANKS.sub(lambda run: "\n" if "\n" in run.group() else " ", _QUOTED.sub(_QUOTE, sentence.strip()))
    for pattern in _ARABIC if language == "ar" else _HINDI:
        match = pattern.search(bare)
        if match is None:
            continue
        if language == "hi" and _DENIALS.intersection(match.group().split()):
            return None
        who = _named(match["who"], language)
        verb = match["verb"] if "verb" in pattern.groupindex else match.group().split()[0]
        if who is not None:
            return who, verb
        break
    said = _HE_SAID[language].match(bare)
    return (None, said["verb"]) if said is not None and "नहीं" not in said.group() else None


def quotes_much(sentence: str) -> bool:
    """Whether a sentence gives more than a word or two within quotation marks."""
    return any(match.end() - match.start() > 20 for match in _QUOTED.finditer(sentence))


def _named(phrase: str, language: str) -> str | None:
    """Who is meant by the words beside a verb of saying; None where they are no plain subject."""
    who = " ".join(phrase.split())
    if language == "ar":
        who = _WHEN_ARABIC.sub("", who)
    else:
        led = _LEADS_HINDI.sub("", who)
        if not {"ने", "कि"}.isdisjoint(who.split()) or (led != who and _ACTS_HINDI.intersection(led.split())):
            return None
        who = led
    parts = who.split()
    if not parts or len(parts) > _MOST or parts[0] in _ELSEWHERE[language] or parts[0][0].isdigit():
        return None
    return None if _QUOTE in who or _DENIALS.intersection(parts) else who
