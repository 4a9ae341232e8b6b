"""The MCP server, asked by the SDK's own client over a real process."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

from tests.services.desk import Clock, Desk
from workbench.cli.main import main
from workbench.domain.evidence import EvidenceState, Stance
from workbench.services.assistance.evidence_tools import EvidenceTools
from workbench.services.assistance.proposals import NAME, proposals
from workbench.services.claims.claim_editing import edit_wording
from workbench.services.evidence.decisions import decide
from workbench.services.evidence.private import edit_source
from workbench.services.evidence.sources import add_evidence
from workbench.services.review import review
from workbench.services.review.adopting import adopt
from workbench.store.record_checks import head

READING = {"split_text", "search_evidence", "judge_stance", "earlier_verdicts"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, Clock())
    made.article = made.add_article()
    made.add_sources()
    cost = made.claim("£2m")
    decide(made.ada, cost.id, made.passage("accounts").id, EvidenceState.ACCEPTED, stance=Stance.REFUTES)
    review.rate(made.ada, cost.id, "False", why="The accounts say £3.1m.", known_at=date(2022, 2, 5))
    yield made
    made.close()


@asynccontextmanager
async def asking(desk: Desk, *options: str, reviewer: str = "ada") -> AsyncIterator[ClientSession]:
    """A client of `workbench mcp`, started as a program of its own."""
    command = ["-P", "-m", "workbench", "-w", str(desk.path), "--reviewer", reviewer, "mcp", *options]
    server = StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ))
    async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as session:
        await session.initialize()
        yield session


async def call(session: ClientSession, name: str, **arguments: Any) -> Any:
    answer: Any = await session.call_tool(name, arguments)
    text = answer.content[0].text
    return text if answer.is_error else json.loads(text)


async def test_it_reads_only_and_tells_what_is_there(desk: Desk) -> None:
    before = head(desk.ada.database)
    async with asking(desk) as session:
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        assert set(tools) == READING
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools.values())
        claims = await call(session, "split_text", text="The harbour lost 300 ships in 2021, Ida Brand said.")
        assert "300 ships" in claims["claims"][0]["quote"]
        found = await call(session, "search_evidence", query="repairs of the basin", limit=1)
        assert [one["publisher"] for one in found["passages"]] == ["Harbour Trust"]
        said = await call(session, "judge_stance", claim="The repairs of the basin cost £3.1m.", limit=1)
        assert said["passages"][0]["stance"]["by"].startswith("machine: ")
        [earlier] = (await call(session, "earlier_verdicts", query="repairs cost less than £2m"))["claims"]
        assert (earlier["rating"], earlier["why"], earlier["reviewer"]) == ("False", "The accounts say £3.1m.", "ada")
        assert "no date" in await call(session, "search_evidence", query="basin", before="soon")
    assert head(desk.ada.database) == before
    assert not (desk.path / NAME).exists()


def test_an_earlier_verdict_is_told_of_the_words_it_was_given_on(desk: Desk) -> None:
    """Reworded since, the claim came with the rating of other words."""
    tools = EvidenceTools(desk.ada)
    [before] = tools.earlier_verdicts("repairs cost less than £2m")["claims"]
    edit_wording(desk.ada, before["claim_id"], f"{before['text']} a year")
    [after] = tools.earlier_verdicts("repairs cost less than £2m")["claims"]
    assert (after["text"], after["rating"]) == (before["text"], "False")


def test_a_search_by_days_tells_how_many_sources_have_none(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "walls.txt").write_text("The walls of the basin are high.\n", encoding="utf-8")
    add_evidence(desk.ada, [str(tmp_path / "walls.txt")])
    tools = EvidenceTools(desk.ada)
    assert "1 source without a date is left out" in tools.search("basin", before="2022-01-01")["note"]
    assert "without a date" not in tools.search("basin")["note"]


async def test_private_sources_and_blind_judgements_are_not_given_out(desk: Desk) -> None:
    copied = desk.add_article(
        "Lowick again\n\nThe repairs cost less than £2m, it is said.", ("The repairs cost less than £2m",)
    )
    adopt(desk.ada, desk.claim("£2m", copied).id, desk.claim("£2m").id)
    review.request_second_opinion(desk.ada, desk.claim("£2m").id)
    edit_source(desk.ada, "accounts", title="A talk", private=True)
    async with asking(desk, reviewer="bo") as session:
        found = await call(session, "search_evidence", query="repairs of the basin cost insured")
        assert "accounts" not in json.dumps(found)
        assert "insured" not in json.dumps(found)
        assert "insured" not in json.dumps(
            await call(session, "judge_stance", claim="The repairs of the basin cost £3.1m.")
        )
        assert await call(session, "earlier_verdicts", query="repairs cost less than £2m") == {"claims": []}


async def test_drafts_are_kept_only_where_allowed_and_marked_as_a_machines(desk: Desk) -> None:
    before = head(desk.ada.database)
    number = desk.claim("£2m").id
    async with asking(desk, "--allow-drafts") as session:
        assert {tool.name for tool in (await session.list_tools()).tools} == READING | {"propose_draft"}
        kept = await call(
            session, "propose_draft", machine="tester 1", kind="wording", text="The repairs cost £2m.", claim_id=number
        )
        assert kept["made_by"] == "machine: tester 1"
        assert "is one of" in await call(session, "propose_draft", machine="x", kind="verdict", text="False")
        assert "no claim" in await call(session, "propose_draft", machine="x", kind="note", text="x", claim_id=999)
    [one] = proposals(desk.ada)
    assert (one.made_by, one.kind, one.claim_id, one.content) == (
        "machine: tester 1",
        "wording",
        number,
        {"text": "The repairs cost £2m."},
    )
    assert head(desk.ada.database) == before, "no act of a person"


def test_a_confidential_workspace_is_not_served(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-w", str(desk.path), "setting", "confidential", "perhaps"]) == 2
    assert main(["-w", str(desk.path), "setting", "confidential", "yes"]) == 0
    assert main(["-w", str(desk.path), "mcp"]) == 2
    assert "is marked confidential" in capsys.readouterr().err


def test_the_extra_is_named_where_it_is_missing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = __import__("importlib.util").util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *more: None if name == "mcp" else found(name, *more))
    assert main(["-w", str(desk.path), "mcp"]) == 4
    assert "claim-workbench[mcp]" in capsys.readouterr().err


def test_broken_lines_and_persons_names_among_the_proposals_are_passed_over(desk: Desk) -> None:
    (desk.path / NAME).write_text('{"made_by": "ada", "content": {}}\n{"half\n[]\n')
    assert proposals(desk.ada) == []
