"""Measure the claims of whole articles on labelled articles (`docs/quality.md`)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.domain.articles import ClaimDraft, Kind
from workbench.domain.errors import BadInputError
from workbench.domain.ports import AntecedentScorer
from workbench.language.article import split_article
from workbench.services.evaluation.labelled_rows import (
    WORD,
    Measurement,
    Parse,
    Row,
    published_on,
    read_rows,
    shares,
    words_of,
)

Rescore = Callable[[Sequence[ClaimDraft]], Sequence[ClaimDraft]]
"""The claims of an article with the model's check-worthiness."""

HIT = 0.5
"""Token overlap (intersection over union) from which a predicted span counts as a labelled one."""


def evaluate_news(
    path: Path, parse: Parse, rescore: Rescore | None = None, antecedents: AntecedentScorer | None = None
) -> Measurement:
    """Claims of whole articles: spans, kinds, speakers, worthiness.

    A predicted span is a hit when it shares at least half of its words (intersection over union) with a labelled claim,
    matched one to one, closest pairs first. Predictions and opinions are listed in the program but not rated; they are
    not among the predicted claims here.

    Raises:
        BadInputError: The file is not of the shape {id, text, published, claims}.
    """
    result = Measurement()
    tally = _NewsTally()
    for row in read_rows(path, ["text"]):
        text, title = row["text"], str(row.get("title") or "")
        analysis = split_article(
            text, title=title, published=published_on(row, path), trees=parse(text, title),
            antecedents=antecedents,
        )  # fmt: skip
        drafts = list(rescore(analysis.claims)) if rescore else list(analysis.claims)
        drafts = [d for d in drafts if not {Kind.PREDICTION, Kind.OPINION} & set(d.kinds)]
        for draft in drafts:
            result.predictions.append(
                {
                    "doc": row.get("id"), "start": draft.start, "end": draft.end, "quote": draft.quote,
                    "text": draft.text, "kinds": [str(kind) for kind in draft.kinds], "speaker": draft.speaker,
                    "checkworthiness": draft.checkworthiness,
                }
            )  # fmt: skip
        gold = row.get("claims")
        if gold is not None:
            tally.add(text, drafts, _labelled(gold, path, row), _labelled(row.get("not_checkable") or [], path, row))
    result.metrics = tally.metrics()
    return result


def _labelled(gold: Any, path: Path, row: Mapping[str, Any]) -> list[Row]:
    if not isinstance(gold, list) or not all(
        isinstance(item, dict) and isinstance(item.get("start"), int) and isinstance(item.get("end"), int)
        for item in gold
    ):
        raise BadInputError(f'{path}, line {row["_line"]}: "claims" is no list of spans with start and end.')
    return list(gold)


class _NewsTally:
    """Counts over articles, for the metrics of `evaluate_news`."""

    def __init__(self) -> None:
        self.hits = self.predicted = self.labelled = self.astray = 0
        self.kind_right = self.kind_exact = 0
        self.kind_shared = 0.0
        self.speakers = self.speakers_right = self.attributions_right = 0
        self.worth: list[tuple[int, float]] = []

    def add(self, text: str, drafts: Sequence[ClaimDraft], gold: Sequence[Row], bad: Sequence[Row]) -> None:
        """Count one article."""
        starts = [match.start() for match in WORD.finditer(text)]

        def words(start: int, end: int) -> tuple[int, int]:
            return bisect_left(starts, start), bisect_left(starts, end)

        mine = [words(d.start, d.end) for d in drafts]
        theirs = [words(g["start"], g["end"]) for g in gold]
        astray = [words(b["start"], b["end"]) for b in bad]
        pairs = matched(mine, theirs)
        self.predicted += len(mine)
        self.labelled += len(theirs)
        self.hits += len(pairs)
        for i, (low, high) in enumerate(mine):
            worthy = 0
            if i in pairs:
                label = gold[pairs[i]]
                worthy = int(label.get("checkworthy") or 0)
                self._compare(drafts[i], label)
            elif high > low:
                shared = sum(max(0, min(high, b) - max(low, a)) for a, b in astray)
                self.astray += shared / (high - low) >= 0.5
            self.worth.append((worthy, drafts[i].checkworthiness))

    def _compare(self, draft: ClaimDraft, label: Row) -> None:
        mine, theirs = {str(kind) for kind in draft.kinds}, set(label.get("kinds") or [])
        self.kind_right += bool(mine & theirs)
        self.kind_exact += mine == theirs
        self.kind_shared += len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0
        speaker = label.get("speaker")
        if speaker:
            names = {_name(speaker), *(_name(alias) for alias in label.get("speaker_aliases") or [])}
            right = bool({_name(draft.speaker), _name(draft.speaker_alias)} & names)
            self.speakers += 1
            self.speakers_right += right
        else:
            right = draft.speaker is None
        self.attributions_right += right

    def metrics(self) -> dict[str, float]:
        """The metrics so far, empty when nothing was labelled."""
        if not self.labelled:
            return {}
        from sklearn.metrics import average_precision_score

        found = {**shares(self.hits, self.predicted, self.labelled)}
        found["spans on text that is not checkable"] = self.astray / self.predicted if self.predicted else 0.0
        if any(worthy for worthy, _ in self.worth):
            labels, scores = zip(*self.worth, strict=True)
            found["worthiness average precision"] = float(average_precision_score(labels, scores))
            found["worthiness average precision of a random order"] = sum(labels) / len(labels)
        if self.hits:
            found["a kind right, on hits"] = self.kind_right / self.hits
            found["all kinds right, on hits"] = self.kind_exact / self.hits
            found["kinds shared, on hits"] = self.kind_shared / self.hits
            found["voice right, on hits"] = self.attributions_right / self.hits
        if self.speakers:
            found["speaker right, on attributed hits"] = self.speakers_right / self.speakers
        found["predicted claims"] = self.predicted
        found["labelled claims"] = self.labelled
        return found


def _name(name: str | None) -> str:
    """A speaker's name without article, case and marks; a name that is missing equals no other."""
    words = words_of(name or "")
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words) or "\0" + str(name is None)


def matched(mine: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Match predicted and labelled word ranges one to one, closest pairs first.

    Returns:
        Number of the labelled range by number of the predicted one, for pairs with an overlap of at least `HIT`.
    """
    pairs = []
    for i, (a, b) in enumerate(mine):
        for j, (c, d) in enumerate(theirs):
            shared = max(0, min(b, d) - max(a, c))
            union = (b - a) + (d - c) - shared
            if union and shared / union >= HIT:
                pairs.append((-shared / union, i, j))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return taken
