"""Killing every writing command at random instants, and telling whether what it leaves is whole.

A command runs in a forked child of this process. A first run counts its steps: SQL statements, and files made, renamed
or removed. Then the child is killed with SIGKILL at a step, or at a moment, that chance picks.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.site import body, running
from tests.services.collections.memory_engine import MemoryEngine
from tests.services.desk import ROWS, SECOND, Clock, Desk
from tests.services.record.flips import NOT_COVERED, content
from workbench.domain.shared_evidence import CollectionFacts
from workbench.services.assistance.proposals import proposals
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.claims.bulk import set_speakers
from workbench.services.collections import attaching
from workbench.services.record.doctor import examine_database
from workbench.services.record.history import undo
from workbench.services.review import review
from workbench.services.workspace import Workspace
from workbench.store.database import Database

_STEPS = frozenset(("open", "os.rename", "os.remove", "os.mkdir", "os.link", "os.truncate", "os.rmdir"))
QUOTES = ("The council of Lowick", "met on Tuesday", "heard", "300 people had signed a petition")
_PAGE = "<html><head><title>Ferries</title></head><body><article>{}</article></body></html>"
_WORDS = "<p>The ferry to Skerray carried 400 people in May, the harbour office said on Monday.</p>" * 3
_FACTS = CollectionFacts("minilm", "", "float32", "0" * 64, 384)
_FEED = """<rss version="2.0"><channel><title>Post</title><link>{0}</link><description>d</description>
<item><title>One</title><link>{0}/one</link><guid>one</guid></item>
<item><title>Two</title><link>{0}/two</link><guid>two</guid></item></channel></rss>"""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that writes, as it is typed after `workbench -w WORKSPACE --reviewer ada`.

    `acts` says that it may stop between acts, each of which is whole; `new` that it is given an empty workspace, or
    none where it is "none"; `writes` the file it makes; `code` is how it ends.
    """

    words: tuple[str, ...]
    acts: bool = False
    new: str = ""
    writes: str = ""
    reviewer: str = "ada"
    code: int = 0

    def __str__(self) -> str:
        return " ".join(word for word in self.words if not word.startswith(("/", "-")))[:40]


