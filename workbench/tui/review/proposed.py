"""What machines proposed for a claim: shown as theirs, taken over as an ordinary act of the reviewer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from workbench.domain.articles import Claim
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.shared_evidence import HeldPassage
from workbench.tui.dialogs.forms import Wanted
from workbench.tui.review.work import ReviewWork
from workbench.tui.runtime.jobs import Job
from workbench.tui.runtime.threads import Lane
from workbench.tui.text.formatting import clip_words, one_line
from workbench.tui.work_screen import Handlers

if TYPE_CHECKING:
    from workbench.services.assistance.proposals import Proposal
    from workbench.services.workspace import Workspace

MOST = 9
"""Newest proposals that are shown of a claim."""
ASKED = {
    "w": "a wording that stands alone",
    "q": "words to search for",
    "s": "what the passage under the cursor says of it",
    "c": "claims in the paragraph around it",
}
"""What the language model of the workspace may be asked for, by key."""


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
        """Choose a proposal, or ask for one; what is chosen is done as an act of one's own."""
        claim = self._work.claim
        if claim is not None:
            self._work.screen.prepare(partial(self._show, claim))

    async def _show(self, claim: Claim) -> None:
        from workbench.tui.dialogs.sheet import Choose

        await self._read(claim)
        model = await self._work.host.threads.read(model_named)
        found = self._work.session.proposed.get(claim.id, ())
        if not found and not model:
            said = "No machine proposed anything for this claim; `workbench setting llm_model NAME` names one to ask."
            self._work.tell(said, warning=True)
            return
        options = [(str(n), f"{n}  {proposal_words(one)} · {one_line(one.made_by)}") for n, one in enumerate(found, 1)]
        if model:
            wanted = [key for key in ASKED if key != "s" or self._passage() is not None]
            options += [(key, f"{key}  Ask {one_line(model)} for {ASKED[key]}") for key in wanted]
        said = f"{one_line(claim.text)}\n\nProposed by machines. What you choose is done as your own act."
        self._work.ask(Choose("Proposals", options, said_first=said), partial(self._chosen, claim, found))

    def _chosen(self, claim: Claim, found: tuple[Proposal, ...], key: str) -> None:
        if key in ASKED:
            self._ask(claim, key)
        else:
            self._take(claim, found[int(key) - 1])

    def _passage(self) -> int | None:
        card = self._work.view.evidence.card
        # what lies in a collection has no number here until it is decided about
        return None if card is None or isinstance(card.passage, HeldPassage) else card.passage.id

    def _ask(self, claim: Claim, key: str) -> None:
        """Ask the model of the workspace, in the background; the answer is a proposal like any other."""
        passage, host = self._passage(), self._work.host

        def work(workspace: Workspace, job: Job) -> str:
            return ask_machine(workspace, job, claim, key, passage)

        def done(well: bool) -> None:
            if well:
                self._bring(claim)

        host.start_job("Asking a language model", work, done, lane=Lane.MACHINES, changes=False)

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
        elif one.kind == "claims":
            self._choose_claim(one)
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

    def _choose_claim(self, one: Proposal) -> None:
        from workbench.tui.dialogs.sheet import Choose

        there = {(claim.start, claim.end) for claim in self._work.session.claims}
        new = [said for said in spans_of(one) if (said[0], said[1]) not in there][:MOST]
        if not new:
            self._work.tell("All claims that were proposed are there.", warning=True)
            return
        options = [(str(n), f"{n}  {clip_words(words, 90)}") for n, (_, _, words) in enumerate(new, 1)]
        self._work.ask(Choose("Add which claim", options), lambda key: self._add(new[int(key) - 1]))

    def _add(self, said: tuple[int, int, str]) -> None:
        from workbench.services.claims.claim_surgery import add

        article_id = self._work.session.article_id
        self._work.write(
            lambda workspace: add(workspace, article_id, said[0], said[1], text=said[2]),
            lambda made: self._work.go_to_act(made.id),
            said=self._work.keyed("Added as was proposed; {undo} takes it back."),
        )

    def _read_it(self, one: Proposal) -> None:
        from workbench.tui.dialogs.sheet import Tell

        words = "\n".join(f"{name}: {value}" for name, value in one.content.items())
        self._work.screen.app.push_screen(Tell(f"A {one.kind} · {one_line(one.made_by)}", words))


