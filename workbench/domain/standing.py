"""What a row of verdicts means: which one stands, whether reviewers agree, where the review is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from workbench.domain.articles import ReviewStatus
from workbench.domain.evidence import Stance
from workbench.domain.folding import folded
from workbench.domain.review import Event, Verdict, VerdictKind


class Agreement(StrEnum):
    """How the reviewers of one claim stand to each other."""

    NONE = "none"
    """Nobody has rated it."""
    SINGLE = "single"
    """One reviewer rated it."""
    UNANIMOUS = "unanimous"
    """Two or more reviewers gave the same rating, the later ones blind."""
    SETTLED = "settled"
    """They differed, and a third or both together settled it with a reason."""
    UNRESOLVED = "unresolved"
    """They differ, and nothing has settled it."""


def person(name: str) -> str:
    """What the spellings of one reviewer's name have in common: neither case nor the form of an accent counts."""
    return folded(name)


def same_person(one: str, other: str) -> bool:
    """Whether two reviewers' names mean one person: another spelling does not make a second opinion."""
    return person(one) == person(other)


def standing(verdicts: Sequence[Verdict]) -> Verdict | None:
    """The verdict that stands, given those not taken back, oldest first.

    A correction or settlement stands before a first opinion, that before a second one; of equal acts the latest.
    A second opinion that differs therefore changes nothing until it is settled.
    """
    for kinds in (
        (VerdictKind.CORRECTION, VerdictKind.SETTLEMENT),
        (VerdictKind.VERDICT,),
        (VerdictKind.SECOND_OPINION,),
    ):
        for verdict in reversed(verdicts):
            if verdict.kind in kinds:
                return verdict
    return None


def opinions(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The independent opinions among the verdicts not taken back: the first, and each second reviewer's latest."""
    first = next((v for v in reversed(verdicts) if v.kind is VerdictKind.VERDICT), None)
    seconds: dict[str, Verdict] = {}
    for verdict in verdicts:
        if verdict.kind is VerdictKind.SECOND_OPINION and not (first and same_person(verdict.reviewer, first.reviewer)):
            seconds[person(verdict.reviewer)] = verdict
    return (*([first] if first else []), *seconds.values())


def agreement(verdicts: Sequence[Verdict]) -> Agreement:
    """How the opinions among the verdicts not taken back stand to each other."""
    given = opinions(verdicts)
    if any(verdict.kind is VerdictKind.SETTLEMENT for verdict in verdicts):
        return Agreement.SETTLED
    if len(given) < 2:
        return Agreement.SINGLE if verdicts else Agreement.NONE
    return Agreement.UNANIMOUS if len({(v.scale_id, v.rating) for v in given}) == 1 else Agreement.UNRESOLVED


def review_status(
    verdicts: Sequence[Verdict], *, rateable: bool, second_requested: bool, published: bool
) -> ReviewStatus:
    """Where the review of a claim is.

    Args:
        verdicts: The verdicts not taken back, oldest first.
        rateable: Whether a verdict is asked for at all (predictions and opinions are only listed).
        second_requested: Whether a second opinion was asked for.
        published: Whether the verdict was published.
    """
    if not verdicts:
        return ReviewStatus.OPEN if rateable else ReviewStatus.NOT_RATED
    if published:
        return ReviewStatus.PUBLISHED
    reached = agreement(verdicts)
    if reached in (Agreement.SETTLED, Agreement.UNANIMOUS):
        return ReviewStatus.SETTLED
    if second_requested or reached is Agreement.UNRESOLVED:
        return ReviewStatus.SECOND_OPINION
    return ReviewStatus.RATED


def is_blind(verdicts: Sequence[Verdict], status: ReviewStatus, reviewer: str) -> bool:
    """Whether `reviewer` may not see the others' ratings, reasons and stances yet.

    So it is while a second opinion is wanted and this reviewer has not rated; whoever rated sees everything.
    With two opinions that differ there is nothing left to influence: who settles it must see both.
    """
    if status is not ReviewStatus.SECOND_OPINION or len(opinions(verdicts)) > 1:
        return False
    return not any(same_person(verdict.reviewer, reviewer) for verdict in verdicts)


def taken_back(trail: Sequence[Event]) -> set[int]:
    """Ids of the events that do not hold: reversed by one that itself holds.

    Args:
        trail: Events in order, with all that reverse one of them. A reversing event is younger than its object.
    """
    gone: set[int] = set()
    for event in reversed(trail):
        if event.reverses is not None and event.id not in gone:
            gone.add(event.reverses)
    return gone


def relied_on(verdicts: Iterable[Verdict]) -> set[int]:
    """The passages that verdicts rely on."""
    return {piece.passage_id for verdict in verdicts for piece in verdict.evidence}


def published_verdicts(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """What readers of a published claim were given, oldest first, among the verdicts not taken back.

    They are the verdict that stood when it was published and the corrections since; not an earlier verdict that it
    replaced, nor an opinion that did not stand.
    """
    corrections = [verdict for verdict in verdicts if verdict.kind is VerdictKind.CORRECTION]
    first = standing([verdict for verdict in verdicts if verdict.kind is not VerdictKind.CORRECTION])
    return (*([first] if first else []), *corrections)


def published_on(verdicts: Sequence[Verdict]) -> set[int]:
    """The passages that readers were given as what a published claim rests on."""
    return relied_on(published_verdicts(verdicts))


def searched_in_vain(
    note: int, accepted: Collection[int], trail: Iterable[Event], published: int | None = None
) -> bool:
    """Whether a note that a search gave nothing still holds: no evidence was accepted, or brought back, since.

    Args:
        note: Id of the event of the note.
        accepted: Ids of the links of the claim that are accepted now.
        trail: The events of the claim.
        published: Id of the event that published its verdict: what was so then stays said of it.
    """
    return not any(
        note < event.id < (published or event.id + 1)
        and event.subject == "evidence"
        and int(event.subject_id) in accepted
        and not {"state", "removed_at"}.isdisjoint(event.after or ())
        for event in trail
    )


def speaks_against(side: int | None, stances: Collection[str]) -> str:
    """What all the accepted evidence does to a claim that is rated otherwise: "supports" or "refutes", else "".

    Args:
        side: Of the rating on its scale (`RatingScale.side`).
        stances: What the accepted passages say.
    """
    said = {Stance.SUPPORTS.value: 1, Stance.REFUTES.value: -1}
    found = [stance for stance in said if stance in stances]
    return found[0] if side is not None and len(found) == 1 and said[found[0]] != side else ""
