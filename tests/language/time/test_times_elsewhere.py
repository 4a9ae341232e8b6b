"""Times in languages without a parser: which day they are counted to, by the clause they stand in."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.domain.quantities import TimeKind
from workbench.language.time.times import times

PUBLISHED = date(2024, 3, 13)
FEBRUARY = (date(2024, 2, 1), date(2024, 2, 29))
JUNE = (date(2024, 6, 1), date(2024, 6, 30))
MONDAY = (date(2024, 3, 11), date(2024, 3, 11))
FIRST = (date(2024, 2, 1), date(2024, 2, 1))
YESTERDAY = (date(2024, 3, 12), date(2024, 3, 12))
LAST_YEAR = (date(2023, 1, 1), date(2023, 12, 31))
OPEN = (None, None)
YEARS = (date(2016, 1, 1), date(2021, 12, 31))
Span = tuple[date | None, date | None]


def spans(text: str, language: str) -> list[Span]:
    return [(ref.earliest, ref.latest) for ref in times(text, published=PUBLISHED, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "De brug werd maandag gesloten.", [MONDAY]),
        ("nl", "In februari werd 320 kilo gevonden.", [FEBRUARY]),
        ("nl", "Vorig jaar kwamen er 900 gasten.", [LAST_YEAR]),
        ("nl", "Gisteravond brandde een loods af.", [YESTERDAY]),
        ("sv", "Bron stängdes i måndags.", [MONDAY]),
        ("sv", "I februari hittades 320 kilo.", [FEBRUARY]),
        ("sv", "I går brann en lada.", [YESTERDAY]),
        ("sv", "Förra året kom 900 gäster.", [LAST_YEAR]),
        ("sv", "Skolan stängs på måndag.", [(date(2024, 3, 18), date(2024, 3, 18))]),
        ("fr", "L'offre est de 4,2 %. En janvier, 38 vols ont été annulés.", [(date(2024, 1, 1), date(2024, 1, 31))]),
        ("pl", "Szkoła zostanie zamknięta w poniedziałek.", [(date(2024, 3, 18), date(2024, 3, 18))]),
        ("pl", "Most zamknięto w poniedziałek.", [MONDAY]),
        ("pl", "W lutym znaleziono 320 kilogramów.", [FEBRUARY]),
        ("pl", "Wczoraj spłonęła hala.", [YESTERDAY]),
        ("pl", "W ubiegłym roku przyjechało 900 gości.", [LAST_YEAR]),
        ("uk", "Міст закрили в понеділок.", [MONDAY]),
        ("uk", "Торік приїхали 900 гостей.", [LAST_YEAR]),
        ("ru", "Мост закрыли в понедельник.", [MONDAY]),
        ("ru", "В прошлом году приехали 900 гостей.", [LAST_YEAR]),
        ("de", "Im Februar 320 Kilogramm gefunden wurden.", [FEBRUARY]),
        ("de", "Der Rat wies das am Montag zurück.", [MONDAY]),
        ("es", "La junta anunció el lunes que la piscina cerrará a finales de junio.", [MONDAY, JUNE]),
        ("it", "La giunta ha annunciato lunedì che la piscina chiuderà a fine giugno.", [MONDAY, JUNE]),
        ("pt", "A junta anunciou na segunda-feira que a piscina fechará no fim de junho.", [MONDAY, JUNE]),
        ("es", "Pagó 40.000 euros entre enero y octubre de 2023.", [(date(2023, 1, 1), date(2023, 10, 31))]),
        ("nl", "Tussen januari en oktober 2023 kwamen er 900 gasten.", [(date(2023, 1, 1), date(2023, 10, 31))]),
        ("fr", "La semaine dernière, le port a fermé.", [(date(2024, 3, 4), date(2024, 3, 10))]),
        ("sv", "Förra månaden stängdes bron.", [FEBRUARY]),
        ("de", "Die Halle wird im nächsten Jahr gebaut.", [(date(2025, 1, 1), date(2025, 12, 31))]),
        ("es", "El puente abrirá mañana.", [(date(2024, 3, 14), date(2024, 3, 14))]),
        ("pl", "W 2019 roku doszło do 1412 wypadków.", [(date(2019, 1, 1), date(2019, 12, 31))]),
        ("pl", "Most otwarto 13 marca 2021 r.", [(date(2021, 3, 13), date(2021, 3, 13))]),
        ("uk", "Міст відкрили 13 березня 2021 року.", [(date(2021, 3, 13), date(2021, 3, 13))]),
        ("de", "Zwischen 2016 und 2021 wurden 740 Bäume gefällt.", [YEARS]),
        ("fr", "Le parti a perdu 40 sièges entre 2016 et 2021.", [YEARS]),
        ("es", "Trabajó en Lima de 2016 a 2021 como cocinero.", [YEARS]),
        ("it", "Ha lavorato a Lima dal 2016 al 2021 come cuoco.", [YEARS]),
        ("nl", "Tussen 2016 en 2021 daalde het aantal leden.", [YEARS]),
        ("pl", "Między 2016 a 2021 rokiem ubyło 4 tys. mieszkańców.", [YEARS]),
        ("ru", "С 2016 по 2021 год население сократилось.", [YEARS]),
        ("de", "Vor drei Jahren brannte die Halle ab.", [OPEN]),
        ("it", "La linea era stata riparata due anni fa.", [OPEN]),
        ("es", "La fábrica cerró hace 12 años.", [OPEN]),
        ("pl", "Szkołę zbudowano sto lat temu.", [OPEN]),
        ("sv", "Kommunen läckte uppgifter i februari.", [FEBRUARY]),
        ("es", "El partido había denunciado en febrero que faltaban 17 facturas.", [FEBRUARY]),
        ("fr", "« Nous rouvrirons », a-t-il promis lundi.", [MONDAY]),
        ("pl", "Jan Przykład powiedział w poniedziałek, że firma zatrudni 40 osób.", [MONDAY]),
        ("ru", "В феврале А. Примеров продал 40 домов.", [FEBRUARY]),
        ("uk", "У лютому м. Варен продало 40 будинків.", [FEBRUARY]),
        ("pl", "W lutym ks. Jan Przykład kupił 40 domów.", [FEBRUARY]),
        ("de", "Am Montag hat St. Gallen 40 Häuser verkauft.", [MONDAY]),
        ("fr", "La mairie a réussi à vendre la piscine en février.", [FEBRUARY]),
        ("es", "La mujer del alcalde murió en febrero.", [FEBRUARY]),
        ("ru", "Область закрыла пять больниц в феврале.", [FEBRUARY]),
        ("de", "Der Rat hat im Februar die Schließung beschlossen.", [FEBRUARY]),
        ("de", "Die Brücke war bis Februar gesperrt.", [(None, FEBRUARY[1])]),
        ("de", "Am 1. Februar hat der Rat beschlossen, 40 Stellen zu streichen.", [FIRST]),
        ("nl", "Op 1 februari besloot de raad 40 banen te schrappen.", [FIRST]),
        ("nl", "De politie arresteerde in februari 12 mannen om diefstal te voorkomen.", [FEBRUARY]),
        ("nl", "Om geld te besparen sloot de stad in februari 12 scholen.", [FEBRUARY]),
        ("fr", "Avant de partir le maire a vendu la maison en février.", [FEBRUARY]),
        ("fr", "Le 1 février, le maire a annoncé une hausse.", [FIRST]),
        ("es", "El 1 de febrero anunció una subida.", [FIRST]),
        ("es", "Se negó a declarar en febrero.", [FEBRUARY]),
        ("sv", "Till den 1 februari kom 40 anmälningar.", [FIRST]),
        ("de", "Für den 1. Februar hat die Polizei 12 Unfälle gemeldet.", [FIRST]),
        ("zh", "这座桥建于1987年！", [(date(1987, 1, 1), date(1987, 12, 31))]),
        ("zh", "2023年5月3日，工厂关闭。", [(date(2023, 5, 3), date(2023, 5, 3))]),
        ("ja", "2021年12月に開館した。", [(date(2021, 12, 1), date(2021, 12, 31))]),
        ("ja", "2000年間続いた。", []),
    ],
)
def test_the_day_of_a_time(language: str, text: str, found: list[Span]) -> None:
    assert spans(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie sagte, dass der Prozess am Freitag im großen Saal beginnt."),
        ("nl", "Hij zei dat het zwembad in juni voor altijd dichtgaat."),
        ("pl", "Spotkanie w czerwcu."),
        ("it", "Il vertice previsto giovedì."),
    ],
)
def test_a_time_in_the_present_is_left_open(language: str, text: str) -> None:
    assert spans(text, language) == [OPEN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Llegaron ayer por la mañana."),
        ("de", "Die Wahl war gestern morgen vorbei."),
        ("ru", "Они защищают окружающую среду."),
        ("uk", "Це сталося серед білого дня."),
    ],
)
def test_words_that_only_look_like_a_time(language: str, text: str) -> None:
    assert spans(text, language) in ([], [YESTERDAY])


def test_since_a_month() -> None:
    for language, text in [
        ("nl", "Sinds januari zijn 14 schepen gestopt."),
        ("pl", "Od stycznia zatrzymano 14 statków."),
    ]:
        (ref,) = times(text, published=PUBLISHED, language=language)
        assert (ref.kind, ref.earliest, ref.latest) == (TimeKind.SINCE, date(2024, 1, 1), None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "In juni probeerde de man 300 euro te stelen."),
        ("de", "Am 3. Juni hat der Minister versprochen, die Steuer zu senken."),
        ("fr", "Il est accusé d’avoir volé 300 euros en juin."),
        ("fr", "La mairie a été forcée de fermer le pont en juin."),
        ("es", "La nieve obligó a cerrar 12 escuelas en junio."),
        ("it", "Ha aiutato a salvare 12 persone a giugno."),
        ("pt", "O homem foi acusado de roubar 300 euros em junho."),
        ("pl", "Pożar zmusił firmę zamknąć 12 sklepów w czerwcu."),
        ("ru", "Мужчина попытался убить жену в июне."),
        ("uk", "Він намагався продати порт у червні."),
    ],
)
def test_what_was_done_with_another_verb_has_been(language: str, text: str) -> None:
    # of a January, so that the June to come is the nearer one
    (ref,) = times(text, published=date(2022, 1, 29), language=language)
    assert ref.earliest is not None
    assert (ref.earliest.year, ref.earliest.month) == (2021, 6)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Für den 3. Juni hat die Gewerkschaft einen Streik angekündigt."),
        ("ru", "На 3 июня суд назначил слушание."),
        ("ru", "Завод закроют в июне. Мэр продал 40 домов."),
        ("uk", "Завод закриють у червні. Мер продав 40 будинків."),
        ("pl", "Szkoła ruszy w czerwcu. Żona sprzedała dom."),
        ("pl", "Szkoła ruszy w czerwcu. Łódź kupiła 40 domów."),
        ("nl", "De burgemeester kondigde aan in juni te vertrekken."),
        ("nl", "De raad besloot de haven in juni te sluiten."),
        ("sv", "Han lovade att gå i juni."),
        ("sv", "Kommunen beslutade om en stängning i juni."),
        ("sv", "Kommunen sköt upp valet till i juni."),
        ("pl", "Burmistrz obiecał zamknąć port w czerwcu."),
        ("pl", "Rada uchwaliła zamknięcie portu w czerwcu."),
        ("uk", "Мер вирішив закрити порт у червні."),
        ("ru", "Мэр обещал закрыть порт в июне."),
        ("de", "Der Rat beschloss die Schließung im Juni."),
        ("fr", "Il a promis de partir en juin."),
        ("fr", "Il a promis de partir lundi."),
        ("es", "El alcalde prometió cerrar el puente en junio."),
        ("it", "Il sindaco ha promesso di chiudere il ponte a giugno."),
        ("pt", "O prefeito prometeu fechar a ponte em junho."),
        ("fr", "Il a menacé de fermer le pont en juin."),
        ("fr", "Elle a renoncé à licencier 40 ouvriers en juin."),
        ("fr", "Le préfet a fixé l’audience pour le 3 juin."),
        ("es", "Se negó a dejar el cargo en junio."),
        ("es", "El juez fijó la vista para el 3 de junio."),
        ("it", "La ditta ha accettato di pagare il debito a giugno."),
        ("pt", "A câmara marcou a votação para 3 de junho."),
        ("pl", "Firma odmówiła sprzedać port w czerwcu."),
        ("pl", "Sąd wyznaczył rozprawę na 3 czerwca."),
        ("ru", "Директор отказался уйти в июне."),
        ("ru", "Матч перенесли на 3 июня."),
        ("uk", "Він погрожував закрити порт у червні."),
        ("nl", "De club dacht het stadion in juni te verkopen."),
        ("sv", "Han hoppades gå i juni."),
        ("de", "Der Rat stimmte für eine Schließung im Juni."),
        ("de", "Das Gericht setzte den Prozess auf den 3. Juni an."),
        ("de", "Die Schließung im Juni wurde beschlossen."),
        ("de", "Der Trainer unterschrieb einen Vertrag bis Juni."),
    ],
)
def test_what_is_promised_or_decided_has_not_been(language: str, text: str) -> None:
    # of a January, so that the June before it is near enough to be meant
    found = times(text, published=date(2022, 1, 29), language=language)
    assert [(ref.earliest, ref.latest) for ref in found] == [OPEN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Rat beschloss im Februar die Schließung."),
        ("fr", "En février, le conseil a décidé la fermeture."),
        ("es", "En febrero el alcalde prometió cerrar el puente."),
        ("pl", "W lutym rada uchwaliła budżet."),
        ("ru", "В феврале мэр решил закрыть порт."),
        ("sv", "I februari beslutade kommunen om en stängning."),
    ],
)
def test_the_day_of_a_decision(language: str, text: str) -> None:
    assert spans(text, language) == [FEBRUARY]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er starb am 1. Mai. 2019 war schlimmer."),
        ("fr", "Il est né le 3 mai. 1990 ouvriers ont manifesté."),
        ("es", "Murió el 1 de mayo. 2019 fue peor."),
    ],
)
def test_a_number_behind_a_full_stop_is_no_year_of_the_day_before_it(language: str, text: str) -> None:
    assert (date(2019, 5, 1), date(2019, 5, 1)) not in spans(text, language)
    assert (date(1990, 5, 3), date(1990, 5, 3)) not in spans(text, language)
