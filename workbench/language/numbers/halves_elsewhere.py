"""Halves behind a number and words before it that make it another one, in languages beside English.

"dos años y medio" is two and a half; in "trzy i pół roku", "um halb drei" and "ein paar hundert" the number is not the
one that is written, and none is read.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.language.numbers.number_words import AND_A_HALF
from workbench.language.numbers.numbers import SCALES

FROM_ELSEWHERE = re.compile(
    r"(?:\b(?:de|von|da|dal|du|z|ze|från|van|з|із|зі|с|со|від|от)|\bd['’])\s{0,3}$", re.IGNORECASE
)
CHANGES_ELSEWHERE = re.compile(
    r"\b(?:pas(?:s[aeé]|[aóo]|ar|er|sa)|baj|sub|ca[eiíyó]|redu|reduc|aument|augment|diminu|baiss|hauss|grimp|"
    r"chut|tomb|recul|s[ae]l[iegí]|scend|"
    r"scese|cal[aò]|cresc|crec|desc|elev|mont|relev|ramen|port|retroc|підвищ|зни[зж]|зрос|зменш|збільш|скороч|"
    r"wzr[oó]|wzras|spad|zmale|obniż|podwyż|podn|zwięk|zmniej|podroż|potani|ök|minsk|steg|sjönk|höj|sänk|stijg|steeg|daal|gestegen|"
    r"gedaald|verlaag|verhoog|повы[сш]|сни[зж]|вырос|упал|увелич|уменьш|сократ)[^\W\d_]{0,10}\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Verbs of change, by their beginnings, in French, Spanish, Italian and Portuguese."""
_JOINED = {
    "pl": r"\s+i\s+pół\b", "sv": r"\s+och\s+e(?:n|tt)\s+halvt?\b", "nl": r"\s+en\s+een\s+half\b",
    "de": r"\s+und\s+eine?\s+halbe[nrs]?\b", "uk": r"\s+з\s+половиною\b", "ru": r"\s+с\s+половиной\b",
    "pt": r"\s+e\s+(?:um\s+)?quartos?\b",
}  # fmt: skip
"""A half between the number and what it counts."""
_CLOCK = re.compile(
    r"\b(?:hal[bvf]|(?:viertel|kvart|kwart|tien|vijf|zehn|fünf)\s(?:nach|vor|över|i|over|voor)|dreiviertel)\s$|"
    r"\d\s?(?:h|Uhr|uur)\s$|\b(?:heures?|horas?|ore|uhr|uur)\s(?:y\s|e\s|et\s)?$|\bd[ií]a\s$|"
    r"\b(?:segunda|terça|quarta|quinta|sexta|feira|sábado|domingo)\s\($",
    re.IGNORECASE,
)
"""What stands before the hour that is named: "um halb drei"."""
_DECADE = re.compile(
    r"\b(?:n?os\sanos|los\saños|(?:negli|gli|degli)\sanni|(?:les|des)\sannées|de\sjaren)\s$", re.IGNORECASE
)
_HALF_NEXT = re.compile(r"\s(?:halbe|halv|half|medi[ao]|mezz[ao]|mei[ao])[a-z]?\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:paar|einige|mehrere|viele|wenige|enkele|flera|några|kilka|parę|кілька|декілька|несколько|quelques|plusieurs|"
    r"algunos|algunas|varios|varias|alcune|parecchie|diverse|alguns|algumas|vários|várias|unos|unas|dizaine\sde|"
    r"centaine\sde|decina\sdi|ventina\sdi|centinaio\sdi|decena\sde|centenar\sde|dezena\sde|centena\sde)\s$",
    re.IGNORECASE,
)
"""How many hundreds or thousands, in words that give no number: "ein paar hundert"."""


@cache
def _half(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<noun>\s(?!\d)\w{{1,30}})?(?:{AND_A_HALF.get(language, '(?!)')})", re.IGNORECASE)


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(_JOINED.get(language, "(?!)"), re.IGNORECASE)


def half_behind(text: str, at: int, end: int, number: str, unit: str | None, language: str) -> tuple[float, int] | None:
    """What a half adds to a number, and where it then ends; None where the number is not to be read.

    Args:
        text: The text.
        at: Where the number begins.
        end: Where it ends, with what it measures.
        number: The number as it is written.
        unit: What it counts, where that stands behind `end`.
        language: Its language, not English.
    """
    alone = SCALES.get(language, {}).get(number.strip().lower(), 0.0)
    before = text[max(0, at - 24) : at]
    if (alone and _SEVERAL.search(before)) or _CLOCK.search(before) or _joined(language).match(text, end):
        return None
    if _HALF_NEXT.match(text, end):
        return None  # "zwei und eine halbe Stunde"
    if _DECADE.search(before) and re.fullmatch(r"[1-9]0", number.strip()):
        return None  # "nos anos 90"
    match = _half(language).match(text, end)
    if match is None:
        return 0.0, end
    noun = (match["noun"] or "").strip().lower()
    if noun and noun != unit:
        return None  # "à deux heures et demie": an hour, or how long
    return 0.5, match.end()


_TO_NEXT = re.compile(
    r"\s(?:auf|à|ad?|para|do|tot|till|до)\s(?P<number>\d{1,4}(?:[.,]\d{1,3})?)\s(?P<scale>[^\W\d_]{2,12})",
    re.IGNORECASE,
)
_LEAST = 1e3


def scaled_by_next(text: str, at: int, end: int, number: str, language: str) -> float:
    """What multiplies a number without a scale before one with: "von 1,9 auf 2,7 Millionen Euro"; 1 elsewhere."""
    if not number.strip()[-1:].isdigit() or FROM_ELSEWHERE.search(text, max(0, at - 8), at) is None:
        return 1.0
    following = _TO_NEXT.match(text, end)
    if following is None:
        return 1.0
    scale = SCALES.get(language, {}).get(following["scale"].lower(), 1.0)
    ratio = _plain(number) / max(_plain(following["number"]), 1e-9)
    return scale if scale >= _LEAST and 1 / _FAR <= ratio <= _FAR else 1.0


_FAR = 20
"""How many times as much one end of a change is at most for both to be of one scale."""


def _plain(number: str) -> float:
    """A short number in figures, its comma or point a decimal mark."""
    found = re.search(r"\d{1,9}(?:[.,]\d{1,3})?", number)
    return float(found.group().replace(",", ".")) if found is not None else 0.0
