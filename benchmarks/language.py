"""Measure the language rules: `make bench-language SETS=DIR` prints the table of docs/quality.md as Markdown.

Sentences, claims of news articles (word patterns against trees), check-worthiness, standalone wording, and speed. The
sets are not part of the project; DIR holds them in the shapes that `workbench evaluate` reads.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path

from benchmarks.cases import consistency
from benchmarks.cases import measure as measure_cases
from workbench.language.article import split_article
from workbench.services.articles.language_models import LanguageModels
from workbench.services.evaluation.evaluate_language import (
    CHECKWORTHY_FROM,
    evaluate_checkworthiness,
    evaluate_claims,
    evaluate_sentences,
)
from workbench.services.evaluation.evaluate_news import evaluate_news
from workbench.services.evaluation.labelled_rows import Measurement


def line(what: str, measured: Measurement, *names: str) -> None:
    """Print one row of the table."""
    figures = "; ".join(f"{name} {measured.metrics[name]:.3f}" for name in names if name in measured.metrics)
    print(f"| {what} | {figures} |", flush=True)


def speed(texts: list[str], models: LanguageModels) -> None:
    """Print how long splitting takes, in seconds of processor time and of the clock."""
    article = " ".join(" ".join(texts).split()[:600])
    split_article(article)
    begun = time.process_time()
    split_article(article, published=date(2022, 1, 29))
    plain = time.process_time() - begun
    models.parse(article[:200])
    clock = time.perf_counter()
    trees = models.parse(article)
    split_article(article, published=date(2022, 1, 29), trees=trees, antecedents=models.antecedents())
    parsed = time.perf_counter() - clock
    big = "\n\n".join(texts)
    big = ("\n\n".join([big] * (1_000_000 // len(big) + 1)))[:1_000_000]
    begun = time.process_time()
    split_article(big, published=date(2022, 1, 29))
    processor = time.process_time() - begun
    begun = time.process_time()
    split_article("the council moved lorries over bridges " * 128_205)
    line_without_stop = time.process_time() - begun
    print(f"| 600 words by word patterns, processor time of one core | {plain * 1000:.0f} ms |")
    print(f"| 600 words with the parser, on the clock | {parsed * 1000:.0f} ms |")
    print(f"| 1 MB by word patterns, processor time of one core | {processor:.1f} s |")
    print(f"| 5 MB in one line without a stop, the same | {line_without_stop:.1f} s |", flush=True)


MOST = 1_500
"""Rows of a set that thresholds are compared on; debates are long, and most of it is not check-worthy."""
WORTHY = ("ct24-devtest", "ct24-dev", "clef2019", "clef2020-train", "factcheckbench-dev-sentences")


def left_out(sets: Path, models: LanguageModels) -> None:
    """Print check-worthiness of each set at the threshold that the other sets choose, beside the shipped one's.

    A set's own best threshold is no promise: it is printed to show what choosing elsewhere costs.
    """
    import numpy as np
    from sklearn.metrics import average_precision_score, f1_score

    scored: dict[str, tuple[list[int], list[float]]] = {}
    for name in WORTHY:
        path = sets / "checkworthy" / f"{name}.jsonl"
        if not path.exists():
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if row.get("label") in (0, 1)][:MOST]
        scored[name] = ([row["label"] for row in rows], models.score([row["text"] for row in rows]))
    steps = [round(float(step), 2) for step in np.arange(0.05, 0.96, 0.05)]
    reached = {
        name: {step: float(f1_score(labels, [value >= step for value in values])) for step in steps}
        for name, (labels, values) in scored.items()
    }
    for name, (labels, values) in scored.items():
        others = [reached[other] for other in reached if other != name]
        chosen = max(steps, key=lambda step: sum(other[step] for other in others)) if others else CHECKWORTHY_FROM
        own = max(steps, key=lambda step: reached[name][step])
        shipped = float(f1_score(labels, [value >= CHECKWORTHY_FROM for value in values]))
        print(
            f"| check-worthiness, {name}: F1 shipped at {CHECKWORTHY_FROM}, at the threshold of the other sets, "
            f"at its own best; average precision | {shipped:.3f}; {reached[name][chosen]:.3f} at {chosen}; "
            f"{reached[name][own]:.3f} at {own}; {average_precision_score(labels, values):.3f} |",
            flush=True,
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, required=True, help="folder with sentences/, news/, checkworthy/, claims/")
    parser.add_argument("--quick", action="store_true", help="leave out the large set of debates")
    options = parser.parse_args()
    sets: Path = options.sets
    news = sets / "news" / "news-claims-dev.jsonl"
    if not news.exists():
        sys.exit(f"{sets} holds no news/news-claims-dev.jsonl")
    full, plain = LanguageModels(), LanguageModels(trees=False, vectors=False)
    print("| what | figures |\n|---|---|")
    for name in ("gum-dev", "golden-rules"):
        line(f"sentences, {name}", evaluate_sentences(sets / "sentences" / f"{name}.jsonl"), "F1", "rows exactly right")
    spans = ("F1", "precision", "recall", "spans on text that is not checkable", "worthiness average precision",
             "a kind right, on hits", "all kinds right, on hits", "speaker right, on attributed hits")  # fmt: skip
    line("news claims, word patterns", evaluate_news(news, plain.parse, plain.rescore), *spans)
    line("news claims, trees and vectors", evaluate_news(news, full.parse, full.rescore, full.antecedents()), *spans)
    cases = sets / "cases" / "splitting.jsonl"
    if cases.exists():
        measure_cases(cases)
    with news.open(encoding="utf-8") as rows:
        texts = [json.loads(row) for row in rows]
    drafts = [
        list(
            split_article(
                row["text"],
                published=date.fromisoformat(row["published"]) if row.get("published") else None,
                trees=full.parse(row["text"]),
                antecedents=full.antecedents(),
            ).claims
        )
        for row in texts
    ]
    print(f"| news: one expression, one date in an article | {consistency(drafts).words('dates')} |", flush=True)
    left_out(sets, full)
    worthy = ["ct24-devtest"] if options.quick else ["ct24-devtest", "clef2019"]
    for name in worthy:
        for what, models in (("rules", plain), ("model", full)):
            measured = evaluate_checkworthiness(sets / "checkworthy" / f"{name}.jsonl", models.score)
            names = ("MAP over documents",) if name == "clef2019" else ("F1", "average precision")
            line(f"check-worthiness, {name}, {what}", measured, *names)
    wording = ("token F1", "token F1 of copying", "pronoun-free", "pronoun-free of copying", "exactly right")
    claims = sets / "claims" / "factcheckbench-dev.jsonl"
    line("standalone wording, word patterns", evaluate_claims(claims, plain.parse), *wording)
    line("standalone wording, trees", evaluate_claims(claims, full.parse, full.antecedents()), *wording)
    with news.open(encoding="utf-8") as rows:
        speed([json.loads(row)["text"] for row in rows], full)


if __name__ == "__main__":
    main()
