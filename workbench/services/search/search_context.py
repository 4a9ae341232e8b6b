"""From where a search is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.comparison.another_subject import NOBODY, ClaimSubject
from workbench.domain.articles import Article


@dataclass(frozen=True, slots=True)
class SearchContext:
    """The article whose claim is checked, the day the claim was made, and who made it.

    `statement`: it is known to be a claim, however it is written. `subject`: whom it is about by its article.
    """

    article: Article | None = None
    day: date | None = None
    speaker: str | None = None
    statement: bool = False
    subject: ClaimSubject = NOBODY
