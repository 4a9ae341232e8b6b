"""Splitting an article again, after an upgrade, without touching what a person edited or rated."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.documents import Document
from workbench.domain.ports import Progress
from workbench.services.articles.splitting import Splitter
from workbench.services.claims.claim_vectors import encode_new_claims, keep_vectors
from workbench.services.workspace import Workspace
from workbench.store import articles
from workbench.store import claims as store
from workbench.store.acts import Act, new_batch
from workbench.store.resplitting import ACTION, places

OVERLAP = 0.5
"""Share of common characters above which a new suggestion is about the same words as a claim a person has touched."""


@dataclass(frozen=True, slots=True)
class ResplitReport:
    """What splitting again did; `kept` counts the claims a person has touched, which stay as they are."""

    article_id: int
    kept: int
    added: int
    changed: int
    dropped: int
    note: str = ""


def resplit(
    workspace: Workspace, article_id: int, *, splitter: Splitter | None = None, progress: Progress | None = None
) -> ResplitReport:
    """Replace the untouched suggestions of an article by what the splitter says now; one act, undone at once.

    Raises:
        NotFoundError: There is no such article.
    """
    article = articles.article(workspace.database, article_id)
    document = Document(
        text=article.text,
        title=article.title,
        origin=article.path or article.title,
        sha256=article.sha256,
        published=article.published,
        publisher=article.publisher,
        language=article.language,
        segments=article.segments or (),
    )
    split = (splitter or Splitter()).split(document, progress=progress)
    act = Act(workspace.reviewer, ACTION, new_batch())
    # takes its time
    suggestions = [
        ((draft.start, draft.end), store.suggested(article.text, draft, article.segments)) for draft in split.drafts
    ]
    with workspace.database.write() as connection:
        there = places(workspace.database, article_id)
        touched = Touched([(place.start, place.end) for place in there if place.touched])
        own = {(place.start, place.end): place.id for place in there if not place.touched and not place.removed}
        new: list[store.Suggestion] = []
        again: dict[int, store.Suggestion] = {}
        for span, suggestion in suggestions:
            if not touched.about(span):
                claim_id = own.pop(span, None)
                if claim_id is None:
                    new.append(suggestion)
                else:
                    again[claim_id] = suggestion
        added = len(store.insert_suggestions(connection, article_id, new, act))
        changed = len(store.update_suggestions(connection, again, act))
        store.drop_many(connection, dict.fromkeys(own.values()), act)
        dropped = len(own)
        if added or changed or dropped or article.splitter != split.version:
            articles.update(connection, article_id, articles.ArticlePatch(splitter=split.version), act)
        keep_vectors(workspace, split.encoded)
    kept = sum(place.touched and not place.removed for place in there)
    problem = encode_new_claims(workspace, progress=progress)
    note = " ".join(part for part in (split.note, problem and f"The new claims have no vectors yet; {problem}") if part)
    return ResplitReport(article_id, kept, added, changed, dropped, note)


class Touched:
    """The places of the claims that a person has had to do with."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._longest = max((end - start for start, end in spans), default=0)

    def about(self, span: tuple[int, int]) -> bool:
        """Whether one of them is about the same words."""
        low = bisect_left(self._spans, (span[0] - self._longest, 0))
        high = bisect_left(self._spans, (span[1], 0))
        return any(_overlap(span, other) >= OVERLAP for other in self._spans[low:high])


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, common) / (max(a[1], b[1]) - min(a[0], b[0]))
