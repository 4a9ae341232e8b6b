"""The readers' report holds what was rated; the full log holds everything, told once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reports.sample import REPORT
from workbench.domain.articles import Attribution, Origin, Resolution
from workbench.domain.evidence import EvidenceState
from workbench.domain.review import Event
from workbench.reports import html, markdown
from workbench.reports.method import facts, method
from workbench.reports.model import AgreementFigures, Report
from workbench.reports.readers import for_readers, without_retries


def test_predictions_and_opinions_are_listed_without_a_rating() -> None:
    listed = [item for item in REPORT.claims if item.verdict is None and not item.claim.rateable]
    assert listed
    for text in (html.render(for_readers(REPORT)).decode(), markdown.render(for_readers(REPORT)).decode()):
        assert "Predictions and opinions: listed, not rated" in text
        assert all(f"claim-{item.claim.id}" in text for item in listed)
        assert "Predictions and opinions are listed, not rated" in text
    alone = markdown.render(for_readers(REPORT, listed=False)).decode()
    assert "listed" not in alone
    assert "Predictions and opinions are not rated" in alone


def test_readers_are_shown_rated_claims_accepted_evidence_and_corrections_alone() -> None:
    readers = for_readers(REPORT, listed=False)
    assert readers.claims
    assert all(item.verdict is not None for item in readers.claims)
    assert {item.claim.id for item in readers.claims} == {item.claim.id for item in REPORT.claims if item.verdict}
    for item, whole in ((one, two) for one in readers.claims for two in REPORT.claims if one.claim.id == two.claim.id):
        assert item.withdrawn == ()
        assert item.verdicts == whole.opinions
        assert item.corrections == whole.corrections
        assert {link.evidence.state for link in item.evidence} <= {EvidenceState.ACCEPTED}


@pytest.mark.parametrize("render", [html.render, markdown.render])
def test_the_open_text_holds_no_verdict_that_was_taken_back_and_no_log(render: object) -> None:
    withdrawn = [v for item in REPORT.claims for v in item.verdicts if v.id in item.withdrawn]
    assert withdrawn
    text = render(for_readers(REPORT)).decode()  # type: ignore[operator]
    for verdict in withdrawn:
        assert verdict.rationale not in text
    assert "(withdrawn)" not in text
    assert "How this claim was handled" not in text
    assert "the program's estimate" not in text
    assert "(event " not in text


@pytest.mark.parametrize("render", [html.render, markdown.render])
@pytest.mark.parametrize("how", [Attribution.DIRECT, Attribution.PARAPHRASE])
def test_what_nobody_named_said_is_not_given_to_the_outlet(render: object, how: Attribution) -> None:
    """A rating of it would be read as one of the newspaper."""
    articles = tuple(
        replace(
            item,
            claims=tuple(
                replace(one, claim=replace(one.claim, speaker=None, speaker_alias=None, attribution=how))
                for one in item.claims
            ),
        )
        for item in REPORT.articles
    )
    text = render(for_readers(replace(REPORT, articles=articles))).decode()  # type: ignore[operator]
    assert "somebody who is not named" in text
    assert "in its own voice" not in text


def test_the_counts_tell_what_a_report_for_readers_leaves_out() -> None:
    """A page that tells three of five claims was headed "Every claim, as it stands", with "3 claims"."""
    whole, short = (html.render(one).decode() for one in (REPORT, for_readers(REPORT)))
    assert "<caption>The claims that were rated, as they stand</caption>" in short
    assert "<caption>Every claim that can be rated, as it stands</caption>" in whole
    assert "<strong>5</strong> claims, <strong>3</strong> rated, " in short
    assert "<strong>1</strong> not rated yet and left out here." in short
    assert "left out" not in whole
    chosen = replace(REPORT, selection=replace(REPORT.selection, statuses=("published",)))
    assert "<strong>5</strong> claims of this selection" in html.render(for_readers(chosen)).decode()


@pytest.mark.parametrize("render", [html.render, markdown.render])
def test_a_verdict_that_is_not_published_is_told_to_be_so(render: object) -> None:
    """Whoever is handed the page takes what it tells for published."""
    text = render(for_readers(REPORT)).decode()  # type: ignore[operator]
    assert re.search("(<strong>)?2(</strong>)? of them not published yet", text)
    assert "Review: rated, not published yet" in text
    assert "Review: published" in text


def test_the_method_says_what_people_did_and_no_more() -> None:
    """They "corrected the claims" of every report, and what was known was told in two ways that exclude each other."""

    def told(*origins: Origin) -> str:
        item, entry = REPORT.claims[1], REPORT.articles[0]
        claims = tuple(replace(item, claim=replace(item.claim, origin=origin)) for origin in origins)
        report = replace(REPORT, articles=(replace(entry, claims=claims),))
        by = dict(facts(report)).get("Claims split by")
        assert by == (None if set(origins) == {Origin.PERSON} else "rules 1"), "which program is for whoever checks it"
        return method(report)[0]

    machine, person = Origin.MACHINE, Origin.PERSON
    assert "rules 1" not in told(machine), "it says nothing to a reader"
    assert told(machine).endswith("people chose the evidence and gave every verdict.")
    assert "people added or changed 1 of the 2 claims told here, chose" in told(machine, person)
    assert told(person, person).startswith("People chose the claims; ")
    assert "known when the claim was made" not in " ".join(method(REPORT))
    assert "says up to which day evidence was considered" in " ".join(method(REPORT))


@pytest.mark.parametrize("render", [markdown.render, html.render])
def test_a_verdict_that_was_given_on_another_wording_says_so_beside_its_rating(
    render: Callable[[Report], bytes],
) -> None:
    """Reworded since, the claim stood in the report with a rating that nobody had given to these words."""
    [entry] = REPORT.articles
    item = entry.claims[1]
    verdicts = tuple(replace(one, claim_text="It cost less than £30m.") for one in item.verdicts)
    changed = replace(entry, claims=(entry.claims[0], replace(item, verdicts=verdicts), *entry.claims[2:]))
    told = "This rating was given on another wording: “It cost less than £30m.”."
    assert told in render(replace(REPORT, articles=(changed,))).decode()
    assert "on another wording" not in render(REPORT).decode()


def test_the_rating_comes_before_the_evidence_and_the_particulars() -> None:
    text = html.render(for_readers(REPORT)).decode()
    verdict = text[text.index('<article class="verdict') :]
    assert verdict.index('class="rating') < verdict.index('class="facts"') < verdict.index('class="evidence"')


@pytest.mark.parametrize(("claims", "told"), [(2, False), (49, False), (50, True)])
def test_kappa_and_alpha_are_told_of_enough_claims_alone(claims: int, told: bool) -> None:
    """Two claims gave readers a kappa of -0.33."""
    figures = AgreementFigures(claims, 50.0, -0.33, -0.2)
    text = markdown.render(for_readers(replace(REPORT, agreement=figures))).decode()
    assert "the same rating in 50 % of the comparisons" in text
    assert ("Cohen's kappa is -0.33. Krippendorff's alpha is -0.20." in text) is told
    assert ("too few for kappa or alpha to say anything (at least 50 are needed)" in text) is not told


def event(number: int, **changes: object) -> Event:
    made = Event(
        id=number, at="2022-01-29T10:00:00Z", reviewer="ada", action="evidence.decide", subject="evidence",
        subject_id="7", article_id=1, claim_id=1, before={"stance": "supports", "at": str(number)},
        after={"stance": "refutes", "at": str(number + 1)},
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_run_of_key_presses_on_one_stance_is_told_once_by_its_end() -> None:
    assert [one.id for one in without_retries([event(1), event(2), event(3)])] == [3]


@pytest.mark.parametrize(
    "other",
    [
        event(2, reviewer="bo"),
        event(2, subject_id="8"),
        event(2, action="evidence.unlink"),
        event(2, reverses=1),
        event(2, before=None),
        event(2, before={"state": "accepted"}, after={"state": "rejected"}),
        event(2, subject="verdicts"),
    ],
)
def test_everything_else_is_told_one_by_one(other: Event) -> None:
    assert [one.id for one in without_retries([event(1), other, event(3)])] == [1, 2, 3]


def test_a_claim_of_a_chat_is_of_the_day_of_its_message() -> None:
    [entry] = REPORT.articles
    reason = "relative time, counted from 12 August 2024, the day of the message"
    repair = Resolution(0, 5, "today", "on 12 August 2024", reason, 0.9)
    first, *rest = entry.claims
    told = replace(first, claim=replace(first.claim, resolutions=(repair,)))
    article = replace(entry.article, published=None)
    shown = markdown.render(replace(REPORT, articles=(replace(entry, article=article, claims=(told, *rest)),))).decode()
    assert "12 August 2024" in shown.replace(reason, "").replace("on 12 August 2024", "")
    assert "date not known" in shown
