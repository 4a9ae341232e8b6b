"""An installation that lacks something says so: no file is called damaged for it, and no traceback reaches anyone."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.workflows.program import run, succeed

GONE = "raise ModuleNotFoundError({words!r}, name={name!r})\n"
BY_HAND = "raise ImportError('lxml.html.clean module is now a separate project lxml_html_clean.\\nInstall it.')\n"
PAGE = b"<!DOCTYPE html><html><body><article><p>The ferry carried 1,200 people that day.</p></article></body></html>"


def without(folder: Path, module: str, content: str | None = None) -> dict[str, Any]:
    """An environment in which importing `module` fails, in the processes that parse files as well."""
    folder.mkdir(exist_ok=True)
    words = f"No module named {module!r}"
    (folder / f"{module}.py").write_text(content or GONE.format(words=words, name=module), encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))}


@pytest.mark.parametrize(
    ("content", "lacks"),
    [
        (None, "the installation lacks trafilatura; install it again."),
        (
            BY_HAND,
            "the installation lacks a part (lxml.html.clean module is now a separate project lxml_html_clean); "
            "install it again.",
        ),
    ],
    ids=["gone", "raised by hand"],
)
def test_a_missing_reader_is_not_told_as_a_damaged_file(
    tmp_path: Path, sample: Path, content: str | None, lacks: str
) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    env = without(tmp_path / "broken", "trafilatura", content)
    before = succeed("evidence", "list", "--format", "json", workspace=sample).out
    for named in (tmp_path / "page.html", tmp_path / "*.html"):
        told = run("evidence", "add", named, workspace=sample, **env)
        assert told.code == 4, told.err
        assert "damaged" not in told.err
        assert lacks.removesuffix(".") in told.err
    assert succeed("evidence", "list", "--format", "json", workspace=sample).out == before


def test_what_can_be_read_goes_in_beside_what_cannot(tmp_path: Path, sample: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.html").write_bytes(PAGE)
    (folder / "b.txt").write_text("The ferry ran at noon.", encoding="utf-8")
    env = without(tmp_path / "broken", "trafilatura")
    told = succeed("evidence", "add", folder, workspace=sample, **env)
    assert f"Skipped {folder}/a.html: the installation lacks trafilatura; install it again" in told.err


def test_every_page_of_a_pdf_failing_for_want_of_a_part_is_no_damaged_pdf(tmp_path: Path, sample: Path) -> None:
    from workbench.ingest.specimens import specimens

    (tmp_path / "a.pdf").write_bytes(specimens()["pdf"][1])
    told = run("evidence", "add", tmp_path / "a.pdf", workspace=sample, **without(tmp_path / "broken", "pypdf"))
    assert (told.code, told.err) == (
        4,
        f"Error: {tmp_path}/a.pdf: the installation lacks pypdf; install it again.\n",
    )


@pytest.mark.parametrize(
    ("module", "format_", "code", "sentence"),
    [
        ("openpyxl", "xlsx", 4, "xlsx cannot be written: the installation lacks openpyxl; install it again."),
        ("docx", "docx", 4, "docx cannot be written: the installation lacks docx; install it again."),
        ("jinja2", "html", 4, "html cannot be written: the installation lacks jinja2; install it again."),
        ("typst", "pdf", 4, "PDF needs the package typst: install it with `pip install 'claim-workbench[pdf]'`."),
    ],
)
def test_a_missing_exporter_is_told(
    tmp_path: Path, sample: Path, module: str, format_: str, code: int, sentence: str
) -> None:
    told = run(
        "export", "--format", format_, "-o", tmp_path / "report", workspace=sample, **without(tmp_path / "x", module)
    )
    assert (told.code, told.err) == (code, f"Error: {sentence}\n")
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("click", ("article", "list")),
        ("sqlite_utils", ("init", "new")),
        ("onnxruntime", ("search", "ferries", "--mode", "dense")),
        ("tokenizers", ("search", "ferries", "--mode", "dense")),
    ],
)
def test_any_missing_library_is_one_sentence(
    tmp_path: Path, sample: Path, module: str, arguments: tuple[str, ...]
) -> None:
    given = tuple(str(tmp_path / "new") if one == "new" else one for one in arguments)
    told = run(*given, workspace=sample, **without(tmp_path / "x", module))
    assert told.code == 4, told.err
    assert f"the installation lacks {module}; install it again." in told.err


def test_a_missing_terminal_library_is_one_sentence(tmp_path: Path, sample: Path) -> None:
    screen, keyboard = pty.openpty()
    try:
        told = subprocess.run(
            [sys.executable, "-m", "workbench", "-w", sample],
            stdin=keyboard, stdout=keyboard, stderr=keyboard, check=False,
            env={**os.environ, **without(tmp_path / "x", "textual")},
        )  # fmt: skip
        seen = os.read(screen, 4096).decode()
    finally:
        os.close(keyboard)
        os.close(screen)
    assert (told.returncode, seen) == (4, "Error: the installation lacks textual; install it again.\r\n")


def test_doctor_tries_every_reader_and_exporter(tmp_path: Path, sample: Path) -> None:
    env = without(tmp_path / "x", "trafilatura")
    without(tmp_path / "x", "openpyxl")
    without(tmp_path / "x", "typst")
    told = run("doctor", "--format", "json", workspace=sample, **env)
    found = {(row["check"], row["state"]): row for row in told.rows if row["check"] in ("readers", "exporters")}
    assert told.code == 1
    broken = [row["detail"] for row in told.rows if (row["check"], row["state"]) == ("readers", "problem")]
    lacks = "the installation lacks trafilatura; install it again"
    assert broken == [f"html: {lacks}", f"mhtml: {lacks}", f"warc: {lacks}", f"wacz: {lacks}"]
    assert found["exporters", "problem"]["detail"].startswith("xlsx: xlsx cannot be written: the installation lacks")
    optional = next(row for row in told.rows if "optional" in row["detail"])
    assert (optional["state"], "pip install" in optional["remedy"]) == ("ok", True)


def test_python_m_workbench_is_the_program(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "click.py").write_text("raise SystemExit('a file of the user was imported')\n", encoding="utf-8")
    for arguments in (("--version",), ("-w", str(sample), "article", "list"), ("nonsense",)):
        module = subprocess.run(
            [sys.executable, "-m", "workbench", *arguments], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        program = run(*arguments)
        assert (module.returncode, module.stdout, module.stderr) == (program.code, program.out, program.err)


NOT_INSTALLED = """
import importlib.machinery as machinery
looked = machinery.PathFinder.find_spec
def find_spec(name, path=None, target=None):
    return None if name.split(".")[0] in {names!r} else looked(name, path, target)
