"""One claim and one passage are compared once: every surface tells the same, in the same words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import workbench.api
from workbench.cli.main import main
from workbench.comparison.outcomes import AGREE, DIFFER, Comparison, Outcome, contradicts, each, in_words, told
from workbench.services.assistance.evidence_tools import EvidenceTools
from workbench.services.search.stance_reading import StancePair, compared
from workbench.services.workspace import Workspace
from workbench.store.claims import claims
from workbench.tui.review.finder import Finder
from workbench.tui.widgets.evidence_list import Card, card_lines

PUBLISHED = "2024-03-05"
ARTICLE = (
    "Quay plans\n\nThe new quay at Oster cost £48 million. The harbour director, Ada Lund, said that the ferry carried "
    "61,000 passengers in 2022. The port lost 40 trucks last year. The town voted 27 to 19 for the quay on Monday."
)
ROWS = (
    ("audit", "Audit of the quay", "The new quay at Oster cost £53.5 million. Of this, £31 million came from a loan."),
    ("counts", "Passengers", "The ferry carried 48,000 passengers in 2022. The theft of £412,000 was found in May."),
    ("table", "Trucks of the port", "Year: 2023; Port: Oster; Trucks: 38"),
    ("vote", "Minutes", "On 4 March 2024 the town voted 27 to 19 for the quay."),
    ("title", "Oster quay cost £48 million", "Oster quay cost £48 million"),
)


@pytest.fixture
def work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "work"
    (tmp_path / "quay.txt").write_text(ARTICLE, encoding="utf-8")
    rows = [{"id": i, "title": t, "text": x, "published": "2024-02-01"} for i, t, x in ROWS]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["init", str(path)]) == 0
    assert main(["-w", str(path), "evidence", "add", str(tmp_path / "rows.jsonl")]) == 0
    assert main(["-w", str(path), "article", "add", str(tmp_path / "quay.txt"), "--published", PUBLISHED]) == 0
    capsys.readouterr()
    return path


def test_every_surface_tells_the_same_comparison(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The desk showed amounts beside each other that `stance` did not."""
    seen = set()
    with Workspace.open(work, reviewer="ada") as workspace:
        finder, tools, desk = Finder(), EvidenceTools(workspace), workbench.api.Desk(workspace)
        assert claims(workspace.database)
        for claim in claims(workspace.database):
            found = finder.hits(workspace, claim)
            first = {hit.passage.id: hit.comparisons for hit in found.hits}
            judged = finder.judge(workspace, claim, found).hits
            compared = {hit.passage.id: hit.comparisons for hit in judged}
            assert compared == first
            again = finder.judge(workspace, claim, found).hits  # remembered ones
            assert {hit.passage.id: hit.comparisons for hit in again} == first
            for hit in judged:
                assert hit.stance is not None
                assert each(hit.stance.comparison) == hit.comparisons
                card = Card(hit.passage, hit.source, hit, open=True)
                shown = "".join(words for line in card_lines(card, 400, True) for words, _ in line)
                assert all(words in shown for words in hit.comparisons)
            rows = json.loads(_said(work, capsys, "stance", str(claim.id), "--format", "json"))
            assert {row["passage_id"]: each(row["compared"]) for row in rows} == {
                row["passage_id"]: first[row["passage_id"]] for row in rows
            }
            own = {hit.passage.id: hit.comparisons for hit in desk.stance(claim.id, limit=5)}
            assert own == {number: first[number] for number in own}
            seen |= {words.rpartition(" (")[2] for parts in first.values() for words in parts}
            if claim.speaker:
                continue
            rows = json.loads(
                _said(work, capsys, "search", claim.text, "--said", PUBLISHED, "-k", "5", "--format", "json")
            )
            assert {row["passage_id"]: tuple(row["comparisons"]) for row in rows} == first
            told_there = tools.stance(claim.text, limit=5)["passages"]
            assert all(each(row["stance"]["compared"]) == first[row["passage_id"]] for row in told_there)
    assert {f"{words.removeprefix(' (')}" for words in (AGREE, DIFFER)} <= seen


def _said(work: Path, capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert main(["-w", str(work), *command]) == 0
    return capsys.readouterr().out


def test_what_came_to_nothing_is_not_shown() -> None:
    found = [Comparison(outcome, "£48m", "£412,000") for outcome in (Outcome.UNKNOWN, Outcome.COMPATIBLE)]
    assert told(found) == ()
    assert in_words(found) == ""


def test_no_text_puts_a_comparison_of_its_own_between_others() -> None:
    found = [Comparison(Outcome.ELSEWHERE, "2019", "City: Oster · claim: 40; passage: 38 (differ)")]
    assert not any(contradicts(words) for words in each(in_words(found)))
    assert each(in_words(found)) == told(found)


GERMAN = [
    ("Die Mieten stiegen um 18 Prozent.", "Um 18 Prozent stiegen die Mieten.", "18 Prozent; 18 Prozent (agree)"),
    ("Die Mieten stiegen um 18 Prozent.", "Die Mieten sanken um 18 Prozent.", ""),
    ("Die Mieten stiegen um 18 Prozent.", "Die Mieten stiegen nicht um 18 Prozent.", ""),
    ("Die Stadt kaufte den Hafen für 12 Millionen Euro.", "Die Stadt verkaufte den Hafen für 12 Millionen Euro.", ""),
    ("Die Firma entließ 300 Mitarbeiter.", "Die Firma stellte 300 Mitarbeiter ein.", ""),
    ("60 Prozent der Bürger sind für den Bau.", "60 Prozent der Bürger sind gegen den Bau.", ""),
    ("Die Mieten stiegen um 18 Prozent.", "Die Mieten sind um 11 Prozent gestiegen.", "18 Prozent; 11 Prozent"),
    ("In Altdorf gibt es 1.340 Wohnungen.", "In Altdorf gibt es 1.340 Wohnungen.", "1.340; 1.340 (agree)"),
    ("In Altdorf gibt es 1.340 Wohnungen.", "In Altdorf gibt es 1,34 Wohnungen.", "1.340; 1,34"),
]


@pytest.mark.parametrize(("claim", "passage", "told_of_both"), GERMAN)
def test_figures_are_read_as_the_passages_language_writes_them(claim: str, passage: str, told_of_both: str) -> None:
    """What is done with an amount is read in English alone, so that elsewhere nothing is said to differ."""
    words = in_words(compared(StancePair(claim, passage, language="de")))
    assert words.replace("claim: ", "").replace("passage: ", "") == told_of_both
    assert not contradicts(words)


def test_an_english_claim_beside_a_passage_in_another_language_keeps_its_figures() -> None:
    pair = StancePair("The city built 1,340 homes.", "Die Stadt baute 1.340 Wohnungen.", language="de")
    assert (pair.claim_language, StancePair("18 Prozent", "18 Prozent", language="de").claim_language) == ("en", "de")
