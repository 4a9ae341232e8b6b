"""`workbench model`: models of one's own on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.output import emit_rows, row_options, say
from workbench.domain.errors import ExitCode

if TYPE_CHECKING:
    from workbench.models.added import AddedModel

COLUMNS = ("name", "purpose", "labels", "size_mb", "sha256", "problem")


@click.group()
def model() -> None:
    """Models that you bring to this machine."""


@model.command("add")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--name", default=None, help="What to call it (default: the folder's name).")
@row_options
def add(folder: Path, name: str | None, format_: str, output: Path | None) -> None:
    """Copy the model in FOLDER, keep its digests, and say what it can be used for.

    FOLDER is as Hugging Face libraries save it, with weights in safetensors. An encoder goes with `reindex --model
    NAME`; one with three labels (entailment, contradiction, neutral) or two (supported or not) with `stance --model
    NAME` and, for the terminal UI, `setting stance_model NAME`. Measure it with `evaluate stance FILE --model NAME`.
    """
    from workbench.models.added import add_model

    found = add_model(folder, name)
    emit_rows([_row(found)], COLUMNS, format_, output)
    if found.purpose == "support":
        say("It tells supported from not supported: it says “supports” or “unclear”, never “refutes”.")


@model.command("list")
@row_options
def list_(format_: str, output: Path | None) -> int:
    """List the models that were added, each checked against its digests.

    Exit code 1 when one of them is damaged.
    """
    from workbench.models.added import added_models

    found = added_models()
    emit_rows([_row(one) for one in found], COLUMNS, format_, output)
    return ExitCode.PROBLEMS if any(one.problem for one in found) else ExitCode.OK


def _row(found: AddedModel) -> dict[str, Any]:
    return {
        "name": found.name,
        "purpose": found.purpose,
        "labels": list(found.labels),
        "size_mb": round(found.size / 1e6, 1),
        "sha256": found.sha256,
        "problem": found.problem,
    }
