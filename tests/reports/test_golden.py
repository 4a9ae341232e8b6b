"""Every text format of the sample report, byte for byte."""

from __future__ import annotations

import pytest

from tests.reports.golden_files import FILES, FOLDER, PUBLISHED


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_what_it_was(name: str) -> None:
    """`python -m tests.reports.golden_files` rewrites the files after a wanted change."""
    assert FILES[name](PUBLISHED) == (FOLDER / name).read_bytes()
