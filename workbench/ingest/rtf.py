"""Rich Text files: the words that are shown, by the rules of the RTF 1.9.1 specification."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.ingest.bylines import author_of_properties
from workbench.ingest.fields import clean, digest
from workbench.ingest.item import Found, Item
from workbench.ingest.letterheads import letterhead
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, join_blocks, offer_name_date, whole_file
from workbench.ingest.raised import lowered, raised
from workbench.ingest.text_heads import offer_head

_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z0-9\r\n])|(\r\n?|\n))"
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_DEEP = 2_000
_SKIPPED = frozenset(
    word
    for line in (
        "fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator info pict object objdata themedata",
        "colorschememapping datastore latentstyles xmlnstbl datafield fldinst header headerl headerr headerf footer",
        "footerl footerr footerf annotation atnid atnauthor atndate atntime atnicn atnref atrfstart atrfend bkmkstart",
        "bkmkend revtbl template operator comment doccomm private filetbl pgptbl mmathPr wgrffmtfilter nonshppict sp",
        "sn sv listtext pntext pntxta pntxtb pnseclvl tc xe rxe txe keywords category manager company hlinkbase",
        "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn leveltext levelnumbers listname liststylename docvar userprops",
    )
    for word in line.split()
)
"""Groups that hold no words of the document."""
_SHOWN_STARRED = frozenset(("shppict", "shpinst", "shptxt", "footnote", "ftnalt", "fldrslt"))
_SIGNS = {
    "par": "\n\n", "sect": "\n\n", "page": "\n\n", "line": "\n", "tab": "\t", "row": "\n\n", "nestrow": "\n\n",
    "cell": " | ", "nestcell": " | ", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    skipped: bool = False
    unseen: bool = False
    place: str = ""
    after_unicode: int = 1
    charset: str | None = None
    heading: bool = False
    note: bool = False


@dataclass(slots=True)
class _Words:
    """The words read so far: pieces with how they are placed, for the text and for its notes."""

    pieces: list[tuple[str, str, bool]] = field(default_factory=list)
    notes: list[tuple[str, str, bool]] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)


def _codec(name: str, fallback: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return fallback


class _Reader:
    """Goes through a file once, token by token."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.words = _Words()
        self.codepage = "cp1252"
        self.fonts: dict[int, str] = {}
        self._font = -1
        self._in_fonts = 0
        self._in_info: list[str] = []
        self._waiting = b""
        self._high: int | None = None
        self._drop = 0

    def read(self) -> bool:
        """Read all of it; False where it ends before its last group does."""
        state, stack = _State(), [_State()]
        starred = opened = False
        place = 0
        while place < len(self.data):
            match = _TOKEN.match(self.data, place)
            if match is None:
                place += 1
                continue
            place = match.end()
            word, number, code, sign, end, brace, plain = match.groups()
            if brace == b"{":
                self._flush(state)
                if len(stack) > _DEEP:
                    raise UnreadableError("it is nested too deep")
                stack.append(state)
                opened, starred, self._drop = True, False, 0
                continue
            if brace == b"}":
                self._flush(state)
                self._drop = 0
                if len(stack) < 2:
                    break
                self._close(len(stack))
                state = stack.pop()
                if len(stack) == 1:
                    return True  # what follows the last brace is not part of it
                continue
            if sign == b"*":
                starred = opened
                continue
            if word:
                name = word.decode("ascii")
                if name == "bin" and number:
                    place += max(0, int(number))
                    continue
                state = self._control(name, int(number) if number else None, state, starred, opened, len(stack))
            elif code:
                self._byte(bytes([int(code, 16)]), state)
            elif sign:
                shown = {b"~": "\xa0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}.get(sign, "")
                if shown and not self._dropped():
                    self._say(shown, state)
            elif end:
                self._say("\n\n", state)
            elif plain:
                if self._drop:
                    taken = min(self._drop, len(plain))
                    self._drop -= taken
                    plain = plain[taken:]
                self._waiting += plain if not state.skipped or self._in_fonts or self._in_info else b""
            opened = starred = False
            if not plain and not code:
                self._flush(state)
        self._flush(state)
        return False

    def _dropped(self) -> bool:
        if self._drop:
            self._drop -= 1
            return True
        return False

    def _byte(self, byte: bytes, state: _State) -> None:
        if not self._dropped():
            self._waiting += byte

    def _close(self, depth: int) -> None:
        if self._in_fonts and depth <= self._in_fonts:
            self._in_fonts = 0
        if self._in_info and depth <= len(self._in_info):
            self._in_info = []

    def _flush(self, state: _State) -> None:
        if not self._waiting:
            return
        text = self._waiting.decode(state.charset or self.codepage, "replace")
        self._waiting = b""
        if self._in_info:
            self.words.info[self._in_info[-1]] = self.words.info.get(self._in_info[-1], "") + text
        elif not state.skipped:
            self._say(text, state)

    def _say(self, text: str, state: _State) -> None:
        if self._waiting:
            self._flush(state)
        if state.skipped or state.unseen or self._in_fonts:
            return
        (self.words.notes if state.note else self.words.pieces).append((text, state.place, state.heading))

    def _control(self, name: str, number: int | None, state: _State, starred: bool, opened: bool, depth: int) -> _State:
        self._flush(state)
        if name == "u" and number is not None:
            self._unicode(number, state)
            return state
        if opened and name in ("title", "author", "creatim") and state.skipped and not starred:
            self._in_info = [name] * depth
            return state
        if opened and name == "fonttbl":
            self._in_fonts = depth
            return replace(state, skipped=True)
        if opened and (name in _SKIPPED or (starred and name not in _SHOWN_STARRED)):
            return replace(state, skipped=True)
        if name in _SIGNS:
            self._say(_SIGNS[name], state)
            return state
        on = number != 0
        if name == "footnote":
            self.words.notes.append(("\n\n", "", False))
            return replace(state, note=True, place="", heading=False)
        looks: dict[str, dict[str, Any]] = {
            "v": {"unseen": on}, "strike": {"unseen": on}, "striked": {"unseen": on}, "deleted": {"unseen": on},
            "super": {"place": "superscript" if on else ""}, "sub": {"place": "subscript" if on else ""},
            "nosupersub": {"place": ""}, "plain": {"place": "", "unseen": False},
            "up": {"place": "superscript" if number != 0 else ""}, "dn": {"place": "subscript" if on else ""},
            "outlinelevel": {"heading": (number or 0) < 9}, "pard": {"heading": False},
        }  # fmt: skip
        if name in looks:
            return replace(state, **looks[name])
        return self._setting(name, number, state)

    def _setting(self, name: str, number: int | None, state: _State) -> _State:
        if name == "uc":
            return replace(state, after_unicode=max(0, min(number or 0, 100)))
        if name == "ansicpg" and number:
            self.codepage = _codec("utf-8" if number == 65001 else f"cp{number}", self.codepage)
        elif name == "mac":
            self.codepage = "mac_roman"
        elif name in ("pc", "pca"):
            self.codepage = "cp437" if name == "pc" else "cp850"
        elif name == "f" and number is not None:
            if self._in_fonts:
                self._font = number
            else:
                return replace(state, charset=self.fonts.get(number))
        elif name == "fcharset" and self._in_fonts and number is not None and number in _CHARSETS and number > 1:
            self.fonts[self._font] = _codec(_CHARSETS[number], "cp1252")
        elif name in ("yr", "mo", "dy") and self._in_info and number is not None:
            self.words.info[name] = str(number)
        return state

    def _unicode(self, number: int, state: _State) -> None:
        code = number + 65_536 if number < 0 else number
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high is not None:
                self._say(chr(0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)), state)
            self._high = None
        elif 0 < code < 0x110000:
            self._say(chr(code), state)
        self._drop = state.after_unicode


