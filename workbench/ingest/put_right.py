"""Corrections that a page prints: a block or a part beside the text that sets right what this said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.ingest.markup_blocks import MarkupBlock

_WORD = (
    r"(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|clarifications?|editor['’]s notes?|berichtigung(?:en)?|"
    r"richtigstellung(?:en)?|korrektur(?:en)?|klarstellung|anmerkung der redaktion|rectificatifs?|rectifications?|"
    r"mise au point|précisions?|note de la rédaction|rettific(?:a|he)|correzion[ei]|precisazion[ei]|"
    r"fe de (?:errores|erratas)|correcci(?:ón|ones)|rectificaci(?:ón|ones)|aclaraci(?:ón|ones)|nota de la redacción|"
    r"correç(?:ão|ões)|retificaç(?:ão|ões)|esclarecimento|rectificaties?|correcties?|rättelser?|förtydligande|"
    r"sprostowani[ea]|исправлени[ея]|поправк[аи]|опровержени[ея]|уточнени[ея]|виправлення|спростування|уточнення)"
)
_HEAD = re.compile(rf"\W{{0,3}}{_WORD}(?: (?:and|und|et|y|e|en|och|i|и|та) {_WORD})?", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s?(?:$|[:：—–-]|[(,]?\s?\d|[(,]?\s?(?:on|of|from|vom|am|du|le|del|de|van|av|z)\s[^:\n]{0,20}\d)"
)
_OF_THE_TEXT = re.compile(
    r"\W{0,3}(?:this (?:article|story|report|piece|post|page|column) (?:was|has been) (?:corrected|amended|revised)|"
    r"an? (?:earlier|previous) version of this|dieser (?:artikel|text|beitrag|bericht) wurde\b.{0,60}"
    r"(?:korrigiert|berichtigt)|"
    r"(?:in )?einer früheren (?:version|fassung)|cet article a été (?:corrigé|rectifié|modifié)|une version antérieure|"
    r"(?:en )?una versión anterior|este artículo (?:fue|ha sido) (?:corregido|rectificado|modificado)|"
    r"(?:in )?una versione precedente|quest['’o ]{1,2}articolo è stato (?:corretto|modificato)|"
    r"(?:em )?uma versão anterior|"
    r"(?:in )?een eerdere versie|(?:i )?en tidigare version|w (?:poprzedniej|pierwotnej) wersji|"
    r"в (?:предыдущей|первоначальной) версии|у (?:попередній|первісній) версії)\b",
    re.IGNORECASE,
)


def _is_headed(words: str) -> re.Match[str] | None:
    """The word with which a correction begins: alone, or with a colon or a day behind it."""
    head = _HEAD.match(words)
    return head if head is not None and _BEHIND.match(words, head.end()) else None


def put_right(blocks: Sequence[MarkupBlock], numbers: Sequence[int]) -> set[int]:
    """The blocks that correct what a page said: such a paragraph, and what stands in one holder behind such a head."""
    found: set[int] = set()
    holder = None
    for number in numbers:
        block = blocks[number]
        head = _is_headed(block.words)
        if head is not None or _OF_THE_TEXT.match(block.words):
            found.add(number)
            bare = head is not None and not any(map(str.isalpha, block.words[head.end() :]))
            holder = block.element.getparent() if bare else None
        elif holder is not None and block.element.getparent() is holder and not block.heading:
            found.add(number)
        else:
            holder = None
    return found
