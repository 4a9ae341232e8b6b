"""Verbs of saying in other languages that a news text tells by, and words that only look like one."""

from __future__ import annotations

import pytest

import workbench

SAID = {
    "Wer etwas sieht, der solle sich bei der Polizei melden, appellierte Voss an die Zeugen.": "Voss",
    "Die Bürgermeisterin mahnte, dass 3 Millionen Euro fehlen.": "Die Bürgermeisterin",
    "Kämmerer Jan Voss rechnete vor, dass 3 Millionen Euro fehlen.": "Kämmerer Jan Voss",
    "Landrat Jan Voss verwies darauf, dass 3 Millionen Euro fehlen.": "Jan Voss",
    "Bgm. Voss sagte, dass 3 Millionen Euro fehlen.": "Bgm. Voss",
    "El mobiliario cuesta 600.000 euros, según desveló el partido.": "el partido",
    "La alcaldesa constató que faltaban 3 millones de euros.": "La alcaldesa",
    "La ministra quiso dejar claro que el dato es de 2019.": "La ministra",
    "O vereador Silva esteve no local e constatou que a obra custou R$ 3 milhões.": "O vereador",
    "Á reportagem, o vereador disse que a obra custou R$ 3 milhões.": "o vereador",
    "L’agence avait estimé, à la lecture d’un rapport de la chambre régionale des comptes publié en octobre 2022 à "
    "Norvik, que 3 millions manquaient.": "L’agence",
    "Vakbond Norvik noemt het teleurstellend dat het kabinet 3 miljoen euro schrapt.": "Vakbond Norvik",
    "Dat was in 2019 niet waar, zo bleek uit de woorden van burgemeester Jan Voss.": "Jan Voss",
    ",,Een mooie belofte”, aldus Voss, ,,maar ik had liever geld gezien. Nu hebben we 3 agenten hier”.": "Voss",
    "Voss zei dat het plan 3 miljoen euro kost. ,,Er waren 30 wijkagenten actief in onze gemeente”.": "Voss",
}
NOT_SAID = [
    "Na semana da eleição, a empresa Norvik emitiu nota fiscal de R$ 302 mil alegando ter feito a obra.",
    "A prefeitura abriu uma conta que rende 3% ao ano.",
    "A empresa emitiu nota que confirma o valor de R$ 3 mil.",
    "Die Stadt mahnte 300 Kunden, die nicht zahlten.",
    "Die Kommission konstatierte 300 Fehler, die alle bekannt waren.",
    "Der Richter verwies den Mann, der darauf bestand, aus dem Saal mit 300 Plätzen.",
    "El fallo puso de relieve que faltaban 3 millones.",
    "De auto blijkt uit Duitsland te komen, zo’n 300 kilometer verder.",
    "De auto bleek uit Norvik te komen, 300 kilometer verder.",
    "De zaak bleek uit de hand gelopen, met 30 gewonden.",
    "Jan Voss noemt het rapport dat 3 miljoen kostte in zijn boek.",
    "Het plan kost 3,,5 miljoen euro en dat is veel.",
    "Voss kwam ,,te laat aan in Norvik en bleef 3 uur. Daarna ging hij naar huis.",
]


@pytest.mark.parametrize("text", SAID)
def test_who_says_it_is_told(text: str) -> None:
    assert {claim.speaker for claim in workbench.split(text + "\n")} == {SAID[text]}


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_only_looks_like_a_saying_names_nobody(text: str) -> None:
    assert {claim.speaker for claim in workbench.split(text + "\n")} == {None}


def test_what_stands_in_a_note_is_not_the_outlets() -> None:
    claim = workbench.split("Cento carabinieri, si legge in una nota, hanno arrestato 30 persone.\n")[0]
    assert (claim.speaker, claim.attribution.value) == (None, "paraphrase")
