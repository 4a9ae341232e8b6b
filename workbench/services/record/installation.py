"""What this installation can do: every reader and every exporter tried on the smallest thing of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from workbench.domain.errors import MissingExtraError, WorkbenchError
from workbench.ingest import recordings
from workbench.ingest.pictures import NEEDS, available
from workbench.ingest.specimens import try_readers
from workbench.reports.specimen import specimen
from workbench.services.record.export import render
from workbench.services.record.export_formats import FORMATS

EXTRAS = {
    "pdf": "typst",
    "serve": "textual_serve",
    "ocr": "rapidocr_onnxruntime",
    "transcribe": "faster_whisper",
    "timestamp": "rfc3161_client",
    "mcp": "mcp",
    "llm": "openai",
    "scale": "pymilvus",
}
"""Extras that people install for what they do, each with a module that only it brings."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One format tried. `problem` is empty where it works; `optional` where only an extra is not installed."""

    what: str
    problem: str = ""
    optional: bool = False


def extras() -> tuple[list[str], list[str]]:
    """The extras that are installed, and those that are not; nothing of them is imported."""
    there = [name for name, module in EXTRAS.items() if find_spec(module) is not None]
    return there, [name for name in EXTRAS if name not in there]


def readers() -> Iterator[Trial]:
    """Read the smallest file of every kind, in the process in which files of that kind are read."""
    for kind, problem in try_readers():
        yield Trial(kind, problem)
    if not available():
        yield Trial("reading scans and pictures", NEEDS, optional=True)
    if not recordings.available():
        yield Trial("making words of recordings", recordings.NEEDS, optional=True)


def exporters() -> Iterator[Trial]:
    """Write the smallest report in every format, to nowhere."""
    for format_ in FORMATS:
        try:
            render(specimen(), format_)
        except MissingExtraError as error:
            yield Trial(format_, str(error), optional=True)
        except WorkbenchError as error:
            yield Trial(format_, str(error))
        except Exception as error:  # a broken library may raise anything, and the other formats are tried as well
            yield Trial(format_, f"writing it fails ({type(error).__name__}: {str(error)[:200]})")
        else:
            yield Trial(format_)
