"""`workbench search`: evidence for words of your own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.global_options import Session
from workbench.cli.output import Narrow, emit_rows, row_options, say
from workbench.cli.reading import parse_date, progress_line
from workbench.domain.errors import BadInputError, ExitCode
from workbench.domain.evidence import NOTHING_CLOSE
from workbench.domain.shared_evidence import HeldPassage
from workbench.domain.withheld import KEPT_BACK, hit_told

if TYPE_CHECKING:
    from workbench.domain.evidence import Hit

COLUMNS = (
    "rank", "passage_id", "source", "published", "text", "fused", "dense_score", "dense_rank", "lexical_score",
    "lexical_rank",
)  # fmt: skip
NARROW = Narrow(
    "text",
    ("lexical_rank", "lexical_score", "dense_rank", "dense_score", "rerank_score", "fused", "line", "collection"),
)


@click.command()
@click.argument("text", required=False)
@click.option(
    "--from",
    "list_",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Search for each claim or question of FILE: one a line, or a CSV or TSV table.",
)
@click.option("--column", metavar="NAME", help="With --from, the column of the table that holds them.")
@click.option(
    "-k", "--limit", "count", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many passages."
)
@click.option("--before", metavar="DATE", help="Only sources published earlier than this day.")
@click.option("--after", metavar="DATE", help="Only sources published on this day or later.")
@click.option(
    "--mode",
    type=click.Choice(["hybrid", "dense", "lexical"]),
    default="hybrid",
    show_default=True,
    help="By words and meaning, by meaning, or by words.",
)
@click.option("--source", "sources", multiple=True, metavar="ID", help="Only this source (repeatable).")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only sources with this tag (repeatable).")
@click.option("--publisher", "publishers", multiple=True, metavar="NAME", help="Only this publisher (repeatable).")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language (repeatable).")
@click.option("--said", metavar="DATE", help="When the words were said: tells what was published before and after.")
@click.option(
    "--rerank",
    is_flag=False,
    flag_value="stance",
    metavar="[MODEL]",
    help="Put the best in order with this cross-encoder, by name or folder; the stance model does so unless told.",
)
@click.option("--no-rerank", is_flag=True, help="Leave the order as words and meaning give it.")
@row_options
@click.pass_obj
def search(
    session: Session,
    /,
    text: str | None,
    list_: Path | None,
    column: str | None,
    count: int,
    before: str | None,
    after: str | None,
    mode: str,
    sources: tuple[str, ...],
    tags: tuple[str, ...],
    publishers: tuple[str, ...],
    languages: tuple[str, ...],
    said: str | None,
    rerank: str | None,
    no_rerank: bool,
    format_: str,
    output: Path | None,
) -> None:
    """Find the passages of your evidence closest to TEXT, best first, and say why each is there.

    The stance model reads the first fifty and helps to put them in order, where words and meaning are both searched.
    With --from FILE one table answers a whole list; its rows begin with the line and the words that were asked.
    """
    from workbench.domain.searching import Filters
    from workbench.services.search.reranking import SHIPPED
    from workbench.services.search.undated import undated_note

    if (text is None) == (list_ is None):
        raise BadInputError("give the words to search for, or --from FILE with a list of them.")
    if column is not None and list_ is None:
        raise BadInputError("--column goes with --from FILE.")
    if rerank and no_rerank:
        raise BadInputError("--rerank and --no-rerank exclude each other.")
    asked = bool(rerank)
    if not asked and not no_rerank and mode == "hybrid":
        rerank = SHIPPED
    if tags:
        from workbench.services.review.desk_work import tagged_sources

        sources = tagged_sources(session.workspace, tags, sources)
    how: dict[str, Any] = dict(
        k=count,
        before=parse_date(before, "--before"),
        after=parse_date(after, "--after"),
        mode=mode,
        rerank=rerank,
        sources=sources,
        publishers=publishers,
        languages=languages,
        day=parse_date(said, "--said"),
    )
    if note := undated_note(
        session.workspace,
        Filters(before=how["before"], after=how["after"], sources=sources, publishers=publishers, languages=languages),
    ):
        say(f"Note: {note}")
    if list_ is not None:
        unranked = _search_list(session, list_, column, how, format_, output)
    else:
        unranked = _search_one(session, text or "", how, format_, output)
    if unranked and asked:  # the note has said so, and the rows are those of the search
        click.get_current_context().exit(ExitCode.MODEL)


def _search_one(session: Session, text: str, how: dict[str, Any], format_: str, output: Path | None) -> bool:
    """Answer one question; whether its passages could not be reranked."""
    from workbench.services.search.search import search as find

    result = find(session.workspace, text, **how)
    if result.note:
        say(f"Note: {result.note}")
    rows = [hit_row(hit) for hit in result.hits]
    emit_rows(rows, columns_for(rows), format_, output, NARROW)
    return bool(result.unranked)


def _search_list(
    session: Session, path: Path, column: str | None, how: dict[str, Any], format_: str, output: Path | None
) -> bool:
    """Answer a list in one table, what each search notes told once; whether passages could not be reranked."""
    from workbench.services.search.question_list import read_questions, search_all
    from workbench.services.search.search import searcher_for

    questions = read_questions(path, column)
    searcher, lack = searcher_for(session.workspace, how.pop("rerank"))
    rows: list[dict[str, Any]] = []
    notes = {lack: None} if lack else {}
    with progress_line("questions") as progress:
        for asked, result in search_all(searcher, questions, progress=progress, **how):
            rows += [{"line": asked.line, "query": asked.text, **hit_row(hit)} for hit in result.hits]
            if result.note and result.note != NOTHING_CLOSE:
                notes[result.note] = None
            if not result.close:
                say(f"Line {asked.line}: nothing close found.")
    for note in notes:
        say(f"Note: {note}")
    emit_rows(rows, ("line", "query", *columns_for(rows)), format_, output, NARROW)
    return bool(lack)


def columns_for(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    """The columns of a table of hits; which collection each is of, and its relevance, where one has any."""
    more = [name for name in ("collection", "rerank_score") if any(row.get(name) is not None for row in rows)]
    return (*COLUMNS, *more)


def hit_row(hit: Hit) -> dict[str, Any]:
    """A hit as a row, with everything that explains it; lists are kept in json and jsonl.

    Of a private source the title alone is told: rows are passed on. A passage that is in a collection and not in the
    workspace goes by NAME:ID, which commands take in the place of a number.
    """
    passage = hit.passage
    hit = hit_told(hit)
    check = hit.source.fact_check
    row: dict[str, Any] = {
        "rank": hit.rank,
        "passage_id": passage.reference if isinstance(passage, HeldPassage) else passage.id,
        "source": hit.source.title,
        "source_id": hit.source.id,
        "publisher": hit.source.publisher,
        "published": hit.source.published.isoformat() if hit.source.published else None,
        "url": hit.source.url,
        "locator": hit.passage.locator,
        "text": KEPT_BACK if hit.source.private else hit.passage.text,
        "fused": round(hit.fused, 4),
        "dense_score": None if hit.dense_score is None else round(hit.dense_score, 4),
        "dense_rank": hit.dense_rank,
        "lexical_score": None if hit.lexical_score is None else round(hit.lexical_score, 4),
        "lexical_rank": hit.lexical_rank,
        "rerank_score": None if hit.rerank_score is None else round(hit.rerank_score, 4),
        "matches": [{"start": match.start, "end": match.end, "word": match.word} for match in hit.matches],
        "read": [{"start": span.start, "end": span.end} for span in hit.read],
        "shared": list(hit.shared),
        "comparisons": list(hit.comparisons),
        "beside": list(hit.beside),
        "also_in": list(hit.also_in),
        "timing": hit.timing,
        "days_before": hit.days_before,
        "rated": None if check is None else check.rating,
        "rated_claim": None if check is None else check.claim,
    }
    return {**row, "collection": passage.collection} if isinstance(passage, HeldPassage) else row
