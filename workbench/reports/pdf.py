"""The report as PDF, set by typst. Texts reach it as data only."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from typing import Any, Literal

from workbench.domain.codec import encode
from workbench.domain.errors import BadInputError, MissingExtraError
from workbench.reports.harmless import clean, one_line
from workbench.reports.house import shipped_text
from workbench.reports.model import Report
from workbench.reports.viewing import view

MOST_CLAIMS = 1000
"""Claims in one PDF: setting it takes about 0.7 MB of memory a claim."""

_STANDARDS: tuple[Literal["ua-1"] | None, ...] = ("ua-1", None)
"""Tried in this order."""


def render(report: Report) -> bytes:
    """The report as a tagged PDF with title and language, dated by its last event; PDF/UA-1 where the fonts allow.

    Raises:
        MissingExtraError: The optional package that sets PDF is not installed.
        BadInputError: There are too many claims.
    """
    if (count := len(report.claims)) > MOST_CLAIMS:
        raise BadInputError(
            f"{count:,} claims are too many for one PDF: setting it takes about 0.7 MB of memory a claim, so at most "
            f"{MOST_CLAIMS:,} go into one; export article by article with --article, or use html or docx, which "
            "need far less."
        )
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError(
            "PDF needs the package typst: install it with `pip install 'claim-workbench[pdf]'`."
        ) from error
    shown = view(report)
    shown = replace(shown, articles=tuple(shown.articles))
    seen = _cleaned(encode(shown))
    reworded = {number: claim.reworded for article in shown.articles for number, claim in article.by_id.items()}
    moment = report.state.moment
    seen["head"] = f"sha256:{report.state.head}" if report.state.head else ""
    seen["date"] = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
    for article in seen["articles"]:
        begun = {claim for line in article["paragraphs"] for stretch in line for claim in stretch["begins"]}
        article["language"] = article["language"][:2] if article["language"][:2].isalpha() else "en"
        for claim in (*article["claims"], *article["listed"]):
            claim["placed"] = claim["id"] in begun
            claim["reworded"] = reworded[claim["id"]]
    data = json.dumps(seen, ensure_ascii=False)
    for standard in _STANDARDS:
        try:
            content = typst.compile(
                shipped_text("report.typ").encode("utf-8"),
                format="pdf",
                sys_inputs={"report": data},
                timestamp=int(moment.timestamp()),
                pdf_standards=standard,
            )
        except typst.TypstError as error:
            # PDF/UA refuses characters that no font here can show; such a report is still worth having
            problem = error
        else:
            assert isinstance(content, bytes)  # PDF comes as one file, unlike PNG
            return content
    raise BadInputError(f"the PDF could not be set: {one_line(str(problem))[:300]}") from problem


_PICTURE = re.compile(
    "(?P<flag>[\U0001f1e6-\U0001f1ff]{2})|(?P<one>[\U0001f000-\U0001faff])[\ufe0f\U0001f3fb-\U0001f3ff]*\u200d?"
)


def named_pictures(text: str) -> str:
    """A text whose emoji, which no font here can show, stand as their names: "[fire]", "[flag UA]"."""

    def name(found: re.Match[str]) -> str:
        if found["flag"]:
            return f"[flag {''.join(chr(ord(sign) - 0x1F1E6 + ord('A')) for sign in found['flag'])}]"
        return f"[{unicodedata.name(found['one'], 'picture').lower()}]"

    return _PICTURE.sub(name, text)


def _cleaned(data: Any) -> Any:
    """The same data with every text harmless: typst sets control characters as it finds them."""
    if isinstance(data, str):
        return named_pictures(clean(data))
    if isinstance(data, list):
        return [_cleaned(item) for item in data]
    if isinstance(data, dict):
        return {key: _cleaned(item) for key, item in data.items()}
    return data
