"""Small bar charts as SVG: no script, no font, no colour without a word beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from workbench.reports.harmless import one_line

WIDTH = 640
ROW = 28
LABEL_WIDTH = 230
NUMBER_WIDTH = 60

STYLE = """text { font: 14px system-ui, sans-serif; fill: #1b1d21; } .title { font-weight: 700; }
.bar-true { fill: #0b5cad; } .bar-mostly-true { fill: #2f6ea8; } .bar-half { fill: #5c6068; }
.bar-mostly-false { fill: #96530a; } .bar-false { fill: #8f3d00; }
.bar-off { fill: #5a5273; } .bar-none { fill: #565b64; }
.track { fill: #f5f6f8; }
"""
"""Colours of a chart that stands in a file of its own."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that belong together: label, value (0 or more) and tone of each, from top to bottom."""

    title: str
    bars: tuple[tuple[str, float, str], ...]


def stacked(charts: Sequence[Chart]) -> str:
    """Charts below each other in one SVG file with a white ground, each under its title."""
    parts: list[str] = []
    y = 16
    for place, chart in enumerate(charts):
        height = ROW * len(chart.bars) + 4
        drawn = bars(chart.title, chart.bars, name=f"chart-{place}")
        parts.append(f'<text class="title" x="16" y="{y + 14}">{escape(one_line(chart.title))}</text>')
        parts.append(drawn.replace("<svg ", f'<svg x="16" y="{y + 24}" width="{WIDTH}" height="{height}" ', 1))
        y += height + 48
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + 32} {y}" width="{WIDTH + 32}" height="{y}">'
    ground = '<rect width="100%" height="100%" fill="#ffffff"/>'
    return "\n".join((head, f"<style>{STYLE}</style>", ground, *parts, "</svg>")) + "\n"


def bars(title: str, rows: Sequence[tuple[str, float, str]], *, name: str) -> str:
    """Horizontal bars as an SVG element.

    Args:
        title: What is counted; also the text alternative, with all rows.
        rows: Label, value (0 or more) and tone of each bar, from top to bottom.
        name: Makes the ids inside the chart unique on a page.
    """
    top = max((value for _, value, _ in rows), default=0) or 1
    height = ROW * len(rows) + 4
    spoken = f"{one_line(title)}: " + "; ".join(f"{one_line(label)} {number(value)}" for label, value, _ in rows)
    lines = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby={quoteattr(name)}>',
        f"<title id={quoteattr(name)}>{escape(spoken)}</title>",
    ]
    full = WIDTH - LABEL_WIDTH - NUMBER_WIDTH
    for place, (label, value, tone) in enumerate(rows):
        y = place * ROW + 4
        length = max(round(full * value / top, 1), 2 if value else 0)
        lines += [
            f'<text x="0" y="{y + 15}">{escape(_cut(one_line(label)))}</text>',
            f'<rect class="track" x="{LABEL_WIDTH}" y="{y}" width="{full}" height="20" rx="3"/>',
            f'<rect class="bar-{tone}" x="{LABEL_WIDTH}" y="{y}" width="{length:g}" height="20" rx="3"/>',
            f'<text x="{WIDTH - NUMBER_WIDTH + 8}" y="{y + 15}">{number(value)}</text>',
        ]
    lines.append("</svg>")
    return "\n".join(lines)


def number(value: float) -> str:
    """A number as it is shown beside a bar: whole, or with one decimal."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def _cut(label: str) -> str:
    return label if len(label) <= 32 else label[:31] + "…"
