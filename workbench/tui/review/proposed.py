"""What machines proposed for a claim: shown as theirs, taken over as an ordinary act of the reviewer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from workbench.domain.articles import Claim
from workbench.domain.evidence import EvidenceState, Stance
from workbench.tui.dialogs.forms import Wanted
from workbench.tui.review.work import ReviewWork
from workbench.tui.text.formatting import clip_words, one_line
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.services.assistance.proposals import Proposal
    from workbench.services.workspace import Workspace

MOST = 9
"""Newest proposals that are shown of a claim."""


class Proposed:
    """Proposals are read when the cursor arrives; they lie beside the record and count nothing.

    Args:
        work: The review.
        search: Searches the evidence of the claim under the cursor with words.
    """

    def __init__(self, work: ReviewWork, search: Callable[[Wanted], None]) -> None:
        self._work, self._search = work, search
        work.arrived.append(self._bring)

    def handlers(self) -> Handlers:
        """What each command does."""
        return {"show_proposals": self.show}

    def _bring(self, claim: Claim) -> None:
        self._work.start(partial(self._read, claim), group="proposals", alone=True)

    async def _read(self, claim: Claim) -> None:
        session = self._work.session
        found = await self._work.host.threads.read(load_proposals, claim)
        if found != session.proposed.get(claim.id, ()):
            session.proposed[claim.id] = found
            if claim.id == session.current_id and self._work.screen.is_attached:
                self._work.view.show_verdict()

    def show(self) -> None:
        """Choose a proposal; it is taken over as an act of one's own."""
        from workbench.tui.dialogs.sheet import Choose

        claim = self._work.claim
        found = () if claim is None else self._work.session.proposed.get(claim.id, ())
        if claim is None or not found:
            self._work.tell("No machine proposed anything for this claim; `workbench suggest` asks one.", warning=True)
            return
        options = [(str(n), f"{n}  {proposal_words(one)} · {one_line(one.made_by)}") for n, one in enumerate(found, 1)]
        said = f"{one_line(claim.text)}\n\nProposed by machines. What you choose is done as your own act."
        self._work.ask(
            Choose("Proposals", options, said_first=said), lambda key: self._take(claim, found[int(key) - 1])
        )

    def _take(self, claim: Claim, one: Proposal) -> None:
        content = one.content
        if one.kind == "wording":
            self._reword(claim, str(content.get("text", "")))
        elif one.kind == "queries":
            words = [str(words) for words in content.get("queries", ()) if str(words).strip()]
            if words:
                self._choose_query(words)
        elif one.kind == "stance":
            self._accept(claim, content)
        else:
            self._read_it(one)

    def _reword(self, claim: Claim, text: str) -> None:
        from workbench.services.claims.claim_editing import edit_wording

        self._work.change(
            claim,
            lambda workspace, version: edit_wording(workspace, claim.id, text, version=version),
            said=self._work.keyed("Reworded as was proposed; {undo} takes it back."),
        )

    def _choose_query(self, words: list[str]) -> None:
        from workbench.tui.dialogs.sheet import Choose

        options = [(str(n), f"{n}  {one_line(one)}") for n, one in enumerate(words[:MOST], 1)]
        self._work.ask(Choose("Search for", options), lambda key: self._search(Wanted(words[int(key) - 1])))

    def _accept(self, claim: Claim, content: Any) -> None:
        from workbench.services.evidence.decisions import decide

        label = str(content.get("stance", ""))
        if label not in {stance.value for stance in Stance} or not isinstance(content.get("passage_id"), int):
            self._work.tell("The proposal names no passage and stance.", warning=True)
            return
        passage_id, stance = int(content["passage_id"]), Stance(label)

        def work(workspace: Workspace) -> object:
            return decide(workspace, claim.id, passage_id, EvidenceState.ACCEPTED, stance=stance)

        self._work.write(work, said=self._work.keyed("Accepted as was proposed; {undo} takes it back."))

    def _read_it(self, one: Proposal) -> None:
        from workbench.tui.dialogs.sheet import Tell

        words = "\n".join(f"{name}: {value}" for name, value in one.content.items())
        self._work.screen.app.push_screen(Tell(f"A {one.kind} · {one_line(one.made_by)}", words))


def load_proposals(workspace: Workspace, claim: Claim) -> tuple[Proposal, ...]:
    """The newest proposals for a claim, the latest first."""
    from workbench.services.assistance.proposals import proposals

    return tuple(reversed(proposals(workspace, claim.id)))[:MOST]


def proposal_words(one: Proposal) -> str:
    """A proposal in a line."""
    content = one.content
    if one.kind == "queries":
        told = "; ".join(map(str, content.get("queries", ())))
    elif one.kind == "stance":
        told = f"passage {content.get('passage_id')} {content.get('stance')}: “{content.get('quotation', '')}”"
    else:
        told = str(content.get("text", ""))
    return f"{one_line(one.kind)}: {clip_words(told, 60)}"
