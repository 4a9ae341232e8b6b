"""Files, pages, feeds and archives become documents: the only place with parsers and HTTP.

Every parser treats what it reads as hostile: sizes, depths and times are bounded, nothing is fetched that was not
named, and one broken thing is told in a sentence and never stops the rest.
"""

from __future__ import annotations

from workbench.ingest.options import Limits, ReadOptions
from workbench.ingest.reader import read
from workbench.ingest.text import normalise

__all__ = ["Limits", "ReadOptions", "normalise", "read"]
