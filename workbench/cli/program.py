"""The command `workbench`: global options, the list of commands, and the sentence each error leaves with."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from workbench.cli.global_options import Session
from workbench.cli.lazy import LazyGroup
from workbench.cli.output import complain, needs_terminal, plain
from workbench.domain.ending import EndedError
from workbench.domain.errors import ConflictError, ExitCode, WorkbenchError, missing_part
from workbench.domain.system_errors import MEMORY, reason, short_of

COMMANDS = {
    "init": ("workbench.cli.workspace:init", "Make an empty workspace."),
    "demo": ("workbench.cli.workspace:demo", "Open the sample workspace."),
    "article": ("workbench.cli.article:article", "Add, list, show and remove articles."),
    "claim": ("workbench.cli.claim:claim", "List, show, add and correct claims."),
    "evidence": ("workbench.cli.evidence:evidence", "Add, list, show and remove evidence."),
    "collection": ("workbench.cli.collection:collection", "Evidence in an engine that others search too."),
    "feed": ("workbench.cli.feed:feed", "Follow RSS and Atom feeds."),
    "reindex": ("workbench.cli.reindex:reindex", "Bring index/ in step with claims.db."),
    "search": ("workbench.cli.search:search", "Find evidence for words of your own."),
    "stance": ("workbench.cli.stance:stance", "What each hit says about a claim."),
    "verdict": ("workbench.cli.verdict:verdict", "Rate a claim."),
    "review": ("workbench.cli.review:review", "Second opinions, settling, publishing and corrections."),
    "tag": ("workbench.cli.desk_work:tag", "Tags on articles, claims and sources."),
    "assign": ("workbench.cli.desk_work:assign", "Say who is to do articles or claims, and until when."),
    "comment": ("workbench.cli.desk_work:comment", "Comments of reviewers to each other, kept out of reports."),
    "inbox": ("workbench.cli.desk_work:inbox", "What waits for you."),
    "watch": ("workbench.cli.desk_work:watch", "Saved searches that tell of new evidence."),
    "history": ("workbench.cli.history:history", "Who did what when."),
    "undo": ("workbench.cli.history:undo", "Take back the last thing you did."),
    "redo": ("workbench.cli.history:redo", "Do again what was taken back."),
    "reviewer": ("workbench.cli.reviewer:reviewer", "Who reviews in this workspace."),
    "scale": ("workbench.cli.scale:scale", "Rating scales: list, add, choose."),
    "setting": ("workbench.cli.workspace:setting", "Settings of the workspace."),
    "export": ("workbench.cli.export:export", "Write the report for people or machines."),
    "receive": ("workbench.cli.receive:receive", "Take pages from a browser on this machine."),
    "verify": ("workbench.cli.verify:verify", "Check a bundle: is it what it was."),
    "import": ("workbench.cli.transfer:import_", "Read a JSON export, or decisions made in a spreadsheet."),
    "backup": ("workbench.cli.transfer:backup", "Copy the workspace's database while others work."),
    "restore": ("workbench.cli.transfer:restore", "Bring a backup back."),
    "stats": ("workbench.cli.stats:stats", "Ratings, turnaround, agreement, most-used sources."),
    "model": ("workbench.cli.models:model", "Models of your own: add, list."),
    "plugins": ("workbench.cli.plugins:plugins", "List the plug-ins that are installed."),
    "doctor": ("workbench.cli.doctor:doctor", "Check database, index, models and anchors."),
    "head": ("workbench.cli.head:head", "The hash that stands for the whole record."),
    "evaluate": ("workbench.cli.evaluate:evaluate", "Measure the workbench on a labelled set."),
    "completion": ("workbench.cli.completion:completion", "Make the shell complete commands (bash, zsh, fish)."),
    "suggest": ("workbench.cli.suggest:suggest", "Ask a language model for proposals, kept as a machine's."),
    "mcp": ("workbench.cli.mcp:mcp", "Offer the evidence to a language model as tools (MCP)."),
    "serve": ("workbench.cli.serve:serve", "Offer the terminal UI to a browser on this machine."),
}


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, takes_plugins=True, invoke_without_command=True)
@click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path),
    default=Path(),
    envvar="WORKBENCH_WORKSPACE",
    help="Folder with claims.db and index/ (default: the current folder).",
)
@click.option(
    "--reviewer",
    envvar="WORKBENCH_REVIEWER",
    metavar="NAME",
    help="Who is working (default: configuration, login name).",
)
@click.version_option(package_name="claim-workbench", message="workbench %(version)s")
@click.pass_context
def workbench(context: click.Context, workspace: Path, reviewer: str | None) -> None:
    """Check the factual claims of an article against your own evidence.

    Without a command the terminal UI opens on the workspace.
    """
    opened = context.obj
    context.obj = Session(workspace, reviewer)
    if isinstance(opened, list):
        opened.append(context.obj)
    if context.invoked_subcommand is None:
        needs_terminal()
        from workbench.tui.app import open_workspace

        session: Session = context.obj
        session.workspace.database.require_writable()
        open_workspace(session.workspace.path, session.workspace.reviewer)


def perform(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code; every error is told in a sentence.

    Raises:
        KeyboardInterrupt: The user pressed Ctrl-C.
    """
    output = sys.stdout
    opened: list[Session] = []
    try:
        outcome = workbench.main(args=arguments, prog_name="workbench", standalone_mode=False, obj=opened)
        return outcome if isinstance(outcome, int) else ExitCode.OK
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.Abort as error:
        if isinstance(error.__cause__, EndedError):
            raise error.__cause__ from None
        raise KeyboardInterrupt from error
    except click.exceptions.NoArgsIsHelpError as error:
        # A group without its command: its help is the answer.
        complain(error.format_message())
        return ExitCode.BAD_INPUT
    except click.NoSuchOption as error:
        complain(f"Error: {_sentence(error.format_message())}{_before_the_command(error) or _help_of(error)}")
        return ExitCode.BAD_INPUT
    except click.UsageError as error:
        complain(f"Error: {_sentence(error.format_message())}{_help_of(error)}")
        return ExitCode.BAD_INPUT
    except click.ClickException as error:
        complain(f"Error: {_sentence(error.format_message())}")
        return ExitCode.BAD_INPUT
    except ConflictError as error:
        complain(f"Error: {plain(str(error))}")
        if error.mine or error.theirs:
            complain(f"yours (not written): {_line(error.mine)}\ntheirs (kept): {_line(error.theirs)}")
        return error.exit_code
    except WorkbenchError as error:
        complain(f"Error: {plain(str(error))}")
        return error.exit_code
    except SystemExit:
        if sys.stdout is output:
            raise
        # The reader of our output (head, less) has gone; click has muffled it and leaves. There is nobody left to tell.
        sys.stdout = output
        return ExitCode.OK
    except MemoryError:
        complain(f"Error: {MEMORY}.")
        return ExitCode.BAD_INPUT
    except ImportError as error:
        if lack := short_of(error):  # a library that does not fit is not one that is missing
            complain(f"Error: {lack}.")
            return ExitCode.BAD_INPUT
        if os.environ.get("WORKBENCH_DEBUG"):
            raise
        complain(f"Error: {missing_part(error)}.")
        return ExitCode.MODEL
    except OSError as error:
        what = plain(str(error.filename or "reading or writing failed"))
        complain(f"Error: {what}: {reason(error)}.")
        return ExitCode.BAD_INPUT
    except Exception as error:
        return _unforeseen(error, opened)
    except BaseException as error:
        if type(error).__module__ != "pyo3_runtime":  # a panic of a library in Rust is no Exception
            raise
        return _unforeseen(error, opened)


