"""The house speaks the field's words and plain English: old names and phrases do not come back."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
ROOMS = ("workbench", "benchmarks", "tools", "training")
PYTHON = [path for room in ROOMS for path in sorted((TOP / room).rglob("*.py"))]
PAGES = sorted((TOP / "docs").rglob("*.md")) + [TOP / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]

PHRASES = {
    "anew": "again",
    "for ever": "forever",
    "held against": "compared with",
    "is none": "is not, does not exist, without one",
    "are none": "are not, do not exist, without any",
    "backstage": "threads",
    "word runs": "hashed n-grams",
}
"""What is not written, and what is written instead."""

NAMES = {
    "opposites": "antonyms",
    "cast": "entities",
    "story": "discourse",
    "voices": "attribution",
    "pieces": "clause candidates",
    "word_runs": "hashed n-grams",
    "turns": "key queue",
    "backstage": "threads",
    "looks": "themes",
    "distinct": "deduplication",
    "closeness": "thresholds",
    "pulse": "heartbeat",
    "packed": "ZIP container",
    "following": "feed client",
    "surroundings": "context window",
    "excused": "comparable",
    "wording": "decontextualisation",
    "seen": "used identifiers",
    "rows_in": "mapper",
}
"""Names of modules that were given up for the field's own terms."""

ONCE = ("Record", "Measured", "Seen", "Comparison", "ClaimFilter", "Finding")
"""Names of classes that once had several meanings."""


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """Docstrings and comments of a module with their lines, or the lines of a page."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        yield from enumerate(text.splitlines(), 1)
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield from enumerate(node.value.value.splitlines(), node.lineno)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def test_nothing_is_said_in_words_that_were_given_up() -> None:
    banned = re.compile("|".join(rf"\b{phrase}\b" for phrase in PHRASES), re.IGNORECASE)
    none = re.compile(r"\b(?:is|are) None\b")
    said = [
        f"{path.relative_to(TOP)}:{line}: {words.strip()}"
        for path in (*PYTHON, *PAGES)
        if any(phrase in path.read_text("utf-8").casefold() for phrase in PHRASES)
        for line, words in prose(path)
        if banned.search(none.sub("", words))
    ]
    assert said == []


def test_no_module_has_a_name_that_was_given_up() -> None:
    here = {path.stem: path.relative_to(TOP).as_posix() for path in PYTHON}
    assert {name: here[name] for name in NAMES if name in here} == {}


def test_a_class_that_had_several_meanings_has_one() -> None:
    homes: dict[str, list[str]] = {name: [] for name in ONCE}
    for path in PYTHON:
        for name in re.findall(rf"^class ({'|'.join(ONCE)})\b", path.read_text("utf-8"), re.MULTILINE):
            homes[name].append(path.relative_to(TOP).as_posix())
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}
