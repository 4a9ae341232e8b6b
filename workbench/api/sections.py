"""What an open workspace holds: articles, claims, sources, verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbench.api.arguments import Day, Location, day_of, options_of
from workbench.domain.articles import Article, Claim
from workbench.domain.errors import BadInputError
from workbench.domain.evidence import Passage, Source, Stance
from workbench.domain.review import Verdict
from workbench.services.workspace import Workspace

if TYPE_CHECKING:
    from workbench.domain.documents import Skipped
    from workbench.domain.ports import Progress
    from workbench.services.articles.articles import AddedArticle
    from workbench.services.evidence.sources import EvidenceReport
    from workbench.store.articles import ArticleSummary


class Articles:
    """The articles under review."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __iter__(self) -> Iterator[ArticleSummary]:
        return iter(self.list())

    def list(self) -> Sequence[ArticleSummary]:
        """All articles, newest first, with the state of their claims."""
        from workbench.services.articles.stored_articles import list_articles

        return list_articles(self._workspace)

    def get(self, article_id: int) -> Article:
        """An article with its text.

        Raises:
            NotFoundError: There is no such article.
        """
        from workbench.services.articles.stored_articles import show_article

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
            self._workspace, [str(one) for one in sources], options_of(overrides), progress=progress
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

        self._workspace.database.require_allowed()
        given = options_of({"title": title, "published": published, "publisher": publisher, "language": language})
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
        from workbench.services.articles.stored_articles import remove_article

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
        from workbench.domain.articles import ClaimFilter
        from workbench.services.review.blind import list_claims

        wanted = ClaimFilter(article_id=article, min_checkworthiness=min_checkworthiness, by_worthiness=by_worthiness)
        return list_claims(self._workspace, wanted)

    def get(self, claim_id: int) -> Claim:
        """One claim.

        Raises:
            NotFoundError: There is no such claim.
        """
        from workbench.services.review.blind import visible_claim

        return visible_claim(self._workspace, claim_id)


class Sources:
    """The newsroom's own sources."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __iter__(self) -> Iterator[Source]:
        return iter(self.list())

    def list(self, *, limit: int | None = None, offset: int = 0) -> Sequence[Source]:
        """Current sources without their texts, oldest first."""
        from workbench.services.evidence.sources import list_sources

        return [source for source, _ in list_sources(self._workspace, limit=limit, offset=offset)]

    def get(self, source_id: str) -> tuple[Source, Sequence[Passage]]:
        """A source with its text, and its passages in reading order.

        Raises:
            NotFoundError: There is no such source.
        """
        from workbench.services.evidence.sources import show_source

        return show_source(self._workspace, source_id)

    def add(self, *sources: Location, progress: Progress | None = None, **overrides: Any) -> EvidenceReport:
        """Read files, folders, addresses, JSON rows or a BEIR corpus and store what is new. Call `reindex` afterwards.

        Args:
            sources: What to read.
            progress: Told what is read.
            overrides: `title`, `url`, `archive_url`, `publisher`, `author`, `published`, `language`, `allow_hosts`,
                `speech_model`.
        Raises:
            BadInputError: The one thing named cannot be read.
        """
        from workbench.services.evidence.sources import add_evidence

        return add_evidence(self._workspace, [str(one) for one in sources], options_of(overrides), progress=progress)

    def remove(self, source_id: str) -> int:
        """Take a source out of the searches; verdicts that cite it keep it. Gives the number of passages removed.

        Raises:
            NotFoundError: There is no such current source.
        """
        from workbench.services.evidence.sources import remove_source

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
        evidence: Mapping[int | str, str] | Mapping[int, str] | None = None,
        known_at: Day = None,
        version: int | None = None,
    ) -> Verdict:
        """Rate a claim.

        Args:
            claim: The claim, or its id.
            rating: Key or words of a step of the scale in use: "2", "mostly false".
            why: The reason, for readers.
            evidence: What the verdict relies on: passage id → "supports", "refutes" or "context"; left out: what was
                accepted for the claim. A passage of a collection goes by its `reference` and is copied.
            known_at: Evidence up to this day was considered; left out: today (UTC).
            version: The version of the claim that was read: the verdict is refused if it has changed since.
        Raises:
            BadInputError: There is no such step, stance or passage, or no reason.
            ConflictError: The claim has another version, or somebody else's verdict stands.
        """
        from workbench.services.collections.keeping import number_of
        from workbench.services.review.review import rate
        from workbench.services.search.reading_cited import read_cited

        claim_id = claim if isinstance(claim, int) else claim.id
        try:
            said = None if evidence is None else [(named, Stance(one)) for named, one in evidence.items()]
        except ValueError as error:
            raise BadInputError(f"{error}; a stance is supports, refutes or context.") from error
        cited = None
        if said is not None:
            cited = [(number_of(self._workspace, named, claim_id=claim_id), stance) for named, stance in said]
        read_cited(self._workspace, claim_id, None if cited is None else [passage for passage, _ in cited])
        return rate(
            self._workspace,
            claim_id,
            rating,
            why=why,
            evidence=cited,
            known_at=day_of(known_at),
            version=version,
        )
