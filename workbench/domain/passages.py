"""What a passage is before it is stored, and what of it is encoded and indexed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A piece of a document. Offsets are code points of the document's text, end excluded."""

    start: int
    end: int
    locator: str | None = None


def passage_context(title: str, locator: str | None = None) -> str:
    """The words from outside a passage that are encoded and indexed with it: the title of its source and its section.

    A passage says "he" and "the country"; its title says who and which. On the tuning collections this was the
    largest single gain of all (docs/quality.md). Publisher and date are left out: they are filters, not words.
    """
    parts = [" ".join(part.split()) for part in (title, locator or "")]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def encoded_text(context: str, text: str) -> str:
    """What the encoder reads for a passage."""
    return f"{context}. {text}" if context else text


def passage_hash(context: str, text: str) -> str:
    """Sha256 (64 hexadecimal digits) of what is encoded: equal hashes share one vector."""
    return text_digest(encoded_text(context, text)).hex()


def text_digest(text: str) -> bytes:
    """The 32 bytes that a text which is encoded, as `encoded_text` gives it, is known by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
