"""`claim similar` and `review adopt` as a user types them, with the real encoder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import make_newsroom
from workbench.cli.main import main


def test_an_earlier_verdict_is_found_and_taken_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    workspace.close()

    def ask(*words: object, code: int = 0) -> str:
        assert main(["--workspace", str(tmp_path / "w"), "--reviewer", "bo", *map(str, words)]) == code
        said = capsys.readouterr()
        return said.err if code else said.out

    def rows(*words: object) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(ask(*words, "--format", "json"))
        return found

    ships = room.claims[0]
    assert rows("claim", "similar", ships) == []
    ask("verdict", ships, "false", "--why", "The register says 41.", "--no-evidence")
    story = tmp_path / "story.txt"
    story.write_text("Ships again\n\nIn 2021 a total of 40 ships sailed.\n", encoding="utf-8")
    ask("article", "add", story)
    (found,) = rows("claim", "similar", "--article", 2)
    assert (found["earlier_claim"], found["rating"], found["by"]) == (ships, "False", "bo")
    read = found["verdict"]
    ask("verdict", ships, "mostly false", "--why", "The register says 39.", "--no-evidence")
    refused = ask("review", "adopt", found["claim_id"], ships, "--verdict", read, code=2)
    assert f"the verdict on claim {ships} is not the one that you read" in refused
    ask("undo")
    assert f" {read} " in ask("claim", "similar", "--article", 2).splitlines()[-1], "the table tells the verdict"
    (given,) = rows("review", "adopt", found["claim_id"], ships, "--verdict", read)
    assert given["rationale"].startswith("As in the verdict on “40 ships sailed in 2021”, rated False by bo on ")
    assert "as in verdict" in ask("history")
    assert "name claims" in ask("claim", "similar", code=2)
    assert "has no verdict" in ask("review", "adopt", ships, room.claims[1], code=2)


def test_a_verdict_taken_over_against_what_is_accepted_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    workspace.close()

    def ask(*words: object) -> str:
        assert main(["--workspace", str(tmp_path / "w"), "--reviewer", "bo", *map(str, words)]) == 0
        return capsys.readouterr().err

    first, second = room.claims[0], room.claims[1]
    ask("verdict", first, "false", "--why", "The register says 41.", "--no-evidence")
    ask("review", "accept", second, room.passages[0], "--stance", "supports")
    told = ask("review", "adopt", second, first)
    assert "The evidence supports the claim, and the rating False says otherwise." in told
