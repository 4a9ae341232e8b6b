"""What a raised or lowered piece of text means: note marks go, exponents stay exponents, the rest is part of its word.

"14³ ships" with a raised note mark is 14 ships and not 143; "10⁶ litres" is 10^6 litres and not 106.
"""

from __future__ import annotations

import re

NOTE_LENGTH = 12
_NOTE = re.compile(
    r"[\[(]?\s*(?:\d{1,3}|[a-h]|[ivx]{1,5}|[*†‡§¶#]{1,3})(?:\s*[,;–-]\s*(?:\d{1,3}|[a-h]))*\s*[\])]?", re.IGNORECASE
)
_BRACKETED = re.compile(r"\[[^\]]{0,40}\]")
_SIGNS = re.compile(r"[*†‡§¶#]{1,4}")
_POWER = re.compile(r"[-−–+]?\d{1,4}")
_TEN = re.compile(r"(?:^|[^\d.,])10$")
_TWO = re.compile(r"(?:^|[^\d.,])2$")
_DIGIT_END = re.compile(r"\d$")
_PRICE = re.compile(r"[$£€¥]\s?\d[\d,. ]*$")
_UNIT = re.compile(r"(?:^|[\d\s./(·*])([kcmdhµμn]?m|in|ft|yd|mi|s|kg|km|sec|ha|cm)$", re.IGNORECASE)
_SYMBOL = re.compile(r"(?:(?:^|[\s(=+*/·-])[A-Za-zα-ω]|=\s*[A-Za-z]{2,3})$")
_CLOCK = re.compile(r"\s*(?:Uhr|h\b|o['’]clock|[ap]\.?m\b)", re.IGNORECASE)
_FRACTION = re.compile(r"\s*[/⁄]\s*$|\s*[/⁄]\s*\d")
_SMALL = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_ORDINAL_BASE = re.compile(r"(?:\d|\b[IVXL]+)$")
_FEMININE = frozenset(("es", "pt", "it", "gl", "ca"))


def raised(before: str, text: str, after: str, language: str | None = None) -> str:
    """What stands in place of a raised piece of text.

    Args:
        before: The words before it, as far as they are known.
        text: The raised words.
        after: The words behind it.
        language: The language of the text, where it is known.
    Returns:
        "" for a note mark, "^6" for an exponent, "²" behind a unit or symbol, else the words themselves.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    if _BRACKETED.fullmatch(words) or _SIGNS.fullmatch(words):
        return ""
    if _POWER.fullmatch(words):
        return _raised_number(before, words, after)
    if words in ("a", "o") and language in _FEMININE and re.search(r"\d\.?$", before):
        return "ª" if words == "a" else "º"
    if words in ("o", "0", "°") and re.match(r"\s?[CF]\b", after) and _DIGIT_END.search(before):
        return "°"
    part = after[:1].isalpha() or (words == "e" and _ORDINAL_BASE.search(before))
    symbol = words.isalpha() and _SYMBOL.search(before)
    return "" if len(words) <= NOTE_LENGTH and _NOTE.fullmatch(words) and not part and not symbol else words


def _raised_number(before: str, words: str, after: str) -> str:
    if not before.strip() or before[-1:].isspace():
        # an isotope or a fraction: 14C, 1/2
        return words if after[:1].isalpha() or _FRACTION.match(after) else ""
    if _FRACTION.match(after):
        return f" {words}" if _DIGIT_END.search(before) else words
    if _DIGIT_END.search(before):
        if len(words) == 2 and words.isdigit():
            if _PRICE.search(before) and "." not in re.split(r"[$£€¥]", before)[-1]:
                return f".{words}"
            if words < "60" and re.search(r"(?:^|\D)[0-2]?\d$", before) and _CLOCK.match(after):
                return f":{words}"
        power = not words.isdigit() or _TEN.search(before) or (_TWO.search(before) and len(words) > 1)
        return f"^{words.translate(_PLAIN_SIGN)}" if power else ""
    if _UNIT.search(before) and words.strip("-−–+") in ("1", "2", "3"):
        return words.translate(_SMALL)
    if _SYMBOL.search(before) or (before.endswith((")", "]")) and not words.isdigit()):
        return words.translate(_SMALL)
    return "" if words.isdigit() else words


_NOTE_MARKS = re.compile(
    r"(?:(?<=[^\W_])|(?<=[.,;:!?%)\"”’»\]]))"
    r"(?:\[(?:[1-9]\d{0,2}(?:\s?[,–-]\s?\d{1,3}){0,5}|(?:note|nb|n|fn) \d{1,3}|citation needed|clarification needed|"
    r"better source needed|when\?|who\?|according to whom\?)\]){1,12}(?![^\W_(\[])"
)


def without_note_marks(text: str) -> str:
    """Text without marks like "[41]" that stand close behind a word or its stop.

    What an editor put into a quotation stays: "[the pumps]", "pump[s]", "[20]19", "al. [2004]".
    """
    return _NOTE_MARKS.sub("", text) if "[" in text else text


_PLAIN_SIGN = str.maketrans("−–", "--")


def lowered(before: str, text: str) -> str:
    """What stands in place of a lowered piece of text: CO2 stays CO2, but figures never run into the figures before."""
    words = " ".join(text.split())
    if words[:1].isdigit() and _DIGIT_END.search(before):
        return f"_{words}"
    return words
