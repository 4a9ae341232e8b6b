"""Whether a time is that of something promised, decided or announced, which may lie before or behind the telling."""

from __future__ import annotations

import re
from functools import cache

_COMMITS = {
    "de": r"(?:versprach(?:en)?|beschloss(?:en)?|beschlossen|entschied(?:en)?|plante[n]?|vereinbarte[n]?|"
    r"verschob(?:en)?|kündigte[n]?|angekündigt|versprochen|vereinbart|verschoben|genehmigte[n]?|genehmigt|forderte[n]?|gefordert|"
    r"schlug(?:en)?|vorgeschlagen|wollte[n]?)",
    "fr": r"(?:promis|décidé|annoncé|prévu|reporté|voté|approuvé|adopté|proposé|demandé|exigé|convenu|autorisé|"
    r"promirent|décidèrent|annoncèrent)(?:e?s)?",
    "es": r"(?:promet|decid|anunci|aplaz|pospus|aprob|acord|propus|pidi|autoriz|orden|plane)"
    r"(?:ó|ió|o|aron|ieron|ado|ido)",
    "it": r"(?:promess|decis|annunciat|rinviat|approvat|propost|chiest|autorizzat|deliberat|ordinat)[oaie]|"
    r"(?:promise|decise|annunciò|rinviò|approvò|propose)(?:ro|rono)?",
    "pt": r"(?:promet|decid|anunci|adi|aprov|acord|propôs|ped|autoriz|orden|planej)"
    r"(?:eu|iu|ou|eram|iram|aram|ado|ido)|propôs|propuseram",
    "nl": r"(?:beloofde[n]?|beloofd|besloot|besloten|kondigde[n]?|aangekondigd|verschoof|verschoven|uitgesteld|"
    r"stelde[n]?|plande[n]?|eiste[n]?|wilde[n]?|voorgesteld|goedgekeurd)(?:\s(?:aan|uit|voor))?",
    "sv": r"(?:lovade|lovat|beslutade|beslutat|beslöt|sköt(?=\supp\b)|skjutit(?=\supp\b)|planerade|planerat|krävde|"
    r"föreslog|föreslagit|godkände|godkänt|aviserade|utlovade|tillkännagav|ville|bestämde)(?:\s(?:upp|om|sig))?",
    "pl": r"(?:obieca|uchwali|zdecydowa|postanowi|zapowiedzia|ogłosi|odłoży|przełoży|zaplanowa|zażąda|zaproponowa|"
    r"zgodzi|przyrzek)(?:ł[aoiy]?|li|no)(?:\ssię)?|(?:przesunię|przełoż|odłoż|uchwal)(?:to|ono)",
    "uk": r"(?:(?:по)?обіця|виріши|ухвали|оголоси|анонсува|відкла|перен[іе]с|заплан\w{2,5}а|запропонува|постанови|"
    r"погоди)(?:[вл][аио]?|ли)?(?:ся)?",
    "ru": r"(?:(?:по)?обеща|реши|объяви|анонсирова|отложи|перен[её]с|запланирова|предложи|постанови|утверди|согласи|"
    r"потребова)(?:л[аио]?)?(?:сь|ся)?",
}
"""Verbs in the past of promising, deciding, announcing, putting off and asking for: what they speak of is to come."""
_TO_DO = {
    "de": r"^[^,;.!?]{0,80}\bzu\s\w+n\b|^[^,;.!?]{0,80}\b\w+zu\w+n\b",
    "nl": r"^[^,;.!?]{0,80}\bte\s\w+n\b",
    "sv": r"^\s+(?:att\b|\w+a\b)",
    "fr": r"^\s+(?:de\s|d['’])\w+(?:er|ir|re)\b",
}
"""What is to be done, behind a time that may be its own: "besloot in juni te vertrekken"."""


@cache
def _verbs(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{_COMMITS.get(language, '(?!)')})(?![\w-])", re.IGNORECASE)


def may_be_to_come(before: str, behind: str, language: str) -> bool:
    """Whether a time between two parts of a clause may be that of what somebody promised, decided or announced.

    It is not where it stands before the verb ("Im Juni beschloss der Rat …") or right behind it ("anunció el lunes …").

    Args:
        before: The words of the clause before the time.
        behind: Those behind it.
        language: Its language.
    """
    verbs = [*_verbs(language).finditer(before)]
    if not verbs:
        return False
    if before[verbs[-1].end() :].strip():
        return True
    to_do = _TO_DO.get(language)
    return to_do is not None and re.search(to_do, behind, re.IGNORECASE) is not None
