"""A minus is often set as an en dash; a dash between two figures or with a blank behind it is none."""

from __future__ import annotations

import pytest

import workbench


def amounts(text: str, language: str = "en") -> list[tuple[float | None, float | None]]:
    said = workbench.split(text, published="2026-03-04", language=language)
    return [(one.low, one.high) for claim in said for one in claim.quantities]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The temperature fell to –5 °C on Sunday.", -5.0),
        ("It fell to –5C overnight in Holm.", -5.0),
        ("Profit was –3 million euros in 2019.", -3e6),
        ("Growth was –2.5 per cent in 2019.", -2.5),
        ("Growth was −2.5 per cent in 2019.", -2.5),
        ("Growth was -2.5 per cent in 2019.", -2.5),
    ],
)
def test_a_dash_right_before_a_figure_is_a_minus(text: str, value: float) -> None:
    assert amounts(text) == [(value, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The town sold 10 –12 buses in 2019.", (10.0, 12.0)),
        ("The town sold 10–12 buses in 2019.", (10.0, 12.0)),
        ("The town – 300 people live there – sold its buses.", (300.0, 300.0)),
        ("The firm lost 40 jobs in Holm – 12 per cent of all.", (12.0, 12.0)),
    ],
)
def test_a_dash_between_figures_or_before_a_blank_is_none(text: str, found: tuple[float, float]) -> None:
    assert found in amounts(text)
    assert all(low is None or low >= 0 for low, _ in amounts(text))


def test_elsewhere_too() -> None:
    assert amounts("Die Temperatur fiel am Sonntag auf –5 Grad.", "de") == [(-5.0, -5.0)]
