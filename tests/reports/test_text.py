"""Hostile text is shown, never obeyed: terminals, spreadsheets, Markdown, links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workbench.reports.harmless import clean, csv_cell, day, markdown, moment, one_line, web_address


def test_terminal_escapes_and_directional_overrides_are_shown() -> None:
    assert clean("\x1b[31mred\x07\x9b0m \u202eevil") == "␛[31mred␇⟨U+009B⟩0m ⟨U+202E⟩evil"


def test_line_ends_become_newlines_and_tabs_stay() -> None:
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"


@given(st.text())
def test_cleaned_text_can_be_written_and_holds_no_controls(text: str) -> None:
    shown = clean(text)
    shown.encode("utf-8")
    assert not [c for c in shown if (ord(c) < 0x20 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0]


@pytest.mark.parametrize(
    "text", ["=cmd()", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", '=HYPERLINK("x")']
)
def test_a_cell_that_a_spreadsheet_would_run_gets_a_quote_mark(text: str) -> None:
    assert csv_cell(text).startswith("'")


def test_plain_cells_stay_as_they_are() -> None:
    assert csv_cell("£2.3bn = a lot") == "£2.3bn = a lot"


MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_markdown_shows_any_text_as_it_stands(text: str) -> None:
    """Read back by a Markdown parser it is one paragraph of plain text."""
    tokens = MARKDOWN.parse(markdown(text))
    assert [token.type for token in tokens if token.type not in ("paragraph_open", "paragraph_close")] in (
        ["inline"],
        [],
    )
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text"}
    assert "".join(child.content for child in children) == one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "# heading", "1. list", "2) list", "- item", "+ item", "> quote", "=== ", "---", "| a | b |", "```", "~~~",
        "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](y)", "&copy;", "**bold**", "a_b_c", "\\*",
        "http://evil.example", "www.evil.example", "me@evil.example", "<https://evil.example>", "[^1]", "$x$",
        "    indented", "a\n\n# b",
    ],
)  # fmt: skip
def test_markdown_signs_are_shown(text: str) -> None:
    rendered = MARKDOWN.render(markdown(text))
    assert rendered.startswith("<p>")
    assert rendered.count("<") == 2


def test_bare_addresses_are_not_turned_into_links() -> None:
    assert markdown("see http://a.example, www.a.example, m@a.example") == (
        "see http\\://a.example, www\\.a.example, m\\@a.example"
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "/x", "", None, "https://",
        "https://a b", "https://a\n.example", "http://[bad", "ftp://a.example", "\x1bhttps://a.example",
    ],
)  # fmt: skip
def test_no_reader_is_sent_to_an_odd_address(url: str | None) -> None:
    assert web_address(url) is None


def test_an_address_cannot_end_its_link_early() -> None:
    assert web_address('https://a.example/"><script>?q=<b>|`\\') == (
        "https://a.example/%22%3E%3Cscript%3E?q=%3Cb%3E%7C%60%5C"
    )


def test_days_and_moments_in_words() -> None:
    assert day("2022-01-29") == "29 January 2022"
    assert day("2022-01-29T14:05:00Z") == "29 January 2022"
    assert day("soon") == "soon"
    assert day(None) == ""
    assert moment("2022-01-29T14:05:00.123Z") == "29 January 2022, 14:05 UTC"
    assert moment("2022-01-29") == "29 January 2022"
    assert moment("\x1bsoon") == "␛soon"
