"""The rules of a site's robots.txt (RFC 9309), read by Protego."""

from __future__ import annotations

import re

from protego import Protego

MOST_BYTES = 512_000
"""Bytes of a robots.txt that are read, as many as RFC 9309 (section 2.5) asks for; the rest counts for nothing."""

_AGENT_LINE = re.compile(r"\s*user(?:-|[ \t]+)?agent(?=[\s:]|$)[\s:]*([^#]*)", re.IGNORECASE)
_NOBODY = "user-agent: nobody"


class Robots:
    """What a site asks one robot for.

    Args:
        text: The file.
        agent: The robot's name.
    """

    def __init__(self, text: str, agent: str) -> None:
        self._agent = agent
        # Every rule is kept once for each robot that its group names: groups that name thousands, none of them this
        # one, would be kept in gigabytes.
        lines = (line if self._concerns(line) else _NOBODY for line in text.splitlines())
        self._rules = Protego.parse("\n".join(lines))

    def _concerns(self, line: str) -> bool:
        match = _AGENT_LINE.match(line)
        if match is None:
            return True
        name = match.group(1).strip().lower()
        return name == "*" or name.replace("*", "") in self._agent.lower()

    def allows(self, address: str) -> bool:
        """Whether the robot may ask for an address of the site."""
        return self._rules.can_fetch(address, self._agent)

    @property
    def pause(self) -> float:
        """Seconds between two questions that the site asks for; 0 where it asks for none."""
        return self._rules.crawl_delay(self._agent) or 0.0
