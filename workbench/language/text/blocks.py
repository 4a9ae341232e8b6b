"""The blocks of an article: title, paragraphs, captions, credits and the other furniture of a news page."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.language.text.broken_lines import broken_after
from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.text.datelines import dateline_end
from workbench.language.text.layout import Layout, TextKind, layout_of
from workbench.language.text.page_furniture import is_page_furniture
from workbench.language.text.publication_lines import tells_when
from workbench.language.text.tokenizer import word_set


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
    STAGE = "stage"
    LIST_ITEM = "list_item"


BOILERPLATE = frozenset({BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.READ_MORE, BlockKind.STAGE})
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
_MONTHS = "|".join(MONTHS)
_DAYS = "|".join((*WEEKDAYS, "mon", "tue", "wed", "thu", "fri", "sat", "sun"))
_DATE_ONLY = re.compile(
    rf"^(?:(?:published|updated|last updated|posted|first published)[:\s]+(?:on\s+)?)?"
    rf"(?:(?:{_DAYS})\.?,?\s+)?(?:(?:the\s+|le\s+|den\s+|el\s+)?\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|"
    rf"de\s+)?(?:{_MONTHS})\.?|"
    rf"(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+(?:de\s+)?\d{{4}})?"
    rf"(?:[,\s|·–-]+(?:at\s+)?\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?)?\.?$"
    rf"|^\d{{4}}-\d{{2}}-\d{{2}}(?:[T\s]\d{{2}}:\d{{2}}(?::\d{{2}})?Z?)?$|^\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?i:(?:written\s+|reported\s+|words\s+|story\s+)?by|von|par|por|di|од|автор|"
    r"текст)\s+[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:and\s+|&\s+|und\s+|et\s+|y\s+)?[A-ZÀ-Þ][\w.'’-]*){0,6}"
    r"(?:\s*[,|–-]\s*[^.!?]{0,80})?$"
)
_UPDATED = re.compile(
    r"^(?:(?:first|last|originally)\s+)?(?:published|updated|posted|filed|story\s+filed|aired|modified|created|"
    r"issued|uploaded|embargoed|"
    r"broadcast|recorded|printed|released|reviewed)\b(?=[^.!?\n]{0,70}\d)[^!?\n]{0,90}$",
    re.IGNORECASE,
)
_CREW = re.compile(
    r"^(?:(?:additional|further|with)\s+)?(?:reporting|writing|editing|graphics|photographs|pictures|"
    r"illustrations?|translation|"
    r"research|compiled|edited|written|produced|translated)\s+by\s+[A-Z].{0,200}$",
    re.IGNORECASE,
)
_READ_MORE = re.compile(
    r"^(?:[•\-–*►▶»→>]\s*)?(?:read (?:more|also|next|the full)|see also|also read|more (?:on this|from|stories)|"
    r"related(?: (?:stories|articles|news|links|topics))?\s*(?::|$)|"
    r"watch(?: more| live)?\s*:|listen(?: to)?\s*:|sign up (?:for|to)\b|subscribe\b|follow (?:us|the)\b|"
    r"<?(?:media|image|video|audio|document) omitted>?$|this message was deleted|messages and calls are end-to-end|"
    r"click here|share this|advertisement$|sources?$|"
    r"story continues|continue reading|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|"
    r"lea también|leer más|te puede interesar|leggi anche|leia (?:também|mais)|читайте також|читайте также)",
    re.IGNORECASE,
)
_FACT_BEHIND = re.compile(r"[.!?]\s[^.!?]{0,200}\b[A-Z][^.!?]{0,200}\d")
"""A sentence with a figure that goes on in the line of "Click here."."""
_CREDIT_WORD = (
    r"(?:(?:photo|image|picture|pic|video|file)\s+)?credits?|(?:file\s+)?(?:images?|photos?|pictures?|pics?|"
    r"photographs?|photography|photographer|graphic|illustration|video)"
    r"(?:\s+(?:by|courtesy(?:\s+of)?|from|source))?|courtesy(?:\s+of)?|foto|bild|crédit(?:\s+photo)?|crédito|imagen"
)
# A credit is a label, a colon and a short name, at the end of a line.
_CREDIT = re.compile(rf"(?:^|(?<=[\s(\[.!?”\"]))(?:{_CREDIT_WORD})\s*[:：]\s*[^\n:]{{1,120}}$", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:^|(?<=[\s.(\[]))(?:[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*){0,3}\s*/\s*)(?:AP|AFP|PA|EPA|Reuters|"
    r"REUTERS|Getty(?:\s+Images)?|Shutterstock|Alamy|Bloomberg|dpa|NurPhoto|Anadolu|Xinhua|TASS|PA\s+Images|"
    r"AP\s+Photo)"
    r"[\w\s/-]{0,40}\.?\)?$"
)
_LIST_MARK = re.compile(r"^(?:[•‣◦⁃∙▪●·*]|[-–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_CELLS = re.compile(r"\s\|\s|\t|(?<=\S) {3}")
"""What sets off the cells of a table's row."""
_ORDER_MARK = re.compile(r"(?:\(?\d{1,2}\)|\(?[a-z]\)|\([ivx]{1,4}\))\s+(?=\S)")
_STAMP = re.compile(
    r"(?:\[(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+|\d{4}-\d\d-\d\d,?\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?\]"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?\s+[-–—](?=\s)"
    r"|\d{1,2}(?:[:.]\d\d)?\s?[AaPp]\.?[Mm]\.?(?::|\s[-–—](?=\s))"
    r"|\d{1,2}:\d\d(?::\d\d)?(?=\s+[\"“‘A-ZÀ-Þ])|\d{1,3}(?:\+\d{1,2})?['’′](?=\s+[A-ZÀ-Þ])"
    r"|\d{1,2}/(?:\d{1,2})?(?=\s+[@\"“A-ZÀ-Þ])|\d{1,2}/(?=\s+[\d$€£\U0001F300-\U0001FAFF\u2600-\u27bf])|"
    r"\d{1,2}(?:\.\d{1,2}){1,2}(?=\s+(?![MB]illion)[\"“‘A-ZÀ-Þ])|\d{2}/\d{3,4}(?=\s+[A-ZÀ-Þ])|[QA]:(?=\s))\s*"
)
"""What stands before a line in a transcript, chat, ticker, thread or record: when it was, which number it has."""
_SENDER = re.compile(r"(?:[^\W\d_]|\+\d)[^\n:\[\]]{0,39}:\s+")
"""Who wrote a line of a chat, behind its date."""
_FIRST_WORD = re.compile(r"\S+")
_UNFINISHED = word_set(
    """
    the a an of to in on at by for from with and or nor than that which who as about between under over into its their
    his her our is are was were has have had will would can could may than more less der die das den dem des ein eine
    und von zu mit für le la les un une des du de et à pour el los las y del en il lo gli e di con per o os as em que
    """
)
"""Words no line of a list, poem or heading ends with: what follows is the same sentence."""
_STAGE = re.compile(
    r"\s{0,9}[(\[](?:(?:loud|prolonged|general|some|more|light|scattered|big)\s+)?(?:applause|laughter|laughs?|"
    r"laughing|cheers?|cheering|crosstalk|inaudible|"
    r"indiscernible|music|silence|pause|interruption|interjections?|booing|end\s+video(?:\s+clip|tape)?|"
    r"begin\s+video(?:\s+clip|tape)?|"
    r"commercial\s+break|video\s+clip|voice-?over|off-?mic|through\s+(?:an\s+)?(?:interpreter|translator)|"
    r"as\s+delivered|on\s+camera|"
    r"foreign\s+language(?:\s+spoken)?|beifall|heiterkeit|zuruf|applaus|applaudissements|aplausos|"
    r"applausi)\b[^()\[\]\n]{0,60}[)\]]\.?",
    re.IGNORECASE,
)
"""What a transcript says of the room between brackets."""
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


