"""Subtitles and captions as documents: the words as sentences, and beside them when they were said."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.ingest.cue_joining import joined
from workbench.ingest.cues import Cue, plain_cues, ttml_cues
from workbench.ingest.fields import digest
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, offer_name_date, whole_file
from workbench.ingest.text import decode, is_binary, normalise
from workbench.ingest.zip_container import xml


def _document(item: Item, cues: Sequence[Cue], data: bytes, title: str = "", language: str = "") -> Found:
    text, segments = joined(cues)
    fields = fields_of(item)
    fields.offer("title", title, "the head of the file")
    fields.offer("language", language, "the head of the file")
    offer_name_date(item, fields)
    if "title" not in fields.values:
        # the first words of a recording are no heading of it
        fields.offer("title", item.name.rpartition(".")[0].replace("_", " "), "the file name", guessed=True)
    fields.note("text", f"{len(segments):,} cues with their times")
    yield from whole_file(item, fields, text, digest(data), segments=segments)


def read_subtitles(item: Item) -> Found:
    """A SubRip or WebVTT file becomes one document, its cues joined, with the times beside the text.

    Raises:
        UnreadableError: It is binary, too large, or has no cue.
    """
    data = item.content(item.options.limits.json)
    if is_binary(data):
        raise UnreadableError("it is a binary file, not text")
    text = normalise(decode(data, item.charset).text)
    title = language = ""
    if text.startswith("WEBVTT"):
        head = text.split("\n\n", 1)[0].split("\n")
        title = head[0].removeprefix("WEBVTT").strip(" -–—\t")
        named = dict(line.split(":", 1) for line in head[1:] if ":" in line and "-->" not in line)
        language = next((value.strip() for key, value in named.items() if key.strip().lower() == "language"), "")
    yield from _document(item, plain_cues(text), data, title, language)


def read_ttml(item: Item) -> Found:
    """A TTML file becomes one document, its cues joined, with the times beside the text.

    Raises:
        UnreadableError: It is no TTML, too large, or has no cue.
    """
    data = item.content(item.options.limits.json)
    cues = ttml_cues(data)
    root = xml(data)
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang", "").split("-")[0]
    heads = [e for e in root.iter() if isinstance(e.tag, str) and e.tag.rpartition("}")[2] == "title"]
    yield from _document(item, cues, data, " ".join("".join(heads[0].itertext()).split()) if heads else "", language)
