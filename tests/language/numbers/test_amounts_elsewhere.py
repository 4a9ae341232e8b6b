"""Amounts in languages beside English: parts with their limits, what is counted, numbers in words."""

from __future__ import annotations

import pytest

from workbench.domain.quantities import Bound, QuantityKind
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.time.times import times


@pytest.mark.parametrize(
    ("language", "text", "value", "bound"),
    [
        ("de", "Das Land zahlt knapp die Hälfte.", 0.5, Bound.APPROXIMATE),
        ("de", "Mehr als ein Drittel fehlt.", 1 / 3, Bound.MORE_THAN),
        ("fr", "Près d'un élève sur cinq est absent.", 0.2, Bound.APPROXIMATE),
        ("es", "Casi la mitad de los pisos está vacía.", 0.5, Bound.APPROXIMATE),
        ("it", "Oltre un terzo lavora.", 1 / 3, Bound.MORE_THAN),
        ("pl", "Co trzeci kierowca jechał za szybko.", 1 / 3, Bound.EXACT),
        ("pl", "Prawie połowa mieszkańców.", 0.5, Bound.APPROXIMATE),
        ("nl", "Eén op de vier kinderen kan niet zwemmen.", 0.25, Bound.EXACT),
        ("nl", "Ongeveer de helft betaalt.", 0.5, Bound.APPROXIMATE),
        ("sv", "Var fjärde elev är sjuk.", 0.25, Bound.EXACT),
        ("sv", "En av fem saknar bil.", 0.2, Bound.EXACT),
    ],
)
def test_parts_and_their_limits(language: str, text: str, value: float, bound: Bound) -> None:
    (found,) = quantities(text, language=language)
    assert found.kind is QuantityKind.RATIO
    assert value in {found.low, found.high}
    assert found.bound is bound


@pytest.mark.parametrize(
    ("language", "text", "low", "unit"),
    [
        ("de", "Vor 2.350 Zuschauern gewann Holm.", 2350, "zuschauer"),
        ("de", "300 Eltern kamen.", 300, "eltern"),
        ("de", "Es kamen 20 Großeltern.", 20, "großeltern"),
        ("de", "Es kamen 12 Bauern.", 12, "bauer"),
        ("es", "Unas 900 carecen de permiso.", 900, None),
        ("it", "Altri 900 mancano.", 900, None),
        ("fr", "Chaque jour 900 manquent.", 900, None),
        ("pl", "Doszło do 1412 wypadków.", 1412, "wypadków"),
        ("pl", "W dziesięciu miejscach staną fotoradary.", 10, "miejscach"),
        ("nl", "De gemeente sluit twee zwembaden.", 2, "zwembaden"),
        ("sv", "Kommunen stänger två skolor.", 2, "skolor"),
    ],
)
def test_what_is_counted(language: str, text: str, low: float, unit: str | None) -> None:
    assert [(q.low, q.unit) for q in quantities(text, language=language)] == [(low, unit)]


def test_eleven_of_a_team() -> None:
    assert quantities("Gestern gewann die Elf von Trainer Holm.", language="de") == ()
    assert [q.low for q in quantities("Elf Menschen starben.", language="de")] == [11]


def test_per_cent_and_points_elsewhere() -> None:
    assert [q.kind for q in quantities("O 6 proc. mniej.", language="pl")] == [QuantityKind.PERCENT]
    kinds = [q.kind for q in quantities("Le taux est de 7,3 %, en baisse de 0,1 point.", language="fr")]
    assert kinds == [QuantityKind.PERCENT, QuantityKind.PERCENTAGE_POINTS]


def test_from_one_price_to_another() -> None:
    assert [q.low for q in quantities("Ceny wzrosną z 4 do 6 zł.", language="pl")] == [4, 6]
    assert [q.low for q in quantities("Avgiften höjs från 40 till 60 kronor.", language="sv")] == [40, 60]


