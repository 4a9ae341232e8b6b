"""Whatever the terminal does to data, a command does too, by the same service."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import click
import pytest

import workbench.cli
import workbench.tui
from workbench.cli.program import workbench as program

ACTS = {
    "rate": "verdict",
    "adopt": "review adopt",
    "correct": "review correct",
    "settle": "review settle",
    "publish": "review publish",
    "request_second_opinion": "review request-second",
    "annotate": "review annotate",
    "decide": "review accept",
    "add_link": "review link",
    "nothing_found": "review nothing-found",
    "add": "claim add",
    "edit_wording": "claim edit",
    "move_edge_by_word": "claim edit",
    "set_kinds": "claim edit",
    "set_speaker": "claim edit",
    "name_pronoun": "claim edit",
    "split": "claim split",
    "merge_with_next": "claim merge",
    "remove": "claim remove",
    "drop_claims": "claim remove",
    "set_speakers": "claim speaker",
    "add_articles": "article add",
    "remove_article": "article remove",
    "set_deadline": "article deadline",
    "set_published": "article date",
    "add_evidence": "evidence add",
    "edit_source": "evidence edit",
    "reindex": "reindex",
    "export": "export",
    "export_bundle": "export",
    "make": "export",
    "undo": "undo",
    "redo": "redo",
    "tag": "tag add",
    "assign": "assign",
    "unassign": "assign",
    "comment": "comment add",
    "put_aside": "inbox",
    "look_for_news": "reindex",
    "save_search": "watch add",
    "forget_search": "watch remove",
}
"""What the terminal can do, and the command that does it."""

BY_EDIT = {"edit_wording", "move_edge_by_word", "set_kinds", "set_speaker"}
"""Corrections of a claim that the command makes together, by `claims.edit`, which calls each of them."""

COMFORT = {"drafts", "heartbeat", "leave", "save_draft"}
"""What a session keeps for itself: no part of the record."""

READS = {
    "adopted_reason", "assigned", "comments_on", "counted", "inbox", "is_late", "tags_on",
    "agreement_summary", "current_scale", "visible_claim", "history", "index_stamp", "index_state", "kind_of",
    "last_event_id", "list_articles", "list_claims", "load_config", "open_pronouns", "plots", "pronoun_of", "record_of",
    "proposals", "rated_otherwise", "read_day", "read_due", "rows", "title_to_tell", "unrated_words",
    "addresses_to_keep", "citation_figures", "exporters", "publisher_named", "saved_searches", "search",
    "tagged_sources", "show_article", "show_source", "sources_read_since", "state_folder", "stats", "told",
    "sentences_of", "sources_changed", "touched_articles", "undoable_before", "visible_evidence", "who_else", "whole",
}  # fmt: skip
WITHIN = {"as_kept", "keep"}
"""What belongs to another act: a passage of a collection becomes the workspace's own when it is decided about."""
MODELS = {"load_encoder_of_stances", "model_asked", "stance_model", "suggesting"}


def used(package: Path) -> dict[str, set[Path]]:
    """The functions of services that the modules of a package name, and by which of them."""
    found: dict[str, set[Path]] = {}
    for path in package.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workbench.services"):
                for name in node.names:
                    if node.module == "workbench.services":
                        modules.add(name.asname or name.name)
                    elif name.name[0].islower():
                        found.setdefault(name.name, set()).add(path)
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                found.setdefault(node.attr, set()).add(path)
    return found


TERMINAL = used(Path(inspect.getfile(workbench.tui)).parent)
COMMANDS = used(Path(inspect.getfile(workbench.cli)).parent)


def test_every_act_of_the_terminal_is_known() -> None:
    """A service that the terminal begins to use is listed above; one that changes data, with its command."""
    assert TERMINAL.keys() - ACTS.keys() - COMFORT - READS - WITHIN - MODELS == set()


@pytest.mark.parametrize(("service", "command"), ACTS.items())
def test_a_command_does_it_by_the_same_service(service: str, command: str) -> None:
    found: click.Command = program
    for word in command.split():
        assert isinstance(found, click.Group)
        below = found.get_command(click.Context(found), word)
        assert below is not None, command
        found = below
    assert found.callback is not None
    module = Path(inspect.getfile(inspect.unwrap(found.callback)))
    assert module in COMMANDS.get("edit" if service in BY_EDIT else service, set()) or service == "export"
