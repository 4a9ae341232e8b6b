"""What makes a passage in another language near a statement, and what does not."""

from __future__ import annotations

import pytest

from workbench.services.search.close_elsewhere import near

POOL = "Der Kreistag hat über das Schwimmbad beraten. Gegen das Vorhaben haben 9.200 Bürger unterschrieben."
PLANT = "Im Werk Nordheim sind zurzeit 1.130 Menschen beschäftigt."
TRAM = "Bruselas ha aportado 92 millones al tranvía. El resto lo ponen la Junta y los bancos."
TOWN = "W Lubrzanach żyje dziś 118 tysięcy osób. Dekadę temu było ich 131 tysięcy."
BRIDGE = "Il ponte è rimasto chiuso per 19 giorni. I pendolari hanno fatto un giro di 40 chilometri."
TRAINS = "La grève a duré neuf jours. Un train sur trois a circulé pendant cette période."


@pytest.mark.parametrize(
    ("language", "asked", "passage"),
    [
        ("de", "Eine Initiative hat 9.200 Unterschriften gegen das Schwimmbad gesammelt.", POOL),
        ("de", "Für die Trasse würden 480 Bäume gefällt.", "Der Trasse müssen 612 Bäume weichen."),
        ("es", "Según ella, la Unión Europea ha pagado 92 millones.", TRAM),
        ("fr", "Une aide de 4 millions d'euros est prévue.", "L'État débloque quatre millions d'euros."),
        ("fr", "Les deux tiers des trains étaient supprimés pendant la grève.", TRAINS),
        ("fr", "Le lycée est surpeuplé.", "Le lycée accueille 1 240 élèves dans des locaux prévus pour 900."),
        ("pl", "Ludność Lubrzan zmniejszyła się o 13 tysięcy.", TOWN),
        (
            "pl",
            "Naprawa mostu okazała się droższa o 14 milionów złotych.",
            "Za remont mostu miasto dało 52 mln zł.",
        ),
        ("pl", "Huta zwolni w tym roku 300 pracowników.", "Huta zatrudnia 1 900 ludzi. Zwolnień nie przewidziano."),
        ("it", "L'acqua del lago è avvelenata dal piombo.", "Nel lago i livelli di piombo sono entro i limiti."),
    ],
)
def test_near_by_words_and_amounts(language: str, asked: str, passage: str) -> None:
    assert near(asked, passage, language)


@pytest.mark.parametrize(
    ("language", "asked", "passage"),
    [
        ("de", "Der Eintritt ins Schwimmbad kostet künftig 6 Euro.", "Der Radweg kostete 3,2 Millionen Euro."),
        ("de", "Das Werk in Nordheim baut Getriebe für Traktoren.", PLANT),
        ("de", "Die Molkerei Hagen hat 40 Lehrlinge.", "Die Molkerei Hagen liefert Käse in elf Länder."),
        ("fr", "La fromagerie de Besse a reçu une médaille.", "La fromagerie de Besse emploie 42 personnes."),
        ("fr", "Les cheminots gagnent 2 300 euros par mois.", TRAINS),
        ("it", "Il ponte fu costruito nel 1934.", BRIDGE),
        ("it", "Il pastificio Corti ha vinto un premio.", "Il pastificio Corti produce 80 tonnellate al giorno."),
        ("pl", "Autobus miał 12 lat.", "Kierowca autobusu był trzeźwy."),
        ("pl", "W Lubrzanach są trzy kina.", TOWN),
        ("pl", "Szpital przyjął w roku 2022 12 000 chorych.", "Teatr sprzedał w roku 2022 12 000 biletów."),
        ("es", "El tranvía tendrá 14 paradas.", TRAM),
        ("es", "El sindicato pide 3 horas menos.", "La huelga duró 3 días."),
        ("de", "Ein Drittel der Schüler fehlte.", "Drei Viertel der Kosten trägt Berlin."),
    ],
)
def test_what_shares_the_subject_alone_is_not_near(language: str, asked: str, passage: str) -> None:
    assert not near(asked, passage, language)
