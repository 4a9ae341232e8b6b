"""From a report to what a reader is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import overload

from workbench.domain.agreement import ENOUGH_CLAIMS
from workbench.domain.articles import Article, Attribution, Claim, Origin, Resolution, ReviewStatus
from workbench.domain.evidence import EvidenceState, Stance
from workbench.domain.review import Event, Rating, RatingScale, Verdict, VerdictKind
from workbench.domain.standing import Agreement
from workbench.reports.evidence_viewing import evidence_views, linked_view, resting_on
from workbench.reports.harmless import day, moment, one_line, web_address
from workbench.reports.marking import paragraphs
from workbench.reports.method import facts, method
from workbench.reports.model import ReadersReport, Report, ReviewedArticle, ReviewedClaim
from workbench.reports.rating_words import AGREEMENT_WORDS, LISTED, NOT_RATED_YET, STATUS_WORDS, rating_view
from workbench.reports.readers import without_retries
from workbench.reports.view import (
    ClaimView,
    CorrectionView,
    OpinionView,
    RatingView,
    ReportedAct,
    ReportedArticle,
    ReportView,
    ScaleView,
)

SUGGESTIONS_SHOWN = 3
"""How many of the program's suggestions that nobody judged a reader is shown for a claim; the rest are counted."""

_ACT_WORDS = {
    VerdictKind.VERDICT: "verdict",
    VerdictKind.SECOND_OPINION: "second opinion",
    VerdictKind.SETTLEMENT: "settlement",
    VerdictKind.CORRECTION: "correction",
}

_STATUS_WORDS = STATUS_WORDS | {
    status: f"{STATUS_WORDS[status]}, not published yet" for status in (ReviewStatus.RATED, ReviewStatus.SETTLED)
}
"""Whoever holds a report takes what it tells for published."""

_VOICE = {
    Attribution.DIRECT: "in a direct quotation",
    Attribution.PARAPHRASE: "as paraphrased in the article",
    Attribution.OUTLET: "as reported by the outlet",
}

_NOTHING = {
    True: "A search of the newsroom's collection found nothing on this claim.",
    False: "No evidence is linked to this claim.",
}

_MESSAGE = re.compile(r"counted from (?P<day>\d{1,2} [A-Z][a-z]+ \d{4}), the day of the message")
"""The reason of a time in a chat, whose messages have days of their own."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language tag as a page may carry it."""


def view(report: Report) -> ReportView:
    """Put a report into words for readers; see docs/exporting.md for what it shows and why."""
    reviewed = report.claims
    states: Counter[Agreement] = Counter(item.agreement for item in reviewed if item.agreement is not Agreement.NONE)
    articles = _Articles(report)
    return ReportView(
        title=report.articles[0].article.title if len(articles) == 1 else f"{len(articles)} articles",
        organisation=report.settings.organisation,
        organisation_url=web_address(report.settings.organisation_url),
        as_of=f"As it stood on {moment(report.selection.as_of)}" if report.selection.as_of else "",
        counts=_counts(report),
        scales=tuple(_scale(report, scale) for scale in report.scales if _used(report, scale)),
        agreement_counts=tuple((words, states[state]) for state, words in AGREEMENT_WORDS.items() if states[state]),
        agreement=_agreement_sentences(report),
        articles=articles,
        method=method(report),
        summary=_summary(report),
        facts=facts(report),
    )


