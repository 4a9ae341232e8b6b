"""The names an article uses, and the fullest form of each: "Heald" is "Dr Ann Heald" where the text says so once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.first_names import MEN, WOMEN
from workbench.domain.syntax import Token, Tree
from workbench.language.grammar.lexicon import CONNECTIVES, SUBORDINATORS, TITLE_WORDS
from workbench.language.references.places import COUNTRIES
from workbench.language.text.speaker_labels import NO_FIRST_NAMES
from workbench.language.text.tokenizer import word_set

_RUN = re.compile(
    r"(?<![\w’'.-])[A-ZÀ-ÞŠŽ][\w’'-]*\.?(?:[ \t]+(?:(?:de|da|di|del|van|von|der|den|bin|al|el|la|le|du)[ \t]+){0,2}"
    r"[A-ZÀ-ÞŠŽ][\w’'-]*\.?){0,6}"
)
_BREAK = re.compile(r"(?<=[\w’'-]{3})\.$|(?:['’]s|s['’])$")
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame"})
_PARTICLES = word_set("de da di del van von der den bin al el la le du ibn ter ten dos das")
_DEGREE = re.compile(
    r"(?:[A-Z][a-z]{0,3}\.){1,3}(?:[A-Z][a-z]{0,3})?\.?|(?:MD|PhD|DPhil|MBA|MPH|JD|RN|KC|QC|MP|MSP|OBE|CBE|MBE|Esq)\.?"
)
"""Letters that stand behind a name: "M.D.", "PhD", "KC"."""
_PEOPLES = word_set(
    """
    dane swede finn norwegian icelander briton englishman englishwoman scot scotsman scotswoman welshman welshwoman
    irishman irishwoman frenchman frenchwoman dutchman dutchwoman spaniard italian german austrian belgian pole czech
    slovak slovene slovenian croat croatian serb serbian hungarian romanian bulgarian greek turk ukrainian russian
    american canadian mexican brazilian argentine argentinian chilean colombian kenyan ethiopian nigerian ghanaian
    moroccan algerian egyptian australian japanese chinese korean indian swiss portuguese
    """
)
"""Who is of which people, before a name: "Dane Ann Example"."""
_NICKNAME_MARKS = {'"': '"', "“": "”", "‘": "’", "'": "'", "(": ")"}
_OF_MEN = frozenset({"Mr", "Sir"})
_OF_WOMEN = frozenset({"Mrs", "Ms", "Miss", "Dame"})
_ABBREVIATED = word_set("mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. sgt. capt. rev. hon. st. jr. sr.")


_OPENERS = (
    CONNECTIVES
    | SUBORDINATORS
    | word_set(
        "the a an in on at by for from to of with this that these those it he she they we i you his her its their if"
    )
)


_PERSONS = re.compile(
    r"(?:ers|ors|ists|ials|ants|ents|ees|ians|ives|women|men|people|children|police|critics|authorities|families|"
    r"companies|teams|firms|lawmakers|deputies|unions|groups|sources|witnesses|spokespeople|judges|friends|crew)$"
)
_NOT_PERSONS = word_set("numbers orders powers papers letters matters events amendments agreements documents motors")


def is_degree(text: str, start: int, end: int) -> bool:
    """Whether what looks like a name is letters behind a comma and a name: "Ann Sample, M.D., the chief doctor"."""
    return text[:start].rstrip().endswith(",") and _DEGREE.fullmatch(text, start, end) is not None


def are_people(phrase: str) -> bool:
    """Whether a phrase names several people or bodies, who may be "they" that say something."""
    head = re.split(r"\s{1,9}(?:of|from|at|in|for|on|with|who|that)\s{1,9}", phrase.strip())[0]
    if re.search(r"[a-z]\s+and\s+", head):
        return True
    last = head.split()[-1].lower() if head else ""
    return last not in _NOT_PERSONS and _PERSONS.search(last) is not None


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text; `kind` is "PER", "LOC", "ORG" or "" where nobody told."""

    start: int
    end: int
    text: str
    kind: str


def _possessive_off(word: str) -> str:
    for ending in ("'s", "’s"):
        if word.endswith(ending):
            return word[:-2]
    return word.rstrip("’'.,")