def load_proposals(workspace: Workspace, claim: Claim) -> tuple[Proposal, ...]:
    """The newest proposals for a claim, and of claims in the article around it, the latest first."""
    from workbench.services.assistance.proposals import proposals

    of_article = [one for one in proposals(workspace) if one.claim_id == claim.id or _is_around(one, claim)]
    return tuple(reversed(of_article))[:MOST]


def _is_around(one: Proposal, claim: Claim) -> bool:
    return one.kind == "claims" and one.content.get("article_id") == claim.article_id


def spans_of(one: Proposal) -> list[tuple[int, int, str]]:
    """Where the claims that were proposed begin and end in the article, and their wording; others are left out."""
    listed = one.content.get("claims")
    return [
        (said["start"], said["end"], str(said.get("text") or said.get("quote") or ""))
        for said in (listed if isinstance(listed, list) else ())
        if isinstance(said, dict) and isinstance(said.get("start"), int) and isinstance(said.get("end"), int)
    ]


def model_named(workspace: Workspace) -> str:
    """The language model that the workspace may ask, empty without one that may be asked."""
    from workbench.assistants.openai_client import checked_endpoint, is_loopback
    from workbench.services.assistance.suggesting import DEFAULT_ENDPOINT

    settings = workspace.settings()
    try:  # one on another machine is named each time, on the command line
        elsewhere = not is_loopback(checked_endpoint(settings.get("llm_endpoint") or DEFAULT_ENDPOINT))
    except BadInputError:
        elsewhere = True
    return "" if elsewhere or settings.get("confidential") == "yes" else settings.get("llm_model", "")


def ask_machine(workspace: Workspace, job: Job, claim: Claim, key: str, passage_id: int | None) -> str:
    """Ask for one of `ASKED`; what became of it, in a sentence."""
    from urllib.parse import urlsplit

    from workbench.services.assistance import suggesting
    from workbench.services.assistance.asked_model import StoppableModel, model_asked

    named = model_asked(workspace)
    model = StoppableModel(named, job.cancelled)
    job.progress(0, None, f"{named.name} at {urlsplit(named.endpoint).netloc}")
    if key == "w":
        made = suggesting.suggest_wording(workspace, model, claim.id, anyway=True)
    elif key == "q":
        made = suggesting.suggest_queries(workspace, model, claim.id)
    elif key == "s" and passage_id is not None:
        made = suggesting.suggest_stance(workspace, model, claim.id, passage_id)
    else:
        start, end = suggesting.paragraph_around(workspace, claim.id)
        made = suggesting.suggest_claims(workspace, model, claim.article_id, start=start, end=end)
    dropped = "".join(f" Dropped: {one_line(words)}." for words in made.dropped)
    if made.proposal is None:
        return f"Nothing of what it said was kept.{dropped}"
    return f"It proposes {proposal_words(made.proposal)}.{dropped}"


def proposal_words(one: Proposal) -> str:
    """A proposal in a line."""
    content = one.content
    if one.kind == "queries":
        told = "; ".join(map(str, content.get("queries", ())))
    elif one.kind == "stance":
        told = f"passage {content.get('passage_id')} {content.get('stance')}: “{content.get('quotation', '')}”"
    elif one.kind == "claims":
        told = "; ".join(words for _, _, words in spans_of(one))
    else:
        told = str(content.get("text", ""))
    return f"{one_line(one.kind)}: {clip_words(told, 60)}"
