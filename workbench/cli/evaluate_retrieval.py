"""`workbench evaluate retrieval`: the real search over a BEIR folder."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.output import emit_rows, row_options, say
from workbench.cli.reading import progress_line
from workbench.services.record.atomic_files import write_whole


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--run", "run_file", type=click.Path(path_type=Path), required=True, help="Where the TREC run file is written."
)
@click.option(
    "--mode",
    type=click.Choice(["hybrid", "dense", "lexical"]),
    default="hybrid",
    show_default=True,
    help="The search whose results make the run.",
)
@click.option(
    "--cache", type=click.Path(path_type=Path, file_okay=False), help="Keep the index here: the next run is quick."
)
@click.option("--no-rerank", is_flag=True, help="Leave the order as words and meaning give it.")
@click.option(
    "--precision",
    type=click.Choice(["float32", "int8"]),
    help="int8 takes a third of the time, with vectors a little off; left out: int8 for more than 20,000 documents.",
)
@click.option(
    "-k", "--k", "count", type=click.IntRange(1, 1000), default=100, show_default=True, help="Results a query."
)
@row_options
def retrieval(
    folder: Path,
    run_file: Path,
    mode: str,
    cache: Path | None,
    no_rerank: bool,
    precision: str | None,
    count: int,
    format_: str,
    output: Path | None,
) -> None:
    """Index FOLDER (corpus.jsonl, queries.jsonl), answer its queries, and write the run.

    As in a search, the stance model helps to order the first fifty passages of the hybrid mode. With qrels/test.tsv,
    nDCG@10, MAP@5, R@10 and R@100 of every order are printed, with a paired comparison.
    """
    from workbench.services.evaluation.evaluate_retrieval import evaluate_retrieval, trec
    from workbench.services.inference.sharing import stance_model
    from workbench.services.search.reranking import SHIPPED

    reranker = None if no_rerank or mode != "hybrid" else stance_model(SHIPPED)
    with progress_line("done") as progress:
        report = evaluate_retrieval(
            folder, mode=mode, k=count, cache=cache, precision=precision, reranker=reranker, progress=progress
        )
    write_whole(run_file, trec(report.run).encode("utf-8", "surrogatepass"))
    say(
        f"{report.queries:,} queries over {report.documents:,} documents ({report.passages:,} passages), "
        f"model {report.model}."
    )
    given = "reranked" if reranker is not None else mode
    against = {comparison.other: comparison for comparison in report.comparisons}
    rows = []
    for name, measures in report.measures.items():
        comparison = against.get(name)
        rows.append(
            {
                "mode": name,
                **{key.replace("AP@", "MAP@"): round(value, 4) for key, value in measures.items()},
                f"{given}_better": comparison.better if comparison else None,
                f"{given}_worse": comparison.worse if comparison else None,
                "difference": round(comparison.difference, 4) if comparison else None,
                "p": f"{comparison.p:.2g}" if comparison else None,
            }
        )
    if rows:
        emit_rows(rows, tuple(rows[0]), format_, output)
