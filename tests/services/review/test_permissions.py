"""Roles: what a reader and a reviewer are refused, by the services; and that roles are acts of the record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import Newsroom, colleague, make_newsroom
from workbench.cli.main import main
from workbench.domain.articles import ReviewStatus
from workbench.domain.errors import BadInputError, NotAllowedError
from workbench.domain.evidence import EvidenceState
from workbench.domain.permissions import Role, role_of
from workbench.services.articles import articles, stored_articles
from workbench.services.assistance import proposals
from workbench.services.claims import claim_editing, claim_surgery
from workbench.services.evidence import decisions, reindex, sources
from workbench.services.record import history
from workbench.services.record.export import export
from workbench.services.record.import_ import import_report
from workbench.services.record.reporting import build_report
from workbench.services.review import desk_work, permissions, presence, review, scales
from workbench.services.review.permissions import give_role, note_sign_in, without_role
from workbench.services.review.reviewers import add_reviewer, list_reviewers
from workbench.services.settings import change_setting
from workbench.services.workspace import Workspace
from workbench.store.events import events
from workbench.store.record_checks import flaws, head

STORE = Path(permissions.__file__).parents[2] / "store"


@pytest.fixture
def room(tmp_path: Path) -> tuple[Workspace, Newsroom]:
    """Ann is the editor, Bob a reviewer, Cleo a reader; Dan has no role."""
    ann, made = make_newsroom(tmp_path / "w", "ann")
    give_role(ann, "ann", Role.EDITOR)
    give_role(ann, "bob", Role.REVIEWER)
    give_role(ann, "cleo", Role.READER)
    return ann, made


def count(workspace: Workspace) -> list[Any]:
    """All that the record holds."""
    tables = ("events", "verdicts", "claims", "evidence", "sources", "articles", "tags", "comments", "drafts")
    names = (*tables, "workspace", "reviewers", "rating_scales", "saved_searches", "assignments", "passages", "feeds")
    return [workspace.database.rows(f"SELECT * FROM {name}") for name in names]  # noqa: S608


def problems(workspace: Workspace) -> list[str]:
    """What `doctor --record` finds, but that this newsroom's sources came by no act."""
    return [one for one in flaws(workspace.database) if not one.startswith("source source-")]


ACTS: dict[str, Callable[[Workspace, Newsroom], Any]] = {
    "rate": lambda w, n: review.rate(w, n.claims[0], "1", why="no"),
    "ask": lambda w, n: review.request_second_opinion(w, n.claims[2]),
    "opinion": lambda w, n: review.second_opinion(w, n.claims[0], "1", why="no"),
    "settle": lambda w, n: review.settle(w, n.claims[0], "1", why="no"),
    "publish": lambda w, n: review.publish(w, n.claims[2]),
    "publish all": lambda w, n: review.publish_article(w, n.article),
    "correct": lambda w, n: review.correct(w, n.claims[2], "1", why="no"),
    "decide": lambda w, n: decisions.decide(w, n.claims[0], n.passages[0], EvidenceState.ACCEPTED),
    "edit": lambda w, n: claim_editing.edit_wording(w, n.claims[0], "Other words."),
    "split": lambda w, n: claim_surgery.split(w, n.claims[0], 3),
    "remove": lambda w, n: stored_articles.remove_article(w, n.article),
    "add": lambda w, _: list(articles.add_articles(w, ["nothing-is-read.txt"])),
    "add evidence": lambda w, _: sources.add_evidence(w, ["nothing-is-read.txt"]),
    "reindex": lambda w, _: reindex.reindex(w, full=True),
    "tag": lambda w, n: desk_work.tag(w, "claim", [n.claims[0]], ["port"]),
    "comment": lambda w, n: desk_work.comment(w, n.claims[0], "Hm."),
    "assign": lambda w, n: desk_work.assign(w, "claim", [n.claims[0]], "bob"),
    "search": lambda w, _: desk_work.save_search(w, "port", "port"),
    "draft": lambda w, n: presence.save_draft(w, n.claims[0], "Because"),
    "setting": lambda w, _: change_setting(w, "organisation", "Ours"),
    "scale": lambda w, _: scales.use_scale(w, "politifact"),
    "reviewer": lambda w, _: add_reviewer(w, "eve"),
    "role": lambda w, _: give_role(w, w.reviewer, Role.EDITOR),
    "proposal": lambda w, n: proposals.keep_proposal(w, "m", "wording", {"text": "x"}, claim_id=n.claims[0]),
}


@pytest.mark.parametrize("who", ["cleo", "CLEO", "dan"])
@pytest.mark.parametrize("act", ACTS)
def test_a_reader_changes_nothing(room: tuple[Workspace, Newsroom], who: str, act: str) -> None:
    """However the name is written; whoever has no role where others have one only reads, too."""
    ann, made = room
    with ann, colleague(ann, who) as reader:
        before = count(ann)
        with pytest.raises(
            NotAllowedError, match=r"readers look and export, and change nothing.*also give roles: ann\."
        ):
            ACTS[act](reader, made)
        assert count(ann) == before
        assert not (ann.path / "proposals.jsonl").exists()


