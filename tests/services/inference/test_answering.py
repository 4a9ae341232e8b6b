"""What the process that serves a workspace does of a question."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from workbench.inference.frames import Frame
from workbench.models import pair_network
from workbench.models.onnx_session import OnnxSession, load_tokenizer
from workbench.models.pair_network import PairNetwork
from workbench.models.stance import OnnxStanceModel, load_stance
from workbench.services.inference import answering
from workbench.services.inference.answering import Answers

PAIRS = [["The mill opened in 1987.", f"The mill has {number} looms."] for number in range(3)]


class Counting:
    """A session that counts the pairs it is given."""

    def __init__(self, session: OnnxSession) -> None:
        self._session = session
        self.pairs = 0

    def run(self, inputs: dict[str, NDArray[np.int64]]) -> dict[str, NDArray[np.float32]]:
        self.pairs += len(inputs["input_ids"])
        return self._session.run(inputs)


@pytest.mark.parametrize("what", ["stances", "relevance"])
def test_of_more_pairs_than_are_remembered_each_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """And it is told how far that is; reading some a second time would tell nobody."""
    shipped = load_stance()
    sessions = [Counting(network._session) for network in shipped.networks]
    networks = [PairNetwork(session, load_tokenizer(), "") for session in sessions]  # type: ignore[arg-type]
    model = OnnxStanceModel(networks, shipped._card)
    monkeypatch.setattr(pair_network, "REMEMBERED", 1)
    monkeypatch.setattr(answering, "load_stance", lambda: model)
    told: list[int] = []
    frame = Frame({"fingerprint": model.fingerprint, "pairs": PAIRS})
    answer = getattr(Answers(tmp_path), what)(frame, lambda done, total: told.append(total))
    assert len(answer.said["rows"]) == sessions[0].pairs == len(PAIRS)
    assert sessions[1].pairs == (len(PAIRS) if what == "stances" else 0)
    assert set(told) == {len(PAIRS)}
