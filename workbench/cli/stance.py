"""`workbench stance CLAIM`: what each passage found says about a claim."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.global_options import Session
from workbench.cli.output import Narrow, emit_rows, row_options, say
from workbench.domain.errors import BadInputError, ModelUnavailableError
from workbench.domain.withheld import KEPT_BACK, hit_told

if TYPE_CHECKING:
    from workbench.domain.anchors import Span
    from workbench.domain.evidence import Hit

COLUMNS = (
    "rank", "passage_id", "source", "published", "stance", "supports", "refutes", "neutral", "compared", "text",
)  # fmt: skip
NARROW = Narrow("text", ("neutral", "supports", "refutes", "rank", "compared", "published"))


@click.command()
@click.argument("claim")
@click.option(
    "-k", "--limit", "count", type=click.IntRange(1, 200), default=10, show_default=True, help="How many passages."
)
@click.option("--model", default=None, help="Name or folder of a model to judge with instead.")
@row_options
@click.pass_obj
def stance(session: Session, claim: str, count: int, model: str | None, format_: str, output: Path | None) -> None:
    """What each hit says about CLAIM, the id of a stored claim or words of your own.

    The stance is a suggestion of the model; a rating that strong evidence speaks for is named on stderr.
    """
    from workbench.services.collections.attaching import attached
    from workbench.services.inference.sharing import stance_model
    from workbench.services.review.scales import current_scale
    from workbench.services.search.reranking import SHIPPED
    from workbench.services.search.search import searcher_for
    from workbench.services.search.stance import StanceService
    from workbench.services.search.thresholds import counted
    from workbench.store.claims import claim as stored

    words = claim.strip()
    if not words:
        raise BadInputError("give the id of a claim, or its words.")
    workspace = session.workspace
    # what is lacking the judging tells
    searcher, _ = searcher_for(workspace, SHIPPED, collections=False, strict=False)
    asked = stored(workspace.database, int(words)) if _is_id(words) else words
    result = searcher.search(asked, k=count) if isinstance(asked, str) else searcher.for_claim(asked, k=count)
    service = StanceService(workspace, (lambda: stance_model(model)) if model else None)
    hits = list(service.judge(asked, result.hits))
    # what is read in a passage can make it close: only now is it known whether none is
    result = counted(result, hits)
    if result.note:
        say(result.note)
    if unasked := [one.name for one in attached(workspace)]:
        what, them = ("collections", "them") if len(unasked) > 1 else ("collection", "it")
        say(f"Not asked: the {what} {', '.join(unasked)}; `workbench search` asks {them}.")
    emit_rows([_row(hit) for hit in hits], COLUMNS, format_, output, NARROW)
    if service.note:
        raise ModelUnavailableError(service.note)
    scale = current_scale(workspace)
    suggestion = service.suggest_rating(hits, scale)
    if suggestion is not None:
        rating = scale.find(suggestion.rating) if suggestion.rating else None
        say(f"Suggested: {rating.words}. {suggestion.reason}." if rating else f"{suggestion.reason}.")


LONGEST_ID = 18
"""Digits of the largest number that can be an id; a longer one is no id, and Python reads none of 5,000."""


def _is_id(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) <= LONGEST_ID


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _row(hit: Hit) -> dict[str, object]:
    hit = hit_told(hit)
    said = hit.stance
    return {
        "rank": hit.rank,
        "passage_id": hit.passage.id,
        "source": hit.source.title,
        "publisher": hit.source.publisher,
        "published": hit.source.published.isoformat() if hit.source.published else None,
        "stance": said.label if said else None,
        "supports": said.supports if said else None,
        "refutes": said.refutes if said else None,
        "neutral": said.neutral if said else None,
        "compared": said.comparison if said else "",
        "decides": _place(said.decides) if said and said.decides else None,
        "read": [_place(span) for span in hit.read],
        "text": KEPT_BACK if hit.source.private else hit.passage.text,
    }
