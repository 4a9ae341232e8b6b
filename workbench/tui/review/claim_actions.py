"""Correcting claims in place: wording, edges, splitting, merging, adding, kinds, speaker, dropping."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from workbench.domain.articles import Claim, Kind
from workbench.tui.review.marks import Marks
from workbench.tui.review.span_picker import SpanPicker
from workbench.tui.review.work import ReviewWork
from workbench.tui.text.formatting import one_line
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.services.workspace import Workspace

Edge = Literal["start", "end"]
NEED_CLAIM = frozenset(
    {"edit_wording", "name_pronoun", "split_claim", "merge_claim", "drop_claim", "set_kinds", "set_speaker"}
)
"""Commands that are greyed out where there is no claim."""


class ClaimActions:
    """Each change is one act that undo takes back."""

    def __init__(self, work: ReviewWork, marks: Marks) -> None:
        self._work, self._marks = work, marks
        self.picker = SpanPicker()
        """The words of the article that are being chosen."""
        self._pane_before = ""

    def handlers(self) -> Handlers:
        """What each command does."""
        edges: tuple[tuple[str, Edge, int], ...] = (
            ("start_earlier", "start", -1),
            ("start_later", "start", 1),
            ("end_later", "end", 1),
            ("end_earlier", "end", -1),
        )
        return {
            "edit_wording": self.edit_wording,
            "name_pronoun": self.name_pronoun,
            "set_kinds": self.set_kinds,
            "set_speaker": self.set_speaker,
            "split_claim": self.split,
            "merge_claim": self.merge,
            "add_claim": self.add,
            "drop_claim": self.drop,
            **{name: partial(self.move_edge, edge, words) for name, edge, words in edges},
        }

    # wording and facts

    def edit_wording(self) -> None:
        """Reword the claim."""
        from workbench.services.claims.claim_editing import edit_wording
        from workbench.tui.dialogs.reason import WriteText

        claim = self._work.claim
        if claim is None:
            return

        def reworded(text: str) -> None:
            if text and text != claim.text:
                self._reword(
                    claim,
                    lambda workspace, version: edit_wording(workspace, claim.id, text, version=version),
                    "Reworded; the evidence is searched for again.",
                )

        above = f"“{one_line(claim.quote)}”"
        self._work.ask(WriteText("Wording that stands alone", value=claim.text, above=above, one_line=True), reworded)

    def name_pronoun(self) -> None:
        """Choose whom the first open pronoun means."""
        from workbench.services.claims.naming import name_pronoun, open_pronouns, pronoun_of
        from workbench.tui.dialogs.sheet import Choose

        claim = self._work.claim
        if claim is None:
            return
        found = open_pronouns(claim)
        if not found:
            self._work.tell(self._work.keyed("No pronoun of this claim waits for a name; {edit_wording} rewords it."))
            return
        names = [words for words, _ in found[0].possible]
        options = [
            (str(number), f"{number}  {words}  ({confidence:.2f})")
            for number, (words, confidence) in enumerate(found[0].possible[:9], 1)
        ]

        def chosen(key: str) -> None:
            self._reword(
                claim,
                lambda workspace, version: name_pronoun(workspace, claim.id, names[int(key) - 1], version=version),
                self._work.keyed("The name is put in; {undo} takes it back."),
            )

        said_first = f"“{one_line(claim.text)}”"
        self._work.ask(Choose(f"Whom does “{pronoun_of(found[0])}” mean?", options, said_first=said_first), chosen)

    def set_kinds(self) -> None:
        """Change the kinds."""
        from workbench.services.claims.claim_editing import set_kinds
        from workbench.tui.dialogs.forms import KindsForm

        claim = self._work.claim
        if claim is None:
            return

        def chosen(wanted: tuple[Kind, ...]) -> None:
            self._work.change(claim, lambda workspace, version: set_kinds(workspace, claim.id, wanted, version=version))

        self._work.ask(KindsForm(claim.kinds), chosen)

    def set_speaker(self) -> None:
        """Change the speaker, of all marked claims where any are."""
        from workbench.services.claims.claim_editing import set_speaker
        from workbench.tui.dialogs.sheet import Ask

        claim = self._work.claim
        if self._marks.set_speaker() or claim is None:
            return

        def named(name: str) -> None:
            self._work.change(
                claim, lambda workspace, version: set_speaker(workspace, claim.id, name or None, version=version)
            )

        self._work.ask(Ask("Who said it", value=claim.speaker or "", hint="Empty: the outlet's own voice"), named)

    def move_edge(self, edge: Edge, words: int) -> None:
        """Let the claim begin or end some words later (or earlier, below 0)."""
        from workbench.services.claims.claim_editing import move_edge_by_word

        claim = self._work.claim
        if claim is not None:
            self._reword(
                claim, lambda workspace, version: move_edge_by_word(workspace, claim.id, edge, words, version=version)
            )

    def _reword(self, claim: Claim, work: Callable[[Workspace, int], Claim], said: str = "") -> None:
        """Change the words of a claim; told is that its verdict was given on others."""
        from workbench.services.review.rated_wording import rated_otherwise

        def reword(workspace: Workspace, version: int) -> str:
            return rated_otherwise(workspace, work(workspace, version))

        def told(otherwise: str) -> None:
            if otherwise:
                self._work.tell(f"{one_line(otherwise[0].upper() + otherwise[1:])}.", warning=True)

        self._work.change(claim, reword, told, said=said)

    # splitting, merging, dropping, adding

    def merge(self) -> None:
        """Merge with the next claim."""
        from workbench.services.claims.claim_surgery import merge_with_next

        claim = self._work.claim
        if claim is not None:
            self._work.change(
                claim,
                lambda workspace, version: merge_with_next(workspace, claim.id, version=version),
                said=self._work.keyed("Merged with the next claim; {undo} takes it back."),
            )

    def drop(self) -> None:
        """Take the claim out of the list, or all that are marked where any are."""
        from workbench.services.claims.claim_surgery import remove

        claim = self._work.claim
        if not self._marks.drop() and claim is not None:
            self._work.change(
                claim,
                lambda workspace, version: remove(workspace, claim.id, version=version),
                said=self._work.keyed("Dropped; {undo} brings it back."),
            )

    def split(self) -> None:
        """Choose the word at which the second claim begins."""
        claim, article = self._work.claim, self._work.session.article
        if claim is None or article is None:
            return
        if self.picker.begin_split(article.text, claim):
            self._begin()
        else:
            self._work.tell("A claim of one word cannot be split.", warning=True)

    def add(self) -> None:
        """Choose the words of a new claim; a selection made with the mouse is where it begins."""
        article = self._work.session.article
        selected = self._work.view.article.view.chosen
        if article is not None and self.picker.begin_add(article.text, self._work.claim, selected):
            self._begin()

    # choosing words

    def _begin(self) -> None:
        view = self._work.view
        self._pane_before = view.pane
        if view.narrow:
            view.show_pane("article")
        view.focus("article")
        view.show_choice(self.picker)
        view.show_keys()

    def press(self, key: str, *, printable: bool, character: str | None = None) -> bool:
        """What a key does while words are chosen; whether it did anything."""
        pressed = self.picker.press(key, printable=printable, character=character)
        if pressed == "moved":
            self._work.view.show_choice(self.picker)
            self._work.view.show_keys()
        elif pressed == "accepted":
            self._accept()
        elif pressed == "left":
            self.leave()
        return pressed != "not mine"

    def leave(self) -> bool:
        """Leave the choosing of words; whether any were being chosen."""
        if not self.picker.mode:
            return False
        self.picker.end()
        view = self._work.view
        view.article.view.show_chosen(None)
        view.show_verdict()
        if view.narrow:
            view.show_pane(self._pane_before)
        view.focus(self._pane_before if view.narrow else "claims")
        return True

    def _accept(self) -> None:
        (start, end), cut = self.picker.span, self.picker.cut
        self.leave()
        if cut is not None:
            self._split_at(cut, start)
        else:
            self._add(start, end)

    def _split_at(self, claim: Claim, start: int) -> None:
        from workbench.services.claims.claim_surgery import split

        self._work.change(
            claim,
            lambda workspace, version: split(workspace, claim.id, start, version=version),
            said=self._work.keyed("Split in two; {undo} takes it back."),
        )

    def _go_to_added(self, claim: Claim) -> None:
        session = self._work.session
        if session.current_id is not None:
            session.back_from[claim.id] = session.current_id
        self._work.go_to(claim.id)

    def _add(self, start: int, end: int) -> None:
        from workbench.services.claims.claim_surgery import add

        self._work.write(
            lambda workspace: add(workspace, self._work.session.article_id, start, end),
            self._go_to_added,
            said=self._work.keyed("Added; {edit_wording} words it so that it stands alone."),
        )