class _Articles(Sequence[ReportedArticle]):
    """The articles of a report, each made when it is looked at; only the last one is kept."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._last: tuple[int, ReportedArticle] | None = None

    def __len__(self) -> int:
        return len(self._report.articles)

    @overload
    def __getitem__(self, place: int) -> ReportedArticle: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[ReportedArticle]: ...

    def __getitem__(self, place: int | slice) -> ReportedArticle | Sequence[ReportedArticle]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        if self._last is None or self._last[0] != place:
            self._last = (place, _article(self._report, self._report.articles[place]))
        return self._last[1]


def _summary(report: Report) -> str:
    if isinstance(report, ReadersReport):
        return "The claims that were rated, as they stand"
    return f"Every claim{' of this selection' if report.narrowed else ''} that can be rated, as it stands"


def _counts(report: Report) -> tuple[tuple[str, int], ...]:
    """How many claims there are, and what became of them; of a report for readers also those it leaves out."""
    reviewed = report.claims
    left = report.left_out if isinstance(report, ReadersReport) else 0
    whole = len(reviewed) + left
    of = " of this selection" if report.narrowed else ""
    listed = sum(1 for item in reviewed if not item.claim.rateable)
    rated = sum(1 for item in reviewed if item.claim.rateable and item.verdict)
    still_open = len(reviewed) - listed - rated
    unpublished = sum(1 for item in reviewed if item.verdict and item.claim.status is not ReviewStatus.PUBLISHED)
    counts = (
        (f"claim{'' if whole == 1 else 's'}{of}", whole),
        ("rated", rated),
        ("of them not published yet", unpublished),
        ("open", still_open),
        ("listed without a rating (predictions, opinions)", listed),
        ("not rated yet and left out here", left),
    )
    return tuple((words, count) for words, count in counts if count or words.startswith("claim"))


def _used(report: Report, scale: RatingScale) -> bool:
    used = {item.verdict.scale_id for item in report.claims if item.verdict}
    return scale.id in used or (not used and scale is report.scales[0])


def _scale(report: Report, scale: RatingScale) -> ScaleView:
    given = Counter(item.verdict.rating for item in report.claims if item.verdict and item.verdict.scale_id == scale.id)
    ratings: tuple[Rating, ...] = tuple(
        sorted(scale.ratings, key=lambda rating: -1 if rating.value is None else rating.value, reverse=True)
    )
    return ScaleView(
        scale.name,
        tuple((rating_view(scale, rating.words, rating.value), given[rating.words]) for rating in ratings),
    )


def _agreement_sentences(report: Report) -> tuple[str, ...]:
    agreement = report.agreement
    if not agreement.claims:
        return ("No claim of this report was rated by more than one reviewer.",)
    noun = "claim was" if agreement.claims == 1 else "claims were"
    sentences = [f"{agreement.claims} {noun} rated by more than one reviewer, each without seeing the other's rating."]
    if agreement.per_cent is not None:
        sentences.append(f"They gave the same rating in {agreement.per_cent:.0f} % of the comparisons.")
    if agreement.claims < ENOUGH_CLAIMS:
        if agreement.per_cent is not None:
            sentences.append(
                f"These are too few for kappa or alpha to say anything (at least {ENOUGH_CLAIMS} are needed)."
            )
        return tuple(sentences)
    if agreement.kappa is not None:
        sentences.append(f"Cohen's kappa is {agreement.kappa:.2f}.")
    if agreement.alpha is not None:
        sentences.append(f"Krippendorff's alpha is {agreement.alpha:.2f}.")
    return tuple(sentences)


def _article(report: Report, item: ReviewedArticle) -> ReportedArticle:
    article = item.article
    claims = [_claim(report, article, reviewed) for reviewed in item.claims]
    rateable = {reviewed.claim.id: reviewed.claim.rateable or bool(reviewed.verdict) for reviewed in item.claims}
    published = day(article.published)
    if published and article.published_guessed:
        published += " (guessed)"
    named = (
        ("Publisher", article.publisher or ""),
        ("Author", article.author or ""),
        ("Published", published or "date not known"),
    )
    return ReportedArticle(
        id=article.id,
        title=article.title,
        facts=tuple((name, value) for name, value in named if value),
        url=web_address(article.url),
        paragraphs=tuple(
            tuple(line) for line in paragraphs(article.text, [reviewed.claim for reviewed in item.claims])
        ),
        claims=tuple(claim for claim in claims if rateable[claim.id]),
        listed=tuple(claim for claim in claims if not rateable[claim.id]),
        language=article.language if _LANGUAGE.fullmatch(article.language) else "en",
    )


def _claim(report: Report, article: Article, item: ReviewedClaim) -> ClaimView:
    claim, verdict = item.claim, item.verdict
    scale = report.scale(verdict.scale_id) if verdict else None
    if verdict:
        rating = rating_view(scale, verdict.rating, verdict.value)
    else:
        rating = NOT_RATED_YET if claim.rateable else LISTED
    counted = evidence_views(report, article, item)
    suggested = item.linked(EvidenceState.SUGGESTED)
    return ClaimView(
        id=claim.id,
        quote=claim.quote,
        wording=claim.text,
        who=_who(claim, article),
        where=article.publisher or article.title,
        when=_said_on(claim) or day(article.published) or "date not known",
        kinds=", ".join(kind.value for kind in claim.kinds),
        origin="found by the program" if claim.origin is Origin.MACHINE else "added or changed by a person",
        repairs=tuple(_repair(repair) for repair in claim.resolutions if repair.applied and any(repair.told)),
        worth=f"{claim.checkworthiness:.2f}" + (f": {', '.join(claim.reasons)}" if claim.reasons else ""),
        status=_STATUS_WORDS[claim.status],
        rating=rating,
        scale=scale.name if scale else "",
        rationale=verdict.rationale if verdict else "",
        reviewer=verdict.reviewer if verdict else "",
        given=moment(verdict.at) if verdict else "",
        known_at=day(verdict.known_at) if verdict else "",
        result_note=_result_note(rating, verdict, item.rated_wording),
        supports=tuple(piece for piece in counted if piece.stance == Stance.SUPPORTS),
        refutes=tuple(piece for piece in counted if piece.stance == Stance.REFUTES),
        context=tuple(piece for piece in counted if piece.stance not in (Stance.SUPPORTS, Stance.REFUTES)),
        suggested=tuple(linked_view(report, article, link) for link in suggested[:SUGGESTIONS_SHOWN]),
        no_evidence="" if counted else _NOTHING[item.searched_in_vain],
        suggested_more=max(0, len(suggested) - SUGGESTIONS_SHOWN),
        agreement=AGREEMENT_WORDS[item.agreement],
        opinions=tuple(_opinion(report, item, opinion) for opinion in item.verdicts),
        published=_published(item),
        corrections=_corrections(item),
        history=tuple(_history(report, event) for event in without_retries(report.events_by_claim.get(claim.id, ()))),
    )


def _repair(repair: Resolution) -> str:
    """What was repaired, and why, in words."""
    was, new = repair.told
    what = f"left out: “{was}”" if not new else f"“{was}” → “{new}”" if was else f"added: “{new}”"
    return f"{what} ({repair.reason})"


def _said_on(claim: Claim) -> str:
    """The day of the message that a claim stands in, where its times were counted from that; else ""."""
    told = (_MESSAGE.search(repair.reason) for repair in claim.resolutions if repair.applied)
    return next((found["day"] for found in told if found is not None), "")


def _who(claim: Claim, article: Article) -> str:
    when = f", at {claim.anchor.time} of the recording" if claim.anchor.time else ""
    if claim.speaker:
        alias = f", “{claim.speaker_alias}” in the article" if claim.speaker_alias else ""
        return f"{claim.speaker}{alias} ({_VOICE[claim.attribution]}){when}"
    if claim.attribution is not Attribution.OUTLET:
        return f"somebody who is not named ({_VOICE[claim.attribution]}){when}"
    return f"{article.publisher or 'the outlet'} (in its own voice){when}"


def _result_note(rating: RatingView, verdict: Verdict | None, rated_wording: str) -> str:
    notes = [f"This rating was given on another wording: “{one_line(rated_wording)}”."] if rated_wording else []
    if verdict is not None and rating.tone == "off":
        notes.append("This rating is a result of its own: it does not say that the claim is false.")
    return " ".join(notes)


def _opinion(report: Report, item: ReviewedClaim, verdict: Verdict) -> OpinionView:
    return OpinionView(
        what=_ACT_WORDS[verdict.kind],
        reviewer=verdict.reviewer,
        rating=rating_view(report.scale(verdict.scale_id), verdict.rating, verdict.value),
        given=moment(verdict.at),
        rationale=verdict.rationale,
        withdrawn=verdict.id in item.withdrawn,
    )


def _published(item: ReviewedClaim) -> str:
    """What stays true of a publication, whatever was corrected or found since."""
    if item.publication is None or not item.published:
        return ""
    first = item.published[0]
    on = f": {resting_on(first)}" if first.evidence else " no evidence"
    if not first.evidence and item.searched_in_vain:
        on += f": {_NOTHING[True][0].lower()}{_NOTHING[True].removesuffix(' on this claim.')[1:]}"
    return f"Published on {moment(item.publication.at)} by {item.publication.by} as “{first.rating}”, resting on{on}."


def _corrections(item: ReviewedClaim) -> tuple[CorrectionView, ...]:
    by_id = {verdict.id: verdict for verdict in item.verdicts}
    corrections = []
    for correction in item.corrections:
        before = by_id.get(correction.supersedes) if correction.supersedes is not None else None
        corrections.append(
            CorrectionView(
                moment(correction.at),
                before.rating if before else "",
                correction.rating,
                _as_sentence(correction.rationale),
                f"Resting on: {resting_on(correction)}." if correction.evidence else "Resting on no evidence.",
            )
        )
    return tuple(corrections)


def _as_sentence(reason: str) -> str:
    """A reason with the stop that its writer left out, for another sentence follows."""
    said = reason.rstrip()
    return said if said.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…") else f"{said}."


def _history(report: Report, event: Event) -> ReportedAct:
    what = report.told.get(str(event.id)) or event.action.replace(".", " ").replace("_", " ")
    if event.reverses is not None:
        what += f" (takes back event {event.reverses})"
    return ReportedAct(moment(event.at), event.reviewer, f"{what} (event {event.id})")
