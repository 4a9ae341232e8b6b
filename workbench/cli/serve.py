"""`workbench serve`: the terminal UI in a browser on this machine."""

from __future__ import annotations

import os
import secrets

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit, say
from workbench.domain.errors import BadInputError, MissingExtraError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.pass_obj
def serve(session: Session, host: str, port: int) -> None:
    """Offer the terminal UI to a browser.

    Prints the address with a token that changes with every start; without the token nothing is shown. It listens on
    this machine alone unless --host names another address; then put a server with TLS in front, as the connection
    itself is not encrypted. Ctrl-C ends it.
    """
    workspace = session.workspace
    workspace.database.require_writable()
    if not host.strip() or any(character.isspace() for character in host):
        raise BadInputError(f"{host!r} is no address to listen on; give one of this machine's, such as 127.0.0.1.")
    try:
        from workbench.cli.browser import BrowserServer, is_loopback
    except ImportError as error:
        raise MissingExtraError(
            "serving needs a package that is not installed: pip install 'claim-workbench[serve]'."
        ) from error
    server = BrowserServer(workspace.path.resolve(), workspace.reviewer, host, port, secrets.token_urlsafe(24))
    workspace.close()
    if not is_loopback(host):
        say(f"Warning: {host} can be reached from other machines, and the connection is not encrypted.")
    try:
        server.run(lambda: emit(f"{server.address}\n"))
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or error
        raise BadInputError(f"cannot listen on {host}, port {port}: {why}.") from error
