"""Whether somebody who speaks is called as women or as men are: by an article, a noun, a first name or the verb."""

from __future__ import annotations

import re

from workbench.domain.first_names import MEN, WOMEN

_WOMEN_BY_WORD = {
    "de": r"(?:Die|die|Eine|eine)\s\w+in|\w{4,}in(?=\s|$)|Frau",
    "fr": r"(?:La|la|Une|une)\s|Mme", "es": r"(?:La|la|Una|una)\s", "it": r"(?:La|la|Una|una)\s",
    "pt": r"(?:A|a|Uma|uma)\s",
}  # fmt: skip
_MEN_BY_WORD = {
    "de": r"(?:Der|der|Ein|ein)\s\w+|Herr\s|\w*(?:sprecher|minister|meister|führer|chef|präsident|direktor)\s",
    "fr": r"(?:Le|le|Un|un)\s|M\.\s", "es": r"(?:El|el|Un|un)\s", "it": r"(?:Il|il|Un|un|Lo|lo)\s",
    "pt": r"(?:O|o|Um|um)\s",
}  # fmt: skip


def is_of_women(as_named: str, full: str, verb: str, language: str) -> bool | None:
    """Whether somebody is called as women are (or, in German and Romance languages, as a noun of that gender is)."""
    if language == "pl" and re.search(r"ł[ao]?$", verb):
        return verb.endswith("ła")
    if language in {"uk", "ru"} and re.search(r"(?:в|л|ла|ло)$", verb):
        return verb.endswith("ла")
    if language in _WOMEN_BY_WORD:
        if re.match(_WOMEN_BY_WORD[language], as_named):
            return True
        if re.match(_MEN_BY_WORD[language], as_named):
            return False
    first = full.split()[0].lower()
    if first in WOMEN and first not in MEN:
        return True
    if first in MEN and first not in WOMEN:
        return False
    return None
