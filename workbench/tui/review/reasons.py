"""The reason a verdict begins with, made of the evidence that was accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.errors import ConflictError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import Rating, RatingScale, Verdict
from workbench.domain.source_names import dated, unshouted
from workbench.domain.standing import published_on, same_person, speaks_against
from workbench.tui.text.formatting import clip_words, day_of, day_words, one_line
from workbench.tui.widgets.evidence_list import Card

if TYPE_CHECKING:
    from workbench.services.review.review import ClaimRecord

NO_EVIDENCE = "No evidence found that settles it."
NOTHING_ACCEPTED = "Judged without evidence from the collection."
NAME = 60
"""Characters of the name of a source in a reason."""
_SAID = {"supports": "Supported by", "refutes": "Refuted by", "context": "Context from"}


def named(card: Card) -> str:
    """Who a passage is from, and of which day; a private source is named by its title alone.

    Where nobody is known it is the title, in quotation marks where it is no name: that of a file ("pool-visits"), or
    what stands in a letter's head ("From: …").
    """
    source = card.source
    publisher, title = one_line(source.publisher or ""), one_line(source.title)
    if source.private:
        return clip_words(title, NAME)
    name = clip_words(unshouted(publisher) or title or source.id, NAME)
    if not publisher and (not name[0].isupper() or name.split()[0].endswith(":")):
        name = f"“{name}”"
    return dated(name, source.published, day_words(source.published)) if source.published else f"{name}, no date found"


def suggested_reason(cards: Iterable[Card], rating: Rating | None, scale: RatingScale | None = None) -> str:
    """A first reason: "Refuted by Nord Stream AG, 10 Sep 2021", or that there is no evidence; what carries it first.

    `rating` is the one that was chosen on `scale`; one without a value ("Not checkable") needs no evidence. Where all
    that was accepted speaks against it there is no ready reason: only the reviewer knows one.
    """
    parts: dict[str, list[str]] = {}
    for card in cards:
        label = card.stance[0] if card.stance[0] in _SAID else "context"
        if card.state is EvidenceState.ACCEPTED:
            parts.setdefault(label, []).append(named(card))
    side = scale.side(rating.value) if scale is not None and rating is not None else None
    if speaks_against(side, parts):
        return ""
    order = sorted(_SAID, key=lambda label: label != Stance.REFUTES.value) if side == -1 else list(_SAID)
    words = [f"{_SAID[label]} {'; '.join(dict.fromkeys(parts[label]))}" for label in order if label in parts]
    if words:
        return ". ".join(words) + "."
    return NO_EVIDENCE if rating is None or rating.value is None else NOTHING_ACCEPTED


def words_of_ones_own(reason: str, cards: Iterable[Card], ready: str) -> str:
    """What somebody wrote as a reason, to be offered when the same rating is given again; "" for a ready one.

    A ready reason is made of the names of the evidence that was linked when it was given, so the one of now (`ready`)
    takes its place. That nothing was accepted may have become untrue: it goes from the front of what was written.
    """
    for said in (NO_EVIDENCE, NOTHING_ACCEPTED):
        if said != ready:
            reason = reason.removeprefix(said).lstrip()
    left = reason.removeprefix(ready)
    for words in (*sorted({named(card) for card in cards}, key=len, reverse=True), *_SAID.values()):
        left = left.replace(words, "")
    return reason if left.strip(" .;") else ""


def earlier_reason(verdict: Verdict) -> str:
    """The reason of a verdict that takes another one over, with its reference."""
    from workbench.services.review.adopting import adopted_reason

    return adopted_reason(verdict)


def what_is_replaced(claim: Claim, record: ClaimRecord | None, reviewer: str) -> str:
    """Which colleague's verdict one's own would take the place of: it is asked about before.

    "" where it takes that of nobody: the claim is open, or the verdict is one's own, or this is a second opinion.
    """
    stands = record.standing if record is not None else None
    if claim.status is not ReviewStatus.RATED or stands is None or same_person(stands.reviewer, reviewer):
        return ""
    given = f"{one_line(stands.rating)} by {one_line(stands.reviewer)} on {day_words(day_of(stands.at))}"
    return f"This claim was rated {given}; your verdict takes the place of that one."


def refuse_unseen(record: ClaimRecord, mine: str, reviewer: str) -> None:
    """Refuse to take the place of a colleague's verdict that had not come onto the screen when the key was pressed.

    Raises:
        ConflictError: With what stands.
    """
    stands = record.standing
    if record.status is ReviewStatus.RATED and stands is not None and not same_person(stands.reviewer, reviewer):
        raise ConflictError(
            "a colleague has rated this claim; nothing was written. Look again, then repeat your change.",
            mine=mine,
            theirs=f"rated {stands.rating} by {stands.reviewer}: {stands.rationale}",
        )


def what_stands(claim: Claim, record: ClaimRecord | None, passage_id: int) -> str:
    """What a decision about a passage does not change; "" where there is nothing, or where it is refused."""
    if claim.status is ReviewStatus.RATED:
        return "The verdict stays as it was given; a rating key gives it again, on this."
    if claim.status is ReviewStatus.SETTLED:
        return "The settlement stays as it was made; {settle} settles it again, on this."
    if (
        claim.status is ReviewStatus.PUBLISHED
        and record is not None
        and passage_id not in published_on(record.verdicts)
    ):
        return "The published verdict does not rest on this; {correct_verdict} corrects it, and may."
    return ""
