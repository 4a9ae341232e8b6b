"""Transcripts: cues joined to sentences and paragraphs, who speaks before the words, and when each stretch was said."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from workbench.domain.documents import Segment
from workbench.ingest.cues import Cue, seconds
from workbench.ingest.text import normalise

PAUSE = 3.0
"""Seconds of silence behind a sentence that begin a new paragraph."""
SOMEBODY = ">> "
"""What captions write before the words of somebody who is not named: without it they are who spoke before."""
PARAGRAPH = 600
"""Characters from which on a paragraph ends with its sentence."""
_SENTENCE_END = re.compile(r"[.!?…。？！।؟][\"'”’»)\]]*$")
_CAPITALS = r"[A-ZÀ-ÞŠŽ][A-ZÀ-ÞŠŽ.'’-]*"
_LABEL = re.compile(
    rf"(?:>>+|»)?\s*((?:{_CAPITALS})(?:\s+{_CAPITALS}){{0,4}}(?:,[^:\n]{{1,64}}?|\s?\([^():\n]{{1,40}}\))?)\s{{0,4}}:\s+"
)
"""A speaker in capitals, with what they are: "ADA QUIST, MAYOR:"."""
_ARROW_LABEL = re.compile(r"(?:>>+|»)\s*([^\W\d_][^:\n>]{1,60}?)\s*:\s+")
_CHANGE = re.compile(r"(?:>>+|»|[-–—])\s*(?=\S)")
_NOISE = re.compile(r"[♪♫#\s]+|[\[(][^\[\]()]{1,80}[\])]")
_NO_NAMES = frozenset(("NOTE", "STYLE", "HTTP", "HTTPS"))


def _clean(text: str) -> str:
    return normalise(text).strip()


@dataclass(slots=True)
class _Joined:
    """Text put together from cues, and which stretch of it was said when and by whom."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    segments: list[Segment] = field(default_factory=list)

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def _spoken(cues: Iterable[Cue]) -> list[Cue]:
    """Cues with the speakers that their own words name, one for each change of speaker."""
    found: list[Cue] = []
    speaker: str | None = None
    told = False
    for cue in cues:
        if cue.speaker is not None:
            speaker, told = cue.speaker, True
        elif told:
            speaker, told = None, False  # a speaker holds for its own cue
        words = ""
        for line in cue.text.split("\n"):
            match = _ARROW_LABEL.match(line) or _LABEL.match(line)
            if match is not None and match.group(1) not in _NO_NAMES:
                if words:
                    found.append(Cue(cue.begins, cue.ends, words, speaker))
                speaker, words = " ".join(match.group(1).split()), line[match.end() :]
            elif change := _CHANGE.match(line):
                if words:
                    found.append(Cue(cue.begins, cue.ends, words, speaker))
                # somebody else speaks, and it is not said who
                words, speaker = f"\x00{line[change.end() :]}", None
            else:
                words = f"{words} {line}" if words else line
        if words:
            found.append(Cue(cue.begins, cue.ends, words, speaker))
    return found


def _unrolled(cues: Sequence[Cue]) -> list[Cue]:
    """Cues of captions that roll up, each of which shows again the lines of the one before it, without these lines."""
    found: list[Cue] = []
    shown: list[str] = []
    until = -1.0
    for cue in cues:
        lines = cue.text.split("\n")
        again = 0
        if cue.begins <= until + 0.5:
            again = next((n for n in range(min(len(lines), len(shown)), 0, -1) if shown[-n:] == lines[:n]), 0)
        if again == len(lines) and found and len(lines) > 0 and cue.begins <= until + 0.5:
            last = found[-1]
            found[-1] = Cue(last.begins, cue.ends if cue.ends is not None else last.ends, last.text, last.speaker)
        else:
            found.append(Cue(cue.begins, cue.ends, "\n".join(lines[again:]), cue.speaker))
        shown, until = lines, cue.ends if cue.ends is not None else cue.begins
    return found


