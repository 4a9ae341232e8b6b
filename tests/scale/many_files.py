"""A folder of files of many kinds."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

PARAGRAPH = "The harbour ferry carried {} people on its first day, the council said, more than in any week since 2017."


def page(number: int) -> str:
    """Different from all others."""
    words = "".join(f"<p>{PARAGRAPH.format(1_000 * number + line)}</p>" for line in range(4))
    return f"<html><head><title>Ferry {number}</title></head><body><article>{words}</article></body></html>"


def a_folder(folder: Path, pages: int = 30) -> Path:
    """Files of many kinds, good and broken, that need a parser's process and that do not."""
    (folder / "deep").mkdir(parents=True)
    (folder / "beir" / "qrels").mkdir(parents=True)
    for number in range(pages):
        (folder / "deep" / f"{number:03d}.html").write_text(page(number), encoding="utf-8")
    rows = [{"id": f"r{number}", "text": PARAGRAPH.format(number + 0.5)} for number in range(500)]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "a rows.jsonl").write_text(f"{lines}not a row\n", encoding="utf-8")
    (folder / "table.csv").write_text("id,text\n1,One mill was opened.\n2,\n", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "no words.txt").write_text("…\n", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "beir" / "corpus.jsonl").write_text('{"_id": "d1", "title": "", "text": "A mill."}\n', encoding="utf-8")
    (folder / "beir" / "queries.jsonl").write_text('{"_id": "q1", "text": "A mill?"}\n', encoding="utf-8")
    with zipfile.ZipFile(folder / "many.zip", "w") as archive:
        for number in range(20):
            archive.writestr(f"in/{number}.html", page(100 + number))
        archive.writestr("broken.docx", b"nothing")
    return folder
