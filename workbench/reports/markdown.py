"""The report in Markdown (CommonMark with tables)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from workbench.reports.harmless import markdown, markdown_inline, markdown_opening
from workbench.reports.house import template_parts
from workbench.reports.model import Report
from workbench.reports.viewing import view

_FILTERS = {
    # an address is already percent-encoded where it could end its link
    "address": Markup,
    # a stretch in the middle of a line keeps its blanks and needs no guard against signs at the start of a line
    "inner": lambda text: Markup(markdown_inline(text)),
    "opening": lambda text: Markup(markdown_opening(text)),
}


def render(report: Report, *, template: Path | None = None) -> bytes:
    """The report as UTF-8 Markdown.

    Args:
        report: What to tell.
        template: A folder of templates of one's own; `report.md` there replaces the shipped one.
    Raises:
        BadInputError: A template of one's own is wrong.
    """
    return b"".join(parts(report, template=template))


def parts(report: Report, *, template: Path | None = None) -> Iterator[bytes]:
    """The same as it is made, so that a large report is never held as a whole."""
    return template_parts("report.md", {"report": view(report)}, markdown, template, _FILTERS)
