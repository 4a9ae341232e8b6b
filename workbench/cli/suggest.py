"""`workbench suggest`: what a language model proposes, kept beside the record and marked as a machine's."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say
from workbench.domain.errors import ExitCode

if TYPE_CHECKING:
    from workbench.services.assistance.asked_model import StoppableModel
    from workbench.services.assistance.proposals import Proposal
    from workbench.services.assistance.suggesting import Suggested

COLUMNS = ("made_by", "at", "kind", "claim_id", "content", "prompt_sha256")
F = TypeVar("F", bound=Callable[..., Any])


def _model_options(command: F) -> F:
    for option in (
        click.option("--endpoint", metavar="URL", help="Endpoint to ask; one of another machine is named each time."),
        click.option("--model", metavar="NAME", help="The model's name there (setting llm_model)."),
        click.option(
            "--timeout",
            type=click.FloatRange(1, 3600),
            default=60.0,
            show_default=True,
            help="Seconds one answer may take.",
        ),
        click.option(
            "--max-tokens",
            type=click.IntRange(16, 100_000),
            default=None,
            metavar="N",
            help="Length at which an answer is broken off, instead of one fitting what is asked.",
        ),
    ):
        command = option(command)
    return command


@click.group()
def suggest() -> None:
    """Ask a language model for a wording, claims, a stance or search queries; what it says is kept as a machine's.

    Any endpoint that speaks OpenAI's chat completions (Ollama, llama.cpp, vLLM, llamafile), on this machine unless
    --endpoint names another. Proposals are never counted, exported or judged.
    """


@suggest.command("wording")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.option("--anyway", is_flag=True, help="Also where the wording leaves nothing open.")
@_model_options
@row_options
@click.pass_obj
def wording(session: Session, /, claim_id: int, anyway: bool, format_: str, output: Path | None, **given: Any) -> int:
    """A wording of CLAIM that stands alone, where the rules left words unresolved."""
    from workbench.services.assistance.suggesting import suggest_wording

    return _told(suggest_wording(session.workspace, _model(session, given), claim_id, anyway=anyway), format_, output)


@suggest.command("queries")
@click.argument("claim_id", type=int, metavar="CLAIM")
@_model_options
@row_options
@click.pass_obj
def queries(session: Session, /, claim_id: int, format_: str, output: Path | None, **given: Any) -> int:
    """Search queries for CLAIM."""
    from workbench.services.assistance.suggesting import suggest_queries

    return _told(suggest_queries(session.workspace, _model(session, given), claim_id), format_, output)


@suggest.command("stance")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("passage_id", type=int, metavar="PASSAGE")
@_model_options
@row_options
@click.pass_obj
def stance(session: Session, /, claim_id: int, passage_id: int, format_: str, output: Path | None, **given: Any) -> int:
    """What PASSAGE says about CLAIM, with the exact words it rests on; words that are not in it are dropped."""
    from workbench.services.assistance.suggesting import suggest_stance

    return _told(suggest_stance(session.workspace, _model(session, given), claim_id, passage_id), format_, output)


@suggest.command("claims")
@click.argument("article_id", type=int, metavar="ARTICLE")
@click.option("--start", type=click.IntRange(min=0), default=0, help="First character of the stretch.")
@click.option("--end", type=click.IntRange(min=1), default=None, help="Character after its last one.")
@_model_options
@row_options
@click.pass_obj
def claims(
    session: Session, /, article_id: int, start: int, end: int | None, format_: str, output: Path | None, **given: Any
) -> int:
    """Claims in ARTICLE, or in a stretch of it, by their exact words."""
    from workbench.services.assistance.suggesting import suggest_claims

    made = suggest_claims(session.workspace, _model(session, given), article_id, start=start, end=end)
    return _told(made, format_, output)


@suggest.command("list")
@click.argument("claim_id", type=int, metavar="[CLAIM]", required=False)
@row_options
@click.pass_obj
def list_(session: Session, claim_id: int | None, format_: str, output: Path | None) -> None:
    """The proposals that were kept, of CLAIM or of all, oldest first."""
    from workbench.services.assistance.proposals import proposals

    emit_rows([_row(one) for one in proposals(session.workspace, claim_id)], COLUMNS, format_, output)


def _model(session: Session, given: dict[str, Any]) -> StoppableModel:
    from workbench.assistants.openai_client import is_loopback
    from workbench.services.assistance.asked_model import StoppableModel, model_asked

    model = model_asked(
        session.workspace,
        endpoint=given["endpoint"],
        model=given["model"],
        seconds=given["timeout"],
        most=given["max_tokens"],
    )
    if not is_loopback(model.endpoint):
        where = urlsplit(model.endpoint).netloc
        say(f"Asking {where}, which is not this machine: words of the article and of one passage go there.")
    return StoppableModel(model)


def _told(made: Suggested, format_: str, output: Path | None) -> int:
    for dropped in made.dropped:
        say(f"Dropped: {dropped}.")
    if made.proposal is None:
        return ExitCode.PROBLEMS
    emit_rows([_row(made.proposal)], COLUMNS, format_, output)
    return ExitCode.OK


def _row(one: Proposal) -> dict[str, Any]:
    return {
        "made_by": one.made_by,
        "at": one.at,
        "kind": one.kind,
        "claim_id": one.claim_id,
        "content": json.dumps(one.content, ensure_ascii=False, sort_keys=True),
        "prompt_sha256": one.prompt_sha256,
    }
