"""What of a passage is encoded and indexed."""

from __future__ import annotations

from workbench.domain.passages import encoded_text, passage_context, passage_hash


def test_the_context_is_title_and_section_once_each() -> None:
    """A section that repeats the title is not said twice."""
    assert passage_context("Port report", "p. 4") == "Port report · p. 4"
    assert passage_context("Port report", "Port report") == "Port report"
    assert passage_context(" Port\nreport ", None) == "Port report"
    assert passage_context("", None) == ""


def test_a_passage_without_context_is_encoded_as_it_is() -> None:
    """No title, no full stop before the words."""
    assert encoded_text("", "words") == "words"
    assert encoded_text("Title", "words") == "Title. words"


def test_the_hash_follows_what_is_encoded() -> None:
    """Same words under another title need another vector; a lone surrogate does not stop hashing."""
    assert passage_hash("A", "words") != passage_hash("B", "words")
    assert len(passage_hash("", "\ud800")) == 64
