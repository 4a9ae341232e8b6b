"""The process that serves a workspace: the same answers as without it, whatever happens to it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.conftest import TOP
from tests.inference.serving import serving, short_folder
from tests.models.tiny_cross_encoder import tiny_cross_encoder
from tests.test_plugins import write_plugin
from workbench import __version__
from workbench.cli.browser import BrowserServer
from workbench.domain.documents import Document
from workbench.domain.errors import IndexProblemError, ModelUnavailableError
from workbench.index.manifest import read_manifest
from workbench.inference import client
from workbench.inference import shared_models as kinds
from workbench.inference.frames import Frame
from workbench.inference.meeting_place import MeetingPlace
from workbench.inference.shared_models import EncoderFacts, SharedEncoder
from workbench.language.claims.worthiness import feature_vector, features_of_text
from workbench.models.checkworthiness import load_checkworthiness
from workbench.models.reranker import load_cross_encoder
from workbench.services.articles.splitting import Splitter
from workbench.services.evidence.encoders import encoder_of
from workbench.services.evidence.reindex import reindex
from workbench.services.inference import sharing, supervision
from workbench.services.inference.answering import Answers
from workbench.services.inference.supervision import Supervision
from workbench.services.review.blind import list_claims
from workbench.services.review.review import rate
from workbench.services.search import search
from workbench.services.search.search import Searcher
from workbench.services.search.stance import StanceService
from workbench.services.workspace import Workspace

WORDS = "thousands of troops on the border"
TEXT = "Ann Sample said on Monday that 40 people left the plant. It closed in 2017, she said, after a strike."


class Served:
    """A copy of the sample, its process, and what that was said of."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.said: list[str] = []
        self.supervision = Supervision(path, self.said.append)

    def pid(self, other_than: int | None = None) -> int:
        """The process that is there, once it is there and answers."""
        while (pid := self.supervision.pid) is None or pid == other_than:
            time.sleep(0.01)
        assert sharing._there() is not None
        return pid


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("served")
    shutil.copy(TOP / "claims.db", path / "claims.db")
    shutil.copytree(TOP / "index", path / "index")
    with pytest.MonkeyPatch.context() as patch, short_folder(patch):
        patch.setattr(supervision, "PROBE_SECONDS", 0.2)
        one = Served(path)
        with one.supervision:
            yield one


