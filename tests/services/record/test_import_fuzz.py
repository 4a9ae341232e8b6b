"""Whatever an export is spoilt with, an import is one sentence or a sound workspace."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.desk import Clock, Desk
from workbench.domain.errors import BadInputError
from workbench.reports.json_format import render as to_json
from workbench.services.record.import_ import import_report
from workbench.services.record.reporting import build_report
from workbench.services.workspace import Workspace

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False), st.text(max_size=8),
    st.sampled_from(["claim", "2022-02-01", "9999-99-99", "\ud800", "\x00", "accounts", [], {}, [[]], {"id": 1}]),
)  # fmt: skip


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("fuzz")
    with pytest.MonkeyPatch.context() as patch:
        clock = Clock()
        clock.stop(patch)
        desk = Desk(folder, clock)
        desk.review_all()
        data = json.loads(to_json(build_report(desk.ada)))
        desk.close()
    Workspace.create(folder / "empty", reviewer="dee").close()
    return folder, data


def refused(workspace: Workspace, file: Path) -> str:
    """Why an import is refused; "" when it is not."""
    try:
        import_report(workspace, file)
    except BadInputError as error:
        return str(error)
    return ""


def places(data: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) inside plain data."""
    keys = list(data) if isinstance(data, dict) else list(range(len(data))) if isinstance(data, list) else []
    return [(data, key) for key in keys] + [place for key in keys for place in places(data[key])]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_spoilt_export_is_refused_or_makes_a_sound_workspace(
    exported: tuple[Path, dict[str, Any]], data: st.DataObject
) -> None:
    folder, sound = exported
    spoilt = copy.deepcopy(sound)
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(spoilt)))
        what = data.draw(st.sampled_from(["replace", "replace", "drop", "double"]))
        if what == "drop":
            del container[key]
        elif what == "double" and isinstance(container, list):
            container.append(copy.deepcopy(container[key]))
        else:
            container[key] = data.draw(SCALARS)
        if not places(spoilt):
            break
    file = folder / "spoilt.json"
    file.write_text(json.dumps(spoilt), encoding="utf-8")
    place = folder / "target"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder / "empty", place)
    with Workspace.open(place, reviewer="dee") as workspace:
        refusal = refused(workspace, file)
        assert "\n" not in refusal
        if refusal:
            assert not workspace.database.value("SELECT count(*) FROM articles")
        else:
            build_report(workspace)
            assert not workspace.database.rows("PRAGMA foreign_key_check")