def _unforeseen(error: BaseException, opened: list[Session]) -> int:
    """Tell what nobody foresaw, or what lies behind it, and give its exit code."""
    if lack := short_of(error):
        complain(f"Error: {lack}.")
        return ExitCode.BAD_INPUT
    if os.environ.get("WORKBENCH_DEBUG"):
        raise error
    if damage := _damage(opened):
        complain(f"Error: {damage}; `workbench doctor` tells all there is, a backup brings the record back.")
        return ExitCode.BAD_INPUT
    complain(f"Error: the workbench failed in a way it did not foresee ({type(error).__name__}). {_keep(error)}")
    return ExitCode.CRASHED


def _damage(opened: list[Session]) -> str:
    """What of a damaged record may be why a command failed: bytes where text belongs."""
    from workbench.services.record.doctor import bytes_for_text

    for session in opened:
        if "workspace" in vars(session):  # it was opened
            return plain(bytes_for_text(session.workspace))
    return ""


def _line(text: str) -> str:
    return " ".join(text.split()) or "–"


def _sentence(message: str) -> str:
    """What click says, made harmless, with the full stop that some of its messages lack."""
    told = plain(message).rstrip()
    return told if told.endswith((".", "!", "?")) else f"{told}."


def _help_of(error: click.UsageError) -> str:
    """Where the right usage is told, as a sentence after that of the error."""
    return f" `{error.ctx.command_path} --help` shows how it is used." if error.ctx is not None else ""


def _before_the_command(error: click.NoSuchOption) -> str:
    """Where an option of `workbench` itself stands, as a sentence; "" where it knows no such option."""
    owned = next((one for one in workbench.params if error.option_name in one.opts), None)
    if owned is None or not isinstance(owned, click.Option) or error.ctx is None:
        return ""
    _, _, command = error.ctx.command_path.partition(" ")
    value = "" if owned.is_flag else f" {(owned.metavar or owned.name or '').upper()}"
    return f" It stands before the command: `workbench {error.option_name}{value} {command}`."


def _keep(error: BaseException) -> str:
    """Write the details of an unforeseen error where a user can find them, and say where."""
    import traceback

    from workbench.services.workspace import state_folder
    from workbench.system.whole_files import write_private

    try:
        path = state_folder() / "last-error.txt"
        # the traceback may quote texts, and what stands in its own code points may be no valid UTF-8
        write_private(path, "".join(traceback.format_exception(error)).encode("utf-8", "backslashreplace"))
    except OSError:
        return "Run it again with WORKBENCH_DEBUG=1 for the details."
    return f"The details are in {path}; they may quote your texts."