def test_articles_are_no_numbers() -> None:
    assert quantities("Een man zag een hond.", language="nl") == ()
    assert quantities("En man såg ett hus.", language="sv") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Od połowy maja most jest zamknięty."),
        ("pl", "Do połowy przyszłego roku most będzie gotowy."),
        ("pl", "Most zbudowano po połowie XIX wieku."),
        ("pl", "W tamtej sprawie od połowy 2019 nic nie robią."),
        ("pl", "Pierwsza połowa była słaba."),
        ("uk", "З половини травня міст закрито."),
        ("uk", "У першій половині року міст закрили."),
        ("uk", "Збори почались о половині третьої."),
        ("ru", "С половины мая мост закрыт."),
        ("ru", "Во второй половине дня шёл дождь."),
        ("ru", "Собрание началось в половине третьего."),
        ("sv", "Under andra hälften av maj var bron stängd."),
        ("de", "Nach der Hälfte des Jahres war die Brücke zu."),
        ("nl", "Na de helft van mei was de brug dicht."),
        ("it", "Il ponte chiuse verso la metà del mese."),
        ("pt", "A ponte fechou na metade de maio."),
    ],
)
def test_half_of_a_time_is_no_part(language: str, text: str) -> None:
    assert QuantityKind.RATIO not in {q.kind for q in quantities(text, language=language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Połowa latarni nie świeci."),
        ("pl", "Zamknięto połowę szkół."),
        ("uk", "Половина жителів не має води."),
        ("ru", "Половина жителей без воды."),
        ("sv", "Hälften av marsvinen dog."),
        ("de", "Die Hälfte der Schüler fehlt."),
        ("nl", "De helft van de leden betaalt."),
        ("it", "La metà dei soci paga."),
        ("pt", "A metade dos sócios paga."),
    ],
)
def test_half_of_something_is_a_part(language: str, text: str) -> None:
    assert [q.low for q in quantities(text, language=language)] == [0.5]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Ze kreeg een derde kind en een vijfde boete, na een derde golf."),
        ("nl", "Het contract met een derde is geheim; de bank sprak met een derde."),
        ("nl", "Hij schreef een derde deel van de reeks."),
        ("nl", "De rechter acht bewezen dat hij loog."),
        ("nl", "De rechtbank acht maatregelen nodig."),
        ("nl", "Wij moeten de regels in acht nemen."),
        ("nl", "Volgende week ga ik weg en ik vier mijn verjaardag."),
        ("nl", "Vier samen met ons de zomer."),
        ("nl", "In het boek woont een elf onder een brug."),
        ("sv", "Undervisning om sex och samlevnad."),
        ("sv", "Sex säljer, sade hon."),
        ("sv", "Hon var tredje i loppet och det var andra tider."),
        ("pl", "Do połowy czerwca trwa remont."),
        ("pl", "Od połowy maja droga jest zamknięta."),
        ("pl", "Gol padł na początku drugiej połowy meczu."),
        ("pl", "Połowy dorsza są zakazane."),
        ("pl", "Pierwsza połowa była nudna, a połowa sierpnia deszczowa."),
    ],
)
def test_words_that_are_no_amounts(language: str, text: str) -> None:
    assert quantities(text, language=language) == ()


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("nl", "Een derde van de winkels sluit.", 1 / 3),
        ("nl", "De omzet daalde met een derde.", 1 / 3),
        ("nl", "Het kost een vijfde minder.", 1 / 5),
        ("nl", "De brand trof acht woningen.", None),
        ("nl", "In acht gemeenten is geen arts.", 8),
        ("nl", "Acht mensen raakten gewond.", 8),
        ("nl", "De politie hield vier verdachten aan.", 4),
        ("nl", "Vier jonge kinderen zijn gered.", 4),
        ("nl", "Het plan kost vier miljoen euro.", 4e6),
        ("nl", "Er kwamen elf boten.", 11),
        ("sv", "Sex skolor stängs.", 6),
        ("sv", "Efter sex månader öppnade butiken.", 6),
        ("sv", "Nästan var femte båt läcker.", None),
        ("pl", "Cena spadła o połowę.", 0.5),
        ("pl", "Mniej niż połowy nie było.", None),
    ],
)
def test_words_that_are_amounts_by_what_they_count(language: str, text: str, low: float | None) -> None:
    found = quantities(text, language=language)
    assert low is None or [q.low for q in found] == [pytest.approx(low)]


@pytest.mark.parametrize(
    ("language", "text", "units"),
    [
        ("pl", "Rada otworzy dwa nowe żłobki i trzy szkoły.", ["żłobki", "szkoły"]),
        ("pl", "Sąd skazał 34-letniego kierowcę na cztery lata.", [None, "lata"]),
        ("pl", "W wypadku 12 rannych trafiło do szpitala.", ["rannych"]),
        ("pl", "Z 40 wniosków przyjęto 12.", ["wniosków", None]),
        ("nl", "De gemeente bouwt 120 nieuwe woningen en drie scholen.", ["woningen", "scholen"]),
        ("nl", "Hij reed 140 kilometer per uur waar 80 mag.", ["km", None]),
        ("sv", "Kommunen bygger 60 nya bostäder och två skolor.", ["bostäder", "skolor"]),
        ("sv", "Två skadade fördes till sjukhus.", ["skadade"]),
        ("de", "Die Stadt baut 120 neue Wohnungen.", ["wohnungen"]),
        ("de", "Von 40 Anträgen wurden 12 bewilligt.", ["anträgen", None]),
        ("fr", "Sur 40 demandes, 12 ont été acceptées.", ["demandes", None]),
        ("es", "La banda vendió 900 discos y 12 guitarras.", ["discos", "guitarras"]),
    ],
)
def test_what_is_counted_has_the_form_of_several(language: str, text: str, units: list[str | None]) -> None:
    assert [q.unit for q in quantities(text, language=language)] == units


