"""Spans of text and the W3C Web Annotation selectors that name them."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Position and quote selectors of one span (https://www.w3.org/TR/annotation-model/#selectors)."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def anchor_of(text: str, start: int, end: int) -> Anchor:
    """Make the selectors of `text[start:end]`.

    Raises:
        ValueError: The span is empty or lies outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span {start}..{end} lies outside a text of {len(text)} characters")
    return Anchor(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )


def anchor_holds(anchor: Anchor, text: str) -> bool:
    """Whether the quote still stands at the position the anchor names."""
    return text[anchor.start : anchor.end] == anchor.exact
