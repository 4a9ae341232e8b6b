"""Saved searches of the reviewer, and passages that one of them found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from workbench.tui.commands.table import keyed
from workbench.tui.dialogs.forms import Form, Wanted
from workbench.tui.dialogs.sheet import Sheet, said
from workbench.tui.runtime.host import Host
from workbench.tui.text.formatting import clip_words, day_of, day_words, one_line, visible

if TYPE_CHECKING:
    from workbench.domain.desk_work import SavedSearch
    from workbench.domain.evidence import Passage, Source
    from workbench.services.workspace import Workspace

NEW = "\n"
"""The answer of the list that asks for another search: no name has a line end."""


class SavedSearches(Sheet[str]):
    """Gives the name of the search that is to be done; `d` forgets one, `+` asks for another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "forget", "Forget"),
        Binding("plus", "another", "Another"),
        Binding("f4,q", "cancel", "Close"),
    ]
    AUTO_FOCUS = "OptionList"

    def __init__(self, kept: Sequence[SavedSearch]) -> None:
        super().__init__("Your saved searches")
        self.kept = list(kept)

    def body(self) -> ComposeResult:
        """A line each."""
        if not self.kept:
            yield said("You have kept no search. What is new for one that is kept waits in the inbox.")
        else:
            yield OptionList(*(Option(visible(search_words(one)), id=one.name) for one in self.kept), markup=False)
        yield said("Enter searches · + keeps another · d forgets it · Esc closes", "hint")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.dismiss(event.option.id)

    def action_another(self) -> None:
        """Keep another."""
        self.dismiss(NEW)

    def action_forget(self) -> None:
        """Forget the one under the cursor; undo brings it back."""
        from workbench.services.review.desk_work import forget_search

        host = cast(Host, self.app)
        lists, front = self.query(OptionList), host.front
        at = lists.first().highlighted if lists else None
        if at is None or front is None:
            return
        one = self.kept[at]

        async def writing() -> None:
            await host.threads.write(forget_search, one.name)
            if self.is_attached and one in self.kept:
                lists.first().remove_option_at_index(self.kept.index(one))
                self.kept.remove(one)
            undo = keyed("{undo} brings it back.", host.keys_changed)
            host.notifications.say(f"“{one_line(one.name)}” is forgotten; {undo}")

        front.start(writing, group="write")


def search_words(one: SavedSearch) -> str:
    """A saved search in a line: "port repairs · “repairs of the port” · since 1 Sep 2021 · Harbour Trust"."""
    since = f"since {day_words(day_of(one.after))}" if one.after else ""
    parts = [one_line(one.name), f"“{clip_words(one.query, 50)}”", since, one_line(one.publisher or "")]
    return " · ".join(filter(None, parts))


class KeepSearchForm(Form[Wanted]):
    """Words to search for, and the name they are kept under."""

    ACCEPT = "Keep"

    def __init__(self) -> None:
        super().__init__("Keep a search")

    def fields(self) -> ComposeResult:
        """Name, words, day, publisher."""
        yield said("Name", "label")
        yield Input(id="kept")
        yield said("Words to search for", "label")
        yield Input(id="words")
        yield said("Published on or after (empty: at any time)", "label")
        yield Input(id="after", placeholder="3 March 2022")
        yield said("Publisher (empty: any)", "label")
        yield Input(id="source")

    def answer(self) -> Wanted:
        """The search with its name."""
        kept, words = self.value("kept"), self.value("words")
        if not kept or not words:
            raise ValueError("A search that is kept has a name and words.")
        return Wanted(words, after=self.day("after"), source=self.value("source"), kept_as=kept)


def keep_search(host: Host, asked: Wanted) -> None:
    """Keep a search where it was given a name: what is new for it waits in the inbox."""
    front = host.front
    if front is None or not asked.kept_as:
        return

    def keep(workspace: Workspace) -> object:
        from workbench.services.review.desk_work import publisher_named, save_search

        publisher = publisher_named(workspace, asked.source) if asked.source else None
        return save_search(workspace, asked.kept_as, asked.words, after=asked.after, publisher=publisher)

    async def writing() -> None:
        await host.threads.write(keep)
        keys = keyed("{show_inbox} tells what is new for it, {show_searches} lists it.", host.keys_changed)
        host.notifications.say(f"Kept as “{one_line(asked.kept_as)}”: {keys}")

    front.start(writing, group="write")


class FoundPassages(Sheet[bool]):
    """Passages to be read: a line each, the one under the cursor in full."""

    DEFAULT_CSS = """
    FoundPassages > .sheet { width: 110; }
    FoundPassages OptionList { max-height: 12; text-wrap: nowrap; text-overflow: ellipsis; }
    FoundPassages.-small OptionList { max-height: 6; }
    FoundPassages VerticalScroll { height: auto; max-height: 14; margin: 1 0; }
    FoundPassages.-small VerticalScroll { max-height: 8; }
    FoundPassages .told { height: auto; }
    """

    def __init__(self, title: str, found: Sequence[tuple[Passage, Source]], note: str = "") -> None:
        super().__init__(title)
        self.found, self.note = found, note

    def body(self) -> ComposeResult:
        """The passages."""
        if self.note or not self.found:
            yield said(self.note or "Nothing close was found.")
        if self.found:
            lines = (" · ".join(passage_head(*one)) for one in self.found)
            yield OptionList(*(Option(visible(clip_words(line, 100))) for line in lines), markup=False)
            with VerticalScroll(can_focus=False):
                yield Static("", markup=False, classes="told")
        yield said("↑ ↓ · Esc closes · in a review a search stands beside the claim, to be accepted", "hint")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another one is read."""
        passage, source = self.found[event.option_index]
        where = [one_line(part) for part in (source.title, source.url or "", passage.locator or "") if part]
        self.query_one(".told", Static).update(visible("\n".join([*where, "", passage.text])))

    def on_option_list_option_selected(self) -> None:
        """Enter closes."""
        self.dismiss(True)


def passage_head(passage: Passage, source: Source) -> tuple[str, ...]:
    """Publisher or title, day, first words."""
    who = one_line(source.publisher or source.title)
    return who, day_words(source.published), clip_words(passage.text, 70)