class Newsroom:
    """A workspace with something to do for every command, and the files that the commands are given."""

    def __init__(self, folder: Path, base: str, endpoint: str) -> None:
        self.folder, self.endpoint = folder, endpoint
        with pytest.MonkeyPatch.context() as patch:
            clock = Clock()
            clock.stop(patch)
            desk = Desk(folder, clock)
            desk.review_all()
            self.first, self.second = desk.article, desk.add_article(SECOND, QUOTES)
            clock.set("2022-03-01")
            names = ("reopened", "£2m", "40 ships", "oldest", "Fees")
            self.claims = {name: desk.claim(name, self.first).id for name in names}
            self.claims["council"] = desk.claim("The council", self.second).id
            self.claims["people"] = desk.claim("300 people", self.second).id
            self.claims["dropped"] = desk.claim("heard", self.second).id
            claim_surgery.remove(desk.ada, self.claims["dropped"])
            self.passages = {name: desk.passage(name).id for name in ("accounts", "log")}
            review.request_second_opinion(desk.bo, self.claims["40 ships"])
            review.request_second_opinion(desk.ada, self.claims["oldest"])
            review.second_opinion(desk.bo, self.claims["oldest"], "False", why="The register of Thorpe is older.")
            review.rate(desk.cy, self.claims["people"], "True", why="Counted.")
            set_speakers(desk.bo, {self.claims["council"]: None}, "Ida Brand")
            claim_editing.edit_wording(desk.bo, self.claims["Fees"], "Fees of the harbour of Lowick will rise.")
            undo(desk.bo)
            desk.cy.database.value("PRAGMA wal_checkpoint(TRUNCATE)")
            desk.close()
        self.workspace = desk.path
        self._files(base)

    def _files(self, base: str) -> None:
        self.article = self._file("article.txt", f"{SECOND}\nThe ferry carried 400 people in May.\n")
        rows = [{**ROWS[0], "id": f"r{number}", "title": f"Row {number}"} for number in range(1_200)]
        self.rows = self._file("rows.jsonl", "\n".join(map(json.dumps, rows)))
        self.claim_list = self._file("list.csv", "text,speaker\nThe ferry carried 400 people.,Ida Brand\n")
        self.model = self.folder / "model"
        self.model.mkdir()
        for name, text in (("config.json", "{}"), ("modules.json", "[]"), ("tokenizer.json", "{}")):
            (self.model / name).write_text(text, encoding="utf-8")
        head = b'{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}'
        weights = len(head).to_bytes(8, "little") + head + bytes(8)
        (self.model / "model.safetensors").write_bytes(weights)
        self.scale = self._file(
            "scale.json",
            json.dumps({"id": "own", "name": "Own", "ratings": [_step("2", "Yes", 2), _step("1", "No", 1)]}),
        )
        self.packed = self.folder / "packed.zip"
        with zipfile.ZipFile(self.packed, "w") as archive:
            for number in range(30):
                archive.writestr(f"page-{number}.html", _PAGE.format(_WORDS.replace("400", str(400 + number))))
        self.feed = f"{base}/feed"
        self.export, self.backup = self.folder / "whole.json", self.folder / "whole.db"
        self.decisions = self.folder / "decisions.csv"
        for words in (
            ("export", "--format", "json", "-o", str(self.export), "--unblind"),
            ("export", "--format", "csv", "-o", str(self.decisions), "--unblind"),
            ("backup", str(self.backup)),
            ("feed", "add", self.feed, "--allow-host", "127.0.0.1"),
            ("collection", "attach", "world", "--uri", str(self.folder / "world.db")),
        ):
            assert run(self.workspace, Command(words))[0] == 0, words
        table = self.decisions.read_text(encoding="utf-8")
        assert ",open," in table
        self.decisions.write_text(_decided(table), encoding="utf-8", newline="")
        with closing(sqlite3.connect(self.workspace / "claims.db")) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def commands(self, out: Path) -> list[Command]:
        """Every command that writes."""
        claims, first = {name: str(number) for name, number in self.claims.items()}, str(self.first)
        accounts, log = str(self.passages["accounts"]), str(self.passages["log"])
        why = ("--why", "The books say so.")
        start, end = "0", "15"
        return [
            Command(("init", "{workspace}"), new="none"),
            Command(("article", "add", str(self.article)), acts=True),
            Command(("article", "add", str(self.packed)), acts=True),
            Command(("article", "remove", str(self.second)), reviewer="cy"),
            Command(("article", "resplit", first), acts=True),
            Command(("article", "speaker", first, "Ida Brand")),
            Command(("article", "date", first, "2022-01-30")),
            Command(("article", "deadline", first, "2031-01-30")),
            Command(("claim", "add", str(self.second), start, end)),
            Command(("claim", "edit", claims["reopened"], "--text", "The harbour of Lowick reopened.")),
            Command(("claim", "split", claims["reopened"], "45")),
            Command(("claim", "merge", claims["council"])),
            Command(("claim", "remove", claims["Fees"])),
            Command(("claim", "remove", claims["Fees"], claims["reopened"], claims["people"])),
            Command(("claim", "restore", claims["dropped"])),
            Command(("claim", "speaker", "Ida Brand", claims["reopened"], claims["Fees"])),
            Command(("claim", "speakers", "Ida Brand", "https://brand.example/ida")),
            Command(
                (
                    "claim",
                    "media",
                    claims["reopened"],
                    "https://pictures.example/1.jpg",
                    "--kind",
                    "image",
                    "--found",
                    "staged",
                )
            ),
            Command(("evidence", "add", str(self.rows)), acts=True),
            Command(("evidence", "add", str(self.packed)), acts=True),
            Command(("evidence", "remove", "log", "--yes"), reviewer="cy"),
            Command(("evidence", "edit", "log", "--private", "--title", "The log")),
            Command(("verdict", claims["reopened"], "True", *why, "--evidence", f"{log}:supports")),
            Command(("review", "accept", claims["reopened"], accounts, "--stance", "supports")),
            Command(("review", "reject", claims["reopened"], accounts)),
            Command(("review", "undecide", claims["reopened"], accounts)),
            Command(("review", "annotate", claims["reopened"], accounts, "--note", "page 4")),
            Command(("review", "unlink", claims["£2m"], accounts)),
            Command(("review", "link", claims["reopened"], "https://a.example/b", "--quote", "It reopened.")),
            Command(("review", "nothing-found", claims["reopened"])),
            Command(("review", "request-second", claims["people"])),
            Command(("review", "second", claims["40 ships"], "False", *why)),
            Command(("review", "settle", claims["oldest"], "False", *why), reviewer="cy"),
            Command(("review", "publish", claims["people"])),
            Command(("review", "correct", claims["£2m"], "True", *why)),
            Command(("tag", "add", "claim", claims["£2m"], "-t", "money")),
            Command(("assign", "claim", claims["£2m"], "--to", "bo", "--due", "2031-01-30")),
            Command(("comment", "add", claims["£2m"], "@bo look")),
            Command(("watch", "add", "cost", "what it cost")),
            Command(("undo",), reviewer="cy"),
            Command(("redo",), reviewer="bo"),
            Command(("reviewer", "add", "Fay")),
            Command(("scale", "add", str(self.scale))),
            Command(("scale", "use", "politifact")),
            Command(("setting", "organisation", "The Lowick Post")),
            Command(("import", str(self.export)), new="empty"),
            Command(("import", "decisions", str(self.decisions), "--apply"), acts=True, reviewer="dee"),
            Command(("restore", str(self.backup), "--force"), acts=True),
            Command(("backup", str(out / "copy.db"), "--force"), writes="copy.db"),
            Command(("head", "-o", str(out / "record.head")), writes="record.head"),
            Command(("export", "--format", "html", "-o", str(out / "report.html"), "--unblind"), writes="report.html"),
            Command(("export", "--bundle", str(out / "kept.zip"), "--unblind"), writes="kept.zip"),
            Command(("demo", "--no-open", "{workspace}"), new="none", acts=True),
            Command(("article", "add", "--claims", str(self.claim_list)), acts=True),
            Command(("model", "add", str(self.model))),
            Command(("reindex",), acts=True),
            Command(("feed", "remove", self.feed)),
            Command(("feed", "add", f"{self.feed}?other", "--allow-host", "127.0.0.1")),
            Command(("feed", "pull", "--allow-host", "127.0.0.1"), acts=True),
            Command(("collection", "attach", "other", "--uri", str(self.folder / "other.db"))),
            Command(("collection", "detach", "world")),
            Command(("suggest", "queries", claims["reopened"], "--endpoint", self.endpoint, "--model", "tiny")),
            Command(("doctor", "--repair"), acts=True, code=1),  # there is no index
        ]


