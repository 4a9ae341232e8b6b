"""How Milvus is reached: its packages loaded when they are first needed, and what it refuses put in a sentence."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workbench.domain.errors import CollectionError, MissingExtraError

CONNECT_SECONDS = 10.0
NEEDS = "collections need packages that are not installed: pip install 'claim-workbench[scale]'."
SILENT = logging.CRITICAL + 1
CHANNEL = {"grpc.keepalive_time_ms": 300_000, "grpc.keepalive_permit_without_calls": False}
"""A desk that is idle asks the server for no sign of life: Milvus Lite ends connections that ask often."""


def is_remote(uri: str) -> bool:
    """Whether a collection is on a server, and not in a file."""
    return uri.startswith(("http://", "https://"))


def shown(uri: str) -> str:
    """Where a collection is, in words."""
    return f"Milvus at {urlsplit(uri).netloc}" if is_remote(uri) else f"Milvus Lite in {uri}"


def client_of(uri: str, token: str, *, make: bool) -> Any:
    """A connection.

    Args:
        uri: Address of a server, or the path of a Milvus Lite folder.
        token: What the server knows its users by; "" for none.
        make: Whether a Milvus Lite folder that is not there is made.
    Raises:
        MissingExtraError: The packages are not installed.
        CollectionError: Nothing answers there, it refuses, or another program has the folder.
    """
    os.environ.setdefault("GRPC_VERBOSITY", "NONE")  # it would write across the screen
    try:
        import pymilvus

        if not is_remote(uri):
            import_module("milvus_lite.server_manager")  # which pymilvus starts
    except ImportError as error:
        raise MissingExtraError(NEEDS) from error
    if not is_remote(uri):
        _check_folder(Path(uri), make)
    # what they would print of their errors is told in a sentence
    for name in ("pymilvus", "grpc"):
        logging.getLogger(name).setLevel(SILENT)
    with told(uri), _refusals() as refused:
        try:
            return pymilvus.MilvusClient(uri, token=token, timeout=CONNECT_SECONDS, grpc_options=CHANNEL)
        except pymilvus.MilvusException as error:
            if any("another process holds the lock" in words for words in refused):
                raise CollectionError(
                    f"{uri} is in use by another program: a Milvus Lite folder serves one at a time. Close the other, "
                    "or start `milvus-lite server` on it and name its address."
                ) from error
            if refused:
                raise CollectionError(f"{uri} cannot be opened by Milvus Lite: {refused[-1]}.") from error
            raise


@contextmanager
def told(uri: str) -> Iterator[None]:
    """Put what goes wrong inside in a sentence.

    Raises:
        CollectionError: Something went wrong.
    """
    import grpc
    import pymilvus

    try:
        yield
    except pymilvus.MilvusException as error:
        raise CollectionError(_sentence(uri, str(error.message or error))) from error
    except grpc.RpcError as error:
        code = getattr(error, "code", None)
        name = code().name if callable(code) else ""
        raise CollectionError(_sentence(uri, f"{name} {error}")) from error
    except OSError as error:
        raise CollectionError(_sentence(uri, error.strerror or str(error))) from error


def _sentence(uri: str, words: str) -> str:
    where, lowered = shown(uri), words.casefold()
    if "no space left" in lowered or "disk quota" in lowered or "resource_exhausted" in lowered:
        return f"{where}: the disk there is full; what was written before is kept. Make room, then run the same again."
    if "auth" in lowered and ("fail" in lowered or "unauth" in lowered or "denied" in lowered or "check" in lowered):
        return f"{where} refuses the token; give the right one (docs/scaling.md says where)."
    if "permission" in lowered:
        return f"{where} does not allow this ({_line(words)})."
    if any(sign in lowered for sign in ("connect", "unavailable", "deadline", "timeout", "timed out")):
        return f"{where} does not answer; is it running?"
    return f"{where} answers: {_line(words)}."


def _check_folder(path: Path, make: bool) -> None:
    if path.exists() and not path.is_dir():
        raise CollectionError(f"{path} is a file, and no folder of Milvus Lite; give another path.")
    if not path.exists() and not make:
        raise CollectionError(f"{path} is not there (any more): bring it back, or detach its collections.")
    if not path.parent.is_dir():
        raise CollectionError(f"there is no folder {path.parent} to keep the collection in.")


@contextmanager
def _refusals() -> Iterator[list[str]]:
    """Why Milvus Lite does not start, which it logs and does not raise."""
    words: list[str] = []

    class Listening(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            error = record.exc_info[1] if record.exc_info else None
            words.append(_line(str(error) if error is not None else record.getMessage()))

    logger = logging.getLogger("milvus_lite")
    handler, passed_on = Listening(logging.ERROR), logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield words
    finally:
        logger.removeHandler(handler)
        logger.propagate = passed_on


def _line(words: str) -> str:
    return " ".join(words.split())[:200].rstrip(".")
