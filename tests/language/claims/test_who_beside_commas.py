"""Who speaks behind a sentence with commas of its own, between commas, and with the name behind an office."""

from __future__ import annotations

import pytest

from workbench.language.attribution.saying_places import told, told_of_before


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        ("es", "Murieron tres hombres, dos mujeres y un niño, informó la policía.", "la policía"),
        ("it", "Tre uomini, due donne e un bambino sono morti, ha riferito la polizia.", "la polizia"),
        ("it", "La diga è vecchia, ma sicura, ha detto la sindaca Ida Voss.", "Ida Voss"),
        ("it", "La diga resiste, nonostante la pioggia, ha detto la sindaca Ida Voss.", "Ida Voss"),
        ("it", "La diga è vecchia, ma sicura, ha detto Voss.", "Voss"),
        ("pt", "O dique é antigo, mas seguro, disse a prefeita Ida Voss.", "Ida Voss"),
        ("fr", "Trois hommes, deux femmes et un enfant sont morts, a annoncé la police.", "la police"),
        ("es", "Pese a las lluvias, el dique resiste, aseguró la alcaldesa Ida Voss.", "Ida Voss"),
        ("fr", "Malgré la pluie, la digue tient, a assuré la maire, Ida Voss.", "Ida Voss"),
        ("pt", "Três homens, duas mulheres e uma criança morreram, informou a polícia.", "a polícia"),
        ("es", "En mayo, el dique se rompió, dijo Ida Voss.", "Ida Voss"),
        ("de", "Drei Männer, zwei Frauen und ein Kind starben, teilte die Polizei mit.", "die Polizei"),
        ("de", "Der Damm ist alt, aber sicher, sagte Bürgermeisterin Ida Voss.", "Ida Voss"),
        ("de", "Die Dämme, die 1987 gebaut wurden, haben 40 Risse, sagte Bürgermeisterin Ida Voss.", "Ida Voss"),
        (
            "de",
            "Züge, die ganz ausfallen, tauchten in der Statistik nicht auf, kritisierte der Vorsitzende Karl Naumann.",
            "Karl Naumann",
        ),
        ("nl", "Drie mannen, twee vrouwen en een kind kwamen om, meldt de politie.", "de politie"),
        (
            "sv",
            "– Vi ser en ljusning, men 62 skjutningar är för många, säger rikspolischef Petra Lundh.",
            "Petra Lundh",
        ),
        ("pl", "Zginęło trzech mężczyzn, dwie kobiety i dziecko, poinformowała policja.", "policja"),
        ("ru", "Погибли трое мужчин, две женщины и ребенок, сообщила полиция.", "полиция"),
        ("uk", "Загинули троє чоловіків, дві жінки і дитина, повідомила поліція.", "поліція"),
        ("es", "El dique, construido en 1987, tiene 40 grietas, dijo la alcaldesa Ida Voss.", "Ida Voss"),
        ("it", "Il dipinto, rubato nel 1987, vale 40 milioni, ha detto la direttrice Ida Voss.", "Ida Voss"),
        ("fr", "La digue, construite en 1987, a 40 fissures, a déclaré la maire Ida Voss.", "Ida Voss"),
        ("pt", "O dique, construído em 1987, tem 40 fissuras, disse a prefeita Ida Voss.", "Ida Voss"),
        ("fr", "La ministre, attendue à Lyon, a promis une aide de 40 millions.", "La ministre"),
        ("fr", "Le procureur, Luc Morin, a annoncé l'ouverture d'une enquête.", "Luc Morin"),
        ("es", "La alcaldesa, Ida Voss, anunció la compra de 40 autobuses.", "Ida Voss"),
        ("es", "El ministro, presente en el acto, dijo que faltan 40 médicos.", "El ministro"),
        ("it", "Il sindaco, Paolo Neri, ha annunciato la chiusura di 40 strade.", "Paolo Neri"),
        ("it", "La società, fondata nel 1990, ha detto che licenzierà 40 persone.", "La società"),
        ("de", "Die Ministerin, seit 2019 im Amt, versprach 40 Millionen Euro Hilfe.", None),
        ("de", "Der Minister, 54, sagte, dass 40 Lehrer fehlen.", "Der Minister"),
        ("de", "Kern, der seit 2019 regiert, sagte, er habe 40 Lehrer eingestellt.", "Kern"),
        ("nl", "De minister, die in Utrecht was, zei dat er 40 leraren tekort zijn.", "De minister"),
        ("pl", "Minister, obecny na sesji, powiedział, że brakuje 40 lekarzy.", "Minister"),
        ("pt", "A empresa, fundada em 1990, disse que vai demitir 40 pessoas.", "A empresa"),
        ("fr", "La compagnie, basée à Lyon, a annoncé la suppression de 40 postes.", "La compagnie"),
        ("es", "La empresa, con sede en Lugo, anunció el despido de 40 personas.", "La empresa"),
        ("ru", "Министр, приехавший в Холм, сказал, что не хватает 40 врачей.", "Министр"),
        ("fr", "Ida Voss, la maire, a confirmé la fermeture de 40 classes.", "Ida Voss"),
        ("it", "Anna Kern, sindaca dal 2019, ha annunciato le dimissioni.", "Anna Kern"),
        ("fr", "D'après sa porte-parole, Nadia Berkane, 62 personnes ont été évacuées.", "Nadia Berkane"),
        ("fr", "Selon le procureur, Jean Morin, 45 ans, a volé 300 euros.", "le procureur"),
        ("fr", "Selon le procureur, Jean Morin a volé 300 euros.", "le procureur"),
        ("fr", "Selon le procureur, Jean Morin, arrêté lundi, a volé 300 euros.", "le procureur"),
        ("es", "Según la portavoz, Ana Ruiz, faltan 40 médicos en el hospital.", "Ana Ruiz"),
        ("es", "Según la fiscal, Ana Ruiz, de 45 años, robó 300 euros.", "la fiscal"),
        ("es", "Según la fiscal, Ana Ruiz y Luis Soto robaron 300 euros.", "la fiscal"),
        ("it", "Secondo il sindaco, Paolo Neri, servono 40 milioni di euro.", "Paolo Neri"),
        ("it", "Secondo la procura, Paolo Neri, indagato, ha preso 40 mila euro.", "la procura"),
        ("de", "Wie die Sprecherin der Stadt, Ines Wolter, mitteilte, fehlen 40 Lehrer.", "Ines Wolter"),
        ("de", "Laut der Sprecherin, Ines Wolter, fehlen 40 Lehrer.", "Ines Wolter"),
        ("es", "Olmo cifró en 18 millones de euros el coste de los pozos.", "Olmo"),
        ("es", "Los sindicatos hablan de un 90% de seguimiento.", "Los sindicatos"),
        ("pt", "O sindicato fala em adesão de 90%.", "O sindicato"),
        ("fr", "Les syndicats parlent de 3 000 manifestants.", "Les syndicats"),
        ("fr", "Les habitants parlent de la pluie de 1990 avec peur.", None),
        ("es", "Los vecinos hablan de fútbol en el bar.", None),
        ("it", "Il sindacato: «Mancano undici custodi su trenta».", "Il sindacato"),
        ("de", "Die Polizei: „Wir suchen noch drei Zeugen.“", "Die Polizei"),
        ("de", "Die Folge: „Rote Zahlen in drei Jahren.“", None),
        ("it", "La domanda: «Chi paga i 40 milioni?».", None),
        (
            "fr",
            "Le propriétaire, la société Frigomer, estime que les dégâts atteignent 3,4 millions d'euros.",
            "la société Frigomer",
        ),
        ("fr", "La digue, selon la mairie, a 40 fissures.", "la mairie"),
        ("es", "Hubo 40 heridos, contó el médico a Ana Gil.", "el médico"),
        ("fr", "« Il y a 40 blessés », a dit le ministre à Anne Petit.", "le ministre"),
        ("it", "«Ci sono 40 feriti», ha detto il ministro a Ida Voss.", "il ministro"),
        ("pt", "“Há 40 feridos”, disse o ministro a Ida Voss.", "o ministro"),
        ("pl", "„Jest 40 rannych” – powiedział minister Idzie Voss.", "minister"),
        ("pl", "„Jest 40 rannych” – powiedział minister Jan Kot.", "Jan Kot"),
        ("de", "„Es gibt 40 Verletzte“, sagte der Minister dem Abgeordneten Jan Peters.", "der Minister"),
        ("es", "El alcalde, los bomberos y la policía llegaron tarde, dijo un vecino.", None),
        ("es", "El alcalde, los bomberos y la policía llegaron tarde, dijo la fiscal.", "la fiscal"),
        ("fr", "Anne Petit, Jean Durand et deux autres sont morts, a dit la police.", "la police"),
        ("it", "Ida Voss, Jan Peters e altri due sono morti, ha detto la polizia.", "la polizia"),
        ("de", "Ida Voss, Jan Peters und zwei andere starben, sagte die Polizei.", "die Polizei"),
        ("es", "El juez rechazó la fianza y cifró en 9 millones el daño.", "El juez"),
        ("es", "Eduardo Prieto descartó un ciberataque y cifró en 9 millones el daño.", "Eduardo Prieto"),
        ("es", "Ana Gil dimitió y anunció que se va a Lugo.", "Ana Gil"),
        ("fr", "Le maire a démissionné et a annoncé que 40 postes sont perdus.", "Le maire"),
        ("it", "Il sindaco ha firmato l'ordinanza e ha detto che mancano 40 posti.", "Il sindaco"),
        ("pt", "A ministra visitou a obra e disse que faltam 40 casas.", "A ministra"),
        ("es", "Los vecinos cortaron la calle y dijeron que faltan 40 farolas.", None),
        ("es", "Ana Gil y Luis Soto dijeron que faltan 40 farolas.", "Ana Gil y Luis Soto"),
        ("fr", "La ministre, attendue et fatiguée, a promis que 40 postes resteront.", "La ministre"),
        ("it", "Ha vinto 40 a 30, ha detto il presidente della società.", "il presidente della società"),
        ("it", "L'assessora alla Cultura Giulia Orsini ha detto che mancano 40 custodi.", "Giulia Orsini"),
    ],
)
def test_who_speaks_beside_commas(language: str, sentence: str, who: str | None) -> None:
    found = told(sentence, language)
    assert (found.who if found is not None else None) == who


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        ("it", "Lo riferiscono i vigili del fuoco.", "i vigili del fuoco"),
        ("de", "Das teilte die Deutsche Bahn am Mittwoch auf Anfrage mit.", "die Deutsche Bahn"),
        ("de", "Das teilte die Jan Muster mit.", None),
    ],
)
def test_who_told_the_sentence_before(language: str, sentence: str, who: str | None) -> None:
    found = told_of_before(sentence, language)
    assert (found.who if found is not None else None) == who
