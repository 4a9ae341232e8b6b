"""`workbench receive`: take pages from the user's own browser, logged in as they are."""

from __future__ import annotations

import os
import secrets

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit, say
from workbench.domain.errors import BadInputError


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8790, show_default=True, help="0: any that is free.")
@click.option("--as", "into", type=click.Choice(["article", "evidence"]), default="article", show_default=True)
@click.option("--token", envvar="WORKBENCH_RECEIVE_TOKEN", help="Token to ask for (default: a new one each start).")
@click.pass_obj
def receive(session: Session, port: int, into: str, token: str | None) -> None:
    """Take the page that a browser on this machine shows, by SingleFile's REST option or a bookmark we make.

    Prints the address of a page that says how to set the browser up. It listens on 127.0.0.1 alone and takes nothing
    without the token. What arrives shows on the review desk. Ctrl-C ends it.
    """
    from workbench.cli.receiver import Receiver
    from workbench.services.articles.receiving import receive_page
    from workbench.services.workspace import Workspace

    if token is not None and (len(token) < 16 or not token.isascii() or not token.isalnum()):
        raise BadInputError("the token must have 16 or more letters and digits.")
    path, reviewer = session.workspace.path.resolve(), session.workspace.reviewer
    session.workspace.database.require_allowed()
    session.workspace.close()

    def save(content: bytes, url: str, as_evidence: bool) -> str:
        with Workspace.open(path, reviewer=reviewer) as workspace:
            received = receive_page(workspace, content, url, as_evidence=as_evidence)
        say(received.told)
        return received.told

    chosen = token or secrets.token_hex(16)
    try:
        server = Receiver(port, chosen, save, into == "evidence")
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror or error
        raise BadInputError(f"cannot listen on 127.0.0.1, port {port}: {why}.") from error
    with server:
        emit(f"{server.base}/?token={chosen}\n")
        server.serve_forever()