class Names:
    """Names of one article, asked for the fullest form of a short one.

    Args:
        found: The names in reading order.
        headline: Where its headline ends, which may call somebody by a surname whom the words below name in full.
    """

    def __init__(self, found: Sequence[Name], headline: int = 0) -> None:
        self.found = list(found)
        self._headline = headline
        self._people: dict[str, list[tuple[int, str]]] = {}
        self._alone: dict[str, int] = {}
        for name in self.found:
            if " " not in name.text and name.start >= headline:
                self._alone.setdefault(name.text.casefold(), name.start)
        self._told = {name.text.casefold() for name in self.found if name.kind == "PER" and " " in name.text}
        for name in self.found:
            if name.kind not in {"PER", ""}:
                continue
            parts = name.text.split()
            if not 1 < len(parts) - (parts[0].rstrip(".") in _COURTESY) < 6:
                continue
            if parts[0].casefold() not in NO_FIRST_NAMES:
                self._people.setdefault(parts[-1].casefold(), []).append((name.start, name.text))

    def is_person(self, name: str) -> bool:
        """Whether the parser told this full name to be a person's."""
        return name.casefold() in self._told

    def fullest(self, name: str, at: int | None = None) -> str:
        """The fullest form of a person's name in this article; the name itself where it is unknown or ambiguous.

        Args:
            name: The name, with its titles or without. Of two people with one surname "Mrs" may tell which it is.
            at: Where it stands. Only who was named before can be meant, but in a headline.
        """
        bare = _possessive_off(name.strip())
        parts = [p for p in bare.split() if p.rstrip(".").lower() not in TITLE_WORDS] or bare.split()
        if not parts:
            return bare
        if len(bare.split()) == 1 and self._is_another(bare) and not self._heads(at):
            return bare
        known = self._called(parts[-1], at)
        if len(known) > 1 and len(parts) == 1:
            courtesy = next((p.rstrip(".") for p in bare.split() if p.rstrip(".") in _COURTESY), "")
            return self._by_courtesy(courtesy, known) or (f"{courtesy} {parts[-1]}" if courtesy else parts[-1])
        full = known[0] if len(known) == 1 else None
        if full and len(parts) > 1 and parts[0].casefold() != full.split()[0].casefold():
            return " ".join(parts)
        if full and set(p.casefold() for p in parts) <= set(full.casefold().split()):
            return full
        return " ".join(parts) if len(parts) > 1 else bare

    def _called(self, surname: str, at: int | None) -> list[str]:
        """The people with a surname whom the article names before an offset, each by the longest of their names."""
        named = self._people.get(surname.casefold(), [])
        before = [text for start, text in named if at is None or start <= at]
        found: list[str] = []
        later = [text for _, text in named if text.split()[0].casefold() in MEN | WOMEN] if self._heads(at) else []
        for text in before or later:
            words = set(text.casefold().split())
            alike = next(
                (n for n, other in enumerate(found)
                 if words <= set(other.casefold().split()) or set(other.casefold().split()) <= words), None
            )  # fmt: skip
            if alike is None:
                found.append(text)
            elif len(text) > len(found[alike]) or (found[alike].isupper() and len(text) == len(found[alike])):
                found[alike] = text  # "ANN EXAMPLE" of a title page is Ann Example
        return found

    def _is_another(self, surname: str) -> bool:
        """Whether a name stood alone before anybody of that surname was named: "Kern sold it. Ann Kern, …"."""
        named = self._people.get(surname.casefold(), [])
        alone = self._alone.get(surname.casefold())
        return bool(named) and alone is not None and alone < named[0][0]

    def _heads(self, at: int | None) -> bool:
        """Whether an offset is in the headline: behind it "Sample" is no Ann Sample who is named only later."""
        return at is not None and at < self._headline

    def _by_courtesy(self, courtesy: str, known: Sequence[str]) -> str | None:
        """Which of several people "Mr" or "Mrs" can mean by their first names, where it can be one only."""
        if courtesy not in _OF_MEN | _OF_WOMEN:
            return None
        own, other = (MEN, WOMEN) if courtesy in _OF_MEN else (WOMEN, MEN)
        first = [name.split()[0].casefold() for name in known]
        if any((each in own) == (each in other) for each in first):
            return None
        fitting = [name for name, each in zip(known, first, strict=True) if each in own]
        return fitting[0] if len(fitting) == 1 else None


def _end_of_headline(text: str) -> int:
    """Where the first line ends that has no full stop and words below it; 0 for a text that has no headline."""
    line, below, _ = text.partition("\n")
    return len(line) if below and line.strip() and line.rstrip()[-1] not in '.!?”"' else 0