@pytest.fixture
def shared(served: Served, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """This process is a session of the workspace that is served; what it loads itself is noted."""
    monkeypatch.setattr(client, "PATIENCE_SECONDS", 600.0)
    sharing.share(served.path)
    yield served
    sharing.share(None)


def answers(path: Path) -> dict[str, Any]:
    """What a session asks for in a day."""
    with Workspace.open(path, reviewer="ann") as workspace:
        found = Searcher(workspace, reranker=sharing.stance_model(), strict=True).search(WORDS, k=10)
        claim = list_claims(workspace)[0]
        of_claim = Searcher(workspace, strict=True).for_claim(claim, before=found.hits[0].source.published)
        judged = list(StanceService(workspace, sharing.stance_model).judge(WORDS, found.hits))
        split = Splitter().split(Document(TEXT, "Title", "ann", "0" * 64, language="en"))
        vectors = sharing.encoder_for().encode([WORDS, "", "word " * 3000, "lone \ud800 surrogate"])
    return {
        "found": found, "of claim": of_claim, "judged": judged, "drafts": split.drafts,
        "vectors": np.round(vectors, 5).tobytes(),
        "small": sharing.encoder_for(precision="int8").encode([WORDS]).tobytes(),
    }  # fmt: skip


def loaded_here(*_: object, **__: object) -> None:
    raise AssertionError("loaded here")


@pytest.fixture
def nothing_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever loads a model or searches vectors in this process fails."""
    for name in (
        "encoder.load_encoder", "parser.load_parser", "reranker.load_reranker", "stance.load_stance",
        "checkworthiness.load_checkworthiness",
    ):  # fmt: skip
        monkeypatch.setattr(f"workbench.models.{name}", loaded_here)
    monkeypatch.setattr("workbench.index.opened._searching_here", loaded_here)


SESSION = """
import sys
from pathlib import Path
from tests.services.inference.test_sharing import answers
from workbench.services.inference import sharing
path, how = Path(sys.argv[1]), sys.argv[2]
if how == "shared":
    sharing.share(path)
    assert sharing._there() is not None
print(answers(path))
heavy = ("torch", "sentence_transformers", "onnxruntime", "tokenizers", "faiss")
print([name for name in heavy if name in sys.modules])
"""


def session(path: Path, how: str) -> subprocess.Popen[str]:
    """A session in a process of its own, which prints what it was answered and what it had to load."""
    command = [sys.executable, "-c", SESSION, str(path), how]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONHASHSEED": "0"})


def test_two_sessions_get_the_answers_of_a_process_of_ones_own(shared: Served, tmp_path: Path) -> None:
    """To the last bit, at the same time, and without loading a library of models."""
    shared.pid()
    (tmp_path / "alone").mkdir()
    shutil.copy(TOP / "claims.db", tmp_path / "alone")
    shutil.copytree(TOP / "index", tmp_path / "alone" / "index")
    running = [session(shared.path, "shared"), session(shared.path, "shared"), session(tmp_path / "alone", "alone")]
    told = [one.communicate()[0].splitlines() for one in running]
    assert [one[-1] for one in told[:2]] == ["[]", "[]"]
    assert told[0][:-1] == told[2][:-1]
    assert told[1][:-1] == told[2][:-1]
    assert "troops" in told[0][0]


@pytest.mark.usefixtures("nothing_loaded")
@pytest.mark.parametrize("what", ["search", "rating"])
def test_killed_in_the_middle_of_a_question_it_is_begun_again_and_asked_again(shared: Served, what: str) -> None:
    """The process is stopped, so that the question is on its way, and killed. The verdict is there, the answer too."""
    pid = shared.pid()
    process = sharing._there()
    assert process is not None
    os.kill(pid, signal.SIGSTOP)
    found: list[object] = []

    def ask() -> None:
        with Workspace.open(shared.path, reviewer=f"ann {what}") as workspace:
            if what == "rating":
                claim = list_claims(workspace)[1]
                given = rate(workspace, claim.id, "True", why="read")
                found.append(given)
            found.append(Searcher(workspace, strict=True).search(WORDS, k=3))

    thread = threading.Thread(target=ask)
    thread.start()
    while process._kept:  # until the connection is in use
        time.sleep(0.001)
    told = len(shared.said)
    os.kill(pid, signal.SIGKILL)
    thread.join()
    assert len(found[-1].hits) == 3  # type: ignore[attr-defined]
    assert shared.pid(other_than=pid) != pid
    assert len(shared.said) == told + 1
    assert "signal 9" in shared.said[-1]
    if what == "rating":
        with Workspace.open(shared.path, reviewer="ann") as workspace:
            assert found[0].id in [one["id"] for one in workspace.database.rows("SELECT id FROM verdicts")]  # type: ignore[attr-defined]


def test_one_that_hangs_costs_its_patience_once(shared: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the session does the work itself."""
    pid = shared.pid()
    monkeypatch.setattr(client, "SILENCE_SECONDS", 0.05)
    sharing.share(shared.path)
    encoder = sharing.encoder_for()
    assert isinstance(encoder, SharedEncoder)
    os.kill(pid, signal.SIGSTOP)
    try:
        assert encoder.encode([WORDS]).shape == (1, 384)
        assert not isinstance(sharing.encoder_for(), SharedEncoder), "it is left alone for a while"
    finally:
        os.kill(pid, signal.SIGCONT)


def test_one_that_hangs_is_ended_and_another_one_is_begun(shared: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it was asked before is asked the new one, and somebody is told."""
    monkeypatch.setattr(client, "SILENCE_SECONDS", 600.0)
    monkeypatch.setattr(supervision, "BEGIN_SECONDS", 600.0)
    sharing.share(shared.path)
    pid = shared.pid()
    encoder = sharing.encoder_for()
    assert isinstance(encoder, SharedEncoder)
    os.kill(pid, signal.SIGSTOP)
    monkeypatch.setattr(supervision, "ANSWER_SECONDS", 0.2)
    monkeypatch.setattr(supervision, "SILENT_SECONDS", 0.1)
    assert encoder.encode([WORDS]).shape == (1, 384)
    monkeypatch.setattr(supervision, "ANSWER_SECONDS", 600.0)
    monkeypatch.setattr(supervision, "SILENT_SECONDS", 600.0)
    assert shared.pid() != pid
    assert any("hung and was ended; another one is begun" in line for line in shared.said)


def test_the_stance_model_of_a_setting_is_loaded_once_for_all(
    shared: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it says and how relevant it finds is what it gives here; another one takes its place."""
    shared.pid()
    pairs = [("40 people left", f"In {year} forty people left the plant") for year in range(2000, 2020)]
    for name, labels in (("three", ("entailment", "neutral", "contradiction")), ("two", ("refuted", "supported"))):
        folder = str(tiny_cross_encoder(tmp_path / name, labels))
        own = load_cross_encoder(folder)
        with monkeypatch.context() as patch:
            patch.setattr("workbench.models.reranker.load_reranker", loaded_here)
            model = sharing.stance_model(folder)
            judged, scored = model.judge(pairs), model.score(pairs)
        assert isinstance(model, kinds.SharedStanceModel)
        assert (model.key, model.fingerprint, model.weighing) == (own.key, own.fingerprint, own.weighing)
        assert model.weight is None
        for one, here in zip(judged, own.judge(pairs), strict=True):
            assert one.label == here.label
            assert (one.supports, one.refutes) == pytest.approx((here.supports, here.refutes), abs=1e-5)
        assert scored == pytest.approx(own.score(pairs), abs=1e-5)


def test_a_model_named_from_where_one_stands_is_shared_to_rerank_alone(
    shared: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What a stance model said is remembered under the name it was given, an order is remembered nowhere."""
    shared.pid()
    tiny_cross_encoder(tmp_path / "near", ("entailment", "neutral", "contradiction"))
    monkeypatch.chdir(tmp_path)
    assert not isinstance(sharing.stance_model("near"), kinds.SharedStanceModel)
    assert isinstance(sharing.reranker_for("near"), kinds.SharedStanceModel)


def test_a_model_to_rerank_with_is_loaded_once_for_all(
    shared: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The order of `search --rerank` is that of a process of one's own; stances it has none to give."""
    shared.pid()
    folder = str(tiny_cross_encoder(tmp_path / "relevance", ("relevance",)))
    with Workspace.open(shared.path, reviewer="ann") as workspace:
        sharing.share(None)
        alone = search.search(workspace, WORDS, rerank=folder)
        sharing.share(shared.path)
        with monkeypatch.context() as patch:
            patch.setattr("workbench.models.reranker.load_reranker", loaded_here)
            found = search.search(workspace, WORDS, rerank=folder)
    assert not found.unranked
    assert [hit.passage.id for hit in found.hits] == [hit.passage.id for hit in alone.hits]
    scores = [hit.rerank_score for hit in found.hits]
    assert scores == pytest.approx([hit.rerank_score for hit in alone.hits], abs=1e-5)
    with pytest.raises(ModelUnavailableError, match="gives relevance, not stances"):
        sharing.stance_model(folder).judge([("40 people left", "Nobody left")])


def test_the_stance_model_of_a_plugin_is_loaded_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it gives, numpy's numbers too, is what it gives here; it is asked for where plug-ins are on alone."""
    write_plugin(tmp_path, "judging", JUDGING)
    monkeypatch.setenv("LOADED", str(tmp_path / "loaded"))
    for how, who in (("on", "the process"), ("off", "nobody")):
        env = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{TOP}", "WORKBENCH_PLUGINS": how}
        done = subprocess.run([sys.executable, "-c", ASKING, how], env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.split("\n")[:-1] == [who], done.stderr


JUDGING = """
import os, pathlib
import numpy as np
import workbench
from workbench.domain.evidence import StanceSuggestion
from workbench.plugins import JudgingModel

class Model:
    key = "m/1"
    def __init__(self):
        with pathlib.Path(os.environ["LOADED"]).open("a") as told:
            told.write(f"{os.getppid()}\\n")
    def judge(self, pairs):
        return [StanceSuggestion("refutes", *np.float32([0.25, 0.5, 0.25])) for _ in pairs]

@workbench.hookimpl
def register_stance_models():
    return [JudgingModel("judging", Model)]
"""

ASKING = """
import os, pathlib, sys
from workbench.inference.client import NotSharedError
from workbench.inference import shared_models as kinds
from workbench.services.inference import sharing
from workbench.services.inference.supervision import Supervision

place = pathlib.Path(os.environ["LOADED"]).parent
with Supervision(place, print) as supervision:
    sharing.share(place)
    while supervision.pid is None or (process := sharing._there()) is None:
        pass
    if sys.argv[1] == "on":
        model = sharing.stance_model("judging")
        said = model.judge([("a claim", "a passage")] * 3)
        assert [(one.label, one.supports, one.refutes, one.model) for one in said] == [
            ("refutes", 0.25, 0.5, "plugin:judging/m/1")] * 3
        assert model.score([("a claim", "a passage")]) == [0.75]
        assert sharing.reranker_for("judging").score([("a claim", "a passage")]) == [0.75]
        pid = pathlib.Path(os.environ["LOADED"]).read_text()
        print("the process" if pid == f"{supervision.pid}\\n" else f"another: {pid}")
    else:
        try:
            process.ask(kinds.NAMED, {"model": "judging", "plugin": True})
        except NotSharedError as error:
            assert "no plug-in brings it here" in str(error)
            print("nobody")
"""


def test_another_model_or_index_is_done_here(shared: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    shared.pid()
    process = sharing._there()
    manifest = read_manifest(shared.path / "index")
    assert process is not None
    assert manifest is not None
    own = [np.ones((1, 384), dtype=np.float32)]

    class Own:
        def encode(self, texts: object) -> Any:
            return own[0]

    facts = EncoderFacts(None, "float32", "another/1", "0" * 64, 384)
    for other in (facts, replace(facts, model="/a/folder/of/a/model"), replace(facts, key=manifest.model)):
        assert SharedEncoder(process, other, Own).encode([WORDS]) is not None  # type: ignore[arg-type]
        assert (SharedEncoder(process, other, Own).encode([WORDS]) == own[0]).all()  # type: ignore[arg-type]
    with pytest.raises(ModelUnavailableError):
        encoder_of(replace(manifest, model="all-MiniLM-L6-v2/float32/0"))
    for what, said in (
        (kinds.NEIGHBOURS, {"index": "0" * 64, "k": 3}),
        (kinds.NEIGHBOURS, {"index": manifest.identity, "k": 0}),
        (kinds.STANCES, {"fingerprint": "another", "pairs": []}),
        (kinds.PARSE, {"key": "another", "text": "", "sentences": []}),
    ):
        with pytest.raises(client.NotSharedError):
            process.ask(what, said, [own[0]] if what == kinds.NEIGHBOURS else [])


def test_after_a_reindex_the_new_index_is_searched(shared: Served) -> None:
    """And whoever began with the old one goes on with it."""
    shared.pid()
    with Workspace.open(shared.path, reviewer="ann") as workspace:
        before = sharing.opened_index(workspace.index_path)
        query = sharing.encoder_for().encode([WORDS])
        assert before is not None
        first = before.dense.search(query, 5)
        reindex(workspace, full=True)
        after = sharing.opened_index(workspace.index_path)
        assert after is not None
        assert after.manifest.generation != before.manifest.generation
        for index in (after, before):
            assert [one.tolist() for one in index.dense.search(query, 5)] == [one.tolist() for one in first]


def test_an_index_made_again_from_nothing_is_another_one(shared: Served) -> None:
    """Generations are counted from 1 again there."""
    shared.pid()
    process = sharing._there()
    assert process is not None
    with Workspace.open(shared.path, reviewer="ann") as workspace:
        seen = []
        for _ in range(2):
            shutil.rmtree(workspace.index_path)
            reindex(workspace)
            manifest = read_manifest(workspace.index_path)
            assert manifest is not None
            seen.append(manifest)
            query = [np.ones((1, 384), dtype=np.float32)]
            assert len(process.ask(kinds.NEIGHBOURS, {"index": manifest.identity, "k": 3}, query).arrays) == 2
    assert seen[0].generation == seen[1].generation
    assert seen[0].identity != seen[1].identity


BAD: list[tuple[str, dict[str, Any]]] = [
    (kinds.ENCODE, {"texts": "words", "precision": "float32"}),
    (kinds.ENCODE, {"texts": [1], "precision": "float32"}),
    (kinds.ENCODE, {"texts": [], "precision": "float64"}),
    (kinds.ENCODE, {"texts": ["a"], "precision": "float32", "model": "../../etc"}),
    (kinds.PARSE, {"text": "abc", "sentences": [[2, 1]]}),
    (kinds.PARSE, {"text": "abc", "sentences": [[0, 9]]}),
    (kinds.PARSE, {"text": "abc", "sentences": [[True, 1]]}),
    (kinds.STANCES, {"pairs": [["a"]]}),
    (kinds.STANCES, {"pairs": [["a", 1]]}),
    (kinds.STANCES, {"pairs": {}}),
    (kinds.WORTHINESS, {"texts": ["a"], "features": []}),
    (kinds.WORTHINESS, {"texts": ["a"], "features": [["b"]]}),
    (kinds.WORTHINESS, {"texts": ["a"], "features": [[0.5]]}),
    (kinds.WORTHINESS, {"texts": ["a"], "features": {}}),
    (kinds.NAMED, {"model": "/no/such/folder"}),
    (kinds.NAMED_STANCES, {"model": ["a"], "pairs": []}),
    (kinds.NEIGHBOURS, {"k": 1 << 60}),
    (kinds.NEIGHBOURS, {"k": "1"}),
]


@pytest.mark.parametrize(("what", "said"), BAD, ids=str)
def test_what_makes_no_sense_is_refused(shared: Served, what: str, said: dict[str, Any]) -> None:
    """And not told as a failure: the process goes on."""
    from workbench.models.checkworthiness import CHECKWORTHINESS_KEY
    from workbench.models.encoder import encoder_key
    from workbench.models.minilm import SHA256
    from workbench.models.parser import PARSER_KEY
    from workbench.models.stance import stance_card

    shared.pid()
    process = sharing._there()
    manifest = read_manifest(shared.path / "index")
    assert process is not None
    assert manifest is not None
    sound = {
        "key": {kinds.PARSE: PARSER_KEY, kinds.WORTHINESS: CHECKWORTHINESS_KEY}.get(what, encoder_key()),
        "sha256": SHA256,
        "fingerprint": stance_card().fingerprint, "index": manifest.identity,
    }  # fmt: skip
    told = len(shared.said)
    with pytest.raises(client.NotSharedError):
        process.ask(what, {**sound, **said}, [np.ones((1, 384), dtype=np.float32)])
    assert len(shared.said) == told


@pytest.mark.parametrize(
    "answer",
    [
        Frame({}),
        Frame({"rows": [["supports", 1.0]]}),
        Frame({"rows": [["[bold]", 1.0, 0.0, 0.0]]}),
        Frame({"trees": [[[0, 99, "X", 0, "root", "", False, 1.0]]]}),
        Frame({"trees": 7}),
        *(
            Frame({"trees": [[[0, 3, "X", a, "root", "", False, sure], [4, 6, "X", b, "root", "", False, 1.0]]]})
            for a, b, sure in ((0, -1, 1.0), (1, 0, 1.0), (-1.0, 0, 1.0), (-1, 0, 10**400))
        ),
        Frame({"rows": [["supports", 10**400, 0.0, 0.0]]}),
        Frame({"rows": [10**400]}),
        Frame({"rows": ["0.5"]}),
        Frame({"key": "a", "fingerprint": "b", "weighing": {"lean": 1.0}, "weight": None}),
        Frame({"key": "a", "fingerprint": "b", "weighing": None, "weight": "2"}),
        Frame({"key": "a", "fingerprint": 7, "weighing": None, "weight": None}),
        Frame({}, (np.full((1, 384), np.nan, dtype=np.float32),)),
        Frame({}, (np.ones((2, 384), dtype=np.float32), np.ones((1, 3), dtype=np.int64))),
    ],
    ids=lambda frame: str(frame.said)[:40],
)
def test_an_answer_that_is_none_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Frame) -> None:
    names = (
        kinds.ENCODE, kinds.PARSE, kinds.STANCES, kinds.RELEVANCE, kinds.NEIGHBOURS, kinds.WORTHINESS, kinds.NAMED,
    )  # fmt: skip
    with short_folder(monkeypatch):
        handlers = {name: lambda frame, told: answer for name in names}
        with serving(MeetingPlace(tmp_path), handlers, version=__version__):
            sharing.share(tmp_path)
            try:
                pairs = [("40 people left", "Nobody left")]
                assert sharing.encoder_for().encode([WORDS]).shape == (1, 384)
                assert len(sharing.parser().parse(TEXT, [(0, 19)])[0].tokens) == 4
                model = sharing.stance_model()
                assert model.judge(pairs)[0].label in ("supports", "refutes", "context")
                assert 0 <= model.score(pairs)[0] <= 1
                words, vector = ["40 people left"], np.zeros((1, 384), dtype=np.float32)
                features = [feature_vector(features_of_text(words[0]))]
                own = load_checkworthiness().score(words, vector, features)
                assert sharing.checkworthiness().score(words, vector, features) == own
                with pytest.raises(ModelUnavailableError, match="not on this machine"):
                    sharing.stance_model("/no/such/folder")
                index = sharing.opened_index(TOP / "index")
                assert index is not None
                assert index.dense.search(sharing.encoder_for().encode([WORDS]), 3)[1].shape == (1, 3)
            finally:
                sharing.share(None)


def test_what_cannot_be_loaded_is_told_to_whoever_needs_it(tmp_path: Path) -> None:
    """An index that is not there keeps nothing else from being served."""
    Answers(tmp_path / "index").warm()


SUPERVISING = """
import sys, time
from pathlib import Path
from workbench.services.inference.supervision import Supervision
with Supervision(Path(sys.argv[1]), print):
    sys.stdin.read()
"""


@pytest.mark.parametrize("how", ["killed", "ended"])
def test_the_process_ends_with_whoever_started_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    with short_folder(monkeypatch):
        place = MeetingPlace(tmp_path)
        with subprocess.Popen([sys.executable, "-c", SUPERVISING, tmp_path], stdin=subprocess.PIPE) as supervising:
            there = client.SharedProcess(place, __version__, patience=600.0)
            while not there.is_there():
                time.sleep(0.01)
            there.close()
            if how == "killed":
                supervising.kill()
            else:
                supervising.communicate()
        while True:
            try:
                place.connect().close()
            except OSError:
                break
            time.sleep(0.01)
        assert not place.is_held
        assert place.socket.exists() == (how == "killed")


DYING = "import sys; sys.exit(3)"


def test_one_that_always_dies_is_not_begun_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time is told in a line; then sessions work as without one, at once."""
    said: list[str] = []
    with short_folder(monkeypatch), Supervision(tmp_path, said.append, DYING):
        while len(said) < 3:
            time.sleep(0.01)
        while MeetingPlace(tmp_path).is_held:
            time.sleep(0.01)
    assert all("ended with code 3" in line for line in said)
    assert ["another one is begun" in line for line in said] == [True, True, False]
    assert "3 times in a row" in said[2]


def test_one_that_cannot_be_started_is_told_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision, "PAUSE_SECONDS", 0.01)
    said: list[str] = []
    with short_folder(monkeypatch):
        supervised = Supervision(tmp_path, said.append)
        supervised._command = [str(tmp_path / "no program")]
        with supervised:
            while len(said) < 2:
                time.sleep(0.01)
        assert not MeetingPlace(tmp_path).is_held
    assert all("cannot be started" in line for line in said)


def test_one_that_never_begins_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PROBE_SECONDS", "BEGIN_SECONDS", "ANSWER_SECONDS"):
        monkeypatch.setattr(supervision, name, 0.01)
    said: list[str] = []
    with short_folder(monkeypatch), Supervision(tmp_path, said.append, "import time; time.sleep(3600)"):
        while not said:
            time.sleep(0.01)
    assert "hung and was ended" in said[0]


LOOKING = "import sys; from importlib.util import find_spec; sys.exit(7 if find_spec('lies_here') else 3)"


def test_no_file_of_the_folder_one_stands_in_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither by the process that is shared nor by the sessions of a browser."""
    (tmp_path / "lies_here.py").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(TOP))
    said: list[str] = []
    with short_folder(monkeypatch), Supervision(tmp_path, said.append, LOOKING):
        while not said:
            time.sleep(0.01)
    assert "ended with code 3" in said[0]
    program = BrowserServer(tmp_path, "ann", "127.0.0.1", 8000, "token").program
    run = [LOOKING if "import" in word else word for word in program]
    assert subprocess.run(run, check=False).returncode == 3


@pytest.mark.parametrize("collections", [False, True])
def test_a_search_by_meaning_that_proves_damaged_only_now_leaves_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, collections: bool
) -> None:
    """It is opened here when the process that had it goes away, and so is the model."""
    shutil.copy(TOP / "claims.db", tmp_path)
    index = sharing.opened_index(TOP / "index")
    assert index is not None
    dense, model = index.dense, index.manifest.model

    class Damaged:
        count, scores_of = dense.count, dense.scores_of

        def search(self, *_: object) -> None:
            raise IndexProblemError("it is damaged.")

    class Gone:
        key, sha256, dimension = model, "", 384

        def encode(self, texts: object) -> None:
            raise ModelUnavailableError("it is gone.")

    monkeypatch.setattr(search, "opened_index", lambda _: index)
    monkeypatch.setattr(search, "wrong_vectors", lambda *_: False)
    with Workspace.open(tmp_path, reviewer="ann") as workspace:
        nobody = SimpleNamespace(ask=lambda *_: ([], []), attached=lambda: [object()] * collections)
        lacking: dict[str, tuple[Any, str]] = {
            "it is gone. Words alone": (Gone(), "gone"), "it is damaged. Words alone": (None, "damaged"),
        }  # fmt: skip
        for note, (encoder, what) in lacking.items():
            if what == "damaged":
                monkeypatch.setattr(index, "dense", Damaged())
            searcher = Searcher(workspace, encoder=encoder, shared=nobody)  # type: ignore[arg-type]
            result = searcher.search(WORDS, k=3)
            assert note in result.note
            assert result.hits
            with pytest.raises(IndexProblemError):
                searcher.search(WORDS, k=3, mode="dense")


def test_where_nobody_can_meet_it_is_told_and_each_works_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/proc")
    said: list[str] = []
    with Supervision(tmp_path, said.append) as supervision:
        while not said:
            time.sleep(0.01)
    assert supervision.pid is None
    assert said[0].startswith("Each session loads models of its own: /proc")
