"""Whom a pronoun means that the program left alone: the possible names, and a reviewer's choice of one."""

from __future__ import annotations

from workbench.domain.articles import Article, Claim, Resolution
from workbench.domain.errors import BadInputError
from workbench.services.claims.claim_editing import correct
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


def name_pronoun(workspace: Workspace, claim_id: int, name: str, *, version: int | None = None) -> Claim:
    """Put a name in for the first open pronoun that may mean it: a correction of the wording, which undo takes back.

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
                    return ClaimPatch(text=wording, resolutions=kept)
        listed = "; ".join(
            f"“{pronoun_of(one)}” {', '.join(f'{words} ({value:.2f})' for words, value in one.possible)}"
            for one in found
        )
        raise BadInputError(f"no pronoun of claim {claim_id} may mean {wanted!r}; possible are: {listed}.")

    return correct(workspace, claim_id, "claim.edit", version, patch)
