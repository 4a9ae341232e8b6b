"""The form that asks for a report: in which format, of which claims, where to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workbench.domain.articles import ReviewStatus
from workbench.tui.dialogs.forms import Form
from workbench.tui.dialogs.sheet import Tell, said
from workbench.tui.dialogs.ticks import Ticks
from workbench.tui.text.formatting import STATUS_WORDS, clip_words, one_line

BUNDLE = "bundle"
"""No format of a report: the report with the very sources it relies on."""
FORMATS = (
    ("markdown", "md", "Markdown, for people", ""),
    ("html", "html", "web page, printable", ""),
    ("pdf", "pdf", "PDF", "typst"),
    ("docx", "docx", "Word document", "docx"),
    (BUNDLE, "bundle.zip", "bundle with its sources", ""),
    ("claimreview", "jsonld", "ClaimReview, for machines", ""),
    ("feed", "feed.jsonld", "feed of all that is published", ""),
    ("json", "json", "JSON, everything", ""),
    ("csv", "csv", "CSV, a row a claim", ""),
    ("xlsx", "xlsx", "spreadsheet", "openpyxl"),
    ("obsidian", "obsidian.zip", "Markdown notes (Obsidian)", ""),
    ("community-note", "community-note.txt", "community notes", ""),
    ("csl-json", "csl.json", "references, CSL JSON", ""),
    ("ris", "ris", "references, RIS", ""),
    ("bibtex", "bib", "references, BibTeX", ""),
    ("annotations", "annotations.json", "Web annotations", ""),
    ("averitec", "averitec.json", "AVeriTeC records", ""),
)
"""Name, ending, words, and the module without which it cannot be written."""
FULL = "the full log"
STATES = (ReviewStatus.RATED, ReviewStatus.SECOND_OPINION, ReviewStatus.SETTLED, ReviewStatus.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the path of the file; only claims in some states (none: in any), and whether all is told of them."""

    format: str
    path: str
    status: tuple[ReviewStatus, ...] = ()
    full: bool = False


def offered(own: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str, str]]:
    """Name, ending and words of the formats that can be written on this machine; `own` are those of plug-ins."""
    built_in = [(name, ending, words) for name, ending, words, needs in FORMATS if not needs or find_spec(needs)]
    return built_in + [(name, ending.lstrip(".") or name, f"{one_line(name)} (plug-in)") for name, ending in own]


def download_name(typed: str) -> str:
    """A name that a browser can be told: it stands in a header there."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", Path(typed).name).strip(".-") or "report"


class ExportForm(Form[Target]):
    """In which format, of which claims, and where to."""

    AUTO_FOCUS = "#format"
    ACCEPT = "Export"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "preview", "Preview", priority=True)]
    DEFAULT_CSS = """
    ExportForm .columns { height: auto; }
    ExportForm .columns > * { width: 1fr; margin-bottom: 1; }
    ExportForm.-small OptionList { max-height: 8; }
    """

    def __init__(
        self,
        folder: Path | None,
        stem: str,
        title: str,
        preview: Callable[[Target], None],
        own: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Without a folder the file goes to the browser."""
        super().__init__(f"Export the report · {clip_words(title, 48)}")
        self.folder, self.stem, self.preview = folder, stem, preview
        self.formats = offered(own)
        self._warned = ""
        """The file that is known to be there already."""

    def fields(self) -> ComposeResult:
        """Formats, claims, and the file."""
        with Horizontal(classes="columns"):
            yield OptionList(*(Option(words, id=name) for name, _, words in self.formats), id="format", markup=False)
            yield Ticks([FULL, *(f"only {STATUS_WORDS[state]}" for state in STATES)], (), id="what")
        where = (
            "in the folder of the workspace, unless a path names another" if self.folder else "that your browser keeps"
        )
        yield said(f"File ({where})", "label")
        yield Input(f"{self.stem}.md", id="path")
        yield said("Ctrl+O shows what would be written", "hint")

    @on(OptionList.OptionHighlighted, "#format")
    def format_changed(self, event: OptionList.OptionHighlighted) -> None:
        """The file's name follows the format."""
        path = self.query_one("#path", Input)
        endings = sorted((f".{ending}" for _, ending, _ in self.formats), key=len, reverse=True)
        known = next((ending for ending in endings if path.value.endswith(ending)), "")
        path.value = f"{path.value.removesuffix(known)}.{self.formats[event.option_index][1]}"

    @on(OptionList.OptionSelected, "#format")
    def format_chosen(self) -> None:
        """Enter on a format goes on to the file."""
        self.query_one("#path").focus()

    def answer(self) -> Target:
        """Format, claims and file."""
        if not self.value("path"):
            raise ValueError("Name the file.")
        if self.folder is None:
            return self._target(download_name(self.value("path")))
        path = str(self.folder / Path(self.value("path")).expanduser())
        if Path(path).exists() and path != self._warned:
            self._warned = path
            raise ValueError(f"{self.value('path')} is there already. Once more replaces it.")
        return self._target(path)

    def _target(self, path: str) -> Target:
        at = self.query_one("#format", OptionList).highlighted or 0
        ticked = self.query_one("#what", Ticks).selected
        states = tuple(state for state in STATES if f"only {STATUS_WORDS[state]}" in ticked)
        return Target(self.formats[at][0], path, states, FULL in ticked)

    def action_preview(self) -> None:
        """Show what would be written, as it is chosen now."""
        self.preview(self._target(""))


class Preview(Tell):
    """What an export would write, to scroll through; the form is there again behind it."""

    DEFAULT_CSS = "Preview > .sheet { width: 96%; max-width: 120; height: 94%; }"

    def __init__(self, told: str, notes: str) -> None:
        most = 100_000
        more = f"\n\n… and {len(told) - most:,} more characters in the file." if len(told) > most else ""
        above = f"{notes}\n\n" if notes else ""
        super().__init__("What would be written", f"{above}{told[:most]}{more}")
