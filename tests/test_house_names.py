"""One name, one meaning: module and class names that stand twice in the house, and modules that only pass calls on."""

from __future__ import annotations

import ast
import tomllib
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "workbench"
FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name not in ("__init__.py", "__main__.py")]

NOUNS = {
    "agreement": "between reviewers: the formula, and its use",
    "already_checked": "earlier verdicts on the same: the use case, and its commands",
    "antecedents": "of a pronoun: their features, and the model that weighs them",
    "article": "one article: split, and its commands",
    "articles": "texts under review: dataclasses, rows, use cases",
    "backup": "of a workspace: made, and its use",
    "claim_vectors": "of claims: kept, and made",
    "claimreview": "the format: read, and written",
    "desk_work": "tags, assignments, comments, saved searches: dataclasses, rows, use cases, commands",
    "doctor": "the check of a workspace, and its command",
    "duplicates": "of a claim: told, and kept",
    "evaluate_language": "the measurement, and its command",
    "evaluate_retrieval": "the measurement, and its command",
    "evaluate_stance": "the measurement, and its command",
    "evidence": "dataclasses, rows, commands",
    "export": "of reports: the use case, its command, its dialog",
    "feeds": "read, kept, followed",
    "head": "of the record: computed, and its command",
    "history": "of a workspace, and its command",
    "html": "the format: read, and written",
    "known_files": "files that were read before: kept, and asked for",
    "media": "that is the claim: dataclass, and use case",
    "naming": "of whom a pronoun may mean: the names, and the choice of one",
    "passages": "of documents: what they are, and how they are cut",
    "pdf": "the format: read, and written",
    "permissions": "who may do what: the rule, the acts, their use",
    "plugins": "the hooks, and the command that lists who answers them",
    "presence": "of other reviewers: kept, and told",
    "references": "to works: read from lists, and written",
    "reindex": "the use case, and its command",
    "reporting": "what reports are made of: read, and put together",
    "reranking": "the formula, and its use",
    "resplitting": "of an article: what is kept, and the use case",
    "review": "the life of a claim: dataclasses, use cases, commands",
    "reviewers": "rows, and use case",
    "scales": "of ratings: rows, and use cases",
    "search": "what it asks of claims.db, the use case, its command",
    "settings": "of a workspace: rows, and use case",
    "sources": "of evidence: rows, and use cases",
    "stance": "of a passage: the model, its use, its command",
    "stats": "of a workspace, and their command",
    "transfer": "of whole workspaces: rows, and commands",
    "workspace": "opened, and its commands",
}
"""Names of modules in several rooms, and what each is about: one noun as data, rows, use case, command."""


def names_twice() -> dict[str, list[str]]:
    rooms = defaultdict(list)
    for path in FILES:
        rooms[path.stem].append(str(path.parent.relative_to(PACKAGE)))
    return {name: places for name, places in rooms.items() if len(places) > 1}


def test_a_module_name_stands_twice_only_where_it_means_the_same() -> None:
    """Whoever needs a name that is taken says here what both are about, or finds another."""
    assert names_twice().keys() - NOUNS.keys() - {"screen"} == set()
    assert NOUNS.keys() - names_twice().keys() == set(), "no longer needed"


def test_a_name_stands_once_in_a_room() -> None:
    for name, places in names_twice().items():
        rooms = [place.partition("/")[0] for place in places if name != "screen"]
        assert len(rooms) == len(set(rooms)), (name, places)


def test_a_class_name_stands_once() -> None:
    homes = defaultdict(list)
    for path in FILES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}


def _passes_on(function: ast.FunctionDef) -> bool:
    """Whether a function does nothing but call another with what it was given."""
    body = [one for one in function.body if not isinstance(one, ast.Import | ast.ImportFrom)]
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    if len(body) != 1 or not isinstance(body[0], ast.Return | ast.Expr):
        return False
    call = body[0].value
    return isinstance(call, ast.Call) and not any(isinstance(part, ast.Call) for part in call.args)


def test_no_service_only_passes_calls_on() -> None:
    """A module of services does something itself, and offers nothing that it does not define."""
    idle, borrowed = [], []
    for path in sorted((PACKAGE / "services").rglob("*.py")):
        if path.name == "__init__.py":
            continue
        body = ast.parse(path.read_text("utf-8")).body
        functions = [node for node in body if isinstance(node, ast.FunctionDef)]
        classes = [node for node in body if isinstance(node, ast.ClassDef)]
        if functions and not classes and all(map(_passes_on, functions)):
            idle.append(path.relative_to(PACKAGE).as_posix())
        if any(isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "__all__" for one in body):
            borrowed.append(path.relative_to(PACKAGE).as_posix())
    assert idle == []
    assert borrowed == []


def test_tests_follow_the_rooms() -> None:
    """Every folder of tests is a room of the house, or drives the whole program or a real engine."""
    here = PACKAGE.parent / "tests"
    folders = {path.parent.relative_to(here).as_posix() for path in here.rglob("*.py")} - {"."}
    rooms = {path.parent.relative_to(PACKAGE).as_posix() for path in FILES}
    assert folders - rooms - {"workflows", "scale"} == set()
    assert list((here / "services").glob("test_*.py")) == [], "the services are divided"


def test_what_is_for_one_room_alone_is_forbidden_to_every_other() -> None:
    """A new room is held by every import contract of this kind from its first day."""
    held = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists() and any(path.glob("[!_]*.py"))}
    alone = {
        contract["name"]: {name.split(".")[1] for name in contract["source_modules"]}
        for contract in held
        if " only in " in contract["name"]
    }
    free = {name: sorted(rooms - sources) for name, sources in alone.items()}
    for name, own in free.items():
        others = ["reports"] if name.startswith("HTTP") else []  # Word files are written by the library that reads them
        assert [room for room in own if room not in others] == [name.split(" only in ")[1].partition(",")[0]], name
    assert len(free) > 6