def _by_layout(text: str, lines: list[tuple[int, int, bool]], layout: Layout) -> list[tuple[int, int, bool]]:
    """Lines without the labels of their speakers; a turn, and what heads or signs a text, is a paragraph of its own."""
    if not layout.turns:
        return lines
    opens = {turn.label_start: turn for turn in layout.turns}
    labels = sorted(turn.label_start for turn in layout.turns if turn.label_start < turn.start)
    apart = [(span.start, span.end) for span in layout.furniture]
    found = []
    after = False  # what headed, signed or labelled has just gone before
    for start, end, fresh in lines:
        turn = opens.get(start)
        alone = any(low <= start < high for low, high in apart)
        if turn is not None and turn.start > start and not alone:
            start = min(turn.start, end)
            fresh = True
        at = bisect_right(labels, start)
        if not alone and at < len(labels) and labels[at] < end and opens[labels[at]].start < end:
            before = start + len(text[start : labels[at]].rstrip())  # "So true! RT @bobstone: …"
            found.append((start, before, fresh or after))
            start, fresh = opens[labels[at]].start, True
        if start < end:
            found.append((start, end, fresh or after or alone))
        after = alone or start >= end
    return found


def _joined(text: str, lines: list[tuple[int, int, bool]], *, running: bool = False) -> list[tuple[int, int]]:
    """Undo hard wrapping: lines of one paragraph that were only broken to fit a width become one.

    In `running` speech a line that does not end goes on in the next one.
    """
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
        wrapped = wrapped or _filled(text, lines_of, widest)
        broken = broken_after(text, lines_of)
        joined = [lines_of[0]]
        for start, end in lines_of[1:]:
            last_start, last_end = joined[-1]
            open_end = not _TERMINAL.search(text[max(last_start, last_end - 4) : last_end])
            last_word = text[max(last_start, last_end - 20) : last_end].split()[-1].casefold()
            heads = text[last_start:last_end].isupper()  # "BUDGET DEBATE" is no beginning of what is said
            goes_on = text[start].islower() or last_word in _UNFINISHED
            carries_on = open_end and ((running and not heads) or goes_on)
            signed = text[start].isupper() and end - start <= 80 and _BYLINE.match(text[start:end])
            cells = _CELLS.search(text, start, end) or _CELLS.search(text, last_start, last_end)
            if signed or cells or _LIST_MARK.match(text[start : start + 5]) or _STAMP.match(text, start, end):
                carries_on = wraps = False
            else:
                wraps = wrapped or last_end in broken
            if wraps or carries_on:
                joined[-1] = (last_start, end)
            else:
                joined.append((start, end))
        found.extend(joined)
    return found


