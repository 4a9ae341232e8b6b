"""Recordings become words by a model of the user's, in the child process in which files are parsed."""

from __future__ import annotations

import os
from pathlib import Path

import numpy
import pytest

from tests.ingest.making import documents, everything, refusal, skipped
from tests.ingest.speech import make_libraries, make_model, make_wave
from workbench.domain.anchors import machine_words
from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError, MissingPartError
from workbench.ingest import ReadOptions, read, recordings
from workbench.services.settings import change_setting, reading
from workbench.services.workspace import Workspace


@pytest.fixture
def libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The stand-ins, where this process finds them and the child process imports them."""
    folder = make_libraries(tmp_path / "libraries")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.syspath_prepend(folder)
    return folder


@pytest.fixture
def model(tmp_path: Path, libraries: Path) -> str:
    return str(make_model(tmp_path / "bells-small"))


def test_what_is_said_is_a_document_of_machine_text_with_times_and_confidences(tmp_path: Path, model: str) -> None:
    path = make_wave(tmp_path / "council_2021-03-04.wav", ".xx....x")
    told: list[tuple[int, int | None, str]] = []

    def progress(done: int, total: int | None, what: str) -> None:
        told.append((done, total, what))

    (found,) = read(path, as_evidence=False, options=ReadOptions(speech_model=model), progress=progress)
    assert isinstance(found, Document)
    assert found.text == "The bell rang for the 1th time in 1921.\n\nThe bell rang for the 2th time in 1921."
    assert [(one.begins, one.ends, one.confidence) for one in found.segments] == [(1, 3, 0.9), (7, 8, 0.82)]
    assert found.machine is not None
    assert found.machine.startswith("speech recognition by faster-whisper 1.2.1, model bells-small ")
    assert machine_words(found.segments, 0, 10) == "machine text, confidence 0.90"
    assert (found.title, found.language) == ("council 2021-03-04", "en")
    assert str(found.published) == "2021-03-04"
    assert told[0] == (0, 8, "council_2021-03-04.wav, seconds")


def test_in_silence_nobody_speaks(tmp_path: Path, model: str) -> None:
    path = make_wave(tmp_path / "a.wav", "......")
    assert "nobody speaks in the recording" in refusal(path, isolate=True, speech_model=model)


def test_a_language_that_is_given_is_listened_for(tmp_path: Path, model: str) -> None:
    path = make_wave(tmp_path / "a.wav", "x")
    (found,) = documents(path, isolate=True, speech_model=model, language="de")
    assert found.language == "de"


def test_what_breaks_off_is_read_and_told_and_what_is_none_is_refused(tmp_path: Path, model: str) -> None:
    path = make_wave(tmp_path / "a.wav", "xxx")
    path.write_bytes(path.read_bytes()[:50_000])
    (found,) = documents(path, isolate=True, speech_model=model)
    assert found.text.startswith("The bell rang")
    (notice,) = skipped(path, isolate=True, speech_model=model)
    assert "breaks off" in notice.reason
    path.write_bytes(path.read_bytes()[:20])
    assert "damaged or cut short" in refusal(path, isolate=True, speech_model=model)
    path.write_bytes(b"OggS" + bytes(40))
    assert "there is no sound in it" in refusal(path, isolate=True, speech_model=model)


def missing(path: Path, speech_model: str | None = None) -> str:
    with pytest.raises(MissingPartError) as error:
        everything(path, isolate=True, speech_model=speech_model)
    return str(error.value)


def test_a_model_that_is_missing_or_damaged_is_one_sentence(tmp_path: Path, model: str) -> None:
    path = make_wave(tmp_path / "a.wav", "x")
    assert "--speech-model DIR" in missing(path)
    assert "there is no such folder" in missing(path, speech_model=str(tmp_path / "none"))
    damaged = make_model(tmp_path / "damaged", b"xx")
    assert "does not load (File model.bin is incomplete)." in missing(path, speech_model=str(damaged))
    (damaged / "tokenizer.json").unlink()
    assert "tokenizer.json is not in it" in missing(path, speech_model=str(damaged))


def test_what_listens_has_no_network_whatever_a_library_asks(tmp_path: Path, model: str) -> None:
    Path(model, "calls").touch()  # the stand-in opens a socket, as a library does that looks for what its model lacks
    assert "does not load ([Errno 13] Permission denied)" in missing(make_wave(tmp_path / "a.wav", "x"), model)


def test_without_the_extra_the_refusal_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "PACKAGE", "no_module_of_this_name")
    path = make_wave(tmp_path / "a.wav", "x")
    said = refusal(path)
    assert "pip install 'claim-workbench[transcribe]'" in said
    assert "make subtitles of it first" in said


def test_it_can_be_stopped_in_its_middle(tmp_path: Path, model: str) -> None:
    path = make_wave(tmp_path / "a.wav", "x")
    Path(model, "hangs").touch()  # only being stopped ends it
    asked: list[None] = []
    told: list[int] = []

    def cancelled() -> bool:
        asked.append(None)
        return True

    def progress(done: int, total: int | None, what: str) -> None:
        told.append(done)

    options = ReadOptions(speech_model=model)
    with pytest.raises(BadInputError, match="stopped before its end"):
        list(read(path, as_evidence=True, options=options, progress=progress, cancelled=cancelled))
    assert told
    assert asked


def test_sound_becomes_one_array_and_its_parts_are_let_go_of() -> None:
    parts = [numpy.array([0, 16384], numpy.int16), numpy.array([], numpy.int16), numpy.array([-32768], numpy.int16)]
    sound = recordings.sound_of(parts)
    assert sound.dtype == numpy.float32
    assert sound.tolist() == [0.0, 0.5, -1.0]
    assert parts == []


def test_the_workspace_names_the_model(tmp_path: Path, model: str) -> None:
    workspace = Workspace.create(tmp_path / "w")
    with pytest.raises(BadInputError, match="no such folder"):
        change_setting(workspace, "speech_model", str(tmp_path / "none"))
    change_setting(workspace, "speech_model", model)
    assert reading(workspace, None).speech_model == model
    assert reading(workspace, ReadOptions(speech_model="other")).speech_model == "other"
