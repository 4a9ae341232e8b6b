"""Who said it in German, French, Spanish, Italian and Portuguese by verbs of saying and their places in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from workbench.domain.articles import Attribution
from workbench.language.attribution import speech_chinese_japanese, speech_further
from workbench.language.attribution.saying_places import LANGUAGES as SAYING
from workbench.language.attribution.saying_places import QUOTE, Saying, told, told_of_before
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.tokenizer import word_set

_VERBS = {
    "de": r"sagte|sagt|sagten|erklärte|erklärt|erklärten|teilte|teilten|berichtete|berichtet|berichten|betonte|"
    "betont|meinte|"
    r"schrieb|schreibt|schrieben|warnte|warnt|bestätigte|bestätigt|behauptete|behauptet|kritisierte|räumte|"
    r"kündigte|hieß\s+es\s+(?:bei|von|aus)|ergänzte|ergänzt|fügte|betonten|meinten|warnten|bestätigten|sagen|sprach|"
    r"so",
    "fr": r"(?:a|ont|avait|avaient)\s+(?:dit|déclaré|indiqué|affirmé|annoncé|précisé|expliqué|assuré|estimé|"
    "ajouté|confirmé|souligné|"
    r"rapporté|averti|reconnu|rappelé|fait savoir|constaté|déploré|regretté|martelé|lancé|insisté|poursuivi|"
    r"conclu|réagi|dénoncé|promis|répondu|rétorqué|confié|témoigné|raconté|admis|prévenu|plaidé|commenté|critiqué|"
    r"résumé)|"
    r"(?:estime|affirme|explique|indique|précise|assure|déclare|souligne|rappelle|constate|annonce|ajoute|"
    r"rapporte|note|"
    r"avertit|prévient|confirme|raconte|regrette)(?:nt)?|dit|disent",
    "es": r"dijo|dijeron|afirmó|afirmaron|declaró|señaló|señalaron|indicó|indicaron|aseguró|aseguraron|explicó|"
    "anunció|anunciaron|comunicó|precisó|recordó|subrayó|detalló|apuntó|comentó|contó|informó|"
    r"informaron|confirmó|sostuvo|añadió|agregó|advirtió|manifestó|reconoció|denunció|dice|dicen|afirma|asegura|"
    r"explica|señala|sostiene|sostienen|anuncia|informa|confirma|advierte|denuncia",
    "it": r"(?:ha|hanno|aveva)\s+(?:detto|dichiarato|affermato|spiegato|annunciato|aggiunto|riferito|comunicato|"
    "confermato|"
    r"sottolineato|avvertito|ammesso|ricordato|precisato)|dice|dicono|afferma|spiega|dichiara|sostiene|riferisce|disse",
    "pt": r"disse|disseram|afirmou|afirmaram|declarou|informou|informaram|anunciou|explicou|confirmou|"
    "acrescentou|garantiu|"
    r"comunicou|contou|comentou|criticou|lembrou|alertou|ressaltou|destacou|apontou|reconheceu|relatou|diz|dizem|"
    r"afirma|explica|informa",
}
_THAT = {"de": r",", "fr": r"qu(?:e\b|['’])", "es": r"que\b", "it": r"che\b", "pt": r"que\b"}
_ADVERBIAL = {
    "de": r"(?:im|am|in|nach|seit|bei|beim|mit|für|auf|vor|zu|zum|zur|wegen|laut|trotz|während|wenn|als|da|weil|"
    r"obwohl|auch|doch|"
    r"aber|und|es|dort|dann|so)\b",
    "fr": r"(?:en|dans|à|au|aux|depuis|après|avant|pour|selon|sur|lors|ce|cet|cette|si|quand|mais|et|il|elle|ils|"
    r"elles|hier)\b|d['’]après",
    "es": r"(?:en|desde|tras|según|para|por|a|al|con|cuando|si|pero|y|ayer|hoy|durante|de\s+acuerdo)\b",
    "it": r"(?:nel|nella|nei|in|a|al|alla|dopo|secondo|per|da|dal|con|quando|se|ma|e|ieri|oggi|durante)\b",
    "pt": r"(?:em|no|na|nos|nas|desde|após|segundo|para|por|com|quando|se|mas|e|ontem|hoje|durante|de\s+acordo|"
    r"conforme)\b",
}
"""Words that a sentence opens with which are no beginning of who speaks."""
_BACK = {
    "de": r"(?:das|dies)\s+(?P<verb>teilte|teilten|sagte|sagten|erklärte|erklärten|berichtete|berichteten|"
    r"bestätigte|meldete|gab)\s+"
    r"(?P<who>[^,;:.!?]{2,90}?)(?:\s+(?:mit|bekannt))?",
    "fr": r"c['’]est\s+ce\s+qu['’](?P<verb>(?:a|ont)\s+(?:annoncé|indiqué|déclaré|précisé|affirmé|"
    r"rapporté))\s+(?P<who>[^,;:.!?]{2,90})",
    "es": r"as[ií]\s+lo\s+(?P<verb>dijo|informó|anunció|confirmó|indicó|señaló|explicó|afirmó|aseguró|"
    r"comunicó)\s+(?P<who>[^,;:.!?]{2,90})",
    "it": r"lo\s+(?P<verb>(?:ha|hanno)\s+(?:riferito|detto|annunciato|comunicato|dichiarato|confermato|"
    r"reso\s+noto)|riferisce|"
    r"comunica)\s+(?P<who>[^,;:.!?]{2,90})",
    "pt": r"(?:foi\s+o\s+que|é\s+o\s+que|a\s+informação\s+é\s+d[aoe])\s+(?P<verb>disse|informou|anunciou|afirmou|"
    r"confirmou)?\s*"
    r"(?P<who>[^,;:.!?]{2,90})",
}
"""Sentences that only say who said the one before."""
_TO_WHOM = re.compile(
    r"^(?:(?:à|aux?|al?|alla|ao|à\s+la|gegenüber|der|dem)\s+(?:la\s+|l['’]|der\s+|dem\s+)?[^\s,]+\s+)(?=[A-ZÀ-ÞŠŽ])"
)
"""Whom somebody told it: "a déclaré à l'agence Ann Example"."""
_TIMES = (
    r"am\s+(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\d)|gestern|heute|zuvor|gegenüber|"
    r"in\s+eine[mr]|der\s+zeitung|"
    r"(?:ce\s+|le\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier|aujourd|dans\s+un|lors|"
    r"à\s+la\s+presse|"
    r"(?:el\s+|este\s+)?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|en\s+un|en\s+(?:rueda|"
    r"conferencia)\s+de\s+prensa|"
    r"luned|marted|mercoled|gioved|venerd|sabato|domenica|ieri|oggi|in\s+un|(?:na|nesta|no)\s+(?:segunda|terça|"
    r"quarta|quinta|sexta|"
    r"sábado|domingo)|ontem|hoje|em\s+(?:um|uma|nota|entrevista)"
)
_AS_TOLD = re.compile(
    r",\s+wie\s+(?P<who>(?:der|die|das|ein|eine|es\s+aus)?\s?[^,;:.!?]{2,80}?)\s+"
    r"(?:(?:am|gegenüber|in\s+eine[mr])\s[^,;.]{2,40}\s)?"
    r"(?P<verb>mitteilte|mitteilten|sagte|sagten|erklärte|berichtete|berichteten|bestätigte|betonte|"
    r"schreibt)\s*[.,]?\s*$"
)
""" "…, wie ein Sprecher mitteilte"."""
_CUT = re.compile(rf"(?<!\s)\s{{1,9}}(?:{_TIMES}).*$", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"[A-ZÀ-ÞŠŽ][\w'’-]+(?:\s+(?:de|del|da|di|do|von|van|der|la|le))?(?:\s+[A-ZÀ-ÞŠŽ][\w'’-]+)+")
_BEGINS_NAME = re.compile(
    r"(?:[A-ZÀ-ÞŠŽ]|(?:der|die|das|ein|eine|einer|le|la|les|l['’]|un|une|sa|son|ses|leur|el|los|las|una|su|"
    r"sus|il|lo|gli|i|uno|o|a|os|as|um|uma|sua|seu|er|sie|es|elle|il|elles|ils|él|ella|lui|lei|ele|ela)(?:\s|"
    r"(?<=['’])|$))"
)
_BETWEEN = (
    r"(?:\s+(?:am|im|in|auf|bei|vor|nach|gegenüber|dem|der|den|heute|gestern|auch|zudem|weiter|zuletzt)\s"
    r"[^,;:.!?«»„“”\"\n]{1,60}|\s+(?:heute|gestern|mit|an|ein|hinzu|bekannt|zudem|weiter))?"
)
"""What stands between a German verb of saying and what is said: "teilte am Dienstag mit, …", "sagte der Zeitung, …"."""
_PRONOUNS = word_set(
    "er sie es il elle ils elles on él ella ellos lui lei loro ele ela eles das dies ce cela esto eso questo ciò isso"
)
_FIRST_WORDS = re.compile(
    r"(?:(?:der|die|das|ein|eine|le|la|les|l['’]|un|une|el|los|las|una|il|lo|gli|i|uno|o|a|os|as|um|"
    r"uma)\s*)?(?=\w)",
    re.IGNORECASE,
)
LANGUAGES = frozenset(_VERBS)
"""Languages whose verbs of saying are known."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """Who says a sentence, with which words, and whether the saying comes first."""

    speaker: str
    verb: str


@dataclass(frozen=True, slots=True)
class _Forms:
    """The places of a saying: behind an apposition, behind the words and before them."""

    beside: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    back: re.Pattern[str]


@cache
def _forms(language: str) -> _Forms:
    verbs, that = _VERBS[language], _THAT[language]
    words = r"[^,;:.!?«»„“”\"\n]"
    who, aside = rf"(?P<who>{words}{{2,90}})", rf"(?P<aside>,\s*{words}{{2,60}})?"
    between = _BETWEEN if language == "de" else ""
    return _Forms(
        re.compile(
            rf"^\W*(?!{_ADVERBIAL[language]})(?P<who>{words}{{2,90}}),\s+(?P<aside>{words}{{2,80}}),\s+"
            rf"(?P<verb>{verbs})\s*(?:{that}|:|,|d['’]|de\s|l['’]|la\s|le\s|el\s|los\s|las\s|un[ae]?\s|il\s|lo\s|"
            rf"o\s|a\s)",
            re.IGNORECASE,
        ),
        re.compile(rf"[,»“”\"]\s*(?:[—–-]\s*)?(?P<verb>{verbs})\s+(?!(?:{that})){who}{aside}", re.IGNORECASE),
        re.compile(
            rf"^\W*(?!{_ADVERBIAL[language]}){who}\s+(?P<verb>{verbs}){between}\s*(?:{that}|:|,\s*[„«“\"])",
            re.IGNORECASE,
        ),
        re.compile(rf"^\W*(?:{_BACK[language]})\W*$", re.IGNORECASE),
    )


def said_elsewhere(text: str, candidate: ClauseCandidate, language: str, quotes: QuotationMap) -> ClauseCandidate:
    """The sentence with who said it, where a verb of saying outside its quotation marks tells."""
    if language in SAYING:
        return _by_places(text, candidate, language, quotes)
    own = next((each for each in (speech_chinese_japanese, speech_further) if language in each.LANGUAGES), None)
    if own is not None:
        sentence = text[candidate.start : candidate.end]
        told = own.who_says(sentence, language)
        if told is None:
            return candidate
        direct = own.quotes_much(sentence)
        how = Attribution.DIRECT if direct else Attribution.PARAPHRASE
        return replace(candidate, speaker=told[0], attribution=how, attribution_verb=told[1], said=True)
    return candidate


def _by_places(text: str, candidate: ClauseCandidate, language: str, quotes: QuotationMap) -> ClauseCandidate:
    """The sentence with who said it by the places of verbs, else by the narrower forms of its language."""
    outside = _outside_quotations(text, candidate, quotes)
    found = told(outside, language)
    if found is not None and not found.verb:
        return candidate
    if found is None and language in speech_further.LANGUAGES:
        further = speech_further.who_says(text[candidate.start : candidate.end], language)
        found = Saying(*further) if further is not None else None
    if found is None and language in LANGUAGES:
        saying = _saying(text, candidate, language, quotes)
        found = Saying(saying.speaker, saying.verb) if saying is not None else None
    if found is None:
        return candidate
    how = Attribution.DIRECT if _is_direct(text, candidate, quotes) else Attribution.PARAPHRASE
    alias = found.phrase if found.phrase and found.phrase != found.who else None
    return replace(
        candidate, speaker=found.who, speaker_alias=alias, attribution=how, attribution_verb=found.verb, said=True
    )


_TITLE = re.compile(r"[^\W\d_a-zа-яіїєґ][\w’-]*(?:\s[\w’-]+){0,2}")
"""The name of a paper between marks, behind a word: "ujawnił „Głos Ujścia”"."""


def _outside_quotations(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> str:
    """The words of a sentence with one sign for each quotation, also for one that began or ends in another sentence."""
    pieces: list[str] = []
    at = candidate.start
    opened = quotes.at(candidate.start)
    inside = [opened] if opened is not None else []
    for quotation in [*inside, *quotes.within(candidate.start, candidate.end)]:
        if quotation.end <= at:
            continue
        inside_it = text[quotation.start + 1 : quotation.end - 1]
        lead = text[max(0, quotation.start - 2) : quotation.start]
        titled = _TITLE.fullmatch(inside_it) is not None and lead[-1:] == " " and lead[:1].isalpha()
        pieces += [text[at : max(at, quotation.start)], inside_it if titled else QUOTE]
        at = min(quotation.end, candidate.end)
    pieces.append(text[at : candidate.end])
    return "".join(pieces)


def _is_direct(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether a sentence gives somebody's own words: between marks, or behind the dash that opens speech."""
    if quotes.at(candidate.start) is not None or text[max(0, candidate.start - 2) : candidate.start] in {"– ", "— "}:
        return True
    return any(each.end - each.start > 20 for each in quotes.within(candidate.start, candidate.end))


