"""A guard that goes on after a fault of ours loses nobody an article, and no test passes over it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ingest.making import make_pdf, refusal
from workbench.domain import unforeseen
from workbench.ingest import pdf, plain
from workbench.language import article
from workbench.language.article import split_article


def test_a_renamed_method_costs_no_claim_and_is_told_to_whoever_watches(
    monkeypatch: pytest.MonkeyPatch, forgiven: list[BaseException]
) -> None:
    """A feature was dead for an hour: its AttributeError was taken for that of an odd sentence."""
    monkeypatch.setattr(article, "counted_by_tree", lambda *_: article.no_such_name)  # type: ignore[attr-defined]
    text = "The port lost 14 cranes in May. The council paid for nine of them."
    assert len(split_article(text).claims) == 2
    assert {type(fault) for fault in forgiven} == {AttributeError}
    forgiven.clear()


def test_outside_the_tests_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unforeseen, "watcher", None)
    unforeseen.went_on(KeyError("x"))


def test_a_mistake_of_ours_is_told_from_what_a_library_makes_of_something_hostile() -> None:
    def caught(work: object) -> BaseException:
        with pytest.raises((AttributeError, TypeError, ValueError)) as fault:
            work()  # type: ignore[operator]
        return fault.value

    assert unforeseen.ours(caught(lambda: unforeseen.no_such_name())) is False  # type: ignore[attr-defined]
    assert unforeseen.ours(caught(lambda: json.loads("{"))) is False
    assert unforeseen.ours(caught(lambda: split_article(None))) is True  # type: ignore[arg-type]


def test_a_mistake_in_a_parser_is_told_though_the_file_is_only_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forgiven: list[BaseException]
) -> None:
    monkeypatch.setattr(plain, "fields_of", None)
    path = tmp_path / "a.txt"
    path.write_text("The port lost 14 cranes in May.")
    assert refusal(path)
    assert {type(fault) for fault in forgiven} == {TypeError}
    forgiven.clear()


def test_a_mistake_in_reading_the_pages_of_a_pdf_is_told(
    monkeypatch: pytest.MonkeyPatch, forgiven: list[BaseException], tmp_path: Path
) -> None:
    monkeypatch.setattr(pdf, "reflow", None)
    assert refusal(make_pdf(tmp_path / "a.pdf", [["The port lost 14 cranes in May."]]))
    assert TypeError in {type(fault) for fault in forgiven}
    forgiven.clear()
