"""Which nouns may say something."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from workbench.language.attribution.speaking_nouns import can_speak


@pytest.mark.parametrize(
    ("noun", "may"),
    [("headteachers", True), ("ministry", True), ("inquiries", True), ("joint", False), ("storm", False)],
)
def test_people_and_bodies_speak(noun: str, may: bool) -> None:
    token = SimpleNamespace(text=noun, upos="NOUN", entity="")
    assert can_speak(cast(Any, SimpleNamespace(tokens=[token])), 0) is may
