"""Evidence in several languages: each is stemmed by its own rules, and found by any form of its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.index.hashing import HashingEncoder
from workbench.cli.main import main
from workbench.domain.documents import Document
from workbench.domain.errors import IndexProblemError
from workbench.index.manifest import MANIFEST
from workbench.index.opened import open_index
from workbench.services.evidence.index_state import index_state
from workbench.services.evidence.reindex import reindex
from workbench.services.evidence.sources import EvidenceReport, store_documents
from workbench.services.record.doctor import examine
from workbench.services.search.retrieval import languages_of
from workbench.services.search.search import Searcher
from workbench.services.workspace import Workspace

EVIDENCE = {
    "de": "Im Hafenviertel von Ostmünde stehen 40 leere Häuser, und die Mieten der Wohnungen sind gestiegen.",
    "fr": "Les élections municipales de Valbourg ont été annulées, et des journaux locaux en ont parlé.",
    "es": "Las ciudades del valle cerraron sus hospitales, y los médicos protestaron contra la decisión.",
    "it": "I ponti della valle sono stati chiusi, e gli operai delle fabbriche hanno scioperato.",
    "pt": "As prefeituras do vale fecharam as escolas, e os professores fizeram reclamações.",
    "nl": "De bruggen van Oosterveen werden gesloten, en de bewoners klaagden over de gemeenten.",
    "sv": "Broarna i Österhamn stängdes, och invånarna klagade på kommunerna.",
    "ru": "Мосты в долине закрыли, и жители жаловались на больницы.",
    "en": "The bridges of the valley were closed, and workers of the factories went on strike.",
}
"""Sentences of our own about places that do not exist."""
ASKED = {
    "de": ("Haus", "Wohnung", "Miete", "leeres Haus"),
    "fr": ("élection", "journal local", "election municipale"),
    "es": ("ciudad", "hospital", "médico"),
    "it": ("ponte", "fabbrica"),
    "pt": ("prefeitura", "professor", "reclamação"),
    "nl": ("brug", "gemeente", "bewoner"),
    "sv": ("invånare", "kommun"),
    "ru": ("мост", "больница"),
    "en": ("bridge", "factory", "worker"),
}


def add(workspace: Workspace, texts: dict[str, str], *, told: bool = True) -> None:
    documents = (
        Document(text, "", name, f"{number:064x}", id=name, language=name[:2] if told else None)
        for number, (name, text) in enumerate(texts.items())
    )
    store_documents(workspace, documents, EvidenceReport())


@pytest.mark.parametrize("told", [True, False], ids=["language of the source", "language found"])
@pytest.mark.parametrize("language", list(ASKED))
def test_evidence_is_found_by_other_forms_of_its_words(workspace: Workspace, language: str, told: bool) -> None:
    add(workspace, EVIDENCE, told=told)
    reindex(workspace, encoder=HashingEncoder())
    searcher = Searcher(workspace, encoder=HashingEncoder())
    for words in ASKED[language]:
        hits = searcher.search(words, mode="lexical").hits
        assert hits, words
        assert hits[0].source.id == language, words
        found = {match.word for match in hits[0].matches}
        assert len(found) == len(words.split()), (words, found)


def test_an_index_in_english_alone_knows_one_language(workspace: Workspace) -> None:
    add(workspace, {"en": EVIDENCE["en"], "en-2": "Nord Stream 2"}, told=False)
    reindex(workspace, encoder=HashingEncoder())
    assert languages_of(open_index(workspace.index_path)) == ("en",)


def test_stop_words_are_those_of_the_question(workspace: Workspace) -> None:
    """ "Die" is a word in English; a German question is not answered with it, and an English one is."""
    add(
        workspace,
        EVIDENCE | {"en-2": "Without a doctor more patients die of the fever.", "en-3": "The harbour is deep."},
    )
    reindex(workspace, encoder=HashingEncoder())
    searcher = Searcher(workspace, encoder=HashingEncoder())
    german = searcher.search("Die Häuser in der Stadt und die Mieten", mode="lexical").hits
    assert [hit.source.id for hit in german] == ["de"]
    assert searcher.search("patients die", mode="lexical").hits[0].source.id == "en-2"


def test_names_are_shared_across_languages(workspace: Workspace) -> None:
    """The name of a place is the same word by all rules, with its endings or without."""
    add(workspace, EVIDENCE)
    reindex(workspace, encoder=HashingEncoder())
    (hit, *_) = Searcher(workspace, encoder=HashingEncoder()).search("The elections in Valbourg were cancelled").hits
    assert hit.source.id == "fr"
    assert "Valbourg" in hit.shared


def test_languages_stay_with_their_passages_from_one_index_to_the_next(workspace: Workspace) -> None:
    """What is taken over from the index before, and what is added, count the same."""
    add(workspace, {name: EVIDENCE[name] for name in ("de", "en")})
    reindex(workspace, encoder=HashingEncoder())
    add(workspace, {name: EVIDENCE[name] for name in ("fr", "es")})
    reindex(workspace, encoder=HashingEncoder())
    grown = open_index(workspace.index_path)
    reindex(workspace, full=True, encoder=HashingEncoder())
    whole = open_index(workspace.index_path)
    assert grown is not None
    assert whole is not None
    assert grown.languages.tolist() == whole.languages.tolist()
    assert grown.lexical.terms() == whole.lexical.terms()
    assert sorted(languages_of(grown)) == ["de", "en", "es", "fr"]


def test_an_index_of_other_stems_is_told_stale_and_made_again(workspace: Workspace) -> None:
    """Its words would not be found; its vectors are as good as before."""
    add(workspace, EVIDENCE)
    reindex(workspace, encoder=HashingEncoder())
    path = workspace.index_path / MANIFEST
    for analyzer in ("", "rules 1, PyStemmer 1.0"):
        manifest = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(manifest | {"analyzer": analyzer}), "utf-8")
        with pytest.raises(IndexProblemError, match=r"is stale: its words were stemmed by other rules"):
            open_index(workspace.index_path)
        assert index_state(workspace) == "index stale"
        assert any(one.check == "index" and "stale" in one.detail for one in examine(workspace))
        report = reindex(workspace, encoder=HashingEncoder())
        assert (report.unchanged, report.encoded) == (len(EVIDENCE), 0)
        assert index_state(workspace) == "index current"
        assert Searcher(workspace, encoder=HashingEncoder()).search("Haus", mode="lexical").hits[0].source.id == "de"


def test_an_index_of_before_is_told_and_made_again(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    """Before there were stems by language, its manifest named none and its folder held no languages."""
    add(workspace, EVIDENCE)
    reindex(workspace, encoder=HashingEncoder())
    path = workspace.index_path / MANIFEST
    manifest = json.loads(path.read_text("utf-8"))
    del manifest["analyzer"]
    name = f"{manifest['folder']}/passages.languages"
    del manifest["files"][name]
    (workspace.index_path / name).unlink()
    path.write_text(json.dumps(manifest), "utf-8")
    assert main(["-w", str(workspace.path), "search", "Haus", "--mode", "lexical"]) == 3
    told = capsys.readouterr().err
    assert "is stale" in told
    assert len(told.splitlines()) == 1
    assert reindex(workspace, encoder=HashingEncoder()).encoded == 0
    assert open_index(workspace.index_path) is not None


def test_a_row_without_a_language_is_read_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows say nothing of their language, and a file of them may hold several."""
    rows = [{"id": name, "title": "", "text": text} for name, text in EVIDENCE.items()]
    file, work = tmp_path / "rows.jsonl", str(tmp_path / "work")
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    assert main(["init", work]) == 0
    assert main(["-w", work, "evidence", "add", str(file)]) == 0
    assert main(["-w", work, "reindex"]) == 0
    capsys.readouterr()
    assert main(["-w", work, "search", "Haus", "--mode", "lexical", "--format", "json"]) == 0
    assert [row["source_id"] for row in json.loads(capsys.readouterr().out)] == ["de"]
