"""Whether a file shows pictures that a machine may read the words of, told without loading anything."""

from __future__ import annotations

import importlib.util

from workbench.ingest.foreign import is_recording
from workbench.ingest.item import Item

PACKAGE = "rapidocr_onnxruntime"
NEEDS = "install the extra: pip install 'claim-workbench[ocr]'"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"BM")


def is_image(head: bytes) -> bool:
    """Whether these first bytes are those of a picture."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    bitmap = head[:2] == b"BM" and head[6:10] == bytes(4)
    return webp or bitmap or head.startswith(_IMAGES[:-1])


def available() -> bool:
    """Whether the extra that reads them is installed."""
    return importlib.util.find_spec(PACKAGE) is not None


def memory_for(item: Item) -> int:
    """What a parser may allocate to read an item (bytes)."""
    limits = item.options.limits
    try:
        head = item.head()
    except OSError:
        return limits.memory
    if item.options.speech_model is not None and is_recording(head):
        return limits.recording_memory
    shown = is_image(head) or b"%PDF-" in head[:1024]
    return limits.picture_memory if shown and available() else limits.memory
