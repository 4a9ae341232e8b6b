"""The public API does what its page says, and says in a sentence what it cannot do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import workbench

TOP = Path(__file__).resolve().parents[1]
PAGE = TOP / "docs" / "python-api.md"


def test_the_examples_of_the_page_run_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "dam.txt").write_text("The dam holds 90 million litres of water when it is full.\n")
    examples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) >= 6
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, str(PAGE), "exec"), names)
    said = capsys.readouterr().out
    assert "holds 90 million litres" in said
    assert "no-such-folder is not a folder" in said
    assert "The water board" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    code = "import sys, workbench; print([name for name in sys.modules if name.startswith('workbench.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there_and_an_unknown_one_is_told() -> None:
    for name in workbench.__all__:
        assert getattr(workbench, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        _ = workbench.opne


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda desk: desk.search("dam", before="1 March"), "write it as YYYY-MM-DD"),
        (lambda desk: desk.articles.add_text("  …  "), "holds no text"),
        (lambda desk: desk.articles.add("missing.txt"), "missing.txt"),
        (lambda desk: desk.articles.add("missing.txt", colour="red"), "what may be given"),
        (lambda desk: desk.claims.get(99), "99"),
        (lambda desk: desk.verdicts.add(99, "true", why="x", evidence={1: "maybe"}), "supports, refutes or context"),
        (lambda desk: desk.export("report"), "which format"),
        (lambda desk: desk.evidence.get("none"), "none"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: object, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with workbench.open(tmp_path / "new", create=True) as desk, pytest.raises(workbench.WorkbenchError) as told:
        act(desk)  # type: ignore[operator]
    assert words in str(told.value)


def test_a_text_that_looks_like_json_or_markup_is_split_as_text() -> None:
    claims = workbench.split('{"a": 1} <b>The bridge</b> cost 3 million euros in 2019.', models=False)
    assert any("3 million euros" in claim.quote for claim in claims)


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(workbench.WorkbenchError, match="no words"):
        workbench.split("…", models=False)
    with pytest.raises(workbench.WorkbenchError):
        workbench.split("")


def test_a_text_at_hand_is_read_in_its_own_language() -> None:
    text = "Die Stadt zahlt 12.480 Euro für den Umbau der Schule, sagte die Bürgermeisterin am Montag vor dem Rat."
    (claim,) = workbench.split(text, models=False)
    assert claim.quantities[0].low == 12_480
    assert claim.speaker == "die Bürgermeisterin"
