"""Who said it, where when, where or on what occasion stands behind them: "dijo la consejera durante una visita"."""

from __future__ import annotations

import pytest

import workbench

SAID = [
    (
        "es",
        "“Es una inversión de 12 millones de euros”, dijo la consejera durante una visita a las instalaciones.",
        "la consejera",
    ),
    (
        "es",
        "“Gastaremos 12 millones de euros”, dijo la alcaldesa tras una reunión con los vecinos.",
        "la alcaldesa",
    ),
    (
        "pt",
        "“Vamos gastar 12 milhões de euros”, disse a ministra durante uma visita às obras.",
        "a ministra",
    ),
    (
        "de",
        "„Wir geben 12 Millionen Euro aus“, sagte die Ministerin während eines Besuchs der Baustelle.",
        "die Ministerin",
    ),
    (
        "de",
        "„Wir geben 12 Millionen Euro aus“, sagte der Sprecher der Polizei Frankfurt am Main am Dienstag.",
        "der Sprecher der Polizei Frankfurt am Main",
    ),
    (
        "de",
        "„Wir geben 12 Millionen Euro aus“, sagte Jana Muster bei einem Besuch in Holm.",
        "Jana Muster",
    ),
    (
        "de",
        "„Wir geben 12 Millionen Euro aus“, sagte die Ministerin nach dem Treffen der Länder.",
        "die Ministerin",
    ),
    (
        "de",
        "„Wir geben 12 Millionen Euro aus“, sagte der Bürgermeister angesichts der Schäden.",
        "der Bürgermeister",
    ),
    (
        "de",
        "„Wir geben 12 Millionen Euro aus“, sagte die Vorsitzende der Partei.",
        "die Vorsitzende der Partei",
    ),
    (
        "es",
        "“Gastaremos 12 millones de euros”, dijo el delegado del Gobierno en Madrid.",
        "el delegado del Gobierno en Madrid",
    ),
    (
        "es",
        "“Gastaremos 12 millones de euros”, dijo a Radio Costa el jefe de bomberos.",
        "el jefe de bomberos",
    ),
    (
        "es",
        "“Gastaremos 12 millones de euros”, aseguró la presidenta después de la reunión del consejo.",
        "la presidenta",
    ),
    (
        "es",
        "“Gastaremos 12 millones de euros”, dijo la alcaldesa de San Juan con una sonrisa.",
        "la alcaldesa de San Juan",
    ),
    (
        "fr",
        "« Nous dépenserons 12 millions d'euros », a expliqué le maire après la réunion du conseil.",
        "le maire",
    ),
    (
        "fr",
        "« Nous dépenserons 12 millions d'euros », a déclaré à la radio le ministre de la Santé.",
        "le ministre de la Santé",
    ),
    (
        "fr",
        "« Nous dépenserons 12 millions d'euros », a dit Anne Exemple pendant la visite du port.",
        "Anne Exemple",
    ),
    (
        "it",
        "«Spenderemo 12 milioni di euro», ha detto il sindaco a margine della cerimonia.",
        "il sindaco",
    ),
    (
        "it",
        "«Spenderemo 12 milioni di euro», ha detto il ministro della Salute nel corso della visita.",
        "il ministro della Salute",
    ),
    (
        "pt",
        "“Vamos gastar 12 milhões de euros”, disse o ministro da Saúde depois da reunião do conselho.",
        "o ministro da Saúde",
    ),
    (
        "pt",
        "“Vamos gastar 12 milhões de euros”, disse a presidente da câmara à margem da visita.",
        "a presidente da câmara",
    ),
    (
        "pt",
        "“Vamos gastar 12 milhões de euros”, afirmou Ana Exemplo na abertura do congresso.",
        "Ana Exemplo",
    ),
    (
        "nl",
        "‘We geven 12 miljoen euro uit’, zei de minister voor Wonen tijdens een bezoek.",
        "de minister voor Wonen",
    ),
    (
        "nl",
        "‘We geven 12 miljoen euro uit’, zei de burgemeester na afloop van de vergadering.",
        "de burgemeester",
    ),
    (
        "sv",
        "”Vi lägger 12 miljoner euro”, sade ministern vid ett besök i hamnen.",
        "ministern",
    ),
]


@pytest.mark.parametrize(("language", "text", "who"), SAID)
def test_an_occasion_is_nobody(language: str, text: str, who: str) -> None:
    said = workbench.split(text, published="2026-03-04", language=language)
    assert {claim.speaker for claim in said} == {who}
