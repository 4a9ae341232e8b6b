"""Where a passage says less than the claim, or says it of less: what was, what may be, what is linked, all but one."""

from __future__ import annotations

from workbench.comparison.all_but_some import all_but_some
from workbench.comparison.called_off import called_off
from workbench.comparison.mere_links import mere_links, only_after
from workbench.comparison.narrowed_down import narrowed_down
from workbench.comparison.nearly_done import nearly_done
from workbench.comparison.no_longer import no_longer
from workbench.comparison.only_possible import only_possible
from workbench.comparison.other_end import other_end
from workbench.comparison.outcomes import Comparison, Facts
from workbench.comparison.told_words import told_by
from workbench.comparison.weaker_words import only_alleged, only_more, only_thought

_RULES = (
    no_longer,
    only_possible,
    nearly_done,
    called_off,
    other_end,
    all_but_some,
    mere_links,
    narrowed_down,
)


def says_less(claim: Facts, passage: Facts) -> list[Comparison]:
    """The words by which a passage says less than the claim, each with those of the claim that say more.

    A passage that says it in full in another sentence does not.
    """
    told = told_by(claim.text, passage.text)
    found = ([rule(one) for one in told] for rule in _RULES)
    return [each[0] for each in found if each and each[0] is not None and None not in each]


def says_weaker(claim: Facts, passage: Facts) -> list[Comparison]:
    """The words by which a passage says only that it is thought, alleged, later or more so than something else.

    Another amount than the claim's differs all the same.
    """
    told = told_by(claim.text, passage.text)
    found = ([rule(one) for one in told] for rule in (only_alleged, only_thought))
    weaker = [each[0] for each in found if each and each[0] is not None and None not in each]
    return weaker + only_more(claim, passage) + only_after(claim, passage)
