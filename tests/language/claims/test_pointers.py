"""Sentences that only tell from which report the sentence before is taken give it to that report."""

from __future__ import annotations

import pytest

import workbench

POINTED = {
    "Jeder vierte Fahrer flieht nach Unfällen. Das ergab eine Auswertung des Landesamtes.": "eine Auswertung des "
    "Landesamtes",
    "In Tarnau leben 300 allein. Das zeigt eine Studie der Universität Norvik.": "eine Studie der Universität Norvik",
    "Die Mieten stiegen um 4 %. Dies geht aus einem Bericht des Ministeriums hervor.": "Bericht des Ministeriums",
    "Die Mieten stiegen um 4 %. Das belegt der Jahresbericht 2019 der Stadt Norvik.": "der Jahresbericht 2019 der "
    "Stadt Norvik",
    "Les loyers ont augmenté de 4 %. C'est ce qui ressort d'une étude de l'agence des prix.": "une étude de l'agence "
    "des prix",
    "Les loyers ont augmenté de 4 %. C'est ce que révèle un rapport du ministère.": "un rapport du ministère",
    "Los alquileres subieron un 4 %. Así se desprende de un informe del ministerio.": "un informe del ministerio",
    "Los alquileres subieron un 4 %. Así lo muestran los datos del ministerio.": "los datos del ministerio",
    "Los alquileres subieron un 4 %. Así lo ha indicado la alcaldesa.": "la alcaldesa",
    "Gli affitti sono saliti del 4%. È quanto emerge dall'indagine della regione.": "l'indagine della regione",
    "Os juros subiram 4%. É o que mostra um estudo da universidade de Norvik.": "um estudo da universidade de Norvik",
    "Os aluguéis subiram 4%. É o que consta no relatório da prefeitura.": "o relatório da prefeitura",
    "De huren stegen met 4 procent. Dat blijkt uit cijfers van het ministerie.": "cijfers van het ministerie",
    "Hyrorna steg med 4 procent. Det visar en rapport från länsstyrelsen.": "en rapport från länsstyrelsen",
}
PLAIN = [
    "Die Mieten stiegen um 4 Prozent. Das zeigt, wie ernst die Lage ist.",
    "Die Mieten stiegen um 4 Prozent. Das zeigt eine neue Härte.",
    "Die Mieten stiegen um 4 Prozent. Das zeigt der Fall des Mieters Jan Voss.",
    "Die Mieten stiegen um 4 Prozent. Das zeigt die Studie aber nicht.",
    "Die Mieten stiegen um 4 Prozent. Das bestätigt eine Studie nicht.",
    "Die Mieten stiegen um 4 Prozent. Das ergab eine Umfrage unter 300 Mietern.",
    "Die Mieten stiegen um 4 Prozent. Das ergab eine Summe von 300 Euro.",
    "Les loyers ont augmenté de 4 %. C'est ce que montre la photo de la mairie.",
    "Los alquileres subieron un 4 %. Así lo quiere la ciudad.",
    "Los alquileres subieron un 4 %. Se desprende del informe que la ciudad gasta más.",
    "Os aluguéis subiram 4%. É o que quer a cidade.",
    "De huren stegen met 4 procent. Dat blijkt niet uit cijfers van het ministerie.",
    "Hyrorna steg med 4 procent. Det visar en brist på bostäder.",
]


@pytest.mark.parametrize("text", POINTED)
def test_the_report_that_the_sentence_behind_names_is_the_source(text: str) -> None:
    claims = workbench.split(text + "\n")
    assert [claim.speaker for claim in claims] == [POINTED[text]]


@pytest.mark.parametrize("text", PLAIN)
def test_what_shows_something_else_is_no_source(text: str) -> None:
    assert {claim.speaker for claim in workbench.split(text + "\n")} == {None}
