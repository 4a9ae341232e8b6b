"""claim, verdict, review, history, undo, redo, reviewer, scale as a user types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import CLAIMS, TEXT, Newsroom, add_passage, make_newsroom, span
from tests.services.review.test_deciding import PAGE, READ, Reads
from tests.workflows.program import refused, succeed
from workbench.cli.claim_rows import _amount
from workbench.cli.main import main
from workbench.services.review.review import record_of
from workbench.services.workspace import Workspace

CONTRACT = [
    "id", "article_id", "start", "end", "quote", "text", "kinds", "speaker", "checkworthiness", "reasons", "status",
    "rating",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.out)
        return found


Ask = Callable[..., Said]


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Newsroom]:
    workspace, room = make_newsroom(tmp_path / "w")
    workspace.close()
    return workspace.path, room


@pytest.fixture
def room(place: tuple[Path, Newsroom]) -> Newsroom:
    return place[1]


@pytest.fixture
def ask(place: tuple[Path, Newsroom], capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command in the newsroom as Ann, or as someone else; `rows=True` asks for JSON."""

    def ask_(*arguments: object, by: str = "Ann", rows: bool = False) -> Said:
        given = ["-w", str(place[0]), "--reviewer", by, *map(str, arguments)]
        code = main([*given, "--format", "json"] if rows else given)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Said(int(code), out, err)

    return ask_


def test_claim_list_gives_the_rows_of_the_contract(ask: Ask, room: Newsroom) -> None:
    rows = ask("claim", "list", rows=True).rows
    assert [list(row)[: len(CONTRACT)] for row in rows] == [CONTRACT] * 4
    assert [row["quote"] for row in rows] == [claim[0] for claim in CLAIMS]
    assert all(TEXT[row["start"] : row["end"]] == row["quote"] for row in rows)
    assert [row["status"] for row in rows] == ["open", "open", "open", "not_rated"]
    assert rows[0]["kinds"] == ["quantity"]
    head = ask("claim", "list", "--format", "csv").out.splitlines()[0]
    assert head.split(",") == [*CONTRACT, "time", "tags", "assignee", "due"]


def test_claim_list_filters_and_sorts(ask: Ask, room: Newsroom) -> None:
    def ids(*options: object) -> list[int]:
        return [row["id"] for row in ask("claim", "list", *options, rows=True).rows]

    assert ids("--kind", "quantity") == [room.claims[0], room.claims[2]]
    assert ids("--status", "not_rated", "--article", room.article) == [room.claims[3]]
    assert ids("--by", "worthiness", "--limit", 1) == [room.claims[0]]
    assert ids("--min-checkworthiness", "0.9") == []
    assert ask("claim", "list", "--kind", "rumour").code == 2


