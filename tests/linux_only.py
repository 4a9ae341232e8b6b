"""Which tests need Linux (or a system much like it), told from what their modules use."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

USED = re.compile(
    r"^\s*(?:import|from) (?:pty|fcntl|resource|termios)\b|/proc\b|/dev/(?:full|stdout|null)\b"
    r"|\bos\.(?:fork|mkfifo|kill|getuid)"
    r"|\bSIG(?:KILL|TERM|HUP|INT|ALRM)\b|\bsetrlimit\b|\bchmod\(|\bumask\b|\bstart_new_session\b|\bpass_fds\b|\bsymlink_to\(|"
    r"\bulimit\b|\"bash\"",
    re.MULTILINE,
)
"""What other systems lack or do otherwise: terminals, signals, limits, rights, links, files of the kernel."""


@cache
def needs_linux(path: Path) -> bool:
    """Whether the tests of a module need it; those of one file stand and fall together."""
    return USED.search(path.read_text(encoding="utf-8")) is not None
