"""A sentence or any other span of an article in words that stand alone, without making it a claim first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.domain.articles import Resolution
from workbench.domain.ports import AntecedentScorer
from workbench.domain.syntax import Tree
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.claims.time_wording import resolve_times
from workbench.language.references.coreference import Resolver
from workbench.language.references.discourse import Discourse
from workbench.language.references.people import names_by_capitals, names_by_trees
from workbench.language.text.quotations import QuotationMap, quotations
from workbench.language.time.article_times import ArticleTimes

if TYPE_CHECKING:
    from workbench.language.article import ArticleAnalysis

LEADING = re.compile(
    r"^(?:(?:and|but|so|yet|however|additionally|furthermore|moreover|overall|therefore|thus|nevertheless|"
    r"nonetheless|"
    r"meanwhile|also|indeed|instead|likewise|similarly|consequently|accordingly|besides|hence|then|finally|"
    r"in\s+(?:fact|addition|conclusion|general|contrast|particular|short|turn)|for\s+(?:example|instance)|"
    r"as\s+a\s+result|"
    r"on\s+the\s+other\s+hand|of\s+course|at\s+the\s+same\s+time|in\s+other\s+words|look|listen|well|now|"
    r"yes)\s*,\s*|(?:and|but|so|yet)\s+)",
    re.IGNORECASE,
)
"""Words that only tie a sentence to the one before it."""


_SO_DID = re.compile(
    r"(?:So|Nor|Neither)\s+(?:far|much|many|few|little|long|did|does|do|has|have|had|is|are|was|were|will|would|can|could|say|said)\b",
    re.IGNORECASE,
)
"""What only begins like a connecting word: "So far 40 have come", "So did she"."""


def connective(text: str, start: int, end: int) -> Resolution | None:
    """The resolution that leaves out a leading "However, ", None without one."""
    match = LEADING.match(text[start:end])
    if match is None or match.end() >= end - start or _SO_DID.match(text, start, end):
        return None
    return Resolution(start, start + match.end(), match.group(), "", "ties the sentence to the one before", 0.95)


def stand_alone(
    text: str,
    start: int,
    end: int,
    analysis: ArticleAnalysis,
    *,
    trees: Sequence[Tree] | None = None,
    antecedents: AntecedentScorer | None = None,
    published: date | None = None,
    language: str = "en",
) -> str:
    """The wording of `text[start:end]` with what it leaves open resolved from the article before it.

    Args:
        text: The article that `analysis` was made from.
        start: First code point of the span.
        end: Code point after its last one.
        analysis: What `split_article` gave for `text`.
        trees: The trees `split_article` was given.
        antecedents: Tells whom "he" and "she" mean.
        published: The day relative times are counted from; None leaves them.
        language: ISO 639-1 code; references are resolved in English only.
    """
    resolutions: list[Resolution] = []
    lead = connective(text, start, end) if language == "en" else None
    if lead is not None:
        resolutions.append(lead)
    if published is not None:
        clock = ArticleTimes(text, analysis.sentences, published=published, language=language, trees=trees)
        marks = QuotationMap(quotations(text, analysis.blocks))
        found = [time for time in clock.within(start, end) if marks.at(time.start) is None]
        resolutions.extend(resolve_times(text, start, end, found, language, clock.counted_from(start)))
    if language == "en" and analysis.sentences:
        starts = [span.start for span in analysis.sentences]
        number = max(0, bisect_right(starts, start) - 1)
        names = names_by_trees(text, trees) if trees else names_by_capitals(text)
        quotes = QuotationMap(quotations(text, analysis.blocks))
        resolver = Resolver(Discourse(text, analysis.sentences, names, quotes, trees, (), antecedents))
        resolutions.extend(resolver.resolve(start, end, number))
    return apply_resolutions(text, start, end, resolutions) or text[start:end]
