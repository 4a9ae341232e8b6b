"""Whether a time is that of something promised, decided or announced, which may lie before or behind the telling."""

from __future__ import annotations

import re
from functools import cache

from workbench.language.grammar.modality_elsewhere import happens
from workbench.language.time.calendars_elsewhere import CALENDARS

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
    r"önskade)\s\w+",
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
    "fr": r"(?:commencé|recommencé|réussi|cessé|fini|continué|arrêté|vient|viennent|parvenue?s?|d['’]avoir|"
    r"(?:aidé|forcé|obligé|contraint|tenté|essayé|accusé|soupçonné|inculpé|condamné)e?s?)",
    "es": r"(?:pudo|pudieron|tuvo|tuvieron|logr(?:ó|aron)|consigui(?:ó|eron)|hubo|dej(?:ó|aron)|empez(?:ó|aron)|"
    r"comenz(?:ó|aron)|volvi(?:ó|eron)|acab(?:ó|aron)|termin(?:ó|aron)|lleg(?:ó|aron)|(?:de|por)\shaber|"
    r"(?:ayud|oblig|forz|intent|trat|acus|conden)(?:ó|aron|ad[oa]s?)|sospechos[oa]s?)",
    "pt": r"(?:pôde|puderam|teve|tiveram|consegui(?:u|ram)|começ(?:ou|aram)|deix(?:ou|aram)|volt(?:ou|aram)|"
    r"acab(?:ou|aram)|cheg(?:ou|aram)|(?:de|por)\ster|suspeit[oa]s?|"
    r"(?:ajud|obrig|forç|tent|acus|conden)(?:ou|aram|ad[oa]s?))",
    "it": r"(?:potuto|dovuto|riuscit[oaie]|iniziato|cominciato|smesso|finito|tornat[oaie]|continuato|"
    r"(?:di|per)\savere?|(?:aiutat|costrett|obbligat|forzat|tentat|provat|cercat|accusat|sospettat|condannat)[oaie])",
    "nl": r"(?:wist|wisten|begon|begonnen|hoefde|bleek|bleken|bleef|slaagde|te\shebben|(?:ge)?probeer(?:den?|d)|"
    r"hielp(?:en)?|geholpen|dwong(?:en)?|gedwongen|verplichtte|beschuldig\w+|verdacht|veroordeeld\w*|"
    r"kreeg|kregen)",
    "sv": r"(?:lyckades|började|slutade|tvingades|fick|kunde|måste|fortsatte|att\sha|försökte|hjälpte|tvingade|"
    r"anklag\w+|misstänkt\w*|döm[dt]\w*)",
    "pl": r"(?:mógł|mogła|mogli|musia\w+|zacz[ąę]\w+|przesta\w+|udało|zdoła\w+|pom[óo]g\w+|(?:z|przy)musi\w+|"
    r"(?:s)?próbowa\w+|usiłowa\w+|oskarż\w+|skaza\w+)",
    "uk": r"(?:зм[іо]г\w*|довелося|поча\w+|переста\w+|вдалося|встиг\w*|став|стала|стали|допом[іо]г\w*|"
    r"(?:з|при)муси\w+|намага\w+|спробува\w+|звинува\w+|засуд\w+)",
    "ru": r"(?:смог\w*|пришлось|начал\w*|переста\w+|удалось|успел\w*|стал[аи]?|помог\w*|застави\w+|вынуди\w+|"
    r"(?:по)?пытал\w+|обвин\w+|осу[жд]\w+)",
    "de": r"(?:begann(?:en)?|hörte[n]?|gelang|schaffte[n]?|brauchte[n]?|pflegte[n]?|schien(?:en)?|zu\shaben|"
    r"half(?:en)?|geholfen|zwang(?:en)?|gezwungen|nötigte[n]?|versuchte[n]?|versucht|beschuldigt\w*|angeklagt|"
    r"verdächtigt\w*|verurteilt\w*)",
}  # fmt: skip
"""Verbs in the past by which what their infinitive says has been done, or is said to have been; perfect infinitives."""
_SETS = {
    "de": r"(?:setzte[n]?|angesetzt|legte[n]?|festgelegt|rief(?:en)?|aufgerufen|lud(?:en)?|eingeladen)",
    "fr": r"(?:fixé|convoqué|programmé)e?s?",
    "es": r"(?:fij|convoc|program|cit)(?:ó|aron|ad[oa]s?)",
    "it": r"(?:fissat|convocat|programmat|indett)[oaie]",
    "pt": r"(?:marc|agend|convoc)(?:ou|aram|ad[oa]s?)",
    "nl": r"(?:bepaalde[n]?|bepaald|gepland|riep(?:en)?|opgeroepen)",
    "sv": r"(?:satte|sattes|kallade|kallades|utlyste)",
    "pl": r"(?:wyznacz|ustal|zwoła)\w+",
    "uk": r"(?:признач|склика)\w+",
    "ru": r"(?:назнач|созва)\w+",
}  # fmt: skip
"""Verbs of setting a day for something."""
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
_ARTICLES = r"den|dem|der|die|le|la|el|los|il|lo|o|os|de|het|am|op|no|na|em|en|pra|pelo|dann|und|y|et|e|en|och|i|и|а|й"
"""Articles and small words of the languages that are read here, before a time at the head of a sentence."""
_WHAT_FOR = re.compile(r"\b(?:om|zonder|um|ohne|statt)\b", re.IGNORECASE)
"""What opens a clause of its own with an infinitive, German and Dutch."""
_CONTRACT = re.compile(
    r"vertrag|contra[tc]|kontra[kt]|contratto|umow|договор|договір|контракт|avtal|verlänger", re.IGNORECASE
)


