"""Reads Org-mode notes, writes a plain list of verdicts, adds a scale of two steps and a command."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import click

from workbench import hookimpl
from workbench.plugins import Exporter, Reader, ReadText

_FIELD = re.compile(r"^#\+(\w+):\s*(.+)$", re.MULTILINE)


def read_org(data: bytes, name: str) -> Iterator[ReadText]:
    """One note: its `#+TITLE:`, `#+AUTHOR:` and `#+DATE:`, and its text without headings' stars."""
    text = data.decode("utf-8")
    fields = {key.lower(): value.strip() for key, value in _FIELD.findall(text)}
    body = re.sub(r"^\*+\s+", "", _FIELD.sub("", text), flags=re.MULTILINE).strip()
    if not body:
        raise ValueError(f"{name} has fields but no words")
    day = date.fromisoformat(fields["date"][:10]) if "date" in fields else None
    yield ReadText(body, title=fields.get("title", ""), author=fields.get("author"), published=day)


def list_verdicts(report: Mapping[str, Any]) -> bytes:
    """A line a claim: its words, tab, the words of its rating."""
    claims = [item["claim"] for article in report["articles"] for item in article["claims"]]
    lines = [f"{claim['text']}\t{claim['rating'] or 'open'}" for claim in claims]
    return "\n".join([*lines, ""]).encode("utf-8")


@hookimpl
def register_readers() -> Sequence[Reader]:
    """Files ending in .org."""
    return [Reader("org", (".org",), read_org)]


@hookimpl
def register_exporters() -> Sequence[Exporter]:
    """`workbench export --format verdict-list`."""
    return [Exporter("verdict-list", ".verdicts.txt", list_verdicts)]


@hookimpl
def register_scales() -> Sequence[Mapping[str, Any]]:
    """A scale of two steps, chosen with `workbench scale use yes-no`."""
    ratings = [{"key": "n", "words": "No", "value": 1}, {"key": "y", "words": "Yes", "value": 2}]
    return [{"id": "yes-no", "name": "Yes or no", "ratings": ratings}]


@hookimpl
def register_commands() -> Sequence[click.Command]:
    """`workbench words TEXT`."""

    @click.command()
    @click.argument("text")
    def words(text: str) -> None:
        """Count the words of TEXT."""
        click.echo(len(text.split()))

    return [words]
