"""A plug-in adds; a broken one is named and left out; nothing built in is replaced."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]
EXAMPLE = TOP / "docs" / "example-plugin"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plug-in, installed as people would into a folder of its own."""
    target = tmp_path_factory.mktemp("site")
    source = tmp_path_factory.mktemp("source") / "plugin"
    shutil.copytree(EXAMPLE, source)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--no-build-isolation", "--no-index", "--target", target, source], check=True)
    return target


def run(*arguments: str, path: Path, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """The real program, with the packages of `path` installed."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(path), str(TOP)]), **more}
    command = [sys.executable, "-c", "from workbench.cli.main import run; run()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False, cwd=cwd)


def write_plugin(folder: Path, name: str, code: str) -> Path:
    """A package with one module and an entry point, as an installer leaves it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[workbench]\n{name} = {name}\n")
    return folder


def test_the_example_adds_a_reader_an_exporter_a_scale_and_a_command(installed: Path, tmp_path: Path) -> None:
    listed = run("plugins", "--format", "tsv", path=installed)
    assert listed.returncode == 0
    assert "orgmode" in listed.stdout
    assert "readers" in listed.stdout

    desk = tmp_path / "desk"
    assert run("init", str(desk), path=installed).returncode == 0
    note = tmp_path / "note.org"
    note.write_text(
        "#+TITLE: The weir\n#+DATE: 2023-05-04\n* Repairs\nThe weir was repaired in 2021 for 3 million euros.\n"
    )
    for room in ("article", "evidence"):
        added = run("-w", str(desk), room, "add", str(note), path=installed)
        assert added.returncode == 0, added.stderr
    shown = run("-w", str(desk), "evidence", "list", "--format", "jsonl", path=installed)
    assert '"title":"The weir"' in shown.stdout.replace('": "', '":"')
    assert "2023-05-04" in shown.stdout

    assert "Yes or no" in run("-w", str(desk), "scale", "list", path=installed).stdout
    assert run("-w", str(desk), "scale", "use", "yes-no", path=installed).returncode == 0
    assert (
        run("-w", str(desk), "verdict", "1", "Yes", "--why", "Seen.", "--no-evidence", path=installed).returncode == 0
    )
    report = tmp_path / "out.verdicts.txt"
    written = run("-w", str(desk), "export", "-o", str(report), path=installed)
    assert written.returncode == 0, written.stderr
    assert "\ty\n" in report.read_text() or "\tYes\n" in report.read_text()
    assert run("words", "one two three", path=installed).stdout == "3\n"
    assert "words" in run("--help", path=installed).stdout


def test_without_plugins_the_same_file_is_plain_text_and_the_verdict_stays_readable(
    installed: Path, tmp_path: Path
) -> None:
    off = run("plugins", path=installed, WORKBENCH_PLUGINS="off")
    assert off.returncode == 0
    assert "orgmode" not in off.stdout
    unknown = run("words", "x", path=installed, WORKBENCH_PLUGINS="off")
    assert unknown.returncode == 2
    assert "Traceback" not in unknown.stderr


def test_a_plugin_that_does_not_load_is_named_and_everything_goes_on(tmp_path: Path) -> None:
    site = write_plugin(tmp_path / "site", "broken_one", "raise RuntimeError('no luck')\n")
    write_plugin(
        site,
        "broken_two",
        "from workbench import hookimpl\n@hookimpl\ndef register_readers():\n    return ['not a reader']\n",
    )
    listed = run("plugins", path=site)
    assert listed.returncode == 1
    assert "does not load: RuntimeError: no luck" in listed.stdout
    assert "register_readers fails: TypeError" in listed.stdout
    assert "Traceback" not in listed.stderr
    assert run("--help", path=site).returncode == 0
    assert run("init", str(tmp_path / "desk"), path=site).returncode == 0


def test_nothing_built_in_is_replaced(tmp_path: Path) -> None:
    code = """
import click
from workbench import hookimpl
from workbench.plugins import Exporter, Reader

def hijack(*given):
    raise AssertionError("hijacked")

@hookimpl
def register_readers():
    return [Reader("mine", (".txt", ".html"), hijack)]

@hookimpl
def register_exporters():
    return [Exporter("json", ".json", hijack)]

@hookimpl
def register_commands():
    return [click.Command("article", callback=hijack)]

@hookimpl
def register_scales():
    return [{"id": "none", "name": "", "ratings": []}]
"""
    site = write_plugin(tmp_path / "site", "greedy", code)
    text = tmp_path / "a.txt"
    text.write_text("The bridge cost 3 million euros.\n")
    desk = tmp_path / "desk"
    assert run("init", str(desk), path=site).returncode == 0
    assert run("-w", str(desk), "article", "add", str(text), path=site).returncode == 0
    assert run("-w", str(desk), "export", "-o", str(tmp_path / "r.json"), path=site).returncode == 0
    assert run("-w", str(desk), "scale", "list", path=site).returncode == 0


FAILING = {
    "raises": ('raise KeyError("inside")', "fails (KeyError: 'inside')"),
    "nothing": ("return []", "found no document in it"),
    "nolist": ("return None", "fails (TypeError"),
    "notext": ("return [ReadText(text=' ')]", "there is no text in it"),
}
"""Readers, what they do, and what is told of it."""


def test_a_reader_that_fails_is_one_sentence_and_stores_nothing(tmp_path: Path) -> None:
    """Also where it gives nothing: the file would else be left out without a word."""
    site, folder, desk = tmp_path / "site", tmp_path / "folder", tmp_path / "desk"
    folder.mkdir()
    for name, (body, _) in FAILING.items():
        code = f"""
from workbench import hookimpl
from workbench.plugins import Reader, ReadText

def read(data, name):
    {body}

@hookimpl
def register_readers():
    return [Reader("{name}", (".{name}",), read)]
"""
        write_plugin(site, f"failing_{name}", code)
        (folder / f"a.{name}").write_text("words")
    run("init", str(desk), path=site)
    for name, (_, told) in FAILING.items():
        added = run("-w", str(desk), "article", "add", str(folder / f"a.{name}"), path=site)
        assert added.returncode == 2
        assert "Traceback" not in added.stderr
        assert f"a.{name}: the plug-in reader {name} {told}" in added.stderr or f"a.{name}: {told}" in added.stderr
    (folder / "b.txt").write_text("The bridge opened in 2019.")
    added = run("-w", str(desk), "evidence", "add", str(folder), path=site)
    assert added.returncode == 0
    assert [told for _, told in FAILING.values() if told not in added.stderr] == []


def test_models_of_a_plugin_are_used_and_checked(tmp_path: Path) -> None:
    code = """
import numpy as np
from workbench import hookimpl
from workbench.domain.evidence import StanceSuggestion
from workbench.plugins import EncoderModel, JudgingModel

class Letters:
    key, sha256, dimension = "letters/1", "0" * 64, 26
    def encode(self, texts):
        return np.array([[t.lower().count(chr(97 + i)) + 0.01 for i in range(26)] for t in texts], dtype=np.float32)

class Short(Letters):
    key = "short/1"
    def encode(self, texts):
        return np.zeros((1, 3))

class Agrees:
    key = "agrees/1"
    def judge(self, pairs):
        return [StanceSuggestion("supports", 0.95, 0.03, 0.02) for _ in pairs]

@hookimpl
def register_encoders():
    return [EncoderModel("letters", Letters), EncoderModel("short", Short)]

@hookimpl
def register_stance_models():
    return [JudgingModel("agrees", Agrees)]
"""
    site = write_plugin(tmp_path / "site", "models_of_mine", code)
    note = tmp_path / "a.txt"
    note.write_text("The bridge cost 3 million euros.\n")
    desk = tmp_path / "desk"
    run("init", str(desk), path=site)
    assert run("-w", str(desk), "evidence", "add", str(note), path=site).returncode == 0
    refused = run("-w", str(desk), "reindex", "--model", "short", path=site)
    assert refused.returncode == 4, refused.stderr
    assert "gave vectors of shape" in refused.stderr
    made = run("-w", str(desk), "reindex", "--model", "letters", "--format", "json", path=site)
    assert made.returncode == 0, made.stderr
    assert "plugin:letters/letters/1" in made.stdout
    judged = run("-w", str(desk), "stance", "The bridge cost 3 million euros.", "--model", "agrees", path=site)
    assert judged.returncode == 0, judged.stderr
    assert "supports" in judged.stdout


EXITS = """
import sys
from workbench import hookimpl
from workbench.plugins import EncoderModel, Exporter, JudgingModel, Reader

def leave(*given):
    sys.exit(3)

@hookimpl
def register_readers():
    return [Reader("mine", (".zzz",), leave)]

@hookimpl
def register_exporters():
    return [Exporter("mine", ".mine", leave)]

@hookimpl
def register_encoders():
    return [EncoderModel("mine", leave)]

@hookimpl
def register_stance_models():
    return [JudgingModel("mine", leave)]
"""


def test_a_plugin_that_exits_is_named_and_left_out(tmp_path: Path) -> None:
    site = write_plugin(tmp_path / "site", "leaves_one", "import sys\nsys.exit(0)\n")
    hook = "from workbench import hookimpl\n@hookimpl\ndef register_readers():\n    raise SystemExit(0)\n"
    write_plugin(site, "leaves_two", hook)
    listed = run("plugins", "--format", "tsv", path=site)
    assert listed.returncode == 1
    assert "does not load: SystemExit" in listed.stdout
    assert "register_readers fails: SystemExit" in listed.stdout


def test_what_exits_while_it_works_fails_in_one_sentence(tmp_path: Path) -> None:
    site = write_plugin(tmp_path / "site", "leaves", EXITS)
    desk, note = tmp_path / "desk", tmp_path / "a.txt"
    note.write_text("The bridge cost 3 million euros.\n")
    (tmp_path / "a.zzz").write_text("words")
    run("init", str(desk), path=site)
    run("-w", str(desk), "evidence", "add", str(note), path=site)
    for code, words in (
        (2, ("article", "add", str(tmp_path / "a.zzz"))),
        (2, ("export", "-o", str(tmp_path / "r.mine"))),
        (4, ("reindex", "--model", "mine")),
        (4, ("stance", "The bridge cost 3 million euros.", "--model", "mine")),
    ):
        done = run("-w", str(desk), *words, path=site)
        assert done.returncode == code, (words, done.stderr)
        assert "Traceback" not in done.stderr
        assert "mine" in done.stderr


WRONG = (
    ("readers", "Reader(None, None, None)"),
    ("readers", "Reader('mine', '.zzz', print)"),
    ("exporters", "Exporter(7, '.x', print)"),
    ("exporters", "Exporter('mine', '.x', 'no function')"),
    ("commands", "print"),
    ("scales", "{'id': 'mine'}"),
)
"""What hooks give whose fields are of the wrong kind."""


def test_wrong_fields_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number, (hook, given) in enumerate(WRONG):
        code = f"""
import click
from workbench import hookimpl
from workbench.plugins import Exporter, Reader

@hookimpl
def register_{hook}():
    return [{given}]
"""
        write_plugin(site, f"wrong_{number}", code)
    listed = run("plugins", "--format", "jsonl", path=site)
    assert listed.returncode == 1
    rows = {row["name"]: row for row in map(json.loads, listed.stdout.splitlines())}
    for number, (hook, _) in enumerate(WRONG):
        assert f"register_{hook} fails: " in rows[f"wrong_{number}"]["problem"]
    assert run("--help", path=site).returncode == 0
    (tmp_path / "a.zzz").write_text("words")
    desk = tmp_path / "desk"
    assert run("init", str(desk), path=site).returncode == 0
    assert "Traceback" not in run("-w", str(desk), "article", "add", str(tmp_path / "a.zzz"), path=site).stderr