@cache
def _verbs(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{_COMMITS.get(language, '(?!)')})(?![\w-])", re.IGNORECASE)


@cache
def _matcher(table: str, language: str) -> re.Pattern[str]:
    words = {"to do": _TO_DO, "done": _DONE, "has": _HAS, "for": _SET_FOR, "sets": _SETS}[table].get(language, r"(?!)")
    if table == "for":
        return re.compile(rf"(?:^|\W)(?:{words})\s*$", re.IGNORECASE)
    return re.compile(rf"(?<![\w’'-])(?:{words})(?![\w-])", re.IGNORECASE)


def is_past(words: str, language: str) -> bool:
    """Whether words tell of what has been."""
    past = CALENDARS[language].past
    return happens(words, language) or (bool(past) and re.search(past, words, re.IGNORECASE) is not None)


def is_fronted(before: str, language: str) -> bool:
    """Whether only the small words of a time stand before it: "Am 3. Juni …", "Für den 3. Juni …", "El 3 de …"."""
    return _front(language).match(before) is not None


@cache
def _front(language: str) -> re.Pattern[str]:
    words = CALENDARS[language]
    small = "|".join((words.before_day, words.before_month, words.since, words.until, _SET_FOR[language], _ARTICLES))
    return re.compile(rf"\W*(?:(?:{small})(?:\s+|\Z))*\Z", re.IGNORECASE)


def is_set_for(before: str, time: str, language: str) -> bool:
    """Whether "for" stands before a time or begins it."""
    pattern = _matcher("for", language)
    return pattern.search(before) is not None or pattern.search(f"{time.split()[0]} ") is not None


def is_decided(before: str, time: str, behind: str, language: str, *, first: bool) -> bool:
    """Whether a time between two parts of a clause in the past is, or may be, that of what is promised or decided.

    It is not where it begins the sentence ("Im Juni beschloss der Rat …") or stands right behind the verb ("anunció el
    lunes …").

    Args:
        before: The words of the clause before the time.
        time: The words of the time.
        behind: The words behind it.
        language: Its language.
        first: Whether the clause begins its sentence.
    """
    if first and is_fronted(before, language):
        return is_set_for(before, time, language) and _sets(behind, language)
    verbs = [*_verbs(language).finditer(before)]
    if verbs:
        return not is_fronted(before[verbs[-1].end() :], language)
    # "Die Schließung im Juni wurde gestern beschlossen"
    return bool(before.strip()) and _verbs(language).search(behind) is not None and not _has(before, language)


def may_be_to_do(before: str, time: str, behind: str, language: str, *, first: bool) -> bool:
    """Whether a time of a clause in the past may be that of what was still to be done: "refusó cerrar en junio".

    It is not where the verb tells that it was done ("ayudó a cerrar"), nor where the infinitive is of a clause that
    tells what for ("Om geld te besparen sloot de stad in juni …").

    Args:
        before: The words of the clause before the time.
        time: The words of the time.
        behind: The words behind it.
        language: Its language.
        first: Whether the clause begins its sentence.
    """
    if first and is_fronted(before, language):
        return False
    if is_set_for(before, time, language):
        return True
    within = before
    if language in _BEHIND:
        within += f" {_WHAT_FOR.split(behind, maxsplit=1)[0]}"
    if _matcher("done", language).search(within):
        return False
    return any(
        is_past(within[: found.end()], language) or not is_past(within[found.end() :], language)
        for found in _matcher("to do", language).finditer(within)
    )


def _sets(words: str, language: str) -> bool:
    return any(pattern.search(words) for pattern in (_verbs(language), _matcher("sets", language)))


def _has(before: str, language: str) -> bool:
    return _matcher("has", language).search(before) is not None


def is_term_of_a_contract(before: str) -> bool:
    """Whether a time behind "until" is how long something agreed will last: "unterschrieb einen Vertrag bis Juni"."""
    return _CONTRACT.search(before) is not None
