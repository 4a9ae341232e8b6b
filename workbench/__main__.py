"""`python -m workbench`: the same program as `workbench`."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        # `-m` puts the current folder first: a file of the user's must never be imported in place of a library.
        del sys.path[0]
    from workbench.cli.main import run

    run()
