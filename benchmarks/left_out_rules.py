"""What each rule earns: `python -m benchmarks.left_out_rules --sets DIR [--rooms claims references] [--out FILE]`.

Every pattern, word list and yes-or-no function of the named rooms is switched off by itself: a pattern matches
nothing, a list holds nothing, a function says no (or None). Then the texts in which it had said yes are split again:
the cases of the sets (`cases/splitting.jsonl`, by their own `score.py`), the labelled articles (as `workbench evaluate
news` measures them) and the project's own cases (tests/language/data). Counted are texts whose claims change, rows
that fail now and did not, and rows that pass now and did not. A row of it is a place to look, no verdict: what a rule
prevents may stand in none of these texts.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import inspect
import json
import pickle
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

from tests.language.test_cases import ROWS, check
from workbench.domain.articles import ClaimDraft
from workbench.domain.documents import Document
from workbench.domain.syntax import Tree
from workbench.ingest.languages import guess_language
from workbench.language.text.duplicates import link_duplicates
from workbench.language.text.sentences import sentences
from workbench.services.articles.splitting import Splitter
from workbench.services.evaluation.evaluate_news import evaluate_news

ROOMS = ("claims", "attribution", "references")
NEVER = re.compile(r"(?!)")
GROUPS = ("cases", "news", "own")
COLUMNS = ("touched", "changed", "worse", "better")


class Kept:
    """A parser and an encoder that remember what they were asked."""

    def __init__(self, parser: Any, encoder: Any, path: Path | None) -> None:
        self._parser, self._encoder, self._path = parser, encoder, path
        self._trees: dict[Any, Sequence[Tree]] = {}
        self._vectors: dict[str, Any] = {}
        if path is not None and path.exists():
            kept = pickle.loads(path.read_bytes())
            self._trees, self._vectors = kept["t"], kept["v"]
        self.key, self.sha256 = encoder.key, encoder.sha256

    def parse(self, text: str, spans: Sequence[tuple[int, int]], step: Any = None) -> Sequence[Tree]:
        """The trees of a text."""
        asked = (text, tuple(spans))
        if asked not in self._trees:
            self._trees[asked] = self._parser.parse(text, spans, None)
        return self._trees[asked]

    def encode(self, texts: Sequence[str]) -> Any:
        """The vectors of texts."""
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._vectors[text] for text in texts])

    def write(self) -> None:
        """Keep all of it for the next run."""
        if self._path is not None:
            self._path.write_bytes(pickle.dumps({"t": self._trees, "v": self._vectors}))


class Said:
    """Which text is being split, and in which texts each rule said yes."""

    def __init__(self) -> None:
        self.text = ""
        self.yes: dict[str, set[str]] = defaultdict(set)


class WatchedPattern:
    """A pattern that notes where it matches."""

    def __init__(self, name: str, pattern: re.Pattern[str], said: Said) -> None:
        self._name, self._pattern, self._said = name, pattern, said

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._pattern, name)
        if not callable(found):
            return found

        def call(*args: Any, **kwargs: Any) -> Any:
            answer = found(*args, **kwargs)
            if name == "finditer":
                answer = list(answer)
            if name in ("sub", "subn", "split") or answer:
                self._said.yes[self._name].add(self._said.text)
            return iter(answer) if name == "finditer" else answer

        return call


def _noting(kind: type, names: Iterable[str]) -> type:
    """A list or table that notes where something is found in it, or where it is used as a whole."""

    def noted(name: str) -> Callable[..., Any]:
        plain = getattr(kind, name)

        def call(self: Any, *args: Any) -> Any:
            answer = plain(self, *args)
            if name not in ("__contains__", "get") or (answer if name == "__contains__" else answer is not None):
                self.said.yes[self.name].add(self.said.text)
            return answer

        return call

    return type(f"Watched_{kind.__name__}", (kind,), {name: noted(name) for name in names})


_SETS = ("__contains__", "__and__", "__rand__", "__or__", "__ror__", "__sub__", "__rsub__", "__iter__", "__le__",
         "__ge__", "__len__", "intersection", "isdisjoint", "issuperset", "issubset", "union")  # fmt: skip
WATCHED_SET = _noting(frozenset, _SETS)
WATCHED_TABLE = _noting(dict, ("__contains__", "get", "__getitem__", "__iter__", "items", "keys", "values", "__len__"))


@dataclass
class Rule:
    """Something that can be switched off: where it stands, and what stands there instead."""

    name: str
    value: Any
    off: Any
    watched: Any
    homes: list[tuple[ModuleType, str]] = field(default_factory=list)

    def put(self, value: Any) -> None:
        """Let every module that knows it know this instead."""
        for module, name in self.homes:
            setattr(module, name, value)


def _off(name: str, value: Any, said: Said) -> tuple[Any, Any] | None:
    """What stands for a rule that is off, and for one that is watched; None for what cannot be switched off."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        # the groups stay, since they may be asked for by name
        return NEVER if not value.groups else re.compile(rf"(?!)(?:{value.pattern})", value.flags), WatchedPattern(
            name, value, said
        )
    if isinstance(value, (frozenset, dict)) and value:
        watched = (WATCHED_SET if isinstance(value, frozenset) else WATCHED_TABLE)(value)
        watched.name, watched.said = name, said
        return type(value)(), watched
    if not isinstance(value, FunctionType):
        return None
    returns = str(value.__annotations__.get("return", ""))
    no: bool | None
    if returns == "bool":
        no = False
    elif returns.endswith("| None"):
        no = None
    else:
        return None
    plain: FunctionType = value

    def watched_function(*args: Any, **kwargs: Any) -> Any:
        answer = plain(*args, **kwargs)
        if answer is not None and answer is not False:
            said.yes[name].add(said.text)
        return answer

    def says_no(*args: Any, **kwargs: Any) -> Any:
        return no

    return says_no, watched_function


