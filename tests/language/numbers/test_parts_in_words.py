"""Halves and quarters in words, beside a scale or of a whole, in Hindi, Arabic, Spanish, Russian and Ukrainian."""

from __future__ import annotations

import pytest

from workbench.language.numbers.quantity_extraction import quantities


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("hi", "इस पर साढ़े तीन लाख रुपये खर्च हुए।", "money", 350_000),
        ("hi", "सवा दो करोड़ लोग आए।", "count", 22_500_000),
        ("hi", "तीन लाख लोग आए।", "count", 300_000),
        ("ar", "حضر نصف مليون شخص", "count", 500_000),
        ("ar", "نصف السكان غادروا", "ratio", 0.5),
        ("ar", "ثلاثة أرباع السكان غادروا", "ratio", 0.75),
        ("ar", "ثلاثة أشخاص قتلوا", "count", 3),
        ("es", "tres cuartas partes de los vecinos", "ratio", 0.75),
        ("es", "tres vecinos", "count", 3),
        ("ru", "три четверти жителей", "ratio", 0.75),
        ("ru", "три дома", "count", 3),
        ("uk", "три чверті жителів", "ratio", 0.75),
    ],
)
def test_parts_in_words(language: str, text: str, kind: str, value: float) -> None:
    assert [(str(one.kind), one.low) for one in quantities(text, language=language)] == [(kind, value)]
