"""Earlier verdicts of the desk on claims that mean the same, to be read and taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.domain.articles import Claim
from workbench.tui.dialogs.sheet import Sheet, said
from workbench.tui.text.formatting import clip_words, day_of, day_words, one_line, probability, visible

if TYPE_CHECKING:
    from workbench.services.search.already_checked import EarlierVerdict


class LookAtEarlier(Sheet[str]):
    """Gives the place of the verdict that is to be taken over."""

    DEFAULT_CSS = """
    LookAtEarlier > .sheet { width: 96; }
    LookAtEarlier VerticalScroll { height: auto; max-height: 18; margin-top: 1; }
    LookAtEarlier .told { height: auto; }
    """

    def __init__(self, claim: Claim, earlier: Sequence[EarlierVerdict]) -> None:
        super().__init__("Your desk has rated")
        self.claim, self.earlier = claim, earlier

    def body(self) -> ComposeResult:
        """The claim, the earlier ones in a line each, and the one under the cursor in full."""
        yield said(f"Here: {one_line(self.claim.text)}")
        yield OptionList(
            *(Option(visible(headline(one)), id=str(place)) for place, one in enumerate(self.earlier)), markup=False
        )
        with VerticalScroll(can_focus=False):
            yield Static("", markup=False, classes="told")
        yield said("↑ ↓ · Enter takes it over: its rating is chosen, with its reference · Esc closes", "hint")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another one is read."""
        self.query_one(".told", Static).update(visible(in_full(self.earlier[event.option_index])))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.dismiss(event.option.id)

    def on_key(self, event: events.Key) -> None:
        """The key that takes over does so here as well."""
        if event.key == "equals_sign":
            event.stop()
            self.dismiss(str(self.query_one(OptionList).highlighted or 0))


def headline(one: EarlierVerdict) -> str:
    """An earlier verdict in a line."""
    when = day_words(day_of(one.verdict.at))
    words = clip_words(one.verdict.claim_text, 60)
    return f"{one_line(one.verdict.rating)} · {when} · {probability(one.similarity)} · {words}"


def in_full(one: EarlierVerdict) -> str:
    """An earlier verdict with all that is to be weighed before it is taken over."""
    verdict = one.verdict
    lines = [
        one_line(verdict.claim_text),
        f"claim {one.claim.id} · {one_line(one.article_title)}",
        f"{one_line(verdict.rating)}, by {one_line(verdict.reviewer)} on {day_words(day_of(verdict.at))}",
        "",
        f"Differs: {one_line('; '.join(one.differences))}"
        if one.differences
        else "No number, date, name or word differs.",
        "",
        one_line(verdict.rationale),
    ]
    lines += [
        f"{piece.stance}: {one_line(piece.source_title)}" + (f", {piece.published}" if piece.published else "")
        for piece in verdict.evidence
    ]
    return "\n".join(lines)
