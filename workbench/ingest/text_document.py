"""A text that is at hand, as the document that a file with these words would give."""

from __future__ import annotations

from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError
from workbench.ingest.item import Item
from workbench.ingest.languages import with_language
from workbench.ingest.options import ReadOptions, UnreadableError
from workbench.ingest.plain import read_text


def document_of_text(text: str, options: ReadOptions, *, origin: str = "the text") -> Document:
    """Make a document of plain text: normalised, never taken for markup or JSON, whatever it looks like.

    Args:
        text: The words; lone surrogates are replaced.
        options: What the user says of it.
        origin: What errors call it.
    Raises:
        BadInputError: It is empty or too long.
    """
    data = text.encode("utf-8", "replace")
    item = Item(origin, "text.txt", False, options, data=data, charset="utf-8", kind="text")
    try:
        return with_language(next(found for found in read_text(item) if isinstance(found, Document)))
    except UnreadableError as error:
        raise BadInputError(f"{origin}: {error}.") from error
