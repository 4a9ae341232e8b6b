"""Reviewing with others: second opinions, settling, publishing, correcting, agreement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.agreement import ENOUGH_CLAIMS
from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.evidence import EvidenceState
from workbench.domain.review import CitedEvidence, Rating, Verdict
from workbench.domain.standing import opinions, relied_on, same_person
from workbench.tui.review import loading
from workbench.tui.review.archiving_cited import offer_archive
from workbench.tui.review.reasons import named
from workbench.tui.review.work import ReviewWork
from workbench.tui.text.formatting import clip_words, count_words, one_line
from workbench.tui.widgets.evidence_list import Card
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.services.review.agreement import AgreementSummary


class Collaboration:
    """What more than one reviewer takes part in."""

    def __init__(self, work: ReviewWork) -> None:
        self._work = work

    def handlers(self) -> Handlers:
        """What each command does."""
        return {
            "ask_second_opinion": self.ask_second_opinion,
            "settle": self.settle,
            "publish": self.publish,
            "correct_verdict": self.correct,
            "show_agreement": self.show_agreement,
        }

    def ask_second_opinion(self) -> None:
        """Ask for a second opinion on the current claim."""
        from workbench.services.review.review import request_second_opinion

        claim = self._work.claim
        if claim is not None:
            self._work.change(
                claim,
                lambda workspace, version: request_second_opinion(workspace, claim.id, version=version),
                said="A second opinion is asked for: the next reviewer judges without seeing this verdict.",
            )

    def settle(self) -> None:
        """Settle two opinions that differ, or settle again."""
        claim = self._work.claim
        if claim is not None:
            self._work.screen.prepare(partial(self._ask_to_settle, claim))

    async def _ask_to_settle(self, claim: Claim) -> None:
        """What is on record is read now: it may not have come yet, and another may have agreed since."""
        from workbench.services.record.event_texts import told
        from workbench.tui.dialogs.sheet import Confirm

        _, record = await self._work.host.threads.read(loading.load_linked, claim.id, self._work.session.claim_day)
        both = opinions(record.verdicts)
        if len(both) < 2:
            self._work.tell("There are no two opinions on this claim.", warning=True)
            return
        given = "\n".join(
            f"{one_line(v.reviewer)}: {one_line(v.rating)} – {one_line(v.rationale)}" for v in record.verdicts
        )
        given += "".join(f"\n{one_line(event.reviewer)} {one_line(told(event))}" for event in record.consents)
        mine = any(same_person(verdict.reviewer, self._work.host.reviewer) for verdict in both)

        def agreed(yes: bool) -> None:
            if yes:
                self._choose(claim, "Settle: which rating stands?", given, partial(self._settle, claim, mine))

        if mine:
            question = (
                f"{given}\n\nYou gave one of these opinions. Do you agree to one rating now? It is settled when each "
                "of you has said so."
            )
            self._work.ask(Confirm("Settle by consent?", question, yes="I agree", no="Not yet"), agreed)
        else:
            agreed(True)

    def _settle(self, claim: Claim, consent: bool, rating: str, reason: str) -> None:
        from workbench.services.review.review import settle

        def done(verdict: Verdict | None) -> None:
            waits = "settled when everyone who differed has agreed to it."
            words = one_line(rating) if verdict is None else one_line(verdict.rating)
            self._work.tell(f"You agree to {words}: {waits}" if verdict is None else f"Settled: {words}")

        self._work.change(
            claim,
            lambda workspace, version: settle(
                workspace, claim.id, rating, why=reason, by_consent=consent, version=version
            ),
            done,
        )

    def correct(self) -> None:
        """Correct a published verdict."""
        claim = self._work.claim
        if claim is None or claim.status is not ReviewStatus.PUBLISHED:
            self._work.tell("Only a published verdict is corrected; any other is simply rated again.", warning=True)
            return
        self._work.screen.prepare(partial(self._ask_what_it_rests_on, claim))

    async def _ask_what_it_rests_on(self, claim: Claim) -> None:
        """Which of the accepted passages count from now on; what the published verdict rests on is told."""
        from workbench.tui.dialogs.rests_on import RestsOnForm

        cards, record = await self._work.host.threads.read(loading.load_linked, claim.id, self._work.session.claim_day)
        accepted = {card.passage.id: _named(card) for card in cards if card.state is EvidenceState.ACCEPTED}
        before = relied_on([record.standing]) if record.standing is not None else set()
        rested = f"resting on {count_words(len(before), 'passage')}" if before else "resting on no evidence"
        stands = (
            f"Published as {one_line(claim.rating or '')}, {rested}. The old verdict stays in the record beside the "
            "correction, with what it rested on."
        )

        def chosen(passages: tuple[int, ...]) -> None:
            self._choose(claim, "Correct to which rating?", stands, partial(self._correct, claim, passages))

        if accepted:
            self._work.ask(RestsOnForm(accepted, before), chosen)
        else:
            chosen(())

    def _correct(self, claim: Claim, passages: tuple[int, ...], rating: str, reason: str) -> None:
        from workbench.services.review.review import correct

        on = [(number, None) for number in passages]
        what = count_words(len(on), "passage") if on else "no evidence"
        self._work.change(
            claim,
            lambda workspace, version: correct(workspace, claim.id, rating, why=reason, version=version, evidence=on),
            said=f"Corrected: {one_line(rating)}, resting on {what}",
        )

    def _choose(self, claim: Claim, title: str, said: str, give: partial[None]) -> None:
        """Ask for a rating, then for its reason; `give` gets both."""
        from workbench.tui.dialogs.sheet import Choose

        scale = self._work.session.scale
        if scale is None:
            return
        by_key = {rating.key: rating for rating in scale.ratings}
        options = [(rating.key, f"{rating.key}  {one_line(rating.words)}") for rating in scale.ratings]
        self._work.ask(Choose(title, options, said_first=said), lambda key: self._explain(claim, by_key[key], give))

    def _explain(self, claim: Claim, rating: Rating, give: partial[None]) -> None:
        from workbench.tui.dialogs.reason import WriteText

        self._work.ask(
            WriteText(f"Why {one_line(rating.words)}?", above=one_line(claim.text)), partial(give, rating.words)
        )

    def publish(self) -> None:
        """Publish the verdict, after asking: it is locked from then on."""
        claim = self._work.claim
        if claim is None:
            return
        if claim.rating is None or claim.status is ReviewStatus.PUBLISHED:
            reason = (
                "It is published already." if claim.rating else "Only a verdict can be published; this claim has none."
            )
            self._work.tell(reason, warning=True)
            return
        self._work.screen.prepare(partial(self._ask_to_publish, claim))

    async def _ask_to_publish(self, claim: Claim) -> None:
        """What the verdict rests on is told before it is locked with it."""
        from workbench.services.review.deciding import sentences_of
        from workbench.services.review.review import publish
        from workbench.tui.dialogs.sheet import Confirm

        cards, record = await self._work.host.threads.read(loading.load_linked, claim.id, self._work.session.claim_day)
        cited = record.standing.evidence if record.standing is not None else ()
        on = {piece.passage_id: piece for piece in cited}  # as the verdict has it, whatever was changed since
        rests = [_named(card, on[card.passage.id]) for card in cards if card.passage.id in on]
        resting = "\n".join(["It rests on:", *rests]) if rests else "It rests on no evidence."
        if any(piece.cited is None and len(sentences_of(piece.quote)) > 1 for piece in cited):
            again = (
                "{settle} settles it again"
                if claim.status is ReviewStatus.SETTLED
                else ("a rating key gives the verdict again")
            )
            resting += self._work.keyed(
                "\nA passage is cited whole: {cite_next} and {cite_previous} on its card choose a sentence, and "
                f"{again}, on that."
            )

        def answered(yes: bool) -> None:
            if yes:
                self._work.change(
                    claim,
                    lambda workspace, version: publish(workspace, claim.id, version=version),
                    lambda _: offer_archive(self._work, claim.id),
                    said=self._work.keyed("Published and locked; {correct_verdict} corrects it."),
                )

        question = (
            f"{one_line(claim.text)}\n\n{one_line(claim.rating or '')}. {resting}\n\n"
            "A published verdict is locked. It cannot be undone, only corrected, with a date and a reason."
        )
        self._work.ask(Confirm("Publish this verdict?", question, yes="Publish", no="Not yet"), answered)

    def show_agreement(self) -> None:
        """Show how far reviewers agree."""
        self._work.screen.prepare(self._read_agreement)

    async def _read_agreement(self) -> None:
        from workbench.services.review.agreement import agreement_summary
        from workbench.tui.dialogs.sheet import Tell

        summary = await self._work.host.threads.read(agreement_summary, self._work.session.article_id)
        said = agreement_words(summary, self._work.keyed("{ask_second_opinion}"))
        self._work.screen.app.push_screen(Tell("Agreement on this article", said))


MOST_CITED = 160
"""Characters of the words that are cited, in a list of passages."""


def _named(card: Card, piece: CitedEvidence | None = None) -> str:
    """A passage in a list: what it says, where it is from, and the words of it that a verdict cites."""
    stance, words = (card.stance[0], card.words) if piece is None else (piece.stance, piece.words)
    return f"{stance} · {named(card)}: “{clip_words(one_line(words), MOST_CITED)}”"


def agreement_words(summary: AgreementSummary, asks: str) -> str:
    """The table of agreement, and how many claims stand how; `asks` is the key that asks for a second opinion."""
    lines = []
    if summary.rows:
        lines.append(
            f"{'reviewers':28} {'claims':>6} {'equal':>6} {'per cent':>9} {'kappa':>7} {'alpha':>7} {'ordinal':>8}"
        )
        lines += [
            f"{one_line(row.reviewers)[:28]:28} {row.claims:>6} {row.equal:>6} {_number(row.per_cent, 1):>9} "
            f"{_number(row.kappa):>7} {_number(row.alpha):>7} {_number(row.alpha_ordinal):>8}"
            for row in summary.rows
        ]
        lines += ["", "kappa: Cohen's, for two reviewers. alpha: Krippendorff's, nominal and ordinal."]
        if any(row.claims < ENOUGH_CLAIMS for row in summary.rows):
            lines.append(f"Of fewer than {ENOUGH_CLAIMS} claims they say little.")
    else:
        lines.append(f"No claim has two opinions yet. {asks} asks for a second one on a rated claim.")
    states = ", ".join(f"{count} {state.value}" for state, count in summary.states.items() if count)
    return "\n".join([*lines, "", states])


def _number(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
