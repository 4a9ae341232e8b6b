"""`tag`, `assign`, `comment`, `watch` and `inbox` as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import make_newsroom
from workbench.cli.main import main


def test_the_work_of_a_desk_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    workspace.close()
    first, second = room.claims[:2]

    def ask(who: str, *words: object, code: int = 0) -> str:
        assert main(["--workspace", str(tmp_path / "w"), "--reviewer", who, *map(str, words)]) == code
        said = capsys.readouterr()
        return said.err if code else said.out

    def rows(who: str, *words: object) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(ask(who, *words, "--format", "json"))
        return found

    ask("ada", "tag", "add", "claim", first, second, "-t", "Port", "-t", "ships")
    ask("ada", "tag", "remove", "claim", second, "-t", "ships")
    assert [row["tags"] for row in rows("ada", "claim", "list", "--tag", "ships")] == [["port", "ships"]]
    assert rows("ada", "tag", "list") == [
        {"tag": "port", "what": "claim", "count": 2},
        {"tag": "ships", "what": "claim", "count": 1},
    ]
    assert "is no number" in ask("ada", "tag", "add", "claim", "x", "-t", "port", code=2)
    assert "no source has the tag" in ask("ada", "search", "port", "--tag", "port", code=2)

    ask("ada", "assign", "claim", first, "--to", "bo", "--due", "2030-03-03")
    ask("ada", "assign", "article", room.article, "--to", "bo")
    assert [row["id"] for row in rows("ada", "claim", "list", "--assigned", "Bo")] == [first]
    assert rows("ada", "article", "list")[0]["assignee"] == "bo"
    assert "say --nobody" in ask("ada", "assign", "claim", first, code=2)

    ask("ada", "comment", "add", second, "Look at this, @bo")
    assert [row["text"] for row in rows("bo", "comment", "list", second)] == ["Look at this, @bo"]
    assert "there is no claim 999" in ask("bo", "comment", "list", 999, code=2)
    waiting = rows("bo", "inbox")
    assert [(row["why"], row["claim_id"]) for row in waiting] == [
        ("assigned", first),
        ("assigned", None),
        ("mention", second),
    ]
    ask("bo", "inbox", "--seen", waiting[2]["key"], "--seen", waiting[2]["key"])
    assert len(rows("bo", "inbox")) == 2
    assert "nothing waits" in ask("bo", "inbox", "--seen", "nothing", code=2)
    ask("ada", "assign", "claim", first, "--nobody")
    ask("ada", "assign", "article", room.article, "--nobody")
    assert rows("bo", "inbox") == []

    ask("bo", "watch", "add", "ships", "ships in the port", "--after", "2021-01-01")
    assert [row["query"] for row in rows("bo", "watch", "list")] == ["ships in the port"]
    ask("bo", "watch", "remove", "ships")
    assert "no saved search" in ask("bo", "watch", "remove", "ships", code=2)
    assert "put the tag" in ask("ada", "history")


def test_a_due_day_may_be_written_in_words_and_one_that_is_past_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    workspace.close()

    def due(words: str, code: int = 0) -> str:
        given = ["assign", "article", str(room.article), "--to", "Bo", "--due", words]
        assert main(["-w", str(tmp_path / "w"), "--reviewer", "ada", *given]) == code
        return capsys.readouterr().err

    assert due("3 March 2099 5 pm") == "1 changed, due 2099-03-03T17:00.\n"
    assert due("3 March 2022") == "1 changed, due 2022-03-03. That day is past.\n"
    assert "is no day or time" in due("soon", code=2)
