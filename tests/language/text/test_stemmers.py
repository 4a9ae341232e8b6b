"""Words brought to their stem by the rules of their language, and questions that find them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.text.analyzer import asked, stems, stems_and_places, words
from workbench.language.text.stemmers import ENGLISH, LANGUAGES, analysed_as, stem
from workbench.language.text.stop_words import STOP_WORDS

LETTERS = st.text(st.characters(categories=("Ll", "Lu", "Lo", "Mn", "Nd", "Zs", "Po")), max_size=120)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", "Haus Häuser Häusern"),
        ("de", "Straße Straßen strasse"),
        ("fr", "élection élections Élection"),
        ("es", "hospital hospitales"),
        ("it", "fabbrica fabbriche"),
        ("pt", "reclamação reclamações"),
        ("nl", "gemeente gemeenten"),
        ("sv", "kommun kommunerna"),
        ("ru", "больница больницы"),
        ("fi", "talo talossa"),
        ("en", "deploy deployed deploying"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len(set(stems(forms, language))) == 1


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("nb", "no"), ("nn-NO", "no"), ("en-GB", "en"), ("zh", "en"),
        ("", "en"), (None, "en"), ("German", "en"), ("d", "en"),
    ],
)  # fmt: skip
def test_a_language_without_rules_is_read_by_those_of_english(tag: str | None, language: str) -> None:
    assert analysed_as(tag) == language


@given(st.sampled_from(LANGUAGES), st.text(st.characters(categories=("Ll", "Lo")), min_size=1, max_size=40))
def test_every_word_has_a_stem(language: str, word: str) -> None:
    """Of any letters of any script, in any language: one that the words of a text are compared by."""
    found = stem(unicodedata.normalize("NFC", word.lower()), language)
    assert found
    assert found == stem(unicodedata.normalize("NFC", word.lower()), language)


@given(st.sampled_from(LANGUAGES), LETTERS)
def test_words_stand_where_they_say_in_every_language(language: str, text: str) -> None:
    found = list(words(text, language))
    assert [one.stem for one in found] == stems(text, language)
    assert all(text[one.start : one.end].strip() for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    wanted = frozenset(one.stem for one in found[::2])
    _, places = stems_and_places(text, wanted, language)
    assert places == [(one.start, one.end) for one in found if one.stem in wanted]


@given(st.sampled_from(LANGUAGES), LETTERS)
def test_a_text_is_found_by_its_own_words(language: str, text: str) -> None:
    """Whatever languages the index holds, a question in the words of a passage meets each of them that it keeps."""
    passage = {(one.start, one.end): one.stem for one in words(text, language)}
    for one in asked(text, (ENGLISH, language)):
        held = passage.get((one.start, one.end))
        assert held is None or held in one.forms


def test_stop_words_are_written_as_they_are_looked_up() -> None:
    for language, listed in STOP_WORDS.items():
        assert language in LANGUAGES
        assert all(one == unicodedata.normalize("NFC", one.lower()) for one in listed)


@pytest.mark.parametrize("word", ["usa", "verdade", "lavoro", "trabalho", "personnes", "estados", "krieg", "mort"])
def test_what_claims_are_about_is_no_stop_word(word: str) -> None:
    """Published lists leave out some of these."""
    assert not any(word in listed for listed in STOP_WORDS.values())
