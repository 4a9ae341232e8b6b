"""Counts the steps in which a backtracking search for a pattern goes through a text, as Python's `re` does it.

Time says how fast a machine is; steps say what a pattern asks for, and are the same on every machine. The parts of a
parsed pattern become functions that call what comes after them, so that going back is returning. Single characters are
asked of `re` itself, so that classes and case are what they are there. `tests/test_linear_patterns.py` holds that the
two find the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

After = Callable[[int], int]
"""What comes next: given a place, the place where the match ends, or -1."""
Part = Callable[[int, After], int]


class TooManyStepsError(Exception):
    """The search was given up."""


class Steps:
    """Searches a text for a pattern and counts; a repetition with an upper bound ends at `bound` or its lower one.

    With `bound=None` the repetitions are as they are written.
    """

    def __init__(self, pattern: re.Pattern[Any], *, bound: int | None = None, most: int = 200_000) -> None:
        self._bytes = isinstance(pattern.pattern, bytes)
        self._bound, self._most = bound, most
        self._groups: dict[int, tuple[int, int]] = {}
        self._text: Any = ""
        self.count = 0
        self._state = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self._pattern = self._sequence(list(self._state), pattern.flags)

    def match(self, text: Any, place: int = 0, *, full: bool = False) -> int:
        """Where a match at a place ends; -1 without one."""
        self._text = text.decode("latin-1") if self._bytes else text
        self._groups.clear()
        return self._pattern(place, (lambda end: end if end == len(text) else -1) if full else (lambda end: end))

    def spans(self, text: Any) -> Iterator[tuple[int, int]]:
        """Every match, as `finditer` finds them (an empty one right behind another aside)."""
        place = 0
        while place <= len(text):
            self._step()
            end = self.match(text, place)
            if end >= 0:
                yield place, end
            place = max(end, place + 1)

    def _step(self) -> None:
        self.count += 1
        if self.count > self._most:
            raise TooManyStepsError

    def _sequence(self, items: list[Any], flags: int) -> Part:
        parts = [self._part(item, flags) for item in items]
        if not parts:
            return lambda place, after: after(place)
        if len(parts) == 1:
            return parts[0]

        def chained(index: int) -> Part:
            if index == len(parts) - 1:
                return parts[index]
            first, rest = parts[index], chained(index + 1)
            return lambda place, after: first(place, lambda end: rest(end, after))

        return chained(0)

    def _part(self, item: Any, flags: int) -> Part:
        what, value = item
        if what in _SINGLE:
            return self._character(self._predicate(item, flags))
        if what is codes.AT:
            return self._at(value, flags)
        if what is codes.SUBPATTERN:
            group, added, dropped, body = value
            return self._group(group, self._sequence(list(body), (flags | added) & ~dropped))
        if what is codes.BRANCH:
            return self._branch(value[1], flags)
        if what in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            return self._repeat(what, value, flags)
        if what is codes.ATOMIC_GROUP:
            return self._atomic(self._sequence(list(value), flags))
        if what in (codes.ASSERT, codes.ASSERT_NOT):
            return self._look(value, flags, wanted=what is codes.ASSERT)
        if what is codes.GROUPREF:
            return self._again(value)
        raise NotImplementedError(str(what))

    def _predicate(self, item: Any, flags: int) -> Callable[[str], bool]:
        key = (repr(item), flags & ~re.DEBUG, self._bytes)
        if key not in _PREDICATES:
            # a state of its own: that of the pattern would bring back the case that "(?-i:…)" drops
            one = parser.SubPattern(parser.State(), [item])

            @cache
            def own() -> Any:
                return compiler.compile(one, key[1])

            @cache
            def holds(sign: str) -> bool:
                return own().fullmatch(sign.encode("latin-1") if key[2] else sign) is not None

            _PREDICATES[key] = holds
        return _PREDICATES[key]

    def _character(self, holds: Callable[[str], bool]) -> Part:
        def part(place: int, after: After) -> int:
            self._step()
            return after(place + 1) if place < len(self._text) and holds(self._text[place]) else -1

        return part

    def _at(self, where: Any, flags: int) -> Part:
        word = re.compile(r"\w", flags & re.ASCII | (re.ASCII if self._bytes else 0))

        def boundary(place: int) -> bool:
            around = (self._text[place - 1 : place] if place else "", self._text[place : place + 1])
            before, behind = (word.match(sign) is not None for sign in around)
            return before != behind

        def end(place: int) -> bool:
            return place == len(self._text) or (place == len(self._text) - 1 and self._text[place] == "\n")

        tests: dict[Any, Callable[[int], bool]] = {
            codes.AT_BEGINNING: lambda place: place == 0,
            codes.AT_BEGINNING_STRING: lambda place: place == 0,
            codes.AT_END: end,
            codes.AT_END_STRING: lambda place: place == len(self._text),
            codes.AT_BOUNDARY: boundary,
            codes.AT_NON_BOUNDARY: lambda place: not boundary(place),
        }
        if flags & re.MULTILINE:
            tests[codes.AT_BEGINNING] = lambda place: place == 0 or self._text[place - 1] == "\n"
            tests[codes.AT_END] = lambda place: place == len(self._text) or self._text[place] == "\n"
        test = tests[where]

        def part(place: int, after: After) -> int:
            self._step()
            return after(place) if test(place) else -1

        return part

    def _group(self, group: int | None, body: Part) -> Part:
        if group is None:
            return body

        def part(place: int, after: After) -> int:
            before = self._groups.get(group)

            def noted(end: int) -> int:
                inner = self._groups.get(group)
                self._groups[group] = (place, end)
                found = after(end)
                if found < 0 and inner is not None:
                    self._groups[group] = inner
                return found

            found = body(place, noted)
            if found < 0:
                if before is None:
                    self._groups.pop(group, None)
                else:
                    self._groups[group] = before
            return found

        return part

    def _branch(self, branches: list[Any], flags: int) -> Part:
        parts = [self._sequence(list(branch), flags) for branch in branches]
        first = [
            self._predicate(branch[0], flags) if len(branch) and branch[0][0] in _SINGLE else None
            for branch in branches
        ]

        @cache
        def possible(sign: str) -> list[Part]:
            pairs = zip(parts, first, strict=True)
            return [part for part, holds in pairs if holds is None or (sign and holds(sign))]

        def part(place: int, after: After) -> int:
            self._step()
            for branch in possible(self._text[place : place + 1]):
                found = branch(place, after)
                if found >= 0:
                    return found
            return -1

        return part

    def _repeat(self, what: Any, value: Any, flags: int) -> Part:
        least, most, body = value
        if most is codes.MAXREPEAT:
            most = None
        elif self._bound is not None:
            most = max(least, min(most, self._bound))
        if what is codes.POSSESSIVE_REPEAT:
            return self._atomic(self._repeat(codes.MAX_REPEAT, value, flags))
        greedy = what is codes.MAX_REPEAT
        if len(body) == 1 and body[0][0] in _SINGLE:
            return self._run(self._predicate(body[0], flags), least, most, greedy=greedy)
        inner = self._sequence(list(body), flags)

        def go(place: int, after: After, done: int, came_from: int) -> int:
            self._step()

            def more() -> int:
                if most is not None and done >= most:
                    return -1
                if done >= least and place == came_from:  # an empty turn is not repeated
                    return -1
                return inner(place, lambda end: go(end, after, done + 1, place))

            if done < least:
                return more()
            if greedy:
                found = more()
                return found if found >= 0 else after(place)
            found = after(place)
            return found if found >= 0 else more()

        return lambda place, after: go(place, after, 0, -1)

    def _run(self, holds: Callable[[str], bool], least: int, most: int | None, *, greedy: bool) -> Part:
        """A repeated single character, which `re` runs through without going deeper."""

        def part(place: int, after: After) -> int:
            text = self._text
            limit = len(text) if most is None else min(len(text), place + most)
            if not greedy:
                end = place
                while True:
                    self._step()
                    if end - place >= least and (found := after(end)) >= 0:
                        return found
                    if end >= limit or not holds(text[end]):
                        return -1
                    end += 1
            end = place
            while end < limit and holds(text[end]):
                self._step()
                end += 1
            while end - place >= least:
                self._step()
                found = after(end)
                if found >= 0:
                    return found
                end -= 1
            return -1

        return part

    def _atomic(self, body: Part) -> Part:
        def part(place: int, after: After) -> int:
            end = body(place, lambda end: end)
            return after(end) if end >= 0 else -1

        return part

    def _look(self, value: Any, flags: int, *, wanted: bool) -> Part:
        direction, body = value
        back = body.getwidth()[0] if direction < 0 else 0
        inner = self._sequence(list(body), flags)

        def part(place: int, after: After) -> int:
            self._step()
            seen = place >= back and inner(place - back, lambda end: end) >= 0
            return after(place) if seen == wanted else -1

        return part

    def _again(self, group: int) -> Part:
        def part(place: int, after: After) -> int:
            self._step()
            if group not in self._groups:
                return -1
            start, end = self._groups[group]
            said = self._text[start:end]
            return after(place + len(said)) if self._text.startswith(said, place) else -1

        return part


_PREDICATES: dict[tuple[str, int, bool], Callable[[str], bool]] = {}
_SINGLE = frozenset((codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY))
