"""A time before a verb of saying is nobody's name, and who speaks behind it is named."""

from __future__ import annotations

import pytest

import workbench

BEHIND_A_TIME = [
    ("Letzte Woche sagte die Bürgermeisterin, die Brücke koste 3 Millionen.", "die Bürgermeisterin"),
    ("Vergangenen Montag sagte die Bürgermeisterin, die Brücke koste 3 Millionen.", "die Bürgermeisterin"),
    ("Kurz darauf sagte die Bürgermeisterin, die Brücke koste 3 Millionen.", "die Bürgermeisterin"),
    ("Zuletzt sagte die Bürgermeisterin, die Brücke koste 3 Millionen.", "die Bürgermeisterin"),
    ("Ende 2019 sagte die Bürgermeisterin, die Brücke koste 3 Millionen.", "die Bürgermeisterin"),
    ("Stunden später sagte die Bürgermeisterin, die Brücke koste 3 Millionen.", "die Bürgermeisterin"),
    ("Abends sagte die Bürgermeisterin, die Brücke koste 3 Millionen.", "die Bürgermeisterin"),
    ("Vorig jaar zei de burgemeester dat de brug 3 miljoen kost.", "de burgemeester"),
    ("Begin mei zei de burgemeester dat de brug 3 miljoen kost.", "de burgemeester"),
    ("Twee dagen later zei de burgemeester dat de brug 3 miljoen kost.", "de burgemeester"),
    ("Förra veckan sade borgmästaren att bron kostar 3 miljoner.", "borgmästaren"),
    ("Nyligen sade borgmästaren att bron kostar 3 miljoner.", "borgmästaren"),
    ("Kort därefter sade borgmästaren att bron kostar 3 miljoner.", "borgmästaren"),
    ("Días después, la alcaldesa dijo que la obra cuesta 3 millones.", "la alcaldesa"),
    ("La semaine dernière, la maire a déclaré que le pont coûte 3 millions.", "la maire"),
    ("Samedi dernier, la maire a déclaré que le pont coûte 3 millions.", "la maire"),
    ("Deux jours plus tard, la maire a déclaré que le pont coûte 3 millions.", "la maire"),
    ("La settimana scorsa, il sindaco ha detto che il ponte costa 3 milioni.", "il sindaco"),
    ("Due giorni dopo, il sindaco ha detto che il ponte costa 3 milioni.", "il sindaco"),
    ("A semana passada, o prefeito disse que a obra custa 3 milhões.", "o prefeito"),
    ("Dias depois, o prefeito disse que a obra custa 3 milhões.", "o prefeito"),
    ("Naquele dia, o prefeito disse que a obra custa 3 milhões.", "o prefeito"),
    ("Ce jour-là, la maire a déclaré que le pont coûte 3 millions.", "la maire"),
    ("Este lunes, la alcaldesa ha dicho que la obra cuesta 3 millones.", "la alcaldesa"),
    ("Nesta segunda-feira, o prefeito disse que a obra custa 3 milhões.", "o prefeito"),
    ("Es sei ein Schaden von 3 Millionen Euro entstanden, sagte uns ein Polizeisprecher.", "ein Polizeisprecher"),
    ("Die Kosten für den Bau der alten Brücke am Markt stiegen der Polizei zufolge auf 3 Millionen Euro.", "Polizei"),
    ("Diante do juiz, o réu disse que pagou R$ 3 milhões.", "o réu"),
]
NO_TIME = [
    ("La semana pasada dijo que la obra cuesta 3 millones.", None),
    ("Due giorni dopo ha detto che il ponte costa 3 milioni.", None),
    ("Dois dias depois disse que a obra custa 3 milhões.", None),
    ("El lunes dijo que la obra cuesta 3 millones.", None),
    ("Este alcalde dijo que la obra cuesta 3 millones.", "Este alcalde"),
    ("Questo ministro ha detto che il ponte costa 3 milioni.", "Questo ministro"),
    ("Deze burgemeester zei dat de brug 3 miljoen kost.", "Deze burgemeester"),
    ("Diese Bürgermeisterin sagte, die Brücke koste 3 Millionen.", "Diese Bürgermeisterin"),
    ("August Muster sagte, die Brücke koste 3 Millionen.", "August Muster"),
    ("Le Soir a révélé que le pont coûte 3 millions.", "Le Soir"),
    ("El Día reveló que la obra cuesta 3 millones.", "El Día"),
    ("De Morgen schrijft dat de brug 3 miljoen kost.", "De Morgen"),
    ("Ce lundi la maire a déclaré que le pont coûte 3 millions.", "la maire"),
    ("Die Kosten für den Bau der alten Brücke stiegen den Angaben zufolge auf 3 Millionen Euro.", None),
    ("Er sagte uns nicht, dass 3 Millionen Euro fehlen.", None),
]


@pytest.mark.parametrize(("text", "who"), [*BEHIND_A_TIME, *NO_TIME])
def test_who_speaks_is_no_time(text: str, who: str | None) -> None:
    assert {claim.speaker for claim in workbench.split(text + "\n")} == {who}
