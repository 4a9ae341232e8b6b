"""Files that are known and not read: each is refused by its name, with what to do."""

from __future__ import annotations

from workbench.ingest.item import Item

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins, in which old Office files and locked new ones lie ([MS-CFB])."""
_SEARCHED = 4_000_000
_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__substg1.0_", "msg"),
)
"""Names in the directory of a compound file, and what they tell."""
REFUSED = {
    "doc": "it is an old Word document (.doc), which is not read; save it as .docx",
    "xls": "it is an old Excel workbook (.xls), which is not read; save it as .xlsx",
    "ppt": "it is an old PowerPoint file (.ppt), which is not read; save it as .pptx",
    "msg": "it is an Outlook message (.msg), which is not read; save it as .eml",
    "locked": "it is locked with a password; save it without one",
    "compound": "it is an old Office file of a kind that is not read; save it as .docx, .xlsx or PDF",
    "pages": "it is an Apple Pages document, which is not read; export it as Word (.docx) or PDF",
    "numbers": "it is an Apple Numbers spreadsheet, which is not read; export it as Excel (.xlsx) or CSV",
    "key": "it is an Apple Keynote presentation, which is not read; export it as PowerPoint (.pptx) or PDF",
    "iwork": "it is an Apple iWork file, which is not read; export it as Word, Excel, PowerPoint or PDF",
    "calendar": "it is a calendar (.ics), which is not read; save its entries as a table (CSV) or text",
    "card": "it is a card of addresses (.vcf), which is not read",
    "latex": "it is a LaTeX source, which is not read; add the PDF that is made of it",
    "xml": "it is XML of a kind that is not read; save it as a page (HTML), a table (CSV) or text",
    "opc": "it is an Office file of a kind that is not read",
}
"""Kind → why nothing is read of it."""


_RECORDINGS = (
    *(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"#!AMR"),
    *(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"\x00\x00\x01\xba"),  # Windows Media, MPEG
)


def is_recording(head: bytes) -> bool:
    """Whether these first bytes are those of a recording of sound or video."""
    film = head[4:8] == b"ftyp" and head[8:12] not in (b"heic", b"heix", b"avif", b"mif1")
    aiff = head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC")
    wave = head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"AVI ")
    return film or wave or aiff or head.startswith(_RECORDINGS)


def compound_kind(item: Item) -> str:
    """What lies in a compound file, told by the names of its streams."""
    with item.open() as file:
        data = file.read(_SEARCHED)
        if item.size > 2 * _SEARCHED:
            file.seek(-_SEARCHED, 2)
        data += file.read(_SEARCHED)
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), "compound")