def modules(package: str) -> list[ModuleType]:
    """All modules below a package, imported."""
    root = importlib.import_module(package)
    below = pkgutil.walk_packages(getattr(root, "__path__", ()), f"{package}.")
    return [root, *(importlib.import_module(info.name) for info in below)]


def rules(rooms: Sequence[str], said: Said) -> list[Rule]:
    """The rules of some rooms, with every module of the program that knows them."""
    for package in ("workbench.language", "workbench.ingest", "workbench.services.articles"):
        modules(package)
    everywhere = [m for name, m in sorted(sys.modules.items()) if name.startswith("workbench.") and m is not None]
    knowing: dict[int, list[tuple[ModuleType, str]]] = defaultdict(list)
    for module in everywhere:
        for name, value in vars(module).items():
            knowing[id(value)].append((module, name))
    found: list[Rule] = []
    for room in rooms:
        for module in modules(f"workbench.{room}"):
            lines = inspect.getsource(module)
            for name, value in list(vars(module).items()):
                own = re.search(rf"^(?:def {re.escape(name)}\(|{re.escape(name)}\b[^=\n]*=)", lines, re.MULTILINE)
                if own is None or name.startswith("__"):
                    continue
                label = f"{module.__name__.removeprefix('workbench.')}.{name}"
                switched = _off(label, value, said)
                if switched is not None:
                    found.append(Rule(label, value, *switched, knowing[id(value)]))
    return found


@dataclass
class Outcome:
    """What came of a text: its claims as data, and what is wrong with them."""

    claims: Any
    wrong: tuple[str, ...] = ()


class Texts:
    """All texts that rules are measured on."""

    def __init__(self, sets: Path, said: Said, kept_in: Path | None = None) -> None:
        self._said = said
        self._splitter = Splitter()
        models = self._splitter._models
        models.parse("A word.")
        models.score(["A word."])
        kept = self.kept = Kept(models._parser, models._encoder, kept_in)
        models._parser, models._encoder = kept, kept  # type: ignore[assignment]
        self._models = models
        self._news = sets / "news" / "news-claims-dev.jsonl"
        self._score = _scorer(sets / "cases" / "score.py")
        rows = (sets / "cases" / "splitting.jsonl").read_text(encoding="utf-8").splitlines()
        self.rows = {f"own {row['id']}": row for row in ROWS}
        self.rows |= {f"cases {row['id']}": row for row in map(json.loads, rows)}
        self.names = [*self.rows, "news"]

    def split(self, name: str) -> Outcome:
        """What comes of one text; a rule whose absence stops the program is told as a fault."""
        self._said.text = name
        try:
            return self._articles() if name == "news" else self._case(name, self.rows[name])
        except Exception as error:
            return Outcome("stopped", (f"stopped: {type(error).__name__}: {error}",))

    def _case(self, name: str, row: dict[str, Any]) -> Outcome:
        text = row["text"]
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        title, language = text.split("\n", 1)[0][:200], guess_language(text)
        drafts = list(
            self._splitter.split(Document(text, title, "case", "", published=published, language=language)).drafts
        )
        wrong = check(row, drafts) if name.startswith("own ") else self._scored(row, drafts, language)
        return Outcome([asdict(draft) for draft in drafts], tuple(wrong))

    def _scored(self, row: dict[str, Any], drafts: list[ClaimDraft], language: str | None) -> list[str]:
        links = link_duplicates([draft.text for draft in drafts])
        claims = [
            {"claim": {**json.loads(json.dumps(asdict(draft), default=str)), "id": n, "duplicate_of": links[n]}}
            for n, draft in enumerate(drafts)
        ]
        row = {
            **row,
            "_sentences": [span.of(row["text"]) for span in sentences(row["text"], row.get("language", "en"))],
        }
        article = self._score.Article({"article": {"text": row["text"], "language": language}, "claims": claims}, row)
        return list(self._score.check_row(article, row))

    def _articles(self) -> Outcome:
        found = evaluate_news(self._news, self._models.parse, self._models.rescore, self._models.antecedents())
        figures = {key: round(value, 4) for key, value in found.metrics.items()}
        return Outcome(found.predictions, tuple(f"{key} {value}" for key, value in figures.items()))


