"""Every domain object comes back from its row as it was."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.newsroom import make_newsroom
from workbench.domain.articles import Attribution, Claim, ClaimDraft, Kind, Origin, Resolution, ReviewStatus
from workbench.domain.codec import decode
from workbench.domain.documents import FactCheck
from workbench.domain.errors import WorkspaceError
from workbench.domain.evidence import EvidenceState
from workbench.domain.quantities import Bound, Quantity, QuantityKind, TimeKind, TimeRef
from workbench.domain.review import CitedEvidence, Rating, RatingScale, Verdict, VerdictKind
from workbench.services.evidence.decisions import decide
from workbench.services.record.doctor import examine
from workbench.store.checks import unreadable
from workbench.store.claims import suggested
from workbench.store.reporting import read_record
from workbench.store.rows import claim_from, scale_from, to_json, verdict_from

WORDS = st.text(max_size=20)
MAYBE = st.none() | WORDS
PLACE = st.integers(0, 10_000)
NUMBER = st.none() | st.floats(allow_nan=False, allow_infinity=False)
DAY = st.none() | st.dates()
QUANTITIES = st.builds(
    Quantity, PLACE, PLACE, WORDS, st.sampled_from(QuantityKind), NUMBER, NUMBER, st.sampled_from(Bound), MAYBE, MAYBE
)
TIMES = st.builds(
    TimeRef, PLACE, PLACE, WORDS, st.sampled_from(TimeKind), DAY, DAY, NUMBER, st.booleans(), st.booleans()
)
RESOLUTIONS = st.builds(Resolution, PLACE, PLACE, WORDS, WORDS, WORDS, st.floats(0, 1), st.booleans())
CITED = st.builds(
    CitedEvidence, PLACE, st.sampled_from(["supports", "refutes"]), WORDS, WORDS, WORDS, MAYBE, MAYBE, MAYBE, MAYBE
)


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


@given(QUANTITIES, TIMES)
def test_quantities_and_times(quantity: Quantity, time: TimeRef) -> None:
    assert decode(Quantity, json.loads(to_json(quantity))) == quantity
    assert decode(TimeRef, json.loads(to_json(time))) == time


@given(st.builds(FactCheck, WORDS, WORDS, MAYBE, DAY, MAYBE))
def test_fact_checks(check: FactCheck) -> None:
    assert decode(FactCheck, json.loads(to_json(check))) == check


@given(
    text=st.text(min_size=4, max_size=60),
    kinds=few(st.sampled_from(Kind)),
    speaker=MAYBE,
    voice=st.sampled_from(Attribution),
    quantities=few(QUANTITIES),
    times=few(TIMES),
    resolutions=few(RESOLUTIONS),
    reasons=few(WORDS),
    worth=st.floats(0, 1),
)
def test_a_draft_becomes_the_claim_it_was(
    text: str,
    kinds: tuple[Kind, ...],
    speaker: str | None,
    voice: Attribution,
    quantities: tuple[Quantity, ...],
    times: tuple[TimeRef, ...],
    resolutions: tuple[Resolution, ...],
    reasons: tuple[str, ...],
    worth: float,
) -> None:
    start, end = 1, len(text) - 1
    draft = ClaimDraft(
        start, end, text[start:end], "wording", kinds, speaker, None, voice, None, worth, reasons, quantities, times,
        resolutions,
    )  # fmt: skip
    row = {
        **suggested(text, draft).columns,
        "id": 1,
        "article_id": 2,
        "origin": "machine",
        "rating": None,
        "duplicate_of": None,
        "version": 1,
    }
    claim = claim_from(row)
    assert isinstance(claim, Claim)
    for name in ("start", "end", "quote", "text", "kinds", "speaker", "attribution", "checkworthiness", "reasons"):
        assert getattr(claim, name) == getattr(draft, name), name
    assert (claim.quantities, claim.times, claim.resolutions) == (quantities, times, resolutions)
    assert (claim.anchor.prefix, claim.anchor.suffix) == (text[:1], text[-1:])
    assert claim.origin is Origin.MACHINE
    rateable = not {Kind.PREDICTION, Kind.OPINION}.intersection(kinds)
    assert claim.status is (ReviewStatus.OPEN if rateable else ReviewStatus.NOT_RATED)


@given(few(CITED), st.sampled_from(VerdictKind), WORDS, st.none() | st.integers(1, 9))
def test_verdicts(cited: tuple[CitedEvidence, ...], kind: VerdictKind, words: str, value: int | None) -> None:
    verdict = Verdict(1, 2, "Ann", kind, "workbench", words, value, words, cited, words, "2022-01-29", "now", None)
    row = {**{name: getattr(verdict, name) for name in Verdict.__dataclass_fields__}, "evidence": to_json(cited)}
    assert verdict_from({**row, "kind": kind.value}) == verdict


@given(few(st.builds(Rating, WORDS, WORDS, WORDS, st.none() | st.integers())))
def test_scales(ratings: tuple[Rating, ...]) -> None:
    assert scale_from({"id": "own", "name": "Own", "ratings": to_json(ratings)}) == RatingScale("own", "Own", ratings)


@given(st.dictionaries(WORDS, st.none() | WORDS | st.integers() | st.booleans() | st.dates()))
def test_json_is_the_same_text_for_the_same_object_in_any_order(data: dict[str, Any]) -> None:
    assert to_json(data) == to_json(dict(reversed(data.items())))
    plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in data.items()}
    assert json.loads(to_json(data)) == plain
    assert json.loads(to_json(Rating("1", "a", "b"))) == asdict(Rating("1", "a", "b"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            "UPDATE claims SET kinds = '[\"evens\"]' WHERE id = 2",
            "claim 2 cannot be read ('evens' is not",
        ),
        ("UPDATE claims SET status = 'opem' WHERE id = 1", "claim 1 cannot be read"),
        ("UPDATE claims SET quantities = '[1]' WHERE id = 1", "claim 1 cannot be read"),
        ("UPDATE claims SET resolutions = '[{\"a\": 1}]' WHERE id = 3", "claim 3 cannot be read"),
        ("UPDATE sources SET published = '2022-13-01' WHERE id = 'source-1'", "source source-1 cannot be read"),
        ("UPDATE articles SET deadline = 'soon'", "article 1 cannot be read"),
        ("UPDATE evidence SET state = 'x'", "evidence 1 cannot be read"),
    ],
)
def test_a_value_that_was_never_written_so_is_damage_in_a_sentence(tmp_path: Path, change: str, words: str) -> None:
    """Whoever meets the record is told, and the doctor finds it without meeting it by chance."""
    workspace, room = make_newsroom(tmp_path / "w")
    with workspace:
        decide(workspace, room.claims[0], room.passages[0], EvidenceState.ACCEPTED)
        assert not list(unreadable(workspace.database))
        with workspace.database.write() as connection:
            connection.execute(change)
        assert words in "\n".join(unreadable(workspace.database))
        with pytest.raises(WorkspaceError, match=r"claims\.db is damaged: .*; restore a copy with"):
            read_record(workspace.database)
        assert any(words in finding.detail for finding in examine(workspace))
