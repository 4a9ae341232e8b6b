"""Models and index for whoever works here: those of the process that serves the workspace, where there is one.

Without one everything is loaded here, as if there were no such thing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder, Parser, SentenceScorer, VectorIndex
    from workbench.index.manifest import Manifest
    from workbench.index.opened import OpenIndex
    from workbench.inference.client import SharedProcess
    from workbench.inference.shared_models import EncoderFacts, SharedStanceModel
    from workbench.models.plugin_models import PluginStanceModel
    from workbench.models.reranker import CrossEncoderReranker
    from workbench.models.stance import OnnxStanceModel

    AnyStanceModel = OnnxStanceModel | CrossEncoderReranker | PluginStanceModel | SharedStanceModel

_served: Path | None = None
_process: SharedProcess | None = None
_lock = threading.Lock()


def share(workspace: Path | None) -> None:
    """From here on ask the process that serves this workspace; None: ask nobody. Nothing is opened or loaded yet."""
    global _served, _process
    with _lock:
        if _process is not None:
            _process.close()
        _served, _process = workspace, None


def _there() -> SharedProcess | None:
    """The process that serves the workspace, where it answers."""
    global _process
    with _lock:
        if _served is None:
            return None
        if _process is None:
            from workbench import __version__
            from workbench.inference.client import SharedProcess
            from workbench.inference.meeting_place import MeetingPlace

            _process = SharedProcess(MeetingPlace(_served), __version__)
        process = _process
    return process if process.is_there() else None


def shared_encoder(facts: EncoderFacts, own: Callable[[], Encoder]) -> Encoder:
    """The encoder that is meant; `own` loads it here.

    Raises:
        ModelUnavailableError: It is to be loaded here, and cannot be.
    """
    process = _there()
    if process is None:
        return own()
    from workbench.inference.shared_models import SharedEncoder

    return SharedEncoder(process, facts, own)


def encoder_for(model: str | None = None, precision: str = "float32") -> Encoder:
    """The encoder of a name, see `load_encoder`; only the one in the package is shared.

    Raises:
        BadInputError: The precision is unknown, or not to be had for this model.
        ModelUnavailableError: It is to be loaded here, and cannot be.
    """
    from workbench.models.encoder import DEFAULT_MODEL, PRECISIONS, encoder_key, load_encoder
    from workbench.models.minilm import HIDDEN, SHA256

    own = partial(load_encoder, model, precision)
    if precision not in PRECISIONS or (model or DEFAULT_MODEL).removeprefix("sentence-transformers/") != DEFAULT_MODEL:
        return own()
    from workbench.inference.shared_models import EncoderFacts

    return shared_encoder(EncoderFacts(None, precision, encoder_key(None, precision), SHA256, HIDDEN), own)


def parser() -> Parser:
    """The English parser.

    Raises:
        ModelUnavailableError: It is to be loaded here, and cannot be.
    """
    from workbench.models.parser import PARSER_KEY, load_parser

    process = _there()
    if process is None:
        return load_parser()
    from workbench.inference.shared_models import SharedParser

    return SharedParser(process, PARSER_KEY, load_parser)


def stance_model(name: str | None = None) -> AnyStanceModel:
    """The stance model of a name, see `load_reranker`.

    A folder named from where one stands is loaded here: what its judgements are remembered under holds that name.

    Raises:
        ModelUnavailableError: It is to be loaded here, and cannot be.
    """
    from workbench.models.reranker import load_reranker

    here = name is not None and Path(name).is_dir() and not Path(name).is_absolute()
    return load_reranker(name) if here else reranker_for(name)


def reranker_for(name: str | None = None) -> AnyStanceModel:
    """The reranker of a name, see `load_reranker`.

    Raises:
        ModelUnavailableError: It is to be loaded here, and cannot be.
    """
    from workbench.models.reranker import is_shipped, load_reranker

    process = _there()
    if process is None:
        return load_reranker(name)
    from workbench.inference.client import NotSharedError
    from workbench.inference.shared_models import NAMED, SharedStanceModel, StanceFacts, facts_in

    if is_shipped(name) or name is None:
        from workbench.models.stance import stance_card

        card = stance_card()
        facts = StanceFacts(card.key, card.fingerprint, card.weighing, card.weight)
        return SharedStanceModel(process, facts, load_reranker)
    from workbench.models.plugin_models import is_of_plugin

    plugin = is_of_plugin(name)
    asked = str(Path(name).absolute()) if not plugin and Path(name).is_dir() else name
    try:
        facts = facts_in(process.ask(NAMED, {"model": asked, "plugin": plugin}), asked, plugin)
    except NotSharedError:
        return load_reranker(name)
    return SharedStanceModel(process, facts, partial(load_reranker, name))


def checkworthiness() -> SentenceScorer:
    """What tells how worth checking sentences are.

    Raises:
        ModelUnavailableError: It is to be loaded here, and cannot be.
    """
    from workbench.models.checkworthiness import CHECKWORTHINESS_KEY, load_checkworthiness

    process = _there()
    if process is None:
        return load_checkworthiness()
    from workbench.inference.shared_models import SharedCheckworthiness

    return SharedCheckworthiness(process, CHECKWORTHINESS_KEY, load_checkworthiness)


def load_encoder_of_stances() -> None:
    """Load the encoder that the stance model leans on, where that is not shared; later uses find it loaded.

    Raises:
        ModelUnavailableError: It is not on this machine, or damaged.
    """
    if _there() is None:
        from workbench.models.encoder import load_encoder

        load_encoder(precision="int8")


def opened_index(folder: Path) -> OpenIndex | None:
    """The index in use, None without one; who searches it by meaning is the process that keeps it open for all.

    Raises:
        IndexProblemError: It is damaged, foreign or of another version.
    """
    from workbench.index.opened import open_index

    process = _there()
    if process is None:
        return open_index(folder)
    from workbench.inference.shared_models import SharedNeighbours

    def neighbours(manifest: Manifest, exact: VectorIndex, own: Callable[[], VectorIndex]) -> VectorIndex:
        return SharedNeighbours(process, manifest.identity, exact, own)

    return open_index(folder, neighbours)
