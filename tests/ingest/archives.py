"""Archives that mean harm, with good files between: made by chance, and what must hold of a reading of them."""

from __future__ import annotations

import io
import mailbox
import random
import tempfile
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

from tests.ingest.fuzzing import Changes, damaged, seeds
from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError
from workbench.ingest import Limits, ReadOptions, read

LIMITS = Limits(archive=60_000_000, packed=5_000_000, archive_members=2_000, seconds=5.0, page=2_000_000)
"""Small ones, so that what goes on forever is told soon."""
AT_MOST = 120.0
"""Seconds for one archive: several times what the limits give it, on a busy machine."""


def _good(number: int) -> str:
    return f"The ferry number {number} carried {number}00 people to Skerray in May."


def _bad(dice: random.Random) -> tuple[str, bytes]:
    """A member that means harm: a name and what is in it."""
    swell = b" " * dice.choice((6_000_000, 20_000_000))
    nested = io.BytesIO()
    with zipfile.ZipFile(nested, "w", zipfile.ZIP_DEFLATED) as inner:
        inner.writestr("deep.txt", "nested words")
    name = dice.choice(sorted(seeds()))
    edits: Changes = [("cut", dice.random(), 90), ("put", dice.random(), b"<" * 400), ("double", dice.random(), 999)]
    return dice.choice(
        (
            ("bomb.txt", swell),
            ("bomb.html", b"<p>" + swell),
            ("inner.zip", nested.getvalue()),
            ("../../up.txt", b"out"),
            ("/etc/abs.txt", b"out"),
            ("C:\\win.txt", b"out"),
            ("line\nbreak\x1b[31m.txt", b"\x1b[31mred"),
            ("comments.xml", b"<!-- a -->" * dice.randint(20, 40_000) + b"<x>"),
            ("deep.html", b"<div><p>word " * 20_000),
            ("wide.html", b"<div><p>word</div>" * 9_000),
            ("open.csv", b'id,text\n1,"never closed\n' + b"2,row\n" * 20_000),
            ("long.jsonl", b'{"text": "' + b"a" * 3_000_000),
            ("deep.json", b"[" * 100_000),
            ("lies.warc", b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx"),
            ("entity.xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
            (f"hurt-{name}", damaged(seeds()[name], edits)),
            ("empty.pdf", b"%PDF-1.7\n"),
        )
    )


def make(folder: Path, dice: random.Random) -> tuple[Path, list[str]]:
    """An archive, and the words that must come out of it."""
    good = [_good(number) for number in range(1, dice.randint(3, 8))]
    members = [(f"{place}-good.txt", text.encode()) for place, text in enumerate(good)]
    members += [_bad(dice) for _ in range(dice.randint(1, 4))]
    dice.shuffle(members)
    if dice.random() < 0.25:
        return _mailbox(folder / "box.mbox", members), good
    path = folder / "packed.zip"
    with zipfile.ZipFile(path, "w", dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as container:
        for number, (name, content) in enumerate(members):
            info = zipfile.ZipInfo(name if "good" in name or name[0] in "./C" else f"{number}-{name}")
            info.compress_type = zipfile.ZIP_DEFLATED
            container.writestr(info, content)
    if dice.random() < 0.4:
        _lie(path, dice, [name for name, _ in members if "good" not in name])
    return path, good


def _mailbox(path: Path, members: list[tuple[str, bytes]]) -> Path:
    box = mailbox.mbox(path)
    for name, content in members:
        message = EmailMessage()
        message["Subject"], message["From"] = "".join(filter(str.isprintable, name)), "a@b.example"
        message["Date"] = "Sat, 29 Jan 2022 10:00:00 +0000"
        if "good" in name:
            message.set_content(content.decode())
        else:
            message.set_content("See the file.")
            message.add_attachment(content, maintype="application", subtype="octet-stream", filename="a.bin")
        box.add(message)
    box.close()
    return path


def _lie(path: Path, dice: random.Random, names: list[str]) -> None:
    """Change the checksum, the sizes or the content of a bad member, and none of the others."""
    with zipfile.ZipFile(path) as container:
        bad = [info for info in container.infolist() if any(info.filename.endswith(name) for name in names)]
    if not bad:
        return
    info = dice.choice(bad)
    data = bytearray(path.read_bytes())
    entry = data.find(b"PK\x01\x02")
    while data[entry + 46 : entry + 46 + len(info.filename.encode())] != info.filename.encode():
        entry = data.find(b"PK\x01\x02", entry + 1)
        if entry < 0:
            return
    at = dice.choice((entry + 16, entry + 24, entry + 10, entry + 8))  # checksum, size, method, flags
    data[at] ^= dice.randint(1, 255)
    path.write_bytes(bytes(data))


def broken(seed: int) -> str:
    """Read an archive made by chance; "" where all that is promised held, else what did not."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name)
        path, good = make(folder, dice)
        before = sorted(folder.iterdir())
        began = time.monotonic()
        try:
            entries = list(read(str(path), as_evidence=True, options=ReadOptions(limits=LIMITS)))
        except BadInputError as error:
            return f"seed {seed}: refused as a whole: {error}"
        took = time.monotonic() - began
        texts = "\n".join(entry.text for entry in entries if isinstance(entry, Document))
        lost = [words for words in good if words not in texts]
        if lost:
            return f"seed {seed}: good members are lost: {lost}"
        if "root:" in texts:
            return f"seed {seed}: it read a file of this machine"
        if took > AT_MOST:
            return f"seed {seed}: it took {took:.0f} s"
        if sorted(folder.iterdir()) != before:
            return f"seed {seed}: it wrote into the folder"
        for entry in entries:
            words = entry.origin if isinstance(entry, Document) else f"{entry.origin}{entry.reason}"
            if not all(sign.isprintable() for sign in words):
                return f"seed {seed}: what it says is no line: {words!r}"
    return ""
