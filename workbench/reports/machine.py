"""Bytes of JSON that no terminal obeys and every reader can read."""

from __future__ import annotations

import json
import re
from typing import Any

from workbench.domain.invisible import unseen_as

_TERMINAL_CONTROLS = re.compile("[\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]")


def json_bytes(data: Any) -> bytes:
    """Indented UTF-8 JSON with a newline at its end.

    Control, direction and unseen characters and lone surrogates stay escaped.

    Raises:
        ValueError: `data` holds a number that JSON has no word for (infinity, not a number).
    """
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    # such characters can stand inside strings only, where an escape means the same
    text = _TERMINAL_CONTROLS.sub(lambda found: f"\\u{ord(found.group(0)):04x}", text)
    text = unseen_as(text, lambda character: json.dumps(character)[1:-1])
    return text.encode("utf-8", errors="backslashreplace")
