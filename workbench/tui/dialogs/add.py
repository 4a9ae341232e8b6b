"""Dialogs that take an article or evidence in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, TextArea

from workbench.tui.dialogs.forms import Form, Sent
from workbench.tui.dialogs.sheet import said
from workbench.tui.dialogs.ticks import Ticks
from workbench.tui.runtime.host import Host


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What is added: a path or an address, or a text, with the facts the user knows."""

    source: str = ""
    text: str = ""
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    sent: Sent = field(default_factory=Sent)
    allowed: tuple[str, ...] = ()
    """Hosts and networks outside the public internet that this reading may ask."""
    private: bool = False
    """What goes out names it by its title alone."""


PRIVATE = "private: reports and exports name it by its title alone"


class AddForm(Form[AddRequest]):
    """A file, folder or address, and what is known of it."""

    ACCEPT = "Add"
    KEPT = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "pick", "Choose a file", priority=True)]

    DEFAULT_CSS = "AddForm Ticks { height: 1; margin-bottom: 1; }"

    def __init__(self, title: str, *, evidence: bool = False) -> None:
        super().__init__(title)
        self.evidence = evidence

    def fields(self) -> ComposeResult:
        """Where, and who and when; evidence may be private."""
        yield said("File, folder or address (Ctrl+O chooses from a list)", "label")
        yield Input(id="source")
        yield said("Only where you know better than the document", "label")
        with Horizontal(classes="pair"):
            yield Input(id="publisher", placeholder="publisher")
            yield Input(id="published", placeholder="published: 3 March 2022")
        yield Input(id="allowed", placeholder="a host or network of your own that may be read: wiki.example")
        if self.evidence:
            yield Ticks([PRIVATE], (), id="private")

    def action_pick(self) -> None:
        """Choose a file or a folder from a list."""
        from workbench.tui.dialogs.pick import PickPath, begin_at

        host = cast(Host, self.app)
        if host.reach.elsewhere:
            host.notifications.say("The files of the server are not listed here: give an address, or paste the text.")
            return
        session = host.saved

        def picked(chosen: Path | None) -> None:
            if chosen is not None:
                self.query_one("#source", Input).value = str(chosen)
                session.folder = str(chosen if chosen.is_dir() else chosen.parent)

        self.app.push_screen(PickPath(begin_at(self.value("source"), session.folder)), picked)

    def answer(self) -> AddRequest:
        """What is added."""
        source = self.value("source")
        if not source:
            raise ValueError("Name a file, a folder or an address.")
        if not source.startswith(("http://", "https://")):
            source = str(cast(Host, self.app).reach.file(source))
        return AddRequest(
            source,
            "",
            None,
            self.value("publisher") or None,
            self.day("published"),
            self.sent(),
            self._allowed(),
            self.evidence and bool(self.query_one("#private", Ticks).selected),
        )

    def _allowed(self) -> tuple[str, ...]:
        from workbench.domain.errors import BadInputError
        from workbench.ingest.allowed import allowed_hosts

        entries = tuple(self.value("allowed").replace(",", " ").split())
        cast(Host, self.app).reach.host(entries)
        try:
            allowed_hosts(entries)
        except BadInputError as error:
            raise ValueError(str(error)) from error
        return entries


class PasteForm(Form[AddRequest]):
    """Text that was pasted or typed."""

    ACCEPT = "Add"
    KEPT = True
    AUTO_FOCUS = "TextArea"
    DEFAULT_CSS = (
        "PasteForm > .sheet { width: 90; } PasteForm TextArea { height: 12; } PasteForm.-small TextArea { height: 7; }"
    )

    def __init__(self) -> None:
        super().__init__("Paste an article")

    def fields(self) -> ComposeResult:
        """The text, and what is known of it."""
        yield TextArea(id="text", tab_behavior="focus")
        with Horizontal(classes="pair"):
            yield Input(id="publisher", placeholder="publisher")
            yield Input(id="published", placeholder="published: 3 March 2022")
        yield Input(id="title", placeholder="title (otherwise the first line)")

    def answer(self) -> AddRequest:
        """What is added."""
        text = self.query_one("#text", TextArea).text
        if not text.strip():
            raise ValueError("Paste the text first.")
        publisher, day = self.value("publisher") or None, self.day("published")
        return AddRequest("", text, self.value("title") or None, publisher, day, self.sent())
