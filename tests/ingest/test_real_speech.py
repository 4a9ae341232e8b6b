"""The real speech recogniser with a real model hears what is said, and nothing in silence (make test-models).

WORKBENCH_TEST_SPEECH names a folder with a Whisper model in the form of CTranslate2; the extra `transcribe` must be
installed, and espeak-ng speaks.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import wave
from pathlib import Path

import pytest

from tests.ingest.making import refusal
from workbench.domain.documents import Document
from workbench.ingest import ReadOptions, read

pytestmark = pytest.mark.models

SAID = (
    "The harbour ferry carried many people on Sunday.",
    "The council paid for the new bridge.",
    "The mayor said that the bridge will open in May.",
)
HEARD = {
    "ferry",
    "carried",
    "many",
    "people",
    "sunday",
    "council",
    "paid",
    "new",
    "bridge",
    "mayor",
    "said",
    "open",
    "may",
}


@pytest.fixture
def model() -> str:
    folder = os.environ.get("WORKBENCH_TEST_SPEECH")
    if not folder:
        pytest.skip("WORKBENCH_TEST_SPEECH names no speech model")
    if importlib.util.find_spec("faster_whisper") is None or shutil.which("espeak-ng") is None:
        pytest.skip("the extra `transcribe` or espeak-ng is not installed")
    return folder


def spoken(path: Path) -> Path:
    subprocess.run(["espeak-ng", "-v", "en-us", "-s", "140", "-w", str(path), " ".join(SAID)], check=True)
    return path


def test_what_is_said_is_heard_with_its_times(tmp_path: Path, model: str) -> None:
    path = spoken(tmp_path / "council.wav")
    with wave.open(str(path)) as file:
        seconds = file.getnframes() / file.getframerate()
    (found,) = read(path, as_evidence=False, options=ReadOptions(speech_model=model))
    assert isinstance(found, Document)
    words = set(re.findall(r"[a-z]+", found.text.lower()))
    assert len(words & HEARD) >= 10, found.text
    assert found.machine is not None
    assert found.machine.startswith("speech recognition by faster-whisper ")
    times = [(one.begins, one.ends) for one in found.segments]
    assert times == sorted(times)
    assert all(begins is not None and ends is not None and 0 <= begins < ends <= seconds + 1 for begins, ends in times)
    assert all(one.confidence is not None and 0 < one.confidence <= 1 for one in found.segments)


def test_in_silence_and_noise_nobody_speaks(tmp_path: Path, model: str) -> None:
    for name, frame in (("silence.wav", b"\x00\x00"), ("hum.wav", b"\x40\x00" * 40 + b"\xc0\xff" * 40)):
        with wave.open(str(tmp_path / name), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16_000)
            file.writeframes(frame * (16_000 * 20 * 2 // len(frame)))
        assert "nobody speaks in the recording" in refusal(tmp_path / name, isolate=True, speech_model=model)
