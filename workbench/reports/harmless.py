"""Making text from articles, evidence and reviewers harmless in each place it is shown."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import quote, urlsplit

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_KEPT_CONTROLS = "\n\t"
_BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _picture(code: int) -> str:
    """A visible stand-in for a character that a reader must see but a program must not obey."""
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"⟨U+{code:04X}⟩"


_VISIBLE = {
    **{code: _picture(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in _KEPT_CONTROLS},
    # directional overrides can make a quotation read as something else than its characters
    **{ord(character): _picture(ord(character)) for character in _BIDI_CONTROLS},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    # not characters at all: XML refuses them
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}


def clean(text: str) -> str:
    """Show control characters, terminal escapes and directional overrides instead of letting them act.

    Newlines and tabs stay; carriage returns become newlines.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_VISIBLE)


def one_line(text: str) -> str:
    """`clean` text on a single line, runs of white space as one space."""
    return " ".join(clean(text).split())


def web_address(url: str | None) -> str | None:
    """The address if a reader may be sent there: absolute, http or https, without blanks or control characters.

    Characters that could end a link early in HTML or Markdown are percent-encoded.
    """
    if not url or re.search(r"[\s\x00-\x20\x7f-\x9f]", url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    return quote(clean(url), safe="!#$%&'*+,-./:;=?@[]_~()")


def day(value: date | str | None) -> str:
    """A date in words ("29 January 2022"); the text itself where it is no ISO 8601 date; "" for None."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        found = iso_date(value)
        if found is None:
            return one_line(value)
        value = found
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: str) -> str:
    """A time in words ("29 January 2022, 14:05 UTC"); a day where `value` has no time of day."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return one_line(value)
    return day(at.date()) if len(value) <= len("2022-01-29") else f"{day(at.date())}, {at:%H:%M} UTC"


def iso_date(value: str) -> date | None:
    """The day of an ISO 8601 date or time, None where it is not one."""
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t\r\n]")


def csv_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: a leading = + - @ tab or line end gets a quote mark before it.

    See https://owasp.org/www-community/attacks/CSV_Injection.
    """
    shown = clean(text)
    return "'" + shown if _FORMULA.match(shown) or _FORMULA.match(text) else shown


_MARKDOWN_PUNCTUATION = re.compile(r"([\\`*_\[\]|~$])")
_MARKDOWN_LINE_START = re.compile(r"^([#+\-=>]|\d{1,9}(?=[.)](?:\s|$)))")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)|(?<=\S)(?=@)")


def markdown_inline(text: str) -> str:
    """Text for the middle of a Markdown line: blanks at its ends stay, signs that make markup lose their meaning."""
    shown = _MARKDOWN_PUNCTUATION.sub(r"\\\1", re.sub(r"\s+", " ", clean(text)))
    shown = _AUTOLINK.sub(lambda found: found.group(0) + "\\", shown)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def markdown_opening(text: str) -> str:
    """`markdown_inline` text for the start of a line: no heading, list, quotation or block of code comes of it."""
    shown = markdown_inline(text.lstrip())
    start = _MARKDOWN_LINE_START.match(shown)
    if start is None:
        return shown
    # "1." is an ordered list, "#" a heading: a backslash goes before the sign, which for a number is after its digits
    return shown[: start.end()] + "\\" + shown[start.end() :] if shown[0].isdigit() else "\\" + shown


def markdown(text: str) -> str:
    """Text on one line that Markdown shows as it stands: it makes no emphasis, link, heading, list, table or HTML."""
    return markdown_opening(one_line(text))