def _filled(text: str, lines: list[tuple[int, int]], widest: int) -> bool:
    """Whether lines were broken to fit a width: nearly nowhere would the next word have fitted on the line before."""
    if len(lines) < 3 or not 30 <= widest <= 130:
        return False
    full = 0
    for (start, end), (below, _) in itertools.pairwise(lines):
        word = _FIRST_WORD.match(text, below)
        full += end - start + 1 + (len(word.group()) if word else 0) > widest
    return full >= 0.8 * (len(lines) - 1)


def _credit_start(text: str, start: int, end: int) -> int | None:
    """Where the credit at the end of a line begins, None without one."""
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
    # a time or day, not the number of a post in a thread: "3/ My aunt's clinic: 3 doctors"
    if stamp.group().startswith("[") or re.match(r"\d{1,2}[./]\d{1,2}[./]", stamp.group()):
        sender = _SENDER.match(text, at, end)
        at = sender.end() if sender else at
    return at if at < end else start


def blocks(text: str, title: str = "", speakers: tuple[str, ...] = ()) -> list[Block]:
    """Tell the blocks of an article apart.

    Args:
        text: The article, lines ended by line feeds; a blank line ends a paragraph.
        title: Its title, where known; the first line is taken for it otherwise when it looks like one.
        speakers: Names that are known to stand before what they say.
    Returns:
        Blocks in order, without outer spaces; whatever is not white space is in exactly one of them, but for the times,
        numbers and speakers' labels that lines of transcripts, chats and records begin with.
    """
    layout = layout_of(text, title, speakers)
    furniture = {span.start: span.end for span in layout.furniture}
    running = layout.kind in {TextKind.TRANSCRIPT, TextKind.EARNINGS, TextKind.SPEECH}
    spans = _joined(text, _by_layout(text, _lines(text), layout), running=running)
    wanted = " ".join(title.split()).casefold()
    found: list[Block] = []
    for number, (start, end) in enumerate(spans):
        if any(low <= start < high for low, high in furniture.items()):
            found.append(Block(start, end, BlockKind.BYLINE))
            continue
        named = " ".join(text[start : min(end, start + 400)].split()).casefold()
        start = _behind_stamp(text, start, end)
        for low, high, stage in _stages(text, start, end):
            if stage:
                found.append(Block(low, high, BlockKind.STAGE))
            else:
                first = number == 0 and len(spans) > 1
                found.extend(_blocks_of_line(text, low, high, named == wanted and bool(wanted), first, layout))
    return found


