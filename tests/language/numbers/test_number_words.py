"""Sums with their sign behind, numbers in words, and what multiplies what, in languages beside English."""

from __future__ import annotations

import pytest

from workbench.domain.quantities import Bound, QuantityKind
from workbench.language.numbers.quantity_extraction import quantities


@pytest.mark.parametrize(
    ("language", "text", "value", "currency"),
    [
        ("fr", "Un billet coûte 12 €.", 12, "EUR"),
        ("fr", "Un billet coûte 12€ par jour.", 12, "EUR"),
        ("fr", "Les recettes atteignent 48,6 M€, en hausse.", 48_600_000, "EUR"),
        ("fr", "Le tunnel coûte 3 Md€ de plus.", 3e9, "EUR"),
        ("fr", "La facture monte à 340 000 € en juin.", 340_000, "EUR"),
        ("fr", "Il manque un demi-million d'euros.", 500_000, "EUR"),
        ("fr", "Il manque un million et demi d'euros.", 1_500_000, "EUR"),
        ("fr", "Il reste deux mille milliards d'euros.", 2e12, "EUR"),
        ("de", "Der Umbau kostet 3,5 Mio. € im Jahr.", 3_500_000, "EUR"),
        ("de", "Der Umbau kostet 300 TEUR im Jahr.", 300_000, "EUR"),
        ("de", "Es fehlt eine halbe Million Euro.", 500_000, "EUR"),
        ("de", "Es fehlen anderthalb Millionen Euro.", 1_500_000, "EUR"),
        ("de", "Es fehlen dreitausend Euro.", 3_000, "EUR"),
        ("es", "El túnel cuesta 3 mil millones de euros.", 3e9, "EUR"),
        ("es", "Cuesta tres mil millones de euros.", 3e9, "EUR"),
        ("es", "Cuesta dos mil trescientos millones de euros.", 2.3e9, "EUR"),
        ("es", "Faltan dos millones y medio de euros.", 2_500_000, "EUR"),
        ("es", "Faltan cien mil euros.", 100_000, "EUR"),
        ("es", "Faltan 3.000 pesos chilenos.", 3_000, "CLP"),
        ("pt", "Custa 3 mil milhões de euros.", 3e9, "EUR"),
        ("pt", "Custa cem mil euros.", 100_000, "EUR"),
        ("it", "Mancano 4 mld € in tutto.", 4e9, "EUR"),
        ("it", "Manca mezzo milione di euro.", 500_000, "EUR"),
        ("nl", "Er ontbreekt een half miljoen euro.", 500_000, "EUR"),
        ("nl", "Een reep kost 45 cent.", 0.45, "EUR"),
        ("sv", "Det kostar 12 kr per dag.", 12, "SEK"),
        ("sv", "Det kostar 3 mkr per år.", 3_000_000, "SEK"),
        ("pl", "Brakuje półtora miliona złotych.", 1_500_000, "PLN"),
        ("pl", "Kosztuje 50 groszy.", 0.5, "PLN"),
        ("uk", "Бракує пів мільйона гривень.", 500_000, "UAH"),
        ("ru", "Не хватает полмиллиона рублей.", 500_000, "RUB"),
        ("ru", "Билет стоит 30 ₽ в день.", 30, "RUB"),
        ("tr", "Köprü 4,5 milyar TL tuttu.", 4.5e9, "TRY"),
    ],
)
def test_sums(language: str, text: str, value: float, currency: str) -> None:
    (found,) = quantities(text, language=language)
    assert (found.kind, found.low, found.high, found.currency) == (QuantityKind.MONEY, value, value, currency)


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("es", "Murieron dos mil personas.", 2_000, "personas"),
        ("es", "Murieron doscientas mil personas.", 200_000, "personas"),
        ("es", "Hay veintidós heridos.", 22, "heridos"),
        ("es", "Esperó dos años y medio.", 2.5, "años"),
        ("pt", "Morreram duas mil pessoas.", 2_000, "pessoas"),
        ("fr", "On compte quatre-vingt-dix-sept morts.", 97, "morts"),
        ("fr", "On compte quatre-vingt-cinq morts.", 85, "morts"),
        ("de", "Dreiundzwanzig Menschen fehlen.", 23, "menschen"),
        ("de", "Es fehlen zwei Dutzend Menschen.", 24, "menschen"),
        ("it", "Ci sono ventidue feriti.", 22, "feriti"),
        ("it", "Ci sono tremila persone.", 3_000, "persone"),
        ("nl", "Er zijn drieëntwintig gewonden.", 23, "gewonden"),
        ("sv", "Det finns tjugofem personer.", 25, "personer"),
        ("pl", "Są trzy tysiące osób.", 3_000, "osób"),
        ("pl", "Jest sto dwadzieścia pięć osób.", 125, "osób"),
        ("uk", "Є двадцять п'ять осіб.", 25, "осіб"),
        ("ru", "Есть двадцать пять человек.", 25, "человек"),
        ("zh", "更换了1.2万块管片。", 12_000, "块"),
        ("tr", "Mitinge 300 bin kişi geldi.", 300_000, "kişi"),
    ],
)
def test_numbers_in_words(language: str, text: str, value: float, unit: str) -> None:
    (found,) = quantities(text, language=language)
    assert (found.low, found.high, found.unit) == (value, value, unit)