def _blocks(pieces: list[tuple[str, str, bool]]) -> list[tuple[str, bool]]:
    paragraphs: list[tuple[str, bool]] = []
    words = ""
    heading = False
    for number, (text, place, is_heading) in enumerate(pieces):
        if place == "superscript" and text.strip():
            after = pieces[number + 1][0] if number + 1 < len(pieces) else ""
            words += raised(words[-40:], text, after[:20])
        else:
            words += lowered(words[-40:], text) if place == "subscript" and text.strip() else text
        if text == "\n\n":
            paragraphs.append((clean(words).removesuffix("|").rstrip(), heading))
            words, heading = "", False
        elif text.strip():
            heading = is_heading
    paragraphs.append((clean(words).removesuffix("|").rstrip(), heading))
    return [(words, heading) for words, heading in paragraphs if words]


def read_rtf(item: Item) -> Found:
    """A Rich Text file becomes one document; deleted, struck out and hidden words are not read.

    Raises:
        UnreadableError: It is damaged, or holds no text.
    """
    data = item.content(item.options.limits.json)
    reader = _Reader(data.lstrip())
    whole = reader.read()
    blocks = _blocks(reader.words.pieces) + _blocks(reader.words.notes)
    if not whole and not blocks:
        raise UnreadableError("it is damaged or cut short")
    fields = fields_of(item)
    info = reader.words.info
    fields.offer("title", clean(info.get("title", "")), "document properties: title")
    text, sections = join_blocks(blocks)
    author = clean(info.get("author", ""))
    offer_head(text, fields, author)
    fields.offer("author", author_of_properties(author), "document properties: author")
    offer_name_date(item, fields)
    if info.get("yr", "").isdecimal():
        made = f"{int(info['yr']):04}-{int(info.get('mo', '1')):02}-{int(info.get('dy', '1')):02}"
        fields.offer_date(made, "document properties: created", guessed=True)
    if blocks and blocks[0][1] and not letterhead(text):
        fields.offer("title", blocks[0][0], "its first heading")
    left_out = [] if whole else ["it is cut short: its last group is not closed, what was there went in"]
    yield from whole_file(item, fields, text, digest(data), sections=sections, left_out=left_out)
