"""Whether a time is that of something promised, decided or announced, which may lie before or behind the telling."""

from __future__ import annotations

import re
from functools import cache

_COMMITS = {
    "de": r"(?:versprach(?:en)?|beschloss(?:en)?|beschlossen|entschied(?:en)?|plante[n]?|vereinbarte[n]?|"
    r"verschob(?:en)?|kündigte[n]?|angekündigt|versprochen|vereinbart|verschoben|genehmigte[n]?|genehmigt|"
    r"forderte[n]?|gefordert|"
    r"schlug(?:en)?|vorgeschlagen|wollte[n]?|stimmte[n]?(?=\s(?:für|gegen|der|dem)\b)|befürwortete[n]?|verlangte[n]?|"
    r"beantragte[n]?|empfahl(?:en)?|drohte[n]?|unterschrieb(?=\s[^.;]{1,60}vertrag))",
    "fr": r"(?:promis|décidé|annoncé|prévu|reporté|voté|approuvé|adopté|proposé|demandé|exigé|convenu|autorisé|"
    r"ordonné|réclamé|"
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
    r"zgodzi|przyrzek)(?:ł[aoiy]?|li|no)(?:\ssię)?|zagroził[aoiy]?|(?:przesunię|przełoż|odłoż|uchwal)(?:to|ono)",
    "uk": r"(?:(?:по)?обіця|виріши|ухвали|оголоси|анонсува|відкла|перен[іе]с|заплан\w{2,5}а|запропонува|постанови|"
    r"погоди)(?:[вл][аио]?|ли)?(?:ся)?",
    "ru": r"(?:(?:по)?обеща|реши|объяви|анонсирова|отложи|перен[её]с|запланирова|предложи|постанови|утверди|согласи|"
    r"потребова)(?:л[аио]?)?(?:сь|ся)?",
}
"""Verbs in the past of promising, deciding, announcing, putting off and asking for: what they speak of is to come."""
_MAR = (
    r"(?!(?:mar|lugar|hogar|mujer|ayer|taller|militar|familiar|particular|popular|escolar|nuclear|dólar|par|titular|"
    r"primer|tercer|alquiler|líder|azar|pesar|lugares|mulher|lar|ar|bar)\b)"
)
_TO_DO = {
    "fr": r"(?:\b(?:de|à|y)\s|\bd['’])(?:(?:ne\spas|se|le|la|les|en|y|s['’]|l['’])\s?)?(?:(?!(?:hier|hiver|mer|"
    r"fer)\b)(?:\w{2,}(?:(?<!i)er|"
    r"[^uoa]ir|oir)|\w*(?:licenc|publ|modif|vérif|étud|conf|négoc|assoc|expéd|justif)ier)|\w*(?:endre|ondre|perdre|"
    r"mettre|"
    r"battre|duire|truire|crire|faire|suivre|vivre|clure|naître|dire))",
    "es": rf"\b(?:a|con|de|en|por|\w{{2,}}(?:ó|aron|ieron))\s{_MAR}\w{{2,}}(?:ar|er|ir)(?:lo|la|los|las|se|le)?",
    "pt": rf"\b(?:a|com|de|em|por|\w{{2,}}(?:ou|iu|eu|aram|eram))\s{_MAR}\w{{2,}}(?:ar|er|ir)(?:-\w+)?",
    "it": r"\b(?:di|a|ad)\s(?!mare\b|quartiere|genere\b|carcere|potere\b|cantiere|mestiere|ingegnere|militare|"
    r"particolare|popolare|nucleare)\w{2,}(?:[aei]re|rre|[aei]rsi|[aei]rl[oaie])",
    "nl": r"\bte\s\w+n",
    "sv": r"\batt\s(?!(?:den|det|de|han|hon|man|en|ett)\b)\w+|\b(?:hoppades|tänkte|avsåg|ämnade|vägrade|hotade|"
    r"försökte|önskade)\s\w+",
    "pl": r"\b(?!\w*(?:ość|ęść|ięć|mierć|chęć|sieć|treść|płeć|pamięć|gość|kość)\b)\w{2,}ć|\w{4,}(?:niem|ciem)",
    "uk": r"\b\w{2,}(?:увати|ювати|ити|іти|яти|нути|йти|ести|езти|дати|брати|писати|зати|шати|кати|чати|вати)(?:ся)?",
    "ru": r"\b(?!(?:сеть|пять|девять|десять|путь|суть|чуть|опять|память|нить|печать|кровать|мать|зять|хоть|плоть)\b)"
    r"(?:\w{2,}(?:[аеиыоуя]ть|ести|езти|асти)|\w+йти)(?:ся|сь)?",
    "de": r"\bzu\s\w+n|\w+zu\w+en",
}  # fmt: skip
"""What is to be done, by its infinitive."""
_BEHIND = frozenset({"de", "nl"})
"""Languages whose infinitive stands at the end, behind its time: "besloot in juni te vertrekken"."""
_DONE = {
    "fr": r"(?:commencé|recommencé|réussi|cessé|fini|continué|arrêté|vient|viennent|parvenue?s?)",
    "es": r"(?:pudo|pudieron|tuvo|tuvieron|logr(?:ó|aron)|consigui(?:ó|eron)|hubo|dej(?:ó|aron)|empez(?:ó|aron)|"
    r"comenz(?:ó|aron)|volvi(?:ó|eron)|acab(?:ó|aron)|termin(?:ó|aron)|lleg(?:ó|aron))",
    "pt": r"(?:pôde|puderam|teve|tiveram|consegui(?:u|ram)|começ(?:ou|aram)|deix(?:ou|aram)|volt(?:ou|aram)|"
    r"acab(?:ou|aram)|cheg(?:ou|aram))",
    "it": r"(?:potuto|dovuto|riuscit[oaie]|iniziato|cominciato|smesso|finito|tornat[oaie]|continuato)",
    "nl": r"(?:wist|wisten|begon|begonnen|hoefde|bleek|bleken|bleef|probeerde|slaagde)",
    "sv": r"(?:lyckades|började|slutade|tvingades|fick|kunde|måste|fortsatte)",
    "pl": r"(?:mógł|mogła|mogli|musia\w+|zacz[ąę]\w+|przesta\w+|udało|zdoła\w+)",
    "uk": r"(?:зм[іо]г\w*|довелося|поча\w+|переста\w+|вдалося|встиг\w*|став|стала|стали)",
    "ru": r"(?:смог\w*|пришлось|начал\w*|переста\w+|удалось|успел\w*|стал[аи]?)",
    "de": r"(?:begann(?:en)?|hörte[n]?|gelang|schaffte[n]?|brauchte[n]?|pflegte[n]?|schien(?:en)?)",
}  # fmt: skip
"""Verbs in the past by which what their infinitive says has been done."""
_SET_FOR = {
    "de": r"(?:auf|für)\s(?:den|die)", "fr": r"pour\s(?:le|la|en)?", "es": r"para\s(?:el|la)?", "it": r"per\s(?:il|"
    r"la)?",
    "pt": r"para\s(?:[oa]|n[oa])?", "nl": r"voor", "sv": r"till(?:\sden)?", "pl": r"na", "uk": r"на", "ru": r"на",
}  # fmt: skip
"""What stands before the day that something is set for."""
_HAS = {
    "de": r"(?:hat|haben|hatten?|wurden?|worden|ist|sind|waren?)",
    "nl": r"(?:heeft|hebben|hadden?|werd(?:en)?|is|zijn)",
}
_CONTRACT = re.compile(
    r"vertrag|contra[tc]|kontra[kt]|contratto|umow|договор|договір|контракт|avtal|verlänger", re.IGNORECASE
)


