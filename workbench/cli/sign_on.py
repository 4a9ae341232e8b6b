"""Who a request comes from, as the proxy in front of `serve` says; and where only that proxy can knock.

Whoever can reach the server could name anybody in a header. So it is believed on a Unix socket that only its user (or
one group) may open, or on a loopback port together with a secret that only the proxy knows; and only where the header
stands there once, for a client's own may have been passed on beside it.
"""

from __future__ import annotations

import errno
import hmac
import os
import re
import socket
import stat
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from workbench.domain.errors import BadInputError
from workbench.domain.standing import person
from workbench.services.workspace import reviewer_name
from workbench.system.groups import group_number

MOST_A_MINUTE, MINUTE = 12, 60.0
"""Sessions that one person may begin in a minute."""
MOST_EACH = 4
"""Sessions that one person may have open, unless told otherwise: a desk in two places, and two that are ending."""
SECRET_HEADER = "X-Workbench-Secret"
"""What a proxy sends the secret in."""
SHORTEST_SECRET, LONGEST_SECRET = 24, 1_000
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,62}[A-Za-z0-9]")
_ANYBODYS = frozenset(
    ("host", "origin", "cookie", "authorization", "user-agent", "referer", "connection", "upgrade", "forwarded", "via")
)
"""Headers that every client sends, and that say nothing about who is signed in."""


class UnknownPersonError(Exception):
    """A request that does not come from the proxy, or whose header names nobody; its text may be shown."""


@dataclass(frozen=True, slots=True)
class SignOn:
    """What the proxy says who somebody is in, and the secret it shows (None: the socket is its own)."""

    header: str
    secret: bytes | None = field(default=None, repr=False)

    def reviewer(self, request: web.Request) -> str:
        """The name of whoever sent a request, as it stands in the header.

        Raises:
            UnknownPersonError: It does not come from the proxy, or the header does not name one person.
        """
        if self.secret is not None:
            shown = request.headers.getall(SECRET_HEADER, [])
            given = shown[0].encode("utf-8", "replace") if len(shown) == 1 else b""
            if not hmac.compare_digest(given, self.secret):
                raise UnknownPersonError("This desk is reached through its proxy alone.")
        names = request.headers.getall(self.header, [])
        if len(names) != 1:
            raise UnknownPersonError("The proxy does not say who you are: nobody is signed in.")
        try:
            reviewer_name(names[0])
        except BadInputError as error:
            raise UnknownPersonError(
                "The name that the proxy gives is not one that a reviewer can have: one line of 1 to 80 printable "
                "characters."
            ) from error
        return names[0]


class Admission:
    """How often each person may begin a session, and how many they may have open: a page that opens itself again and
    again must neither fill the record nor take the places of all others.

    Args:
        each: Sessions that one person may have open.
        clock: Seconds that only grow.
    """

    def __init__(self, each: int = MOST_EACH, clock: Callable[[], float] = time.monotonic) -> None:
        self.each = each
        self._clock = clock
        self._open = Counter[str]()
        self._begun: dict[str, deque[float]] = {}
        """When each began their last sessions, those whose last is longest ago at the front."""

    def is_full(self, name: str) -> bool:
        """Whether whoever has this name has as many sessions open as one person may."""
        return self._open[person(name)] >= self.each

    @contextmanager
    def open(self, name: str) -> Iterator[None]:
        """A session of theirs is open for as long as the block takes."""
        who = person(name)
        self._open[who] += 1
        try:
            yield
        finally:
            self._open[who] -= 1
            self._open += Counter()  # who has none is forgotten

    def admits(self, name: str) -> bool:
        """Whether whoever has this name may begin one more; it counts where they may."""
        now, who = self._clock(), person(name)
        mine = self._begun.pop(who, deque(maxlen=MOST_A_MINUTE))
        admitted = len(mine) < MOST_A_MINUTE or now - mine[0] >= MINUTE
        if admitted:
            mine.append(now)
        self._begun[who] = mine
        while now - next(iter(self._begun.values()))[-1] >= MINUTE and len(self._begun) > 1:
            del self._begun[next(iter(self._begun))]
        return admitted


def checked_header(name: str) -> str:
    """The name of a header that can say who is signed in.

    Raises:
        BadInputError: It is no such name.
    """
    if not _HEADER.fullmatch(name) or name.casefold() in {*_ANYBODYS, SECRET_HEADER.casefold()}:
        raise BadInputError(f"{name!r} is no header that a proxy tells a name in; give one such as X-Remote-User.")
    return name


def read_secret(path: Path) -> bytes:
    """The secret in a file that nobody else can read.

    Raises:
        BadInputError: It cannot be read, others can read it, or it is no secret.
    """
    try:
        with path.open("rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise BadInputError(f"{path} can be read by others: `chmod 600` it, for it holds a secret.")
            secret = file.read(LONGEST_SECRET + 1).strip()
    except OSError as error:
        raise BadInputError(f"the secret {path} cannot be read ({error.strerror}).") from error
    if not SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET or not secret.isascii() or b" " in secret:
        raise BadInputError(
            f"{path} holds no secret of {SHORTEST_SECRET} characters or more in one line; "
            "`openssl rand -hex 32` makes one."
        )
    if not secret.decode("ascii").isprintable():
        raise BadInputError(f"{path} holds more than one line; a secret is one.")
    return secret


def listen_at(path: Path, group: str | None) -> socket.socket:
    """A Unix socket that only this user, and the group where one is named, may open.

    Raises:
        BadInputError: Somebody listens there, something else lies there, or it cannot be made.
    """
    if not hasattr(socket, "AF_UNIX"):
        raise BadInputError("this system has no Unix sockets; use a port and --proxy-secret-file.")
    number = -1 if group is None else group_number(group)
    if number is None:
        raise BadInputError(f"there is no group {group!r} on this machine.")
    _clear(path)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)  # closed to others from its first moment on
    try:
        listening.bind(str(path))
        if group is not None:
            _give(path, group, number)
    except OSError as error:
        listening.close()
        if not isinstance(error, FileExistsError) and error.errno != errno.EADDRINUSE:
            path.unlink(missing_ok=True)
        lacks = f"there is no folder {path.parent}; make it first"
        why = lacks if isinstance(error, FileNotFoundError) else error.strerror or error
        raise BadInputError(f"cannot listen at {path}: {why}.") from error
    finally:
        os.umask(before)
    return listening


def _give(path: Path, group: str, number: int) -> None:
    """Let a group open a socket.

    Raises:
        OSError: It cannot be done.
    """
    try:
        os.chown(path, -1, number)
    except PermissionError as error:
        why = f"the user who runs this is not in the group {group}; add them to it"
        raise PermissionError(errno.EPERM, why) from error
    path.chmod(0o660)


def _clear(path: Path) -> None:
    """Take away a socket that a server which was killed left; nothing else."""
    try:
        if not stat.S_ISSOCK(path.lstat().st_mode):
            raise BadInputError(f"{path} is there already and is no socket; name another path.")
    except FileNotFoundError:
        return
    except OSError as error:
        raise BadInputError(f"cannot listen at {path}: {error.strerror or error}.") from error
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        try:
            asking.connect(str(path))
        except ConnectionRefusedError:
            path.unlink(missing_ok=True)
            return
        except OSError as error:
            raise BadInputError(f"cannot listen at {path}: {error.strerror or error}.") from error
    raise BadInputError(f"somebody listens at {path} already.")
