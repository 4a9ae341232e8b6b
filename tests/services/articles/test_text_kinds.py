"""Language, kind of text, role and speaker of an article: told when it is added, listed, shown and exported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.domain.articles import Attribution
from workbench.domain.documents import Document
from workbench.language.text.text_kinds import text_kind
from workbench.services.articles.splitting import Splitter

TRANSCRIPT = (
    "HEARING ON THE TOLL BRIDGE\n\nADA LIND, MINISTER OF PORTS: The bridge cost 96 million crowns.\n\n"
    "OVE KRAG: It was built in 1974.\n\nLIND: We sold 40 boats in 2019.\n\nKRAG: The fleet had 90 of them.\n"
)
CHECK = (
    "Did Varen close 14 schools in 2022?\n\nClaim: The town of Varen closed 14 schools in 2022.\n\n"
    "Claimant: Ove Krag\n\nVerdict: False\n\nThe town closed two schools in 2022. We rate this claim False.\n"
)
KINDS = [
    (TRANSCRIPT, "transcript"),
    (CHECK, "fact-check"),
    ("The ferry sank in 2004. It carried 61 people, the harbour master said.", "news"),
    ("Boats of Varen\n\n- 40 trawlers\n- 12 ferries\n- 3 tugs\n- 9 pilot boats\n", "list or table"),
    ("Port\tBoats\tCrew\nVaren\t40\t310\nHolm\t12\t90\nSund\t3\t21\n", "list or table"),
    ("FOR IMMEDIATE RELEASE\n\nKern Ltd has bought the mill for 4 million crowns.", "press release"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[kind for _, kind in KINDS])
def test_the_kind_of_a_text(text: str, kind: str) -> None:
    assert text_kind(text).value == kind


Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    main(["init", str(tmp_path / "w")])

    def run_(*arguments: str) -> str:
        capsys.readouterr()
        assert main(["-w", str(tmp_path / "w"), "--reviewer", "ada", *arguments]) == 0
        return capsys.readouterr().out

    return run_


def test_language_kind_and_role_are_told_wherever_the_article_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "hearing.txt"
    file.write_text(TRANSCRIPT, encoding="utf-8")
    (added,) = json.loads(run("article", "add", str(file), "--format", "json"))
    assert (added["language"], added["kind"]) == ("en", "transcript")
    (listed,) = json.loads(run("article", "list", "--format", "json"))
    assert (listed["language"], listed["kind"]) == ("en", "transcript")
    (shown,) = json.loads(run("article", "show", "1", "--format", "json"))
    assert shown["kind"] == "transcript"
    roles = {claim["speaker"]: claim["speaker_role"] for claim in shown["claims"]}
    assert roles == {"Ada Lind": "Minister of Ports", "Ove Krag": ""}
    assert "kind of text: transcript" in run("article", "show", "1")
    assert "Ada Lind, Minister of Ports" in run("claim", "show", str(shown["claims"][0]["id"]))
    report = tmp_path / "report.json"
    run("export", "--format", "json", "-o", str(report))
    (entry,) = json.loads(report.read_text(encoding="utf-8"))["articles"]
    assert entry["kind"] == "transcript"
    assert entry["claims"][0]["speaker_role"] == "Minister of Ports"


@pytest.mark.parametrize(
    ("lind", "krag"),
    [("Ada Lind (01:10):", "Ove Krag (02:45):"), ("[01:10] ADA LIND:", "[02:45] OVE KRAG:")],
    ids=["behind", "before"],
)
def test_claims_of_a_transcript_have_the_time_of_their_label(lind: str, krag: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    words = f"{lind} The ferry sank in 2004. It carried 61 people.\n{krag} The bridge was built in 1974.\n"
    file.write_text(words, encoding="utf-8")
    run("article", "add", str(file))
    (shown,) = json.loads(run("article", "show", "1", "--format", "json"))
    said = [(claim["speaker"], "01:10" in claim["time"], "02:45" in claim["time"]) for claim in shown["claims"]]
    assert [one[0] for one in said] == ["Ada Lind", "Ada Lind", "Ove Krag"]
    assert said[0][1]
    assert said[2][2]
    assert "said at: " in run("claim", "show", str(shown["claims"][2]["id"]))


def test_a_speech_has_one_speaker_from_the_beginning(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "speech.txt"
    file.write_text("We built 40 boats in 2019. The harbour has 12 cranes.", encoding="utf-8")
    run("article", "add", str(file), "--speaker", "Ada Lind")
    rows = json.loads(run("claim", "list", "--format", "json"))
    assert {row["speaker"] for row in rows} == {"Ada Lind"}
    assert len(rows) == 2


def test_the_claim_that_a_fact_check_is_about_is_not_the_outlets() -> None:
    found = Splitter(models=False).split(Document(CHECK, "", "case", "", language="en")).drafts
    checked = next(claim for claim in found if "14 schools" in claim.quote)
    assert (checked.speaker, checked.attribution) == ("Ove Krag", Attribution.PARAPHRASE)
    assert checked.quote == "The town of Varen closed 14 schools in 2022"
    assert checked.text == "The town of Varen closed 14 schools in 2022."
    own = next(claim for claim in found if "two schools" in claim.quote)
    assert (own.speaker, own.attribution) == (None, Attribution.OUTLET)
    assert not any("rate" in claim.quote or "Verdict" in claim.quote for claim in found)
