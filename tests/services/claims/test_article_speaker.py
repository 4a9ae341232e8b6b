"""One speaker for a whole article: all claims that name nobody, in one act that undo takes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.domain.articles import Attribution, Claim, ClaimFilter
from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError, ExitCode, NotFoundError
from workbench.services.articles.splitting import Splitter
from workbench.services.claims.article_speaker import set_article_speaker
from workbench.services.record import history
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article
from workbench.store.claims import claims

TEXT = """Notes of the evening

The council built nine schools in 2020. It paid 40 teachers.

The roof leaks in three halls, the mayor said on Friday."""


@pytest.fixture
def speech(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "speech", reviewer="ann") as workspace:
        document = Document(TEXT, "Notes of the evening", "desk", "0" * 64)
        drafts = Splitter(models=False).split(document).drafts
        add_article(workspace.database, document, "0" * 64, drafts, reviewer="ann", splitter="rules")
        yield workspace


def all_claims(workspace: Workspace) -> list[Claim]:
    return list(claims(workspace.database, ClaimFilter(1)))


def test_claims_that_name_nobody_get_the_speaker_and_others_keep_theirs(speech: Workspace) -> None:
    before = {claim.id: claim.speaker for claim in all_claims(speech)}
    assert set(before.values()) == {None, "the mayor"}
    done = set_article_speaker(speech, 1, " Ada   Quist ")
    assert (done.changed, done.named) == (sum(name is None for name in before.values()), 1)
    for claim in all_claims(speech):
        assert claim.speaker == (before[claim.id] or "Ada Quist")
        assert claim.attribution is not Attribution.OUTLET


def test_one_undo_takes_all_of_it_back(speech: Workspace) -> None:
    before = [claim.speaker for claim in all_claims(speech)]
    set_article_speaker(speech, 1, "Ada Quist")
    history.undo(speech)
    assert [claim.speaker for claim in all_claims(speech)] == before


def test_named_claims_alone_whoever_they_name(speech: Workspace) -> None:
    mayor = next(claim for claim in all_claims(speech) if claim.speaker == "the mayor")
    assert set_article_speaker(speech, 1, "Bo Ek", [mayor.id]).changed == 1
    assert {claim.speaker for claim in all_claims(speech)} == {None, "Bo Ek"}
    set_article_speaker(speech, 1, "", [mayor.id])
    assert {claim.attribution for claim in all_claims(speech)} == {Attribution.OUTLET}


def test_what_is_not_there_is_refused_and_nothing_changes(speech: Workspace) -> None:
    with pytest.raises(BadInputError, match="claim 999"):
        set_article_speaker(speech, 1, "Bo Ek", [999])
    with pytest.raises(BadInputError, match="200"):
        set_article_speaker(speech, 1, "x" * 201)
    with pytest.raises(NotFoundError):
        set_article_speaker(speech, 7, "Bo Ek")
    assert "Bo Ek" not in {claim.speaker for claim in all_claims(speech)}


def test_the_command_says_how_many(speech: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--workspace", str(tmp_path / "speech"), "--reviewer", "ann", "article", "speaker", "1"]
    assert main([*where, "Ada Quist"]) == ExitCode.OK
    assert "claims changed; left as they are: 1 with another speaker" in capsys.readouterr().err
    assert main([*where, "Ada Quist", "--claims", "a,b"]) == ExitCode.BAD_INPUT
