"""No tree, however odd, costs an article its claims."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.language.trees import tree
from workbench.domain import unforeseen
from workbench.domain.syntax import Token, Tree
from workbench.language.article import split_article
from workbench.language.claims import candidate_extraction
from workbench.language.text.sentences import sentences
from workbench.language.text.tokenizer import word_set, words

_UPOS = sorted(word_set("NOUN VERB AUX PROPN PRON ADJ ADV ADP PUNCT NUM DET CCONJ SCONJ PART X"))
_RELATIONS = [
    "root", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "appos", "acl", "acl:relcl",
    "advcl", "advmod", "ccomp", "xcomp", "conj", "cc", "mark", "case", "cop", "aux", "aux:pass", "punct", "parataxis",
    "compound", "compound:prt", "flat", "expl", "csubj", "dep", "det", "discourse",
]  # fmt: skip
_PIECES = st.sampled_from(
    sorted(
        word_set(
            """
            (ed.) , . “ ” " ( ) — ; : Ann Sample Holm the a minister ministry council said says told that which who
            whose and but because after while when if to of in according reportedly 14 2019 per cent £3m first largest
            since closed has was were will could it she they he his their opening forced making called asked not !? …
            ? Q: A: Yes No BELL: ¶ [10:31]
            """
        )
    )
)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Tree]]:
    """A text of known words in any order, and a tree of any shape for each sentence: also loops and many roots."""
    pieces = draw(st.lists(_PIECES, min_size=1, max_size=24))
    text = "Harbour notes\n\n" + " ".join(pieces).replace(" ¶ ", "\n\n")
    trees = []
    for span in sentences(text):
        if draw(st.integers(0, 9)) == 0:
            trees.append(Tree(span.start, span.end, ()))  # as of a sentence of signs
            continue
        found = words(text, span.start, span.end)
        tokens = []
        for word in found:
            head = draw(st.integers(-1, len(found) - 1))
            upos, relation = draw(st.sampled_from(_UPOS)), draw(st.sampled_from(_RELATIONS))
            entity = draw(st.sampled_from(["", "", "PER", "LOC", "ORG"]))
            begins = bool(entity) and draw(st.booleans())
            tokens.append(Token(word.start, word.end, word.text, upos, head, relation, entity, begins))
        trees.append(Tree(span.start, span.end, tuple(tokens)))
    return text, trees


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles())
def test_any_tree_of_any_text_is_split(made: tuple[str, list[Tree]]) -> None:
    text, trees = made
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unforeseen, "watcher", _fail)
        analysis = split_article(text, published=date(2024, 5, 2), trees=trees)
    for claim in analysis.claims:
        assert claim.quote == text[claim.start : claim.end]
        assert claim.text


def _fail(fault: BaseException) -> None:
    """No rule raises on any tree; that the plainer ones would read the sentence then is tried below."""
    raise AssertionError("a rule raised") from fault


def test_an_apposition_of_marks_alone_is_passed_over() -> None:
    text = "The atlas, (.), lists 40 mines."
    rows = (
        "The/DET/det>1 atlas/NOUN/nsubj>7 ,/PUNCT/punct>3 (/PUNCT/appos>1 ./PUNCT/punct>3 )/PUNCT/punct>3 "
        ",/PUNCT/punct>3 lists/VERB/root>-1 40/NUM/nummod>9 mines/NOUN/obj>7 ./PUNCT/punct>7"
    )
    claims = split_article(text, trees=[tree(text, rows)]).claims
    assert any("40 mines" in claim.quote for claim in claims)


def test_a_sentence_the_clause_rules_fail_on_is_read_plainly_and_told(
    monkeypatch: pytest.MonkeyPatch, forgiven: list[BaseException]
) -> None:
    text = "The port lost 14 cranes in May. The council paid for nine of them."

    def fails(*_: object) -> None:
        raise IndexError("list index out of range")

    spans = sentences(text)
    trees = [
        Tree(
            span.start,
            span.end,
            tuple(Token(w.start, w.end, w.text, "X", -1, "root") for w in words(text, span.start, span.end)),
        )
        for span in spans
    ]
    monkeypatch.setattr(candidate_extraction, "tree_candidates", fails)
    analysis = split_article(text, trees=trees)
    assert [claim.quote for claim in analysis.claims] == [
        "The port lost 14 cranes in May",
        "The council paid for nine of them",
    ]
    assert "2 sentences were read by the plain rules" in analysis.note
    assert [type(fault) for fault in forgiven] == [IndexError, IndexError]
    forgiven.clear()
