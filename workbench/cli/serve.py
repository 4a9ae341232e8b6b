"""`workbench serve`: the terminal UI in a browser on this machine, or behind a proxy that signs people in."""

from __future__ import annotations

import os
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit, say
from workbench.domain.errors import BadInputError, MissingExtraError
from workbench.services.inference.supervision import Supervision

if TYPE_CHECKING:
    from workbench.cli.browser import ForOthers


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--sessions", type=click.IntRange(1, 500), help="Terminals that may be open at a time (8).")
@click.option("--sessions-each", "each", type=click.IntRange(1, 500), help="Of one person, with --trust-header (4).")
@click.option("--trust-header", "header", metavar="NAME", help="Reviewers by this header of a proxy (X-Remote-User).")
@click.option(
    "--proxy-secret-file",
    "secret_file",
    type=click.Path(path_type=Path),
    help="A secret that the proxy sends as X-Workbench-Secret; needed on a port.",
)
@click.option("--unix-socket", "socket_path", type=click.Path(path_type=Path), help="Listen here, not on a port.")
@click.option("--socket-group", metavar="GROUP", help="A group that may open the socket, beside this user.")
@click.option(
    "--files", type=click.Path(path_type=Path), help="The one folder of this machine that such reviewers may read."
)
@click.pass_obj
def serve(
    session: Session,
    host: str,
    port: int,
    sessions: int | None,
    each: int | None,
    header: str | None,
    secret_file: Path | None,
    socket_path: Path | None,
    socket_group: str | None,
    files: Path | None,
) -> None:
    """Offer the terminal UI to a browser.

    Prints the address with a token that changes with every start; without the token nothing is shown. It listens on
    this machine alone unless --host names another address; then put a server with TLS in front, as the connection
    itself is not encrypted. Ctrl-C ends it.

    With --trust-header there is no token: a proxy on this machine signs people in and names each in that header, and
    each works under that name. It is believed on loopback with a secret, or on a Unix socket (docs/scaling.md).
    """
    workspace = session.workspace
    workspace.database.require_writable()
    if not host.strip() or any(character.isspace() for character in host):
        raise BadInputError(f"{host!r} is no address to listen on; give one of this machine's, such as 127.0.0.1.")
    try:
        from workbench.cli.browser import SESSIONS, BrowserServer, is_loopback
    except ImportError as error:
        raise MissingExtraError(
            "serving needs a package that is not installed: pip install 'claim-workbench[serve]'."
        ) from error
    others = None
    if header is not None:
        if socket_path is None and not is_loopback(host):
            raise BadInputError(
                f"--trust-header believes whoever connects, and {host} can be reached from other machines: listen on "
                "127.0.0.1 or at --unix-socket PATH, and let the proxy run on this machine."
            )
        others = _for_others(header, secret_file, socket_path, socket_group, files)
        if each is not None:
            others = replace(others, each=each)
    elif any(given is not None for given in (secret_file, socket_path, socket_group, files, each)):
        raise BadInputError(
            "--proxy-secret-file, --unix-socket, --socket-group, --files and --sessions-each go with --trust-header."
        )
    server = BrowserServer(
        workspace.path.resolve(),
        workspace.reviewer,
        host,
        port,
        secrets.token_urlsafe(24),
        sessions=sessions or SESSIONS,
        others=others,
    )
    workspace.close()
    if not is_loopback(host):
        say(f"Warning: {host} can be reached from other machines, and the connection is not encrypted.")
    try:
        with Supervision(workspace.path.resolve(), say):
            server.run(lambda: emit(f"{server.address}\n"))
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or error
        raise BadInputError(f"cannot listen on {host}, port {port}: {why}.") from error


def _for_others(
    header: str, secret_file: Path | None, socket_path: Path | None, group: str | None, files: Path | None
) -> ForOthers:
    from workbench.cli.browser import ForOthers
    from workbench.cli.sign_on import SignOn, checked_header, read_secret

    if socket_path is None and secret_file is None:
        raise BadInputError(
            "--trust-header believes whoever connects, and every account of this machine can connect to a port: give "
            "--proxy-secret-file FILE with a secret that the proxy alone sends, or --unix-socket PATH."
        )
    if group is not None and socket_path is None:
        raise BadInputError("--socket-group goes with --unix-socket.")
    if files is not None and not files.is_dir():
        raise BadInputError(f"{files} is no folder; --files names one that reviewers may read.")
    sign_on = SignOn(checked_header(header), None if secret_file is None else read_secret(secret_file))
    return ForOthers(sign_on, socket_path, group, None if files is None else files.resolve())
