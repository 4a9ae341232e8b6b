"""Things introduced under a name and a common noun: "Nord Stream 2, a gas pipeline", "the North Lake tunnel".

A later "the pipeline" can mean only what was introduced as one. Where trees are given, they must agree that the words
beside a comma belong together; where not, a fronted "In Bergen, a tunnel …" is told apart by its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.domain.syntax import Token, Tree
from workbench.language.grammar.lexicon import CONNECTIVES, PHRASE_ENDS, SUBORDINATORS
from workbench.language.grammar.verbs import has_finite, is_finite
from workbench.language.references.people import Names
from workbench.language.references.places import COUNTRIES
from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.text.tokenizer import OPENING_QUOTES, Word, word_set, words
from workbench.language.time.calendar_words import UNIT_DAYS

REACH = 3000
"""Characters back in which an introduction is looked for."""

_LINE = 600
"""Characters before a name in which a quotation that holds it may begin."""
_NAME = r"(?P<name>[A-Z][\w’'-]*(?:[ ](?:[A-Z][\w’'-]*|\d{1,4})){0,5})"
_WORD = r"(?!(?:an?|the|its|their)\b)[a-z][a-z’'-]*"
_PHRASE = rf"(?P<phrase>{_WORD}(?:[ ]{_WORD}){{0,5}})"
_UP_TO_COMMA = re.compile(r"[\w’' -]*?,")
_AFTER = re.compile(rf"(?<![\w’'-]){_NAME}(?P<link>,|[ ]\(|[ ]?[–—])[ ]?(?:an?|the|its|their)[ ]{_PHRASE}")
_IS = re.compile(rf"(?<![\w’'-]){_NAME}(?P<link>[ ](?:is|was|became|remains))[ ](?:an?|the)[ ]{_PHRASE}")
_BEFORE = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|its|their)[ ]{_PHRASE}(?P<link>,|[ ]\(|[ ]?[–—])[ ]?{_NAME}(?=[,.;:)–—]|[ ][–—])"
)
_CALLED = re.compile(rf"\b(?:[Aa]n?|[Tt]he)[ ]{_PHRASE}(?P<link>[ ](?:called|named|known[ ]as|dubbed))[ ]{_NAME}")
_WITHIN = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)[ ]{_NAME}(?P<link>)[ ]{_PHRASE}")
_HEADLINE = 200
"""Characters of the longest line that is looked at as a headline."""
_IN_CAPITALS = 4
"""Capitalised words of a line from which on it may be written so throughout."""
_SMALL = PHRASE_ENDS | {"amid", "this", "their"}
"""Long words that such headlines write small."""
_PROPER = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]*[ ]){1,4})([A-Z][a-z]{3,})\b(?![ ](?:(?:of[ ])?[A-Z]|(?:#|No\.?[ ]?)?\d))"
)
_ENDS = PHRASE_ENDS | word_set(
    """
    running linking connecting carrying joining based built owned run operated used called named known dubbed said says
    not also still just only
    """
)
"""Words at which a noun phrase is over."""

_LISTED = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]{0,30},?\s(?:and|&)\s$")
_REACH_BACK = 40
_THE = re.compile(r"\b[Tt]he\s+$|\b[Aa]n?\s+$")
_NOUN_BEHIND = re.compile(
    r"[ ](?!(?:is|was|has|had|will|would|can|could|in|on|at|and|or|to|of|for|from|by|with|as)\b)[a-z]"
)
_FRONTS = word_set("in on at near after before during for from by with under over outside inside across along as since")
_THINGS = word_set(
    """
    bridge tunnel river lake dam canal bay strait island mountain volcano glacier valley forest park road street square
    museum gallery theatre theater opera hospital clinic school college university library station airport harbour
    harbor port lighthouse stadium arena church cathedral mosque temple synagogue palace castle tower hotel prison mine
    plant mill factory refinery shipyard pipeline railway ferry bank club party union league council ministry agency
    institute court tribunal commission committee parliament senate treaty act award prize festival tournament cup
    """
)
"""What "Sample Bridge" can be called once more by its last word alone ("the bridge")."""
_NAMED_SO = word_set("union bank club party league act award")
"""What firms, papers and races are named after as well: of these it takes a "the" ("rival Sample Union" is a shop)."""
_PRONOUNS = word_set(
    "what which who where when why how it he she they we i you this that these those there the a an its his her their "
    "our my"
)
_PLURAL = {"y": "ies", "s": "ses", "h": "hes", "x": "xes"}


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name that the article says to be a `noun`; `words` is what may stand for it, `end` where it has been said."""

    start: int
    end: int
    noun: str
    name: str
    words: str
    modifiers: frozenset[str]


