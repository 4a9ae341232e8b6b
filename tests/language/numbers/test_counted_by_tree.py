"""What numbers count, where the sentence was parsed."""

from __future__ import annotations

from workbench.domain.syntax import Token, Tree
from workbench.language.numbers.counted_by_tree import counted_by_tree
from workbench.language.numbers.quantity_extraction import quantities


def tree_of(text: str, *words: tuple[str, str, int, str]) -> Tree:
    """A tree by hand: the words with part of speech, head and relation."""
    tokens, at = [], 0
    for word, upos, head, deprel in words:
        at = text.index(word, at)
        tokens.append(Token(at, at + len(word), word, upos, head, deprel))
        at += len(word)
    return Tree(0, len(text), tuple(tokens))


def units(text: str, tree: Tree | None) -> list[tuple[str, str | None]]:
    return [(q.text, q.unit) for q in counted_by_tree(quantities(text), tree)]


def test_a_number_counts_the_noun_it_hangs_on() -> None:
    text = "It bought 14 Lowe shop sites."
    tree = tree_of(
        text,
        ("It", "PRON", 1, "nsubj"),
        ("bought", "VERB", -1, "root"),
        ("14", "NUM", 5, "nummod"),
        ("Lowe", "PROPN", 5, "compound"),
        ("shop", "NOUN", 5, "compound"),
        ("sites", "NOUN", 1, "obj"),
    )
    assert units(text, tree) == [("14", "site")]


def test_a_verb_behind_a_number_is_nothing_it_counts() -> None:
    text = "The figure of 500,000 seems high."
    tree = tree_of(
        text,
        ("The", "DET", 1, "det"),
        ("figure", "NOUN", 4, "nsubj"),
        ("of", "ADP", 3, "case"),
        ("500,000", "NUM", 1, "nmod"),
        ("seems", "VERB", -1, "root"),
        ("high", "ADJ", 4, "xcomp"),
    )
    assert units(text, None) == [("500,000", "seem")]
    assert units(text, tree) == [("500,000", None)]


def test_a_number_right_behind_its_noun_only_names() -> None:
    text = "Probe two was lost."
    tree = tree_of(
        text,
        ("Probe", "NOUN", 3, "nsubj:pass"),
        ("two", "NUM", 0, "nummod"),
        ("was", "AUX", 3, "aux:pass"),
        ("lost", "VERB", -1, "root"),
    )
    assert units(text, tree) == []


def test_words_of_another_phrase_part_a_number_from_its_noun() -> None:
    text = "They had five than three boats."
    tree = tree_of(
        text,
        ("They", "PRON", 1, "nsubj"),
        ("had", "VERB", -1, "root"),
        ("five", "NUM", 5, "nummod"),
        ("than", "ADP", 4, "case"),
        ("three", "NUM", 5, "nummod"),
        ("boats", "NOUN", 1, "obj"),
    )
    assert units(text, tree) == [("five", None), ("three", "boat")]


def test_one_thing_is_not_counted_several_times() -> None:
    text = "Of 480 replies 391 opposed closure."
    tree = tree_of(
        text,
        ("Of", "ADP", 2, "case"),
        ("480", "NUM", 2, "nummod"),
        ("replies", "NOUN", 4, "obl"),
        ("391", "NUM", 5, "nummod"),
        ("opposed", "VERB", 5, "amod"),
        ("closure", "NOUN", -1, "root"),
    )
    assert units(text, tree) == [("480", "reply"), ("391", None)]


def test_a_number_that_names_counts_nothing_behind_it() -> None:
    text = "Storm two hits Holm."
    tree = tree_of(
        text,
        ("Storm", "NOUN", 2, "nsubj"),
        ("two", "NUM", 0, "nummod"),
        ("hits", "VERB", -1, "root"),
        ("Holm", "PROPN", 2, "obj"),
    )
    assert units(text, tree) == []
    text = "Option three won."
    tree = tree_of(text, ("Option", "NOUN", 2, "nsubj"), ("three", "NUM", 0, "nummod"), ("won", "VERB", -1, "root"))
    assert units(text, tree) == []


def test_a_name_in_words_before_a_number_counts_nothing() -> None:
    text = "In group two 5 people died."
    tree = tree_of(
        text,
        ("In", "ADP", 1, "case"),
        ("group", "NOUN", 5, "obl"),
        ("two", "NUM", 4, "nummod"),
        ("5", "NUM", 4, "nummod"),
        ("people", "NOUN", 5, "nsubj"),
        ("died", "VERB", -1, "root"),
    )
    assert units(text, tree) == [("5", "person")]
