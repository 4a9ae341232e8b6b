"""A review as it stands in this session: claims, cursor, drafts, ratings, evidence. No widgets, no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.domain.articles import Article, Claim, ReviewStatus
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import Rating, RatingScale, Verdict
from workbench.domain.standing import same_person, speaks_against
from workbench.tui.review.claim_listing import listed, matches, waits
from workbench.tui.review.found_evidence import FoundEvidence
from workbench.tui.review.loading import ReviewData
from workbench.tui.review.reasons import earlier_reason, suggested_reason, what_is_replaced, words_of_ones_own
from workbench.tui.runtime.messages import Others
from workbench.tui.runtime.saved_session import SavedSession
from workbench.tui.text.beside import NOTHING, Beside, beside_words
from workbench.tui.text.formatting import one_line
from workbench.tui.widgets.claim_list import ClaimRow
from workbench.tui.widgets.evidence_list import Card

if TYPE_CHECKING:
    from workbench.services.assistance.proposals import Proposal
    from workbench.services.review.review import ClaimRecord
    from workbench.services.search.already_checked import EarlierVerdict


@dataclass(frozen=True, slots=True)
class Pending:
    """A rating that was chosen and waits to be kept."""

    rating: Rating
    claim: Claim
    """As it was when the rating was chosen: what somebody else does to it after that is not rated over."""


class ReviewSession:
    """One article under review.

    Args:
        article_id: The article.
        reviewer: Who reviews it.
        saved: What is kept between two sessions: the filter, the claim under the cursor.
    """

    def __init__(self, article_id: int, reviewer: str, saved: SavedSession) -> None:
        self.article_id, self.reviewer, self.saved = article_id, reviewer, saved
        self.article: Article | None = None
        self.claims: tuple[Claim, ...] = ()
        self.disputed: frozenset[int] = frozenset()
        """Claims on which opinions differ."""
        self.scale_in_use: RatingScale | None = None
        self.records: dict[int, ClaimRecord] = {}
        self.evidence = FoundEvidence()
        self.drafts: dict[int, str] = {}
        """Reasons that were typed, by claim."""
        self.marked: set[int] = set()
        """Claims that are marked, to be corrected together."""
        self.pending: dict[int, Pending] = {}
        self.lacking: set[int] = set()
        """Claims whose evidence was to be accepted when there was none: a verdict on them is not kept by the way."""
        self.earlier: dict[int, tuple[str, tuple[EarlierVerdict, ...]]] = {}
        """By claim: the wording that was compared with all the desk has rated, and the verdicts that came of it."""
        self.proposed: dict[int, tuple[Proposal, ...]] = {}
        """What machines proposed, by claim; counted nowhere."""
        self.beside: dict[int, Beside] = {}
        """Tags, assignments and comments of the claims that have any."""
        self.adopting: dict[int, EarlierVerdict] = {}
        """Earlier verdicts that are about to be taken over, by claim."""
        self.last_shape: tuple[str, Stance | None] | None = None
        """Rating and stance of the evidence of the verdict that was kept last."""
        self.back_from: dict[int, int] = {}
        """Where the cursor was before a claim was added: undoing that leads back."""
        self._doubted: tuple[int, str, str] | None = None
        self.others: dict[int, tuple[str, ...]] = {}
        self.current_id: int | None = None
        self.wanted_id: int | None = None
        """The claim to go to as soon as it is listed."""
        self._kept: set[int] = set()
        """Claims that stay listed though they no longer match, until another filter is chosen."""

    # taking what was read

    def take(self, data: ReviewData) -> None:
        """Take an article that was read."""
        if self.article is None:
            self.current_id = self.saved.claims.get(str(self.article_id))
        self.article, self.scale_in_use, self.drafts = data.article, data.scale, data.drafts

    def take_claims(self, claims: tuple[Claim, ...], disputed: frozenset[int], beside: dict[int, Beside]) -> bool:
        """Take the claims as they are now, and what is kept beside them; whether the cursor stays on its claim."""
        self.beside = beside
        before = {claim.id: claim for claim in self.claims}
        self._kept |= {row.claim.id for row in self.rows()}
        self.claims, self.disputed = claims, disputed
        known = {claim.id: claim for claim in claims}
        self._kept &= known.keys()
        self.marked &= known.keys()
        if self.wanted_id in known:
            self.current_id, self.wanted_id = self.wanted_id, None
        stays = self.current_id in known and self.current_id in before
        if self.current_id not in known:
            self.current_id = self._nearest(before.get(self.current_id or -1))
        changed = {claim_id for claim_id, claim in known.items() if before.get(claim_id) != claim}
        self.evidence.forget_linked(changed | (before.keys() - known.keys()))
        return stays

    def _nearest(self, gone: Claim | None) -> int | None:
        """Where the cursor goes when its claim is gone: the one at its place, at first the first open one."""
        if not self.claims:
            return None
        if gone is not None and (back := self.back_from.get(gone.id)) in {claim.id for claim in self.claims}:
            return back
        if gone is None:
            waiting = [claim for claim in self.claims if waits(claim)]
            return (waiting or list(self.claims))[0].id
        return min(self.claims, key=lambda claim: (abs(claim.start - gone.start), claim.id)).id

    def see_others(self, others: Others) -> bool:
        """Take who else works on which claim; whether that has changed."""
        here: dict[int, tuple[str, ...]] = {}
        for name, article_id, claim_id in others:
            if article_id == self.article_id and claim_id is not None:
                here[claim_id] = (*here.get(claim_id, ()), name)
        changed, self.others = here != self.others, here
        return changed

    # the claim under the cursor

    def claim_by_id(self, claim_id: int | None) -> Claim | None:
        """One of the claims."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        return self.claim_by_id(self.current_id)

    @property
    def scale(self) -> RatingScale | None:
        """The scale of the claim under the cursor: that of its verdict, else the one in use."""
        record = self.records.get(self.current_id or -1)
        return self.scale_in_use if record is None else record.scale

    @property
    def claim_day(self) -> date | None:
        """The day the claims were made: the article's publication."""
        return self.article.published if self.article else None

    def cards(self) -> tuple[Card, ...]:
        """The evidence of the claim under the cursor, in the order of this visit."""
        claim = self.claim
        return self.evidence.cards(claim, self.claim_day) if claim is not None else ()

    # the list of claims

    def rows(self) -> list[ClaimRow]:
        """What the list of claims shows. What was listed stays so until another filter is chosen."""
        keep = self._kept | ({self.current_id} if self.current_id is not None else set())
        return [
            ClaimRow(
                claim,
                self.others.get(claim.id, ()),
                one_line(self.pending[claim.id].rating.words) if claim.id in self.pending else "",
                claim.id in self.disputed,
                claim.id in self.marked,
                self._checked(claim),
                beside_words(self.beside.get(claim.id, NOTHING)),
            )
            for claim in listed(self.claims, self.saved.filter, keep, self.beside)
        ]

    @property
    def matching(self) -> int:
        """How many claims match the filter."""
        about = self.beside
        return sum(matches(claim, self.saved.filter, about.get(claim.id, NOTHING)) for claim in self.claims)

    def list_again(self) -> None:
        """Another filter was chosen: only what matches it is listed."""
        self._kept.clear()

    def neighbour(self, step: int) -> int | None:
        """The claim so many rows away in the list."""
        places = [row.claim.id for row in self.rows()]
        at = (places.index(self.current_id) if self.current_id in places else 0) + step
        return places[at] if 0 <= at < len(places) else None

    def next_open(self, step: int) -> int | None:
        """The next (or previous) listed claim that waits for this reviewer, around the end."""
        claims = [row.claim for row in self.rows()]
        places = [claim.id for claim in claims]
        here = places.index(self.current_id) if self.current_id in places else 0
        away = (claims[(here + step * n) % len(claims)] for n in range(1, len(claims)))
        return next((claim.id for claim in away if waits(claim) and claim.id not in self.pending), None)

    def _checked(self, claim: Claim) -> str:
        """What a list says of a claim that the desk has rated, or one like it; empty where it has not."""
        found = self.earlier_of(claim)
        return "" if not found else "similar" if found[0].differences else "checked"

    def earlier_of(self, claim: Claim) -> tuple[EarlierVerdict, ...]:
        """The desk's verdicts on claims that mean the same as an open one; none for one that waits for an opinion."""
        text, found = self.earlier.get(claim.id, ("", ()))
        return found if text == claim.text and claim.status is ReviewStatus.OPEN else ()

    # verdicts

    def reason(self, claim_id: int, rating: Rating | None) -> str:
        """The reason that goes with a rating: what was typed, that of an earlier verdict, else one of the evidence.

        Where this reviewer gave the same rating before, with words of their own, these are offered again.
        """
        if (typed := self.drafts.get(claim_id)) is not None and typed:
            return typed
        if claim_id in self.adopting:
            return earlier_reason(self.adopting[claim_id].verdict)
        linked = self.evidence.linked(claim_id)
        ready = suggested_reason(linked, rating, self.scale)
        last = self._own_verdict(claim_id)
        if last is None or rating is None or last.rating != rating.words:
            return ready
        return words_of_ones_own(last.rationale, linked, ready) or ready

    def own_reason(self, claim_id: int) -> str:
        """The reason of this reviewer's latest verdict, empty without one."""
        last = self._own_verdict(claim_id)
        return last.rationale if last is not None else ""

    def _own_verdict(self, claim_id: int) -> Verdict | None:
        record = self.records.get(claim_id)
        mine = [one for one in record.verdicts if same_person(one.reviewer, self.reviewer)] if record else []
        return mine[-1] if mine else None

    def accepted_stances(self, claim_id: int) -> set[str]:
        """What the accepted evidence says."""
        cards = self.evidence.linked(claim_id)
        return {card.stance[0] for card in cards if card.state is EvidenceState.ACCEPTED}

    def doubt(self, claim_id: int, rating: Rating, *, explained: bool = False) -> str:
        """Why a verdict is asked about once before it is kept; empty where it is not, or was asked about.

        With a reason that was typed for it (`explained`) it is asked whether a colleague's is to be replaced, no more.
        """
        doubts = [self._replaced(claim_id)]
        if not explained:
            doubts.append(self._unlike(claim_id, rating))
            self.lacking.discard(claim_id)
        words = " ".join(filter(None, doubts))
        asked, self._doubted = self._doubted, (claim_id, rating.key, words) if words else None
        if asked is None or asked[:2] != (claim_id, rating.key) or not all(one in asked[2] for one in doubts):
            return words
        self._doubted = asked
        return ""

    def _unlike(self, claim_id: int, rating: Rating) -> str:
        """What a rating does not agree with."""
        stances = self.accepted_stances(claim_id)
        taken = self.adopting.get(claim_id)
        if taken is not None and taken.differences:
            return f"The claims differ: {one_line('; '.join(taken.differences))}."
        if claim_id in self.lacking and not stances:
            return "Nothing was accepted for this claim."
        if self.scale is not None and (against := speaks_against(self.scale.side(rating.value), stances)):
            return f"The accepted evidence {against} the claim, and the rating says otherwise."
        return ""

    def _replaced(self, claim_id: int) -> str:
        """Which colleague's verdict one's own would take the place of; empty where it takes that of none.

        One given since the rating was chosen is told, with both reasons, when this one is refused for it.
        """
        waiting = self.pending.get(claim_id)
        claim = waiting.claim if waiting is not None else self.claim_by_id(claim_id)
        return "" if claim is None else what_is_replaced(claim, self.records.get(claim_id), self.reviewer)

    def choose(self, rating: Rating, claim: Claim) -> None:
        """Choose a rating; it waits to be kept. What was asked about another choice is asked again."""
        self._doubted = None
        self.adopting.pop(claim.id, None)
        self.pending[claim.id] = Pending(rating, claim)

    def forget_verdict(self, claim_id: int) -> None:
        """A verdict was written: what was typed for it is part of it now."""
        self.drafts.pop(claim_id, None)
