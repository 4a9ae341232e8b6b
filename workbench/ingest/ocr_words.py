"""The blanks between the words of a line that was read from a picture.

The model that reads lines loses them now and then, most of all where a scan was packed as JPEG, and "carried120people"
is neither found nor checked. The picture itself shows where words end: by columns without ink that are wider than
those between letters. Each word is then read alone, to tell how many letters stand before each gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

_IN_NUMBER = re.compile(r".?\d\d.?|\d[.,:/]\d.?|.?\d[.,:/]\d")
"""The two characters before a gap and behind it, where it would divide a number."""
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7a3\uff66-\uff9f]")
"""Writings that part no words, or whose syllables stand apart."""
NARROWEST = 0.14
"""Heights of a line that a gap between words has at least."""
WIDE = 0.3
"""Heights of a line that a gap has at least to part a number from a number: a "1" stands wide of its neighbours."""
WORDS = 40
LETTERS = 2
"""Letters of a word at least, on average of a line."""
ALIKE = 0.8
"""How much of a line its words must be, read one by one, to tell where its blanks are."""


def is_spaced(text: str) -> bool:
    """Whether a line is in a writing that has blanks between its words."""
    return len(text) > 2 and not _UNSPACED.search(text)


def straightened(picture: Any, box: Any) -> Any:
    """The piece of a picture (of PIL) within a box of four corners, made upright."""
    from PIL import Image

    left_top, right_top, right_bottom, left_bottom = [(float(x), float(y)) for x, y in box]
    width = max(1, round(((right_top[0] - left_top[0]) ** 2 + (right_top[1] - left_top[1]) ** 2) ** 0.5))
    height = max(1, round(((left_bottom[0] - left_top[0]) ** 2 + (left_bottom[1] - left_top[1]) ** 2) ** 0.5))
    corners = (*left_top, *left_bottom, *right_bottom, *right_top)
    return picture.transform((width, height), Image.Transform.QUAD, corners, Image.Resampling.BILINEAR)


def word_spans(line: Any) -> list[tuple[int, int]]:
    """Where the words of a line's picture stand, from left to right (pixels); one span where it shows no gaps."""
    import numpy

    grey = numpy.asarray(line.convert("L"), dtype=float)
    if numpy.median(grey) < grey.mean():  # light words on dark ground
        grey = 255 - grey
    dark, light = numpy.percentile(grey, 2), numpy.median(grey)
    if light - dark < 40:
        return []
    # the edges of the box may show parts of the lines above and below
    edge = len(grey) // 8
    inked = ((grey[edge : len(grey) - edge] < (dark + light) / 2).sum(axis=0) > 0).nonzero()[0]
    if not len(inked):
        return []
    gaps = [(int(end - start), int(start), int(end)) for start, end in pairwise(inked) if end - start > 1]
    least = NARROWEST * len(grey)
    widths = sorted(width for width, _, _ in gaps if width > 1)
    # Letters and words have gaps of two sizes: the largest step between neighbouring sizes parts them.
    steps = [(after / before, after) for before, after in pairwise(widths) if after >= least]
    least = max(least, max(steps)[1]) if steps and max(steps)[0] > 1.3 else least
    spans, begin = [], int(inked[0])
    for width, start, end in gaps:
        if width >= least:
            spans.append((begin, start + 1))
            begin = end
    return [*spans, (begin, int(inked[-1]) + 1)]


def with_blanks(text: str, line: Any, read: Callable[[Any], str]) -> str:
    """A line with the blanks that its picture shows; as it is where the picture does not tell.

    Args:
        text: The line as it was read.
        line: Its picture (of PIL), upright.
        read: Reads the picture of a word.
    """
    spans = word_spans(line)
    bare = "".join(text.split())
    # "R E P O R T" is one word, set wide
    if not len(text.split()) < len(spans) <= min(WORDS, len(bare) / LETTERS):
        return text
    margin = max(2, line.height // 10)
    words = [
        "".join(read(line.crop((max(0, start - margin), 0, min(line.width, end + margin), line.height))).split())
        for start, end in spans
    ]
    joined = "".join(words)
    matcher = SequenceMatcher(None, joined, bare, autojunk=False)
    if matcher.ratio() < ALIKE:
        return text
    found, length = set(), 0
    for number, word in enumerate(words[:-1]):
        length += len(word)
        gap = spans[number + 1][0] - spans[number][1]
        # where the end of a word lies in the line, by the stretches that both readings share
        for block in matcher.get_matching_blocks():
            if block.a < length <= block.a + block.size:
                end = block.b + length - block.a
                if gap >= WIDE * line.height or not _IN_NUMBER.fullmatch(bare[max(0, end - 2) : end + 2]):
                    found.add(end)
                break
    pieces = [bare[start:end] for start, end in zip([0, *sorted(found)], [*sorted(found), len(bare)], strict=True)]
    made = " ".join(piece for piece in pieces if piece)
    return made if made.count(" ") >= text.count(" ") else text
