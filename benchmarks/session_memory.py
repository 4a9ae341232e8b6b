"""What a session holds of its own beside the process that all sessions ask: after an article, and with another model.

    python -m benchmarks.session_memory ARTICLE [--stance-model NAME] [--rerank NAME] [--alone]

A copy of the sample workspace is served with its inference process. This process is a session of it: it imports the
terminal's program, lets a stance model read twelve pairs, orders a search again and adds the article. `own` is memory
that no file stands behind (Linux). `--alone` shares nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from benchmarks.many_desks import memory

SAMPLE = Path(__file__).parent.parent


def tell(what: str) -> None:
    """Print what this process holds now."""
    print(f"own {memory(os.getpid())['own']:.1f} MB: {what}", flush=True)


def session(path: Path, article: Path, model: str | None, rerank: str) -> None:
    """What a session does, step by step."""
    from workbench.services.articles.articles import add_articles
    from workbench.services.inference.sharing import stance_model
    from workbench.services.search.search import search
    from workbench.services.workspace import Workspace

    tell("the program")
    with Workspace.open(path, reviewer="bench") as workspace:
        stance_model(model).judge([("40 people left", "Forty people left the plant in 2017.")] * 12)
        tell("twelve pairs read")
        found = search(workspace, "thousands of troops on the border", rerank=rerank)
        tell(f"a search ordered again ({found.unranked or f'{len(found.hits)} passages'})")
        added = list(add_articles(workspace, [str(article)]))
        tell(f"an article added ({added})")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("--stance-model", help="name or folder, as the setting has it; left out: the shipped one")
    parser.add_argument("--rerank", default="stance", help="as for `search`")
    parser.add_argument("--alone", action="store_true", help="load everything here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="session", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "workspace"
        path.mkdir()
        shutil.copy(SAMPLE / "claims.db", path)
        shutil.copytree(SAMPLE / "index", path / "index")
        os.environ["WORKBENCH_STATE"], os.environ["WORKBENCH_CONFIG"] = f"{folder}/state", os.devnull
        os.environ["XDG_RUNTIME_DIR"] = folder
        Path(folder).chmod(0o700)
        import workbench.tui.app  # noqa: F401
        from workbench.services.inference import sharing
        from workbench.services.inference.supervision import Supervision

        if options.alone:
            session(path, options.article, options.stance_model, options.rerank)
            return
        with Supervision(path, print) as supervision:
            sharing.share(path)
            while supervision.pid is None or sharing._there() is None:
                pass
            session(path, options.article, options.stance_model, options.rerank)


if __name__ == "__main__":
    main()
