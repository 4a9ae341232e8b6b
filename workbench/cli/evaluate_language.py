"""`workbench evaluate sentences|claims|checkworthiness|news`: the language rules measured on a labelled set."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.cli.output import emit, emit_rows, row_options, say

if TYPE_CHECKING:
    from workbench.services.evaluation.labelled_rows import Measurement

F = TypeVar("F", bound=Callable[..., Any])


def _options(command: F) -> F:
    """The options all four commands share: where predictions go and how the metrics are printed."""
    command = row_options(command)
    return click.option(
        "--predictions", type=click.Path(path_type=Path), required=True, help="Write the predictions here (JSONL)."
    )(command)


def _finish(result: Measurement, predictions: Path, format_: str, output: Path | None, missing: str = "") -> None:
    """Write the predictions, print the metrics, say what was done without."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in result.predictions)
    emit(lines, predictions)
    if missing:
        say(missing)
    if result.metrics:
        rows = [
            {"metric": name, "value": value if isinstance(value, int) else round(value, 4)}
            for name, value in result.metrics.items()
        ]
        emit_rows(rows, ["metric", "value"], format_, output)
    else:
        say("No row has labels: predictions only, no metrics.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", default="en", show_default=True, help="Language of rows that name none.")
@_options
def sentences(file: Path, language: str, predictions: Path, format_: str, output: Path | None) -> None:
    """Sentence boundaries. Rows: {id, text, sentences}; predictions: {id, sentences}."""
    from workbench.services.evaluation.evaluate_language import evaluate_sentences

    _finish(evaluate_sentences(file, language), predictions, format_, output)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rules-only", is_flag=True, help="Word patterns alone, without the parser.")
@_options
def claims(file: Path, rules_only: bool, predictions: Path, format_: str, output: Path | None) -> None:
    """Standalone wording. Rows: {id, document, sentence, decontextualised, claims}; predictions: {id, claims}."""
    from workbench.services.articles.language_models import LanguageModels
    from workbench.services.evaluation.evaluate_language import evaluate_claims

    models = LanguageModels(trees=not rules_only)
    _finish(evaluate_claims(file, models.parse, models.antecedents()), predictions, format_, output, models.missing)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rules-only", is_flag=True, help="Rule features alone, without the encoder.")
@_options
def checkworthiness(file: Path, rules_only: bool, predictions: Path, format_: str, output: Path | None) -> None:
    """Check-worthiness. Rows: {id, text, label, document}; predictions: {id, score, checkworthy}."""
    from workbench.services.articles.language_models import LanguageModels
    from workbench.services.evaluation.evaluate_language import evaluate_checkworthiness

    models = LanguageModels(vectors=not rules_only)
    _finish(evaluate_checkworthiness(file, models.score), predictions, format_, output, models.missing)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rules-only", is_flag=True, help="Word patterns and rule features alone, without any model.")
@_options
def news(file: Path, rules_only: bool, predictions: Path, format_: str, output: Path | None) -> None:
    """Claims of whole articles. Rows: {id, text, published, claims}; predictions: {doc, start, end, text, …}."""
    from workbench.services.articles.language_models import LanguageModels
    from workbench.services.evaluation.evaluate_news import evaluate_news

    models = LanguageModels(trees=not rules_only, vectors=not rules_only)
    _finish(
        evaluate_news(file, models.parse, models.rescore, models.antecedents()),
        predictions,
        format_,
        output,
        models.missing,
    )
