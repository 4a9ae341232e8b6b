"""The formats that a report is written in: their names, the endings that mean them, what else people call them."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from workbench.plugins import Exporter, plugins

FORMATS = {
    "markdown": ".md",
    "html": ".html",
    "pdf": ".pdf",
    "docx": ".docx",
    "json": ".json",
    "csv": ".csv",
    "xlsx": ".xlsx",
    "claimreview": ".jsonld",
    "annotations": ".annotations.json",
    "averitec": ".averitec.json",
    "feed": ".feed.jsonld",
    "csl-json": ".csl.json",
    "ris": ".ris",
    "bibtex": ".bib",
    "obsidian": ".obsidian.zip",
    "community-note": ".community-note.txt",
}
"""Formats by name, each with the ending of a file name that means it."""

FOR_PEOPLE = ("markdown", "html", "pdf", "docx", "obsidian")
"""Formats that tell readers the rated claims alone, unless the full log is asked for."""

ALIASES = {
    "md": "markdown",
    "htm": "html",
    "word": "docx",
    "excel": "xlsx",
    "csl": "csl-json",
    "csljson": "csl-json",
    "bib": "bibtex",
    "jsonld": "claimreview",
    "community-notes": "community-note",
}
"""What people and file names call some of them."""

TEMPLATED = ("html", "markdown")
"""Formats that a house style can change."""


def format_of(output: Path) -> str | None:
    """The format that a file name means, None when it means none."""
    name = output.name.casefold()
    endings = {**{ending: format_ for format_, ending in FORMATS.items()}, ".markdown": "markdown", ".htm": "html"}
    # the longest ending wins: ".annotations.json" is more than ".json"
    found = next((endings[ending] for ending in sorted(endings, key=len, reverse=True) if name.endswith(ending)), None)
    own = (one for one in exporters() if one.ending and name.endswith(one.ending.casefold()))
    return found or next((one.name for one in own), None)


def exporters() -> list[Exporter]:
    """The formats that plug-ins add."""
    return [one for one in plugins().of("register_exporters", Exporter) if one.name not in FORMATS]


def named(name: str) -> str | None:
    """The format that a name or an alias means, whatever its case; None when it means none."""
    plain = name.strip().casefold().removeprefix(".")
    known = {**{format_: format_ for format_ in FORMATS}, **ALIASES}
    own = next((one.name for one in exporters() if one.name == name), None)
    return own or known.get(plain)


def unknown(name: str) -> str:
    """That a name means no format, which one may have been meant, and which there are."""
    names = [*FORMATS, *(one.name for one in exporters())]
    like = get_close_matches(name.casefold(), [*names, *ALIASES], n=1)
    meant = f"did you mean {ALIASES.get(like[0], like[0])}? There" if like else "there"
    return f"there is no format {name!r}; {meant} are: {', '.join(names)}."
