"""How fast files are read, and in how much memory: `python -m benchmarks.ingest [--files 10000] [--jobs N]`.

Makes a folder of mixed files (text, Markdown, pages, mail, Word, PDF, EPUB, rows, tables, broken ones), reads it
through, and reads it again with every file known. Memory is the sum of the peaks of the program and of its largest
parsing process.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.ingest.making import make_docx, make_epub, make_pdf, page
from workbench.domain.documents import Document
from workbench.ingest import ReadOptions, read

KINDS = (
    *("txt",) * 34,
    *("html",) * 25,
    *("md",) * 12,
    *("eml",) * 8,
    *("docx",) * 6,
    *("pdf",) * 6,
    *("jsonl",) * 4,
    *("csv",) * 2,
    *("epub",) * 1,
    *("bin",) * 2,
)
WORDS = re.findall(
    r"\w+",
    "the ferry harbour council carried people first day since year reported figure million said would new line open "
    "closed bridge storm repair cost budget minister meeting week month island service passengers record rise fall",
)


def sentence(dice: random.Random) -> str:
    """A sentence of 8 to 25 words."""
    return " ".join(dice.choices(WORDS, k=dice.randint(8, 25))).capitalize() + "."


def paragraphs(dice: random.Random) -> list[str]:
    """Paragraphs of an article of some 500 words."""
    return [" ".join(sentence(dice) for _ in range(3)) for _ in range(10)]


def make(folder: Path, number: int, dice: random.Random) -> None:
    """Make one file."""
    kind = KINDS[number % len(KINDS)]
    path = folder / f"{number // 1000:02d}" / f"{number:05d}.{kind}"
    path.parent.mkdir(exist_ok=True)
    text = paragraphs(dice)
    if kind == "txt":
        path.write_text("\n\n".join([sentence(dice), *text]))
    elif kind == "md":
        path.write_text(f"# {sentence(dice)}\n\n" + "\n\n".join(text))
    elif kind == "html":
        menu = "".join(f'<li><a href="/{n}">{sentence(dice)}</a></li>' for n in range(30))
        path.write_text(page(sentence(dice), "</p><p>".join(text)).replace("<article>", f"<ul>{menu}</ul><article>"))
    elif kind == "eml":
        head = f"From: a@b.example\nSubject: {sentence(dice)}\nDate: Sat, 29 Jan 2022 10:00:00 +0000\n\n"
        path.write_text(head + "\n\n".join(text))
    elif kind == "docx":
        make_docx(path)
    elif kind == "pdf":
        make_pdf(path, [[sentence(dice)[:90] for _ in range(40)] for _ in range(4)])
    elif kind == "jsonl":
        path.write_text("".join(f'{{"id": "{number}-{n}", "text": "{sentence(dice)}"}}\n' for n in range(100)))
    elif kind == "csv":
        path.write_text("id,text\n" + "".join(f"{number}-{n},{sentence(dice)}\n" for n in range(100)))
    elif kind == "epub":
        make_epub(path, {f"{n}.xhtml": page(sentence(dice), "</p><p>".join(text)) for n in range(5)})
    else:
        path.write_bytes(dice.randbytes(2_000))


def peak_megabytes() -> tuple[float, float]:
    """Peak memory of this program and of its largest child."""
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own, children


def processor_seconds() -> float:
    """Time on processors so far, of this program and of its ended children: what a busy machine does not stretch."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main() -> None:
    """Make, read, read again, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=None)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dice = random.Random(7)
        for number in range(given.files):
            make(folder, number, dice)
        seen: set[str] = set()
        counts: Counter[str] = Counter()
        began, spent = time.perf_counter(), processor_seconds()
        for entry in read(folder, as_evidence=True, options=ReadOptions(jobs=given.jobs)):
            counts["documents" if isinstance(entry, Document) else "skipped"] += 1
        seconds, spent = time.perf_counter() - began, processor_seconds() - spent
        own, children = peak_megabytes()
        files = sorted(str(path) for path in folder.rglob("*") if path.is_file())
        seen.update(files)
        began = time.perf_counter()
        known = ReadOptions(known=lambda origin, mark: origin in seen and mark.size > 0)
        again = sum(1 for _ in read(folder, as_evidence=True, options=known))
        second = time.perf_counter() - began
    print(
        "| files | documents | skipped | seconds | files/s | processor seconds | program MB | parser MB "
        "| again, seconds |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    print(
        f"| {given.files:,} | {counts['documents']:,} | {counts['skipped']:,} | {seconds:.1f} | "
        f"{given.files / seconds:,.0f} | {spent:.0f} | {own:.0f} | {children:.0f} | {second:.2f} |"
    )
    assert again == 0


if __name__ == "__main__":
    main()
