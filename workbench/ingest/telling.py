"""Whether a short line of a page tells something, and does not only say when, by whom and where a text was posted."""

from __future__ import annotations

import re
from itertools import groupby

from workbench.ingest.dates import dates_in

_LABELS = (
    "posted published updated edited written created submitted reported reviewed filed released last by veröffentlicht "
    "aktualisiert geändert bearbeitet erstellt von publié mis modifié par publicado actualizado por pubblicato "
    "aggiornato di gepubliceerd bijgewerkt door publicerad uppdaterad av publicada atualizado"
)
_BESIDE = (
    "first on at in for from to of and with under as ago min mins minute minutes read reading time views view comments "
    "comment likes shares hours hour days day am pm uhr um vom im zuletzt gelesen lesezeit minuten kommentare à jour "
    "lecture a lectura alle lettura op om leestijd den kl em às"
)
_LABEL = frozenset(_LABELS.split())
_SMALL = _LABEL | frozenset(_BESIDE.split())
"""Words of lines that say when and by whom."""
_KINDS = "the a an der die das ein eine le la les un une el los las il lo gli o os as het de en ett"
_ARTICLES = frozenset(_KINDS.split())
_FEW, _WITH_ARTICLE = 4, 2
"""Small words in a row from which a line tells something, and how many do behind an article."""
_FRONT = re.compile(r"\W*(?:(?:on|am|le|el|il|op|den|em|w|в|у)\s)?\W*", re.IGNORECASE)
_BEHIND = re.compile(r",?\s([^\W\d_]+)\s[^\W\d_]")


def tells_of_its_day(line: str) -> bool:
    """Whether a line opens with a day and goes on with what happened on it: "On 3 May 2021 the port burned"."""
    for start, end, _ in dates_in(line):
        behind = _BEHIND.match(line, end) if _FRONT.fullmatch(line, 0, start) else None
        return behind is not None and behind[1].islower() and (behind[1] in _ARTICLES or behind[1] not in _SMALL)
    return False


def tells(line: str) -> bool:
    """Whether small words follow each other in a line as in a sentence: "On 3 May 2021 the port burned"."""
    first = re.search(r"[^\W\d_]+", line)
    if first is not None and first[0].lower() in _LABEL:
        return False
    if tells_of_its_day(line):
        return True
    for start, end, _ in reversed(list(dates_in(line))):
        line = f"{line[:start]} | {line[end:]}"
    for small, run in groupby(re.findall(r"[^\W\d_]+|[^\w\s]", line), lambda word: word.isalpha() and word.islower()):
        words = list(run) if small else []
        told = sum(word not in _SMALL and word not in _ARTICLES for word in words)
        if told >= _FEW or (words and words[0] in _ARTICLES and told >= _WITH_ARTICLE):
            return True
    return False