@cache
def _verbs(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{_COMMITS.get(language, '(?!)')})(?![\w-])", re.IGNORECASE)


@cache
def _matcher(table: str, language: str) -> re.Pattern[str]:
    words = {"to do": _TO_DO, "done": _DONE, "has": _HAS, "for": _SET_FOR}[table].get(language, r"(?!)")
    if table == "for":
        return re.compile(rf"(?:^|\W)(?:{words})\s*$", re.IGNORECASE)
    return re.compile(rf"(?<![\w’'-])(?:{words})(?![\w-])", re.IGNORECASE)


def may_be_to_come(before: str, time: str, behind: str, language: str) -> bool:
    """Whether a time between two parts of a clause in the past may be that of what is promised, planned or to be done.

    It is not where it stands before the verb ("Im Juni beschloss der Rat …") or right behind it ("anunció el lunes …").

    Args:
        before: The words of the clause before the time.
        time: The words of the time.
        behind: The words behind it.
        language: Its language.
    """
    if _matcher("for", language).search(before) or _matcher("for", language).search(f"{time.split()[0]} "):
        return True
    done = _matcher("done", language).search(before) is not None
    to_do = _matcher("to do", language)
    if not done and (to_do.search(before) or (language in _BEHIND and to_do.search(behind))):
        return True
    verbs = [*_verbs(language).finditer(before)]
    if verbs:
        return bool(before[verbs[-1].end() :].strip())
    # "Die Schließung im Juni wurde gestern beschlossen"
    return bool(before.strip()) and _verbs(language).search(behind) is not None and not _has(before, language)


def _has(before: str, language: str) -> bool:
    return _matcher("has", language).search(before) is not None


def is_term_of_a_contract(before: str) -> bool:
    """Whether a time behind "until" is how long something agreed will last: "unterschrieb einen Vertrag bis Juni"."""
    return _CONTRACT.search(before) is not None
