"""A stand-in for the libraries of the extra `transcribe`, which are too large for every test run.

It is put into a folder as the modules `faster_whisper` and `av`, which the real child process imports. Wave files are
really decoded; the model "hears" a sentence for each stretch of a loud tone and nothing in silence, and loads only what
is a model. The real libraries with a real model: tests/ingest/test_real_speech.py.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

AV = """
import wave
import numpy


class FFmpegError(Exception):
    pass


class _Frame:
    def __init__(self, data):
        self.data = data

    def to_ndarray(self):
        return self.data.reshape(1, -1)


class AudioResampler:
    def __init__(self, format, layout, rate):
        assert (format, layout, rate) == ("s16", "mono", 16000)

    def resample(self, frame):
        return [] if frame is None else [frame]


class _Streams:
    def __init__(self, audio):
        self.audio = audio


class _Container:
    def __init__(self, file):
        self.streams = _Streams([])
        head = file.read(12)
        file.seek(0)
        if head[:4] == b"OggS":  # a film without sound
            return
        try:
            self.wave = wave.open(file)
        except (wave.Error, EOFError) as error:
            raise FFmpegError(str(error)) from None
        assert self.wave.getframerate() == 16000
        self.streams = _Streams([self.wave])

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def decode(self, stream):
        given = 0
        while data := stream.readframes(16000):
            whole = numpy.frombuffer(data[: len(data) // 2 * 2], dtype=numpy.int16)
            given += len(whole)
            yield _Frame(whole)
        if given < stream.getnframes():
            raise FFmpegError("cut short")


def open(file, metadata_errors):
    return _Container(file)
"""
WHISPER = """
from types import SimpleNamespace
import os
import numpy
from faster_whisper.vad import get_speech_timestamps


class WhisperModel:
    supported_languages = ["en", "de"]

    def __init__(self, folder, device, compute_type, local_files_only):
        assert local_files_only and os.environ["HF_HUB_OFFLINE"] == "1"
        self.folder = folder
        with open(os.path.join(folder, "model.bin"), "rb") as file:
            if file.read(5) != b"model":
                raise RuntimeError("File model.bin is incomplete\\nand more")
        if os.path.exists(os.path.join(self.folder, "calls")):
            import socket

            socket.create_connection(("127.0.0.1", 9))

    def transcribe(self, samples, *, language, vad_filter, condition_on_previous_text, no_speech_threshold):
        assert samples.dtype == numpy.float32 and vad_filter and not condition_on_previous_text

        if os.path.exists(os.path.join(self.folder, "hangs")):
            import time

            time.sleep(3600)

        def found():
            for number, stretch in enumerate(get_speech_timestamps(samples), start=1):
                start, end = stretch["start"] / 16000, stretch["end"] / 16000
                text = f" The bell rang for the {number}th time in 1921."
                yield SimpleNamespace(start=start, end=end, text=text, avg_logprob=-0.1 * number)

        return found(), SimpleNamespace(language=language or "en")
"""
VAD = """
import numpy


def get_speech_timestamps(samples):
    loud = [bool(numpy.abs(samples[at : at + 16000]).max() > 0.1) for at in range(0, len(samples), 16000)]
    found = []
    for second, speaks in enumerate(loud):
        if speaks and found and found[-1]["end"] == second * 16000:
            found[-1]["end"] += 16000
        elif speaks:
            found.append({"start": second * 16000, "end": (second + 1) * 16000})
    return found
"""


def make_libraries(folder: Path) -> Path:
    """Put the stand-ins into a folder that the path of modules may name."""
    package = folder / "faster_whisper"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(WHISPER)
    (package / "vad.py").write_text(VAD)
    (folder / "av.py").write_text(AV)
    named = folder / "faster_whisper-1.2.1.dist-info"
    named.mkdir()
    (named / "METADATA").write_text("Metadata-Version: 2.1\nName: faster-whisper\nVersion: 1.2.1\n")
    return folder


def make_model(folder: Path, content: bytes = b"model of bells") -> Path:
    """A folder with the files of a model."""
    folder.mkdir()
    (folder / "model.bin").write_bytes(content)
    for name in ("config.json", "tokenizer.json"):
        (folder / name).write_text("{}")
    return folder


def make_wave(path: Path, loud: str) -> Path:
    """A wave file with a second for each sign: a tone for "x", silence for anything else."""
    tone = struct.pack("<16000h", *(int(12_000 * math.sin(n / 5)) for n in range(16_000)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(b"".join(tone if sign == "x" else bytes(32_000) for sign in loud))
    return path
