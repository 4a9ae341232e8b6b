"""Where the words for a source end in French, Spanish, Italian and Portuguese, and who only labels a quotation.

"Secondo i geologi la parete si muove", "Según la policía murieron tres": without a comma the words that name a source
run on into what is said. Where neither an article nor a verb tells where they end, nobody is named.
"""

from __future__ import annotations

import re

from workbench.language.attribution.closing_speakers import is_body
from workbench.language.attribution.speaker_phrases import (
    ARTICLES,
    PARTICLES,
    is_capital,
    is_name,
    is_office,
    is_office_before,
    named,
    opens_with_office,
)
from workbench.language.grammar.modality_elsewhere import happens
from workbench.language.numbers.numbers import CARDINALS

LANGUAGES = frozenset({"fr", "es", "it", "pt"})
_OF = re.compile(
    r"(?:de|du|des|del|di|dei|degli|delle|della|dello|do|da|dos|das|en|in|nel|nella|em|no|na|para|per|pour|y|e|et|contra|"
    r"contro|contre|sobre|sur|su|sul|sulla)|(?:d|dell|nell|sull)['’][^\W\d_].*",
    re.IGNORECASE,
)
"""What joins a noun to the one before: "un informe de la intervención"."""
_ELIDED = re.compile(r"(?:l|un|all)['’]\w", re.IGNORECASE)
_RELATIVE = re.compile(
    r"qu[ei]|qu['’]\w.*|dont|où|auquel|auxquels|auxquelles|laquelle|che|cui|a|ad|à|al|alla|ai|ao|aos|quien(?:es)?|quem|donde|onde",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?:publi|diffus|communiqu|rendu|relay|consult|cit|men|réalis|présent|command|dévoil|transmis|obten|rédig|sign)(?:é|u)?e?s?|"
    r"(?:public|divulg|difund|emit|present|apresent|realiz|consult|cit|obten|obt|recog|recolh)(?:ad|id)[oa]s?|"
    r"(?:pubblicat|diffus|resi?|res|presentat|citat|realizzat|ottenut|raccolt)[oaie]",
    re.IGNORECASE,
)
"""What became of a report: "une étude publiée jeudi"."""
_VERB = re.compile(
    r"(?:avrebber?o?|sarebber?o?|aurai(?:en)?t|serai(?:en)?t|habrían?|serían?|teriam?|seriam?|è|sono|ha|hanno|era|erano|si|sarà|saranno|non|est|sont|ont|était|étaient|ne|n['’].*|se|s['’].*|es|son|hay|han|eran|fue|"
    r"fueron|no|será|serán|é|são|tem|têm|foi|foram|houve|há|não|será|serão|il|elle|ils|elles|on|ya|já|già|c['’].*|ce)",
    re.IGNORECASE,
)


def source_named(words: str, language: str, *, closed: bool) -> str | None:
    """The words that name a source; None where what follows may be part of them or the beginning of what is said.

    Args:
        words: What stands behind "according to", up to a comma, quotation or the end of the sentence.
        language: One of `LANGUAGES`.
        closed: Whether a sign ends them there, so that they may be all of it.
    """
    parts = words.split()
    articles = ARTICLES[language]
    at = 0
    while at < len(parts) - 1 and parts[at].lower() in articles:
        at += 1
    if at >= len(parts):
        return None
    at = _noun(parts, at)
    while at < len(parts):
        part = parts[at]
        if _RELATIVE.fullmatch(part) or _GIVEN.fullmatch(part):
            if _PUBLISHED.match(part) and (parts[0].lower() not in articles or parts[0].lower() in _SOME):
                return _given_by(" ".join(parts[at:]), language)  # "según datos publicados por la junta"
            break
        if _OF.fullmatch(part) and at + 1 < len(parts) and not (part.lower() in {"no", "e"} and not closed):
            at += 1 if "'" not in part and "’" not in part else 0
            while at < len(parts) - 1 and parts[at].lower() in articles:
                at += 1
            at = _noun(parts, at)
        elif is_capital(part) and not _ELIDED.match(part):
            if not closed and parts[at - 1][0].islower() and not is_office(parts[at - 1], language):
                return None  # "secondo l'accusa Essai avrebbe …", "selon la société Essai les …"
            at = _noun(parts, at)
        elif (
            part.lower() in articles
            or _ELIDED.match(part)
            or part[0].isdigit()
            or _tells(part, language)
            or (part.lower() in CARDINALS.get(language, {}))
        ):
            break
        elif closed:
            at += 1  # an adjective: "la intervención municipal"
        else:
            return None
    return " ".join(parts[:at])