def _scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_of_cases", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def forget() -> None:
    """Empty what the program remembers of texts: it may rest on a rule that is off now."""
    for name, module in list(sys.modules.items()):
        if name.startswith("workbench.language") or name.startswith("workbench.ingest"):
            for value in list(vars(module).values()):
                if callable(getattr(value, "cache_clear", None)):
                    value.cache_clear()


def measured(rule: Rule, texts: Texts, before: dict[str, Outcome], touched: set[str], enough: int) -> dict[str, Any]:
    """What changes without a rule, on the texts in which it said yes: cases first, articles only where these stay."""
    forget()
    rule.put(rule.off)
    found: dict[str, Any] = {"rule": rule.name}
    try:
        for group in GROUPS:
            names = sorted(name for name in touched if name.split()[0] == group)
            part = found[group] = {"touched": len(names), "changed": [], "worse": [], "better": []}
            if enough == 1 and group == "news" and found["cases"]["changed"]:
                continue
            for name in names:
                if len(part["changed"]) >= enough:
                    break
                now = texts.split(name)
                if now.claims == before[name].claims:
                    continue
                part["changed"].append(name)
                if group == "news":
                    part["figures"] = [
                        new for old, new in zip(before[name].wrong, now.wrong, strict=False) if old != new
                    ]
                elif bool(now.wrong) != bool(before[name].wrong):
                    part["worse" if now.wrong else "better"].append(name)
    finally:
        rule.put(rule.value)
    return found


def told(found: dict[str, Any]) -> str:
    """One rule as a line of a table."""
    parts = []
    for group in GROUPS:
        part = found[group]
        figures = " ".join(part.get("figures", ()))
        parts.append(" ".join([*(str(part[key] if key == "touched" else len(part[key])) for key in COLUMNS), figures]))
    return f"| {found['rule']} | " + " | ".join(part.strip() for part in parts) + " |"


def each(texts: Texts, every: Sequence[Rule], said: Said, enough: int) -> Iterator[dict[str, Any]]:
    """Every rule with what changes without it."""
    before = {name: texts.split(name) for name in texts.names}
    for group in ("cases", "own"):
        names = [name for name in before if name.startswith(group)]
        print(f"{group}: {sum(not before[name].wrong for name in names)} of {len(names)} pass", flush=True)
    print("news: " + "; ".join(before["news"].wrong), flush=True)
    texts.kept.write()
    forget()
    for rule in every:
        rule.put(rule.watched)
    again = {name: texts.split(name) for name in texts.names}
    for rule in every:
        rule.put(rule.value)
    unlike = [name for name in texts.names if again[name].claims != before[name].claims]
    if unlike:
        print(f"watching changes {len(unlike)} texts, first {unlike[:3]}", flush=True)
    yes = {rule.name: set(said.yes[rule.name]) for rule in every}
    for rule in every:
        yield measured(rule, texts, before, yes[rule.name], enough)


def main() -> None:
    """Print the table, and write all rows that changed."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sets", type=Path, required=True, help="folder with cases/ and news/")
    ask.add_argument(
        "--rooms", nargs="+", default=[f"language.{room}" for room in ROOMS], help="such as language.claims"
    )
    ask.add_argument("--out", type=Path, help="every rule with the rows that change, as JSON lines")
    ask.add_argument("--enough", type=int, default=1, help="changed texts of a group after which no more are looked at")
    ask.add_argument("--kept", type=Path, help="file that keeps trees and vectors from one run to the next (a pickle)")
    given = ask.parse_args()
    said = Said()
    texts = Texts(given.sets, said, given.kept)
    every = rules(given.rooms, said)
    print(f"{len(every)} rules; of each group: {', '.join(COLUMNS)}")
    print(f"| rule | {' | '.join(GROUPS)} |\n|---|---|---|---|")
    written = given.out.open("w", encoding="utf-8") if given.out else None
    for found in each(texts, every, said, given.enough):
        print(told(found), flush=True)
        if written is not None:
            written.write(json.dumps(found, ensure_ascii=False) + "\n")
            written.flush()


if __name__ == "__main__":
    main()
