"""Which collections a workspace asks: made, attached, detached, dropped. The record holds where, never a token."""

from __future__ import annotations

import json
import os
import shlex
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workbench.assistants.openai_client import is_loopback
from workbench.domain.clock import utc_now
from workbench.domain.errors import BadInputError, CollectionError, NotFoundError
from workbench.domain.shared_evidence import CollectionFacts, EvidenceEngine, checked_name
from workbench.services.collections import consent
from workbench.services.workspace import Workspace

if TYPE_CHECKING:
    from workbench.domain.ports import Encoder

SETTING = "collection:"
TOKEN = "WORKBENCH_TOKEN_"
"""The environment variable with a token is this and the collection's name in capitals."""
LONGEST_TOKEN = 10_000


@dataclass(frozen=True, slots=True)
class Attached:
    """A collection that a workspace asks."""

    name: str
    uri: str
    """Address of a Milvus server, or path of a Milvus Lite folder."""
    token_file: str = ""

    @property
    def remote(self) -> bool:
        """Whether what is asked leaves this machine."""
        return self.uri.startswith(("http://", "https://")) and not is_loopback(self.uri)


def attached(workspace: Workspace) -> list[Attached]:
    """The collections of a workspace, by name; what no `attach` would have written is left out."""
    found = []
    for key, value in sorted(workspace.settings().items()):
        if key.startswith(SETTING):
            try:
                told = json.loads(value)
                one = Attached(
                    checked_name(key.removeprefix(SETTING)), str(told["uri"]), str(told.get("token_file", ""))
                )
                if "://" in one.uri or not one.uri.isprintable():
                    _checked_uri(one.uri)
            except (ValueError, KeyError, TypeError, AttributeError, BadInputError):  # written by another program
                continue
            found.append(one)
    return found


def collection_named(workspace: Workspace, name: str) -> Attached:
    """One of them.

    Raises:
        NotFoundError: The workspace has none of this name.
    """
    found = next((one for one in attached(workspace) if one.name == name), None)
    if found is None:
        raise NotFoundError(
            f"no collection {name[:60]!r} is attached; `workbench collection list` shows those that are, "
            "`workbench collection attach NAME --uri URI` attaches one."
        )
    return found


def create(
    workspace: Workspace,
    name: str,
    uri: str,
    *,
    token_file: Path | None = None,
    hosts: Sequence[str] = (),
    model: str | None = None,
    precision: str | None = None,
) -> Attached:
    """Make an empty collection and attach it.

    Its vectors are those of the workspace's index, unless `model` or `precision` says otherwise.

    Raises:
        BadInputError: Name, address or host will not do, or the workspace is confidential.
        CollectionError: The engine does not answer, refuses, or has one of this name.
        ModelUnavailableError: The encoder cannot be loaded.
    """
    from workbench.collections.milvus import make_collection

    one = _to_attach(workspace, name, uri, token_file, hosts)
    encoder, model_name, precision_used = _encoder_for(workspace, model, precision)
    facts = CollectionFacts(
        model=encoder.key,
        model_name=model_name,
        precision=precision_used,
        model_sha256=encoder.sha256,
        dimension=encoder.dimension,
        made_at=utc_now(),
    )
    make_collection(one.uri, one.name, facts, token_of(one)).close()
    _remember(workspace, one)
    return one


def attach(
    workspace: Workspace, name: str, uri: str, *, token_file: Path | None = None, hosts: Sequence[str] = ()
) -> Attached:
    """Ask a collection that is there from now on.

    Raises:
        BadInputError: Name, address or host will not do, or the workspace is confidential.
        CollectionError: It is not there, is of a newer program or of another encoder, or the engine refuses.
    """
    one = _to_attach(workspace, name, uri, token_file, hosts)
    engine = opened(one)
    try:
        lack = other_model(workspace, engine.facts)
    finally:
        engine.close()
    if lack:
        raise CollectionError(f"the collection {name} {lack}; nothing was attached.")
    _remember(workspace, one)
    return one


