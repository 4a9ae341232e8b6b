"""A wording says what its sentence says: no other subject, no lost modal, no fragment where it was repaired."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from workbench.domain.articles import ClaimDraft, Resolution
from workbench.domain.documents import Document
from workbench.ingest.languages import guess_language
from workbench.language.claims.clause_wording import WHOLE
from workbench.language.claims.kept_words import counting, keeping
from workbench.language.claims.standalone import LEADING
from workbench.models.parser import load_parser
from workbench.services.articles.splitting import Splitter
from workbench.services.workspace import Workspace

TEXTS = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[1] / "data" / "splitting.jsonl").read_text("utf-8").splitlines()
]
OPEN = [
    ("The town closed the lido in 2016, which doubled the fares on the ferry.", "which doubled"),
    ("The board shut the quarry at Lund in May 2023, which left 90 drivers stranded for a month.", "which left"),
    ("Fees were dropped and mills are hiring again, prompting a run on timber.", "prompting a run"),
    ("The port wants to raise its fleet from 41 to 73, which would mean that it had 41 boats.", "which would mean"),
    ("The mayor, Ada Lind, and the clerk, Ove Krag, quarrelled for weeks, culminating in a strike.", "culminating in"),
    ("A ban on nets and hooks hit the harbour, forcing 40 crews to stop work.", "forcing 40 crews"),
    ("It is the worst fault in the pumps, occurring in one of 40 tests.", "occurring in one"),
    ("He paid for papers about boats in ports like Varen, which can see day after day of fog.", "which can see"),
    ("The keeper Bo Dahl was substituted in June and replaced by Karl Moe.", "replaced by Karl Moe"),
    ("The council wants the court to strike down the ferry act, which would leave 90 people without a pass.",
     "which would leave"),
    ("Boat 812 to Varen carried 140 people, and rule 561 lets crews rest for nine hours.", "lets crews"),
    ("Ada Lind, her brother Bo and two clerks are held at the fort and are insisting that they did no wrong.",
     "are insisting"),
]  # fmt: skip
SHUT = [
    ("The first to see the comet were two nuns, who had kept the tower for 30 years.", "who had",
     "Two nuns had kept the tower for 30 years."),
    ("Ada Lind doubled the lead of the blue side, scoring from the halfway line.", "scoring",
     "Ada Lind doubled the lead of the blue side, scoring from the halfway line."),
    ("The mill hired 40 weavers in 1950 and sold the wheel for scrap.", "sold", "The mill sold the wheel for scrap."),
    ("The mayor thanked Ada Lind, who has led the choir since 1990.", "who has",
     "Ada Lind has led the choir since 1990."),
    ("The ferry, which carries 300 people, was built in 1974.", "which carries", "The ferry carries 300 people."),
    ("The prize went to Ada Lind, whose mother had been a welder.", "whose", "Ada Lind’s mother had been a welder."),
    ("They tested the 12 patients, whose veins were easy to find.", "whose",
     "The 12 patients’ veins were easy to find."),
]  # fmt: skip
Split = Callable[[str], list[ClaimDraft]]


@pytest.fixture(scope="module")
def split() -> Split:
    splitter = Splitter()

    def run(text: str) -> list[ClaimDraft]:
        document = Document(text, "", "case", "", published=date(2024, 6, 12), language=guess_language(text))
        return list(splitter.split(document).drafts)

    return run


def _beginning(claims: list[ClaimDraft], words: str) -> list[ClaimDraft]:
    return [claim for claim in claims if claim.quote.startswith(words)]


@pytest.mark.parametrize(("text", "words"), OPEN, ids=[words for _, words in OPEN])
def test_where_it_is_open_what_a_clause_is_said_of_the_wording_is_the_sentence(
    text: str, words: str, split: Split
) -> None:
    for claim in _beginning(split(text), words):
        assert claim.text == text


@pytest.mark.parametrize(("text", "words", "wording"), SHUT, ids=[wording for _, _, wording in SHUT])
def test_a_subject_that_is_told_is_put_in_front(text: str, words: str, wording: str, split: Split) -> None:
    assert [claim.text for claim in _beginning(split(text), words)] == [wording]


def test_no_speaker_is_put_for_a_pronoun_that_its_own_sentence_may_explain(split: Split) -> None:
    text = '"The bolts were new," Dr Pall said.\n\nBerg drew crowds when he described the bolts as "new".'
    assert "Pall described" not in " ".join(claim.text for claim in split(text))


def test_no_number_is_put_for_its(split: Split) -> None:
    text = "Two are kept in Varen. Its worth is 40 crowns."
    assert not any("Two’s" in claim.text or "two’s" in claim.text for claim in split(text))


@pytest.mark.parametrize(
    ("original", "replacement", "after", "applied"),
    [
        ("may", "", " close in June", False),
        ("it", "the mill", " may close", True),
        ("not the mayor", "Ada Lind", " signed it", False),
        ("Its", "Kern’s", " revenue's emissions rose", False),
        ("Its", "Kern’s", " revenue rose", True),
        ("in May", "in May 2024", " it closed", True),
    ],
)
def test_a_repair_that_takes_a_word_away_that_counts_is_not_applied(
    original: str, replacement: str, after: str, applied: bool
) -> None:
    text = original + after
    (one,) = keeping(text, [Resolution(0, len(original), original, replacement, "a rule", 0.9)])
    assert one.applied is applied
    assert one.replacement == (replacement if applied else original)


def _inflected(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|e|s|t|d)$", "", word)[:4]


@pytest.mark.parametrize("text", TEXTS, ids=[" ".join(text.split()[:4]) for text in TEXTS])
def test_every_wording_keeps_what_its_words_say(text: str, split: Split) -> None:
    """Modals, denials and bounds stay; no word comes from nowhere; nobody owns what an owner owns; no "It" inside."""
    there = {_inflected(word) for word in re.findall(r"[^\W\d_]+", text.casefold())}
    for claim in split(text):
        quote = LEADING.sub("", claim.quote)
        times = [one for one in claim.resolutions if one.applied and one.reason.startswith("relative time")]
        lost = counting(quote) - counting(claim.text)
        for one in times:
            lost -= counting(one.original)
        assert not +lost, claim
        whole = [one for one in claim.resolutions if one.applied and one.reason == WHOLE]
        dated = " ".join(one.replacement for one in [*times, *whole]).casefold()
        new = [
            word
            for word in re.findall(r"[^\W\d_]{2,}", claim.text.casefold())
            if _inflected(word) not in there and word not in dated and word not in {"is", "was", "are", "were", "said"}
        ]
        assert new == [], claim
        owners = re.compile(r"['’]s\s+(?:\w+\s+){0,1}\w+['’]s\b")
        assert not owners.search(claim.text) or owners.search(claim.quote), claim
        for match in re.finditer(r"(?<=[a-z,] )(?:It|They|He|She)\b", claim.text):
            assert match.group() in claim.quote, claim


def test_every_wording_with_a_subject_put_in_is_a_sentence(split: Split) -> None:
    """Read by the parser, it has a verb that stands for one time, and a subject before it."""
    found: list[ClaimDraft] = []
    for text in [*TEXTS, *(text for text, *_ in [*OPEN, *SHUT])]:
        found.extend(
            claim
            for claim in split(text)
            if any(one.applied and one.reason.startswith("the subject of this verb") for one in claim.resolutions)
        )
    assert len(found) > 8
    parser = load_parser()
    odd = []
    for claim in found:
        (tree,) = parser.parse(claim.text, [(0, len(claim.text))])
        root = next(i for i, token in enumerate(tree.tokens) if token.head < 0)
        children = tree.children(root)
        subject = any(tree.tokens[c].deprel.split(":")[0] in {"nsubj", "csubj", "expl"} and c < root for c in children)
        helped = any(tree.tokens[c].deprel.split(":")[0] in {"aux", "cop"} for c in children)
        finite = helped or (tree.tokens[root].upos == "VERB" and not tree.tokens[root].text.endswith("ing"))
        if not (subject and finite):
            odd.append(claim.text)
    assert odd == []


DATED = (
    "The mill burned down on Monday. Crews came on Monday, the mayor said.\n\nThe works closed in October. "
    "Fines rose in October, and a fence was built by the end of May.\n\nBoats left by the end of May."
)


@pytest.mark.parametrize("text", [DATED, *TEXTS], ids=lambda text: " ".join(text.split()[:4]))
def test_one_expression_has_one_date_in_an_article(text: str, split: Split) -> None:
    found: dict[str, set[tuple[date | None, date | None]]] = {}
    for claim in split(text):
        for time in claim.times:
            if time.earliest is not None or time.latest is not None:  # one that is not sure has no date
                expression = " ".join(time.text.casefold().split())
                found.setdefault(expression, set()).add((time.earliest, time.latest))
    assert {expression: days for expression, days in found.items() if len(days) > 1} == {}
    assert text is not DATED or len(found) == 3


def test_a_clause_worded_as_its_sentence_is_no_repetition_of_it(tmp_path: Path) -> None:
    text = (
        "The board of the harbour at Varen sold nine old ferries and both of its tugs to a yard in Holm in 2019, "
        "forcing crews to stop work."
    )
    splitter = Splitter()
    split = splitter.split(Document(text, "", "case", "", language="en"))
    assert [draft.text.endswith("forcing crews to stop work.") for draft in split.drafts] == [False, True]
    with Workspace.create(tmp_path / "w", reviewer="ada") as workspace:
        assert splitter.duplicates(workspace, split) == [None, None]


def test_times_before_such_a_clause_are_those_of_its_neighbour(split: Split) -> None:
    """One expression has one date in an article, also in the words of its sentence that stand around a claim."""
    text = "The board shut the quarry at Lund on Monday, which left 90 drivers stranded in June."
    own, whole = split(text)
    assert own.text == "The board shut the quarry at Lund on 10 June 2024."
    assert whole.text.startswith("The board shut the quarry at Lund on 10 June 2024, which left 90 drivers stranded")