def names_by_capitals(text: str) -> Names:
    """Names as runs of capitalised words, titles in front taken off; kinds are not known.

    A run ends at a possessive and at a full stop that is not an initial's or a title's.
    """
    found: list[Name] = []
    for match in _RUN.finditer(text):
        run: list[tuple[int, str]] = []
        at = match.start()
        for part in re.split(r"([ \t]+)", match.group()):
            if part and not part.isspace():
                run.append((at, part))
                if _BREAK.search(part) and part.lower() not in _ABBREVIATED:
                    found.extend(_name_of(text, run))
                    run = []
            at += len(part)
        found.extend(_name_of(text, run))
    return Names(found, _end_of_headline(text))


def _name_of(text: str, run: list[tuple[int, str]]) -> list[Name]:
    """The name in a run of capitalised words, without the titles and openers before it."""
    while run and (run[0][1].rstrip(".").lower() in TITLE_WORDS or run[0][1].lower() in _OPENERS):
        run = run[1:]
    if not run:
        return []
    start = run[0][0]
    bare = _possessive_off(text[start : run[-1][0] + len(run[-1][1])])
    return [Name(start, start + len(bare), " ".join(bare.split()), "")] if bare else []


def _hyphened(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word goes on a name by a hyphen, which a tree may part: "Orme-Watson"."""
    if index >= len(tokens) or tokens[index].start != tokens[index - 1].end:
        return False
    following = tokens[index + 1] if tokens[index].text == "-" and index + 1 < len(tokens) else tokens[index]
    hyphen = tokens[index].text == "-" or tokens[index - 1].text == "-"
    return hyphen and following.text[:1].isupper() and following.start <= tokens[index].end


def _nicknamed(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Where the surname stands behind a nickname in marks or brackets behind a first name: "Robert (Bob) Lane"."""
    opening = tokens[index].text if index < len(tokens) else ""
    if opening not in _NICKNAME_MARKS or index + 3 >= len(tokens) or tokens[index].start == tokens[index - 1].end:
        return None
    shut = next((i for i in (index + 2, index + 3) if tokens[i].text == _NICKNAME_MARKS[opening]), None)
    if shut is None or shut + 1 >= len(tokens) or not all(t.text[:1].isupper() for t in tokens[index + 1 : shut]):
        return None
    first = end = shut + 1
    while end < len(tokens) and tokens[end].entity == "PER" and tokens[end].text[:1].isupper():
        end += 1
    return (first, end) if end > first else None


_SEVERAL = frozenset({"Cllrs", "Councillors", "Messrs", "Drs", "Profs", "Sens", "Reps"})
"""Titles of those whose names follow, one after the other."""


def names_by_trees(text: str, trees: Sequence[Tree]) -> Names:
    """Names as the parser told them."""
    found: list[Name] = []
    for tree in trees:
        i = 0
        while i < len(tree.tokens):
            token = tree.tokens[i]
            if not token.entity:
                i += 1
                continue
            j = i + 1
            while j < len(tree.tokens) and tree.tokens[j].entity == token.entity and not tree.tokens[j].entity_start:
                j += 1
            while token.entity == "PER" and _hyphened(tree.tokens, j):
                j += 1
            called = _nicknamed(tree.tokens, j) if token.entity == "PER" else None
            first = i
            while token.entity == "PER" and first < j - 1 and tree.tokens[first].text.lower() not in _PARTICLES:
                from_where = tree.tokens[first].text.lower() in _PEOPLES and j - first > 2
                several = tree.tokens[first].text in _SEVERAL
                if not tree.tokens[first].text.islower() and not from_where and not several:
                    break
                first += 1  # "retired shearer Ann Example", "Dane Ann Example"
            start, end = tree.tokens[first].start, tree.tokens[j - 1].end
            bare = _possessive_off(text[start:end])
            if called is not None:
                whole = f"{bare} {_possessive_off(text[tree.tokens[called[0]].start : tree.tokens[called[1] - 1].end])}"
                found.append(Name(start, tree.tokens[called[1] - 1].end, whole, "PER"))
                i = called[1]
                continue
            titled = i > 0 and tree.tokens[i - 1].text.rstrip(".") in _COURTESY
            kind = "PER" if titled else "LOC" if bare in COUNTRIES else token.entity
            if kind == "PER" and (
                text[end : end + 3].strip().startswith("&") or text[max(0, start - 2) : start] == "& "
            ):
                kind = "ORG"  # "Kern & Vogt" is a firm
            title = all(part.rstrip(".").lower() in TITLE_WORDS for part in bare.split())
            if bare and not title and not is_degree(text, start, start + len(bare)):
                found.append(Name(start, start + len(bare), " ".join(bare.split()), kind))
            i = j
    return Names(found, _end_of_headline(text))