@pytest.mark.parametrize(
    ("language", "text", "percent"),
    [("tr", "Fiyatlar yüzde 15 arttı.", 15), ("tr", "Nüfusun %20'si göçtü.", 20), ("ja", "売上は2割5分増えた。", 25)],
)
def test_shares_of_other_scripts_and_orders(language: str, text: str, percent: float) -> None:
    (found,) = quantities(text, language=language)
    assert (found.kind, found.low) == (QuantityKind.PERCENT, percent)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Es geht um eine gute Million Euro."),  # "gute" is not read: about a million
        ("es", "Llegaron a las tres y media."),
        ("fr", "Ils arrivent à trois heures et demie."),
        ("pl", "Trwało pół roku."),
        ("nl", "Het duurde een half jaar."),
        ("uk", "Це тривало півроку."),
    ],
)
def test_no_amount_where_a_word_beside_it_is_not_read(language: str, text: str) -> None:
    assert quantities(text, language=language) == ()


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("es", "Ganó por cinco votos a tres una moción.", [5]),  # "tres una" are two numbers, and neither is sure
        ("es", "Vinieron tres o cuatro personas.", [3, 4]),
        ("en", "Two thousand three hundred million people.", [2.3e9]),
        ("en", "Two million three hundred thousand people.", [2.3e6]),
    ],
)
def test_several_numbers_in_a_row(language: str, text: str, values: list[float]) -> None:
    assert [found.low for found in quantities(text, language=language)] == values


def test_about_so_many() -> None:
    (found,) = quantities("Une trentaine de riverains attendent.", language="fr")
    assert (found.low, found.high, found.bound, found.unit) == (25, 35, Bound.VAGUE, "riverains")


@pytest.mark.parametrize("text", ["La deuda es de 40 millones de pesos. Exporta a México.", "Debe 40 pesos."])
def test_pesos_are_nobodys_where_a_country_is_named_in_passing(text: str) -> None:
    assert quantities(text, language="es")[0].currency is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il manque une dizaine de milliers d'euros."),
        ("it", "Mancano una decina di milioni di euro."),
        ("de", "Ein paar hundert Menschen kamen."),
        ("de", "Um halb drei kam er."),
        ("nl", "Om half drie kwam hij."),
        ("de", "Es dauerte zwei und eine halbe Stunde."),
        ("pl", "Trwało to trzy i pół roku."),
        ("fr", "Cela a duré deux heures et demie."),
        ("ru", "Сорока украла кольцо."),
    ],
)
def test_words_beside_a_number_that_make_it_another(language: str, text: str) -> None:
    assert [found.text for found in quantities(text, language=language)] == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Pesa dos toneladas y media.", 2.5),
        ("es", "Faltan tres kilómetros y medio.", 3.5),
        ("it", "Costa un milione e duecentomila euro.", 1.2e6),
        ("pt", "Custa 3 mil e quinhentos euros.", 3_500),
        ("ru", "Пришли сорок человек.", 40),
    ],
)
def test_halves_of_measures_and_hundreds_that_are_joined(language: str, text: str, value: float) -> None:
    (found,) = quantities(text, language=language)
    assert found.low == value


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "Die Kosten stiegen von 1,9 auf 2,7 Millionen Euro.", [1.9e6, 2.7e6]),
        ("fr", "Le coût est passé de 155 à 310 millions d'euros.", [155e6, 310e6]),
        ("it", "Il costo è salito da 25 a 34 milioni.", [25e6, 34e6]),
        ("it", "Gli operai sono scesi da 80 a una dozzina.", [80, 12]),
        ("pt", "O custo subiu de 1,9 para 2,7 milhões de euros.", [1.9e6, 2.7e6]),
        ("pl", "Koszt wzrósł z 1,9 do 2,7 mln zł.", [1.9e6, 2.7e6]),
        ("de", "Die Zahl stieg von 300 auf 2.000.", [300, 2_000]),
        ("de", "Die Kosten stiegen von 900 auf 5 Millionen Euro.", [900, 5e6]),
        ("it", "Costa tra 900 e 5 milioni di euro.", [900]),
        ("es", "Bajó de 4 a 3 millones de euros.", [4e6, 3e6]),
        ("pt", "A reunião é no dia 27.", []),
        ("nl", "21.15 uur: de brand is meester.", []),
    ],
)
def test_the_first_of_two_has_the_scale_of_the_second(language: str, text: str, values: list[float]) -> None:
    assert [found.low for found in quantities(text, language=language)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ils étaient trente-neuf.", 39),
        ("Deux mille neuf cent quarante-neuf habitants.", 2_949),
        ("Vingt-neuf pour cent des voix.", 29),
        ("Cinquante-neuf d'entre eux.", 59),
        ("Neuf personnes attendent.", 9),
        ("Ils sont cent neuf.", 109),
        ("Quatre-vingt-neuf morts.", 89),
        ("Un logement neuf et clair.", None),
        ("Un vélo neuf.", None),
    ],
)
def test_nine_and_new_in_french(text: str, value: float | None) -> None:
    assert [found.low for found in quantities(text, language="fr")] == ([] if value is None else [value])
