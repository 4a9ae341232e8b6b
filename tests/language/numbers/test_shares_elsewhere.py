"""Parts of a whole, points and what is counted, in languages without a parser."""

from __future__ import annotations

import pytest

from workbench.domain.quantities import Bound, QuantityKind
from workbench.language.numbers.counted_elsewhere import counted_elsewhere
from workbench.language.numbers.quantity_extraction import quantities


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "Drei von fünf Kindern lernen dort schwimmen.", 3 / 5),
        ("de", "Sieben von zehn Verträgen sind unbefristet.", 7 / 10),
        ("fr", "Sept contrats sur dix sont stables.", 7 / 10),
        ("es", "Siete de cada diez contratos son fijos.", 7 / 10),
        ("es", "Cuatro de las nueve aulas tienen moho.", 4 / 9),
        ("it", "Sette contratti su dieci sono stabili.", 7 / 10),
        ("pt", "Sete em cada dez contratos são fixos.", 7 / 10),
        ("pt", "Quatro das nove salas têm mofo.", 4 / 9),
        ("nl", "Zeven van de tien contracten zijn vast.", 7 / 10),
        ("sv", "Sju av tio avtal är fasta.", 7 / 10),
        ("pl", "Troje na pięcioro dzieci uczy się pływać.", 3 / 5),
        ("pl", "Cztery z dziewięciu sal są zagrzybione.", 4 / 9),
        ("uk", "Чотири з дев'яти класів зачинено.", 4 / 9),
        ("ru", "Четыре из девяти классов закрыты.", 4 / 9),
    ],
)
def test_a_part_of_a_whole_is_one(language: str, text: str, value: float) -> None:
    (share,) = quantities(text, language=language)
    assert share.kind is QuantityKind.RATIO
    assert share.low == pytest.approx(value)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Het aandeel daalde met 0,3 procentpunt."),
        ("sv", "Andelen sjönk med 0,3 procentenheter."),
        ("pl", "Bezrobocie spadło o 0,3 pkt proc."),
        ("uk", "Частка зросла на 0,3 відсоткового пункту."),
        ("ru", "Доля выросла на 0,3 процентного пункта."),
    ],
)
def test_points_are_no_per_cent(language: str, text: str) -> None:
    (points,) = quantities(text, language=language)
    assert (points.kind, points.low) == (QuantityKind.PERCENTAGE_POINTS, 0.3)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("uk", "Поранено семеро людей.", "людей"),
        ("ru", "Пострадали семь человек.", "человек"),
        ("ar", "وأصيب سبعة أشخاص في حريق.", "أشخاص"),
        ("hi", "आग में सात लोग घायल हुए।", "लोग"),
    ],
)
def test_seven_in_words(language: str, text: str, unit: str) -> None:
    (seven,) = quantities(text, language=language)
    assert (seven.low, seven.unit) == (7, unit)


def test_a_word_that_is_a_currency_elsewhere() -> None:
    (per_cent,) = quantities("Die Löhne sind seit 2020 real um vier Prozent gefallen.", language="de")
    assert per_cent.kind is QuantityKind.PERCENT


@pytest.mark.parametrize(
    ("language", "text"), [("uk", "Втрачено понад 2,4 млн грн."), ("ru", "Потеряно более 2,4 млн рублей.")]
)
def test_bounds(language: str, text: str) -> None:
    (sum_of,) = quantities(text, language=language)
    assert (sum_of.bound, sum_of.low) == (Bound.MORE_THAN, 2_400_000)


@pytest.mark.parametrize(
    ("language", "behind", "noun"),
    [
        ("es", " tras el ataque", None),
        ("fr", " lors de la fête", None),
        ("nl", " kwamen om het leven", None),
        ("nl", " huizen", "huizen"),
        ("sv", " kommer att stängas", None),
        ("sv", " fartyg", "fartyg"),
        ("pl", " podczas burzy", None),
        ("it", " durante la festa", None),
        ("de", " Im Jahr danach", None),
        ("uk", " у лікарні", None),
        ("uk", " родин", "родин"),
    ],
)
def test_what_is_no_noun_counts_nothing(language: str, behind: str, noun: str | None) -> None:
    assert counted_elsewhere(f"40{behind}", 2, language) == noun