def _step(key: str, words: str, value: int) -> dict[str, object]:
    return {"key": key, "words": words, "value": value, "definition": f"It is so: {words}."}


def _decided(table: str) -> str:
    """The table with a rating filled in for each claim that is open."""
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(table)))
    for row in rows:
        if row["status"] == "open":
            row["rating"], row["rationale"] = "True", "The books say so."
        elif row["status"] == "second_opinion":  # a table gives none
            row["rating"] = row["rationale"] = ""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _counting(kill_at: int) -> Callable[[], int]:
    """Count the steps of this process, and end it as a kill does at `kill_at`; gives what tells the count."""
    count = 0

    def step(*_: Any) -> None:
        nonlocal count
        count += 1
        if count == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(event: str, given: tuple[Any, ...]) -> None:
        if event in _STEPS and not (event == "open" and (len(given) < 3 or not given[2] & (os.O_WRONLY | os.O_RDWR))):
            step()

    sys.addaudithook(audit)
    fresh = Database._fresh

    def traced(self: Database, address: str | None = None) -> sqlite3.Connection:
        connection = fresh(self, address)
        connection.set_trace_callback(step)
        return connection

    Database._fresh = traced  # type: ignore[method-assign]
    return lambda: count


def run(workspace: Path, command: Command, *, kill_at: int = 0, after: float | None = None) -> tuple[int, int, float]:
    """Run a command in a child; gives its exit code (negative: the signal), its steps, and how long it took."""
    reading, writing = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.setpgid(0, 0)
            os.close(reading)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for number in range(3):
                os.dup2(nowhere, number)
            os.environ["WORKBENCH_MODELS"] = str(workspace.parent / "models")
            steps = _counting(kill_at)
            from workbench.cli.main import main

            words = [str(workspace) if word == "{workspace}" else word for word in command.words]
            code = main(["--workspace", str(workspace), "--reviewer", command.reviewer, *words])
            os.write(writing, str(steps()).encode())
        finally:
            os._exit(code)
    os.close(writing)

    def kill() -> None:
        with contextlib.suppress(ProcessLookupError):  # it was quicker
            os.kill(child, signal.SIGKILL)

    timer = threading.Timer(after, kill) if after is not None else None
    if timer is not None:
        timer.start()
    _, status = os.waitpid(child, 0)
    if timer is not None:
        timer.cancel()
    took = time.monotonic() - began
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # workers of what was killed
    with os.fdopen(reading) as told:
        said = told.read()
    return os.waitstatus_to_exitcode(status), int(said or 0), took


