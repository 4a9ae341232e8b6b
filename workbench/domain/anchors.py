"""Spans of text and the W3C Web Annotation selectors that name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.documents import Segment

CONTEXT_LENGTH = 32
"""Code points kept on either side of a quote, so that a moved quote is found again."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in code points, end excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards from 0: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Position and quote selectors of one span (https://www.w3.org/TR/annotation-model/#selectors).

    `media_start` and `media_end` are seconds of the recording in which its words are said, None where none are known.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    media_start: float | None = None
    media_end: float | None = None

    @property
    def time(self) -> str:
        """When its words are said, for people: "00:12:31–00:12:35", "00:12:31", or "" where it is not known."""
        return time_span(self.media_start, self.media_end)

    @property
    def fragment(self) -> str:
        """When its words are said, as a media fragment ("t=751,755.2"; https://www.w3.org/TR/media-frags/), else ""."""
        if self.media_start is None:
            return ""
        return f"t={self.media_start:.3f}".rstrip("0").rstrip(".") + (
            f",{self.media_end:.3f}".rstrip("0").rstrip(".") if self.media_end is not None else ""
        )


def time_span(begins: float | None, ends: float | None) -> str:
    """Seconds of a recording as people read them, by whole seconds; "" where none are known."""
    if begins is None:
        return ""
    first = _clock(begins)
    last = _clock(ends) if ends is not None else first
    return first if first == last else f"{first}–{last}"


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def media_times(segments: Sequence[Segment], start: int, end: int) -> tuple[float | None, float | None]:
    """From when to when the words of a span are said: from the first segment that they touch to the last."""
    touched = [one for one in segments if one.begins is not None and one.start < end and start < one.end]
    if not touched:
        return None, None
    return touched[0].begins, touched[-1].ends


def machine_words(segments: Sequence[Segment], start: int, end: int) -> str:
    """That a machine read the words of a span, with the confidence of its least sure line; "" for words of people."""
    sure = [one.confidence for one in segments if one.confidence is not None and one.start < end and start < one.end]
    return f"machine text, confidence {min(sure):.2f}" if sure else ""


def anchor_of(text: str, start: int, end: int, segments: Sequence[Segment] | None = None) -> Anchor:
    """Make the selectors of `text[start:end]`; `segments` say when what was said.

    Raises:
        ValueError: The span is empty or lies outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span {start}..{end} lies outside a text of {len(text)} characters")
    begins, ends = media_times(segments or (), start, end)
    return Anchor(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        media_start=begins,
        media_end=ends,
    )


def anchor_holds(anchor: Anchor, text: str) -> bool:
    """Whether the quote still stands at the position the anchor names."""
    return text[anchor.start : anchor.end] == anchor.exact
