"""Who says a sentence in languages without a parser, and who does not: denials, those told, whom "he" means."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.domain.articles import Attribution, ClaimDraft
from workbench.language.article import split_article


def claims(text: str, language: str) -> list[ClaimDraft]:
    return list(split_article(text, published=date(2024, 3, 13), language=language).claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Niemand behauptete, der Damm sei sicher."),
        ("de", "Weder die Polizei noch die Feuerwehr bestätigte, dass zwei Kinder fehlen."),
        ("de", "Kein Arzt bestätigte, dass der Mann 14 Tabletten nahm."),
        ("fr", "Personne n’a prétendu que l’usine fermerait en juin."),
        ("fr", "Le préfet n’a jamais dit que 30 maisons étaient inondées."),
        ("fr", "Nul expert n’a soutenu que le barrage était sûr."),
        ("es", "Ningún portavoz confirmó que hubiera 12 heridos."),
        ("es", "El gerente nunca admitió que faltaban 300 euros."),
        ("it", "Nessun testimone ha riferito che l’auto era rossa."),
        ("it", "Né il sindaco né la giunta hanno confermato che il ponte è chiuso."),
        ("pt", "Nenhum vereador afirmou que a escola fecharia."),
        ("nl", "Geen enkele getuige verklaarde dat de auto rood was."),
        ("sv", "Varken polisen eller kommunen uppgav att bron var trasig."),
        ("pl", "Żaden z radnych nie stwierdził, że szkoła spłonęła."),
        ("uk", "Жоден із лікарів не підтвердив, що ліків бракує."),
        ("ru", "Никто не сообщил, что 12 человек ранены."),
        ("de", "Die Kritik von Jan Muster, 40 Häuser stünden leer, wies die Stadt zurück."),
        ("de", "Den Vorwurf von Lea Muster, 12 Akten seien verschwunden, wies die Stadt zurück."),
        ("es", "La denuncia de Ana Ejemplo, según la cual faltan 12 expedientes, fue rechazada."),
        ("sv", "Mannen som sa att bron var stängd är borta."),
        ("fr", "« Les Contes de la Lune », publié par Jean Exemple, compte 40 chapitres."),
        ("de", "„Das Boot der Verlorenen“ gewann Regisseur Jan Muster den Preis."),
    ],
)
def test_nobody_is_named_who_did_not_say_it(language: str, text: str) -> None:
    (claim,) = claims(text, language)
    assert claim.speaker is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Жителям сообщили, что мост закрыт."),
        ("ru", "«Мост закроют через 40 дней», — сообщили журналистам."),
        ("ru", "«Мы построим 40 школ», — сказала корреспонденту Анне Пример."),
        ("uk", "Батькам сказали, що школу закриють."),
        ("de", "Sie habe 740.000 Euro überwiesen, heißt es im Urteil."),
        ("fr", "Le pont sera fermé, précise-t-on à la mairie."),
        ("es", "El puente será cerrado, se lee en el informe."),
        ("it", "Il ponte sarà chiuso, si legge nella nota."),
        ("pl", "Most jest zamknięty, czytamy w komunikacie."),
        ("ru", "Мост закрыт, говорится в сообщении."),
    ],
)
def test_what_somebody_said_who_is_not_named(language: str, text: str) -> None:
    (claim,) = claims(text, language)
    assert claim.speaker is None
    assert claim.attribution is not Attribution.OUTLET


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Nach Ansicht der Gewerkschaft Nordstern fehlen 1200 Fahrer.", "Gewerkschaft Nordstern"),
        ("de", "Laut einem Gutachten vom 3. November 2023 war er morsch.", "ein Gutachten vom 3. November 2023"),
        ("de", "Anwalt Jan Muster nannte das Urteil „überzogen“.", "Jan Muster"),
        ("es", "Los investigadores creen que el fuego empezó en la cocina.", "Los investigadores"),
        ("fr", "Les enquêteurs pensent que le feu est parti de la cuisine.", "Les enquêteurs"),
        ("it", "Gli investigatori ritengono che l’incendio sia partito dalla cucina.", "Gli investigatori"),
        ("nl", "De politie denkt dat de brand in de keuken begon.", "De politie"),
        ("de", "Am Hafen demonstrierten laut Polizei rund 900 Menschen.", "Polizei"),
        ("de", "Der Umsatz sank laut einer Studie der Bank um 4 Prozent.", "eine Studie der Bank"),
        ("de", "Dabei wurden nach Angaben der Feuerwehr 12 Menschen verletzt.", "Feuerwehr"),
        ("de", "Die Veranstalter sprachen von 2000.", "Die Veranstalter"),
        ("de", "Zeugen sprachen von mehr als 40 Schüssen.", "Zeugen"),
        ("de", "„Der Kreis verliert 3 Millionen Euro“, sagte Landrätin Jana Muster (ABC).", "Jana Muster"),
        ("de", "Der Landrat Jan Muster (ABC, 54) kündigte an, dass 40 Stellen wegfallen.", "Jan Muster"),
        ("fr", "Le maire Luc Exemple (ABC) a affirmé que la ville perd 3 millions d’euros.", "Luc Exemple"),
        ("es", "«Faltan 40 pisos», aseguró la alcaldesa Ana Modelo (ABC).", "Ana Modelo"),
        ("pl", "Burmistrz Jan Wzór (ABC) powiedział, że brakuje 40 mieszkań.", "Jan Wzór"),
        ("es", "Según fuentes municipales, el concejal cobró 4.300 euros.", "fuentes municipales"),
        ("pt", "Segundo dados oficiais, a cidade perdeu 4 mil moradores.", "dados oficiais"),
        ("pt", "O sindicato tinha denunciado em janeiro que faltavam 17 notas.", "O sindicato"),
        ("pl", "Adwokat Jana Przykłada powiedział, że proces trwa.", "Adwokat Jana Przykłada"),
        ("pl", "Adwokat Anny Mucha powiedział, że proces trwa.", "Adwokat Anny Mucha"),
        ("pl", "Żona ministra Jana Przykłada powiedziała, że bank stracił 3 mln.", "Żona ministra Jana Przykłada"),
        ("pl", "Pełnomocnik firmy Lumenta powiedział, że most stoi.", "Pełnomocnik firmy Lumenta"),
        ("uk", "Речниця Ганни Зразок повідомила, що договір розірвано.", "Речниця Ганни Зразок"),
        ("de", "Der Vater Jan Musters sagte, 40 Boote seien leck.", "Der Vater Jan Musters"),
        ("de", "Der Anwalt Jan Musters sagte, 40 Boote seien leck.", "Der Anwalt Jan Musters"),
        ("de", "Der Sprecher Jan Musters sagte, 40 Boote seien leck.", "Jan Musters"),
        ("de", "Die Ministerin Anna Wachs teilte mit, dass 40 Schulen schließen.", "Anna Wachs"),
        ("de", "Der Trainer Jan Musters erklärte, 40 Spieler seien krank.", "Jan Musters"),
        ("pl", "Adwokat Anna Mucha powiedziała, że proces trwa.", "Anna Mucha"),
        ("ru", "Адвокат Олега Примера заявил, что суд идёт.", "Адвокат Олега Примера"),
        ("ru", "Адвокат Олег Пример заявил, что суд идёт.", "Олег Пример"),
        ("ru", "«Мы построим 40 школ», — сказала журналистам министр Анна Пример.", "Анна Пример"),
        ("uk", "Заявила міністерка Олена Зразок, що школу закрито.", "Олена Зразок"),
        ("es", "«Nunca pedí ese dinero a nadie», se defendió Juan Ejemplo ante la prensa.", "Juan Ejemplo"),
        ("fr", "« Nous ne paierons pas cette facture », a tonné la maire Anne Exemple.", "Anne Exemple"),
        ("it", "«Non pagheremo questa fattura», ha tuonato il sindaco Mario Esempio.", "Mario Esempio"),
        ("de", "„Wir zahlen diese Rechnung nicht“, polterte Minister Jan Muster.", "Jan Muster"),
    ],
)
def test_who_says_it_by_forms_and_places(language: str, text: str, who: str) -> None:
    (claim,) = claims(text, language)
    assert claim.speaker == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Bahnchef Jan Muster räumte Fehler ein. Man habe 40 Brücken spät geprüft, sagte er.", "Jan Muster"),
        ("de", "Die Ministerin eröffnete die Halle. Sie sagte, der Bau habe 9 Millionen gekostet.", "Die Ministerin"),
        ("es", "El concejal Juan Ejemplo dimitió el viernes. Explicó que su salud era mala.", "Juan Ejemplo"),
        ("it", "L’assessora Anna Esempio ha visitato il porto. Ha aggiunto che mancano 12 operai.", "Anna Esempio"),
        ("fr", "La ministre Anne Exemple a visité l’usine. Elle a dit que 40 postes manquent.", "Anne Exemple"),
        ("pl", "Burmistrz Jan Przykład otworzył most. Powiedział, że kosztował 4 mln zł.", "Jan Przykład"),
        ("ru", "Министр Нина Пример посетила школу. Она сообщила, что нет 40 врачей.", "Нина Пример"),
        ("sv", "Ministern Eva Exempel invigde bron. Hon berättade att arbetet tog fyra år.", "Eva Exempel"),
        ("de", "Kanzlerin Lea Muster traf Jan Muster in Prag. Die Gespräche seien offen gewesen, sagte er.", None),
        ("de", "Der Trainer traf den Präsidenten. Er sagte, der Vertrag ende 2025.", None),
        ("de", "Die Deutsche Nordbank wächst. Der Gewinn betrage 4 Millionen Euro, sagte er.", None),
        ("es", "La mujer de Juan Ejemplo dimitió el viernes. Explicó que su salud era mala.", None),
        ("pl", "Burmistrz Jan Przykład otworzył most. Powiedziała, że kosztował 4 mln zł.", None),
        ("nl", "De broer van Jan Voorbeeld opende de winkel. Hij zei dat het werk vier jaar duurde.", None),
    ],
)
def test_he_is_whom_the_sentence_before_is_about(language: str, text: str, who: str | None) -> None:
    before, claim = claims(text, language)
    assert before.speaker is None
    assert claim.speaker == who
    assert claim.attribution is not Attribution.OUTLET


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Die Richterin las die Anklage vor. Der Mann habe 40 Boote gestohlen.", Attribution.PARAPHRASE),
        ("Er habe 3 Millionen Euro gestohlen, hieß es.", Attribution.PARAPHRASE),
        ("Die Leute riefen laut Parolen gegen 40 Banken.", Attribution.OUTLET),
        ("Dort leben laut Statistik Tausende Menschen ohne Strom.", Attribution.OUTLET),
        ("Das Bad, das laut Stadt 3 Millionen Euro kostet, schließt.", Attribution.OUTLET),
        ("Die Behauptung des Rats, der Brunnen sei vergiftet, ist falsch.", Attribution.OUTLET),
        ("Die Polizei sagte, der Weg sei frei. Es sei denn, der Rat öffnet ihn nicht.", Attribution.OUTLET),
    ],
)
def test_a_subjunctive_that_nobody_is_found_for_is_not_the_outlets(text: str, how: Attribution) -> None:
    claim = claims(text, "de")[-1]
    assert claim.speaker is None
    assert claim.attribution is how


@pytest.mark.parametrize(
    ("behind", "goes_on"),
    [
        ("Der Vorwurf lautet, Lea Muster habe 14 Boote gestohlen.", False),
        ("Kritiker nennen das Gerücht, er habe 14 Boote gestohlen.", False),
        ("Der Mann, der 14 Boote besitzt, sei geflohen.", True),
        ("Als er floh, habe er 14 Boote gestohlen.", True),
    ],
)
def test_a_main_clause_of_its_own_is_not_the_last_speakers(behind: str, goes_on: bool) -> None:
    _, claim = claims(f"Die Polizei sagte, der Zeuge lüge. {behind}", "de")
    assert claim.speaker == ("Die Polizei" if goes_on else None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Polizist Jan Muster verhaftete einen Dieb. Er sagte, er habe 40 Räder gestohlen."),
        ("nl", "Burgemeester Jan Modaal ontsloeg een ambtenaar. Hij zei dat hij 40 euro had gestolen."),
        ("fr", "Le maire Luc Exemple a renvoyé un employé. Il a dit que 40 euros manquaient."),
    ],
)
def test_he_may_be_the_other_person_of_the_sentence_before(language: str, text: str) -> None:
    assert claims(text, language)[-1].speaker is None


@pytest.mark.parametrize(
    ("language", "text", "how"),
    [
        ("es", "Para ello, señaló que el dique tiene 40 grietas.", "paraphrase"),
        ("es", "Finalmente, la vocería reiteró que el dique tiene 40 grietas.", "paraphrase"),
        ("es", "“El dique tiene ya más de 40 grietas”, recalcó Ana Muestra al visitar la obra.", "paraphrase"),
        ("es", "El dique tiene 40 grietas que nadie ha reparado.", "outlet"),
        ("pt", "Na reunião, o prefeito Dr. Exemplo (ABC) anunciou que o dique tem 40 fendas.", "paraphrase"),
        ("pt", "O secretário disse ser contra o dique, que custa 9 milhões.", "paraphrase"),
        ("pt", "O dique custa 9 milhões e tem 40 fendas que ninguém reparou.", "outlet"),
        ("fr", "La digue, que la ville a payée, a 40 fissures que personne n'a réparées.", "outlet"),
        ("pl", "Na koniec rzecznik portu po raz drugi podkreślił, że tama ma 40 pęknięć.", "paraphrase"),
        ("nl", "Tot slot zei hij op de markt opnieuw dat de dam 40 scheuren heeft.", "paraphrase"),
        ("fr", "Enfin, le porte-parole de la mairie a de nouveau assuré que la digue a 40 fissures.", "paraphrase"),
        ("it", "Infine il portavoce ha poi ribadito che la diga ha 40 crepe.", "paraphrase"),
        ("it", "La diga ha 40 crepe che nessuno ha riparato.", "outlet"),
    ],
)
def test_a_saying_of_nobody_who_is_found_is_not_the_outlets(language: str, text: str, how: str) -> None:
    claim = claims(text, language)[0]
    assert (claim.attribution is Attribution.OUTLET) is (how == "outlet")
