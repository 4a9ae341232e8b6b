"""The blocks of an article: title, paragraphs, captions, credits and the other furniture of a news page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.anchors import Span


class BlockKind(StrEnum):
    """What a block of an article is; only some kinds can carry claims."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    READ_MORE = "read_more"
    LIST_ITEM = "list_item"


BOILERPLATE = frozenset({BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.READ_MORE})
"""Kinds that never carry a claim."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article of one kind; blocks are in order and never overlap."""

    start: int
    end: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    "januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|"
    "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_DATE_ONLY = re.compile(
    rf"^(?:(?:published|updated|last updated|posted|first published)[:\s]+(?:on\s+)?)?"
    rf"(?:(?:{_DAYS})\.?,?\s+)?(?:(?:the\s+|le\s+|den\s+|el\s+)?\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?:{_MONTHS})\.?|"
    rf"(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+(?:de\s+)?\d{{4}})?"
    rf"(?:[,\s|·–-]+(?:at\s+)?\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?)?\.?$"
    rf"|^\d{{4}}-\d{{2}}-\d{{2}}(?:[T\s]\d{{2}}:\d{{2}}(?::\d{{2}})?Z?)?$|^\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?i:(?:written\s+|reported\s+|words\s+|story\s+)?by|von|par|por)\s+[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:and\s+|&\s+|und\s+|et\s+|y\s+)?[A-ZÀ-Þ][\w.'’-]*){0,6}"
    r"(?:\s*[,|–-]\s*[^.!?]{0,80})?$"
)
_READ_MORE = re.compile(
    r"^(?:[•\-–*►▶»→>]\s*)?(?:read (?:more|also|next|the full)|see also|also read|more (?:on this|from|stories)|"
    r"related(?: (?:stories|articles|news|links|topics))?\s*(?::|$)|"
    r"watch(?: more| live)?\s*:|listen(?: to)?\s*:|sign up (?:for|to)\b|subscribe\b|follow (?:us|the)\b|"
    r"<?(?:media|image|video|audio|document) omitted>?$|this message was deleted|messages and calls are end-to-end|"
    r"click here|share this|advertisement$|sources?$|"
    r"story continues|continue reading|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|"
    r"lea también|leer más|te puede interesar)",
    re.IGNORECASE,
)
_CREDIT_WORD = (
    r"(?:(?:photo|image|picture|pic|video|file)\s+)?credits?|(?:file\s+)?(?:images?|photos?|pictures?|pics?|photographs?|photography|photographer|graphic|illustration|video)"
    r"(?:\s+(?:by|courtesy(?:\s+of)?|from|source))?|courtesy(?:\s+of)?|foto|bild|crédit(?:\s+photo)?|crédito|imagen"
)
# A credit is a label, a colon and a short name, at the end of a line.
_CREDIT = re.compile(rf"(?:^|(?<=[\s(\[.!?”\"]))(?:{_CREDIT_WORD})\s*[:：]\s*[^\n:]{{1,120}}$", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:^|(?<=[\s.(\[]))(?:[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*){0,3}\s*/\s*)(?:AP|AFP|PA|EPA|Reuters|REUTERS|Getty(?:\s+Images)?|Shutterstock|Alamy|Bloomberg|dpa|NurPhoto|Anadolu|Xinhua|TASS|PA\s+Images|AP\s+Photo)"
    r"[\w\s/-]{0,40}\.?\)?$"
)
_LIST_MARK = re.compile(r"^(?:[•‣◦⁃∙▪●·*]|[-–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_STAMP = re.compile(
    r"(?:\[(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+|\d{4}-\d\d-\d\d,?\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?\]"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?\s+[-–—](?=\s)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?=\s+[A-ZÀ-Þ])|\d{1,3}(?:\+\d{1,2})?['’′](?=\s+[A-ZÀ-Þ])"
    r"|\d{1,2}/(?:\d{1,2})?(?=\s+[@\"“A-ZÀ-Þ])|\d{1,2}(?:\.\d{1,2}){1,2}(?=\s+(?![MB]illion)[A-ZÀ-Þ])|[QA]:(?=\s))\s*"
)
"""What stands before a line in a transcript, chat, ticker, thread or record: when it was, which number it has."""
_SENDER = re.compile(r"(?:[^\W\d_]|\+\d)[^\n:\[\]]{0,39}:\s+")
"""Who wrote a line of a chat, behind its date."""
_TAIL_WINDOW = 240
"""Characters at the end of a line in which a credit is looked for."""


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Lines without their outer spaces as (start, end, begins a paragraph); blank lines are dropped."""
    found = []
    previous_end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        left = len(line) - len(line.lstrip())
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + left
        gap = text[previous_end:start] if previous_end >= 0 else "\n\n"
        fresh = gap.count("\n") + gap.count("\u2029") * 2 + gap.count("\r") - gap.count("\r\n") > 1
        found.append((start, start + len(stripped), fresh))
        previous_end = start + len(stripped)
    return found


def _joined(text: str, lines: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """Undo hard wrapping: lines of one paragraph that were only broken to fit a width become one."""
    paragraphs: list[list[tuple[int, int]]] = []
    for start, end, fresh in lines:
        if fresh or not paragraphs:
            paragraphs.append([(start, end)])
        else:
            paragraphs[-1].append((start, end))
    found: list[tuple[int, int]] = []
    for lines_of in paragraphs:
        widths = [end - start for start, end in lines_of]
        widest = max(widths)
        wrapped = len(widths) > 1 and 40 <= widest <= 130 and min(widths[:-1]) >= widest * 0.7
        joined = [lines_of[0]]
        for start, end in lines_of[1:]:
            last_start, last_end = joined[-1]
            open_end = not _TERMINAL.search(text[max(last_start, last_end - 4) : last_end])
            carries_on = open_end and text[start].islower()
            if _LIST_MARK.match(text[start : start + 5]) or _STAMP.match(text, start, end):
                carries_on = wraps = False
            else:
                wraps = wrapped
            if wraps or carries_on:
                joined[-1] = (last_start, end)
            else:
                joined.append((start, end))
        found.extend(joined)
    return found


def _credit_start(text: str, start: int, end: int) -> int | None:
    """Where the credit at the end of a line begins, None if there is none."""
    window = max(start, end - _TAIL_WINDOW)
    tail = text[window:end]
    match = _CREDIT.search(tail) or _AGENCY.search(tail)
    if match is None:
        return None
    begin = window + match.start()
    while begin > start and text[begin - 1] in " \t([":
        begin -= 1
    if begin > start:
        while text[begin].isspace():
            begin += 1
    return begin


def _behind_stamp(text: str, start: int, end: int) -> int:
    """Where the words of a line begin, behind its time or number; its start where it has none or nothing else."""
    stamp = _STAMP.match(text, start, end)
    if stamp is None:
        return start
    at = stamp.end()
    if stamp.group().startswith("[") or "/" in stamp.group()[:6]:
        sender = _SENDER.match(text, at, end)
        at = sender.end() if sender else at
    return at if at < end else start


def blocks(text: str, title: str = "") -> list[Block]:
    """Tell the blocks of an article apart.

    Args:
        text: The article, lines ended by line feeds; a blank line ends a paragraph.
        title: Its title, where known; the first line is taken for it otherwise when it looks like one.
    Returns:
        Blocks in order, without outer spaces; whatever is not white space is in exactly one of them, but for the times
        and numbers that lines of transcripts, chats and records begin with.
    """
    found: list[Block] = []
    spans = _joined(text, _lines(text))
    wanted = " ".join(title.split()).casefold()
    for number, (start, end) in enumerate(spans):
        named = " ".join(text[start : min(end, start + 400)].split()).casefold()
        start = _behind_stamp(text, start, end)
        length = end - start
        line = text[start:end] if length <= 400 else ""
        if line and _DATE_ONLY.match(line):
            found.append(Block(start, end, BlockKind.DATELINE))
            continue
        if line and length <= 160 and _BYLINE.match(line):
            found.append(Block(start, end, BlockKind.BYLINE))
            continue
        if line and _READ_MORE.match(line):
            found.append(Block(start, end, BlockKind.READ_MORE))
            continue
        credit = _credit_start(text, start, end) if length <= 1500 else None
        if credit is not None:
            caption_end = credit
            while caption_end > start and text[caption_end - 1].isspace():
                caption_end -= 1
            if caption_end > start:
                found.append(Block(start, caption_end, BlockKind.CAPTION))
            found.append(Block(credit, end, BlockKind.CREDIT))
            continue
        open_end = not _TERMINAL.search(text[max(start, end - 4) : end])
        is_title = line and named == wanted
        if is_title or (number == 0 and line and length <= 220 and open_end and len(spans) > 1):
            kind = BlockKind.TITLE
        elif _LIST_MARK.match(text[start : start + 5]):
            kind = BlockKind.LIST_ITEM
        elif line and length <= 90 and open_end:
            kind = BlockKind.HEADING
        else:
            kind = BlockKind.PARAGRAPH
        found.append(Block(start, end, kind))
    return found