def detach(workspace: Workspace, name: str) -> None:
    """Ask a collection no longer; it stays as it is, and so does what was copied from it.

    Raises:
        NotFoundError: It is not attached.
    """
    collection_named(workspace, name)
    workspace.set_setting(SETTING + name, None)


def drop(workspace: Workspace, name: str) -> None:
    """Delete a collection with all that is in it, for everybody, and detach it.

    Raises:
        NotFoundError: It is not attached.
        BadInputError: It is on a machine that the user has not named, or the workspace is confidential.
        CollectionError: The engine does not answer or refuses.
    """
    from workbench.collections.milvus import drop_collection

    workspace.database.require_allowed()
    one = collection_named(workspace, name)
    refuse_confidential_remote(workspace, one)
    refuse_without_consent(one)
    drop_collection(one.uri, one.name, token_of(one))
    detach(workspace, name)


def opened(one: Attached) -> EvidenceEngine:
    """Open a collection.

    Raises:
        BadInputError: It is on a machine that the user has not named.
        CollectionError: It is not there, cannot be used, or nothing answers.
        MissingExtraError: The packages for it are not installed.
    """
    from workbench.collections.milvus import open_collection

    refuse_without_consent(one)
    return open_collection(one.uri, one.name, token_of(one))


def facts_and_count(workspace: Workspace, one: Attached) -> tuple[CollectionFacts, int, tuple[str, ...]]:
    """What a collection was made with, how many passages it holds, and by the rules of which languages they are read.

    Raises:
        BadInputError: It is on a machine that the user has not named, or the workspace is confidential.
        CollectionError: It is not there, cannot be used, or nothing answers.
    """
    refuse_confidential_remote(workspace, one)
    engine = opened(one)
    try:
        return engine.facts, engine.count(), tuple(engine.languages())
    finally:
        engine.close()


def other_model(workspace: Workspace, facts: CollectionFacts) -> str:
    """Why the vectors of a collection cannot be used beside those of this workspace; "" where they can."""
    from workbench.domain.searching import WORD_RULES
    from workbench.index.manifest import read_manifest

    if facts.word_rules != WORD_RULES:
        return f"counts words by other rules ({facts.word_rules}) than this program ({WORD_RULES})"
    manifest = read_manifest(workspace.index_path)
    if manifest is not None and manifest.model != facts.model:
        return (
            f"holds vectors of {facts.model} ({facts.dimension} figures each), the index of this workspace those of "
            f"{manifest.model}: `workbench reindex` with --model and --precision makes them one"
        )
    return ""


def encoder_of_collection(facts: CollectionFacts) -> Encoder:
    """The encoder a collection was made with.

    Raises:
        ModelUnavailableError: It is not on this machine, or has other weights.
    """
    from workbench.domain.errors import ModelUnavailableError
    from workbench.models.encoder import load_encoder

    encoder = load_encoder(facts.model_name or None, facts.precision)
    if encoder.key != facts.model or encoder.sha256 != facts.model_sha256:
        raise ModelUnavailableError(
            f"the collection was made with the model {facts.model}, here is {encoder.key}; add it with "
            "`workbench model add`."
        )
    return encoder


def refuse_confidential_remote(workspace: Workspace, one: Attached) -> None:
    """See that nothing of a confidential workspace leaves the machine.

    Raises:
        BadInputError: The workspace is marked confidential and the collection is on another machine.
    """
    if one.remote and workspace.settings().get("confidential") == "yes":
        raise BadInputError(
            f"{workspace.path} is marked confidential: nothing of it goes to {urlsplit(one.uri).netloc}."
        )


def refuse_without_consent(one: Attached) -> None:
    """See that nothing goes to another machine that this user has not named.

    Raises:
        BadInputError: The user has not.
    """
    if one.remote and not consent.is_consented(one.uri):
        host = urlsplit(one.uri).hostname or ""
        raise BadInputError(
            f"{host} is not this machine: what is searched for, and evidence that is added, would go there. If that is "
            f"meant: `workbench collection attach {one.name} --uri {shlex.quote(one.uri)} --allow-host "
            f"{shlex.quote(host)}`."
        )


