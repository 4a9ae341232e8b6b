"""The text of a source, opened at the passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from workbench.domain.anchors import Span
from workbench.domain.articles import Claim
from workbench.domain.evidence import Evidence, EvidenceState, Source, Stance
from workbench.domain.source_names import place_within
from workbench.tui.commands.registry import Scope, bindings_of
from workbench.tui.commands.table import COMMANDS
from workbench.tui.runtime.messages import ActRepeated, Changed, IndexChanged, WorkspaceEvent
from workbench.tui.source.citing import (
    CHOICES,
    ONE_SENTENCE,
    Choice,
    address_of,
    chosen,
    cited_words,
    copy_citation,
    open_address,
)
from workbench.tui.text.formatting import STANCE_WORDS, clip_words, date_words, one_line, source_words, visible
from workbench.tui.text.wrapping import Line, Lit, break_lines, cells, marked_within
from workbench.tui.widgets.bars import KeyBar, TitleBar
from workbench.tui.widgets.evidence_list import Card
from workbench.tui.widgets.job_bar import JobBar
from workbench.tui.widgets.painted import Painted
from workbench.tui.work_screen import Handlers, WorkScreen

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

Decide = Callable[[Claim, Card, EvidenceState, Stance | None], Card]
"""Decides about a passage of a claim, without a stance with the one it has; gives the card as it is then."""
Cite = Callable[[Claim, Card, Span], Card]
"""Cites words of a passage of a claim; gives the card as it is then."""
MEASURE = 100
"""Cells of a line on a wide screen: longer ones are hard to read."""
BAR = "▌ "
"""Stands beside the lines of the passage."""


class SourceText(Painted):
    """A text with one passage lit and the words that matched in it marked."""

    DEFAULT_CSS = "SourceText { height: 1fr; padding: 0 2; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""
        self.span = (0, 0)
        self.marks: list[tuple[int, int]] = []
        self.lit: Lit | None = None
        self._lines: list[tuple[int, int]] = []

    def show(self, text: str, span: tuple[int, int], marks: list[tuple[int, int]], lit: Lit | None = None) -> None:
        """Show a text at a passage, or at the words of it that are lit; offsets are code points of the text."""
        if text != self.text:
            self.text = text
            self.span, self.marks, self.lit = span, marks, lit
            self.relayout()
        self.span, self.marks, self.lit = span, marks, lit
        self._strips.clear()
        self.refresh()
        seen = lit[:2] if lit is not None else span
        rows = [i for i, (start, end) in enumerate(self._lines) if start < seen[1] and end > seen[0]]
        if rows:
            self.show_lines(rows[0], rows[-1], margin=2, centre=True)

    def lay_out(self, width: int) -> int:
        """Break the text into lines; the bar beside them takes cells of its own."""
        self._lines = break_lines(visible(self.text), max(1, min(width - cells(BAR), MEASURE)))
        return len(self._lines)

    def on_resize(self) -> None:
        """The passage stays in sight."""
        super().on_resize()
        self.show(self.text, self.span, self.marks, self.lit)

    def line(self, y: int) -> tuple[Line, str | None]:
        """One line; the passage is lit, a bar beside it tells it without colour."""
        start, end = self._lines[y]
        words = visible(self.text[start:end])
        left, right = self.span
        if start >= right or end <= left or start == end:
            return [(" " * cells(BAR), "text"), (words, "dim")], None
        marks = [(a - start, b - start) for a, b in self.marks if b > start]
        lit = None if self.lit is None else (self.lit[0] - start, self.lit[1] - start, self.lit[2])
        return [(BAR, "key"), *marked_within(words, 0, len(words), marks, lit)], "row"


class SourceScreen(WorkScreen):
    """A source, opened at the passage that was found."""

    SCOPE = Scope.SOURCE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(COMMANDS, Scope.SOURCE)]
    AUTO_FOCUS = "SourceText"

    def __init__(self, card: Card, cards: tuple[Card, ...], claim: Claim, decide: Decide, cite: Cite) -> None:
        super().__init__()
        self.claim, self.decide, self.cite = claim, decide, cite
        self.cards = sorted(cards, key=lambda one: one.passage.start)
        self.at = next((i for i, one in enumerate(self.cards) if one.passage.id == card.passage.id), 0)
        self.source: Source | None = None

    def compose(self) -> ComposeResult:
        """Title, claim, text, keys."""
        yield TitleBar(id="title")
        with Vertical(classes="pane") as pane:
            pane.border_title = f"Claim: {one_line(self.claim.text)}".replace("[", "\\[")
            yield SourceText(id="text")
        yield JobBar(id="job")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Read the text in the background."""
        self.show_keys()
        self.start(self._load)

    async def _load(self) -> None:
        self.source = await self.host.threads.read(load_source, self.cards[self.at].source.id)
        self._show()

    @on(WorkspaceEvent)
    def _told(self, event: WorkspaceEvent) -> None:
        """What was taken back, or changed elsewhere, may be this source or what was decided about it."""
        if isinstance(event, ActRepeated | IndexChanged):
            self.start(self._load_again, group="load", alone=True)

    async def _load_again(self) -> None:
        source, linked = await self.host.threads.read(load_again, self.cards[self.at].source.id, self.claim.id)
        self.source = source
        told = replace(source, text="")
        self.cards = [replace(card, source=told, evidence=linked.get(card.passage.id)) for card in self.cards]
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        if self.source is None:
            return
        card = self.cards[self.at]
        place = one_line(place_within(self.source.title, card.passage.locator))
        where = f" · {place}" if place else ""
        who = source_words(self.source)
        by = f" · {who}" if who != one_line(self.source.title) else ""
        left: Line = [
            ("private · " if self.source.private else "", "warn"),
            (one_line(self.source.title), "title"),
            (f"{by} · {date_words(self.source)}{where}", "dim"),
        ]
        right: Line = [(f"passage {self.at + 1} of {len(self.cards)}", "info"), (f" · {card.age}", "dim")]
        if cites := cited_words(card):
            right.insert(1, (f" · {cites}", "dim"))
        if card.state is EvidenceState.ACCEPTED:
            right.insert(0, (f"accepted: {STANCE_WORDS.get(card.stance[0], 'context')} · ", "info"))
        elif card.state is EvidenceState.REJECTED:
            right.insert(0, ("rejected · ", "warn"))
        self.query_one(TitleBar).show(left, right)
        start = card.passage.start
        marks = [(start + m.start, start + m.end) for m in card.hit.matches] if card.hit else []
        lit = card.lit
        placed = None if lit is None else (start + lit[0], start + lit[1], lit[2])
        self.query_one(SourceText).show(self.source.text, (start, card.passage.end), marks, placed)

    def handlers(self) -> Handlers:
        """What each command of a source does."""
        return {
            "accept_supports": partial(self._accept, Stance.SUPPORTS),
            "accept_refutes": partial(self._accept, Stance.REFUTES),
            "accept_context": partial(self._accept, Stance.CONTEXT),
            "reject_evidence": self._reject,
            "next_mention": partial(self.go, 1),
            "previous_mention": partial(self.go, -1),
            **{name: partial(self._cite, choose) for name, choose in CHOICES.items()},
            "copy_citation": lambda: copy_citation(self, self.cards[self.at]),
            "open_address": lambda: open_address(self, self.cards[self.at]),
            "edit_source": self.edit,
            "tag_source": lambda: self.prepare(self._tag),
            "close_source": self.app.pop_screen,
        }

    def edit(self) -> None:
        """Give the source another title, or mark it private."""
        from workbench.tui.source.editing import SourceForm

        if self.source is not None:
            self.ask(SourceForm(self.source), lambda facts: self.start(partial(self._edit, *facts), group="write"))

    async def _tag(self) -> None:
        """Put tags on the source, and take off those that are no longer typed."""
        from workbench.services.review.desk_work import tag, tags_on
        from workbench.tui.dialogs.beside_forms import AskTags, changed_tags

        source = self.cards[self.at].source
        before = (await self.host.threads.read(tags_on, "source", [source.id])).get(source.id, ())

        async def writing(put: tuple[str, ...], off: tuple[str, ...]) -> None:
            await self.host.threads.write(lambda workspace: tag(workspace, "source", [source.id], put, off=off))
            self.tell(self.keyed("Tagged; {undo} takes it back."))

        def typed(words: str) -> None:
            put, off = changed_tags(before, words)
            if put or off:
                self.start(partial(writing, put, off), group="write")

        self.ask(AskTags(clip_words(source.title, 40), before), typed)

    async def _edit(self, title: str, private: bool) -> None:
        from workbench.services.evidence.private import edit_source

        source_id, claim_id = self.cards[self.at].source.id, self.claim.id
        source = await self.host.threads.write(
            lambda workspace: edit_source(workspace, source_id, title=title, private=private, claim_id=claim_id)
        )
        self.host.tell_all(Changed())
        self.host.tell_all(IndexChanged())
        if private:
            self.tell("What goes out names it by its title alone; what was exported before is not called back.")
        if self.is_attached:
            self.source = source
            self.cards = [replace(card, source=replace(source, text="")) for card in self.cards]
            self._show()

    def _accept(self, stance: Stance) -> None:
        """Rely on the passage that is lit."""
        self.cards[self.at] = self.decide(self.claim, self.cards[self.at], EvidenceState.ACCEPTED, stance)
        self._show()

    def _cite(self, choose: Choice) -> None:
        """Cite other words of the passage that is lit; reports show them, with the passage behind them."""
        words = chosen(self.cards[self.at], choose)
        if words is None:
            self.tell(ONE_SENTENCE)
        else:
            self.cards[self.at] = self.cite(self.claim, self.cards[self.at], words)
            self._show()

    def _reject(self) -> None:
        """Set the passage that is lit aside, or take that back."""
        card = self.cards[self.at]
        state = EvidenceState.SUGGESTED if card.state is EvidenceState.REJECTED else EvidenceState.REJECTED
        self.cards[self.at] = self.decide(self.claim, card, state, None)
        self._show()

    def go(self, step: int) -> None:
        """Go to another passage of this source that was found for the claim."""
        self.at = (self.at + step) % len(self.cards)
        self._show()

    def applies(self, action: str) -> bool:
        """A source without an address has none to open."""
        return action != "open_address" or address_of(self.cards[self.at]) is not None


def load_source(workspace: Workspace, source_id: str) -> Source:
    """A source with its text."""
    from workbench.services.evidence.sources import show_source

    return show_source(workspace, source_id)[0]


def load_again(workspace: Workspace, source_id: str, claim_id: int) -> tuple[Source, dict[int, Evidence]]:
    """A source as it is now, and what was decided about passages for a claim, as far as this reviewer may see it."""
    from workbench.services.review.blind import visible_evidence

    linked = {item.passage.id: item.evidence for item in visible_evidence(workspace, claim_id)}
    return load_source(workspace, source_id), linked
