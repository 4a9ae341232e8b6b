"""A finished review made by hand: every state a report can show, in our own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.domain.anchors import anchor_of
from workbench.domain.articles import (
    Article,
    Attribution,
    Claim,
    Kind,
    Origin,
    Resolution,
    ReviewStatus,
)
from workbench.domain.documents import FactCheck, SourceKind
from workbench.domain.evidence import Evidence, EvidenceState, Passage, Source, Stance
from workbench.domain.quantities import Bound, Quantity, QuantityKind, TimeKind, TimeRef
from workbench.domain.review import DEFAULT_SCALE, CitedEvidence, Event, Verdict, VerdictKind
from workbench.domain.standing import Agreement
from workbench.reports.model import (
    AgreementFigures,
    KeptPassage,
    KeptSource,
    LinkedEvidence,
    Publication,
    Report,
    ReviewedArticle,
    ReviewedClaim,
    Selection,
    Settings,
    State,
)

TEXT = (
    "Harbour bridge opens a year early\n\n"
    "The new harbour bridge opened on Monday, a year ahead of plan, the mayor, Ada Quill, said. "
    '"It cost less than £40m," she told reporters, and carries 12,000 cars a day.\n\n'
    "The bridge is the longest in the county. Tolls will rise next spring, the council expects."
)

ARTICLE = Article(
    id=1,
    sha256="a1" * 32,
    title="Harbour bridge opens a year early",
    text=TEXT,
    url="https://gazette.example/2021/11/harbour-bridge",
    publisher="The Harbour Gazette",
    author="Sam Reed",
    published=date(2021, 11, 16),
    added_at="2021-11-17T08:00:00.000Z",
    added_by="ines",
    splitter="rules 1",
)

LEDGER = Source(
    id="ledger",
    kind=SourceKind.DOCUMENT,
    title="Capital projects ledger, third quarter",
    url="https://council.example/ledger-q3?a=1&b=2",
    archive_url="https://archive.example/2021/ledger-q3",
    publisher="Harbour County Council",
    author=None,
    published=date(2021, 10, 2),
    published_guessed=False,
    retrieved="2021-11-17T08:10:00.000Z",
    language="en",
    sha256="b2" * 32,
    text="Bridges. The harbour bridge has cost £52.4m to date, against a budget of £38m.\n\nRoads. Nothing to report.",
    added_at="2021-11-17T08:10:00.000Z",
    added_by="ines",
)
COUNT = replace(
    LEDGER,
    id="count",
    title="Traffic count, harbour bridge",
    url="https://roads.example/count",
    archive_url=None,
    publisher="County Roads Survey",
    published=date(2021, 12, 9),
    sha256="c3" * 32,
    text="Over the first three weeks the bridge carried 11,870 vehicles a day on average.",
)
EARLIER = replace(
    LEDGER,
    id="earlier",
    kind=SourceKind.FACT_CHECK,
    title="Is the harbour bridge the longest?",
    url="https://checks.example/longest",
    archive_url=None,
    publisher="County Checks",
    published=date(2021, 6, 1),
    sha256="d4" * 32,
    text="The mill viaduct, at 610 metres, is longer than the planned harbour bridge at 480 metres.",
    fact_check=FactCheck("The harbour bridge will be the longest in the county", "Wrong", "Ada Quill"),
)


def passage(number: int, source: Source, words: str, locator: str | None = None) -> Passage:
    """The passage of `source` that reads `words`."""
    start = source.text.index(words)
    return Passage(number, source.id, start, start + len(words), words, f"{number:064x}", locator)


COST = passage(1, LEDGER, "The harbour bridge has cost £52.4m to date, against a budget of £38m.", "p. 4")
TRAFFIC = passage(2, COUNT, COUNT.text)
LENGTH = passage(3, EARLIER, EARLIER.text)
ROADS = passage(4, LEDGER, "Nothing to report.", "p. 9")


def claim(number: int, quote: str, text: str, kinds: tuple[Kind, ...], status: ReviewStatus, **more: object) -> Claim:
    """A claim on the words `quote` of the article."""
    start = TEXT.index(quote)
    made = Claim(
        id=number,
        article_id=1,
        anchor=anchor_of(TEXT, start, start + len(quote)),
        text=text,
        kinds=kinds,
        speaker=None,
        speaker_alias=None,
        attribution=Attribution.OUTLET,
        attribution_verb=None,
        checkworthiness=0.5,
        reasons=("a number",),
        quantities=(),
        times=(),
        resolutions=(),
        origin=Origin.MACHINE,
        status=status,
        rating=None,
        duplicate_of=None,
        version=1,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def verdict(number: int, of: int, reviewer: str, rating: str, kind: VerdictKind, at: str, why: str) -> Verdict:
    """A verdict on the six-step scale that relies on nothing yet."""
    step = DEFAULT_SCALE.find(rating)
    assert step is not None
    return Verdict(
        id=number,
        claim_id=of,
        reviewer=reviewer,
        kind=kind,
        scale_id=DEFAULT_SCALE.id,
        rating=step.words,
        value=step.value,
        rationale=why,
        evidence=(),
        claim_text="",
        known_at=at[:10],
        at=at,
    )


def cited(of: Passage, source: Source, stance: Stance, note: str = "") -> CitedEvidence:
    """The copy that a verdict keeps of a passage."""
    return CitedEvidence(
        passage_id=of.id,
        stance=stance.value,
        quote=of.text,
        source_id=source.id,
        source_title=source.title,
        publisher=source.publisher,
        published=source.published.isoformat() if source.published else None,
        url=source.url,
        archive_url=source.archive_url,
        start=of.start,
        end=of.end,
        locator=of.locator,
        note=note,
    )


def evidence(number: int, of: int, passage: Passage, state: EvidenceState, stance: Stance, **more: object) -> Evidence:
    """A passage linked to a claim by a person."""
    made = Evidence(
        number, of, passage.id, state, stance, None, Origin.PERSON, "ines", "2021-11-17T09:00:00.000Z", "", False, 1
    )
    return replace(made, **more)  # type: ignore[arg-type]


COST_CLAIM = claim(
    2,
    "It cost less than £40m",
    "The new harbour bridge cost less than £40m",
    (Kind.QUANTITY,),
    ReviewStatus.PUBLISHED,
    speaker="Ada Quill",
    speaker_alias="she",
    attribution=Attribution.DIRECT,
    attribution_verb="told",
    checkworthiness=0.91,
    reasons=("an amount", "said by an official"),
    rating="False",
    quantities=(Quantity(145, 149, "£40m", QuantityKind.MONEY, None, 40_000_000.0, Bound.LESS_THAN, currency="GBP"),),
    resolutions=(Resolution(127, 129, "It", "The new harbour bridge", "pronoun, the sentence before", 0.93),),
)

REPORT = Report(
    program="workbench 0.1.0",
    state=State(last_event=9, at="2021-12-12T16:30:00.250Z"),
    settings=Settings(organisation="County Checks", organisation_url="https://checks.example"),
    selection=Selection(),
    scales=(DEFAULT_SCALE,),
    articles=(
        ReviewedArticle(
            article=ARTICLE,
            found={"published": "given by the reviewer"},
            claims=(
                ReviewedClaim(
                    claim(
                        1,
                        "opened on Monday, a year ahead of plan",
                        "The new harbour bridge opened on 15 November 2021, a year ahead of plan",
                        (Kind.EVENT, Kind.TIME),
                        ReviewStatus.OPEN,
                        speaker="Ada Quill",
                        attribution=Attribution.PARAPHRASE,
                        times=(
                            TimeRef(
                                68, 74, "Monday", TimeKind.DATE, date(2021, 11, 15), date(2021, 11, 15), None, True
                            ),
                        ),
                    ),
                    suggestion={"text": "The new harbour bridge opened on Monday"},
                ),
                ReviewedClaim(
                    COST_CLAIM,
                    verdicts=(
                        replace(
                            verdict(1, 2, "ines", "2", VerdictKind.VERDICT, "2021-11-17T09:30:00.000Z", "Over budget."),
                            evidence=(cited(COST, LEDGER, Stance.REFUTES, "budget line 12"),),
                            claim_text="The new harbour bridge cost less than £40m",
                        ),
                        verdict(
                            2,
                            2,
                            "tomas",
                            "1",
                            VerdictKind.SECOND_OPINION,
                            "2021-11-17T11:00:00.000Z",
                            "The ledger says £52.4m.",
                        ),
                        replace(
                            verdict(
                                3,
                                2,
                                "ines",
                                "2",
                                VerdictKind.SETTLEMENT,
                                "2021-11-17T12:00:00.000Z",
                                "Agreed: the sum is wrong, the direction is not.",
                            ),
                            evidence=(cited(COST, LEDGER, Stance.REFUTES),),
                        ),
                        replace(
                            verdict(
                                4,
                                2,
                                "ines",
                                "1",
                                VerdictKind.CORRECTION,
                                "2021-12-12T16:30:00.250Z",
                                "The final account shows that no part of the claim holds.",
                            ),
                            evidence=(cited(COST, LEDGER, Stance.REFUTES),),
                            supersedes=3,
                        ),
                    ),
                    standing=4,
                    publication=Publication("2021-11-17T13:00:00.000Z", "ines", 3),
                    evidence=(
                        LinkedEvidence(evidence(1, 2, COST, EvidenceState.ACCEPTED, Stance.REFUTES, pinned=True), COST),
                        LinkedEvidence(
                            evidence(2, 2, ROADS, EvidenceState.REJECTED, Stance.CONTEXT, note="another road"), ROADS
                        ),
                    ),
                    agreement=Agreement.SETTLED,
                ),
                ReviewedClaim(
                    claim(
                        3,
                        "carries 12,000 cars a day",
                        "The new harbour bridge carries 12,000 cars a day",
                        (Kind.QUANTITY,),
                        ReviewStatus.RATED,
                        rating="Mostly true",
                    ),
                    verdicts=(
                        replace(
                            verdict(
                                5,
                                3,
                                "tomas",
                                "4",
                                VerdictKind.VERDICT,
                                "2021-12-10T10:00:00.000Z",
                                "The count is close, and includes lorries.",
                            ),
                            evidence=(cited(TRAFFIC, COUNT, Stance.SUPPORTS),),
                        ),
                    ),
                    standing=5,
                    evidence=(
                        LinkedEvidence(evidence(3, 3, TRAFFIC, EvidenceState.ACCEPTED, Stance.SUPPORTS), TRAFFIC),
                        LinkedEvidence(
                            evidence(
                                4,
                                3,
                                ROADS,
                                EvidenceState.SUGGESTED,
                                Stance.CONTEXT,
                                origin=Origin.MACHINE,
                                reviewer=None,
                                probability=0.62,
                            ),
                            ROADS,
                        ),
                    ),
                    agreement=Agreement.SINGLE,
                ),
                ReviewedClaim(
                    claim(
                        4,
                        "the longest in the county",
                        "The bridge is the longest in the county",
                        (Kind.COMPARISON,),
                        ReviewStatus.SECOND_OPINION,
                        origin=Origin.PERSON,
                        rating="Unproven",
                    ),
                    verdicts=(
                        verdict(
                            6,
                            4,
                            "ines",
                            "1",
                            VerdictKind.VERDICT,
                            "2021-11-18T10:00:00.000Z",
                            "Taken back: the wrong bridge.",
                        ),
                        replace(
                            verdict(
                                7,
                                4,
                                "ines",
                                "0",
                                VerdictKind.VERDICT,
                                "2021-11-18T10:05:00.000Z",
                                "The survey does not say how it measures.",
                            ),
                            evidence=(cited(LENGTH, EARLIER, Stance.REFUTES),),
                        ),
                    ),
                    withdrawn=(6,),
                    standing=7,
                    evidence=(LinkedEvidence(evidence(5, 4, LENGTH, EvidenceState.ACCEPTED, Stance.REFUTES), LENGTH),),
                    agreement=Agreement.SINGLE,
                ),
                ReviewedClaim(
                    claim(
                        5,
                        "Tolls will rise next spring",
                        "Tolls will rise in spring 2022",
                        (Kind.PREDICTION,),
                        ReviewStatus.NOT_RATED,
                        speaker="the council",
                        attribution=Attribution.PARAPHRASE,
                    )
                ),
            ),
            dropped=(
                ReviewedClaim(
                    claim(6, "told reporters", "She told reporters", (Kind.EVENT,), ReviewStatus.OPEN),
                    removed_at="2021-11-17T08:30:00.000Z",
                ),
            ),
        ),
    ),
    sources=(
        KeptSource(COUNT, (KeptPassage(TRAFFIC, "Traffic count, harbour bridge"),)),
        KeptSource(EARLIER, (KeptPassage(LENGTH),), {"published": "ClaimReview datePublished"}),
        KeptSource(LEDGER, (KeptPassage(COST, "Bridges"), KeptPassage(ROADS, "Roads"))),
    ),
    events=(
        Event(1, "2021-11-17T08:00:00.000Z", "ines", "article.add", "articles", "1", 1, None, None, {"id": 1}),
        Event(
            2,
            "2021-11-17T08:30:00.000Z",
            "ines",
            "claim.remove",
            "claims",
            "6",
            1,
            6,
            {"removed_at": None},
            {"removed_at": "2021-11-17T08:30:00.000Z"},
        ),
        Event(3, "2021-11-17T09:30:00.000Z", "ines", "verdict.add", "verdicts", "1", 1, 2, None, {"rating": "False"}),
        Event(
            9,
            "2021-12-12T16:30:00.250Z",
            "ines",
            "verdict.correct",
            "verdicts",
            "4",
            1,
            2,
            {"rating": "Mostly false"},
            {"rating": "False"},
            None,
            "b-9",
        ),
    ),
    agreement=AgreementFigures(claims=1, per_cent=0.0),
)
