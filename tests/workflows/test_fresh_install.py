"""What a stranger gets: the wheel without extras, in a fresh environment, by the pip that this Python brings.

These tests ask the package index, so they stand apart from the others: `make check-install` runs them, and `.ci/run`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.ingest.making import make_docx, make_epub, make_pdf, make_warc, make_zip, page
from tests.test_dependencies import modules_of_extras
from workbench.ingest.file_kinds import kinds
from workbench.ingest.specimens import specimens
from workbench.services.record.export_formats import FORMATS

pytestmark = pytest.mark.installs

TOP = Path(__file__).resolve().parents[2]
WORDS = "The harbour ferry carried 1,200 people on its first day, the council said, more than in any week since 2017."
OPTIONAL = {"pdf"}
"""Formats that need an extra."""

IMPORT_ALL = """
import importlib, pkgutil, sys, workbench
optional = set(sys.argv[1:])
for module in pkgutil.walk_packages(workbench.__path__, "workbench."):
    if module.name.endswith("__main__"):
        continue
    try:
        importlib.import_module(module.name)
    except ModuleNotFoundError as error:
        if error.name.split(".")[0] not in optional:
            raise
"""


@dataclass(frozen=True)
class Installed:
    """A fresh environment with the workbench in it, and a folder beside it to work in."""

    bin: Path
    place: Path

    def run(self, *arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, with nothing of the checkout or of this process in reach."""
        (self.place / "config.toml").touch()
        env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
        env |= {
            "WORKBENCH_CONFIG": str(self.place / "config.toml"),
            "WORKBENCH_STATE": str(self.place / "state"),
            "XDG_DATA_HOME": str(self.place / "data"),
        }
        done = subprocess.run(
            [self.bin / str(arguments[0]), *map(str, arguments[1:])],
            capture_output=True, text=True, check=False, cwd=self.place, env=env,
        )  # fmt: skip
        assert done.returncode == code, f"exit {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
        assert "Traceback" not in done.stderr
        return done


