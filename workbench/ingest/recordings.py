"""Speech in recordings of sound and video, made into words by a machine. Needs the extra `transcribe`.

The model, a Whisper model in the form of CTranslate2, is brought by the user; nothing is downloaded. What is silent
goes to no model: whether anybody speaks is told by the detector of voices in the package faster-whisper first.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import math
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.domain.documents import Segment
from workbench.domain.errors import BadInputError
from workbench.ingest.cue_joining import joined
from workbench.ingest.cues import Cue
from workbench.ingest.heartbeat import advance, beat
from workbench.ingest.item import Found, Item, shown
from workbench.ingest.options import MissingReaderError, UnreadableError
from workbench.ingest.plain import fields_of, offer_name_date, whole_file

PACKAGE = "faster_whisper"
NEEDS = "install the extra: pip install 'claim-workbench[transcribe]'"
MODEL_FILES = ("model.bin", "config.json", "tokenizer.json")
"""Files of a model's folder; without the last one the library would ask the network for it."""
RATE = 16_000
"""Samples a second that the models hear."""
LONGEST = 6 * 3600
"""Seconds of a recording that is read at all."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said from one second to another, and how sure the machine is of it (0…1)."""

    begins: float
    ends: float
    text: str
    confidence: float


def available() -> bool:
    """Whether the extra that reads them is installed."""
    return importlib.util.find_spec(PACKAGE) is not None


def checked_model(folder: str) -> Path:
    """The folder of a model, absolute.

    Raises:
        BadInputError: It is no folder, or a file of the model is not in it.
    """
    path = Path(folder).expanduser()
    what = f"the speech model {shown(folder)}"
    if not path.is_dir():
        raise BadInputError(f"{what}: there is no such folder; name the folder of a Whisper model for CTranslate2.")
    if lacking := [name for name in MODEL_FILES if not (path / name).is_file()]:
        raise BadInputError(f"{what}: {' and '.join(lacking)} is not in it; it needs {', '.join(MODEL_FILES)}.")
    return path.resolve()


class Transcriber:
    """A model that is loaded: sound in, what was said out."""

    def __init__(self, folder: Path) -> None:
        """Load a model.

        Raises:
            MissingReaderError: It is damaged, or of another kind.
        """
        os.environ["HF_HUB_OFFLINE"] = "1"  # nothing is asked of the network, whatever the model lacks
        from faster_whisper import WhisperModel

        self.folder = folder
        try:
            self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
            with (folder / "model.bin").open("rb") as file:
                self.digest = hashlib.file_digest(file, "sha256").hexdigest()
        except (MemoryError, ImportError):
            raise
        except Exception as error:  # the library raises whatever its parts raise
            why = shown(str(error).splitlines()[0] if str(error) else type(error).__name__)[:200].rstrip(".")
            raise MissingReaderError(f"the speech model {shown(folder)} does not load ({why})") from None

    @property
    def name(self) -> str:
        """Program and model, for the record."""
        version = importlib.metadata.version("faster-whisper")
        return f"speech recognition by faster-whisper {version}, model {shown(self.folder.name)} {self.digest[:12]}"

    def hear(self, samples: Any, language: str | None) -> tuple[str, Iterator[Heard]]:
        """The language of a recording, and what is said in it, as it is understood."""
        found, info = self._model.transcribe(
            samples,
            language=language if language in self._model.supported_languages else None,
            vad_filter=True,  # what is silent is not listened to: models hear words in silence
            condition_on_previous_text=False,  # else a model that begins to repeat itself goes on
            no_speech_threshold=0.6,
        )
        return info.language, (
            Heard(one.start, one.end, one.text.strip(), round(min(1.0, math.exp(one.avg_logprob)), 2)) for one in found
        )


_loaded: Transcriber | None = None


def _transcriber(folder: Path) -> Transcriber:
    global _loaded
    if _loaded is None or _loaded.folder != folder:
        _loaded = Transcriber(folder)
    return _loaded