def joined(cues: Sequence[Cue]) -> tuple[str, tuple[Segment, ...]]:
    """Cues as a text: sentences go on over the ends of cues, a change of speaker begins a paragraph with the name.

    Where nobody is named behind a cue whose speaker was, the paragraph begins as captions tell somebody else, unless
    the cue goes on with the sentence.

    Returns:
        Normalised text, and for each cue the stretch of it with its times (seconds).
    """
    out = _Joined()
    before: Cue | None = None
    paragraph = 0
    for cue in _spoken(_unrolled(cues)):
        changed = cue.text.startswith("\x00")
        words = _clean(cue.text.lstrip("\x00"))
        if not words:
            continue
        noise = _NOISE.fullmatch(words) is not None
        if before is not None:
            closed = _SENTENCE_END.search(out.parts[-1]) is not None
            pause = before.ends is not None and cue.begins - before.ends >= PAUSE
            long = out.length - paragraph >= PARAGRAPH
            if not (cue.speaker or changed or closed or pause) and words[0].islower():
                cue = replace(cue, speaker=before.speaker)  # a sentence that goes on is the same person's
            changed = changed or cue.speaker != before.speaker
            apart = changed or noise or _NOISE.fullmatch(before.text) is not None or (closed and (pause or long))
            out.add("\n\n" if apart else " ")
            if apart:
                paragraph = out.length
        if cue.speaker and (before is None or changed):
            out.add(f"{_clean(cue.speaker)}: ")
        elif changed and before is not None and before.speaker:
            out.add(SOMEBODY)
        start = out.length
        out.add(words)
        ends = cue.ends if cue.ends is None or cue.ends >= cue.begins else None
        speaker = _clean(cue.speaker) if cue.speaker else None
        out.segments.append(Segment(start, out.length, cue.begins, ends, speaker=speaker))
        before = Cue(cue.begins, cue.ends, words, cue.speaker)
    return "".join(out.parts), tuple(out.segments)


_CODE = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"
_CODED = re.compile(
    rf"^[ \t]*(?:(?P<alone>[\[(]?(?P<code1>{_CODE})[\])]?)[ \t]*$"
    rf"|[\[(]?(?P<code2>{_CODE})(?:[\])][ \t]*|[ \t]+[-–—:][ \t]*|[ \t]+(?=[^\W\d_>]))"
    rf"|[^\W\d_][^\n:\[\]().!?]{{1,60}}?[ \t]*[\[(](?P<code3>{_CODE})[\])][ \t]*(?::[ \t]*|$)"
    rf"|[^\W\d_][^\n:\[\]().!?]{{1,60}}?:[ \t]*[\[(](?P<code4>{_CODE})[\])][ \t]*"
    rf"|[^\W\d_][^\n:\[\]().!?\d]{{1,60}}?[ \t]{{2,}}(?P<code5>{_CODE})[ \t]*$)",
    re.MULTILINE,
)
_ANY_CODE = re.compile(r"\d:\d\d")
_LATEST_START = {1: 120.0, 2: 600.0}
"""Seconds at which the first code may stand, by its colons: later ones are times of day."""
_FEWEST = 2


def stated_times(text: str) -> tuple[Segment, ...]:
    """The stretches of a plain transcript that codes at the heads of its lines or beside its speakers tell the time of.

    Codes count from the beginning of a recording when they begin near zero and never run back; others are times of day
    (a chat's, a broadcast's) and say nothing about a recording.
    """
    found: list[tuple[int, float, int]] = []
    if not _ANY_CODE.search(text):  # quick, and most texts have none
        return ()
    for match in _CODED.finditer(text):
        name = next(name for name in ("code1", "code2", "code3", "code4", "code5") if match[name])
        at = seconds(match[name])
        if at is None:
            return ()
        found.append((match.end(), at, match[name].count(":")))
    if len(found) < _FEWEST or found[0][1] > _LATEST_START[found[0][2]]:
        return ()
    if any(later[1] < earlier[1] for earlier, later in itertools.pairwise(found)) or found[-1][1] == 0:
        return ()
    made = []
    for number, (start, begins, _) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        end = len(text) if following is None else following[0]
        made.append(Segment(start, end, begins, None if following is None else following[1]))
    return tuple(segment for segment in made if segment.start < segment.end)


def coded_cues(text: str) -> list[Cue]:
    """The cues of a text in which codes stand on lines of their own, as players copy them; none of another text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    codes = [n for n, line in enumerate(lines) if re.fullmatch(_CODE, line)]
    if len(codes) < 3 or codes[0] > 3 or 4 * len(codes) < len(lines):
        return []
    times = [seconds(lines[n]) for n in codes]
    known = [time for time in times if time is not None]
    if len(known) < len(times) or known != sorted(known) or known[0] > 120 or known[-1] == 0:
        return []
    cues = []
    for number, place in enumerate(codes):
        end = codes[number + 1] if number + 1 < len(codes) else len(lines)
        following = known[number + 1] if number + 1 < len(codes) else None
        if words := "\n".join(lines[place + 1 : end]):
            cues.append(Cue(known[number], following, words))
    return cues
