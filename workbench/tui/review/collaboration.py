"""Reviewing with others: second opinions, settling, publishing, correcting, agreement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.domain.articles import Claim, ReviewStatus
from workbench.domain.standing import opinions, same_person
from workbench.tui.review.core import ReviewCore
from workbench.tui.text.formatting import one_line

if TYPE_CHECKING:
    from workbench.services.review.agreement import AgreementSummary
    from workbench.services.workspace import Workspace


class TogetherActions(ReviewCore):
    """What more than one reviewer takes part in."""

    def action_ask_second_opinion(self) -> None:
        """Ask for a second opinion on the current claim."""
        claim = self.claim
        if claim is None:
            return

        def work(workspace: Workspace, version: int) -> Claim:
            from workbench.services.review.review import request_second_opinion

            return request_second_opinion(workspace, claim.id, version=version)

        self.change(
            claim, work, said="A second opinion is asked for: the next reviewer judges without seeing this verdict."
        )

    def action_settle(self) -> None:
        """Settle two opinions that differ, or settle anew."""
        from workbench.tui.dialogs.sheet import Confirm

        claim = self.claim
        record = self.records.get(claim.id) if claim else None
        both = opinions(record.verdicts) if record is not None else ()
        if claim is None or record is None or len(both) < 2:
            self.tell("There are no two opinions on this claim.", warning=True)
            return
        given = "\n".join(
            f"{one_line(v.reviewer)}: {one_line(v.rating)} – {one_line(v.rationale)}" for v in record.verdicts
        )
        mine = any(same_person(verdict.reviewer, self.host.reviewer) for verdict in both)

        def agreed(yes: bool) -> None:
            if yes:
                self._choose_and_give(claim, "settle", "Settle: which rating stands?", given, consent=mine)

        if mine:
            question = f"{given}\n\nYou gave one of these opinions. Do both of you agree on one rating now?"
            self.ask(Confirm("Settle by consent?", question, yes="We agree", no="Not yet"), agreed)
        else:
            agreed(True)

    def action_correct_verdict(self) -> None:
        """Correct a published verdict."""
        claim = self.claim
        if claim is None or claim.status is not ReviewStatus.PUBLISHED:
            self.tell("Only a published verdict is corrected; any other is simply rated anew.", warning=True)
            return
        stands = (
            f"Published as {one_line(claim.rating or '')}. The old verdict stays in the record beside the correction."
        )
        self._choose_and_give(claim, "correct", "Correct to which rating?", stands)

    def _choose_and_give(self, claim: Claim, act: str, title: str, said: str, *, consent: bool = False) -> None:
        from workbench.tui.dialogs.sheet import Choose

        if self.scale is None:
            return
        options = [(rating.key, f"{rating.key}  {one_line(rating.words)}") for rating in self.scale.ratings]
        ask = partial(self._reason_and_give, claim, act, consent)
        self.ask(Choose(title, options, said_first=said), ask)

    def _reason_and_give(self, claim: Claim, act: str, consent: bool, key: str) -> None:
        from workbench.tui.dialogs.reason import WriteText

        chosen = self.scale.find(key) if self.scale else None
        rating = chosen.words if chosen else key
        name = one_line(rating)

        def give(reason: str) -> None:
            def work(workspace: Workspace, version: int) -> object:
                from workbench.services.review.review import correct, settle

                if act == "correct":
                    return correct(workspace, claim.id, rating, why=reason, version=version)
                return settle(workspace, claim.id, rating, why=reason, by_consent=consent, version=version)

            self.change(claim, work, said=f"{'Corrected' if act == 'correct' else 'Settled'}: {name}")

        self.ask(WriteText(f"Why {name}?", above=one_line(claim.text)), give)

    def action_publish(self) -> None:
        """Publish the verdict, after asking: it is locked from then on."""
        from workbench.tui.dialogs.sheet import Confirm

        claim = self.claim
        if claim is None:
            return
        if claim.rating is None or claim.status is ReviewStatus.PUBLISHED:
            reason = (
                "It is published already." if claim.rating else "Only a verdict can be published; this claim has none."
            )
            self.tell(reason, warning=True)
            return

        def answered(yes: bool) -> None:
            if not yes:
                return

            def work(workspace: Workspace, version: int) -> Claim:
                from workbench.services.review.review import publish

                return publish(workspace, claim.id, version=version)

            self.change(claim, work, said=self.keyed("Published and locked; {correct_verdict} corrects it."))

        question = (
            f"{one_line(claim.text)}\n\n{one_line(claim.rating)}\n\n"
            "A published verdict is locked. It cannot be undone, only corrected, with a date and a reason."
        )
        self.ask(Confirm("Publish this verdict?", question, yes="Publish", no="Not yet"), answered)

    def action_show_agreement(self) -> None:
        """Show how far reviewers agree."""
        from workbench.tui.dialogs.sheet import Tell

        async def reading() -> None:
            def work(workspace: Workspace) -> AgreementSummary:
                from workbench.services.review.agreement import agreement_summary

                return agreement_summary(workspace, self.article_id)

            summary = await self.host.threads.read(work)
            said = agreement_words(summary, self.keyed("{ask_second_opinion}"))
            self.app.push_screen(Tell("Agreement on this article", said))

        self.start(reading)

    def action_show_history(self) -> None:
        """Open the history."""
        from workbench.tui.history.screen import HistoryScreen

        self.app.push_screen(HistoryScreen(self.article_id, self.current_id))

    def action_show_statistics(self) -> None:
        """Open the statistics of the article."""
        from workbench.tui.statistics.screen import StatisticsScreen

        self.app.push_screen(StatisticsScreen(self.article_id))


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
    else:
        lines.append(f"No claim has two opinions yet. {asks} asks for a second one on a rated claim.")
    states = ", ".join(f"{count} {state.value}" for state, count in summary.states.items() if count)
    return "\n".join([*lines, "", states])


def _number(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
