"""Words, glyphs and tones of ratings and of where a review stands, as readers see them."""

from __future__ import annotations

from workbench.domain.articles import ReviewStatus
from workbench.domain.review import RatingScale
from workbench.domain.standing import Agreement
from workbench.reports.view import RatingView

STATUS_WORDS = {
    ReviewStatus.OPEN: "open",
    ReviewStatus.RATED: "rated",
    ReviewStatus.SECOND_OPINION: "a second opinion is asked for",
    ReviewStatus.SETTLED: "settled",
    ReviewStatus.PUBLISHED: "published",
    ReviewStatus.NOT_RATED: "listed, not rated",
}

AGREEMENT_WORDS = {
    Agreement.UNANIMOUS: "unanimous",
    Agreement.SETTLED: "settled after disagreement",
    Agreement.UNRESOLVED: "unresolved disagreement",
    Agreement.SINGLE: "one reviewer",
    Agreement.NONE: "not rated yet",
}

NOT_RATED_YET = RatingView("Not rated yet", "○", "none")
LISTED = RatingView("Listed, not rated", "◇", "none")

_TONES = (
    (1.0, "✔", "true"),
    (0.6, "◕", "mostly-true"),
    (0.4, "◑", "half"),
    (0.2, "◔", "mostly-false"),
    (0.0, "✘", "false"),
)
"""Glyph and tone of a rating by the least place on its scale, worst 0 to best 1."""


def rating_view(scale: RatingScale | None, words: str, value: int | None) -> RatingView:
    """A rating with its glyph and tone, from where its number lies between worst and best."""
    step = scale.find(words) if scale else None
    definition = step.definition if step else ""
    bounds = scale.bounds if scale else None
    if value is None or bounds is None or bounds[0] == bounds[1]:
        return RatingView(words, "–" if step and step.key == "n" else "?", "off", definition)
    position = (value - bounds[0]) / (bounds[1] - bounds[0])
    glyph, tone = next((glyph, tone) for least, glyph, tone in _TONES if position >= least)
    return RatingView(words, glyph, tone, definition, f"{value} on a scale of {bounds[0]} to {bounds[1]}")
