"""Documents as a collection takes them: cut into passages, without what else there is of them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from workbench.domain.documents import Document
from workbench.services.evidence.sources import cut_passages, version_digest
from workbench.store.sources import NewPassage


@dataclass(frozen=True, slots=True)
class CutDocument(Document):
    """A document whose text is its passages: a collection keeps nothing else of it.

    Attributes:
        version: Digest of all that makes it this version of its source.
        passages: In reading order.
    """

    version: str = ""
    passages: tuple[NewPassage, ...] = ()


def cut(document: Document) -> CutDocument:
    """Cut a document, if that was not done where it was read."""
    if isinstance(document, CutDocument):
        return document
    kept = {field.name: getattr(document, field.name) for field in fields(document)}
    left = {"text": "", "sections": (), "segments": (), "raw": None, "left_out": ()}
    return CutDocument(**kept | left, version=version_digest(document), passages=tuple(cut_passages(document)))