def _stages(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """A line parted at what it says of the room ("(Applause.)"): begin, end, and whether it is that."""
    found: list[tuple[int, int, bool]] = []
    at = start
    for match in _STAGE.finditer(text, start, end):
        low = match.start() + len(match.group()) - len(match.group().lstrip())
        found.extend([(at, match.start(), False), (low, match.end(), True)])
        at = match.end()
    found.append((at, end, False))
    trimmed = []
    for low, high, stage in found:
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            trimmed.append((low, high, stage))
    return trimmed


def _blocks_of_line(text: str, start: int, end: int, is_title: bool, first: bool, layout: Layout) -> list[Block]:
    """The blocks of one line or paragraph: a caption and its credit are two."""
    length = end - start
    line = text[start:end] if length <= 400 else ""
    if line and (_DATE_ONLY.match(line) or tells_when(line)):
        return [Block(start, end, BlockKind.DATELINE)]
    if line and length <= 100 and _UPDATED.match(line) and not re.search(r"[a-z]{3}\.$", line):
        return [Block(start, end, BlockKind.DATELINE)]
    if line and length <= 240 and _CREW.match(line):
        return [Block(start, end, BlockKind.BYLINE)]
    if line and length <= 160 and _BYLINE.match(line):
        return [Block(start, end, BlockKind.BYLINE)]
    if line and is_page_furniture(line):
        return [Block(start, end, BlockKind.READ_MORE)]
    if line and _READ_MORE.match(line) and not _FACT_BEHIND.search(line):
        return [Block(start, end, BlockKind.READ_MORE)]
    credit = _credit_start(text, start, end) if length <= 1500 else None
    if credit is not None:
        caption_end = credit
        while caption_end > start and text[caption_end - 1].isspace():
            caption_end -= 1
        caption = [Block(start, caption_end, BlockKind.CAPTION)] if caption_end > start else []
        return [*caption, Block(credit, end, BlockKind.CREDIT)]
    spoken = layout.turn_at(start) is not None
    heads = is_title and not _TERMINAL.search(text[max(start, end - 4) : end])
    behind = start if heads or spoken else dateline_end(text, start, end)
    if behind > start:
        rest = Block(behind, end, BlockKind.PARAGRAPH)
        return [Block(start, start + len(text[start:behind].rstrip()), BlockKind.DATELINE), rest]
    open_end = not _TERMINAL.search(text[max(start, end - 4) : end])
    if is_title or (first and line and length <= 220 and open_end and not spoken):
        kind = BlockKind.TITLE
    elif (mark := _ORDER_MARK.match(text, start, min(start + 8, end))) and not _ORDER_MARK.search(
        text, mark.end(), end
    ):
        start = mark.end()  # "b)" is no word of the entry, nor "3)" an amount
        kind = BlockKind.LIST_ITEM
    elif _LIST_MARK.match(text[start : start + 5]):
        kind = BlockKind.LIST_ITEM
    elif line and length <= 90 and open_end and not spoken:
        kind = BlockKind.HEADING
    else:
        kind = BlockKind.PARAGRAPH
    return [Block(start, end, kind)]
