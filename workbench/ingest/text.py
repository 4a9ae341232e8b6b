"""Bytes to text, and text to the one form in which offsets hold forever."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import IO

from workbench.ingest.alphabets import is_of_western_alphabet, without_signs

REPLACEMENT = "\ufffd"
SAMPLE_BYTES = 131_072
"""How much of a file is looked at to tell its encoding."""

_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]"  # CSI: colours, cursor movements
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\\\|\x9c)"  # OSC: window titles, links
    "|\x1b[ -/]{0,16}[0-~]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Removed: control characters, soft hyphens, zero-width spaces and joiners of words, byte order marks, and the two
# overrides that make text read differently from how it is stored. Joiners that letters and emoji need stay.
_REMOVED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\u202d\u202e\ufeff]")
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Lone surrogates cannot be stored as UTF-8, and these non-characters cannot stand in XML.
_UNSTORABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_PLAIN = re.compile(r"[\n\t -~]*")
_WHITESPACE = re.compile(r"\s+")


_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2011": "-",
}
# Full-width figures and Latin letters; full-width signs stay, since they end sentences of their languages.
_WIDE_FORMS = {chr(0xFEE0 + code): chr(code) for code in (*range(48, 58), *range(65, 91), *range(97, 123))}
_COMPATIBLE = str.maketrans({**_LIGATURES, **_WIDE_FORMS})
_WIDE_NUMBER = re.compile("(?<=[\uff10-\uff19])[\uff0c\uff0e](?=[\uff10-\uff19])")
_WIDE_SIGN = {"\uff0c": ",", "\uff0e": "."}

MARKS = 30
"""Combining marks one letter may carry (Stream-Safe Text, UAX #15): composing takes time with their square."""

_MARKED = re.compile(rf"[^\w\s!-~]{{{MARKS + 1},}}")


def _without_piles(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in match.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MARKS:
            kept.append(character)
    return "".join(kept)


def normalise(text: str) -> str:
    """Bring text into the form it is stored in; doing it twice changes nothing.

    Line ends become newlines, every non-ASCII space becomes one space, terminal escape sequences, control characters
    (but tab and newline), soft hyphens, zero-width spaces, byte order marks and direction overrides go, ligatures and
    full-width figures and letters become plain letters and figures, and the rest is composed (NFC). A letter keeps its
    first 30 combining marks. Nothing else is trimmed or joined.
    """
    if text.isascii() and _PLAIN.fullmatch(text):
        return text
    text = _ESCAPES.sub("", text)
    text = _BREAKS.sub("\n", text)
    text = _REMOVED.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _UNSTORABLE.sub(REPLACEMENT, text)
    text = _WIDE_NUMBER.sub(lambda match: _WIDE_SIGN[match.group()], text).translate(_COMPATIBLE)
    composed = unicodedata.normalize("NFC", _MARKED.sub(_without_piles, text))
    return _MARKED.sub(_without_piles, composed)  # some marks become two when they are composed


def one_line(text: str, limit: int = 500) -> str:
    """Bring a title or name onto one line of at most `limit` characters."""
    line = _WHITESPACE.sub(" ", normalise(text[: limit * 20])).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how its encoding was found; `lost` counts the bytes that stood for nothing in it."""

    text: str
    encoding: str
    guessed: bool = False
    lost: int = 0

    @property
    def how(self) -> str:
        """The encoding in words."""
        words = f"{self.encoding} (guessed)" if self.guessed else self.encoding
        return f"{words}, {self.lost} unreadable bytes" if self.lost else words


_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = (
    b"\x7fELF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
    b"RIFF",
    b"Rar!",
    b"OggS",
    b"\x00\x00\x00\x18ftyp",
    b"\x00\x00\x00\x20ftyp",
)
_NO_LETTERS = frozenset(("Cc", "Cn", "Co", "Cs"))
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32), 127])


def byte_order_mark(data: bytes) -> str | None:
    """The encoding a byte order mark at the start names, None without one."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Western text is zero."""
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _only_seems_marked(sample: bytes, mark: str) -> bool:
    """Whether what follows a byte order mark is no text after all.

    In UTF-16 two plain bytes are one rare Chinese sign: a text of these alone, without a blank, a line end or a stop,
    cannot be meant.
    """
    text = sample.decode(mark, errors="replace").removeprefix("\ufeff")
    odd = sum(
        (unicodedata.category(sign) in _NO_LETTERS and not sign.isspace()) or sign == REPLACEMENT for sign in text
    )
    if odd > 4 and odd > 0.02 * len(text):
        return True
    bare = sample.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return mark == "utf-16" and bool(text) and bare.isascii() and all(sign >= "\u2000" for sign in text)


def is_binary(data: bytes) -> bool:
    """Whether these first bytes of a file are no text in any encoding."""
    sample = data[:SAMPLE_BYTES]
    if mark := byte_order_mark(sample):
        return _only_seems_marked(sample, mark)
    if sample.startswith(_MAGIC):
        return True
    if _wide(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    # of a few bytes three are many
    return (controls > 4 and controls > 0.02 * len(sample)) or (controls > 2 and controls > 0.15 * len(sample))


# What Western European text holds beyond ASCII. Text in other code pages, read as this one, shows other signs.
_WESTERN = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœßúùûüÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ€£¥§©®°·«»“”‘’„‚–—…•™½²µ¿¡ª´×\xa0")
# Encodings people still meet, the commoner of two that agree first.
_LEGACY = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "koi8_r", "iso8859_2"),
    *("shift_jis", "cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949", "euc_kr"),
)


def _western(sample: bytes) -> bool:
    sample = without_signs(sample)
    high = [chr(byte) for byte in sample if byte >= 0x80]
    decoded = bytes(ord(c) for c in high).decode("cp1252", errors="replace")
    if decoded.count("¿") > sample.count(b"?"):  # a Polish letter, not a Spanish question
        return False
    letters = sum(1 for byte in sample if chr(byte).isalpha() and byte < 0x80)
    return len(high) < 0.25 * max(1, letters) and sum(c in _WESTERN for c in decoded) >= 0.98 * len(decoded)


_LAST_LETTERS = frozenset(map(bytes, zip("àáèéìíòóùúåäöüêñ".encode("latin-1"))))
"""Accented letters with which words end in Latin-1; "Ã" and "â" are rather the beginning of a sign of UTF-8."""
_OTHER_WORDS = frozenset(("utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna"))
"""Encodings of Python's that make other words of plain ones, or take minutes: no browser reads a page in them."""


def _believable(hint: str) -> bool:
    try:
        return codecs.lookup(hint).name not in _OTHER_WORDS
    except (LookupError, ValueError):
        return False


_WIDER = {"iso8859-1": "windows-1252", "ascii": "windows-1252", "iso8859-9": "windows-1254", "gb2312": "gb18030"}
"""What browsers read for a name that pages state: with quotation marks and the euro, which the name itself lacks."""
_BEYOND_LATIN, _LETTERS, _MIXED = "\u0370", 20, 0.1
_ONE_BYTE = re.compile(r"iso8859-\d{1,2}|cp125\d|koi8-[ru]|mac-\w+|cp8\d\d|ascii")


def _contradicted(sample: bytes, name: str) -> bool:
    """Whether the bytes show that a stated encoding of one byte a letter is wrong: any bytes are text in those."""
    if sample.isascii() or not _ONE_BYTE.fullmatch(name):
        return False
    try:
        sample.decode("utf-8")
        return True  # no other text is UTF-8 by chance
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and error.start >= len(sample) - 3
        if cut and len(sample) >= SAMPLE_BYTES and not sample[: error.start].isascii():
            return True
    return _WIDER.get(name, name) in ("windows-1252", "cp1252") and not _western(sample) and _of_another_script(sample)


def _of_another_script(sample: bytes) -> bool:
    """Whether bytes are words of another script than the Latin one: many letters, and none within plain words.

    Between code pages of Latin letters the bytes prove nothing: there what is stated holds.
    """
    text = sample.decode(detect(sample)[0], errors="replace")
    others = [word for word in re.findall(r"[^\W\d_]+", text) if max(word) >= _BEYOND_LATIN]
    mixed = sum(min(word) <= "\x7f" for word in others)
    return sum(map(len, others)) >= _LETTERS and mixed <= _MIXED * len(others)


def _ends_with_letter(sample: bytes, start: int) -> bool:
    """Whether a plain text of one byte a letter ends with an accented one ("caf\xe9"), and no sign of UTF-8 is cut off.

    Such a byte begins a sign of three bytes; those of two, and dashes and quotation marks, are what is cut off.
    """
    last = sample[start:]
    before = sample[:start]
    return len(last) == 1 and before.isascii() and before[-1:].isalpha() and last in _LAST_LETTERS


def detect(sample: bytes, hint: str | None = None) -> tuple[str, bool]:
    """Tell the encoding from the first bytes of a text: its name, and whether that is a guess.

    Args:
        sample: The first bytes; a character cut off at their end does no harm.
        hint: What a header or a meta tag says; believed when the bytes agree.
    """
    if marked := byte_order_mark(sample):
        return marked, False
    if wide := _wide(sample):
        return wide, True
    if sample.isascii() and _JAPANESE.search(sample):
        return "iso2022_jp", True  # seven bits a byte: only its escapes tell
    if hint and _believable(hint) and not _contradicted(sample, codecs.lookup(hint).name):
        hint = _WIDER.get(codecs.lookup(hint).name, hint)
        try:
            sample.decode(hint, errors="strict")
            return hint.lower(), False
        except (LookupError, ValueError):
            pass
    try:
        sample.decode("utf-8")
        return "utf-8", False
    except UnicodeDecodeError as error:
        cut = error.start >= len(sample) - 3 and error.reason == "unexpected end of data"
        if cut and not _ends_with_letter(sample, error.start):
            return "utf-8", False
    text = sample.decode("utf-8", errors="replace")
    lost = text.count(REPLACEMENT)
    if lost * 10 < sum(c > "\x7f" for c in text) or _is_mostly_utf8(sample):  # UTF-8 with a few broken bytes
        return "utf-8", True
    lettered = without_signs(sample)
    if lettered.isascii() or _western(sample) or is_of_western_alphabet(lettered):
        return "windows-1252", True
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=list(_LEGACY))
    # A wrong code page shows signs where letters belong.
    best = min(matches, key=lambda match: sum(c > "\x7f" and not c.isalpha() for c in str(match)), default=None)
    return (best.encoding.replace("_", "-"), True) if best else ("windows-1252", True)