class Introductions:
    """What an article introduces, asked by the noun of a later description."""

    def __init__(self, text: str, names: Names, trees: Sequence[Tree] | None = None) -> None:
        self._text = text
        self._people = [(n.start, n.end) for n in names.found if n.kind == "PER" or names.is_person(n.text)]
        self._people_starts = [start for start, _ in self._people]
        self._tokens: list[Token] | None = None
        self._heads: list[int] = []
        if trees is not None:
            self._tokens = []
            for tree in trees:
                base = len(self._tokens)
                self._tokens.extend(tree.tokens)
                self._heads.extend(t.head + base if t.head >= 0 else -1 for t in tree.tokens)
            self._token_starts = [token.start for token in self._tokens]
        self._by_noun: dict[str, list[Introduction]] = {}
        self._named: dict[str, list[tuple[int, str]]] = {}
        for pattern, check in (
            (_AFTER, True), (_BEFORE, True), (_IS, False), (_CALLED, False), (_WITHIN, False),
        ):  # fmt: skip
            for match in pattern.finditer(text):
                if not _in_capitals(text, match.start("name")):
                    self._read(match, check, pattern is _WITHIN)
        for match in _PROPER.finditer(text):
            if not _in_capitals(text, match.start()):
                self._read_proper(match)
        for listed in self._by_noun.values():
            listed.sort(key=lambda each: each.end)

    def meant(self, noun: str, modifiers: Sequence[str], at: int) -> tuple[Introduction | None, bool]:
        """What "the [modifiers] noun" at `at` can mean, and whether that is sure.

        Returns:
            The latest thing introduced so, and whether it is the only one and no other was spoken of without a name.
        """
        fitting = [
            each for each in self._by_noun.get(noun, ())
            if at - REACH <= each.start and each.end <= at and set(modifiers) <= each.modifiers
        ]  # fmt: skip
        if not fitting:
            return None, False
        best = max(fitting, key=lambda each: (each.name == fitting[-1].name, each.words == each.name, each.end))
        alike = {each.name.casefold() for each in fitting}
        alike |= {name for start, name in self._named.get(noun, ()) if at - REACH <= start < at}
        return best, len(alike) == 1 and not self._others(noun, fitting, at)

    def is_whole(self, noun_start: int) -> bool:
        """Whether the noun at an offset ends its phrase, and is no part of another one ("the bank holiday")."""
        token = self._token(noun_start)
        if token is not None and self._tokens is not None:
            return self._tokens[token].deprel not in {"compound", "amod", "nmod:desc"}
        match = re.match(r"[a-z]+(?P<next>[ ]+[A-Za-z’']+)?", self._text[noun_start : noun_start + 60])
        if match is None or match["next"] is None:
            return True
        following = words(match["next"].strip())
        lower = following[0].lower if following else ""
        return lower in _ENDS or lower.endswith("ed") or _finite(following)

    def _others(self, noun: str, named: Sequence[Introduction], at: int) -> bool:
        """Whether another one of the sort, or several, come between the introduction and the description."""
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + _PLURAL.get(noun[-1], "s")
        begin = min(each.start for each in named)
        pattern = re.compile(
            rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|other|second|new|[Ee]very|[Ee]ach|any)\s+(?:[a-z-]+\s+){{0,3}}{re.escape(noun)}\b|\b{re.escape(plural)}\b"
        )
        return any(
            not any(each.start <= match.start() < each.end for each in named)
            for match in pattern.finditer(self._text, begin, at)
        )

    def _token(self, offset: int) -> int | None:
        if self._tokens is None:
            return None
        index = bisect_right(self._token_starts, offset) - 1
        return index if index >= 0 and self._tokens[index].end > offset else None

    def _is_person(self, span: Span) -> bool:
        index = bisect_left(self._people_starts, span.end) - 1
        return index >= 0 and self._people[index][1] > span.start

    def _read(self, match: re.Match[str], check: bool, within: bool) -> None:
        """Note what one match introduces, if it does."""
        text = self._text
        name, start = match["name"], match.start("name")
        phrase = match["phrase"].split(" ")
        before = match.start("phrase") < start
        head = len(phrase)
        if not before:
            tokens = words(match["phrase"])
            over = (i for i, word in enumerate(phrase) if word in _ENDS or (i and is_finite(tokens, i)))
            head = next(over, head) if len(tokens) == len(phrase) else 0
        parts = name.split(" ")
        while parts and (parts[0].lower() in _PRONOUNS or parts[0].lower() in _FRONTS):
            start += len(parts[0]) + 1
            parts = parts[1:]
        if not parts or not 0 < head <= 4 or (before and any(word in _ENDS for word in phrase)):
            return
        name = " ".join(parts)
        if name.lower() in CONNECTIVES | SUBORDINATORS or text[start - 1 : start] in set(OPENING_QUOTES):
            return
        noun = phrase[head - 1]
        span = Span(start, start + len(name))
        if not self._may_be_thing(name, span) or noun in _ENDS or len(noun) < 4:
            return
        noun_start = match.start("phrase") + len(" ".join(phrase[: head - 1])) + (1 if head > 1 else 0)
        if check and not self._beside(match.start(), span, noun_start):
            return
        token = self._token(noun_start)
        kinds = (
            (self._tokens[token].upos, self._tokens[token].deprel)
            if token is not None and self._tokens
            else ("NOUN", "")
        )
        if kinds[0] not in {"NOUN", "PROPN"} or kinds[1] == "compound":
            return
        if noun in UNIT_DAYS:
            return  # "the Sample second quarter call" introduces no quarter
        if within:
            if head > 2 or re.fullmatch(r"[A-Z]\w+(?:n|sh|ese|i)", name):
                return
            if self._tokens is None and head == 2 and _finite(words(phrase[0])):
                return
            meant = "the " + name + " " + " ".join(phrase[:head])
        else:
            meant = ("the " if text[max(0, start - 4) : start].lower() == "the " else "") + name
        end = max(match.end("name"), noun_start + len(noun))
        self._add(Introduction(match.start(), end, noun, name, meant, frozenset(phrase[: head - 1])))

    def _read_proper(self, match: re.Match[str]) -> None:
        """Note "Sample Bridge", which is a bridge by its name."""
        parts = match.group(1).split()
        start = match.start()
        if parts[0].lower() in _PRONOUNS or parts[0].lower() in _FRONTS:
            start += len(parts[0]) + 1
            parts = parts[1:]
        if not parts:
            return
        name, noun = " ".join([*parts, match.group(2)]), match.group(2).lower()
        # whether or not it is read as a name below, there is another one of its sort
        self._named.setdefault(noun, []).append((start, name.casefold()))
        if _LISTED.search(self._text, max(0, start - _REACH_BACK), start):
            return  # "the Rail, Tram and Bus Union" is no Bus Union
        low = max(0, start - _LINE)
        line = self._text[max(low, self._text.rfind("\n", low, start) + 1) : start]
        if (line.count('"') % 2 or line.count("“") > line.count("”")) or match.group(2).endswith("s"):
            # a name within a quotation, or of several, is not what "the girls" means
            return
        if noun in _THINGS and self._may_be_thing(name, Span(start, match.end())):
            article = "the " if _THE.search(self._text, max(0, start - 5), start) else ""
            if article and _NOUN_BEHIND.match(self._text, match.end()):
                return  # the article of "the Sample Street scheme" is the scheme's
            if noun in _NAMED_SO and not article:
                return
            self._add(Introduction(match.start(), match.end(), noun, name, article + name, frozenset()))

    def _add(self, found: Introduction) -> None:
        self._by_noun.setdefault(found.noun, []).append(found)

    def _may_be_thing(self, name: str, span: Span) -> bool:
        lower = name.lower()
        return not (name in COUNTRIES or lower in MONTHS or lower in WEEKDAYS or self._is_person(span))

    def _beside(self, start: int, name: Span, noun_start: int) -> bool:
        """Whether a name and a noun with a comma between them belong together."""
        one, two = self._token(name.start), self._token(noun_start)
        if one is not None and two is not None and self._tokens is not None:
            last = self._token(name.end - 1)
            inside = range(one, (last if last is not None else one) + 1)
            return any(self._tokens[i].deprel == "appos" and self._heads[i] == two for i in inside) or (
                self._tokens[two].deprel == "appos" and self._heads[two] in inside
            )
        begin = max(self._text.rfind(mark, max(0, start - 200), start) for mark in (". ", "! ", "? ", "\n"))
        before = words(self._text, begin + 1 if begin >= 0 else max(0, start - 200), max(name.end, noun_start))
        if not before or before[0].lower not in _FRONTS:
            alone = " " not in self._text[name.start : name.end] and before[:1] and before[0].start == name.start
            # "Yesterday, the paper …": one capital at the beginning is a name only where the phrase is set off again
            after = _UP_TO_COMMA.match(self._text, noun_start, noun_start + 80)
            return not alone or (after is not None and not self._text[name.start : name.end].endswith("ly"))
        stop = min(name.start, noun_start)
        return _finite([word for word in before if word.end <= stop])


def _in_capitals(text: str, at: int) -> bool:
    """Whether the line at an offset is a headline in capitals: every word but small ones begins with one."""
    start, end = text.rfind("\n", max(0, at - _HEADLINE), at) + 1, text.find("\n", at, at + _HEADLINE)
    if (start == 0 and at > _HEADLINE) or (end < 0 and len(text) - at > _HEADLINE):
        return False
    end = len(text) if end < 0 else end
    found = words(text, start, end)
    capitals = sum(text[word.start].isupper() for word in found)
    small = any(text[word.start].islower() and len(word.lower) > 3 and word.lower not in _SMALL for word in found)
    stop = text[start:end].rstrip().endswith(".")
    return capitals >= _IN_CAPITALS and not small and not stop


def _finite(found: Sequence[Word]) -> bool:
    return has_finite(found, 0, len(found))
