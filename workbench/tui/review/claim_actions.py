"""Correcting claims in place: wording, edges, splitting, merging, adding, kinds, speaker, dropping."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from textual import events, on

from workbench.domain.articles import Claim, Kind
from workbench.tui.review.core import ReviewCore
from workbench.tui.text.formatting import one_line
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.bars import KeyBar, ScaleBar

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace
    from workbench.tui.runtime.saved_session import ClaimFilter

Edge = Literal["start", "end"]
_WORD = re.compile(r"\S+")


class ClaimActions(ReviewCore):
    """Each change is one act that undo takes back."""

    def __init__(self, article_id: int) -> None:
        super().__init__(article_id)
        self.mode = ""
        """ "add" or "split" while words of the article are being chosen."""
        self.cut: Claim | None = None
        """The claim that is being split."""
        self._pane_before = ""
        self.words: list[tuple[int, int]] = []
        self.word_from = 0
        self.word_to = 0

    @property
    def choosing(self) -> bool:
        """Whether words of the article are being chosen."""
        return bool(self.mode)

    # wording and facts

    def action_edit_wording(self) -> None:
        """Reword the claim."""
        from workbench.tui.dialogs.reason import WriteText

        claim = self.claim
        if claim is None:
            return

        def reworded(text: str) -> None:
            def work(workspace: Workspace, version: int) -> object:
                from workbench.services.claims.claims import edit_wording

                return edit_wording(workspace, claim.id, text, version=version)

            if text and text != claim.text:
                self.change(claim, work, said="Reworded; the evidence is searched for anew.")

        self.ask(
            WriteText("Wording that stands alone", value=claim.text, above=f"“{one_line(claim.quote)}”", one_line=True),
            reworded,
        )

    def action_set_kinds(self) -> None:
        """Change the kinds."""
        from workbench.tui.dialogs.forms import KindsForm

        claim = self.claim
        if claim is None:
            return

        def chosen(wanted: tuple[Kind, ...]) -> None:
            def work(workspace: Workspace, version: int) -> object:
                from workbench.services.claims.claims import set_kinds

                return set_kinds(workspace, claim.id, wanted, version=version)

            self.change(claim, work)

        self.ask(KindsForm(claim.kinds), chosen)

    def action_set_speaker(self) -> None:
        """Change the speaker."""
        from workbench.tui.dialogs.sheet import Ask

        claim = self.claim
        if claim is None:
            return

        def named(name: str) -> None:
            def work(workspace: Workspace, version: int) -> object:
                from workbench.services.claims.claims import set_speaker

                return set_speaker(workspace, claim.id, name or None, version=version)

            self.change(claim, work)

        self.ask(Ask("Who said it", value=claim.speaker or "", hint="Empty: the outlet's own voice"), named)

    # edges

    def action_start_earlier(self) -> None:
        """Begin one word earlier."""
        self._move_edge("start", -1)

    def action_start_later(self) -> None:
        """Begin one word later."""
        self._move_edge("start", 1)

    def action_end_later(self) -> None:
        """End one word later."""
        self._move_edge("end", 1)

    def action_end_earlier(self) -> None:
        """End one word earlier."""
        self._move_edge("end", -1)

    def _move_edge(self, edge: Edge, words: int) -> None:
        claim = self.claim
        if claim is None:
            return

        def work(workspace: Workspace, version: int) -> object:
            from workbench.services.claims.claims import move_edge_by_word

            return move_edge_by_word(workspace, claim.id, edge, words, version=version)

        self.change(claim, work)

    # splitting, merging, dropping

    def action_merge_claim(self) -> None:
        """Merge with the next claim."""
        claim = self.claim
        if claim is None:
            return

        def work(workspace: Workspace, version: int) -> object:
            from workbench.services.claims.claims import merge_with_next

            return merge_with_next(workspace, claim.id, version=version)

        self.change(claim, work, said=self.keyed("Merged with the next claim; {undo} takes it back."))

    def action_drop_claim(self) -> None:
        """Take the claim out of the list."""
        claim = self.claim
        if claim is None:
            return

        def work(workspace: Workspace, version: int) -> object:
            from workbench.services.claims.claims import remove

            remove(workspace, claim.id, version=version)
            return None

        self.change(claim, work, said=self.keyed("Dropped; {undo} brings it back."))

    def action_split_claim(self) -> None:
        """Choose the word at which the second claim begins."""
        claim = self.claim
        if claim is not None and self.article is not None:
            words = [w.span() for w in _WORD.finditer(self.article.text, claim.start, claim.end)]
            if len(words) < 2:
                self.tell("A claim of one word cannot be split.", warning=True)
                return
            self.cut = claim
            self._begin("split", words, len(words) // 2)

    def action_add_claim(self) -> None:
        """Choose the words of a new claim; a selection made with the mouse is where it begins."""
        if self.article is None:
            return
        words = [w.span() for w in _WORD.finditer(self.article.text)]
        if not words:
            return
        chosen = self.query_one(ArticleView).chosen
        place = chosen[0] if chosen else self.claim.end if self.claim else 0
        starts = [start for start, _ in words]
        first = max(0, bisect_right(starts, place) - 1)
        if chosen is None and self.claim is not None:
            first = min(first + 1, len(words) - 1)
        self._begin("add", words, first)
        if chosen is not None:
            self.word_to = max(first, bisect_right(starts, chosen[1] - 1) - 1)
            self._show_choice()

    def _begin(self, mode: str, words: list[tuple[int, int]], at: int) -> None:
        self.mode, self.words, self.word_from, self.word_to = mode, words, at, at
        self._pane_before = self.host.saved.pane
        if self.has_class("-narrow"):
            self.show_pane("article")
        self.query_one(ArticleView).focus()
        self._show_choice()
        self.show_keys()

    def _show_choice(self) -> None:
        low, high = sorted((self.word_from, self.word_to))
        if self.mode == "split":
            span = (self.words[low][0], self.words[-1][1])
            what = "The second claim"
        else:
            span = (self.words[low][0], self.words[high][1])
            what = "The new claim"
        self.query_one(ArticleView).show_chosen(span)
        chosen = one_line(self.article.text[slice(*span)]) if self.article is not None else ""
        self.query_one(ScaleBar).show(self.scale, None, None, f"{what}: “{chosen}”")

    def show_keys(self, first: list[tuple[str, str, str]] | None = None) -> None:
        """While words are chosen, the keys that choose them."""
        if not self.mode:
            super().show_keys(first)
            return
        more = [("Shift+← →", "more words", ""), ("↑ ↓", "ten words", "")] if self.mode == "add" else []
        keys = [("← →", "word", ""), *more, ("Enter", "adds" if self.mode == "add" else "splits", "")]
        self.query_one(KeyBar).show([*keys, ("Esc", "leaves", "back")])

    def end_choice(self) -> None:
        """Leave the choosing of words."""
        self.mode = ""
        self.query_one(ArticleView).show_chosen(None)
        self.show_scale()
        if self.has_class("-narrow"):
            self.show_pane(self._pane_before)
        self.query_one(f"#{self._pane_before}" if self.has_class("-narrow") else "#claims").focus()

    async def on_key(self, event: events.Key) -> None:
        """While words are chosen, arrows move and Enter accepts."""
        if not self.mode:
            return
        shift = event.key.startswith("shift+")
        key = event.key.removeprefix("shift+")
        steps = {
            "left": -1,
            "right": 1,
            "h": -1,
            "l": 1,
            "up": -10,
            "down": 10,
            "home": -len(self.words),
            "end": len(self.words),
        }
        if key in steps:
            lowest = 1 if self.mode == "split" else 0
            self.word_to = max(lowest, min(self.word_to + steps[key], len(self.words) - 1))
            if not shift or self.mode == "split":
                self.word_from = self.word_to
            self._show_choice()
        elif key == "enter":
            self._accept_choice()
        elif key == "escape":
            self.end_choice()
        elif not event.is_printable:
            return
        event.stop()
        event.prevent_default()

    def _accept_choice(self) -> None:
        mode, (low, high) = self.mode, sorted((self.word_from, self.word_to))
        start, end = self.words[low][0], self.words[high][1]
        self.end_choice()
        if mode == "split" and self.cut is not None:
            claim = self.cut

            def split(workspace: Workspace, version: int) -> object:
                from workbench.services.claims.claims import split

                return split(workspace, claim.id, start, version=version)

            self.change(claim, split, said=self.keyed("Split in two; {undo} takes it back."))
            return

        def add(workspace: Workspace) -> Claim:
            from workbench.services.claims.claims import add

            return add(workspace, self.article_id, start, end)

        self.write(
            add,
            lambda claim: self.go_to(claim.id),
            said=self.keyed("Added; {edit_wording} words it so that it stands alone."),
        )

    @on(ArticleView.WordsSelected)
    def words_selected(self, message: ArticleView.WordsSelected) -> None:
        """Words were selected with the mouse: they can become a claim."""
        self.action_add_claim()

    # listing

    def action_filter(self) -> None:
        """Choose which claims are listed."""
        from workbench.tui.dialogs.forms import FilterForm

        self.ask(FilterForm(self.host.saved.filter), self.use_filter)

    def use_filter(self, wanted: ClaimFilter) -> None:
        """List the claims of a filter."""
        self.host.saved.filter = wanted
        self.show_rows()
        self.host.remember()

    def action_change_order(self) -> None:
        """In the order of the article, or most worth checking first."""
        now = self.host.saved.filter
        self.use_filter(replace(now, by_worth=not now.by_worth))
