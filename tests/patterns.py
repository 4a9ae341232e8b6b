"""Finds patterns whose time grows faster than the text: `python -m tests.patterns` prints those it finds, one a line.

Every pattern that the rooms which read foreign text compile is fed long runs of its own tokens: what its repetitions
repeat, its literals, and their pairs, each followed by something that ends the match. A short run comes first; one that
is not done at once is run again at two lengths, and what it takes more for the longer one decides, however fast or slow
the machine: four times the length takes a linear pattern four times as long, one with a square sixteen times.
`python -m tests.patterns workbench.ingest` looks only at modules of that name.
"""

from __future__ import annotations

import ast
import functools
import importlib
import itertools
import json
import os
import pkgutil
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOMS = ("language", "ingest")
SHORT, LONG = 200, 8_000
"""Characters of the first run and of the one that decides; each is compared with one of GROWN times the length."""
GROWN = 4
TOO_MUCH = 8
"""Times as long for GROWN times the length: between the 4 of a line and the 16 of a square."""
AT_ONCE = 0.001
"""Seconds of processor time for a run of GROWN times SHORT below which none is looked at further."""
AT_MOST = 5
"""Seconds of processor time for all short runs of a pattern: it needs a tenth, an exponential one has no end."""
ENOUGH = 60
"""Seconds of processor time for the long runs: one with a square needs five, an exponential one has no end."""
LEAST = 0.005
"""Seconds of processor time that a long run counts for at least: less is told by chance."""
TRIES = 3
"""Whoever is found too slow is timed so often: what the machine does beside it counts only if it does so each time."""
AT_ONE_PLACE = frozenset(("match", "fullmatch"))
"""How a pattern is asked only what stands at one place."""
FEW, MOST, MANY = 6, 24, 32
"""A repetition of at least MANY is a run; at most FEW shapes of one piece are tried, and MOST of a pattern."""
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_WORD: " ",
}
_SAMPLES = "aA1 \n\t.,;:-'\"’“([<>&#/=@%$*_!?"


def _members(items: Iterable[Any]) -> Iterator[str]:
    """Characters that a class holds."""
    items = list(items)
    negated = bool(items) and items[0][0] is codes.NEGATE
    if negated:
        shown = re.compile("[^" + "".join(map(_class_text, items[1:])) + "]")
        yield from [sign for sign in _SAMPLES if shown.match(sign)][:FEW]
        return
    for what, value in items:
        if what is codes.LITERAL:
            yield chr(value)
        elif what is codes.RANGE:
            yield chr(value[0])
        elif what is codes.CATEGORY:
            yield _CATEGORIES[value]
            if value is codes.CATEGORY_SPACE:
                yield "\n"
            if value is codes.CATEGORY_WORD:
                yield "1"


def _class_text(item: Any) -> str:
    what, value = item
    if what is codes.LITERAL:
        return re.escape(chr(value))
    if what is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    names = {
        codes.CATEGORY_DIGIT: r"\d",
        codes.CATEGORY_NOT_DIGIT: r"\D",
        codes.CATEGORY_SPACE: r"\s",
        codes.CATEGORY_NOT_SPACE: r"\S",
        codes.CATEGORY_WORD: r"\w",
        codes.CATEGORY_NOT_WORD: r"\W",
    }
    return names[value]


def shortest(tree: Any, *, full: bool = False) -> str:
    """A short text that a part of a pattern matches; with `full`, what may be missing is there once."""
    words: list[str] = []
    for what, value in tree:
        if what is codes.LITERAL:
            words.append(chr(value))
        elif what is codes.NOT_LITERAL:
            words.append("a" if value != ord("a") else "b")
        elif what is codes.ANY:
            words.append("a")
        elif what is codes.IN:
            words.append(next(_members(value), ""))
        elif what is codes.BRANCH:
            words.append(min((shortest(branch, full=full) for branch in value[1]), key=len))
        elif what is codes.SUBPATTERN:
            words.append(shortest(value[3], full=full))
        elif what is codes.ATOMIC_GROUP:
            words.append(shortest(value, full=full))
        elif what in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            words.append(shortest(value[2], full=full) * max(value[0], int(full)))
    return "".join(words)


