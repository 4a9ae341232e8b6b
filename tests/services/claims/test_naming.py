"""Whom a pronoun means that was left alone: a reviewer chooses among the names the program measured."""

from __future__ import annotations

import hashlib

import pytest

from workbench.domain.articles import Attribution, Claim, ClaimDraft, Kind, Origin, Resolution
from workbench.domain.documents import Document
from workbench.domain.errors import BadInputError
from workbench.services.claims import claim_editing
from workbench.services.claims.naming import name_pronoun, open_pronouns, pronoun_of
from workbench.services.record import history
from workbench.services.review.blind import list_claims, visible_claim
from workbench.services.workspace import Workspace
from workbench.store.articles import add_article

TEXT = "Ada Lind met Berit Moe in 2019. She sold her boat to the town and kept two of them."
NAMES = (("Ada Lind", 0.75), ("Berit Moe", 0.22))


def draft(words: str, *repairs: tuple[str, str, bool]) -> ClaimDraft:
    """A claim with open pronouns: the pronoun, its replacement, whether that was put in."""
    start = TEXT.index(words)
    made = []
    wording = words
    for pronoun, replacement, applied in repairs:
        at = TEXT.index(pronoun, start) if pronoun else start
        made.append(Resolution(at, at + len(pronoun), pronoun, replacement, "a rule", 0.75, applied, NAMES))
        wording = f"{replacement}{words}" if not pronoun else wording
    wording = wording[0].upper() + wording[1:] + "."
    return ClaimDraft(start, start + len(words), words, wording, (Kind.EVENT,), resolutions=tuple(made))


@pytest.fixture
def found(workspace: Workspace) -> list[Claim]:
    drafts = (
        draft("She sold her boat to the town", ("She", "She", False), ("her", "her", False)),
        draft("kept two of them", ("", "she ", True)),
        draft("Ada Lind met Berit Moe in 2019"),
    )
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    add_article(workspace.database, Document(TEXT, "", "a", digest), digest, drafts, reviewer="ada", splitter="test")
    return sorted(list_claims(workspace), key=lambda one: one.id)


def test_a_name_that_may_be_meant_is_put_in_as_the_reviewers_edit(workspace: Workspace, found: list[Claim]) -> None:
    first = found[0]
    assert [pronoun_of(one) for one in open_pronouns(first)] == ["She", "her"]
    named = name_pronoun(workspace, first.id, "berit  moe", version=first.version)
    assert named.text == "Berit Moe sold her boat to the town."
    assert named.origin is Origin.PERSON
    assert [pronoun_of(one) for one in open_pronouns(named)] == ["her"]
    assert named.resolutions[0].confidence == 0.22
    again = name_pronoun(workspace, first.id, "Berit Moe")
    assert again.text == "Berit Moe sold Berit Moe’s boat to the town."
    assert open_pronouns(again) == ()


SAID = "Ada Lind met Berit Moe. “We lost 40 boats,” she told the town in 2019."


def test_the_name_of_who_says_it_is_the_speakers_too(workspace: Workspace) -> None:
    """Not where the pronoun is another's: "she told the town" names who speaks, "her boat" does not."""
    words, at = SAID[24:-1], SAID.index("she told")
    repair = Resolution(at, at + 3, "she", "she", "a rule", 0.75, False, NAMES)
    draft = ClaimDraft(
        24, len(SAID) - 1, words, f"{words}.", (Kind.EVENT,), None, None, Attribution.DIRECT, "told", 0.5,
        resolutions=(repair,),
    )  # fmt: skip
    digest = hashlib.sha256(SAID.encode()).hexdigest()
    add_article(workspace.database, Document(SAID, "", "a", digest), digest, (draft,), reviewer="ada", splitter="test")
    (claim,) = list_claims(workspace)
    named = name_pronoun(workspace, claim.id, "Berit Moe")
    assert (named.speaker, named.speaker_alias, named.attribution) == ("Berit Moe", "she", Attribution.DIRECT)
    assert "Berit Moe told the town" in named.text
    history.undo(workspace)
    assert visible_claim(workspace, claim.id).speaker is None


def test_undo_leaves_the_pronoun_open_again(workspace: Workspace, found: list[Claim]) -> None:
    name_pronoun(workspace, found[0].id, "Ada Lind")
    history.undo(workspace)
    back = visible_claim(workspace, found[0].id)
    assert back.text == found[0].text
    assert len(open_pronouns(back)) == 2


def test_a_pronoun_put_in_front_of_a_clause_is_named_too(workspace: Workspace, found: list[Claim]) -> None:
    assert pronoun_of(open_pronouns(found[1])[0]) == "she"
    assert name_pronoun(workspace, found[1].id, "Ada Lind").text == "Ada Lind kept two of them."


def test_the_name_stays_when_an_edge_is_moved(workspace: Workspace, found: list[Claim]) -> None:
    name_pronoun(workspace, found[0].id, "Ada Lind")
    moved = claim_editing.move_edge_by_word(workspace, found[0].id, "end", 1)
    assert moved.text.startswith("Ada Lind sold")


def test_a_name_that_was_not_offered_is_refused_with_those_that_are(workspace: Workspace, found: list[Claim]) -> None:
    with pytest.raises(BadInputError, match=r"“She” Ada Lind \(0\.75\), Berit Moe \(0\.22\)"):
        name_pronoun(workspace, found[0].id, "Carl Vik")


def test_where_no_pronoun_is_open_or_a_person_worded_the_claim_it_says_so(
    workspace: Workspace, found: list[Claim]
) -> None:
    with pytest.raises(BadInputError, match="no pronoun of claim"):
        name_pronoun(workspace, found[2].id, "Ada Lind")
    claim_editing.edit_wording(workspace, found[0].id, "She sold a boat.")
    with pytest.raises(BadInputError, match="worded by a person"):
        name_pronoun(workspace, found[0].id, "Ada Lind")