def detect_stream(file: IO[bytes]) -> str:
    """Tell the encoding of a text that is read in pieces: the first piece with more than ASCII in it decides."""
    sample = file.read(SAMPLE_BYTES)
    encoding, _ = detect(sample)
    while sample.isascii() and encoding == "utf-8" and (sample := file.read(SAMPLE_BYTES)):
        encoding, _ = detect(sample)
    return encoding


def decode(data: bytes, hint: str | None = None) -> Decoded:
    """Turn bytes into text, whatever they are; bytes that stand for nothing become U+FFFD and are counted.

    The text is not normalised yet.
    """
    encoding, guessed = detect(data[:SAMPLE_BYTES], hint)
    if guessed and not data.isascii() and (found := _put_together(data)) is not None:
        return found
    try:
        return Decoded(data.decode(encoding), encoding, guessed)
    except UnicodeDecodeError:
        pass
    if (found := _put_together(data)) is not None:
        return found
    if len(data) > SAMPLE_BYTES and not guessed and not byte_order_mark(data):
        # plain in its first part, something else later: judge by a part that holds the trouble
        start = next((i for i in range(0, len(data), SAMPLE_BYTES) if not data[i : i + SAMPLE_BYTES].isascii()), 0)
        encoding, guessed = detect(data[start : start + SAMPLE_BYTES], None)
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, True, text.count(REPLACEMENT))


_JAPANESE = re.compile(rb"\x1b\$[@B](?:[!-~]{2}){1,4000}\x1b\([BJ]")
_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""A letter of UTF-8 that takes several bytes."""


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether more letters of several bytes are UTF-8 than other bytes beyond ASCII stand beside them."""
    rest, letters = _LETTER.subn(b"", data)
    return letters > sum(byte >= 0x80 for byte in rest)


def _put_together(data: bytes) -> Decoded | None:
    """A text in UTF-8 but for some bytes that were lost, or lines of Windows; None for one that is no UTF-8."""
    if not _is_mostly_utf8(data):
        return None
    lines: list[str] = []
    narrow = 0
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            high = bytes(byte for byte in line if byte >= 0x80).decode("cp1252", errors="replace")
            other = not _LETTER.search(line) and _WESTERN.issuperset(high)
            narrow += other
            lines.append(line.decode("cp1252" if other else "utf-8", errors="replace"))
    text = "\n".join(lines)
    told = f"utf-8, and windows-1252 in {narrow:,} of its lines" if narrow else "utf-8"
    return Decoded(text, told, True, text.count(REPLACEMENT))