def test_a_claim_is_corrected_in_every_way_the_screen_knows(ask: Ask, room: Newsroom) -> None:
    first, second = room.claims[0], room.claims[1]
    edited = ask(
        "claim", "edit", first, "--text", "Ships", "--move-start", "1", "--kind", "event", "--speaker", "her", rows=True
    ).rows[0]
    assert (edited["text"], edited["quote"], edited["kinds"], edited["speaker"], edited["origin"]) == (
        "Ships",
        "ships sailed in 2021",
        ["event"],
        "her",
        "person",
    )
    assert len(ask("claim", "split", second, TEXT.index("for three"), rows=True).rows) == 2
    assert ask("claim", "merge", second, rows=True).rows[0]["quote"].endswith("for three weeks")
    start, end = span("The ministry")
    added = ask("claim", "add", room.article, start, end, "--kind", "identity", rows=True).rows[0]
    assert added["quote"] == "The ministry"
    assert ask("claim", "remove", added["id"]).code == 0
    assert added["id"] in [row["id"] for row in ask("claim", "list", "--removed", rows=True).rows]
    assert ask("claim", "restore", added["id"], rows=True).rows[0]["id"] == added["id"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("claim", "edit", "1"), "nothing to change"),
        (("claim", "edit", "1", "--attribution", "direct"), "--attribution needs --speaker"),
        (("claim", "show", "99"), "there is no claim 99"),
        (("claim", "add", "1", "5", "2"), "is no stretch of article 1"),
        (("verdict", "1", "5", "--why", ""), "needs a reason"),
        (("verdict", "1", "5", "--why", "\u200b\u200e \x07"), "needs a reason"),
        (("verdict", "1", "perhaps", "--why", "x"), "has no rating 'perhaps'"),
        (("verdict", "1", "5", "--why", "x", "--evidence", "one"), "must be a passage's number"),
        (("verdict", "1", "5", "--why", "x", "--evidence", "1:maybe"), "must be a passage's number"),
        (("verdict", "1", "5", "--why", "x", "--evidence", "1", "--no-evidence"), "exclude each other"),
        (("verdict", "1", "5", "--why", "x", "--known-at", "soon"), "is no date"),
        (("verdict", "4", "5", "--why", "x"), "listed, not rated"),
        (("review", "publish"), "give the claims to publish, or --article"),
        (("review", "publish", "1"), "is not rated yet"),
        (("review", "publish", "1", "2", "--version", "1"), "--version is of one claim"),
        (("review", "accept", "1", "99"), "there is no passage 99"),
        (("review", "annotate", "1", "1"), "nothing to change"),
        (("review", "link", "1", "ftp://x", "--quote", "x"), "is no address"),
        (("review", "settle", "1", "5", "--why", "x"), "no two opinions"),
        (("review", "link", "1", "https://x.example", "--quote", "x", "--published", "2999-01-01"), "lies ahead"),
        (("review", "agreement", "--article", "9"), "there is no article 9"),
        (("review", "status", "--article", "9"), "there is no article 9"),
        (("history", "--article", "9"), "there is no article 9"),
        (("history", "--claim", "99"), "there is no claim 99"),
        (("undo", "--event", "99"), "there is no event 99"),
        (("redo",), "there is nothing of Ann to redo"),
        (("scale", "use", "mine"), "there is no rating scale 'mine'"),
        (("scale", "add", "missing.toml"), "cannot be read"),
        (("setting", "scale", "mine"), "there is no rating scale 'mine'"),
        (("setting", "page_url", "javascript:alert(1)"), "is no web address"),
        (("setting", "organisation", "a\x1b[31mb"), "must be one line"),
        (("reviewer", "add", ""), "must be one line"),
        (("verdict", "1", "5", "--why", "x", "-o", "/nowhere/rows.json"), "cannot be written"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_one_clear_sentence(ask: Ask, arguments: tuple[str, ...], words: str) -> None:
    said = ask(*arguments)
    assert said.code == 2
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("Error: ")
    assert words in line


def test_both_versions_are_shown_when_someone_was_faster(ask: Ask, room: Newsroom) -> None:
    claim = room.claims[0]
    read = ask("claim", "show", claim, rows=True).rows[0]["version"]
    ask("claim", "edit", claim, "--text", "Bob's wording", by="Bob")
    said = ask("claim", "edit", claim, "--text", "My wording", "--version", read)
    assert said.code == 2
    first, mine, theirs = said.err.splitlines()
    assert first.startswith(f"Error: claim {claim} was changed by Bob after you read it; nothing was written.")
    assert mine.startswith("yours (not written): ")
    assert "My wording" in mine
    assert theirs.startswith("theirs (kept): ")
    assert "Bob's wording" in theirs
    read = ask("claim", "show", claim, rows=True).rows[0]["version"]
    ask("verdict", claim, "1", "--why", "Seen", by="Bob")
    said = ask("verdict", claim, "5", "--why", "x", "--version", read)
    assert "rate it True" in said.err
    assert "rated False by Bob: Seen" in said.err


def test_an_act_whose_outcome_cannot_be_written_where_asked_is_not_done(
    ask: Ask, room: Newsroom, tmp_path: Path
) -> None:
    """A script that sees the error and tries again gives one verdict, not two."""
    for output in (tmp_path / "missing" / "x.json", tmp_path):
        assert ask("verdict", room.claims[0], "5", "--why", "x", "-o", output).code == 2
    assert ask("claim", "list", rows=True).rows[0]["status"] == "open"
    assert ask("verdict", room.claims[0], "5", "--why", "x", "-o", tmp_path / "x.json").code == 0
    assert ask("history", "-o", "/dev/null").code == 0


def test_settings_are_shown_set_and_removed(ask: Ask) -> None:
    assert ask("setting", "page_url", "https://paper.example/check", rows=True).rows[0]["value"]
    assert ask("setting", "scale", "averitec", rows=True).rows[0]["value"] == "averitec"
    assert [row["id"] for row in ask("scale", "list", rows=True).rows if row["in_use"]] == ["averitec"]
    assert ask("setting", "scale", "--unset", rows=True).rows[0]["value"] is None
    assert ask("undo").code == 0
    assert ask("setting", "scale", rows=True).rows[0]["value"] == "averitec"


def test_a_verdict_names_its_evidence_and_shows_up_everywhere(ask: Ask, room: Newsroom) -> None:
    given = ask(
        "verdict",
        room.claims[0],
        "mostly false",
        "--why",
        "41.",
        "--evidence",
        f"{room.passages[0]}:refutes",
        rows=True,
    ).rows[0]
    assert (given["rating"], given["value"], given["evidence"]) == ("Mostly false", 2, [f"{room.passages[0]}:refutes"])
    shown = ask("claim", "show", room.claims[0], rows=True).rows[0]
    assert shown["rating"] == "Mostly false"
    assert shown["verdicts"][0]["evidence"][0]["quote"].startswith("Forty-one")
    assert (shown["evidence"][0]["state"], shown["evidence"][0]["by"]) == ("accepted", "Ann")
    text = ask("claim", "show", room.claims[0]).out
    assert "accepted refutes (by Ann): passage 1, Report of the Port Authority, Port Authority, 2021-12-31" in text
    assert "verdict by Ann at " in text
    counts = ask("review", "status", rows=True).rows[0]
    assert (counts["claims"], counts["rated"], counts["open"]) == (4, 1, 2)


@pytest.mark.parametrize(
    ("options", "told"), [((), True), (("--no-evidence",), False), (("--evidence", "1:refutes"), False)]
)
def test_a_verdict_on_no_evidence_says_so_where_that_was_not_asked_for(
    ask: Ask, room: Newsroom, options: tuple[str, ...], told: bool
) -> None:
    said = ask("verdict", room.claims[0], "false", "--why", "41.", *options)
    assert said.code == 0
    assert ("relies on no evidence" in said.err) is told
    assert (f"workbench review accept {room.claims[0]} PASSAGE" in said.err) is told
    ask("review", "publish", room.claims[0])
    corrected = ask("review", "correct", room.claims[0], "true", "--why", "42.", *options)
    assert corrected.code == 0
    assert ("relies on no evidence" in corrected.err) is told


def test_what_a_verdict_leaves_accepted_is_told_and_can_be_put_back_with_it(ask: Ask, room: Newsroom) -> None:
    """A slip of the number stayed accepted, and a settlement that named nothing rested on it silently."""
    claim, (slip, meant) = room.claims[0], room.passages[:2]
    ask("verdict", claim, "false", "--why", "41.", "--evidence", f"{slip}:refutes")
    again = ask("verdict", claim, "false", "--why", "41.", "--evidence", f"{meant}:refutes")
    assert f"No part of it, and still accepted for claim {claim}: passage {slip} (refutes)." in again.err
    assert "--only with the verdict puts it back." in again.err
    silent = ask("verdict", claim, "false", "--why", "41.", rows=True)
    assert silent.rows[0]["evidence"] == [f"{slip}:refutes", f"{meant}:refutes"]
    said = f"It relies on what is accepted for claim {claim}: passage {slip} (refutes), passage {meant} (refutes)."
    assert said in silent.err
    only = ask("verdict", claim, "false", "--why", "41.", "--evidence", f"{meant}:refutes", "--only")
    assert "still accepted" not in only.err
    assert ask("verdict", claim, "false", "--why", "41.", rows=True).rows[0]["evidence"] == [f"{meant}:refutes"]
    ask("undo"), ask("undo")
    assert ask("verdict", claim, "false", "--why", "41.", rows=True).rows[0]["evidence"] == silent.rows[0]["evidence"]
    ask("verdict", claim, "false", "--why", "41.", "--no-evidence", "--only")
    assert ask("verdict", claim, "false", "--why", "41.", rows=True).rows[0]["evidence"] == []
    alone = ask("verdict", claim, "false", "--why", "41.", "--only")
    assert (alone.code, "it names nothing" in alone.err) == (2, True)


def test_the_first_verdict_cites_the_sentence_that_a_correction_cites(
    ask: Ask, place: tuple[Path, Newsroom], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named by its number before any search had read it, a passage was cited whole, and by the correction not."""
    path, room = place
    with Workspace.open(path, reviewer="Ann") as workspace:
        passage = add_passage(workspace.database, "answers", PAGE, "Port Authority", None)
    monkeypatch.setattr("workbench.services.search.stance.chosen_model", lambda _: Reads())
    on = ("--why", "52.", "--evidence", f"{passage}:refutes")
    ask("verdict", room.claims[0], "false", *on)
    ask("review", "publish", room.claims[0])
    ask("review", "correct", room.claims[0], "mostly false", *on)
    with Workspace.open(path, reviewer="Ann") as workspace:
        cited = [verdict.evidence[0] for verdict in record_of(workspace, room.claims[0]).verdicts]
    assert [(one.quote, one.words) for one in cited] == [(PAGE, READ), (PAGE, READ)]


def test_the_list_of_claims_tells_amounts_and_times_where_it_has_room(ask: Ask, room: Newsroom) -> None:
    """They were told one claim at a time, and `time` is that of a recording."""
    rows = ask("claim", "list", rows=True).rows
    for row in rows:
        shown = ask("claim", "show", row["id"], rows=True).rows[0]
        assert (row["quantities"], row["times"]) == (shown["quantities"], shown["times"])
    assert "quantities" not in ask("claim", "list").out


def test_another_wording_of_a_rated_claim_is_told_with_the_verdict_on_the_old_one(ask: Ask, room: Newsroom) -> None:
    """The verdict stands on the words it was given on; whoever changes them is told, and it is not published so."""
    claim = room.claims[0]
    before = ask("claim", "edit", claim, "--text", "Some forty ships sailed.")
    assert "verdict" not in before.err, "nobody has rated it yet"
    ask("verdict", claim, "false", "--why", "41.", "--no-evidence")
    told = ask("claim", "edit", claim, "--text", "Some fifty ships sailed.")
    assert told.code == 0
    assert "rated False by Ann on another wording (“Some forty ships sailed.”)" in told.err
    assert f"workbench verdict {claim} RATING --why" in told.err
    assert ask("review", "publish", claim).code == 2
    back = ask("claim", "edit", claim, "--text", "Some forty ships sailed.")
    assert "another wording" not in back.err
    ask("review", "request-second", claim)
    hidden = ask("claim", "edit", claim, "--text", "Some sixty ships sailed.", by="Ben")
    assert "False" not in hidden.err, "a rating to be judged blind is not given away"
    assert "a verdict was given on another wording" in hidden.err


def test_only_does_not_touch_what_is_published_or_what_another_accepted_unseen(ask: Ask, room: Newsroom) -> None:
    claim, (first, other) = room.claims[0], room.passages[:2]
    ask("verdict", claim, "false", "--why", "41.", "--evidence", f"{first}:refutes")
    ask("review", "request-second", claim)
    second = ask("review", "second", claim, "false", "--why", "41.", "--evidence", other, "--only", by="Bob")
    assert (second.code, "accepted" in second.err) == (0, False)
    shown = ask("claim", "show", claim, rows=True).rows[0]
    assert {item["passage_id"]: item["state"] for item in shown["evidence"]} == {first: "accepted", other: "accepted"}
    ask("review", "publish", claim)
    refused_ = ask("review", "correct", claim, "true", "--why", "42.", "--evidence", other, "--only")
    assert refused_.code != 0
    assert f"rests on passage {first}, which therefore stays as it is" in refused_.err


@pytest.mark.parametrize(
    ("rating", "stance", "told"),
    [
        ("false", "supports", "The evidence supports the claim, and the rating False says otherwise."),
        ("mostly true", "refutes", "The evidence refutes the claim, and the rating Mostly true says otherwise."),
        ("false", "refutes", ""),
        ("half true", "supports", ""),
        ("unproven", "refutes", ""),
        ("false", "context", ""),
    ],
)
def test_evidence_that_speaks_against_the_rating_is_told(
    ask: Ask, room: Newsroom, rating: str, stance: str, told: str
) -> None:
    said = ask("verdict", room.claims[0], rating, "--why", "41.", "--evidence", f"{room.passages[0]}:{stance}")
    assert said.code == 0
    assert (told or "says otherwise") in said.err if told else "says otherwise" not in said.err


def test_the_words_that_are_cited_are_chosen_by_typing_them(ask: Ask, room: Newsroom, tmp_path: Path) -> None:
    claim, passage = room.claims[1], room.passages[1]
    said = ask("review", "accept", claim, passage, "--stance", "refutes", "--cite", "rose  by 4.1 per cent", rows=True)
    assert said.rows[0]["cited"] == {"start": 8, "end": 28}
    ask("verdict", claim, "false", "--why", "4.1.")
    ask("export", "--article", room.article, "--format", "markdown", "-o", tmp_path / "r.md")
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "- “rose by 4.1 per cent”" in text
    assert "> The passage around it:\n  >\n  > Exports rose by 4.1 per cent in the year." in text
    assert "chose what is cited of passage" in ask("history", "--claim", claim).out
    assert "    cited of it: rose by 4.1 per cent\n" in ask("claim", "show", claim).out
    ask("review", "annotate", claim, passage, "--cite-whole")
    ask("verdict", claim, "false", "--why", "4.1.")
    ask("export", "--article", room.article, "--format", "markdown", "-o", tmp_path / "s.md")
    assert "The passage around it" not in (tmp_path / "s.md").read_text(encoding="utf-8")
    for wrong in (("--cite", "fell by 4"), ("--cite", " "), ("--cite", "rose", "--cite-whole")):
        refusal = ask("review", "annotate", claim, passage, *wrong)
        assert (refusal.code, bool(refusal.err)) == (2, True)


def test_several_claims_are_shown_with_their_amounts_and_times(ask: Ask, room: Newsroom) -> None:
    rows = ask("claim", "show", *room.claims[:3], room.claims[0], rows=True).rows
    assert [row["id"] for row in rows] == list(room.claims[:3])
    assert all({"quantities", "times", "evidence", "verdicts"} <= set(row) for row in rows)
    text = ask("claim", "show", *room.claims[:2]).out
    assert text.count("wording: ") == 2
    assert "\n\nclaim " in text
    assert ask("claim", "show", room.claims[0], 99).code == 2


@pytest.mark.parametrize(
    ("written", "more", "told"),
    [
        (
            "12,345,678,901 euros",
            {"low": 12345678901.0, "high": 12345678901.0, "currency": "EUR"},
            "12,345,678,901 EUR",
        ),
        ("3.2 trillion", {"low": 3.2e12, "high": 3.2e12}, "3,200,000,000,000"),
        ("less than a third", {"low": None, "high": 1 / 3, "bound": "less_than"}, "less than 0.3333"),
        ("at least 3 %", {"low": 3.0, "high": None, "bound": "at_least", "kind": "percent"}, "at least 3 %"),
        ("thousands", {"low": 2000.0, "high": 999999.0, "bound": "vague", "unit": "troop"}, "2,000 to 999,999 troop"),
        ("0.00004 g", {"low": 0.00004, "high": 0.00004, "unit": "g"}, "0.00004 g"),
        ("none", {"low": 0.0, "high": 0.0}, "0"),
        ("-2.5 °C", {"low": -2.5, "high": -2.5, "unit": "°C"}, "-2.5 °C"),
    ],
)
def test_an_amount_is_told_in_figures_that_people_read(written: str, more: dict[str, Any], told: str) -> None:
    """Not as 1.23456789e+10, nor as "at least 3 to any"."""
    blank = {"text": written, "kind": "count", "bound": "exact", "unit": None, "currency": None}
    assert _amount({**blank, **more}) == f"{written} ({told})"


def test_a_blind_verdict_on_no_evidence_says_whose_acceptance_counts(ask: Ask, room: Newsroom) -> None:
    """What the first reviewer accepted is hidden from the second: that nothing is accepted would not be so."""
    claim = room.claims[0]
    ask("review", "accept", claim, room.passages[0], "--stance", "refutes")
    ask("verdict", claim, "false", "--why", "41.")
    ask("review", "request-second", claim)
    said = ask("review", "second", claim, "false", "--why", "41.", by="Bob")
    assert said.code == 0
    assert f"relies on no evidence: you accepted nothing yourself for claim {claim}." in said.err
    assert "nothing is accepted" not in said.err


def test_publishing_an_article_says_which_verdicts_are_held_back_and_why(ask: Ask, room: Newsroom) -> None:
    for claim in room.claims[:2]:
        ask("review", "accept", claim, room.passages[0], "--stance", "refutes")
        ask("verdict", claim, "false", "--why", "41.")
    ask("review", "reject", room.claims[0], room.passages[0])
    said = ask("review", "publish", "--article", room.article)
    assert said.code == 0
    assert "Published 1 claim; 1 is still open or waits for a second opinion.\n" in said.err
    assert (
        f"Not published: the verdict on claim {room.claims[0]} rests on passage {room.passages[0]}, which is no "
        "longer accepted; accept it again, or rate the claim again on what is accepted now.\n" in said.err
    )


def test_a_version_that_is_not_there_yet_is_not_called_a_change(ask: Ask, room: Newsroom) -> None:
    claim, passage = room.claims[0], room.passages[0]
    ask("review", "accept", claim, passage)
    for words in (("verdict", claim, "false", "--why", "x"), ("claim", "edit", claim, "--text", "Another wording.")):
        said = ask(*words, "--version", 70)
        assert said.code == 2
        assert f"claim {claim} has version " in said.err
        assert ", not 70; nothing was written" in said.err
        assert "after you read it" not in said.err
    assert "has version 1, not 7;" in ask("review", "reject", claim, passage, "--version", 7).err


def test_evidence_is_decided_noted_linked_and_taken_off(ask: Ask, room: Newsroom) -> None:
    claim, passage = room.claims[0], room.passages[0]

    def last(*arguments: object) -> dict[str, Any]:
        return ask("review", *arguments, rows=True).rows[0]

    assert last("accept", claim, passage, "--stance", "refutes")["stance"] == "refutes"
    assert last("reject", claim, passage, "--note", "old")["state"] == "rejected"
    assert last("annotate", claim, passage, "--pin")["pinned"] is True
    assert last("undecide", claim, passage)["state"] == "suggested"
    assert ask("review", "unlink", claim, passage).code == 0
    linked = last("link", claim, "https://example.org/x", "--quote", "[/foo] [sic]", "--published", "2022-01-02")
    assert linked["state"] == "accepted"
    assert "[/foo] [sic]" in ask("claim", "show", claim).out
    assert ask("review", "nothing-found", room.claims[1], "--note", "archive").code == 0
    assert ask("review", "status", room.claims[1], rows=True).rows[0]["note"] == "nothing found by Ann: archive"


def test_a_second_opinion_is_blind_on_the_command_line_too(ask: Ask, room: Newsroom) -> None:
    claim = room.claims[0]
    ask("verdict", claim, "1", "--why", "secret", "--evidence", f"{room.passages[0]}:refutes")
    assert ask("review", "request-second", claim).code == 0
    for command in (
        ("claim", "list"),
        ("claim", "show", claim),
        ("review", "status", claim),
        ("history",),
        ("article", "show", room.article),
    ):
        said = ask(*command, rows=True, by="Bob")
        for word in ("secret", '"False"', "refutes"):
            assert word not in said.out, command
    said = ask("review", "second", claim, "5", "--why", "open question", by="Bob")
    assert "is unresolved" in said.err
    assert "secret" in ask("claim", "show", claim, by="Bob").out
    assert ask("review", "status", "--article", room.article, rows=True).rows[0]["agreement"] == "unresolved"
    settled = ask("review", "settle", claim, "2", "--why", "between", by="Cleo", rows=True).rows[0]
    assert settled["kind"] == "settlement"
    agreement = ask("review", "agreement", rows=True)
    assert agreement.rows[1]["reviewers"] == "Ann, Bob"
    assert "settled: 1" in agreement.err


def test_a_published_verdict_is_corrected_not_edited(ask: Ask, room: Newsroom) -> None:
    for claim in room.claims[:2]:
        ask("verdict", claim, "1", "--why", "no")
    assert ask("review", "publish", *room.claims[:2]).code == 0
    assert ask("verdict", room.claims[0], "5", "--why", "x").code == 2
    corrected = ask("review", "correct", room.claims[0], "4", "--why", "new figures", rows=True).rows[0]
    assert (corrected["kind"], corrected["supersedes"]) == ("correction", 1)
    assert ask("review", "status", room.claims[0], rows=True).rows[0]["status"] == "published"
    said = ask("review", "publish", "--article", room.article)
    assert "Published 0 claims; 1 is still open" in said.err


def test_publishing_several_is_all_or_nothing(ask: Ask, room: Newsroom) -> None:
    ask("verdict", room.claims[0], "1", "--why", "no")
    assert ask("review", "publish", *room.claims[:2]).code == 2
    assert ask("review", "status", room.claims[0], rows=True).rows[0]["status"] == "rated"


def test_what_was_dropped_or_removed_says_how_it_comes_back(ask: Ask, room: Newsroom) -> None:
    claim = room.claims[0]
    ask("claim", "remove", claim)
    for on_claim in (("verdict", claim, "5", "--why", "x"), ("claim", "show", claim), ("review", "publish", claim)):
        assert f"claim {claim} was dropped; `workbench claim restore {claim}`" in ask(*on_claim).err
    assert ask("history", "--claim", claim).code == 0
    ask("article", "remove", room.article)
    for command in (("claim", "list", "--article", room.article), ("review", "publish", "--article", room.article)):
        assert f"article {room.article} was removed; adding the same text again" in ask(*command).err
    assert ask("history", "--article", room.article).code == 0


def test_an_article_with_a_published_verdict_is_not_removed(ask: Ask, room: Newsroom) -> None:
    ask("verdict", room.claims[0], "1", "--why", "no")
    ask("review", "publish", room.claims[0])
    said = ask("article", "remove", room.article)
    assert said.code == 2
    assert "has 1 published claim and stays in the lists" in said.err
    assert "`workbench review correct CLAIM`" in said.err
    assert [row["published_claims"] for row in ask("article", "list", rows=True).rows] == [1]


def test_undo_says_that_it_passed_over_evidence_read_in(ask: Ask, room: Newsroom, tmp_path: Path) -> None:
    """The act before the reading is taken back: whoever meant the sources learns it, and the way back."""
    ask("verdict", room.claims[0], "1", "--why", "no")
    notes = tmp_path / "notes.txt"
    notes.write_text("The port of Lindau stayed open.", encoding="utf-8")
    ask("evidence", "add", notes)
    said = ask("undo", rows=True)
    assert [row["words"] for row in said.rows] == ["rated it False: no"]
    assert "Note: undo does not take back the reading of evidence (1 source) but the act before it" in said.err
    assert "`workbench evidence remove`" in said.err
    assert "`workbench redo`" in said.err
    ask("redo")
    assert ask("undo").err == ""


def test_publishing_and_asking_for_a_second_opinion_name_the_version_that_was_read(ask: Ask, room: Newsroom) -> None:
    claim = room.claims[0]
    version = ask("claim", "show", claim, rows=True).rows[0]["version"]
    ask("verdict", claim, "1", "--why", "seen", by="Bob")
    for command in (("review", "request-second", claim), ("review", "publish", claim)):
        said = ask(*command, "--version", version)
        assert said.code == 2
        assert "False, by Bob" in said.err
    version = ask("claim", "show", claim, rows=True).rows[0]["version"]
    assert ask("review", "publish", claim, "--version", version).code == 0


def test_undo_redo_and_history_tell_what_they_did(ask: Ask, room: Newsroom) -> None:
    ask("verdict", room.claims[0], "1", "--why", "no")
    ask("claim", "edit", room.claims[1], "--text", "shut")
    taken = ask("undo", 2, rows=True).rows
    assert [row["words"] for row in taken][-1] == "rated it False: no"
    assert len(ask("redo", 2, rows=True).rows) == 2
    lines = ask("history", "--by", "Ann", "--claim", room.claims[0], rows=True).rows
    assert [row["undone"] for row in lines] == [False, True, False]
    given = lines[0]["event"]
    assert ask("undo", "--event", given, rows=True).rows[0]["event"] == given
    assert len(ask("history", "--limit", 2, rows=True).rows) == 2
    assert len(ask("history", "--all", rows=True).rows) > 5


def test_a_deadline_is_set_told_and_taken_back(ask: Ask, room: Newsroom) -> None:
    said = ask("article", "deadline", room.article, "2099-02-12").err
    assert said == "Article 1 is due on Thursday, 12 February 2099.\n"
    assert ask("article", "deadline", room.article, "12 Feb 2022").err.endswith("12 February 2022. That day is past.\n")
    assert ask("article", "list", rows=True).rows[0]["deadline"] == "2022-02-12"
    assert ask("article", "deadline", room.article).code == 0
    assert ask("article", "list", rows=True).rows[0]["deadline"] is None
    assert [row["words"] for row in ask("undo", rows=True).rows] == ["removed the deadline"]
    assert ask("article", "list", rows=True).rows[0]["deadline"] == "2022-02-12"
    assert "is no date" in ask("article", "deadline", room.article, "soon").err


def test_scales_and_reviewers(ask: Ask, room: Newsroom, tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    steps = [{"key": "y", "words": "Yes", "value": 2}, {"key": "n", "words": "No", "value": 1}]
    file.write_text(json.dumps({"id": "own", "name": "Own", "ratings": steps}), encoding="utf-8")
    assert ask("scale", "add", file).code == 0
    assert ask("scale", "use", "own").code == 0
    assert [row["id"] for row in ask("scale", "list", rows=True).rows if row["in_use"]] == ["own"]
    assert [row["key"] for row in ask("scale", "show", rows=True).rows] == ["y", "n"]
    assert ask("scale", "show", "averitec", rows=True).rows[0]["words"] == "Supported"
    assert ask("verdict", room.claims[0], "y", "--why", "x", rows=True).rows[0]["scale"] == "own"
    assert ask("reviewer", "whoami", by="Bob").out == "Bob\n"
    assert "known now" in ask("reviewer", "add", "Cleo").err
    assert [row["name"] for row in ask("reviewer", "list", rows=True).rows] == ["Ann", "Cleo"]
    assert ask("reviewer", "present", rows=True).rows == []


def test_hostile_words_are_shown_as_written_and_never_obeyed(ask: Ask, room: Newsroom) -> None:
    ask("claim", "edit", room.claims[0], "--text", "=cmd|' /C calc'!A0 [/foo] \x1b[31mred\u202e")
    table = ask("claim", "list").out
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "[/foo]" in table
    assert "'=cmd" in ask("claim", "list", "--format", "csv").out


def test_the_real_program_does_the_same(place: tuple[Path, Newsroom]) -> None:
    path, room = place
    claim = str(room.claims[0])
    succeed("verdict", claim, "5", "--why", "seen", workspace=path)
    assert succeed("claim", "list", "--status", "rated", "--format", "json", workspace=path).rows[0]["rating"] == "True"
    assert "has no rating" in refused("verdict", claim, "x", "--why", "y", code=2, workspace=path)


def test_undo_after_a_publication_names_what_can_be_taken_back(ask: Ask, room: Newsroom) -> None:
    assert ask("review", "accept", room.claims[1], room.passages[0]).code == 0
    assert ask("verdict", room.claims[0], "false", "--why", "x").code == 0
    assert ask("review", "publish", room.claims[0]).code == 0
    refused = ask("undo")
    assert refused.code == 2
    assert f"`workbench review correct {room.claims[0]}` corrects it" in refused.err
    command = refused.err.split("`workbench undo --event ")[1]
    event, words = command.split("`", 1)
    assert words.startswith(f" takes back what you did before it: accepted passage {room.passages[0]}")
    assert ask("undo", "--event", event, rows=True).rows[0]["action"] == "evidence.decide"
    assert "you did nothing before it that could be" in ask("undo").err