def samples_of(item: Item) -> tuple[Any, bool]:
    """The sound of a recording as the models hear it (float32, one channel), and whether it breaks off.

    Raises:
        UnreadableError: There is no sound in it, it is damaged, or longer than is read.
    """
    import av

    parts: list[Any] = []
    length = 0
    broken = False
    with item.open() as file:
        try:
            container = av.open(file, metadata_errors="ignore")
        except (av.FFmpegError, ValueError, OSError):
            raise UnreadableError("it is no recording that can be read, or is damaged or cut short") from None
        with container:
            if not container.streams.audio:
                raise UnreadableError("there is no sound in it")
            resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
            try:
                for frame in container.decode(container.streams.audio[0]):
                    beat()
                    for made in resampler.resample(frame):
                        parts.append(made.to_ndarray().reshape(-1))
                        length += len(parts[-1])
                    if length > LONGEST * RATE:
                        raise UnreadableError(f"it is longer than {LONGEST // 3600} hours; cut it into parts")
            except (av.FFmpegError, ValueError, OSError) as error:
                if isinstance(error, UnreadableError):
                    raise
                broken = True
            with contextlib.suppress(av.FFmpegError, ValueError):
                parts += [made.to_ndarray().reshape(-1) for made in resampler.resample(None)]
    if not parts:
        raise UnreadableError("it is no recording that can be read, or is damaged or cut short")
    return sound_of(parts), broken


def sound_of(parts: list[Any]) -> Any:
    """Stretches of 16-bit sound as one of float32 (-1 to 1); each is let go of as it goes in: hours take gigabytes."""
    import numpy

    sound = numpy.empty(sum(map(len, parts)), numpy.float32)
    at = 0
    parts.reverse()
    while parts:
        part = parts.pop()
        sound[at : at + len(part)] = part
        at += len(part)
    sound /= 32768.0
    return sound


def anybody_speaks(samples: Any) -> bool:
    """Whether there is a voice in the sound."""
    from faster_whisper.vad import get_speech_timestamps

    return bool(get_speech_timestamps(samples))


def read_recording(item: Item) -> Found:
    """A recording becomes one document of what is said in it, marked as made by a machine, with times and confidences.

    Raises:
        MissingReaderError: The extra or the model is missing, or the model does not load.
        UnreadableError: The recording is damaged, without sound, too long, or nobody speaks in it.
    """
    if not available():
        raise MissingReaderError(
            f"it is a recording of sound or video; to have what is said made into words, {NEEDS}, "
            "or make subtitles of it first (.srt or .vtt)"
        )
    if item.options.speech_model is None:
        raise MissingReaderError(
            "it is a recording of sound or video; to have what is said made into words, name the folder of a Whisper "
            "model (--speech-model DIR, or the setting speech_model), or make subtitles of it first (.srt or .vtt)"
        )
    try:
        folder = checked_model(item.options.speech_model)
    except BadInputError as error:
        raise MissingReaderError(str(error).rstrip(".")) from None
    item.check_size(item.options.limits.recording)
    samples, broken = samples_of(item)
    seconds = len(samples) / RATE
    if not anybody_speaks(samples):
        raise UnreadableError("nobody speaks in the recording")
    advance(0, seconds)
    transcriber = _transcriber(folder)
    language, spoken = transcriber.hear(samples, item.options.language)
    heard: list[Heard] = []
    for one in spoken:
        advance(min(one.ends, seconds), seconds)
        if one.text:
            heard.append(one)
    if not heard:
        raise UnreadableError("nobody speaks in the recording so that the model understands it")
    text, segments = joined([Cue(one.begins, one.ends, one.text) for one in heard])
    fields = fields_of(item)
    fields.offer("language", language, "heard by the speech model", guessed=True)
    offer_name_date(item, fields)
    fields.offer("title", item.name.rpartition(".")[0].replace("_", " "), "the file name", guessed=True)
    sure = [one.confidence for one in heard]
    fields.note("text", f"{transcriber.name}, {len(heard):,} stretches, confidence {min(sure):.2f} to {max(sure):.2f}")
    yield from whole_file(
        item,
        fields,
        text,
        item.sha256(),
        segments=with_confidence(segments, heard),
        machine=transcriber.name,
        left_out=("it breaks off or is damaged; what could be heard went in",) if broken else (),
    )


def with_confidence(segments: tuple[Segment, ...], heard: list[Heard]) -> tuple[Segment, ...]:
    """The stretches of a text with how sure the machine is of each, found by when they begin."""
    sure: dict[float | None, float] = {}
    for one in heard:
        sure[one.begins] = min(one.confidence, sure.get(one.begins, 1.0))
    return tuple(replace(segment, confidence=sure.get(segment.begins)) for segment in segments)