def _saying(text: str, candidate: ClauseCandidate, language: str, quotes: QuotationMap) -> _Saying | None:
    forms = _forms(language)
    written = text[candidate.start : candidate.end]
    if language == "de" and (as_told := _AS_TOLD.search(written)) is not None:
        who = _speaker(as_told["who"], "")
        if who is not None and quotes.at(candidate.start + as_told.start("verb")) is None:
            return _Saying(who, as_told["verb"])
    for pattern in (forms.beside, forms.behind, forms.before):
        for match in pattern.finditer(written):
            if quotes.at(candidate.start + match.start("verb")) is not None:
                continue
            groups = match.groupdict()
            who = _speaker(match["who"], groups.get("aside") or "")
            if who is not None and (pattern is not forms.behind or _BEGINS_NAME.match(who)):
                return _Saying(who, match["verb"])
    return None


def said_before(text: str, candidate: ClauseCandidate, language: str) -> tuple[str, str] | None:
    """Who said the sentence before, and with which verb, where a sentence tells nothing else ("Das teilte X mit")."""
    if (
        further := told_of_before(text[candidate.start : candidate.end], language)
    ) is not None and further.who is not None:
        return further.who, further.verb
    if language not in LANGUAGES:
        return None
    match = _forms(language).back.match(text[candidate.start : candidate.end])
    if match is None:
        return None
    who = _speaker(match["who"], "")
    return (who, match["verb"]) if who is not None else None


