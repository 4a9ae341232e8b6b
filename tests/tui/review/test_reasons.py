"""The reason a verdict begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.domain.articles import Origin
from workbench.domain.documents import SourceKind
from workbench.domain.evidence import Evidence, EvidenceState, Passage, Source, Stance
from workbench.domain.review import DEFAULT_SCALE, Rating
from workbench.tui.review.reasons import NO_EVIDENCE, NOTHING_ACCEPTED, suggested_reason, words_of_ones_own
from workbench.tui.widgets.evidence_list import Card, card_lines

NOTE = "Rang the harbour office at nine: " + "she said they had dredged it in spring. " * 9


def card(title: str, publisher: str | None, day: date | None, stance: Stance, state: EvidenceState) -> Card:
    """A passage that was decided about."""
    source = Source(
        id=title[:5],
        kind=SourceKind.DOCUMENT,
        title=title,
        url=None,
        archive_url=None,
        publisher=publisher,
        author=None,
        published=day,
        published_guessed=False,
        retrieved=None,
        language="en",
        sha256="",
        text="",
        added_at="",
        added_by="ann",
    )
    passage = Passage(1, source.id, 0, 5, "Words", "")
    evidence = Evidence(1, 1, 1, state, stance, None, Origin.PERSON, "ann", "")
    return replace(Card(passage, source), evidence=evidence)


def test_a_rejected_passage_says_nothing_of_the_claim() -> None:
    """What was found in it stood on as "supports" beside its rejection."""
    rejected = card("Log", "Harbour office", date(2021, 5, 4), Stance.SUPPORTS, EvidenceState.REJECTED)
    said = "".join(words for line in card_lines(rejected, 80, current=False) for words, _ in line)
    assert "– rejected" in said
    assert "supports" not in said
    accepted = card("Log", "Harbour office", date(2021, 5, 4), Stance.SUPPORTS, EvidenceState.ACCEPTED)
    assert "supports" in "".join(words for line in card_lines(accepted, 80, current=False) for words, _ in line)


def test_a_day_that_the_name_tells_is_told_once() -> None:
    minutes = card("Minutes of 4 May 2021", None, date(2021, 5, 4), Stance.SUPPORTS, EvidenceState.ACCEPTED)
    assert suggested_reason([minutes], None) == "Supported by Minutes of 4 May 2021."


@pytest.mark.parametrize(
    ("title", "publisher", "told"),
    [
        ("pool-visits", None, "“pool-visits”, 4 May 2021"),
        ("From: Grants Team, Sport Office", None, "“From: Grants Team, Sport Office”, 4 May 2021"),
        ("2024_visits", None, "“2024_visits”, 4 May 2021"),
        ("Harbour log", None, "Harbour log, 4 May 2021"),
        ("pool-visits", "Harbour office", "Harbour office, 4 May 2021"),
        ("Accounts", "HARTWELL BOROUGH COUNCIL", "Hartwell Borough Council, 4 May 2021"),
        ("Accounts", "NHS ENGLAND", "NHS ENGLAND, 4 May 2021"),
    ],
)
def test_a_ready_reason_is_fit_for_readers(title: str, publisher: str | None, told: str) -> None:
    """A file's name is no name of anybody, and a letterhead's capitals are not shouted on."""
    one = card(title, publisher, date(2021, 5, 4), Stance.REFUTES, EvidenceState.ACCEPTED)
    assert suggested_reason([one], None) == f"Refuted by {told}."


def test_a_note_without_a_title_is_named_by_a_few_words() -> None:
    """Its text is nobody's business but the desk's."""
    reason = suggested_reason([card(NOTE, None, None, Stance.SUPPORTS, EvidenceState.ACCEPTED)], None)
    assert reason.startswith("Supported by Rang the harbour office at nine")
    assert reason.endswith("…, no date found.")
    assert len(reason) < 90


@pytest.mark.parametrize(
    ("value", "reason"), [(None, NO_EVIDENCE), (5, NOTHING_ACCEPTED)], ids=["off the scale", "on the scale"]
)
def test_what_was_rejected_is_no_reason(value: int | None, reason: str) -> None:
    """Only accepted evidence speaks."""
    rejected = card("Log", "Harbour office", date(2021, 5, 4), Stance.REFUTES, EvidenceState.REJECTED)
    assert suggested_reason([rejected], Rating("5", "Step", "", value)) == reason


@pytest.mark.parametrize(
    ("key", "stances", "reason"),
    [
        ("1", ["supports"], ""),
        ("2", ["supports"], ""),
        ("5", ["refutes"], ""),
        ("4", ["refutes", "context"], ""),
        ("5", ["supports"], "Supported by Log, no date found."),
        ("1", ["refutes"], "Refuted by Log, no date found."),
        ("3", ["refutes"], "Refuted by Log, no date found."),
        ("1", ["context"], "Context from Log, no date found."),
        ("1", ["supports", "refutes"], "Refuted by Log, no date found. Supported by Log, no date found."),
        ("5", ["supports", "refutes"], "Supported by Log, no date found. Refuted by Log, no date found."),
        ("3", ["supports", "refutes"], "Supported by Log, no date found. Refuted by Log, no date found."),
    ],
)
def test_no_ready_reason_speaks_against_its_own_rating(key: str, stances: list[str], reason: str) -> None:
    """ "False: supported by the council" had been offered without a word; what carries a rating is named first."""
    cards = [card("Log", None, None, Stance(stance), EvidenceState.ACCEPTED) for stance in stances]
    assert suggested_reason(cards, DEFAULT_SCALE.find(key), DEFAULT_SCALE) == reason


@pytest.mark.parametrize(
    ("reason", "offered"),
    [
        ("The log counts 29 ships, not 41.", "The log counts 29 ships, not 41."),
        ("Refuted by Log, no date found. It counts 29.", "Refuted by Log, no date found. It counts 29."),
        ("Refuted by Log, no date found.", ""),
        ("Refuted by Log, no date found. Supported by Minutes, no date found.", ""),
        (NOTHING_ACCEPTED, ""),
        (NO_EVIDENCE, ""),
        (f"{NOTHING_ACCEPTED} I rang them.", "I rang them."),
        ("", ""),
    ],
)
def test_a_rating_that_is_given_again_offers_what_was_written_before(reason: str, offered: str) -> None:
    """A ready reason took its place; one that was ready then is made anew of what is accepted now."""
    cards = [
        card("Log", None, None, Stance.REFUTES, EvidenceState.ACCEPTED),
        card("Minutes", None, None, Stance.SUPPORTS, EvidenceState.REJECTED),
    ]
    ready = suggested_reason(cards, DEFAULT_SCALE.find("1"), DEFAULT_SCALE)
    assert words_of_ones_own(reason, cards, ready) == offered


def test_that_nothing_was_accepted_stays_where_it_is_true() -> None:
    said = f"{NOTHING_ACCEPTED} I rang them."
    assert words_of_ones_own(said, [], NOTHING_ACCEPTED) == said
