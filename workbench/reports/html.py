"""The report as one HTML page: no script that runs, nothing loaded, readable on screen, paper and aloud."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup
from markupsafe import escape as html_escape

from workbench.reports.charts import bars
from workbench.reports.harmless import clean
from workbench.reports.house import shipped_text, template_parts
from workbench.reports.model import Report
from workbench.reports.view import ReportView
from workbench.reports.viewing import view


def render(report: Report, *, template: Path | None = None, markup: list[dict[str, Any]] | None = None) -> bytes:
    """The page.

    Args:
        report: What to tell.
        template: A folder of templates of one's own; `report.html` and `report.css` there replace the shipped ones.
        markup: ClaimReview objects to embed, for the page that they name as theirs.
    Raises:
        BadInputError: A template of one's own is wrong.
    """
    return b"".join(parts(report, template=template, markup=markup))


def parts(
    report: Report, *, template: Path | None = None, markup: list[dict[str, Any]] | None = None
) -> Iterator[bytes]:
    """The same as it is made, so that a large page is never held as a whole."""
    seen = view(report)
    variables = {
        "report": seen,
        "style": Markup(_style(template)),
        "rating_chart": _rating_charts(seen),
        "agreement_chart": _agreement_chart(seen),
        "markup": _script_text(markup) if markup else "",
    }
    return template_parts("report.html", variables, _escape, template)


def _escape(text: str) -> str:
    return str(html_escape(clean(text)))


def _style(template: Path | None) -> str:
    own = template / "report.css" if template else None
    text = own.read_text(encoding="utf-8", errors="replace") if own and own.is_file() else shipped_text("report.css")
    return text.replace("</", "<\\/")


def _script_text(markup: list[dict[str, Any]]) -> Markup:
    """JSON that cannot end its script element: the signs of markup are escaped inside its strings."""
    text = json.dumps(markup, ensure_ascii=True, sort_keys=False, indent=1)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _figure(caption: str, chart: str) -> Markup:
    return Markup(f'<figure class="chart">\n<figcaption>{_escape(caption)}</figcaption>\n{chart}\n</figure>')


def _rating_charts(seen: ReportView) -> Markup:
    figures = []
    for place, scale in enumerate(seen.scales):
        rows = [(f"{step.glyph} {step.words}", count, step.tone) for step, count in scale.steps]
        if scale.given:
            caption = f"Ratings ({scale.name})"
            figures.append(_figure(caption, bars(caption, rows, name=f"ratings-{place}")))
    return Markup("\n").join(figures)


def _agreement_chart(seen: ReportView) -> Markup:
    if not seen.agreement_counts:
        return Markup("")
    rows = [(words, count, "none") for words, count in seen.agreement_counts]
    return _figure("Reviewers of a claim", bars("Reviewers of a claim", rows, name="agreement"))
