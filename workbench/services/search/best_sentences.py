"""What of a passage is read closely: the sentence most like the claim, and one beside it.

The networks learnt from passages of a sentence or two. In a longer one, what settles the claim is lost among what
stands around it, most of all at the end (docs/quality.md). So the wide network is given the sentence most like the
claim first, then the one that it leans on or that goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from workbench.comparison.headed_rows import row_of
from workbench.domain.anchors import Span
from workbench.language.text.leaning import leans
from workbench.language.text.sentences import sentences
from workbench.language.text.stemmers import ENGLISH
from workbench.services.inference.sharing import encoder_for

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

LEAST = 4
"""Sentences from which on a passage is not read as a whole; what settles a claim may be spread over three."""
MOST = 40
"""Sentences among which the best is looked for; the vector of each takes time."""
REMEMBERED = 4_096

_known: dict[str, Vector] = {}


class ToRead(NamedTuple):
    """A claim, a passage with the title above it, and the language of the passage."""

    claim: str
    passage: str
    title: str = ""
    language: str = ENGLISH


def read_first(pairs: Sequence[ToRead]) -> list[tuple[Span, ...]]:
    """For each pair the sentences that are read closely, in the order in which they are read; none: the whole passage.

    Rows of tables and passages in other languages, which the encoder does not read, stay whole.

    Raises:
        ModelUnavailableError: The encoder is not here.
    """
    found = [_sentences(pair) for pair in pairs]
    texts = chain.from_iterable(
        [pair.claim, *_titled(pair, spans)] for pair, spans in zip(pairs, found, strict=True) if spans
    )
    vectors = vectors_of(texts)
    return [
        _chosen(pair, spans, [float(vectors[pair.claim] @ vectors[one]) for one in _titled(pair, spans)])
        for pair, spans in zip(pairs, found, strict=True)
    ]


def _chosen(pair: ToRead, spans: Sequence[Span], like: Sequence[float]) -> tuple[Span, ...]:
    if not spans:
        return ()
    best = max(range(len(like)), key=like.__getitem__)
    before = best > 0 and (leans(pair.passage, spans[best]) or best + 1 == len(spans))
    beside = best - 1 if before else best + 1
    return spans[best], spans[beside]


def _sentences(pair: ToRead) -> list[Span]:
    if pair.language != ENGLISH or row_of(pair.passage) is not None:
        return []
    found = sentences(pair.passage)[:MOST]
    return found if len(found) >= LEAST else []


def _titled(pair: ToRead, spans: Iterable[Span]) -> list[str]:
    """Sentences with the title in front: most of them name their thing nowhere else."""
    sentences_ = (pair.passage[one.start : one.end] for one in spans)
    return [": ".join(filter(None, (pair.title, one))) for one in sentences_]


def vectors_of(texts: Iterable[str]) -> dict[str, Vector]:
    """The vectors of texts, remembered: a search and the reading on a desk ask for the same ones."""
    global _known
    known, wanted = _known, dict.fromkeys(texts)
    found = {text: known[text] for text in wanted if text in known}
    new = [text for text in wanted if text not in found]
    if new:
        found |= zip(new, encoder_for(None, "int8").encode(new), strict=True)
        # another thread may ask too: the memory is never changed, only replaced
        _known = dict([*known.items(), *found.items()][-REMEMBERED:])
    return found