machinery.PathFinder.find_spec = staticmethod(find_spec)
"""
EXTRAS = {
    "pdf": "typst", "ocr": "rapidocr_onnxruntime", "transcribe": "faster_whisper", "llm": "openai", "mcp": "mcp",
    "timestamp": "rfc3161_client",
}  # fmt: skip
"""Every extra a format or a lane needs, with the package that is in no other."""


def test_each_extra_that_is_not_there_is_named_where_it_is_needed_and_by_doctor(tmp_path: Path, sample: Path) -> None:
    from PIL import Image

    from tests.ingest.speech import make_wave

    (tmp_path / "poor").mkdir()
    hook = NOT_INSTALLED.format(names=set(EXTRAS.values()))
    (tmp_path / "poor" / "sitecustomize.py").write_text(hook, encoding="utf-8")
    paths = filter(None, (str(tmp_path / "poor"), os.environ.get("PYTHONPATH")))
    poor: dict[str, Any] = {"PYTHONPATH": os.pathsep.join(paths)}
    Image.new("RGB", (300, 100), "white").save(tmp_path / "scan.png")
    Image.new("RGB", (300, 100), "white").save(tmp_path / "scan.pdf")
    make_wave(tmp_path / "said.wav", "##")
    succeed("verdict", "1", "true", "--why", "Seen.", "--no-evidence", workspace=sample)
    for extra, arguments in (
        ("ocr", ("article", "add", tmp_path / "scan.png")),
        ("ocr", ("evidence", "add", tmp_path / "scan.pdf")),
        ("transcribe", ("article", "add", tmp_path / "said.wav")),
        ("pdf", ("export", "--format", "pdf", "-o", tmp_path / "x.pdf")),
        ("timestamp", ("export", "--bundle", tmp_path / "x.zip", "--timestamp-url", "https://stamps.example/")),
        ("llm", ("suggest", "queries", "1", "--model", "mine")),
        ("mcp", ("mcp",)),
    ):
        told = run(*arguments, workspace=sample, **poor)
        assert (told.code, told.err.count("\n")) == (4, 1), (arguments, told)
        assert f"pip install 'claim-workbench[{extra}]'" in told.err
    assert not (tmp_path / "x.pdf").exists()
    assert not (tmp_path / "x.zip").exists()
    rows = succeed("doctor", "--format", "json", workspace=sample, **poor).rows
    [lacking] = [row["detail"] for row in rows if row["check"] == "extras" and "not installed" in row["detail"]]
    assert set(EXTRAS) <= set(lacking.split(": ")[1].split(", "))