@pytest.mark.parametrize(
    ("language", "text"),
    [("sv", "Elever i årskurs nio saknar behörighet."), ("nl", "In groep 4 zitten weinig kinderen."),
     ("pl", "Linia nr 4 kursuje rano.")],
)  # fmt: skip
def test_numbers_behind_what_they_only_name(language: str, text: str) -> None:
    assert quantities(text, language=language) == ()


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("nl", "Een derde kind werd geboren.", []),
        ("nl", "Een derde van de leden stemde tegen.", [1 / 3]),
        ("sv", "Hon var tredje i mål.", []),
        ("sv", "Nästan var tredje elev är sjuk.", [1 / 3]),
        ("sv", "I andra hälften av maj regnade det.", []),
        ("pl", "Prawie połowy nie było.", [1 / 2]),
        ("pl", "Od połowy maja pada.", []),
        ("it", "Verso la metà dell’Ottocento la città aveva un porto.", []),
        ("it", "Alla metà del Novecento la fabbrica chiuse.", []),
        ("it", "Il treno si fermò a metà della galleria.", []),
        ("it", "Nella seconda metà dei casi tornò il sole.", []),
        ("it", "Nella metà dei casi i freni erano rotti.", [1 / 2]),
        ("it", "La metà della flotta affondò.", [1 / 2]),
        ("de", "Jeder zweite Tag ist frei.", []),
        ("de", "Jede dritte Schule hat keinen Arzt.", [1 / 3]),
        ("uk", "Кожен п'ятий мешканець виїхав.", [1 / 5]),
    ],
)
def test_parts_of_a_whole_by_what_stands_beside_them(language: str, text: str, values: list[float]) -> None:
    found = [q.low for q in quantities(text, language=language) if q.kind is QuantityKind.RATIO]
    assert found == [pytest.approx(value) for value in values]


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("de", "Im Moorland brüteten im vergangenen Jahr 86 Paare.", [(86, 86)]),
        ("es", "La cosecha cayó un 40 %, hasta 18.000 toneladas.", [(40, 40), (18000, 18000)]),
        ("es", "La multa puede llegar hasta 18.000 euros.", [(None, 18000)]),
        ("sv", "Snusandet ökade bland flickor, där var femte nu snusar.", [(1 / 5, 1 / 5)]),
        ("it", "Metà dei docenti è assente.", [(1 / 2, 1 / 2)]),
        ("pl", "Bilet podrożał ze 180 do 210 zł.", [(180, 180), (210, 210)]),
        ("nl", "Ze brengen tot 1.500 euro op.", [(None, 1500)]),
        ("nl", "De prijs steeg tot 1.500 euro.", [(1500, 1500)]),
        ("nl", "Tot 300 huizen zaten zonder stroom.", [(None, 300)]),
        ("nl", "Een kaartje kost tot 90 euro.", [(None, 90)]),
        ("nl", "De zaal kan tot 400 mensen bergen.", [(None, 400)]),
        ("nl", "De rechter veroordeelde hem tot 500 euro boete.", [(500, 500)]),
        ("nl", "De storm leidde tot 40 doden in Limburg.", [(40, 40)]),
        ("nl", "De schade liep op tot 3 miljoen euro.", [(3e6, 3e6)]),
        ("nl", "De raad besloot tot 12 ontslagen.", [(12, 12)]),
        ("nl", "De partij groeide uit tot 40 zetels.", [(40, 40)]),
        ("nl", "Het aantal is verdubbeld tot 400 boten.", [(2, 2), (400, 400)]),
        ("de", "Fischer fanden tot 3 Wale am Strand.", [(3, 3)]),
        ("en", "Completions rose by 2.1 per cent to 27,450.", [(2.1, 2.1), (27450, 27450)]),
        ("en", "It paid half as much as a year ago.", [(0.5, 0.5)]),
    ],
)
def test_amounts_that_were_lost_or_limited(language: str, text: str, amounts: list[tuple[float, float]]) -> None:
    assert [(q.low, q.high) for q in quantities(text, language=language)] == amounts


