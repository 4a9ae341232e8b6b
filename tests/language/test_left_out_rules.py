"""The measurement that switches rules off: each is told where it says yes, switched off everywhere, and put back."""

from __future__ import annotations

from typing import Any, cast

from benchmarks.left_out_rules import Outcome, Said, measured, rules
from workbench.language.references import naming, people


class _OneText:
    """A text whose outcome is what some names make of it."""

    def split(self, name: str) -> Outcome:
        """Whether letters behind a name are told as a degree."""
        yes = people.is_degree("Ann Sample, M.D., left.", 12, 16)
        return Outcome(yes, () if yes else ("no degree",))


def test_a_rule_is_switched_off_wherever_it_is_known_and_put_back() -> None:
    said = Said()
    found = {rule.name: rule for rule in rules(["language.references"], said)}
    rule = found["language.references.people.is_degree"]
    texts = cast(Any, _OneText())
    before = {"cases one": texts.split("cases one")}
    assert before["cases one"].wrong == ()
    told = measured(rule, texts, before, {"cases one"}, 1)
    assert told["cases"] == {"touched": 1, "changed": ["cases one"], "worse": ["cases one"], "better": []}
    assert texts.split("cases one") == before["cases one"]


def test_a_rule_that_is_watched_answers_as_before_and_is_noted() -> None:
    said = Said()
    found = {rule.name: rule for rule in rules(["language.references"], said)}
    watched = [found["language.references.people._DEGREE"], found["language.references.naming._POSSESSIVE"]]
    said.text = "a text"
    for rule in watched:
        rule.put(rule.watched)
    try:
        assert people.is_degree("Ann Sample, M.D., left.", 12, 16)
        assert "his" in naming._POSSESSIVE
        assert "nobody" not in naming._POSSESSIVE
    finally:
        for rule in watched:
            rule.put(rule.value)
    assert {rule.name: said.yes[rule.name] for rule in watched} == {rule.name: {"a text"} for rule in watched}
