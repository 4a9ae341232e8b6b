"""The shipped parser reads sentences as a grammarian would, and survives everything else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.domain.errors import ModelUnavailableError
from workbench.domain.syntax import Token, Tree
from workbench.models.parser import WEIGHTS, EnglishParser, load_parser

SENTENCE = (
    "Ingrid Solberg, who leads the Harbour Authority, said on Monday that Norway hadn't closed the port "
    "and that 4,000 sailors were waiting in Bergen."
)


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return load_parser(threads=2)


def word(tree: Tree, text: str) -> Token:
    return next(token for token in tree.tokens if token.text == text)


def check(tree: Tree, text: str) -> None:
    heads = [token.head for token in tree.tokens]
    assert heads.count(-1) == (1 if heads else 0)
    for start in range(len(heads)):
        seen, node = set(), start
        while node != -1:
            assert node not in seen
            seen.add(node)
            node = heads[node]
    place = tree.start
    for token in tree.tokens:
        assert place <= token.start < token.end <= tree.end
        assert text[token.start : token.end] == token.text
        assert (token.deprel == "root") == (token.head == -1)
        place = token.end


def test_a_news_sentence_is_read(parser: EnglishParser) -> None:
    """Speaker, reported clauses, relative clause, negation, number and names of one ordinary sentence."""
    (tree,) = parser.parse(SENTENCE, [(0, len(SENTENCE))])
    check(tree, SENTENCE)
    said, closed = word(tree, "said"), word(tree, "closed")
    at = {token.text: i for i, token in enumerate(tree.tokens)}
    assert said.deprel == "root"
    assert word(tree, "Ingrid").deprel == "nsubj"
    assert word(tree, "Ingrid").head == at["said"]
    assert (closed.deprel, closed.head) == ("ccomp", at["said"])
    assert (word(tree, "leads").deprel, word(tree, "who").deprel) == ("acl:relcl", "nsubj")
    assert (word(tree, "n't").upos, word(tree, "n't").head) == ("PART", at["closed"])
    assert (word(tree, "4,000").upos, word(tree, "4,000").deprel) == ("NUM", "nummod")
    assert (word(tree, "Ingrid").entity, word(tree, "Ingrid").entity_start) == ("PER", True)
    assert (word(tree, "Solberg").entity, word(tree, "Solberg").entity_start) == ("PER", False)
    assert word(tree, "Norway").entity == "LOC"
    assert word(tree, "sailors").entity == ""


def test_a_passive_and_its_agent_are_told(parser: EnglishParser) -> None:
    text = "The bill was rejected by the senate."
    (tree,) = parser.parse(text, [(0, len(text))])
    assert word(tree, "bill").deprel == "nsubj:pass"
    assert word(tree, "senate").deprel.startswith("obl")


def test_offsets_are_those_of_the_article(parser: EnglishParser) -> None:
    text = "Rain fell.  “Nobody’s here,” she said."
    trees = parser.parse(text, [(0, 10), (12, len(text))])
    for tree in trees:
        check(tree, text)
    assert [token.text for token in trees[1].tokens][:3] == ["“", "Nobody", "’s"]


def test_the_order_and_the_company_change_nothing(parser: EnglishParser) -> None:
    spans = [(0, 14), (16, 47), (0, len(SENTENCE))]
    together = parser.parse(SENTENCE, spans)
    assert parser.parse(SENTENCE, spans) == together
    assert [parser.parse(SENTENCE, [span])[0].end for span in spans] == [tree.end for tree in together]


def test_who_counts_the_pieces_can_end_the_work(parser: EnglishParser) -> None:
    """Every piece is counted once; an error raised while counting comes out, and what waited is not done."""
    spans = [(0, len(SENTENCE))] * 60
    told: list[tuple[int, int]] = []
    parser.parse(SENTENCE, spans, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (60, 60)

    def enough(done: int, total: int) -> None:
        told.append((done, total))
        raise TimeoutError

    told.clear()
    with pytest.raises(TimeoutError):
        parser.parse(SENTENCE, spans, enough)
    assert len(told) == 1


def test_nothing_to_parse_is_no_error(parser: EnglishParser) -> None:
    assert parser.parse("", []) == []
    assert parser.parse("   ", [(0, 0), (0, 3)]) == [Tree(0, 0, ()), Tree(0, 3, ())]


@pytest.mark.parametrize(
    "text",
    ["grain, ships; " * 400, "x" * 5000, "a b " * 700, "\u200b" * 900, "“" * 1500],
    ids=["a list", "one word", "no commas", "invisible", "quotation marks"],
)
def test_a_sentence_longer_than_the_window_is_one_tree(parser: EnglishParser, text: str) -> None:
    (tree,) = parser.parse(text, [(0, len(text))])
    check(tree, text)
    assert sum(token.end - token.start for token in tree.tokens) == len("".join(text.split()))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_gives_a_tree(parser: EnglishParser, text: str) -> None:
    (tree,) = parser.parse(text, [(0, len(text))])
    check(tree, text)


def test_names_continue_only_what_was_begun(parser: EnglishParser) -> None:
    rows = parser.parse_words([SENTENCE.split(), ["of", "the", "of"], ["New"], ["York", "York", "York"]])
    for row in rows:
        before = "O"
        for *_, name, certainty in row:
            assert 0 <= certainty <= 1
            assert not name.startswith("I-") or before[2:] == name[2:]
            before = name


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    for name in ("parser-en.json", "parser-en.onnx"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    with (tmp_path / "parser-en.onnx").open("r+b") as file:
        file.truncate(1000)
    with pytest.raises(ModelUnavailableError) as error:
        EnglishParser(folder=tmp_path)
    assert "parser-en.onnx" in str(error.value)
    (tmp_path / "parser-en.json").unlink()
    with pytest.raises(ModelUnavailableError) as error:
        EnglishParser(folder=tmp_path)
    assert "parser-en.json" in str(error.value)
