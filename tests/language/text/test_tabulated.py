"""Which first row of a table names its columns."""

import pytest

from workbench.language.text.tabulated import tables_in


def _last(text: str) -> str:
    at = text.rstrip().rindex("\n") + 1
    row = tables_in(text).row_at(at, len(text.rstrip()))
    assert row is not None
    return row.wording(text)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("| Holm | closed | none |\n| Sund | 12 | 3 |", "Sund: 12; 3"),
        ("| Kell | not known | shut |\n| Holm | 7 | 2 |\n| Sund | 12 | 3 |", "Sund: 12; 3"),
        ("| Port | State | Ships | Owner |\n| Holm | good | 7 | town |\n| Sund | bad | 12 | firm |",
         "Sund: bad; 12; firm"),
        ("| Port | Ships | Cranes |\n| Holm | 7 | 2 |\n| Sund | 12 | 3 |", "Sund, Ships: 12; Cranes: 3"),
        ("| Port | Ships | Owner |\n|---|---|---|\n| Sund | 12 | town |", "Sund, Ships: 12; Owner: town"),
        ("| | Ships | Cranes |\n| Sund | 12 | 3 |", "Sund, Ships: 12; Cranes: 3"),
    ],
)  # fmt: skip
def test_a_row_names_the_columns_only_where_it_is_sure(text: str, wording: str) -> None:
    assert _last(text) == wording
