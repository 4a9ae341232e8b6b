"""What somebody says in Spanish, Portuguese, French or Italian, where no rule tells who: never the outlet's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.text.quotations import QuotationMap

_FEW = r"(?:[\w-]+\s){0,3}?"
_ES = (
    r"(?:dij[oe]|dice|declar|afirm|explic|mencion|señal|reiter|recalc|detall|agreg|añad|coment|expres|indic|inform|"
    r"asegur|precis|subray|sosten|sostuv|sostien|manifest|destac|apunt|advirt|adviert|anunci|denunci|adelant|reconoc|"
    r"puntualiz|acot|enfatiz|remarc|admit|aclar|revel|estim|consider|opin|confirm|insist|lament|record|critic)"
)
_PT = (
    r"(?:diss|diz|declar|afirm|explic|mencion|reiter|garant|inform|anunci|destac|ressalt|enfatiz|assegur|acrescent|lembr|"
    r"avali|confirm|relat|revel|admit|alert|apont|reforç|observ|salient|sublinh|critic|defend|argument|estim|lament)"
)
_FR = (
    r"(?:dit|déclaré|affirmé|expliqué|précisé|indiqué|ajouté|assuré|souligné|annoncé|rappelé|estimé|confirmé|reconnu|"
    r"regretté|dénoncé|martelé|insisté|fait\ssavoir|fait\sremarquer)"
)
_IT = (
    r"(?:detto|dichiarato|affermato|spiegato|precisato|aggiunto|assicurato|sottolineato|annunciato|ricordato|riferito|"
    r"confermato|ammesso|ribadito|evidenziato|osservato|sostenuto)"
)
_SAID = {
    "es": re.compile(rf"\b{_ES}\w*\s{_FEW}que\b", re.IGNORECASE),
    "pt": re.compile(rf"\b{_PT}\w*\s{_FEW}(?:que|ser)\b", re.IGNORECASE),
    "fr": re.compile(
        rf"\b(?:a|ont|avait|avaient)\s{_FEW}{_FR}\sque?\b|\b(?:affirme|explique|précise|indique|ajoute|assure|souligne|"
        rf"rappelle|estime|déclare|déplore|prévient)(?:nt)?\sque?\b",
        re.IGNORECASE,
    ),
    "it": re.compile(
        rf"\b(?:ha|hanno|aveva|avevano)\s{_FEW}{_IT}\sche\b|\b(?:afferma|sostiene|spiega|dice|dichiara|ricorda|precisa|"
        rf"aggiunge|sottolinea|ribadisce)(?:no)?\sche\b",
        re.IGNORECASE,
    ),
}
"""A verb of saying before "that"."""
_WORDS = 5
"""Words of a quotation that says something."""


def left_open_elsewhere(
    text: str, candidates: Sequence[ClauseCandidate], spans: Sequence[Span], quotes: QuotationMap, language: str
) -> list[ClauseCandidate]:
    """The candidates with those left open that tell what somebody said, though nothing tells who.

    Args:
        text: The article.
        candidates: Its candidate claims, with who said them.
        spans: Its sentences.
        quotes: Its quotations.
        language: Of the article.
    """
    said = _SAID.get(language)
    return [
        replace(one, attribution=Attribution.PARAPHRASE)
        if one.speaker is None
        and one.attribution is Attribution.OUTLET
        and not one.by_turn
        and ((said is not None and said.search(spans[one.sentence].of(text))) or _quotes(text, one, quotes))
        else one
        for one in candidates
    ]


def _quotes(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether a sentence begins or ends with words in quotation marks that say something."""
    for at in (candidate.start, candidate.end - 1):
        quotation = quotes.at(at)
        if quotation is not None and len(text[quotation.start : quotation.end].split()) >= _WORDS:
            return True
    return False
