"""The value of a spreadsheet's cell as people see it: days as days, parts of a hundred with their sign."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_ASIDE = re.compile(r"\"[^\"]{0,255}\"|\\.|_.|\*.|\[[^\]]{0,255}\]")
"""Words, escaped signs, gaps and colours of a number format: none of them says what sort of value it is."""
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_CURRENCY = re.compile(r"\[\$([^\]-]{0,80})(?:-[^\]]{0,80})?\]")
_DIGITS = re.compile(r"[#0?](?:[#0?, ]*[#0?])?(?:\.[#0?]+)?(?:,+(?![#0?]))?")
_MONEY = "$€£¥"
_SAID = 0xF0000
"""Signs of nobody's, from here on, stand for the words of a number format while it is taken apart."""

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
}  # fmt: skip
"""Number formats that a workbook only names by number (ECMA-376 part 1, 18.8.30), days the same in all languages."""

FIRST_DAY = datetime(1899, 12, 30)
FIRST_DAY_1904 = datetime(1904, 1, 1)
_LAST = 2_958_466
"""The serial number after 31 December 9999."""


def is_time(code: str) -> bool:
    """Whether a number format shows a day or time."""
    bare = _ASIDE.sub("", code.split(";", 1)[0])
    return bool(_ELAPSED.search(code) or re.search(r"[ymdhs]", bare, re.IGNORECASE)) and "general" not in bare.lower()


def shown_number(written: str, code: str, first_day: datetime = FIRST_DAY) -> str:
    """A number as its format shows it; as it is written where the format is of a kind that is not known here.

    Args:
        written: The number as the file holds it.
        code: The number format ("0.0%", "yyyy-mm-dd"); "" or "General" for none.
        first_day: Day 0 of the workbook.
    """
    try:
        value = Decimal(written)
    except InvalidOperation:
        return written
    if not value.is_finite():
        return written
    if code and is_time(code):
        return _time(value, code, first_day) or _plain(value)
    sections = code.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 and sections[1] else sections[0]
    if not code or "general" in section.lower():
        return _plain(value)
    return _formatted(value, section) or _plain(value)


def _plain(value: Decimal) -> str:
    """A number without a format: what it was before it was kept in binary, never as a power of ten."""
    rounded = Decimal(f"{float(value):.15g}") if abs(value) < Decimal("1e15") else value
    if abs(rounded) >= Decimal("1e21") or (rounded and abs(rounded) < Decimal("1e-9")):
        return str(value)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _time(value: Decimal, code: str, first_day: datetime) -> str | None:
    if not 0 <= value < _LAST:
        return None
    if _ELAPSED.search(code):
        minutes, seconds = divmod(int((value * 86_400).to_integral_value(ROUND_HALF_UP)), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    when = first_day + timedelta(seconds=int((value * 86_400).to_integral_value(ROUND_HALF_UP)))
    if first_day == FIRST_DAY and value < 60:
        when += timedelta(days=1)  # day 60 is 29 February 1900, which never was: before it the count is one less
    bare = _ASIDE.sub("", code.split(";", 1)[0]).lower()
    clock = f"{when:%H:%M:%S}" if when.second else f"{when:%H:%M}"
    if not re.search(r"[yd]", bare):
        if re.search(r"m{3,}", bare):
            return f"{when:%Y-%m-%d}"
        return clock
    day = f"{when:%Y-%m-%d}"
    return f"{day} {clock}" if when.hour or when.minute or when.second else day


def _formatted(value: Decimal, section: str) -> str | None:
    section = _CURRENCY.sub(lambda match: f'"{match.group(1)}"' if match.group(1) else "", section)
    spans: list[str] = []

    def keep(match: re.Match[str]) -> str:
        words = match.group()
        said = words[1:-1] if words[0] == '"' else words[1:] if words[0] == "\\" else " " if words[0] == "_" else ""
        spans.append(said)
        return chr(_SAID + len(spans) - 1)

    marked = _ASIDE.sub(keep, section)
    found = list(_DIGITS.finditer(marked))
    if len(found) != 1 or re.search(r"[eE][+-]", section):
        return None
    place = found[0]
    pattern = marked[place.start() : place.end()]
    before, after = marked[: place.start()], marked[place.end() :]
    number = abs(value)
    if "%" in marked:
        number *= 100
    number /= Decimal(1000) ** (len(pattern) - len(pattern.rstrip(",")))
    pattern = pattern.rstrip(",")
    whole, _, part = pattern.partition(".")
    try:
        digits = f"{number.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP):{',' if ',' in whole else ''}f}"
    except InvalidOperation:
        return None
    optional = len(part) - len(part.rstrip("#?"))
    if optional and "." in digits:
        kept = digits.rstrip("0")
        shortest = len(digits) - optional
        digits = (kept if len(kept) > shortest else digits[:shortest]).rstrip(".")
    if zeros := whole.count("0") - 1:
        head, dot, tail = digits.partition(".")
        if "," not in whole:
            digits = f"{head.rjust(zeros + 1, '0')}{dot}{tail}"

    def words(part: str) -> str:
        return "".join(spans[ord(sign) - _SAID] if _SAID <= ord(sign) < _SAID + len(spans) else sign for sign in part)

    text = f"{words(before)}{digits}{words(after)}".strip()
    if value < 0:
        text = f"-{text.removeprefix('(').removesuffix(')').lstrip('- ')}"  # in brackets, in red, or with its sign
    return text if all(c.isalnum() or c in "., -+%()/" or c in _MONEY or not c.isascii() for c in text) else None
