"""Letters that a pattern without regard to case takes for others, and that lower case leaves apart.

"ſeptember" with a long s, "mıles" with a dotless i and "μg" with a Greek mu match what is written for "september",
"miles" and "µg", but are not found under those words. Rooms that look words up by what a pattern found read a copy in
which each such letter is the usual one; it is of the same length, so that offsets stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

_USUAL = str.maketrans(
    {
        "\u0130": "I", "\u0131": "i", "\u017f": "s", "\u00b5": "\u03bc", "\u1e9b": "\u1e61",
        "\u1c80": "в", "\u1c81": "д", "\u1c82": "о", "\u1c83": "с", "\u1c84": "т", "\u1c85": "т", "\u1c86": "ъ",
    }
)  # fmt: skip
_HELD = re.compile("[" + "".join(map(chr, _USUAL)) + "]")


@lru_cache(maxsize=4)  # asked again for every claim of an article
def with_usual_letters(text: str) -> str:
    """The text, of the same length, with each such letter as the usual one."""
    return text if text.isascii() or not _HELD.search(text) else text.translate(_USUAL)