@contextlib.contextmanager
def newsroom(folder: Path) -> Iterator[Newsroom]:
    """A newsroom, and the site that its feed is on."""
    with running() as there:
        for path in ("/feed", "/feed?other"):
            there.pages[path] = body(_FEED.format(there.base), content_type="application/rss+xml")
        for path in ("/one", "/two"):
            there.pages[path] = body(_PAGE.format(_WORDS.replace("Monday", path[1:])))
        with _answering(folder) as endpoint, pytest.MonkeyPatch.context() as patch:
            # children inherit it: the engine itself is another program, and needs an extra
            patch.setattr(attaching, "opened", lambda one: MemoryEngine(_FACTS, one.name))
            yield Newsroom(folder, there.base, endpoint)


@contextlib.contextmanager
def _answering(folder: Path) -> Iterator[str]:
    """The endpoint of a language model that proposes the same searches whatever it is asked."""
    script = folder / "script.json"
    script.write_text(json.dumps([{"content": json.dumps({"queries": ["harbour of Lowick"]})}]), encoding="utf-8")
    command = [sys.executable, "-m", "tests.assistants.scripted_server", str(script)]
    top = Path(__file__).resolve().parents[3]
    with subprocess.Popen(command, cwd=top, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}/v1"
        finally:
            server.kill()