def _shapes(tree: Any) -> list[str]:
    """Short texts that a repeated part matches, several where it has a choice."""
    if len(tree) == 1:
        what, value = tree[0]
        if what is codes.IN:
            return list(dict.fromkeys(_members(value)))[:FEW]
        if what is codes.BRANCH:
            return [shortest(branch, full=True) for branch in value[1]][:FEW]
        if what is codes.SUBPATTERN:
            return _shapes(value[3])
    return [shortest(tree), shortest(tree, full=True)]


def runs(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What comes before a long repetition, and what it repeats."""
    for what, value in tree:
        if what in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value
            if most is codes.MAXREPEAT or most >= MANY:
                yield from ((before, shape) for shape in _shapes(body) if shape)
            yield from runs(body, before)
        elif what is codes.BRANCH:
            for branch in value[1]:
                yield from runs(branch, before)
        elif what is codes.SUBPATTERN:
            yield from runs(value[3], before)
        elif what is codes.ATOMIC_GROUP:
            yield from runs(value, before)
        elif what in (codes.ASSERT, codes.ASSERT_NOT):
            yield from runs(value[1], before)
        before += shortest([(what, value)], full=True)


def texts(pattern: re.Pattern[Any], length: int, *, anchored: bool = False) -> Iterator[Any]:
    """Long runs of the tokens of a pattern."""
    source = pattern.pattern
    tree = parser.parse(source, pattern.flags & ~re.DEBUG)
    found = list(dict.fromkeys(runs(tree)))
    shapes = list(dict.fromkeys(shape for _, shape in found))[:MOST]
    whole = [text for text in (shortest(tree), shortest(tree, full=True)) if text]
    units = [*shapes, *whole, *("".join(pair) for pair in itertools.permutations(shapes[:4], 2))]
    given: dict[str, None] = {}
    # What is asked at one place only gets past its beginning once.
    for before, unit in found[:MOST] if anchored else [("", unit) for unit in units]:
        for after in ("", "\x01", " \x01"):
            given[before + unit * (length // len(unit)) + after] = None
    for text in given:
        yield text if isinstance(source, str) else text.encode("latin-1", "replace")


def _look(pattern: re.Pattern[Any], text: Any, anchored: bool) -> None:
    if anchored:
        pattern.match(text)
        pattern.fullmatch(text)
        return
    place = 0
    # as finditer and sub go on after a match
    while place <= len(text) and (match := pattern.search(text, place)) is not None:
        place = max(match.end(), place + 1)


def _spent(pattern: re.Pattern[Any], text: Any, anchored: bool) -> float:
    started = time.process_time()
    _look(pattern, text, anchored)
    return time.process_time() - started


def _within(seconds: int, act: Callable[[], None]) -> bool:
    """Whether a child process does it within its processor time."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        act()
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def is_linear(pattern: re.Pattern[Any], *, anchored: bool = False) -> tuple[bool, str]:
    """Whether a pattern's time grows with the text alone, and the beginning of a text that shows that it does not."""
    numbers: list[int] = []
    reading, writing = os.pipe()

    def short() -> None:
        for number, pair in enumerate(_pairs(pattern, SHORT, anchored)):
            os.write(writing, f"{number}\n".encode())
            first, second = (_spent(pattern, text, anchored) for text in pair)
            if second < AT_ONCE or second < TOO_MUCH * first:
                os.write(writing, f"-{number}\n".encode())

    _within(AT_MOST, short)
    os.close(writing)
    with os.fdopen(reading) as told:
        lines = told.read().split()
    numbers = [int(line) for line in lines if not line.startswith("-") and f"-{line}" not in lines]
    for number in numbers:
        pair = next(itertools.islice(_pairs(pattern, LONG, anchored), number, None))
        if not any(_within(ENOUGH, functools.partial(_must_be_linear, pattern, pair, anchored)) for _ in range(TRIES)):
            return False, repr(pair[0][:60])
    return True, ""


def _pairs(pattern: re.Pattern[Any], length: int, anchored: bool) -> Iterator[tuple[Any, Any]]:
    return zip(
        texts(pattern, length, anchored=anchored), texts(pattern, GROWN * length, anchored=anchored), strict=True
    )


def _must_be_linear(pattern: re.Pattern[Any], pair: tuple[Any, Any], anchored: bool) -> None:
    """End the process with a failure where the longer run takes too much more than the shorter one."""
    first, second = (_spent(pattern, text, anchored) for text in pair)
    if second > TOO_MUCH * max(first, LEAST):
        os._exit(1)


def _constant_patterns(source: str) -> Iterator[tuple[re.Pattern[Any], bool]]:
    """Patterns written as constants in calls of `re` anywhere in a module, and whether the call begins at one place."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            names = {word.attr for word in ast.walk(node) if isinstance(word, ast.Attribute) and word.attr.isupper()}
            flags = functools.reduce(lambda all_, name: all_ | getattr(re, name), names, re.RegexFlag(0))
            if isinstance(node.args[0].value, str | bytes) and node.func.attr not in ("escape", "compile"):
                yield re.compile(node.args[0].value, flags), node.func.attr in AT_ONE_PLACE


def _anchored(name: str, source: str) -> bool:
    """Whether a module asks a pattern of its own only what stands at one place."""
    used = re.findall(rf"\b{name}(?:\[[^\]]+\])?\.(search|match|fullmatch|finditer|findall|subn?|split)\b", source)
    others = len(re.findall(rf"\b{name}\b", source)) - 1 - len(used)
    return name.startswith("_") and bool(used) and not others and {*used} <= AT_ONE_PLACE


def _patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 4:
        for inner in value.values():
            yield from _patterns_in(inner, depth + 1)
    elif isinstance(value, list | tuple | frozenset | set) and depth < 4:
        for inner in value:
            yield from _patterns_in(inner, depth + 1)


def _made_at_work() -> None:
    """Let functions that make their patterns when they are first used make them."""
    from tests.ingest.fuzzing import examine, seeds
    from workbench.language.article import split_article

    for name, data in seeds().items():
        examine(name, data)
    for text in (
        "Ann Lee, the mayor of Old Port, said on 4 May 2021 that 12% of 300 boats were lost.",
        "“No,” he said.",
    ):
        split_article(text)


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, the module it is from, and whether that only asks what stands at one place."""

    where: str
    pattern: re.Pattern[Any]
    anchored: bool


def collected() -> list[Found]:
    """Every pattern of the rooms that read foreign text."""
    import workbench

    found: dict[tuple[Any, int], Found] = {}
    original = re._compile  # type: ignore[attr-defined]
    home = Path(workbench.__file__).parent

    def note(where: str, pattern: re.Pattern[Any], anchored: bool) -> None:
        key = (pattern.pattern, pattern.flags)
        if key not in found or (found[key].anchored and not anchored):
            found[key] = Found(where, pattern, anchored)

    def recording(pattern: Any, flags: Any) -> Any:
        made = original(pattern, flags)
        frame = sys._getframe(2)
        caller = Path(frame.f_code.co_filename)
        if frame.f_code.co_name != "<module>" and caller.is_relative_to(home):
            inside = caller.relative_to(home)
            key = (made.pattern, made.flags)
            if inside.parts[0] in ROOMS and key not in found:
                anchored = sys._getframe(1).f_code.co_name in AT_ONE_PLACE
                note(f"{inside}:{frame.f_lineno}", made, anchored)
        return made

    for room in ROOMS:
        package = importlib.import_module(f"workbench.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"workbench.{room}."):
            loaded = importlib.import_module(module.name)
            source = Path(str(loaded.__file__)).read_text(encoding="utf-8")
            for name, value in vars(loaded).items():
                for pattern in _patterns_in(value):
                    note(module.name, pattern, _anchored(name, source))
            for pattern, anchored in _constant_patterns(source):
                note(module.name, pattern, anchored)
    re._compile = recording  # type: ignore[attr-defined]
    try:
        _made_at_work()
    finally:
        re._compile = original  # type: ignore[attr-defined]
    return sorted(found.values(), key=lambda one: one.where)


def main() -> None:
    """Print what is not linear as JSON lines, and how many patterns were tried."""
    patterns = [one for one in collected() if one.where.startswith(tuple(sys.argv[1:]) or "")]
    for one in patterns:
        linear, text = is_linear(one.pattern, anchored=one.anchored)
        if not linear:
            sys.stdout.write(json.dumps([one.where, str(one.pattern.pattern), text]) + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(patterns)}\n")


if __name__ == "__main__":
    main()
