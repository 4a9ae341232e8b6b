"""What the screens show, read through the services. Plain functions, run in threads; no widgets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from workbench.domain.articles import Article, Claim, ReviewStatus
from workbench.domain.evidence import EvidenceState, Hit
from workbench.domain.review import RatingScale
from workbench.tui.runtime.saved_session import ClaimFilter
from workbench.tui.widgets.evidence_list import Card


@dataclass(frozen=True, slots=True)
class ReviewData:
    """An article under review."""

    article: Article
    claims: tuple[Claim, ...]
    scale: RatingScale
    drafts: dict[int, str] = field(default_factory=dict)
    disputed: frozenset[int] = frozenset()
    """Claims on which two opinions differ and nothing has settled it."""


def merge_cards(
    linked: tuple[Card, ...], hits: tuple[Hit, ...], claim_day: date | None, opened: frozenset[int] = frozenset()
) -> tuple[Card, ...]:
    """One card a passage: what people decided, with what the search says about it.

    Pinned cards come first, then what was accepted, the hits in their order, linked passages that the search did not
    give; what was rejected goes to the end. Passages in `opened` are shown in full.
    """
    by_passage = {card.passage.id: card for card in linked}
    cards: list[Card] = []
    for hit in hits:
        known = by_passage.pop(hit.passage.id, None)
        cards.append(Card(hit.passage, hit.source, hit, known.evidence if known else None, claim_day))
    cards += by_passage.values()
    cards = [replace(card, open=card.passage.id in opened) for card in cards]
    return tuple(sorted(cards, key=_place))


def _place(card: Card) -> int:
    if card.evidence is not None and card.evidence.pinned:
        return 0
    return {EvidenceState.ACCEPTED: 1, EvidenceState.REJECTED: 3}.get(card.state, 2)


def matches(claim: Claim, wanted: ClaimFilter) -> bool:
    """Whether a claim is listed under a filter."""
    if wanted.states != "all" and claim.status.value.replace("_", " ") != wanted.states:
        return False
    if wanted.kinds and not set(wanted.kinds) & {kind.value for kind in claim.kinds}:
        return False
    if claim.checkworthiness < wanted.min_worth:
        return False
    words = wanted.words.casefold()
    return (
        words in claim.quote.casefold() or words in claim.text.casefold() or words in (claim.speaker or "").casefold()
    )


def listed(claims: tuple[Claim, ...], wanted: ClaimFilter, keep: int | None = None) -> list[Claim]:
    """The claims of a filter in its order; `keep` stays listed whatever the filter says."""
    found = [claim for claim in claims if claim.id == keep or matches(claim, wanted)]
    if wanted.by_worth:
        found.sort(key=lambda claim: (-claim.checkworthiness, claim.start, claim.end, claim.id))
    return found


def progress_of(claims: tuple[Claim, ...]) -> tuple[int, int, int]:
    """How many claims are rated, how many are to be rated, and how many wait for a second opinion."""
    rateable = [claim for claim in claims if claim.status is not ReviewStatus.NOT_RATED]
    done = sum(claim.status is not ReviewStatus.OPEN for claim in rateable)
    waiting = sum(claim.status is ReviewStatus.SECOND_OPINION for claim in rateable)
    return done, len(rateable), waiting


def waits(claim: Claim) -> bool:
    """Whether a claim waits for this reviewer: open, or for their second opinion (the first rating is then hidden)."""
    hidden = claim.status is ReviewStatus.SECOND_OPINION and claim.rating is None
    return claim.duplicate_of is None and (claim.status is ReviewStatus.OPEN or hidden)


def suggested_reason(cards: tuple[Card, ...]) -> str:
    """A first reason from the evidence that was accepted: "Refuted by Nord Stream AG, 10 Sep 2021"."""
    from workbench.tui.text.formatting import day_words, one_line

    said = {"supports": "Supported by", "refutes": "Refuted by", "context": "Context from"}
    parts: dict[str, list[str]] = {}
    for card in cards:
        label = card.stance[0] if card.stance[0] in said else "context"
        if card.state is EvidenceState.ACCEPTED:
            who = one_line(card.source.publisher or card.source.title)
            parts.setdefault(label, []).append(f"{who}, {day_words(card.source.published)}")
    words = [f"{said[label]} {'; '.join(dict.fromkeys(parts[label]))}" for label in said if label in parts]
    first, *rest = words or [""]
    return ". ".join([first, *rest]) + ("." if first else "")
