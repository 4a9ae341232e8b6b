"""Proposals of a language model: asked of a real server process, checked against the texts, kept as a machine's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.services.assistance.proposals import NAME, keep_proposal, proposals
from workbench.services.evidence.private import edit_source
from workbench.services.record.stats import rows as stat_rows
from workbench.services.record.stats import stats
from workbench.services.review import review
from workbench.store.record_checks import head

TOP = Path(__file__).resolve().parents[2]
Scripted = Callable[..., str]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, Clock())
    made.article = made.add_article()
    made.add_sources()
    yield made
    made.close()


@pytest.fixture
def scripted(tmp_path: Path) -> Iterator[Scripted]:
    """Starts the server with these answers; gives its endpoint."""
    started: list[subprocess.Popen[str]] = []

    def start(*steps: dict[str, Any]) -> str:
        script = tmp_path / "script.json"
        script.write_text(json.dumps(steps))
        command = [sys.executable, "-m", "tests.assistants.scripted_server", str(script)]
        server = subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, text=True)
        started.append(server)
        assert server.stdout is not None
        return f"http://127.0.0.1:{int(server.stdout.readline())}/v1"

    yield start
    for server in started:
        server.kill()
        server.wait()
        assert server.stdout is not None
        server.stdout.close()


def asked(tmp_path: Path) -> list[dict[str, Any]]:
    path = tmp_path / "script.asked"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def run(desk: Desk, *arguments: object, code: int = 0) -> None:
    assert main(["-w", str(desk.path), "--reviewer", "ada", "suggest", *map(str, arguments)]) == code


def answer(**content: Any) -> dict[str, Any]:
    return {"content": json.dumps(content)}


def test_a_stance_is_kept_with_the_words_it_rests_on_and_counted_nowhere(
    desk: Desk, scripted: Scripted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cost, accounts = desk.claim("£2m").id, desk.passage("accounts")
    endpoint = scripted(answer(stance="refutes", quotation="cost £3.1m in all"))
    before, counted = head(desk.ada.database), stat_rows(stats(desk.ada, None))
    run(desk, "stance", cost, accounts.id, "--endpoint", endpoint, "--model", "tiny", "--format", "json")
    [row] = json.loads(capsys.readouterr().out)
    content = json.loads(row["content"])
    assert (row["made_by"], row["kind"], row["claim_id"]) == ("machine: tiny", "stance", cost)
    assert len(row["prompt_sha256"]) == 64
    assert accounts.text[content["start"] - accounts.start : content["end"] - accounts.start] == "cost £3.1m in all"
    assert head(desk.ada.database) == before, "no act of a person"
    assert stat_rows(stats(desk.ada, None)) == counted
    [question] = asked(tmp_path)
    assert question["response_format"]["type"] == "json_schema"
    assert question["path"] == "/v1/chat/completions"
    run(desk, "list", cost, "--format", "json")
    assert json.loads(capsys.readouterr().out) == [row]


def test_a_quotation_that_is_not_in_the_passage_is_dropped(
    desk: Desk, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    endpoint = scripted(answer(stance="refutes", quotation="cost £3.2m in all"))
    run(
        desk,
        "stance",
        desk.claim("£2m").id,
        desk.passage("accounts").id,
        "--endpoint",
        endpoint,
        "--model",
        "m",
        code=1,
    )
    assert "does not stand in the passage" in capsys.readouterr().err
    assert not (desk.path / NAME).exists()


def test_where_the_endpoint_knows_no_schemas_plain_json_is_read_and_held_against_them(
    desk: Desk, scripted: Scripted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (
        "```json\n"
        + json.dumps({"queries": ["lowick harbour repairs", "lowick  harbour repairs", "basin cost"]})
        + "\n```"
    )
    endpoint = scripted({"content": said, "schemas": False})
    run(desk, "queries", desk.claim("£2m").id, "--endpoint", endpoint, "--model", "m", "--format", "json")
    [row] = json.loads(capsys.readouterr().out)
    assert json.loads(row["content"]) == {"queries": ["lowick harbour repairs", "basin cost"]}
    assert ["response_format" in question for question in asked(tmp_path)] == [True, True, False]


def test_a_server_that_takes_a_schema_in_its_older_form_is_given_that_one(
    desk: Desk, scripted: Scripted, tmp_path: Path
) -> None:
    endpoint = scripted({**answer(queries=["basin cost"]), "schemas": "old"})
    run(desk, "queries", desk.claim("£2m").id, "--endpoint", endpoint, "--model", "m")
    given = [question["response_format"] for question in asked(tmp_path)]
    assert [form["type"] for form in given] == ["json_schema", "json_object"]
    assert given[1]["schema"] == given[0]["json_schema"]["schema"]
    assert "Length" not in json.dumps(given), "a grammar that counts far ends some servers"


def test_claims_that_do_not_stand_in_the_article_are_dropped_one_by_one(
    desk: Desk, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    ships = {
        "quote": "About 40 ships a week use the harbour",
        "text": "About 40 ships a week use the harbour of Lowick",
    }
    endpoint = scripted(answer(claims=[ships, {"quote": "400 ships a week", "text": "x"}]))
    run(desk, "claims", desk.article, "--endpoint", endpoint, "--model", "m", "--format", "json")
    out, err = capsys.readouterr()
    [one] = json.loads(json.loads(out)[0]["content"])["claims"]
    assert (one["quote"], one["start"]) == (ships["quote"], desk.claim("40 ships").start)
    assert "“400 ships a week” does not stand in the article" in err


def test_a_wording_is_asked_only_where_something_is_open(
    desk: Desk, scripted: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    number = desk.claim("oldest").id
    endpoint = scripted(answer(text="The harbour of Lowick is the oldest on the coast"))
    run(desk, "wording", number, "--endpoint", endpoint, "--model", "m", code=2)
    assert "leaves nothing open" in capsys.readouterr().err
    run(desk, "wording", number, "--anyway", "--endpoint", endpoint, "--model", "m")
    assert desk.claim("oldest").text == "It is the oldest harbour on the coast", "the claim is a person's to change"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"content": "I cannot do that."}, "did not answer in the shape"),
        (answer(stance="proves", quotation="x"), "did not answer in the shape"),
        ({"content": ""}, "no words"),
        ({"status": 500}, "answers 500"),
        ({"raw": {"hello": 1}}, "no chat completion"),
        ({"wait": True}, "did not answer within 1 seconds"),
        ({"drip": True}, "did not answer within 1 seconds"),
        (
            {"content": '{"stance": "ref', "ended": "length"},
            "was not done after 600 tokens; `workbench suggest` with --max-tokens",
        ),
    ],
)
def test_an_answer_that_is_none_is_one_sentence_and_keeps_nothing(
    desk: Desk, scripted: Scripted, capsys: pytest.CaptureFixture[str], step: dict[str, Any], told: str
) -> None:
    endpoint = scripted(step)
    named = ("--endpoint", endpoint, "--model", "m", "--timeout", "1")
    run(desk, "stance", desk.claim("£2m").id, desk.passage("accounts").id, *named, code=4)
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert not (desk.path / NAME).exists()


def test_each_answer_has_a_length_that_fits_what_is_asked(desk: Desk, scripted: Scripted, tmp_path: Path) -> None:
    claim, passage, begins = desk.claim("£2m").id, desk.passage("accounts").id, desk.claim("40 ships").start
    stance = answer(stance="refutes", quotation="£3.1m")
    ships = answer(claims=[{"quote": "40 ships a week", "text": "40 ships a week use the harbour"}])
    endpoint = scripted(answer(text="x y"), answer(queries=["a"]), stance, ships, stance, {**stance, "limits": "new"})
    named = ("--endpoint", endpoint, "--model", "m")
    run(desk, "wording", claim, "--anyway", *named)
    run(desk, "queries", claim, *named)
    run(desk, "stance", claim, passage, *named)
    run(desk, "claims", desk.article, "--start", begins, "--end", begins + 60, *named)
    run(desk, "stance", claim, passage, "--max-tokens", 2000, *named)
    run(desk, "stance", claim, passage, *named)
    questions = asked(tmp_path)
    assert [one.get("max_tokens") for one in questions] == [600, 600, 600, 560, 2000, 600, 600, 600, None]
    assert questions[-1]["max_completion_tokens"] == 600


def test_nothing_is_sent_from_a_confidential_workspace_nor_of_a_private_source(
    desk: Desk, scripted: Scripted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    endpoint = scripted(answer(stance="refutes", quotation="x"))
    passage = desk.passage("accounts").id
    named = (desk.claim("£2m").id, passage, "--endpoint", endpoint, "--model", "m")
    edit_source(desk.ada, "accounts", title="A talk", private=True)
    run(desk, "stance", *named, code=2)
    assert "private source" in capsys.readouterr().err
    desk.ada.set_setting("confidential", "yes")
    run(desk, "queries", desk.claim("£2m").id, "--endpoint", endpoint, "--model", "m", code=2)
    assert "marked confidential" in capsys.readouterr().err
    assert asked(tmp_path) == []


def test_another_machine_is_named_each_time_and_told(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(desk.path), "setting", "llm_endpoint", "https://models.example/v1"]) == 2
    assert "for this machine alone" in capsys.readouterr().err
    desk.ada.set_setting("llm_endpoint", "https://models.example/v1")  # as another program might write it
    run(desk, "queries", desk.claim("£2m").id, "--model", "m", code=2)
    assert "name it each time" in capsys.readouterr().err
    run(
        desk,
        "queries",
        desk.claim("£2m").id,
        "--endpoint",
        "http://192.0.2.1:9/v1",
        "--model",
        "m",
        "--timeout",
        "1",
        code=4,
    )
    assert "Asking 192.0.2.1:9, which is not this machine" in capsys.readouterr().err
    run(desk, "queries", desk.claim("£2m").id, "--endpoint", "file:///etc/passwd", "--model", "m", code=2)
    run(desk, "queries", desk.claim("£2m").id, code=2)


def test_the_extra_is_named_where_it_is_missing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    run(desk, "queries", desk.claim("£2m").id, "--model", "m", code=4)
    assert "claim-workbench[llm]" in capsys.readouterr().err


def test_judging_is_as_before_whatever_was_proposed(desk: Desk, scripted: Scripted) -> None:
    cost = desk.claim("£2m").id
    endpoint = scripted(answer(stance="refutes", quotation="£3.1m"))
    run(desk, "stance", cost, desk.passage("accounts").id, "--endpoint", endpoint, "--model", "m")
    assert review.rate(desk.ada, cost, "False", why="No.", known_at=date(2022, 2, 5)).evidence == ()


def test_a_line_that_was_cut_off_takes_no_later_proposal_along(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On every system: Windows reads nothing at a place without going there."""
    monkeypatch.delattr(os, "pread", raising=False)
    keep_proposal(desk.ada, "tiny", "note", {"text": "first"}, claim_id=None)
    with (desk.path / NAME).open("a") as file:
        file.write('{"made_by": "machine: ti')
    keep_proposal(desk.ada, "tiny", "note", {"text": "second"}, claim_id=None)
    assert [one.content["text"] for one in proposals(desk.ada)] == ["first", "second"]
