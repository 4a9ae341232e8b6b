"""Files in object storage: S3, and what answers like it. Listed and fetched by pyarrow, which comes with the extra.

Who asks is known by the environment alone (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN), and so is
where (AWS_ENDPOINT_URL, AWS_REGION): no key of a file is taken, and no cloud is asked which machine this is. Without
keys only what is open to everybody is read.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from workbench.domain.errors import BadInputError, CollectionError, MissingExtraError

SCHEME = "s3://"
KEY, SECRET, TOKEN = "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"
ENDPOINT, REGION = "AWS_ENDPOINT_URL", "AWS_REGION"
NEEDS = "object storage needs packages that are not installed: pip install 'claim-workbench[scale]'."
CONNECT_SECONDS, ANSWER_SECONDS, ATTEMPTS = 10, 60, 3
CHUNK = 1 << 20
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_USER = re.compile(r"(?:(?<=//)|^)[^/]*@")
"""Name and password in the address of a server, with a scheme or without."""
_CODE = re.compile(r"AWS Error ([A-Z_]{2,60})")
_REFUSED = ("ACCESS_DENIED", "SIGNATURE_DOES_NOT_MATCH", "INVALID_ACCESS_KEY_ID", "INVALID_CLIENT_TOKEN_ID",
            "UNRECOGNIZED_CLIENT", "EXPIRED_TOKEN", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN")  # fmt: skip
_SHORT = "flush response stream"
"""Of a refusal that takes more bytes than the file: the library has no room for it, and does not read why."""
_SILENT = ("NETWORK_CONNECTION", "SERVICE_UNAVAILABLE", "SLOW_DOWN", "REQUEST_TIMEOUT", "INTERNAL_FAILURE")


class NotFetchedError(Exception):
    """One file cannot be had; the text is a clause that says why. Others may be."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file there.

    Attributes:
        address: s3://bucket/name.
        inside: Its name below what was asked for.
    """

    address: str
    inside: str


class ObjectStorage:
    """What lies under one address.

    Args:
        address: s3://bucket, or s3://bucket/name of a file or a folder; every blank and accent of a name counts.
        called: The address as it is told; left out: as it is.

    Raises:
        BadInputError: It is no such address, or the environment says half of who asks.
        MissingExtraError: The packages are not installed.
    """

    def __init__(self, address: str, called: str = "") -> None:
        bucket, _, name = address[len(SCHEME) :].partition("/")
        if not _BUCKET.fullmatch(bucket):
            raise BadInputError(
                "this is no address of object storage: give s3://BUCKET or s3://BUCKET/NAME; keys and server "
                f"come from the environment ({KEY}, {SECRET}, {ENDPOINT})."
            )
        self.address, self.exact, self._bucket = called or address, address, bucket
        self._path = f"{bucket}/{name}".rstrip("/")
        self._server = os.environ.get(ENDPOINT, "").strip()
        self._called = _USER.sub("", self._server) or "Amazon's object storage"
        self._known = bool(os.environ.get(KEY))
        if self._known != bool(os.environ.get(SECRET)):
            there, lacking = (KEY, SECRET) if self._known else (SECRET, KEY)
            raise BadInputError(f"the environment holds {there} but not {lacking}; set both, or none of them.")
        # Without this the library asks 169.254.169.254 who this machine is.
        os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
        try:
            self._library: Any = import_module("pyarrow.fs")
        except ImportError as error:
            raise MissingExtraError(NEEDS) from error
        with self._told():
            self._files = self._library.S3FileSystem(**self._settings())

    @property
    def server(self) -> str:
        """Digest that tells the server from others; names and passwords may be part of its address."""
        return hashlib.sha256(self._server.encode()).hexdigest()

    def files(self) -> list[StoredFile]:
        """The files, in the order of their names, without hidden ones.

        Raises:
            BadInputError: There is no such bucket or name, or it is not for whoever asks.
            CollectionError: The server does not answer.
        """
        kinds = self._library.FileType
        with self._told():
            found = self._files.get_file_info(self._path)
            if found.type == kinds.File:
                return [StoredFile(f"{SCHEME}{self._path}", found.base_name)]
            if found.type == kinds.NotFound:
                bucket = self._files.get_file_info(self._bucket)
                what = "there is no such file or folder" if bucket.type != kinds.NotFound else self._no_bucket
                raise BadInputError(f"{self.address}: {what}.")
            below = self._files.get_file_info(self._library.FileSelector(self._path, recursive=True))
        named = sorted(one.path for one in below if one.type == kinds.File)
        inside = [(path, path[len(self._path) + 1 :]) for path in named]
        return [StoredFile(f"{SCHEME}{path}", name) for path, name in inside if not _is_hidden(name)]

    def is_there(self, one: StoredFile) -> bool:
        """Whether a file may be had.

        Raises:
            BadInputError: It is not for whoever asks.
            CollectionError: The server does not answer.
        """
        with self._told():
            found = self._files.get_file_info(one.address[len(SCHEME) :])
        return bool(found.type == self._library.FileType.File)

    def fetch(self, one: StoredFile, path: Path) -> None:
        """Write a file to `path`, which is not there yet.

        Raises:
            NotFetchedError: It is gone, or not for whoever asks.
            CollectionError: The server does not answer.
            OSError: It cannot be written.
        """
        try:
            with self._told():
                stream = self._files.open_input_stream(one.address[len(SCHEME) :])
            with stream, path.open("xb") as copy:
                while True:
                    with self._told():
                        part = stream.read(CHUNK)
                    if not part:
                        return
                    copy.write(part)
        except CollectionError:
            raise
        except BadInputError as error:
            path.unlink(missing_ok=True)
            raise NotFetchedError(str(error).removeprefix(f"{self.address}: ").removesuffix(".")) from error

    def _settings(self) -> dict[str, Any]:
        region = os.environ.get(REGION) or os.environ.get("AWS_DEFAULT_REGION") or "us-east-1"
        who: dict[str, Any] = {"anonymous": True}
        if self._known:
            who = {"access_key": os.environ[KEY], "secret_key": os.environ[SECRET]}
            if os.environ.get(TOKEN):
                who["session_token"] = os.environ[TOKEN]
        return {
            **who,
            **({"endpoint_override": self._server} if self._server else {}),
            "region": region,
            "connect_timeout": CONNECT_SECONDS,
            "request_timeout": ANSWER_SECONDS,
            "retry_strategy": self._library.AwsStandardS3RetryStrategy(max_attempts=ATTEMPTS),
        }

    @property
    def _no_bucket(self) -> str:
        where = f" at {self._called}" if self._server else f"; where it is not Amazon's, {ENDPOINT} names the server"
        return f"there is no bucket {self._bucket}{where}"

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the library raises as one sentence, without what it quotes of the answer."""
        try:
            yield
        except (OSError, ValueError) as error:
            raise self._sentence(error) from error

    def _sentence(self, error: Exception) -> BadInputError:
        found = _CODE.search(str(error))
        code = found[1] if found else ""
        server = self._called
        if isinstance(error, FileNotFoundError) or code == "NO_SUCH_KEY":
            return BadInputError(f"{self.address}: there is no such file or folder.")
        if code == "NO_SUCH_BUCKET":
            return BadInputError(f"{self.address}: {self._no_bucket}.")
        if code in _REFUSED and self._known:
            return BadInputError(
                f"{self.address}: {server} does not let these keys read it; look at {KEY}, {SECRET} and {TOKEN}."
            )
        if code in _REFUSED:
            return BadInputError(f"{self.address}: it is not open to everybody; set {KEY} and {SECRET}.")
        if _SHORT in str(error):
            return BadInputError(f"{self.address}: {server} refuses it.")
        if code in _SILENT or isinstance(error, TimeoutError):
            return CollectionError(f"{self.address}: {server} does not answer; what was loaded by then stays.")
        said = code.lower().replace("_", " ") or type(error).__name__
        return CollectionError(f"{self.address}: {server} cannot be read ({said}).")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
