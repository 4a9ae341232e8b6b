"""Crowns, cents and doubles that are not what they are elsewhere."""

import pytest

from workbench.domain.quantities import QuantityKind
from workbench.language.numbers.quantity_extraction import quantities


@pytest.mark.parametrize(
    ("language", "text", "kind", "currency"),
    [
        ("en", "She won three crowns.", QuantityKind.COUNT, None),
        ("en", "Two crowns were stolen.", QuantityKind.COUNT, None),
        ("en", "The ticket cost three crowns.", QuantityKind.MONEY, None),
        ("en", "The works took 4 million crowns.", QuantityKind.MONEY, None),
        ("en", "In Norway she lost three crowns.", QuantityKind.MONEY, "NOK"),
        ("en", "In Ireland milk rose 20 cents.", QuantityKind.MONEY, "EUR"),
        ("en", "In Canada milk rose 20 cents.", QuantityKind.MONEY, "CAD"),
        ("en", "Milk rose 20 cents.", QuantityKind.MONEY, "USD"),
        ("es", "En México el pan sube 50 centavos.", QuantityKind.MONEY, "MXN"),
        ("es", "El pan sube 50 centavos.", QuantityKind.MONEY, None),
        ("pt", "O pão sobe 50 centavos.", QuantityKind.MONEY, "BRL"),
    ],
)
def test_whose_money_it_is(language: str, text: str, kind: QuantityKind, currency: str | None) -> None:
    [found] = quantities(text, language=language)
    assert (found.kind, found.currency) == (kind, currency)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un double meurtre a choqué la ville."),
        ("fr", "Le double meurtre a choqué la ville."),
        ("fr", "Le triple champion est parti."),
        ("es", "El doble asesinato conmocionó al pueblo."),
        ("it", "Il doppio omicidio ha scosso la città."),
        ("ru", "Он ждал четверть часа."),
        ("ru", "Половина часа прошла."),
        ("uk", "Він чекав чверть години."),
    ],
)
def test_doubles_and_quarters_that_are_no_part(language: str, text: str) -> None:
    assert [q for q in quantities(text, language=language) if q.kind is QuantityKind.RATIO] == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Le prix a doublé.", 2),
        ("fr", "C'est le double de 2010.", 2),
        ("es", "Pagan el doble que antes.", 2),
        ("it", "Costa il doppio.", 2),
        ("ru", "Четверть жителей уехала.", 0.25),
    ],
)
def test_parts_stay(language: str, text: str, value: float) -> None:
    assert value in [q.low for q in quantities(text, language=language)]
