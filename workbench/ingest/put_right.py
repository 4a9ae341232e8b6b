"""Corrections that a page prints: a block or a part beside the text that sets right what this said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.ingest.markup_blocks import SENTENCE, MarkupBlock, ancestors, linked_share, name_of
from workbench.ingest.thread_parts import is_remark

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


_OF_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|replies|respond|discussion|related\w*|teasers?|recommend\w*|promo\w*|popular|latest|"
    r"recent\w*|read-?more|more|stories)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Parts of a page that are of its readers or of other articles."""
_NAMED = re.compile(r"correct|errat|berichtig|rectif|rettific", re.IGNORECASE)
_MOST = 3
"""Corrections to one article."""


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


def lost_corrections(blocks: Sequence[MarkupBlock], kept: Sequence[bool]) -> set[int]:
    """The blocks outside an article that correct it: in an aside or a foot, with what heads them.

    Of many none is one: they are a column of corrections to other articles. Readers correct too, and are left out.
    """
    found = {number for number in put_right(blocks, range(len(blocks))) if not kept[number]}
    own = {
        number
        for number in found
        if (SENTENCE.search(blocks[number].words) or blocks[number].words.endswith("."))
        and not _is_of_others(blocks[number])
    }
    heads = {number for number in found - own if number + 1 in own}
    return own | heads if len(own) <= _MOST else set()


def _is_of_others(block: MarkupBlock) -> bool:
    """Whether a correction is a reader's, or one of another article, to which it links."""
    above = ancestors(block.element)
    linked = linked_share(block) > 0 and not any(_NAMED.search(name_of(one)) for one in above)
    return linked or any(is_remark(one) or _OF_OTHERS.search(name_of(one)) for one in above)
