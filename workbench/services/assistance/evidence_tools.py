"""What a language model may ask of a workspace: claims of a text, passages, stances, earlier verdicts; all offline.

What comes out is plain data. Private sources are never among it, nor what a reviewer is still to judge blind.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Hit
from workbench.domain.folding import folded
from workbench.domain.searching import Filters
from workbench.services.assistance.proposals import keep_proposal
from workbench.services.record.withholding import cited_told, withheld_of
from workbench.services.review.blind import giving_away, unseen_now
from workbench.services.search.reranking import SHIPPED
from workbench.services.search.search import Searcher, searcher_for
from workbench.services.search.stance import StanceService
from workbench.services.search.thresholds import counted
from workbench.services.search.undated import undated_note
from workbench.services.workspace import Workspace
from workbench.store.claims import claim as stored_claim
from workbench.store.claims import claims
from workbench.store.verdicts import verdicts, withdrawn_verdicts

MOST = 50
LONGEST_TEXT = 200_000
CLOSE = 0.5
"""Share of the words asked for that an earlier claim must hold."""
DRAFTS = ("wording", "claims", "stance", "queries", "note")


def refuse_confidential(workspace: Workspace) -> None:
    """See that nothing of a workspace that is marked confidential is shown to a language model.

    Raises:
        BadInputError: It is marked so.
    """
    if workspace.settings().get("confidential") == "yes":
        raise BadInputError(
            f"{workspace.path} is marked confidential: nothing of it goes to a language model "
            "(`workbench setting confidential no` takes the mark away)."
        )


class EvidenceTools:
    """The tools over one workspace."""

    def __init__(self, workspace: Workspace, *, drafts: bool = False) -> None:
        """Open the tools; without `drafts` nothing is written.

        Raises:
            BadInputError: The workspace is marked confidential.
        """
        refuse_confidential(workspace)
        self._workspace = workspace
        self.drafts = drafts
        self._stances = StanceService(workspace)

    @cached_property
    def _searcher(self) -> Searcher:
        """Made when it is first asked for; the stance model helps to order, and tells what is close, where it is."""
        return searcher_for(self._workspace, SHIPPED, collections=False, strict=False)[0]

    def split(self, text: str, published: str | None = None) -> dict[str, Any]:
        """The checkable claims of a text: exact words, wording that stands alone, kinds, speaker, check-worthiness."""
        from workbench.ingest.options import ReadOptions
        from workbench.ingest.text_document import document_of_text
        from workbench.services.articles.splitting import Splitter

        if not any(character.isalnum() for character in text) or len(text) > LONGEST_TEXT:
            raise BadInputError(f"give a text of 1 to {LONGEST_TEXT:,} characters with words in it.")
        split = Splitter().split(document_of_text(text, ReadOptions(published=_day(published))))
        return {
            "claims": [
                {
                    "start": draft.start,
                    "end": draft.end,
                    "quote": draft.quote,
                    "text": draft.text,
                    "kinds": [kind.value for kind in draft.kinds],
                    "speaker": draft.speaker,
                    "checkworthiness": round(draft.checkworthiness, 4),
                }
                for draft in split.drafts
            ],
            "note": split.note,
            "by": f"machine: {split.version}",
        }

    def search(self, query: str, limit: int = 10, before: str | None = None) -> dict[str, Any]:
        """The passages of one's own evidence closest to words, with source, day and scores; private ones left out."""
        refuse_confidential(self._workspace)
        day = _day(before)
        result = self._searcher.search(query, k=_count(limit), before=day)
        result = counted(result, _public(result.hits))
        undated = undated_note(self._workspace, Filters(before=day))
        note = "; ".join(part for part in (result.note, undated) if part)
        return {"passages": [_passage(hit) for hit in result.hits], "note": note}

    def stance(self, claim: str, limit: int = 10) -> dict[str, Any]:
        """What the closest passages say about a claim, by the workbench's own model: a suggestion, never a verdict."""
        refuse_confidential(self._workspace)
        result = self._searcher.search(claim, k=_count(limit))
        judged = list(self._stances.judge(claim, _public(result.hits)))
        result = counted(result, judged)
        rows = [
            {
                **_passage(hit),
                "stance": None
                if hit.stance is None
                else {
                    "label": hit.stance.label,
                    "supports": hit.stance.supports,
                    "refutes": hit.stance.refutes,
                    "neutral": hit.stance.neutral,
                    "compared": hit.stance.comparison,
                    "by": f"machine: {hit.stance.model}",
                },
            }
            for hit in judged
        ]
        return {"passages": rows, "note": " ".join(part for part in (result.note, self._stances.note) if part)}

    def earlier_verdicts(self, query: str, limit: int = 10) -> dict[str, Any]:
        """The claims rated here that share most words with these, with rating, reason, reviewer and day."""
        refuse_confidential(self._workspace)
        wanted = _words(query)
        if not wanted:
            raise BadInputError("give words to look for.")
        database = self._workspace.database
        hidden = unseen_now(self._workspace)
        gone = withdrawn_verdicts(database)
        scored = [
            (len(wanted & _words(one.text)) / len(wanted), one)
            for one in claims(database)
            if one.rating is not None and one.id not in hidden
        ]
        close = sorted((pair for pair in scored if pair[0] >= CLOSE), key=lambda pair: (-pair[0], pair[1].id))
        last = {
            verdict.claim_id: verdict
            for verdict in verdicts(database, claim_ids=[one.id for _, one in close])
            if verdict.id not in gone
        }
        secret = giving_away(self._workspace, [verdict.id for verdict in last.values()], hidden)
        told = [one for _, one in close if one.id not in last or last[one.id].id not in secret]
        chosen = told[: _count(limit)]
        shown = cited_told(self._workspace, [last[one.id] for one in chosen if one.id in last])
        last = {verdict.claim_id: verdict for verdict in shown}
        withheld = withheld_of(self._workspace)
        return {
            "claims": [
                {
                    "claim_id": one.id,
                    "article_id": one.article_id,
                    # as it was rated, not as it was reworded since
                    "text": (last[one.id].claim_text if one.id in last else "") or one.text,
                    "speaker": one.speaker,
                    "rating": one.rating,
                    "status": one.status.value,
                    "why": withheld.scrub(last[one.id].rationale) if one.id in last else "",
                    "reviewer": last[one.id].reviewer if one.id in last else None,
                    "rated": last[one.id].at[:10] if one.id in last else None,
                }
                for one in chosen
            ]
        }

    def draft(self, machine: str, kind: str, text: str, claim_id: int | None = None) -> dict[str, Any]:
        """Keep a draft for a person to look at, marked as a machine's; it changes no claim and counts nowhere.

        Raises:
            BadInputError: Drafts are not allowed, or it is of no kind there is.
            NotFoundError: There is no such claim.
        """
        refuse_confidential(self._workspace)
        if not self.drafts:
            raise BadInputError("drafts are not allowed; the person who starts the server allows them.")
        if kind not in DRAFTS or not text.strip():
            raise BadInputError(f"a draft has words and is one of: {', '.join(DRAFTS)}.")
        if claim_id is not None:
            stored_claim(self._workspace.database, claim_id)
        kept = keep_proposal(self._workspace, machine, kind, {"text": text}, claim_id=claim_id)
        return {"made_by": kept.made_by, "at": kept.at, "kind": kept.kind, "claim_id": kept.claim_id}


def _public(hits: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in hits if not hit.source.private]


def _passage(hit: Hit) -> dict[str, Any]:
    source = hit.source
    return {
        "passage_id": hit.passage.id,
        "text": hit.passage.text,
        "locator": hit.passage.locator,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "score": round(hit.fused, 6),
    }


def _count(limit: int) -> int:
    return max(1, min(int(limit), MOST))


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise BadInputError(f"{value!r} is no date; write it as YYYY-MM-DD.") from error


def _words(text: str) -> set[str]:
    plain = "".join(sign if sign.isalnum() else " " for sign in folded(text))
    return {word for word in plain.split() if len(word) > 2 or word.isdigit()}
