"""A list of claims from elsewhere becomes an article of claims: one paragraph a row, in the order of the rows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.articles import Article
from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import BadInputError
from workbench.ingest.bylines import undated
from workbench.ingest.dates import dates_in, ends_with_weekday, parse_date
from workbench.ingest.options import ReadOptions
from workbench.ingest.text import normalise
from workbench.reports.claim_sheet import ListedClaim, read_claims
from workbench.services.articles.articles import AddedArticle, known_article
from workbench.services.claims.claim_surgery import addition
from workbench.services.claims.claim_vectors import encode_new_claims
from workbench.services.claims.claim_wording import trimmed_span
from workbench.services.workspace import Workspace
from workbench.store import articles as store

MADE_BY = "a list of claims, row by row"


@dataclass(frozen=True, slots=True)
class AddedClaims:
    """The article that was made, and the rows that are not in it, each with its place and why."""

    article: AddedArticle
    skipped: tuple[Skipped, ...]


def _day_of(stated: str) -> date | None:
    """The day that a cell states, as people write days; None where it holds other words, or two days ("3 or 4 May")."""
    try:
        return date.fromisoformat(stated[:10])
    except ValueError:
        pass
    rest = undated(stated)
    if len(list(dates_in(stated))) > 1 or rest[: ends_with_weekday(rest)].strip(" ,."):
        return None
    return parse_date(stated)


def add_claim_list(
    workspace: Workspace, path: Path, columns: Mapping[str, str], options: ReadOptions | None = None
) -> AddedClaims:
    """Make an article of the rows of a sheet: each row's claim is a claim of its own, and nothing else is split.

    Under each claim stands what the list says of it: speaker, date, note, address and row. All claims or none go in.

    Args:
        workspace: Where it goes.
        path: A CSV or Excel file.
        columns: One of text, speaker, date, note, url → the name of its column.
        options: Title, publisher, author, address, day and language that the user gave.
    Raises:
        BadInputError: The file cannot be read, lacks a column, or holds no claim.
    """
    workspace.database.require_allowed()
    options = options or ReadOptions()
    listed, bad = read_claims(path, columns, _day_of)
    skipped = [Skipped(f"{path}, row {line}", why) for line, why in bad]
    if not listed:
        why = f" ({skipped[0].origin}: {skipped[0].reason})" if skipped else ""
        raise BadInputError(f"{path} holds no claims{why}.")
    text, spans = _laid_out(listed)
    content = path.read_bytes()
    document = Document(
        text=text,
        title=options.title or path.stem,
        origin=str(path),
        sha256=hashlib.sha256(content).hexdigest(),
        url=options.url,
        publisher=options.publisher,
        author=options.author,
        published=options.published,
        language=options.language,
        found={"claims": "rows of a table"},
    )
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    read = Article(0, sha256, document.title, text, published=document.published, language=document.language or "en")
    claims = [
        addition(read, *span, speaker=claim.speaker or None)
        for claim, (start, end) in zip(listed, spans, strict=True)
        if (span := trimmed_span(text, start, end)) is not None
    ]
    with workspace.database.write():
        if (known := known_article(workspace, sha256)) is not None:
            return AddedClaims(known, tuple(skipped))
        number = store.add_article(
            workspace.database, document, sha256, (), reviewer=workspace.reviewer, splitter=MADE_BY, claims=claims
        )
    if problem := encode_new_claims(workspace):
        skipped.append(Skipped("the index", f"the new claims have no vectors yet; {problem}", partial=True))
    return AddedClaims(AddedArticle(number, document.title, len(claims), "added"), tuple(skipped))


def _laid_out(listed: list[ListedClaim]) -> tuple[str, list[tuple[int, int]]]:
    """The text of the article, and where in it each claim stands (code points, end excluded)."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for claim in listed:
        words = normalise(claim.text).strip()
        paragraph = f"{words}\n({normalise(claim.told).strip()})\n\n"
        spans.append((at, at + len(words)))
        parts.append(paragraph)
        at += len(paragraph)
    return "".join(parts).rstrip("\n") + "\n", spans
