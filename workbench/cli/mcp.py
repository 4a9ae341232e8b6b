"""`workbench mcp`: the evidence as tools for a language model, over standard input and output."""

from __future__ import annotations

import click

from workbench.cli.global_options import Session
from workbench.domain.errors import MissingExtraError


@click.command()
@click.option("--allow-drafts", is_flag=True, help="Let it keep drafts, marked as a machine's, for people to look at.")
@click.pass_obj
def mcp(session: Session, allow_drafts: bool) -> None:
    """Serve split, search, stance and earlier verdicts to a program that speaks MCP (stdio); nothing is written.

    The program that starts this command talks to it; see docs/assistants.md for how to tell it. Everything is answered
    on this machine. Private sources and workspaces marked confidential are not given out.
    """
    from importlib.util import find_spec

    from workbench.assistants.mcp_server import serve
    from workbench.services.assistance.evidence_tools import EvidenceTools

    if find_spec("mcp") is None:
        raise MissingExtraError("MCP needs a package that is not installed: pip install 'claim-workbench[mcp]'.")
    serve(EvidenceTools(session.workspace, drafts=allow_drafts))