def test_a_reader_looks_and_exports(room: tuple[Workspace, Newsroom], tmp_path: Path) -> None:
    ann, made = room
    with ann, colleague(ann, "cleo") as reader:
        review.rate(ann, made.claims[0], "1", why="There were 41.")
        presence.heartbeat(reader, "s", made.article, made.claims[0])
        assert [one.reviewer for one in presence.everyone(ann)] == ["cleo"]
        presence.leave(reader, "s")
        record = review.record_of(reader, made.claims[0])
        assert record.standing is not None
        assert export(reader, "markdown", tmp_path / "r.md").holds.startswith("1 rated claim")
        assert history.history(reader)


def test_an_undo_of_a_reader_is_an_act_too(room: tuple[Workspace, Newsroom]) -> None:
    ann, made = room
    with ann, colleague(ann, "bob") as bob:
        review.rate(bob, made.claims[0], "1", why="no")
        give_role(ann, "bob", Role.READER)
        with pytest.raises(NotAllowedError, match="bob is a reader"):
            history.undo(bob)
        give_role(ann, "bob", Role.REVIEWER)
        assert [line.action for line in history.undo(bob)] == ["verdict.verdict"]
        with pytest.raises(BadInputError, match=r"role\.give"):
            history.undo(ann, event_id=next(one.id for one in events(ann.database) if one.action == "role.give"))


def test_a_reviewer_rates_and_an_editor_settles_and_publishes(room: tuple[Workspace, Newsroom]) -> None:
    ann, made = room
    claim, other = made.claims[0], made.claims[2]
    with ann, colleague(ann, "bob") as bob, colleague(ann, "eve") as eve, colleague(ann, "fay") as fay:
        for name in ("eve", "fay"):
            give_role(ann, name, Role.REVIEWER)
        review.rate(bob, claim, "1", why="There were 41.")
        review.request_second_opinion(bob, claim)
        review.second_opinion(eve, claim, "5", why="Near enough.")
        for refused in (
            lambda: review.settle(fay, claim, "1", why="no"),
            lambda: review.publish(bob, claim),
            lambda: review.publish_article(bob, made.article),
            lambda: give_role(bob, "bob", Role.EDITOR),
        ):
            with pytest.raises(NotAllowedError, match=r"is no editor of this workspace: only an editor .*: ann\."):
                refused()
        settled = review.settle(ann, claim, "1", why="41 is not 40.")
        assert settled is not None
        give_role(ann, "gil", Role.EDITOR)
        with colleague(ann, "gil") as gil:
            give_role(gil, "ann", Role.REVIEWER)
            with pytest.raises(NotAllowedError, match="settles as a third"):
                history.undo(ann)
            assert review.publish(gil, claim).status is ReviewStatus.PUBLISHED
            with pytest.raises(NotAllowedError, match="corrects what is published"):
                review.correct(ann, claim, "3", why="no")
            review.correct(gil, claim, "3", why="It was 40.5.")
        review.rate(bob, other, "1", why="no")
        review.request_second_opinion(bob, other)
        review.second_opinion(eve, other, "5", why="yes")
        assert review.settle(bob, other, "5", by_consent=True, why="I was wrong.") is None
        done = review.settle(eve, other, "5", by_consent=True, why="As I said.")
        assert done is not None, "consent is between those who differ, whatever their roles"
        assert problems(ann) == []


def test_without_roles_everybody_does_everything(tmp_path: Path) -> None:
    ann, made = make_newsroom(tmp_path / "w", "ann")
    with ann, colleague(ann, "bob") as bob:
        review.rate(bob, made.claims[0], "1", why="no")
        assert {one.role for one in list_reviewers(ann)} == {""}
        assert review.publish(bob, made.claims[0]).status is ReviewStatus.PUBLISHED


def test_there_is_always_an_editor_while_there_are_roles(tmp_path: Path) -> None:
    ann, _ = make_newsroom(tmp_path / "w", "ann")
    with ann:
        for role in (Role.READER, Role.REVIEWER):
            with pytest.raises(BadInputError, match="first role to be given is an editor's"):
                give_role(ann, "ann", role)
        assert not give_role(ann, "ann", None)
        assert give_role(ann, "ann", Role.EDITOR)
        assert not give_role(ann, "Ann", Role.EDITOR)
        assert give_role(ann, "bob", Role.READER)
        for less in (Role.REVIEWER, None):
            with pytest.raises(BadInputError, match="last editor"):
                give_role(ann, "ann", less)
        assert give_role(ann, "bob", None)
        assert give_role(ann, "ANN", None), "the last role may go"
        assert permissions.roles(ann) == {}
        with pytest.raises(BadInputError, match="reviewer's name"):
            give_role(ann, "machine: x", Role.EDITOR)


