"""Measure sentences, claims, check-worthiness and whole articles on labelled sets (`docs/quality.md`).

Each function runs the same code an article goes through, writes predictions for every row, and gives metrics over the
rows that carry labels: a set without labels gives predictions alone.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from workbench.domain.articles import ClaimDraft, Kind
from workbench.domain.errors import BadInputError
from workbench.domain.syntax import Tree
from workbench.language.article import split_article
from workbench.language.sentences import sentences
from workbench.language.standalone import stand_alone

Row = dict[str, Any]
Parse = Callable[[str, str], "Sequence[Tree] | None"]
"""Gives the trees of (text, title), None where words alone are to be used."""
Score = Callable[[Sequence[str]], list[float]]
"""Check-worthiness 0…1 of sentences that stand alone."""
Rescore = Callable[[Sequence[ClaimDraft]], Sequence[ClaimDraft]]
"""The claims of an article with the model's check-worthiness."""

CHECKWORTHY_FROM = 0.5
"""Scores from here on are called check-worthy."""

HIT = 0.5
"""Token overlap (intersection over union) from which a predicted span counts as a labelled one."""

_WORD = re.compile(r"\w+")
_PRONOUN = re.compile(
    r"^\W*(?:(?:and|but|so|then|also|however|while|when|as|in|at|that|this|by|since|after|before|because|although|though)"
    r"\W+)*(?:he|she|they|his|her|their|its|him|them|it(?!['’]?s?\s+(?:is\s+|was\s+)?(?:\w+\s+){0,2}(?:that|to|likely|possible|"
    r"difficult|believed|important|worth)\b))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Measured:
    """Predictions for every row, and metrics by name (empty where no row had labels)."""

    predictions: list[Row] = field(default_factory=list)
    metrics: dict[str, float] = field(default_factory=dict)


def read_rows(path: Path, needed: Sequence[str]) -> list[Row]:
    """Read a JSONL file.

    Raises:
        BadInputError: The file cannot be read, or a line is no JSON object or lacks a key; the line is named.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from error
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path} is not a text in UTF-8.") from error
    rows: list[Row] = []
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise BadInputError(f"{path}, line {number}: not a JSON object.") from error
        if not isinstance(row, dict):
            raise BadInputError(f"{path}, line {number}: not a JSON object.")
        missing = [key for key in needed if not isinstance(row.get(key), str)]
        if missing:
            raise BadInputError(f'{path}, line {number}: "{missing[0]}" is missing or is no text.')
        row["_line"] = number
        rows.append(row)
    if not rows:
        raise BadInputError(f"{path} holds no rows.")
    return rows


def evaluate_sentences(path: Path, language: str = "en") -> Measured:
    """Sentence boundaries: precision, recall and F1 of sentence ends inside and at the end of each text.

    Raises:
        BadInputError: The file is not of the shape {id, text, sentences}.
    """
    result = Measured()
    right = predicted = labelled = exact = counted = 0
    for row in read_rows(path, ["text"]):
        text = row["text"]
        spans = sentences(text, str(row.get("language") or language))
        found = [span.of(text) for span in spans]
        result.predictions.append({"id": row.get("id"), "sentences": found})
        gold = row.get("sentences")
        if gold is None:
            continue
        if not isinstance(gold, list) or not all(isinstance(item, str) for item in gold):
            raise BadInputError(f'{path}, line {row["_line"]}: "sentences" is no list of texts.')
        wanted = _ends(text, gold)
        ends = {span.end for span in spans}
        right += len(wanted & ends)
        predicted += len(ends)
        labelled += len(wanted)
        exact += found == gold
        counted += 1
    if counted:
        result.metrics = {**_prf(right, predicted, labelled), "rows exactly right": exact, "rows": counted}
    return result


def _ends(text: str, pieces: Iterable[str]) -> set[int]:
    """Where each sentence of a gold list ends in the text."""
    at, found = 0, set()
    for piece in pieces:
        start = text.find(piece.strip(), at)
        if start < 0:
            continue
        at = start + len(piece.strip())
        found.add(at)
    return found


def _prf(right: int, predicted: int, labelled: int) -> dict[str, float]:
    """Precision, recall and F1 from counts; 0 where nothing was predicted or labelled."""
    precision = right / predicted if predicted else 0.0
    recall = right / labelled if labelled else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / both if both else 0.0}


def evaluate_checkworthiness(path: Path, score: Score) -> Measured:
    """Check-worthiness of single sentences: F1 at the threshold, average precision, and MAP over documents.

    MAP follows CheckThat!: the mean over documents with at least one positive of the average precision of their
    ranking.

    Raises:
        BadInputError: The file is not of the shape {id, text, label, document}.
    """
    from sklearn.metrics import average_precision_score, f1_score, precision_score, recall_score

    rows = read_rows(path, ["text"])
    scores = score([row["text"] for row in rows])
    result = Measured()
    labels: list[int] = []
    scored: list[float] = []
    documents: dict[str, list[tuple[int, float]]] = {}
    for row, value in zip(rows, scores, strict=True):
        result.predictions.append(
            {"id": row.get("id"), "score": round(value, 6), "checkworthy": int(value >= CHECKWORTHY_FROM)}
        )
        label = row.get("label")
        if label is None:
            continue
        if label not in (0, 1):
            raise BadInputError(f'{path}, line {row["_line"]}: "label" is neither 0 nor 1.')
        labels.append(int(label))
        scored.append(value)
        if row.get("document") is not None:
            documents.setdefault(str(row["document"]), []).append((int(label), value))
    if not labels:
        return result
    called = [int(value >= CHECKWORTHY_FROM) for value in scored]
    result.metrics = {
        "precision": float(precision_score(labels, called, zero_division=0)),
        "recall": float(recall_score(labels, called, zero_division=0)),
        "F1": float(f1_score(labels, called, zero_division=0)),
        "rows": len(labels),
    }
    if any(labels):
        result.metrics["average precision"] = float(average_precision_score(labels, scored))
    ranked = [pairs for pairs in documents.values() if any(label for label, _ in pairs)]
    if ranked:
        averages = [average_precision_score([a for a, _ in pairs], [b for _, b in pairs]) for pairs in ranked]
        result.metrics["MAP over documents"] = float(sum(averages) / len(averages))
        result.metrics["documents"] = len(ranked)
    return result


def evaluate_claims(path: Path, parse: Parse) -> Measured:
    """Standalone wording and atomic claims of sentences in a document.

    Token F1 compares the wording with the labelled one (as bags of lower-case words); "copying" is the same for the
    sentence left as it is. "pronoun-free" is the share of wordings that do not open with a third-person
    pronoun: one that follows its antecedent in the same sentence is no gap.

    Raises:
        BadInputError: The file is not of the shape {id, document, sentence, decontextualised, claims}.
    """
    result = Measured()
    own: list[float] = []
    copied: list[float] = []
    free = copied_free = same = copied_same = counted = 0
    covered: list[float] = []
    for row in read_rows(path, ["sentence"]):
        document = row.get("document") if isinstance(row.get("document"), str) else None
        sentence = row["sentence"].strip()
        text = document if document and sentence in document else sentence
        at = text.find(sentence)
        trees = parse(text, "")
        analysis = split_article(text, published=_date(row, path), trees=trees)
        wording = stand_alone(text, at, at + len(sentence), analysis, trees=trees, published=_date(row, path))
        claims = [c for c in analysis.claims if at <= c.start < at + len(sentence)]
        result.predictions.append({"id": row.get("id"), "claims": [{"text": c.text} for c in claims]})
        gold = row.get("decontextualised")
        if isinstance(gold, str):
            counted += 1
            own.append(_bag_f1(wording, gold))
            copied.append(_bag_f1(sentence, gold))
            free += not _PRONOUN.search(wording)
            copied_free += not _PRONOUN.search(sentence)
            same += _words(wording) == _words(gold)
            copied_same += _words(sentence) == _words(gold)
        atomic = row.get("claims")
        if isinstance(atomic, list) and atomic:
            best = [max((_bag_f1(c.text, str(item)) for c in claims), default=0.0) for item in atomic]
            covered.append(sum(best) / len(best))
    if counted:
        result.metrics = {
            "token F1": sum(own) / counted, "token F1 of copying": sum(copied) / counted,
            "pronoun-free": free / counted, "pronoun-free of copying": copied_free / counted,
            "exactly right": same, "exactly right by copying": copied_same, "rows": counted,
        }  # fmt: skip
    if covered:
        result.metrics["best token F1 of atomic claims"] = sum(covered) / len(covered)
    return result


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _bag_f1(a: str, b: str) -> float:
    """F1 of the words two texts share, counted with repetition."""
    first, second = _words(a), _words(b)
    if not first or not second:
        return float(first == second)
    rest = list(second)
    shared = 0
    for word in first:
        if word in rest:
            rest.remove(word)
            shared += 1
    return 2 * shared / (len(first) + len(second))


def _date(row: Mapping[str, Any], path: Path) -> date | None:
    value = row.get("published")
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise BadInputError(f'{path}, line {row.get("_line")}: "{value}" is no date (YYYY-MM-DD).') from error


def evaluate_news(path: Path, parse: Parse, rescore: Rescore | None = None) -> Measured:
    """Claims of whole articles: spans, kinds, speakers, worthiness.

    A predicted span is a hit when it shares at least half of its words (intersection over union) with a labelled claim,
    matched one to one, closest pairs first. Predictions and opinions are listed in the program but not rated; they are
    not among the predicted claims here.

    Raises:
        BadInputError: The file is not of the shape {id, text, published, claims}.
    """
    result = Measured()
    tally = _NewsTally()
    for row in read_rows(path, ["text"]):
        text, title = row["text"], str(row.get("title") or "")
        analysis = split_article(text, title=title, published=_date(row, path), trees=parse(text, title))
        drafts = list(rescore(analysis.claims)) if rescore else list(analysis.claims)
        drafts = [d for d in drafts if not {Kind.PREDICTION, Kind.OPINION} & set(d.kinds)]
        for draft in drafts:
            result.predictions.append(
                {
                    "doc": row.get("id"), "start": draft.start, "end": draft.end, "text": draft.text,
                    "kinds": [str(kind) for kind in draft.kinds], "speaker": draft.speaker,
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
        self.speakers = self.speakers_right = self.voices_right = 0
        self.worth: list[tuple[int, float]] = []

    def add(self, text: str, drafts: Sequence[ClaimDraft], gold: Sequence[Row], bad: Sequence[Row]) -> None:
        """Count one article."""
        starts = [match.start() for match in _WORD.finditer(text)]

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
        self.voices_right += right

    def metrics(self) -> dict[str, float]:
        """The metrics so far, empty when nothing was labelled."""
        if not self.labelled:
            return {}
        from sklearn.metrics import average_precision_score

        found = {**_prf(self.hits, self.predicted, self.labelled)}
        found["spans on text that is not checkable"] = self.astray / self.predicted if self.predicted else 0.0
        if any(worthy for worthy, _ in self.worth):
            labels, scores = zip(*self.worth, strict=True)
            found["worthiness average precision"] = float(average_precision_score(labels, scores))
            found["worthiness average precision of a random order"] = sum(labels) / len(labels)
        if self.hits:
            found["a kind right, on hits"] = self.kind_right / self.hits
            found["all kinds right, on hits"] = self.kind_exact / self.hits
            found["kinds shared, on hits"] = self.kind_shared / self.hits
            found["voice right, on hits"] = self.voices_right / self.hits
        if self.speakers:
            found["speaker right, on attributed hits"] = self.speakers_right / self.speakers
        found["predicted claims"] = self.predicted
        found["labelled claims"] = self.labelled
        return found


def _name(name: str | None) -> str:
    """A speaker's name without article, case and marks; a name that is missing equals no other."""
    words = _words(name or "")
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


__all__ = [
    "Measured", "evaluate_checkworthiness", "evaluate_claims", "evaluate_news", "evaluate_sentences",
    "matched", "read_rows",
]  # fmt: skip
