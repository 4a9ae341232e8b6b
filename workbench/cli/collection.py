"""`workbench collection`: evidence in an engine that others search too."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from workbench.cli.global_options import Session
from workbench.cli.output import emit_rows, row_options, say
from workbench.cli.reading import progress_line, read_options, reading_options
from workbench.domain.errors import BadInputError, WorkbenchError

LISTED = ("name", "uri", "on")
COUNTED = ("name", "uri", "passages", "model", "dimension", "languages", "made_at", "problem")


@click.group()
def collection() -> None:
    """Evidence that is kept in Milvus and searched beside the workspace's own (extra `scale`)."""


def _where(command: Any) -> Any:
    for option in (
        click.option(
            "--token-file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="A file that holds what the server knows you by (or set WORKBENCH_TOKEN_NAME).",
        ),
        click.option(
            "--allow-host",
            "hosts",
            multiple=True,
            metavar="HOST",
            help="The other machine that evidence and questions may go to (repeatable).",
        ),
        click.option(
            "--uri",
            required=True,
            metavar="URI",
            help="Address of a Milvus server, or the path of a Milvus Lite folder (evidence.db).",
        ),
        click.argument("name", metavar="NAME"),
    ):
        command = option(command)
    return command


@collection.command("create")
@_where
@click.option("--model", metavar="NAME", help="Encoder of its vectors (default: that of the index).")
@click.option("--precision", type=click.Choice(["float32", "int8"]), default=None, help="Of the bundled encoder.")
@click.pass_obj
def create(session: Session, /, name: str, model: str | None, precision: str | None, **where: Any) -> None:
    """Make an empty collection NAME and attach it."""
    from workbench.services.collections.attaching import create as make

    one = make(session.workspace, name, model=model, precision=precision, **where)
    _tell_way(one.uri, one.remote)
    say(f"Made and attached {name}. Next: workbench evidence add SOURCE… --collection {name}")


@collection.command("attach")
@_where
@click.pass_obj
def attach(session: Session, /, name: str, **where: Any) -> None:
    """Search a collection that is there already from now on."""
    from workbench.services.collections.attaching import attach as begin

    one = begin(session.workspace, name, **where)
    _tell_way(one.uri, one.remote)
    say(f"Attached {name}: it is searched beside the evidence of this workspace.")


def _tell_way(uri: str, remote: bool) -> None:
    if remote:
        host = urlsplit(uri).netloc
        say(f"What is searched for in this workspace goes to {host}, which is not this machine.")
        if uri.startswith("http://"):
            say(f"The way to {host} is not encrypted (http://); https:// is.")


@collection.command("load")
@click.argument("name", metavar="NAME")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--ray", metavar="ADDRESS", help='Read and encode on Ray: "local", or host and port of a cluster.')
@reading_options
@row_options
@click.pass_obj
def load(
    session: Session,
    /,
    name: str,
    sources: tuple[str, ...],
    ray: str | None,
    format_: str,
    output: Path | None,
    **given: Any,
) -> None:
    """Read SOURCE (as for `evidence add`, and s3://BUCKET/NAME) into collection NAME.

    With --ray files are read and cut, and what is new is encoded, by a cluster, or by all cores of this machine at the
    same time; the collection is asked and written from here. Ctrl-C keeps what was sent: the same command goes on.
    """
    from workbench.cli.evidence import tell_report
    from workbench.services.collections.collection_loading import load_evidence
    from workbench.services.collections.ray_encoders import is_remote

    if ray is not None and is_remote(ray):
        say(f"What is read, and the words of what is new, go to {ray}, which is not this machine.")
    with progress_line("documents") as progress:
        report = load_evidence(session.workspace, name, sources, read_options(given), ray=ray, progress=progress)
    tell_report(report, format_, output)


@collection.command("list")
@row_options
@click.pass_obj
def list_(session: Session, format_: str, output: Path | None) -> None:
    """List the collections that this workspace searches; nothing is asked of them."""
    from workbench.services.collections.attaching import attached

    rows = [
        {"name": one.name, "uri": one.uri, "on": "another machine" if one.remote else "this machine"}
        for one in attached(session.workspace)
    ]
    emit_rows(rows, LISTED, format_, output)


@collection.command("stats")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@row_options
@click.pass_obj
def stats(session: Session, names: tuple[str, ...], format_: str, output: Path | None) -> int:
    """How many passages are in collections NAME (all that are attached), and what they were made with."""
    from workbench.services.collections.attaching import attached, collection_named, facts_and_count

    asked = [collection_named(session.workspace, name) for name in names] or attached(session.workspace)
    rows: list[dict[str, Any]] = []
    for one in asked:
        row: dict[str, Any] = {"name": one.name, "uri": one.uri, "problem": None}
        try:
            facts, count, languages = facts_and_count(session.workspace, one)
        except WorkbenchError as error:
            row["problem"] = str(error)
            if len(asked) == 1:
                raise
        else:
            row |= {"passages": count, "model": facts.model, "dimension": facts.dimension}
            row |= {"languages": list(languages), "made_at": facts.made_at}
        rows.append(row)
    emit_rows(rows, COUNTED, format_, output)
    return 1 if any(row["problem"] for row in rows) else 0


@collection.command("detach")
@click.argument("name", metavar="NAME")
@click.pass_obj
def detach(session: Session, name: str) -> None:
    """Search a collection no longer; it stays as it is, and so does what was copied from it."""
    from workbench.services.collections.attaching import detach as end

    end(session.workspace, name)
    say(f"{name} is searched no longer; `workbench undo` attaches it again.")


@collection.command("drop")
@click.argument("name", metavar="NAME")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def drop(session: Session, name: str, yes: bool) -> None:
    """Delete collection NAME with all its passages, for everybody who searches it, and detach it."""
    from workbench.services.collections.attaching import collection_named
    from workbench.services.collections.attaching import drop as delete

    one = collection_named(session.workspace, name)
    question = f"Delete the collection {name} in {one.uri} with all its passages, for everybody?"
    if not yes and not click.confirm(question, default=False, err=True):
        raise BadInputError("nothing was deleted.")
    delete(session.workspace, name)
    say(f"Deleted {name}. What was copied from it into this workspace stays.")
