"""`workbench evaluate stance`: what a passage says about a claim, measured on a labelled set."""

from __future__ import annotations

import json
from pathlib import Path

import click

from workbench.cli.output import emit, emit_rows, row_options, say
from workbench.domain.errors import BadInputError
from workbench.services.record.atomic_files import check_reachable


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--model", default=None, help="Folder or name of an inference cross-encoder to judge with instead.")
@click.option(
    "--predictions", type=click.Path(path_type=Path), required=True, help="Write the predictions here (JSONL)."
)
@row_options
def stance(file: Path, model: str | None, predictions: Path, format_: str, output: Path | None) -> None:
    """Stances. Rows: {id, claim, evidence, label}; predictions: {id, label, probabilities}.

    `title`, `claim_date` and `published` are used where a row has them; rows without a label are judged, not counted.
    """
    from workbench.models.reranker import load_reranker
    from workbench.services.evaluation.evaluate_stance import evaluate_stance

    _check(file, predictions)
    result = evaluate_stance(file, load_reranker(model))
    emit("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in result.predictions), predictions)
    if result.metrics:
        rows = [
            {"metric": name, "value": value if isinstance(value, int) else round(value, 4)}
            for name, value in result.metrics.items()
        ]
        emit_rows(rows, ["metric", "value"], format_, output)
    else:
        say("No row has a label: predictions only, no metrics.")


def _check(file: Path, predictions: Path) -> None:
    """Refuse at once what would fail after minutes of judging, or write over the labelled set."""
    check_reachable(predictions)
    if predictions.exists() and file.exists() and predictions.samefile(file):
        raise BadInputError(f"{predictions} is the labelled set itself; write the predictions to another file.")