def built(folder: Path) -> Path:
    """The wheel."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, TOP],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Iterator[Installed]:
    """Made once; it is large, so nothing of it stays."""
    place = tmp_path_factory.mktemp("fresh")
    subprocess.run([Path(sys.base_prefix) / "bin" / "python3", "-m", "venv", place / "env"], check=True)
    found = Installed(place / "env" / "bin", place)
    # Not compiled ahead: what the tests import is compiled as it is imported, a small part of all.
    found.run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile",
              "--constraint", TOP / "constraints.txt", wheel)  # fmt: skip
    found.run("workbench", "init", "desk")
    yield found
    shutil.rmtree(place)


def message() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "ann@post.example", "Ferry", "Sat, 29 Jan 2022 10:00:00 +0000"
    mail.set_content(WORDS)
    return mail.as_bytes()


def real_files(folder: Path) -> dict[str, Path]:
    """Kind → one small real file of it, made by the libraries and programs that make such files."""
    folder.mkdir()
    rows = [{"id": "ferry-1", "text": WORDS}]
    texts = {
        "text": ("note.txt", WORDS),
        "markdown": ("note.md", f"# Ferry\n\n{WORDS}\n"),
        "html": ("page.html", page("Ferry", WORDS)),
        "jsonl": ("rows.jsonl", json.dumps(rows[0]) + "\n"),
        "json": ("rows.json", json.dumps([{"id": "ferry-2", "text": WORDS}])),
        "csv": ("rows.csv", f'id,text\nferry-3,"{WORDS}"\n'),
        "tsv": ("rows.tsv", f"id\ttext\nferry-4\t{WORDS}\n"),
        "feed": (
            "news.rss",
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>Ferry</title>'
            f"<link>https://post.example/1</link><description>{WORDS}</description></item></channel></rss>",
        ),
    }
    found = {}
    for kind, (name, text) in texts.items():
        found[kind] = folder / name
        found[kind].write_text(text, encoding="utf-8")
    found["eml"], found["mbox"] = folder / "one.eml", folder / "box.mbox"
    found["eml"].write_bytes(message())
    found["mbox"].write_bytes(b"From ann Sat Jan 29 10:00:00 2022\n" + message())
    found["pdf"] = make_pdf(folder / "report.pdf", [["Ferry report", WORDS[:60], WORDS[60:]]])
    found["docx"] = make_docx(folder / "minutes.docx")
    for kind in ("xlsx", "ods", "odt", "odp", "pptx", "rtf", "subtitles", "ttml", "mhtml", "ris", "bibtex"):
        name, data = specimens()[kind]
        found[kind] = folder / name
        found[kind].write_bytes(data)
    found["epub"] = make_epub(folder / "book.epub", {"one.xhtml": page("One", WORDS)})
    pages = {"https://post.example/ferry": ("text/html; charset=utf-8", page("Ferry", WORDS).encode())}
    found["warc"] = make_warc(folder / "crawl.warc.gz", pages)
    found["wacz"] = make_zip(folder / "crawl.wacz", {"archive/data.warc.gz": found["warc"].read_bytes()})
    found["zip"] = make_zip(folder / "all.zip", {"inside.txt": WORDS})
    return found


def test_nothing_is_missing_or_at_odds(installed: Installed) -> None:
    installed.run("python", "-m", "pip", "check")
    installed.run("python", "-c", IMPORT_ALL, *modules_of_extras())


def test_one_file_of_every_format_goes_in(installed: Installed) -> None:
    files = real_files(installed.place / "files")
    assert set(files) == set(kinds())
    stored = 0
    for kind, path in files.items():
        told = installed.run("workbench", "-w", "desk", "evidence", "add", path, "--format", "json")
        [row] = json.loads(told.stdout)
        assert row["added"] + row["unchanged"] + row["updated"] > 0, (kind, told.stderr, told.stdout)
        stored += row["added"]
    listed = json.loads(installed.run("workbench", "-w", "desk", "evidence", "list", "--format", "json").stdout)
    assert len(listed) == stored > 20
    told = installed.run("workbench", "-w", "desk", "article", "add", files["html"])
    assert "Ferry" in told.stdout


def test_every_export_comes_out(installed: Installed) -> None:
    installed.run("workbench", "demo", "--no-open", "shown")
    asked = ("search", "pipeline", "-k", "1", "--mode", "lexical", "--format", "json")
    [passage] = json.loads(installed.run("workbench", "-w", "shown", *asked).stdout)
    verdict = ("verdict", "1", "True", "--why", "The files say so.", "--evidence", f"{passage['passage_id']}:supports")
    installed.run("workbench", "-w", "shown", "--reviewer", "ann", *verdict)
    for format_, ending in FORMATS.items():
        if format_ in OPTIONAL:
            told = installed.run("workbench", "-w", "shown", "export", "-o", f"report{ending}", code=4)
            assert "pip install 'claim-workbench[pdf]'" in told.stderr
            continue
        if format_ == "community-note":  # the sources of the sample have no addresses
            told = installed.run("workbench", "-w", "shown", "export", "-o", f"report{ending}", code=2)
            assert "a note must name one" in told.stderr
            continue
        more = ("--page-url", "https://checks.example/{article}") if format_ in ("claimreview", "feed") else ()
        if format_ == "claimreview":
            installed.run("workbench", "-w", "shown", "setting", "organisation", "Checks")
        if format_ == "feed":
            installed.run("workbench", "-w", "shown", "--reviewer", "ann", "review", "publish", "1")
        installed.run("workbench", "-w", "shown", "export", "--format", format_, *more, "-o", f"report{ending}")
        assert (installed.place / f"report{ending}").stat().st_size > 100, format_


def test_it_finds_what_was_put_in_and_is_well(installed: Installed) -> None:
    installed.run("workbench", "demo", "--no-open", "searched")
    installed.run("workbench", "-w", "searched", "reindex")
    found = installed.run("python", "-m", "workbench", "-w", "searched", "search", "troops", "--format", "json")
    assert json.loads(found.stdout)
    checks = json.loads(installed.run("workbench", "-w", "searched", "doctor", "--format", "json").stdout)
    assert {row["state"] for row in checks} == {"ok"}
    assert any("pdf is optional" in row["detail"] for row in checks)


def test_serving_names_the_extra_it_needs(installed: Installed) -> None:
    told = installed.run("workbench", "-w", "desk", "serve", code=4)
    assert "pip install 'claim-workbench[serve]'" in told.stderr


def test_no_command_asks_for_the_network_or_writes_where_nothing_belongs(installed: Installed) -> None:
    """Native code of the libraries included, see the tool; where it cannot watch, that is no success."""
    told = subprocess.run(
        [sys.executable, TOP / "tools" / "nothing_leaves.py", "--bin", installed.bin],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    assert "0 things found" in told.stdout


def tried(program: Path, place: Path) -> None:
    """What was installed shows its version and makes the sample."""
    found = Installed(program.parent, place)
    assert found.run("workbench", "--version").stdout.startswith("workbench ")
    found.run("workbench", "demo", "--no-open", "shown")
    assert (place / "shown" / "claims.db").is_file()


def settings_of_pip() -> dict[str, str]:
    """Where pip is told to look for packages, as uv takes it; uv does not read pip's configuration."""
    told = {"UV_INDEX_STRATEGY": "unsafe-best-match"}  # as pip does, which takes all of its places alike
    for mine, theirs in (
        ("index-url", "UV_DEFAULT_INDEX"),
        ("extra-index-url", "UV_INDEX"),
        ("find-links", "UV_FIND_LINKS"),
    ):
        if given := os.environ.get(f"PIP_{mine.upper().replace('-', '_')}"):
            told[theirs] = given
            continue
        asked = subprocess.run(
            [sys.executable, "-m", "pip", "config", "get", f"global.{mine}"],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.returncode == 0 and asked.stdout.strip():
            told[theirs] = ("," if mine == "find-links" else " ").join(filter(exists, asked.stdout.split()))
    return told


def exists(place: str) -> bool:
    """Whether a local folder that pip is told of is there; pip passes over those that are not, uv does not."""
    return not place.startswith("file://") or Path(place.removeprefix("file://")).is_dir()


@pytest.fixture(scope="module")
def with_uv(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of uv: pip's places, and a cache that the two share who install by it."""
    cache = tmp_path_factory.mktemp("cache")
    yield {**os.environ, **settings_of_pip(), "UV_CACHE_DIR": str(cache)}
    shutil.rmtree(cache)


def test_uv_installs_it_as_a_tool(tmp_path: Path, wheel: Path, with_uv: dict[str, str]) -> None:
    env = {**with_uv, "UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    base = Path(sys.base_prefix) / "bin" / "python3"
    subprocess.run(
        [sys.executable, "-m", "uv", "tool", "install", "--python", base, "--no-python-downloads",
         "--constraints", TOP / "constraints.txt", wheel],
        check=True, env=env,
    )  # fmt: skip
    try:
        tried(tmp_path / "bin" / "workbench", tmp_path)
    finally:
        shutil.rmtree(tmp_path / "tools")


def test_pipx_installs_it(tmp_path: Path, wheel: Path, with_uv: dict[str, str]) -> None:
    """By uv, as pipx does of itself wherever uv is there; what pip installs is tried above."""
    env = {**with_uv, "PIPX_HOME": str(tmp_path / "home"), "PIPX_BIN_DIR": str(tmp_path / "bin")}
    base = Path(sys.base_prefix) / "bin" / "python3"
    subprocess.run(
        [sys.executable, "-m", "pipx", "install", "--backend", "uv", "--python", base,
         "--pip-args", f"--constraint {TOP / 'constraints.txt'}", wheel],
        check=True, env=env,
    )  # fmt: skip
    try:
        tried(tmp_path / "bin" / "workbench", tmp_path)
    finally:
        shutil.rmtree(tmp_path / "home")
