"""Sentences that tell their thing by the one before them."""

from __future__ import annotations

import re

from workbench.domain.anchors import Span

_LEANS = re.compile(
    r"(?:in \S+ )?(?:\w+, )?(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|there|then|since)\b",
    re.IGNORECASE,
)
"""How such a sentence begins."""


def leans(text: str, sentence: Span) -> bool:
    """Whether a sentence of an English text tells its thing by the one before it ("It was …")."""
    return _LEANS.match(text, sentence.start, sentence.end) is not None
