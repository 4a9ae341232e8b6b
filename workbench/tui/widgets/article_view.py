"""The article with its claims marked in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from textual import events
from textual.message import Message

from workbench.domain.articles import Claim, ReviewStatus
from workbench.tui.text.formatting import STATUS_GLYPH, visible
from workbench.tui.text.wrapping import Line, break_lines
from workbench.tui.widgets.painted import Painted

_DONE = (ReviewStatus.RATED, ReviewStatus.SETTLED, ReviewStatus.PUBLISHED)
Range = tuple[int, int]


class ArticleView(Painted):
    """A text laid out in lines, with one marker cell before each claim. Offsets are code points of the article."""

    DEFAULT_CSS = "ArticleView { height: 1fr; padding: 0 1; }"

    @dataclass
    class ClaimClicked(Message):
        """A claim's words were clicked."""

        claim_id: int

    @dataclass
    class WordsSelected(Message):
        """Words were selected with the mouse; offsets are code points of the article."""

        start: int
        end: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.source = ""
        self.claims: Sequence[Claim] = ()
        self.current_id: int | None = None
        self.chosen: Range | None = None
        """Words being chosen for a new claim, an edge or a split."""
        self._shown = ""
        self._starts: list[int] = []
        self._lines: list[Range] = []
        self._tops: list[int] = []
        self._anchor: int | None = None
        self._seen = 0
        """Lines in sight before a change of size."""
        self._place: int | None = None
        """What was asked to stand at the top, until another claim is gone to."""

    # what is shown

    def show(self, text: str, claims: Sequence[Claim]) -> None:
        """Show an article; the layout is kept where only the states of claims have changed."""
        same = text == self.source and [c.start for c in claims] == [c.start for c in self.claims]
        moved = [(c.id, c.end) for c in claims] != [(c.id, c.end) for c in self.claims]
        self.source, self.claims = text, claims
        if same and not moved and self._laid_out:
            self._strips.clear()
            self.refresh()
        else:
            self.relayout()

    def show_current(self, claim_id: int | None, *, scroll: bool = True) -> None:
        """Light up one claim and scroll to it."""
        if scroll and claim_id != self.current_id:
            self._place = None
        before, self.current_id = self._claim(self.current_id), claim_id
        now = self._claim(claim_id)
        for claim in (before, now):
            if claim is not None and self._lines:
                self.redraw_lines(*self._rows(claim.start, claim.end))
        if scroll and now is not None and self._lines:
            first, last = self._rows(now.start, now.end)
            self.show_lines(first, last, margin=2, centre=True)

    @property
    def place(self) -> int:
        """The code point of the article at the top of the pane."""
        top = round(self.scroll_target_y)
        return self._to_source(self._tops[top]) if 0 <= top < len(self._tops) else 0

    def show_place(self, place: int) -> None:
        """Scroll so that a code point of the article stands at the top, as soon as there is room to be laid out in."""
        self._place = place
        if self._lines:
            self.scroll_to(y=max(0, bisect_right(self._tops, self._to_shown(place)) - 1), animate=False)

    def relayout(self) -> None:
        """Lay out again; in another width what stood at the top, or the claim under the cursor, is found again."""
        before, place = self._laid_out, self._read_from()
        super().relayout()
        if self._laid_out == before or not self._lines:
            return
        if place is not None:
            self.show_place(place)
        else:
            self.show_current(self.current_id)

    def on_resize(self) -> None:
        """Lines are as wide as the widget."""
        super().on_resize()
        self._seen = self.scrollable_content_region.height

    def _read_from(self) -> int | None:
        """The place to come back to in another width; None: the claim under the cursor, which is in sight."""
        if not self._lines:
            return self._place
        top = round(self.scroll_target_y)
        if self._place is not None and self._rows(self._place, self._place)[0] == top:
            return self._place
        now = self._claim(self.current_id)
        first, last = self._rows(now.start, now.end) if now is not None else (-1, -1)
        in_sight = self._place is None and first < top + self._seen and last >= top
        return None if in_sight else self.place

    def show_chosen(self, chosen: Range | None) -> None:
        """Light up words that are being chosen."""
        for span in (self.chosen, chosen):
            if span is not None and self._lines:
                self.redraw_lines(*self._rows(*span))
        self.chosen = chosen
        if chosen is not None and self._lines:
            self.show_lines(*self._rows(*chosen), margin=1)

    def _claim(self, claim_id: int | None) -> Claim | None:
        return next((claim for claim in self.claims if claim.id == claim_id), None)

    # layout: `_shown` is the article with one marker character before each claim

    def lay_out(self, width: int) -> int:
        """Break the article, markers included, into lines."""
        self._starts = sorted({claim.start for claim in self.claims})
        pieces, at = [], 0
        text = visible(self.source)
        for start in self._starts:
            pieces += [text[at:start], "·"]  # the marker's cell; its glyph is drawn later
            at = start
        self._shown = "".join([*pieces, text[at:]])
        self._lines = break_lines(self._shown, width - 1)
        self._tops = [start for start, _ in self._lines]
        return len(self._lines)

    def _to_shown(self, offset: int) -> int:
        """Where a code point of the article stands in `_shown`."""
        return offset + bisect_right(self._starts, offset)

    def _to_source(self, shown: int) -> int:
        """Which code point of the article stands at a place of `_shown` (a marker counts as what follows it)."""
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            if self._starts[middle] + middle + 1 <= shown:
                low = middle + 1
            else:
                high = middle
        return min(shown - low, len(self.source))

    def _rows(self, start: int, end: int) -> Range:
        first = bisect_right(self._tops, self._to_shown(start)) - 1
        last = bisect_right(self._tops, max(self._to_shown(start), self._to_shown(max(start, end - 1)))) - 1
        return max(0, first), max(0, last)

    def line(self, y: int) -> tuple[Line, str | None]:
        """One line, its claims in their styles."""
        begin, end = self._lines[y]
        words = self._shown[begin:end]
        styles = ["title" if begin < self._title_end() else "text"] * len(words)
        for claim in sorted(self.claims, key=lambda claim: claim.id == self.current_id):
            left, right = self._to_shown(claim.start), self._to_shown(claim.end - 1) + 1
            if left >= end or right <= begin:
                continue
            style = self._style_of(claim)
            for i in range(max(left, begin), min(right, end)):
                styles[i - begin] = style
        letters = list(words)
        low = bisect_left(self._starts, self._to_source(begin))
        for number in range(max(0, low - 1), len(self._starts)):
            place = self._starts[number] + number - begin
            if place >= len(words):
                break
            if place >= 0:
                letters[place], styles[place] = self._marker(self._starts[number])
        if self.chosen is not None:
            left, right = self._to_shown(self.chosen[0]), self._to_shown(max(self.chosen[0], self.chosen[1] - 1)) + 1
            for i in range(max(left, begin), min(right, end)):
                styles[i - begin] = "chosen"
        return [
            ("".join(letter for letter, _ in group), style)
            for style, group in groupby(zip(letters, styles, strict=True), key=lambda pair: pair[1])
        ], None

    def _title_end(self) -> int:
        first = self._shown.find("\n\n")
        return first if 0 <= first <= 200 else 0

    def _style_of(self, claim: Claim) -> str:
        if claim.id == self.current_id:
            return "current"
        if claim.status is ReviewStatus.NOT_RATED:
            return "unrated"
        return "done" if claim.status in _DONE else "open"

    def _marker(self, start: int) -> tuple[str, str]:
        here = [claim for claim in self.claims if claim.start == start]
        claim = next((claim for claim in here if claim.id == self.current_id), here[0])
        if claim.id == self.current_id:
            return "▶", "current"
        return STATUS_GLYPH[claim.status], "done-glyph" if claim.status in _DONE else "open-glyph"

    # mouse

    def _offset_at(self, event: events.MouseEvent) -> int | None:
        place = event.get_content_offset(self)
        if place is None:
            return None
        y = place.y + self.scroll_offset.y
        if y >= len(self._lines):
            return len(self.source)
        begin, end = self._lines[y]
        at = begin + min(place.x, end - begin)
        return self._to_source(at)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A selection begins."""
        self._anchor = self._offset_at(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The selection follows the mouse while its button is down."""
        if self._anchor is None or not event.button:
            return
        here = self._offset_at(event)
        if here is not None and here != self._anchor:
            self.show_chosen((min(here, self._anchor), max(here, self._anchor)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The selection ends; a plain click goes to the claim under it."""
        anchor, self._anchor = self._anchor, None
        here = self._offset_at(event)
        if anchor is None or here is None:
            return
        if here != anchor:
            self.show_chosen((min(here, anchor), max(here, anchor)))
            self.post_message(self.WordsSelected(min(here, anchor), max(here, anchor)))
            return
        under = [claim for claim in self.claims if claim.start <= here < claim.end]
        if under:
            self.post_message(self.ClaimClicked(min(under, key=lambda claim: claim.end - claim.start).id))
