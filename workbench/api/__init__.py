"""The public Python API: open a workspace and do what the command line does. docs/python-api.md shows it in use.

    import workbench

    with workbench.open("newsroom") as desk:
        desk.evidence.add("archive/")
        desk.reindex()
        for hit in desk.search("thousands of troops", before="2022-01-29").hits:
            print(hit.passage.text, hit.source.publisher)

What is named here and in `workbench.__all__` is stable: it changes only with the first number of the version. Every
error is a `WorkbenchError` with one clear sentence. Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

from workbench.api.desk import Desk, open, split
from workbench.api.sections import Articles, Claims, Sources, Verdicts

__all__ = ["Articles", "Claims", "Desk", "Sources", "Verdicts", "open", "split"]
