"""How well the language of a short text is told: headlines and single sentences of our own in twelve languages.

    make bench-languages

Beside what the workbench does (`workbench/ingest/languages.py`) stands the simplest way: the language with the most
stop words in the text. Wrong is worse than open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.table import heading, milliseconds, row
from workbench.ingest.languages import guess_language
from workbench.language.text.stop_words import STOP_WORDS

TEXTS = Path(__file__).with_suffix(".tsv")


def by_stop_words(text: str) -> str | None:
    """The language with the most stop words in a text, two at least; None where several have as many."""
    words = text.lower().replace("'", " ").strip(".").split()
    counts = Counter({name: sum(word in held for word in words) for name, held in STOP_WORDS.items()})
    (best, most), (_, second) = counts.most_common(2)
    return best if most > max(1, second) else None


def main() -> None:
    """Print both ways side by side."""
    texts = [line.split("\t") for line in TEXTS.read_text("utf-8").splitlines()]
    ways: dict[str, Callable[[str], str | None]] = {"py3langid": guess_language, "stop words": by_stop_words}
    heading()
    row("loading py3langid's model", f"{milliseconds(lambda: guess_language('Häuser')):.0f} ms")
    for name, way in ways.items():
        told: list[str | None] = []
        took = milliseconds(lambda way=way, told=told: told.extend(way(text) for _, text in texts))  # type: ignore[misc]
        right = sum(language == one for (language, _), one in zip(texts, told, strict=True))
        left = told.count(None)
        counted = f"{right} right, {len(texts) - right - left} wrong, {left} open"
        row(f"{name}, {len(texts)} texts", f"{counted}, {took / len(texts):.2f} ms a text")


if __name__ == "__main__":
    main()
