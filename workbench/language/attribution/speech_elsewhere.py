"""Who said it in German, French, Spanish, Italian and Portuguese, by verbs of saying and their places in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from workbench.domain.articles import Attribution
from workbench.language.claims.clause_candidates import Piece
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.tokenizer import word_set

_VERBS = {
    "de": r"sagte|sagt|sagten|erklärte|erklärt|erklärten|teilte|teilten|berichtete|berichtet|berichten|betonte|"
    "betont|meinte|"
    r"schrieb|schreibt|schrieben|warnte|warnt|bestätigte|bestätigt|behauptete|behauptet|kritisierte|räumte|"
    r"kündigte|hieß es bei|"
    r"so",
    "fr": r"(?:a|ont|avait|avaient)\s+(?:dit|déclaré|indiqué|affirmé|annoncé|précisé|expliqué|assuré|estimé|"
    "ajouté|confirmé|souligné|"
    r"rapporté|averti|reconnu|rappelé|fait savoir|constaté)|estiment?|affirment?|expliquent?|indiquent?|"
    r"précisent?|assurent?|"
    r"déclarent?|dit|disent|souligne|rappelle|constate",
    "es": r"dijo|dijeron|afirmó|afirmaron|declaró|señaló|señalaron|indicó|indicaron|aseguró|aseguraron|explicó|"
    "anunció|informó|"
    r"informaron|confirmó|sostuvo|añadió|agregó|advirtió|manifestó|reconoció|denunció|dice|dicen|afirma|asegura|explica|señala",
    "it": r"(?:ha|hanno|aveva)\s+(?:detto|dichiarato|affermato|spiegato|annunciato|aggiunto|riferito|comunicato|"
    "confermato|"
    r"sottolineato|avvertito|ammesso|ricordato|precisato)|dice|dicono|afferma|spiega|dichiara|sostiene|riferisce|disse",
    "pt": r"disse|disseram|afirmou|afirmaram|declarou|informou|informaram|anunciou|explicou|confirmou|"
    "acrescentou|garantiu|"
    r"alertou|ressaltou|destacou|apontou|reconheceu|relatou|diz|dizem|afirma|explica|informa",
}
_THAT = {"de": r",", "fr": r"qu(?:e\b|['’])", "es": r"que\b", "it": r"che\b", "pt": r"que\b"}
_ACCORDING = {
    "de": r"laut(?:\s+(?:der|dem|einer|einem))?|nach\s+angaben\s+(?:von|des|der)|"
    r"nach\s+auskunft\s+(?:von|des|der)",
    "fr": r"selon|d['’]après|pour",
    "es": r"según|de\s+acuerdo\s+con", "it": r"secondo|stando\s+a(?:l|lla|i|gli)?", "pt": r"segundo|"
    r"de\s+acordo\s+com|conforme",
}  # fmt: skip
_TIMES = (
    r"am\s+(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\d)|gestern|heute|zuvor|gegenüber|in\s+eine[mr]|der\s+zeitung|"
    r"(?:ce\s+|le\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier|aujourd|dans\s+un|lors|à\s+la\s+presse|"
    r"(?:el\s+|este\s+)?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|en\s+un|"
    r"luned|marted|mercoled|gioved|venerd|sabato|domenica|ieri|oggi|in\s+un|(?:na|nesta|no)\s+(?:segunda|terça|quarta|quinta|sexta|"
    r"sábado|domingo)|ontem|hoje|em\s+(?:um|uma|nota|entrevista)"
)
_CUT = re.compile(rf"(?<!\s)\s{{1,9}}(?:{_TIMES}).*$", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"[A-ZÀ-ÞŠŽ][\w'’-]+(?:\s+(?:de|del|da|di|do|von|van|der|la|le))?(?:\s+[A-ZÀ-ÞŠŽ][\w'’-]+)+")
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


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Saying behind the words, before them, and "according to"."""
    verbs, that = _VERBS[language], _THAT[language]
    words = r"[^,;:.!?«»„“”\"\n]"
    who, aside = rf"(?P<who>{words}{{2,90}})", rf"(?P<aside>,\s*{words}{{2,60}})?"
    goes_on = r"gibt|gab|hat|haben|sind|ist|wurde|wurden|war|waren|liegt|stieg|sank|kostet|kostete"
    ends = rf"(?=[,.;]|\s+(?:{goes_on})\b|$)"
    return (
        re.compile(rf"[,»“”\"]\s*(?P<verb>{verbs})\s+{who}{aside}", re.IGNORECASE),
        re.compile(rf"^\W*{who}\s+(?P<verb>{verbs})\s*(?:{that}|:|,\s*[„«“\"])", re.IGNORECASE),
        re.compile(
            rf"(?:^\W*|,\s*)(?P<verb>{_ACCORDING[language]})\s+(?P<who>[^,;:.!?\n]{{2,80}}?){ends}", re.IGNORECASE
        ),
    )


def said_elsewhere(text: str, piece: Piece, language: str, quotes: QuotationMap) -> Piece:
    """The sentence with who said it, where a verb of saying outside its quotation marks tells."""
    if language not in LANGUAGES:
        return piece
    found = _saying(text, piece, language, quotes)
    if found is None:
        return piece
    inside = (
        any(q.end - q.start > 20 for q in quotes.within(piece.start, piece.end)) or quotes.at(piece.start) is not None
    )
    voice = Attribution.DIRECT if inside else Attribution.PARAPHRASE
    return replace(piece, speaker=found.speaker, attribution=voice, attribution_verb=found.verb, said=True)


def _saying(text: str, piece: Piece, language: str, quotes: QuotationMap) -> _Saying | None:
    for pattern in _patterns(language):
        for match in pattern.finditer(text[piece.start : piece.end]):
            if quotes.at(piece.start + match.start("verb")) is not None:
                continue
            groups = match.groupdict()
            who = _speaker(match["who"], groups.get("aside") or "")
            if who is not None:
                return _Saying(who, match["verb"])
    return None


def _speaker(phrase: str, aside: str) -> str | None:
    """Who is meant by the words beside a verb of saying: the name in or behind them, else the words themselves."""
    whole = _CUT.sub("", f" {phrase}").strip(" ,»“”\"'")
    named = _NAME.fullmatch(aside.strip(" ,"))
    if named is not None:
        return named.group()
    if not whole or whole.casefold() in _PRONOUNS or len(whole.split()) > 9 or whole[0].isdigit():
        return None
    bare = _FIRST_WORDS.sub("", whole, count=1).strip()
    return whole if bare and not bare[0].isdigit() else None
