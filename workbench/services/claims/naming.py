"""Whom a pronoun means that the program left alone: the possible names, and a reviewer's choice of one."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.articles import Article, Attribution, Claim, Resolution
from workbench.domain.errors import BadInputError
from workbench.services.claims.claim_editing import correct, speaker_patch
from workbench.services.claims.claim_wording import decontextualised, worded_by_hand
from workbench.services.workspace import Workspace
from workbench.store.claims import ClaimPatch


def open_pronouns(claim: Claim) -> tuple[Resolution, ...]:
    """The pronouns of a claim's wording that were left as they are, each with the names it may mean; in order."""
    from workbench.language.references.naming import is_open

    return tuple(one for one in claim.resolutions if is_open(one))


def pronoun_of(repair: Resolution) -> str:
    """The pronoun of an open repair, as it stands in the wording."""
    return (repair.original or repair.replacement).strip()


def _spoken_by(article: Article, claim: Claim, repair: Resolution, name: str) -> ClaimPatch:
    """The name as the speaker's too, where nobody was named yet and the pronoun is who says it: "he told reporters"."""
    from workbench.language.attribution.speech_wording import is_the_speakers

    verb = claim.attribution_verb
    if claim.speaker is not None or claim.attribution is Attribution.OUTLET or verb is None:
        return ClaimPatch()
    if not repair.original or not is_the_speakers(article.text, repair.start, repair.end, verb):
        return ClaimPatch()
    return replace(speaker_patch(claim, name), speaker_alias=repair.original)


def name_pronoun(workspace: Workspace, claim_id: int, name: str, *, version: int | None = None) -> Claim:
    """Put a name in for the first open pronoun that may mean it: a correction of the wording, which undo takes back.

    Where the pronoun is who says it and no speaker is named, the name becomes the claim's speaker.

    Raises:
        BadInputError: No pronoun of the claim is open, it cannot mean the name, or a person worded the claim.
        ConflictError: The claim was changed after `version` was read.
        LockedError: The claim is published.
    """
    from workbench.language.references.naming import named

    wanted = " ".join(name.split())

    def patch(article: Article, claim: Claim) -> ClaimPatch:
        found = open_pronouns(claim)
        if not found:
            raise BadInputError(f"no pronoun of claim {claim_id} waits for a name; --text rewords it.")
        if worded_by_hand(workspace.database, article, claim):
            raise BadInputError(f"claim {claim_id} was worded by a person; --text puts a name in.")
        for repair in found:
            for words, _ in repair.possible:
                if words.casefold() == wanted.casefold():
                    chosen = named(article.text, repair, words)
                    kept = tuple(chosen if one is repair else one for one in claim.resolutions)
                    wording = decontextualised(article.text, claim.start, claim.end, kept)
                    patched = _spoken_by(article, claim, repair, words)
                    return replace(patched, text=wording, resolutions=kept)
        listed = "; ".join(
            f"“{pronoun_of(one)}” {', '.join(f'{words} ({value:.2f})' for words, value in one.possible)}"
            for one in found
        )
        raise BadInputError(f"no pronoun of claim {claim_id} may mean {wanted!r}; possible are: {listed}.")

    return correct(workspace, claim_id, "claim.edit", version, patch)
