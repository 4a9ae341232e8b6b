"""Subtitles and captions: SubRip (`.srt`), WebVTT (`.vtt`) and TTML as cues, each with its times and who speaks.

Formats: https://www.w3.org/TR/webvtt1/, https://www.w3.org/TR/ttml2/ (timing §12); SubRip has no standard.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from workbench.ingest.options import UnreadableError
from workbench.ingest.zip_container import xml

ARROW = re.compile(
    r"^[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)[ \t]*-->"
    r"[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)"
    r"(?:[ \t]+[^\n]*)?$",
    re.MULTILINE,
)
"""The line of times above the words of a cue."""
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,3}))?")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,200})?[ \t]{1,9}([^>\n]{1,200})>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|</?\d\d[\d:.]{2,12}>|\{\\[^}\n]{0,100}\}|</>")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_OFFSET = re.compile(r"([\d.]{1,16})(h|ms|m|s|f|t)")
_LONGEST = 200_000
"""Cues that are read of one file."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that are shown from `begins` to `ends` (seconds), lines as they are broken, and the speaker if told."""

    begins: float
    ends: float | None
    text: str
    speaker: str | None = None


def seconds(clock: str) -> float | None:
    """The seconds of "01:02:03,5", "02:03" and the like; None for what is no time."""
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        return None
    hours, minutes, whole, part = match.groups()
    if int(whole) > 59 or (hours is not None and int(minutes) > 59):
        return None
    return round(int(hours or 0) * 3600 + int(minutes) * 60 + int(whole) + (float(f"0.{part}") if part else 0.0), 3)


def plain_cues(text: str) -> list[Cue]:
    """The cues of a SubRip or WebVTT file. Notes, styles, numbers and tags are not among their words.

    Raises:
        UnreadableError: There is no line of times in it.
    """
    arrows = list(ARROW.finditer(text))
    if not arrows:
        raise UnreadableError("there is no cue in it: no line says from when to when words are shown")
    found: list[Cue] = []
    for number, arrow in enumerate(arrows[:_LONGEST]):
        end = arrows[number + 1].start() if number + 1 < len(arrows) else len(text)
        begins, ends = seconds(arrow.group(1)), seconds(arrow.group(2))
        if begins is None:
            continue
        block = text[arrow.end() : end].strip("\n").split("\n")
        lines: list[str] = []
        for place, line in enumerate(block):
            if not line.strip():
                rest = [one for one in block[place:] if one.strip()]
                # behind the blank line stands the next cue's number or name, a note, or words that a broken file parted
                if len(rest) <= 1 or _BLOCK.match(rest[0]) or any("-->" in one for one in rest):
                    break
                if rest[-1].strip().isdigit():
                    rest = rest[:-1]
                lines += rest if not _BLOCK.match(rest[0]) else []
                break
            lines.append(line.strip())
        follows = number + 1 < len(arrows) and len(lines) > 1 and block[-1].strip() == lines[-1]
        if follows and lines[-1].isdecimal() and _counts(lines[-1], number + 2):
            lines.pop()
        found.extend(_voices(begins, ends, "\n".join(lines)))
    return [cue for cue in found if cue.text]


def _counts(line: str, number: int) -> bool:
    """Whether a line is the number of the next cue, which stands there without a blank line before it."""
    return abs(int(line) - number) <= 1


def _voices(begins: float, ends: float | None, text: str) -> Iterator[Cue]:
    """A cue by who speaks in it."""
    place, speaker = 0, None
    for match in _VOICE.finditer(text):
        if text[place : match.start()].strip():
            yield Cue(begins, ends, bare(text[place : match.start()]), speaker)
        place, speaker = match.end(), " ".join(unescape(match.group(1)).split())
    yield Cue(begins, ends, bare(text[place:]), speaker)


def bare(text: str) -> str:
    """Words without tags, entities as the signs they stand for."""
    return "\n".join(" ".join(line.split()) for line in unescape(_TAG.sub("", text)).split("\n") if line.strip())


