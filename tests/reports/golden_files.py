"""The formats whose bytes are kept in `golden/`; `python -m tests.reports.golden_files` rewrites them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.reports.sample import REPORT
from workbench.reports import annotations as web_annotations
from workbench.reports import averitec, claimreview, csv_format, html, json_format, markdown
from workbench.reports.model import Report

FOLDER = Path(__file__).with_name("golden")
PUBLISHED = replace(REPORT, settings=replace(REPORT.settings, page_url="https://checks.example/bridge"))
FILES: dict[str, Callable[[Report], bytes]] = {
    "report.html": html.render,
    "report.md": markdown.render,
    "report.json": json_format.render,
    "report.csv": csv_format.render,
    "report.claimreview.json": lambda report: claimreview.render(claimreview.build(report)),
    "report.annotations.json": web_annotations.render,
    "report.averitec.json": averitec.render,
}


def rewrite() -> None:
    """Write what the formats give now; look at the difference before keeping it."""
    FOLDER.mkdir(exist_ok=True)
    for name, render in FILES.items():
        (FOLDER / name).write_bytes(render(PUBLISHED))


if __name__ == "__main__":
    rewrite()