def pointed_back(text: str, candidates: Sequence[ClauseCandidate], language: str) -> list[ClauseCandidate]:
    """The sentences of an article with who said them by the sentence after; that one asserts nothing more."""
    found: list[ClauseCandidate] = []
    for candidate in candidates:
        told = said_before(text, candidate, language)
        if told is None or candidate.by_turn:
            found.append(candidate)
            continue
        last = found[-1] if found else None
        if last is not None and last.speaker is None and "\n" not in text[last.end : candidate.start].strip(" "):
            found[-1] = replace(
                last, speaker=told[0], attribution=Attribution.PARAPHRASE, attribution_verb=told[1]
            )  # fmt: skip
    return found


def _speaker(phrase: str, aside: str) -> str | None:
    """Who is meant by the words beside a verb of saying: the name in or behind them, else the words themselves."""
    whole = _CUT.sub("", f" {phrase}").strip(" ,»“”\"'")
    whole = _TO_WHOM.sub("", whole)
    named = _NAME.fullmatch(aside.strip(" ,"))
    if named is not None:
        return named.group()
    if not whole or whole.casefold() in _PRONOUNS or len(whole.split()) > 9 or whole[0].isdigit():
        return None
    bare = _FIRST_WORDS.sub("", whole, count=1).strip()
    return whole if bare and not bare[0].isdigit() else None
