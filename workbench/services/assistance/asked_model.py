"""The language model of a workspace, and waiting for it no longer than is wanted."""

from __future__ import annotations

import os
import threading
import time
from typing import Any

from workbench.assistants.openai_client import ChatModel, checked_endpoint, is_loopback
from workbench.domain.errors import BadInputError, ModelUnavailableError
from workbench.domain.ports import Cancelled
from workbench.services.assistance.evidence_tools import refuse_confidential
from workbench.services.assistance.suggesting import DEFAULT_ENDPOINT
from workbench.services.workspace import Workspace

KEY = "WORKBENCH_LLM_KEY"
LOOK_SECONDS = 0.1


def model_asked(
    workspace: Workspace,
    *,
    endpoint: str | None = None,
    model: str | None = None,
    seconds: float = 60.0,
    most: int | None = None,
) -> ChatModel:
    """The model that is asked: as named, else as the settings say; one of another machine has to be named.

    Raises:
        BadInputError: No model is named, the address is no address, one of another machine is only a setting, or the
            workspace is confidential.
    """
    refuse_confidential(workspace)
    settings = workspace.settings()
    where = checked_endpoint(endpoint or settings.get("llm_endpoint") or DEFAULT_ENDPOINT)
    name = model or settings.get("llm_model")
    if not name:
        raise BadInputError("which model? Give --model NAME, or set it with `workbench setting llm_model NAME`.")
    if not endpoint and not is_loopback(where):
        raise BadInputError(f"{where} is not on this machine; name it each time with --endpoint.")
    return ChatModel(where, name, key=os.environ.get(KEY, ""), seconds=seconds, most=most)


class StoppableModel:
    """A model that is waited for no longer than is wanted; what it answers after that is let go of.

    An endpoint that sends a byte now and then keeps the client waiting beyond the time it was given: not this one.

    Args:
        model: What is asked.
        cancelled: Whether it is to be stopped.
    """

    def __init__(self, model: ChatModel, cancelled: Cancelled = lambda: False) -> None:
        self._model, self._cancelled = model, cancelled
        self.name, self.endpoint = model.name, model.endpoint

    def ask(self, messages: list[dict[str, str]], schema: dict[str, Any], tokens: int) -> str:
        """The words of its answer.

        Raises:
            BadInputError: It was stopped.
            ModelUnavailableError: It takes too long, whatever it sends meanwhile.
            WorkbenchError: As the model's own `ask`.
        """
        given: list[str | BaseException] = []

        def asking() -> None:
            try:
                given.append(self._model.ask(messages, schema, tokens))
            except BaseException as error:  # raised again where somebody waits for it
                given.append(error)

        thread = threading.Thread(target=asking, name="asking", daemon=True)
        thread.start()
        until = time.monotonic() + self._model.seconds + LOOK_SECONDS
        while thread.is_alive():
            thread.join(LOOK_SECONDS)
            if time.monotonic() > until and thread.is_alive():
                raise ModelUnavailableError(self._model.too_long)
            if self._cancelled() and thread.is_alive():
                raise BadInputError("asking the language model was stopped; nothing was kept.")
        [one] = given
        if isinstance(one, BaseException):
            raise one
        return one
