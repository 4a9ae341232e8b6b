"""The public Python API: open a workspace and do what the command line does. docs/python-api.md shows it in use.

    import workbench

    with workbench.open("newsroom") as desk:
        desk.evidence.add("archive/")
        desk.reindex()
        for hit in desk.search("thousands of troops", before="2022-01-29").hits:
            print(hit.passage.text, hit.source.publisher)

What is named here and in `workbench.__all__` is stable: it changes only with the first number of the version. Every
error is a `WorkbenchError` with one clear sentence. Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.domain.articles import Article, Claim, ClaimDraft
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Hit, Passage, SearchResult, Source, Stance
from workbench.domain.review import Verdict
from workbench.services.workspace import Workspace

if TYPE_CHECKING:
    from workbench.domain.documents import Skipped
    from workbench.domain.ports import Progress
    from workbench.ingest.options import ReadOptions
    from workbench.services.articles.articles import AddedArticle
    from workbench.services.evidence.reindex import ReindexReport
    from workbench.services.evidence.sources import EvidenceReport
    from workbench.services.record.export import Exported
    from workbench.store.articles import ArticleSummary

Day = date | str | None
"""A day, or its ISO form "2022-01-29"."""
Location = str | PathLike[str]
"""A file, a folder, or an address."""


def open(path: Location = ".", *, reviewer: str | None = None, create: bool = False) -> Desk:
    """Open the workspace in a folder.

    Args:
        path: The folder with `claims.db` and `index/`.
        reviewer: Who is working; left out: the configuration's name, else the login name.
        create: Make an empty workspace where there is none.
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
        publisher: Whose voice sentences without a speaker are.
        language: Its code, such as "de"; left out: detected.
        models: False splits by word patterns and scores by rules alone, without loading a model.
    Returns:
        Claims in reading order, predictions and opinions among them.
    Raises:
        BadInputError: `published` is no day, or the text holds no words.
    """
    from workbench.ingest.text_document import document_of_text
    from workbench.services.articles.splitting import Splitter

    given = _options({"title": title, "published": published, "publisher": publisher, "language": language})
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
        rerank: str | None = None,
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
            rerank: "stance" for the shipped model, or the name or folder of a cross-encoder.
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
            before=_day(before),
            after=_day(after),
            mode=mode,
            rerank=rerank,
            publishers=publishers,
            languages=languages,
            day=_day(said),
        )

    def search_all(
        self, texts: Sequence[str], *, limit: int = 10, before: Day = None, mode: str = "hybrid"
    ) -> Iterator[SearchResult]:
        """Search for one text after the other with index and model opened once; see `search`.

        Args:
            texts: Claims or questions.
            limit: At most so many passages each.
            before: Only sources published earlier than this day.
            mode: "hybrid", "dense" or "lexical".
        """
        from workbench.services.search.question_list import Asked, search_all
        from workbench.services.search.search import Searcher

        searcher = Searcher(self._workspace, strict=True)
        asked = [Asked(line, text) for line, text in enumerate(texts, 1)]
        for _, result in search_all(searcher, asked, k=limit, before=_day(before), mode=mode):
            yield result

    def stance(self, claim: Claim | int | str, *, limit: int = 10) -> list[Hit]:
        """The closest passages for a claim, each with what it seems to say of it; a suggestion, never a verdict.

        Args:
            claim: A claim, its id, or words of one's own.
            limit: At most so many passages.
        Raises:
            NotFoundError: There is no claim of this id.
        """
        from workbench.services.search.search import Searcher
        from workbench.services.search.stance import StanceService

        found = self.claims.get(claim) if isinstance(claim, int) else claim
        searcher = Searcher(self._workspace, strict=True)
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
        from workbench.services.record.export import export, format_of

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


class Articles:
    """The articles under review."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __iter__(self) -> Iterator[ArticleSummary]:
        return iter(self.list())

    def list(self) -> Sequence[ArticleSummary]:
        """All articles, newest first, with the state of their claims."""
        from workbench.services.evidence.library import list_articles

        return list_articles(self._workspace)

    def get(self, article_id: int) -> Article:
        """An article with its text.

        Raises:
            NotFoundError: There is no such article.
        """
        from workbench.services.evidence.library import show_article

        return show_article(self._workspace, article_id)[0]

    def add(self, *sources: Location, progress: Progress | None = None, **overrides: Any) -> Sequence[AddedArticle]:
        """Read files, folders or addresses, split each into claims, store them; the same words twice are one article.

        Args:
            sources: What to read.
            progress: Told what is read.
            overrides: `title`, `url`, `publisher`, `author`, `published`, `language`: they win over what is found.
        Raises:
            BadInputError: Nothing of it could be read; the sentences say why.
        """
        from workbench.services.articles.articles import AddedArticle, add_articles

        found: list[AddedArticle] = []
        skipped: list[Skipped] = []
        for item in add_articles(
            self._workspace, [str(one) for one in sources], _options(overrides), progress=progress
        ):
            if isinstance(item, AddedArticle):
                found.append(item)
            else:
                skipped.append(item)
        if not found and skipped:
            raise BadInputError(" ".join(f"{item.origin}: {item.reason}." for item in skipped))
        return found

    def add_text(
        self,
        text: str,
        *,
        title: str | None = None,
        published: Day = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> AddedArticle:
        """Split and store a text that is at hand.

        Raises:
            BadInputError: It holds no words, or is too long.
        """
        from workbench.ingest.text_document import document_of_text
        from workbench.services.articles.articles import add_document
        from workbench.services.articles.splitting import Splitter
        from workbench.services.claims.claim_vectors import encode_new_claims

        self._workspace.database.require_writable()
        given = _options({"title": title, "published": published, "publisher": publisher, "language": language})
        document = document_of_text(text, given)
        added = add_document(self._workspace, document, Splitter())
        encode_new_claims(self._workspace)
        return added

    def remove(self, article_id: int) -> None:
        """Take an article out of the lists; its verdicts and history stay in the record.

        Raises:
            NotFoundError: There is no such article.
            LockedError: Claims of it are published.
        """
        from workbench.services.evidence.library import remove_article

        remove_article(self._workspace, article_id)


class Claims:
    """The claims of the articles."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.list())

    def list(
        self, *, article: int | None = None, min_checkworthiness: float = 0.0, by_worthiness: bool = False
    ) -> Sequence[Claim]:
        """Claims in reading order, or by worthiness.

        Args:
            article: Only those of this article.
            min_checkworthiness: Only those worth checking at least so much, 0…1.
            by_worthiness: Most worth checking first.
        """
        from workbench.services.claims.claims import ClaimFilter, list_claims

        wanted = ClaimFilter(article_id=article, min_checkworthiness=min_checkworthiness, by_worthiness=by_worthiness)
        return list_claims(self._workspace, wanted)

    def get(self, claim_id: int) -> Claim:
        """One claim.

        Raises:
            NotFoundError: There is no such claim.
        """
        from workbench.services.claims.claims import get_claim

        return get_claim(self._workspace, claim_id)


class Sources:
    """The newsroom's own sources."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __iter__(self) -> Iterator[Source]:
        return iter(self.list())

    def list(self, *, limit: int | None = None, offset: int = 0) -> Sequence[Source]:
        """Current sources without their texts, oldest first."""
        from workbench.services.evidence.library import list_sources

        return [source for source, _ in list_sources(self._workspace, limit=limit, offset=offset)]

    def get(self, source_id: str) -> tuple[Source, Sequence[Passage]]:
        """A source with its text, and its passages in reading order.

        Raises:
            NotFoundError: There is no such source.
        """
        from workbench.services.evidence.library import show_source

        return show_source(self._workspace, source_id)

    def add(self, *sources: Location, progress: Progress | None = None, **overrides: Any) -> EvidenceReport:
        """Read files, folders, addresses, JSON rows or a BEIR corpus and store what is new. Call `reindex` afterwards.

        Args:
            sources: What to read.
            progress: Told what is read.
            overrides: `title`, `url`, `archive_url`, `publisher`, `author`, `published`, `language`.
        Raises:
            BadInputError: The one thing named cannot be read.
        """
        from workbench.services.evidence.sources import add_evidence

        return add_evidence(self._workspace, [str(one) for one in sources], _options(overrides), progress=progress)

    def remove(self, source_id: str) -> int:
        """Take a source out of the searches; verdicts that cite it keep it. Gives the number of passages removed.

        Raises:
            NotFoundError: There is no such current source.
        """
        from workbench.services.evidence.library import remove_source

        return remove_source(self._workspace, source_id)


class Verdicts:
    """The verdicts: append-only, a later one stands before an earlier one."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, claim: Claim | int) -> Sequence[Verdict]:
        """The verdicts of a claim that this reviewer may see, oldest first.

        Raises:
            NotFoundError: There is no such claim.
        """
        from workbench.services.review.review import record_of

        return record_of(self._workspace, claim if isinstance(claim, int) else claim.id).verdicts

    def add(
        self,
        claim: Claim | int,
        rating: str,
        *,
        why: str,
        evidence: Mapping[int, str] | None = None,
        known_at: Day = None,
        version: int | None = None,
    ) -> Verdict:
        """Rate a claim.

        Args:
            claim: The claim, or its id.
            rating: Key or words of a step of the scale in use: "2", "mostly false".
            why: The reason, for readers.
            evidence: What the verdict relies on: passage id → "supports", "refutes" or "context"; left out: what was
                accepted for the claim.
            known_at: Evidence up to this day was considered; left out: today (UTC).
            version: The version of the claim that was read: the verdict is refused if it has changed since.
        Raises:
            BadInputError: There is no such step, stance or passage, or no reason.
            ConflictError: The claim has another version, or somebody else's verdict stands.
        """
        from workbench.services.review.review import rate

        try:
            cited = None if evidence is None else [(passage, Stance(said)) for passage, said in evidence.items()]
        except ValueError as error:
            raise BadInputError(f"{error}; a stance is supports, refutes or context.") from error
        return rate(
            self._workspace,
            claim if isinstance(claim, int) else claim.id,
            rating,
            why=why,
            evidence=cited,
            known_at=_day(known_at),
            version=version,
        )


def _day(given: Day) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise BadInputError(f"{given!r} is no day; write it as YYYY-MM-DD, for example 2022-01-29.") from error


def _options(overrides: dict[str, Any]) -> ReadOptions:
    from workbench.ingest.options import ReadOptions

    if "published" in overrides:
        overrides["published"] = _day(overrides["published"])
    try:
        return ReadOptions(**overrides)
    except TypeError as error:
        known = "title, url, archive_url, publisher, author, published, language"
        raise BadInputError(f"{error}; what may be given: {known}.") from error
