"""Days and months that say themselves which year or week they are of, in languages beside English."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.domain.quantities import TimeKind
from workbench.language.time.times import times

WEDNESDAY = date(2025, 3, 19)


def read(language: str, text: str) -> tuple[str | None, str | None]:
    (found,) = times(text, published=WEDNESDAY, language=language)
    return (str(found.earliest) if found.earliest else None, str(found.latest) if found.latest else None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Januar des vergangenen Jahres stieg der Umsatz."),
        ("fr", "En janvier de l'année dernière, le prix a augmenté."),
        ("es", "En enero del año pasado subió el precio."),
        ("it", "Nel gennaio dell'anno scorso il prezzo è aumentato."),
        ("pt", "Em janeiro do ano passado, o preço subiu."),
        ("nl", "In januari vorig jaar steeg de prijs."),
        ("nl", "Vorig jaar in januari steeg de prijs."),
        ("sv", "I januari förra året ökade priset."),
        ("pl", "W styczniu ubiegłego roku wzrosły ceny."),
        ("uk", "У січні минулого року ціни зросли."),
        ("uk", "Торік у січні ціни зросли."),
        ("ru", "В январе прошлого года цены выросли."),
        ("zh", "去年1月价格上涨。"),
        ("ja", "昨年1月に値上がりした。"),
    ],
)
def test_a_month_of_last_year_is_not_the_last_one(language: str, text: str) -> None:
    assert read(language, text) == ("2024-01-01", "2024-01-31")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 3. Januar vergangenen Jahres brannte das Haus."),
        ("fr", "Le 3 janvier de l'an dernier, la maison a brûlé."),
        ("es", "El 3 de enero del año pasado ardió la casa."),
        ("it", "Il 3 gennaio dell'anno scorso è bruciata la casa."),
        ("pt", "No dia 3 de janeiro do ano passado, a casa ardeu."),
        ("pl", "3 stycznia ubiegłego roku spłonął dom."),
        ("uk", "3 січня минулого року згорів будинок."),
        ("ru", "3 января прошлого года сгорел дом."),
        ("tr", "3 Ocak 2024'te ev yandı."),
        ("ar", "في 3 يناير 2024 احترق المنزل."),
        ("hi", "3 जनवरी 2024 को घर जल गया।"),
    ],
)
def test_a_day_of_last_year(language: str, text: str) -> None:
    assert read(language, text) == ("2024-01-03", "2024-01-03")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Der Verband hat für kommenden Freitag zum Streik aufgerufen.", "2025-03-21"),
        ("de", "Vergangenen Freitag kam es zu einem Unfall.", "2025-03-14"),
        ("de", "Die Preise steigen nächsten Freitag.", None),
        ("fr", "Il a été arrêté mercredi dernier.", "2025-03-12"),
        ("fr", "Le conseil se réunira mardi prochain.", "2025-03-25"),
        ("es", "Detuvieron al sospechoso el pasado lunes.", "2025-03-17"),
        ("es", "El juicio empieza el próximo martes.", "2025-03-25"),
        ("it", "Lunedì scorso è stato arrestato.", "2025-03-17"),
        ("pt", "A greve começa na próxima sexta-feira.", "2025-03-21"),
        ("nl", "Komende vrijdag staakt het personeel.", "2025-03-21"),
        ("nl", "Volgende vrijdag staakt het personeel.", None),
        ("pl", "W ubiegły poniedziałek zamknięto most.", "2025-03-17"),
        ("pl", "W przyszły piątek zacznie się strajk.", None),
        ("uk", "Минулого понеділка міст закрили.", "2025-03-17"),
        ("ru", "В прошлый понедельник мост закрыли.", "2025-03-17"),
        ("it", "La strada resterà chiusa dopo la frana di sabato notte.", None),  # not the one to come
        ("es", "El ministro confirmó que irá a la reunión del viernes.", None),
        ("fr", "La réunion de lundi a été annulée.", None),  # it may have been of a day to come
        ("es", "Tras la derrota del domingo, el técnico dimitió.", "2025-03-16"),
        ("es", "La noche del lunes ardió la casa.", "2025-03-17"),
        ("pt", "Na quinta, a polícia prendeu o suspeito.", "2025-03-13"),
    ],
)
def test_weekdays(language: str, text: str, day: str | None) -> None:
    assert read(language, text) == (day, day)


@pytest.mark.parametrize("text", ["É a quinta vez que fecha.", "Ficou na segunda posição.", "A quinta foi vendida."])
def test_ordinals_are_no_weekdays(text: str) -> None:
    assert times(text, published=WEDNESDAY, language="pt") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Vom 3. bis 5. Februar tagte der Rat."),
        ("fr", "Du 3 au 5 février, le conseil a siégé."),
        ("es", "Del 3 al 5 de febrero se reunió el consejo."),
        ("it", "Dal 3 al 5 febbraio si è riunito il consiglio."),
        ("pt", "De 3 a 5 de fevereiro, o conselho reuniu-se em Faro e votou."),
        ("pl", "Od 3 do 5 lutego obradowała rada."),
        ("ru", "С 3 по 5 февраля заседал совет."),
        ("uk", "З 3 по 5 лютого 2025 засідала рада."),
        ("zh", "2025年2月3日至5日举行会议。"),
    ],
)
def test_a_stretch_of_days(language: str, text: str) -> None:
    (found,) = times(text, published=WEDNESDAY, language=language)
    if found.earliest is not None:
        assert (found.kind, str(found.earliest), str(found.latest)) == (TimeKind.PERIOD, "2025-02-03", "2025-02-05")
    assert found.text.startswith(("3", "2025"))


def test_what_a_chinese_day_is_said_on() -> None:
    assert read("zh", "局长3月10日表示会继续施工。") == ("2025-03-10", "2025-03-10")
    assert times("3月25日将举行会议。", published=WEDNESDAY, language="zh") == ()


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("de", "Am vergangenen Montag, 12. Februar, brannte es.", ["2025-02-12"]),
        ("es", "El lunes pasado, 12 de febrero, ardió la casa.", ["2025-02-12"]),
        ("es", "El pasado lunes 12 de febrero ardió la casa.", ["2025-02-12"]),
        ("de", "Jeden letzten Montag trifft sich der Rat.", ["None"]),
        ("de", "Am letzten Montag im Januar brannte es.", ["None", "2025-01-01"]),
        ("es", "El último lunes de enero ardió la casa.", ["None"]),
        ("pt", "Na última segunda-feira de janeiro ardeu a câmara.", ["None"]),
        ("fr", "Le lundi précédent, la mairie a brûlé.", ["None"]),
        ("fr", "Le 12 mai dernier, la mairie a brûlé.", ["2024-05-12"]),
        ("es", "Ha pasado mayo y nada cambia.", []),
        ("tr", "3 KASIM 2024 günü 300 kişi öldü.", ["2024-11-03"]),
        ("it", "Quarantasette giorni, dal 3 giugno al 19 luglio.", ["None"]),
    ],
)
def test_a_weekday_beside_its_date_or_of_another_week(language: str, text: str, days: list[str]) -> None:
    assert [str(found.earliest) for found in times(text, published=WEDNESDAY, language=language)] == days


def test_in_mondays_of_swedish_is_not_today() -> None:
    (found,) = times("I måndags brann huset.", published=date(2024, 3, 4), language="sv")
    assert str(found.earliest) == "2024-02-26"
