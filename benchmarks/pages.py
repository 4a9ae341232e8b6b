"""How much of real pages is read, and how right: `python -m benchmarks.pages FOLDER [--verbose]`.

FOLDER holds a folder a page: `source.html`, `expected.html` (what a reader should see of it) and
`expected-metadata.json` (title, byline, publishedTime). Beside the workbench's own reading stand trafilatura's and
htmldate's on the same pages in the same run. The table tells all pages and two halves in the order of names: a rule
that is chosen on one half shows on the other whether it holds.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError
from workbench.ingest import ReadOptions, read

BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "td", "th", "figcaption", "blockquote", "pre")


@dataclass(slots=True)
class Result:
    """What one reader made of one page; a date is ISO 8601."""

    words: Counter[str] = field(default_factory=Counter)
    title: str = ""
    author: str = ""
    published: str = ""


def words_of(text: str) -> Counter[str]:
    """Words and how often they occur."""
    return Counter(re.findall(r"\w+", text.lower()))


def expected(folder: Path) -> tuple[Counter[str], dict[str, Any]]:
    """The words and the fields a page should give."""
    import lxml.html

    tree = lxml.html.fromstring((folder / "expected.html").read_text(encoding="utf-8"))
    for block in tree.iter(*BLOCKS):  # blocks are apart for a reader
        block.text, block.tail = " " + (block.text or ""), " " + (block.tail or "")
    return words_of(tree.text_content()), json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))


def ours(page: Path) -> Result | None:
    """The workbench's reading; None where it fails."""
    try:
        found = list(read(page, as_evidence=False, options=ReadOptions(isolate=False)))
    except BadInputError:
        return None
    document = next(entry for entry in found if isinstance(entry, Document))
    published = document.published.isoformat() if document.published else ""
    return Result(words_of(document.text), document.title, document.author or "", published)


def theirs(page: Path) -> Result:
    """trafilatura's text, title and author, and htmldate's date of first publication."""
    from htmldate import find_date
    from trafilatura import extract, extract_metadata

    data = page.read_bytes()
    said = extract_metadata(data)
    return Result(
        words_of(extract(data, include_comments=False, include_tables=True) or ""),
        (said.title or "") if said else "",
        (said.author or "") if said else "",
        find_date(data, original_date=True) or "",
    )


def names(text: str) -> list[str]:
    """The words of a title or name, without the "By" before it."""
    return re.findall(r"\w+", re.sub(r"^\s*by\s", "", text.lower()))


def is_author(found: str, right: str) -> bool:
    """Whether an author is the one stated: what a by-line says besides (a date, an office) need not be in it."""
    sought, given = names(right), names(found)
    return bool(given) and set(given) <= set(sought)


@dataclass(slots=True)
class Tally:
    """Sums over pages."""

    pages: int = 0
    failed: int = 0
    recall: float = 0.0
    precision: float = 0.0
    f1: float = 0.0
    right: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)

    def add(self, result: Result | None, words: Counter[str], fields: dict[str, Any]) -> tuple[float, float]:
        """Count one page; gives its recall and precision."""
        self.pages += 1
        if result is None:
            self.failed += 1
            result = Result()
        both = (result.words & words).total()
        recall, precision = both / max(1, words.total()), both / max(1, result.words.total())
        self.recall += recall
        self.precision += precision
        self.f1 += 2 * recall * precision / (recall + precision) if both else 0.0
        title, author, date = (str(fields.get(key) or "") for key in ("title", "byline", "publishedTime"))
        for name, right, holds in (
            ("title", title, names(result.title) == names(title)),
            ("author", author, is_author(result.author, author)),
            ("date", date, result.published == date[:10]),
        ):
            if right:
                self.stated[name] += 1
                self.right[name] += holds
        return recall, precision

    def row(self) -> str:
        """The cells of a table."""
        means = [f"{total / max(1, self.pages):.3f}" for total in (self.recall, self.precision, self.f1)]
        fields = [f"{self.right[name]} of {self.stated[name]}" for name in ("title", "author", "date")]
        return " | ".join([str(self.pages), str(self.failed), *means, *fields])


def main() -> None:
    """Read every page with both, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="a line a page where the two differ")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    tallies = {(who, part): Tally() for who in ("workbench", "plain libraries") for part in ("all", "even", "odd")}
    folders = sorted(path.parent for path in given.folder.glob("*/source.html"))
    for number, folder in enumerate(folders):
        words, fields = expected(folder)
        scores = {}
        for who, reader in (("workbench", ours), ("plain libraries", theirs)):
            result = reader(folder / "source.html")
            for part in ("all", "odd" if number % 2 else "even"):
                scores[who] = tallies[who, part].add(result, words, fields)
        if given.verbose and scores["workbench"] != scores["plain libraries"]:
            print(folder.name, *(f"{who} {recall:.3f} {precision:.3f}" for who, (recall, precision) in scores.items()))
    print("| reader | half | pages | failed | recall | precision | F1 | title | author | date |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for (who, part), tally in tallies.items():
        print(f"| {who} | {part} | {tally.row()} |")


if __name__ == "__main__":
    main()
