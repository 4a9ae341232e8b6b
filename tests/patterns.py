"""Finds patterns whose steps grow faster than the text: `python -m tests.patterns` prints those it finds, one a line.

Every pattern that the rooms which read foreign text compile is fed runs of its own tokens: what its repetitions repeat,
its literals, and their pairs, each followed by something that ends the match. What counts is the steps of the search,
not the time: they are the same on every machine. From twice to four times the length a linear pattern takes twice as
many more steps as from once to twice, one with a square four times as many, an exponential one too many to count.
`python -m tests.patterns workbench.ingest` looks only at modules of that name.
"""

from __future__ import annotations

import ast
import functools
import importlib
import itertools
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from tests.steps import Steps, TooManyStepsError

ROOMS = ("domain", "comparison", "language", "ingest", "store", "assistants", "reports", "services", "cli", "tui")
LENGTH, UNITS = 20, 4
"""Characters, or repetitions of what is longer, in the first run; the others are twice and four times as long."""
TOO_MUCH = 2.6
"""Times as many more steps from twice to four times as to twice the length: between the 2 of a line and the 4 of a
square."""
LEAST = 10
"""Steps that the first difference counts for at least."""
BOUND = 2
"""A repetition with an upper bound repeats so often in the count: however often it may, a line is a line."""
SEARCHED = frozenset(("finditer",))
AT_ONE_PLACE = frozenset(("match", "fullmatch"))
"""How a pattern is asked only what stands at one place."""
FEW, MOST = 6, 24
"""At most FEW shapes of one piece are tried, and MOST of a pattern."""
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


