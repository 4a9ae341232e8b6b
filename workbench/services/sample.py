"""The sample workspace: an article and dated evidence in our own words, to try everything on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path

from workbench.domain.documents import Document, Skipped
from workbench.domain.errors import WorkspaceError
from workbench.ingest.options import ReadOptions
from workbench.ingest.reader import read
from workbench.services.articles.articles import add_document
from workbench.services.articles.splitting import Splitter
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import EvidenceReport, store_documents
from workbench.services.workspace import INDEX_NAME, Workspace
from workbench.store.database import DATABASE_NAME
from workbench.store.notices import nothing_is_new
from workbench.system.making_folders import alone_in, making_folder

PUBLISHED = date(2022, 1, 29)
PUBLISHER = "The Sample Post"


def find_sample() -> Path:
    """Where the sample that people work in lies: in the folder `build` of a checkout, else in the user's data folder.

    The one at the top of a checkout is under version control: whoever tries the desk out does not change it.
    """
    top = Path(__file__).resolve().parents[2]
    if (top / "pyproject.toml").is_file() and (top / DATABASE_NAME).is_file():
        return top / "build" / "demo"
    from platformdirs import user_data_path

    return user_data_path("workbench") / "sample"


def make_sample(path: Path, *, reviewer: str | None = None) -> Workspace:
    """Open the sample workspace in `path`, making it first when there is no workspace yet.

    It is made beside its place and moved there when it is whole, so that an interruption leaves no half of it.

    Raises:
        WorkspaceError: The folder cannot be made or written.
        ModelUnavailableError: The encoder cannot be loaded.
    """
    if not (path / DATABASE_NAME).exists():
        try:
            path.mkdir(parents=True, exist_ok=True)
            with making_folder(path, ".making-") as folder:
                _fill(folder, reviewer)
                with alone_in(path):
                    if not (path / DATABASE_NAME).exists():  # else somebody made it meanwhile, and may work in it
                        shutil.rmtree(path / INDEX_NAME, ignore_errors=True)
                        for name in (INDEX_NAME, DATABASE_NAME):
                            (folder / name).rename(path / name)
        except OSError as error:
            raise WorkspaceError(f"the sample cannot be made in {path}: {error.strerror}.") from error
    return Workspace.open(path, reviewer=reviewer)


def _fill(path: Path, reviewer: str | None) -> None:
    with Workspace.create(path, reviewer=reviewer) as workspace:
        with resources.as_file(resources.files("workbench.samples")) as folder:
            article = ReadOptions(published=PUBLISHED, publisher=PUBLISHER, isolate=False)
            splitter = Splitter()
            for document in _documents(folder / "article.md", as_evidence=False, options=article):
                add_document(workspace, document, splitter)
            notes = _documents(folder / "evidence.jsonl", as_evidence=True, options=ReadOptions(isolate=False))
            store_documents(workspace, notes, EvidenceReport())
        reindex(workspace)
        with workspace.database.write() as connection:
            nothing_is_new(connection)


def _documents(path: Path, *, as_evidence: bool, options: ReadOptions) -> Iterator[Document]:
    """The sample's documents; the record names them by the package's file, not by where it is installed."""
    for found in read(path, as_evidence=as_evidence, options=options):
        if isinstance(found, Skipped):
            raise AssertionError(f"the sample is broken: {found.reason}")
        yield replace(found, origin=found.origin.replace(str(path), f"samples/{path.name}"))
