"""The store is closed: who uses it names no table and no column, and each event knows whose row it is about."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsroom import make_newsroom
from workbench.domain.evidence import EvidenceState
from workbench.services.evidence.decisions import add_link, decide
from workbench.services.record.history import undo
from workbench.store.acts import Act, new_batch
from workbench.store.claims import ClaimPatch, update
from workbench.store.events import events

PACKAGE = Path(__file__).resolve().parents[2] / "workbench"
USERS = sorted(file for room in ("services", "cli", "tui") for file in (PACKAGE / room).rglob("*.py"))
INSIDE = {"workbench.store.edits", "workbench.store.rows", "workbench.store.chain"}
"""Modules that write rows by the names of their columns."""


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Module and name of everything a file takes out of the store; of a whole module, what it uses of it."""
    whole: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("workbench.store"):
            for alias in node.names:
                if node.module == "workbench.store":
                    whole[alias.asname or alias.name] = f"workbench.store.{alias.name}"
                else:
                    yield node.module, alias.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in whole:
            yield whole[node.value.id], node.attr


@pytest.mark.parametrize("file", USERS, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_nobody_outside_writes_with_the_names_of_tables_or_columns(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for module, name in imported(tree):
        assert module not in INSIDE, f"{module} is for the store alone"
        used = getattr(importlib.import_module(module), name)
        if not inspect.isfunction(used):
            continue
        for parameter in inspect.signature(used).parameters.values():
            assert parameter.name not in {"table", "subject", "column", "columns", "sql"}, f"{module}.{name}"
            assert not re.search(r"\bRow\b|dict\[str, (Any|object)\]", str(parameter.annotation)), f"{module}.{name}"
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {func.attr for func in calls if isinstance(func, ast.Attribute)}
    assert not names & {"execute", "executemany", "executescript"}, "SQL is written in the store alone"
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "subject":
            words = [one for side in node.comparators for one in ast.walk(side) if isinstance(one, ast.Constant)]
            assert words == [], "what an event is about is a `Subject`"


def test_an_event_takes_article_and_claim_from_the_row(tmp_path: Path) -> None:
    workspace, room = make_newsroom(tmp_path / "w")
    with workspace:
        claim = room.claims[1]
        with workspace.database.write() as connection:
            update(connection, claim, ClaimPatch(text="Other words"), Act("Ann", "claim.edit", new_batch()))
        decide(workspace, claim, room.passages[0], EvidenceState.ACCEPTED)
        add_link(workspace, claim, "https://example.org/a", "A quotation")
        undo(workspace)
        found = [event for event in events(workspace.database) if event.action != "article.add"]
        assert {event.subject for event in found} == {"claims", "evidence", "sources"}
        assert {(event.article_id, event.claim_id) for event in found} == {(room.article, claim)}