def _pairs(tree: Any) -> list[str]:
    """Two choices of a repeated part in a row: the second may be read as the end of the first.

    What a choice asks to stand before it goes with it.
    """
    if len(tree) == 1 and tree[0][0] is codes.SUBPATTERN:
        return _pairs(tree[0][1][3])
    if len(tree) != 1 or tree[0][0] is not codes.BRANCH:
        return []
    choices: dict[str, None] = {}
    for branch in tree[0][1][1]:
        if len(branch) == 1 and branch[0][0] is codes.IN:
            choices.update(dict.fromkeys(list(_members(branch[0][1]))[:FEW]))
        else:
            asked = [value[1] for what, value in branch if what is codes.ASSERT and value[0] < 0]
            choices["".join(map(shortest, asked)) + shortest(branch, full=True)] = None
    named = [choice for choice in choices if len(choice) > 1]
    pairs = [one + other for one in named[:FEW] for other in choices if one != other]
    return [pair for pair in pairs if len(pair) <= LENGTH // 2]  # longer ones go deeper than Python calls


def runs(tree: Any, before: str = "", shapes: Callable[[Any], list[str]] = _shapes) -> Iterator[tuple[str, str]]:
    """What comes before a long repetition, and what it repeats."""
    for what, value in tree:
        if what in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value
            if most is codes.MAXREPEAT:
                yield from ((before, shape) for shape in shapes(body) if shape)
            yield from runs(body, before, shapes)
        elif what is codes.BRANCH:
            for branch in value[1]:
                yield from runs(branch, before, shapes)
        elif what is codes.SUBPATTERN:
            yield from runs(value[3], before, shapes)
        elif what is codes.ATOMIC_GROUP:
            yield from runs(value, before, shapes)
        elif what in (codes.ASSERT, codes.ASSERT_NOT):
            yield from runs(value[1], before, shapes)
        before += shortest([(what, value)], full=True)


def texts(pattern: re.Pattern[Any], times: int, ways: frozenset[str] = SEARCHED) -> list[Any]:
    """Runs of the tokens of a pattern, each `times` as long as the shortest that tells."""
    source = pattern.pattern
    tree = parser.parse(source, pattern.flags & ~re.DEBUG)
    found = list(dict.fromkeys(runs(tree)))
    shapes = list(dict.fromkeys(shape for _, shape in found))[:MOST]
    whole = [text for text in (shortest(tree), shortest(tree, full=True)) if text]
    # what comes before a repetition begins it again at each place
    begun = list(dict.fromkeys(before for before, _ in found if 0 < len(before) <= LENGTH))[:FEW]
    paired = list(dict.fromkeys(runs(tree, shapes=_pairs)))[:MOST]
    units = [*shapes, *whole, *begun, *("".join(pair) for pair in itertools.permutations(shapes[:4], 2))]
    units += [unit for _, unit in paired]
    length = max(LENGTH, 2 * _longest_least(tree))
    given: dict[str, None] = {}
    # What is asked at one place only gets past its beginning once.
    for before, unit in [*found[:MOST], *paired] if ways <= AT_ONE_PLACE else [("", unit) for unit in units]:
        for after in ("", "\x01", " \x01"):
            given[before + unit * (times * max(UNITS, length // len(unit))) + after] = None
    return [text if isinstance(source, str) else text.encode("latin-1", "replace") for text in given]


def _longest_least(tree: Any) -> int:
    """The largest number of times that a repetition asks for at least."""
    most = 0
    for what, value in tree:
        if what in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            most = max(most, value[0] * max(1, _longest_least(value[2])))
        elif what is codes.BRANCH:
            most = max([most, *map(_longest_least, value[1])])
        elif what is codes.SUBPATTERN:
            most = max(most, _longest_least(value[3]))
    return most


def _taken(steps: Steps, text: Any, ways: frozenset[str]) -> int:
    """Steps through a text in the ways in which the pattern is asked."""
    steps.count = 0
    for way in ways:
        if way in AT_ONE_PLACE:
            steps.match(text, full=way == "fullmatch")
        else:
            for _ in steps.spans(text):
                pass
    return steps.count


def is_linear(pattern: re.Pattern[Any], ways: frozenset[str] = SEARCHED) -> tuple[bool, str]:
    """Whether a pattern's steps grow with the text alone, and the beginning of a text that shows that they do not."""
    if not any(runs(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))):
        return True, ""  # every repetition in it has an upper bound
    steps = Steps(pattern, bound=BOUND)
    for short, longer, longest in zip(*(texts(pattern, times, ways) for times in (1, 2, 4)), strict=True):
        try:
            first, second, third = (_taken(steps, text, ways) for text in (short, longer, longest))
        except TooManyStepsError:
            return False, repr(short[:60])
        # where the end of a run costs more than its length, half of the second says what a length costs
        if third - second > TOO_MUCH * max(second - first, second / 2, LEAST):
            return False, repr(short[:60])
    return True, ""


def _constant_patterns(source: str) -> Iterator[tuple[re.Pattern[Any], frozenset[str]]]:
    """Patterns written as constants in calls of `re` anywhere in a module, and the way in which the call asks them."""
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
                yield re.compile(node.args[0].value, flags), _ways({node.func.attr})


def _ways(used: Iterable[str]) -> frozenset[str]:
    used = frozenset(used)
    return used if used and used <= AT_ONE_PLACE else SEARCHED


def _used(name: str, source: str) -> frozenset[str]:
    """The ways in which a module asks a pattern of its own."""
    used = re.findall(rf"\b{name}(?:\[[^\]]+\])?\.(search|match|fullmatch|finditer|findall|subn?|split)\b", source)
    others = len(re.findall(rf"\b{name}\b", source)) - 1 - len(used)
    return _ways(used) if name.startswith("_") and not others else SEARCHED


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
    """A pattern, the module it is from, and the ways in which that asks it."""

    where: str
    pattern: re.Pattern[Any]
    ways: frozenset[str]


def collected() -> list[Found]:
    """Every pattern of the rooms that read foreign text."""
    import workbench

    found: dict[tuple[Any, int], Found] = {}
    original = re._compile  # type: ignore[attr-defined]
    home = Path(workbench.__file__).parent

    def note(where: str, pattern: re.Pattern[Any], ways: frozenset[str]) -> None:
        key = (pattern.pattern, pattern.flags)
        before = found[key].ways if key in found else ways
        found[key] = Found(found[key].where if key in found else where, pattern, _ways(before | ways))

    def recording(pattern: Any, flags: Any) -> Any:
        made = original(pattern, flags)
        frame = sys._getframe(2)
        caller = Path(frame.f_code.co_filename)
        if frame.f_code.co_name != "<module>" and caller.is_relative_to(home):
            inside = caller.relative_to(home)
            key = (made.pattern, made.flags)
            if inside.parts[0] in ROOMS and key not in found:
                note(f"{inside}:{frame.f_lineno}", made, _ways({sys._getframe(1).f_code.co_name}))
        return made

    for room in ROOMS:
        package = importlib.import_module(f"workbench.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"workbench.{room}."):
            loaded = importlib.import_module(module.name)
            source = Path(str(loaded.__file__)).read_text(encoding="utf-8")
            for name, value in vars(loaded).items():
                for pattern in _patterns_in(value):
                    note(module.name, pattern, _used(name, source))
            for pattern, ways in _constant_patterns(source):
                note(module.name, pattern, ways)
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
        linear, text = is_linear(one.pattern, one.ways)
        if not linear:
            sys.stdout.write(json.dumps([one.where, str(one.pattern.pattern), text]) + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(patterns)}\n")


if __name__ == "__main__":
    main()
