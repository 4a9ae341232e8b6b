"""Text compared as people read it."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """What the spellings of a name have in common: neither case nor the form of an accent counts, in any script."""
    return unicodedata.normalize("NFKC", text).casefold()
