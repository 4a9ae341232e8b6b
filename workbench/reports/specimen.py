"""The smallest report there is something to tell in: what `doctor` tries every exporter with."""

from __future__ import annotations

from datetime import date

from workbench.domain.anchors import anchor_of
from workbench.domain.articles import Article, Attribution, Claim, Kind, Origin, ReviewStatus
from workbench.domain.documents import SourceKind
from workbench.domain.evidence import Evidence, EvidenceState, Passage, Source, Stance
from workbench.domain.review import DEFAULT_SCALE, CitedEvidence, Verdict, VerdictKind
from workbench.domain.standing import Agreement
from workbench.reports.model import (
    KeptPassage,
    KeptSource,
    LinkedEvidence,
    Report,
    ReviewedArticle,
    ReviewedClaim,
    Selection,
    Settings,
    State,
)

_AT = "2022-01-29T10:00:00.000Z"
_CLAIMED = "The ferry carried 1,200 people on its first day."
_COUNTED = "On its first day the ferry carried 1,204 people."


def specimen() -> Report:
    """One article with one rated claim and the one passage it was rated on."""
    step = DEFAULT_SCALE.ratings[0]
    article = Article(
        id=1,
        sha256="",
        title="Ferry",
        text=_CLAIMED,
        url="https://post.example/ferry",
        publisher="The Post",
        author=None,
        published=date(2022, 1, 29),
        added_at=_AT,
        added_by="doctor",
        splitter="",
    )
    claim = Claim(
        id=1,
        article_id=1,
        anchor=anchor_of(_CLAIMED, 0, len(_CLAIMED)),
        text=_CLAIMED,
        kinds=(Kind.QUANTITY,),
        speaker=None,
        speaker_alias=None,
        attribution=Attribution.OUTLET,
        attribution_verb=None,
        checkworthiness=1.0,
        reasons=(),
        quantities=(),
        times=(),
        resolutions=(),
        origin=Origin.PERSON,
        status=ReviewStatus.PUBLISHED,
        rating=step.words,
        duplicate_of=None,
        version=1,
    )
    source = Source(
        id="count",
        kind=SourceKind.DOCUMENT,
        title="Count",
        url="https://harbour.example/count",
        archive_url=None,
        publisher="Harbour Office",
        author=None,
        published=date(2022, 1, 28),
        published_guessed=False,
        retrieved=_AT,
        language="en",
        sha256="",
        text=_COUNTED,
        added_at=_AT,
        added_by="doctor",
    )
    passage = Passage(1, source.id, 0, len(_COUNTED), _COUNTED, "", None)
    cited = CitedEvidence(
        passage_id=passage.id,
        stance=Stance.SUPPORTS.value,
        quote=passage.text,
        source_id=source.id,
        source_title=source.title,
        publisher=source.publisher,
        published="2022-01-28",
        url=source.url,
        archive_url=None,
        start=passage.start,
        end=passage.end,
        locator=None,
    )
    verdict = Verdict(
        id=1,
        claim_id=1,
        reviewer="doctor",
        kind=VerdictKind.VERDICT,
        scale_id=DEFAULT_SCALE.id,
        rating=step.words,
        value=step.value,
        rationale="The count says so.",
        evidence=(cited,),
        claim_text=claim.text,
        known_at="2022-01-29",
        at=_AT,
    )
    accepted = EvidenceState.ACCEPTED
    linked = Evidence(1, 1, passage.id, accepted, Stance.SUPPORTS, None, Origin.PERSON, "doctor", _AT)
    reviewed = ReviewedClaim(
        claim,
        verdicts=(verdict,),
        standing=1,
        evidence=(LinkedEvidence(linked, passage),),
        agreement=Agreement.SINGLE,
    )
    return Report(
        program="workbench",
        state=State(1, _AT),
        settings=Settings(
            organisation="Checks", organisation_url="https://checks.example", page_url="https://checks.example/ferry"
        ),
        selection=Selection(),
        scales=(DEFAULT_SCALE,),
        articles=(ReviewedArticle(article, (reviewed,)),),
        sources=(KeptSource(source, (KeptPassage(passage),)),),
    )
