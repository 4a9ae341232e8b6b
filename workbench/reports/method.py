"""How a report was made: the method in a paragraph, and the facts that let anyone find its state again."""

from __future__ import annotations

from workbench.domain.articles import Origin
from workbench.reports.harmless import day, moment
from workbench.reports.model import Report

HEAD = "Head of the record"
"""What is said before the hash that stands for the whole record; `workbench.reports.heads` looks for it."""


def method(report: Report) -> tuple[str, ...]:
    """The method, in sentences of one paragraph. Only what holds for every report of this program is said."""
    reviewers = sorted({opinion.reviewer for item in report.claims for opinion in item.opinions})
    listed = any(item.verdict is None and not item.claim.rateable for item in report.claims)
    sentences = [
        _claims_and_evidence(report),
        "A claim is quoted as it was made; where its words do not stand alone, a repaired wording is shown beside it.",
        "Every verdict says up to which day evidence was considered; what was published after the claim was made is "
        "marked as later.",
        "A second reviewer rates a claim without seeing the first rating, and disagreement is settled with a reason.",
        f"Predictions and opinions are {'listed, ' if listed else ''}not rated; that something could not be "
        "established is a result of its own, not the rating “False”.",
        "A published verdict is changed by a dated correction only, and the record of who did what is never rewritten.",
    ]
    if reviewers:
        sentences.append(f"Verdicts in this report are by {', '.join(reviewers)}.")
    return tuple(sentences)


def _claims_and_evidence(report: Report) -> str:
    """Where the claims and their evidence come from; that people changed claims is said where somebody did."""
    by_people = sum(item.claim.origin is Origin.PERSON for item in report.claims)
    told = len(report.claims)
    if told and by_people == told:
        return (
            "People chose the claims; a program suggested passages of the newsroom's own collection that are similar "
            "to them; people chose the evidence and gave every verdict."
        )
    changed = f"added or changed {by_people:,} of the {told:,} claims told here, " if by_people else ""
    return (
        f"A program split each article into checkable claims and suggested passages of the newsroom's own "
        f"collection that are similar to them; people {changed}chose the evidence and gave every verdict."
    )


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """Name and value of what identifies the state that is told: no fact here depends on when it was exported."""
    selection = report.selection
    rows = [("Program", report.program)]
    if report.state.last_event is not None:
        rows.append(("State of the record", f"event {report.state.last_event}, {moment(report.state.at)}"))
    if report.state.head:
        rows.append((HEAD, f"sha256:{report.state.head}"))
    if selection.as_of:
        rows.append(("As of", moment(selection.as_of)))
    if selection.statuses:
        rows.append(("Only claims that are", ", ".join(status.replace("_", " ") for status in selection.statuses)))
    if selection.since or selection.until:
        ends = (f"from {day(selection.since)}" if selection.since else "", f"to {day(selection.until)}")
        rows.append(("Only verdicts given", " ".join(end for end in ends if end and end != "to ")))
    found_in = (
        entry.article for entry in report.articles if any(one.claim.origin is not Origin.PERSON for one in entry.claims)
    )
    if splitters := sorted({article.splitter for article in found_in if article.splitter}):
        rows.append(("Claims split by", ", ".join(splitters)))
    rows += [(f"Article {item.article.id}, sha256", item.article.sha256) for item in report.articles]
    rows += [
        (f"Article {item.article.id}, words made by", f"{item.article.machine} (a machine)")
        for item in report.articles
        if item.article.machine
    ]
    return tuple(rows)