def token_of(one: Attached) -> str:
    """What the server knows its users by: of the environment, else of the key file; "" for none.

    Raises:
        BadInputError: The key file was not named by this user, cannot be read, can be read by others, or holds no
            single line.
    """
    variable = TOKEN + one.name.upper()
    token = os.environ.get(variable, "").strip()
    if not token and one.token_file:
        if not consent.is_key_file(one.token_file, one.uri):
            raise BadInputError(
                f"the workspace names the key file {one.token_file} for the collection {one.name}, you have not: what "
                f"is in it would go to {one.uri}. If that is meant: `workbench collection attach {one.name} --uri "
                f"{shlex.quote(one.uri)} --token-file {shlex.quote(one.token_file)}`."
            )
        path = Path(one.token_file)
        try:
            if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise BadInputError(f"{path} can be read by others: `chmod 600` it, for it holds a token.")
            with path.open("rb") as file:
                token = file.read(LONGEST_TOKEN + 1).decode("utf-8", "replace").strip()
        except OSError as error:
            raise BadInputError(f"the key file {path} cannot be read ({error.strerror}).") from error
    if len(token) > LONGEST_TOKEN or not token.isprintable():
        raise BadInputError(f"the token of the collection {one.name} is no single line ({variable} or the key file).")
    return token


def _to_attach(workspace: Workspace, name: str, uri: str, token_file: Path | None, hosts: Sequence[str]) -> Attached:
    workspace.database.require_allowed()
    checked_name(name)
    key_file = str(token_file.expanduser().absolute()) if token_file is not None else ""
    one = Attached(name, _checked_uri(uri), key_file)
    if any(other.name == name and other.uri != one.uri for other in attached(workspace)):
        raise BadInputError(f"another collection {name} is attached; detach it first, or choose another name.")
    refuse_confidential_remote(workspace, one)
    if one.remote and consent.names(hosts, one.uri):
        consent.consent(one.uri)
    refuse_without_consent(one)
    if key_file:
        consent.consent_key_file(key_file, one.uri)
    return one


def _checked_uri(uri: str) -> str:
    """An address, or an absolute path.

    Raises:
        BadInputError: It is neither.
    """
    text = uri.strip()
    if "://" in text:
        try:
            parts = urlsplit(text)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            sound = False
        if not sound or not text.isprintable() or " " in text:
            raise BadInputError(f"{uri!r} is no address of a Milvus server; give one such as http://127.0.0.1:19530.")
        if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
            raise BadInputError(
                f"the address may hold no name, password or question: a token belongs in {TOKEN}NAME or a key file."
            )
        return text.rstrip("/")
    if not text or not text.isprintable():
        raise BadInputError("--uri needs an address (http://…) or the path of a Milvus Lite folder (….db).")
    path = Path(os.path.abspath(Path(text).expanduser()))  # noqa: PTH100 - without ".." in it, links left as they are
    if path.suffix != ".db":
        raise BadInputError(f"{path.name!r}: the folder of Milvus Lite has to be called ….db.")
    return str(path)


def _encoder_for(workspace: Workspace, model: str | None, precision: str | None) -> tuple[Encoder, str, str]:
    from workbench.index.manifest import read_manifest
    from workbench.models.encoder import load_encoder

    manifest = read_manifest(workspace.index_path)
    if model is None and precision is None and manifest is not None:
        name, used = manifest.model_name, manifest.precision
    else:
        name, used = model or "", precision or "float32"
    return load_encoder(name or None, used), name, used


def _remember(workspace: Workspace, one: Attached) -> None:
    told = {"uri": one.uri, **({"token_file": one.token_file} if one.token_file else {})}
    workspace.set_setting(SETTING + one.name, json.dumps(told, sort_keys=True, ensure_ascii=False))
