"""An open workspace, and texts split without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.api.arguments import Day, Location, day_of, options_of
from workbench.api.sections import Articles, Claims, Sources, Verdicts
from workbench.domain.articles import Claim, ClaimDraft
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Hit, SearchResult
from workbench.services.workspace import Workspace

if TYPE_CHECKING:
    from workbench.domain.ports import Progress
    from workbench.services.evidence.reindex import ReindexReport
    from workbench.services.record.rendered import Exported


def open(path: Location = ".", *, reviewer: str | None = None, create: bool = False) -> Desk:
    """Open the workspace in a folder.

    Args:
        path: The folder with `claims.db` and `index/`.
        reviewer: Who is working; left out: the configuration's name, else the login name.
        create: Make an empty workspace where none is yet.
    Raises:
        WorkspaceError: There is no workspace, it is from a newer version, or cannot be read or made.
        BadInputError: The reviewer's name is not one.
    """
    make = Workspace.create if create else Workspace.open
    return Desk(make(Path(path), reviewer=reviewer))


def split(
    text: str,
    *,
    title: str | None = None,
    published: Day = None,
    publisher: str | None = None,
    language: str | None = None,
    models: bool = True,
) -> list[ClaimDraft]:
    """Split a text into checkable claims; nothing is stored.

    Args:
        text: A plain text; claims are spans of it in code points, end excluded.
        title: Its headline.
        published: The day relative times are counted from.
        publisher: Whom sentences without a speaker are attributed to.
        language: Its code, such as "de"; left out: detected.
        models: False splits by word patterns and scores by rules alone, without loading a model.
    Returns:
        Claims in reading order, predictions and opinions among them.
    Raises:
        BadInputError: `published` is no day, or the text holds no words.
    """
    from workbench.ingest.text_document import document_of_text
    from workbench.services.articles.splitting import Splitter

    given = options_of({"title": title, "published": published, "publisher": publisher, "language": language})
    document = document_of_text(text, given)
    if not any(character.isalnum() for character in document.text):
        raise BadInputError("the text holds no words to check.")
    return list(Splitter(models=models).split(document).drafts)


class Desk:
    """An open workspace. Close it, or use it as a context manager. Not shared between threads."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.articles = Articles(workspace)
        self.claims = Claims(workspace)
        self.evidence = Sources(workspace)
        self.verdicts = Verdicts(workspace)

    @property
    def path(self) -> Path:
        """The workspace's folder."""
        return self._workspace.path

    @property
    def reviewer(self) -> str:
        """Who is working."""
        return self._workspace.reviewer

    def reindex(
        self,
        *,
        full: bool = False,
        model: str | None = None,
        precision: str | None = None,
        progress: Progress | None = None,
    ) -> ReindexReport:
        """Bring the vector index in step with the evidence: only what is new is encoded.

        Args:
            full: Make everything again.
            model: A sentence-transformers model by name or folder; left out: that of the index in use.
            precision: "float32" or "int8" (bundled model only); left out: that of the index in use.
            progress: Called with how many texts are done, of how many, and what is being done.
        Raises:
            ModelUnavailableError: The model is not on this machine.
        """
        from workbench.services.evidence.reindex import reindex

        return reindex(self._workspace, full=full, model=model, precision=precision, progress=progress)

    def search(
        self,
        text: str,
        *,
        limit: int = 10,
        before: Day = None,
        after: Day = None,
        mode: str = "hybrid",
        rerank: str | None = "stance",
        publishers: Sequence[str] = (),
        languages: Sequence[str] = (),
        said: Day = None,
    ) -> SearchResult:
        """Find the passages closest to a text, best first, each with its scores and why it is there.

        Args:
            text: A claim, a question or words.
            limit: At most so many passages.
            before: Only sources published earlier than this day.
            after: Only sources published on this day or later.
            mode: "hybrid", "dense" or "lexical".
            rerank: "stance": the shipped model helps to order the first fifty; the name or folder of a cross-encoder:
                that alone does; None: words and meaning alone.
            publishers: Only these publishers.
            languages: Only these language codes.
            said: When the words were said: hits then tell what was published before and after.
        Returns:
            `hits` and a `note` of what could not be done.
        Raises:
            BadInputError: A day or a mode is wrong, or the text holds no words.
            IndexProblemError: The index is damaged, or was made with another model.
        """
        from workbench.services.search.search import search

        return search(
            self._workspace,
            text,
            k=limit,
            before=day_of(before),
            after=day_of(after),
            mode=mode,
            rerank=rerank if mode == "hybrid" or rerank != "stance" else None,
            publishers=publishers,
            languages=languages,
            day=day_of(said),
        )

    def search_all(
        self,
        texts: Sequence[str],
        *,
        limit: int = 10,
        before: Day = None,
        mode: str = "hybrid",
        rerank: str | None = "stance",
    ) -> Iterator[SearchResult]:
        """Search for one text after the other with index and models opened once; see `search`.

        Args:
            texts: Claims or questions.
            limit: At most so many passages each.
            before: Only sources published earlier than this day.
            mode: "hybrid", "dense" or "lexical".
            rerank: As in `search`.
        """
        from workbench.services.search.question_list import Asked, search_all
        from workbench.services.search.search import searcher_for

        searcher, lack = searcher_for(self._workspace, rerank if mode == "hybrid" or rerank != "stance" else None)
        asked = [Asked(line, text) for line, text in enumerate(texts, 1)]
        for _, result in search_all(searcher, asked, k=limit, before=day_of(before), mode=mode):
            note = "; ".join(filter(None, (result.note, lack)))
            yield replace(result, unranked=lack, note=note)

    def stance(self, claim: Claim | int | str, *, limit: int = 10) -> list[Hit]:
        """The closest passages for a claim, each with what it seems to say of it; a suggestion, never a verdict.

        Args:
            claim: A claim, its id, or words of one's own.
            limit: At most so many passages.
        Raises:
            NotFoundError: There is no claim of this id.
        """
        from workbench.services.search.reranking import SHIPPED
        from workbench.services.search.search import searcher_for
        from workbench.services.search.stance import StanceService

        found = self.claims.get(claim) if isinstance(claim, int) else claim
        searcher, _ = searcher_for(self._workspace, SHIPPED, collections=False)
        result = searcher.search(found, k=limit) if isinstance(found, str) else searcher.for_claim(found, k=limit)
        return list(StanceService(self._workspace).judge(found, result.hits))

    def export(
        self,
        output: Location,
        *,
        format: str | None = None,
        articles: Sequence[int] | None = None,
        as_of: str | None = None,
        page_url: str | None = None,
        full: bool = False,
    ) -> Exported:
        """Write a report: the whole file or nothing; the same state always gives the same bytes.

        Args:
            output: The file to write.
            format: "markdown", "html", "pdf", "docx", "json", "csv", "xlsx", "claimreview" …; left out: what the
                file's name says.
            articles: Ids of articles; left out: all.
            as_of: The state at the end of this day (UTC), or at this moment.
            page_url: The page that carries the full fact check.
            full: In a format for people the full log instead of the readers' report.
        Raises:
            BadInputError: The format is unknown, the report breaks a rule of ClaimReview, or the file cannot be
                written.
        """
        from workbench.services.record.export import export
        from workbench.services.record.export_formats import format_of

        path = Path(output)
        chosen = format or format_of(path)
        if chosen is None:
            raise BadInputError(f"{path.name!r} does not say which format it is to be; name one.")
        return export(self._workspace, chosen, path, articles=articles, as_of=as_of, page_url=page_url, full=full)

    def close(self) -> None:
        """Close the database."""
        self._workspace.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
