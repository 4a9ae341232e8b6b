"""A Ray cluster as this program uses it: one of this machine's cores for one command, or one that others started.

Nothing of it is imported before it is used. Nothing is told to Ray's makers, and where the cluster is ours, no cloud is
asked which machine this is.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import signal
import site
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from workbench.domain.errors import CollectionError, MissingExtraError
from workbench.system.cores import cores

LOCAL = "local"
"""In the place of an address: a cluster of this machine's cores, for this one command."""
STARTS = 4
"""How often a cluster of this machine is begun before it is given up: Ray gives each of its parts half a minute."""
STORE_BYTES = 200 * 2**20
"""Of shared memory for what is on its way; it is small and taken at once."""
SILENT = logging.CRITICAL + 1
"""What the library would print is told in a sentence."""
NEEDS = "Ray needs packages that are not installed: pip install 'claim-workbench[scale]'."


class RayCluster:
    """A cluster, begun when it is first asked for, and left (ended, where it is ours) by `close`.

    Args:
        address: `LOCAL`, or host and port of a cluster's head.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.folder = ""
        """Of this user alone, for what a cluster of this machine writes; "" before it is begun, and for others."""
        self._ray: Any = None
        self._ours = False

    @property
    def ray(self) -> Any:
        """The library, connected.

        Raises:
            CollectionError: No cluster answers.
            MissingExtraError: Ray is not installed.
        """
        if self._ray is None:
            ray = _ray(self.address == LOCAL)
            try:
                if not ray.is_initialized():
                    self._connect(ray)
            except BaseException:
                self.close()
                raise
            self._ray = ray
        return self._ray

    @property
    def cores(self) -> int:
        """Of all its machines together."""
        return max(1, int(self.ray.cluster_resources().get("CPU", 1)))

    def close(self) -> None:
        """Let go of the cluster, and end it where it was started here."""
        if self._ours:
            _ray(False).shutdown()
        self._ray, self._ours = None, False
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = ""

    def _connect(self, ray: Any) -> None:
        how: dict[str, Any] = {"log_to_driver": False, "logging_level": "error", "configure_logging": False}
        if self.address == LOCAL:
            self.folder = tempfile.mkdtemp(prefix="wbray")
            how |= {"num_cpus": cores(), "include_dashboard": False, "object_store_memory": STORE_BYTES}
            # Ray opens its folder to everyone: one inside ours, which is not, with a short name for its sockets
            how |= {"_node_ip_address": "127.0.0.1", "_temp_dir": str(Path(self.folder, "r"))}
        else:
            how["address"] = self.address
            self._knock()
        handlers = _handlers()
        self._ours = True
        try:
            for left in range(STARTS - 1, -1, -1):
                try:
                    with _no_cloud_asked(self.folder):
                        ray.init(**how)
                    break
                except Exception:  # a busy machine takes longer than Ray waits
                    ray.shutdown()
                    if not left or self.address != LOCAL:
                        raise
        except Exception as error:  # the library raises a dozen classes for "nobody answers" and "another version"
            why = " ".join(str(error).split())[:200] or type(error).__name__
            where = (
                "cannot be started on this machine" if self.address == LOCAL else f"does not answer at {self.address}"
            )
            raise CollectionError(f"Ray {where} ({why}).") from error
        finally:
            _set_handlers(handlers)

    def _knock(self) -> None:
        """See that somebody is there: Ray itself asks for minutes."""
        host, _, port = self.address.rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
        except (OSError, OverflowError) as error:
            raise CollectionError(f"no Ray cluster answers at {self.address} ({error}).") from error


def _ray(local: bool) -> Any:
    """The library; what it reads in the environment it reads when it is imported."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would tell its makers
    if local and "ray" not in sys.modules:
        # Ray listens on every interface and runs what it is sent: nobody else is to know the word.
        os.environ.setdefault("RAY_worker_niceness", "0")  # as much of the machine as a load without it
        os.environ.setdefault("RAY_AUTH_MODE", "token")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    try:
        ray = import_module("ray")
        import_module("ray.exceptions")
    except ImportError as error:
        raise MissingExtraError(NEEDS) from error
    logging.getLogger("ray").setLevel(SILENT)
    return ray


@contextmanager
def _no_cloud_asked(folder: str) -> Iterator[None]:
    """Start Ray without its question which cloud this is, sent to 169.254.169.254 and metadata.google.internal.

    Its service for reports to its makers asks that even where the reports are off, unless a file in the home folder
    says what the cluster is. The service alone is given such a home; "" for a cluster that others started.
    """
    if not folder:
        yield
        return
    Path(folder, "ray_bootstrap_config.yaml").write_text("{}\n", encoding="utf-8")
    home = {"HOME": folder, "PYTHONUSERBASE": site.getuserbase()}
    services: Any = import_module("ray._private.services")
    start = services.start_ray_process

    def started(
        command: list[str], kind: str, *args: Any, env_updates: dict[str, str] | None = None, **more: Any
    ) -> Any:
        own = {**(env_updates or {}), **home} if kind == "dashboard" else env_updates
        return start(command, kind, *args, env_updates=own, **more)

    services.start_ray_process = started
    try:
        yield
    finally:
        services.start_ray_process = start


def _handlers() -> dict[int, Any]:
    """What the program does on signals, which Ray would change."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}


def _set_handlers(handlers: dict[int, Any]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)
