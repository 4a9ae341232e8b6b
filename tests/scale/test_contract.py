"""What holds for evidence holds wherever it lies: the same tests on a workspace's own index and on Milvus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.scale.places import Place, make_place, row
from workbench.cli.main import main
from workbench.domain.articles import ClaimDraft, Kind
from workbench.domain.documents import Document
from workbench.services.review.blind import list_claims
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article

pytestmark = pytest.mark.scale

ROWS = (
    row("bridge", "Bridge closed", "The Estuary Bridge was closed to lorries on 4 May 2021.", "Gazette", "2021-05-05"),
    row("cracks", "Bridge inspected", "Engineers found 14 cracks in the piers of the bridge.", "Gazette", "2019-03-01"),
    row("ferry", "Ferry timetable", "The ferry to Harwich sails twice a day in summer.", "Port", "2020-06-01"),
    row("grain", "Grain harvest", "Farmers brought in 120,000 tonnes of wheat in 2021.", "Farm Office", "2021-10-01"),
    row("toll", "Bridge toll", "The toll of the Estuary Bridge rises to £3 for cars.", "Council"),
    row("piers", "Piers renewed", "The piers of the bridge were renewed in 2022 for £9m.", "Council", "2022-08-01"),
    row("wheat", "Wheat prices", "The price of wheat fell by 4 per cent in October 2021.", "Farm Office", "2021-11-02"),
)
GERMAN = row(
    "haus", "Stadtrat", "Der Rat der Stadt hat den Bau neuer Häuser am Hafen beschlossen.", "Anzeiger", "2021-02-03"
)
KINDS = ("embedded", "milvus")


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """An empty place of each kind."""
    made = make_place(tmp_path, request.param)
    yield made
    made.close()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Place]]:
    """The same rows in a place of each kind, for tests that only look."""
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("scale")
    patch.setenv("WORKBENCH_STATE", str(home / "state"))
    patch.setenv("WORKBENCH_REVIEWER", "tester")
    made: dict[str, Place] = {}
    for kind in KINDS:
        folder = home / kind
        folder.mkdir()
        made[kind] = make_place(folder, kind)
        made[kind].add(*ROWS)
        made[kind].add(GERMAN, name="german", language="de")
    yield made
    for one in made.values():
        one.close()
    patch.undo()


QUESTIONS = (
    "The Estuary Bridge was closed to lorries in May 2021",
    "cracks in the piers of the bridge",
    "wheat harvest of 120,000 tonnes",
    "Häuser am Hafen",
    "the price of wheat",
    "ferries to Harwich",
)


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
@pytest.mark.parametrize("text", QUESTIONS)
def test_order_and_explanations_are_the_same(both: dict[str, Place], text: str, mode: str) -> None:
    here, there = (both[kind].search(text, mode=mode, day=date(2021, 12, 1)) for kind in KINDS)
    assert both["embedded"].ids(here) == both["milvus"].ids(there) != []
    assert (here.close, here.searched) == (there.close, there.searched)
    for one, two in zip(here.hits, there.hits, strict=True):
        assert one.passage.text == two.passage.text
        assert one.passage.hash == two.passage.hash
        assert (one.matches, one.shared, one.comparisons) == (two.matches, two.shared, two.comparisons)
        assert (one.timing, one.days_before, one.also_in) == (two.timing, two.days_before, two.also_in)
        assert (one.dense_rank, one.lexical_rank) == (two.dense_rank, two.lexical_rank)
        for a, b in (
            (one.dense_score, two.dense_score),
            (one.lexical_score, two.lexical_score),
            (one.fused, two.fused),
        ):
            # vectors lie in half precision in an index, in single precision in Milvus
            assert a == pytest.approx(b, rel=0.02, abs=0.01)


@pytest.mark.parametrize(
    ("how", "kept"),
    [
        ({"before": date(2021, 1, 1)}, {"cracks", "ferry"}),
        ({"before": date(2021, 5, 5)}, {"cracks", "ferry", "haus"}),
        ({"after": date(2021, 10, 1)}, {"grain", "wheat", "piers"}),
        ({"publishers": ["farm OFFICE"]}, {"grain", "wheat"}),
        ({"publishers": ["Gazette", "Council"], "after": date(2021, 1, 1)}, {"bridge", "piers"}),
        ({"publishers": ['Nobody" or publisher_digest != "x']}, set()),
        ({"languages": ["de"]}, {"haus"}),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_filters(both: dict[str, Place], kind: str, how: dict[str, object], kept: set[str]) -> None:
    place = both[kind]
    words = "the bridge, the wheat, the ferry and new houses: Häuser am Hafen der Stadt"
    assert set(place.ids(place.search(words, **how))) == kept


@pytest.mark.parametrize("kind", KINDS)
def test_before_on_the_command_line(both: dict[str, Place], kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["search", "bridge", "--before", "2020-01-01", "--no-rerank", "--format", "jsonl"]
    assert main(["-w", str(both[kind].path), *arguments]) == 0
    assert '"published": "2019-03-01"' in (lines := capsys.readouterr().out)
    assert len(lines.splitlines()) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_close(both: dict[str, Place], kind: str) -> None:
    result = both[kind].search("xylophone zeppelin quarrel")
    assert result.close == 0
    assert result.note == "nothing close found"


def test_what_was_removed_is_not_found(place: Place) -> None:
    place.add(*ROWS[:3])
    assert place.ids(place.search("cracks in the piers"))[0] == "cracks"
    place.remove("cracks")
    assert "cracks" not in place.ids(place.search("cracks in the piers"))


def test_a_newer_version_takes_the_place_of_the_older(place: Place) -> None:
    place.add(*ROWS[:3])
    place.add(row("cracks", "Bridge inspected", "Engineers found no cracks in the piers.", "Gazette", "2019-03-01"))
    found = [hit.passage.text for hit in place.search("cracks in the piers").hits]
    assert found[0] == "Engineers found no cracks in the piers."
    assert ROWS[1]["text"] not in found


def test_the_same_again_changes_nothing(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.add(*ROWS)
    before = place.search("cracks in the piers of the bridge")
    capsys.readouterr()
    place.add(*ROWS)
    after = place.search("cracks in the piers of the bridge")
    assert before == after
    assert before.searched == len(ROWS)


def test_an_article_is_no_evidence_for_itself(place: Place) -> None:
    text = (
        "The Estuary Bridge was closed to lorries on 4 May 2021, the council said, after engineers had found fourteen "
        "cracks in its piers. Repairs are to take two years, and the toll for cars rises to £3 from the summer on."
    )
    address = "https://gazette.example/bridge"
    place.add(
        row("itself", "Bridge closed", text, "Gazette", "2021-05-05", address),
        row("copy", "Another paper", text, "Post", "2021-05-06", "https://post.example/1"),
        *ROWS[1:3],
    )
    with Workspace.open(place.path, reviewer="ann") as workspace:
        document = Document(text, "Bridge closed", "desk", "0" * 64, url=address, published=date(2021, 5, 5))
        quote = "The Estuary Bridge was closed to lorries on 4 May 2021"
        draft = ClaimDraft(0, len(quote), quote, quote, (Kind.EVENT,))
        add_article(workspace.database, document, "0" * 64, (draft,), reviewer="ann", splitter="test")
        [claim] = list_claims(workspace)
        found = place.ids(place.searcher(workspace).for_claim(claim))
    assert found[0] == "cracks"
    assert not {"itself", "copy"} & set(found)


def test_what_says_the_same_is_shown_once(place: Place) -> None:
    words = "The minister said on Friday that 4,000 homes had been without water since the storm of last week."
    place.add(
        row("wire", "Wire report", words, "Agency", "2021-05-05"),
        row("paper", "Paper report", words, "Gazette", "2021-05-06"),
        row("later", "Later count", words.replace("4,000", "6,000"), "Gazette", "2021-05-07"),
        *ROWS[:2],
    )
    hits = place.search("4,000 homes without water").hits
    ids = [place.key(hit.source.id) for hit in hits]
    assert len({"wire", "paper"} & set(ids)) == 1
    assert "later" in ids
    [one] = [hit for hit in hits if place.key(hit.source.id) in ("wire", "paper")]
    assert len(one.also_in) == 1