def test_what_a_share_led_to_is_no_share() -> None:
    kinds = [q.kind for q in quantities("Completions rose by 2.1 per cent to 27,450.")]
    assert kinds == [QuantityKind.PERCENT, QuantityKind.COUNT]
    kinds = [q.kind for q in quantities("It fell from 14 percent to 6.")]
    assert kinds == [QuantityKind.PERCENT, QuantityKind.PERCENT]


_AFTER_40 = {
    "es": "tras mientras además también ayer ante durante según luego murieron quedan",
    "pt": "após pelas ontem durante segundo depois também morreram além",
    "fr": "lors puis dès pendant selon ensuite hier ailleurs sont seront",
    "nl": "tijdens volgens tegen tussen kwamen raakten gisteren vielen binnen stierven werden later moesten",
    "sv": "sedan men innan kommer igår enligt mellan hittades också dör",
    "pl": "podczas wczoraj według przez oraz zginęło dzisiaj później także będzie",
    "it": "durante ieri secondo domani quindi anche oggi invece morirono mentre",
    "de": "Im Am Nach Durch Bei Für Alle Davon Etwa Gestern",
}


@pytest.mark.parametrize(
    ("language", "word"), [(one, word) for one, words in _AFTER_40.items() for word in words.split()]
)
def test_a_small_word_or_verb_behind_a_number_is_nothing_it_counts(language: str, word: str) -> None:
    (found,) = quantities(f"40 {word} xyz.", language=language)
    assert found.unit is None


@pytest.mark.parametrize(
    ("language", "noun"),
    [
        ("it", "persone"), ("it", "case"), ("it", "uova"), ("it", "città"), ("it", "autobus"), ("it", "treni"),
        ("pl", "osób"), ("pl", "lat"), ("pl", "mieszkań"), ("pl", "domy"), ("pl", "dzieci"), ("pl", "wypadków"),
        ("nl", "mensen"), ("nl", "woningen"), ("nl", "boten"), ("nl", "gewonden"), ("sv", "skolor"), ("sv", "elever"),
        ("es", "personas"), ("pt", "casas"), ("fr", "morts"), ("de", "Menschen"), ("de", "Alarme"),
    ],
)  # fmt: skip
def test_nouns_behind_a_number_are_counted(language: str, noun: str) -> None:
    (found,) = quantities(f"40 {noun}.", language=language)
    assert found.unit == noun.lower()


@pytest.mark.parametrize(
    ("language", "text", "counted", "dated"),
    [
        ("de", "Die Veranstalter sprachen von 2000.", ["2000"], []),
        ("de", "Die Polizei zählte rund 1900.", ["rund 1900"], []),
        ("de", "Er sprach lange von 1989.", [], ["1989"]),
        ("de", "Der Umsatz lag höher als 2019.", [], ["2019"]),
        ("fr", "La marche a réuni 2000 personnes.", ["2000"], []),
        ("fr", "La ville a fermé le pont en 2000.", [], ["2000"]),
        ("es", "Acudieron unos 1800.", ["unos 1800"], []),
        ("de", "Zwischen 1500 und 2000 Euro zahlte die Stadt.", ["1500 und 2000 Euro"], []),
        ("fr", "Il faut payer de 1900 à 2000 euros.", ["1900 à 2000 euros"], []),
        ("ru", "От 1500 до 2000 рублей стоит билет.", ["1500 до 2000 рублей"], []),
        ("fr", "Entre 2016 et 2021, la ville a fermé.", [], ["Entre 2016 et 2021"]),
        ("fr", "Il y a 12 jours de pluie par an.", ["12"], []),
        ("fr", "Le pont a fermé il y a 12 jours.", ["12"], ["il y a 12 jours"]),
        ("pt", "Há 40 anos de garantia.", ["40"], []),
        ("de", "Er war von 2016 bis 2021 Trainer in Holm.", [], ["von 2016 bis 2021"]),
        ("it", "Dal 1990 al 2000 ha lavorato.", [], ["Dal 1990 al 2000"]),
        ("de", "Vor allem Jahre später fiel der Preis.", [], []),
    ],
)
def test_four_figures_that_look_like_a_year(language: str, text: str, counted: list[str], dated: list[str]) -> None:
    assert [found.text for found in quantities(text, language=language)] == counted
    assert [found.text for found in times(text, language=language)] == dated
