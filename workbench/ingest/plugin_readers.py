"""Files that a plug-in reads, as documents like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from workbench.ingest.fields import digest
from workbench.ingest.item import Found, Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, notices
from workbench.ingest.text import normalise
from workbench.plugins import Reader, plugins

PREFIX = "plugin:"
"""Before the name of a reader in the kind of an item."""


def plugin_kind(name: str) -> str | None:
    """The kind of a file whose extension a plug-in reads, None where none does."""
    suffix = PurePath(name).suffix.lower()
    if not suffix:
        return None
    for reader in plugins().of("register_readers", Reader):
        if suffix in (extension.lower() for extension in reader.extensions):
            return PREFIX + reader.name
    return None


def plugin_parser(kind: str) -> Callable[[Item], Found]:
    """The function that reads items of a plug-in's kind.

    Raises:
        UnreadableError: The plug-in is not there (any more).
    """
    reader = plugins().named("register_readers", Reader, kind.removeprefix(PREFIX))
    if reader is None:
        raise UnreadableError("the plug-in that reads it is not installed")

    def read(item: Item) -> Found:
        data = item.content(item.options.limits.packed)
        given = False
        try:
            for found in reader.read(data, item.name):
                given = True
                fields = fields_of(item)
                how = f"the plug-in reader {reader.name}"
                for name in ("title", "url", "publisher", "author", "language"):
                    if value := getattr(found, name):
                        fields.offer(name, value, how)
                if found.published is not None:
                    fields.offer_date(found.published, how)
                yield fields.document(
                    normalise(found.text),
                    origin=item.origin,
                    sha256=digest(data),
                    limit=item.limit,
                    retrieved=item.retrieved,
                )
                yield from notices(item, fields)
        except (UnreadableError, MemoryError, RecursionError, ImportError):
            raise  # as for every reader
        except ValueError as error:
            raise UnreadableError(f"the plug-in reader {reader.name} cannot read it ({error})") from error
        except Exception as error:
            raise UnreadableError(
                f"the plug-in reader {reader.name} fails ({type(error).__name__}: {error})"
            ) from error
        except SystemExit as error:
            raise UnreadableError(f"the plug-in reader {reader.name} fails (it exits: {error})") from error
        if not given:
            raise UnreadableError(f"the plug-in reader {reader.name} found no document in it")

    return read
