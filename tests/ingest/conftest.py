"""What the tests of this room share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ingest.site import Site, running


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on the loopback address."""
    with running() as started:
        yield started
