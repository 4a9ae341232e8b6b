"""Whose name it is that stands between commas at the end, and what in Dutch points back to who said it."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.language.article import split_article
from workbench.language.attribution.saying_places import told

DE, ES, IT, PT = "„Die Zahl sank um 3 Prozent“", "«El paro bajó un 3%»", "«I posti sono 300»", "“As vagas são 300”"
FR = "« Le chômage a baissé de 3 % »"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", f"{DE}, sagte der Staatsanwalt nach der Festnahme des Direktors, Jan Muster.", "der Staatsanwalt"),
        ("de", f"{DE}, sagte die Richterin während der Befragung des Trainers, Jan Muster.", "die Richterin"),
        ("de", f"{DE}, sagte die Ministerin neben dem Kommissar, Jan Muster.", "die Ministerin"),
        ("de", f"{DE}, sagte der Sprecher der Polizei am Dienstag, Jan Muster.", "Jan Muster"),
        ("de", f"{DE}, sagte der Sprecher der Polizei, Jan Muster.", "Jan Muster"),
        ("es", f"{ES}, dijo la alcaldesa junto al consejero de Obras, Marco Muestra.", "la alcaldesa"),
        ("es", f"{ES}, señaló el fiscal tras la detención del empresario, Marco Muestra.", "el fiscal"),
        ("es", f"{ES}, dijo el portavoz de la empresa el martes, Marco Muestra.", "Marco Muestra"),
        ("fr", f"{FR}, a déclaré la ministre lors de la visite du commissaire, Marc Exemple.", "la ministre"),
        ("fr", f"{FR}, a déclaré la ministre aux côtés du commissaire, Marc Exemple.", "la ministre"),
        ("fr", f"{FR}, a déclaré le procureur ce mardi 3 mai, Marc Exemple.", "Marc Exemple"),
        ("it", f"{IT}, ha detto il procuratore dopo l'arresto del sindaco, Marco Esempio.", "il procuratore"),
        ("it", f"{IT}, ha detto il sindaco di Luni, Marco Esempio.", "Marco Esempio"),
        ("pt", f"{PT}, disse a ministra durante a visita do comissário, Marco Exemplo.", "a ministra"),
        ("pt", f"{PT}, disse o presidente da câmara ontem, Marco Exemplo.", "Marco Exemplo"),
        (
            "nl",
            "“Het kost 3 miljoen”, zei de officier na de aanhouding van de burgemeester, Jan Muster.",
            "de officier",
        ),
        ("sv", "”Det kostar 3 miljoner”, sade ministern efter gripandet av chefen, Jan Muster.", "ministern"),
        ("pl", "„Koszt to 3 miliony”, powiedziała minister po zatrzymaniu burmistrza, Jan Muster.", "minister"),
    ],
)
def test_a_name_behind_a_side_phrase_is_not_that_of_who_speaks(language: str, text: str, who: str) -> None:
    found = told(text, language)
    assert found is not None
    assert found.who == who


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("Dat heeft de gemeente bekendgemaakt.", "de gemeente"),
        ("Dat maakte de gemeente Halm dinsdag bekend.", "de gemeente Halm"),
        ("Dat laat de politie weten.", "de politie"),
        ("Dat heeft wethouder Jan Muster laten weten.", "Jan Muster"),
        ("Dat laten de bewoners van de wijk aan de krant weten.", "de bewoners van de wijk"),
        ("Dat heeft allemaal te maken met de brand op de boot Aurora.", None),
        ("Dat maakt het bekende gebouw weer veilig.", None),
        ("Dat laat zich raden.", None),
        ("Dat heeft hij nooit gezegd.", None),
        ("Dat heeft het dorp 3 miljoen euro gekost.", None),
    ],
)
def test_in_dutch_what_points_back_to_who_said_it_has_a_verb_of_saying(behind: str, who: str | None) -> None:
    text = f"De brug over de Halm blijft tot 3 maart dicht voor auto's en vrachtwagens. {behind}"
    assert split_article(text, language="nl", published=date(2025, 5, 6)).claims[0].speaker == who