# TTML


def _local(tag: Any) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: Any, name: str) -> str | None:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


@dataclass(frozen=True, slots=True)
class _Clock:
    frames: float
    ticks: float

    def seconds(self, text: str | None) -> float | None:
        if not text:
            return None
        if match := _OFFSET.fullmatch(text.strip()):
            units = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": 1 / self.frames, "t": 1 / self.ticks}
            try:
                return round(float(match.group(1)) * units[match.group(2)], 3)
            except ValueError:
                return None
        parts = text.strip().split(":")
        if len(parts) == 4 and parts[3].isdigit():
            whole = seconds(":".join(parts[:3]))
            return None if whole is None else round(whole + int(parts[3]) / self.frames, 3)
        return seconds(text)


def _number(text: str | None, fallback: float) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return fallback
    return value if 0 < value < 1e9 else fallback


def ttml_cues(data: bytes) -> list[Cue]:
    """The cues of a TTML file (DFXP, EBU-TT, IMSC).

    Raises:
        UnreadableError: It is no well-formed XML, or has no paragraph with a time.
    """
    root = xml(data)
    if _local(root.tag) != "tt":
        raise UnreadableError("it is no TTML file: its XML is of another kind")
    clock = _Clock(_number(_attribute(root, "frameRate"), 30.0), _number(_attribute(root, "tickRate"), 1.0))
    agents: dict[str, str] = {}
    for element in root.iter():
        if _local(element.tag) == "agent" and (key := _attribute(element, "id")):
            names = [" ".join("".join(part.itertext()).split()) for part in element if _local(part.tag) == "name"]
            agents[key] = next((name for name in names if name), "")
    found: list[Cue] = []
    for paragraph in root.iter():
        if _local(paragraph.tag) == "p" and len(found) < _LONGEST:
            found.extend(_paragraph(paragraph, clock, agents))
    if not found:
        raise UnreadableError("there is no cue in it: no paragraph says when its words are shown")
    return found


def _paragraph(paragraph: Any, clock: _Clock, agents: dict[str, str]) -> Iterator[Cue]:
    begins = clock.seconds(_attribute(paragraph, "begin"))
    ends = clock.seconds(_attribute(paragraph, "end"))
    length = clock.seconds(_attribute(paragraph, "dur"))
    base = 0.0
    for above in paragraph.iterancestors():
        base += clock.seconds(_attribute(above, "begin")) or 0.0
    if begins is None:  # only its pieces are timed
        inner = [t for span in paragraph.iter() if (t := clock.seconds(_attribute(span, "begin"))) is not None]
        if not inner:
            return
        begins = min(inner)
        last = [t for span in paragraph.iter() if (t := clock.seconds(_attribute(span, "end"))) is not None]
        ends = max(last, default=None)
    if ends is None and length is not None:
        ends = begins + length
    agent = next(
        (value for element in (paragraph, *paragraph.iterancestors()) if (value := _attribute(element, "agent"))), ""
    )
    for speaking, pieces in itertools.groupby(_pieces(paragraph, agent), lambda piece: piece[0]):
        if words := bare("".join(words for _, words in pieces)):
            speaker = next((agents[key] for key in speaking.split() if agents.get(key)), None)
            yield Cue(round(base + begins, 3), None if ends is None else round(base + ends, 3), words, speaker)


def _pieces(element: Any, agent: str) -> Iterator[tuple[str, str]]:
    """The words of a paragraph or span, each piece with who says it: an agent holds for its element and those in it."""
    yield agent, " ".join((element.text or "").split("\n"))
    for child in element:
        name = _local(child.tag)
        if name == "br":
            yield agent, "\n"
        elif name == "span":
            yield from _pieces(child, _attribute(child, "agent") or agent)
        # the blank between two spans is nobody's
        if tail := " ".join((child.tail or "").split("\n")):
            yield (agent if tail.strip() else _attribute(child, "agent") or agent), tail
