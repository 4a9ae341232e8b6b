"""`workbench evaluate`: the real pipeline over a labelled set."""

from __future__ import annotations

import click

from workbench.cli.lazy import LazyGroup

COMMANDS = {
    "retrieval": ("workbench.cli.evaluate_retrieval:retrieval", "Search over a BEIR folder; writes a TREC run."),
    "checkworthiness": ("workbench.cli.evaluate_language:checkworthiness", "How worth checking sentences are."),
    "stance": ("workbench.cli.evaluate_stance:stance", "What a passage says about a claim."),
    "sentences": ("workbench.cli.evaluate_language:sentences", "Sentence boundaries."),
    "claims": ("workbench.cli.evaluate_language:claims", "Standalone wording and atomic claims."),
    "news": ("workbench.cli.evaluate_language:news", "Claim spans, kinds, speakers and worthiness of whole articles."),
}


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def evaluate() -> None:
    """Measure the workbench on a labelled set of your own."""