class Killing:
    """Tries one command after another, and remembers how long and of how many steps each is."""

    def __init__(self, made: Newsroom, folder: Path) -> None:
        self.made, self.folder = made, folder
        self.out = folder / "out"
        self.commands = made.commands(self.out)
        self.whole: dict[Command, tuple[int, float, dict[str, int], set[str], bytes]] = {}
        self.killed = 0

    def place(self, command: Command) -> Path:
        """A workspace for the next run of a command."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.out.mkdir(parents=True)
        path = self.folder / "newsroom"
        if not command.new:
            shutil.copytree(self.made.workspace, path)
        elif command.new == "empty":
            Workspace.create(path, reviewer="ada").close()
        return path

    def uninterrupted(self, command: Command) -> tuple[int, float, dict[str, int], set[str], bytes]:
        """Steps, seconds and outcome of a command that nothing happens to."""
        if command not in self.whole:
            path = self.place(command)
            code, steps, took = run(path, command)
            assert code == command.code, f"{command} ends with {code}"
            written = (self.out / command.writes).read_bytes() if command.writes else b""
            self.whole[command] = (steps, took, counts(path), files(self.folder), written)
        return self.whole[command]

    def one(self, dice: random.Random, command: Command | None = None) -> str:
        """Kill a command somewhere; "" where all it left is whole, else what is not."""
        command = command or dice.choice(self.commands)
        steps, took, done, due, written = self.uninterrupted(command)
        path = self.place(command)
        before = counts(path) if path.exists() else {}
        head = links(path)
        at, after = (dice.randint(1, steps), None) if dice.random() < 0.7 else (0, dice.uniform(0, took))
        code, _, _ = run(path, command, kill_at=at, after=after)
        self.killed += code == -signal.SIGKILL
        where = f"{command}, killed at step {at} of {steps}" if at else f"{command}, killed after {after:.3f} s"
        return "; ".join(
            f"{where}: {problem}" for problem in self._problems(command, path, before, done, head, due, written, code)
        )

    def _problems(
        self,
        command: Command,
        path: Path,
        before: dict[str, int],
        done: dict[str, int],
        head: list[tuple[int, str]],
        due: set[str],
        written: bytes,
        code: int,
    ) -> Iterator[str]:
        if code not in (command.code, -signal.SIGKILL):
            yield f"ended with {code}"
        if code == command.code and counts(path) != done:
            yield "said to be done, and is not"
        if (path / "claims.db").exists() and command.new != "none":
            yield from flaws(path)
            now = counts(path)
            if not command.acts and now not in (before, done):
                yield f"half done: {before} → {now}, not {done}"
            if "restore" not in command.words and links(path)[: len(head)] != head:
                yield "what was recorded before is gone"
        target = self.out / command.writes
        if command.writes and target.exists() and command.writes != "copy.db" and target.read_bytes() != written:
            yield f"{command.writes} is half written"
        if command.writes == "copy.db" and target.exists():
            with closing(sqlite3.connect(target)) as connection:
                if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    yield "the backup is half written"
        again = run(path, command)[0]
        if again not in (command.code, 2):
            yield f"run again it ends with {again}"
        yield from flaws(path)
        if command.words[0] == "suggest":
            with Workspace.open(path, reviewer="eve") as workspace:
                if not proposals(workspace):
                    yield "what was proposed is gone"
        if command.new and counts(path) != done:
            yield "run again it is not done"
        left = {name for name in files(self.folder) - due if not _MAY_BE_LEFT.fullmatch(name)}
        if left:
            yield f"it left {sorted(left)}"
        missing = {name for name in due - files(self.folder) if not _MAY_BE_LEFT.fullmatch(name)}
        if missing:
            yield f"run again it does not make {sorted(missing)}"


_MAY_BE_LEFT = re.compile(
    r"newsroom/claims\.(?:db-(?:wal|shm)|before-restore-\d+\.db)|newsroom/index/(?!\.)(?:[^/]*/)*[^/.][^/]*"
)


def counts(path: Path) -> dict[str, int]:
    """How many rows each table holds that is no convenience."""
    held = content(path)
    assert held is not None, "the database cannot be read"
    return {table: len(rows) for table, rows in held.items() if table not in NOT_COVERED}


def links(path: Path) -> list[tuple[int, str]]:
    """Id and hash of every event."""
    if not (path / "claims.db").exists():
        return []
    with closing(sqlite3.connect(path / "claims.db")) as connection:
        return connection.execute("SELECT id, hash FROM events ORDER BY id").fetchall()


def flaws(path: Path) -> Iterator[str]:
    """What `doctor` says is wrong with the database."""
    with Workspace.open(path, reviewer="eve") as workspace:
        yield from (finding.detail for finding in examine_database(workspace) if finding.state == "problem")


def files(folder: Path) -> set[str]:
    """Every file in a folder, by its place in it."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