def test_roles_are_acts_of_the_record(room: tuple[Workspace, Newsroom], capsys: pytest.CaptureFixture[str]) -> None:
    ann, _ = room
    with ann:
        told = [line.words for line in history.history(ann) if line.action.startswith("role.")]
        assert told == ["gave ann the role editor", "gave bob the role reviewer", "gave cleo the role reader"]
        assert {one.name: one.role for one in list_reviewers(ann)} == {
            "ann": "editor",
            "bob": "reviewer",
            "cleo": "reader",
        }
        assert without_role(ann) == []
        add_reviewer(ann, "dan")
        assert without_role(ann) == ["dan"]
        assert problems(ann) == []
        where = str(ann.path)
    assert main(["-w", where, "--reviewer", "ann", "reviewer", "role", "cleo", "none"]) == 0
    assert "Without a role, so that they only read: cleo, dan." in capsys.readouterr().err
    assert main(["-w", where, "--reviewer", "bob", "reviewer", "role", "bob", "editor"]) == 2
    assert "Error: bob is no editor of this workspace: only an editor gives roles" in capsys.readouterr().err
    assert main(["-w", where, "--reviewer", "dan", "verdict", "1", "1", "--why", "no"]) == 2
    assert "Error: dan has no role in this workspace: readers look and export" in capsys.readouterr().err


def test_roles_of_another_workspace_do_not_come_with_an_import(
    room: tuple[Workspace, Newsroom], tmp_path: Path
) -> None:
    """Else a file from elsewhere could shut the owner out; a backup keeps them."""
    ann, made = room
    with ann:
        export(ann, "json", tmp_path / "all.json")
    with Workspace.create(tmp_path / "new", reviewer="zoe") as zoe:
        import_report(zoe, tmp_path / "all.json")
        assert permissions.roles(zoe) == {}
        review.rate(zoe, made.claims[0], "1", why="no")
        give_role(zoe, "zoe", Role.EDITOR)
        assert permissions.roles(zoe) == {"zoe": Role.EDITOR}
        assert problems(zoe) == []
    assert main(["-w", str(tmp_path / "w"), "backup", str(tmp_path / "copy.db")]) == 0
    assert main(["-w", str(tmp_path / "restored"), "restore", str(tmp_path / "copy.db")]) == 0
    with Workspace.open(tmp_path / "restored", reviewer="cleo") as cleo:
        assert role_of(permissions.roles(cleo), "cleo") is Role.READER


def test_a_role_that_this_program_does_not_know_only_reads(tmp_path: Path) -> None:
    ann, made = make_newsroom(tmp_path / "w", "ann")
    with ann, colleague(ann, "bob") as bob:
        give_role(ann, "ann", Role.EDITOR)
        from workbench.store.events import record

        with ann.database.write() as connection:
            record(
                connection,
                reviewer="ann",
                action="role.give",
                subject="roles",
                subject_id="bob",
                after={"role": "owner"},
            )
        with pytest.raises(NotAllowedError, match="bob is a reader"):
            review.rate(bob, made.claims[0], "1", why="no")


def test_a_sign_in_is_one_event_and_changes_no_report(room: tuple[Workspace, Newsroom]) -> None:
    """Also a reader's; what was told of a moment before it, and of an article, stays as it was."""
    ann, made = room
    with ann, colleague(ann, "cleo") as cleo:
        review.rate(ann, made.claims[0], "1", why="There were 41.")
        number, at, _ = head(ann.database)
        then = build_report(ann, as_of=at)
        article = build_report(ann, articles=[made.article])
        note_sign_in(cleo, "X-Remote-User", "Cleo")
        assert head(ann.database)[0] == number + 1
        (line,) = history.history(ann, after=number)
        assert (line.reviewer, line.action, line.words) == ("cleo", "session.sign_in", "signed in (by X-Remote-User)")
        assert build_report(ann, as_of=at) == then
        assert build_report(ann, articles=[made.article]) == article
        assert problems(ann) == []
        note_sign_in(ann, "X-Remote-User", "ann")
        assert [one.action for one in history.undo(ann)] == ["verdict.verdict"], "there is nothing in it to take back"


def test_what_is_written_past_the_gate_is_named(room: tuple[Workspace, Newsroom]) -> None:
    """Presence, what a machine computed, and sign-ins; whoever adds to this list says why it is nobody's act."""
    room[0].close()

    def past_the_gate(folder: Path) -> set[str]:
        return {path.name for path in folder.rglob("*.py") if ".write(asked=False" in path.read_text("utf-8")}

    assert past_the_gate(STORE) == {"presence.py", "stance_cache.py", "claim_vectors.py", "notices.py"}
    assert past_the_gate(STORE.parent / "services") == {"permissions.py", "review.py"}, "a rating asks once it is read"
