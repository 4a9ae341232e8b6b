"""What stands on a page and did not become its text: menus, comments, other articles, hidden and struck-out words."""

from __future__ import annotations

import re
from typing import Any

from workbench.domain.documents import LeftOut
from workbench.ingest.extraction import Alignment, word_key
from workbench.ingest.fields import clean
from workbench.ingest.markup_blocks import MarkupBlock, tree_blocks
from workbench.ingest.tidy import tidy

_SPACE = re.compile(r"\s+")
_END = re.compile(r"[.!?\u2026\u3002\uff1f\uff01\u061f\u0964]['\"\u2019\u201d\u00bb)\]]*$")
_SENTENCE = 60
"""Characters from which a part of a page that ends like one is counted as a sentence, and no line of a menu."""
_NOTE_MARK = re.compile(r"\s*(?:[\[(]\s?\w{1,3}\s?[\])]|[¹²³⁰-⁹]{1,3})\s*")


def counted(beside: list[str]) -> str:
    """How much stands on a page beside its article, as a clause."""
    sentences = sum(1 for words in beside if len(words) >= _SENTENCE and _END.search(words))
    told = f"{len(beside):,} {'part' if len(beside) == 1 else 'parts'} of the page"
    return (
        f"{told}, {sentences:,} of them {'a whole sentence' if sentences == 1 else 'whole sentences'}"
        if sentences
        else told
    )


def left_out(tree: Any, text: str, language: str | None = None) -> tuple[LeftOut, ...]:
    """The words of a page that are not in the text that was read from it, in the page's order, block by block.

    Scripts, styles, drawings, and the choices and fields of forms are no words of a page. Its tree is changed in place.
    """
    blocks = tree_blocks(tree)
    keys = [word_key(block.words) for block in blocks]
    raised = {element for element in tree.iter("sup", "sub")}
    kept = _Standing(blocks, keys, text.split("\n"))
    tidy(tree, language)
    seen = _Standing(blocks, keys, [block.words for block in tree_blocks(tree)])
    found: list[LeftOut] = []
    before: tuple[int, bool] | None = None
    for index, (number, _) in enumerate(kept.alignment.pieces):
        words, element = kept.alignment.words[index]
        mark = _NOTE_MARK.fullmatch(words) or any(above in raised for above in (element, *element.iterancestors()))
        if kept.holds(index) or (mark and kept.is_beside(index)):
            before = None
            continue
        words, hidden = clean(_SPACE.sub(" ", words)), not seen.holds(index)
        if before == (number, hidden):
            found[-1] = LeftOut(f"{found[-1].words} {words}", hidden)
        else:
            found.append(LeftOut(words, hidden))
        before = number, hidden
    return tuple(found)


class _Standing:
    """Which pieces of a page's blocks stand in some lines: with their whole block, or by themselves, in order."""

    def __init__(self, blocks: list[MarkupBlock], keys: list[str], lines: list[str]) -> None:
        whole = {word_key(line) for line in lines}
        self.alignment = Alignment(blocks, word_key(" ".join(lines)))
        self._whole = [key in whole for key in keys]

    def holds(self, index: int) -> bool:
        return self._whole[self.alignment.pieces[index][0]] or self.alignment.places[index] is not None

    def is_beside(self, index: int) -> bool:
        """Whether a piece stands beside one that is held, in the same block."""
        pieces = self.alignment.pieces
        return any(
            0 <= at < len(pieces) and pieces[at][0] == pieces[index][0] and self.holds(at)
            for at in (index - 1, index + 1)
        )
