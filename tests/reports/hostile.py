"""The sample report with every text of it hostile, to hold against each format."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.reports.sample import ARTICLE, COST_CLAIM, LEDGER, REPORT, TEXT
from workbench.domain.anchors import anchor_of
from workbench.domain.evidence import Passage
from workbench.reports.model import KeptPassage, KeptSource, LinkedEvidence, Report, ReviewedArticle, Settings

SCRIPT = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>"
FORMULA = "=cmd|'/c calc'!A1"
TERMINAL = "\x1b[31mred\x07\x00\x9b2J"
TYPST = '#panic("x") *bold* $x$ @ref <label> `raw` \\ // /* ['
JINJA = "{{ 7*7 }}{% raw %}"
MARKDOWN = "# h\n- [x](javascript:alert(1)) ![i](http://evil.example/x) | **b**"
DIRECTION = "\u202eevil\u2066"
OTHERS = "emoji 🧨 漢字 العربية \ufffe"
HOSTILE = " ".join((FORMULA, SCRIPT, TERMINAL, TYPST, JINJA, MARKDOWN, DIRECTION, OTHERS))
"""Begins like a formula."""


def hostile_report() -> Report:
    """A report in which an attacker wrote the article, the source, the reasons and the names."""
    text = TEXT + "\n\n" + HOSTILE
    article = replace(
        ARTICLE,
        title=HOSTILE,
        text=text,
        publisher=HOSTILE,
        author=HOSTILE,
        url="javascript:alert(1)//https://a.example",
        language='en"><script>',
    )
    start = text.index(HOSTILE)
    source = replace(
        LEDGER, title=HOSTILE, text=HOSTILE, publisher=HOSTILE, url='https://a.example/"><script>alert(1)</script>'
    )
    passage = Passage(1, source.id, 0, len(HOSTILE), HOSTILE, "0" * 64, HOSTILE)
    [reviewed] = [item for item in REPORT.claims if item.claim.id == 2]
    claim = replace(
        COST_CLAIM,
        anchor=anchor_of(text, start, start + len(HOSTILE)),
        text=HOSTILE,
        speaker=HOSTILE,
        speaker_alias=HOSTILE,
        reasons=(HOSTILE,),
        quantities=(),
        resolutions=tuple(
            replace(repair, original=HOSTILE, replacement=HOSTILE, reason=HOSTILE) for repair in COST_CLAIM.resolutions
        ),
    )
    verdicts = tuple(
        replace(
            verdict,
            reviewer=HOSTILE,
            rationale=HOSTILE,
            evidence=tuple(
                replace(
                    piece,
                    quote=HOSTILE,
                    source_title=HOSTILE,
                    publisher=HOSTILE,
                    published=HOSTILE,
                    locator=HOSTILE,
                    note=HOSTILE,
                    url=source.url,
                    archive_url="data:text/html,<script>alert(1)</script>",
                )
                for piece in verdict.evidence
            ),
        )
        for verdict in reviewed.verdicts
    )
    evidence = tuple(
        LinkedEvidence(replace(link.evidence, note=HOSTILE, reviewer=HOSTILE), passage) for link in reviewed.evidence
    )
    events = tuple(replace(event, reviewer=HOSTILE, action=HOSTILE) for event in REPORT.events)
    return replace(
        REPORT,
        settings=Settings(HOSTILE, "javascript:alert(1)", 'https://a.example/"><script>'),
        articles=(
            ReviewedArticle(
                article, (replace(reviewed, claim=claim, verdicts=verdicts, evidence=evidence, note=HOSTILE),)
            ),
        ),
        sources=(KeptSource(source, (KeptPassage(passage, HOSTILE),)),),
        events=events,
    )


def texts(data: Any) -> list[str]:
    """Every text inside plain JSON data."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [text for item in data.values() for text in texts(item)]
    return [text for item in data for text in texts(item)] if isinstance(data, list) else []