_PUBLISHED = re.compile(r"publi|diffus|communiqu|dévoil|divulg|difund|emit|pubblicat|présent|present", re.IGNORECASE)
_NO_MORE = re.compile(
    r"\s(?:por|par|en|em|in|el|le|il|este|esta|ce|no|na|ayer|hier|ieri|ontem|tras|après|dopo)(?=\s|$)"
)
"""What tells when and where, behind who published something."""
_SOME = frozenset({"des", "de", "unos", "unas", "dei", "delle", "uns", "umas"})
_BY = re.compile(
    r"(?:^|\s)(?:por|par|pel[oa]s?|d(?:a|al|alla|agli|ai|all['’]))(?:\s|(?<=['’]))(?P<who>.{2,80})$", re.IGNORECASE
)


def _given_by(words: str, language: str) -> str | None:
    """Who published figures that have no name of their own; None where nobody is told."""
    by = _BY.search(words)
    return named(_NO_MORE.split(by["who"])[0], language) if by is not None else None


def _noun(parts: list[str], at: int) -> int:
    """The end of a noun, or of a name in capitals."""
    at += 1
    while (
        at < len(parts)
        and is_capital(parts[at - 1])
        and (
            (is_capital(parts[at]) and not _ELIDED.match(parts[at]))
            or (parts[at].lower() in PARTICLES and at + 1 < len(parts) and is_capital(parts[at + 1]))
        )
    ):
        at += 1
    return at


def _tells(word: str, language: str) -> bool:
    """Whether a word is surely a verb, a denial or a pronoun."""
    return _VERB.fullmatch(word) is not None or (len(word) > _SHORT and happens(word, language))


_NOUN = re.compile(r"(?:[dl]['’]|(?:de|l[aeo]s?|el|une?|una|il|i|gli|[oa]s?|um|uma)\s)", re.IGNORECASE)
"""How a noun begins that is told: with an article."""
_SHORT = 3
_LABEL = re.compile(r"(?:.{0,120},\s)?(?P<who>[^,:;“”]{2,80}?)\s?:\s?“”")
_WHERE = re.compile(
    r"\s(?:in|en|no|na|nel|nella|im|i|w|у|в|à|au|al|op|på|vor|davanti|devant|ante|zu|zum|zur|su|sul|sur|sobre|on)\s"
    r"(?:[^\W\d_]+\s?){1,3}$"
)


def who_labels(bare: str, language: str) -> str | None:
    """Whoever stands alone before a colon and a quotation: "La maire Anne Exemple : « … »"; None for other words.

    Args:
        bare: The sentence, each quotation in one sign.
        language: Its language.
    """
    match = _LABEL.fullmatch(bare)
    if match is None:
        return None
    words = _WHERE.sub("", match["who"].strip())
    who = named(words, language)
    if who is None:
        return None
    parts, articles = who.split(), ARTICLES.get(language, frozenset())
    before = words.removesuffix(who).strip() if words.endswith(who) else None
    if (
        is_name(parts)
        and parts[0].lower() not in articles
        and before is not None
        and is_office_before(before, language)
    ):
        return who
    if is_body(words, language):
        return who
    return who if opens_with_office(words, language) and len(words.split()) <= _WORDS_OF_OFFICE else None


_WORDS_OF_OFFICE = 3


def tells_noun(before: str, following: str, language: str) -> bool:
    """Whether who speaks, with an apposition, tells a noun: "Le procureur, Luc Exemple, a annoncé l'ouverture …"."""
    return language in LANGUAGES and before.endswith(",") and _NOUN.match(following.strip()) is not None
