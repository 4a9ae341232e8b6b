"""From linked and cited passages to what a reader is shown of them."""

from __future__ import annotations

from datetime import date

from workbench.domain.articles import Article, Origin
from workbench.domain.evidence import EvidenceState, Provenance, Source
from workbench.domain.review import CitedEvidence, Verdict
from workbench.domain.source_names import place_within
from workbench.reports.harmless import day, iso_date, web_address
from workbench.reports.model import LinkedEvidence, Report, ReviewedClaim
from workbench.reports.view import EvidenceView

_CAME = {
    Provenance.LIST: "⚙ found by the program",
    Provenance.SEARCH: "found by a reviewer's own search",
    Provenance.LINK: "quoted by a reviewer",
    Provenance.NUMBER: "chosen by a reviewer",
    Provenance.VERDICT: "taken over with an earlier verdict",
}
"""How a passage came to a claim; of what was linked before that was noted nothing is said."""


_AROUND = "The passage around it"


def evidence_views(report: Report, article: Article, item: ReviewedClaim) -> tuple[EvidenceView, ...]:
    """The passages the verdict relied on, as they stood then; what was published before it; the other accepted ones."""
    cited = item.verdict.evidence if item.verdict else ()
    known = {piece.passage_id for piece in cited}
    before = {piece.passage_id: piece for verdict in item.published for piece in verdict.evidence}
    before = {number: piece for number, piece in before.items() if number not in known}
    accepted = [link for link in item.linked(EvidenceState.ACCEPTED) if link.passage.id not in known | before.keys()]
    came = {link.passage.id: _came(report, link) for link in item.evidence}
    return (
        *(_cited(report, article, piece, came.get(piece.passage_id)) for piece in cited),
        *(_cited(report, article, piece, came.get(number), relied=False) for number, piece in before.items()),
        *(linked_view(report, article, link, relied=item.verdict is None) for link in accepted),
    )


def _came(report: Report, link: LinkedEvidence) -> Provenance | None:
    """How a passage came to the claim, whatever people decided about it since; None where nobody noted it."""
    suggested = link.evidence.origin is Origin.MACHINE or any(
        event.action == "evidence.suggest" and event.subject_id == str(link.evidence.id)
        for event in report.events_by_claim.get(link.evidence.claim_id, ())
    )
    return Provenance.LIST if suggested else link.evidence.provenance


def _accepted_words(came: Provenance | None) -> list[str]:
    if came is None:
        return []
    return [_CAME[came] + (", accepted by a person" if came is Provenance.LIST else "")]


def _age(article: Article, published: date | None) -> tuple[str, bool]:
    if published is None:
        return "no date was found on it", False
    if article.published is None:
        return "", False
    days = (article.published - published).days
    if days == 0:
        return "of the same day as the claim", False
    count = f"{abs(days):,} day" + ("" if abs(days) == 1 else "s")
    return (f"{count} before the claim", False) if days > 0 else (f"published {count} after the claim", True)


def _kept_back(source: Source | None) -> list[str]:
    """Of a private source the title alone is told, and that it is one."""
    return ["a private source: its words are kept back"] if source is not None and source.private else []


def _earlier_check(source: Source | None) -> list[str]:
    """Someone else's fact check is told as such, with their rating in their words."""
    if source is None or source.fact_check is None:
        return []
    return [f"an earlier fact check, which rated “{source.fact_check.claim}”: {source.fact_check.rating}"]


def resting_on(verdict: Verdict) -> str:
    """What a verdict rests on, named in a row: "Ledger, Harbour Council, 2 October 2021 (refutes)"."""
    named = []
    for piece in verdict.evidence:
        facts = (piece.source_title, piece.publisher or "", day(piece.published))
        named.append(f"{', '.join(dict.fromkeys(fact for fact in facts if fact))} ({piece.stance})")
    return "; ".join(named)


def _cited(
    report: Report, article: Article, piece: CitedEvidence, came: Provenance | None, *, relied: bool = True
) -> EvidenceView:
    kept_back = _kept_back(report.source(piece.source_id))
    age, later = ("", False) if kept_back else _age(article, iso_date(piece.published) if piece.published else None)
    return EvidenceView(
        stance=piece.stance,
        quote=piece.words,
        title=piece.source_title,
        publisher=piece.publisher or "",
        published=day(piece.published),
        locator=place_within(piece.source_title, piece.locator),
        url=web_address(piece.url),
        archive_url=web_address(piece.archive_url),
        age=age,
        later=later,
        marks=(
            *kept_back,
            *_earlier_check(report.source(piece.source_id)),
            *_accepted_words(came),
            *([] if relied else ["the verdict published before relied on it, the one that stands does not"]),
        ),
        note=piece.note,
        passage=piece.quote if piece.words != piece.quote else "",
        at=piece.cited.start if piece.cited is not None else 0,
        around=_AROUND if piece.cited_by is Origin.PERSON else f"{_AROUND} (⚙ the program chose the words)",
    )


def linked_view(report: Report, article: Article, link: LinkedEvidence, *, relied: bool = True) -> EvidenceView:
    """A passage linked to a claim, with what the machine and people said of it."""
    evidence, source = link.evidence, report.source(link.source_id)
    kept_back = _kept_back(source)
    age, later = ("", False) if kept_back else _age(article, source.published if source else None)
    marks = [*kept_back, *_earlier_check(source)]
    came = _came(report, link)
    if evidence.state is EvidenceState.SUGGESTED and evidence.origin is not Origin.MACHINE:
        left = f"taken up by {evidence.reviewer or 'a person'} and left undecided"
        marks.append(left if came is None else f"{_CAME[came]}, {left}")
    elif evidence.state is EvidenceState.SUGGESTED:
        sure = f", {evidence.probability:.0%} sure" if evidence.probability is not None else ""
        marks.append(f"⚙ suggested by the program{sure}, not judged by a person")
    else:
        marks += _accepted_words(came)
    if not relied:
        marks.append("the verdict does not rely on it")
    text, cited = link.passage.text, evidence.cited
    words = text if cited is None else cited.of(text)
    return EvidenceView(
        stance=evidence.stance.value if evidence.stance else "unclear",
        quote=words,
        title=source.title if source else link.source_id,
        publisher=(source.publisher if source else "") or "",
        published=_source_day(source),
        locator=place_within(source.title if source else "", link.passage.locator),
        url=web_address(source.url if source else None),
        archive_url=web_address(source.archive_url if source else None),
        age=age,
        later=later,
        marks=tuple(marks),
        note=evidence.note,
        passage=text if words != text else "",
        at=cited.start if cited is not None else 0,
        around=_AROUND,
    )


def _source_day(source: Source | None) -> str:
    if source is None or source.published is None:
        return ""
    return day(source.published) + (" (guessed)" if source.published_guessed else "")
