"""Sayings that have not been: what somebody wants, plans or is asked to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from workbench.language.dependency.tree_clauses import ClauseReader

_WANTED = word_set(
    "need needs needed want wants wanted wish wishes wished hope hopes hoped hoping plan plans planned planning intend "
    "intends intended prepare prepares prepared preparing seek seeks sought try tries tried trying aim aims aimed mean "
    "means meant like due set likely unlikely ready about keen eager reluctant unwilling unable yet threaten threatens "
    "threatened offer offers offered promise promises promised vow vows vowed pledge pledges pledged agree agreed "
    "expect expects expected expecting wait waits waiting waited ought"
)
"""Over a saying that has not been: what somebody means to say, or is still to say."""
_NOT_YET = word_set("yet due about set ready likely ought")
"""Right before "to" and a saying that has not been, whatever a tree makes of them."""
_ASKED = word_set(
    "asked urged told called pressed invited ordered required expected supposed instructed advised requested scheduled "
    "meant allowed permitted begged encouraged entitled summoned"
)
"""Passives over a saying that is asked for."""


def is_to_be_said(reader: ClauseReader, index: int) -> bool:
    """Whether a saying is only wanted, asked for or planned: "needs to explain why", "was asked to confirm that"."""
    tokens = reader.tokens
    beside = {tokens[c].text.lower() for c in reader.children[index] if c < index}
    before = {tokens[at - 1].text.lower() for at in range(max(1, index - 2), index) if tokens[at].text == "to"}
    if "ought" in beside or before & _NOT_YET:
        return True
    above = tokens[index].head
    if above < 0 or tokens[index].deprel not in {"xcomp", "ccomp", "advcl"} or "to" not in reader.marks(index):
        return False
    over = tokens[above].text.lower()
    asked = over in _ASKED and reader.has(above, "aux:pass")
    bound = over in {"has", "have"} and tokens[index].deprel == "xcomp"
    return over in _WANTED or asked or bound
