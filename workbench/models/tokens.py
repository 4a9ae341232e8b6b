"""Text to words the way English Universal Dependencies cuts them, with exact offsets.

Clitics are words of their own ("do|n't", "Moscow|'s"), hyphens split compounds but not prefixes ("long|-|term",
"anti-war"), currency signs, percent signs and units leave their numbers, abbreviations keep their full stop. Every
pattern is anchored and looks ahead a bounded way, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TITLES = (
    "Mr|Mrs|Ms|Dr|Drs|Prof|Rev|Hon|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Gov|Sen|Sens|Rep|Reps|Messrs|Mme|St|Ste|Mt|Ft|"
    "Jr|Sr|Inc|Ltd|Corp|Bros|Assn|Dept|Univ|Ave|Blvd|Jan|Feb|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Tues|Thurs|vs|etc|"
    "approx|vol|pp|Ph.D|Co"
)
_BEFORE_NUMBERS = "No|Nos|no|nos|Fig|fig|Art|art|Sec|Ch|Vol|p|Mar|Jun|Jul|ca|c|v"
_PREFIXES = "anti|co|counter|e|ex|extra|inter|intra|micro|mid|multi|neo|non|over|post|pre|pro|psycho|re|semi|sub|un"
_DOMAINS = "com|org|net|gov|edu|info|co|uk|eu|de|fr|io|tv|ru|cn"
_FILES = "docx?|xlsx?|pdf|html?|jpe?g|txt|csv|DOC|XLS|PDF"
_LETTER = r"[^\W\d_]"
_INNER = r"(?:[^\W_]|[\u0300-\u036f\u00ad])"

_WORD = re.compile(
    rf"""
    (?:https?|ftp)://[^\s<>"“”]{{1,2000}} | www\.[^\s<>"“”]{{1,2000}}
  | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}}
  | [\#@][^\W\d]\w{{0,63}}
  | (?<!\S)[:;]-?[)(DP](?!\w)
  | \.{{2,}} | …+ | -{{2,}} | ={{2,}} | \*{{2,}} | _{{2,}} | [!?]{{2,}}
  | \+{{2,}} | <{{2,}} | >{{2,}} | \${{2,}} | '{{2}}
  | (?<!\w)(?:[A-Za-z]\.){{2,}}(?!\w) | (?<!\w)(?:[A-Z]\.){{1,6}}[A-Z](?![\w.])
  | (?<!\w)[A-Z]\.(?=\s+[A-Z])
  | (?<!\w)(?:{_TITLES})\.(?!\w) | (?<!\w)(?:{_BEFORE_NUMBERS})\.(?=\s*\d)
  | (?:US|AU|NZ|HK|CA?|A|R|S)\$
  | (?<!\w)['’]\d\ds?(?!\w)
  | \d{{3}}-\d{{3}}-\d{{4}}(?!\w)
  | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)? | \d+(?:st|nd|rd|th|s|D)(?!\w) | \d+(?:[.:/]\d+)* | (?<!\w)\.\d+
  | (?<!\w)(?i:{_PREFIXES})-{_LETTER}{_INNER}*
  | (?<!\w)mid-\d+s?(?!\w)
  | [A-Z]+&[A-Z]+(?!\w)
  | {_LETTER}{_INNER}*(?:\.(?:{_DOMAINS}|{_FILES})(?!\w)|(?:['’]{_LETTER}{_INNER}*)+)?
  | {_INNER}+
  | .
    """,
    re.VERBOSE | re.DOTALL,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dunno": 2, "gimme": 3, "lemme": 3} | {
    verb + "nt": len(verb)
    for verb in ("do", "does", "did", "wo", "ca", "is", "was", "are", "were", "could", "would", "should", "has", "have")
}
_APART = re.compile(r"['’](?:em|tis|twas|cause|til)(?!\w)|['’](?:s|re|ve|ll|d|m)(?!\w)", re.IGNORECASE)
_LINK = re.compile(r"(?:https?|ftp)://|www\.")


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Offsets of the words of `text[start:end]`, in order, not overlapping, none empty or blank.

    Every character that is not white space belongs to exactly one word.
    """
    place, end = start, len(text) if end is None else end
    while place < end:
        if text[place].isspace():
            place += 1
            continue
        apart = _APART.match(text, place, end)
        found = apart or _WORD.match(text, place, end)
        stop = found.end() if found else place + 1
        word = text[place:stop]
        if _LINK.match(word):
            stop -= len(word) - len(word.rstrip(".,;:!?)]'’\"»"))
            word = text[place:stop]
        cut = _cut(word) if not apart else 0
        if cut:
            yield place, place + cut
            place += cut
        yield place, stop
        place = stop


def _cut(word: str) -> int:
    """Where a clitic begins in the word; 0 without one."""
    fused = _FUSED.get(word.lower(), 0)
    if fused:
        return fused
    clitic = _CLITIC.search(word) if len(word) > 2 else None
    return clitic.start() if clitic else 0
