"""Every kind of page, text, table, feed, transcript and fact check is read for what is in it, by the real command line.

The name of each test says the kind. The finer cases of a kind stand with its reader, in `tests/ingest` and
`tests/language`.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.workflows import program
from tests.workflows.kinds_of_input import CHECK, PAGES, SOURCES, TEXTS, Kind

succeed = partial(program.succeed, here=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "work"
    succeed("init", path)
    return path


def written(folder: Path, kind: Kind) -> Path:
    path = folder / kind.file
    path.write_bytes(kind.data)
    return path


def holds(rows: list[dict[str, Any]], kind: Kind, words: str) -> None:
    """Insist on what a case expects of claims or sources, whose text is in the field `words`."""
    if kind.count is not None:
        assert len(rows) == kind.count, [row[words] for row in rows]
    place = 0
    for part, fields in kind.found:
        at = next((number for number, row in enumerate(rows[place:], place) if part in row[words]), None)
        assert at is not None, (part, [row[words] for row in rows])
        for name, right in fields.items():
            found = rows[at].get(name)
            assert tuple(found or ()) == right if isinstance(right, tuple) else found == right, (part, name)
        place = at
    for part in kind.never:
        assert not any(part in row[words] for row in rows), part


@pytest.mark.parametrize("kind", [*PAGES, *TEXTS], ids=lambda kind: kind.name)
def test_an_article_of_this_kind(tmp_path: Path, workspace: Path, kind: Kind) -> None:
    added = succeed(
        "article", "add", written(tmp_path, kind), *kind.options, "--format", "json", workspace=workspace
    ).rows
    shown = succeed("article", "show", added[0]["id"], "--format", "json", workspace=workspace).rows[0]
    for name, right in kind.fields.items():
        assert shown.get(name) == right, name
    holds(succeed("claim", "list", "--format", "json", workspace=workspace).rows, kind, "text")


@pytest.mark.parametrize("kind", SOURCES, ids=lambda kind: kind.name)
def test_evidence_of_this_kind(tmp_path: Path, workspace: Path, kind: Kind) -> None:
    succeed("evidence", "add", written(tmp_path, kind), workspace=workspace)
    rows = succeed("evidence", "list", "--format", "json", workspace=workspace).rows
    for row in rows:
        passages = succeed("evidence", "show", row["id"], "--format", "json", workspace=workspace).rows
        row["words"] = "\n\n".join(passage["text"] for passage in passages)
    holds(rows, kind, "words")


def test_a_check_that_rates_the_claim_false_refutes_it(tmp_path: Path, workspace: Path) -> None:
    path = tmp_path / "check.json"
    path.write_text(json.dumps([CHECK]), encoding="utf-8")
    succeed("evidence", "add", path, workspace=workspace)
    succeed("reindex", workspace=workspace)
    (found,) = succeed("stance", str(CHECK["claimReviewed"]), "--format", "json", workspace=workspace).rows
    assert found["stance"] == "refutes"
    assert "rated False by Coast Check" in found["compared"]
